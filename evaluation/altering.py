"""What the alterations of published reports share: a passage replaced, one of several chosen, another number."""

from __future__ import annotations

import random
import re

#: The altered text and the place of the change.
Altered = tuple[str, int]
MONTHS = "January February March April May June July August September October November December".split()
WORDS = "two three four five six seven eight nine ten eleven twelve".split()


def put(text: str, begin: int, end: int, words: str) -> Altered:
    return text[:begin] + words + text[end:], begin


def pick(found: list[re.Match[str]], rng: random.Random) -> re.Match[str] | None:
    return rng.choice(found) if found else None


def other(number: str, rng: random.Random) -> str:
    """A number of the same form that is clearly another."""
    if number.lower() in WORDS:
        n = WORDS.index(number.lower())
        return rng.choice([each for m, each in enumerate(WORDS) if abs(m - n) in (2, 3)])
    value = float(number.replace(",", ""))
    new = value + rng.choice([2, 3]) if value < 20 else value * rng.choice([0.6, 1.4, 1.7])
    return f"{new:,.1f}" if "." in number else f"{round(new):,}" if "," in number else str(round(new))
