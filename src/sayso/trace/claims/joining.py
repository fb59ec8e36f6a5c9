"""Which assertions are one claim: those of one sentence and its copies, those alike in their words, then the rest."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.likeness import Likeness
from sayso.trace.claims.witnesses import in_other_words, wordings
from sayso.trace.material import Scene
from sayso.trace.speakers import Cast

ONE_SOURCE = 0.46  # likeness of two assertions of one source that are one claim
SOURCES = 0.5  # the same of two sources
COPIED = 0.12  # the same of two in a sentence and its copy
_COMMON = 200  # groups that hold a word from which on it no longer brings two together
_LINK = 0.85  # of the threshold: what groups must be alike on the average


def joined(scene: Scene, cast: Cast, made: Sequence[Assertion], likeness: Likeness) -> list[list[Assertion]]:
    """Every assertion in one group, groups and members in the order of ``made``."""
    groups = _copied(scene, made, likeness)
    groups = _merged(groups, _candidates(groups, likeness), likeness, cast)
    return in_other_words(scene, cast, groups, likeness, sorted(_candidates(groups, likeness)))


def _copied(scene: Scene, made: Sequence[Assertion], likeness: Likeness) -> list[list[Assertion]]:
    """Assertions of one strand: each of a copy with its like in the sentence that it was made from."""
    number = {assertion: n for n, assertion in enumerate(made)}
    parent = list(range(len(made)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = n = parent[parent[n]]
        return n

    strands: dict[tuple[str, int], dict[str, list[Assertion]]] = defaultdict(lambda: defaultdict(list))
    for assertion in made:
        strand = scene.strands.of(assertion.page, assertion.span.begin)
        if strand is not None:
            strands[strand][assertion.page.id].append(assertion)
    for by_page in strands.values():
        first, *others = by_page.values()
        seen = list(first)
        for own in others:
            for a, b in _assigned(own, seen, likeness):
                parent[root(number[a])] = root(number[b])
            known = {root(number[x]) for x in seen}
            seen += [x for x in own if root(number[x]) not in known]
    found: dict[int, list[Assertion]] = defaultdict(list)
    for n, assertion in enumerate(made):
        found[root(n)].append(assertion)
    return list(found.values())


def _assigned(
    own: Sequence[Assertion], seen: Sequence[Assertion], likeness: Likeness
) -> list[tuple[Assertion, Assertion]]:
    """The likest first, each once; a single one of either side goes with its only counterpart of the same kind."""
    pairs = sorted(((likeness.of(a, b), -i, -j) for i, a in enumerate(own) for j, b in enumerate(seen)), reverse=True)
    taken: list[tuple[Assertion, Assertion]] = []
    used: set[Assertion] = set()
    for alike, i, j in pairs:
        a, b = own[-i], seen[-j]
        sole = len(own) == len(seen) == 1 and a.statement.kind == b.statement.kind
        if (alike >= COPIED or sole) and a not in used and b not in used:
            taken.append((a, b))
            used |= {a, b}
    return taken


def _candidates(groups: Sequence[Sequence[Assertion]], likeness: Likeness) -> set[tuple[int, int]]:
    """Pairs of groups with two words in common or of like meaning."""
    holding: dict[int, set[int]] = defaultdict(set)
    reaching: list[set[int]] = []
    for n, group in enumerate(groups):
        near: set[int] = set()
        for assertion in wordings(group):
            near |= likeness.neighbours(assertion)
            for word in likeness.own(assertion):
                holding[word].add(n)
        reaching.append(near)
    common = {word for word, members in holding.items() if len(members) > _COMMON}
    pairs: set[tuple[int, int]] = set()
    for n, near in enumerate(reaching):
        shared = Counter(m for word in near - common for m in holding.get(word, ()) if m != n)
        pairs |= {(min(n, m), max(n, m)) for m, count in shared.items() if count >= 2}
    return pairs


def _merged(
    groups: Sequence[list[Assertion]], candidates: set[tuple[int, int]], likeness: Likeness, cast: Cast
) -> list[list[Assertion]]:
    """The likest groups first; two merged ones stay together only where all their parts are alike enough."""
    alike: dict[tuple[int, int], float] = {}
    for i, j in sorted(candidates):
        value = _between(groups[i], groups[j], likeness, cast)
        if value > 0:
            alike[i, j] = value
    member = list(range(len(groups)))
    clusters = {n: [n] for n in range(len(groups))}
    # What one statement says in several parts are several claims.
    held = {n: {(a.page.id, a.statement.id) for a in group} for n, group in enumerate(groups)}
    for (i, j), value in sorted(alike.items(), key=lambda item: (-item[1], item[0])):
        one, other = member[i], member[j]
        if value < 1 or one == other or held[one] & held[other]:
            continue
        pairs = [alike.get((min(x, y), max(x, y)), 0.0) for x in clusters[one] for y in clusters[other]]
        if sum(pairs) / len(pairs) < _LINK:
            continue
        low, high = min(one, other), max(one, other)
        for n in clusters[high]:
            member[n] = low
        clusters[low] += clusters.pop(high)
        held[low] |= held.pop(high)
    return [[a for n in sorted(cluster) for a in groups[n]] for _, cluster in sorted(clusters.items())]


def _between(one: Sequence[Assertion], other: Sequence[Assertion], likeness: Likeness, cast: Cast) -> float:
    """Likeness over its threshold, of the likest pair of different wordings; 1 and more makes one claim."""
    best = 0.0
    for a in wordings(one):
        for b in wordings(other):
            if a.page is b.page and a.statement is b.statement:
                continue
            if a.negative != b.negative:
                continue
            same = cast.of(a.page.id, a.statement.source.id) == cast.of(b.page.id, b.statement.source.id)
            best = max(best, likeness.of(a, b) / (ONE_SOURCE if same else SOURCES))
    return best
