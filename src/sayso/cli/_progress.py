"""A progress line on standard error: on a terminal only, and only once something has taken two seconds."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")
#: Told what is being done, how much of it is done, and of how much.
Told = Callable[[str, int, int], None]
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


@contextmanager
def steps(*, quiet: bool = False) -> Iterator[Told]:
    """What work in several steps tells of itself, as a line with a bar and the time that it may still take."""
    if quiet or not sys.stderr.isatty():
        yield lambda what, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    begun = time.monotonic()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def told(what: str, done: int, total: int) -> None:
            if what not in tasks:
                for task in tasks.values():
                    bar.update(task, visible=False)
                tasks[what] = bar.add_task(what, total=total, visible=False)
            bar.update(tasks[what], completed=done, visible=time.monotonic() - begun > _AFTER)

        yield told
