"""The contract's JSON and the classes are one thing."""

import json

import pytest

from sayso.trace import types as t
from sayso.types import Span

FULL = t.Trace(
    schema=t.TRACE_SCHEMA,
    reports=(t.TracedReport("sha256:a", "x1", None, "Harbour Post", "2031-02-03", "Crane falls"),),
    copies=(
        t.Copy(
            "sha256:b", "sha256:a", "cut", 0.93, False, (t.Passage(Span(0, 9), Span(4, 13)),), ("credit", "earlier")
        ),
    ),
    families=(
        t.Family("f1", ("sha256:a", "sha256:b"), t.Origin(report="sha256:a")),
        t.Family("f2", ("sha256:c",), t.Origin(agency="Orrin Wire")),
        t.Family("f3", ("sha256:d",), None),
    ),
    cites=(t.Cite("sha256:c", t.Cited(name="Orrin Wire"), Span(3, 8)),),
    quotations=(
        t.Quotation(
            "q1",
            "Ada Brandt",
            (t.StatementAt("sha256:a", "s4", Span(1, 20)),),
            (
                t.QuotationChange(
                    t.Location("sha256:a", Span(1, 20)),
                    t.Location("sha256:b", Span(2, 18)),
                    "omission",
                    (t.Edit("omission", Span(5, 9), Span(6, 6)),),
                ),
            ),
        ),
    ),
    claims=(
        t.Claim(
            "c1",
            "the crane was overloaded",
            (t.StatementAt("sha256:a", "s1", Span(0, 9)),),
            ("Ada Brandt",),
            t.OriginCount(1, 1, 2),
            3,
            "disputed",
            (t.StatementAt("sha256:c", "s9", Span(0, 4)),),
            (t.Join(("sha256:a", "sha256:b"), "same text", (t.Location("sha256:b", Span(0, 9)),)),),
        ),
    ),
    figures=(t.Figure("injured", (t.FigureValue("sha256:a", "s2", 14.0, None, Span(7, 9), "2031-02-03"),)),),
    dropped_caveats=(t.DroppedCaveat(t.Location("sha256:a", Span(30, 60)), "sha256:b"),),
    corrections=(t.Correction(t.Location("sha256:d", Span(0, 20)), None, ("sha256:b",)),),
    stories=(t.Story("t1", "Crane falls", ("sha256:a", "sha256:b")),),
)


def test_there_and_back() -> None:
    assert t.from_json(t.to_json(FULL)) == FULL


def test_keys_are_those_of_the_contract() -> None:
    value = json.loads(t.to_json(FULL))
    assert list(value) == [
        "schema", "reports", "copies", "families", "cites", "quotations", "claims", "figures", "dropped_caveats",
        "corrections", "stories",
    ]  # fmt: skip
    assert value["copies"][0] == {
        "report": "sha256:b", "of": "sha256:a", "alteration": "cut", "coverage": 0.93, "partial": False,
        "passages": [{"report": [0, 9], "of": [4, 13]}], "because": ["credit", "earlier"],
    }  # fmt: skip
    assert [family["origin"] for family in value["families"]] == [
        {"report": "sha256:a"},
        {"agency": "Orrin Wire"},
        None,
    ]
    assert value["cites"][0]["cites"] == {"name": "Orrin Wire"}
    assert value["claims"][0]["independent_origins"] == {"value": 1, "low": 1, "high": 2}
    assert value["quotations"][0]["changes"][0]["edits"] == [{"kind": "omission", "a": [5, 9], "b": [6, 6]}]


@pytest.mark.parametrize("schema", ["sayso.trace/2", "sayso.reading/1"])
def test_another_schema_is_refused(schema: str) -> None:
    line = t.to_json(FULL).replace(b"sayso.trace/1", schema.encode())
    with pytest.raises(ValueError, match=r"Invalid enum value"):
        t.from_json(line)


def test_schema_names_every_part() -> None:
    defs = t.json_schema()["$defs"]
    assert set(defs["Trace"]["properties"]) == set(json.loads(t.to_json(FULL)))
