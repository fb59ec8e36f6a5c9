"""What one run leaves for the next, beside the modules' bytecode (``__pycache__``) and as trusted as that.

It says what it was written for; where it cannot be read or written, or was written for something else, it is made anew.
"""

from __future__ import annotations

import marshal
import os
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any


def beside(source: Path, suffix: str) -> Path:
    """Where what was made of ``source`` is kept."""
    return Path(cache_from_source(str(source))).with_suffix(suffix)


def read(file: Path, written_for: Any) -> Any:
    """What was left there for this very thing, None where nothing was."""
    try:
        known, left = marshal.loads(file.read_bytes())  # noqa: S302  # trusted as the bytecode beside it is
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return left if known == written_for else None


def write(file: Path, written_for: Any, left: Any) -> None:
    """Replace the file; what cannot be written is made again next time."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{os.getpid()}")
        part.write_bytes(marshal.dumps((written_for, left)))
        part.replace(file)
    except OSError:
        pass
