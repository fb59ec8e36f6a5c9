"""Defects of a text that a person should know of, each with its exact span: notes, never repairs.

Codes: not-english (of the whole text, from the layout), unclosed-quotation, unopened-quotation,
doubled-word, broken-sentence, misencoded, entities, inserted-card.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sayso.report.damage import entities, misencoded
from sayso.report.marks import Marks, scan
from sayso.report.slips import broken_sentences, doubled_words
from sayso.types import Block, Note, Span

NOT_ENGLISH = "not-english"
_READ = frozenset(["headline", "deck", "paragraph", "subhead", "caption"])
#: Notes of one code: more say nothing new about the text.
MOST = 200


_RULES: tuple[Callable[[str, Span], Iterator[Note]], ...] = (doubled_words, broken_sentences, misencoded, entities)


def notes(text: str, blocks: Sequence[Block], marks: Marks | None = None) -> tuple[Note, ...]:
    """Notes in text order; ``marks`` where the caller has scanned the blocks already."""
    read = tuple(block for block in blocks if block.role in _READ)
    found = list(_quotations(marks or scan(text, read)))
    for rule in _RULES:
        count = len(found)
        for block in read:
            if rule is broken_sentences and block.role != "paragraph":
                continue
            found.extend(rule(text, block.span))
            if len(found) - count >= MOST:
                break
        del found[count + MOST :]
    return tuple(sorted(found, key=lambda note: note.span or Span(0, 0)))


def _quotations(marks: Marks) -> Iterator[Note]:
    unclosed = [q for q in marks.quotations if q.depth == 0 and not q.closed and not q.continues]
    for quotation in unclosed[:MOST]:
        yield Note("unclosed-quotation", quotation.span, "A quotation that opens here is never closed")
    for span in marks.unopened[:MOST]:
        yield Note("unopened-quotation", span, "A quotation closes here that was never opened")
