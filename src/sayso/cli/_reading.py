"""Run the pipeline over several inputs and write what came out; shared by the commands that read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TextIO

from rich.console import Console

from sayso import pipeline, wire
from sayso.cli._console import console_on
from sayso.cli._output import writing
from sayso.cli._progress import progress
from sayso.errors import SaysoError
from sayso.executor.targets import expand
from sayso.types import Reading


def run(
    inputs: Sequence[str],
    options: pipeline.Options,
    form: str,
    output: str | None,
    *,
    explain: bool,
    model: str | None,
    quiet: bool,
) -> int:
    """``form``: json, html or table. Gives the contract's exit status: 0 done, 2 wrong usage, 3 some inputs failed."""
    failed = 0
    try:
        with writing(output, inputs, empty=False) as out:
            results = progress(_all(inputs, options, model), "reading", quiet=quiet)
            for number, result in enumerate(results):
                if isinstance(result, SaysoError):
                    failed += 1
                    _fail(result, form, out)
                else:
                    _write(result, form, out, number, explain=explain)
    except SaysoError as error:  # what concerns no single input: a setting, the model
        print(f"sayso: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # whoever read our output has seen enough; nothing is left to tell them
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 3 if failed else 0


def _all(inputs: Sequence[str], options: pipeline.Options, model: str | None) -> Iterator[Reading | SaysoError]:
    for target in expand(inputs):
        yield from pipeline.read(target, options, model=model)


def _fail(error: SaysoError, form: str, out: TextIO) -> None:
    if form == "json":
        import msgspec

        print(msgspec.json.encode(error.as_json()).decode(), file=out)
    print(f"sayso: {error}", file=sys.stderr)


def _write(reading: Reading, form: str, out: TextIO, number: int, *, explain: bool) -> None:
    if form == "json":
        print(wire.to_json(reading, explain=explain).decode(), file=out, flush=True)
    elif form == "html":
        from sayso.export.page import page

        print(page(reading), file=out)
    else:
        with console_on(out) as console:
            _table(reading, console, number, explain=explain)


def _table(reading: Reading, console: Console, number: int, *, explain: bool) -> None:
    from sayso.cli._table import show

    if number:
        console.print()
        console.rule()
    show(reading, console)
    if explain:
        from sayso.cli import _because

        _because.show(reading, console)
