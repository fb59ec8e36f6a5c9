"""The package's TOML tables, kept between runs as Python keeps its modules: parsing them anew takes 50 ms of a start.

What was parsed is kept (:mod:`sayso.leavings`) with the size and time of its file, so that a changed file is parsed.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from typing import Any

from sayso import leavings


def read(file: Path) -> dict[str, Any]:
    """What ``tomllib`` makes of the file."""
    return _read(file, keep=not sys.dont_write_bytecode)


def keep_all() -> None:
    """Parse every table of the package and keep it, whatever Python does with its own bytecode."""
    for file in Path(__file__).parent.rglob("*.toml"):
        _read(file, keep=True)


def _read(file: Path, *, keep: bool) -> dict[str, Any]:
    told = file.stat()
    written_for = (sys.version, told.st_size, told.st_mtime_ns)
    place = leavings.beside(file, ".table")
    left: dict[str, Any] | None = leavings.read(place, written_for)
    if left is not None:
        return left
    made = tomllib.loads(file.read_text(encoding="utf-8"))
    if keep:
        leavings.write(place, written_for, made)
    return made
