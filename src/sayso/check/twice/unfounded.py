"""Figures of the headline that the story has nowhere, neither in digits nor in words, rounded or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import numbers, say
from sayso.patterns import compiled
from sayso.types import Span

_ANY = compiled(
    r"(?<!\d)(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[ -]?"
    r"(?P<scale>k|m|mn|bn|b|tn|million|billion|trillion|thousand|hundred)\b)?",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "t": 1e3, "h": 1e2, "m": 1e6, "b": 1e9}
_WORDS = {
    "dozen": 12.0, "hundred": 100.0, "thousand": 1000.0, "half": 50.0, "third": 33.0, "quarter": 25.0, "century": 100.0,
    "decade": 10.0, "trio": 3.0,
}  # fmt: skip
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
#: A number that counts the items of the piece, names something, or tells a time.
_NO_COUNT = compiled(
    r"[-–]?\s?(?:[a-z]+ )?(?:differences|questions|issues|topics|quotes|highlights|lessons|steps|tweets|clips|myths|"
    r"problems|times|policies|things|ways|reasons|takeaways|questions|facts|moments|lessons|"
    r"charts|maps|photos|tips|stories|key|big|"
    r"takes|points|years?|months?|weeks?|days?|hours?|minutes?|a\.?m|p\.?m|o[’']clock|"
    r"-year|st|nd|rd|th|s\b|[-/]\d|to watch|"
    r"new|best|worst|most)\b|[-/:]\d|s\b|th\b",
    re.IGNORECASE,
)


_LIST = compiled(r"^\S+ [\w’' ]{3,40} to (?:watch|know|expect)\b", re.IGNORECASE)


def unfounded(context: Context) -> Iterator[tuple[Span, str]]:
    """At most one figure of the headline: one from which every figure of the body is more than a twelfth away."""
    if context.headline is None or len(context.body) < 3:
        return
    words = context.headline.span.of(context.text)
    body = context.text[context.body[0].span.begin :]
    for number in numbers(words):
        before, after = words[: number.span.begin], words[number.span.end :]
        named = re.search(
            r"(?:[A-Z]{1,3}|[A-Za-z])-$|\b(?:No|Section|Title|Article|Channel|Route|Flight|Day|Phase|Covid)[.-]? ?$|"
            r"\d[/.:]$|"
            r"\b(?:Jan|Feb|Mar|April?|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? $",
            before,
        )
        if (
            number.value < 3
            or number.value in (101, *range(1900, 2101))
            or named
            or _NO_COUNT.match(after.lstrip())
            or _LIST.search(words)
        ):
            continue
        more = re.search(r"\b(?:more than|over|at least)\b[^.;,]{0,3}[$£€]?$", before, re.IGNORECASE)
        given = number.value * _SCALES.get(after[:1].lower() if re.match(r"(?:k|m|bn?|tn)\b", after, re.I) else "", 1)
        if more and any(given <= each <= 2 * given for each in _figures(body)):
            continue
        if not any(abs(each - given) <= 0.08 * max(each, given) for each in _figures(body)):
            yield part(context.headline.span, *number.span), f"{say(given)} in the body; found no such figure there"
            return


#: Days of a month, hours, years and ages are no counts.
_TIMES = compiled(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept?|"
    r"Oct|Nov|Dec)"
    r"\.? \d{1,2}\b(?:,? (?:19|20)\d\d)?|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|"
    r"October|"
    r"November|December)\b|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\b\d{1,2}:\d\d\b|\b(?:19|20)\d\d\b|\b\d\d-year-old|"
    r"\b\d{1,2} (?:months?|years?|days?|hours?|minutes?) (?:old|ago)\b|, \d\d,"
)


def _figures(body: str) -> list[float]:
    body = _TIMES.sub(lambda match: re.sub(r"[\w,]", " ", match.group()), body)
    found = [each.value for each in numbers(body)]
    for match in _ANY.finditer(body):
        plain = float(re.match(r"[\d,.]*\d", match.group())[0].replace(",", ""))  # type: ignore[index]
        found += [plain, plain * _SCALES.get((match["scale"] or " ")[0].lower(), 1)]
    lower = body.lower()
    found += [value for word, value in _WORDS.items() if word in lower]
    return found + [n + 3.0 for n, word in enumerate(_ORDINALS) if word in lower]
