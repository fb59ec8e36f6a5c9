"""How many independent origins a claim has, and every step that made one of two.

The steps form a forest over the claim's assertions: each step joins two that were apart, rests on the words that it
cites, and goes away with the reports that hold them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations, product

from sayso.trace.claims.assertions import Assertion
from sayso.trace.direction import name_words
from sayso.trace.material import Scene
from sayso.trace.origins.bodies import body_words, described, heads, is_document, of_state, speaks_for
from sayso.trace.speakers import Cast, agree, is_office, nameless, same_body
from sayso.trace.types import Join, Location, OriginCount
from sayso.trace.utterances.wording import wording
from sayso.types import Source, Span

_VERBATIM = 4  # words
_RANKS = {True: 0, None: 1, False: 2}  # how likely two sources are one, by what their names tell


@dataclass(frozen=True, eq=False)
class _Step:
    """Two assertions that count as one. ``sure``: shown by the reports; else likely, or (``thin``) only possible."""

    a: int
    b: int
    reason: str
    sure: bool
    thin: bool = False
    places: tuple[Location, ...] = ()


class Origins:
    """The origins of one claim; ``group`` are its assertions."""

    def __init__(self, scene: Scene, cast: Cast, group: Sequence[Assertion]) -> None:
        self._scene, self._cast = scene, cast
        here = {assertion.page.id for assertion in group}
        derived = {report for report in here if scene.ancestors[report] & here}
        self._all = sorted(group, key=lambda a: (a.page.id in derived, a.page.age, a.span))
        self._sources = [cast.source(a.page.id, a.statement.source.id) for a in self._all]
        self._titled = [cast.titled(a.page.id, a.statement.source.id) for a in self._all]
        self._steps = list(self._possible())

    @cached_property
    def count(self) -> OriginCount:
        """``value`` joins what is shown and what is likely, ``low`` also what is only possible, ``high`` neither."""
        apart = len(self._all)
        high = apart - len(_forest(apart, [s for s in self._steps if s.sure]))
        value = apart - len(_forest(apart, [s for s in self._steps if not s.thin]))
        low = apart - len(_forest(apart, self._steps))
        return OriginCount(value, low, high)

    @cached_property
    def because(self) -> tuple[Join, ...]:
        """The steps that ``value`` rests on; two assertions of one source on one page need none."""
        taken = _forest(len(self._all), [s for s in self._steps if not s.thin])
        return tuple(
            Join((self._label(s.a), self._label(s.b)), s.reason, s.places)
            for s in taken
            if self._all[s.a].page is not self._all[s.b].page or self._who(s.a) != self._who(s.b)
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Who asserts the claim: each source once, the media that only hand it on left out."""
        found: dict[tuple[str, str], str] = {}
        for n, assertion in enumerate(self._all):
            if n not in self._copies and (not self._is_medium(n) or len(self._all) == 1):
                who = self._who(n)
                name = assertion.statement.source.name or assertion.statement.source.title or "source not known"
                if len(name) > len(found.get(who, "")):
                    found[who] = name
        return tuple(dict.fromkeys(found.values())) or (self._all[0].statement.source.name or "source not known",)

    @cached_property
    def witness_families(self) -> int:
        """Families of text with an assertion that came through no other report or medium."""
        return len(
            {
                self._scene.family.get(assertion.page.id, assertion.page.id)
                for n, assertion in enumerate(self._all)
                if not assertion.statement.via and not self._is_medium(n) and not self._credited(n)
            }
        )

    def _key(self, n: int) -> tuple[str, str]:
        assertion = self._all[n]
        return assertion.page.id, assertion.statement.source.id

    def _who(self, n: int) -> tuple[str, str]:
        return self._cast.of(*self._key(n))

    def _label(self, n: int) -> str:
        assertion = self._all[n]
        name = assertion.statement.source.name or assertion.statement.source.title or "source not known"
        return f"{name} ({assertion.page.outlet or assertion.page.reading.report.headline or assertion.page.id})"

    def _place(self, n: int) -> Location:
        """The words that name the source, or what it says."""
        assertion = self._all[n]
        return Location(assertion.page.id, assertion.statement.source.mention or assertion.span)

    def _said(self, n: int) -> Location:
        return Location(self._all[n].page.id, self._all[n].span)

    def _unnamed(self, n: int) -> bool:
        return nameless(self._all[n].statement.source)

    def _is_medium(self, n: int) -> bool:
        return self._scene.is_medium(self._all[n].page, self._all[n].statement)

    @cached_property
    def _copies(self) -> dict[int, int]:
        """For each assertion whose sentence was made from another's, the first of those."""
        first: dict[tuple[str, int], int] = {}
        found: dict[int, int] = {}
        for n, assertion in enumerate(self._all):
            strand = self._scene.strands.of(assertion.page, assertion.span.begin)
            if strand is None:
                continue
            m = first.setdefault(strand, n)
            if self._all[m].page is not assertion.page and not self._named_apart(m, n):
                found[n] = m
        return found

    @cached_property
    def _heads(self) -> list[int]:
        """The assertions that no copy handed on."""
        return [n for n in range(len(self._all)) if n not in self._copies]

    def _credited(self, n: int) -> tuple[tuple[str, Span], ...]:
        return self._scene.credited(self._all[n].page, self._all[n].statement)

    def _possible(self) -> Iterator[_Step]:
        """Every step, the surest first; of those that join what is joined already none is taken."""
        yield from self._of_copies()
        yield from self._of_one_source()
        yield from self._of_headlines()
        yield from self._of_nested()
        yield from self._of_one_utterance()
        yield from self._of_credits()
        yield from self._of_bodies()
        yield from self._of_descriptions()
        yield from self._of_lineage()
        yield from self._of_unnamed()

    def _of_copies(self) -> Iterator[_Step]:
        for n, m in self._copies.items():
            reason = f"{_name(self._all[n])} carries the text of {_name(self._all[m])}"
            yield _Step(m, n, reason, True, places=(self._said(m), self._said(n)))

    def _named_apart(self, m: int, n: int) -> bool:
        """The same words, but given to two who cannot be one by texts that are not of one family."""
        one, other = self._all[m], self._all[n]
        family = self._scene.family
        return (
            family.get(one.page.id) != family.get(other.page.id)
            and agree(one.statement.source, other.statement.source) is False
        )

    def _of_one_source(self) -> Iterator[_Step]:
        first: dict[tuple[str, str], int] = {}
        for n in range(len(self._all)):
            if self._told_by_another(n) or self._handed_on(n):
                continue
            m = first.setdefault(self._who(n), n)
            if m != n:
                who = self._all[m].statement.source.name or "the same source"
                yield _Step(m, n, f"both quote {who}", True, places=(self._place(m), self._place(n)))

    def _told_by_another(self, n: int) -> bool:
        """The report that it is credited to gives it to somebody who cannot be the one named here: a slip, or worse."""
        here = self._all[n]
        credited = {report for report, _ in self._credited(n)}
        there = [other for other in self._all if other.page.id in credited and other.page is not here.page]
        return bool(there) and all(agree(here.statement.source, other.statement.source) is False for other in there)

    def _handed_on(self, n: int) -> bool:
        """Its source is a medium that has it from a report here: two things that a medium hands on may come from two
        witnesses."""
        there = {other.page.id for other in self._all} - {self._all[n].page.id}
        return self._is_medium(n) and any(report in there for report, _ in self._credited(n))

    def _of_headlines(self) -> Iterator[_Step]:
        """A headline sums up what the report below it tells: the likest source there is whom it means."""
        for n, assertion in enumerate(self._all):
            if not assertion.page.on_top(assertion.span):
                continue
            below = [
                m
                for m, other in enumerate(self._all)
                if other.page is assertion.page and not other.page.on_top(other.span)
            ]
            if below:
                m = min(below, key=lambda m: _RANKS[agree(assertion.statement.source, self._all[m].statement.source)])
                places = (self._said(m), self._said(n))
                yield _Step(m, n, "a headline and the report below it", True, places=places)

    def _of_nested(self) -> Iterator[_Step]:
        """What one is quoted as saying that another said is known through the first alone."""
        known = {(assertion.page.id, assertion.statement.id): n for n, assertion in enumerate(self._all)}
        for n, assertion in enumerate(self._all):
            m = known.get((assertion.page.id, assertion.statement.parent or ""))
            if m is not None:
                reason = "one is known only through what the other says"
                yield _Step(m, n, reason, True, places=(self._said(m), self._said(n)))

    def _of_one_utterance(self) -> Iterator[_Step]:
        """The same words in quotation marks were said once, whoever they are given to."""
        first: dict[tuple[str, ...], int] = {}
        for n, assertion in enumerate(self._all):
            if assertion.statement.kind != "direct" or len(self._all) == 1:
                continue
            words = wording(assertion.page.text, [assertion.span]).norms
            if len(words) >= _VERBATIM:
                m = first.setdefault(words, n)
                if m != n:
                    reason = "both have the same words in quotation marks"
                    yield _Step(m, n, reason, True, places=(self._said(m), self._said(n)))

    def _of_credits(self) -> Iterator[_Step]:
        """What is credited to a report comes from whoever says it there; from whom, a source named otherwise leaves
        open, unless one whom both name says it in that report too."""
        for n, assertion in enumerate(self._all):
            open_ = self._unnamed(n) or self._is_medium(n) or bool(assertion.statement.via)
            for report, span in self._credited(n)[: None if open_ else 1]:
                there = [m for m, other in enumerate(self._all) if other.page.id == report and m != n]
                if not there:
                    continue
                if open_ or not any(self._who(m) == self._who(n) for m in there):
                    m = self._likest(n, there)
                    reason = f"{_name(assertion)} has it from {_name(self._all[m])}"
                    yield _Step(m, n, reason, open_, places=(Location(assertion.page.id, span), self._said(m)))
                break

    def _likest(self, n: int, there: Sequence[int]) -> int:
        """Of those from whom a report may have it the one who is called most like its own source; else the first."""
        own = self._called(n)
        return max(there, key=lambda m: len(own & self._called(m)))

    def _called(self, n: int) -> frozenset[str]:
        source = self._sources[n]
        return frozenset() if source is None or self._is_medium(n) else body_words(source)

    def _of_bodies(self) -> Iterator[_Step]:
        for at, n in enumerate(self._heads):
            for m in self._heads[:at]:
                if self._who(n) == self._who(m):
                    continue
                places = (self._place(m), self._place(n))
                if any(speaks_for(a, b) for a, b in product(self._titled[n], self._titled[m])) or self._heads_it(n, m):
                    yield _Step(m, n, "one is, or speaks for, the other", True, places=places)
                elif any(of_state(a) and of_state(b) for a, b in product(self._titled[n], self._titled[m])):
                    yield _Step(m, n, "both speak for one government", False, places=places)

    def _heads_it(self, n: int, m: int) -> bool:
        """A "board director" of a report in which one board only speaks."""
        for person, body in ((n, m), (m, n)):
            for report, told in self._cast.everywhere(*self._key(person)):
                of = [source for source in self._cast.sources(report) if heads(told, source)]
                if of and {self._cast.of(report, source.id) for source in of} == {self._who(body)}:
                    return True
        return False

    def _of_descriptions(self) -> Iterator[_Step]:
        """Somebody whom one report only describes fits the title that another gives a name to."""
        for n, m in permutations(self._heads, 2):
            source, other = self._sources[n], self._sources[m]
            if source and other and self._unnamed(n) and not self._unnamed(m) and described(source, other):
                reason = f"the description fits {other.name}"
                yield _Step(m, n, reason, False, places=(self._place(m), self._place(n)))

    def _of_lineage(self) -> Iterator[_Step]:
        """A report that rests on another as a whole has what an unnamed source says from there."""
        for n in self._heads:
            assertion, credited = self._all[n], {report for report, _ in self._credited(n)}
            if is_document(assertion.statement.source):
                continue
            if not (self._unnamed(n) or self._is_medium(n) or _vague(self._sources[n])):
                continue
            there = [
                m
                for m, other in enumerate(self._all)
                if m != n
                and other.page.id in self._scene.ancestors[assertion.page.id]
                and (not credited or other.page.id in credited)  # else it has this from somebody else
                # or from a medium of which no report is here
                and (credited or not self._elsewhere(n) or self._one_relay(n, m))
            ]
            if there:
                m = self._likest(n, there)
                reason = f"{_name(assertion)} credits {_name(self._all[m])} and names no source of its own"
                yield _Step(m, n, reason, False, places=(self._place(n), self._said(m)))

    def _elsewhere(self, n: int) -> tuple[str, ...]:
        """The media that its sentence credits and of which no report is here."""
        page, statement = self._all[n].page, self._all[n].statement
        here = (cite for cite in self._scene.credits[page.id] if cite.span.overlaps(statement.extent))
        return tuple(cite.cites.name for cite in here if cite.cites.name)

    def _one_relay(self, n: int, m: int) -> bool:
        return any(same_body(*pair) for pair in product(self._elsewhere(n), self._elsewhere(m)))

    def _of_unnamed(self) -> Iterator[_Step]:
        """Unnamed sources that cannot be told apart, of one body or of none known."""
        unnamed = [n for n in self._heads if self._unnamed(n)]
        for at, n in enumerate(unnamed):
            for m in unnamed[:at]:
                if self._who(n) == self._who(m):
                    continue
                source, other = self._sources[n], self._sources[m]
                mine = body_words(source) if source else frozenset()
                theirs = body_words(other) if other else frozenset()
                places = (self._place(m), self._place(n))
                if mine and mine == theirs:
                    yield _Step(m, n, "both quote the same unnamed source, as far as they tell", False, places=places)
                else:
                    yield _Step(m, n, "neither source is named", False, thin=True, places=places)


def _name(assertion: Assertion) -> str:
    return assertion.page.outlet or assertion.page.reading.report.headline or assertion.page.id


def _vague(source: Source | None) -> bool:
    """No name that tells one source from another."""
    if source is None or not source.name:
        return True
    return is_office(source.name) if source.type == "person" else not name_words(source.name)


def _forest(count: int, steps: Sequence[_Step]) -> list[_Step]:
    """The steps that join what was apart, in order."""
    parent = list(range(count))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = n = parent[parent[n]]
        return n

    taken = []
    for step in steps:
        a, b = root(step.a), root(step.b)
        if a != b:
            parent[max(a, b)] = min(a, b)
            taken.append(step)
    return taken
