"""The trace of a ledger, a few reports at a time: the same as of all at once."""

from __future__ import annotations

import random
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from sayso.ledger import Ledger
from sayso.ledger.schema import metadata, traced_postings, traced_reports, traced_scenes
from sayso.ledger.stored import unpack
from sayso.trace import kept
from sayso.trace.whole import trace
from sayso.types import Reading
from tests.trace import desk
from tests.trace.told import BESIDES, Said, reading

CRACK = "the slewing ring of the northern crane had cracked in March"
QUOTE = "“We told them twice that the ring would not hold, and nobody came to look,”"
WIRE = f"Milda Krantz, head of operations, said {CRACK}.\n\n{QUOTE} said Jonas Ekdal. Orrin could not verify it."


def readings() -> list[Reading]:
    said = [Said(CRACK, "Milda Krantz"), Said(QUOTE, "Jonas Ekdal")]
    altered = QUOTE.replace("would not hold", "would hold")
    text = f"{WIRE}\n\n{BESIDES[0]}\n\n{BESIDES[3]}"
    copy = text.replace(QUOTE, altered).replace(" Orrin could not verify it.", "")
    cite = f"{BESIDES[0]}\n\nMilda Krantz said {CRACK}, Orrin reported.\n\n{BESIDES[1]}"
    day = "2026-03-0"
    return [
        reading(text, said, outlet="Orrin", published=f"{day}1T08:00:00Z"),
        reading(copy, [said[0], Said(altered, "Jonas Ekdal")], outlet="The Quay", published=f"{day}1T09:00:00Z"),
        reading(text, said, outlet="Tern Echo", published=f"{day}1T09:30:00Z"),
        reading(copy, [said[0]], outlet="Veldt", published=f"{day}1T10:00:00Z"),
        reading(
            cite, [Said(CRACK, "Milda Krantz", via=("Orrin",))], outlet="The Ledger", published=f"{day}2T08:00:00Z"
        ),
        reading(desk.INDEPENDENT, outlet="Skerry Herald", published=f"{day}2"),
        reading(desk.WIRE, outlet="Kestrel", published=f"{day}2T06:00:00Z"),
        reading(desk.BACK_TRANSLATED, outlet="Buzzer", published=f"{day}2T07:00:00Z"),
        reading(desk.UNRELATED, outlet="Orrin", published=f"{day}3"),
        reading(f"{BESIDES[4]}\n\n{BESIDES[5]}", outlet="Orrin", published="2026-06-01"),
    ]


def added(ledger: Ledger, some: Iterable[Reading]) -> None:
    with ledger.write() as session:
        for each in some:
            session.add(each)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**6), cuts=st.sets(st.integers(1, 9), max_size=4))
def test_any_order_in_any_batches_gives_the_trace_of_all_at_once(
    tmp_path_factory: pytest.TempPathFactory, seed: int, cuts: set[int]
) -> None:
    everything = readings()
    random.Random(seed).shuffle(everything)
    bounds = [0, *sorted(cuts), len(everything)]
    with Ledger(str(tmp_path_factory.mktemp("ledger") / "desk.sqlite3")) as ledger:
        for begin, end in pairwise(bounds):
            added(ledger, everything[begin:end])
            kept.update(ledger)
        assert kept.trace(ledger) == trace(everything)


def test_nothing_is_done_twice(tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        added(ledger, readings()[:9])
        assert kept.update(ledger).reports == 9
        assert kept.update(ledger) == kept.Work(0, 0)
        added(ledger, readings()[9:])
        assert kept.update(ledger) == kept.Work(1, 1), "what is about nothing else touches no other scene"


@pytest.mark.parametrize(("step", "call"), [("add", 1), ("add", 3), ("settle", 1), ("traced", 1), ("traced", 2)])
def test_a_run_that_was_killed_is_taken_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, call: int
) -> None:
    monkeypatch.setattr(kept, "AT_ONCE", 3)
    whole, calls = getattr(kept, step), iter(range(call - 1))

    def dies(*given: object) -> object:
        if next(calls, None) is None:
            raise KeyboardInterrupt
        return whole(*given)

    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        added(ledger, readings())
        with monkeypatch.context() as patched:
            patched.setattr(kept, step, dies)
            with pytest.raises(KeyboardInterrupt):
                kept.update(ledger)
        done = kept.update(ledger).reports
        assert done == (10 - 3 * (call - 1) if step == "add" else 0), "what was finished is not done again"
        assert kept.trace(ledger) == trace(readings())


def test_a_report_that_is_purged_is_gone_from_the_trace(tmp_path: Path) -> None:
    everything = readings()
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        added(ledger, everything)
        kept.update(ledger)
        ledger.purge(everything[0].report.id, by="test")
        with ledger.read() as view:
            held = view.connection.execute(select(traced_scenes.c.body)).all()
            number = view.connection.execute(select(func.count()).select_from(traced_reports)).scalar()
            rows = view.connection.execute(select(traced_postings.c.entries)).scalars().all()
        assert number == len(everything) - 1
        assert not any(entry & 0xFFFFFFFF == 0 for row in rows for entry in memoryview(row).cast("Q"))
        assert not any(everything[0].report.id.encode() in unpack(body) for (body,) in held)
        assert kept.trace(ledger) == trace(everything[1:])


def test_a_judgement_is_traced(tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        added(ledger, readings())
        kept.update(ledger)
        report = readings()[0].report.id
        with ledger.write() as session:
            session.reject(f"{report}#s1", by="test")
        assert kept.update(ledger).reports == 1
        with ledger.read() as view:
            everything = list(kept.readings(view))
        assert kept.trace(ledger) == trace(everything)
        claims = [claim for claim in kept.trace(ledger).claims if CRACK in claim.gist]
        assert all(at.report != report for claim in claims for at in claim.statements)


def test_what_is_kept_is_named_in_the_schema() -> None:
    assert {"traced_reports", "traced_links", "traced_near", "traced_postings", "traced_scenes"} <= set(metadata.tables)
