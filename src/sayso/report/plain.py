"""Plain text: the whole of it is the report's text."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.errors import InputError
from sayso.report.document import Document
from sayso.report.draft import Draft
from sayso.report.encodings import decode


def read_plain(document: Document) -> Iterator[Draft | InputError]:
    """One draft.

    Raises:
        InputError: binary, too large, or nothing but white space.
    """
    text = decode(document.name, document.data(), document.charset)
    if not text.strip():
        raise InputError(document.name, "There is no text in it", "Give the text of a report.", code="empty")
    yield Draft(text, name=document.name)
