"""Which quotations of different reports are one utterance: by words, speaker, and place in a copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

from rapidfuzz.distance import LCSseq

from sayso.trace.material import Scene
from sayso.trace.speakers import Cast, agree
from sayso.trace.utterances.pieces import Piece
from sayso.trace.utterances.retold import retold, short

SAME_SPEAKER = 0.5  # share of the shorter's words that stand in the other in order, where one source says both
UNKNOWN = 0.62  # the same where the speakers cannot be told
OTHER = 0.8  # the same where they are two
PLACED = 0.2  # the same where a copy has one in the place of the other
_COMMON_PLACE = 24  # pieces of one strand up to which all are compared
SHORT = 3  # words
_PART = 2  # times as long as the other from which on one piece holds the other as a part
_COMMON = 400  # pieces with one word in common from which on the word no longer brings two together


def utterances(scene: Scene, cast: Cast, found: Sequence[Piece]) -> list[list[Piece]]:
    """Groups of two pieces or more from different reports, each an utterance or part of one, in the pieces' order."""
    parent = list(range(len(found)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = n = parent[parent[n]]
        return n

    bridges: list[tuple[int, int]] = []
    for i, j in sorted({*_candidates(found), *short(found, cast)}):
        if root(i) != root(j) and _one(found[i], found[j], cast, scene):
            if _part_only(found[i], found[j]):
                bridges.append((i, j))
            else:
                parent[max(root(i), root(j))] = min(root(i), root(j))
    # What is but a part of one may be a part of many: it goes with one of them and joins none of them to another.
    placed: set[int] = set()
    for i, j in sorted(bridges, key=lambda pair: -len(found[pair[0]].content & found[pair[1]].content)):
        part = min(i, j, key=lambda n: (len(found[n].wording.words), n))
        if part not in placed and root(i) != root(j):
            parent[max(root(i), root(j))] = min(root(i), root(j))
        placed.add(part)
    groups: dict[int, list[Piece]] = defaultdict(list)
    for n, piece in enumerate(found):
        groups[root(n)].append(piece)
    return [group for group in groups.values() if len({piece.page.id for piece in group}) > 1]


def _part_only(a: Piece, b: Piece) -> bool:
    """One is a phrase of the other's, in another place than a copy of it would have it."""
    if a.strand is not None and a.strand == b.strand:
        return False
    x, y = sorted((len(a.wording.words), len(b.wording.words)))
    return x * _PART < y


def _candidates(found: Sequence[Piece]) -> set[tuple[int, int]]:
    """Pairs with two content words in common (one where the shorter has but one or two), or of one strand.

    Pieces with the very same words are compared in a chain, so that a family of reprints costs no square.
    """
    alike: dict[tuple[str, ...], list[int]] = defaultdict(list)
    strands: dict[tuple[str, int], list[int]] = defaultdict(list)
    for n, piece in enumerate(found):
        alike[piece.wording.norms].append(n)
        if piece.strand is not None:
            strands[piece.strand].append(n)
    pairs = {pair for same in (*alike.values(), *strands.values()) for pair in pairwise(same)}
    for placed in strands.values():
        if len(placed) <= _COMMON_PLACE:
            pairs |= set(combinations(placed, 2))
    firsts = sorted(same[0] for same in alike.values())
    holding: dict[str, list[int]] = defaultdict(list)
    for n in firsts:
        shared: dict[int, int] = defaultdict(int)
        for word in found[n].content:
            if len(holding[word]) < _COMMON:
                for other in holding[word]:
                    shared[other] += 1
            holding[word].append(n)
        for other, count in shared.items():
            if count >= min(2, len(found[n].content), len(found[other].content)) or count * 2 >= min(
                len(found[n].content), len(found[other].content)
            ):
                pairs.add((other, n))
    return pairs


def _one(a: Piece, b: Piece, cast: Cast, scene: Scene) -> bool:
    if a.page is b.page:
        return False
    x, y = a.wording.norms, b.wording.norms
    share = LCSseq.similarity(x, y) / min(len(x), len(y))
    content = len(a.content & b.content)
    same = _same_speaker(a, b, cast)
    if a.strand is not None and a.strand == b.strand:
        return share >= PLACED or content > 0 or same is not False
    if min(len(x), len(y)) < SHORT:
        return False  # a word or two between marks is told by its place alone
    if scene.strands.placed(a.page, a.span.begin, b.page, b.span.begin) and (content > 1 or share >= SAME_SPEAKER):
        return True
    if not content:
        return same is True and retold(a, b)
    if same is False:
        return share >= OTHER and (content >= 3 or (share == 1 and scene.related(a.page.id, b.page.id)))
    return share >= (SAME_SPEAKER if same and content > 1 else UNKNOWN)


def _same_speaker(a: Piece, b: Piece, cast: Cast) -> bool | None:
    if a.statement is None or b.statement is None:
        return None
    one, other = a.statement.source, b.statement.source
    if cast.of(a.page.id, one.id) == cast.of(b.page.id, other.id):
        return True
    return agree(one, other)
