"""Turn drafts of annotations, which quote the report, into offsets and labels, which hold none of its text.

    python -m training.annotations.place drafts/*.json --allsides allsides.jsonl.xz --out further.jsonl [--show]

A draft is ``{"id", "who": {key: {name, type, title}}, "statements": [...]}``, its statements in the compact form of the
annotation guide; ``"who": key`` fills in what is the same for all statements of a source. Strings are quoted from the
report: whole, as "first words … last words", or with surrounding words and the string itself between ⟨ and ⟩ where it
stands there more than once. Out comes an object a report: ``id, corpus, text_sha256, statements`` with the fields of
the annotated corpus, and spans [begin, end) also for title, why, name and relays; a name that the report nowhere has
in that form is null. The text counted in is ``training.data.allsides_text``, code points from 0.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args

from sayso import types
from training.data import allsides_text, paragraphs, read_allsides

Place = list[int]  # [begin, end)

ALLOWED = {
    "kind": (
        "indirect",
        "direct",
        "mixed",
        "block",
    ),  # block: a block quotation or post without quotation marks, direct
    "how": get_args(types.How),
    "type": get_args(types.SourceType),
    "act": types.ACTS,
    "firmness": get_args(types.Firmness),
}
DEFAULTS = {"kind": "indirect", "how": "explicit", "type": "person", "act": "say", "firmness": "certain"}
KEYS = {"id", "p", "content", "source", "cue", "name", "title", "why", "via", "about", "when", "who", *ALLOWED}
_QUOTES = "\"“”'‘’„«»"


class DraftError(ValueError):
    """A draft that quotes what the report does not say, or that breaks the guide's form."""


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what a draft quotes in one report."""

    text: str

    def all(self, quoted: str) -> list[Place]:
        """Every occurrence, as whole words; of a marked string in its surroundings, the marked part."""
        before, mark, rest = quoted.partition("⟨")
        inner, _, _ = rest.partition("⟩")
        plain = quoted.replace("⟨", "").replace("⟩", "")
        begin, end = (r"\b" if not mark and c.isalnum() else "" for c in (plain[0], plain[-1]))
        found = [m.start() for m in re.finditer(begin + re.escape(plain) + end, self.text)]
        if not found:
            raise DraftError(f"not in the report: {plain!r}")
        lead, size = (len(before), len(inner)) if mark else (0, len(plain))
        return [[at + lead, at + lead + size] for at in found]

    def after(self, quoted: str, begin: int) -> Place:
        """First occurrence at or after ``begin``, also of "first words … last words"."""
        try:
            return next(p for p in self.all(quoted) if p[0] >= begin)
        except (DraftError, StopIteration):
            first, gap, last = quoted.partition(" … ")
            if not gap:
                raise DraftError(f"not in the report from {begin} on: {quoted!r}") from None
        head = self.after(first, begin)
        return [head[0], self.after(last, head[1])[1]]

    def near(self, quoted: str, to: Place, avoid: list[Place]) -> Place:
        """The occurrence nearest to ``to``, the earlier one of two; one inside ``avoid`` only if there is no other."""
        return min(
            self.all(quoted),
            key=lambda p: (any(p[0] < e and b < p[1] for b, e in avoid), max(to[0] - p[1], p[0] - to[1], 0), p[0]),
        )

    def label(self, name: str) -> Place | None:
        """Where the report first has this name, None where it has not: no words are kept."""
        try:
            return self.all(name)[0]
        except DraftError:
            return None


def check_labels(given: Mapping[str, Any]) -> None:
    """Raises DraftError where a label is none of those that its field allows."""
    for key, allowed in ALLOWED.items():
        if given[key] not in allowed:
            raise DraftError(f"{key} {given[key]!r} is none of {', '.join(allowed)}")


def kept(report: str, text: str, statements: list[dict[str, Any]]) -> dict[str, Any]:
    """A report's annotations as they are kept: no word of its text, but a digest to know it by."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return {"id": report, "corpus": "allsides", "text_sha256": digest, "statements": statements}


def _checked(draft: dict[str, Any], ids: set[str]) -> None:
    if extra := set(draft) - KEYS:
        raise DraftError(f"unknown keys {sorted(extra)}")
    check_labels(draft)
    if draft.get("about") and draft["about"] not in ids:
        raise DraftError(f"about {draft['about']!r}, which is no statement of this report")
    if draft.get("when"):
        date.fromisoformat(draft["when"])


def _statement(draft: dict[str, Any], finder: Finder, starts: list[int]) -> dict[str, Any]:
    content: list[Place] = []
    pieces = [draft["content"]] if isinstance(draft["content"], str) else draft["content"]
    for piece in pieces:
        content.append(finder.after(piece, content[-1][1] if content else starts[draft["p"]]))
    whole = [content[0][0], content[-1][1]]
    cues = [] if not draft.get("cue") else [draft["cue"]] if isinstance(draft["cue"], str) else draft["cue"]
    cue = sorted(finder.near(words, whole, content) for words in cues)
    source = finder.near(draft["source"], cue[0] if cue else whole, content) if draft.get("source") else None
    marks = [finder.text[b:e] for b, e in content]
    if draft["kind"] == "direct" and not (marks[0][0] in _QUOTES or marks[-1][-1] in _QUOTES):
        raise DraftError("direct, but without quotation marks")
    if draft["kind"] == "indirect" and any(c in m for m in marks for c in '"“”'):
        raise DraftError("indirect, but with quotation marks")
    near = source or whole
    return {
        "id": draft["id"],
        "content": content,
        "cue": cue,
        "kind": "direct" if draft["kind"] == "block" else draft["kind"],
        "how": draft["how"],
        "source": {
            "mention": source,
            "name": finder.label(draft["name"]),
            "type": draft["type"],
            "title": finder.near(draft["title"], near, []) if draft.get("title") else None,
            "why": finder.near(draft["why"], near, []) if draft.get("why") else None,
        },
        "via": [finder.label(name) for name in draft.get("via", [])],
        "act": draft["act"],
        "firmness": draft["firmness"],
        "about": draft.get("about"),
        "when": draft.get("when"),
    }


def place(draft: dict[str, Any], text: str) -> dict[str, Any]:
    """One report's draft as offsets. Raises DraftError naming the statements that do not fit the text."""
    finder = Finder(text)
    starts = [unit.begin for unit in paragraphs(text)]
    ids = {s["id"] for s in draft["statements"]}
    if len(ids) < len(draft["statements"]):
        raise DraftError(f"{draft['id']}: a statement's id given twice")
    statements, wrong = [], []
    for short in draft["statements"]:
        try:
            full = DEFAULTS | (draft["who"][short["who"]] if "who" in short else {}) | short
            _checked(full, ids)
            statements.append(_statement(full, finder, starts))
        except (DraftError, KeyError, IndexError, ValueError) as e:
            wrong.append(f"{draft['id']}, statement {short.get('id')}: {e}")
    if wrong:
        raise DraftError("\n".join(wrong))
    return kept(draft["id"], text, statements)


def show(placed: dict[str, Any], text: str) -> str:
    """The placed spans with a little of their surroundings, for reading over; not for keeping."""
    lines = [f"== {placed['id']}"]
    for s in placed["statements"]:
        source = s["source"]
        content = " || ".join(
            text[b:e] if e - b < 90 else f"{text[b : b + 45]} … {text[e - 40 : e]}" for b, e in s["content"]
        )
        around = [(k, p) for k, p in [("S", source["mention"]), *(("C", c) for c in s["cue"])] if p]
        context = " | ".join(f"{k}: {text[max(b - 12, 0) : b]}⟨{text[b:e]}⟩{text[e : e + 12]}" for k, (b, e) in around)
        lines.append(f"{s['id']} {content}\n      {context}".replace("\n\n", "¶"))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("drafts", type=Path, nargs="+")
    parser.add_argument("--allsides", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--show", action="store_true", help="print what was placed where")
    args = parser.parse_args()
    drafts = {d["id"]: d for d in (json.loads(p.read_text(encoding="utf-8")) for p in sorted(args.drafts))}
    texts = {row["id"]: allsides_text(row) for row in read_allsides(args.allsides) if row["id"] in drafts}
    placed, wrong = [], []
    for key, draft in drafts.items():
        try:
            placed.append(place(draft, texts[key]))
        except DraftError as e:
            wrong.append(str(e))
    if wrong:
        raise SystemExit("\n".join(wrong))
    args.out.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in placed), encoding="utf-8")
    if args.show:
        print("\n".join(show(p, texts[p["id"]]) for p in placed))
    print(f"{len(placed)} reports, {sum(len(p['statements']) for p in placed)} statements")


if __name__ == "__main__":
    main()
