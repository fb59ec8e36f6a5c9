"""What follows from reports that were taken in: their places, and those of the neighbours whose places they change.

Stories are found anew where they may be others, exactly as if all were grouped at once. A story that came to be by
merging likest first keeps coming to be that way, whatever stands around it, as long as nothing from outside joins it.
So the fresh reports are grouped among the stories next to them; a story that does not come out as it went in is taken
apart and grouped along with them, until all around stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable

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
    for report in sorted(asked):
        place = made.get(report) or known[report]
        story, headline = told.get(report) or (known[report].story, known[report].title)
        given = cites[report] if report in cites else known[report].cites
        place = msgspec.structs.replace(place, cites=given, story=story, title=headline)
        if report in new or place != known.get(report):
            places[report] = place
    old = {place.story for report, place in known.items() if report in places}
    alike = store.nearest(places)
    store.put(
        places,
        {
            (report, other): round(alike[report].get(other, 0.0) + copied, 4)
            for report, place in places.items()
            for other, copied in place.rests_on.items()
        },
        cites,
    )
    rescene(store, places, old)


def regrouped(store: Store, fresh: frozenset[str]) -> Told:
    """The stories of the fresh reports and of all whose story they change."""
    open_ = set(fresh)
    while True:
        near = store.near(open_)
        beside = {other for around in near.values() for other in around} - open_
        stories = {place.story for place in store.places(beside).values()}
        closed = {story: left for story, own in store.members(stories).items() if (left := set(own) - fresh)}
        here = open_.union(*closed.values())
        likeness = store.between(here)
        made = groups(store.days(here), likeness)
        kept = {frozenset(group) for group in made}
        broken = [own for own in closed.values() if frozenset(own) not in kept]
        if not broken:
            break
        open_ = open_.union(*broken)
    own = [group for group in made if not open_.isdisjoint(group)]
    headlines = {each: seen.print.headline for each, seen in store.seen([r for group in own for r in group]).items()}
    return {
        report: (group[0], named) for group in own for named in [title(group, likeness, headlines)] for report in group
    }
