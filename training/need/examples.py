"""Sentences of published reports with what the estimate sees of them: attributions cut, and narration left as it was.

Every report is read, some of its attributions are cut, and what comes of it is read again: at run time, too, only what
was left is seen. Sentences that the reading gives no source are kept with the encoder's vectors of their words; those
of which the attribution was cut are to be told from the rest.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.attribution_cuts import Cut, apply, drawn, finished
from evaluation.gold_readings import gold_reading
from sayso.check.context import Context
from sayso.check.learned.vectors import encoded
from sayso.check.ownvoice.need.candidates import candidates
from sayso.pipeline import read
from sayso.types import Reading

#: Reports of one file of examples; attributions cut in one report; other sentences of it that are kept.
_FILE, _CUTS, _REST = 100, 7, 22


@dataclass(frozen=True, slots=True)
class Sentence:
    """``how``: "cut" for sentences of a report with cuts, "plain" for those of one as published; ``y``: whether an
    attribution was cut from it; ``kind``, ``act``, ``goes_on``: as the cut has them."""

    id: str
    how: str
    y: int
    text: str
    kind: str | None = None
    act: str | None = None
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Examples:
    """``around``: (n, ·); ``vec``: the vectors of all sentences' words one after the other, ``length`` of each;
    ``anchor``: the probability that each word begins an attribution."""

    meta: list[Sentence]
    around: npt.NDArray[np.float32]
    vec: npt.NDArray[np.float16]
    anchor: npt.NDArray[np.float32]
    length: npt.NDArray[np.int64]


def make(rows: Iterable[dict[str, Any]], folder: Path, part: str, plain: bool, cut: bool = True) -> None:
    """Writes ``folder/part_N.npz`` and ``.json``, a hundred reports each; those that are there are not made again.

    ``plain``: whether the reports as published are kept, to count how often something is asked of them.
    ``cut``: whether attributions are cut.
    """
    rows = list(rows)
    for number in range(-(-len(rows) // _FILE)):
        path = folder / f"{part}_{number}.npz"
        if path.exists():
            continue
        found = [one for row in rows[number * _FILE : (number + 1) * _FILE] for one in _of(row, plain, cut)]
        meta, around, vectors, anchors = zip(*found, strict=True)
        path.with_suffix(".json").write_text(json.dumps([asdict(each) for each in meta]), "utf-8")
        length = np.array([len(each) for each in vectors])
        np.savez(path, around=np.array(around, np.float32), length=length, vec=np.concatenate(vectors),
                 anchor=np.concatenate(anchors))  # fmt: skip
        print(f"{part} {number}: {len(meta)} sentences, {sum(each.y for each in meta)} cut", flush=True)


def load(folder: Path, part: str) -> Examples:
    """All that :func:`make` wrote of a part."""
    paths = sorted(folder.glob(f"{part}_*.npz"), key=str)
    files = [np.load(path) for path in paths]
    names = Sentence.__slots__
    meta = [
        Sentence(**{name: each[name] for name in names if name in each})
        for path in paths
        for each in json.loads(path.with_suffix(".json").read_text("utf-8"))
    ]
    around, vec, anchor, length = (
        np.concatenate([file[key] for file in files]) for key in ("around", "vec", "anchor", "length")
    )
    return Examples(meta, around, vec, anchor, length)


def _of(row: dict[str, Any], plain: bool, cut: bool) -> Iterator[tuple[Any, ...]]:
    rng = random.Random(row["id"])
    published = Context(gold_reading(row)) if "statements" in row else _read(row)
    if published is None or published.report.genre == "opinion" or published.headline is None:
        return
    if plain:
        yield from _seen(published, row["id"], "plain", {}, rng)
    if not cut:
        return
    made = drawn(published, rng, 3 if plain else _CUTS)
    text, places = apply(published.text, [(cut.span, finished(cut, rng)) for cut in made])
    body = published.headline.span.end
    told = {key: row.get(key) or "" for key in ("id", "publisher", "date", "url")}
    altered = _read(told | {"title": text[:body].strip(), "text": text[body:].strip()})
    if not made or altered is None:
        return
    story = text[body:].strip()
    moved = altered.text.find(story) - text.index(story, body)  # an annotated report may have fewer blank lines
    if story in altered.text:
        cuts = {place.begin + moved: cut for place, cut in zip(places, made, strict=True)}
        yield from _seen(altered, row["id"], "cut", cuts, rng)


def _read(row: dict[str, Any]) -> Context | None:
    made = next(iter(read(json.dumps(row).encode())))
    return Context(made) if isinstance(made, Reading) else None


def _seen(
    context: Context, key: str, how: str, cuts: Mapping[int, Cut], rng: random.Random
) -> Iterator[tuple[Any, ...]]:
    found = candidates(context)
    rest = [each for each in found if each.span.begin not in cuts]
    dropped = {each.number for each in rng.sample(rest, max(0, len(rest) - _REST))} if how == "cut" else set()
    found = [each for each in found if each.number not in dropped]
    seen = encoded(context.reading, context.reading.reading.model, [each.span for each in found]) if found else []
    for each, (vectors, anchors) in zip(found, seen or [], strict=True):
        cut = cuts.get(each.span.begin)
        of = (cut.kind, cut.act, cut.goes_on) if cut else ()
        sentence = Sentence(key, how, int(cut is not None), each.span.of(context.text), *of)
        yield sentence, each.around, vectors.astype(np.float16), anchors
