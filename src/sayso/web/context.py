"""Hits with the words around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sayso.ledger import Found
from sayso.ledger.schema import reports

#: Code points shown on either side, and of the hit itself.
_AROUND, _MOST = 110, 600


@dataclass(frozen=True, slots=True)
class Hit:
    """``before`` and ``after`` are exact words of the report; ``words`` is the text from first to last word, cue
    included, ``cut`` where it is longer than is shown.
    """

    found: Found
    before: str
    words: str
    after: str
    cut: bool


def in_context(connection: Connection, items: Sequence[Found]) -> list[Hit]:
    """One look at each report's text, cut out by the database: a text can be large."""
    out = []
    for item in items:
        begin = max(0, item.begin - _AROUND)
        at, length = item.begin - begin, min(item.end - item.begin, _MOST)
        piece = func.substr(reports.c.text, begin + 1, at + length + _AROUND)
        text = connection.execute(select(piece).where(reports.c.id == item.report)).scalar_one()
        cut = item.end - item.begin > length
        after = "" if cut else text[at + length :]
        out.append(Hit(item, _before(text[:at], begin > 0), text[at : at + length], _after(after), cut))
    return out


def _before(words: str, more: bool) -> str:
    """What stands in the same paragraph, an ellipsis where the paragraph begins earlier."""
    line = words.rsplit("\n\n", 1)
    return line[-1] if len(line) > 1 or not more else f"…{line[-1]}"


def _after(words: str) -> str:
    line = words.split("\n\n", 1)
    return line[0] if len(line) > 1 or len(words) < _AROUND else f"{line[0]}…"
