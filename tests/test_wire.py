"""The JSON of a reading: the contract's keys in the contract's order, and nothing lost on the way there and back."""

from __future__ import annotations

import dataclasses
import json

import jsonschema
import msgspec
import pytest

from sayso import wire
from sayso.types import (
    Amount,
    Block,
    Channel,
    Credits,
    Dateline,
    DateRange,
    Derivation,
    Hop,
    Note,
    Place,
    Reading,
    ReadingInfo,
    Report,
    Source,
    SourceRef,
    Span,
    Standing,
    Statement,
    Timestamp,
)

TEXT = "TARN (Meridian) – “We stay,” Orlo told Kestrel on Friday, of 20 ships off Tarn, which Vera denied."


def reading() -> Reading:
    at = Span(0, 4)
    statement = Statement(
        "s1", None, Span(0, 20), (Span(18, 28),), (at,), "direct", "explicit",
        SourceRef("p1", at, "Orlo", "person", None, None), (Hop("Kestrel", at, (at,)),), Channel("interview", at),
        "say", False, "certain", ("s1",), (Standing("denied", "s1", at),), DateRange("2025-10-03", "2025-10-03", at),
        Place("Tarn", None, None, None, at), (DateRange(None, None, at),), (Amount(20.0, None, None, False, "ship", at),),
        (Place("Tarn", "AR", 1.5, 2.5, at),), 0.9, ("title",),
    )  # fmt: skip
    report = Report(
        "sha256:r", "t", None, TEXT, None, "Quillan", "Meridian", "en", "news", "Ships", ("Deck",), ("A B",),
        Timestamp("2025-10-03", "day"), None, Dateline(("TARN",), "Meridian", None, Span(0, 17)), Credits(("A B",)),
        (Block("paragraph", Span(0, len(TEXT))),), (Note("doubled-word", None, "twice"),),
    )  # fmt: skip
    source = Source("p1", "Orlo", "person", "named", None, None, None, None, (at,))
    info = ReadingInfo("sha256:x", "sayso 0.1.0", "attribution_v1", "2025-10-03T00:00:00Z")
    because = (Derivation("s1", "act", "cue", at),)
    return Reading("sayso.reading/1", "story.txt", info, report, (source,), (statement,), because)


def test_there_and_back() -> None:
    assert wire.from_json(wire.to_json(reading(), explain=True)) == reading()
    assert wire.from_dict(wire.to_dict(reading())) == dataclasses.replace(reading(), derivations=())


def test_keys_are_those_of_the_contract() -> None:
    value = json.loads(wire.to_json(reading()))
    assert list(value) == ["schema", "input", "reading", "report", "sources", "statements"]
    assert list(value["statements"][0]) == [
        "id", "parent", "extent", "content", "cue", "kind", "how", "source", "via", "channel", "act", "negated",
        "firmness", "about", "standing", "when", "where", "dates", "amounts", "places", "confidence", "abstained",
    ]  # fmt: skip
    assert value["statements"][0]["content"] == [[18, 28]]
    assert value["report"]["dateline"]["span"] == [0, 17]


@pytest.mark.parametrize(("key", "bad"), [("kind", "sung"), ("confidence", "high"), ("content", [[1]])])
def test_what_does_not_fit_is_refused(key: str, bad: object) -> None:
    value = wire.to_dict(reading())
    value["statements"][0][key] = bad
    with pytest.raises(msgspec.ValidationError):
        wire.from_dict(value)


def test_schema_describes_what_is_written() -> None:
    schema = wire.json_schema()
    value = json.loads(wire.to_json(reading(), explain=True))
    jsonschema.validate(value, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value | {"schema": "sayso.reading/2"}, schema)
