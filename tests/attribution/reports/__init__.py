"""Short reports with the sources, relays and dates that a careful reader gives them; see ``first.toml`` and
``second.toml``."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.attribution.statements import attribute
from sayso.grounding.dates import anchor_of
from sayso.report import compose, open_drafts
from sayso.tagger.spans import Attribution
from sayso.types import Report, Span, Statement

HERE = Path(__file__).parent
FIELDS = ("name", "type", "title", "why", "via", "when")


def cases(*files: str) -> list[dict[str, Any]]:
    """The reports of these files, or of all: ``text``, ``statements`` and what is known of the page."""
    paths = [HERE / f"{file}.toml" for file in files] or sorted(HERE.glob("*.toml"))
    return [report for path in paths for report in tomllib.loads(path.read_text(encoding="utf-8"))["report"]]


def opened(case: dict[str, Any]) -> Report:
    head, _, body = case["text"].strip().partition("\n\n")
    row = {"headline": head, "text": body, "outlet": case.get("outlet"), "published": case.get("published")}
    (draft,) = open_drafts(json.dumps(row).encode())
    assert not isinstance(draft, Exception)
    return compose(draft)[0]


def place(text: str, words: str, near: Span) -> Span:
    """The occurrence of the words nearest to a span, in its sentence where they stand there."""
    found = [Span(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at)]
    assert found, words

    def away(at: Span) -> tuple[bool, int]:
        between = text[min(at.end, near.end) : max(at.begin, near.begin)]
        return ". " in between, max(at.begin - near.end, near.begin - at.end)

    return min(found, key=away)


def attribution(text: str, given: dict[str, Any]) -> Attribution:
    """The spans of one statement."""
    begin = text.index(given["content"])
    content = Span(begin, begin + len(given["content"]))
    cue = place(text, given["cue"], content) if given.get("cue") else None
    source = place(text, given["source"], cue or content) if given.get("source") else None
    return Attribution(source, (cue,) if cue else (), (content,), given.get("how", "explicit"))


def _as_given(statements: Sequence[Statement], *_: Any) -> Sequence[Statement]:
    return statements


def made(case: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Statement]]:
    """What is expected of each statement, and what is made of it when its spans are given."""
    report = opened(case)
    given = [(attribution(report.text, one), one) for one in case["statements"]]
    statements = attribute(report, [a for a, _ in given], anchor_of(report)[0], _as_given, _as_given).statements
    for a, one in given:
        same = [s for s in statements if _same(s, a)]
        assert len(same) == 1, (one["content"], len(same))
        yield one, same[0]


def _same(statement: Statement, given: Attribution) -> bool:
    """Of the same content and, where several have that, of the same cue."""
    near = statement.content[0].overlaps(given.content[0])
    return near and (statement.cue == given.cue or (not given.cue and statement.content == given.content))


def value(statement: Statement, field: str) -> Any:
    if field == "via":
        return [hop.name for hop in statement.via]
    if field == "when":
        return statement.when.start if statement.when else None
    return getattr(statement.source, field)


def holds(expected: Any, found: Any) -> bool:
    """A list of words gives several right answers, an empty word none; articles do not count."""
    if isinstance(expected, list) and (not expected or isinstance(found, list)):
        return isinstance(found, list) and [_bare(x) for x in expected] == [_bare(x) for x in found]
    if isinstance(expected, list):
        return any(holds(one, found) for one in expected)
    return _bare(found or "") == _bare(expected)


def _bare(words: str) -> str:
    low = words.lower().replace("’", "'")
    return low[4:] if low.startswith("the ") else low
