"""Corrections: which statement of which earlier report a notice takes back, and who still carries it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.trace.citing import is_correction
from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.likeness import Likeness
from sayso.trace.material import Page, Scene
from sayso.trace.tokens import FUNCTION
from sayso.trace.types import Correction, Location
from sayso.types import Span

COVERED = 0.7  # share of what an earlier report had asserted that a notice must repeat
_TAKES_BACK = re.compile(
    r"\b(?:withdr[ae]ws?|withdrew|retracts?|retracted|corrects?|corrected|wrongly|incorrectly|erroneously|mistakenly"
    r"|misstated|misidentified|misquoted|in error|was wrong|were wrong|inaccurate|regrets? the error"
    r"|has been removed)\b"
    r"|\b(?:earlier|previous|original) (?:\w+ )?(?:version|story|report|article)\b",
    re.IGNORECASE,
)


def corrections(scene: Scene, groups: Sequence[Sequence[Assertion]], likeness: Likeness) -> tuple[Correction, ...]:
    """Every notice with what it corrects; what another report's copy of the claim still says is listed with it."""
    return tuple(_corrected(scene, page, notice, groups, likeness) for page in scene.pages for notice in _notices(page))


def _notices(page: Page) -> Iterator[Span]:
    """Correction blocks; of a report that is a notice as a whole, the sentence that says what was wrong."""
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


def _corrected(
    scene: Scene, page: Page, notice: Span, groups: Sequence[Sequence[Assertion]], likeness: Likeness
) -> Correction:
    """What the notice repeats most of, from its outlet's own earlier reports or those that it credits."""
    said = likeness.spread(_stems(page, page.paragraphs[page.paragraph(notice.begin)]))
    best: tuple[float, int, Assertion] | None = None
    for number, group in enumerate(groups):
        for other in group:
            own = other.page.outlet == page.outlet or other.page.id in scene.sources[page.id]
            if other.page is page or not own or other.page.age > page.age:
                continue
            share, weight = likeness.covered(other, said)
            if share >= COVERED and (best is None or share * weight > best[0]):
                best = share * weight, number, other
    if best is None:
        return Correction(Location(page.id, notice), None, ())
    _, number, other = best
    still = {a.page.id: None for a in groups[number] if a.page is not page and a.page is not other.page}
    return Correction(Location(page.id, notice), Location(other.page.id, other.span), tuple(still))


def _stems(page: Page, span: Span) -> list[int]:
    tokens = page.tokens
    return [int(tokens.stems[n]) for n in page.words(span) if not tokens.kinds[n] & FUNCTION]
