"""What a mention may mean: one candidate, and who comes forward only later."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.attribution.sources.entities import Entity
from sayso.attribution.sources.scene import Referent

#: Where a candidate comes from.
ORIGINS = ("entity", "near", "titled", "referent", "inside", "country", "demonym", "self", "phrase", "ranked", "fuller",
           "body", "possessor", "group", "next", "pair", "part")  # fmt: skip


@dataclass(slots=True)
class Candidate:
    """``place``: the word of its nearest mention before the one at hand. ``turns``: how many statements later it is
    named for the first time, as a source; 0 where it is not. ``alike``: share of this statement's words in that one.
    """

    name: str
    origin: str
    entity: Entity | None
    referent: Referent | None
    place: int
    turns: int = 0
    alike: float = 0.0

    @property
    def gender(self) -> str:
        """ "m", "f", or "" where nothing tells."""
        if self.entity is not None and self.entity.gender:
            return self.entity.gender
        return self.referent.gender if self.referent is not None else ""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The source of a coming statement, named there for the first time; see :class:`Candidate` for the figures."""

    entity: Entity
    place: int
    turns: int
    alike: float


def nearest(entity: Entity, place: int) -> int:
    """First word of the entity's nearest name before a word, or of its first name."""
    before = [name.first for name in entity.names if name.first < place]
    return before[-1] if before else entity.names[0].first
