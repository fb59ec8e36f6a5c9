"""Regular expressions whose compiled form is kept between runs, as Python keeps that of its modules.

Python compiles patterns in Python: the thousand that a first check of a draft uses took two fifths of its time. What
they were compiled to lies beside the modules' bytecode, by the pattern's own words and flags, so that a changed pattern
is compiled anew; where it cannot be read or written, or holds what this Python does not take, ``re`` does the work.
The interfaces of ``re`` that this rests on are not public (docs/decisions/0004): they are used in this module alone.
"""

from __future__ import annotations

import atexit
import re
import sys
from array import array
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any, cast

from sayso import leavings

_FILE = leavings.beside(Path(__file__), ".sre")

# As ``_sre.compile`` wants it: flags, code (32-bit words), number of groups, their names, names by number.
_Code = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


#: Patterns that the file holds at most; the package has some 1,700.
_MOST = 4000


class _Pattern:
    """Stands for a pattern and hands on what is asked of it, which is kept, so that only the first use costs more."""

    def __init__(self, words: str, flags: int) -> None:
        self._given = words, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = getattr(kept(*self._given), name)
        self.__dict__[name] = made
        return made


_waiting: list[_Pattern] = []


def compiled(words: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, but compiled when it is first used; a fault in the pattern shows only then."""
    _waiting.append(_Pattern(words, int(flags)))
    return cast("re.Pattern[str]", _waiting[-1])


def kept(words: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, from what an earlier run compiled where there is such."""
    return _store.pattern(words, int(flags))


def keep_all() -> None:
    """Compile every pattern of the package and keep them, as ``compileall`` does with modules."""
    package = sys.modules[__package__]
    for module in walk_packages(package.__path__, f"{package.__name__}."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    for pattern in _waiting:
        pattern.pattern  # noqa: B018  # asking compiles it
    _store.write()


class _Store:
    """Compiled patterns by words and flags, read from the file when the first is wanted."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._codes: dict[tuple[str, int], _Code] | None = None
        self._asked: set[tuple[str, int]] = set()
        self._grown = False

    def pattern(self, words: str, flags: int) -> re.Pattern[str]:
        if self._codes is None:
            self._codes = self._read()
        self._asked.add((words, flags))
        code = self._codes.get((words, flags))
        try:
            if code is None:
                code = self._codes[words, flags] = _code(words, flags)
                self._note_growth()
            return _pattern(words, code)
        except (AttributeError, ImportError, TypeError, ValueError, RuntimeError, OverflowError):
            return re.compile(words, flags)  # another Python's ``re``, or a damaged file

    def write(self) -> None:
        """Replace the file; what cannot be written is compiled again next time. Of too many, as old versions of a
        package leave them, only what this run asked for is kept."""
        codes = self._codes or {}
        if len(codes) > _MOST:
            codes = {key: code for key, code in codes.items() if key in self._asked}
        leavings.write(self._file, _written_for(), codes)

    def _read(self) -> dict[tuple[str, int], _Code]:
        return dict(leavings.read(self._file, _written_for()) or {})

    def _note_growth(self) -> None:
        if not self._grown and not sys.dont_write_bytecode:
            atexit.register(self.write)
        self._grown = True


def _code(words: str, flags: int) -> _Code:
    """What ``re.compile`` makes of a pattern before it hands it to ``_sre``."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(words, flags)
    groups: dict[str, int] = parsed.state.groupdict
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return flags | parsed.state.flags, code, parsed.state.groups - 1, groups, tuple(names)


def _pattern(words: str, code: _Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, numbers, groups, by_name, names = code
    made: re.Pattern[str] = _sre.compile(words, flags, array("I", numbers).tolist(), groups, by_name, names)
    return made


def _written_for() -> tuple[str, int]:
    import _sre

    return sys.version, _sre.MAGIC


_store = _Store(_FILE)
