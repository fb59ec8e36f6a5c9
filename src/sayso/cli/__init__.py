"""The command line: one module per command, each a thin caller of the public verbs.

Command modules import what they need inside the function, so that ``sayso --help`` loads no model and no database.
"""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
from contextlib import suppress
from typing import Annotated

import typer

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from sayso import __version__

        print(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Who said what in a news report, in which words, through whom, how firmly, and who denies it."""


def register() -> None:
    """Every module of this package that defines ``register(app)`` adds its command; order is alphabetical."""
    for module in pkgutil.iter_modules(__path__):
        if not module.name.startswith("_"):
            importlib.import_module(f"{__name__}.{module.name}").register(app)


def main() -> None:
    """Entry point: registers the commands and runs the one asked for."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    # numpy's products are small here: threads for each of them would only wait, at full load, for the next one.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    gc.set_threshold(50_000, 20, 20)  # loading makes many objects that stay; looking through them takes its time
    register()
    try:
        try:
            app()
        finally:
            sys.stdout.flush()
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:  # mostly a disk that is full
        with suppress(OSError):
            sys.stdout.close()
        where = error.filename or "standard output"
        print(f"sayso: {where}: {error.strerror or error}. Check the disk and the permissions", file=sys.stderr)
        sys.exit(3)
