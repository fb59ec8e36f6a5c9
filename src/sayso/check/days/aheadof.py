"""Answers before their question: "asked on Tuesday about the report", which was published on Wednesday.

Likewise a poll that appears before it ends, and a stretch of time that its beginning does not give: "began last
Saturday", and in the same report "is entering its fourth week".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.days.calendar import WEEKDAY
from sayso.check.days.daystold import Told
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

#: Words that make what somebody does an answer to something: what follows was there before.
_ANSWERS = compiled(
    r"\b(?:[Aa]sked|[Qq]uestioned|[Pp]ressed|[Qq]uizzed|[Rr]esponding|[Rr]esponded|[Rr]eact(?:ed|ing)|[Rr]eplied|"
    r"[Rr]epl(?:y|ying)|[Cc]omment(?:ed|ing)|[Ii]n (?:response|reaction|reply|answer)|[Dd]ismissed|[Dd]ismissing|"
    r"[Dd]enied|[Dd]enying|[Dd]enounced|[Cc]ondemned|[Cc]riticiz?s?ed|[Pp]raised|[Hh]ailed|[Ww]elcomed|[Dd]efended|"
    r"[Ss]lammed|[Bb]lasted|[Rr]ejected|[Aa]pplauded|[Dd]ecried|[Ll]amented|[Mm]ocked|[Cc]elebrated|"
    r"[Ff]ollowing|[Aa]fter|[Ii]n the wake of|[Dd]ays? after)\b"
)
#: What is asked about, with the verbs by which a report tells that it came.
_CAME = {
    "report": "reported reports published revealed", "article": "published reported", "story": "published reported",
    "revelation": "reported revealed published", "revelations": "reported revealed published",
    "disclosure": "disclosed reported revealed", "disclosures": "disclosed reported revealed",
    "account": "reported published", "ruling": "ruled", "decision": "decided announced ruled", "verdict": "convicted "
    "acquitted", "indictment": "indicted charged", "charges": "charged indicted", "announcement": "announced",
    "resignation": "resigned", "departure": "resigned left", "firing": "fired", "dismissal": "fired dismissed",
    "ouster": "fired ousted", "tweet": "tweeted", "tweets": "tweeted", "letter": "wrote", "memo": "wrote released",
    "attack": "attacked killed", "attacks": "attacked killed", "shooting": "shot killed", "killing": "killed shot",
    "killings": "killed shot", "bombing": "bombed exploded", "crash": "crashed", "arrest": "arrested", "vote": "voted",
    "veto": "vetoed", "cancellation": "cancelled canceled", "pardon": "pardoned", "deal": "agreed signed announced",
    "agreement": "agreed signed announced", "lawsuit": "sued filed", "suit": "sued filed", "poll": "released",
    "video": "released posted", "tape": "released", "strike": "struck", "strikes": "struck", "launch": "launched",
    "resolution": "adopted passed", "remark": "said", "plan": "unveiled announced",
    "proposal": "unveiled proposed", "nomination": "nominated", "appointment": "appointed named",
}  # fmt: skip
_ABOUT = compiled(
    r"(?:[^,;:]{0,45}?\b(?:about|to|on|over)| [\w’'-]+)? (?:the|that|this|those|these|[A-Z][\w.-]+[’']s|his|her|"
    rf"their|its) (?:[A-Za-z][\w’-]* ){{0,3}}?(?P<noun>{'|'.join(_CAME)})\b"
)
_MOST = 2  # days by which what is answered may follow, to be taken for a slip and not for another week's


def answered_before(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """An act told with its day as the answer to something, and the place where that has a later day."""
    told = [each for each in context.days.told if each.bare and not each.quoted]
    for each in told:
        clause = f"{each.before}\0{each.after}"
        answers = _ANSWERS.search(clause)
        if answers is None:
            continue
        rest = clause[answers.end() :].replace("\0", " ")
        about = _ABOUT.match(rest)
        if about is None:
            continue
        came = re.compile(rf"\b(?:{about['noun']}|{'|'.join(_CAME[about['noun']].split())})\b")
        others = [other for other in told if other is not each and came.search(_close(other))]
        others = [other for other in others if not _ANSWERS.search(other.before[-60:])]
        if any(other.weekday == each.weekday for other in others):
            continue
        for other in others:
            if 0 < (other.weekday - each.weekday) % 7 <= _MOST:
                first, second = (one.span.of(context.text) for one in (each, other))
                yield each.span, other.span, f"a day no earlier than {second} for what answers it; found {first}"
                return


def _close(each: Told) -> str:
    return f"{' '.join(each.before.split()[-7:])} | {' '.join(each.after.split()[:5])}"


_POLLED = compiled(
    rf"\b(?:poll|survey)\b(?:[^.;]|\.(?=\S)){{0,120}}?\b(?P<what>released|published|unveiled|out|issued) "
    rf"(?:early |late |on )*(?P<day>{WEEKDAY})\b"
)
_TAKEN = compiled(
    rf"\b(?:conducted|taken|carried out|fielded|held|surveyed|interviewed|ran|questioned)\b[^.;]{{0,60}}?\b(?:from|"
    rf"between|beginning)? ?(?P<a>{WEEKDAY}) (?:to|through|and|until|-|–) (?P<b>{WEEKDAY})\b"
)


def published_before_its_end(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """ "A poll released on Thursday … The poll, conducted from Monday to Friday": the later and the earlier place."""
    out = [
        part(sentence.span, *match.span("day"))
        for sentence in context.sentences
        for match in _POLLED.finditer(sentence.span.of(context.text))
    ]
    days = {span.of(context.text) for span in out}
    if len(days) != 1:
        return
    released = WEEKDAYS.index(days.pop().lower())
    for sentence in context.sentences:
        match = _TAKEN.search(sentence.span.of(context.text))
        if match and not out[0].overlaps(sentence.span):
            last = WEEKDAYS.index(match["b"].lower())
            run = (last - WEEKDAYS.index(match["a"].lower())) % 7
            if 0 < (last - released) % 7 <= min(3, run):
                yield (
                    out[0], part(sentence.span, *match.span()),
                    f"a day after {match['b']}, on which the poll ended; found {out[0].of(context.text)}",
                )  # fmt: skip
                return


_NTH = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_ENTERS = compiled(
    rf"\b(?P<what>[a-z]{{4,}})(?:[^.;]{{0,50}}?)\b(?:enter(?:s|ed|ing)?|now in|is in|was in|reach(?:es|ed|ing)|"
    rf"start(?:s|ed|ing)|begin(?:s|ning)?|began|into|drag(?:s|ged)? into|stretch(?:es|ed|ing) into) (?:on )?"
    rf"(?:its|their|a|the) (?P<nth>{'|'.join(_NTH)}) (?P<unit>day|week|month)\b"
)
_BEGAN = compiled(
    rf"\b(?P<what>[a-z]{{4,}})\b(?: [\w’'-]+){{0,4}}? (?:began|started|broke out|took effect|set in|went into effect) "
    rf"(?:on )?(?P<when>last (?:{WEEKDAY}|week)|yesterday|(?:{NUMERAL}|a) (?:days|week|weeks) ago)\b"
)
_ALIKE = (
    frozenset("shutdown closures closure impasse standoff lapse".split()),
    frozenset("strike walkout stoppage action".split()),
    frozenset("war fighting offensive conflict invasion bombardment campaign".split()),
    frozenset("trial hearing proceedings testimony".split()),
    frozenset("protests demonstrations unrest rallies marches protest".split()),
)


def misdated_run(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """How long something is said to have gone on, and the place that tells when it began."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        enters = _ENTERS.search(words)
        if enters is None or context.quoted(sentence.span.begin + enters.start()):
            continue
        given = (_NTH.index(enters["nth"]) + 2) * {"day": 1, "week": 7, "month": 30}[enters["unit"]]
        unit = {"day": 1, "week": 7, "month": 30}[enters["unit"]]
        for other in context.sentences:
            began = _BEGAN.search(other.span.of(context.text))
            if began is None or context.quoted(other.span.begin + began.start()) or not _one(enters, began):
                continue
            least, most = _ago(began["when"])
            if most + 2 < given - unit - 1 or least > given + 1:
                yield (
                    part(sentence.span, *enters.span()), part(other.span, *began.span()),
                    f"a length that {began['when']!r} gives; found {enters['nth']} {enters['unit']}",
                )  # fmt: skip
                return


def _one(enters: re.Match[str], began: re.Match[str]) -> bool:
    one, other = enters["what"].lower(), began["what"].lower()
    told = set(re.findall(r"[a-z]{4,}", enters.string[: enters.end()].lower()))
    return other in told or any(kin & {one, *told} and other in kin for kin in _ALIKE)


def _ago(words: str) -> tuple[float, float]:
    """How many days ago, at least and at most."""
    if words == "yesterday":
        return 1, 1
    if words.startswith("last"):
        return (1, 13) if words.endswith("week") else (1, 10)
    count = 1.0 if words.split()[0] == "a" else value_of(words)
    days = count * (7 if "week" in words else 1)
    return days - 3, days + 4
