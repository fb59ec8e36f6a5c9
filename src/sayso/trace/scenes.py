"""Scenes: what is traced together. A story, with the lesser stories that have most to do with it.

A story goes to the greater one that it copies or credits most, or that copies or credits it, unless that one goes to a
third itself. So scenes stay small however many reports credit one another, and a report more changes only those next
to it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.trace.placing import VERSION, Place, Store

SATELLITES = 20  # reports of stories that go with one, at most

Beside = Mapping[str, Mapping[str, float]]


def rescene(store: Store, places: Mapping[str, Place], old: Iterable[str]) -> None:
    """The scenes of the reports and of all that they change; ``old`` are the stories that they were part of."""
    changed = {place.story for place in places.values()}
    gone = set(old) - changed
    beside = _beside(store, changed)
    asked = changed.union(gone, *beside.values())
    asked |= {story for own in store.coming_to(asked & (changed | gone)).values() for story in own}
    beside = _beside(store, asked)
    before = store.goes_to(asked)
    now = _goes_to(beside, store.sizes(asked.union(*beside.values())))
    store.put_goes_to(now)
    moved = changed | gone | {story for story in asked if before.get(story) != now.get(story)}
    greater = moved | {to for goes in (before, now) for story in moved if (to := goes.get(story)) is not None}
    coming = store.coming_to(greater)
    onward = store.goes_to(greater)
    weights = _beside(store, greater)
    members = store.members(greater.union(*coming.values()))
    made: dict[str, str] = {}
    for story in sorted(greater & members.keys()):
        with_it = _with_it(coming.get(story, ()), weights[story], members) if onward.get(story) is None else []
        for alone in set(coming.get(story, ())).difference(with_it):
            if alone not in greater:  # it comes to a story that does not take it in, and takes in none itself
                made |= _scene(store, members[alone])
        if onward.get(story) is None:
            made |= _scene(store, [report for each in (story, *with_it) for report in members[each]])
        elif story not in _taken_in(store, str(onward[story])):
            made |= _scene(store, members[story])
    store.put_scenes(made)


def _taken_in(store: Store, story: str) -> list[str]:
    """The stories that go with this one."""
    if store.goes_to([story]).get(story) is not None:
        return []
    coming = store.coming_to([story]).get(story, [])
    return _with_it(coming, _beside(store, [story])[story], store.members(coming))


def _with_it(coming: Iterable[str], weights: Mapping[str, float], members: Mapping[str, Sequence[str]]) -> list[str]:
    """Of the stories that come to one those that it takes in, as many as there is room for."""
    taken: list[str] = []
    room = SATELLITES
    for story in sorted(coming, key=lambda other: (-weights.get(other, 0.0), other)):
        room -= len(members[story])
        if room < 0:
            break
        taken.append(story)
    return taken


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


def _goes_to(beside: Beside, sizes: Mapping[str, int]) -> dict[str, str | None]:
    """For each story that there is the greater one that it has most to do with, unless that is a lesser one."""
    made: dict[str, str | None] = {}
    for story in beside.keys() & sizes.keys():
        most = max(beside[story], key=lambda other: (beside[story][other], other), default=None)
        made[story] = most if most is not None and (sizes[most], most) > (sizes[story], story) else None
    return made


def _scene(store: Store, reports: Iterable[str]) -> dict[str, str]:
    """The reports with the name of their scene, which tells of all that it is made from."""
    own = sorted(reports)
    digest = hashlib.sha256(VERSION.encode())
    placed = store.places(own)
    for report in own:
        digest.update(store.key(report).encode())
        digest.update(msgspec.json.encode(msgspec.structs.replace(placed[report], title="")))
    return dict.fromkeys(own, digest.hexdigest())
