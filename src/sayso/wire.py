"""Readings to JSON and back, exactly as the contract has it, and the JSON Schema of that form."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.types import Reading

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Reading)


def to_dict(reading: Reading, *, explain: bool = False) -> dict[str, Any]:
    """The ``sayso.reading/1`` object as plain Python values; ``explain`` keeps the derivations."""
    value: dict[str, Any] = msgspec.to_builtins(reading)
    if not explain:
        del value["derivations"]
    return value


def to_json(reading: Reading, *, explain: bool = False) -> bytes:
    """One line of UTF-8 JSON without a line end."""
    return _encoder.encode(to_dict(reading, explain=explain))


def encode(value: object) -> bytes:
    """Any part of a reading (a statement, a source) as JSON."""
    return _encoder.encode(value)


def from_json(line: bytes | str) -> Reading:
    """Inverse of :func:`to_json`.

    Raises:
        msgspec.ValidationError: not a ``sayso.reading/1`` object.
    """
    return _decoder.decode(line)


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of ``sayso.reading/1``."""
    return msgspec.json.schema(Reading)
