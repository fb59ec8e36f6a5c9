"""``sayso batch``: a large corpus to Parquet."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso.executor.batch import Part

_TOLD = 20  # failures that are told one by one; all of them are in the table


def register(app: typer.Typer) -> None:
    app.command("batch")(batch)


def batch(
    inputs: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="WARC, JSON Lines, Parquet or other files, folders, globs.")
    ],
    output: Annotated[str, typer.Option("--output", "-o", help="A folder: new, or that of a batch to go on with.")],
    jobs: Annotated[int, typer.Option(min=0, help="Processes that read; 0: one for each processor.")] = 0,
    size: Annotated[int, typer.Option(min=1, help="Reports in a part file.")] = 500,
    outlet: Annotated[str | None, typer.Option(help="Who published the reports, where they do not say.")] = None,
    model: Annotated[str | None, typer.Option(help="A shipped model's name or a model's directory.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no summary.")] = False,
) -> None:
    """Read a large corpus into Parquet tables: reports, sources, statements, failures.

    Run it again to go on after an interruption: whole parts are not read again.
    """
    from sayso.cli._progress import progress
    from sayso.cli._status import status_of
    from sayso.errors import SaysoError
    from sayso.executor.batch import batch as run
    from sayso.export.parquet import arrow, part_is_written, write_part
    from sayso.report import Options

    try:
        arrow()
        parts = run(inputs, Path(output), write_part, part_is_written, Options(outlet=outlet), model=model, jobs=jobs,
                    size=size)  # fmt: skip
        failed = _count(progress(parts, "parts written", quiet=quiet), quiet=quiet)
    except SaysoError as error:
        print(f"sayso: {error}", file=sys.stderr)
        raise typer.Exit(status_of(error)) from None
    except KeyboardInterrupt:
        print("sayso: interrupted; run it again to go on", file=sys.stderr)
        raise typer.Exit(3) from None
    except OSError as error:
        print(f"sayso: {output}: cannot be written ({error.strerror}). Choose another --output", file=sys.stderr)
        raise typer.Exit(2) from None
    raise typer.Exit(3 if failed else 0)


def _count(parts: Iterable[Part], *, quiet: bool) -> int:
    """Tells the failures and, at the end, what was done; gives the number of failures."""
    written = known = reports = statements = failed = 0
    for part in parts:
        written, known = written + (not part.known), known + part.known
        reports, statements = reports + part.reports, statements + part.statements
        for error in part.failures:
            failed += 1
            if failed <= _TOLD:
                print(f"sayso: {error}", file=sys.stderr)
            elif failed == _TOLD + 1:
                print("sayso: further failures are only in the table `failures`", file=sys.stderr)
    if not quiet:
        earlier = f"; {known} inputs or parts known from an earlier run" if known else ""
        of = f"{written} {'part' if written == 1 else 'parts'}"
        print(f"sayso: {reports} reports, {statements} statements in {of}; {failed} failed{earlier}",
              file=sys.stderr)  # fmt: skip
    return failed
