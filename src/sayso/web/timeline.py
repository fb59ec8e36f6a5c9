"""When it happened, when it was said, when it was published: three lanes with their imprecision, and an equal table."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from sayso.trace.called import name_of
from sayso.types import Reading

WIDTH, ROW = 900, 24
_LANES = ("event", "utterance", "publication")
#: Rows of a lane at most; what overlaps still shares the last.
_ROWS = 4
#: Marks drawn of a lane at most; events further from the story than this many days are left out of the drawing.
_MOST, _FAR = 400, 45


@dataclass(frozen=True, slots=True)
class Moment:
    """``first`` to ``last`` are ISO days, equal where the day is known; ``precise`` is the time where it is."""

    lane: Literal["event", "utterance", "publication"]
    first: str
    last: str
    precise: str | None
    words: str
    href: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Mark:
    """What falls into one stretch of one lane, ``number`` moments of which ``moment`` is the first. ``known``: to the
    hour, to the day, or only that it lies between two days.
    """

    moment: Moment
    number: int
    known: Literal["hour", "day", "between"]
    x: float
    y: int
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """``ticks`` are (place, day); ``lanes`` are (name, top, bottom)."""

    moments: tuple[Moment, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]
    lanes: tuple[tuple[str, int, int], ...]
    height: int


def timeline(readings: Iterable[Reading]) -> Timeline:
    moments = sorted({m for reading in readings for m in _moments(reading)}, key=lambda m: (m.first, m.lane, m.href))
    days = [_ordinal(m.first) for m in moments if m.lane == "publication"]
    if not days:
        return Timeline(tuple(moments), (), (), (), 0)
    near = [m for m in moments if min(days) - _FAR <= _ordinal(m.first) and _ordinal(m.last) <= max(days) + _FAR]
    begin, end = min(_ordinal(m.first) for m in near), max(_ordinal(m.last) for m in near) + 1
    scale = WIDTH / max(1, end - begin)
    together: dict[tuple[str, float, float], list[Moment]] = {}
    for m in near:
        together.setdefault((m.lane, *_stretch(m)), []).append(m)
    marks: list[Mark] = []
    lanes: list[tuple[str, int, int]] = []
    top = 4
    for lane in _LANES:
        ends: list[float] = []
        for (_, first, last), same in sorted(item for item in together.items() if item[0][0] == lane)[:_MOST]:
            x, width = round((first - begin) * scale, 1), round(max(4.0, (last - first) * scale - 2), 1)
            row = next((n for n, taken in enumerate(ends) if taken <= x), min(len(ends), _ROWS - 1))
            ends[row : row + 1] = [x + width]
            known: Literal["hour", "day", "between"] = (
                "hour" if last - first < 1 else "day" if last - first == 1 else "between"
            )
            marks.append(Mark(same[0], len(same), known, x, top + row * ROW, width))
        bottom = top + max(1, len(ends)) * ROW
        lanes.append((lane, top, bottom))
        top = bottom + 8
    step = max(1, (end - begin) // 8)
    ticks = tuple((round((n - begin) * scale, 1), date.fromordinal(n).isoformat()) for n in range(begin, end, step))
    return Timeline(tuple(moments), tuple(marks), ticks, tuple(lanes), top + 18)


def _moments(reading: Reading) -> Iterable[Moment]:
    report = reading.report
    here = f"/reports/{report.id.removeprefix('sha256:')[:12]}"
    outlet = name_of(reading)
    if report.published and _is_day(report.published.value):
        value = report.published.value
        precise = value if report.published.precision == "minute" else None
        yield Moment("publication", value[:10], value[:10], precise, report.headline or "(no headline)", here, outlet)
    for s in reading.statements:
        href = f"{here}?at={s.id}#{s.id}"
        words = " … ".join(span.of(report.text) for span in s.content)[:160]
        if s.when and _is_day(s.when.start) and _is_day(s.when.end):
            yield Moment("utterance", s.when.start[:10], s.when.end[:10], None, words, href, outlet)  # type: ignore[index]
        for found in s.dates:
            if _is_day(found.start) and _is_day(found.end):
                first, last = found.start[:10], found.end[:10]  # type: ignore[index]
                yield Moment("event", first, last, None, words, href, outlet)


def _is_day(value: str | None) -> bool:
    try:
        return bool(value) and bool(date.fromisoformat(str(value)[:10]))
    except ValueError:
        return False


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def _stretch(moment: Moment) -> tuple[float, float]:
    """From when to when, in days; a known time is an hour wide."""
    if moment.precise:
        with suppress(ValueError):
            at = datetime.fromisoformat(moment.precise)
            begin = at.toordinal() + at.hour / 24
            return begin, begin + 1 / 24
    return _ordinal(moment.first), _ordinal(moment.last) + 1
