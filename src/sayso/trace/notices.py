"""Notices of corrections: what they tell of an earlier version, and which figures they take back and put in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.sentences import sentences
from sayso.trace.citing import is_correction
from sayso.trace.material import Page, whole
from sayso.trace.tokens import FUNCTION, NUMBER
from sayso.types import Span

_TAKES_BACK = re.compile(
    r"\b(?:withdr[ae]ws?|withdrew|retracts?|retracted|corrects?|corrected|wrongly|incorrectly|erroneously|mistakenly"
    r"|misstated|misidentified|misquoted|in error|was wrong|were wrong|inaccurate|regrets? the error"
    r"|has been removed)\b"
    r"|\b(?:earlier|previous|original) (?:\w+ )?(?:version|story|report|article)\b",
    re.IGNORECASE,
)
_TEXT = r"(?:version|story|report|article|piece|dispatch|item|edition|headline|post|column)s?"
#: What an earlier text had said is told after these words.
_EARLIER = re.compile(
    rf"\b(?:earlier|previous|prior|original|first|initial) (?:\w+ )?{_TEXT}\b"
    rf"|\b(?:in|an?) (?:(?:an?|our|its|the) )?(?:[\w.]+ ){{0,3}}{_TEXT} (?:of|on|in|from|sent|published|about|that)\b"
    rf"|\b(?:this|the|our) {_TEXT} (?:(?:also|had|first|\w+ly) )*"
    r"(?:said|stated|reported|wrote|gave|put|named|called|mis\w+ed)\b"
    r"|\bwe (?:(?:also|had|first|\w+ly) )*(?:said|stated|reported|wrote|gave|put|named|called|mis\w+ed)\b",
    re.IGNORECASE,
)
_REPORTED = r"[^.;]{0,40}?\b(?:reported|said|stated|wrote|gave|misstated|put)\b"
#: Where such a sentence comes to what is right.
_TURNS = re.compile(r";|[,–—]?\s+(?:but|whereas|when in fact|in fact|although|though|when it)\b", re.IGNORECASE)
_INSTEAD_OF = re.compile(r"\b(?:not|rather than|instead of|from)(?: \w+){0,2}? \Z", re.IGNORECASE)
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_NO_FIGURE_BEFORE = re.compile(rf"(?:{_MONTH}|\b(?:[Pp]ara(?:graph)?s?|[Ll]ines?|[Pp]age|[Nn]o\.?)) \Z")
_NO_FIGURE_AFTER = re.compile(rf"(?:st|nd|rd|th)? (?:of )?{_MONTH}")


@dataclass(frozen=True, slots=True, eq=False)
class Notice:
    """``told``: stretches of it that tell what an earlier version said. ``wrong`` and ``right``: the figures (hashed
    stems of numbers) that it takes back and those that it gives besides."""

    page: Page
    span: Span
    told: tuple[Span, ...]
    wrong: frozenset[int]
    right: frozenset[int]

    @property
    def around(self) -> Span:
        """The paragraph that it stands in."""
        return self.page.paragraphs[self.page.paragraph(self.span.begin)]


def notices(page: Page) -> Iterator[Notice]:
    """Correction blocks; of a report that is a notice as a whole, the sentence that says what was wrong."""
    for span in _spans(page):
        paragraph = page.paragraphs[page.paragraph(span.begin)]
        told = tuple(_told(page, paragraph))
        yield Notice(page, span, told, *_figures(page, paragraph, told))


def _spans(page: Page) -> Iterator[Span]:
    blocks = [block.span for block in page.reading.report.blocks if block.role == "correction"]
    if blocks:
        yield from blocks
    elif is_correction(page):
        for sentence in page.sentences:
            if _TAKES_BACK.search(page.text, sentence.begin, sentence.end):
                yield sentence
                return
        if page.sentences:
            yield page.sentences[0]


def _told(page: Page, paragraph: Span) -> Iterator[Span]:
    own = re.compile(rf"\b{re.escape(page.outlet)}\b{_REPORTED}") if page.outlet else None
    for sentence in sentences(page.text, paragraph):
        match = _EARLIER.search(page.text, *sentence)
        if match is None and own is not None:
            match = own.search(page.text, *sentence)
        if match is not None:
            turn = _TURNS.search(page.text, match.end(), sentence.end)
            yield Span(match.end(), turn.start() if turn else sentence.end)


def _figures(page: Page, paragraph: Span, told: tuple[Span, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """The figures that a notice takes back, and the others that it gives."""
    contents = [whole(s) for s in page.reading.statements if any(span.contains(whole(s)) for span in told)]
    wrong: set[int] = set()
    right: set[int] = set()
    for n in page.words(paragraph):
        begin, end = int(page.tokens.begin[n]), int(page.tokens.end[n])
        before = page.text[max(paragraph.begin, begin - 40) : begin]
        if not page.tokens.kinds[n] & NUMBER:
            continue
        if _NO_FIGURE_BEFORE.search(before) or _NO_FIGURE_AFTER.match(page.text, end):
            continue
        here = [span for span in told if span.contains(Span(begin, end))]
        if _INSTEAD_OF.search(before) and not here:
            wrong.add(int(page.tokens.stems[n]))
        elif not here:
            right.add(int(page.tokens.stems[n]))
        elif not contents or any(content.contains(Span(begin, end)) for content in contents):
            wrong.add(int(page.tokens.stems[n]))
    return frozenset(wrong), frozenset(right - wrong)


def figures_of(page: Page, span: Span) -> frozenset[int]:
    """The numbers that stand there."""
    tokens = page.tokens
    return frozenset(int(tokens.stems[n]) for n in page.words(span) if tokens.kinds[n] & NUMBER)


def words_of(page: Page, span: Span) -> frozenset[int]:
    """The other words that stand there and tell something."""
    tokens = page.tokens
    return frozenset(int(tokens.stems[n]) for n in page.words(span) if not tokens.kinds[n] & (NUMBER | FUNCTION))
