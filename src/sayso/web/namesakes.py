"""Sources that may be the same as a given one: their names share a word, yet nothing has joined them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.ledger.names import fold
from sayso.ledger.schema import entities, entity_names, name_blocks, sources

#: Names looked at for each word, and of those that share most, how many are looked up; what is shown.
_PER_WORD, _NAMES, _SHOWN = 300, 40, 8


@dataclass(frozen=True, slots=True)
class Namesake:
    """``appearances``: in how many reports, as source, relay or publisher."""

    id: str
    kind: str
    name: str
    appearances: int


def namesakes(connection: Connection, entity: str, given: Iterable[str]) -> list[Namesake]:
    """Other sources with a word in common with these names, those with most in common first."""
    words = {word for name in given for word in fold(name) if len(word) > 2}
    shared: Counter[int] = Counter()
    for word in sorted(words):
        holding = select(name_blocks.c.name_pk).where(name_blocks.c.block == f"w:{word}").limit(_PER_WORD)
        shared.update(number for (number,) in connection.execute(holding))
    near = dict(shared.most_common(_NAMES))
    known = select(
        entity_names.c.name_pk, entities.c.pk, entities.c.id, entities.c.kind, entities.c.name, entities.c.merged_into
    ).join(entities, entities.c.pk == entity_names.c.entity_pk)
    best: dict[int, tuple[int, str, str, str]] = {}
    # What was merged is left out here: asked of the database, that would have it go through all that was not.
    for name, pk, id_, kind, shown, merged in connection.execute(known.where(entity_names.c.name_pk.in_(near))):
        if merged is not None or id_ == entity:
            continue
        best[pk] = max(best.get(pk, (0, id_, kind, shown)), (near[name], id_, kind, shown))
    first = sorted(best, key=lambda pk: (-best[pk][0], best[pk][3]))[:_SHOWN]
    times = (
        select(sources.c.entity_pk, func.count()).where(sources.c.entity_pk.in_(first)).group_by(sources.c.entity_pk)
    )
    number: dict[int, int] = dict(connection.execute(times).all())
    return [Namesake(*best[pk][1:], number[pk]) for pk in first if pk in number]
