"""How well pages are read: main text, headline, byline, outlet and date on the Readability test pages.

``python -m evaluation.html_pages ../shared/data/html/readability`` prints a table (the mean over the pages) and, with
``--json``, one object for the floors; ``--bare`` scores trafilatura alone for comparison, ``--pages`` each page.

text: F1 of word tokens against the expected main text (multisets), so that nothing depends on markup.
headline: the same words in the same order, case aside; byline: every expected name found in ours or ours in it;
outlet and date: equal where the key gives one.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from pathlib import Path

import lxml.html

from sayso.errors import InputError
from sayso.report import compose, open_drafts

_WORD = re.compile(r"\w+")
_TOLD = frozenset(["headline", "deck", "caption"])  # the expected texts leave titles, and mostly captions, out


def words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def f1(found: list[str], expected: list[str]) -> float:
    shared = sum((Counter(found) & Counter(expected)).values())
    return 2 * shared / (len(found) + len(expected)) if found or expected else 1.0


def ours(path: Path) -> dict[str, str | None]:
    draft = next(open_drafts(path))
    if isinstance(draft, InputError):
        return {"text": "", "headline": None, "byline": None, "outlet": None, "published": None}
    report, _ = compose(draft)
    body = [block.span.of(report.text) for block in report.blocks if block.role not in _TOLD]
    return {
        "text": "\n".join(body),
        "headline": report.headline,
        "byline": ", ".join(report.byline) or None,
        "outlet": report.outlet,
        "published": report.published.value if report.published else None,
    }


def bare(path: Path) -> dict[str, str | None]:
    from trafilatura import bare_extraction

    found = bare_extraction(path.read_bytes(), with_metadata=True, include_comments=False)
    if found is None:
        return {"text": "", "headline": None, "byline": None, "outlet": None, "published": None}
    return {
        "text": found.text,
        "headline": found.title,
        "byline": found.author,
        "outlet": found.sitename,
        "published": found.date,
    }


def score(found: dict[str, str | None], folder: Path) -> dict[str, float]:
    expected = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
    main = lxml.html.document_fromstring((folder / "expected.html").read_bytes().decode("utf-8"))
    scores = {"text": f1(words(found["text"] or ""), words(main.text_content()))}
    if expected.get("title"):
        scores["headline"] = float(words(found["headline"] or "") == words(expected["title"]))
    if expected.get("byline"):
        theirs = words(re.sub(r"\bby\b", "", expected["byline"], flags=re.IGNORECASE))
        mine = words(found["byline"] or "")
        scores["byline"] = float(bool(mine) and (set(mine) <= set(theirs) or set(theirs) <= set(mine)))
    if expected.get("siteName"):
        scores["outlet"] = float(words(found["outlet"] or "") == words(expected["siteName"].lstrip("@")))
    if expected.get("publishedTime"):
        scores["published"] = float((found["published"] or "")[:10] == expected["publishedTime"][:10])
    return scores


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--bare", action="store_true")
    arguments.add_argument("--pages", action="store_true")
    options = arguments.parse_args()
    totals: dict[str, list[float]] = {}
    for source in sorted(options.folder.glob("*/source.html")):
        scores = score((bare if options.bare else ours)(source), source.parent)
        if options.pages:
            print(source.parent.name, {key: round(value, 3) for key, value in scores.items()}, file=sys.stderr)
        for key, value in scores.items():
            totals.setdefault(key, []).append(value)
    means = {key: round(sum(values) / len(values), 4) for key, values in totals.items()}
    if options.json:
        print(json.dumps(means))
        return
    for key, value in means.items():
        print(f"{key:10} {value:.4f}  ({len(totals[key])} pages)")


if __name__ == "__main__":
    main()
