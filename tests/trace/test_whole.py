"""A trace as a whole: the same for any order, every place exact, the form that of the contract."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec
import pytest

from sayso.trace.types import COMPARISON_SCHEMA, Trace, from_json, to_json
from sayso.trace.whole import compare, trace
from sayso.types import Reading, Span
from tests.trace.told import BESIDES, Said, reading

QUOTE = "“We told them twice that the ring would not hold, and nobody came to look,”"
CRACK = "the slewing ring of the northern crane had cracked in March"


def readings() -> list[Reading]:
    wire = (
        f"Milda Krantz, head of operations, said {CRACK}.\n\n{QUOTE} said Jonas Ekdal. Orrin could not verify the "
        f"letter that he showed.\n\nDirector Teodor Brask denied that {CRACK}.\n\n{BESIDES[0]}\n\n{BESIDES[3]}"
    )
    said = [
        Said(CRACK, "Milda Krantz", denied_by=3),
        Said(QUOTE, "Jonas Ekdal"),
        Said(f"that {CRACK}", "Teodor Brask", act="deny"),
    ]
    copy = wire.replace("would not hold", "would hold").replace(
        " Orrin could not verify the letter that he showed.", ""
    )
    altered = [Said(CRACK, "Milda Krantz"), Said(QUOTE.replace("not ", ""), "Jonas Ekdal")]
    notice = f"An earlier version of this story said {CRACK}. That was wrong: it had cracked in June.\n\n{BESIDES[5]}"
    return [
        reading(wire, said, outlet="Orrin", published="2026-03-01T08:00:00Z"),
        reading(copy, altered, outlet="The Quay", published="2026-03-01T09:00:00Z"),
        reading(notice, [Said(CRACK, "story")], outlet="Orrin", published="2026-03-02T09:00:00Z",
                headline="CORRECTION: Crane story"),
    ]  # fmt: skip


def made() -> Trace:
    return trace(readings(), together=True)


def test_all_that_is_to_be_seen_is_seen() -> None:
    wire, copy, notice = (each.report.id for each in readings())
    found = made()
    assert [(c.report, c.of) for c in found.copies] == [(copy, wire)]
    assert [c.change for q in found.quotations for c in q.changes] == ["reversal"]
    claim = next(c for c in found.claims if CRACK in c.gist)
    assert {s.report for s in claim.statements} >= {wire, copy}
    assert claim.stands == "denied"
    assert [(d.report, d.statement) for d in claim.denied_by] == [(wire, "s3"), (notice, "s1")]
    assert claim.independent_origins.value == 1
    assert [(c.earlier.report, c.later) for c in found.dropped_caveats] == [(wire, copy)]
    (correction,) = found.corrections
    assert correction.notice.report == notice
    assert correction.corrects is not None
    assert correction.corrects.report == wire
    assert correction.still_carried_by == (copy,)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_the_readings_does_not_matter(order: tuple[int, ...]) -> None:
    given = readings()
    assert trace([given[n] for n in order], together=True) == made()


def test_a_report_given_twice_counts_once() -> None:
    assert trace([*readings(), *readings()], together=True) == made()


def test_it_goes_to_json_and_back() -> None:
    assert from_json(to_json(made())) == made()


def test_every_span_lies_in_its_text() -> None:
    texts = {each.report.id: each.report.text for each in readings()}
    places = list(_places(msgspec.to_builtins(made())))
    assert len(places) > 10
    for report, span in places:
        assert 0 <= span.begin <= span.end <= len(texts[report])
        words = span.of(texts[report])
        assert words == words.strip()


def _places(value: object) -> Iterator[tuple[str, Span]]:
    """Every object with a report and a span, however deep."""
    if isinstance(value, dict):
        if "span" in value and "report" in value:
            yield value["report"], Span(*value["span"])
        for each in value.values():
            yield from _places(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _places(each)


def test_a_comparison_is_a_trace_of_two() -> None:
    a, b, _ = readings()
    found = compare(a, b)
    assert found.schema == COMPARISON_SCHEMA
    assert found.claims == trace([a, b], together=True).claims


def test_nothing_gives_an_empty_trace() -> None:
    assert trace([]) == Trace("sayso.trace/1", ())


def test_reports_without_words_are_borne() -> None:
    empty = reading("", outlet="Orrin", published="2026-03-01")
    signs = reading("“”\n\n— … “", outlet="Kestrel", published="2026-03-01")
    assert len(trace([empty, signs], together=True).reports) == 2


@pytest.mark.parametrize("text", ["It was.", "He had it from her.", "!!!", "It was not to be had."])
def test_reports_of_function_words_are_borne(text: str) -> None:
    found = trace(
        [reading(text, [], outlet="Orrin"), reading(text + " So it is.", [], outlet="The Quay")], together=True
    )
    assert found.claims == ()
