"""Which report was made from which: every kind of alteration found, and nothing that only looks like a copy."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace.copies import CopyFinder, compare, copies_of, groups, ranked
from sayso.trace.families import families, trace_copies
from sayso.trace.fingerprints import Fingerprint, fingerprint
from sayso.trace.types import Copy
from sayso.types import Report
from tests.trace import desk

PARTS = desk.paragraphs(desk.WIRE)
WIRE = desk.report(desk.WIRE, "wire", "Orrin", "2031-06-10T05:00:00Z")

MADE = {
    "none": desk.WIRE,
    "cut": "\n\n".join(PARTS[:6]),
    "light": "\n\n".join(
        [PARTS[0].replace("killing 3 dockers", "and killed three dockers"), PARTS[3], *PARTS[1:3],
         "No ship of our own town lay in Varnholm that night, the harbour office here said on request.", *PARTS[4:]]
    ),
    "spun": desk.spun(desk.WIRE.replace("VARNHOLM (Orrin) – ", "")),
    "back": desk.BACK_TRANSLATED,
}  # fmt: skip


def copies(*reports: Report) -> tuple[Copy, ...]:
    return trace_copies({report.id: fingerprint(report) for report in reports})[0]


@pytest.mark.parametrize("kind", MADE)
def test_every_kind_of_copy_is_found(kind: str) -> None:
    made = desk.report(MADE[kind], "copy", "Tern Echo", "2031-06-10T08:30:00Z")
    (found,) = copies(WIRE, made)
    assert (found.report, found.of, found.partial) == ("copy", "wire", False)
    assert found.alteration == ("spun" if kind == "back" else kind)
    assert found.coverage > 0.8
    for passage in found.passages:
        assert passage.report.of(made.text).strip()
        assert passage.of.of(WIRE.text).strip()


def test_passages_stand_side_by_side() -> None:
    made = desk.report(MADE["light"], "copy", "Tern Echo", "2031-06-10T08:30:00Z")
    (found,) = copies(WIRE, made)
    texts = [(p.report.of(made.text), p.of.of(WIRE.text)) for p in found.passages]
    assert any(ours == theirs and "Teodor Brask" in ours for ours, theirs in texts)
    assert not any("No ship of our own town" in ours for ours, _ in texts)


@pytest.mark.parametrize("side", ["report", "of"])
@pytest.mark.parametrize("kind", MADE)
def test_passages_do_not_overlap(kind: str, side: str) -> None:
    (found,) = copies(WIRE, desk.report(MADE[kind], "copy", "Tern Echo", "2031-06-10T08:30:00Z"))
    spans = sorted(getattr(passage, side) for passage in found.passages)
    assert all(first.end <= second.begin for first, second in pairwise(spans))


SPEECH_A = f"""
Governor Ilse Tamm promised on Sunday to pay for the storm. “{desk.SPEECH}”

Her rival in the vote of 3 May, Kaspar Holm, called the promise a banknote drawn on somebody else's account. He spoke \
in the rain before some 400 people, most of whom had come by ferry and left before he was done.
"""
SPEECH_B = f"""
In a hall that still smelled of mud, 200 guests rose twice during Ilse Tamm's address. “{desk.SPEECH}”

The state's auditors put the damage at 61 million marks, of which insurers will bear a third. Bonds of the province \
fell on Monday, and the treasury put off an auction that had been planned for the week.
"""


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(desk.WIRE, desk.INDEPENDENT, id="same event, own text, one quotation in both"),
        pytest.param(SPEECH_A, SPEECH_B, id="one speech, quoted at length by both"),
        pytest.param(desk.WIRE, desk.UNRELATED, id="nothing in common"),
        pytest.param(desk.WIRE, "", id="empty"),
        pytest.param("Yes.", "Yes.", id="too short to tell"),
    ],
)
def test_no_copy(a: str, b: str) -> None:
    assert compare(fingerprint(desk.report(a, "a", "Orrin")), fingerprint(desk.report(b, "b", "Tern Echo"))) is None


def test_a_transcript_handed_to_everyone_is_no_copy() -> None:
    first, second = (desk.report(desk.WIRE, id, id, genre="transcript") for id in ("a", "b"))
    assert compare(fingerprint(first), fingerprint(second)) is None


def test_stock_sentences_of_one_outlet_are_no_copy() -> None:
    stock = "\n\n".join(PARTS[-3:])
    other = desk.report(desk.UNRELATED + "\n\n" + stock, "other", "Orrin", "2031-05-02T05:00:00Z")
    assert compare(fingerprint(other), fingerprint(WIRE)) is None


def test_a_text_of_its_own_around_taken_paragraphs_is_a_copy_in_part() -> None:
    own = desk.report(
        desk.UNRELATED + "\n\n" + "\n\n".join(PARTS[1:6:2]) + "\n\n" + desk.INDEPENDENT[:900],
        "own", "Tern Echo", "2031-06-11T05:00:00Z",
    )  # fmt: skip
    prints = {report.id: fingerprint(report) for report in (WIRE, own)}
    (found,), found_families = trace_copies(prints)
    assert found.partial
    assert found.coverage < 0.5
    assert [family.reports for family in found_families] == [("wire",), ("own",)]


def test_the_nearest_source_is_chosen() -> None:
    update = desk.WIRE.replace("killing 3", "killing 5").replace("Winds of 62", "Gusts of 81") + (
        "\nPremier Hedda Quist flew to Varnholm in the afternoon and promised the families 40,000 marks each."
    )
    second = desk.report(update, "update", "Orrin", "2031-06-10T09:00:00Z", headline="UPDATE 1-Crane kills five")
    made = desk.report(desk.spun(update), "spun", "Buzzer", "2031-06-10T12:00:00Z")
    found = {copy.report: copy.of for copy in copies(WIRE, second, made)}
    assert found == {"update": "wire", "spun": "update"}


def test_families_larger_than_any_cap_hang_together() -> None:
    many = [
        desk.report("\n\n".join(PARTS[: 6 + n % 3]), f"c{n}", f"Paper {n}", "2031-06-10T08:00:00Z") for n in range(80)
    ]
    prints = {report.id: fingerprint(report) for report in (WIRE, *many)}
    made, found = trace_copies(prints)
    assert len(found) == 1
    assert len(made) == 80
    assert {copy.of for copy in made} == {"wire"}


def test_adding_in_one_go_or_one_by_one_gives_the_same() -> None:
    reports = [WIRE, *(desk.report(text, kind, kind, "2031-06-10T08:00:00Z") for kind, text in MADE.items())]
    reports += [desk.report(desk.INDEPENDENT, "independent"), desk.report(desk.UNRELATED, "unrelated")]
    prints = {report.id: fingerprint(report) for report in reports}
    whole = CopyFinder(prints.__getitem__).add(list(prints.values()))
    one = CopyFinder(prints.__getitem__)
    assert [link for each in prints.values() for link in one.add([each])] == whole
    assert one.add(list(prints.values())) == []  # twice changes nothing


def test_a_forgotten_report_is_found_no_more() -> None:
    prints = {"wire": fingerprint(WIRE), "copy": fingerprint(desk.report(MADE["cut"], "copy", "Tern Echo"))}
    finder = CopyFinder(prints.__getitem__)
    finder.add([prints["wire"]])
    finder.index.forget("wire")
    assert finder.add([prints["copy"]]) == []


def test_contradicting_directions_still_give_one_order() -> None:
    prints = {id: fingerprint(desk.report(desk.WIRE, id, f"Paper {id}")) for id in "abc"}
    finder = CopyFinder(prints.__getitem__)
    links = finder.add(list(prints.values()))
    around = [
        replace(links[0], report=report, of=of, weight=weight, because=())
        for report, of, weight in (("b", "a", 3.0), ("c", "b", 2.0), ("a", "c", 1.0))
    ]
    assert ranked(around, prints) == ["a", "b", "c"]
    assert {copy.report for group in groups(around) for copy in copies_of(group, prints)} == {"b", "c"}


WORDS = st.lists(st.sampled_from([*desk.WIRE.split(), "“", "”", "\n\n", "\x00", "é", "\U0001f600"]), max_size=120)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS)
def test_whatever_the_texts_spans_slice_back(a: list[str], b: list[str]) -> None:
    first, second = desk.report(" ".join(a), "a", "A"), desk.report(" ".join(b), "b", "B")
    prints: dict[str, Fingerprint] = {"a": fingerprint(first), "b": fingerprint(second)}
    made, found = trace_copies(prints)
    assert sorted(report for family in found for report in family.reports) == ["a", "b"]
    texts = {"a": first.text, "b": second.text}
    for copy in made:
        assert 0 < copy.coverage <= 1
        for passage in copy.passages:
            assert 0 <= passage.report.begin < passage.report.end <= len(texts[copy.report])
            assert 0 <= passage.of.begin < passage.of.end <= len(texts[copy.of])
    assert families(prints, []) == families(prints, [])
