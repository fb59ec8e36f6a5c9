"""Spans of years held against the years that a sentence gives: "built in 1971, 42 years ago"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.check.context import Context, part
from sayso.check.days.calendar import published_on
from sayso.check.figures.numbers import NUMERAL, value_of
from sayso.patterns import compiled
from sayso.types import Span

_YEAR = compiled(
    r"(?<![\d$£€,.-])(?:1[6-9]|20)\d\d(?!s|,\d|\.\d| ?(?:people|crowns|euros|dollars|votes|miles|km|metres|feet))\b"
)
_VAGUE = compiled(r"\b(?:more than|over|at least|nearly|almost|less than|fewer than|under|up to|about|around|some)\s*$")
_ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_N = rf"(?P<n>{NUMERAL}|a decade|two decades|three decades|half a century|a century)"
#: Spans that reach from a year of the sentence to now.
_TO_NOW = (
    rf"\b(?:1[6-9]|20)\d\d(?: [a-z]+)?,? (?:more than |over |nearly |almost |about )?{_N} years? ago\b",
    rf"\bfor (?:the (?:past|last) )?(?:\w+ )?{_N}(?: years)?,? (?:ever )?since\b",
    rf"\bfirst (?:\w+ ){{0,4}}?in {_N} years\b(?=.*\blast\b)",
    rf"\b(?:born|founded|opened|built|established|launched|created)\b.*\b(?:turns|turned|will turn|is now|now|will "
    rf"be) {_N}\b(?! (?!years|this)[a-z]+s\b)(?=,| this| on| and|\.|$| years)",
    r"\b(?:marks|celebrates|marked|celebrated|marking|celebrating|for|on) (?:its|his|her|their|the) "
    r"(?P<o>\d+)(?:st|nd|rd|th) (?:anniversary|birthday|year)",
    rf"\b(?:turns|turned|will turn) {_N}\b(?=,| this| on| and| in|\.|$| years)",
    rf"\b{_N}-year-old (?:[a-z]+ ){{1,3}}?(?:was|were|,)[^.;]{{0,30}}?\b(?:built|passed|opened|founded|born|signed|"
    rf"made|"
    rf"launched|completed|finished)\b[^.;]{{0,20}}?\bin\b",
    rf"\bborn (?:[\w’'-]+ ){{0,4}}?in (?:1[89]|20)\d\d,? (?:and )?is (?:now )?(?:aged )?{_N}\b",
    rf"\bborn (?:[\w’'-]+ ){{0,4}}?in (?:1[89]|20)\d\d, is {_N}\b",
    rf"\bhas (?:been|led|run|served|worked|lived|stood|held|lain)\b[^.;]{{0,50}}? for {_N} years\b",
    rf"\bsince\b[^.;]{{0,60}}?(?:1[6-9]|20)\d\d, {_N} years(?: ago)?\b",
)
#: Spans to now or between two years of the sentence.
_EITHER = (
    r"\b(?P<o>\d+)(?:st|nd|rd|th) (?:anniversary|birthday)\b",
    rf"\bin (?:its|his|her|their) (?P<o>\d+(?=st|nd|rd|th)|{'|'.join(_ORDINALS)})(?:st|nd|rd|th)? year\b",
)
#: Spans between two years of the sentence.
_BETWEEN = (
    rf"(?<!than it had )(?<!than in )\bfor (?:the |a (?:period|total) of )?{_N}(?: years)?\b"
    r"(?! ?(?:%|per ?cent|percent|term|(?!years)[a-z]+s\b))",
    rf"\b{_N} years (?:from|between) (?=(?:1[6-9]|20)\d\d)",
    rf"\b(?:went on|lasted|ran|stood empty|served|ruled|reigned)\b[^.;\d]{{0,40}}?\b{_N}(?: years)?\b"
    r"(?! (?!years)[a-z]+s\b)(?! term)",
    rf"\b{_N} years (?:later|earlier|after|before|apart)\b",
    rf"\baged? {_N}\b|\bat the age of {_N}\b|\bat {_N}(?=[,.]|$)|(?<!and )\b{_N} years old\b",
    rf"\b(?:{_N}-year|{_N} years?[’']) (?:war|term|reign|rule|sentence|lease|contract|career|stay|marriage|run|"
    rf"tenure)\b",
    rf"\b(?:spent|spends|spending|after|served|serving|worked) {_N} years\b",
    rf"\bruns? for {_N} years\b",
)
_WORDS = {"a decade": 10, "two decades": 20, "three decades": 30, "half a century": 50, "a century": 100}


def misreckoned(context: Context) -> Iterator[tuple[Span, str]]:
    """Each span of years that no pair of the years at hand gives; a year more or less is let pass."""
    published = published_on(context)
    now = published.year if published else None
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        years = _years(words)
        found = None
        if years and not context.quoted(sentence.span.begin):
            if now:
                found = _first(_TO_NOW, words, {now - year for year in years}, years)
            gaps = {abs(a - b) for a in years for b in years if a != b}
            gaps |= {now - year for year in years} if now else set()
            if not found and now:
                found = _first(_EITHER, words, gaps, years)
            if not found and len(years) > 1:
                found = _first(_BETWEEN, words, gaps, years)
        if found:
            begin, end, number, gaps = found
            yield (
                part(sentence.span, begin, end),
                f"a span that fits the years {', '.join(map(str, sorted(years)))}"
                f"{f' and {now}' if now and now not in years else ''}; found {number:g}",
            )
    yield from _out_of_order(context)


def _years(words: str) -> set[int]:
    return {int(each) for each in _YEAR.findall(words)}


def _first(
    patterns: tuple[str, ...], words: str, gaps: set[int], years: set[int]
) -> tuple[int, int, float, set[int]] | None:
    for pattern in patterns:
        for match in _compiled(pattern).finditer(words):
            given = next(
                (value for name, value in match.groupdict().items() if name.startswith(("n", "o")) and value), None
            )
            if given is None:
                continue
            number = _WORDS.get(given.lower()) or _ORDINALS.get(given.lower()) or value_of(given)
            rough = _VAGUE.search(words[: match.start("n")]) if match.groupdict().get("n") else None
            slack = 1 if not rough else max(2.0, 0.15 * number)
            decades = bool(re.search(r"decade|century", given)) * max(3.0, 0.2 * number)
            if number in years or number > 400 or number != int(number):
                continue
            if all(abs(gap - number) > max(slack, decades) for gap in gaps):
                return match.start(), match.end(), number, gaps
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(_named_apart(pattern), re.IGNORECASE)


def _named_apart(pattern: str) -> str:
    """The pattern with the group ``n`` of its alternatives named apart."""
    count = 0

    def name(_match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return "(?P<n>" if count == 1 else f"(?P<n{count + 5}>"

    return re.sub(r"\(\?P<n>", name, pattern)


_BEGUN = r"(?:founded|born|built|opened|created|established|launched|set up|formed)"
_DONE = (
    r"(?:sold|closed|died|torn down|demolished|dissolved|bought|retired|went bankrupt|burned down|shut|merged|bankrupt)"
)
_BEGAN_IN = compiled(rf"\b{_BEGUN}\b[^.;\d]{{0,40}}?\bin (?P<y>(?:1[6-9]|20)\d\d)\b")
_JOINED_IN = compiled(
    r"\b(?:retired|left|resigned|was sacked)\b[^.;\d]{0,30}?\bin (?P<b>(?:19|20)\d\d) after (?:joining|starting|"
    r"becoming|taking)"
    r"\b[^.;\d]{0,40}?\bin (?P<a>(?:19|20)\d\d)\b"
)
_DONE_IN = compiled(rf"\b{_DONE}\b[^.;\d]{{0,40}}?\bin (?P<y>(?:1[6-9]|20)\d\d)\b")


def _out_of_order(context: Context) -> Iterator[tuple[Span, str]]:
    """What was founded after it was sold, told of one thing in one sentence or two."""
    for first, second in zip(context.sentences, [*context.sentences[1:], None], strict=False):
        words = first.span.of(context.text)
        joined = _JOINED_IN.search(words)
        if joined and int(joined["a"]) > int(joined["b"]):
            yield part(first.span, *joined.span()), f"a beginning before the end; found {joined['a']} and {joined['b']}"
        following = second.span.of(context.text) if second and second.block == first.block else ""
        for one, other in ((words, following), (following, words)):
            began, done = _BEGAN_IN.search(one), _DONE_IN.search(other)
            linked = re.match(r"(?:It|He|She|The)\b", following)
            if began and done and linked and int(began["y"]) > int(done["y"]):
                yield first.span, f"a beginning before the end; found {began['y']} and {done['y']}"
                break
