"""The ledger: what was read, what people decided of it, and how to find it again.

    with Ledger("ledger.sqlite3") as ledger:            # or postgresql://…
        with ledger.write() as session:                 # one unit of work
            session.add(reading, Original(content=page, media_type="text/html"))
        with ledger.read() as view:                     # one consistent view
            page = view.find(Query(words='"grain deal"', source=("Zelensky",), act=("deny",)))
            view.count(query), view.facets(query), view.find_reports(query)
            view.report(id), view.statement(id), view.source(id), view.original(id), view.log()
        with ledger.write() as session:
            session.correct(page.items[0].id, "act", "deny", by="anna", why="read it again")
        ledger.purge(report_id, by="anna", why="takedown")

``Query`` parses from and prints to URL parameters (``Query.of``, ``str``).
"""

from sayso.ledger.effective import Note
from sayso.ledger.found import Found
from sayso.ledger.intake import original_of
from sayso.ledger.judgement import Anchor, Judgement
from sayso.ledger.purging import Purged
from sayso.ledger.query import Query
from sayso.ledger.search import Count, Facets, FoundReport, Page, ReportPage
from sayso.ledger.session import Ledger, Reader, Writer
from sayso.ledger.show import ReportView, SourceView, StatementView, original_bytes, reading_by_id
from sayso.ledger.writer import Added, Original

__all__ = [
    "Added", "Anchor", "Count", "Facets", "Found", "FoundReport", "Judgement", "Ledger", "Note", "Original", "Page",
    "Purged", "Query", "Reader", "ReportPage", "ReportView", "SourceView", "StatementView", "Writer", "original_bytes",
    "original_of", "reading_by_id",
]  # fmt: skip
