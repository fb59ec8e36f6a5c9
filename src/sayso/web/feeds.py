"""What is new among the matches of a search: by when it came into the ledger, not by when it was published."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from sayso.ledger import Found, Query, Reader
from sayso.ledger.schema import reports

#: Entries of a feed; reports added last that are looked through beside the newest by publication.
_ENTRIES, _ADDED = 50, 100


def newest(view: Reader, query: Query) -> list[tuple[Found, str]]:
    """Matches with the time of their adding, the last added first. A report of last year that is added today is new
    today, however many younger ones there are.
    """
    plain = replace(query, sort="newest", limit=_ENTRIES, cursor=None)
    items = {item.id: item for item in view.find(plain).items}
    if not query.report:
        last = select(reports.c.id).order_by(reports.c.pk.desc()).limit(_ADDED)
        ids = tuple(id_ for (id_,) in view.connection.execute(last))
        items |= {item.id: item for item in view.find(replace(plain, report=ids)).items} if ids else {}
    wanted = select(reports.c.id, reports.c.added).where(reports.c.id.in_({item.report for item in items.values()}))
    added: dict[str, str] = dict(view.connection.execute(wanted).all())
    found = sorted(items.values(), key=lambda item: (added[item.report], item.report, -item.begin), reverse=True)
    return [(item, added[item.report]) for item in found[:_ENTRIES]]
