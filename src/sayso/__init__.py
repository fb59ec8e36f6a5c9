"""Sayso reads news reports and keeps the record of what they rest on.

>>> import sayso
>>> reading = sayso.read("story.txt")                         # doctest: +SKIP
>>> for s in reading.statements:                              # doctest: +SKIP
...     print(s.source.name, s.act, [span.of(reading.report.text) for span in s.content])
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.errors import SaysoError
    from sayso.types import Reading

__version__ = "0.1.0"
__all__ = ["__version__", "read", "read_all", "to_json"]


def read(
    target: str | Path | bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    model: str | None = None,
) -> Reading:
    """The reading of one report.

    ``target``: a path, an http or https URL, a document's bytes, or a text (any ``str`` with a line break in it).
    ``published`` (ISO 8601), ``outlet`` and ``url`` say what the input does not say of itself.

    Raises:
        SaysoError: the input cannot be read, or holds more than one report (then use :func:`read_all`).
    """
    from sayso.errors import InputError, SaysoError

    results = read_all(target, published=published, outlet=outlet, url=url, model=model)
    name = target if isinstance(target, str) and "\n" not in target else str(type(target).__name__)
    first = next(results, None)
    if first is None:
        raise InputError(name, "there is no report in it", "Give a report: plain text, an HTML page or JSON Lines")
    if isinstance(first, SaysoError):
        raise first
    if next(results, None) is not None:
        raise InputError(name, "it holds more than one report", "Use sayso.read_all, which gives them one by one")
    return first


def read_all(
    target: str | Path | bytes,
    *,
    published: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    model: str | None = None,
) -> Iterator[Reading | SaysoError]:
    """The reading of every report in ``target``, in order; what cannot be read comes as the error that says why."""
    from sayso import pipeline

    options = pipeline.Options(published=published, outlet=outlet, url=url)
    return pipeline.read(target, options, model=model)


def to_json(reading: Reading, *, explain: bool = False) -> str:
    """The ``sayso.reading/1`` object, one line; ``explain`` adds the rule or model behind each value."""
    from sayso import wire

    return wire.to_json(reading, explain=explain).decode()
