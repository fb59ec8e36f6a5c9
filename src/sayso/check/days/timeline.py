"""Times of a report counted from one another: "Sunday, two days after Friday's vote", "a month later, on June 3".

Every weekday, date, month and year of a sentence is a stretch of days of the calendar (a weekday only its place in the
week), and every "two days after", "a week earlier" an offset between two of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sayso.check.context import Context, part
from sayso.check.days.calendar import WEEKDAY, exists, month_named, published_on
from sayso.check.figures.numbers import NUMERAL, numbers, value_of
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|"
    r"Nov(?:ember|\.)|Dec(?:ember|\.))"
)
YEAR = r"(?:19|20)\d\d"
_TIME = compiled(
    rf"\b(?:(?P<w>{WEEKDAY})\b(?!,? {MONTH} \d)(?![’']s (?:Times|Post|Journal))|"
    rf"(?P<m>{MONTH}) (?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|[-–/]\d| (?:percent|million|"
    rf"people))(?:,? (?P<y>{YEAR})\b)?|"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m2>{MONTH})(?:,? (?P<y2>{YEAR})\b)?|"
    rf"(?P<m3>{MONTH}),? (?:of )?(?P<y3>{YEAR})\b|(?<=\b[Ii]n )(?P<m4>{MONTH})(?! \d)|"
    rf"(?<![\d$£€,.-])(?P<y5>{YEAR})(?![\d%-]|,\d|s\b))"
)
_ANY_YEAR = compiled(rf"\b{YEAR}\b")
_N = rf"(?:{NUMERAL}|an?|the|a couple of)"
_ROUGH = (
    r"(?P<rough>(?:about|around|nearly|almost|roughly|some|more than|over|less than|just over|just under|barely) )?"
)
OFFSET = compiled(
    rf"\b{_ROUGH}(?:just |only |exactly )?(?:(?P<n>{_N}) (?P<unit>day|week|month|year)s? (?P<way>after|before|"
    rf"later|earlier|"
    r"following|prior to|ahead of)|(?P<next>the (?:next|following) day)|(?P<previous>the (?:previous day|"
    r"day before)))\b",
    re.IGNORECASE,
)
#: Between a time and the offset that is counted to it: "Sunday, just two days after", "Sunday morning – a day after".
_JOINED = compiled(
    r"(?: (?:morning|afternoon|evening|night))?(?:,| –| —| --|-)? ?(?:\(?(?:and |came |comes |was |were |"
    r"happened |is |it was )?)$"
)
#: Between an offset and the time that it leads to: "a day later, on Thursday".
_LEADS = compiled(r",? ?\(?(?:(?:on|in) )?(?:the )?(?:early |late )?$")
#: "two days after Monday's debate, on Thursday".
_AT_LAST = compiled(r"(?:[’']s)?(?: [\w’'-]+){0,4},? on (?:the )?")
#: Between an opening offset and the day on which somebody spoke: "A day later, Holm told reporters on Sunday".
_SPOKE = compiled(
    r",? [^;:“”\"]{0,70}?\b(?:said|say|told [^;:,“”\"]{2,30}|in an? (?:[a-z]+ )?(?:statement|letter|tweet|post|"
    r"interview|speech|memo|email|e-mail)(?: dated| issued| released)?|wrote|[a-z]{3,}ed) (?:late |early )?(?:on )?$"
)
_SPOKE_BREAK = compiled(r"\b(?:that|who|which|when|after|before|since|until|by|for|to|will|would)\b")
_BREAK = compiled(r"[;:]|(?<=[a-z]{2})\. |\b(?:and|but|while|although|though|because|which)\b")
_LONG = {"day": (1.0, 0.0), "week": (7.0, 4.0), "month": (30.44, 17.0), "year": (365.25, 250.0)}


@dataclass(frozen=True, slots=True)
class Time:
    """``days``: the first and the last day it may mean, for each year it may be of; ``weekday``: 0 is Monday."""

    begin: int
    end: int
    words: str
    weekday: int | None
    days: tuple[tuple[int, int], ...]


def times(words: str, published: date | None) -> list[Time]:
    """The weekdays, dates, months and years of a sentence, in its order."""
    found = []
    near = {published.year - 1, published.year, published.year + 1} if published else set[int]()
    near |= {int(each) for each in _ANY_YEAR.findall(words)}
    for match in _TIME.finditer(words):
        if match["w"]:
            found.append(Time(*match.span(), match["w"], WEEKDAYS.index(match["w"].lower()), ()))
            continue
        name = match["m"] or match["m2"] or match["m3"] or match["m4"]
        stated = match["y"] or match["y2"] or match["y3"] or match["y5"]
        years = [int(stated)] if stated else sorted(near)
        day = match["d"] or match["d2"]
        stretches = [stretch(year, month_named(name) if name else 0, int(day) if day else 0) for year in years]
        known = tuple(each for each in stretches if each)
        if known:
            found.append(Time(*match.span(), match.group(), None, known))
    return found


def stretch(year: int, month: int, day: int) -> tuple[int, int] | None:
    if not month:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if day:
        return (date(year, month, day).toordinal(),) * 2 if exists(year, month, day) else None
    return date(year, month, 1).toordinal(), date(year + month // 12, month % 12 + 1, 1).toordinal() - 1


def miscounted_days(context: Context) -> Iterator[tuple[Span, str]]:
    """Each offset that no pair of the times beside it gives."""
    published = published_on(context)
    before = ""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        found: list[Time] | None = None
        for match in OFFSET.finditer(words):
            found = times(words, published) if found is None else found
            asked = _asked(words, match, found, times(before, published))
            if asked:
                yield part(sentence.span, *asked[0]), asked[1]
        before = words


def _asked(
    words: str, match: re.Match[str], found: list[Time], earlier: list[Time]
) -> tuple[tuple[int, int], str] | None:
    """The stretch and what was looked for, where the offset's two times are known and no pair of them fits."""
    way = (match["way"] or "").lower() or ("later" if match["next"] else "earlier")
    if way in ("later", "earlier") and words[match.end() :].startswith(" than "):
        return None  # "two years earlier than expected"
    if way == "after" and words[match.end() : match.end() + 1] == ",":
        way = "later"  # "The day after, on Saturday, …"
    left = [each for each in found if each.end <= match.start()]
    right = [each for each in found if each.begin >= match.end()]
    if way in ("later", "earlier"):
        here = right[0] if right and _LEADS.fullmatch(words[match.end() : right[0].begin]) else None
        rest = left or earlier
        if here is None and right and not words[: match.start()].strip(' “"'):
            gap = words[match.end() : right[0].begin]
            here = right[0] if _SPOKE.fullmatch(gap) and not _SPOKE_BREAK.search(gap) else None
        if here is None and left and _JOINED.fullmatch(words[left[-1].end : match.start()]):
            here, rest = left[-1], left[:-1] or earlier
    else:
        here = left[-1] if left and _JOINED.fullmatch(words[left[-1].end : match.start()]) else None
        if here is None and len(right) > 1 and _AT_LAST.fullmatch(words[right[0].end : right[1].begin]):
            here, right = right[1], right[:1]
        rest = right if right and not _BREAK.search(words[match.end() : right[0].begin]) else []
        rest = [each for each in rest if each.begin - match.end() < 110]
    rest = [each for each in rest if here and (each.weekday is None) == (here.weekday is None)]
    if here is None or not rest:
        return None
    sign = 1 if way in ("later", "after", "following") else -1
    if any(
        _fits(match, sign, here, each) for each in (*rest, *(right[1:] if way in ("later", "earlier") else left[:-1]))
    ):
        return None
    other = rest[0] if way not in ("later", "earlier") else rest[-1]
    begin, end = (
        min(here.begin, match.start(), other.begin if rest[0] in found else here.begin),
        max(here.end, match.end()),
    )
    if other in found:
        end = max(end, other.end)
    return (begin, end), f"{match.group().strip()!r} between {other.words} and {here.words}; found that it is not"


def _fits(match: re.Match[str], sign: int, here: Time, other: Time) -> bool:
    """Whether ``here`` may lie so long after (or, where ``sign`` is negative, before) ``other``."""
    unit = (match["unit"] or "day").lower()
    words = (match["n"] or "a").lower()
    count = 2.0 if words.startswith("a couple") else 1.0 if words in ("a", "an", "the") else value_of(words)
    if here.weekday is not None and other.weekday is not None:
        if unit in ("month", "year") or (match["rough"] and unit != "day"):
            return True
        apart = sign * (here.weekday - other.weekday) % 7
        return apart == (count * (7 if unit == "week" else 1)) % 7 or count > 6
    length, slack = _LONG[unit]
    slack += 0.2 * count * length if match["rough"] else 0.06 * count * length if unit != "day" else 0.0
    for first, last in here.days:
        for begin, end in other.days:
            low, high = sorted((sign * (first - end), sign * (last - begin)))
            if low - slack <= count * length <= high + slack:
                return True
    return not here.days or not other.days


_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ANNIVERSARY = compiled(
    rf"\b(?P<o>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)|(?:{NUMERAL})-year|{NUMERAL}-year) (?:[a-z]+ )?anniversary\b"
    r"(?: of (?P<what>[^.,;:]{3,60}))?",
    re.IGNORECASE,
)
_YEARS_ON = compiled(rf"\b(?P<n>{NUMERAL}|a) years? (?:after|since|on\b|later)", re.IGNORECASE)
_LAST_YEAR = compiled(
    r"\b(?:died|dead|death|killed|killing|murder\w*|slain|slaying|assassinat\w+|shot|attack\w*|shooting|bombing|crash\w*)\b"
    rf"[^.;]{{0,70}}? (?:on|in) (?:{MONTH}(?: \d{{1,2}})?|\d{{1,2}} {MONTH})(?:,? (?P<last>last year)|"
    rf",? (?:of )?(?P<year>{YEAR}))\b"
)
_DEATH = compiled(r"\b(?:death|killing|murder|slaying|assassination|attacks?|shooting|bombing|crash)\b")


def unlike_anniversaries(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """An anniversary, the place that makes it another one, and what was looked for."""
    told = list(_ANNIVERSARY.finditer(context.story))
    counts = {_ordinal(match["o"]) for match in told}
    if len(counts) != 1:
        return
    anniversary, count = told[0], counts.pop()
    place = Span(*anniversary.span())
    if context.headline and not context.headline.span.overlaps(place):
        headline = context.headline.span
        years = list(_YEARS_ON.finditer(headline.of(context.text)))
        given = 1.0 if years and years[0]["n"].lower() == "a" else value_of(years[0]["n"]) if years else count
        if len(years) == 1 and given != count:
            yield (
                place,
                part(headline, *years[0].span()),
                f"the headline's {years[0].group()!r}; found {anniversary['o']!r}",
            )
            return
    published = published_on(context)
    days = list(_LAST_YEAR.finditer(context.story))
    since = {1 if each["last"] else published.year - int(each["year"]) if published else -1 for each in days}
    if len(since) == 1 and _DEATH.search(anniversary["what"] or "") and not context.quoted(anniversary.start()):
        real = since.pop()
        if 0 < real < 60 and abs(real - count) >= 1 and (days[0]["last"] or abs(real - count) > 1):
            yield (
                place,
                Span(*days[0].span()),
                f"an anniversary that fits {days[0].group()!r}; found {anniversary['o']!r}",
            )


def _ordinal(word: str) -> float:
    lower = word.lower()
    if lower in _ORDINALS:
        return _ORDINALS.index(lower) + 1.0
    return numbers(re.match(r"[\w-]+?(?=-year|st$|nd$|rd$|th$)", lower)[0])[0].value  # type: ignore[index]
