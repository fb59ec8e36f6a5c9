"""Contents cut where the words of another begin: the next source, the source's own name, the next sentence spoken.

The tagger's contents end now and then a few words too late, or begin too early. Only what another span or the
sentence shows is mended here; marks are :mod:`quoting`'s.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.patterns import kept
from sayso.report.marks import Quotation
from sayso.tagger.spans import Attribution
from sayso.types import Span

#: What is left hanging where a content is cut before another's source.
_JOINED = kept(r"[,;\s]+(?:\b(?:and|but|while|as|though|although)\s*)?\Z")
#: The name in apposition to "her publisher", at the head of what the publisher says.
_NAMED = kept(r"(?P<name>(?:[A-Z][\w.&’'-]*\s?){1,5}),\s+(?=[a-z“\"])")
_DESCRIBED = kept(r"(?:[a-z]|[A-Z][\w’'-]*['’]s\s[a-z])")
#: Where a sentence ends within a quotation and the next begins.
_NEXT = kept(r"[.!?]\s+(?=[A-Z“\"‘'])")
_NO_STOP = kept(r"\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Col|Lt|No|[A-Z])\.\s+\Z")


def trim(text: str, found: Sequence[Attribution], marks: Sequence[Quotation]) -> list[Attribution]:
    """``found`` with contents that end before another's source, after the source's own name, within their sentence."""
    outer = [mark.span for mark in marks if mark.depth == 0]
    out = []
    for a in found:
        cut = _without_own_name(text, _before_the_next(text, _without_strays(a, found), found))
        content = _without_lead(text, replace(cut, content=_within_a_sentence(text, cut, outer)), outer)
        out.append(a if content == a.content else replace(a, content=content))
    return out


def _before_the_next(text: str, a: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Without the source of the statement that follows: "was full, and the manifest | lists 141 names"."""
    last = a.content[-1]
    for other in found:
        source = other.source
        if source is None or other is a or not (last.begin < source.begin and source.end == last.end):
            continue
        if other.cue and other.cue[0].begin >= last.end and all(part.begin >= last.end for part in other.content):
            cut = _JOINED.search(text, last.begin, source.begin)
            end = cut.start() if cut else source.begin
            content = (*a.content[:-1], *((Span(last.begin, end),) if end > last.begin else ()))
            return replace(a, content=content) if content and content != a.content else a
    return a


def _without_strays(a: Attribution, found: Sequence[Attribution]) -> Attribution:
    """Without a part that is another's source alone, of which nothing is told in that part."""
    if len(a.content) == 1:
        return a
    others = [b.source for b in found if b.source is not None and b.source != a.source]
    content = tuple(part for part in a.content if not any(source.contains(part) for source in others))
    return replace(a, content=content) if content else a


#: What leads in a whole sentence that is quoted: "After the vote, “We were robbed,”".
_LEAD = kept(r"[^“”\".;:\n]{2,80},\s\Z")


def _without_lead(text: str, a: Attribution, outer: Sequence[Span]) -> tuple[Span, ...]:
    """Without the reporter's words before a sentence in quotation marks, to which the cue belongs that follows it."""
    first = a.content[0]
    if len(a.content) > 1 or not a.cue or a.cue[0].begin < first.end:
        return a.content
    mark = next((each for each in outer if first.begin < each.begin and each.end == first.end), None)
    if mark is None or not _LEAD.match(text, first.begin, mark.begin):
        return a.content
    words = mark.of(text).strip('“”"')
    return (mark,) if words[:1].isupper() and words[-1:] in ",.?!" else a.content


def _without_own_name(text: str, a: Attribution) -> Attribution:
    """Without the name that a described source has in apposition: "according to her publisher, Norvast Press, …"."""
    first, source = a.content[0], a.source
    if source is None or text[source.end : first.begin].strip() != "," or not _DESCRIBED.match(text, source.begin):
        return a
    named = _NAMED.match(text, *first)
    if named is None or not a.cue or a.cue[0].begin > source.begin:
        return a
    return replace(a, content=(Span(named.end(), first.end), *a.content[1:]))


def _within_a_sentence(text: str, a: Attribution, outer: Sequence[Span]) -> tuple[Span, ...]:
    """What somebody tells within his own quotation that another said ends with its sentence: "“He's told me he saw it.
    I did not.”" """
    around = next((q for q in outer if a.cue and q.contains(a.cue[0]) and q.contains(a.content[0])), None)
    first = a.content[0]
    if around is None or first.begin <= around.begin + 1 or text[first.begin] in "“\"‘'" or first.begin < a.cue[0].end:
        return a.content
    for match in _NEXT.finditer(text, *first):
        if not _NO_STOP.search(text, first.begin, match.end()):
            return (Span(first.begin, match.start()),)
    return a.content
