"""Windows with their gold anchors and roles, and batches of them as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

import numpy as np
import torch
from torch import Tensor

from sayso.tagger.decoding import paragraphs
from sayso.tagger.encoding import Window, windows
from sayso.tagger.labels import ANCHORS, CLASSES, ROLES
from sayso.tagger.pieces import Pieces
from sayso.types import Span
from training.data import GoldAttribution, GoldReport


@dataclass(frozen=True, slots=True)
class Example:
    """``anchors``: (w,) anchor class of each word; per statement ``at`` its anchor's word, ``roles`` (w,), ``labels``
    by class (-1: not given); ``hand``: whose annotation it is."""

    corpus: str
    window: Window
    anchors: np.ndarray
    at: np.ndarray
    roles: np.ndarray
    labels: np.ndarray
    hand: str = ""


def _inside(words: np.ndarray, span: Span) -> np.ndarray:
    return np.nonzero((words[:, 0] < span.end) & (words[:, 1] > span.begin))[0]


def _mark(roles: np.ndarray, words: np.ndarray, spans: Sequence[Span], role: str) -> None:
    begin = ROLES.index(f"B-{role}")
    for span in spans:
        inside = _inside(words, span)
        if len(inside):
            roles[inside] = begin + 1
            roles[inside[0]] = begin


def _anchor(a: GoldAttribution) -> tuple[int, str]:
    if a.cue:
        return a.cue[0].begin, "cue"
    if a.source:
        return a.source.begin, "source"
    return a.content[0].begin, "content"


def example(corpus: str, window: Window, attributions: Sequence[GoldAttribution], hand: str = "") -> Example:
    """The gold of one window: the attributions whose anchor lies in it; a second one on the same anchor is left out."""
    count = len(window.words)
    anchors = np.zeros(count, dtype=np.int64)
    at, roles, labels = [], [], []
    for a in attributions:
        offset, kind = _anchor(a)
        word = _inside(window.words, Span(offset, offset + 1))
        if not len(word) or anchors[word[0]]:
            continue
        anchors[word[0]] = ANCHORS.index(kind)
        row = np.zeros(count, dtype=np.int64)
        for role, spans in (
            ("why", (a.why,) if a.why else ()),
            ("title", (a.title,) if a.title else ()),
            ("content", a.content),
            ("source", (a.source,) if a.source else ()),
            ("cue", a.cue),
        ):
            _mark(row, window.words, spans, role)
        at.append(word[0])
        roles.append(row)
        labels.append([names.index(a.labels[name]) if name in a.labels else -1 for name, names in CLASSES.items()])
    return Example(
        corpus,
        window,
        anchors,
        np.array(at, dtype=np.int64),
        np.array(roles, dtype=np.int64).reshape(-1, count),
        np.array(labels, dtype=np.int64).reshape(-1, len(CLASSES)),
        hand,
    )


def examples(pieces: Pieces, reports: Sequence[GoldReport], size: int) -> list[Example]:
    """Another ``size`` in every epoch makes windows begin at other paragraphs."""
    return [
        example(report.corpus, window, report.attributions, report.hand)
        for report in reports
        for window in windows(pieces, report.text, report.units, size=size)
    ]


def _pad(rows: Sequence[np.ndarray], fill: int = 0) -> Tensor:
    width = max(len(row) for row in rows)
    return torch.from_numpy(np.stack([np.pad(row, (0, width - len(row)), constant_values=fill) for row in rows]))


def widen(tables: Sequence[np.ndarray], width: int, fill: int = 0) -> Tensor:
    """(n_i, u_i) tables one under the other, ``width`` wide."""
    padded = [np.pad(t, ((0, 0), (0, width - t.shape[1])), constant_values=fill) for t in tables]
    return torch.from_numpy(np.concatenate(padded))


@dataclass(frozen=True, slots=True)
class Batch:
    corpus: str
    pieces: Tensor
    case: Tensor
    place: Tensor
    quote: Tensor
    first: Tensor
    anchors: Tensor  # (b, w), -100 on padding
    row: Tensor  # (n,) window of each statement
    at: Tensor  # (n,) word of its anchor
    near: Tensor  # (n, u) words of its anchor's paragraph
    mask: Tensor  # (n, u) 1 at such a word, 0 on padding
    roles: Tensor  # (n, u), -100 on padding
    labels: Tensor  # (n, classes)
    hands: tuple[str, ...]  # (b,) whose annotation each window is

    def to(self, device: torch.device | str) -> Batch:
        """The same with its tensors on a device."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return Batch(**{name: v.to(device) if isinstance(v, Tensor) else v for name, v in values.items()})


def collate(items: Sequence[Example]) -> Batch:
    anchors = _pad([e.anchors for e in items], -100)
    near, mask = zip(*(paragraphs(e.window.unit, e.at) for e in items), strict=True)
    width = max(n.shape[1] for n in near)
    roles = [
        np.where(m > 0, np.take_along_axis(e.roles, n, 1), -100) for e, n, m in zip(items, near, mask, strict=True)
    ]
    w = [e.window for e in items]
    return Batch(
        items[0].corpus,
        *(_pad([getattr(x, k) for x in w]) for k in ("pieces", "case", "place", "quote", "first")),
        anchors,
        torch.from_numpy(np.repeat(np.arange(len(items)), [len(e.at) for e in items])),
        torch.from_numpy(np.concatenate([e.at for e in items])),
        widen(near, width),
        widen(mask, width),
        widen(roles, width, -100),
        torch.from_numpy(np.concatenate([e.labels for e in items])),
        tuple(e.hand for e in items),
    )


def batches(items: Sequence[Example], size: int, rng: random.Random) -> Iterator[Batch]:
    """Batches of one corpus each, of windows of similar length, in random order."""
    groups: list[list[Example]] = []
    for corpus in sorted({e.corpus for e in items}):
        mine = [e for e in items if e.corpus == corpus]
        rng.shuffle(mine)
        for begin in range(0, len(mine), size * 16):
            pool = sorted(mine[begin : begin + size * 16], key=lambda e: len(e.window.pieces))
            groups += [pool[i : i + size] for i in range(0, len(pool), size)]
    rng.shuffle(groups)
    return map(collate, groups)
