"""Abbreviations in brackets whose letters are nearly, but not quite, those of the name before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_SMALL = r"(?:of|for|and|the|in|on|to|de|du|des|la|&)"
_DEFINED = compiled(
    rf"(?P<name>(?:[A-Z][\w’'-]+[’']?s?,? (?:{_SMALL} )*){{2,7}}[A-Z]?[\w’'-]*?) ?(?:\((?:the |or )?|, (?:or |known "
    rf"as )(?:the )?)"
    r"(?P<short>[A-Z]{2,6})(?=[),])"
)


def unfit(context: Context) -> Iterator[tuple[Span, str]]:
    """Each abbreviation that misses its name by a letter, and each later one that is the first with letters swapped."""
    known: dict[str, Span] = {}
    for match in _DEFINED.finditer(context.story):
        short = match["short"]
        known.setdefault(short, Span(*match.span("short")))
        if _near(match["name"], short):
            yield Span(*match.span()), f"an abbreviation that has the letters of its name; found {short}"
    for match in re.finditer(r"(?<![\w(.-])[A-Z]{3,6}(?![\w.-])", context.story):
        used = match.group()
        for short in known:
            swapped = used != short and sorted(used) == sorted(short)
            if swapped and used not in known and match.start() > known[short].end:
                yield Span(*match.span()), f"one abbreviation for this name; found {short} and {used}"
                return


def _near(name: str, short: str) -> bool:
    """Whether as many capitals stand in the last words of the name, and all but one are the abbreviation's."""
    words = re.findall(r"[\w’'-]+", name)
    capitals = [word for word in words if word[0].isupper()]
    every = [word[0].upper() for word in words if word[0].isalpha()]
    if _fits("".join(every), short) or any(
        _fits("".join(w[0] for w in capitals[n:]), short) for n in range(len(capitals))
    ):
        return False
    named = [word for word in capitals if word != "The"]
    if len(short) < 3 or (len(named) != len(short) and _subsequence(short, re.sub(r"\W", "", name).upper())):
        return False  # letters from within the words: "Interpol", "Benelux"
    initials = "".join(word[0] for word in capitals)[-len(short) :]
    different = sum(a != b for a, b in zip(initials, short, strict=False))
    swapped = sorted(initials) == sorted(short)
    return len(initials) == len(short) and (different == 1 or swapped)


def _fits(initials: str, short: str) -> bool:
    return initials == short or _subsequence(short, initials)


def _subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)
