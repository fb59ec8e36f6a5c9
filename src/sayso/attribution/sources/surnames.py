"""Surnames that stand alone: whether whoever bears them is a man or a woman, as the words around them tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.names import Name
from sayso.attribution.sources.page import Page

#: Pronouns that mostly mean whoever was named last, by gender.
_SUBJECTS = {"he": "m", "himself": "m", "she": "f", "herself": "f"}


class Surname(NamedTuple):
    """``gender``: "m" or "f"; ``first``: the word where it first stands alone."""

    gender: str
    first: int


def honour(name: Name) -> str:
    """The gender that the honorific before a name tells."""
    if name.honorific in lexicon.MALE_HONORIFICS:
        return "m"
    return "f" if name.honorific in lexicon.FEMALE_HONORIFICS else ""


def surnames(page: Page, names: Sequence[Name]) -> dict[tuple[str, ...], Surname]:
    """By key, where honorifics and the next pronouns of their sentences agree; headlines are left out."""
    told: dict[tuple[str, ...], Counter[str]] = {}
    first: dict[tuple[str, ...], int] = {}
    ordered = sorted(names, key=lambda name: name.first)
    for name, after in zip_longest(ordered, ordered[1:]):
        stop = after.begin if after else len(page.words)
        if len(name.key) > 1 or page.titled[name.first]:
            continue
        first.setdefault(name.key, name.first)
        counts = told.setdefault(name.key, Counter())
        counts[honour(name)] += 1
        for at in range(name.end, stop):
            if page.sentence[at] != page.sentence[name.first]:
                break
            if page.lower[at] in _SUBJECTS:
                counts[_SUBJECTS[page.lower[at]]] += 1
                break
    return {
        key: Surname(gender, first[key])
        for key, counts in told.items()
        for gender, other in (("m", "f"), ("f", "m"))
        if counts[gender] and not counts[other]
    }
