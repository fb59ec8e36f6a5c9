"""The tables that say what words of saying mean, one TOML file for each language, compiled on first use."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from sayso import tables
from sayso.patterns import kept


@dataclass(frozen=True, slots=True)
class Cues:
    """``acts``: first words of a cue (one to three) to the act that they decide.

    ``denying``, ``no`` and ``self`` are words that make a content deny something; ``unsure`` words of ``acts`` need the
    classifier's consent; ``open`` words make a cue that is nothing without its object; ``insisting`` ones deny what
    they negate; ``courts`` rule where others deny; ``verifying`` ones name what a failure to verify failed to do.
    ``nobody`` ends in a subject that nobody is, after which ``unsaid`` refuses; ``bare`` is a content that is itself a
    refusal, ``denies`` the start of one that denies, ``forgets`` of one that cannot recall, ``fails`` is one that
    cannot verify, ``total`` one that is nothing but a denial; ``rejects`` is a claim called untrue, ``dismissed`` one
    dismissed, ``refused`` an offer refused; ``signs`` of acts. One of ``claims`` stands in every match of ``rejects``
    and ``dismissed``, one of ``bare_words`` in every match of ``bare``, of ``failing`` in those of ``fails``.
    """

    acts: dict[tuple[str, ...], str]
    refusal: re.Pattern[str]
    failure: re.Pattern[str]
    negation: re.Pattern[str]
    nobody: re.Pattern[str]
    unsaid: re.Pattern[str]
    bare: re.Pattern[str]
    denies: re.Pattern[str]
    forgets: re.Pattern[str]
    fails: re.Pattern[str]
    total: re.Pattern[str]
    rejects: re.Pattern[str]
    dismissed: re.Pattern[str]
    refused: re.Pattern[str]
    signs: dict[str, re.Pattern[str]]
    bare_words: frozenset[str]
    failing: frozenset[str]
    denying: frozenset[str]
    claims: frozenset[str]
    no: frozenset[str]
    self: frozenset[str]
    courts: frozenset[str]
    unsure: frozenset[str]
    open: frozenset[str]
    insisting: frozenset[str]
    verifying: frozenset[str]


@lru_cache(maxsize=4)
def table(language: str = "english") -> dict[str, Any]:
    """The raw table of one language."""
    return tables.read(Path(__file__).with_name(f"{language}.toml"))


@dataclass(frozen=True, slots=True)
class Form:
    """One wording of a refusal or a failure; ``before``: what stands before its cue, "source", "matter" or "".

    ``needs``: of each of these sets of stems one stands in every match, the rarest set first; most texts have them for
    a few forms only, and compile no others.
    """

    act: str
    before: str
    spelled: str
    needs: tuple[tuple[str, ...], ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        return _compiled(self.spelled)


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    return kept(pattern)


@lru_cache(maxsize=4)
def forms(language: str = "english") -> tuple[Form, ...]:
    """The forms of one language, in the order in which they are tried."""
    raw = table(language)["form"]
    return tuple(
        Form(
            row["act"],
            row.get("before", ""),
            r"\b" + _spelled(row["pattern"], raw["parts"]),
            tuple(tuple(stems.split()) for stems in row["needs"]),
        )
        for row in raw["list"]
    )


def _spelled(pattern: str, parts: dict[str, str]) -> str:
    while named := re.search(r"\{([a-z]+)\}", pattern):
        pattern = pattern.replace(named.group(), parts[named.group(1)])
    return pattern.replace(" ", r"\s+")


@lru_cache(maxsize=4)
def _by_stem(language: str) -> tuple[tuple[str, frozenset[int]], ...]:
    stems = {stem for form in forms(language) for stem in form.needs[0]}
    return tuple((s, frozenset(i for i, form in enumerate(forms(language)) if s in form.needs[0])) for s in stems)


@lru_cache(maxsize=1 << 10)
def likely_at(word: str, language: str = "english") -> frozenset[int]:
    """The forms, by number, that may match where a word in lower case stands: it holds a stem that they need."""
    return frozenset().union(*[numbers for stem, numbers in _by_stem(language) if stem in word])


def any_of(patterns: list[str], flags: int = 0) -> re.Pattern[str]:
    """One pattern for all, by itself for words in lower case: asking for either case takes twice as long."""
    return kept("|".join(f"(?:{pattern})" for pattern in patterns), flags)


@lru_cache(maxsize=4)
def cues(language: str = "english") -> Cues:
    """The compiled cues of one language."""
    raw = table(language)
    acts = {tuple(words.split()): act for act, forms in raw["acts"].items() for words in forms}
    return Cues(
        acts,
        any_of(raw["refusal"]["patterns"]),
        any_of(raw["failure"]["patterns"]),
        any_of(raw["negation"]["before"]),
        any_of(raw["negation"]["subject"]),
        any_of(raw["refusal"]["unsaid"]),
        any_of(raw["refusal"]["bare"]),
        any_of(raw["denial"]["told"]),
        any_of(raw["failure"]["recall"]),
        any_of(raw["failure"]["bare"]),
        any_of(raw["denial"]["total"]),
        any_of(raw["denial"]["rejects"]),
        any_of(raw["denial"]["dismissed"]),
        any_of([raw["events"][which] for which in ("refused", "granted")]),
        {act: any_of(raw["signs"][act]) for act in ("deny", "urge", "ask")},
        frozenset(raw["refusal"]["words"].split()),
        frozenset(raw["failure"]["failing"].split()),
        *(frozenset(raw["denial"][part].split()) for part in ("words", "claims", "no", "self", "courts")),
        *(frozenset(raw[part].split()) for part in ("unsure", "open", "insisting", "verifying")),
    )
