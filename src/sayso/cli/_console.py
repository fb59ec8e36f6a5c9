"""What people read: on a terminal as wide as it is; elsewhere 100 columns, without the spaces that fill lines up."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console


@contextmanager
def console_on(out: TextIO) -> Iterator[Console]:
    """Where ``out`` is no terminal, all is written at the end."""
    if out.isatty():
        yield Console(file=out, highlight=False, markup=False)
        return
    shown = io.StringIO()
    yield Console(file=shown, highlight=False, markup=False, width=100)
    print("\n".join(line.rstrip() for line in shown.getvalue().split("\n")), file=out, end="")
