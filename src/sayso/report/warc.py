"""Web archives (WARC, ARC; gzipped or not): every archived page to a draft, one record at a time.

Pages are response and resource records of HTML with a status of 2xx, and the plain text of conversion records (WET).
Everything else in an archive (requests, pictures, redirects) is no report and is passed over without a word.
"""

from __future__ import annotations

import contextlib
import io
import logging
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from sayso.errors import InputError
from sayso.report.document import Document, Fetched, too_large
from sayso.report.draft import Draft
from sayso.report.page import read_page
from sayso.report.plain import read_plain

_HTML = ("text/html", "application/xhtml+xml")
_REMEDY = "Get the archive again, or check it with `warcio check`."
_BLOCK = 65536
_KINDS = ("response", "resource", "conversion")

logging.getLogger("warcio").setLevel(logging.CRITICAL)  # it tells every blemish that it works around


def read_archive(document: Document) -> Iterator[Draft | InputError]:
    """Drafts and errors in the order of the records; memory holds one record.

    Raises:
        InputError: no web archive; one that is damaged (raised where the damage is); one without a page.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    packed = _check(document)
    # Unpacked here: warcio refuses archives that were packed as one piece instead of record by record.
    stream = _Unpacked(document.whole()) if packed else document.whole()
    found = 0
    try:
        for record in _quietly(ArchiveIterator(stream, arc2warc=True)):
            page = _page(document, record)
            if isinstance(page, InputError):
                found += 1
                yield page
            elif page is not None:
                found += 1
                yield from _read(page)
            while record.raw_stream.read(_BLOCK):
                pass
            if getattr(record.raw_stream, "limit", 0) > 0:
                raise _damaged(document.name, "it breaks off within a record")
    except (ArchiveLoadFailed, zlib.error, EOFError, ValueError) as error:
        raise _damaged(document.name, _first_line(error)) from error
    if not found:
        remedy = "Give an archive that holds HTML pages."
        raise InputError(document.name, "The archive holds no page", remedy, code="empty")


class _Unpacked:
    """A gzip stream, of one member or many; what comes before damage is given before the damage is raised."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._packed, self._member = stream, b"", zlib.decompressobj(31)
        self._begun = False

    def read(self, size: int = _BLOCK) -> bytes:
        """At most ``size`` bytes; empty at the end. Raises zlib.error or EOFError where the stream is damaged."""
        while True:
            self._packed = self._packed or self._stream.read(_BLOCK)
            if not self._packed:
                if self._begun:
                    raise EOFError("it breaks off")
                return b""
            data = self._member.decompress(self._packed, size if size > 0 else _BLOCK)
            self._begun, self._packed = True, self._member.unconsumed_tail
            if self._member.eof:
                self._packed, self._begun = self._member.unused_data, False
                self._member = zlib.decompressobj(31)
            if data:
                return data


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """The records without what warcio writes to standard error between them; what it trips over is damage."""
    while True:
        try:
            with contextlib.redirect_stderr(io.StringIO()):
                record = next(records, None)
        except (AttributeError, TypeError, LookupError) as error:
            raise ValueError("a record without the headers that it needs") from error
        if record is None:
            return
        yield record


def _check(document: Document) -> bool:
    """Whether the archive is gzipped. A gzip file that is no archive is told here, before it is unpacked as a whole."""
    head = document.head()
    packed = head.startswith(b"\x1f\x8b")
    if packed:
        try:
            head = zlib.decompressobj(31).decompress(head, 64)
        except zlib.error as error:
            raise _damaged(document.name, str(error)) from None
    if not head.startswith((b"WARC/", b"filedesc:")):
        raise InputError(
            document.name, "This is a gzip archive, but not of web pages", "Unpack it and give the file in it.",
            code="binary",
        )  # fmt: skip
    return packed


def _damaged(name: str, what: str) -> InputError:
    return InputError(name, f"The archive is damaged ({what}); the pages before are read", _REMEDY, code="malformed")


def _first_line(error: Exception) -> str:
    words = next((part.strip() for part in str(error).splitlines() if part.strip()), "")
    return words.removeprefix("ERROR:").strip(" .") or type(error).__name__


def _page(document: Document, record: Any) -> Document | InputError | None:
    """The record as a document of its own; None where it is no page."""
    if record.rec_type not in _KINDS:
        return None
    http = record.http_headers
    media_type, charset = _content_type((http or record.rec_headers).get_header("Content-Type") or "")
    wanted = ("text/plain",) if record.rec_type == "conversion" else _HTML
    status = http.get_statuscode() if http else "200"
    if media_type not in wanted or not (status or "").startswith("2"):
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip().strip("<>")
    name = f"{document.name}:{url}"
    limit = document.options.limit
    try:
        body = record.content_stream().read(limit + 1)
    except (zlib.error, EOFError, ValueError) as error:
        return InputError(name, f"The page cannot be unpacked ({_first_line(error)})", _REMEDY, code="malformed")
    if len(body) > limit:
        return too_large(name, limit)
    headers = tuple((key.lower(), value) for key, value in http.headers) if http else ()
    fetched = Fetched(url, url, int(status), headers, body, record.rec_headers.get_header("WARC-Date") or "")
    return Document(name, io.BytesIO(body), document.options, media_type, charset, fetched)


def _read(page: Document) -> Iterator[Draft | InputError]:
    reader = read_plain if page.media_type == "text/plain" else read_page
    try:
        for draft in reader(page):
            yield _with_address(draft, page) if isinstance(draft, Draft) else draft
    except InputError as error:
        yield error
    except ValueError as error:  # would be taken for damage of the whole archive
        message = f"The page cannot be read ({_first_line(error)})"
        yield InputError(page.name, message, "Save the page from a browser and give that.", code="malformed")


def _with_address(draft: Draft, page: Document) -> Draft:
    assert page.fetched is not None
    draft = replace(draft, fetched=page.fetched)
    if draft.url or not page.fetched.url.startswith("http"):
        return draft
    return replace(draft, url=page.fetched.url, origins={**draft.origins, "url": "warc"})


def _content_type(header: str) -> tuple[str, str | None]:
    media_type, _, parameters = header.partition(";")
    _, _, charset = parameters.lower().partition("charset=")
    return media_type.strip().lower(), charset.split(";")[0].strip(" \"'") or None
