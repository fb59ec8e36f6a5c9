"""Denials that a copy left out though it carries the claim that they stand against."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.trace.caveats import content
from sayso.trace.material import Page, Scene
from sayso.trace.types import Claim, DroppedCaveat, Location, StatementAt

_DENIES = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ials?)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)"
    r"|rebut(?:s|ted|ting)?|contradict(?:s|ed|ing)?|contest(?:s|ed|ing)?|untrue|false|baseless|unfounded"
    r"|groundless|nonsense|no truth)\b",
    re.IGNORECASE,
)
_MOST = 4  # words of a denial of which the later report must have half, where it denies something itself


def undenied(scene: Scene, claims: Iterable[Claim]) -> Iterator[DroppedCaveat]:
    """Each denial once for every copy of a report with both the claim and the denial."""
    for claim in claims:
        if not claim.denied_by:
            continue
        carried = {at.report for at in claim.statements}
        answered = {at.report for at in claim.denied_by}
        for copy in scene.copies:
            if copy.report in carried - answered and copy.of in carried & answered:
                taken = frozenset(scene.strands.pairs.get((copy.report, copy.of), {}).values())
                yield from _dropped(claim, scene.by_id[copy.of], scene.by_id[copy.report], taken)


def _dropped(claim: Claim, earlier: Page, later: Page, taken: frozenset[int]) -> Iterator[DroppedCaveat]:
    """``taken``: the sentences of ``earlier`` that ``later`` has."""
    told = {earlier.sentence(at.span.begin) for at in claim.statements if at.report == earlier.id}
    for denial in claim.denied_by:
        if denial.report == earlier.id:
            number = _sentence(earlier, denial)
            if number is not None and number not in taken | told and not _denied_too(earlier, number, later):
                yield DroppedCaveat(Location(earlier.id, earlier.sentences[number]), later.id)


def _sentence(page: Page, denial: StatementAt) -> int | None:
    """The sentence that denies in so many words, outside quotations: one that says the opposite answers nothing."""
    number = page.sentence(denial.span.begin)
    if number is None:
        return None
    sentence = page.sentences[number]
    quoted = [quotation.span for quotation in page.quotations]
    for match in _DENIES.finditer(page.text, sentence.begin, sentence.end):
        if not any(span.begin <= match.start() < span.end for span in quoted):
            return number
    return None


def _denied_too(earlier: Page, number: int, later: Page) -> bool:
    """The later report has a denial of the same matter, or by the same source, in whatever words."""
    ours = content(earlier, earlier.sentences[number])
    return any(
        len(ours & content(later, sentence)) * 2 >= min(len(ours), _MOST)
        for sentence in later.sentences
        if _DENIES.search(later.text, sentence.begin, sentence.end)
    )
