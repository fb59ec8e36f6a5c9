"""Scores to attributions: which words anchor one, and the spans of each anchor's roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sayso.tagger.encoding import Window
from sayso.tagger.labels import ANCHORS, CLASSES, ROLES
from sayso.tagger.spans import Attribution
from sayso.types import Span

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
_CONTENT = ROLES.index("B-content")
_KINDS = tuple(role[2:] for role in ROLES[1::2])  # source, cue, content, title, why


def softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), dtype=np.float32)


def best_path(scores: Floats, steps: Floats | None = None) -> Integers:
    """Most probable role sequences in which inside follows only begin or inside of the same role.

    ``scores``: (n, w, roles) log-probabilities, w at least 1; ``steps``: (roles, roles), what each role counts after
    each, where that was learned. Gives (n, w) roles. All n sequences are decoded at once.
    """
    count, width, roles = scores.shape
    free = np.r_[0, 1:roles:2]  # the roles that may follow any other
    slot = np.zeros(roles, dtype=np.int64)
    slot[free] = np.arange(len(free))
    total = scores[:, 0].copy()
    total[:, 2::2] = -np.inf
    best = np.empty((width, count, len(free)), dtype=np.int64)
    stays = np.empty((width, count, len(free) - 1), dtype=bool)
    every = np.arange(count)
    for w in range(1, width):
        begun, inside = total[:, 1::2], total[:, 2::2]
        if steps is None:
            last = total.argmax(1)
            best[w] = last[:, None]
            reached = total[every, last][:, None]
        else:
            begun = begun + np.diagonal(steps[1::2, 2::2])
            inside = inside + np.diagonal(steps[2::2, 2::2])
            after = total[:, None] + steps[:, free].T
            after.argmax(2, out=best[w])
            reached = after.max(2)
        np.greater(inside, begun, out=stays[w])
        held = np.maximum(inside, begun)
        total = scores[:, w].copy()
        total[:, 2::2] += held
        total[:, free] += reached
    path = np.zeros((count, width), dtype=np.int64)
    path[:, -1] = total.argmax(1)
    for w in range(width - 1, 0, -1):
        role = path[:, w]
        within = (role > 0) & (role % 2 == 0)
        stay = stays[w][every, np.maximum(role // 2 - 1, 0)]
        path[:, w - 1] = np.where(within, np.where(stay, role, role - 1), best[w][every, slot[role]])
    return path


def paragraphs(unit: Integers, at: Integers) -> tuple[Integers, Floats]:
    """The words of each anchor's paragraph.

    ``unit``: (w,) the paragraph of each word; ``at``: (n,) anchors. Gives ``near`` (n, u), the words from the
    paragraph's first one on, and ``mask`` (n, u), 1 where the paragraph has that many, else 0.
    """
    first, past = np.searchsorted(unit, unit[at], "left"), np.searchsorted(unit, unit[at], "right")
    place = np.arange((past - first).max() if len(at) else 0)
    mask = place < (past - first)[:, None]
    return np.where(mask, first[:, None] + place, first[:, None]), mask.astype(np.float32)


def _runs(path: Integers, kind: int) -> list[tuple[int, int]]:
    """Word ranges of one role: each begin with the insides that follow it."""
    begin = 2 * kind + 1
    out = []
    for start in np.nonzero(path == begin)[0]:
        end = start + 1
        while end < len(path) and path[end] == begin + 1:
            end += 1
        out.append((int(start), int(end)))
    return out


def _span(window: Window, run: tuple[int, int]) -> Span:
    return Span(int(window.words[run[0], 0]), int(window.words[run[1] - 1, 1]))


def _one(window: Window, runs: Sequence[tuple[int, int]], anchor: int) -> tuple[Span, ...]:
    """The run nearest to the anchor: these roles are one span in the guide."""
    if not runs:
        return ()
    return (_span(window, min(runs, key=lambda r: max(r[0] - anchor, anchor - r[1] + 1, 0))),)


def _labels(scores: Floats) -> list[dict[str, dict[str, float]]]:
    """Probabilities by class and label for each row of (n, all class labels) scores."""
    out: list[dict[str, dict[str, float]]] = [{} for _ in scores]
    at = 0
    for name, labels in CLASSES.items():
        for row, values in zip(out, softmax(scores[:, at : at + len(labels)]).tolist(), strict=True):
            row[name] = dict(zip(labels, values, strict=True))
        at += len(labels)
    return out


@dataclass(frozen=True, slots=True)
class Scored:
    """What the model says of one window with at least one anchor.

    ``anchors``: (w, anchor classes) probabilities; ``at``: (n,) the words taken as anchors; ``near``, ``mask``: (n, u)
    the words of each one's paragraph (:func:`paragraphs`); ``roles``: (n, u, roles) scores of those words;
    ``classes``: (n, all class labels) scores, or None.
    """

    window: Window
    anchors: Floats
    at: Integers
    near: Integers
    mask: Floats
    roles: Floats
    classes: Floats | None


def _paths(scored: Sequence[Scored], repeated: float, steps: Floats | None) -> Iterator[Integers]:
    """Per window (n, w) roles of its words. All are decoded at once: the search goes word by word, whatever their
    number."""
    count, width = sum(len(s.at) for s in scored), max(s.roles.shape[1] for s in scored)
    scores = np.full((count, width, len(ROLES)), -np.inf, dtype=np.float32)
    scores[:, :, 0] = 0.0
    begin = 0
    for s in scored:
        mine = np.log(softmax(s.roles) + 1e-9)
        mine[:, :, _CONTENT] -= repeated
        mine[:, :, 1:][s.mask == 0] = -np.inf
        scores[begin : begin + len(s.at), : mine.shape[1]] = mine
        begin += len(s.at)
    best, begin = best_path(scores, steps), 0
    for s in scored:
        path = np.zeros((len(s.at), len(s.window.words)), dtype=np.int64)
        rows, columns = np.nonzero(s.mask)
        path[rows, s.near[rows, columns]] = best[begin + rows, columns]
        begin += len(s.at)
        yield path


def attributions(scored: Sequence[Scored], repeated: float = 0.0, steps: Floats | None = None) -> list[Attribution]:
    """The attributions of a text's windows; an anchor for which no word is content is dropped.

    ``repeated`` is what each stretch of content costs, in log-probability, so that one is not broken up for little;
    ``steps``: of :func:`best_path`.
    """
    if not scored:
        return []
    out = []
    for s, paths in zip(scored, _paths(scored, repeated, steps), strict=True):
        labels = [{} for _ in s.at] if s.classes is None else _labels(s.classes)
        made = (_attribution(s, int(at), path, given) for at, path, given in zip(s.at, paths, labels, strict=True))
        out += [attribution for attribution in made if attribution is not None]
    return out


def _attribution(
    scored: Scored, anchor: int, path: Integers, labels: Mapping[str, Mapping[str, float]]
) -> Attribution | None:
    window = scored.window
    runs = {kind: _runs(path, k) for k, kind in enumerate(_KINDS)}
    if not runs["content"]:
        return None
    one = {kind: _one(window, runs[kind], anchor) for kind in ("source", "cue", "title", "why")}
    if scored.anchors[anchor].argmax() == ANCHORS.index("cue") and not one["cue"]:
        one["cue"] = (_span(window, (anchor, anchor + 1)),)
    continued = labels.get("how", {}).get("continued", 0.0) > 0.5
    return Attribution(
        one["source"][0] if one["source"] else None,
        one["cue"],
        tuple(_span(window, run) for run in runs["content"]),
        "continued" if continued else "explicit",
        one["title"][0] if one["title"] else None,
        one["why"][0] if one["why"] else None,
        labels.get("act", {}),
        labels.get("type", {}),
        labels.get("firmness", {}),
        labels.get("via", {}).get("some", 0.0),
        float(1 - scored.anchors[anchor, 0]),
    )
