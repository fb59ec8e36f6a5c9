"""Content and quotation marks made to agree: a statement's content holds whole quotations, with their marks.

The tagger knows words; the marks are exact. Where the two meet, a content that reaches into a quotation takes it in
as far as no other statement stands in the way, and a paragraph that is nothing but a quotation is a statement even
where the tagger saw none: the speaker before it goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.patterns import kept
from sayso.report.marks import Quotation
from sayso.tagger.spans import Attribution
from sayso.types import Kind, Span

_LEADING = frozenset(" \t\n\u00a0,;:.)]—–-…•·‣▪●*")
_TRAILING = frozenset(" \t\n\u00a0,;:([—–-")
#: What may stand between a content's last word and the closing mark.
_INNER = frozenset(" .,!?…;:—–-")
#: What the next clause begins with, at the end of a content: a conjunction and its auxiliary, a participle.
_HANGING = kept(
    r"[,;\s—–-]\s*\b(?:but|and|or|while|although|though)"
    r"(?:\s(?:could|would|will|had|has|have|did|does|was|were|is|are|can))?\Z|,\s[a-z]+ing\Z"
)
#: A preposition cut off from what it goes with: "guilty to arson at | Veldham Crown Court".
_BEFORE = kept(r"\s+(?:at|of|from|in|on|into|with|by|during)\Z")
#: Share of a paragraph's letters inside quotation marks from which it is nothing but a quotation.
_ONLY = 0.95
_FEWEST_WORDS = 3


#: The time of an entry of a live page.
_CLOCK = kept(
    r"\s*(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\b\.?)?(?:\s(?:GMT|BST|CET|ET|EST|EDT|UTC))?(?:\s*[–—:-])?\s+"
)


def clocks(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """The times at the heads of paragraphs, which nobody said: "14:20 The ferry …"."""
    return [Span(*m.span()) for paragraph in paragraphs if (m := _CLOCK.match(text, *paragraph))]


def settle(
    text: str, found: Sequence[Attribution], quotations: Sequence[Quotation], page: Sequence[Span] = ()
) -> list[Attribution]:
    """``found`` with contents trimmed and fitted to the outermost ``quotations``; what has none left is dropped.

    ``page``: datelines and times, which are the page's words and nobody's.
    """
    outer = [q for q in quotations if q.depth == 0]
    found = _without_echoes([_named_after(page, a) for a in found])
    out = []
    for number, attribution in enumerate(found):
        others = [s for i, a in enumerate(found) if i != number for s in a.content]
        fixed = [*attribution.cue, *((attribution.source,) if attribution.source else ())]
        content = tuple(
            span
            for piece in _after(page, attribution.content)
            if (span := _fit(text, piece, outer, fixed, others)).begin < span.end
            and any(map(str.isalnum, span.of(text)))
        )
        if content:
            content = _merge(text, content)
            out.append(attribution if content == attribution.content else replace(attribution, content=content))
    return _without_echoes(out)


def _without_echoes(found: Sequence[Attribution]) -> list[Attribution]:
    """Each statement once: of equal ones the surest; one without cue and source only where no other has its words."""
    best: dict[object, Attribution] = {}
    for a in found:
        key = (a.source, a.content)
        if key not in best or best[key].score < a.score:
            best[key] = a
    anchored = [a for a in best.values() if a.cue or a.source]
    bare = sorted((a for a in best.values() if not (a.cue or a.source)), key=lambda a: -_size(a.content))
    taken = sorted(span for a in anchored for span in a.content)
    kept = []
    for a in bare:
        if not any(span.overlaps(other) for span in a.content for other in taken):
            kept.append(a)
            taken += a.content
    return sorted((*anchored, *kept), key=lambda a: (a.begin, a.end))


def _size(content: Sequence[Span]) -> int:
    return sum(span.end - span.begin for span in content)


def split(text: str, found: Sequence[Attribution]) -> list[Attribution]:
    """Contents that go over a paragraph's end are a statement for each: the later ones continue the first."""
    out = []
    for attribution in found:
        groups: list[list[Span]] = [[attribution.content[0]]]
        for before, piece in pairwise(attribution.content):
            if "\n" in text[before.end : piece.begin]:
                groups.append([])
            groups[-1].append(piece)
        home = max(groups, key=lambda g: _nearness(text, attribution, g)) if len(groups) > 1 else groups[0]
        out.append(replace(attribution, content=tuple(home)) if len(groups) > 1 else attribution)
        later = [group for group in groups if group is not home and group[0].begin > home[-1].end]
        out += [Attribution(None, (), tuple(group), "continued", score=attribution.score) for group in later]
    return out


def _nearness(text: str, attribution: Attribution, group: Sequence[Span]) -> int:
    """Higher for the part of a content that stands in the paragraph of the cue."""
    anchor = attribution.cue[0].begin if attribution.cue else attribution.begin
    between = text[min(anchor, group[0].begin) : max(anchor, group[0].begin)]
    return -between.count("\n")


def _fit(text: str, piece: Span, outer: Sequence[Quotation], fixed: Sequence[Span], others: Sequence[Span]) -> Span:
    begin, end = trimmed(text, piece, outer)
    for q in outer:
        if begin >= end or not (q.span.begin < end and begin < q.span.end):
            continue
        if q.span.begin < begin and _free(Span(q.span.begin, begin), q, text, fixed, others):
            begin = q.span.begin
        if end < q.span.end and _free(Span(end, q.span.end), q, text, fixed, others):
            end = q.span.end
    return Span(begin, end)


def _after(page: Sequence[Span], content: Sequence[Span]) -> list[Span]:
    """The content without the page's own words."""
    out = list(content)
    for own in page:
        out = [Span(max(s.begin, own.end), s.end) if s.overlaps(own) else s for s in out]
    return [s for s in out if s.begin < s.end]


def _named_after(page: Sequence[Span], a: Attribution) -> Attribution:
    if a.source is None or not any(a.source.overlaps(own) for own in page):
        return a
    rest = _after(page, [a.source])
    return replace(a, source=rest[0] if rest else None)


def _free(rest: Span, q: Quotation, text: str, fixed: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether the part of a quotation that a content leaves out belongs to it.

    Marks alone always do; words do unless another statement has them or the statement is made inside the quotation.
    """
    words = text[max(rest.begin, q.content.begin) : min(rest.end, q.content.end)]
    if all(char in _INNER for char in words):
        return True
    return not any(q.span.overlaps(s) for s in fixed) and not any(rest.overlaps(s) for s in others)


def trimmed(text: str, span: Span, outer: Sequence[Quotation] = ()) -> Span:
    """Without surrounding spaces and separators, and without the sentence's full stop where no quotation holds it."""
    begin, end = span
    while begin < end and text[begin] in _LEADING:
        begin += 1
    while end > begin and (text[end - 1] in _TRAILING or (text[end - 1] == "." and _stop(text, begin, end))):
        if not text[end - 1].isspace() and any(q.content.begin < end <= q.content.end for q in outer):
            break
        end -= 1
    before = (
        _BEFORE.search(text, begin, end) if text[end : end + 1] == " " and text[end + 1 : end + 2].isalnum() else None
    )
    if before:
        end = before.start()
    hanging = _HANGING.search(text, begin, end)
    return trimmed(text, Span(begin, hanging.start()), outer) if hanging else Span(begin, end)


def _stop(text: str, begin: int, end: int) -> bool:
    """A full stop that ends a sentence; that of an initialism (U.S.) stays."""
    word = text[max(begin, end - 6) : end - 1].split()[-1:]
    return not (word and ("." in word[0] and len(word[0].split(".")[-1]) == 1))


def _merge(text: str, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Pieces that overlap or that nothing but space and marks parts are one."""
    out: list[Span] = []
    for piece in sorted(pieces):
        between = text[out[-1].end : piece.begin] if out else ""
        if out and (piece.begin <= out[-1].end or not ("\n" in between or any(map(str.isalnum, between)))):
            out[-1] = Span(out[-1].begin, max(out[-1].end, piece.end))
        else:
            out.append(piece)
    return tuple(out)


def kind(text: str, content: Sequence[Span], quotations: Sequence[Quotation]) -> Kind:
    """direct: every letter inside quotation marks; mixed: some; indirect: none."""
    outer = [q.span for q in quotations if q.depth == 0]
    inside = outside = 0
    for span in content:
        marks = [q for q in outer if q.overlaps(span)]
        letters = sum(map(str.isalnum, span.of(text)))
        quoted = sum(sum(map(str.isalnum, text[max(q.begin, span.begin) : min(q.end, span.end)])) for q in marks)
        inside += quoted
        outside += letters - quoted
    if not inside:
        return "indirect"
    return "mixed" if outside else "direct"


def continued(
    text: str, paragraphs: Sequence[Span], found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """Statements for paragraphs that are nothing but a quotation and hold no content so far."""
    out = []
    taken = [span for a in found for span in a.content]
    for paragraph in paragraphs:
        mine = [q.span for q in quotations if q.depth == 0 and paragraph.contains(q.span)]
        if not mine:
            continue
        letters = sum(map(str.isalnum, paragraph.of(text)))
        quoted = sum(sum(map(str.isalnum, q.of(text))) for q in mine)
        if quoted < _ONLY * letters or len(paragraph.of(text).split()) < _FEWEST_WORDS:
            continue
        if not any(span.overlaps(paragraph) for span in taken):
            whole = Span(mine[0].begin, mine[-1].end)
            out.append(Attribution(source=None, cue=(), content=(whole,), how="continued", score=0.6))
    return out
