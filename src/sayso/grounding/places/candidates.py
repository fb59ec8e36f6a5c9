"""What a place name could mean: the gazetteer's entries for it, and the words right behind it that narrow them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.grounding.places.abbreviations import ABBREVIATIONS, POSTAL
from sayso.grounding.places.gazetteer import Entry, gazetteer
from sayso.grounding.places.governments import demonym_at_start
from sayso.patterns import kept

#: More namesakes than this are cut to those of most people.
MOST = 40
_DIVISION = (
    "oblast|region|province|governorate|prefecture|district|county|parish|state|territory|republic|krai|canton|"
    "municipality"
)
_DIVISION_AFTER = kept(rf"\s+(?:{_DIVISION})s?$", re.IGNORECASE)
_DIVISION_BEFORE = kept(r"^(?:county|state|province|region|republic|commonwealth)\s+(?:of\s+)?", re.IGNORECASE)
_TOWN_BEFORE = kept(r"^(?:the\s+)?(?:city|town|village|port|greater|downtown|central|old)\s+(?:of\s+)?", re.IGNORECASE)
_TOWN_AFTER = kept(r"\s+(?:city|township|town|village|borough)$", re.IGNORECASE)
_POSSESSIVE = kept(r"['’]s?$")
_BEHIND = kept(r"(?:['’]s)?,?\s+(?:in\s+)?\(?((?:[A-Z][\w.'’-]*)(?:\s+[A-Z][\w.'’-]*){0,3})")


@dataclass(frozen=True, slots=True)
class Meanings:
    """``entries``, most people first; ``rule`` says how the words led to them; ``division``: they name a division."""

    entries: tuple[Entry, ...]
    rule: str
    division: bool = False


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A larger place named right behind a name, as in "Paris, Texas": what of an entry must fit."""

    country: str | None
    region: str | None
    county: str | None = None

    def fits(self, entry: Entry) -> bool:
        return (
            self.country == entry.country
            and self.region in (None, entry.region)
            and self.county in (None, entry.county)
            and entry.kind != "country"
        )


@lru_cache(maxsize=4096)
def meanings(words: str) -> Meanings:
    """Entries that the words can mean, by the first rule that finds any; no entries where none does."""
    words = _POSSESSIVE.sub("", " ".join(words.split()))
    if words in ABBREVIATIONS:
        country, name = ABBREVIATIONS[words]
        found = tuple(
            e for e in gazetteer().find(name) if e.kind == "region" and e.country == country and e.region == name
        )
        if found or words in POSTAL:
            return Meanings(found, "abbreviation", division=True)
    bare = words.removeprefix("the ").removeprefix("The ")
    if entries := gazetteer().find(bare):
        return _chosen(entries, "name", division=bool(_DIVISION_AFTER.search(bare)))
    government = demonym_at_start(bare)
    if government:
        found = tuple(
            e for e in gazetteer().find(government.name) if e.kind == "country" and e.country == government.country
        )
        return Meanings(found, "demonym")
    for pattern, rule in ((_DIVISION_AFTER, "division"), (_DIVISION_BEFORE, "division"), (_TOWN_BEFORE, "town"),
                          (_TOWN_AFTER, "town")):  # fmt: skip
        stripped = pattern.sub("", bare)
        if stripped != bare and (entries := gazetteer().find(stripped)):
            return _chosen(entries, rule, division=rule == "division")
    return Meanings((), "unknown")


def _chosen(entries: tuple[Entry, ...], rule: str, *, division: bool) -> Meanings:
    """Divisions where the words say division; otherwise a town rather than the division that has its name from it."""
    divisions = [e for e in entries if e.kind in ("region", "county")]
    if division and divisions:
        return Meanings(tuple(divisions[:MOST]), rule, division=True)
    towns = {(e.country, e.region) for e in entries if e.kind == "city"}
    kept = [e for e in entries if e not in divisions or (e.country, e.region) not in towns or _is_state(e)]
    return Meanings(tuple(kept[:MOST]), rule)


def _is_state(entry: Entry) -> bool:
    """New York and Washington are states as often as towns; Kherson without "region" is the town."""
    return entry.kind == "region" and entry.country == "US"


def qualifiers(text: str, end: int) -> tuple[Qualifier, ...]:
    """What the words behind a name that ends at ``end`` say about where it lies: ", Ontario", " (Texas)", ", Wis."."""
    match = _BEHIND.match(text, end, end + 80)
    if match is None or not re.match(r"(?:['’]s)?,|\s+\(|\s+in\s", text[end : end + 8]):
        return ()
    words = match[1].split()
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        found = _larger(name) or _larger(name.rstrip(".,'’"))
        if found:
            return found
    return ()


@lru_cache(maxsize=4096)
def _larger(name: str) -> tuple[Qualifier, ...]:
    found = []
    for entry in meanings(name).entries:
        if entry.kind == "country":
            found.append(Qualifier(entry.country, None))
        elif entry.kind == "region":
            found.append(Qualifier(entry.country, entry.region))
        elif entry.kind == "county":
            found.append(Qualifier(entry.country, entry.region, entry.county))
    return tuple(found)
