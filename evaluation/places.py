"""Score places on LGL and GeoVirus: ``python -m evaluation.places [--folds 5] [--thresholds]``.

With the mentions given: share of annotated mentions with coordinates that land within 161 km, beside the most populous
place of the same name, and the ceiling (a right place is among the candidates). A mention left unresolved is wrong.
Finding: precision, recall and F1 of ``find_places`` against the annotated spans, exact; LGL also marks streets,
demonyms and places inside the names of bodies, which Sayso does not count as places.

"held out" is what the shipped weights never saw: every outlet (LGL) or article (GeoVirus) of a fixed fifth. ``--folds``
trains anew for each fold of outlets and gives the figure over all of LGL; ``--thresholds`` builds gazetteers that leave
out small towns and gives ceiling and baseline for each.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.geodata import Document, Mark, geovirus, kilometres, lgl
from sayso.grounding.places import Hints, find_places, ranking, resolve
from sayso.grounding.places.candidates import meanings
from sayso.grounding.places.gazetteer import Gazetteer

ROOT = Path(__file__).resolve().parents[1]
NEAR = 161.0  # kilometres: a hundred miles, the measure of the field


def is_near(mark: Mark, latitude: float | None, longitude: float | None) -> bool:
    assert mark.at is not None
    return latitude is not None and longitude is not None and kilometres(mark.at, (latitude, longitude)) <= NEAR


def resolved(documents: Iterable[Document], *, with_outlet: bool) -> dict[str, Any]:
    """Accuracy, baseline, ceiling, and how often none was given, over mentions that have coordinates."""
    asked = right = most_populous = possible = none = 0
    for document in documents:
        hints = Hints(document.outlet if with_outlet and document.corpus == "lgl" else None)
        answers = resolve([m.span for m in document.marks], document.text, hints)
        for mark, answer in zip(document.marks, answers, strict=True):
            if mark.at is None:
                continue
            near = [is_near(mark, e.latitude, e.longitude) for e in meanings(mark.span.of(document.text)).entries]
            asked += 1
            right += is_near(mark, answer.place.latitude, answer.place.longitude)
            none += answer.place.latitude is None
            most_populous += bool(near and near[0])
            possible += any(near)
    return {
        "mentions": asked, "within_161_km": round(right / asked, 3), "most_populous": round(most_populous / asked, 3),
        "ceiling": round(possible / asked, 3), "none": none,
    }  # fmt: skip


def found(documents: Iterable[Document]) -> dict[str, float]:
    hits = given = wanted = 0
    for document in documents:
        spans, marked = {m.span for m in find_places(document.text)}, {m.span for m in document.marks}
        hits, given, wanted = hits + len(spans & marked), given + len(spans), wanted + len(marked)
    precision, recall = hits / given, hits / wanted
    f1 = 2 * precision * recall / (precision + recall)
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3)}


def in_folds(documents: Sequence[Document], folds: int, *, with_outlet: bool) -> dict[str, Any]:
    """Every outlet of LGL resolved by weights trained without it."""
    from training.place_ranker import train

    shipped, totals = ranking._weights, []
    world = [d for d in geovirus() if not d.held_out]
    for fold in range(folds):
        test = [d for d in documents if zlib.crc32(d.outlet.encode()) // 7 % folds == fold]
        kept = {d.outlet for d in test}
        weights = tuple(np.asarray(w) for w in train([*(d for d in documents if d.outlet not in kept), *world]))
        ranking._weights = lambda weights=weights: weights
        totals.append(resolved(test, with_outlet=with_outlet))
    ranking._weights = shipped
    asked = sum(t["mentions"] for t in totals)
    keys = ("within_161_km", "most_populous", "ceiling")
    return {"mentions": asked, **{k: round(sum(t[k] * t["mentions"] for t in totals) / asked, 3) for k in keys}}


def thresholds(documents: dict[str, list[Document]]) -> list[dict[str, Any]]:
    rows = []
    for least in (0, 500, 1000, 5000, 15000):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "gazetteer.npz"
            build = [sys.executable, str(ROOT / "training/gazetteer/build.py"), "--out", str(path)]
            subprocess.run(
                [*build, "--least", str(least), "--least-english", str(least)], check=True, stdout=subprocess.DEVNULL
            )
            gazetteer, row = Gazetteer(path), {"least": least, "bytes": path.stat().st_size}
        for corpus, texts in documents.items():
            asked = possible = first = 0
            for document in texts:
                for mark in document.marks:
                    if mark.at is None:
                        continue
                    entries = gazetteer.find(mark.span.of(document.text))
                    near = [is_near(mark, e.latitude, e.longitude) for e in entries]
                    asked, possible, first = asked + 1, possible + any(near), first + bool(near and near[0])
            row |= {f"{corpus} ceiling by name": round(possible / asked, 3), f"{corpus} first": round(first / asked, 3)}
        rows.append(row)
    return rows


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--thresholds", action="store_true")
    given = options.parse_args()
    corpora = {"lgl": list(lgl()), "geovirus": list(geovirus())}
    report: dict[str, Any] = {}
    for corpus, every in corpora.items():
        held_out = [d for d in every if d.held_out]
        report[corpus] = {"held out": resolved(held_out, with_outlet=False), "finding, held out": found(held_out)}
        if corpus == "lgl":
            report[corpus]["held out, outlet known"] = resolved(held_out, with_outlet=True)
    if given.folds:
        report["lgl"]["in folds"] = in_folds(corpora["lgl"], given.folds, with_outlet=False)
    if given.thresholds:
        report["thresholds"] = thresholds(corpora)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
