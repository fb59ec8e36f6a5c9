"""Quotations on a page: what stands between the marks, who says it, and in which language it was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.trace.material import Page, Strands, whole
from sayso.trace.utterances.wording import Wording, wording
from sayso.types import Span, Statement

_LANGUAGES = (
    "Arabic|Armenian|Azeri|Bengali|Bulgarian|Burmese|Cantonese|Catalan|Chinese|Creole|Croatian|Czech|Danish|Dari|Dutch"
    "|Farsi|Finnish|French|Georgian|German|Greek|Hausa|Hebrew|Hindi|Hungarian|Igbo|Indonesian|Italian|Japanese|Kazakh"
    "|Khmer|Korean|Kurdish|Lao|Latvian|Lithuanian|Malay|Mandarin|Mongolian|Nepali|Norwegian|Pashto|Persian|Polish"
    "|Portuguese|Punjabi|Romanian|Russian|Serbian|Sinhala|Slovak|Slovene|Somali|Spanish|Swahili|Swedish|Tagalog|Tamil"
    "|Tatar|Thai|Tibetan|Tigrinya|Turkish|Ukrainian|Urdu|Uyghur|Uzbek|Vietnamese|Welsh|Wolof|Yoruba|Zulu|dialect"
)
_FOREIGN = re.compile(
    rf"\b(?:in|from) (?:the )?(?:[A-Z][\w-]+ |local |native |broken |his |her |their )?(?:{_LANGUAGES})\b(?! [A-Z])"
    r"|\b(?:through|via|with) (?:a|an|his|her|the) (?:interpreter|translator)\b|\btranslated\b|\btranslation\b"
    r"|\b(?:speaking|spoke|said|says|told \w+|wrote|added|declared|asked) in [A-Z]\w+(?:ish|ese|ian|ole|ic|ch)\b"
)


@dataclass(frozen=True, eq=False)
class Piece:
    """One pair of marks and what is between them; ``statement`` is the one it belongs to, where one was read."""

    page: Page
    span: Span
    closed: bool
    statement: Statement | None
    strand: tuple[str, int] | None

    @cached_property
    def wording(self) -> Wording:
        return wording(self.page.text, [self.span])

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(word.norm for word in self.wording.words if word.content)

    @property
    def paragraph(self) -> int:
        return self.page.paragraph(self.span.begin)

    @cached_property
    def foreign(self) -> bool:
        """The page says that this was said in another language than it is printed in."""
        around = self.page.paragraphs[self.paragraph] if self.page.paragraphs else Span(0, 0)
        text = self.page.text
        outside = text[around.begin : self.span.begin] + " " + text[self.span.end : around.end]
        return bool(_FOREIGN.search(outside))


def pieces(page: Page, strands: Strands) -> Iterator[Piece]:
    """Every quotation with a content word, in text order."""
    said = [(statement, whole(statement)) for statement in page.reading.statements if statement.content]
    for quotation in page.quotations:
        piece = Piece(
            page=page,
            span=quotation.span,
            closed=quotation.closed or quotation.continues,
            statement=_said_in(said, quotation.span),
            strand=strands.of(page, quotation.content.begin),
        )
        if piece.content:
            yield piece


def _said_in(said: Iterable[tuple[Statement, Span]], span: Span) -> Statement | None:
    """The statement whose content has most of the quotation; of several the innermost."""
    best: tuple[int, int] | None = None
    found = None
    for statement, around in said:
        if around.end <= span.begin or around.begin >= span.end:
            continue
        held = sum(max(0, min(s.end, span.end) - max(s.begin, span.begin)) for s in statement.content)
        if held * 2 >= span.end - span.begin:
            size = around.end - around.begin
            if best is None or (held, -size) > best:
                best, found = (held, -size), statement
    return found
