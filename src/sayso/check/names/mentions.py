"""Every mention of a person in a report, with what stands beside the name: title, party, state, country, age, sex.

One pass gathers them; :mod:`sayso.check.names.traits` compares what different mentions of one person say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.attribution.sources.governments import demonym_of
from sayso.attribution.sources.vocabulary import common_words, first_names
from sayso.check.context import Context
from sayso.check.days.calendar import CALENDAR
from sayso.check.names.slips import short_form
from sayso.grounding.places.abbreviations import ABBREVIATIONS
from sayso.patterns import compiled
from sayso.types import Span

#: Titles before a name: the office that they stand for, and the sex where they tell it ("m", "f").
_TITLES: dict[str, tuple[str, str]] = {
    "mr": ("", "m"), "mrs": ("", "f"), "ms": ("", "f"), "miss": ("", "f"), "sir": ("", "m"), "dame": ("", "f"),
    "sen": ("senator", ""), "senator": ("senator", ""), "rep": ("representative", ""),
    "representative": ("representative", ""), "congressman": ("representative", "m"),
    "congresswoman": ("representative", "f"), "gov": ("governor", ""), "governor": ("governor", ""),
    "mayor": ("mayor", ""), "king": ("king", "m"), "queen": ("queen", "f"), "prince": ("", "m"), "princess": ("", "f"),
}  # fmt: skip
#: Titles that say nothing that could disagree.
_OTHER_TITLES = frozenset(
    "president vice prime minister chancellor secretary general attorney justice judge dr doctor professor prof "
    "speaker "
    "leader sheriff detective sergeant sgt captain capt colonel col lieutenant lt major maj gen admiral commander "
    "officer "
    "ambassador premier deputy chief foreign defence defense finance interior state former acting whip majority "
    "minority "
    "house senate commissioner director chairman chairwoman pope bishop archbishop cardinal father sister rev reverend "
    "imam rabbi coach lord lady sens reps messrs chair ranking member special counsel press treasury then-sen then-rep "
    "then-gov first lady candidate nominee".split()
)
_WOMEN = compiled(
    r"\b(?:spokes|chair|congress|business|police|council|assembly|alder|news|sports)woman$|\b(?:actress|mother|widow|"
    r"grandmother|waitress|nun|sister|daughter|aunt)$"
)
_MEN = compiled(
    r"\b(?:spokes|chair|congress|business|police|council|assembly|alder|fisher|fire|sports)man$|\b(?:actor’s son|"
    r"father|"
    r"widower|grandfather|brother|uncle|monk)$"
)
_PARTIES = {
    "republican": "Republican",
    "democrat": "Democrat",
    "democratic": "Democrat",
    "r": "Republican",
    "d": "Democrat",
}
_NAME = r"[A-Z](?:[’'][A-Z])?[^\W\d_]*[a-zà-ÿ](?:[’'-][A-Z]?[^\W\d_]+)*"
_FULL = compiled(rf"(?<![\w’'.-])(?P<first>{_NAME})(?= (?:[A-Z]\. )?(?P<last>{_NAME})(?![\w-]))")
_WORD = compiled(rf"(?<![\w’'-])(?P<last>{_NAME})(?![\w-])")
_TITLED = compiled(
    rf"\b(?:{'|'.join(each.capitalize() for each in _TITLES)})\.? (?:{_NAME} |"
    rf"[A-Z]\. ?){{0,2}}(?P<last>{_NAME})(?![\w-])"
)
_RUN = compiled(r"(?:(?:[A-Z][\w’'-]*\.?(?:[A-Z]\.)?|[a-z]+-[A-Z][\w.-]*) )+$")
_TAG = compiled(r"(?:,| \(| ,)\s?(?P<party>[RD])(?:[-–—](?P<state>[A-Z][\w. ]*?))?(?=[,).;]|\)|$)")
_APPOSED = compiled(
    r", (?:who is )?(?:an?|the)(?: (?P<state>[A-Z]\w+(?: [A-Z]\w+)?))?(?: (?:top|ranking|senior|lone|conservative|"
    r"liberal|moderate|"
    r"centrist|freshman|leading|first-term|longtime|committee[’']s (?:top|ranking)|panel[’']s (?:top|ranking)))* "
    r"(?P<party>Republican|Democrat)\b(?! (?:Party|[A-Z]|strategist|consultant|donor|operative|activist|pollster|"
    r"fundraiser|candidate|nominee|who (?:had|once|left)))"
)
_CHAMBER = compiled(
    r",? (?:(?:the|a|an) )?(?:top|ranking|senior|who chairs|who heads|chair\w*|members?|head|leads?|Democrat|"
    r"Republican|leader)\b"
    r"[^.;:,“”\"]{0,40}? (?:on|of|the|in) (?:the )?(?:U\.S\. )?(?P<which>House|Senate)\b(?! (?:and|or)\b)"
)
_OF_STATE = compiled(r"(?:,? \((?:R|D|I)\))?,? of (?P<state>[A-Z]\w+(?: [A-Z]\w+)?)")
_AGE_AFTER = compiled(
    r"(?:,|,? who (?:is|was)|,? (?:aged|age)|,? \() ?(?P<then>then |was )?(?:aged? )?(?P<age>\d\d)(?=,|\)|\.| and\b|"
    r" years old| at the time)"
    r"|,? an? (?P<age2>\d\d)-year-old"
)
_AGE_BEFORE = compiled(r"\b(?P<age>\d\d)-year-old (?:[a-z-]+ ){0,3}$")
_BORN = compiled(
    r",? (?:who )?was born (?:on [\w ]{3,12},? |in [A-Z][\w ,]{2,24}? )?(?:in )?(?P<year>19\d\d|20[01]\d)\b"
)
_PAST = compiled(
    r"\b(?:former\w*|then|ex|late|once|retired|ousted|elect|candidate|nominee|son of|wife of|state|city)[ -]?$|"
    r"\bthen-$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: ``first`` is empty where the surname stands alone; ``traits`` maps an aspect to what is told."""

    last: str
    first: str
    span: Span
    traits: tuple[tuple[str, str], ...]


def mentions(context: Context) -> dict[str, list[Mention]]:
    """Surname -> its mentions in text order; only surnames that some mention gives with a first name or a title."""
    story = context.story
    known = {_bare(match["last"]) for match in _FULL.finditer(story) if _first(match["first"])}
    known = {name for name in known if name.lower() not in common_words()}
    known |= {_bare(match["last"]) for match in _TITLED.finditer(story)}
    known = {name for name in known if len(name) > 2 and name.lower() not in CALENDAR}
    found: dict[str, list[Mention]] = defaultdict(list)
    if not known:
        return found
    for match in _WORD.finditer(story):
        if _bare(match["last"]) in known:
            mention = _mention(story, match)
            if mention:
                found[mention.last].append(mention)
    return found


def _bare(name: str) -> str:
    return re.sub(r"[’']s?$", "", name)


def _first(word: str) -> bool:
    return word.lower() in first_names() and word.lower() not in CALENDAR


@cache
def _state(words: str) -> str:
    """The full name of a state of the United States, from its name or a short form; else empty."""
    words = words.strip(" .,")
    for form in (words, f"{words}."):
        if form in ABBREVIATIONS and ABBREVIATIONS[form][0] == "US":
            return ABBREVIATIONS[form][1]
    return words if words in _STATES else ""


_STATES = {name for country, name in ABBREVIATIONS.values() if country == "US"}


def _mention(story: str, match: re.Match[str]) -> Mention | None:
    begin, end = match.start(), match.start() + len(_bare(match["last"]))
    before, after = story[max(0, begin - 90) : begin], story[end : end + 110]
    if re.match(r" (?:[A-Z]\. )?[A-Z][a-z]|(?:’s|'s) [A-Z]|-[A-Z]| (?:Jr|Sr)\b", after) and not re.match(
        r"(?:’s|'s) [A-Z]| (?:Jr|Sr)\b", after
    ):
        return None  # a first name or a part of a longer name
    run = _RUN.search(before)
    words = run.group().split() if run else []
    stops = [n for n, word in enumerate(words) if _STOP.fullmatch(word) and not _is_title(word) and not _state(word)]
    words = words[stops[-1] + 1 :] if stops else words  # "… Giuseppe Conte. President Trump": another sentence
    traits: list[tuple[str, str]] = []
    first, place = "", len(words)
    while place and not _is_title(words[place - 1]) and not _party(words[place - 1]) and not _state(words[place - 1]):
        place -= 1
        if not re.fullmatch(r"[A-Z]\.(?:[A-Z]\.)?", words[place]):
            first = words[place]
        if _first(words[place]):
            break
    if (
        first
        and not _first(first)
        and (place or len(words) - place > 2)
        and not (place and _is_title(words[place - 1]))
    ):
        first = ""
    if first and (not first[-1].isalpha() or first.lower() in common_words()):
        first = ""
    head = "" if stops else before[: len(before) - len(run.group())] if run else before
    past = _PAST.search(" ".join([head, *words[:place]][-3:]).rstrip()[-24:]) or any(
        word.lower().startswith(("former", "then", "ex-", "late")) for word in words[:place]
    )
    traits += _titles(words[:place], head, bool(past))
    traits += _beside(after, bool(past), traits)
    traits += _ages(story, begin, end, before, after)
    start = begin - (len(" ".join(words[place:])) + 1 if words[place:] else 0)
    return Mention(_bare(match["last"]), first, Span(start, end), tuple(traits))


_STOP = compiled(r"[A-Z][a-zà-ÿ’'-]{3,}\.")


def _is_title(word: str) -> bool:
    plain = word.rstrip(".").lower()
    return plain in _TITLES or plain in _OTHER_TITLES


def _party(word: str) -> str:
    return _PARTIES.get(word.lower(), "") if len(word) > 1 else ""


def _titles(words: list[str], head: str, past: bool) -> Iterator[tuple[str, str]]:
    """What the capital words before the name tell, and the small word before these."""
    offices = set()
    for n, word in enumerate(words):
        office, sex = _TITLES.get(word.rstrip(".").lower(), ("", ""))
        if sex and n == len(words) - 1:
            yield "sex", sex
        if office and not past and not (n and words[n - 1].lower() in ("state", "lt.", "deputy", "vice")):
            offices.add(office)
            yield "office", office
    if past or not words:
        last = re.search(r"[\w-]+,? $", head)
        word = last.group().rstrip(", ") if last else ""
        if not words and _WOMEN.search(word):
            yield "sex", "f"
        elif not words and _MEN.search(word):
            yield "sex", "m"
        return
    if _party(words[0]) and (offices or len(words) == 1):
        yield "party", _party(words[0])
    for size in (2, 1):
        state = _state(" ".join(words[:size]))
        if state and offices & {"senator", "governor"} and not re.search(r"(?:,|\bof|\bin|\band) $", head):
            yield "state", state
            break
    if len(words) > 1 and any(_is_title(word) for word in words[1:]):
        for size in (2, 1):
            country = demonym_of(" ".join(words[:size]))
            if country and not _state(" ".join(words[:size])):
                yield "country", country
                break


def _beside(after: str, past: bool, traits: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What follows the name: "(R-Ohio)", ", a Democrat", ", the top Republican on the House …", "of Ohio"."""
    if past:
        return
    lawmaker = any(
        aspect == "office" and value in ("senator", "representative", "governor") for aspect, value in traits
    )
    tag = _TAG.match(after)
    rest = after[tag.end() :] if tag else after
    if tag:
        yield "party", _PARTIES[tag["party"].lower()]
        if tag["state"] and _state(tag["state"]):
            yield "state", _state(tag["state"])
    apposed = _APPOSED.match(after)
    if apposed:
        yield "party", _PARTIES[apposed["party"].lower()]
        if apposed["state"] and _state(apposed["state"]):
            yield "state", _state(apposed["state"])
    of = _OF_STATE.match(rest)
    if of and lawmaker and not tag and (_state(of["state"]) or _state(of["state"].split()[0])):
        yield "state", _state(of["state"]) or _state(of["state"].split()[0])
    chamber = _CHAMBER.match(after)
    if chamber:
        yield "chamber", chamber["which"]


def _ages(story: str, begin: int, end: int, before: str, after: str) -> Iterator[tuple[str, str]]:
    match = _AGE_AFTER.match(after)
    if match:
        age = match["age"] or match["age2"]
        then = match["then"] or re.search(r"^[^.]{0,12} at the time", after[match.end() :])
        if not then:
            yield "age", age
        else:
            rest = re.match(r"[^.\n]*", story[end : end + 200])
            sentence = story[max(story.rfind(". ", 0, begin), story.rfind("\n", 0, begin)) + 1 : end]
            sentence += rest.group() if rest else ""
            earlier = story[max(0, begin - 330) : begin]
            years = (
                re.findall(r"\b(?:in|of|since) (?:[A-Z][a-z]+ )?(19\d\d|20[012]\d)\b", sentence)
                or re.findall(r"\b(?:in|of|since) (?:[A-Z][a-z]+ )?(19\d\d|20[012]\d)\b", earlier)[-1:]
            )
            if len(set(years)) == 1:
                yield "born", str(int(years[0]) - int(age))
    born = _BORN.match(after)
    if born:
        yield "born", born["year"]
    front = _AGE_BEFORE.search(re.sub(rf"(?:{_NAME} |[A-Z]\. )*$", "", before))
    if front:
        yield "age", front["age"]


def one_person(found: list[Mention]) -> bool:
    """Whether all mentions of a surname may be of one person: one first name, short forms and initials aside."""
    firsts = sorted({each.first for each in found if len(each.first) > 1})
    return all(short_form(one, other) for n, one in enumerate(firsts) for other in firsts[n + 1 :])
