from __future__ import annotations

from typing import Any

import pytest

from sayso.errors import LedgerError
from sayso.ledger import Ledger, Query
from sayso.ledger.evidence import JOIN, compare
from sayso.ledger.names import is_generic, read_name, sound

from .factory import reading, said

# Kind, name, title in a new report; name, titles known; whether that is one source.
PAIRS: list[tuple[str, str, str | None, str, tuple[str, ...], bool]] = [
    ("person", "Vasyl Horobenko", None, "Vasyl Horobenko", (), True),
    ("person", "President Vasyl Horobenko", None, "VASYL HOROBENKO", (), True),
    ("person", "Wassily Horobenko", None, "Vasyl Horobenko", (), True),
    ("person", "Oleksandr Zhdanivskyy", None, "Alexander Zhdanivskiy", (), True),
    ("person", "Yevhen Markovych", None, "Evgeny Markovich", (), True),
    ("person", "Bill Overton", None, "William Overton", (), True),
    ("person", "Ada M. Quill", None, "Ada Quill", (), True),
    ("person", "Ada M. Quill", None, "Ada R. Quill", (), False),
    ("person", "Quill", None, "Ada Quill", (), False),
    ("person", "Quill", "harbour master of Port Lorne", "Ada Quill", ("port lorne harbour master",), True),
    ("person", "Quill", "director", "Ada Quill", ("managing director",), False),
    ("person", "Ada Quill", None, "Bo Quill", (), False),
    ("person", "A. Quill", None, "Ada Quill", (), False),
    ("person", "A. Quill", "Port Lorne harbour master", "Ada Quill", ("harbour master of port lorne",), True),
    ("person", "John Smith", None, "John Smith", (), False),
    ("person", "John Smith", "Tarn Valley coroner", "John Smith", ("coroner for tarn valley",), True),
    ("person", "Ada Quill", "nurse", "Ada Quill", ("harbour master",), True),
    ("person", "John Smith", "nurse", "John Smith", ("mayor of lorne",), False),
    ("person", "Ada Quillson", None, "Ada Quill", (), False),
    ("organization", "The Harbour Courier", None, "Harbour Courier", (), True),
    ("organization", "Courier Holdings Ltd.", None, "Courier Holdings", (), True),
    ("organization", "harbourcourier.example", None, "The Harbour Courier", (), True),
    ("organization", "www.harbourcourier.co.uk", None, "Harbour Courier", (), True),
    ("organization", "AP", None, "The Associated Press", (), True),
    ("organization", "bbc.co.uk", None, "BBC News", (), True),
    ("organization", "U.S.", None, "the United States", (), True),
    ("organization", "UK", None, "United Kingdom", (), True),
    ("organization", "US", None, "United Kingdom", (), False),
    ("organization", "police", None, "police", (), False),
    ("organization", "Foreign Ministry", None, "foreign ministry", (), False),
    ("organization", "Lorne Foreign Ministry", None, "Lorne foreign ministry", (), True),
    ("organization", "LHA", None, "Lorne Harbour Authority", (), False),
    ("organization", "Lorne Harbour Authority", None, "Lorne Harbour Association", (), False),
    ("organization", "Velin's Foreign Ministry", None, "Ministry of Foreign Affairs of Velin", (), True),
    ("organization", "Velin Defense Ministry", None, "the Ministry of Defence of Velin", (), True),
    ("organization", "Velin Foreign Ministry", None, "Lorne Foreign Ministry", (), False),
    ("organization", "University of Velin", None, "Velin University", (), False),
    ("person", "Ye Chenwu", None, "Ye Chen-wu", (), True),
    ("person", "J. Castellan", None, "J. R. Castellan", (), False),
    ("person", "Olexander Marchenko", None, "Alexander Marchenko", (), True),
    ("document", "the report", None, "the report", (), False),
    ("document", "Lorne Ferry Safety Review", None, "Lorne Ferry Safety Review", (), True),
]


@pytest.mark.parametrize(("kind", "new", "title", "known", "titles", "one"), PAIRS)
def test_names_are_joined_on_evidence(
    kind: str, new: str, title: str | None, known: str, titles: tuple[str, ...], one: bool
) -> None:
    verdict = compare(read_name(new, kind), title, read_name(known, kind), titles, same_document=False)
    assert (verdict.score >= JOIN) == one, verdict
    assert not verdict.score or verdict.reasons


def test_a_surname_alone_is_joined_within_the_versions_of_one_page() -> None:
    pair = read_name("Quill", "person"), None, read_name("Ada Quill", "person"), ()
    assert compare(*pair, same_document=True).score >= JOIN > compare(*pair, same_document=False).score


@pytest.mark.parametrize(
    "variants", ["zelenskiy zelensky zelenskyy zelenskij", "horobenko horobenko", "mikhail mihail"]
)
def test_spellings_of_one_sound_share_a_skeleton(variants: str) -> None:
    assert len({sound(word) for word in variants.split()}) == 1


def test_generic_names_are_known_as_such() -> None:
    assert all(is_generic(read_name(n, "organization")) for n in ("police", "Supreme Court", "emergency services"))
    assert not any(is_generic(read_name(n, "organization")) for n in ("Lorne police", "Harbour Courier", "reuters.com"))


def report(number: int, *statements: dict[str, Any], outlet: str = "Harbour Courier") -> Any:
    text = f"Report {number}. " + " ".join(f"{s['by']} spoke: {s['content']}." for s in statements)
    return reading(
        text, statements, url=f"https://x.example/{number}", outlet=outlet, published=f"2031-05-{number:02d}"
    )


def add(ledger: Ledger, *readings: Any) -> None:
    with ledger.write() as session:
        for each in readings:
            session.add(each)


def entities(ledger: Ledger, query: str = "") -> list[str | None]:
    with ledger.read() as view:
        return [item.entity for item in view.find(Query.of(query + "&sort=oldest")).items]


def test_spellings_are_one_source_across_reports(ledger: Ledger) -> None:
    names = ["Vasyl Horobenko", "President Vasyl Gorobenko", "Wassily Horobenko", "Ada Quill"]
    add(ledger, *(report(n, said(f"word {n}", name)) for n, name in enumerate(names, 1)))
    first, other_sound, third, quill = entities(ledger)
    assert first == third
    assert len({first, other_sound, quill}) == 3
    assert entities(ledger, "source=Wassily") == [first, first]
    with ledger.read() as view:
        source = view.source("Wassily Horobenko")
        assert (source.id, source.names, source.statements) == (first, ("Vasyl Horobenko", "Wassily Horobenko"), 2)
        [joined, founding] = source.appearances
    assert joined.evidence[0] == {"rule": "spelling", "weight": 0.78, "words": ["Wassily Horobenko", "Vasyl Horobenko"]}
    assert (joined.score, joined.joined_by, founding.evidence[0]["rule"]) == (0.78, "machine", "first-met")


def test_unnamed_sources_are_never_joined(ledger: Ledger) -> None:
    unnamed = {"type": "organization", "disclosure": "unnamed"}
    add(ledger, *(report(n, said(f"word {n}", "Lorne Harbour Authority", **unnamed)) for n in (1, 2)))
    add(ledger, *(report(n, said(f"word {n}", "a sailor", type="anonymous", disclosure="anonymous")) for n in (3, 4)))
    assert entities(ledger) == [None] * 4
    assert len(entities(ledger, "source=Harbour+Authority")) == 2


def test_two_people_of_one_surname_stay_two_and_the_surname_alone_goes_to_neither(ledger: Ledger) -> None:
    add(ledger, report(1, said("a", "Ada Quill")), report(2, said("b", "Bo Quill")), report(3, said("c", "Quill")))
    ada, bo, alone = entities(ledger)
    assert ada != bo
    assert alone is None
    with ledger.read() as view, pytest.raises(LedgerError, match="several sources"):
        view.source("Quill")


def test_outlets_are_one_as_publisher_relay_and_source(ledger: Ledger) -> None:
    add(
        ledger,
        report(1, said("a", "Ada Quill"), outlet="harbourcourier.example"),
        report(2, said("b", "Bo Lund", via=["Bo Lund"]), outlet="Evening Lamp"),
        report(3, said("c", "The Harbour Courier", type="organization"), outlet="Evening Lamp"),
    )
    with ledger.read() as view:
        courier = view.source("Harbour Courier")
        assert (courier.published, courier.statements) == (1, 1)
        assert courier.names == ("The Harbour Courier", "harbourcourier.example")
        assert [item.words for item in view.find(Query(outlet=("Harbour Courier",))).items] == ["a"]


def test_merging_and_undoing(ledger: Ledger) -> None:
    add(ledger, *(report(n, said(f"word {n}", name)) for n, name in enumerate(["Ada Quill", "Ada Lund", "Bo Berg"], 1)))
    quill, lund, berg = entities(ledger)
    assert quill
    assert lund
    assert berg
    with ledger.write() as session:
        first = session.merge(lund, quill, by="ann", why="married")
        second = session.merge(quill, berg, by="ann")
        with pytest.raises(LedgerError, match="already"):
            session.merge(berg, lund, by="ann")
    assert entities(ledger) == [berg, berg, berg]
    assert entities(ledger, f"source={lund}") == [berg, berg, berg]
    assert entities(ledger, "source=Lund") == [berg, berg, berg]
    with ledger.read() as view:
        source = view.source(quill)
        assert (source.id, source.merged, source.judgements) == (berg, tuple(sorted([quill, lund])), (first, second))
    add(ledger, report(4, said("later", "Ada Lund")))
    assert entities(ledger)[3] == berg
    with ledger.write() as session:
        session.undo(second.id, by="ben")
    assert entities(ledger) == [quill, quill, berg, quill]
    with ledger.write() as session:
        session.undo(first.id, by="ben")
        session.merge(berg, quill, by="ben")
        session.undo(session.log()[2].id, by="ben")  # the undo of quill into berg: the pair is merged twice over now
    assert entities(ledger)[0] == entities(ledger)[2]
    assert entities(ledger)[1] == lund == entities(ledger)[3]


def test_splitting_survives_reading_anew_and_can_be_undone(ledger: Ledger) -> None:
    one, two = report(1, said("a", "Ada Quill")), report(2, said("b", "Ada Quill"))
    add(ledger, one, two)
    [quill] = set(entities(ledger))
    with ledger.write() as session:
        judgement = session.split(f"{two.report.id}#p1", by="ann", why="her namesake")
    kept, apart = entities(ledger)
    assert kept == quill != apart
    anew = reading(two.report.text, [said("b", "Ada Quill", act="deny")], url=two.report.url, model="attribution_v2",
                   published="2031-05-02")  # fmt: skip
    add(ledger, anew)
    assert entities(ledger) == [quill, apart]
    with ledger.read() as view:
        assert view.source(apart or "").appearances[0].joined_by == judgement.id
    with ledger.write() as session:
        session.undo(judgement.id, by="ann")
    assert entities(ledger) == [quill, quill]


def test_splitting_off_a_publisher(ledger: Ledger) -> None:
    one, two = report(1, said("a", "Ada Quill")), report(2, said("b", "Bo Lund"))
    add(ledger, one, two)
    with ledger.write() as session:
        session.split(two.report.id, by="ann", name="Harbour Courier")
        with pytest.raises(LedgerError, match="no such source"):
            session.split(two.report.id, by="ann", name="Nobody")
    with ledger.read() as view, pytest.raises(LedgerError, match="several"):
        view.source("Harbour Courier")


def test_joins_depend_on_nothing_but_the_order_of_adding(ledger: Ledger, tmp_path: Any) -> None:
    names = ["Vasyl Horobenko", "Wassily Horobenko", "Ada Quill", "Quill", "Ada M. Quill", "John Smith", "John Smith"]
    made = [report(n, said(f"word {n}", name)) for n, name in enumerate(names, 1)]
    add(ledger, *made)
    with Ledger(str(tmp_path / "other.sqlite3")) as other:
        for each in made:
            add(other, each)
        assert entities(other) == entities(ledger)
