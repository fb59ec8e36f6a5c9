"""Correcting by hand: which fields a form offers, how their values are typed, and from what was typed to the values.

Words are typed as words: they are looked up in the report, nearest to where the statement stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.errors import SettingsError
from sayso.types import Report, Source, Statement
from sayso.web.fields import REPORT, SOURCE, STATEMENT, Column, Entry, shown
from sayso.web.quoting import near, spans_of

#: The values of a form's input by its name, in the order of the page.
Typed = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form. ``rows`` are its lines, each a text for every column; ``machine`` is set where the machine
    had said something else; ``wrong`` tells what cannot be done with what was typed.
    """

    entry: Entry
    rows: tuple[tuple[str, ...], ...]
    machine: str | None
    wrong: str | None = None

    @property
    def name(self) -> str:
        return self.entry.name

    @property
    def spare(self) -> tuple[tuple[str, ...], ...]:
        """The rows to be offered: those there are and, of a list, an empty one."""
        empty = tuple("no" if column.kind == "flag" else "" for column in self.entry.columns)
        return (*self.rows, empty) if self.entry.many or not self.rows else self.rows


@dataclass(frozen=True, slots=True)
class Change:
    """What a form changes: ``value`` is the field's JSON value, None where the report does not give it."""

    field: str
    value: Any


def of_statement(statement: Statement, machine: Statement, text: str) -> list[Field]:
    return [_field(entry, statement, machine, text) for entry in STATEMENT]


def of_source(source: Source, machine: Source, text: str) -> list[Field]:
    return [_field(entry, source, machine, text) for entry in SOURCE]


def of_report(report: Report, machine: Report) -> list[Field]:
    return [_field(entry, report, machine, report.text) for entry in REPORT]


def _field(entry: Entry, thing: Any, machine: Any, text: str) -> Field:
    rows, was = shown(entry, thing, text), shown(entry, machine, text)
    said = " ; ".join(" · ".join(cell for cell in row if cell) for row in was)
    return Field(entry, rows, said if was != rows else None)


def changes(
    fields: Sequence[Field], typed: Typed, thing: Any, text: str, around: int
) -> tuple[list[Change], list[Field]]:
    """What of the form differs from what was shown, and the fields as they were typed, with what is wrong in them.

    ``thing`` is the statement, source or report that the fields are of; of several equal words those nearest to the
    place ``around`` are meant.
    """
    made: list[Change] = []
    out: list[Field] = []
    for field in fields:
        rows = _rows(field.entry, typed)
        if rows is None or rows == field.rows:
            out.append(field)
            continue
        field = replace(field, rows=rows)
        try:
            made.append(Change(field.name, _value(field.entry, rows, thing, text, around)))
        except SettingsError as error:
            field = replace(field, wrong=f"{error.input} {error.message}. {error.remedy}")
        out.append(field)
    return made, out


def _rows(entry: Entry, typed: Typed) -> tuple[tuple[str, ...], ...] | None:
    """The rows of a field that have anything in them; None where the form did not have the field."""
    columns = [[" ".join(value.split()) for value in typed(f"{entry.name}.{c.name}")] for c in entry.columns]
    if not any(columns):
        return None
    says = [entry.plain or column.kind != "flag" for column in entry.columns]  # "no" alone makes no row
    rows = zip(*columns, strict=False)
    return tuple(row for row in rows if any(cell for cell, counts in zip(row, says, strict=True) if counts))


def _value(entry: Entry, rows: tuple[tuple[str, ...], ...], thing: Any, text: str, around: int) -> Any:
    if entry.plain:
        return _cell(entry.columns[0], rows[0][0] if rows else "", text, around)
    known = _known(entry, thing)
    made = []
    for row in rows:
        cells = zip(entry.columns, row, strict=True)
        value = {column.name: _cell(column, cell, text, around) for column, cell in cells}
        made.append(known(value) | value)
    return made if entry.many else (made[0] if made else None)


def _known(entry: Entry, thing: Any) -> Callable[[Mapping[str, Any]], dict[str, Any]]:
    """What a row says without showing it (coordinates of a place): kept where name and words stay what they were."""
    value = getattr(thing, entry.name)
    items = value if entry.many else (value,) if value else ()

    def rest(row: Mapping[str, Any]) -> dict[str, Any]:
        for item in items:
            same = getattr(item, "name", None) == row.get("name") and list(getattr(item, "span", ())) == row.get("span")
            if same:
                return {name: getattr(item, name) for name in entry.hidden}
        return dict.fromkeys(entry.hidden)

    return rest


def _cell(column: Column, cell: str, text: str, around: int) -> Any:
    if column.kind == "flag":
        return cell == "yes"
    if not cell:
        if column.needed:
            raise SettingsError(column.label, "is missing", "Fill it in, or empty the whole line")
        return [] if column.kind in ("pieces", "places") else None
    if column.kind == "number":
        try:
            return float(cell.replace(",", ""))
        except ValueError:
            raise SettingsError(f"“{cell}”", "is no number", "Write it like 1200 or 2.5") from None
    if column.kind == "words":
        return list(near(cell, text, around))
    if column.kind == "pieces":
        return [list(span) for span in spans_of(cell, text, around)]
    if column.kind == "places":
        return [place for place in cell.replace(",", " ").split() if place]
    if column.kind in ("day", "time"):
        return _time(cell)
    return cell


def _time(cell: str) -> str:
    from sayso.report.dates import timestamp

    found = timestamp(cell)
    if found is None:
        raise SettingsError(f"“{cell}”", "is no date", "Write it like 2031-05-31 or 2031-05-31T09:10Z")
    return found.value


def place_of(thing: Statement | Source | Report) -> int:
    """Where the thing stands in its report, for words that occur several times."""
    if isinstance(thing, Statement):
        return thing.extent.begin
    return thing.mentions[0].begin if isinstance(thing, Source) and thing.mentions else 0
