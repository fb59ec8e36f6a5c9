"""Which assertions are one claim: those of one sentence and its copies, those alike in their words, a quotation that
says again what stands beside it, then the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.bringing import Brought, products, wordings
from sayso.trace.claims.likeness import Likeness
from sayso.trace.claims.overlap import Floats, Ints, Lists, distinct, sharing
from sayso.trace.claims.restating import restated
from sayso.trace.claims.senses import Senses, nearness, senses
from sayso.trace.claims.witnesses import in_other_words
from sayso.trace.material import Scene
from sayso.trace.speakers import Cast

ONE_SOURCE = 0.46  # likeness of two assertions of one source that are one claim
SOURCES = 0.5  # the same of two sources
MEANT = 0.45  # likeness in meaning that two sources' words must have besides
COPIED = 0.12  # the same of two in a sentence and its copy
_COMMON = 200  # groups that hold a word from which on it no longer brings two together
_WIDE = ((2, _COMMON), (1, 20))  # where context tells too, a single rare word in common is enough to be looked at
_LINK = 0.85  # of the threshold: what groups must be alike on the average


def joined(
    scene: Scene, cast: Cast, made: Sequence[Assertion], likeness: Likeness
) -> tuple[list[list[Assertion]], list[Brought]]:
    """Every assertion in one group, groups and members in the order of ``made``, as they are numbered in ``likeness``;
    and what brought those together that differ in their words."""
    meant = senses(made)
    groups = in_like_words(scene, cast, made, likeness, meant)
    return in_other_words(scene, cast, made, groups, likeness, _candidates(groups, likeness, _WIDE), meant)


def in_like_words(
    scene: Scene, cast: Cast, made: Sequence[Assertion], likeness: Likeness, meant: Senses
) -> list[list[Assertion]]:
    """The same as far as copies, words and what stands beside a quotation tell; ``meant``: what ``made`` mean."""
    groups = _copied(scene, made, likeness)
    candidates = _candidates(groups, likeness)
    groups = _merged(groups, candidates, _between(groups, candidates, made, likeness, cast, meant))
    return restated(groups, likeness, cast)


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
    if len(own) == len(seen) == 1 and own[0].statement.kind == seen[0].statement.kind:
        return [(own[0], seen[0])]
    ones, others = (np.array([likeness.number(each) for each in side]) for side in (own, seen))
    alike = likeness.each(np.repeat(ones, len(others)), np.tile(others, len(ones))).reshape(len(ones), -1)
    pairs = sorted(((value, -i, -j) for (i, j), value in np.ndenumerate(alike) if value >= COPIED), reverse=True)
    taken: list[tuple[Assertion, Assertion]] = []
    used: set[Assertion] = set()
    for _, i, j in pairs:
        a, b = own[-i], seen[-j]
        if a not in used and b not in used:
            taken.append((a, b))
            used |= {a, b}
    return taken


def _candidates(
    groups: Sequence[Sequence[Assertion]], likeness: Likeness, asked: Sequence[tuple[int, int]] = ((2, _COMMON),)
) -> Ints:
    """(pairs, 2), in order: pairs of groups with so many words in common, or of like meaning, as is ``asked``, and each
    of these held by so many groups at most."""
    if not groups:
        return np.empty((0, 2), np.intp)
    words, count = likeness.vocabulary, len(groups)
    firsts = Lists.of([[likeness.number(a) for a in wordings(group)] for group in groups])
    at, assertion = likeness.words.at(firsts.numbers)
    group = np.repeat(np.arange(count), firsts.counts)[assertion]
    held = distinct(likeness.words.numbers[at] * count + group)
    holding = Lists.grouped(held // count, held % count, words)
    near, which = likeness.neighbours(likeness.words.numbers[at])
    reached = distinct(group[which] * words + near)
    found = [np.empty(0, np.intp)]
    for least, most in asked:
        own = reached[holding.counts[reached % words] <= most]
        one, other = sharing(Lists.grouped(own // words, own % words, count), holding, count, least)
        low, high = np.minimum(one, other), np.maximum(one, other)
        found.append((low * count + high)[low < high])
    return np.column_stack(np.divmod(distinct(np.concatenate(found)), count))


def _merged(groups: Sequence[list[Assertion]], pairs: Ints, values: Floats) -> list[list[Assertion]]:
    """The likest groups first; two merged ones stay together only where all their parts are alike enough."""
    able = np.zeros(len(groups), bool)  # to be merged with any other
    able[pairs[values >= 1]] = True
    kept = able[pairs].all(axis=1) & (values > 0)
    alike = {(i, j): value for (i, j), value in zip(pairs[kept].tolist(), values[kept].tolist(), strict=True)}
    member = list(range(len(groups)))
    clusters = {n: [n] for n in range(len(groups))}
    # What one statement says in several parts are several claims.
    held = {n: {(a.page.id, a.statement.id) for a in group} for n, group in enumerate(groups)}
    likest = sorted(((i, j) for (i, j), value in alike.items() if value >= 1), key=lambda pair: (-alike[pair], pair))
    for i, j in likest:
        one, other = member[i], member[j]
        if one == other or held[one] & held[other]:
            continue
        between = [alike.get((min(x, y), max(x, y)), 0.0) for x in clusters[one] for y in clusters[other]]
        if sum(between) / len(between) < _LINK:
            continue
        low, high = min(one, other), max(one, other)
        for n in clusters[high]:
            member[n] = low
        clusters[low] += clusters.pop(high)
        held[low] |= held.pop(high)
    return [[a for n in sorted(cluster) for a in groups[n]] for _, cluster in sorted(clusters.items())]


def _between(
    groups: Sequence[Sequence[Assertion]],
    pairs: Ints,
    made: Sequence[Assertion],
    likeness: Likeness,
    cast: Cast,
    meant: Senses,
) -> Floats:
    """For each pair of groups the likeness over its threshold, of the likest two wordings; 1 and more makes one
    claim. The words of two sources do not count where their meanings are not near."""
    pair, a, b = products(Lists.of([[likeness.number(x) for x in wordings(group)] for group in groups]), pairs)
    statement = np.array([id(x.statement) for x in made])
    negative = np.array([x.negative for x in made], bool)
    numbers: dict[tuple[str, str], int] = {}
    who = np.array([numbers.setdefault(cast.of(x.page.id, x.statement.source.id), len(numbers)) for x in made])
    told = (statement[a] != statement[b]) & (negative[a] == negative[b])
    pair, a, b = pair[told], a[told], b[told]
    if meant.any():
        near = (who[a] == who[b]) | (nearness(meant, a, b) >= MEANT)
        pair, a, b = pair[near], a[near], b[near]
    best = np.zeros(len(pairs))
    np.maximum.at(best, pair, likeness.each(a, b) / np.where(who[a] == who[b], ONE_SOURCE, SOURCES))
    return best
