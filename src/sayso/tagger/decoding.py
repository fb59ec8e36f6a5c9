"""Scores to attributions: which words anchor one, and the spans of each anchor's roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sayso.tagger.labels import ANCHORS, CLASSES, ROLES
from sayso.tagger.spans import Attribution
from sayso.types import Span

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
#: The runs of one anchor's roles, by kind in the order of :data:`ROLES`: words of its paragraph, end exclusive.
Runs = tuple[list[tuple[int, int]], ...]
_CONTENT = ROLES.index("B-content")


def softmax(scores: Floats) -> Floats:
    shifted = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(shifted / shifted.sum(-1, keepdims=True), dtype=np.float32)


def best_path(scores: Floats, steps: Floats | None = None) -> Integers:
    """Most probable role sequences in which inside follows only begin or inside of the same role.

    ``scores``: (n, w, roles) log-probabilities, w at least 1; ``steps``: (roles, roles), what each role counts after
    each, where that was learned. Gives (n, w) roles. All n sequences are decoded at once, word by word; what need not
    wait for the word before is worked out for all words.
    """
    count, width, roles = scores.shape
    total = scores.transpose(1, 2, 0).copy()  # (w, roles, n): of the best sequences that end in each role
    total[0, 2::2] = -np.inf
    free = np.r_[0, 1:roles:2]  # the roles that may follow any other
    before = np.empty((width - 1, roles, count), dtype=np.int64)  # the role that each role of the next word comes from
    if steps is None:
        for last, now in pairwise(total):
            now[2::2] += np.maximum(last[1::2], last[2::2])
            reached = last.max(0)
            now[1::2] += reached
            now[0] += reached
        before[:, free] = total[:-1].argmax(1)[:, None]
        stays = total[:-1, 2::2] > total[:-1, 1::2]
    else:
        after, on, in_ = steps[:, free].T[:, :, None], np.diagonal(steps[1::2, 2::2]), np.diagonal(steps[2::2, 2::2])
        stays = np.empty((width - 1, len(on), count), dtype=bool)
        for w, (last, now) in enumerate(pairwise(total)):
            begun, inside = last[1::2] + on[:, None], last[2::2] + in_[:, None]
            np.greater(inside, begun, out=stays[w])
            now[2::2] += np.maximum(begun, inside)
            each = last + after
            before[w, free] = each.argmax(1)
            now[free] += each.max(1)
    insides = np.arange(2, roles, 2)[:, None]
    before[:, 2::2] = np.where(stays, insides, insides - 1)
    path, every = np.empty((width, count), dtype=np.int64), np.arange(count)
    path[-1] = total[-1].argmax(0)
    for w in range(width - 1, 0, -1):
        path[w - 1] = before[w - 1][path[w], every]
    return path.T


def paragraphs(unit: Integers, at: Integers) -> tuple[Integers, Floats]:
    """The words of each anchor's paragraph.

    ``unit``: (w,) the paragraph of each word; ``at``: (n,) anchors. Gives ``near`` (n, u), the words from the
    paragraph's first one on, and ``mask`` (n, u), 1 where the paragraph has that many, else 0.
    """
    first, past = np.searchsorted(unit, unit[at], "left"), np.searchsorted(unit, unit[at], "right")
    place = np.arange((past - first).max() if len(at) else 0)
    mask = place < (past - first)[:, None]
    return np.where(mask, first[:, None] + place, first[:, None]), mask.astype(np.float32)


def _labels(scores: Floats) -> dict[str, list[dict[str, float]]]:
    """Probabilities by label for each row of (n, all class labels) scores, by class."""
    out, at = {}, 0
    for name, labels in CLASSES.items():
        rows = softmax(scores[:, at : at + len(labels)]).tolist()
        out[name] = [dict(zip(labels, row, strict=True)) for row in rows]
        at += len(labels)
    return out


@dataclass(frozen=True, slots=True)
class Scored:
    """What the model says of words with at least one anchor among them: those of a window, or of several.

    ``words``: (w, 2) code points in the text; ``anchors``: (w, anchor classes) probabilities; ``at``: (n,) the words
    taken as anchors; ``near``, ``mask``: (n, u) the words of each one's paragraph (:func:`paragraphs`); ``roles``:
    (n, u, roles) scores of those words; ``classes``: (n, all class labels) scores, or None.
    """

    words: Integers
    anchors: Floats
    at: Integers
    near: Integers
    mask: Floats
    roles: Floats
    classes: Floats | None


def _paths(scored: Sequence[Scored], repeated: float, steps: Floats | None) -> Integers:
    """(n, u) roles of the words of the paragraphs of all anchors."""
    shape = sum(len(s.at) for s in scored), max(s.roles.shape[1] for s in scored)
    roles, within = np.zeros((*shape, len(ROLES)), dtype=np.float32), np.zeros(shape, dtype=bool)
    begin = 0
    for s in scored:
        rows, columns = slice(begin, begin + len(s.at)), slice(s.roles.shape[1])
        roles[rows, columns], within[rows, columns] = s.roles, s.mask
        begin += len(s.at)
    scores = np.log(softmax(roles) + 1e-9)
    scores[:, :, _CONTENT] -= repeated
    scores[:, :, 1:][~within] = -np.inf
    return best_path(scores, steps)


def _runs(path: Integers) -> Iterator[tuple[int, int, int, int]]:
    """Each begin with the insides that follow it: its row, its kind's place in :data:`Runs`, first word and word past
    the last."""
    ended = np.pad(path, ((0, 0), (0, 1)))
    rows, begins = np.nonzero(ended % 2)
    outside = np.flatnonzero((ended == 0) | (ended % 2 == 1))
    ends = outside[outside.searchsorted(rows * ended.shape[1] + begins, "right")] - rows * ended.shape[1]
    kinds = ended[rows, begins] // 2
    return zip(rows.tolist(), kinds.tolist(), begins.tolist(), ends.tolist(), strict=True)


def attributions(scored: Sequence[Scored], repeated: float = 0.0, steps: Floats | None = None) -> list[Attribution]:
    """The attributions of a text's windows; an anchor for which no word is content is dropped.

    ``repeated`` is what each stretch of content costs, in log-probability, so that one is not broken up for little;
    ``steps``: of :func:`best_path`.
    """
    if not scored:
        return []
    paths = _paths(scored, repeated, steps)
    runs: list[Runs] = [([], [], [], [], []) for _ in paths]
    for row, kind, begin, end in _runs(paths):
        runs[row][kind].append((begin, end))
    labels = None if scored[0].classes is None else _labels(np.concatenate([s.classes for s in scored]))
    out, row = [], 0
    for s in scored:
        words, kinds = s.words.tolist(), s.anchors[s.at].argmax(1).tolist()
        scores = (1 - s.anchors[s.at, 0]).tolist()
        for at, kind, first, score in zip(s.at.tolist(), kinds, s.near[:, 0].tolist(), scores, strict=True):
            mine = runs[row]
            if mine[_CONTENT // 2]:
                given = {} if labels is None else {name: of[row] for name, of in labels.items()}
                out.append(_attribution(words, first, mine, at, kind == ANCHORS.index("cue"), given, score))
            row += 1
    return out


def _attribution(
    words: Sequence[Sequence[int]],
    first: int,
    runs: Runs,
    at: int,
    is_cue: bool,
    labels: Mapping[str, Mapping[str, float]],
    score: float,
) -> Attribution:
    """``first``: which of ``words`` is the paragraph's first one; ``at``: which is the anchor."""
    anchor = at - first

    def span(run: tuple[int, int]) -> Span:
        return Span(words[first + run[0]][0], words[first + run[1] - 1][1])

    def one(runs: Sequence[tuple[int, int]]) -> Span | None:
        """The run nearest to the anchor: these roles are one span in the guide."""
        return span(min(runs, key=lambda r: max(r[0] - anchor, anchor - r[1] + 1, 0))) if runs else None

    source, cue, content, title, why = runs
    near = one(cue or ([(anchor, anchor + 1)] if is_cue else []))
    return Attribution(
        one(source),
        () if near is None else (near,),
        tuple(map(span, content)),
        "continued" if labels.get("how", {}).get("continued", 0.0) > 0.5 else "explicit",
        one(title),
        one(why),
        labels.get("act", {}),
        labels.get("type", {}),
        labels.get("firmness", {}),
        labels.get("via", {}).get("some", 0.0),
        score,
    )
