"""The readings of several reports as people have judged them, asked for together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from sayso.ledger.effective import effective
from sayso.ledger.judgement import Judgement
from sayso.ledger.schema import judgements, readings
from sayso.ledger.stored import judgement_of, reading_of
from sayso.types import Reading


def readings_of(connection: Connection, rows: Sequence[Any]) -> Iterator[Reading]:
    """After judgement, without the statements that were rejected; in the order of the ``rows`` of ``reports``."""
    current = select(readings.c.report_pk, readings.c.body).where(readings.c.current == 1)
    bodies: dict[int, bytes] = {
        row.report_pk: row.body
        for row in connection.execute(current.where(readings.c.report_pk.in_([row.pk for row in rows])))
    }
    judged = judgements.c.report_id.in_([row.id for row in rows])
    made: dict[str, list[Judgement]] = {}
    for each in connection.execute(select(judgements).where(judged).order_by(judgements.c.pk)).mappings():
        made.setdefault(each["report_id"], []).append(judgement_of(each))
    for row in rows:
        view = effective(reading_of(bodies[row.pk], row.text), made.get(row.id, []))
        said = tuple(each for each in view.reading.statements if view.state(each.id) != "rejected")
        yield replace(view.reading, statements=said) if len(said) < len(view.reading.statements) else view.reading
