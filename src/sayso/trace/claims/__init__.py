"""Claims: what is asserted, by whom, in which reports, and who denies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.trace.claims.assertions import Assertion, assertions
from sayso.trace.claims.bringing import Brought
from sayso.trace.claims.denials import Denials, denied
from sayso.trace.claims.gist import gist
from sayso.trace.claims.joining import joined
from sayso.trace.claims.likeness import Likeness
from sayso.trace.material import Scene
from sayso.trace.origins import Origins
from sayso.trace.speakers import Cast
from sayso.trace.types import Claim, Correction, Together


@dataclass(frozen=True, slots=True, eq=False)
class Asserted:
    """What the reports of a scene have others assert: ``groups`` are the claims, those in most reports first.

    ``denied`` is what denials repeat of what they deny; ``brought`` tells why statements that differ in their words
    are in one group. ``retold`` is what notices of corrections tell of an earlier version: no witness of it.
    """

    scene: Scene
    groups: tuple[tuple[Assertion, ...], ...]
    denied: tuple[Assertion, ...]
    likeness: Likeness
    brought: tuple[Brought, ...] = ()
    retold: frozenset[Assertion] = frozenset()

    @property
    def witnessed(self) -> tuple[tuple[Assertion, ...], ...]:
        """The same without what is only retold; a claim of nothing else is dropped before."""
        return tuple(tuple(a for a in group if a not in self.retold) for group in self.groups)


def asserted(scene: Scene, cast: Cast) -> Asserted:
    """The assertions of a scene, brought together."""
    made = assertions(scene)
    told = tuple(denied(scene))
    likeness = Likeness(scene, [*made, *told])
    groups, brought = joined(scene, cast, made, likeness)
    return Asserted(scene, ordered(groups), told, likeness, tuple(brought))


def ordered(groups: Iterable[Sequence[Assertion]]) -> tuple[tuple[Assertion, ...], ...]:
    """Those in most reports first, then the earliest."""
    by = sorted(
        groups, key=lambda group: (-len({a.page.id for a in group}), _first(group).page.age, _first(group).span)
    )
    return tuple(map(tuple, by))


def claims(found: Asserted, cast: Cast, numbered: int, corrections: Iterable[Correction] = ()) -> tuple[Claim, ...]:
    """A claim for each group; ``numbered`` are known already. What ``corrections`` take back counts as denied."""
    denials = Denials(found.scene, found.groups, found.denied, found.likeness, corrections)
    brought: dict[Assertion, list[Brought]] = defaultdict(list)
    for each in found.brought:
        brought[each.a].append(each)
    made = []
    for number, (group, witnessed) in enumerate(zip(found.groups, found.witnessed, strict=True), numbered + 1):
        origins = Origins(found.scene, cast, witnessed)
        denied_by = denials.of(group)
        made.append(
            Claim(
                id=f"c{number}",
                gist=gist(_first(group)),
                statements=tuple(dict.fromkeys(assertion.at for assertion in group)),
                originators=origins.names,
                independent_origins=origins.count,
                witness_families=origins.witness_families,
                stands=denials.stands(group, denied_by),
                denied_by=denied_by,
                because=origins.because,
                together=tuple(
                    Together((each.a.at, each.b.at), each.reason, each.likeness, each.meaning)
                    for assertion in group
                    for each in brought.get(assertion, ())
                ),
            )
        )
    return tuple(made)


def _first(group: Sequence[Assertion]) -> Assertion:
    return min(group, key=lambda assertion: (assertion.page.age, assertion.span))
