"""How near groups of assertions are in what they mean, by the vectors of their wordings; for many pairs at once."""

from __future__ import annotations

import numpy as np

from sayso.trace.claims.overlap import Floats, Ints, Lists
from sayso.trace.claims.senses import SCALE, Senses

_ROWS = 512  # groups compared with all others at a time


class Meant:
    """Nearness, up to 1, of groups given by the numbers of their wordings: the mean of all pairs of these. ``known``:
    whether there are vectors at all.

    Sums of whole numbers, exact: the same in whatever company.
    """

    def __init__(self, wordings: Lists, senses: Senses) -> None:
        at, group = wordings.at(np.arange(len(wordings.counts)))
        self._sums = np.zeros((len(wordings.counts), senses.shape[1]))
        np.add.at(self._sums, group, senses[wordings.numbers[at]])
        self.known = bool(senses.any())
        self._counts = np.maximum(1, wordings.counts) * float(SCALE)

    def each(self, pairs: Ints) -> Floats:
        """Of pairs of groups, (pairs, 2)."""
        found = np.zeros(len(pairs))
        for begin in range(0, len(pairs), 1 << 14):
            one, other = pairs[begin : begin + (1 << 14)].T
            found[begin : begin + (1 << 14)] = (self._sums[one] * self._sums[other]).sum(axis=1)
        made: Floats = found / (self._counts[pairs[:, 0]] * self._counts[pairs[:, 1]])
        return made

    def near(self, least: float) -> Ints:
        """(pairs, 2): all that are as near as that, the lower number first."""
        found = [np.empty((0, 2), np.intp)]
        for begin in range(0, len(self._sums), _ROWS):
            here = slice(begin, begin + _ROWS)
            between = self._sums[here] @ self._sums[begin:].T
            between /= self._counts[here, None] * self._counts[begin:]
            found.append(np.argwhere(np.triu(between >= least, 1)) + begin)
        return np.concatenate(found)
