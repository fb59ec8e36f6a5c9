"""What is typed into the forms of correction becomes the values of the fields, and nothing else changes."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from sayso.types import Amount, Channel, DateRange, Hop, Place, Span, Standing, Statement
from sayso.web.correcting import Change, changes, of_report, of_source, of_statement, place_of
from tests.ledger.story import FERRY

from .reports import DAM

TEXT = DAM.report.text


def at(words: str) -> Span:
    begin = TEXT.index(words)
    return Span(begin, begin + len(words))


def full() -> Statement:
    """A statement with every field filled."""
    return dataclasses.replace(
        DAM.statements[5],
        via=(Hop("The Lantern", at("The Lantern"), (at("reported"),)),),
        channel=Channel("interview", at("said repairs")),
        standing=(Standing("denied", "s4", at("denied")),),
        where=Place("Tarn", "XX", 1.5, 2.5, at("The ministry")),
        dates=(DateRange("2031-06-02", "2031-06-03", at("on Monday")),),
        amounts=(Amount(4e6, None, None, False, "crowns", at("4 million crowns")),),
        places=(Place("Tarn", "XX", 1.5, 2.5, at("The ministry")),),
        about=("s2",),
        parent="s1",
    )


def form(statement: Statement, **typed: list[str]) -> tuple[list[Change], dict[str, str | None]]:
    """The form as the page shows it, with these inputs typed over."""
    fields = of_statement(statement, statement, TEXT)
    values: dict[str, list[str]] = {}
    for field in fields:
        for number, column in enumerate(field.entry.columns):
            values[f"{field.name}.{column.name}"] = [row[number] for row in field.spare]
    values |= {name.replace("__", "."): value for name, value in typed.items()}
    made, after = changes(fields, lambda name: values.get(name, []), statement, TEXT, place_of(statement))
    return made, {field.name: field.wrong for field in after if field.wrong}


@pytest.mark.parametrize("statement", [*DAM.statements, full()], ids=lambda s: f"{s.id} {s.parent}")
def test_a_form_sent_as_it_was_shown_changes_nothing(statement: Statement) -> None:
    assert form(statement) == ([], {})


CASES: list[tuple[dict[str, list[str]], str, Any]] = [
    ({"act__value": ["deny"]}, "act", "deny"),
    ({"negated__value": ["yes"]}, "negated", True),
    ({"source.name__value": ["  Tove  M. Aske "]}, "source.name", "Tove M. Aske"),
    ({"source.title__value": [""]}, "source.title", None),
    ({"source.mention__value": [""]}, "source.mention", None),
    ({"cue__value": ["said"]}, "cue", [[at("said repairs").begin, at("said repairs").begin + 4]]),
    ({"extent__value": ["The ministry denied that anyone was ignored."]}, "extent",
     list(at("The ministry denied that anyone was ignored."))),
    ({"content__value": ["repairs would … 4 million crowns"]}, "content",
     [list(at("repairs would")), list(at("4 million crowns"))]),
    ({"standing__status": ["", ""], "standing__by": ["", ""], "standing__span": ["", ""]}, "standing", []),
    ({"standing__status": ["denied", "unverified"], "standing__by": ["s4", ""],
      "standing__span": ["denied", "could not be verified"]}, "standing",
     [{"status": "denied", "by": "s4", "span": list(at("denied"))},
      {"status": "unverified", "by": None, "span": list(at("could not be verified"))}]),
    ({"when__start": ["2031-06-01"], "when__end": ["2 June 2031"], "when__span": ["on Monday"]}, "when",
     {"start": "2031-06-01", "end": "2031-06-02", "span": list(at("on Monday"))}),
    ({"channel__kind": [""], "channel__span": [""]}, "channel", None),
    ({"where__country": ["YY"]}, "where",
     {"name": "Tarn", "country": "YY", "latitude": 1.5, "longitude": 2.5, "span": list(at("The ministry"))}),
    ({"where__name": ["Lorn"]}, "where",
     {"name": "Lorn", "country": "XX", "latitude": None, "longitude": None, "span": list(at("The ministry"))}),
    ({"amounts__value": ["4,500,000", ""]}, "amounts",
     [{"value": 4.5e6, "low": None, "high": None, "approximate": False, "unit": "crowns",
       "span": list(at("4 million crowns"))}]),
    ({"via__name": [""], "via__mention": [""], "via__cue": [""]}, "via", []),
    ({"about__value": ["s2, s3"]}, "about", ["s2", "s3"]),
    ({"parent__value": [""]}, "parent", None),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "field", "value"), CASES, ids=lambda v: v if isinstance(v, str) else "")
def test_what_is_typed_becomes_a_value(typed: dict[str, list[str]], field: str, value: Any) -> None:
    made, wrong = form(full(), **typed)
    assert wrong == {}
    assert made == [Change(field, value)]


@pytest.mark.parametrize(
    ("typed", "field", "told"),
    [
        ({"content__value": ["never said"]}, "content", "are no words of this report"),
        ({"standing__span": ["", ""]}, "standing", "is missing"),
        ({"extent__value": [""]}, "extent", "is missing"),
        ({"when__start": ["some day"]}, "when", "is no date"),
        ({"amounts__value": ["many", ""]}, "amounts", "is no number"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(typed: dict[str, list[str]], field: str, told: str) -> None:
    made, wrong = form(full(), **typed)
    assert made == []
    assert told in str(wrong[field])


def test_words_are_found_over_the_end_of_a_line_and_nearest_to_the_statement() -> None:
    statement = dataclasses.replace(DAM.statements[0], extent=Span(len(TEXT) - 5, len(TEXT)))
    made, _ = form(statement, content__value=["verified. Minister Tove Aske"])
    (span,) = made[0].value
    assert TEXT[slice(*span)] == "verified.\n\nMinister Tove Aske"


def test_sources_and_reports_have_forms_too() -> None:
    source = FERRY.sources[0]
    fields = of_source(source, source, FERRY.report.text)
    typed = {"name.value": ["Somebody else"], "type.value": [source.type]}
    made, _ = changes(fields, lambda name: typed.get(name, []), source, FERRY.report.text, place_of(source))
    assert made == [Change("name", "Somebody else")]
    fields = of_report(FERRY.report, FERRY.report)
    typed = {"published.value": ["31 May 2031"], "outlet.value": [""]}
    made, _ = changes(fields, lambda name: typed.get(name, []), FERRY.report, FERRY.report.text, 0)
    assert made == [Change("outlet", None), Change("published", "2031-05-31")]
