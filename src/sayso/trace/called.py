"""What reports are called where several are told of: by outlet, else by file, else by headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Protocol

from sayso.types import Reading, Timestamp

_FILE = re.compile(r"(?!\w+://).*\w\.\w{1,8}(?::\d+)?", re.DOTALL)
_LONG = 60  # characters of a headline


class Named(Protocol):
    """A report as a trace lists it, or as it was read."""

    @property
    def id(self) -> str: ...
    @property
    def external_id(self) -> str | None: ...
    @property
    def outlet(self) -> str | None: ...
    @property
    def headline(self) -> str | None: ...
    @property
    def published(self) -> str | Timestamp | None: ...


def file_of(reading: Reading) -> str | None:
    """The name of the file that it was read from, without folders."""
    return PurePath(reading.input).name if _FILE.fullmatch(reading.input) else None


def files_of(readings: Iterable[Reading]) -> dict[str, str]:
    """By report."""
    return {each.report.id: file for each in readings if (file := file_of(each))}


def called(report: Named, file: str | None = None) -> str:
    return report.outlet or report.external_id or file or _shortened(report.headline) or report.id[7:19]


def names(reports: Iterable[Named], files: Mapping[str, str] | None = None, *, dated: bool = False) -> dict[str, str]:
    """By report; those that go by one name with the time, the file or the beginning of the id. ``dated``: the time is
    shown beside it."""
    files, reports = files or {}, list(reports)
    found = {each.id: (called(each, files.get(each.id)), _when(each)) for each in reports}
    several = Counter(name for name, _ in found.values())
    alike = Counter(found.values())
    out = {}
    for id_, (name, when) in found.items():
        if several[name] > 1:
            file = files.get(id_, name)
            apart = file if file != name else id_[7:19]
            if when is None or alike[name, when] > 1:
                name = f"{name} ({apart})"
            elif not dated:
                name = f"{name} {when}"
        out[id_] = name
    return out


def name_of(reading: Reading) -> str:
    return called(reading.report, file_of(reading))


def _when(report: Named) -> str | None:
    published = report.published.value if isinstance(report.published, Timestamp) else report.published
    return published[:16].replace("T", " ") if published else None


def _shortened(headline: str | None) -> str | None:
    if headline is None or len(headline) <= _LONG:
        return headline
    return headline[:_LONG].rsplit(" ", 1)[0].rstrip(",;:–— ") + " …"
