"""Claims: what is asserted, by whom, in which reports, and who denies it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.trace.claims.assertions import Assertion, assertions
from sayso.trace.claims.denials import Denials
from sayso.trace.claims.joining import Likeness, joined
from sayso.trace.material import Scene
from sayso.trace.origins import Origins
from sayso.trace.speakers import Cast
from sayso.trace.types import Claim

_GIST = 200


def claims(scene: Scene, cast: Cast, numbered: int) -> tuple[Claim, ...]:
    """The claims of a scene, those in most reports first; ``numbered`` are known already."""
    made = assertions(scene)
    likeness = Likeness(scene, made)
    groups = joined(scene, cast, made, likeness)
    groups.sort(key=lambda group: (-len({a.page.id for a in group}), _first(group).page.age, _first(group).span))
    denials = Denials(scene, groups, likeness)
    found = []
    for number, group in enumerate(groups, numbered + 1):
        origins = Origins(scene, cast, group)
        denied_by = denials.of(group)
        found.append(
            Claim(
                id=f"c{number}",
                gist=" ".join(_first(group).text.split())[:_GIST],
                statements=tuple(dict.fromkeys(assertion.at for assertion in group)),
                originators=origins.names,
                independent_origins=origins.count,
                witness_families=origins.witness_families,
                stands=denials.stands(group, denied_by),
                denied_by=denied_by,
                because=origins.because,
            )
        )
    return tuple(found)


def _first(group: Sequence[Assertion]) -> Assertion:
    return min(group, key=lambda assertion: (assertion.page.age, assertion.span))
