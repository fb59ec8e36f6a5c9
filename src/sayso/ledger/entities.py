"""Joining who appears in one report with who is known from others: names interned, candidates blocked, joins reasoned.

Only the parties of the report at hand are compared, in their order, with what the ledger holds: the result depends
on nothing but the order of adding. Unnamed and anonymous parties are never joined, nor names that fit every place.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, func, literal, literal_column, null, select, union_all, update
from sqlalchemy.dialects import postgresql, sqlite

from sayso.ledger.entering import enter
from sayso.ledger.evidence import JOIN, MARGIN, Verdict, compare
from sayso.ledger.names import Name, fold, is_generic, read_name
from sayso.ledger.rows import Party
from sayso.ledger.schema import entities, entity_names, name_blocks, names, reports, sources

#: Titles remembered for an entity, and entities looked at for one name; the oldest count.
_TITLES, _CANDIDATES = 12, 200

# Built once: building them anew costs more than running them.
_NAMES = union_all(
    select(names.c.key, names.c.pk).where(names.c.key.in_(bindparam("keys", expanding=True))),
    select(literal(""), func.coalesce(func.max(names.c.pk), 0)),
)
_MET = union_all(
    select(
        entity_names.c.name_pk, entities.c.pk, entities.c.merged_into, entities.c.titles, names.c.name, entities.c.kind
    )
    .join(entities, entities.c.pk == entity_names.c.entity_pk)
    .join(names, names.c.pk == entity_names.c.name_pk)
    .where(entity_names.c.name_pk.in_(bindparam("names", expanding=True))),
    select(literal(0), func.coalesce(func.max(entities.c.pk), 0), null(), literal(""), literal(""), literal("")),
).order_by(literal_column("1"), literal_column("2"))
_BLOCKED = (
    select(entities.c.pk, entities.c.merged_into, entities.c.titles, entities.c.kind, names.c.name)
    .select_from(name_blocks)
    .join(names, names.c.pk == name_blocks.c.name_pk)
    .join(entity_names, entity_names.c.name_pk == name_blocks.c.name_pk)
    .join(entities, entities.c.pk == entity_names.c.entity_pk)
    .where(name_blocks.c.block.in_(bindparam("blocks", expanding=True)))
    .order_by(name_blocks.c.block, name_blocks.c.name_pk, entities.c.pk)
    .limit(bindparam("most"))
)
_TAKEN = select(entities.c.id).where(entities.c.id.in_(bindparam("ids", expanding=True)))
_RETITLE = update(entities).where(entities.c.pk == bindparam("entity")).values(titles=bindparam("new_titles"))


@dataclass(frozen=True, slots=True)
class Join:
    """``entity``: row of the entity, None where the party stands alone; ``root``: of the one that stands for it after
    human merges. ``evidence``: a JSON list of reasons.
    """

    entity: int | None
    root: int | None
    score: float | None
    evidence: str


@dataclass(slots=True)
class _Candidate:
    """An entity as it stands for comparison; ``root`` stands for it after human merges."""

    entity: int
    root: int
    titles: list[str]
    names: list[Name]
    new: bool = False
    retitled: bool = False


def intern(connection: Connection, found: Iterable[Name]) -> dict[str, int]:
    """Rows of these names by key; new ones are entered with their blocks."""
    by_key: dict[str, Name] = {}
    for name in found:
        by_key.setdefault(name.key, name)
    if not by_key:
        return {}
    rows: dict[str, int] = dict(connection.execute(_NAMES, {"keys": list(by_key)}).all())
    last = rows.pop("")
    new = [name for key, name in by_key.items() if key not in rows]
    if new:
        rows |= {name.key: last + number for number, name in enumerate(new, 1)}
        enter(connection, names, [{"pk": rows[n.key], "key": n.key, "name": n.name} for n in new])
        enter(connection, name_blocks, [{"block": b, "name_pk": rows[n.key]} for n in new for b in n.blocks])
    return rows


def resolve(
    connection: Connection, report_id: str, document: int, parties: Sequence[Party], rows: Mapping[str, int]
) -> list[Join]:
    """A join for each party of a report; makes entities for those that match none."""
    # Being in another version of the same page is evidence for surnames that stand alone; others do not need it.
    wanted = [p.name for p in parties if p.named and p.name and not is_generic(p.name)]
    met, last = _met(connection, [rows[name.key] for name in wanted])
    blocked = _blocked(connection, [name for name in wanted if _is_partial(name) or rows[name.key] not in met])
    nearby = _of_document(connection, document) if any(_is_partial(name) for name in wanted) else frozenset()
    touched: dict[int, _Candidate] = {}
    learnt: set[tuple[int, int]] = set()
    joins: list[Join] = []
    for party in parties:
        name = party.name
        if not party.named or name is None or is_generic(name):
            joins.append(_alone("generic-name" if party.named and name else "unnamed", party))
            continue
        exact = () if _is_partial(name) else met.get(rows[name.key], ())
        near = exact or [c for c in blocked if any(_block_in_common(name, known) for known in c.names)]
        fresh = [c for c in touched.values() if c.new and any(_block_in_common(name, known) for known in c.names)]
        join, candidate = _choose(name, party.title, [*near, *fresh], nearby)
        if candidate is None and not _is_partial(name):
            last += 1
            candidate = _Candidate(last, last, [], [], new=True)
            join = Join(last, last, 1.0, join.evidence)
        joins.append(join)
        if candidate is not None:
            candidate = touched.setdefault(candidate.entity, candidate)
            if _learn(candidate, name, party.title) or candidate.new:
                learnt.add((candidate.entity, rows[name.key]))
    _enter(connection, report_id, touched.values(), learnt)
    return joins


def _is_partial(name: Name) -> bool:
    """A person's surname, or given name, alone."""
    return name.kind == "person" and len(name.words) == 1


def _block_in_common(a: Name, b: Name) -> bool:
    return a.kind == b.kind and any(block in b.blocks for block in a.blocks if not block.startswith("w:"))


def _alone(rule: str, party: Party) -> Join:
    shown = party.name.name if party.name else party.title or party.kind
    return Join(None, None, None, json.dumps([{"rule": rule, "weight": 0.0, "words": [shown]}], ensure_ascii=False))


def _met(connection: Connection, name_rows: list[int]) -> tuple[dict[int, list[_Candidate]], int]:
    """By name: the entities that have been met under exactly this name; and the last number of an entity."""
    found: dict[int, list[_Candidate]] = {}
    last = 0
    for name_pk, entity, root, titles, name, kind in connection.execute(_MET, {"names": name_rows}):
        if name_pk == 0:
            last = entity
            continue
        of_name = found.setdefault(name_pk, [])
        if len(of_name) < _CANDIDATES:
            of_name.append(_Candidate(entity, root or entity, json.loads(titles), [read_name(name, kind)]))
    return found, last


def _blocked(connection: Connection, wanted: Sequence[Name]) -> list[_Candidate]:
    """Entities with a name in one of the blocks of these names."""
    blocks = sorted({block for name in wanted for block in name.blocks if not block.startswith("w:")})
    if not blocks:
        return []
    found: dict[int, _Candidate] = {}
    rows = connection.execute(_BLOCKED, {"blocks": blocks, "most": _CANDIDATES * len(blocks)})
    for entity, root, titles, kind, name in rows:
        candidate = found.setdefault(entity, _Candidate(entity, root or entity, json.loads(titles), []))
        candidate.names.append(read_name(name, kind))
    return [found[entity] for entity in sorted(found)]


def _choose(
    name: Name, title: str | None, candidates: Sequence[_Candidate], nearby: frozenset[int]
) -> tuple[Join, _Candidate | None]:
    """The best entity where it is good enough and clearly better than the next; the evidence either way."""
    verdicts: list[tuple[Verdict, _Candidate]] = []
    for candidate in candidates:
        same = candidate.entity in nearby
        each = [compare(name, title, other, candidate.titles, same_document=same) for other in candidate.names]
        verdicts.append((max(each, key=lambda verdict: verdict.score), candidate))
    verdicts.sort(key=lambda pair: (-pair[0].score, pair[1].entity))
    if not verdicts or verdicts[0][0].score <= 0:
        return Join(None, None, None, _first_met(name)), None
    best, candidate = verdicts[0]
    rival = next((v for v, other in verdicts if other.root != candidate.root), None)
    evidence: list[dict[str, Any]] = [asdict(reason) for reason in best.reasons]
    if best.score < JOIN:
        evidence.append({"rule": "not-enough", "weight": 0.0, "words": [f"{best.score} < {JOIN}"]})
    elif rival is not None and best.score - rival.score < MARGIN:
        evidence.append({"rule": "ambiguous", "weight": 0.0, "words": [str(best.score), str(rival.score)]})
    else:
        return Join(candidate.entity, candidate.root, best.score, json.dumps(evidence, ensure_ascii=False)), candidate
    return Join(None, None, best.score, json.dumps(evidence, ensure_ascii=False)), None


def _first_met(name: Name) -> str:
    return json.dumps([{"rule": "first-met", "weight": 1.0, "words": [name.name]}], ensure_ascii=False)


def _of_document(connection: Connection, document: int) -> frozenset[int]:
    """Entities that other versions of this document know."""
    query = (
        select(sources.c.machine_entity_pk)
        .join(reports, reports.c.pk == sources.c.report_pk)
        .where(reports.c.document_pk == document, sources.c.machine_entity_pk.is_not(None))
    )
    return frozenset(entity for (entity,) in connection.execute(query) if entity is not None)


def entity_id(*parts: str) -> str:
    """An entity's name for good: ``e`` and twelve hexadecimal digits."""
    return "e" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _learn(candidate: _Candidate, name: Name, title: str | None) -> bool:
    """Notes a name and a title of an entity as evidence for later reports; whether the name is new to it."""
    folded = " ".join(fold(title)) if title else ""
    if folded and folded not in candidate.titles and len(candidate.titles) < _TITLES:
        candidate.titles.append(folded)
        candidate.retitled = True
    if any(known.key == name.key for known in candidate.names):
        return False
    candidate.names.append(name)
    return True


def _enter(connection: Connection, report_id: str, touched: Iterable[_Candidate], learnt: set[tuple[int, int]]) -> None:
    made: list[dict[str, Any]] = []
    for candidate in touched:
        titles = json.dumps(candidate.titles, ensure_ascii=False)
        if candidate.new:
            name = candidate.names[0]
            made.append(
                {"pk": candidate.entity, "kind": name.kind, "name": name.name, "titles": titles, "key": name.key}
            )
        elif candidate.retitled:
            connection.execute(_RETITLE, {"entity": candidate.entity, "new_titles": titles})
    if made:
        ids = _free_ids(connection, report_id, [row.pop("key") for row in made])
        enter(connection, entities, [row | {"id": id_} for row, id_ in zip(made, ids, strict=True)])
    if learnt:
        rows = [{"entity_pk": entity, "name_pk": name} for entity, name in sorted(learnt)]
        # The entity may be known under the name already: only the names in question were loaded.
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(entity_names).on_conflict_do_nothing(), rows)


def _free_ids(connection: Connection, report_id: str, keys: Sequence[str]) -> list[str]:
    """Ids that no entity has: a name can found a second one in the same report when that is read anew."""
    ids = [entity_id(report_id, key) for key in keys]
    turn = 0
    while taken := {id_ for (id_,) in connection.execute(_TAKEN, {"ids": ids})} | {i for i in ids if ids.count(i) > 1}:
        turn += 1
        ids = [entity_id(report_id, key, str(turn), str(n)) if id_ in taken else id_
               for n, (id_, key) in enumerate(zip(ids, keys, strict=True))]  # fmt: skip
    return ids
