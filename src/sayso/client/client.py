"""The client: a method for every route of the API."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal, TypedDict, TypeVar, Unpack
from urllib.parse import quote, urlencode

import msgspec

from sayso.client.answers import (
    Divided,
    Failure,
    Found,
    FoundReport,
    Job,
    Judgement,
    Page,
    Purged,
    ReportPage,
    ReportView,
    Search,
    SourceView,
    StatementView,
)
from sayso.client.transport import ApiError, Transport
from sayso.trace.types import Story, Trace
from sayso.types import Reading

T = TypeVar("T")
Values = str | Sequence[str]
#: A text that is this is no report: it is the address of one.
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
ExportFormat = Literal["csv", "jsonl", "readings", "annotations", "claimreview", "prov", "ftm"]


class Filters(TypedDict, total=False):
    """Those of ``sayso find``; several values of one mean any of them, different filters must all hold."""

    words: str
    source: Values
    type: Values
    disclosure: Values
    act: Values
    firmness: Values
    standing: Values
    outlet: Values
    via: Values
    kind: Values
    how: Values
    model: Values
    judgement: Values
    report: Values
    published_from: str
    published_to: str
    said_from: str
    said_to: str
    confidence: float
    versions: Literal["latest", "all"]
    sort: Literal["newest", "oldest", "said"]
    limit: int
    cursor: str


class Client:
    """A server of Sayso. Every method raises :class:`ApiError` where the server refuses or cannot be reached."""

    def __init__(
        self, address: str = "http://127.0.0.1:8765", token: str | None = None, *, timeout: float = 60.0,
        patience: float = 60.0,
    ) -> None:  # fmt: skip
        """``timeout``: seconds that a single answer may take; ``patience``: how long to go on asking a server that says
        "later" (too many requests, a trace under way).
        """
        self._http = Transport(address, token, timeout, patience)

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def read(self, text: str | None = None, *, address: str | None = None, **known: str) -> list[Reading | Failure]:
        """Readings of a text or of an address that the server fetches, without keeping them. A text that is
        nothing but an http or https address is taken for one. ``known``: ``published``, ``outlet``, ``url``.
        """
        items = msgspec.json.decode(self._http.send("POST", "/read", _input(text, address, known)), type=list[Any])
        return [msgspec.convert(item, Failure) if "error" in item else msgspec.convert(item, Reading) for item in items]

    def add(self, text: str | None = None, *, address: str | None = None, **known: str) -> Job:
        """Adds a text, or what an address holds, in the background; see :meth:`wait`. A text that is nothing but an
        http or https address is taken for one.
        """
        return _as(Job, self._http.send("POST", "/reports", _input(text, address, known)))

    def upload(self, file: str | Path | bytes, *, name: str | None = None, **known: str) -> Job:
        """Adds a file, which may hold many reports, in the background."""
        content = file if isinstance(file, bytes) else Path(file).read_bytes()
        name = name or ("file" if isinstance(file, bytes) else Path(file).name)
        return _as(Job, self._http.upload("/uploads", name, content, known))

    def job(self, job: str) -> Job:
        return _as(Job, self._http.get(f"/jobs/{_id(job)}"))

    def wait(self, job: Job, timeout: float = 600.0) -> Job:
        """The job once it is over. Raises ApiError where that takes longer than ``timeout`` seconds."""
        until = time.monotonic() + timeout
        while not job.over:
            if time.monotonic() > until:
                raise ApiError(job.id, f"is not over after {timeout:g} s", "Ask for it again later", code="timeout")
            time.sleep(0.3)
            job = self.job(job.id)
        return job

    def find(self, **filters: Unpack[Filters]) -> Iterator[Found]:
        """All matches, fetched page by page as they are taken; ``limit`` is the size of a page."""
        while True:
            page = self.page(**filters)
            yield from page.items
            if page.next is None:
                return
            filters["cursor"] = page.next

    def page(self, **filters: Unpack[Filters]) -> Page:
        return _as(Page, self._http.get("/statements", _parameters(filters)))

    def facets(self, **filters: Unpack[Filters]) -> Divided:
        """How many match and how they divide."""
        return _as(Divided, self._http.get("/facets", _parameters(filters)))

    def find_reports(self, **filters: Unpack[Filters]) -> Iterator[FoundReport]:
        """Reports by ``words``, ``outlet``, ``report``, ``published_from``, ``published_to``, ``versions``."""
        while True:
            page = _as(ReportPage, self._http.get("/reports", _parameters(filters)))
            yield from page.items
            if page.next is None:
                return
            filters["cursor"] = page.next

    def export(self, format: ExportFormat = "csv", **filters: Unpack[Filters]) -> Iterator[bytes]:
        """All matches in a format, in pieces to be written to a file."""
        return self._http.stream("/export", [("format", format), *_parameters(filters)])

    def report(self, report: str) -> ReportView:
        """A report after judgement; its id may be cut to six digits."""
        return _as(ReportView, self._http.get(f"/reports/{_id(report)}"))

    def reading(self, report: str) -> Reading:
        return _as(Reading, self._http.get(f"/reports/{_id(report)}/reading"))

    def original(self, report: str) -> bytes:
        """The bytes as they were fetched or handed in."""
        return self._http.get(f"/reports/{_id(report)}/original")

    def purge(self, report: str, why: str | None = None) -> Purged:
        """Takes a report and all that came of it out for good."""
        return _as(
            Purged, self._http.send("DELETE", f"/reports/{_id(report)}", parameters=[("why", why)] if why else ())
        )

    def statement(self, statement: str) -> StatementView:
        return _as(StatementView, self._http.get(f"/statements/{_id(statement)}"))

    def source(self, source: str) -> SourceView:
        """By id, or by a name that means only one."""
        return _as(SourceView, self._http.get(f"/sources/{_id(source)}"))

    def trace(self) -> Trace:
        """What all reports show together."""
        return _as(Trace, self._http.get("/trace"))

    def stories(self) -> list[Story]:
        return _as(list[Story], self._http.get("/stories"))

    def story(self, report: str) -> Trace:
        """The trace as far as it concerns the story that a report is part of."""
        return _as(Trace, self._http.get(f"/stories/{_id(report)}"))

    def compare(self, a: str, b: str) -> Trace:
        """Two reports side by side."""
        return _as(Trace, self._http.get("/compare", [("a", a), ("b", b)]))

    def accept(self, target: str, field: str | None = None, *, why: str | None = None) -> Judgement:
        return self._judge("accept", target, field=field, why=why)

    def reject(self, target: str, field: str | None = None, *, why: str | None = None) -> Judgement:
        return self._judge("reject", target, field=field, why=why)

    def correct(self, target: str, field: str, value: Any, *, why: str | None = None) -> Judgement:
        """``target``: a statement's id, ``report#p2`` for a source of a report, a report's id."""
        return self._judge("correct", target, field=field, value=value, why=why)

    def add_statement(
        self, report: str, content: Sequence[tuple[int, int]], source: dict[str, Any], *, why: str | None = None,
        **more: Any,
    ) -> Judgement:  # fmt: skip
        """Adds a statement that the server did not find. ``content``: code points of the report's text; ``source``:
        ``name``, ``type``, ``title``, ``why``, ``mention``; ``more``: ``cue``, ``act``, ``firmness``, ``via``, ….
        """
        value = {"content": content, "source": source} | more
        return self._judge("add", report, value=value, why=why)

    def note(self, statement: str, text: str) -> Judgement:
        """Notes something on a statement; it is undone like a judgement."""
        return self._judge("note", statement, value=text)

    def merge(self, source: str, into: str, *, why: str | None = None) -> Judgement:
        return self._judge("merge", source, into=into, why=why)

    def split(self, target: str, *, name: str | None = None, why: str | None = None) -> Judgement:
        return self._judge("split", target, name=name, why=why)

    def undo(self, judgement: str, *, why: str | None = None) -> Judgement:
        return self._judge("undo", judgement, why=why)

    def judgements(self, report: str | None = None, limit: int = 100) -> list[Judgement]:
        """The newest first, undone ones and undos included."""
        parameters = [("limit", str(limit)), *([("report", report)] if report else [])]
        return _as(list[Judgement], self._http.get("/judgements", parameters))

    def searches(self) -> list[Search]:
        return _as(list[Search], self._http.get("/searches"))

    def save_search(self, name: str, **filters: Unpack[Filters]) -> Search:
        return _as(
            Search, self._http.send("POST", "/searches", {"name": name, "query": urlencode(_parameters(filters))})
        )

    def remove_search(self, search: str) -> None:
        self._http.send("DELETE", f"/searches/{_id(search)}")

    def _judge(self, action: str, target: str, **rest: Any) -> Judgement:
        return _as(Judgement, self._http.send("POST", "/judgements", {"action": action, "target": target, **rest}))


def _as(kind: type[T], body: bytes) -> T:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.DecodeError as error:
        remedy = "Is it a server of Sayso, and of this version?"
        raise ApiError("the answer", f"is not what the API gives ({error})", remedy, code="answer") from error


def _input(text: str | None, address: str | None, known: dict[str, str]) -> dict[str, str]:
    if text is not None and address is None and _ADDRESS.fullmatch(text):
        text, address = None, text
    given = {"text": text, "address": address} | known
    return {name: value for name, value in given.items() if value is not None}


def _parameters(filters: Filters) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for name, value in filters.items():
        values = [value] if isinstance(value, (str, int, float)) or value is None else list(value)  # type: ignore[call-overload]
        out += [(name, str(each)) for each in values if each is not None]
    return out


def _id(given: str) -> str:
    return quote(given, safe="")
