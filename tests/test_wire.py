"""The JSON of a reading: the contract's keys in the contract's order, and nothing lost on the way there and back."""

from __future__ import annotations

import dataclasses
import json

import jsonschema
import msgspec
import pytest

from sayso import wire
from tests.readings import reading


def test_there_and_back() -> None:
    assert wire.from_json(wire.to_json(reading(), explain=True)) == reading()
    assert wire.from_json(wire.to_json(reading())) == dataclasses.replace(reading(), derivations=())


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
        wire.from_json(json.dumps(value))


def test_schema_describes_what_is_written() -> None:
    schema = wire.json_schema()
    value = json.loads(wire.to_json(reading(), explain=True))
    jsonschema.validate(value, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(value | {"schema": "sayso.reading/2"}, schema)
