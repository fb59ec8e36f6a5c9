"""Corrections: which statement of which earlier report a notice takes back, and who still carries it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from sayso.trace.claims import Asserted, ordered
from sayso.trace.claims.assertions import Assertion
from sayso.trace.direction import earlier
from sayso.trace.material import Page, Scene
from sayso.trace.notices import Notice, figures_of, notices, words_of
from sayso.trace.tokens import FUNCTION
from sayso.trace.types import Correction, Location
from sayso.types import Span

COVERED = 0.7  # share of what an earlier report had asserted that a notice must repeat
REPEATED = 0.5  # share of what a notice repeats that must stand in the sentence that has the figure it takes back


@dataclass(frozen=True, slots=True, eq=False)
class _Target:
    """What a notice takes back: a stretch of an earlier report, and the assertion there, if one was read."""

    page: Page
    span: Span
    assertion: Assertion | None


class _Back:
    """One notice, and what it has to do with what the reports of a scene assert."""

    def __init__(self, scene: Scene, said: Asserted, notice: Notice) -> None:
        self._scene, self._said, self.notice = scene, said, notice
        self._page = notice.page
        self.retold = frozenset(
            a
            for group in said.groups
            for a in group
            if a.page is notice.page and any(t.begin <= a.span.begin < t.end for t in notice.told)
        )
        spans = [a.span for a in self.retold] or notice.told
        self._words = [words for span in spans if (words := words_of(self._page, span))]

    def _own(self, other: Page) -> bool:
        """Whether it may be what the notice corrects: an earlier report of the outlet, or one that it credits."""
        own = other.outlet == self._page.outlet or other.id in self._scene.sources[self._page.id]
        return own and other is not self._page and earlier(self._page.print, other.print) <= 0

    @cached_property
    def target(self) -> _Target | None:
        """What the notice repeats most of; else the sentence with the figure that it takes back."""
        likeness = self._said.likeness
        passage = likeness.spread(_stems(self._page, self.notice.around))
        best: tuple[float, Assertion] | None = None
        for group in self._said.groups:
            for a in group:
                if not self._own(a.page) or not self._may_be_wrong(figures_of(a.page, a.span)):
                    continue
                share, weight = likeness.covered(a, passage)
                if share >= COVERED and (best is None or share * weight > best[0]):
                    best = share * weight, a
        if best is not None:
            return _Target(best[1].page, best[1].span, best[1])
        return self._by_figure()

    def _may_be_wrong(self, figures: frozenset[int]) -> bool:
        return not self.notice.wrong or bool(self.notice.wrong & figures)

    def _by_figure(self) -> _Target | None:
        """The last of the sentences that have most of what the notice repeats, and the figure."""
        found: tuple[float, Page, Span] | None = None
        own = [page for page in self._scene.pages if page.outlet == self._page.outlet and self._own(page)]
        for page in own:
            for sentence in page.sentences:
                share = self._fits(page, sentence)
                if share is not None and (found is None or share >= found[0]):
                    found = share, page, sentence
        if found is None:
            return None
        _, page, sentence = found
        there = [a for group in self._said.groups for a in group if a.page is page and sentence.contains(a.span)]
        a = next((a for a in there if self.notice.wrong & figures_of(page, a.span)), None)
        return _Target(page, a.span if a else sentence, a)

    def _fits(self, page: Page, sentence: Span) -> float | None:
        """The share of the notice's words that a sentence has with the figure; None if too few."""
        if not self.notice.wrong & figures_of(page, sentence):
            return None
        here = words_of(page, sentence)
        share = max((len(words & here) / len(words) for words in self._words), default=0.0)
        return share if share >= REPEATED else None

    def parted(self, group: Sequence[Assertion]) -> Iterator[Sequence[Assertion]]:
        """The claim that was taken back, and that which the notice puts in its place; what the notice tells of an
        earlier version stays where others say it."""
        target = self.target.assertion if self.target else None
        if not self.notice.wrong or not (target in group or self.retold & set(group)):
            yield group
            return
        told = [a for a in group if a not in self.retold]
        figures = {a: figures_of(a.page, a.span) for a in told}
        wrong = [a for a in told if figures[a] & self.notice.wrong]
        right = self.notice.right or frozenset().union(
            *(figures[a] for a in told if a.page is self._page and a not in wrong)
        )
        mended = [a for a in told if figures[a] & right and a not in wrong]
        if wrong and mended:
            yield [a for a in group if a not in mended]
            yield mended
        elif wrong:
            yield group
        elif told:
            yield told

    def correction(self, groups: Sequence[Sequence[Assertion]]) -> Correction:
        notice, target = Location(self._page.id, self.notice.span), self.target
        if target is None:
            return Correction(notice, None, ())
        group = next((group for group in groups if target.assertion in group), ())
        wrong = self.notice.wrong & figures_of(target.page, target.span)
        still = {
            a.page.id
            for a in group
            if a not in self.retold and (not wrong or wrong & figures_of(a.page, a.span) or a.page.on_top(a.span))
        }
        for page in self._scene.pages:
            if target.page.id in self._scene.ancestors[page.id] and any(
                self._fits(page, sentence) is not None for sentence in page.sentences
            ):
                still.add(page.id)
        here = [page.id for page in self._scene.pages if page not in (self._page, target.page)]
        return Correction(notice, Location(target.page.id, target.span), tuple(r for r in here if r in still))


def corrections(scene: Scene, said: Asserted) -> tuple[Asserted, tuple[Correction, ...]]:
    """Every notice with what it corrects and who still has that; and what the reports assert, with the values that
    were taken back apart from those put in their place, and what notices only tell of earlier versions marked."""
    every = [_Back(scene, said, notice) for page in scene.pages for notice in notices(page)]
    retold: Collection[Assertion] = frozenset().union(*(each.retold for each in every))
    groups: list[Sequence[Assertion]] = list(said.groups)
    for each in every:
        groups = [part for group in groups for part in each.parted(group)]
    groups = [group for group in groups if any(a not in retold for a in group)]
    together = {a: n for n, group in enumerate(groups) for a in group}
    brought = tuple(b for b in said.brought if b.a in together and together[b.a] == together.get(b.b))
    said = replace(said, groups=ordered(groups), brought=brought, retold=frozenset(retold))
    return said, tuple(each.correction(said.groups) for each in every)


def _stems(page: Page, span: Span) -> list[int]:
    tokens = page.tokens
    return [int(tokens.stems[n]) for n in page.words(span) if not tokens.kinds[n] & FUNCTION]
