"""The trace of a ledger, a few reports at a time: the same as of all at once."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from sayso.ledger import Ledger
from sayso.ledger.schema import metadata, reports, traced_postings, traced_reports, traced_scenes
from sayso.ledger.several import readings_of
from sayso.ledger.stored import unpack
from sayso.trace import kept, looking, neighbours, placing, sketches
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
def test_a_run_that_failed_is_taken_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, call: int) -> None:
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


_RUN = """
import sys
from sayso.ledger import Ledger
from sayso.trace import kept, looking, neighbours, placing, sketches
kept.AT_ONCE, kept.SCENES = 2, 1
def told(what, done, total):
    print(what, done, flush=True)
    if f"{what} {done}" == sys.argv[2]:
        sys.stdin.readline()
with Ledger(sys.argv[1]) as ledger:
    kept.update(ledger, told)
"""


@pytest.mark.parametrize(
    ("at", "left"),
    [
        ("comparing reports 0", kept.Work(10, 3)),
        ("comparing reports 4", kept.Work(6, 3)),
        ("placing reports 0", kept.Work(0, 3)),
        ("placing reports 6", kept.Work(0, 3)),
        ("tracing stories 0", kept.Work(0, 3)),
        ("tracing stories 2", kept.Work(0, 1)),
    ],
)
def test_a_process_that_is_killed_is_taken_up(tmp_path: Path, at: str, left: kept.Work) -> None:
    path = str(tmp_path / "desk.sqlite3")
    with Ledger(path) as ledger:
        added(ledger, readings())
    command = [sys.executable, "-c", _RUN, path, at]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert any(line.strip() == at for line in process.stdout), "it ended before it got there"
        process.kill()
    assert process.returncode == -signal.SIGKILL
    with Ledger(path) as ledger:
        assert kept.update(ledger) == left, "what was finished is not done again"
        assert kept.trace(ledger) == trace(readings())


def test_what_is_being_done_is_told(tmp_path: Path) -> None:
    said: list[tuple[str, int, int]] = []
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        added(ledger, readings())
        kept.update(ledger, lambda *each: said.append(each))
    assert said == [("comparing reports", 0, 10), ("placing reports", 0, 10), ("tracing stories", 0, 3)]


def test_one_story_one_claim_and_all_stories_are_as_in_the_whole(tmp_path: Path) -> None:
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        added(ledger, readings())
        whole = kept.trace(ledger)
        with ledger.read() as view:
            assert looking.all_stories(view) == list(whole.stories)
            for kind, items in (
                ("c", whole.claims),
                ("f", whole.families),
                ("q", whole.quotations),
                ("t", whole.stories),
            ):
                for each in items:
                    found = looking.numbered(view, kind, int(each.id[1:]))  # type: ignore[arg-type]
                    assert found is not None
                    assert found[1] == each
                assert looking.numbered(view, kind, len(items) + 1) is None  # type: ignore[arg-type]
            for story in whole.stories:
                own = looking.within(whole, set(story.reports))
                made = looking.story_with(view, story.reports[-1])
                assert made is not None
                for name in ("reports", "copies", "cites", "figures", "dropped_caveats", "corrections"):
                    assert getattr(made, name) == getattr(own, name)
                assert [replace(c, id="") for c in made.claims] == [replace(c, id="") for c in own.claims]
                assert [replace(f, id="") for f in made.families] == [replace(f, id="") for f in own.families]
            for report in whole.reports:
                copies = [copy for copy in whole.copies if report.id in (copy.report, copy.of)]
                assert set(looking.copies_with(view, report.id) or ()) == set(copies)


def test_stories_are_listed_a_page_at_a_time_the_last_told_first(tmp_path: Path) -> None:
    undated = reading("The harbour master keeps the tide tables of a hundred years in a chest.", outlet="Orrin")
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        added(ledger, [*readings(), undated])
        whole = kept.trace(ledger)
        found: list[looking.Listed] = []
        after = None
        with ledger.read() as view:
            while True:
                page, after = looking.stories(view, limit=2, after=after)
                found += page
                if after is None:
                    break
    assert {(each.id, each.title, each.reports) for each in found} == {
        (story.reports[0], story.title, len(story.reports)) for story in whole.stories
    }
    assert len(found) == len(whole.stories)
    last = [each.last for each in found]
    assert last == [*sorted(filter(None, last), reverse=True), None]


def mingled(seed: int, count: int) -> list[Reading]:
    """Reports about three matters that run into one another, some of them without a date: many stories on the edge."""
    dice = random.Random(seed)
    pool = [*BESIDES, *desk.WIRE.split("\n\n"), *desk.INDEPENDENT.split("\n\n"), *WIRE.split("\n\n")]
    return [
        reading(
            "\n\n".join(dice.sample(pool, 5)),
            outlet=f"Outlet {n % 7}",
            published=None if n % 6 == 0 else f"2026-03-{1 + n % 9:02d}",
        )
        for n in range(count)
    ]


def test_a_big_story_is_the_same_however_its_reports_come(tmp_path: Path) -> None:
    everything = mingled(5, 36)
    want = trace(everything)
    assert 1 < len(want.stories) < len(everything)
    for seed in range(3):
        random.Random(seed).shuffle(everything)
        with Ledger(str(tmp_path / f"{seed}.sqlite3")) as ledger:
            for begin in range(0, len(everything), 12):
                added(ledger, everything[begin : begin + 12])
                kept.update(ledger)
            assert kept.trace(ledger) == want


def test_who_is_no_neighbour_any_more_is_not_the_one_that_is_credited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sketches, "NEAREST", 1)
    monkeypatch.setattr(neighbours, "NEAREST", 1)
    monkeypatch.setattr(placing, "NEAREST", 1)
    credited = reading(f"{WIRE}\n\n{BESIDES[4]}", outlet="Orrin")
    crediting = reading(
        f"Milda Krantz said {CRACK}, Orrin reported.\n\n{BESIDES[2]}",
        [Said(CRACK, "Milda Krantz", via=("Orrin",))],
        outlet="The Ledger",
        published="2026-03-02",
    )
    liker = reading(f"{WIRE}\n\n{BESIDES[4]}\n\n{BESIDES[5]}", outlet="Tern Echo", published="2026-06-02")
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        added(ledger, [credited, crediting])
        assert [cite.cites.report for cite in kept.trace(ledger).cites] == [credited.report.id]
        added(ledger, [liker])
        assert crediting.report.id not in {cite.report for cite in kept.trace(ledger).cites}
        assert kept.trace(ledger) == trace([credited, crediting, liker])


@pytest.mark.parametrize("nearest", [2, 4])
def test_those_without_a_date_give_up_one_for_another_in_any_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nearest: int
) -> None:
    """As where there are more reports than the nearest; and one of these nearest may be purged."""
    monkeypatch.setattr(sketches, "NEAREST", nearest)
    monkeypatch.setattr(neighbours, "NEAREST", nearest)
    monkeypatch.setattr(placing, "NEAREST", nearest - 1)
    everything = mingled(nearest, 30)
    want = trace(everything)
    random.Random(nearest).shuffle(everything)
    with Ledger(str(tmp_path / "desk.sqlite3")) as ledger:
        for begin in range(0, len(everything), 5):
            added(ledger, everything[begin : begin + 5])
            kept.update(ledger)
        assert kept.trace(ledger) == want
        for gone in everything[:4]:
            ledger.purge(gone.report.id, by="test")
        assert kept.trace(ledger) == trace(everything[4:])


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
            everything = list(readings_of(view.connection, view.connection.execute(select(reports)).all()))
        assert kept.trace(ledger) == trace(everything)
        claims = [claim for claim in kept.trace(ledger).claims if CRACK in claim.gist]
        assert all(at.report != report for claim in claims for at in claim.statements)


def test_what_is_kept_is_named_in_the_schema() -> None:
    assert {"traced_reports", "traced_links", "traced_near", "traced_postings", "traced_scenes"} <= set(metadata.tables)
