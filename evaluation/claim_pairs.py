"""How well claims that two witnesses tell in words of their own are known for one: pairs of claims ranked by likeness.

    python -m evaluation.claim_pairs evaluation/stories/NAME … --out pairs.json

Takes the claims of each story as they are before what differs in its words is brought together, as read and with the
key's statements, and of these the pairs told by different sources in different reports of which the key names at least
one. Prints the average precision of ranking them by likeness in context, and writes them for others to rank.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.trace import keyed, read
from sayso.trace.claims.assertions import Assertion, assertions
from sayso.trace.claims.bringing import wordings
from sayso.trace.claims.denials import denied
from sayso.trace.claims.joining import in_like_words
from sayso.trace.claims.likeness import Likeness
from sayso.trace.claims.senses import senses
from sayso.trace.claims.witnesses import _Compared
from sayso.trace.material import Page, whole
from sayso.trace.memory import Memory
from sayso.trace.placing import add
from sayso.trace.settling import settle
from sayso.trace.speakers import Cast
from sayso.trace.whole import members_of_scenes, pages_of, scene_of
from sayso.types import Reading, Span


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    made: dict[str, Any] = {}
    for how, readings in (("read", read), ("keyed", keyed)):
        found = [scene for story in given.stories for scene in scenes(story, readings(story))]
        made[how] = found
        print(how, json.dumps(figures(found)))
    if given.out:
        given.out.write_text(json.dumps(made), encoding="utf8")


def figures(found: Sequence[dict[str, Any]]) -> dict[str, float]:
    pairs = [pair for scene in found for pair in scene["pairs"]]
    right, values = np.array([p[2] for p in pairs], bool), np.array([p[3] for p in pairs])
    return {"pairs": len(pairs), "one claim": int(right.sum()), "average precision": average_precision(right, values)}


def average_precision(right: Any, values: Any) -> float:
    """Of a ranking by falling ``values``; what is of one value counts as ranked by chance."""
    order = np.argsort(-values, kind="stable")
    ranked, level = right[order], values[order]
    ends = np.append(np.flatnonzero(np.diff(level)), len(level) - 1)
    hits = np.cumsum(ranked)[ends]
    gained = np.diff(np.append(0, hits))
    return round(float((gained * hits / (ends + 1)).sum() / max(1, right.sum())), 4)


def scenes(story: Path, readings: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    """Each scene with its claims (``groups``) and the ``pairs`` of them: two numbers, whether the key has them as one,
    and their likeness in context."""
    key = json.loads((story / "truth.json").read_text(encoding="utf8"))
    pages = pages_of({reading.report.id: reading for reading in readings}.values())
    places = {
        (page.reading.report.external_id, number, Span(at, at + len(each["words"])))
        for number, claim in enumerate(key["claims"])
        for each in claim["statements"]
        for page in pages
        if page.reading.report.external_id == each["report"] and (at := page.text.find(each["words"])) >= 0
    }
    store = Memory(pages)
    add(store, list(store.seen(store.pages).values()))
    settle(store, store.pages)
    for members in members_of_scenes(store.scenes).values():
        scene = scene_of([store.page(member) for member in members], store.places(store.pages))
        cast = Cast(scene.pages, scene.strands)
        made = assertions(scene)
        likeness = Likeness(scene, [*made, *denied(scene)])
        meant = senses(made)
        groups = in_like_words(scene, cast, made, likeness, meant)
        compared = _Compared(scene, cast, made, groups, likeness, (), meant)
        claims = [
            sorted(
                {
                    number
                    for a in group
                    for report, number, span in places
                    if report == a.page.reading.report.external_id and _same(a.span, span)
                }
            )
            for group in groups
        ]
        wanted = np.array(
            [
                (i, j)
                for i, j in combinations(range(len(groups)), 2)
                if (claims[i] or claims[j])
                and not compared.on_one_page(i, j)
                and not compared.of_one_source(i, j)
                and not compared.on_top(i)
                and not compared.on_top(j)
            ],
            np.intp,
        ).reshape(-1, 2)
        values = compared.values(wanted).tolist()
        yield {
            "story": story.name,
            "groups": [
                {"claims": own, "wordings": [_told(a) for a in wordings(group)], "negative": compared.turned[n]}
                for n, (own, group) in enumerate(zip(claims, groups, strict=True))
            ],
            "pairs": [
                (i, j, not set(claims[i]).isdisjoint(claims[j]), value)
                for (i, j), value in zip(wanted.tolist(), values, strict=True)
            ],
        }  # fmt: skip


def _same(a: Span, b: Span) -> bool:
    """Most of the shorter stands in the longer."""
    shared = min(a.end, b.end) - max(a.begin, b.begin)
    return shared * 2 > min(a.end - a.begin, b.end - b.begin)


def _told(a: Assertion) -> dict[str, Any]:
    """A claim's words, and where they stand: its statement and its sentence (offsets in ``text``), and the sentence
    before."""
    page, at = a.page, a.page.sentence(a.span.begin)
    sentence = page.sentences[at] if at is not None else whole(a.statement)
    begin, end = min(sentence.begin, a.span.begin), max(sentence.end, a.span.end)
    before = page.sentences[at - 1].of(page.text) if at else ""
    return {
        "text": page.text[begin:end],
        "span": (a.span.begin - begin, a.span.end - begin),
        "before": before,
        "headline": _headline(page),
        "source": a.statement.source.name,
        "report": page.reading.report.external_id,
    }


def _headline(page: Page) -> str:
    return page.reading.report.headline or ""


if __name__ == "__main__":
    main()
