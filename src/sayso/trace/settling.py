"""What follows from reports that were taken in: their places, and those of the neighbours whose places they change.

Stories are found anew where they may be others, exactly as if all were grouped at once. A story that came to be by
merging likest first keeps coming to be that way, whatever stands around it, as long as nothing from outside joins it.
So the fresh reports are grouped among the stories next to them; a story that does not come out as it went in is taken
apart and grouped along with them, until all around stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from sayso.trace.placing import Place, Store, credits, texts
from sayso.trace.scenes import rescene
from sayso.trace.stories import groups, title

Told = dict[str, tuple[str, str]]  # report: first report of its story, and title


def settle(store: Store, fresh: Iterable[str]) -> None:
    """Work out where ``fresh`` reports and their neighbours stand. Others that have no place yet get one later, unless
    they are of a family with one of these."""
    new = frozenset(fresh)
    made, again = texts(store, new)
    new |= made.keys() - store.places(made).keys()
    cites = credits(store, made, new, again)
    told = regrouped(store, new)
    asked = made.keys() | cites.keys() | told.keys()
    known = store.places(asked)
    places: dict[str, Place] = {}
    for report in asked:
        place = made.get(report) or known[report]
        story, headline = told.get(report) or (known[report].story, known[report].title)
        given = cites[report] if report in cites else known[report].cites
        places[report] = msgspec.structs.replace(place, cites=given, story=story, title=headline)
    weights = _weights(store, places)
    before: dict[str, dict[tuple[str, str], float]] = {report: {} for report in places}
    for report, other, weight in store.rests(places):
        if report in before:
            before[report][report, other] = weight
    changed = sorted(
        report
        for report, place in places.items()
        if report in new or place != known.get(report) or weights[report] != before[report]
    )
    places = {report: places[report] for report in changed}
    stories = {place.story for place in places.values()}
    old = store.goes_to(stories | {known[report].story for report in places if report in known})
    store.put(places, {pair: weight for report in places for pair, weight in weights[report].items()}, cites)
    rescene(store, places, old)


def _weights(store: Store, places: Mapping[str, Place]) -> dict[str, dict[tuple[str, str], float]]:
    """For each report how much it has to do with those that it rests on."""
    alike = store.nearest(places)
    return {
        report: {
            (report, other): round(alike[report].get(other, 0.0) + copied, 4)
            for other, copied in place.rests_on.items()
        }
        for report, place in places.items()
    }


def regrouped(store: Store, fresh: frozenset[str]) -> Told:
    """The stories of the fresh reports and of all whose story they change."""
    open_ = set(fresh)
    while True:
        near = store.near(open_)
        beside = open_.union(*near.values())
        stories = store.members({place.story for place in store.places(beside).values()})
        here = open_.union(*stories.values())
        likeness = store.between(here)
        made = groups(store.days(here), likeness)
        kept = {frozenset(group) for group in made}
        broken = [own for own in stories.values() if not open_.issuperset(own) and frozenset(own) not in kept]
        if not broken:
            break
        open_ = open_.union(*broken)
    own = [group for group in made if not open_.isdisjoint(group)]
    headlines = {each: seen.print.headline for each, seen in store.seen([r for group in own for r in group]).items()}
    return {
        report: (group[0], named) for group in own for named in [title(group, likeness, headlines)] for report in group
    }
