"""Parts of a whole that an earlier sentence counts: "six of the wounded are …", "four of nine …. The other …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import NUMERAL, numbers, value_of
from sayso.check.gated import Gated
from sayso.check.sums.partitions import Partition
from sayso.patterns import compiled
from sayso.types import Span

ROUGH = compiled(r"\b(?:about|around|nearly|almost|some|at least|over|more than|roughly|up to|fewer than)\s*$", re.I)
_BE = r"(?:are|were|is|was|have|had|came|come|died|remain|remained|live|work|went|voted|belong|belonged)"
#: "Six of the wounded are soldiers and five are civilians".
_BOTH = Gated(
    rf"\b(?P<a>{NUMERAL}) of (?:the|its|their|these|those) (?P<what>[a-z]{{4,}}) {_BE}\b[^.;:\d]{{2,60}}?,? "
    rf"(?:and|while|but) (?:the other )?(?P<b>{NUMERAL}) {_BE}\b(?! (?:wounded|injured|hurt|missing))",
    (" of ",),
    re.IGNORECASE,
)
#: "four of its nine employees", and in the same sentence or the next "The other seven".
_SOME = Gated(
    rf"(?<![\w$£€])(?P<a>[$£€]?{NUMERAL}) of (?:the|its|their|his|her|our) (?P<n>[$£€]?{NUMERAL})\b(?! (?:percent|"
    rf"per cent))",
    (" of ",),
    re.IGNORECASE,
)
_REST = compiled(
    rf"\bthe (?:other|remaining) (?P<b>[$£€]?{NUMERAL})\b(?! (?:days?|weeks?|months?|years?|hours?|per ?cent|%)\b)",
    re.IGNORECASE,
)
#: Words between which a third share may stand: then the rest is less than all that is left.
_A_THIRD = compiled(rf"\b(?:another|further) {NUMERAL}\b|\bone (?:more|other)\b", re.IGNORECASE)


def remainders(context: Context) -> Iterator[Partition]:
    """Totals and shares that stand in neighbouring sentences, or the total in the headline or the opening."""
    for n, sentence in enumerate(context.sentences):
        words = sentence.span.of(context.text)
        if context.quoted(sentence.span.begin):
            continue
        match = _BOTH.search(words)
        whole = _whole(context, match["what"], sentence.span.begin) if match else None
        if match and whole:
            total, place = whole
            parts = (value_of(match["a"]), value_of(match["b"]))
            if max(parts) < total:
                yield Partition(part(sentence.span, *match.span()), place, total, parts, False)
        yield from _of_them(sentence.span, words)
        some = _SOME.search(words)
        if some:
            yield from _the_rest(sentence.span, words, part(sentence.span, some.end(), len(words)), context.text)
        following = context.sentences[n + 1] if n + 1 < len(context.sentences) else None
        if following is None:
            return
        after = following.span.of(context.text)
        if following.block == sentence.block or after.startswith(("The other ", "The remaining ")):
            yield from _the_rest(sentence.span, words, following.span, context.text)
        yield from _the_rivals(sentence.span, words, following.span, after)


#: "52 Greens, and six of them are not on board with the other 46".
_THE_OTHER = Gated(
    rf"(?<![\w$£€])(?P<n>{NUMERAL}) (?!percent|per cent|%)"
    rf"[a-z-]*(?: ?[A-Za-z’'-]+)?\b[^.;:\d]{{2,60}}?\b(?P<a>{NUMERAL}) of "
    rf"(?:them|those|these|whom)\b[^.;:\d]{{2,80}}?\bthe (?:other|remaining) (?P<b>{NUMERAL})\b",
    ("the other", "the remaining"),
    re.IGNORECASE,
)
#: "Of the 18 slots, three are the union's, while the other 15 are chosen in May".
_OF_THE = Gated(
    rf"^[“\"]?Of (?:the|its|their|his|her) (?P<n>{NUMERAL}) [^.;:\d]{{3,90}}?, (?P<a>{NUMERAL}) "
    rf"[a-z][^.;:\d]{{2,90}}?\bthe "
    rf"(?:other|remaining) (?P<b>{NUMERAL})\b",
    ("the other", "the remaining"),
)
#: "won 135 of Vesta's 247 delegates", and in the next sentence "Dorn had won 104".
_WON_OF = Gated(
    rf"\b(?P<verb>won|has|had|holds?|took|got|received|gets|takes|controls?) (?:at least |about )?(?P<a>{NUMERAL}) "
    rf"of (?:the |its |"
    rf"[\w’'. -]{{2,25}}[’']s? )(?P<n>{NUMERAL}) (?:[a-z-]+ )?(?P<what>delegates|seats|votes|districts|counties|wards|"
    rf"slots|spots|positions|shares)\b",
    (" of ",),
)
_RIVAL = compiled(
    rf"^[A-Z][\w’'. ]{{2,30}} (?:had |has )?(?:won|has|had|holds?|took|got|received|gets|takes|controls?|claimed|"
    rf"picked up) "
    rf"(?:about |at least |the other |the remaining )?(?P<b>{NUMERAL})(?=[,.;]| (?:of (?:them|those)|delegates|"
    rf"seats|votes|districts|"
    rf"counties|wards|slots|spots|positions|shares)\b)"
)


def _of_them(here: Span, words: str) -> Iterator[Partition]:
    for match in (*_THE_OTHER.finditer(words), *_OF_THE.finditer(words)):
        total, parts = value_of(match["n"]), (value_of(match["a"]), value_of(match["b"]))
        if total not in range(1900, 2101) and max(parts) < 2 * total and not _A_THIRD.search(match.group()):
            span = part(here, *match.span())
            yield Partition(span, span, total, parts, True)


def _the_rivals(here: Span, words: str, there: Span, after: str) -> Iterator[Partition]:
    """What one has of a whole and what the next has: no more than there is."""
    some, rival = list(_WON_OF.finditer(words)), _RIVAL.match(after)
    if len(some) == 1 and rival and not ROUGH.search(words[: some[0].start()]):
        total, parts = value_of(some[0]["n"]), (value_of(some[0]["a"]), value_of(rival["b"]))
        if max(parts) < total:
            yield Partition(part(there, *rival.span()), part(here, *some[0].span()), total, parts, False)


def _the_rest(here: Span, words: str, there: Span, text: str) -> Iterator[Partition]:
    """A share of a whole, and in the sentence after it all others."""
    some, rest = list(_SOME.finditer(words)), _REST.search(there.of(text))
    if len(some) != 1 or rest is None or ROUGH.search(words[: some[0].start()]):
        return
    if _A_THIRD.search(words[some[0].end() :]) or len(numbers(there.of(text)[: rest.start()])) > 0:
        return
    total, parts = value_of(some[0]["n"]), (value_of(some[0]["a"]), value_of(rest["b"]))
    more = [each.value for each in numbers(words, some[0].end())]
    if max(parts) < total and not any(each == total - sum(parts) for each in more):
        yield Partition(part(there, *rest.span()), part(here, *some[0].span()), total, parts, True)


def _whole(context: Context, what: str, end: int) -> tuple[float, Span] | None:
    """The one count of ``what`` that stands before ``end``: "12 wounded fighters", "nine miners"; else none."""
    count = re.compile(rf"(?<![\w.,-])(?P<n>{NUMERAL}) (?:[a-z-]+ )?{re.escape(what)}\b", re.IGNORECASE)
    found = [
        match
        for match in count.finditer(context.story, 0, end)
        if not ROUGH.search(context.story[max(0, match.start() - 14) : match.start()])
    ]
    values = {value_of(match["n"]) for match in found}
    if len(values) != 1:
        return None
    return values.pop(), Span(*found[0].span())
