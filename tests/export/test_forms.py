"""Every format on a report with one of everything and on a ledger with judgements."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso import wire
from sayso.export.annotations import annotation_lines
from sayso.export.brat import standoff, write_folder
from sayso.export.claimreview import claim_lines
from sayso.export.columns import TABLES, documentation
from sayso.export.followthemoney import entity_lines
from sayso.export.formats import FORMS, reading_lines
from sayso.export.items import Item, from_ledger, from_readings
from sayso.export.prov import prov_lines
from sayso.export.tables import csv_lines
from sayso.ledger import Ledger, Query
from sayso.types import Reading, Span
from tests.ledger.factory import reading, said
from tests.readings import reading as one_of_everything

TEXT = "😀 Port shut\n\n“We will stay,” said Ada Quill, “until the\nlast mine is found”. Ben Oak denied it."
SPLIT = reading(
    TEXT,
    [said(["“We will stay,”", "“until the\nlast mine is found”"], "Ada Quill", kind="direct"),
     said("it", "Ben Oak", act="deny", about=["s1"]), said("last mine", "Ada Quill", standing=["denied"])],
    url="https://a.example/port", headline="Port shut",
)  # fmt: skip


def items(*readings: Reading) -> list[Item]:
    return list(from_readings(readings))


def test_csv_of_every_table_has_the_documented_columns() -> None:
    for table, columns in TABLES.items():
        lines = "".join(csv_lines(items(SPLIT, one_of_everything()), table))
        rows = list(csv.DictReader(io.StringIO(lines, newline="")))
        assert rows
        assert list(rows[0]) == [column.name for column in columns]
    first, second, *_ = csv.DictReader(io.StringIO("".join(csv_lines(items(SPLIT))), newline=""))
    assert first["words"] == "“We will stay,” … “until the\nlast mine is found”"
    assert json.loads(first["content"])[0] == {"begin": 13, "end": 28}
    assert (second["about"], second["act"], second["negated"]) == ("s1", "deny", "false")
    assert second["source_mention"] == TEXT[int(second["source_begin"]) : int(second["source_end"])] == "Ben Oak"


def test_json_lines_read_back() -> None:
    whole = [SPLIT, one_of_everything()]
    lines = "".join(reading_lines(items(*whole))).splitlines()
    assert [wire.from_json(line) for line in lines] == [replace(each, derivations=()) for each in whole]


def test_annotations_quote_and_place_the_words_in_code_points() -> None:
    page = json.loads("".join(annotation_lines(items(SPLIT))))
    assert page["type"] == "AnnotationPage"
    assert len(page["items"]) == 3
    for annotation in page["items"]:
        targets = annotation["target"] if isinstance(annotation["target"], list) else [annotation["target"]]
        for target in targets:
            quote, position = target["selector"]
            assert target["source"] == "https://a.example/port"
            assert TEXT[position["start"] : position["end"]] == quote["exact"]
            around = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert around in TEXT
            # The report begins with a character outside the BMP: UTF-16 code units would be off by one.
            units = TEXT.encode("utf-16-le")[2 * position["start"] : 2 * position["end"]].decode("utf-16-le")
            assert units != quote["exact"]
    assert len(page["items"][0]["target"]) == 2
    tags = [body["value"] for body in page["items"][1]["body"] if body["purpose"] == "tagging"]
    assert tags == ["source:person", "act:deny", "firmness:certain", "kind:indirect"]
    assert json.loads("".join(annotation_lines([])))["items"] == []


def test_brat_lines_slice_back(tmp_path: Path) -> None:
    write_folder(items(SPLIT, one_of_everything()), tmp_path)
    name = SPLIT.report.id.removeprefix("sha256:")[:16]
    text = (tmp_path / f"{name}.txt").read_bytes().decode()
    assert text == TEXT
    lines = (tmp_path / f"{name}.ann").read_text(encoding="utf-8").splitlines()
    bound = {}
    for line in lines:
        if line.startswith("T"):
            number, places, words = line.split("\t")
            fragments = [tuple(map(int, place.split())) for place in places.split(" ", 1)[1].split(";")]
            assert all("\n" not in text[b:e] for b, e in fragments)
            assert " ".join(text[b:e] for b, e in fragments) == words
            bound[number] = words
    relations = [re.fullmatch(r"R\d+\t(\w+) Arg1:(T\d+) Arg2:(T\d+)", line) for line in lines if line[0] == "R"]
    said_by = {(bound[m[2]], bound[m[3]]) for m in relations if m and m[1] == "Said_by"}
    assert ("“We will stay,” “until the last mine is found”", "Ada Quill") in said_by
    assert [(bound[m[2]], bound[m[3]][:8]) for m in relations if m and m[1] == "About"] == [("it", "“We will")]
    assert any(re.fullmatch(r"A\d+\tAct T\d+ deny", line) for line in lines)
    assert "Act\tArg:Content, Value:say|" in (tmp_path / "annotation.conf").read_text()


def test_brat_of_a_statement_without_words() -> None:
    bare = replace(SPLIT.statements[0], content=(Span(3, 3),), cue=(), about=())
    assert "Content" not in standoff(items(replace(SPLIT, statements=(bare,)))[0])


def test_claim_drafts_say_whose_words_and_never_rate() -> None:
    first, *_ = [json.loads(line) for line in claim_lines(items(SPLIT))]
    assert first["itemReviewed"]["author"] == {"@type": "Person", "name": "Ada Quill"}
    assert first["itemReviewed"]["appearance"]["url"] == "https://a.example/port"
    assert not {"reviewRating", "author", "url"} & set(first)


def test_a_claim_draft_is_only_of_what_the_source_claimed() -> None:
    acts = ["say", "deny", "no-comment", "cannot-verify", "accuse"]
    made = reading(TEXT, [said("last mine", "Ada Quill", act=act) for act in acts])
    assert len([*claim_lines(items(made))]) == 2
    negated = tuple(replace(statement, negated=True) for statement in made.statements)
    assert [*claim_lines(items(replace(made, statements=negated)))] == []
    assert "Ben Oak" not in "".join(claim_lines(items(SPLIT)))


def test_prov_says_whose_words_from_which_reading_through_whom() -> None:
    made = json.loads("".join(prov_lines(items(one_of_everything()))))
    known = {*made["entity"], *made["activity"], *made["agent"]}
    relations = [
        (kind, each) for kind, group in made.items() if kind.startswith(("was", "used")) for each in group.values()
    ]
    ends = {end for _, each in relations for key, end in each.items() if key != "prov:type"}
    assert ends <= known  # nothing points nowhere
    (quoted,) = made["wasDerivedFrom"].values()
    assert made["entity"][quoted["prov:generatedEntity"]]["prov:value"] == one_of_everything().report.text[18:28]
    attributed = {each["prov:entity"]: each["prov:agent"] for each in made["wasAttributedTo"].values()}
    assert made["agent"][attributed[quoted["prov:generatedEntity"]]]["prov:label"] == "Orlo"
    influences = {each["prov:influencer"] for each in made["wasInfluencedBy"].values()}
    assert "sayso:relay-Kestrel" in influences


def test_follow_the_money_ties_sources_to_articles() -> None:
    lines = [json.loads(line) for line in entity_lines(items(SPLIT))]
    by_id = {entity["id"]: entity for entity in lines}
    assert len(by_id) == len(lines) == 6  # an article, two people, three statements
    told = [entity["properties"] for entity in lines if entity["schema"] == "Documentation"]
    assert [by_id[each["entity"][0]]["properties"]["name"] for each in told] == [
        ["Ada Quill"],
        ["Ben Oak"],
        ["Ada Quill"],
    ]
    assert {by_id[each["document"][0]]["schema"] for each in told} == {"Article"}
    assert told[1]["role"] == ["deny"]


def test_a_source_is_one_entity_across_reports(tmp_path: Path) -> None:
    other = reading("Ada Quill stayed.", [said("stayed", "Ada Quill")], url="https://c.example/")
    with Ledger(str(tmp_path / "ledger.sqlite3")) as opened:
        with opened.write() as session:
            session.add(SPLIT)
            session.add(other)
        with opened.read() as view:
            lines = [json.loads(line) for line in entity_lines(from_ledger(view, Query()))]
    people = {entity["id"] for entity in lines if entity["properties"].get("name") == ["Ada Quill"]}
    assert len(people) == 1


def test_parquet_is_what_duckdb_reads(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    duckdb = pytest.importorskip("duckdb")
    FORMS["parquet"].write(items(SPLIT, one_of_everything()), tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "reports.parquet", "sources.parquet", "statements.parquet"]  # fmt: skip
    query = f"""SELECT s.words, r.text[c.begin + 1 : c."end"], list_transform(s.via, lambda h: h.name), s.amounts
                FROM '{tmp_path}/out/statements.parquet' s JOIN '{tmp_path}/out/reports.parquet' r USING (report_id),
                UNNEST(s.content) AS u(c) ORDER BY r.text, c.begin"""
    rows = duckdb.sql(query).fetchall()
    assert all(part in words for words, part, *_ in rows)
    assert [row[1] for row in rows if row[0] == "last mine"] == ["last mine"]
    assert any(via == ["Kestrel"] and amounts[0]["value"] == 20.0 for _, _, via, amounts in rows)
    described = {name: kind for name, kind, *_ in duckdb.sql(
        f"DESCRIBE SELECT * FROM '{tmp_path}/out/statements.parquet'").fetchall()}  # fmt: skip
    assert list(described) == [column.name for column in TABLES["statements"]]
    assert described["content"] == 'STRUCT("begin" BIGINT, "end" BIGINT)[]'


def test_the_columns_are_documented() -> None:
    path = Path(__file__).parents[2] / "docs" / "exports.md"
    assert documentation() in path.read_text(encoding="utf-8"), "run python -m sayso.export.columns"


@pytest.fixture
def ledger(tmp_path: Path) -> Any:
    with Ledger(str(tmp_path / "ledger.sqlite3")) as opened:
        with opened.write() as session:
            session.add(SPLIT)
            session.add(reading("Nothing said.", [], url="https://a.example/none", published="2031-05-01"))
            session.add(reading("Cy Lund warned of storms.", [said("storms", "Cy Lund", act="warn")],
                                url="https://b.example/", outlet="Calder Post"))  # fmt: skip
        yield opened


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [["it", "last mine", "“We will stay,” … “until the\nlast mine is found”"], [], ["storms"]]),
        ("outlet=Calder+Post", [["storms"]]),
        ("act=deny", [["it"]]),
        ("source=Quill&act=warn", []),
        ("words=mine", [["last mine", "“We will stay,” … “until the\nlast mine is found”"]]),
        ("sort=newest&limit=1&act=deny&act=warn", [["it"], ["storms"]]),
    ],
)
def test_a_query_chooses_what_is_exported(ledger: Ledger, query: str, expected: list[list[str]]) -> None:
    with ledger.read() as view:
        made = [sorted(view.statement(item.found[s.id].id).found.words for s in item.wanted)
                for item in from_ledger(view, Query.of(query))]  # fmt: skip
    assert sorted(made) == sorted(expected)


def test_json_lines_of_a_query_have_no_dangling_reference(ledger: Ledger) -> None:
    with ledger.read() as view:
        (line,) = reading_lines(from_ledger(view, Query(act=("deny",))))
    chosen = wire.from_json(line)
    assert [s.id for s in chosen.statements] == ["s1", "s2"]  # s2 denies s1
    assert {source.name for source in chosen.sources} == {"Ada Quill", "Ben Oak"}


def test_what_was_rejected_stays_out_and_what_was_corrected_is_given(ledger: Ledger) -> None:
    with ledger.write() as session:
        denied = session.find(Query(act=("deny",))).items[0]
        first = next(f for f in session.find(Query(source=("Quill",))).items if f.place == "s1")
        session.correct(denied.id, "firmness", "probable", by="ann")
        session.reject(first.id, by="ann", why="not a statement")
    with ledger.read() as view:
        whole = {s.id: s for item in from_ledger(view, Query(outlet=("Harbour",))) for s in item.reading.statements}
        (chosen,) = from_ledger(view, Query(act=("deny",)))
        table = csv.DictReader(io.StringIO("".join(csv_lines([chosen])), newline=""))
        (row,) = table
    assert set(whole) == {"s2", "s3"}
    assert whole["s2"].firmness == "probable"
    assert whole["s2"].about == ()
    assert (row["judgement"], row["firmness"], row["statement_id"]) == ("corrected", "probable", denied.id)
