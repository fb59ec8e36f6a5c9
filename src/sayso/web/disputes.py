"""The dispute table: contested claims down, sources across; a cell holds what that source says to that claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.web.told import Quote, ToldClaim

#: Columns of sources; the others share a last one. Rows of claims.
_SOURCES, _CLAIMS = 6, 12
OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Cell:
    """``said`` for the claim, ``denied`` against it; both can stand in one cell."""

    said: tuple[Quote, ...]
    denied: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Disputes:
    """``left``: contested claims that are not in the table. A row has a cell for each of ``sources``."""

    sources: tuple[str, ...]
    rows: tuple[tuple[ToldClaim, tuple[Cell, ...]], ...]
    left: int


def disputes(claims: Sequence[ToldClaim]) -> Disputes:
    """Those with the most to show first."""
    all_ = contested(claims)
    shown = all_[:_CLAIMS]
    part: Counter[str] = Counter()
    for claim in shown:
        part.update({_who(quote) for quote in (*claim.said, *claim.denied)})
    # Line by line who says it most and who denies it, so that the first lines show both sides in columns of their own.
    sides = (Counter(map(_who, side)) for claim in shown for side in (claim.said, claim.denied) if side)
    first = [max(side, key=lambda name: (side[name], part[name])) for side in sides]
    columns = list(dict.fromkeys([*first, *(name for name, _ in part.most_common())]))[:_SOURCES]
    sources = (*columns, OTHERS) if len(part) > len(columns) else tuple(columns)
    rows = tuple((claim, tuple(_cell(claim, name, columns) for name in sources)) for claim in shown)
    return Disputes(sources, rows, len(all_) - len(shown))


def contested(claims: Sequence[ToldClaim]) -> list[ToldClaim]:
    """Those with the most to show first."""
    return sorted((c for c in claims if c.contested), key=lambda c: (not c.claim.denied_by, -c.reports))


def _cell(claim: ToldClaim, name: str, columns: Sequence[str]) -> Cell:
    def own(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
        return tuple(q for q in quotes if (_who(q) == name if name != OTHERS else _who(q) not in columns))

    return Cell(own(claim.said), own(claim.denied))


def _who(quote: Quote) -> str:
    return quote.who or "source not known"
