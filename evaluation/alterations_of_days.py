"""Alterations of days, months, years and terms that a report tells in two places, and of tallies of a chamber."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import combinations

from evaluation.altering import MONTHS, Altered, other, put

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.)"
_SAID = frozenset("said told asked added wrote reporters statement interview news night morning with that from".split())


def _twice(text: str, pattern: str) -> list[tuple[re.Match[str], re.Match[str]]]:
    """Pairs of one and the same time in two sentences, one long word, not of saying, standing near both."""
    found = list(re.finditer(pattern, text))
    return [
        (one, two) for one, two in combinations(found, 2)
        if one.group() == two.group() and _near(text, one) & _near(text, two)
        and re.search(r"[.!?]”? |\n", text[one.end() : two.start()])
        and not re.match(r"\s?\d|, (?:19|20)\d\d", text[two.end() :])
    ]  # fmt: skip


def _near(text: str, match: re.Match[str]) -> set[str]:
    before = re.split(r"\n|(?<=[a-z]{3})[.;:] ", text[: match.start()][-160:])[-1].split()[-7:]
    after = re.split(r"\n|[.;:] ", text[match.end() :][:160])[0].split()[:6]
    words = {re.sub(r"\W+|s$", "", each) for each in (*before, *after)}
    return {each for each in words if len(each) > 3 and each.islower() and each not in _SAID}


def _moved(pattern: str, change: Callable[[str, random.Random], str]) -> Callable[..., Altered | None]:
    def alter(text: str, rng: random.Random, day: str) -> Altered | None:
        pairs = _twice(text, pattern)
        if not pairs:
            return None
        match = rng.choice(pairs)[1]
        return put(text, *match.span(), change(match.group(), rng))

    return alter


def _weekday(word: str, rng: random.Random) -> str:
    return _DAYS[(_DAYS.index(word) + rng.choice([-3, -2, -1, 1, 2, 3])) % 7]


def _date(words: str, rng: random.Random) -> str:
    month, day = words.rsplit(" ", 1)
    return f"{month} {max(1, min(28, int(day) + rng.choice([-7, -3, -2, 2, 3, 7])))}"


def _month(words: str, rng: random.Random) -> str:
    return f"in {MONTHS[(MONTHS.index(words[3:]) + rng.choice([-2, -1, 1, 2])) % 12]}"


def _term(words: str, rng: random.Random) -> str:
    number, unit = re.match(r"([\w,]+)([ -].*)", words).groups()  # type: ignore[union-attr]
    return f"{other(number, rng)}{unit}"


_LIFE = (
    r"\b(?:born|founded|opened|married|graduated|joined|elected|appointed|retired|died|convicted|sentenced|signed|"
    r"expired|arrested|charged|established|launched|closed|became|won|moved|left|nominated|confirmed|resigned|"
    r"took office|enrolled|entered|released|passed|adopted|began|started|ended)\b"
)


def years_swapped(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "Elected in 1996 … retired in 2004", with the years the other way round; a sentence apart at most."""
    pattern = re.compile(rf"{_LIFE}(?:(?![.;]|\d)[^\n]){{0,50}}? in (?P<y>(?:19|20)\d\d)\b")
    found = [
        (one, two) for one, two in combinations(pattern.finditer(text), 2)
        if one["y"] != two["y"] and "\n" not in text[one.start() : two.end()]
        and text[one.end() : two.start()].count(". ") < 2
    ]  # fmt: skip
    if not found:
        return None
    one, two = rng.choice(found)
    changed = f"{text[: one.start('y')]}{two['y']}{text[one.end('y') : two.start('y')]}{one['y']}{text[two.end('y') :]}"
    return changed, two.start("y")


def tally_beyond(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "The Senate voted 52-48" → "voted 58-48": more votes than the Senate has seats."""
    pattern = r"\bSenate\b[^.\n]{0,60}?\b(?P<a>[4-9]\d)(?P<to>-|–| to |-to-)(?P<b>[1-5]\d)\b"
    found = [each for each in re.finditer(pattern, text) if 95 < int(each["a"]) + int(each["b"]) <= 100]
    match = rng.choice(found) if found else None
    return put(text, *match.span("a"), str(int(match["a"]) + rng.choice([6, 7, 9]))) if match else None


#: The alterations with the codes of which one must be asked.
DAYS = {
    "event on two days": (_moved(rf"\b(?:{'|'.join(_DAYS)})\b", _weekday), ("DATE406",)),
    "event on two dates": (_moved(rf"\b{_MONTH} \d{{1,2}}\b", _date), ("DATE406",)),
    "event in two months": (_moved(rf"\bin (?:{'|'.join(MONTHS)})\b(?! \d)", _month), ("DATE406",)),
    "term told twice": (
        _moved(r"(?<!more than )\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)[ -](?:second|minute|hour|"
            r"day|week|month|year)s?\b(?! (?:old|ago)|-old)", _term),
        ("FIG417", "FIG416"),
    ),
    "years swapped": (years_swapped, ("DATE405", "DATE407", "FIG417")),
    "tally beyond the chamber": (tally_beyond, ("FIG411", "FIG414", "FIG415", "FIG417")),
}  # fmt: skip
