"""Golden outputs of the shipped models on the example story: ``python -m tests.golden.make`` writes them anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sayso import pipeline
from sayso.report import Draft, compose, open_drafts
from sayso.settings import FAST, MODEL
from sayso.tagger import load

HERE = Path(__file__).resolve().parent
STORY = HERE.parent.parent / "examples" / "story.jsonl"


def outputs(model: str, threads: int = 1) -> dict[str, list[dict[str, Any]]]:
    """By report: the spans of each attribution, without scores, which differ in the last digits between processors."""
    tagger, out = load(model, threads), {}
    for draft in open_drafts(STORY):
        assert isinstance(draft, Draft)
        report, _ = compose(draft)
        units, headline = pipeline.units(report)
        out[str(report.external_id)] = [
            {"source": a.source, "cue": a.cue, "content": a.content, "how": a.how}
            for a in tagger.tag(report.text, units, headline=headline)
        ]
    return json.loads(json.dumps(out))  # type: ignore[no-any-return]


if __name__ == "__main__":
    for name in (MODEL, FAST):
        text = json.dumps(outputs(name), indent=None, separators=(",", ":"))
        text = text.replace("},{", "},\n{").replace('],"', '],\n"')
        (HERE / f"{name}.json").write_text(text + "\n", encoding="utf-8")
