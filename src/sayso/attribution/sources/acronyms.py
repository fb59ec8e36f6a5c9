"""Finds what the acronyms of a report stand for, by the initials of words elsewhere in it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.sources.names import Name
from sayso.attribution.sources.page import Page
from sayso.patterns import kept

#: "Anti-Defamation" gives two letters.
_CAPITAL = kept(r"(?<![^-])[A-Z]")
_SMALL = frozenset(["of", "for", "and", "the", "in", "on", "to", "de", "&", "'s", "’s", "-", "at"])


def is_acronym(name: Name, page: Page) -> bool:
    """Whether a name is nothing but initials."""
    return len(name.key) == 1 and _is_acronym(page.words[name.first])


def expansions(page: Page, names: Sequence[Name]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Key of an acronym → key of the name that its words begin with or lie in."""
    wanted: set[tuple[str, ...]] = {
        name.key for name in names if len(name.key) == 1 and _is_acronym(page.words[name.first])
    }
    longer = {name.key: name for name in names if len(name.key) > 1}
    found = _beside(page, names, wanted)
    for acronym in sorted(wanted - found.keys()):
        letters = acronym[0].replace(".", "")
        for key, name in longer.items():
            initials = [(i, word[0]) for i, word in enumerate(page.lower[name.first : name.end]) if word not in _SMALL]
            text = "".join(letter for _, letter in initials)
            every = "".join(word[0] for word in page.lower[name.first : name.end] if word[0].isalpha())
            parts = "".join(
                part[0].lower() for word in page.words[name.first : name.end] for part in _CAPITAL.findall(word)
            )
            if letters in (text, every, parts) or (
                text.endswith(letters) and len(letters) > 1 and len(text) - len(letters) <= 1
            ):
                found[acronym] = key
                break
    return found


def _beside(page: Page, names: Sequence[Name], wanted: set[tuple[str, ...]]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """What a name is called from now on: "the Upper Norland Relief Fund (UNREFU)"."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for name in names:
        inside = page.lower[name.end : name.end + 3]
        if len(inside) < 3 or (inside[0], inside[2]) != ("(", ")") or len(name.key) < 3:
            continue
        key = (inside[1],)
        if key in wanted and name.key[0][0] == inside[1][0]:
            found.setdefault(key, name.key)
    return found


def _is_acronym(word: str) -> bool:
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 7 and letters.isalpha() and letters.isupper()
