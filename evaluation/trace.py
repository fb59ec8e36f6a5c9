"""What holds across reports, scored on story sets with keys: end to end, and with the key's own statements.

    python -m evaluation.trace [--scorer ../shared/tools/score_trace.py] evaluation/stories/NAME …

Prints the scorer's figures for every story and for all together, twice: as read by the installed model, and with the
statements, speakers and originators of the key in place of those read, so that what the reader misses and what the
tracer misses stay apart. The key names the statements of its claims and quotations only.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import sayso
from evaluation.corpora import SHARED, script
from sayso.errors import SaysoError
from sayso.trace.types import to_json
from sayso.trace.whole import trace
from sayso.types import Disclosure, Reading, Source, SourceRef, SourceType, Span, Statement

Scorer = Callable[[str, dict[str, Any], dict[str, float]], None]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", type=Path)
    parser.add_argument("--scorer", type=Path, default=SHARED / "tools" / "score_trace.py")
    given = parser.parse_args()
    stories = [path for path in given.stories if path.is_dir()] or sorted(
        path for path in (SHARED / "data" / "stories").iterdir() if path.is_dir()
    )
    score = scorer(given.scorer)
    for how, readings in (("read", read), ("key's statements", keyed)):
        pooled: dict[str, float] = defaultdict(float)
        for story in stories:
            own: dict[str, float] = defaultdict(float)
            made = json.loads(to_json(trace(readings(story))))
            score(str(story), made, own)
            score(str(story), made, pooled)
            print(how, story.name, json.dumps(figures(own)))
        print(how, "all", json.dumps(figures(pooled)))


def scorer(path: Path) -> Scorer:
    """The function ``score(story, trace, totals)`` of the scoring script."""
    found: Scorer = script(path).score
    return found


#: Figure: its counts in the scorer's totals.
_SHARES = {
    "cites": ("cite_hit", "cite_g"), "cites_precision": ("cite_true", "cite_p"),
    "changed_found": ("chg_hit", "chg_g"), "change_kind": ("kind_ok", "chg_g"), "false_alarm": ("false", "ok_g"),
    "claims": ("claim_hit", "claim_g"), "claims_f1": ("claim_f", "claim_g"),
    "origins_exact": ("origin_ok", "claim_g"), "origins_above_one": ("multi_ok", "multi_g"),
    "stands": ("stands_ok", "claim_g"), "caveats": ("cav_hit", "cav_g"), "caveats_precision": ("cav_true", "cav_p"),
}  # fmt: skip


def figures(totals: dict[str, float]) -> dict[str, float | None]:
    return {
        name: round(totals[part] / totals[whole], 3) if totals[whole] else None
        for name, (part, whole) in _SHARES.items()
    }


def read(story: Path) -> list[Reading]:
    """The story's reports as the installed model reads them."""
    found = []
    for result in sayso.read_all(story / "reports.jsonl"):
        if isinstance(result, SaysoError):
            raise result
        found.append(result)
    return found


def keyed(story: Path) -> list[Reading]:
    """The same with the statements of the key's claims and quotations, and its originators as sources."""
    key = json.loads((story / "truth.json").read_text(encoding="utf8"))
    said: dict[str, list[tuple[str, str, bool]]] = defaultdict(list)
    for claim in key["claims"]:
        for each in claim["statements"]:
            who = each.get("as_given") or each.get("originator") or claim["originators"][0]
            said[each["report"]].append((each["words"], who, False))
    for quotation in key["quotations"]:
        for version in quotation["versions"]:
            who = version.get("attributed_to") or quotation["speaker"]
            said[version["report"]].append((version["words"], who, True))
    return [_with_statements(reading, said[reading.report.external_id or ""]) for reading in read(story)]


def _with_statements(reading: Reading, said: Sequence[tuple[str, str, bool]]) -> Reading:
    sources: dict[str, Source] = {}
    statements: list[Statement] = []
    for words, who, direct in said:
        begin = reading.report.text.find(words)
        if begin < 0:
            continue
        source = sources.setdefault(who, _source(f"p{len(sources) + 1}", who, reading))
        statements.append(
            _statement(f"s{len(statements) + 1}", Span(begin, begin + len(words)), source, direct, reading)
        )
    return replace(reading, sources=tuple(sources.values()), statements=tuple(statements))


def _source(number: str, who: str, reading: Reading) -> Source:
    """A source of the key; type and title as the reader has them for that name, else by the key's words."""
    known = next((s for s in reading.sources if s.name and (s.name in who or who in s.name)), None)
    unnamed = "unnamed" in who or who[:1].islower()
    type_: SourceType = "anonymous" if unnamed else known.type if known else "person"
    at = reading.report.text.find(who)
    mentions = (Span(at, at + len(who)),) if at >= 0 else ()
    disclosure: Disclosure = "anonymous" if unnamed else "named"
    return Source(number, who, type_, disclosure, known.title if known else None, None, None, None, mentions)


def _statement(number: str, span: Span, source: Source, direct: bool, reading: Reading) -> Statement:
    """The chain and amounts as read there, where a statement was read."""
    near = next((s for s in reading.statements if any(span.overlaps(content) for content in s.content)), None)
    mention = near.source.mention if near else None
    ref = SourceRef(source.id, mention, source.name, source.type, source.title, None)
    return Statement(
        id=number, parent=None, extent=near.extent if near else span, content=(span,), cue=near.cue if near else (),
        kind="direct" if direct else "indirect", how="explicit", source=ref, via=near.via if near else (),
        channel=None, act=near.act if near and near.act != "deny" else "say", negated=False, firmness="certain",
        about=(), standing=(), when=None, where=None, dates=(), amounts=near.amounts if near else (), places=(),
        confidence=1.0,
    )  # fmt: skip


if __name__ == "__main__":
    main()
