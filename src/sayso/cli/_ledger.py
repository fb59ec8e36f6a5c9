"""What the commands on a ledger share: the option that names it, opening it, failures as exit status."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from sayso.cli._status import status_of
from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Ledger

LedgerOption = Annotated[
    Optional[str],  # noqa: UP045 (typer reads the annotation at run time)
    typer.Option("--ledger", "-l", help="A SQLite file or postgresql://…; default: SAYSO_LEDGER, or the user's own."),
]
By = Annotated[str, typer.Option(help="Who judges; default: the name that you are logged in by.")]
Why = Annotated[Optional[str], typer.Option(help="Why, in words.")]  # noqa: UP045


def me() -> str:
    """The user as the judgements name them."""
    try:
        return os.environ.get("SAYSO_USER") or getpass.getuser()
    except (KeyError, OSError):  # a process without a user name
        return "unknown"


@contextmanager
def opened(address: str | None, *, create: bool = False) -> Iterator[Ledger]:
    """The ledger; a failure is told on standard error and ends the command: 2 for wrong usage, 3 for anything else."""
    from sayso.ledger import Ledger
    from sayso.settings import from_environment

    try:
        with Ledger(address or from_environment().ledger, create=create) as ledger:
            yield ledger
    except SaysoError as error:
        print(f"sayso: {error}", file=sys.stderr)
        raise typer.Exit(status_of(error)) from None
    except BrokenPipeError:  # `sayso find … | head`
        sys.stderr.close()
        raise typer.Exit(0) from None
