"""Where each value of a reading comes from, for people on a terminal: ``sayso read --explain``."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.types import Derivation, Reading

_LONGEST = 60  # characters of the words shown


def show(reading: Reading, console: Console) -> None:
    """One table for the report, then one for each source and statement: value, words, what gave it, how surely."""
    values = {s.id: s for s in reading.statements} | {s.id: s for s in reading.sources}
    by_owner: dict[str | None, list[Derivation]] = {}
    for derivation in reading.derivations:
        by_owner.setdefault(derivation.statement, []).append(derivation)
    console.print()
    console.print(Text("Where each value comes from", style="bold"))
    for owner in (None, *(s.id for s in reading.sources), *(s.id for s in reading.statements)):
        if owner not in by_owner:
            continue
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), title_justify="left", expand=False)
        table.add_column(owner or "report", style="bold", no_wrap=True)
        table.add_column("value", overflow="fold")
        table.add_column("from the words", overflow="fold")
        table.add_column("given by", overflow="fold")
        table.add_column("sure", justify="right", no_wrap=True)
        for derivation in by_owner[owner]:
            given = _value(values.get(owner or ""), derivation.field)
            sure = "" if derivation.confidence is None else f"{derivation.confidence:.2f}"
            table.add_row(derivation.field, given, _words(reading, derivation), derivation.rule, sure)
        console.print()
        console.print(table)


def _words(reading: Reading, derivation: Derivation) -> str:
    if derivation.span is None:
        return "—"
    words = " ".join(derivation.span.of(reading.report.text).split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _value(owner: object, field: str) -> str:
    """The value itself where it is a word or two; dates, amounts, places and chains are told by their words."""
    for part in field.split("."):
        owner = getattr(owner, part, None)
    return owner if isinstance(owner, str) else ""
