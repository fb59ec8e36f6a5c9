"""Joining who appears in one report with who is known from others: names interned, candidates blocked, joins reasoned.

Only the parties of the report at hand are compared, in their order, with what the ledger holds: the result depends
on nothing but the order of adding. Unnamed and anonymous parties are never joined, nor names that fit every place.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, insert, select, update

from sayso.ledger.evidence import JOIN, MARGIN, Verdict, compare
from sayso.ledger.names import Name, fold, is_generic, read_name
from sayso.ledger.rows import Party
from sayso.ledger.schema import entities, entity_names, name_blocks, names, reports, sources

#: Titles remembered for an entity, and entities looked at for one name; the oldest count.
_TITLES, _CANDIDATES = 12, 200


@dataclass(frozen=True, slots=True)
class Join:
    """``entity``: row of the entity; None where the party stands alone. ``evidence``: a JSON list of reasons."""

    entity: int | None
    score: float | None
    evidence: str


@dataclass(slots=True)
class _Candidate:
    entity: int
    titles: list[str]
    names: list[Name]


def intern(connection: Connection, found: Iterable[Name]) -> dict[str, int]:
    """Rows of these names by key; new ones are entered with their blocks."""
    by_key: dict[str, Name] = {}
    for name in found:
        by_key.setdefault(name.key, name)
    if not by_key:
        return {}
    wanted = select(names.c.key, names.c.pk).where(names.c.key.in_(list(by_key)))
    rows: dict[str, int] = dict(connection.execute(wanted).all())
    new = [name for key, name in by_key.items() if key not in rows]
    if new:
        connection.execute(insert(names), [{"key": n.key, "name": n.name} for n in new])
        rows = dict(connection.execute(wanted).all())
        blocks = [{"block": block, "name_pk": rows[n.key]} for n in new for block in n.blocks]
        if blocks:
            connection.execute(insert(name_blocks), blocks)
    return rows


def resolve(
    connection: Connection, report_id: str, document: int, parties: Sequence[Party], rows: dict[str, int]
) -> list[Join]:
    """A join for each party of a report; makes entities for those that match none."""
    known = _known(connection, [rows[p.name.key] for p in parties if p.named and p.name])
    joins: list[Join] = []
    fresh: dict[str, _Candidate] = {}  # met first in this very report
    for party in parties:
        name = party.name
        if not party.named or name is None:
            joins.append(Join(None, None, _reasons("unnamed", party)))
            continue
        if is_generic(name):
            joins.append(Join(None, None, _reasons("generic-name", party)))
            continue
        candidates = list(known.get(rows[name.key], ()))
        if not candidates or (name.kind == "person" and len(name.words) == 1):
            candidates = _blocked(connection, name)
        if name.key in fresh and all(c.entity != fresh[name.key].entity for c in candidates):
            candidates.append(fresh[name.key])
        join, candidate = _choose(connection, name, party.title, candidates, document)
        if candidate is None and not (name.kind == "person" and len(name.words) == 1):
            candidate = _enter(connection, report_id, name)
            join = Join(candidate.entity, 1.0, join.evidence)
        if candidate is not None:
            fresh[name.key] = candidate
            _remember(connection, candidate, name, rows[name.key], party.title)
        joins.append(join)
    return joins


def _reasons(rule: str, party: Party) -> str:
    shown = party.name.name if party.name else party.title or party.kind
    return json.dumps([{"rule": rule, "weight": 0.0, "words": [shown]}], ensure_ascii=False)


def _known(connection: Connection, name_rows: list[int]) -> dict[int, list[_Candidate]]:
    """Entities that have been met under exactly these names."""
    if not name_rows:
        return {}
    found: dict[int, list[_Candidate]] = {}
    query = (
        select(entity_names.c.name_pk, entities.c.pk, entities.c.titles, names.c.name, entities.c.kind)
        .join(entities, entities.c.pk == entity_names.c.entity_pk)
        .join(names, names.c.pk == entity_names.c.name_pk)
        .where(entity_names.c.name_pk.in_(name_rows))
        .order_by(entities.c.pk)
    )
    for name_pk, entity, titles, name, kind in connection.execute(query):
        of_name = found.setdefault(name_pk, [])
        if len(of_name) < _CANDIDATES:
            of_name.append(_Candidate(entity, json.loads(titles), [read_name(name, kind)]))
    return found


def _blocked(connection: Connection, name: Name) -> list[_Candidate]:
    """Entities with a name in one of the blocks of this name."""
    blocks = [block for block in name.blocks if not block.startswith("w:")]
    met = (
        select(entity_names.c.entity_pk)
        .join(name_blocks, name_blocks.c.name_pk == entity_names.c.name_pk)
        .where(name_blocks.c.block.in_(blocks))
        .order_by(entity_names.c.entity_pk)
        .distinct()
        .limit(_CANDIDATES)
    )
    query = (
        select(entities.c.pk, entities.c.titles, entities.c.kind, names.c.name)
        .join(entity_names, entity_names.c.entity_pk == entities.c.pk)
        .join(names, names.c.pk == entity_names.c.name_pk)
        .where(entities.c.pk.in_(met), entities.c.kind == name.kind)
        .order_by(entities.c.pk, names.c.pk)
    )
    found: dict[int, _Candidate] = {}
    for entity, titles, kind, known in connection.execute(query):
        found.setdefault(entity, _Candidate(entity, json.loads(titles), [])).names.append(read_name(known, kind))
    return list(found.values())


def _choose(
    connection: Connection, name: Name, title: str | None, candidates: list[_Candidate], document: int
) -> tuple[Join, _Candidate | None]:
    """The best entity where it is good enough and clearly better than the next; the evidence either way."""
    partial = len(name.words) == 1 and name.kind == "person"
    verdicts: list[tuple[Verdict, _Candidate]] = []
    for candidate in candidates:
        nearby = _in_document(connection, candidate.entity, document) if partial else False
        each = [compare(name, title, other, candidate.titles, same_document=nearby) for other in candidate.names]
        verdicts.append((max(each, key=lambda verdict: verdict.score), candidate))
    verdicts.sort(key=lambda pair: (-pair[0].score, pair[1].entity))
    if not verdicts or verdicts[0][0].score <= 0:
        return Join(
            None, None, json.dumps([{"rule": "first-met", "weight": 1.0, "words": [name.name]}], ensure_ascii=False)
        ), None
    best, candidate = verdicts[0]
    evidence: list[dict[str, Any]] = [asdict(reason) for reason in best.reasons]
    if best.score < JOIN:
        evidence.append({"rule": "not-enough", "weight": 0.0, "words": [f"{best.score} < {JOIN}"]})
    elif len(verdicts) > 1 and best.score - verdicts[1][0].score < MARGIN:
        evidence.append(
            {"rule": "ambiguous", "weight": 0.0, "words": [n.name for _, c in verdicts[:2] for n in c.names[:1]]}
        )
    else:
        return Join(candidate.entity, best.score, json.dumps(evidence, ensure_ascii=False)), candidate
    return Join(None, best.score, json.dumps(evidence, ensure_ascii=False)), None


def _in_document(connection: Connection, entity: int, document: int) -> bool:
    query = (
        select(sources.c.pk)
        .join(reports, reports.c.pk == sources.c.report_pk)
        .where(reports.c.document_pk == document, sources.c.machine_entity_pk == entity)
        .limit(1)
    )
    return connection.execute(query).first() is not None


def entity_id(*parts: str) -> str:
    """An entity's name for good: ``e`` and twelve hexadecimal digits."""
    return "e" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:12]


def _enter(connection: Connection, report_id: str, name: Name) -> _Candidate:
    new, turn = entity_id(report_id, name.key), 0
    while connection.execute(select(entities.c.pk).where(entities.c.id == new)).first():
        turn += 1
        new = entity_id(report_id, name.key, str(turn))
    row = connection.execute(
        insert(entities).values(id=new, kind=name.kind, name=name.name, titles="[]").returning(entities.c.pk)
    ).scalar_one()
    return _Candidate(row, [], [])


def _remember(connection: Connection, candidate: _Candidate, name: Name, row: int, title: str | None) -> None:
    """Notes a new name or title of an entity as evidence for later reports."""
    if all(known.key != name.key for known in candidate.names):
        candidate.names.append(name)
        present = select(entity_names.c.name_pk).where(
            entity_names.c.entity_pk == candidate.entity, entity_names.c.name_pk == row
        )
        if connection.execute(present).first() is None:
            connection.execute(insert(entity_names).values(entity_pk=candidate.entity, name_pk=row))
    folded = " ".join(fold(title)) if title else ""
    if folded and folded not in candidate.titles and len(candidate.titles) < _TITLES:
        candidate.titles.append(folded)
        titles = json.dumps(candidate.titles, ensure_ascii=False)
        connection.execute(update(entities).where(entities.c.pk == candidate.entity).values(titles=titles))
