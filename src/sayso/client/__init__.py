"""A typed client of the REST API: every route a method, every answer a frozen dataclass.

    from sayso.client import Client

    with Client("http://127.0.0.1:8765") as sayso:
        for found in sayso.find(words="harbour", act=["deny"]):
            print(found.source, found.words)

It needs nothing of Sayso's server side: only the types of a reading and a trace, msgspec and urllib3.
"""

from sayso.client.answers import (
    Anchor,
    Appearance,
    Count,
    Divided,
    Facets,
    Failure,
    Fetch,
    Found,
    FoundReport,
    Job,
    Judged,
    Judgement,
    Note,
    Outcome,
    Page,
    Purged,
    ReportPage,
    ReportView,
    Search,
    SourceView,
    StatementView,
    Version,
)
from sayso.client.client import Client, Filters
from sayso.client.transport import ApiError

__all__ = [
    "Anchor", "ApiError", "Appearance", "Client", "Count", "Divided", "Facets", "Failure", "Fetch", "Filters", "Found",
    "FoundReport", "Job", "Judged", "Judgement", "Note", "Outcome", "Page", "Purged", "ReportPage", "ReportView",
    "Search", "SourceView", "StatementView", "Version",
]  # fmt: skip
