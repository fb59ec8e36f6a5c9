"""``sayso trace``: what reports show together, of a ledger or of files."""

from __future__ import annotations

import sys
from typing import Annotated, Optional

import typer

from sayso.cli._ledger import LedgerOption, opened

_LATER = (
    "sayso: to look up c1, q1 … with their evidence, keep the reports in a ledger: sayso add --ledger FILE PATH…, then "
    "sayso trace --ledger FILE and sayso show c1 --ledger FILE"
)


def register(app: typer.Typer) -> None:
    app.command("trace")(trace)


def trace(
    inputs: Annotated[
        Optional[list[str]],  # noqa: UP045 (typer reads the annotation at run time)
        typer.Argument(metavar="[PATH…]", help="Files or URLs; without any, the ledger."),
    ] = None,
    ledger: LedgerOption = None,
    json: Annotated[bool, typer.Option("--json", help="One sayso.trace/1 object.")] = False,
    output: Annotated[str | None, typer.Option("--output", "-o", help="Write to a file.")] = None,
    model: Annotated[str | None, typer.Option(help="A shipped model's name or a model's directory.")] = None,
    published: Annotated[str | None, typer.Option(help="Date of plain files' reports (ISO 8601).")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no messages but errors.")] = False,
) -> None:
    """Work out copies, altered quotations, claims, origins and disputes across reports."""
    if inputs and ledger:
        print("sayso: --ledger: files were given as well. Name files or a ledger, not both", file=sys.stderr)
        raise typer.Exit(2)
    if (published or outlet) and not inputs:
        print("sayso: --published, --outlet: they go with files. Name the files they are said of", file=sys.stderr)
        raise typer.Exit(2)
    from sayso.cli._traced import readings_of, write

    failed, files = 0, {}
    if inputs:
        from sayso.pipeline import Options
        from sayso.trace.called import files_of

        options = Options(published=published, outlet=outlet)
        readings, failed = readings_of(inputs, options, model=model, quiet=quiet)
        from sayso.trace.whole import trace as trace_all

        made = trace_all(readings)
        texts = {reading.report.id: reading.report.text for reading in readings}
        files = files_of(readings)
    else:
        from sayso.cli._progress import steps
        from sayso.trace import kept, looking

        with opened(ledger) as held:
            with steps(quiet=quiet) as told:
                kept.update(held, told)
            with held.read() as view:
                made = looking.whole_trace(view)
                texts = {} if json else looking.texts(view)
    status = write(made, texts, json=json, output=output, files=files)
    if inputs and (made.claims or made.quotations) and not (json or quiet or status):
        print(_LATER, file=sys.stderr)
    raise typer.Exit(status or (3 if failed else 0))
