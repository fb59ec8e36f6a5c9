"""The package's TOML tables, kept between runs as Python keeps its modules: parsing them anew takes 50 ms of a start.

What was parsed lies beside the modules' bytecode (``__pycache__``), with the size and time of its file; where it cannot
be read or written, or the file has changed since, the file is parsed.
"""

from __future__ import annotations

import marshal
import os
import sys
import tomllib
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def read(file: Path) -> dict[str, Any]:
    """What ``tomllib`` makes of the file."""
    told = file.stat()
    written_for = (sys.version, told.st_size, told.st_mtime_ns)
    kept = Path(cache_from_source(str(file))).with_suffix(".table")
    try:
        known, made = marshal.loads(kept.read_bytes())  # noqa: S302  # trusted as the bytecode beside it is
        if known == written_for:
            return dict(made)
    except (OSError, ValueError, EOFError, TypeError):
        pass
    made = tomllib.loads(file.read_text(encoding="utf-8"))
    if not sys.dont_write_bytecode:
        _keep(kept, marshal.dumps((written_for, made)))
    return made


def keep_all() -> None:
    """Parse every table of the package and keep it."""
    for file in Path(__file__).parent.rglob("*.toml"):
        read(file)


def _keep(file: Path, data: bytes) -> None:
    try:
        file.parent.mkdir(exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(data)
        part.replace(file)
    except OSError:
        pass
