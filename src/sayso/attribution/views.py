"""One attribution as the later steps look at it: its words and what stands around its cue, worked out once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.attribution.cues import table
from sayso.attribution.passages import Passages
from sayso.patterns import kept
from sayso.tagger.spans import Attribution
from sayso.tokens import Remembered
from sayso.types import Report, SourceRef, Span

WORD = kept(r"\w+(?:['’]\w+)*|[^\w\s]")
_QUOTES = frozenset("\"“”„«»'‘’")


@lru_cache(maxsize=4)
def _light(language: str) -> frozenset[str]:
    return frozenset(table(language)["light"].split())


def words(text: str) -> tuple[str, ...]:
    """Lower-case words and punctuation marks, straight apostrophes."""
    return tuple(WORD.findall(text.lower().replace("’", "'")))


_ENDS = ("ing", "ed", "es", "s", "ion", "ions")


def stem(word: str) -> str:
    """Inflection cut off, crudely; only to compare words and for features."""
    return _STEMS[word]


def _stem(word: str) -> str:
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)].rstrip("e")
    return word.rstrip("e")


_STEMS = Remembered(_stem)


@dataclass(frozen=True, slots=True)
class View:
    """An attribution's words, as :func:`words` gives them, and its places.

    ``core``: the cue without auxiliaries; ``plain``: the content without quotation marks; ``before`` and ``after``: the
    sentence around the cue, ``gap`` up to the content; ``said``: from first to
    last of the content, ``whole`` of all; ``stretch``: the paragraph.
    """

    attribution: Attribution
    ref: SourceRef
    paragraph: int
    sentence: Span
    stretch: Span
    whole: Span
    said: Span
    cue: tuple[str, ...]
    core: tuple[str, ...]
    content: str
    plain: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    gap: tuple[str, ...]
    direct: bool
    headline: bool


def _joined(text: str, spans: Sequence[Span]) -> str:
    return " ".join(text[max(0, b) : max(0, e)] for b, e in spans)


def _hull(spans: Sequence[Span]) -> Span:
    return Span(max(0, min(spans).begin), max(0, *[s.end for s in spans]))


def _next(attribution: Attribution, offset: int) -> int:
    """Where the content goes on after ``offset``; far off where it does not."""
    return min((max(span.begin, offset) for span in attribution.content if span.end > offset), default=offset + 1000)


def view(report: Report, attribution: Attribution, ref: SourceRef, where: Passages) -> View:
    text = report.text
    light = _light("english")
    cue = words(_joined(text, attribution.cue))
    content = _joined(text, attribution.content)
    said = _hull((*attribution.content, *attribution.content))
    anchor = _hull((*attribution.cue, *attribution.cue)) if attribution.cue else Span(said.begin, said.begin)
    sentence = where.sentence(anchor.begin)
    after = words(text[anchor.end : anchor.end + 80])
    following = _next(attribution, anchor.end)
    first, last = content.lstrip()[:1], content.rstrip(" .,")[-1:]
    paragraph = where.paragraph(anchor.begin)
    return View(
        attribution=attribution,
        ref=ref,
        paragraph=paragraph,
        sentence=sentence,
        stretch=where.paragraphs[paragraph] if where.paragraphs else sentence,
        whole=_hull((*attribution.spans, *attribution.content)),
        said=said,
        cue=cue,
        core=tuple([word for word in cue if word not in light]),
        content=content,
        plain=tuple([word for word in words(content) if word not in _QUOTES]),
        before=words(text[max(sentence.begin, anchor.begin - 80) : anchor.begin]),
        after=after,
        gap=words(text[anchor.end : following]) if following < anchor.end + 80 else after,
        direct=first in _QUOTES and last in _QUOTES,
        headline=paragraph == 0 and bool(report.blocks) and report.blocks[0].role == "headline",
    )
