"""An event taken up by a weekday that it was not told with: "a hearing on Thursday", and then "the Wednesday hearing".

A definite noun with its weekday takes up what readers know. Where nothing of its kind is told with that weekday
anywhere else, and something of its kind with another, the two are likely one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.days.calendar import WEEKDAY
from sayso.check.days.daystold import Told
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

#: Nouns of an event with the other words by which a report tells of it.
_GROUPS = """
hearing testify testified testifies testifying testimony grilled | testimony testify testified hearing
ruling rulings ruled rules decision decided upheld struck overturned | decision decided ruling ruled
shooting shot massacre rampage gunman gunned | massacre shooting shot rampage | rampage shooting shot massacre
meeting met meets sat huddled talks | talks met meeting | speech spoke speaks speaking address addressed
address addressed speech spoke | debate debated debates | interview interviewed | rally rallied
vote voted votes voting ballot | announcement announced announces unveiled declaration declared move
declaration announced announcement declared | attack attacked bombing bombed blast explosion exploded strike strikes
strike strikes attack attacks airstrike airstrikes raid | strikes strike attack attacks airstrike airstrikes raids
bombing bombed blast attack explosion exploded | blast explosion exploded bombing attack | explosion exploded blast
raid raided raids | resignation resigned resigns quit | verdict convicted acquitted | sentencing sentenced
arrest arrested detained | crash crashed collision collided | collision collided crash | march marched
indictment indicted | filing filed lawsuit | lawsuit filed filing sued | letter wrote | tweet tweeted tweets
primary caucus caucuses election | release released | visit visited | protest protested | killing killed shot
killings killed shot | swearing-in sworn inaugurated | inauguration inaugurated sworn | departure departed left
arrival arrived | launch launched | landing landed | signing signed | veto vetoed | firing fired dismissed
firing dismissal ousted | dismissal fired dismissed firing | ouster ousted fired removed | extension extended
"""
_KIN: dict[str, tuple[str, ...]] = {
    line.split()[0]: tuple(line.split()) for line in re.split(r"[|\n]", _GROUPS) if line.strip()
}
_DAY = rf"(?P<day>{WEEKDAY})"
_NO_ADJECTIVE = (
    r"(?!(?:to|at|in|on|for|of|and|or|the|was|is|were|are|by|from|with|that|after|as|would|will|has|had|have|said|"
    r"[a-z]+ed)\b)"
)
_OWN = compiled(
    rf"\b{_DAY}(?P<of>[’']s)? (?:(?:morning|afternoon|evening|night)(?P<of2>[’']s)? )?"
    rf"(?P<mid>(?:{_NO_ADJECTIVE}[A-Za-z][\w’-]* ){{0,3}}?)(?P<noun>(?:[a-z]+-)?[a-z]{{4,}})"
    r"(?=$|[.,;:)”\"—]| (?!(?:of|on|about) (?:the )?[A-Z])(?:to|at|in|on|for|of|and|or|the|was|were|is|are|by|from|"
    r"with|one|that|after|as|has|had|have|will|would|between|against|before|over|who|which|when|but|said|could|came|did|"
    r"also|left|can|may|than|he|she|they|it|an?|[a-z]+ed|[A-Z]\w+)\b)"
)
_THE = compiled(r"\b(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:\w+ )?$")
_ON = compiled(
    rf"(?:^|(?<=, )|\b(?P<at>[Aa]fter|[Ff]ollowing|[Dd]uring|[Aa]t|[Ii]n|[Oo]f|[Ss]ince|[Bb]efore|that|and) )"
    rf"(?:(?i:the|this|his|her|their|its)|[A-Z][\w-]+[’']s) (?P<mid>(?:{_NO_ADJECTIVE}[A-Za-z][\w’-]* ){{0,3}}?)"
    rf"(?P<noun>(?:[a-z]+-)?[a-z]{{4,}})(?: in [A-Z][\w ]{{2,20}})?(?P<on> on| late| early)? {_DAY}\b"
    r"(?![’']| (?:and|or|through|to) )"
)
_ANOTHER = compiled(
    r"\b(?:last|next|another|second|third|first|earlier|previous|later|original\w*|separate|new|initial|closed|private|"
    r"follow-up|daily|annual|weekly|regular|planned|proposed|scheduled|upcoming|two|three|four|both|other|also)\b",
    re.IGNORECASE,
)
#: "On the eve of Wednesday's debate": a day that another weekday's name tells.
_OTHER_DAY = compiled(r"(?:on )?the (?:eve|day)\b|a day", re.IGNORECASE)
#: Words before a noun of which the report tells more than one.
_MORE = r"\b(?i:two|three|four|several|all|both|other|another|second) (?:[\w’-]+ )?"
#: What has a weekday by its nature, and words that are no events.
_NONE = frozenset(
    "morning afternoon evening night news edition editions show shows issue newspaper paper editorial column because "
    "after when that with from while before mornings evenings nights newsletter said told were afternoon "
    "international national local mid-morning house leadership deadline statement".split()
)


def taken_up_otherwise(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The place that takes up an event, the place that tells it with another day, and what was looked for."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in (*_OWN.finditer(words), *_ON.finditer(words)):
            if match["noun"] in _NONE or not _definite(match) or context.quoted(sentence.span.begin + match.start()):
                continue
            beside = f"{match['mid']} {words[max(0, match.start() - 25) : match.start()]} {words[match.end() :][:25]}"
            if _ANOTHER.search(beside) or re.search(rf"{_MORE}{match['noun']}(?:e?s)?\b", context.story):
                continue
            other = _elsewhere(context, sentence.span, match)
            if other is not None:
                first, place = other.span.of(context.text), part(sentence.span, *match.span("day"))
                yield place, other.span, f"one weekday for the {match['noun']}; found {match['day']} and {first}"
                return


def _definite(match: re.Match[str]) -> bool:
    """Whether the noun is known to readers; a bare day behind it may belong to the verb before it instead."""
    if match.re.pattern == _OWN.pattern:
        return bool(match["of"] or match["of2"]) or _THE.search(match.string[: match.start()]) is not None
    at = (match["at"] or "").lower()
    return bool(match["on"]) or at in ("after", "following", "during", "at", "in") or not at


def _elsewhere(context: Context, here: Span, match: re.Match[str]) -> Told | None:
    """Another weekday with which something of the kind is told, where nothing of it is told with this one."""
    kin = _KIN.get(match["noun"]) or (match["noun"],)
    alike = re.compile(rf"\b(?:{'|'.join(kin)}|{match['noun']}s)\b")
    weekday = WEEKDAYS.index(match["day"].lower())
    found = []
    for each in context.days.told:
        close = f"{' '.join(each.before.split()[-9:])} | {' '.join(each.after.split()[:6])}".lower()
        if here.contains(each.span) or _OTHER_DAY.match(each.span.of(context.text)) or not alike.search(close):
            continue
        if each.weekday == weekday:
            return None
        if not each.quoted and not _ANOTHER.search(close):
            found.append((match["noun"] not in close, abs(each.span.begin - here.begin), each))
    return min(found, key=lambda one: one[:2])[2] if found else None
