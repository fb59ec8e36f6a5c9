"""What judgements are about, in the words of the reports: a log that gives only identifiers cannot be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.ledger import Judgement
from sayso.ledger.schema import reports

_MOST = 160


@dataclass(frozen=True, slots=True)
class About:
    """``words`` of the report, with the name of their source; ``href`` of the statement, None for sources."""

    words: str
    source: str | None
    href: str | None


def about(connection: Connection, judgements: Sequence[Judgement]) -> dict[str, About]:
    """By judgement; without those on whole reports, and those whose report is gone. An undo is about what its target
    is about, if that is here too.
    """
    out = {}
    for judgement in judgements:
        anchor = judgement.anchor
        if anchor is None or not anchor.spans or judgement.report_id is None:
            continue
        begin, end = anchor.spans[0]
        piece = func.substr(reports.c.text, begin + 1, min(end - begin, _MOST))
        words = connection.execute(select(piece).where(reports.c.id == judgement.report_id)).scalar()
        if words is None:
            continue
        report = judgement.report_id.removeprefix("sha256:")[:12]
        href = f"/statements/{report}%40{begin}-{anchor.spans[-1][1]}" if anchor.what == "statement" else None
        out[judgement.id] = About(words + ("…" if end - begin > _MOST else ""), anchor.source, href)
    for judgement in judgements:
        if judgement.action == "undo" and judgement.target in out:
            out[judgement.id] = out[judgement.target]
    return out
