"""Claims that say the same in other words: a report's and those of the report that it credits, those of two witnesses.

Their clauses have little in common; what they mean and what stands around them tells. Two claims are brought together
where each is the likest that the reports of the other have to show, and like enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

import numpy as np

from sayso.trace.claims.accounts import Account, accounts
from sayso.trace.claims.assertions import Assertion
from sayso.trace.claims.bringing import Brought, Group, brought_together, likest, products, wordings
from sayso.trace.claims.context import Contexts, assertion_around, passage_around
from sayso.trace.claims.likeness import Likeness
from sayso.trace.claims.meant import Meant
from sayso.trace.claims.overlap import Floats, Ints, Lists, distinct
from sayso.trace.claims.senses import Senses
from sayso.trace.claims.side_by_side import compatible, side_by_side
from sayso.trace.material import Scene
from sayso.trace.speakers import Cast, agree


class Least(NamedTuple):
    """Likeness from which on two claims are one: in context alone (``words``), or in context and in meaning, the two
    added up, with a share of how far they are ahead of others (``meant``)."""

    words: float
    meant: float


CREDITED = Least(0.18, 0.8)  # what is credited to a report, and what that report says
SAME = Least(0.2, 1.0)  # what one source says in two reports
APART = Least(0.3, 1.2)  # what two reports say of which neither credits the other
NEAR = 0.3  # likeness in meaning below which nothing is one claim, whatever the words
BARE = 0.5  # the same where no words are shared: below, it would have to be far ahead of all else
BESIDE = 0.12  # the same of what a report sets side by side
AHEAD = 0.5  # what it counts to be ahead of all else that the other's reports say
TOLD = 0.16  # likeness in context of a passage that hands on what a report tells, and what it tells
OPPOSED = 0.2  # likeness of two clauses of which one says that something is not so: from which on they contradict
_FEW = 0.1  # likeness of the clauses themselves below which what is around them does not count
_CLAUSE = 0.1  # what it counts beside the likeness in context
_PAIRS = 4  # of wordings, the likest, that are looked at in context
_DIGITS = 3  # of a likeness that is told


def in_other_words(
    scene: Scene,
    cast: Cast,
    made: Sequence[Assertion],
    groups: Sequence[Group],
    likeness: Likeness,
    candidates: Ints,
    senses: Senses,
) -> tuple[list[Group], list[Brought]]:
    """The groups, those brought together that say the same, in the order of their first members; and what brought them
    together. Asked are the pairs that are near in meaning; where there are no ``senses``, ``candidates`` (pairs, 2) and
    what reports credit one another with. ``made`` are the assertions in all groups, numbered as in ``likeness`` and
    ``senses``."""
    told = list(accounts(scene))
    compared = _Compared(scene, cast, made, groups, likeness, told, senses)
    if compared.meant.known:
        candidates = candidates[compared.meant.each(candidates) >= NEAR]
        candidates = _united(candidates, compared.meant.near(BARE), len(groups))
    else:
        candidates = _united(candidates, compared.crediting(), len(groups))
    values = compared.values(candidates)
    candidates, values = candidates[values > 0], values[values > 0]
    mutual, ahead = likest(candidates, values, [sorted({a.page.id for a in group}) for group in groups])
    turned = np.array(compared.turned, bool)
    mutual = mutual[turned[candidates[mutual, 0]] == turned[candidates[mutual, 1]]]
    pairs = [(i, j) for i, j in candidates[mutual].tolist()]
    found = []
    for (i, j), value, direct, meaning, far in zip(
        pairs,
        values[mutual].tolist(),
        compared.credited(pairs),
        compared.meant.each(candidates[mutual]).tolist(),
        (AHEAD * ahead[mutual]).tolist(),
        strict=True,
    ):
        if direct is not None:
            value, least, reason = direct, CREDITED, "alike, and one credits the other's report"
        elif compared.on_one_page(i, j) or compared.on_top(i) or compared.on_top(j):
            continue  # what one report says twice is mostly two things; a headline alone tells too little
        elif compared.of_one_source(i, j):
            least, reason = SAME, "alike, and of one source"
        else:
            least, reason = APART, "alike"
        over = max((value + far) / least.meant, (value - meaning) / least.words)
        if over >= 1:
            found.append((over, i, j, value, meaning, reason))
    alike = [
        Brought(
            i,
            j,
            *compared.nearest(i, j),
            reason,
            round(value, _DIGITS),
            round(meaning, _DIGITS) if compared.meant.known else None,
        )
        for _, i, j, value, meaning, reason in sorted(found, key=lambda item: (-item[0], *item[1:]))
    ]
    beside = [
        Brought(i, j, *compared.nearest(i, j), f"set side by side by {_name(scene, page)}", beside=page)
        for i, j, page in (*_juxtaposed(scene, cast, compared), *_retold(compared, told))
    ]
    return brought_together(groups, [*alike, *beside], cast)


def _united(pairs: Ints, others: Ints, count: int) -> Ints:
    """All of these pairs of ``count`` groups, each once, in order."""
    both = np.concatenate([pairs.reshape(-1, 2), others])
    return np.stack(np.divmod(distinct(both[:, 0] * count + both[:, 1]), max(1, count)), axis=1)


def _name(scene: Scene, report: str) -> str:
    page = scene.by_id[report]
    return page.outlet or page.reading.report.headline or report


def _juxtaposed(scene: Scene, cast: Cast, compared: _Compared) -> Iterator[tuple[int, int, str]]:
    """Of two turns that a report sets side by side the likest claims, the first where none are alike."""
    turns = [
        [(a, b) for a, b in product(one, other) if compatible(a, b)]
        for one, other in side_by_side(scene, cast, compared.made)
    ]
    for pairs in turns:
        both = [
            (compared.holding[a], compared.holding[b])
            for a, b in pairs
            if compared.holding[a] != compared.holding[b] and compared.agreed(a, b) and compared.near(a, b)
        ]
        if both:
            yield (*both[int(compared.values(np.array(both, np.intp)).argmax())], pairs[0][0].page.id)


def _retold(compared: _Compared, told: Sequence[tuple[Account, Account]]) -> Iterator[tuple[int, int, str]]:
    """What two reports tell that a third hands on side by side."""
    found = compared.told()
    for (account, _), a, b in zip(told, found[::2], found[1::2], strict=True):
        if a is None or b is None or not compatible(a, b):
            continue
        if compared.agreed(a, b) and compared.near(a, b):
            yield compared.holding[a], compared.holding[b], account.page.id


class _Compared:
    """What two groups have to do with one another."""

    def __init__(
        self,
        scene: Scene,
        cast: Cast,
        made: Sequence[Assertion],
        groups: Sequence[Group],
        likeness: Likeness,
        told: Sequence[tuple[Account, Account]],
        senses: Senses,
    ) -> None:
        self.made = made
        self.holding = {assertion: n for n, group in enumerate(groups) for assertion in group}
        self._likeness, self._told = likeness, [account for both in told for account in both]
        self._contexts = Contexts(
            scene,
            [
                *map(assertion_around, made),
                *(passage_around(account.page, account.span, account.topic, account.same) for account in self._told),
            ],
        )
        self._statement = np.array([id(a.statement) for a in made])
        self._groups, self.turned = groups, [_turned(group) for group in groups]
        self._wordings = Lists.of([[likeness.number(a) for a in wordings(group)] for group in groups])
        self._senses, self.meant = senses, Meant(self._wordings, senses)
        self._who = [{cast.of(a.page.id, a.statement.source.id) for a in group} for group in groups]
        self._pages = [{a.page.id for a in group} for group in groups]
        self._scene = scene

    def values(self, candidates: Ints) -> Floats:
        """For each pair of groups the likeness of the likest wordings, in context, 0 where the clauses have nothing in
        common, and that of what they mean."""
        pair, a, b = products(self._wordings, candidates)
        other = self._statement[a] != self._statement[b]
        return self._best(pair[other], a[other], b[other], len(candidates)) + self.meant.each(candidates)

    def credited(self, pairs: Sequence[tuple[int, int]]) -> list[float | None]:
        """For each the likeness of what one credits to the report of the other; None where it credits it with
        nothing."""
        number = self._likeness.number
        found = [
            (n, number(a), number(b))
            for n, (i, j) in enumerate(pairs)
            for one, other in ((i, j), (j, i))
            for a in self._groups[one]
            for report, _ in self._scene.credited(a.page, a.statement)
            if report not in self._pages[one]  # else what it credits is found already
            for b in self._groups[other]
            if b.page.id == report and agree(a.statement.source, b.statement.source) is not False
        ]
        pair, a, b = np.array(found, np.intp).reshape(-1, 3).T
        meaning = self.meant.each(np.array(pairs, np.intp).reshape(-1, 2))
        values = (self._best(pair, a, b, len(pairs)) + meaning).tolist()
        told = set(pair.tolist())
        return [value if n in told else None for n, value in enumerate(values)]

    def _best(self, pair: Ints, a: Ints, b: Ints, count: int) -> Floats:
        """For each of ``count`` pairs of groups the likeness in context of its likest assertions ``a`` and ``b``."""
        alike = self._likeness.each(a, b, 0.0)
        order = np.lexsort((-alike, pair))
        order = order[alike[order] >= _FEW]
        pair, alike = pair[order], alike[order]
        near = np.arange(len(order)) - np.searchsorted(pair, pair) < _PAIRS
        order, pair, alike = order[near], pair[near], alike[near]
        made = np.zeros(count)
        np.maximum.at(made, pair, _CLAUSE * alike + self._contexts.each(a[order], b[order]))
        return made

    def meaning(self, i: int, j: int) -> float | None:
        """The part of their likeness that is meaning; None where the model is not installed."""
        return round(float(self.meant.each(np.array([(i, j)]))[0]), _DIGITS) if self.meant.known else None

    def nearest(self, i: int, j: int) -> tuple[Assertion, Assertion]:
        """Of two groups the wordings that are nearest in meaning; the first of those."""
        return max(product(wordings(self._groups[i]), wordings(self._groups[j])), key=lambda pair: self._sense(*pair))

    def _sense(self, a: Assertion, b: Assertion) -> int:
        one, other = (self._senses[self._likeness.number(each)].astype(np.int64) for each in (a, b))
        return int(one @ other)

    def told(self) -> list[Assertion | None]:
        """For each of the accounts what the reports that it hands on tell likest, if it is like enough; else what is
        read in the account itself."""
        there: dict[str, list[int]] = defaultdict(list)
        for n, assertion in enumerate(self.made):
            if not assertion.page.on_top(assertion.span):
                there[assertion.page.id].append(n)
        found: list[Assertion | None] = []
        for number, account in enumerate(self._told, len(self.made)):
            inside = [n for n in there[account.page.id] if account.span.contains(self.made[n].span)]
            own = np.array(
                [n for report in sorted(account.reports - {account.page.id}) for n in there[report]], np.intp
            )
            values = self._contexts.each(np.full(len(own), number), own)
            best = int(values.argmax()) if len(own) else 0
            if len(own) and values[best] >= TOLD:
                found.append(self.made[own[best]])
            else:
                found.append(self.made[inside[0]] if inside else None)
        return found

    def crediting(self) -> Ints:
        """Pairs of which one credits a report in which the other is told, the lower number first."""
        there: dict[str, set[int]] = defaultdict(set)
        for n, pages in enumerate(self._pages):
            for page in pages:
                there[page].add(n)
        found = {
            (min(i, j), max(i, j))
            for i, group in enumerate(self._groups)
            for a in group
            for report, _ in self._scene.credited(a.page, a.statement)
            if report not in self._pages[i]
            for j in there[report]
        }
        return np.array(sorted(found), np.intp).reshape(-1, 2)

    def agreed(self, a: Assertion, b: Assertion) -> bool:
        """Neither rejects the other: where words are alike a negation turns them round, elsewhere it tells nothing."""
        if self.turned[self.holding[a]] == self.turned[self.holding[b]]:
            return True
        return not a.rejects and not b.rejects and self._likeness.of(a, b) < OPPOSED

    def near(self, a: Assertion, b: Assertion) -> bool:
        """Near enough in meaning to be one matter where a report sets them side by side."""
        i, j = self.holding[a], self.holding[b]
        meaning = self.meaning(i, j)
        return meaning is None or meaning >= (BESIDE if self.turned[i] == self.turned[j] else NEAR)

    def on_one_page(self, i: int, j: int) -> bool:
        return not self._pages[i].isdisjoint(self._pages[j])

    def on_top(self, i: int) -> bool:
        return all(assertion.page.on_top(assertion.span) for assertion in self._groups[i])

    def of_one_source(self, i: int, j: int) -> bool:
        return not self._who[i].isdisjoint(self._who[j])


def _turned(group: Group) -> bool:
    """Most of it says that something is not so."""
    return sum(assertion.negative for assertion in group) * 2 > len(group)
