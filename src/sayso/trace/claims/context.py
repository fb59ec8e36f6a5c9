"""How alike two assertions are with what stands around them: the rest of the statement, its sentence, the one before.

Independent witnesses share few words in the clause itself; what they speak of was often named a sentence earlier.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

import numpy as np

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.likeness import weigh
from sayso.trace.claims.overlap import Bags, Floats, Ints, Lists, in_common, words_alike
from sayso.trace.material import Page, Scene, whole
from sayso.trace.tokens import FUNCTION, NAME, NUMBER
from sayso.types import Span

# How much a word counts by where it stands: in the clause, the statement, the sentence, the sentence before.
LEVELS = (1.0, 0.7, 0.5, 0.2)
AKIN = 0.6  # cosine from which on two words count as alike: among so many some are alike by chance


Around = tuple[Page, tuple[tuple[int, Span], ...]]


class Contexts:
    """Likeness in context between texts of a scene, each given by its place in ``made``: a page, and there the text and
    what stands around it, each with its level, the nearest first."""

    def __init__(self, scene: Scene, made: Sequence[Around]) -> None:
        words = _Words(scene.pages)
        each, number = np.unique(words.stems, return_inverse=True)
        marked = np.array([not form for form in words.forms], bool)
        weights = weigh(words.stems, _families(scene, each)[number], max(4, len(scene.families)), marked)
        entries, level, text = _places(made, words)
        # Of a stem that stands in several places the nearest counts.
        first = np.unique(text * len(each) + number[words.kinds[entries]], return_index=True)[1]
        kinds, level, text = words.kinds[entries[first]], level[first], text[first]
        own = weights[kinds]
        self._bags = Bags(Lists.grouped(text, kinds, len(made)), level, (own,), LEVELS)
        self._total = np.bincount(text, np.array(LEVELS)[level] * own, len(made))
        self._alike = words_alike(words.stems, words.forms, marked, AKIN)

    def each(self, ones: Ints, others: Ints) -> Floats:
        """For each pair the share of their weight that they have in common, 0 to 1."""
        (shared,) = in_common(self._bags, self._alike, ones, others)
        whole = np.sqrt(self._total[ones] * self._total[others])
        return np.where(whole > 0, shared / np.where(whole > 0, whole, 1), 0.0)


class _Words:
    """The content words of pages, one page after the other, as ``kinds``: of one stem and form each.

    ``forms`` are in lower case, empty for names and numbers.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        known: dict[tuple[int, str], int] = {}
        kinds: list[int] = []
        self._begins: dict[str, tuple[int, list[int]]] = {}
        for page in pages:
            tokens, text = page.tokens, page.text
            content = np.flatnonzero((tokens.kinds & FUNCTION) == 0)
            begins = tokens.begin[content].tolist()
            self._begins[page.id] = len(kinds), begins
            marks = (tokens.kinds[content] & (NAME | NUMBER)).tolist()
            kinds += [
                known.setdefault((stem, "" if marked else text[begin:end].lower()), len(known))
                for stem, begin, end, marked in zip(
                    tokens.stems[content].tolist(), begins, tokens.end[content].tolist(), marks, strict=True
                )
            ]
        self.kinds = np.array(kinds, np.intp)
        self.stems = np.array([stem for stem, _ in known], np.intp)
        self.forms = [form for _, form in known]

    def within(self, page: Page, span: Span) -> tuple[int, int]:
        """The first word of a span, and the first after it."""
        first, begins = self._begins[page.id]
        return first + bisect_left(begins, span.begin), first + bisect_left(begins, span.end)


def _places(made: Sequence[Around], words: _Words) -> tuple[Ints, Ints, Ints]:
    """Words in and around each text, the nearest first, some of them several times: the word's place, its level, the
    text."""
    found = np.array(
        [(n, level, *words.within(page, span)) for n, (page, places) in enumerate(made) for level, span in places],
        np.intp,
    ).reshape(-1, 4)
    text, level, begin, end = found.T
    entries, which = Lists(begin, end - begin, begin).at(np.arange(len(found)))
    return entries, level[which], text[which]


def assertion_around(assertion: Assertion) -> Around:
    page = assertion.page
    places = [(0, assertion.span), (1, whole(assertion.statement))]
    at = page.sentence(assertion.span.begin)
    if at is not None:
        places.append((2, page.sentences[at]))
        here = page.paragraph(assertion.span.begin)
        if at and page.paragraph(page.sentences[at - 1].begin) >= here - 1:
            places.append((3, page.sentences[at - 1]))
    return page, tuple(places)


def passage_around(page: Page, span: Span, topic: Span | None, same: Span | None) -> Around:
    """A passage, whatever is read in it, another that says the same, the rest of its sentence, and what tells what it
    is about."""
    at = page.sentence(span.begin)
    places = [(0, span), (1, same), (2, None if at is None else page.sentences[at]), (3, topic)]
    return page, tuple((level, place) for level, place in places if place is not None)


def _families(scene: Scene, stems: Ints) -> Ints:
    """In how many families of texts each of these stems, given in order, is found."""
    if not len(stems):
        return stems  # nothing but marks was said
    found = []
    for page in scene.pages:
        own = np.unique(page.tokens.stems).astype(np.intp)
        at = np.minimum(stems.searchsorted(own), len(stems) - 1)
        held = at[stems[at] == own]
        found.append(held * (len(scene.families) + 1) + scene.family.get(page.id, -1) + 1)
    each = np.unique(np.concatenate(found)) if found else np.empty(0, np.intp)
    return np.bincount(each // (len(scene.families) + 1), minlength=len(stems))
