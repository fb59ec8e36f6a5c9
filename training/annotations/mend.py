"""Annotate further reports by mending what the shipped model read in them.

    python -m training.annotations.mend show ids.txt allsides.jsonl.xz sheets
    python -m training.annotations.mend place ids.txt allsides.jsonl.xz sheets --out further.jsonl

``show`` reads the reports (an id a line) and writes ``sheets/000.txt`` and so on: numbered paragraphs, under each the
statements read there. An annotator answers each sheet with ``sheets/000.mend``: a block a report (``=== number``), one
line for every statement of the sheet and one for every statement that was not read:

    a1 accuse; n=Republic of Sarn; ty=organization          right but for the act, name and type
    a2 x                                                     not a statement
    +a9 4 | first words … last words | the ministry | said | Ministry of Ports | organization | warn; v=The Courier

What follows a number is the act, so that every one is looked at; then, after semicolons, what else is wrong: ``c``
content, ``s`` source, ``q`` cue, ``n`` name, ``ty`` type, ``t`` title, ``y`` reason, ``v`` relays (``A > B``), ``w``
date, ``a`` the statement answered, ``f`` firmness, ``h`` explicit or continued; ``-`` empties. `` // `` parts pieces of
a content. Strings are quoted from the report as in ``training.annotations.place``, which ``place`` writes like.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.statements import predict
from sayso.attribution.quoting import kind
from sayso.report.marks import quotations
from sayso.types import Block, Span
from training.annotations.place import DraftError, Finder, check_labels, kept
from training.data import allsides_text, paragraphs, read_allsides

A_SHEET = 5
LETTERS = {"c": "content", "s": "mention", "q": "cue", "n": "name", "ty": "type", "t": "title", "y": "why", "v": "via"}
LETTERS |= {"w": "when", "a": "about", "f": "firmness", "h": "how"}
_FLAT = str.maketrans("“”‘’–—‐‑\xa0", "\"\"''----" + " ")
_LINE = re.compile(r"\+?(?P<id>a\d+)\s+(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report and what was read in it, as annotated statements are kept; ids a1, a2 and so on."""

    id: str
    text: str
    head: str
    statements: list[dict[str, Any]]


def _label(finder: Finder, name: str | None) -> list[int] | None:
    return finder.label(name) if name else None


def _read(finder: Finder, s: dict[str, Any], sources: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    """A statement of ``sayso.reading/1`` as annotations keep it."""
    whose, when = sources[s["source"]["id"]], s["when"] or {"start": None, "end": None}
    source = {"mention": s["source"]["mention"], "name": _label(finder, s["source"]["name"])}
    source |= {"type": s["source"]["type"], "title": whose["title_span"], "why": whose["why_span"]}
    labels = {key: s[key] for key in ("content", "cue", "kind", "how", "act", "firmness")}
    via = [place for hop in s["via"] if (place := _label(finder, hop["name"]))]
    date = when["start"] if when["start"] == when["end"] and when["start"] and len(when["start"]) == 10 else None
    about = ids.get(s["about"][0]) if s["about"] else None
    return {"id": ids[s["id"]], **labels, "source": source, "via": via, "about": about, "when": date}


def sheets(ids: list[str], allsides: Path) -> list[Sheet]:
    """Read the reports. One whose text the reader takes apart in another way is left out."""
    rows = {row["id"]: row for row in read_allsides(allsides) if row["id"] in ids}
    found = [rows[key] for key in ids]
    asked = [{"id": r["id"], "text": allsides_text(r), "publisher": r["publisher"], "date": r["date"]} for r in found]
    out = []
    for row, answer in zip(asked, predict(asked), strict=True):
        finder, reading = Finder(row["text"]), answer
        if reading["report"]["text"] != row["text"]:
            print(f"{row['id']}: left out, its text is read in another form")
            continue
        short = {s["id"]: f"a{n + 1}" for n, s in enumerate(reading["statements"])}
        sources = {source["id"]: source for source in reading["sources"]}
        statements = [_read(finder, s, sources, short) for s in reading["statements"]]
        out.append(Sheet(row["id"], row["text"], f"{row['publisher']}, {row['date']}", statements))
    return out


def _elided(text: str) -> str:
    words = text.split()
    return " ".join(words if len(words) <= 12 else [*words[:5], "…", *words[-5:]])


def _line(s: dict[str, Any], text: str) -> str:
    def words(place: list[int] | None) -> str:
        return text[place[0] : place[1]].replace("\n", " ") if place else ""

    source = s["source"]
    parts = [" // ".join(_elided(words(c)) for c in s["content"]), words(source["mention"])]
    parts += [" // ".join(words(c) for c in s["cue"]), words(source["name"]), source["type"]]
    more = [s["act"]] + [f"{k}={words(source[key])}" for k, key in (("t", "title"), ("y", "why")) if source[key]]
    more += [f"v={' > '.join(words(place) for place in s['via'])}"] if s["via"] else []
    more += [f"{k}={s[key]}" for k, key in (("w", "when"), ("a", "about")) if s[key]]
    more += [s["firmness"]] * (s["firmness"] != "certain") + [s["how"]] * (s["how"] == "continued")
    return f"    {s['id']} " + " | ".join([*parts, "; ".join(more)])


def shown(number: int, sheet: Sheet) -> str:
    """The numbered paragraphs with what was read in them."""
    lines = [f"=== {number} {sheet.head}"]
    for n, unit in enumerate(paragraphs(sheet.text)):
        lines.append(f"[{n}] {unit.of(sheet.text)}")
        lines += [_line(s, sheet.text) for s in sheet.statements if unit.begin <= s["content"][0][0] < unit.end]
    return "\n".join(lines)


def _same(finder: Finder, flat: str, quoted: str) -> str:
    """``quoted`` with the report's own marks and dashes where the annotator wrote plainer ones."""
    out = []
    for part in re.split(r"( … |[⟨⟩])", quoted.strip().replace(" ... ", " … ")):
        at = flat.find(part.translate(_FLAT)) if part and part not in finder.text else -1
        out.append(finder.text[at : at + len(part)] if at >= 0 else part)
    return "".join(out)


def _mended(s: dict[str, Any], finder: Finder, flat: str, rest: str, first: int) -> dict[str, Any]:
    """One statement after its line's changes; ``first``: where its content may begin."""
    act, *changes = (part.strip() for part in rest.split(";"))
    s = {**s, "source": dict(s["source"]), "act": act}
    given = {LETTERS[k.strip()]: v.strip() for k, _, v in (c.partition("=") for c in changes if c)}
    given = {k: None if v == "-" else v for k, v in given.items()}
    if content := given.get("content"):
        s["content"] = []
        for piece in content.split(" // "):
            begin = s["content"][-1][1] if s["content"] else first
            s["content"].append(finder.after(_same(finder, flat, piece), begin))
    whole = [s["content"][0][0], s["content"][-1][1]]
    if "cue" in given:
        pieces = given["cue"].split(" // ") if given["cue"] else []
        s["cue"] = sorted(finder.near(_same(finder, flat, piece), whole, s["content"]) for piece in pieces)
    near = s["cue"][0] if s["cue"] else whole
    source = s["source"]
    for key in ("mention", "title", "why"):
        if key in given:
            source[key] = given[key] and finder.near(_same(finder, flat, given[key]), near, s["content"])
    if "name" in given:
        source["name"] = given["name"] and finder.label(_same(finder, flat, given["name"]))
    if "via" in given:
        names = given["via"].split(" > ") if given["via"] else []
        s["via"] = [place for name in names if (place := finder.label(_same(finder, flat, name)))]
    source["type"] = given.get("type") or source["type"]
    s |= {key: given[key] for key in ("when", "about", "firmness", "how") if key in given}
    blocks = [Block("paragraph", unit) for unit in paragraphs(finder.text)]
    s["kind"] = kind(finder.text, [Span(*c) for c in s["content"]], quotations(finder.text, blocks))
    check_labels(s | source)
    return s


def _added(finder: Finder, flat: str, rest: str, starts: list[int], name: str) -> dict[str, Any]:
    p, content, source, cue, whose, type_, more = (part.strip() for part in rest.split("|", 6))
    act, *changes = more.split(";")
    given = [f"c={content}", f"s={source or '-'}", f"q={cue or '-'}", f"n={whose or '-'}", f"ty={type_}"]
    empty = {"mention": None, "name": None, "type": "person", "title": None, "why": None}
    s = {"id": name, "content": [], "cue": [], "kind": "indirect", "how": "explicit", "source": empty, "via": []}
    s |= {"act": "say", "firmness": "certain", "about": None, "when": None}
    return _mended(s, finder, flat, ";".join([act, *given, *changes]), starts[int(p)])


def mended(sheet: Sheet, block: str) -> dict[str, Any]:
    """The report's annotations. Raises DraftError naming the lines that do not fit the text or the sheet."""
    finder, flat = Finder(sheet.text), sheet.text.translate(_FLAT)
    starts = [unit.begin for unit in paragraphs(sheet.text)]
    read, done, wrong = {s["id"]: s for s in sheet.statements}, {}, []
    for line in filter(None, map(str.strip, block.split("\n"))):
        match = _LINE.match(line)
        try:
            if not match:
                raise DraftError("neither a statement of the sheet nor an added one")
            name, rest = match["id"], match["rest"]
            if line[0] == "+":
                done[name] = _added(finder, flat, rest, starts, name)
            elif rest.strip() == "x":
                done[name] = None
            else:
                first = max(b for b in starts if b <= read[name]["content"][0][0])
                done[name] = _mended(read[name], finder, flat, rest, first)
        except (DraftError, KeyError, IndexError, ValueError) as e:
            wrong.append(f"{line}: {e}")
    wrong += [f"{name}: no line" for name in read if name not in done]
    left = {name: s for name, s in done.items() if s}
    for s in left.values():
        if s["about"] not in left:
            s["about"] = None
    if wrong:
        raise DraftError("\n".join(wrong))
    ordered = sorted(left.values(), key=lambda s: (s["content"][0][0], -s["content"][-1][1]))
    renamed = {s["id"]: str(n + 1) for n, s in enumerate(ordered)}
    statements = [s | {"id": renamed[s["id"]], "about": renamed.get(s["about"])} for s in ordered]
    return kept(sheet.id, sheet.text, statements)


def _blocks(folder: Path) -> Iterator[tuple[int, str]]:
    for path in sorted(folder.glob("*.mend")):
        for block in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            head, _, lines = block.partition("\n")
            yield int(head.split()[0]), lines


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=("show", "place"))
    parser.add_argument("ids", type=Path)
    parser.add_argument("allsides", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    drafts = args.folder / "read.json"
    if args.what == "show":
        args.folder.mkdir(parents=True, exist_ok=True)
        made = sheets(args.ids.read_text().split(), args.allsides)
        drafts.write_text(json.dumps([[s.id, s.head, s.statements] for s in made]))
        for begin in range(0, len(made), A_SHEET):
            page = "\n\n".join(shown(n, made[n]) for n in range(begin, min(begin + A_SHEET, len(made))))
            (args.folder / f"{begin // A_SHEET:03}.txt").write_text(page, encoding="utf-8")
        return
    read = json.loads(drafts.read_text())
    ids = {key for key, _, _ in read}
    texts = {row["id"]: allsides_text(row) for row in read_allsides(args.allsides) if row["id"] in ids}
    placed, wrong = [], []
    for number, block in _blocks(args.folder):
        key, head, statements = read[number]
        try:
            placed.append(mended(Sheet(key, texts[key], head, statements), block))
        except DraftError as e:
            wrong.append(f"=== {number}\n{e}")
    if args.out:
        args.out.write_text("".join(json.dumps(p, ensure_ascii=False) + "\n" for p in placed), encoding="utf-8")
    print("\n".join(wrong))
    print(f"{len(placed)} reports, {sum(len(p['statements']) for p in placed)} statements; {len(wrong)} with faults")


if __name__ == "__main__":
    main()
