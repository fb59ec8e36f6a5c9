"""Place mentions of one report → where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.grounding.places.candidates import meanings, qualifiers
from sayso.grounding.places.gazetteer import Entry, gazetteer
from sayso.grounding.places.governments import demonym_at_start
from sayso.grounding.places.names import key_of
from sayso.grounding.places.ranking import Name, Setting, rank
from sayso.patterns import kept
from sayso.types import Place, Span

#: Names that are weighed against one another at a time; a longer report is taken in stretches.
_STRETCH = 48
#: Below this probability the report does not tell which place is meant, and none is given.
LEAST = 0.15
_CAPITALISED = kept(r"[A-Z](?<!\w.)[\w’'-]+(?:\s[A-Z][\w’'-]+)?")
_TOP_LEVEL = {"uk": "GB", "gov": "US", "mil": "US", "edu": "US"}
_NO_COUNTRY = frozenset(["tv", "co", "io", "me", "fm", "ly", "to", "cc", "ws", "ai", "am", "eu"])


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of the report beside its text: the outlet (name, host or URL) and the dateline's places."""

    outlet: str | None = None
    dateline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """``rule``: how the words led to the gazetteer (:mod:`candidates`); ``probability``: the ranker's, 0 to 1."""

    place: Place
    probability: float
    rule: str


def resolve(mentions: Sequence[Span], text: str, hints: Hints | None = None) -> tuple[Resolution, ...]:
    """One resolution for each mention, in order; where nothing is known its place has no country or coordinates."""
    resolved: dict[int, Resolution] = {}
    for stretch in stretches(mentions, text, hints or Hints()):
        for spans, name, chances in zip(
            stretch.mentions, stretch.names, rank(stretch.names, stretch.setting), strict=False
        ):
            entry, probability = _best(name.meanings.entries, chances)
            for number, span in spans:
                resolved[number] = Resolution(_place(entry, span, text), probability, name.meanings.rule)
    return tuple(resolved[number] for number in range(len(mentions)))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Names that are weighed together: first those of the text, with the numbers and spans of their mentions."""

    mentions: tuple[tuple[tuple[int, Span], ...], ...]
    names: tuple[Name, ...]
    setting: Setting


def stretches(mentions: Sequence[Span], text: str, hints: Hints) -> Iterator[Stretch]:
    """The mentions by their words, at most ``_STRETCH`` different ones at a time, each with the hints' names behind."""
    setting = Setting(frozenset(_countries_by_demonym(text)), _country_of(hints.outlet))
    letters = _letters(hints.outlet or "")
    extra = [Name(meanings(words), (), (0,)) for words in hints.dateline]
    extra += [Name(meanings(words), (), (0,), of_outlet=True) for words in places_in_outlet(letters)]
    groups: dict[str, list[tuple[int, Span]]] = {}
    for number, span in enumerate(mentions):
        groups.setdefault(span.of(text).removeprefix("the "), []).append((number, span))
    every = [tuple(group) for group in groups.values()]
    for first in range(0, len(every), _STRETCH):
        part = every[first : first + _STRETCH]
        yield Stretch(tuple(part), (*(_name(spans, text, letters) for spans in part), *extra), setting)


def _name(spans: Sequence[tuple[int, Span]], text: str, outlet: str) -> Name:
    behind = dict.fromkeys(q for _, span in spans for q in qualifiers(text, span.end))
    words = spans[0][1].of(text)
    key = key_of(words).replace(" ", "")
    of_outlet = len(key) >= 5 and key in outlet
    return Name(meanings(words), tuple(behind), tuple(span.begin for _, span in spans[:20]), of_outlet)


def _best(entries: tuple[Entry, ...], chances: Sequence[float]) -> tuple[Entry | None, float]:
    if not entries:
        return None, 0.0
    best = max(range(len(entries)), key=chances.__getitem__)
    return (entries[best], chances[best]) if chances[best] >= LEAST else (None, chances[best])


def _place(entry: Entry | None, span: Span, text: str) -> Place:
    if entry is None:
        return Place(span.of(text), None, None, None, span)
    return Place(entry.name, entry.country, entry.latitude, entry.longitude, span)


def _countries_by_demonym(text: str) -> Iterator[str]:
    for words in dict.fromkeys(_CAPITALISED.findall(text)):
        if found := demonym_at_start(words):
            yield found.country


def _country_of(outlet: str | None) -> str | None:
    """The country of a host name by its top-level domain; None for .com and the like."""
    if not outlet or "." not in outlet:
        return None
    host = re.sub(r"^\w+://", "", outlet).split("/")[0].split(":")[0]
    last = host.rsplit(".", 1)[-1].lower()
    if last in _TOP_LEVEL:
        return _TOP_LEVEL[last]
    return last.upper() if len(last) == 2 and last not in _NO_COUNTRY else None


def _letters(outlet: str) -> str:
    """An outlet's name or host as one word: "https://www.thearborfordherald.com/x" → "arborfordherald"."""
    host = re.sub(r"^\w+://(?:www\.)?", "", outlet.lower()).split("/")[0]
    label = re.sub(r"\.(?:com?|org|net|gov|[a-z]{2,3})(?:\.[a-z]{2})?$", "", host)[:60]
    return re.sub(r"[^a-z]", "", label.removeprefix("www.").removeprefix("the ").removeprefix("the"))


@lru_cache(maxsize=256)
def places_in_outlet(letters: str) -> tuple[str, ...]:
    """Place names at either end of an outlet's name as one word ("arborfordherald"), the longest first, two at most."""
    found: list[str] = []
    for size in range(min(len(letters), 20), 4, -1):
        for part in dict.fromkeys((letters[:size], letters[-size:])):
            if not any(part in longer for longer in found) and _known(part):
                found.append(part)
    return tuple(found[:2])


def _known(part: str) -> bool:
    return any(e.population >= 3000 and not (e.alias and e.kind == "city") for e in gazetteer().find(part))
