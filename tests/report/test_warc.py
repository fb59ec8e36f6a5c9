from __future__ import annotations

import gzip

import pytest

from sayso.errors import InputError
from sayso.report import Draft, open_drafts

PAGE = (
    '<html lang="en"><head><title>Mill to close</title><meta property="og:site_name" content="Tarn Gazette">'
    "<meta property='article:published_time' content='2025-10-05T10:00:00Z'></head><body><article>"
    "<h1>Mill to close</h1>"
    "<p>The council voted on Monday to close the old mill, its chair said in a long statement to the paper.</p>"
    "<p>“We had no choice,” the chair added, and asked the workers for patience until the end of May.</p>"
    "</article></body></html>"
).encode()


def record(kind: str, url: str, body: bytes, media_type: str) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-10-06T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:{url}>\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def response(url: str, body: bytes = PAGE, kind: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nServer: x\r\n\r\n".encode() + body
    return record("response", url, http, "application/http; msgtype=response")


def archive(*, packed: bool, pages: int = 2) -> bytes:
    records = [record("warcinfo", "x", b"software: test", "application/warc-fields")]
    for number in range(pages):
        url = f"https://gazette.example/{number}"
        records += [
            response(url), response(f"{url}.png", b"\x89PNG", "image/png"), response(f"{url}/moved", status="301 Moved")
        ]  # fmt: skip
    return b"".join(gzip.compress(each) if packed else each for each in records)


@pytest.mark.parametrize("form", ["plain", "by record", "in one piece"])
def test_pages_of_an_archive(form: str) -> None:
    data = archive(packed=form == "by record")
    found = list(open_drafts(gzip.compress(data) if form == "in one piece" else data))
    assert [each.url for each in found if isinstance(each, Draft)] == [
        "https://gazette.example/0", "https://gazette.example/1"]  # fmt: skip
    assert len(found) == 2
    first = found[0]
    assert isinstance(first, Draft)
    assert first.headline == "Mill to close"
    assert (first.outlet, first.published) == ("Tarn Gazette", "2025-10-05T10:00:00Z")
    assert first.origins["url"] == "warc"
    assert first.fetched is not None
    assert (first.fetched.body, first.fetched.at, first.fetched.status) == (PAGE, "2025-10-06T00:00:00Z", 200)
    assert first.fetched.header("server") == "x"


def test_text_of_conversion_records() -> None:
    data = record("conversion", "https://a.example/", b"The mill will close, the mayor said.", "text/plain")
    (draft,) = open_drafts(data)
    assert isinstance(draft, Draft)
    assert (draft.text, draft.url) == ("The mill will close, the mayor said.", "https://a.example/")


@pytest.mark.parametrize(
    ("data", "kept", "code"),
    [
        (archive(packed=False)[:-1400], 1, "malformed"),  # cut off in the second page
        (archive(packed=False)[:-400], 2, "malformed"),
        (archive(packed=True)[:-40], 2, "malformed"),  # cut off in the last record, which is no page
        (archive(packed=True, pages=1) + b"garbage", 1, "malformed"),
        (b"WARC/1.0\r\nrubbish", 0, "empty"),
        (gzip.compress(b"some text", mtime=0), 0, "binary"),
        (b"\x1f\x8b\x08 and no more", 0, "malformed"),
        (archive(packed=False, pages=0), 0, "empty"),
    ],
)
def test_damaged_archives_are_told_and_what_can_be_read_is(data: bytes, kept: int, code: str, capfd) -> None:
    found = list(open_drafts(data))
    assert sum(isinstance(each, Draft) for each in found) == kept
    last = found[-1]
    assert isinstance(last, InputError)
    assert last.code == code
    assert capfd.readouterr().err == ""


def test_one_bad_page_stops_no_other() -> None:
    short, binary = b"<html><body>short</body></html>", bytes(range(256)) * 20
    data = response("https://a.example/1", short) + response("https://a.example/2", binary) + response("https://a.x/3")
    found = list(open_drafts(gzip.compress(data)))
    assert [each.code if isinstance(each, InputError) else "read" for each in found] == ["no-article", "binary", "read"]
