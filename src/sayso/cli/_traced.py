"""What ``sayso trace`` and ``sayso compare`` share: readings of files, and a trace written out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

import typer

from sayso import pipeline
from sayso.cli._console import console_on
from sayso.cli._output import writing
from sayso.cli._progress import progress
from sayso.errors import SaysoError
from sayso.pipeline import Options
from sayso.trace.claims import senses
from sayso.trace.types import Trace, to_json
from sayso.types import Reading


def readings_of(
    inputs: Sequence[str], options: Options | None = None, *, model: str | None, quiet: bool
) -> tuple[list[Reading], int]:
    """The readings, and how many inputs or parts of them failed; each failure is told on standard error."""
    found: list[Reading] = []
    failed = 0
    try:
        for result in progress(_all(inputs, options, model), "reading", quiet=quiet):
            if isinstance(result, SaysoError):
                failed += 1
                print(f"sayso: {result}", file=sys.stderr)
            else:
                found.append(result)
    except SaysoError as error:  # what concerns no single input: a setting, the model
        print(f"sayso: {error}", file=sys.stderr)
        raise typer.Exit(2) from None
    return found, failed


def _all(inputs: Sequence[str], options: Options | None, model: str | None) -> Iterator[Reading | SaysoError]:
    for target in inputs:
        yield from pipeline.read(target, options, model=model)


def write(
    trace: Trace,
    texts: Mapping[str, str],
    *,
    json: bool,
    output: str | None,
    names: Mapping[str, str] | None = None,
    files: Mapping[str, str] | None = None,
) -> int:
    """As JSON, or for people with the words of ``texts`` and by ``names`` or ``files``, by report; gives the exit
    status."""
    if not senses.there():
        print(
            f"sayso: {senses.MODEL}: the model that knows one claim in two witnesses' words is missing; claims were "
            "compared by their words alone. Install the package again",
            file=sys.stderr,
        )
    try:
        with writing(output) as out:
            if json:
                print(to_json(trace).decode(), file=out)
            else:
                from sayso.cli._trace_page import show

                with console_on(out) as console:
                    show(trace, console, texts, names, files)
    except BrokenPipeError:  # `sayso trace … | head`
        sys.stderr.close()
    except SaysoError as error:
        print(f"sayso: {error}", file=sys.stderr)
        return 2
    return 0
