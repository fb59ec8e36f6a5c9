"""A statement added by hand: the form's fields, and from what was typed to what the ledger keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import SettingsError
from sayso.types import Report, Source
from sayso.web.quoting import near, spans_of

#: Fields of the form; those of words carry with them where these were selected, under ``at.`` and their name.
WORDS = ("content", "mention", "cue")
FIELDS = (*WORDS, "name", "type", "title", "act")


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed, by field; ``wrong`` tells what cannot be done with a field."""

    values: Mapping[str, str]
    wrong: Mapping[str, str]


EMPTY = Typed(dict.fromkeys((*FIELDS, *(f"at.{name}" for name in WORDS)), ""), {})


def statement(given: Mapping[str, str], report: Report, sources: tuple[Source, ...]) -> tuple[dict[str, Any], Typed]:
    """The statement as JSON value (see ``sayso.ledger.added``) and the form as it was typed; nothing is to be kept
    where anything in it is ``wrong``.
    """
    values = {name: " ".join(given.get(name, "").split()) for name in EMPTY.values}
    wrong: dict[str, str] = {}
    spans: dict[str, Any] = {}
    begin = _around(values["at.content"], 0)
    for name in WORDS:
        try:
            around = _around(values[f"at.{name}"], begin)
            found = near if name == "mention" else spans_of
            spans[name] = found(values[name], report.text, around) if values[name] else ()
        except SettingsError as error:
            wrong[name] = f"{error.input} {error.message}. {error.remedy}"
            continue
        if name == "content" and spans[name]:
            begin = spans[name][0].begin
    if not values["content"]:
        wrong["content"] = "What was said is missing. Copy the words from the text as they stand"
    name_ = values["name"] or None
    source = {
        "name": name_,
        "type": values["type"] or _type(name_, sources),
        "title": values["title"] or None,
        "mention": spans.get("mention") or None,
    }
    made = {"content": spans.get("content"), "cue": spans.get("cue"), "source": source, "act": values["act"] or "say"}
    return made, Typed(values, wrong)


def _around(place: str, otherwise: int) -> int:
    return int(place) if place.isdecimal() and len(place) < 10 else otherwise


def _type(name: str | None, sources: tuple[Source, ...]) -> str:
    """As the report's own source of this name; a person where it has none."""
    known = next((source.type for source in sources if name and source.name == name), None)
    return known or ("person" if name else "unnamed-person")
