"""Fit what tells sentences that hand on what nobody is given for: ``python -m training.likeness``.

The sentences were written for it (``annotations/likeness``: five kinds, with a fault of sourcing and without), by
several writers. Each is set into a published report, as a paragraph of its own or at the end of one, and the report is
read with the tagger that is shipped (a third of a second on one core; what is read is kept in ``--out``, so that it
can be run again). The reports' own sentences, and those of further reports as published, are the rest of the world.
Prints what each kind finds of a writer that it has not seen, at so many questions a report; writes
``src/sayso/check/likeness/likeness.npz``. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

import sayso.check.likeness
from evaluation.corpora import DATA
from sayso.check.context import Context
from sayso.check.likeness.estimate import KINDS, vectors
from sayso.pipeline import read
from sayso.settings import MODEL
from sayso.types import Reading
from training.data import allsides_text, ids, read_allsides

ANNOTATIONS = Path(__file__).with_name("annotations") / "likeness"
#: Written sentences in one report; reports of one file.
_TOGETHER, _FILE = 5, 50
#: What a written fault counts against one other sentence.
_WEIGHT = 3.0
_RATES = (0.003, 0.006, 0.01, 0.02)
Matrix = npt.NDArray[np.float32]


def written() -> list[dict[str, Any]]:
    """All written sentences, each with its ``writer``, in an order by chance that stays."""
    rows = [
        json.loads(line) | {"writer": path.stem}
        for path in sorted(ANNOTATIONS.glob("*.jsonl"))
        for line in path.read_text("utf-8").splitlines()
    ]
    random.Random("secondhand").shuffle(rows)
    return rows


def hosts(news: Path, without: set[str]) -> list[str]:
    """Published news reports, headline, blank line and body, in an order by chance that stays."""
    found = [
        row
        for row in read_allsides(news)
        if row["id"] not in without
        and 2000 < len(row["text"]) < 5000
        and row["text"].count("\n") > 8
        and not re.search("opinion|editorial|blog|commentary", row["url"] or "")
    ]
    found.sort(key=lambda row: hashlib.sha256(f"secondhand{row['id']}".encode()).digest())
    return [allsides_text(row) for row in found]


def set_in(report: str, sentences: list[str], rng: random.Random) -> str:
    """The report with the sentences at as many places."""
    head, *body = [each for each in re.split(r"\n+", report) if each.strip()]
    for place, words in zip(sorted(rng.sample(range(len(body)), len(sentences)), reverse=True), sentences, strict=True):
        if rng.random() < 0.5:
            body.insert(place, words)
        else:
            body[place] = f"{body[place].rstrip()} {words}"
    return "\n\n".join([head, *body])


def seen(report: str, sentences: list[str]) -> Iterator[tuple[int | None, Matrix]]:
    """Each sentence of the report: its place among ``sentences``, or None for one of the report's own."""
    made = next(iter(read(report.encode())))
    if not isinstance(made, Reading) or made.report.genre == "opinion":
        return
    context = Context(made)
    found = vectors(context, [each.span for each in context.sentences], MODEL)
    places = [(at, at + len(words)) for words in sentences for at in [context.text.find(words)]]
    for sentence, vector in zip(context.sentences, found or [], strict=False):
        within = (n for n, (begin, end) in enumerate(places) if begin <= sentence.span.begin < end)
        yield next(within, None), vector


def gathered(
    folder: Path, news: Path, without: set[str], plain: int
) -> tuple[list[dict[str, Any]], Matrix, Matrix, npt.NDArray[np.int64]]:
    """Written sentences and their vectors; the vectors of all others, and the number of each one's report, of which the
    last ``plain`` are as published."""
    folder.mkdir(parents=True, exist_ok=True)
    rows, reports = written(), hosts(news, without)
    groups = [rows[at : at + _TOGETHER] for at in range(0, len(rows), _TOGETHER)] + [[]] * plain
    told: list[dict[str, Any]] = []
    own: list[Matrix] = []
    rest: list[Matrix] = []
    numbers: list[npt.NDArray[np.int64]] = []
    for first in range(0, len(groups), _FILE):
        path = folder / f"{first}.npz"
        if not path.exists():
            _write(path, groups[first : first + _FILE], reports[first : first + _FILE], first)
        with np.load(path) as parts:
            told += [groups[group][place] for group, place in parts["which"]]
            own.append(parts["own"].astype(np.float32))
            rest.append(parts["rest"].astype(np.float32))
            numbers.append(parts["number"])
    return told, np.concatenate(own), np.concatenate(rest), np.concatenate(numbers)


def _write(path: Path, groups: list[list[dict[str, Any]]], reports: list[str], first: int) -> None:
    which: list[tuple[int, int]] = []
    own: list[Matrix] = []
    rest: list[Matrix] = []
    number: list[int] = []
    for place, (group, report) in enumerate(zip(groups, reports, strict=False)):
        sentences = [each["words"] for each in group]
        for at, vector in seen(set_in(report, sentences, random.Random(first + place)), sentences):
            if at is None:
                rest.append(vector)
                number.append(first + place)
            else:
                which.append((first + place, at))
                own.append(vector)
    np.savez(
        path,
        which=np.array(which, np.int64).reshape(-1, 2),
        own=np.array(own, np.float16).reshape(len(own), -1 if own else rest[0].size),
        rest=np.array(rest, np.float16),
        number=np.array(number),
    )
    print(f"{path.name}: {len(own)} written, {len(rest)} other sentences", flush=True)


def fit(faults: Matrix, others: Matrix, strength: float) -> tuple[Matrix, float]:
    """Weights and bias for vectors as they come, fitted on vectors of one scale."""
    given = np.concatenate([faults, others])
    mean, deviation = others.mean(0), others.std(0) + 1e-2
    right = np.r_[np.ones(len(faults)), np.zeros(len(others))]
    weight = np.where(right == 1, _WEIGHT, 1.0)
    model = LogisticRegression(C=strength, max_iter=200).fit((given - mean) / deviation, right, sample_weight=weight)
    weights = model.coef_[0] / deviation
    return weights, float(model.intercept_[0] - weights @ mean)


def bar(scores: Matrix, reports: int, rate: float) -> float:
    """The score above which so many sentences a report lie."""
    return float(np.sort(scores)[::-1][int(rate * reports)])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=DATA)
    options.add_argument("--out", type=Path, default=Path("work/likeness"))
    options.add_argument("--plain", type=int, default=800, help="further reports as published")
    options.add_argument("--rate", type=float, default=0.01, help="sentences of each kind in a report as published")
    options.add_argument("--strength", type=float, default=0.01, help="the inverse of the penalty")
    options.add_argument("--without", type=Path, help="a file of ids of reports to leave out")
    chosen = options.parse_args()
    without = ids(chosen.without) if chosen.without else set()
    told, own, rest, number = gathered(chosen.out, chosen.data / "news" / "allsides.jsonl.xz", without, chosen.plain)
    kind, fault = np.array([each["kind"] for each in told]), np.array([each["fault"] for each in told])
    writer = np.array([each["writer"] for each in told])
    last = number > number.max() - chosen.plain // 2  # as published, and never learned from: the bars are set on them
    reports = len(set(number[last].tolist()))
    weights, biases, bars = [], [], []
    for name in KINDS:
        mine = (kind == name) & fault
        found: dict[float, list[float]] = {rate: [] for rate in _RATES}
        like: dict[float, list[float]] = {rate: [] for rate in _RATES}
        for held in sorted(set(writer)):
            known = writer != held
            weight, bias = fit(own[mine & known], np.concatenate([own[~mine & known], rest[~last]]), chosen.strength)
            for rate in _RATES:
                least = bar(rest[last] @ weight + bias, reports, rate)
                over = own[writer == held] @ weight + bias > least
                found[rate].append(float(over[mine[writer == held]].mean()))
                like[rate].append(float(over[((kind == name) & ~fault)[writer == held]].mean()))
        weight, bias = fit(own[mine], np.concatenate([own[~mine], rest[~last]]), chosen.strength)
        bars.append(bar(rest[last] @ weight + bias, reports, chosen.rate))
        weights.append(weight)
        biases.append(bias)
        line = ", ".join(f"{rate}: {np.mean(found[rate]):.2f} ({np.mean(like[rate]):.2f})" for rate in _RATES)
        spread = f"{min(found[chosen.rate]):.2f} to {max(found[chosen.rate]):.2f}"
        print(f"{name}: of {mine.sum()} found, in brackets of its like without fault, {line}; by writer {spread}")
    path = Path(sayso.check.likeness.__file__).with_name("likeness.npz")
    numbers = {"weights": np.array(weights), "bias": np.array(biases), "bars": np.array(bars)}
    np.savez_compressed(path, tagger=MODEL, **{name: part.astype(np.float32) for name, part in numbers.items()})
    print(f"{path}: {path.stat().st_size:,} bytes, of {len(told)} written and {len(rest)} other sentences")


if __name__ == "__main__":
    main()
