"""Annotations kept as offsets: placed from drafts, read back with the text they count in."""

from __future__ import annotations

import json
import lzma
from pathlib import Path
from typing import Any

import pytest

from sayso.types import ACTS
from training.annotations.place import DraftError, place
from training.data import act_rows, allsides_text, further

ROOT = Path(__file__).parents[2]
ANNOTATIONS = ROOT / "training" / "annotations" / "further.jsonl"
ACTS_ALONE = ROOT / "training" / "annotations" / "acts"
ALLSIDES = ROOT.parent / "shared" / "data" / "news" / "allsides.jsonl.xz"

ROW = {
    "id": "q1",
    "title": "Mayor warns of floods ",
    "text": "“The dam will hold,” said Ada Brehm, the mayor of Sillmark. “We checked.”\n\n"
    "The Courier said she said it twice.",
}


def draft(**changed: Any) -> dict[str, Any]:
    statement = {
        "id": "1",
        "p": 1,
        "content": ["“The dam will hold,”", "“We checked.”"],
        "source": "Ada Brehm",
        "cue": "said",
        "who": "mayor",
        "kind": "direct",
        "act": "promise",
    }
    nested = {"id": "2", "p": 2, "content": "it twice", "source": "⟨she⟩ said", "cue": "she ⟨said⟩", "who": "mayor"}
    who = {"mayor": {"name": "Ada Brehm", "title": "mayor of Sillmark"}}
    return {"id": "q1", "who": who, "statements": [statement | changed, nested | {"via": ["The Courier"]}]}


def test_what_a_draft_quotes_is_placed_and_read_back(tmp_path: Path) -> None:
    corpus, kept = tmp_path / "news.jsonl.xz", tmp_path / "further.jsonl"
    corpus.write_bytes(lzma.compress(json.dumps(ROW).encode()))
    kept.write_text(json.dumps(place(draft(content="“The dam will hold,”"), allsides_text(ROW))))
    [report] = further(kept, corpus)
    first, second = report.attributions

    def words(*spans: Any) -> list[str]:
        return [report.text[s.begin : s.end] for s in spans]

    assert words(*first.content, first.source, *first.cue, first.title) == [
        "“The dam will hold,”",
        "Ada Brehm",
        "said",
        "mayor of Sillmark",
    ]
    assert words(second.source, *second.cue, *second.content) == ["she", "said", "it twice"]
    assert second.cue[0].begin > report.text.index("she"), "the marked word, not the nearer-looking first one"
    assert (first.labels["act"], second.labels["via"], report.corpus) == ("promise", "some", "sourcing")
    assert words(*report.units)[0] == "Mayor warns of floods"


def test_annotations_of_another_text_are_refused(tmp_path: Path) -> None:
    corpus, kept = tmp_path / "news.jsonl.xz", tmp_path / "further.jsonl"
    corpus.write_bytes(lzma.compress(json.dumps(ROW | {"text": "Something else."}).encode()))
    kept.write_text(json.dumps(place(draft(content="“The dam will hold,”"), allsides_text(ROW))))
    with pytest.raises(ValueError, match="q1"):
        further(kept, corpus)


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"content": "The dam will burst"}, "not in the report"),
        ({"content": ["“We checked.”", "“The dam will hold,”"]}, "not in the report from"),
        ({"content": "floods", "p": 0}, "direct, but without"),
        ({"content": "“The dam will hold,”", "kind": "indirect"}, "indirect, but with"),
        ({"act": "mutter"}, "none of"),
        ({"about": "7"}, "no statement"),
        ({"when": "Friday"}, "Friday"),
        ({"sauce": "Ada Brehm"}, "unknown keys"),
        ({"who": "nobody"}, "nobody"),
        ({"p": 9}, "statement 1"),
    ],
)
def test_a_draft_that_does_not_fit_is_refused(changed: dict[str, Any], message: str) -> None:
    with pytest.raises(DraftError, match=message):
        place(draft(**{"content": "“The dam will hold,”"} | changed), allsides_text(ROW))


@pytest.mark.skipif(not ALLSIDES.exists(), reason="the news corpus is not on this machine")
def test_the_kept_annotations_fit_their_corpus() -> None:
    reports = further(ANNOTATIONS, ALLSIDES)
    assert len({r.id for r in reports}) == len(reports) > 20
    for report in reports:
        assert len(report.attributions) > 5, report.id
        for a in report.attributions:
            assert a.labels["act"] in ACTS
            for span in (*a.content, *a.cue, a.source, a.title, a.why):
                assert span is None or report.text[span.begin : span.end].strip() == report.text[span.begin : span.end]
                assert span is None or 0 <= span.begin < span.end <= len(report.text)


@pytest.mark.skipif(not ALLSIDES.exists(), reason="the news corpus is not on this machine")
def test_acts_annotated_alone_fit_their_corpus() -> None:
    rows = act_rows(ACTS_ALONE, ALLSIDES)
    assert len({row["id"] for row in rows}) == len(rows) > 1000
    for row in rows:
        for s in row["statements"]:
            assert s["act"] in ACTS
            for begin, end in (*s["content"], *s["cue"], *filter(None, [s["mention"]])):
                assert row["text"][begin:end].strip() == row["text"][begin:end]
                assert 0 <= begin < end <= len(row["text"])
