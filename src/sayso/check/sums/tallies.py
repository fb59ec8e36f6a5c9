"""Parts of a total in words that go on after it: "the other 2,600", "leaving 45,000", "About 600 were in Lorn"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import NUMERAL, numbers, value_of
from sayso.check.gated import Gated
from sayso.check.sums.partitions import Partition
from sayso.check.sums.remainders import ROUGH
from sayso.patterns import compiled
from sayso.types import Span

#: "3,200 of the 6,000 children …; the other 2,600": the two are all of it.
_OTHERS = Gated(
    rf"(?P<a>{NUMERAL}) of (?:the |its |their |all )?(?P<n>{NUMERAL}) [a-z][^.\d]{{0,90}}?\bthe "
    rf"(?:other|remaining|rest of the) (?P<b>{NUMERAL})\b(?! (?:days?|weeks?|months?|years?|hours?|percent|per cent))",
    ("the other", "the remaining", "the rest"),
    re.IGNORECASE,
)
#: "Power was back in 22,000 homes …, leaving 45,000 without", of the homes that the opening counts.
_LEAVING = Gated(
    rf"\b(?P<a>{NUMERAL}) (?P<what>[a-z]{{3,}}s|people)\b[^.;\d]{{0,60}}?,? leaving (?P<b>{NUMERAL})"
    rf"(?= (?:still|others?|more|to (?:be|go)|without|with(?! )|unaccounted|(?P=what))|[,.])",
    ("leaving",),
    re.IGNORECASE,
)
#: A number without its noun at the head of a sentence, and another under "and": both of what was counted before.
_TWO_OF_IT = compiled(
    rf"(?:(?:[Aa]bout|[Aa]round|[Ss]ome|[Nn]early) )?(?P<a>{NUMERAL}) (?:would|will|were|was|are|is|had|have|have been|"
    rf"died|went|came|voted)\b[^.;,\d]{{2,60}}? and (?:about |around |some |nearly )?(?P<b>{NUMERAL}) "
    rf"(?:in|at|on|from|by)\b",
    re.IGNORECASE,
)


def tallies(context: Context) -> Iterator[Partition]:
    """Totals and parts, where the words for what is left, or a count that leaves its noun out, tie them together."""
    before: Span | None = None
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in _OTHERS.finditer(words):
            place = part(sentence.span, *match.span())
            if not ROUGH.search(words[: match.start()]):
                yield Partition(place, place, value_of(match["n"]), (value_of(match["a"]), value_of(match["b"])), True)
        yield from _leaving(context, sentence.span)
        if before is not None:
            yield from _two_of_it(sentence.span, words, before, context.text)
        before = sentence.span


def _leaving(context: Context, sentence: Span) -> Iterator[Partition]:
    for match in _LEAVING.finditer(sentence.of(context.text)):
        count = re.compile(rf"\b(?P<n>{NUMERAL}) (?:[a-z-]+ )?{match['what']}\b", re.IGNORECASE)
        for place in context.sentences[:2]:
            found = count.search(place.span.of(context.text)) if place.span.begin < sentence.begin else None
            if found is None:
                continue
            total, parts = value_of(found["n"]), (value_of(match["a"]), value_of(match["b"]))
            if max(parts) < total and not 0.95 * total <= sum(parts) <= 1.05 * total:
                whole = part(place.span, *found.span())
                yield Partition(part(sentence, *match.span()), whole, total, parts, True)
            return


def _two_of_it(sentence: Span, words: str, before: Span, text: str) -> Iterator[Partition]:
    match = _TWO_OF_IT.match(words)
    earlier = [each for each in numbers(before.of(text)) if each.value not in range(1900, 2101)]
    if match is None or len(earlier) != 1 or not re.match(r" [a-z]{3,}", before.of(text)[earlier[0].span.end :]):
        return
    total, parts = earlier[0].value, (value_of(match["a"]), value_of(match["b"]))
    if max(parts) < total and sum(parts) > 1.05 * total and not ROUGH.search(before.of(text)[: earlier[0].span.begin]):
        yield Partition(part(sentence, *match.span()), part(before, *earlier[0].span), total, parts, False)
