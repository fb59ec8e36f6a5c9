"""Which of a name's meanings fits: a linear model over how large a place is and how well it lies among the others.

Every distinct name of a report has one meaning there. Two rounds: the first takes the other names at their most
populous, the second at what the first made of them. Weights: ``ranker.json`` (``training/place_ranker.py``),
conditional logit, one list per round, in the order of :data:`FEATURES`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from sayso.grounding.places.candidates import Meanings, Qualifier

Array = np.ndarray[Any, np.dtype[np.float64]]

WEIGHTS = Path(__file__).with_name("ranker.json")
ROUNDS = 2
FEATURES = (
    "population", "share", "country", "region", "county", "area", "capital", "alias", "division",
    "qualified", "disqualified", "own country named", "own region named", "own county named",
    "same country", "same region", "same county", "near", "far", "near beside", "region beside",
    "country of outlet", "abroad for outlet", "near outlet", "region of outlet", "city named as its region",
    "dominant",
)  # fmt: skip
_NEAR, _FAR = math.cos(60 / 6371), math.cos(250 / 6371)


@dataclass(frozen=True, slots=True)
class Name:
    """A distinct name of a report: its meanings, what qualifies it, and where it stands (first offsets, in order)."""

    meanings: Meanings
    qualifiers: tuple[Qualifier, ...]
    offsets: tuple[int, ...]
    of_outlet: bool = False  # stands in the outlet's name


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known beside the names: countries named or implied by demonyms, the outlet's country."""

    countries: frozenset[str]
    outlet_country: str | None


def rank(names: Sequence[Name], setting: Setting) -> list[list[float]]:
    """Probability of every entry of every name, each list in the order of ``name.meanings.entries``."""
    if not names:
        return []
    table = Table(names, setting)
    chances = table.by_population()
    for weights in _weights():
        chances = table.softmax(table.features(chances) @ weights)
    return table.split(chances)


class Table:
    """All entries of all names of one report as rows of arrays."""

    def __init__(self, names: Sequence[Name], setting: Setting) -> None:
        rows = [(g, e) for g, name in enumerate(names) for e in name.meanings.entries]
        self.names, self.setting, self.rows = names, setting, rows
        self.group = np.array([g for g, _ in rows], dtype=np.int64)
        self.starts = np.flatnonzero(np.diff(self.group, prepend=-1)) if rows else np.array([], dtype=np.int64)
        latitude, longitude = (np.radians([getattr(e, k) for _, e in rows]) for k in ("latitude", "longitude"))
        shrink = np.cos(latitude)
        unit = np.stack([shrink * np.cos(longitude), shrink * np.sin(longitude), np.sin(latitude)], axis=1)
        point = np.array([e.kind in ("city", "county") for _, e in rows], dtype=bool)
        cosine = unit @ unit.T
        both = point[:, None] & point[None, :]
        self.near, self.far = (cosine > _NEAR) & both, (cosine > _FAR) & both
        self.in_country = self._same([e.country for _, e in rows])
        self.in_region = self._same([(e.country, e.region) if e.region else None for _, e in rows])
        self.in_county = self._same([(e.country, e.region, e.county) if e.county else None for _, e in rows])
        is_county = np.array([e.kind == "county" for _, e in rows], dtype=bool)
        self.counties = self.in_county & is_county[None, :] & ~is_county[:, None]
        self.own = self.group[:, None] == self.group[self.starts][None, :]
        of_outlet = np.array([names[g].of_outlet for g in self.group[self.starts]], dtype=bool)
        self.outlet, self.inside = of_outlet & ~self.own, ~self.own
        self.beside = self._beside() & self.inside
        self.fixed = self._fixed()

    def _same(self, keys: list[Any]) -> Any:
        numbers: dict[Any, int] = {}
        codes = np.array([-1 - i if k is None else numbers.setdefault(k, len(numbers)) for i, k in enumerate(keys)])
        return codes[:, None] == codes[None, :]

    def _beside(self) -> Any:
        """Row by name: does that name stand within 150 characters of this row's?"""
        places = [np.array(self.names[g].offsets) for g in self.group[self.starts]]
        close = np.zeros((len(places), len(places)), dtype=bool)
        owner = (
            np.concatenate([np.full(len(p), i) for i, p in enumerate(places)]) if places else np.array([], dtype=int)
        )
        flat = np.concatenate(places) if places else np.array([])
        order = np.argsort(flat, kind="stable")
        flat, owner = flat[order], owner[order]
        for i in range(len(flat)):
            j = i + 1
            while j < len(flat) and flat[j] - flat[i] <= 150 and j - i <= 12:
                close[owner[i], owner[j]] = close[owner[j], owner[i]] = True
                j += 1
        return close[np.searchsorted(self.starts, self.starts[np.searchsorted(self.group[self.starts], self.group)])]

    def _fixed(self) -> Array:
        """The features that do not hang on what the other names mean."""
        named_regions = {
            (e.country, e.region) for n in self.names for e in n.meanings.entries if e.kind == "region"
        }  # fmt: skip
        totals = [sum([e.population for e in name.meanings.entries]) + 1 for name in self.names]
        largest = [sorted([e.population for e in name.meanings.entries])[-2:] for name in self.names]
        regions = [{(e.region, e.country) for e in n.meanings.entries if e.kind == "region"} for n in self.names]
        values = []
        for g, e in self.rows:
            name, total = self.names[g], totals[g]
            fits = any(q.fits(e) for q in name.qualifiers)
            is_city = e.kind == "city"
            others = largest[g][0] if e.population == largest[g][-1] else largest[g][-1]
            others = others if len(largest[g]) > 1 else 0.0
            share = (e.region, e.country) in regions[g]
            values.append([
                math.log10(e.population + 1) / 2, e.population / total, e.kind == "country",
                e.kind == "region", e.kind == "county", e.kind == "area", e.capital, e.alias,
                name.meanings.division and e.kind in ("region", "county"), fits, bool(name.qualifiers) and not fits,
                e.kind != "country" and e.country in self.setting.countries,
                is_city and (e.country, e.region) in named_regions,
                e.country is not None and e.country == self.setting.outlet_country,
                bool(is_city and self.setting.outlet_country and e.country != self.setting.outlet_country),
                share and is_city,
                min(2.0, max(0.0, math.log10((e.population + 1) / (others + 1)))),
            ])  # fmt: skip
        return np.array(values, dtype=float).reshape(len(self.rows), 17)

    def by_population(self) -> Array:
        return self.softmax(np.log([e.population + 1 for _, e in self.rows]))

    def softmax(self, scores: Array) -> Array:
        if not len(scores):
            return scores
        which = np.searchsorted(self.group[self.starts], self.group)
        weights = np.exp(scores - np.maximum.reduceat(scores, self.starts)[which])
        return np.asarray(weights / np.add.reduceat(weights, self.starts)[which])

    def features(self, chances: Array) -> Array:
        """(entries, features) given how probable each entry is so far."""
        if not len(self.rows):
            return np.zeros((0, len(FEATURES)))

        def best(fits: Any) -> Array:
            return np.asarray(np.maximum.reduceat(fits * chances[None, :], self.starts, axis=1))

        def support(best: Array, whose: Any) -> Array:
            return np.asarray(np.log1p(np.add.reduce(best * whose, axis=1)))

        f = self.fixed
        region, near, far = best(self.in_region), best(self.near), best(self.far)
        columns = [
            *f[:, :13].T, support(best(self.counties), self.inside), support(best(self.in_country), self.inside),
            support(region, self.inside), support(best(self.in_county), self.inside), support(near, self.inside),
            support(far, self.inside), support(near, self.beside), support(region, self.beside),
            f[:, 13], f[:, 14], support(far, self.outlet), support(region, self.outlet), *f[:, 15:].T,
        ]  # fmt: skip
        return np.stack(columns, axis=1)

    def split(self, chances: Array) -> list[list[float]]:
        parts: list[list[float]] = [[] for _ in self.names]
        for g, chance in zip(self.group.tolist(), chances.tolist(), strict=True):
            parts[g].append(chance)
        return parts


@cache
def _weights() -> tuple[Array, ...]:
    model = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    if tuple(model["features"]) != FEATURES or len(model["rounds"]) != ROUNDS:
        raise ValueError(f"{WEIGHTS} was made for other features: run training/place_ranker.py")
    return tuple(np.array(weights, dtype=float) for weights in model["rounds"])
