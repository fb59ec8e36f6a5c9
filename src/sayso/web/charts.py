"""Charts drawn here as SVG, each beside a table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

_HEIGHT, _STEP, _WIDEST = 90, 26, 60
#: Of a course: its width, the distance between two values, and what all values may take together.
_COURSE, _LEVEL, _TALLEST, _DAY = 700, 28, 280, 86_400


@dataclass(frozen=True, slots=True)
class Bar:
    """Place and size in user units."""

    label: str
    count: int
    x: int
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Chart:
    bars: tuple[Bar, ...]
    width: int
    height: int
    step: int


@dataclass(frozen=True, slots=True)
class Point:
    """``width`` is that of a day where only the day is known, else 0."""

    x: float
    y: float
    width: float
    title: str


@dataclass(frozen=True, slots=True)
class Course:
    """Values over time: one line for each value, a mark for each time that it was told. ``levels`` are (place, value),
    ``ticks`` (place, day).
    """

    points: tuple[Point, ...]
    levels: tuple[tuple[float, str], ...]
    ticks: tuple[tuple[float, str], ...]
    width: int
    height: int


def bars(values: Sequence[tuple[str, int]]) -> Chart:
    """Counts side by side, the last sixty where there are more."""
    shown = list(values)[-_WIDEST:]
    top = max((count for _, count in shown), default=1)
    made = tuple(
        Bar(label, count, n * _STEP, round(_HEIGHT - _HEIGHT * count / top, 1), round(_HEIGHT * count / top, 1))
        for n, (label, count) in enumerate(shown)
    )
    return Chart(made, max(_STEP, len(made) * _STEP), _HEIGHT, _STEP)


def course(values: Sequence[tuple[str, float, str, str]]) -> Course | None:
    """``values``: (ISO day or time, value, value as text, title). None where fewer than two are dated."""
    dated = sorted((at, len(when) > 10, value, text, title) for when, value, text, title in values
                   if (at := _seconds(when)) is not None)  # fmt: skip
    if len(dated) < 2:
        return None
    first = dated[0][0] // _DAY
    days = int(dated[-1][0] // _DAY - first) + 1
    scale = _COURSE / (days * _DAY)
    found = sorted({value for _, _, value, _, _ in dated}, reverse=True)
    place = {value: 12.0 + n * min(_LEVEL, _TALLEST / len(found)) for n, value in enumerate(found)}
    words: dict[float, str] = {}
    points = []
    for at, precise, value, text, title in dated:
        words.setdefault(value, text)
        x, width = round((at - first * _DAY) * scale, 1), 0.0 if precise else round(_DAY * scale - 4, 1)
        points.append(Point(x, place[value], max(0.0, width), title))
    step = max(1, -(-days * 90 // _COURSE))
    ticks = tuple(
        (round(n * _DAY * scale, 1), datetime.fromtimestamp((first + n) * _DAY, UTC).date().isoformat())
        for n in range(0, days, step)
    )
    levels = tuple((place[value], words[value]) for value in found)
    return Course(tuple(points), levels, ticks, _COURSE, int(max(place.values())) + 16)


def _seconds(when: str) -> float | None:
    with suppress(ValueError):
        at = datetime.fromisoformat(when)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    return None
