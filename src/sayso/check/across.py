"""What a ledger's other reports say, as far as the rules across reports need it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sayso.errors import InputError
from sayso.quoted import quoted, shortened
from sayso.sentences import sentences
from sayso.types import Reading, Span

_HEADLINE, _WORDS = 60, 200  # characters shown


@dataclass(frozen=True, slots=True)
class Across:
    """A ``sayso.trace/1`` object (or ``sayso.comparison/1``) in which ``report`` takes part, where it is ``listed``.

    ``texts`` are those of the reports by id, where they are at hand: a trace alone has none.
    """

    report: str
    trace: Mapping[str, Any]
    texts: Mapping[str, str] = field(default_factory=dict)
    listed: bool = True

    def of(self, key: str) -> Sequence[Mapping[str, Any]]:
        """The list under ``key`` of the trace, empty where the trace has none."""
        value: Sequence[Mapping[str, Any]] = self.trace.get(key, ())
        return value

    def name(self, report: str) -> str:
        """What to call another report: its outlet, else its headline, else its URL, else the beginning of its id."""
        for each in self.of("reports"):
            if each["id"] == report:
                headline = quoted(shortened(each["headline"], _HEADLINE)) if each.get("headline") else None
                found = each.get("outlet") or headline or each.get("url") or each.get("external_id")
                return str(found or report.removeprefix("sha256:")[:12])
        return report

    def words(self, place: Mapping[str, Any]) -> str | None:
        """The words at a place, in marks; None where the text is not at hand."""
        text = self.texts.get(place["report"])
        begin, end = place["span"]
        return quoted(shortened(" ".join(text[begin:end].split()), _WORDS)) if text else None

    def sentence(self, place: Mapping[str, Any]) -> str | None:
        """The sentence around a place, in marks: what is denied in it may be but "this"."""
        text = self.texts.get(place["report"])
        if not text:
            return None
        begin, end = place["span"]
        until = text.find("\n", end)
        paragraph = Span(text.rfind("\n", 0, begin) + 1, until if until >= 0 else len(text))
        around = [each for each in sentences(text, paragraph) if each.begin < end and each.end > begin]
        span = [around[0].begin, around[-1].end] if around else place["span"]
        return self.words({"report": place["report"], "span": span})


def across_file(path: Path) -> Callable[[Reading], Across]:
    """For a file that ``sayso trace --json`` or ``sayso compare --json`` wrote: what it says of a reading's report.

    Raises:
        InputError: there is no such file, or it is no trace.
    """
    remedy = "Make one with: sayso trace --json"
    try:
        trace = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"the trace cannot be read ({error})", remedy) from error
    if not isinstance(trace, dict) or trace.get("schema") not in ("sayso.trace/1", "sayso.comparison/1"):
        raise InputError(str(path), "this is no trace (sayso.trace/1)", remedy)
    known = {each["id"] for each in trace.get("reports", ())}

    def of(reading: Reading) -> Across:
        listed = reading.report.id in known
        return Across(reading.report.id, trace if listed else {}, listed=listed)

    return of
