from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Original, Query
from sayso.ledger.schema import metadata, purges

from .factory import reading, said

SECRET = reading(
    "Clerk Ottoline Vancebury said the vault code was zyxomma. Mayor Tom Ashgrove denied it.",
    [
        said("the vault code was zyxomma", "Ottoline Vancebury", title="Clerk"),
        said("it", "Tom Ashgrove", title="Mayor"),
    ],
    url="https://courier.example/vault", published="2031-05-04",
)  # fmt: skip
OTHER = reading(
    "Thomas Ashgrove spoke of roads.",
    [said("roads", "Thomas Ashgrove")],
    url="https://courier.example/roads", published="2031-05-05",
)  # fmt: skip
LATER = reading(
    "Mayor Tom Ashgrove denied nothing.", [said("nothing", "Tom Ashgrove", title="Mayor")],
    url="https://courier.example/vault", published="2031-05-06",
)  # fmt: skip
#: Words that only the purged report holds.
ONLY_THERE = ("zyxomma", "vancebury", "ottoline", "clerk", "vault code")


def everything(ledger: Ledger) -> str:
    """All that any table holds, as one text."""
    with ledger.read() as view:
        rows = [row for table in metadata.sorted_tables for row in view.connection.execute(select(table))]
    return "\n".join(repr(row) for row in rows).lower()


def test_nothing_of_a_purged_report_is_left_but_a_note(ledger: Ledger) -> None:
    feed = Original(b"<rss>zyxomma and roads</rss>", "application/rss+xml")
    with ledger.write() as session:
        session.add(SECRET, feed)
        session.add(OTHER, feed)
        target = session.find(Query(words="zyxomma")).items[0]
        session.correct(target.id, "source.title", "clerk of the vault code", by="ann", why="zyxomma")
        mayor = session.source("Tom Ashgrove")
        assert {a.name for a in mayor.appearances} == {"Tom Ashgrove", "Thomas Ashgrove"}
        session.merge(session.source("Ottoline Vancebury").id, mayor.id, by="ann", why="zyxomma")
    assert all(word in everything(ledger) for word in ONLY_THERE)
    purged = ledger.purge(SECRET.report.id, by="ann", why="confidential source")
    assert (purged.report, purged.statements, purged.shared, purged.emptied) == (
        SECRET.report.id, 2, (OTHER.report.id,), True,
    )  # fmt: skip
    left = everything(ledger)
    assert not [word for word in (*ONLY_THERE, "tom ashgrove", "mayor") if word in left]
    with ledger.read() as view:
        assert view.count(Query(words="zyxomma")).value == 0
        assert view.count(Query(source=("Tom Ashgrove",))).value == 0
        assert [item.words for item in view.find(Query()).items] == ["roads"]
        assert view.source("Thomas Ashgrove").names == ("Thomas Ashgrove",)
        note = view.connection.execute(select(purges)).one()
        with pytest.raises(LedgerError, match="was taken out of the ledger"):
            view.report(SECRET.report.id)
    assert (note.report_id, note.by, note.why) == (SECRET.report.id, "ann", "confidential source")


def test_a_purged_report_is_not_taken_in_again_unnoticed(ledger: Ledger) -> None:
    with ledger.write() as session:
        session.add(SECRET)
    ledger.purge(SECRET.report.id, by="ann")
    with ledger.write() as session:
        assert session.add(SECRET).status == "purged"
        assert session.count(Query()).value == 0


def test_purging_a_version_brings_the_one_before_back(ledger: Ledger) -> None:
    with ledger.write() as session:
        session.add(SECRET)
        session.add(LATER)
        assert [item.words for item in session.find(Query()).items] == ["nothing"]
    ledger.purge(LATER.report.id, by="ann")
    with ledger.read() as view:
        assert {item.words for item in view.find(Query()).items} == {"it", "the vault code was zyxomma"}
        assert [(v.version, v.latest) for v in view.report(SECRET.report.id).versions] == [(1, True)]


def test_purging_what_is_not_there(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="no such report"):
        ledger.purge("sha256:abcdef", by="ann")


def test_the_file_no_longer_holds_the_words(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite3"
    with Ledger(str(path)) as ledger:
        with ledger.write() as session:
            session.add(SECRET, Original(b"zyxomma, uncompressed: \x00\x01\x02\x03"))
            session.add(OTHER)
        ledger.purge(SECRET.report.id, by="ann")
        files = [p for p in tmp_path.iterdir() if p.is_file()]
        assert b"roads" in b"".join(p.read_bytes() for p in files)
        assert not [p for p in files if b"zyxomma" in p.read_bytes() or b"Vancebury" in p.read_bytes()]
