"""Short quotations whose one telling word differs: "It is a scandal", "It is a disgrace".

No word of weight is left that tells that both are one utterance, so the speaker must be one and what stands around the
words must agree: what else of the speaker's is quoted there, or what the reporter says of when and how it was said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import LCSseq

from sayso.trace.speakers import Cast
from sayso.trace.utterances.pieces import Piece
from sayso.trace.utterances.wording import FUNCTION, wording
from sayso.types import Span

_LEAST = 3  # words of the shorter; also of other quoted words that both have
_ALIKE = 0.6  # share of the longer's words that stand in the other in order
_AROUND = 2  # words of the reporter's own that both have, a day counts for as many
_MOST = 24  # such quotations of one speaker that are all compared
_SAID = frozenset("told tell tells added adds asked ask mr mrs ms".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


def short(found: Sequence[Piece], cast: Cast) -> Iterator[tuple[int, int]]:
    """Pairs of one speaker's quotations with one content word each, the same wording on several pages once."""
    said: dict[tuple[str, str], dict[tuple[object, ...], int]] = defaultdict(dict)
    for n, piece in enumerate(found):
        if piece.statement is not None and len(piece.content) == 1 and len(piece.wording.words) >= _LEAST:
            speaker = cast.of(piece.page.id, piece.statement.source.id)
            said[speaker].setdefault((piece.wording.norms, piece.strand), n)
    for own in said.values():
        yield from combinations(list(own.values())[:_MOST], 2)


def retold(a: Piece, b: Piece) -> bool:
    """Whether two quotations of one speaker's, with one content word each that differs, are one utterance."""
    x, y = a.wording.norms, b.wording.norms
    if not (len(a.content) == len(b.content) == 1) or LCSseq.similarity(x, y) < _ALIKE * max(len(x), len(y)):
        return False
    if _has(a, y) or _has(b, x):
        return False  # the page quotes both: two utterances
    quoted = _beside(a), _beside(b)
    if LCSseq.similarity(*quoted) >= _LEAST and LCSseq.normalized_similarity(*quoted) >= _ALIKE:
        return True
    shared = _around(a) & _around(b)
    return bool(shared & _DAYS) or len(shared) >= _AROUND


def _has(piece: Piece, norms: tuple[str, ...]) -> bool:
    """The piece's page quotes these words too."""
    return any(wording(piece.page.text, [q.span]).norms == norms for q in piece.page.quotations)


def _beside(piece: Piece) -> tuple[str, ...]:
    """What else the piece's paragraph quotes."""
    here = [q.span for q in piece.page.quotations if piece.page.paragraph(q.span.begin) == piece.paragraph]
    return wording(piece.page.text, [span for span in here if span != piece.span]).norms


def _around(piece: Piece) -> frozenset[str]:
    """The reporter's own words of weight in the piece's sentence, without the speaker's name."""
    page = piece.page
    at = page.sentence(piece.span.begin)
    if at is None:
        return frozenset()
    sentence = page.sentences[at]
    outside, last = [], sentence.begin
    for quotation in page.quotations:
        if quotation.span.overlaps(sentence):
            outside.append(Span(last, max(last, quotation.span.begin)))
            last = quotation.span.end
    outside.append(Span(last, max(last, sentence.end)))
    name = piece.statement.source.name if piece.statement else None
    named = frozenset(wording(name, [Span(0, len(name))]).norms) if name else frozenset()
    return frozenset(wording(page.text, outside).norms) - FUNCTION - named - _SAID
