"""Annotated reports in one form, whatever corpus they come from."""

from __future__ import annotations

import hashlib
import json
import lzma
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.types import Span

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class GoldAttribution:
    """Spans of one annotated attribution and, where the corpus has them, its class labels by name."""

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    title: Span | None
    why: Span | None
    labels: dict[str, str]


@dataclass(frozen=True, slots=True)
class GoldReport:
    id: str
    corpus: str  # "sourcing" or "polnear"
    text: str
    units: tuple[Span, ...]
    attributions: tuple[GoldAttribution, ...]
    hand: str = ""  # which of the further annotations it comes from; "" for those of the corpus itself


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _spans(value: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(b, e) for b, e in sorted(value))


def _nearest(text: str, words: str | None, near: int) -> Span | None:
    """The occurrence of ``words`` that lies nearest to ``near``; the corpus gives titles and reasons as words only."""
    if not words:
        return None
    best, at = None, text.find(words)
    while at >= 0:
        if best is None or abs(at - near) < abs(best - near):
            best = at
        at = text.find(words, at + 1)
    return None if best is None else Span(best, best + len(words))


def _labels(statement: dict[str, Any]) -> dict[str, str]:
    labels = {key: statement[key] for key in ("act", "firmness", "how")}
    return labels | {"type": statement["source"]["type"], "via": "some" if statement["via"] else "none"}


def sourcing(path: Path) -> list[GoldReport]:
    """Reports annotated by the project's own guide."""
    reports = []
    for row in _rows(path):
        text, found = row["text"], []
        for s in row["statements"]:
            source = s["source"]
            content = _spans(s["content"])
            near = source["mention"][0] if source["mention"] else content[0].begin
            found.append(
                GoldAttribution(
                    Span(*source["mention"]) if source["mention"] else None,
                    _spans(s["cue"]),
                    content,
                    _nearest(text, source["title"], near),
                    _nearest(text, source["why"], near),
                    _labels(s),
                )
            )
        units = tuple(Span(b, e) for b, e in row["paragraphs"])
        reports.append(GoldReport(row["id"], "sourcing", text, units, tuple(found)))
    return reports


def read_allsides(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of the news corpus, one report each."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def each_once(path: Path, wanted: Callable[[dict[str, Any]], bool] = lambda _: True) -> Iterator[dict[str, Any]]:
    """The ``wanted`` reports of the news corpus, of 1,200 to 8,000 characters, each text once."""
    seen = set()
    for row in read_allsides(path):
        begin = row["text"][:200]
        if 1200 <= len(row["text"]) <= 8000 and wanted(row) and begin not in seen:
            seen.add(begin)
            yield row


def held(row: dict[str, Any]) -> bool:
    """Whether a report is of the one in ten that most fits hold out."""
    return hashlib.sha256(f"figures {row['id']}".encode()).digest()[0] < 26


def ids(path: str | Path) -> set[str]:
    """Ids of reports to leave out, as a file has them with blanks or line breaks between them."""
    return set(Path(path).read_text("utf-8").split())


def allsides_text(row: dict[str, Any]) -> str:
    """Title, blank line, body: what offsets into a report of the news corpus count from."""
    return f"{row['title'].strip()}\n\n{row['text'].strip()}"


def _annotated(annotations: Path, allsides: Path) -> Iterator[tuple[dict[str, Any], dict[str, Any], str, str]]:
    """The annotations of a file, or of a folder's files, each with its row of the news corpus, its text and the name of
    its file.

    Raises ValueError where the corpus lacks a report or has another text of it than the one annotated.
    """
    paths = sorted(annotations.glob("*.jsonl")) if annotations.is_dir() else [annotations]
    rows = {row["id"]: row | {"hand": path.stem} for path in paths for row in _rows(path)}
    known = {row["id"]: row for row in read_allsides(allsides) if row["id"] in rows}
    for key, row in rows.items():
        text = allsides_text(known[key]) if key in known else ""
        if hashlib.sha256(text.encode()).hexdigest() != row["text_sha256"]:
            raise ValueError(f"{allsides}: report {key} is missing or not the text that was annotated")
        yield row, known[key], text, row.pop("hand")


def further(annotations: Path, allsides: Path) -> list[GoldReport]:
    """Reports annotated like :func:`sourcing`, kept as offsets and labels in a file, or in the files of a folder; their
    text comes from the news corpus.

    Raises ValueError where the corpus lacks a report or has another text of it than the one annotated.
    """
    reports = []
    for row, _, text, hand in _annotated(annotations, allsides):
        found = []
        for s in row["statements"]:
            source = s["source"]
            title, why = (Span(*source[k]) if source[k] else None for k in ("title", "why"))
            mention = Span(*source["mention"]) if source["mention"] else None
            found.append(GoldAttribution(mention, _spans(s["cue"]), _spans(s["content"]), title, why, _labels(s)))
        reports.append(GoldReport(row["id"], "sourcing", text, paragraphs(text), tuple(found), hand))
    return reports


def act_rows(folder: Path, allsides: Path) -> list[dict[str, Any]]:
    """Reports of which some statements, as a tagger found them, have their act annotated and nothing else, as rows.

    A statement has the spans ``mention`` (None: no source), ``cue`` and ``content``, its ``act`` and its ``hand``.

    Raises ValueError as :func:`further` does.
    """
    out = []
    for row, article, text, hand in _annotated(folder, allsides):
        told = [
            {"mention": s["source"], "hand": f"acts {hand} {s['hand']}"} | {k: s[k] for k in ("cue", "content", "act")}
            for s in row["statements"]
        ]
        out.append({"id": row["id"], "text": text, "statements": told, "publisher": article.get("publisher")})
    return out


def nature_rows(folder: Path, allsides: Path) -> list[dict[str, Any]]:
    """Reports of which some statements of unnamed sources, as a tagger found them, are judged: each with the spans of
    its ``content``, its ``nature`` and whether an editor would have been glad to be ``asked`` about it.

    Raises ValueError as :func:`further` does.
    """
    return [
        {"id": row["id"], "text": text, "published": article.get("date"), "statements": row["statements"]}
        for row, article, text, _ in _annotated(folder, allsides)
    ]


def further_rows(annotations: Path, allsides: Path) -> list[dict[str, Any]]:
    """The reports of :func:`further` as the rows of the annotated corpus: with text, names and reasons in words;
    and ``hand``, the file that each statement is from.

    Raises ValueError where the corpus lacks a report or has another text of it than the one annotated.
    """
    out = []
    for row, article, text, hand in _annotated(annotations, allsides):
        page = {name: article.get(name) or None for name in ("publisher", "date", "url")}
        if not _DAY.match(page["date"] or ""):  # some are "8/11/18", of which nobody knows the month
            page["date"] = None
        statements = [_in_words(statement, text) | {"hand": hand} for statement in row["statements"]]
        spans = [[span.begin, span.end] for span in paragraphs(text)]
        out.append({"id": row["id"], "text": text, "paragraphs": spans, "statements": statements, **page})
    return out


def _in_words(statement: dict[str, Any], text: str) -> dict[str, Any]:
    def words(value: Any) -> Any:
        return text[value[0] : value[1]] if isinstance(value, list) else value

    source = statement["source"]
    source = source | {key: words(source[key]) for key in ("name", "title", "why")}
    return statement | {"source": source, "via": [words(name) for name in statement["via"]]}


def paragraphs(text: str) -> tuple[Span, ...]:
    """Spans of the stretches between line breaks, without surrounding whitespace."""
    out, at = [], 0
    for line in text.split("\n"):
        lead = len(line) - len(line.lstrip())
        body = line.strip()
        if body:
            out.append(Span(at + lead, at + lead + len(body)))
        at += len(line) + 1
    return tuple(out)


def polnear(path: Path) -> list[GoldReport]:
    """Political News Attribution Relations: outermost attributions only."""
    reports = []
    for row in _rows(path):
        found = []
        for a in row["attributions"]:
            source = _spans(a["source"])
            content = _spans(a["content"])
            if content:
                whole = Span(source[0].begin, source[-1].end) if source else None
                found.append(GoldAttribution(whole, _spans(a["cue"]), content, None, None, {}))
        reports.append(GoldReport(row["id"], "polnear", row["text"], paragraphs(row["text"]), tuple(found)))
    return reports
