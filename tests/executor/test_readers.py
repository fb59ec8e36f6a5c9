from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator

import pytest

from sayso.errors import ModelError
from sayso.executor.readers import Readers
from sayso.report import Draft
from sayso.settings import from_environment
from sayso.types import Reading

MODEL = from_environment().model


def draft(number: int) -> Draft:
    text = (
        f'Harbour master Ada Quill said ferry {number} had not been overloaded. "Not one warning reached us," she said.'
    )
    return Draft(text, name=f"{number}", external_id=f"{number}")


def names(results: list[tuple[object, object]]) -> list[str]:
    return [result.input for _, result in results if isinstance(result, Reading)]


@pytest.mark.parametrize(("jobs", "count"), [(1, 5), (2, 2), (2, 9)])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    items: list[Draft | str] = ["not to be read", *(draft(n) for n in range(count)), "nor this"]
    with Readers(MODEL, jobs) as readers:
        results = list(readers.read(items, lambda item: item if isinstance(item, Draft) else None))
    assert [item for item, _ in results] == items
    assert (results[0][1], results[-1][1]) == (None, None)
    assert names(results) == [str(n) for n in range(count)]
    assert all(result.statements for _, result in results if isinstance(result, Reading))


def test_a_process_that_dies_takes_nothing_with_it() -> None:
    def drafts() -> Iterator[Draft]:
        for number in range(30):
            if number == 15:
                for child in multiprocessing.active_children():
                    assert child.pid
                    os.kill(child.pid, signal.SIGKILL)
            yield draft(number)

    with Readers(MODEL, 2) as readers:
        results = list(readers.read(drafts(), lambda item: item))
    assert names(results) == [str(n) for n in range(30)]


def test_a_model_that_is_not_there_is_told_once() -> None:
    with Readers("no_such_model", 2) as readers, pytest.raises(ModelError):
        list(readers.read([draft(n) for n in range(9)], lambda item: item))
