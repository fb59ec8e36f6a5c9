"""A progress line on standard error: on a terminal only, and only once something has taken two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
_AFTER = 2.0  # seconds


def progress(items: Iterable[T], what: str, *, quiet: bool = False, total: int | None = None) -> Iterator[T]:
    """The items as they come; what has been done so far is shown beside them."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    begun = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total, visible=False)
        for item in items:
            bar.update(task, advance=1, visible=time.monotonic() - begun > _AFTER)
            yield item
