"""From a name as typed to the names and entities that it may mean."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from sayso.ledger.drawing import roots
from sayso.ledger.names import fold, read_name
from sayso.ledger.schema import entities, name_blocks, names, sources

#: Names that one typed name may mean.
_MOST = 500


def names_like(connection: Connection, text: str) -> set[int]:
    """Rows of all names that hold every word of ``text``, and of all other names of the same entities."""
    direct = _direct(connection, text)
    if not direct:
        return set()
    joined = (
        select(sources.c.entity_pk).where(sources.c.name_pk.in_(direct), sources.c.entity_pk.is_not(None)).distinct()
    )
    others = select(sources.c.name_pk).where(sources.c.entity_pk.in_(joined), sources.c.name_pk.is_not(None)).distinct()
    return direct | {row for (row,) in connection.execute(others)}


def _direct(connection: Connection, text: str) -> set[int]:
    keys = [read_name(text, kind).key for kind in ("person", "organization", "document")]
    found = {row for (row,) in connection.execute(select(names.c.pk).where(names.c.key.in_(keys)))}
    words = set(fold(text))
    blocks = [f"w:{word}" for word in words]
    if blocks:
        holding = (
            select(name_blocks.c.name_pk)
            .where(name_blocks.c.block.in_(blocks))
            .group_by(name_blocks.c.name_pk)
            .having(func.count() == len(blocks))
            .order_by(name_blocks.c.name_pk)
            .limit(_MOST)
        )
        found |= {row for (row,) in connection.execute(holding)}
    return found


def entities_of(connection: Connection, ids: Iterable[str]) -> list[int]:
    """Rows of the entities of these ids, after human merges; unknown ids are left out."""
    merged = roots(connection)
    rows = connection.execute(select(entities.c.pk).where(entities.c.id.in_(list(ids)))).all()
    return sorted({merged.get(row, row) for (row,) in rows})
