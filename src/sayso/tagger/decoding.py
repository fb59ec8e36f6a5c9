"""Scores to attributions: which words anchor one, and the spans of each anchor's roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sayso.tagger.encoding import Window
from sayso.tagger.labels import ANCHORS, CLASSES, ROLES
from sayso.tagger.spans import Attribution
from sayso.types import Span

Floats = npt.NDArray[np.float32]
_CONTENT = ROLES.index("B-content")
_KINDS = tuple(role[2:] for role in ROLES[1::2])  # source, cue, content, title, why


def softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), dtype=np.float32)


def best_path(scores: Floats) -> npt.NDArray[np.int64]:
    """Most probable role sequences in which inside follows only begin or inside of the same role.

    ``scores``: (n, w, roles) log-probabilities. Gives (n, w) roles. All n sequences are decoded at once.
    """
    count, width, roles = scores.shape
    begins = np.arange(1, roles, 2)
    total = scores[:, 0].copy()
    total[:, begins + 1] = -np.inf
    back = np.zeros((width, count, roles), dtype=np.int64)
    every = np.arange(count)
    for w in range(1, width):
        best = total.argmax(1)
        top = total[every, best][:, None]
        stay = total[:, begins + 1] > total[:, begins]
        inside = np.where(stay, total[:, begins + 1], total[:, begins])
        back[w] = best[:, None]
        back[w][:, begins + 1] = np.where(stay, begins + 1, begins)
        total = scores[:, w] + top
        total[:, begins + 1] = scores[:, w][:, begins + 1] + inside
    path = np.zeros((count, width), dtype=np.int64)
    if width:
        path[:, -1] = total.argmax(1)
        for w in range(width - 1, 0, -1):
            path[:, w - 1] = back[w][every, path[:, w]]
    return path


def paragraphs(
    unit: npt.NDArray[np.int64], at: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
    """The words of each anchor's paragraph.

    ``unit``: (w,) the paragraph of each word; ``at``: (n,) anchors. Gives ``near`` (n, u), the words from the
    paragraph's first one on, and ``mask`` (n, u), 1 where the paragraph has that many, else 0.
    """
    first, past = np.searchsorted(unit, unit[at], "left"), np.searchsorted(unit, unit[at], "right")
    place = np.arange((past - first).max() if len(at) else 0)
    mask = place < (past - first)[:, None]
    return np.where(mask, first[:, None] + place, first[:, None]), mask.astype(np.float32)


def _runs(path: npt.NDArray[np.int64], kind: int) -> list[tuple[int, int]]:
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


def _labels(scores: Floats) -> Mapping[str, Mapping[str, float]]:
    out, at = {}, 0
    for name, labels in CLASSES.items():
        p = softmax(scores[at : at + len(labels)])
        out[name] = {label: float(x) for label, x in zip(labels, p, strict=True)}
        at += len(labels)
    return out


def attributions(
    window: Window,
    anchors: Floats,
    at: npt.NDArray[np.int64],
    roles: Floats,
    classes: Floats | None,
    repeated: float = 0.0,
) -> list[Attribution]:
    """The attributions of one window.

    ``anchors``: (w, anchor classes) probabilities; ``at``: (n,) the words taken as anchors; ``roles``: (n, u, roles)
    scores of the words of each one's paragraph; ``classes``: (n, all class labels) scores, or None; ``repeated``: what
    each stretch of content costs, in log-probability, so that one is not broken up for little. An anchor for which no
    word is content is dropped.
    """
    if not len(at):
        return []
    near, mask = paragraphs(window.unit, at)
    scores = np.log(softmax(roles) + 1e-9)
    scores[:, :, _CONTENT] -= repeated
    scores[:, :, 1:][mask == 0] = -np.inf
    paths = np.zeros((len(at), len(window.words)), dtype=np.int64)
    rows, columns = np.nonzero(mask)
    paths[rows, near[rows, columns]] = best_path(scores)[rows, columns]
    out = []
    for i, (anchor, path) in enumerate(zip(at.tolist(), paths, strict=True)):
        runs = {kind: _runs(path, k) for k, kind in enumerate(_KINDS)}
        if not runs["content"]:
            continue
        labels = {} if classes is None else _labels(classes[i])
        one = {kind: _one(window, runs[kind], anchor) for kind in ("source", "cue", "title", "why")}
        if anchors[anchor].argmax() == ANCHORS.index("cue") and not one["cue"]:
            one["cue"] = (_span(window, (anchor, anchor + 1)),)
        continued = labels.get("how", {}).get("continued", 0.0) > 0.5
        out.append(
            Attribution(
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
                float(1 - anchors[anchor, 0]),
            )
        )
    return out
