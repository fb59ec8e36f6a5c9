"""What the user named (files, folders, globs, addresses) to single inputs, in a settled order."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

#: Never reports: what file systems, version control and editors leave lying about.
_SKIPPED = (".", "~", "__pycache__")


def expand(targets: Iterable[str]) -> Iterator[str]:
    """Each input once: the files below a folder and those that match a glob in order of their names.

    A name that is a file is taken as it stands, whatever characters it has; one that matches nothing is handed on, so
    that opening it says what is wrong.
    """
    seen: set[str] = set()
    for target in targets:
        for name in _one(target):
            if name not in seen:
                seen.add(name)
                yield name


def _one(target: str) -> list[str]:
    if target in ("", "-") or "://" in target[:12]:
        return [target]
    path = Path(target)
    if path.is_dir():
        files = sorted(path.rglob("*"))
        return [str(file) for file in files if _is_input(file.relative_to(path)) and file.is_file()] or [target]
    if path.exists() or not glob.has_magic(target):
        return [target]
    found = sorted(glob.glob(target, recursive=True))
    return [name for each in found for name in _one(each)] or [target]


def _is_input(path: Path) -> bool:
    return not any(part.startswith(_SKIPPED) or part.endswith("~") for part in path.parts)
