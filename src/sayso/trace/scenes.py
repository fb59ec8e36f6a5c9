"""Scenes: what is traced together. A story, with the lesser stories that have most to do with it.

A story goes to the one that it copies or credits most, or that copies or credits it, if that is no smaller; what comes
to it by way of another goes along, as where a round-up is like one witness's report and credits the next. What comes
from farther stays apart: scenes stay small however many reports credit one another, and a report more changes only
those near it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.trace.placing import VERSION, Place, Store

SATELLITES = 20  # reports of stories that go with one, at most

Beside = Mapping[str, Mapping[str, float]]


def rescene(store: Store, places: Mapping[str, Place], old: Mapping[str, str | None]) -> None:
    """The scenes of the reports and of all that they change.

    ``old``: where the stories that they were part of went, and those that they are part of, as far as there were such.
    """
    changed = {place.story for place in places.values()}
    gone = old.keys() - changed
    asked = changed.union(gone, *_beside(store, changed).values())
    asked |= _bound(store, asked, changed | gone)
    before = store.goes_to(asked) | dict(old)
    now = _goes_to(store, _beside(store, asked))
    store.put_goes_to(now)
    moved = changed | gone | {story for story in asked if before.get(story) != now.get(story)}
    greater = moved | {to for goes in (before, now) for story in moved if (to := goes.get(story)) is not None}
    greater |= {to for to in store.goes_to(greater).values() if to is not None}
    below = {story for own in store.coming_to(greater).values() for story in own}
    further = {story for own in store.coming_to(below).values() for story in own}
    store.put_scenes(_scenes(store, greater | below | further))


def _bound(store: Store, stories: set[str], changed: set[str]) -> set[str]:
    """Those that come to these or to which these go, where that may be otherwise now: where one of the two changed, or
    both are of one size."""
    coming, goes = store.coming_to(stories), store.goes_to(stories)
    near = {story: [*coming.get(story, ()), *filter(None, [goes.get(story)])] for story in stories}
    sizes = store.sizes(stories.union(*near.values()))
    return {
        other
        for story, others in near.items()
        for other in others
        if story in changed or sizes.get(other) == sizes.get(story)
    }


def _scenes(store: Store, stories: set[str]) -> dict[str, str]:
    """The scenes of these stories and of those that go with them."""
    roots = _roots(store, stories)
    every = {root for root in roots.values() if root is not None}
    coming = store.coming_to(every)
    coming |= store.coming_to({story for own in coming.values() for story in own})
    weights = _beside(store, every | coming.keys())
    members = store.members(stories.union(every, *coming.values()))
    made: dict[str, str] = {}
    taken: dict[str, list[str]] = {}
    for root in sorted(every & members.keys()):
        taken[root] = _with_it(root, coming, weights, members)
        made |= _scene(store, [report for each in (root, *taken[root]) for report in members[each]])
    for story in sorted(stories & members.keys()):
        top = roots[story]
        if top is None or (story != top and story not in taken.get(top, ())):
            made |= _scene(store, members[story])
    return made


def _roots(store: Store, stories: set[str]) -> dict[str, str | None]:
    """For each story the one that it goes to, by way of another at most, and that goes to none; None where none is."""
    goes = store.goes_to(stories)
    for _ in range(2):
        goes |= store.goes_to({to for to in goes.values() if to is not None} - goes.keys())
    found: dict[str, str | None] = {}
    for story in stories:
        root = goes.get(story) or story
        root = goes.get(root) or root
        found[story] = root if goes.get(root) is None else None
    return found


def _with_it(
    root: str, coming: Mapping[str, Sequence[str]], weights: Beside, members: Mapping[str, Sequence[str]]
) -> list[str]:
    """Of the stories that come to one, then of those that come to these, as many as there is room for."""
    taken: list[str] = []
    room = SATELLITES
    for greater in (root, *_come(root, coming, weights, members)):
        for story in _come(greater, coming, weights, members):
            room -= len(members[story])
            if room < 0:
                return taken
            taken.append(story)
    return taken


def _come(
    greater: str, coming: Mapping[str, Sequence[str]], weights: Beside, members: Mapping[str, Sequence[str]]
) -> list[str]:
    """The stories that come to this one, those that have most to do with it first."""
    near = weights.get(greater, {})
    here = (story for story in coming.get(greater, ()) if story in members)
    return sorted(here, key=lambda other: (-near.get(other, 0.0), other))


def _beside(store: Store, stories: Iterable[str]) -> dict[str, dict[str, float]]:
    """For each story those that it has to do with, and how much."""
    made: dict[str, dict[str, float]] = {story: defaultdict(float) for story in stories}
    own = {report: story for story, members in store.members(made).items() for report in members}
    rests = store.rests(own)
    far = {end for report, of, _ in rests for end in (report, of)} - own.keys()
    own |= {report: place.story for report, place in store.places(far).items()}
    for report, of, weight in sorted(rests):
        one, other = own.get(report), own.get(of)
        if one is not None and other is not None and one != other:  # the others have no place yet
            for a, b in ((one, other), (other, one)):
                if a in made:
                    made[a][b] += weight
    return {story: {other: round(weight, 4) for other, weight in near.items()} for story, near in made.items()}


def _goes_to(store: Store, beside: Beside) -> dict[str, str | None]:
    """For each story that there is the one that it has most to do with, unless that one is smaller.

    Of two of one size that have most to do with one another, the lesser by name goes. Nothing goes round in circles:
    from one to the next of the same size, what they have to do with one another never becomes less.
    """
    sizes = store.sizes(set(beside).union(*beside.values()))
    most = {story: _most(near) for story, near in beside.items()}
    even = {other for story, other in most.items() if other is not None and sizes.get(other) == sizes.get(story)}
    most |= {story: _most(near) for story, near in _beside(store, even - beside.keys()).items()}
    made: dict[str, str | None] = {}
    for story in beside.keys() & sizes.keys():
        other = most[story]
        goes = other is not None and (
            sizes[other] > sizes[story] or (sizes[other] == sizes[story] and (most[other] != story or other > story))
        )
        made[story] = other if goes else None
    return made


def _most(near: Mapping[str, float]) -> str | None:
    return max(near, key=lambda other: (near[other], other), default=None)


def _scene(store: Store, reports: Iterable[str]) -> dict[str, str]:
    """The reports with the name of their scene, which tells of all that it is made from."""
    own = sorted(reports)
    digest = hashlib.sha256(VERSION.encode())
    placed = store.places(own)
    for report in own:
        digest.update(store.key(report).encode())
        digest.update(msgspec.json.encode(msgspec.structs.replace(placed[report], title="")))
    return dict.fromkeys(own, digest.hexdigest())
