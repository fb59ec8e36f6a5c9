"""``sayso export``: what a ledger holds, or what reports hold, in the formats of other tools."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli._ledger import LedgerOption, opened
from sayso.cli._output import unwritable, writing_bytes
from sayso.cli._status import status_of
from sayso.errors import SaysoError, SettingsError

if TYPE_CHECKING:
    from sayso.export.items import Item

_FORMATS = "csv, jsonl, parquet, annotations, brat, claimreview, prov, ftm"


def register(app: typer.Typer) -> None:
    from sayso.cli._filters import with_filters

    app.command("export")(with_filters(export))


def export(
    inputs: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH-or-URL]…", help="Reports to read and export, without a ledger.")
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help=_FORMATS)] = "csv",
    output: Annotated[str | None, typer.Option("--output", "-o", help="A file; a folder for parquet and brat.")] = None,
    table: Annotated[str, typer.Option(help="For csv: statements, sources, reports.")] = "statements",
    everything: Annotated[
        bool, typer.Option("--all", help="The whole ledger, for `sayso import`; takes no format and no filter.")
    ] = False,
    ledger: LedgerOption = None,
    words: Annotated[str | None, typer.Option(help="Only statements with these words, as in `sayso find`.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no messages but errors.")] = False,
    **filters: Any,
) -> None:
    """Export statements with their reports and sources. Filters are those of `sayso find`; all of them must hold."""
    from sayso.cli._filters import query_of
    from sayso.cli._progress import progress
    from sayso.export.items import from_ledger, from_readings

    failed: list[SaysoError] = []
    try:
        asked = query_of(words, filters)
        is_filtered = bool(asked.parameters())
        _check(format, table, output, everything=everything, chosen=bool(inputs) or is_filtered)
        if inputs and is_filtered:
            raise SettingsError("export", "filters need a ledger", "Leave out the inputs, or the filters")
        if inputs:
            items = from_readings(progress(_read(inputs, failed), "exporting", quiet=quiet))
            _write(items, format, table, output)
        else:
            with opened(ledger) as kept, kept.read() as view:
                if everything:
                    _write_bytes(progress(view.dump(), "exporting", quiet=quiet), output)
                else:
                    _write(progress(from_ledger(view, asked), "exporting", quiet=quiet), format, table, output)
    except SaysoError as error:
        print(f"sayso: {error}", file=sys.stderr)
        raise typer.Exit(status_of(error)) from None
    except BrokenPipeError:  # `sayso export … | head`
        sys.stderr.close()
        raise typer.Exit(0) from None
    except OSError as error:
        print(f"sayso: {unwritable(output or 'standard output', error)}", file=sys.stderr)
        raise typer.Exit(2) from None
    raise typer.Exit(3 if failed else 0)


def _check(format: str, table: str, output: str | None, *, everything: bool, chosen: bool) -> None:
    from sayso.export.columns import TABLES
    from sayso.export.formats import FORMS

    if everything and chosen:
        raise SettingsError("--all", "takes neither inputs nor filters", "Leave them out")
    if format not in FORMS:
        raise SettingsError(f"--format {format}", "is unknown", f"Give one of {', '.join(FORMS)}")
    if table not in TABLES:
        raise SettingsError(f"--table {table}", "is unknown", f"Give one of {', '.join(TABLES)}")
    if FORMS[format].folder and not everything:
        if output is None:
            raise SettingsError(f"--format {format}", "needs a folder", "Name one with --output")
        if Path(output).is_file():
            raise SettingsError(output, "is a file", "Name a folder with --output")


def _read(inputs: list[str], failed: list[SaysoError]) -> Iterator[Any]:
    from sayso import pipeline
    from sayso.executor.targets import expand

    for target in expand(inputs):
        for result in pipeline.read(target):
            if isinstance(result, SaysoError):
                failed.append(result)
                print(f"sayso: {result}", file=sys.stderr)
            else:
                yield result


def _write(items: Iterable[Item], format: str, table: str, output: str | None) -> None:
    from sayso.export.formats import FORMS

    form = FORMS[format]
    if form.folder:
        form.write(items, Path(output or "."))
    else:
        pieces = form.text(items, **({"table": table} if format == "csv" else {}))
        _write_bytes((piece.encode() for piece in pieces), output)


def _write_bytes(pieces: Iterable[bytes], output: str | None) -> None:
    with writing_bytes(output) as out:
        for piece in pieces:
            out.write(piece)
