"""What a format's reader hands to the layout: a text and what its carrier said about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.report.document import Fetched
from sayso.types import Block


@dataclass(frozen=True, slots=True)
class Draft:
    """One report as a reader found it.

    ``text`` is the whole of what will be ``Report.text`` (headline, blank line, body, where the carrier gives them
    apart). ``blocks`` are roles that the carrier's markup already decides, with offsets into ``text``; the layout works
    out the rest. Dates are as the carrier wrote them. ``origins`` says for each field given where it came from
    ("json-ld", "meta", "option", "feed", …). ``name`` is the input as messages name it, with the line or the place in
    it (``wire.jsonl:7``); ``fetched`` is the page as it came, where it came over HTTP; ``content`` are the bytes that
    the report was read from, its own where it has any (a line of JSON Lines), else those of the whole document.
    """

    text: str
    headline: str | None = None
    deck: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    external_id: str | None = None
    blocks: tuple[Block, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    fetched: Fetched | None = None
    content: bytes | None = None
