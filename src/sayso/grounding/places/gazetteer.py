"""The gazetteer: about 200,000 places of GeoNames in one compressed file of arrays, looked up by name.

``gazetteer.npz`` is made by ``training/gazetteer/build.py``. For every key (:func:`names.key_of`) its 64-bit hash, in
order, and how many postings it has; a posting is twice the place's number, plus one where the key is an alias. Per
place: name, kind (+8: capital of its country), country, region (first-level division), county (second-level), position
in hundredths of a degree, and 1024 times the binary logarithm of its population plus one.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from sayso.grounding.places.names import hash_of, key_of

FILE = Path(__file__).with_name("gazetteer.npz")
#: Kinds of places, by number. An area is no administrative unit: a continent, the Balkans, the West Bank.
KINDS = ("country", "region", "county", "city", "area")

#: Names whose places are kept at hand.
_REMEMBERED = 8192


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer; ``alias``: found under another name than its own. Degrees; people."""

    number: int
    name: str
    kind: str
    country: str | None
    region: str | None
    county: str | None
    latitude: float
    longitude: float
    population: float
    capital: bool
    alias: bool


class Gazetteer:
    """Loaded once per process by :func:`gazetteer`; looking up never changes it."""

    def __init__(self, path: Path = FILE) -> None:
        self._known: dict[str, tuple[Entry, ...]] = {}
        with np.load(path) as arrays:
            self._hashes = arrays["hashes"].data
            self._starts = np.concatenate(([0], np.cumsum(arrays["counts"]))).astype(np.uint32).data
            self._postings = arrays["postings"].data
            names = arrays["names"]
            self._names = names.tobytes()
            breaks = np.flatnonzero(names == ord("\n"))
            self._name_starts = np.concatenate(([0], breaks + 1, [len(names) + 1])).astype(np.uint32).data
            self._codes = [code.decode() for code in arrays["codes"].tolist()]
            self._regions = arrays["region_names"].tobytes().decode().split("\n")
            self._counties = arrays["county_names"].tobytes().decode().split("\n")
            self._kind, self._country = arrays["kind"].data, arrays["country"].data
            self._region, self._county = arrays["region"].data, arrays["county"].data
            self._latitude, self._longitude = arrays["latitude"].data, arrays["longitude"].data
            self._population = arrays["population"].data

    def __len__(self) -> int:
        return len(self._kind)

    def find(self, name: str) -> tuple[Entry, ...]:
        """Every place of that name, most people first; () where there is none."""
        key = key_of(name)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[key] = self._look_up(key)
        return found

    def _look_up(self, key: str) -> tuple[Entry, ...]:
        wanted = hash_of(key)
        at = bisect_left(self._hashes, wanted)
        if not key or at == len(self._hashes) or self._hashes[at] != wanted:
            return ()
        return tuple(self._entry(n) for n in self._postings[self._starts[at] : self._starts[at + 1]])

    def _entry(self, posting: int) -> Entry:
        number = posting // 2
        kind = self._kind[number]
        return Entry(
            number,
            self._names[self._name_starts[number] : self._name_starts[number + 1] - 1].decode(),
            KINDS[kind & 7],
            self._codes[self._country[number]] or None,
            self._regions[self._region[number]] or None,
            self._counties[self._county[number]] or None,
            self._latitude[number] / 100,
            self._longitude[number] / 100,
            2.0 ** (self._population[number] / 1024) - 1,
            bool(kind & 8),
            bool(posting & 1),
        )


@cache
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process, loaded on first use."""
    return Gazetteer()
