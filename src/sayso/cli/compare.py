"""``sayso compare``: two reports side by side, with no ledger."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    app.command("compare")(compare)


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A file or URL.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    json: Annotated[bool, typer.Option("--json", help="One sayso.comparison/1 object.")] = False,
    output: Annotated[str | None, typer.Option("--output", "-o", help="Write to a file.")] = None,
    model: Annotated[str | None, typer.Option(help="A shipped model's name or a model's directory.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no messages but errors.")] = False,
) -> None:
    """Shared passages, altered quotations and dropped caveats of two reports."""
    from sayso.cli._traced import readings_of, write

    readings, failed = readings_of([a, b], model=model, quiet=quiet)
    if failed or len(readings) != 2:
        if not failed:
            print(f"sayso: {a}, {b}: they hold {len(readings)} reports. Give two of one report each", file=sys.stderr)
        raise typer.Exit(3 if failed else 2)
    from sayso.trace.called import files_of
    from sayso.trace.whole import compare as compare_both

    texts = {reading.report.id: reading.report.text for reading in readings}
    names = dict(zip(texts, "AB", strict=False))  # one letter where both are the same report
    raise typer.Exit(
        write(compare_both(*readings), texts, json=json, output=output, names=names, files=files_of(readings))
    )
