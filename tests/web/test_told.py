"""What the page of a story chooses to show: the central claim, both sides of a dispute, where a quotation changed."""

from __future__ import annotations

import dataclasses

from sayso.trace.types import (
    Claim,
    Location,
    OriginCount,
    Quotation,
    QuotationChange,
    Stands,
    StatementAt,
    Trace,
)  # fmt: skip
from sayso.types import Block, Hop, Reading, Span, Standing
from sayso.web.differing import telling
from sayso.web.disputes import OTHERS, disputes
from sayso.web.story import Told
from tests.ledger.factory import reading, said


def _report(outlet: str, *given: tuple[str, str], lead: str = "", **more: object) -> Reading:
    """A report of sentences "X said Y.", the first a paragraph of its own."""
    sentences = [f"{who} said {what}." for who, what in given]
    text = f"{lead}{sentences[0]}\n\n{' '.join(sentences[1:])}"
    made = reading(text, [said(what, who) for who, what in given], outlet=outlet, url=f"https://{outlet}.example/1")
    end = text.index("\n\n")
    blocks = (Block("paragraph", Span(0, end)), Block("paragraph", Span(end + 2, len(text))))
    return dataclasses.replace(made, report=dataclasses.replace(made.report, blocks=blocks))


DAM, ROAD = "the dam may fail", "the road is open"
ONE = _report("one", ("Ada Holt", DAM), ("Bo Lind", ROAD))
TWO = _report("two", ("Cy Marsh", DAM), ("Bo Lind", ROAD))
THREE = _report("three", ("Dot Vane", "it will rain"), ("Bo Lind", ROAD), ("Em Orr", "no dam may fail"))


def _at(made: Reading, place: str) -> StatementAt:
    statement = next(s for s in made.statements if s.id == place)
    return StatementAt(made.report.id, place, statement.content[0])


def _claim(id: str, gist: str, told: list[StatementAt], stands: Stands, denied: list[StatementAt]) -> Claim:
    return Claim(id, gist, tuple(told), ("somebody",), OriginCount(1, 1, 1), 1, stands, tuple(denied), ())


def _told(*readings: Reading) -> Told:
    one, two, three = readings
    claims = (
        _claim("c1", ROAD, [_at(each, "s2") for each in readings], "asserted", []),
        _claim("c2", DAM, [_at(one, "s1"), _at(two, "s1")], "denied", [_at(three, "s3")]),
    )
    trace = Trace(
        "sayso.trace/1", reports=(), copies=(), families=(), cites=(), quotations=(), claims=claims, figures=(),
        dropped_caveats=(), corrections=(), stories=(),
    )  # fmt: skip
    return Told(trace, {each.report.id: each for each in readings})


def test_the_central_claim_is_the_one_that_most_reports_lead_with() -> None:
    first, second = _told(ONE, TWO, THREE).claims()
    assert (first.claim.gist, first.leading, first.reports) == (DAM, 2, 2)
    assert (second.claim.gist, second.leading, second.reports) == (ROAD, 0, 3)


def test_a_claim_tells_through_whom_it_came_and_what_reports_doubt() -> None:
    relayed = dataclasses.replace(
        ONE.statements[0], via=(Hop("The Lantern", None, ()),), act="warn",
        standing=(Standing("unverified", None, Span(0, 3)), Standing("denied", None, Span(0, 3))),
    )  # fmt: skip
    one = dataclasses.replace(ONE, statements=(relayed, ONE.statements[1]))
    claim = _told(one, TWO, THREE).claims()[0]
    assert claim.through == (("The Lantern", 1),)
    assert set(claim.acts) == {"warn", "say"}
    assert [(status, quote.words) for status, quote in claim.doubts] == [("unverified", "Ada")]


def test_marks_of_a_list_are_no_part_of_a_name() -> None:
    claim = _told(ONE, TWO, THREE).claims()[0]
    named = dataclasses.replace(claim.claim, originators=("Donors", "• Donors", "–", "Bo-Lind"))
    assert dataclasses.replace(claim, claim=named).originators == ("Donors", "–", "Bo-Lind")


def test_a_source_without_a_name_is_shown_by_the_words_that_name_it() -> None:
    bare = dataclasses.replace(ONE.statements[0].source, name=None, title=None, type="anonymous")
    one = dataclasses.replace(ONE, statements=(dataclasses.replace(ONE.statements[0], source=bare), ONE.statements[1]))
    assert _told(one, TWO, THREE).claims()[0].said[0].who == "Ada Holt"
    gone = dataclasses.replace(bare, mention=None)
    one = dataclasses.replace(ONE, statements=(dataclasses.replace(ONE.statements[0], source=gone), ONE.statements[1]))
    assert _told(one, TWO, THREE).claims()[0].said[0].who == "source not known"


def test_both_sides_of_the_first_dispute_have_columns_of_their_own() -> None:
    """However many others there are who deny more."""
    busy = [
        _report(f"busy{n}", (f"Sayer {n}", f"claim {n} holds"), (f"Denier {n}", f"claim {n} is wrong"))
        for n in range(8)
    ]
    readings = {each.report.id: each for each in (ONE, TWO, THREE, *busy)}
    claims = [_claim("c0", DAM, [_at(ONE, "s1"), _at(TWO, "s1")], "denied", [_at(THREE, "s3")])]
    claims += [
        _claim(f"c{n + 1}", "claim", [_at(each, "s1")], "denied", [_at(each, "s2")]) for n, each in enumerate(busy)
    ]
    empty = dict.fromkeys(("reports", "copies", "families", "cites", "quotations", "figures", "dropped_caveats",
                           "corrections", "stories"), ())  # fmt: skip
    told = Told(Trace("sayso.trace/1", claims=tuple(claims), **empty), readings)  # type: ignore[arg-type]
    made = disputes(told.claims())
    row, cells = made.rows[0]
    assert row.claim.gist == DAM
    by = dict(zip(made.sources, cells, strict=True))
    assert [q.who for q in by["Em Orr"].denied] == ["Em Orr"]
    assert any(by[name].said for name in ("Ada Holt", "Cy Marsh") if name in by)
    assert made.sources[-1] == OTHERS
    for claim, cells in made.rows:
        assert {q.href for cell in cells for q in cell.said} == {q.href for q in claim.said}
        assert {q.href for cell in cells for q in cell.denied} == {q.href for q in claim.denied}


def _quotation(*changes: tuple[int, int, str]) -> Quotation:
    """Versions in reports "r0", "r1", … in the order of their distance from the origin."""
    span = Span(0, 9)
    made = [QuotationChange(Location(f"r{a}", span), Location(f"r{b}", span), kind, ()) for a, b, kind in changes]  # type: ignore[arg-type]
    return Quotation("q1", None, tuple(StatementAt(f"r{n}", "s1", span) for n in range(5)), tuple(made))


def _pairs(quotation: Quotation, original: dict[str, str]) -> list[tuple[str, str]]:
    return [(change.a.report, change.b.report) for change in telling(quotation, original)]


def test_an_altered_version_stands_beside_what_it_was_copied_from() -> None:
    quotation = _quotation((0, 1, "same"), (0, 2, "substitution"), (1, 2, "substitution"))
    assert _pairs(quotation, {"r2": "r1"}) == [("r1", "r2")]
    assert _pairs(quotation, {}) == [("r0", "r2")]


def test_a_version_that_agrees_with_an_earlier_one_is_not_called_altered() -> None:
    quotation = _quotation((0, 1, "substitution"), (0, 2, "harmless"), (1, 2, "substitution"))
    assert _pairs(quotation, {}) == [("r0", "r1")]


def test_the_only_pair_is_always_shown() -> None:
    """Whoever agrees with whom: what differs from everything that it is set beside must not be lost."""
    assert _pairs(_quotation((0, 2, "reversal"), (1, 2, "same")), {}) == [("r0", "r2")]
    assert _pairs(_quotation((3, 4, "omission")), {}) == [("r3", "r4")]
