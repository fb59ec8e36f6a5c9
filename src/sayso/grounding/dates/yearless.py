"""Which year is meant where none is written: "Oct. 4", "since October", "in the spring"."""

from __future__ import annotations

from collections.abc import Callable

from sayso.grounding.dates.nodes import Context, Resolve
from sayso.grounding.dates.periods import Period, civil, year_period

Inside = Callable[[Period], Period | None]

#: A history goes on into the next year rather than back by more than this many days.
_BACK = 200
#: Where the words tell nothing, a date lies in the past, unless the past one is this many days back and another near.
_LONG, _SOON = 240, 75


def yearless(inside: Inside) -> Resolve:
    """Resolver of an expression that recurs every year, given its place ``inside`` a year."""

    def resolve(ctx: Context) -> Period | None:
        now = ctx.now()
        if now is None:
            return None
        return _continued(inside, ctx) if ctx.narrative and ctx.last is not None else nearest(inside, now, ctx.side)

    return resolve


def nearest(inside: Inside, now: int, side: int) -> Period | None:
    """The occurrence before ``now`` (it may hold it), after it, or, where ``side`` is 0, the likelier."""
    year = civil(now)[0]
    found = [period for near in range(year - 2, year + 3) if (period := _in_year(inside, near))]
    past = [period for period in found if period.start <= now]
    future = [period for period in found if period.end >= now]
    if side > 0 and future:
        return future[0]
    if side < 0 or not future:
        return past[-1] if past else None
    if not past:
        return future[0]
    soon = future[0].start - now <= _SOON and now - past[-1].end > _LONG
    return future[0] if soon else past[-1]


def _continued(inside: Inside, ctx: Context) -> Period | None:
    last = ctx.last
    if last is None:
        return None
    year = civil(last.start)[0]
    same = _in_year(inside, year)
    if last.grain in ("day", "month", "range", "week", "season") and (same is None or last.start - same.end > _BACK):
        return _in_year(inside, year + 1) or same
    return same


def _in_year(inside: Inside, year: int) -> Period | None:
    try:
        return inside(year_period(year))
    except ValueError:
        return None
