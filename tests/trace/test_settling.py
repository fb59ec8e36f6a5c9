"""Which stories are found anew where reports come or go."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from sayso.trace.memory import Memory
from sayso.trace.placing import Place
from sayso.trace.settling import regrouped
from sayso.trace.whole import pages_of
from tests.trace.told import reading


class _Likenesses(Memory):
    """Reports of one day of which the likeness is given."""

    def days(self, reports: Iterable[str]) -> dict[str, float]:
        return dict.fromkeys(reports, 0.0)

    def grouped(self, fresh: Iterable[str]) -> set[frozenset[str]]:
        """The stories of all once these reports are placed."""
        told = regrouped(self, frozenset(fresh))
        self.put({report: Place(report, 0, None, (), (), *story) for report, story in told.items()}, {}, ())
        return {frozenset(own) for own in self._members.values() if own}


@pytest.mark.parametrize("again", ["", "a", "b", "ab"], ids=lambda again: f"placed again: {again or 'none'}")
def test_who_is_left_behind_has_a_story_of_its_own(again: str) -> None:
    """Two told of one event; a third comes to whom one of them is more like. Either may be placed again besides."""
    store = _Likenesses(pages_of(reading(f"Nothing but the number {n}.", outlet="Orrin") for n in range(3)))
    a, b, new = store.pages
    store.add_near([(a, b, 0.28)])
    assert store.grouped([a, b]) == {frozenset([a, b])}
    store.add_near([(a, new, 0.37)])
    named = {"a": a, "b": b}
    assert store.grouped([new, *(named[each] for each in again)]) == {frozenset([a, new]), frozenset([b])}
