"""Charts drawn here as SVG, each beside a table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_HEIGHT, _STEP, _WIDEST = 90, 26, 60


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


def bars(values: Sequence[tuple[str, int]]) -> Chart:
    """Counts side by side, the last sixty where there are more."""
    shown = list(values)[-_WIDEST:]
    top = max((count for _, count in shown), default=1)
    made = tuple(
        Bar(label, count, n * _STEP, round(_HEIGHT - _HEIGHT * count / top, 1), round(_HEIGHT * count / top, 1))
        for n, (label, count) in enumerate(shown)
    )
    return Chart(made, max(_STEP, len(made) * _STEP), _HEIGHT, _STEP)
