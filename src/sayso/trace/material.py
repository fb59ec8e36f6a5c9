"""What the tracers of quotations, claims and caveats work on: pages with their sentences, and which sentences are one.

A sentence that a copy took over and the sentence it was made from are of one *strand*; whatever is said in them can be
compared word by word, however much the words were changed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz.distance import Indel

from sayso.report.marks import Quotation, quotations
from sayso.trace.direction import age
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.firsthand import told_itself
from sayso.trace.tokens import SENTENCE, Tokens, tokenize
from sayso.trace.types import Cite, Copy, Family
from sayso.trace.values import as_values
from sayso.types import Reading, Span, Statement

#: Blocks whose quotation marks hold nobody's words.
_MUTE = frozenset({"credit", "furniture", "dateline"})
_TOP = frozenset({"headline", "deck"})


@dataclass(frozen=True, eq=False)
class Page:
    """One report with what was read in it. ``sentences`` are those of its body, disjoint and in order."""

    reading: Reading
    print: Fingerprint
    #: What is known of the meaning of its clauses, by place; filled by ``sayso.trace.claims.senses``.
    senses: dict[tuple[int, int], bytes] = field(default_factory=dict, repr=False)

    @property
    def id(self) -> str:
        return self.reading.report.id

    @property
    def text(self) -> str:
        return self.reading.report.text

    @property
    def outlet(self) -> str | None:
        """Whose report it is: its outlet, else the agency of its dateline."""
        return self.print.outlet

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(Span(int(begin), int(end)) for begin, end in self.print.sentences)

    @cached_property
    def stems(self) -> tuple[tuple[int, ...], ...]:
        """The hashed stems of each sentence."""
        firsts = [n for n, kind in enumerate(self.print.kinds.tolist()) if kind & SENTENCE]
        ends = [*firsts[1:], len(self.print.kinds)]
        stems = self.print.stems.tolist()
        return tuple(tuple(stems[begin:end]) for begin, end in zip(firsts, ends, strict=True))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The outermost quotations."""
        blocks = [block for block in self.reading.report.blocks if block.role not in _MUTE]
        return tuple(q for q in quotations(self.text, blocks) if q.depth == 0)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        return tuple(block.span for block in self.reading.report.blocks) or (Span(0, len(self.text)),)

    @cached_property
    def statements(self) -> Mapping[str, Statement]:
        return {statement.id: statement for statement in self.reading.statements}

    @cached_property
    def tokens(self) -> Tokens:
        """The words of all that is read on the page."""
        blocks = [block.span for block in self.reading.report.blocks if block.role not in _MUTE]
        return as_values(tokenize(self.text, blocks or [Span(0, len(self.text))]), self.text)

    def words(self, span: Span) -> range:
        """Positions in ``tokens`` of the words in ``span``."""
        begin, end = self.tokens.begin.searchsorted([span.begin, span.end]).tolist()
        return range(begin, end)

    def on_top(self, span: Span) -> bool:
        """Whether a span stands in the headline or what comes with it."""
        return any(block.role in _TOP and block.span.contains(span) for block in self.reading.report.blocks)

    @property
    def published(self) -> str | None:
        return self.print.published

    @property
    def age(self) -> tuple[bool, float, str]:
        """For sorting, earliest first, the undated last."""
        return age(self.print)

    def sentence(self, offset: int) -> int | None:
        """Index of the sentence that holds ``offset``."""
        at = bisect_right(self.sentences, offset, key=lambda span: span.begin) - 1
        return at if at >= 0 and offset < self.sentences[at].end else None

    def paragraph(self, offset: int) -> int:
        return max(0, bisect_right(self.paragraphs, offset, key=lambda span: span.begin) - 1)


def whole(statement: Statement) -> Span:
    """A statement's content from its first to its last word."""
    return Span(statement.content[0].begin, statement.content[-1].end)


TAKEN = 0.6  # likeness of a sentence that a copy in part took over


class Strands:
    """Which sentences of several pages are versions of one, through the passages of copies."""

    def __init__(self, pages: Mapping[str, Page], copies: Iterable[Copy]) -> None:
        self._parent: dict[tuple[str, int], tuple[str, int]] = {}
        self.pairs: dict[tuple[str, str], dict[int, int]] = {}
        for copy in copies:
            if copy.report not in pages or copy.of not in pages:
                continue
            report, of = pages[copy.report], pages[copy.of]
            matched = sentence_pairs(copy, report, of)
            if copy.partial:  # a text of its own: what it did not take over nearly as it was may be its own
                matched = {
                    i: j
                    for i, j in matched.items()
                    if Indel.normalized_similarity(report.stems[i], of.stems[j]) >= TAKEN
                }
            self.pairs[copy.report, copy.of] = matched
            for i, j in matched.items():
                self._parent[self._root((copy.report, i))] = self._root((copy.of, j))

    def placed(self, a: Page, at: int, b: Page, other: int) -> bool:
        """Whether a copy among the two has the one offset where the other has the other, give or take a sentence."""
        i, j = a.sentence(at), b.sentence(other)
        if i is None or j is None:
            return False
        forth, back = self.pairs.get((a.id, b.id), {}), self.pairs.get((b.id, a.id), {})
        return any(forth.get(i + n) == j or back.get(j + n) == i for n in (-1, 0, 1))

    def _root(self, at: tuple[str, int]) -> tuple[str, int]:
        while (up := self._parent.setdefault(at, at)) != at:
            self._parent[at] = at = self._parent[up]
        return at

    def of(self, page: Page, offset: int) -> tuple[str, int] | None:
        """The strand of the sentence at ``offset``; the sentence itself where nothing was made from it."""
        at = page.sentence(offset)
        return None if at is None else self._root((page.id, at))


def sentence_pairs(copy: Copy, report: Page, of: Page) -> dict[int, int]:
    """For each sentence of ``report`` in a passage the sentence of ``of`` that it was made from."""
    found: dict[int, int] = {}
    for passage in copy.passages:
        ours, theirs = _within(report.sentences, passage.report), _within(of.sentences, passage.of)
        if len(ours) == len(theirs):
            found |= dict(zip(ours, theirs, strict=True))
            continue
        last = 0
        for i in ours:
            rest = theirs[last : last + 3]
            if not rest:
                break
            alike = [Indel.normalized_similarity(report.stems[i], of.stems[j]) for j in rest]
            last += max(range(len(rest)), key=lambda n: alike[n])
            found[i] = theirs[last]
    return found


def _within(sentences: Sequence[Span], passage: Span) -> list[int]:
    first = bisect_right(sentences, passage.begin, key=lambda span: span.end)
    return [n for n in range(first, len(sentences)) if sentences[n].begin < passage.end]


@dataclass(frozen=True, eq=False)
class Scene:
    """The reports of one story, earliest first, and what is known of how they hang together."""

    pages: tuple[Page, ...]
    strands: Strands
    copies: tuple[Copy, ...]
    families: tuple[Family, ...]
    cites: tuple[Cite, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Page]:
        return {page.id: page for page in self.pages}

    @cached_property
    def family(self) -> Mapping[str, int]:
        """Index of each report's family."""
        return {report: n for n, family in enumerate(self.families) for report in family.reports}

    @cached_property
    def sources(self) -> Mapping[str, tuple[str, ...]]:
        """For each report those that it copied or credits, the copied first."""
        found: dict[str, dict[str, None]] = {page.id: {} for page in self.pages}
        for copy in self.copies:
            if copy.report in found and copy.of in found:
                found[copy.report][copy.of] = None
        for cite in self.cites:
            if cite.cites.report in found and cite.report in found:
                found[cite.report][cite.cites.report] = None
        return {report: tuple(of) for report, of in found.items()}

    @cached_property
    def credits(self) -> Mapping[str, tuple[Cite, ...]]:
        """The credits that each report gives."""
        found: dict[str, list[Cite]] = {page.id: [] for page in self.pages}
        for cite in self.cites:
            found[cite.report].append(cite)
        return {report: tuple(given) for report, given in found.items()}

    @cached_property
    def ancestors(self) -> Mapping[str, frozenset[str]]:
        """For each report all that it rests on, however many steps away."""
        found: dict[str, frozenset[str]] = {}
        for page in self.pages:
            seen: set[str] = set()
            queue = list(self.sources[page.id])
            while queue:
                report = queue.pop()
                if report not in seen and report != page.id:
                    seen.add(report)
                    queue.extend(found.get(report) or self.sources[report])
            found[page.id] = frozenset(seen)
        return found

    def credited(self, page: Page, statement: Statement) -> tuple[tuple[str, Span], ...]:
        """The reports here that the statement's relays credit, else its sentence, else the medium that is its source.

        Each with the words that do; the nearest first.
        """
        known = self._credited.get((page.id, statement.id))
        if known is None:
            known = self._credited[page.id, statement.id] = self._credits_of(page, statement)
        return known

    @cached_property
    def _credited(self) -> dict[tuple[str, str], tuple[tuple[str, Span], ...]]:
        return {}

    def _credits_of(self, page: Page, statement: Statement) -> tuple[tuple[str, Span], ...]:
        if told_itself(page.text, page.outlet, statement.extent):
            return ()
        hops = [hop.mention for hop in statement.via if hop.mention]
        said = whole(statement)
        meant = sorted(
            (cite for cite in self.credits[page.id] if cite.cites.report is not None),
            key=lambda cite: max(said.begin - cite.span.end, cite.span.begin - said.end),
        )
        for spans in (hops, [statement.extent], self._mentions(page, statement)):
            found: dict[str, Span] = {}
            for cite in meant:
                if any(cite.span.overlaps(span) for span in spans):
                    found.setdefault(cite.cites.report or "", cite.span)
            if found:
                return tuple(found.items())
        return ()

    def is_medium(self, page: Page, statement: Statement) -> bool:
        """The statement's source is itself a medium that the page credits: it hands on, it does not originate."""
        return any(
            cite.span.overlaps(span) for cite in self.credits[page.id] for span in self._mentions(page, statement)
        )

    @staticmethod
    def _mentions(page: Page, statement: Statement) -> list[Span]:
        """Where the statement's source is named on its page: a medium may be taken for a person."""
        mention = statement.source.mention
        found = [
            span for source in page.reading.sources if source.id == statement.source.id for span in source.mentions
        ]
        return found or ([mention] if mention else [])

    def related(self, a: str, b: str) -> bool:
        """Whether one of two reports rests on the other, or both are of one text."""
        return self.family.get(a, -1) == self.family.get(b) or b in self.ancestors[a] or a in self.ancestors[b]
