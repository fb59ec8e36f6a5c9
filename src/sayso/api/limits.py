"""How often a client may ask: a bucket for each client and kind of request that fills up steadily."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from sayso.api.problems import Problem

_CLIENTS = 10_000


class Limit:
    """``rate`` requests a minute; as many at once."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def take(self, client: str) -> None:
        """Counts one request. Raises Problem 429 where it is one too many."""
        with self._lock:
            now = self._clock()
            left, since = self._buckets.pop(client, (float(self._rate), now))
            left = min(float(self._rate), left + (now - since) * self._rate / 60)
            allowed = left >= 1
            self._buckets[client] = (left - 1 if allowed else left, now)
            while len(self._buckets) > _CLIENTS:
                self._buckets.popitem(last=False)
        if not allowed:
            wait = str(max(1, round((1 - left) * 60 / self._rate)))
            raise Problem(
                429, "too many requests", f"Try again in {wait} s", code="rate", headers={"Retry-After": wait}
            )
