"""What government a country's name, capital, demonym or seat of power stands for when it is a source."""

from __future__ import annotations

from functools import lru_cache

from sayso.grounding.places.governments import government_of

#: Seats that stand for the government itself; White House, Kremlin, Pentagon and the like are sources of their own.
_SEATS = frozenset(("Downing Street", "Number 10", "No. 10", "No 10", "10 Downing Street", "Whitehall"))


@lru_cache(maxsize=4096)
def country_of(words: str) -> str | None:
    """The country whose name, capital or seat of government the words are, in their usual spelling; else None."""
    if words == "U.S":
        return "United States"
    if words == "Brussels":
        return "European Union"
    found = government_of(words)
    if found is None or found.rule == "demonym" or (found.rule == "seat" and words not in _SEATS):
        return None
    return found.name


@lru_cache(maxsize=4096)
def is_country(words: str) -> bool:
    """Whether the words are a country's own name rather than its capital's."""
    found = government_of(words)
    return words == "U.S" or (found is not None and found.rule == "country")


@lru_cache(maxsize=4096)
def is_national(word: str) -> bool:
    """Whether a word after an article means one person of a country: "Spaniard"; not "Russians", "French"."""
    found = government_of(word)
    several = word.endswith(("s", "ese", "ish", "ch", "men"))
    return found is not None and found.rule == "demonym" and word.isalpha() and not several


@lru_cache(maxsize=4096)
def demonym_of(words: str) -> str | None:
    """The country whose demonym or name the words are, or begin with."""
    found = government_of(words)
    if found is None or found.rule not in ("demonym", "country") or found.name.endswith("territories"):
        return None  # "Palestinians" are named as such
    return found.name
