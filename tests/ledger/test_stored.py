"""What the tables hold packed comes out as it went in, whoever else is packing at the time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from sayso.ledger.stored import pack, unpack


def _there_and_back(number: int) -> bool:
    content = f"report {number} ".encode() * (20_000 + number)
    return all(unpack(pack(content)) == content for _ in range(20))


def test_threads_do_not_disturb_one_another() -> None:
    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(_there_and_back, range(64)))
