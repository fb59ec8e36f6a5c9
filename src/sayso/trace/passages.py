"""Which sentences of a copy come from which sentences of its source, and how much they were changed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel

from sayso.trace.alignment import in_order, sentences, similarity
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import PRIME, SENTENCE, mix
from sayso.trace.types import Alteration, Passage
from sayso.types import Span

IN_ORDER = 0.15  # similarity at which a sentence of the ordered assignment counts as taken
MOVED = 0.4  # the same for one that was moved
SPLIT_OFF = 6  # words of a short sentence
LEAST_WEIGHT = 1.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """``coverage``: share (0–1) of the copy's words in passages; ``dropped``: of the source's words in none.

    ``identity`` has an entry for each sentence of the copy that is taken: how much of it (0–1) stands unchanged in the
    source, and its words.
    """

    passages: tuple[Passage, ...]
    coverage: float
    dropped: float
    identity: tuple[tuple[float, int], ...]


def align(copy: Fingerprint, source: Fingerprint, *, moved: float = MOVED, ordered: float = IN_ORDER) -> Alignment:
    """Passages of whole sentences, in the copy's order, disjoint on either side."""
    ours, theirs = _hashes(copy), _hashes(source)
    taken = _unchanged(ours, theirs)
    if len(taken) < len(ours):
        taken = _assign(copy, source, moved, ordered)
    bounds, origins = _sentence_bounds(copy), _sentence_bounds(source)
    _fill(taken, bounds)
    if not taken:
        return Alignment((), 0.0, 1.0, ())
    identity: list[tuple[float, int]] = []
    for i, j in taken.items():
        same = ours[i] == theirs[j] or Indel.normalized_similarity(
            copy.stems[bounds[i] : bounds[i + 1]].tolist(), source.stems[origins[j] : origins[j + 1]].tolist()
        )
        identity.append((float(same), bounds[i + 1] - bounds[i]))
    used = sum(origins[j + 1] - origins[j] for j in set(taken.values()))
    words = sum(count for _, count in identity)
    return Alignment(_passages(taken, copy, source), words / bounds[-1], 1 - used / origins[-1], tuple(identity))


def alteration(found: Alignment) -> Alteration:
    """What was done to the source on its way into the copy."""
    words = sum(count for _, count in found.identity)
    same, own = sum(share * count for share, count in found.identity) / words, 1 - found.coverage
    typical, passed = 0.0, 0
    for share, count in sorted(found.identity):  # the median word's
        typical, passed = share, passed + count
        if passed * 2 > words:
            break
    if same >= 0.985 and own <= 0.02 and found.dropped <= 0.03:
        return "none"
    if same >= 0.96 and own <= 0.02 and found.dropped > 0.03:
        return "cut"
    return "light" if typical >= 0.88 else "spun"


def _sentence_bounds(report: Fingerprint) -> list[int]:
    """Index of each sentence's first word, and the number of words."""
    return [*np.flatnonzero(report.kinds & SENTENCE).tolist(), len(report.kinds)]


def _hashes(report: Fingerprint) -> list[int]:
    """One number for each sentence, equal for equal sentences."""
    bounds = _sentence_bounds(report)
    place = np.arange(len(report.stems)) - np.repeat(bounds[:-1], np.diff(bounds))
    spread = mix(report.stems.astype(np.uint64) * np.uint64(PRIME) + place.astype(np.uint64)).astype(np.uint64)
    return np.add.reduceat(spread, bounds[:-1]).tolist() if len(report.stems) else []


def _unchanged(ours: list[int], theirs: list[int]) -> dict[int, int]:
    """The source's sentence for each of the copy's that stands there word for word, in order; none twice."""
    where: dict[int, list[int]] = {}
    for j in reversed(range(len(theirs))):
        where.setdefault(theirs[j], []).append(j)
    return {i: where[sentence].pop() for i, sentence in enumerate(ours) if where.get(sentence)}


def _assign(copy: Fingerprint, source: Fingerprint, moved: float, ordered: float) -> dict[int, int]:
    """The source's sentence for each sentence of the copy that has one."""
    ours = sentences(copy, quoted=True, least=LEAST_WEIGHT)
    theirs = sentences(source, quoted=True, least=LEAST_WEIGHT)
    alike = similarity(ours, theirs)
    if not alike.size:
        return {}
    taken = {i: j for i, j in in_order(alike) if alike[i, j] >= ordered}
    rest = alike.copy()
    rest[list(taken)] = 0
    rest[:, list(taken.values())] = 0
    while rest.max() >= moved:
        i, j = divmod(int(rest.argmax()), rest.shape[1])
        taken[i] = j
        rest[i] = 0
        rest[:, j] = 0
    return {int(ours.number[i]): int(theirs.number[taken[i]]) for i in sorted(taken)}


def _fill(taken: dict[int, int], bounds: list[int]) -> None:
    """What stands between two sentences whose sources have just one between them comes from that one.

    A short one between two whose sources follow on one another was split off from the first.
    """
    used = set(taken.values())
    for i in range(1, len(bounds) - 2):
        before, after = taken.get(i - 1), taken.get(i + 1)
        if i in taken or before is None or after is None:
            continue
        if (after == before + 2 and before + 1 not in used) or (
            after == before + 1 and bounds[i + 1] - bounds[i] <= SPLIT_OFF
        ):
            taken[i] = before + (after - before) // 2
    for i in sorted(taken):
        taken[i] = taken.pop(i)


def _passages(taken: dict[int, int], copy: Fingerprint, source: Fingerprint) -> tuple[Passage, ...]:
    runs: list[list[tuple[int, int]]] = []
    for i, j in taken.items():
        last = runs[-1][-1] if runs else None
        if last is not None and i == last[0] + 1 and last[1] <= j <= last[1] + 1:
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])
    return tuple(
        Passage(
            Span(int(copy.sentences[run[0][0], 0]), int(copy.sentences[run[-1][0], 1])),
            Span(int(source.sentences[run[0][1], 0]), int(source.sentences[run[-1][1], 1])),
        )
        for run in runs
    )
