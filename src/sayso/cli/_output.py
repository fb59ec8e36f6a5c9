"""Where results go: standard output, or a file that takes its name only once all of it is written."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from sayso.errors import SettingsError


@contextmanager
def writing_bytes(output: str | Path | None, inputs: Sequence[str] = (), *, empty: bool = True) -> Iterator[BinaryIO]:
    """Standard output for None and ``-``. What was in the file stays until all is written; where nothing was, for good
    unless ``empty``.

    Raises:
        SettingsError: the file cannot be written, or is one of ``inputs``.
    """
    if output is None or str(output) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    target = Path(output)
    if any(os.path.exists(name) and target.exists() and target.samefile(name) for name in inputs):
        raise SettingsError(str(output), "is an input as well", "Choose another --output")
    # A device or a pipe is written as it is: it cannot be replaced.
    part = target if target.exists() and not target.is_file() else target.with_name(f".{target.name}.part")
    try:
        with part.open("wb") as out:
            yield out
        if part is not target and (empty or part.stat().st_size):
            part.replace(target)
    except OSError as error:
        if isinstance(error, BrokenPipeError) or error.filename not in (None, str(part)):
            raise  # of something else that was done meanwhile
        raise unwritable(output, error) from error
    finally:
        if part is not target:
            with suppress(OSError):
                part.unlink(missing_ok=True)


@contextmanager
def writing(output: str | Path | None, inputs: Sequence[str] = (), *, empty: bool = True) -> Iterator[TextIO]:
    """The same for text."""
    if output is None or str(output) == "-":
        yield sys.stdout
        sys.stdout.flush()
        return
    with writing_bytes(output, inputs, empty=empty) as raw:
        out = TextIOWrapper(raw, encoding="utf-8")
        try:
            yield out
        finally:
            out.detach()


def unwritable(output: str | Path, error: OSError, option: str = "--output") -> SettingsError:
    """What is said of a file that cannot be written."""
    return SettingsError(str(output), f"cannot be written ({error.strerror or error})", f"Choose another {option}")
