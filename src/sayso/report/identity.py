"""What makes a report the same report."""

from __future__ import annotations

import hashlib


def text_sha256(text: str) -> str:
    """Hexadecimal SHA-256 of the text in UTF-8; a lone surrogate counts as its three bytes (``surrogatepass``)."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_id(text: str, *, url: str | None, external_id: str | None, outlet: str | None) -> str:
    """``sha256:`` and the hexadecimal SHA-256 of ``KIND LF VALUE LF TEXT`` in UTF-8.

    KIND and VALUE are the first that is known of ``url`` and the URL, ``id`` and the external id, ``outlet`` and the
    outlet's name; else ``text`` and nothing. So two outlets' identical reprints are two reports, and one page fetched
    twice unchanged is one.
    """
    known = (("url", url), ("id", external_id), ("outlet", outlet))
    kind, value = next(((kind, value) for kind, value in known if value), ("text", ""))
    key = f"{kind}\n{value}\n{text}".encode("utf-8", "surrogatepass")
    return "sha256:" + hashlib.sha256(key).hexdigest()
