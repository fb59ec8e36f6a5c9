"""Where a text was cut, pasted or stopped in mid-sentence, as a small network tells it (``CARD.md``)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sayso.check.context import Context
from sayso.check.form.seams.network import load
from sayso.check.form.seams.tokens import REACH, tokens
from sayso.patterns import compiled
from sayso.types import Span

#: Log-odds from which on a place is asked about: a full stop, no full stop, and none before a capital, where a name may
#: begin ("the For the People Act").
_STOP, _INSIDE, _CAPITAL = 6.0, 7.0, 9.0
#: A stop of an abbreviation, or before a number: "Jer. 6:14".
_SHORT = compiled(r"\b[A-Z][a-z]{0,3}\.|\.\s?\d")
_AROUND = 4  # words on either side that are shown
_MOST = 4  # in a report: one with more is no prose


def seams(context: Context) -> Iterator[tuple[Span, str]]:
    """The words around each such place, with what was looked for."""
    network = load()
    read = tokens(context.text, [block.span for block in context.body], network.known)
    if len(read.begin) < 2 * REACH:
        return
    scores = network.scores(read)
    found = []
    for at in (scores > _STOP).nonzero()[0].tolist():
        begin, end = read.begin[at], read.end[at]
        stop = context.text[begin:end] == "."
        if stop and _SHORT.search(context.text, max(0, begin - 6), end + 3):
            continue
        bar = _STOP if stop else _CAPITAL if context.text[begin].isupper() else _INSIDE
        block = context.paragraph_at(begin)
        if scores[at] > bar and block is not None and not _doubled(read.number[max(0, at - 3) : at + 3].tolist()):
            words = context.body[block].span
            first, last = max(0, at - _AROUND), min(len(read.begin), at + _AROUND) - 1
            around = Span(max(words.begin, read.begin[first]), min(words.end, read.end[last]))
            told = "found words that go on" if stop else "found words that do not belong together"
            found.append(
                (around, f"{'the end of a sentence before the full stop' if stop else 'one sentence'}; {told}")
            )
    if len(found) <= _MOST:
        yield from found


def _doubled(numbers: list[int]) -> bool:
    """Whether a word or two stand twice there, which is another question."""
    return any(one == two for one, two in pairwise(numbers)) or any(
        numbers[n : n + 2] == numbers[n + 2 : n + 4] for n in range(len(numbers) - 3)
    )
