"""Which government is meant by a capital, a demonym or a seat of power: "Kyiv", "Iranian officials", "the Kremlin".

Capitals and demonyms come from ``countries.json`` (made with the gazetteer); the seats are a small table of general
knowledge here. Whether the words stand for a government at all ("Moscow said" or "in Moscow") is the caller's to tell.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from sayso.patterns import kept

_TABLE = Path(__file__).with_name("countries.json")

_SEATS = {
    "AR": "Casa Rosada", "AU": "Parliament House", "BR": "Planalto Palace; Planalto; Itamaraty",
    "CA": "Parliament Hill",
    "CL": "La Moneda", "CN": "Zhongnanhai; Great Hall of the People", "CO": "Casa de Narino",
    "DE": "Bundestag; Bundesrat",
    "ES": "Moncloa; La Moncloa", "FR": "Elysee; Elysee Palace; Matignon; Quai d'Orsay",
    "GB": "Downing Street; Number 10; No. 10; 10 Downing Street; Whitehall; Westminster; Buckingham Palace",
    "IL": "Knesset", "IN": "South Block; Rashtrapati Bhavan; Lok Sabha", "IR": "Majlis",
    "IT": "Palazzo Chigi; Quirinal; Quirinale; Farnesina", "JP": "Kantei; Kasumigaseki; Nagatacho",
    "KR": "Blue House; Cheong Wa Dae", "MX": "Los Pinos", "NG": "Aso Rock", "NL": "Binnenhof", "PH": "Malacanang",
    "PK": "Aiwan-e-Sadr", "PL": "Sejm", "RU": "Kremlin; Smolenskaya Square; State Duma; Duma",
    "TR": "Bestepe", "UA": "Bankova; Verkhovna Rada; Rada",
    "US": "White House; Pentagon; Capitol Hill; Foggy Bottom; Oval Office; Langley",
    "VA": "Holy See; Vatican", "ZA": "Union Buildings",
}  # fmt: skip

#: Peoples of their own name; a demonym's plural ("Russians") is made by rule.
_PEOPLES = {
    "Briton": "GB", "Brit": "GB", "Englishman": "GB", "Scot": "GB", "Scottish": "GB", "Welsh": "GB", "English": "GB",
    "Frenchman": "FR", "Dane": "DK", "Finn": "FI", "Pole": "PL", "Spaniard": "ES", "Swede": "SE", "Turk": "TR",
    "Serb": "RS", "Serbian": "RS", "Croat": "HR", "Slovene": "SI", "Icelander": "IS", "New Zealander": "NZ",
    "Afghani": "AF", "Argentinean": "AR", "Ecuadorian": "EC", "Azeri": "AZ", "Hong Konger": "HK", "Montenegrin": "ME",
    "Maldivian": "MV", "Surinamese": "SR", "Tadzhik": "TJ", "South Ossetian": "GE", "Abkhaz": "GE", "Abkhazian": "GE",
    "Chechen": "RU", "Dagestani": "RU", "Crimean": "UA", "Catalan": "ES", "Tibetan": "CN", "Salvadorean": "SV",
    "Dominican": "DO", "Bengali": "BD", "Sinhalese": "LK", "Greenlander": "GL", "Djiboutian": "DJ", "Vietnamese": "VN",
}  # fmt: skip
_SHORT_NAMES = {
    "US": "US", "U.S.": "US", "USA": "US", "America": "US", "UK": "GB", "U.K.": "GB", "Britain": "GB",
    "Great Britain": "GB", "UAE": "AE", "DRC": "CD", "Czechia": "CZ", "Burma": "MM",
}  # fmt: skip
_ARTICLE = kept(r"^(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = kept(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Government:
    """``country``: ISO 3166-1 alpha-2; ``name``: the country's usual English name; ``rule``: what told."""

    country: str
    name: str
    rule: Literal["capital", "demonym", "seat", "country"]


def government_of(words: str) -> Government | None:
    """The government meant by a source's words; None where they name none.

    The words may go on after the demonym or the possessive ("Iranian officials", "Moscow's envoy"), so that the answer
    for "Ukrainian officials" is Ukraine's; a name goes on too ("Washington Post"), which is why a capital, a seat or a
    country must stand alone or in the possessive.
    """
    bare = _ARTICLE.sub("", words.strip())
    first = re.split(r"['’]s?\s", bare, maxsplit=1)[0]
    for form in dict.fromkeys((bare, _POSSESSIVE.sub("", bare), first)):
        if found := _by_name().get(_plain(form)):
            return found
    return demonym_at_start(bare)


@lru_cache(maxsize=8192)
def demonym_at_start(words: str) -> Government | None:
    """The country of the demonym that the words begin with ("South Korean troops"), the longest that fits."""
    tokens = words.replace("’", "'").split(maxsplit=3)[:3]
    for count in range(len(tokens), 0, -1):
        form = " ".join(tokens[:count]).removesuffix("'s").rstrip(",;:'")
        if found := _by_demonym().get(form):
            return found
    return None


def country_name(code: str) -> str | None:
    """Usual English name of a country, by its ISO 3166-1 alpha-2 code."""
    row = _countries().get(code)
    return None if row is None else row["name"]


def _plain(name: str) -> str:
    return name.replace("é", "e").replace("É", "E").replace("’", "'")


@cache
def _countries() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(_TABLE.read_text(encoding="utf-8"))
    return table


@cache
def _by_name() -> dict[str, Government]:
    table: dict[str, Government] = {}
    for code, row in _countries().items():
        table.update({_plain(c): Government(code, row["name"], "capital") for c in row["capitals"]})
    for code, row in _countries().items():
        table[_plain(row["name"])] = Government(code, row["name"], "country")
    for name, code in _SHORT_NAMES.items():
        table[name] = Government(code, _countries()[code]["name"], "country")
    for code, seats in _SEATS.items():
        table.update({seat: Government(code, _countries()[code]["name"], "seat") for seat in seats.split("; ")})
    return table


@cache
def _by_demonym() -> dict[str, Government]:
    listed = {demonym: code for code, row in _countries().items() for demonym in row["demonyms"]} | _PEOPLES
    table = {}
    for demonym, code in listed.items():
        found = Government(code, _countries()[code]["name"], "demonym")
        table[demonym] = found
        if demonym.endswith("man"):
            table[demonym[:-3] + "men"] = found
        elif not demonym.endswith(("ese", "ish", "ch", "s", ".")):
            table[demonym + "s"] = found
    return table
