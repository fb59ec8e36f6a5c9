from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Original, Query
from sayso.ledger.fulltext import integrity

from .factory import reading, said
from .story import FERRY, INQUIRY, STORY

AGAIN = reading(FERRY.report.text, [said("twelve people were missing", "A union official", name="Union of Stokers",
                type="organization")],
                url=FERRY.report.url, headline=FERRY.report.headline, model="attribution_v6")  # fmt: skip
GONE = reading("Ben Oak said nothing.", [said("nothing", "Ben Oak")], url="https://x.example/gone")
CHANGED = reading("A. Quill said more.", [said("more", "A. Quill")], url=INQUIRY.report.url, published="2031-05-07")


MILL = "https://courier.example/mill"
BACK = reading("Bo Lund said the mill stands.", [said("the mill stands", "Bo Lund")], url=MILL)
OVER = reading("Bo Lund said the mill is gone.", [said("the mill is gone", "Bo Lund")], url=MILL)


@pytest.fixture
def rich(ledger: Ledger) -> Ledger:
    """A ledger in which everything has happened that can."""
    feed = Original(b"\x00\xff feed", "text/xml", {"date": "x"}, "2031", "https://f.example", {"url": "feed"})
    with ledger.write() as session:
        session.add(GONE, feed)
        for each in STORY:
            session.add(each, feed if each is FERRY else Original(each.report.text.encode()))
        session.add(AGAIN)
        session.add(CHANGED)
        for day, each in enumerate((BACK, OVER, BACK), 1):
            session.add(each, Original(b"mill", fetched=f"2031-05-0{day}T00:00:00Z"))
        denial = session.find(Query(source=("Quill",), versions="all")).items[0]
        session.correct(denial.id, "act", "deny", by="ann", why="«so»")
        undone = session.accept(denial.id, by="ann")
        session.undo(undone.id, by="ben")
        session.correct(FERRY.report.id, "published", "2031-04-01", by="ann")
        session.merge(session.source("Lantern").id, session.source("Harbour Courier").id, by="ann")
        session.split(f"{CHANGED.report.id}", name="Harbour Courier", by="ann")
    ledger.purge(GONE.report.id, by="ann", why="takedown")
    return ledger


def lines(ledger: Ledger) -> list[bytes]:
    with ledger.read() as view:
        return list(view.dump())


def what_is_found(ledger: Ledger) -> Any:
    with ledger.read() as view:
        queries = (
            "",
            "versions=all",
            "words=mill",
            "words=ferry",
            "source=Quill",
            "outlet=courier",
            "judgement=corrected",
            "sort=said",
        )
        return [view.find(Query.of(text)) for text in queries] + [view.facets(Query()), view.log()]


def test_a_dump_and_its_import_are_the_same_ledger(rich: Ledger, tmp_path: Path) -> None:
    dumped = lines(rich)
    assert lines(rich) == dumped
    with Ledger(str(tmp_path / "copy.sqlite3")) as copy:
        with copy.write() as session:
            assert session.restore(dumped, "dump") == 6
            integrity(session.connection)
        assert lines(copy) == dumped
        assert what_is_found(copy) == what_is_found(rich)
        with copy.write() as session:
            assert session.add(FERRY).status == "known"
            assert session.add(GONE).status == "purged"
            new = reading("Ada Quill said so.", [said("so", "Ada Quill")], url="https://x.example/new")
            session.add(new)
        with rich.write() as session:
            session.add(new)
        assert what_is_found(copy) == what_is_found(rich)


def test_a_dump_can_move_to_the_other_database(rich: Ledger, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    dumped = lines(rich)
    with Ledger(str(tmp_path / "copy.sqlite3")) as copy, copy.write() as session:
        session.restore(dumped, "dump")
    with Ledger(str(tmp_path / "copy.sqlite3")) as copy:
        assert lines(copy) == dumped


def test_a_full_ledger_takes_no_import(rich: Ledger) -> None:
    dumped = lines(rich)
    with pytest.raises(LedgerError, match="empty ledger"), rich.write() as session:
        session.restore(dumped, "dump")


@pytest.mark.parametrize(
    ("broken", "match"),
    [([], "is empty"), ([b"{}\n"], "line 1"), ([b'{"schema": "sayso.ledger/9"}\n'], "sayso.ledger/9"),
     ([b"rubbish"], "line 1"),
     ([b'{"schema": "sayso.ledger/1"}\n', b'{"colour": 1}\n'], "line 2"),
     ([b'{"schema": "sayso.ledger/1"}\n', b'{"report": {}}\n'], "line 2"),
     ([b'{"schema": "sayso.ledger/1"}\n', b'{"entity": "e1"'], "line 2")],
)  # fmt: skip
def test_what_is_no_dump_is_refused_and_leaves_nothing(ledger: Ledger, broken: list[bytes], match: str) -> None:
    with pytest.raises(LedgerError, match=match), ledger.write() as session:
        session.restore(broken, "dump")
    assert len(lines(ledger)) == 1
