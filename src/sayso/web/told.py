"""What a story's page shows of a claim and of an altered quotation: worked out when it is shown, as a large story has
a thousand claims and a page shows few of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from sayso.trace.figures import disagreeing
from sayso.trace.types import Claim, Copy, Family, Location, QuotationChange
from sayso.types import Report, Statement
from sayso.web.differing import HARMLESS, Piece, pieces

if TYPE_CHECKING:
    from sayso.web.story import Told

_DOUBTS = ("unverified", "disputed", "declined")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a report with the address of their place; ``who`` is the source, where a statement says so; ``also``:
    the same words by the same source elsewhere.
    """

    words: str
    href: str
    outlet: str
    published: str | None
    who: str | None
    also: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Kin:
    """A family of texts: the report it began with and what became of it in the others."""

    family: Family
    origin: str
    members: tuple[tuple[Report, Copy | None], ...]


@dataclass(frozen=True)
class ToldClaim:
    """A claim as its story tells it. ``leading``: how many reports tell it before their first paragraph ends."""

    claim: Claim
    told: Told = field(repr=False, compare=False)
    reports: int
    families: int
    leading: int

    @cached_property
    def said(self) -> tuple[Quote, ...]:
        """The same words of one source once."""
        return gathered(map(self.told.quote, self.claim.statements))

    @cached_property
    def denied(self) -> tuple[Quote, ...]:
        return gathered(map(self.told.quote, self.claim.denied_by))

    @cached_property
    def kin(self) -> tuple[Kin, ...]:
        """The families of text that tell it."""
        return tuple(self.told.kin[family] for family in self.told.families_of(self.claim))

    @cached_property
    def _statements(self) -> list[tuple[str, Statement]]:
        return [(at.report, s) for at in self.claim.statements if (s := self.told.statement(at))]

    @cached_property
    def acts(self) -> tuple[str, ...]:
        """The most frequent first."""
        return tuple(act for act, _ in Counter(s.act for _, s in self._statements).most_common())

    @cached_property
    def through(self) -> tuple[tuple[str, int], ...]:
        """Relays, with the number of reports that name them."""
        named = {(report, hop.name) for report, s in self._statements for hop in s.via}
        return tuple(Counter(name for _, name in sorted(named)).most_common())

    @cached_property
    def doubts(self) -> tuple[tuple[str, Quote], ...]:
        """What else reports say of it, as status and words."""
        found = [
            (standing.status, self.told.words(Location(report, standing.span)))
            for report, s in self._statements for standing in s.standing if standing.status in _DOUBTS
        ]  # fmt: skip
        return tuple((status, quote) for status in _DOUBTS
                     for quote in gathered(q for each, q in found if each == status))  # fmt: skip

    @cached_property
    def differing(self) -> tuple[tuple[Quote, ...], ...]:
        """The figures on which those who say it disagree."""
        return tuple(
            tuple(self.told.words(Location(value.report, value.span)) for value in values)
            for values in disagreeing(self.told.trace.figures, self.claim)
        )

    @property
    def originators(self) -> tuple[str, ...]:
        """Without the marks of a list that can stand before a name."""
        return tuple(dict.fromkeys(name.lstrip("•·*–—- ") or name for name in self.claim.originators))

    @property
    def contested(self) -> bool:
        return bool(self.claim.denied_by) or self.claim.stands in ("denied", "disputed", "unverified")


@dataclass(frozen=True)
class Altered:
    """An alteration with all places that carry it, as pairs of before and after; worked out when it is shown."""

    told: Told = field(repr=False, compare=False)
    speaker: str
    first: QuotationChange
    pairs: tuple[tuple[Location, Location], ...]

    @property
    def change(self) -> str:
        return self.first.change

    @cached_property
    def a(self) -> Quote:
        return gathered(self.told.words(a) for a, _ in self.pairs)[0]

    @cached_property
    def b(self) -> Quote:
        return gathered(self.told.words(b) for _, b in self.pairs)[0]

    @property
    def a_pieces(self) -> tuple[Piece, ...]:
        edits = [(edit.a, edit.kind) for edit in self.first.edits if edit.kind not in HARMLESS]
        return pieces(self.told.text(self.first.a.report), self.first.a.span, edits)

    @property
    def b_pieces(self) -> tuple[Piece, ...]:
        edits = [(edit.b, edit.kind) for edit in self.first.edits if edit.kind not in HARMLESS]
        return pieces(self.told.text(self.first.b.report), self.first.b.span, edits)


def gathered(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """Equal words of equal sources once, the others beside the first."""
    seen: dict[tuple[str | None, str], Quote] = {}
    for quote in quotes:
        key = (quote.who, " ".join(quote.words.casefold().split()))
        seen[key] = _and(seen[key], quote) if key in seen else quote
    return tuple(seen.values())


def _and(one: Quote, other: Quote) -> Quote:
    known = {one.href, *(each.href for each in one.also)}
    return one if other.href in known else replace(one, also=(*one.also, other))
