from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from sayso.errors import LedgerError
from sayso.ledger import Added, Ledger, Original, Query, original_bytes, reading_by_id
from sayso.ledger.fulltext import integrity
from sayso.ledger.schema import metadata, reports, statements
from sayso.ledger.stored import body_of, reading_of

from .factory import reading, said
from .story import FERRY, STORY

PAGE = Original(b"<html>ferry</html>" * 50, "text/html", {"etag": '"1"'}, "2031-05-04T09:00:00Z",
                "https://courier.example/ferry?x=1", {"outlet": "json-ld"})  # fmt: skip
CHANGED = reading(
    "Ferry sinks off Port Lorne\n\nAda Quill said nobody was missing.",
    [said("nobody was missing", "Ada Quill", title=None)],
    url="https://courier.example/ferry#top", published="2031-05-04",
)  # fmt: skip


def counts(ledger: Ledger) -> dict[str, int]:
    with ledger.read() as view:
        return {
            table.name: view.connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    with ledger.write() as session:
        assert [session.add(each, PAGE).status for each in STORY] == ["new", "new", "new"]
    before = counts(ledger)
    with ledger.write() as session:
        assert [session.add(each, PAGE).status for each in STORY] == ["known", "known", "known"]
    assert counts(ledger) == before
    assert (before["originals"], before["fetches"]) == (1, 3)


def test_a_changed_page_is_a_new_version(ledger: Ledger) -> None:
    with ledger.write() as session:
        session.add(FERRY, PAGE)
        added = session.add(CHANGED)
    assert (added.status, added.version) == ("version", 2)
    with ledger.read() as view:
        assert [item.words for item in view.find(Query()).items] == ["nobody was missing"]
        assert view.count(Query(versions="all")).value == 6
        assert view.report("https://courier.example/ferry#top").version == 2
        versions = view.report(FERRY.report.id).versions
    assert [(v.version, v.latest) for v in versions] == [(1, False), (2, True)]


def test_reading_anew_keeps_the_old_reading(ledger: Ledger) -> None:
    newer = reading(FERRY.report.text, [said("twelve people were missing", "A union official", name=None,
                    type="unnamed-person", disclosure="unnamed")], url=FERRY.report.url, model="attribution_v9",
                    headline=FERRY.report.headline)  # fmt: skip
    assert newer.report.id == FERRY.report.id
    with ledger.write() as session:
        session.add(FERRY)
        assert session.add(newer).status == "reread"
    with ledger.read() as view:
        assert [item.model for item in view.find(Query()).items] == ["attribution_v9"]
        report = view.report(FERRY.report.id)
        assert [info.model for info in report.readings] == ["attribution_v1", "attribution_v9"]
        assert reading_by_id(view.connection, FERRY.reading.id) == FERRY
        assert report.reading == newer
        with pytest.raises(LedgerError, match="no such reading"):
            reading_by_id(view.connection, "sha256:0")


def test_the_bytes_as_fetched_are_kept(ledger: Ledger) -> None:
    with ledger.write() as session:
        session.add(FERRY, PAGE)
        session.add(CHANGED)
    with ledger.read() as view:
        assert original_bytes(view.connection, FERRY.report.id) == PAGE.content
        fetch = view.report(FERRY.report.id).fetch
        assert fetch is not None
        assert (fetch.media_type, fetch.headers, fetch.fetched, fetch.url, fetch.origins, fetch.size) == (
            PAGE.media_type, PAGE.headers, PAGE.fetched, PAGE.url, PAGE.origins, len(PAGE.content)
        )  # fmt: skip
        with pytest.raises(LedgerError, match="not kept"):
            original_bytes(view.connection, CHANGED.report.id)


def test_a_report_that_fails_is_left_out_as_a_whole(ledger: Ledger) -> None:
    many = reading("x said y.", [said("y", "x")] * 17000, external_id="many")
    with ledger.write() as session:
        session.add(FERRY)
        with pytest.raises(LedgerError, match="more than one report can hold"):
            session.add(many)
        session.add(STORY[1])
    with ledger.read() as view:
        assert [item.id for item in view.find_reports(Query()).items] == [STORY[1].report.id, FERRY.report.id]
        integrity_free = view.connection.execute(select(func.count()).select_from(statements)).scalar_one()
    assert integrity_free == 7


def test_a_session_that_fails_leaves_nothing(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.write() as session:
            session.add(FERRY)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not any(counts(ledger).values())


def test_readers_see_nothing_before_the_end_of_the_session(ledger: Ledger) -> None:
    with ledger.write() as session:
        session.add(FERRY)
        with ledger.read() as view:
            assert view.count(Query()).value == 0
        assert session.count(Query()).value == 5
    with ledger.read() as view:
        assert view.count(Query()).value == 5


def test_a_date_that_is_none_sorts_with_the_undated(ledger: Ledger) -> None:
    with ledger.write() as session:
        session.add(reading("A said b.", [said("b", "A")], published="soon", external_id="1"))
        session.add(reading("A said c.", [said("c", "A")], published="0001-01-01", external_id="2"))
        session.add(reading("A said d.", [said("d", "A")], published="9999-12-31", external_id="3"))
    with ledger.read() as view:
        assert [item.words for item in view.find(Query()).items] == ["d", "c", "b"]


def test_indexes_agree_with_their_tables_after_every_kind_of_write(ledger: Ledger) -> None:
    with ledger.write() as session:
        for each in (*STORY, CHANGED):
            session.add(each)
        session.correct(FERRY.report.id, "published", "2031-06-01", by="ann")
    ledger.purge(CHANGED.report.id, by="ann")
    with ledger.write() as session:
        integrity(session.connection)
        chrono = session.connection.execute(select(reports.c.chrono).order_by(reports.c.pk)).scalars().all()
    assert chrono[0] > chrono[1] > chrono[2]


_words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.tuples(_words, _words, _words), min_size=1, max_size=4))
def test_any_reading_comes_back_as_it_was_added(ledger: Ledger, texts: list[tuple[str, str, str]]) -> None:
    made = [
        reading(f"{by}|{content}|{rest}", [said(content, by, name=rest)], external_id=rest)
        for by, content, rest in texts
    ]
    with ledger.write() as session:
        for each in made:
            assert session.add(each).status in ("new", "version", "known")
        again = [session.add(each).status for each in made]
    assert set(again) == {"known"}
    with ledger.read() as view:
        for each in made:
            report = view.report(each.report.id)
            assert report.reading == each
            assert {s.words for s in report.statements} == {s.content[0].of(each.report.text) for s in each.statements}


@given(_words)
def test_stored_bodies_come_back(text: str) -> None:
    made = reading(text, [said(text[:1], text[-1:])])
    assert reading_of(body_of(made), text) == made


def test_a_page_that_changes_back_is_a_version_again(ledger: Ledger) -> None:
    """Where it was seen so later than all else; an old copy added late changes nothing."""
    url = "https://courier.example/mill"
    first = reading("Ada Quill said the mill stands.", [said("the mill stands", "Ada Quill")], url=url)
    second = reading("Ada Quill said the mill burns.", [said("the mill burns", "Ada Quill")], url=url)
    days = [("1", first), ("2", second), ("3", first), ("4", first), ("2", second), ("2", first), ("5", second)]
    statuses = []
    for day, each in days:
        with ledger.write() as session:
            statuses.append(session.add(each, Original(b"page", fetched=f"2031-05-0{day}T08:00:00Z")).status)
    assert statuses == ["new", "version", "version", "known", "known", "known", "version"]
    with ledger.write() as session:  # without a time nothing is known of the order
        assert session.add(first).status == "known"
        integrity(session.connection)
    with ledger.read() as view:
        shown = view.report(url)
        assert shown.reading == second
        assert [(v.version, v.report, v.latest) for v in shown.versions] == [
            (1, first.report.id, False), (2, second.report.id, False), (3, first.report.id, False),
            (4, second.report.id, True),
        ]  # fmt: skip
        assert [v.seen[:10] for v in shown.versions] == [f"2031-05-0{day}" for day in (1, 2, 3, 5)]
        assert [item.words for item in view.find(Query(words="mill")).items] == ["the mill burns"]
        assert view.count(Query(words="mill", versions="all")).value == 2


def test_readings_added_together_are_as_those_added_one_by_one(ledger: Ledger, tmp_path: Any) -> None:
    url = "https://courier.example/bridge"
    broken = reading("Bo Lund said no.", [said("no", "Bo Lund")])
    broken = replace(broken, report=replace(broken.report, headline="\ud800"))  # no database takes half a character
    given = [*STORY, STORY[0], broken, *(reading(f"Bo Lund said take {n}.", [said(f"take {n}", "Bo Lund")], url=url)
                                         for n in (1, 2, 1))]  # fmt: skip
    with ledger.write() as session:
        together = session.add_all([(each, Original(each.report.text.encode("utf-8", "replace"))) for each in given])
        integrity(session.connection)
    with Ledger(str(tmp_path / "single")) as single:
        alone = []
        for each in given:
            with single.write() as session:
                alone += session.add_all([(each, Original(each.report.text.encode("utf-8", "replace")))])
        with single.read() as a, ledger.read() as b:
            assert [a.report(v.report.id).reading for v in STORY] == [b.report(v.report.id).reading for v in STORY]
            assert [i.id for i in a.find(Query()).items] == [i.id for i in b.find(Query()).items]
            assert a.facets(Query()) == b.facets(Query())
    statuses = [one.status if isinstance(one, Added) else one.code for one in together]
    assert statuses == [one.status if isinstance(one, Added) else one.code for one in alone]
    assert statuses == ["new", "new", "new", "known", "ledger", "new", "version", "known"]
