"""Which words of a text name places: the gazetteer's names among capitalised words, weighed by what stands around them.

A name may be a town, a person, a paper or a plain word (Jordan, Paris Hilton, the Washington Post, Reading). Whether it
is a place here is a logistic model over the few signs of :func:`signs`; its weights, ``finder.json``, are trained by
``training/place_finder.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import compress, count
from pathlib import Path
from typing import NamedTuple

from sayso.grounding.places.abbreviations import ABBREVIATIONS, POSTAL
from sayso.grounding.places.candidates import meanings
from sayso.grounding.places.governments import country_name, demonym_at_start
from sayso.grounding.places.lexicon import (
    FIRST_NAMES,
    MEDIA_AFTER,
    ORDINARY,
    ORGANISATION_AFTER,
    PERSON_TITLES,
    PLACE_BEFORE,
    SPEECH,
    STREET_AFTER,
)
from sayso.patterns import kept
from sayso.tokens import pieces
from sayso.types import Span

WEIGHTS = Path(__file__).with_name("finder.json")
#: A name is a place where the model gives it at least this probability.
LEAST = 0.5
_LONGEST = 6
#: Plain words, which are most, come first.
_WORD = kept(
    r"([a-z]++(?![\w.'’-])|[^\W\d_](?:[\w]|[.](?=\w)|['’](?!s\b)(?=\w)|-(?=\w))*(?:(?<=\b[A-Z])\.|(?<=\.[A-Z])\.)?|\d+)"
)
_INSIDE = frozenset("of the and de del la le al el upon on in sur am an en du da do y".split())
#: Signs after which there is hardly a doubt; the name's other mentions take a share in it.
_CLEAR = frozenset(["after in", "after near", "after from", "after downtown", "before larger place"])
_APART = kept(r"(?:['’]s )?[\s\-/]{0,2}")


class Word(NamedTuple):
    begin: int
    end: int
    words: str
    capital: bool  # begins with one


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """``probability``: of being a place at all, by the model."""

    span: Span
    probability: float


def find_places(text: str) -> tuple[PlaceMention, ...]:
    """Place mentions in text order, disjoint; linear in the length of the text, never raises."""
    found = []
    for span, fired in proposals(text):
        score = sum(_weights().get(sign, 0.0) for sign in fired)
        probability = 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))
        if probability >= LEAST:
            found.append(PlaceMention(span, probability))
    return tuple(found)


def proposals(text: str) -> list[tuple[Span, list[str]]]:
    """The longest gazetteer names among the text's words, left to right, each with its signs."""
    read, begins, ends = pieces(_WORD, text)
    capital = [word[0].isupper() for word in read]
    made = tuple.__new__  # the class's own asks for each field by name
    words = [made(Word, row) for row in zip(begins, ends, read, capital, strict=True)]
    capitals = list(compress(count(), capital))
    lower = set(read).difference([read[number] for number in capitals])
    people = _people(words, capitals, text)
    found: list[tuple[Span, list[str]]] = []
    behind = 0
    for at in capitals:
        size = _name_at(words, at, text) if at >= behind else 0
        if size:
            behind = at + size
            span = Span(words[at].begin, words[at + size - 1].end)
            if text[span.end : span.end + 1] == "." and text[span.begin : span.end + 1] in ABBREVIATIONS:
                span = Span(span.begin, span.end + 1)
            found.append((span, signs(words, at, size, text, span, lower, people)))
    sure = {span.of(text) for span, fired in found if not _CLEAR.isdisjoint(fired)}
    for span, fired in found:
        if span.of(text) in sure and _CLEAR.isdisjoint(fired):
            fired.append("clear elsewhere")
    return found


def _name_at(words: list[Word], at: int, text: str) -> int:
    """How many words from ``at`` make up the longest known name; 0 where none does."""
    last = at + 1
    while last < len(words) and last - at < _LONGEST and _joined(words[last - 1], words[last], text):
        if not (words[last].capital or words[last].words in _INSIDE):
            break
        last += 1
    begin = words[at].begin
    for end in range(last, at, -1):
        final = words[end - 1]
        if not final.capital:
            continue
        name = text[begin : final.end]
        if words[at].words == "The" and name not in ("The Hague", "The Gambia", "The Bahamas"):
            continue  # "The Forest"
        may = _may_name(name)
        if may == _OTHER or (may == _NOTHING and text[final.end : final.end + 1] != "."):
            continue
        if end < len(words) and words[end].words in MEDIA_AFTER and text[final.end : words[end].begin] == " ":
            continue  # a paper: "Washington Post"
        if may == _ORDINARY:
            return 0
        dotted = name + "." if text[final.end : final.end + 1] == "." else name
        if dotted in ABBREVIATIONS and dotted not in POSTAL:
            return end - at
        if name in POSTAL:
            return end - at if text[max(0, begin - 2) : begin] == ", " and name.isupper() else 0
        if may == _PLACE:
            return end - at
    return 0


#: What words with a capital may be by themselves: something else, a plain word, a place, an abbreviation of one, or
#: nothing known, which may still be an abbreviation before a full stop.
_OTHER, _ORDINARY, _PLACE, _SHORT, _NOTHING = range(5)


@lru_cache(maxsize=1 << 13)
def _may_name(name: str) -> int:
    """A demonym is no place: "Somali"."""
    if _begins_with_demonym(name):
        return _OTHER
    if name in ORDINARY or len(name) < 2:
        return _ORDINARY
    known = meanings(name)
    if known.entries and known.rule == "name" and _spelt_like(name, known.entries[0].alias):
        return _PLACE
    return _SHORT if name in ABBREVIATIONS or name in POSTAL else _NOTHING


def _begins_with_demonym(name: str) -> bool:
    """Whether it does so without being the country's own name."""
    government = demonym_at_start(name)
    return government is not None and country_name(government.country) != name and not name.endswith(".")


def _spelt_like(name: str, alias: bool) -> bool:
    """Capitals that an abbreviation needs ("US", "EU"): not "Us", nor the three letters of some town's other name."""
    bare = name.replace(".", "")
    return len(bare) > 3 or not alias or bare.isupper() or len(bare) == 3


def _joined(left: Word, right: Word, text: str) -> bool:
    gap = text[left.end : right.begin]
    return (
        gap == " "
        or bool(_APART.fullmatch(gap))
        or (gap == ". " and left.words in ("St", "Ft", "Mt", "Ste", "W", "N", "E", "S"))
    )


def _people(words: list[Word], capitals: Iterable[int], text: str) -> set[str]:
    """Surnames: words that follow a first name or a personal title somewhere in the text; ``capitals``: where."""
    return {
        words[at].words.removesuffix("'s").removesuffix("’s")
        for at in capitals
        if at
        and ((left := words[at - 1]).words in FIRST_NAMES or left.words in PERSON_TITLES)
        and text[left.end : words[at].begin].strip(".") == " "
    }


def signs(
    words: list[Word], at: int, size: int, text: str, span: Span, lower: set[str], people: set[str]
) -> list[str]:  # fmt: skip
    """What speaks for or against the name being a place, as names of signs."""
    before = words[at - 1] if at else None
    after = words[at + size] if at + size < len(words) else None
    gap_before = text[before.end : span.begin] if before else "\n"
    gap_after = text[span.end : after.begin] if after else "\n"
    name = span.of(text)
    known = meanings(name)
    top = known.entries[0] if known.entries else None
    people_count = max((e.population for e in known.entries), default=0.0)
    fired = ["bias", f"kind {top.kind if top else 'none'}", f"people {min(7, int(math.log10(people_count + 1)))}",
             f"words {min(size, 3)}", f"rule {known.rule}"]  # fmt: skip
    if top and all(e.alias for e in known.entries):
        fired.append("only alias")
    if name.lower() in lower:
        fired.append("ordinary word here")
    if name.isupper() and len(name) > 3:
        fired.append("all capitals")
    if name in FIRST_NAMES:
        fired.append("first name")
    if words[at + size - 1].words.removesuffix("'s").removesuffix("’s") in people:
        fired.append("surname here")
    fired += _signs_before(before, gap_before)
    fired += _signs_after(after, gap_after, text, span, words, at + size)
    return fired


def _signs_before(before: Word | None, gap: str) -> Iterator[str]:
    if before is None or "\n" in gap or any(c in gap for c in '.!?:;"“”'):
        yield "begins sentence"
    elif before.words.lower() in PLACE_BEFORE and gap.isspace():
        yield f"after {before.words.lower()}"
    elif before.words in PERSON_TITLES:
        yield "after title"
    elif before.words in FIRST_NAMES and gap == " ":
        yield "after first name"
    elif before.words.lower() in ("the", "a", "an", "and"):
        yield f"after {before.words.lower()}"
    elif before.capital and gap == " ":
        yield "after capital"
    elif before.capital and gap in (", ", " (", "/", "-"):
        yield "after capital and comma"
    elif gap == " ":
        yield "after lower case"


def _signs_after(after: Word | None, gap: str, text: str, span: Span, words: list[Word], number: int) -> Iterator[str]:
    if after is None or "\n" in gap:
        yield "ends line"
        return
    if text[span.end : span.end + 2] in ("'s", "’s"):
        yield "possessive"
    if gap == " ":
        second = words[number + 1].words if number + 1 < len(words) else ""
        if after.words in ORGANISATION_AFTER:
            yield "before organisation"
        elif after.words in STREET_AFTER:
            yield "before street"
        elif after.words.lower() in SPEECH:
            yield "before speech"
        elif after.capital and second in ORGANISATION_AFTER:
            yield "organisation soon"
        elif after.capital:
            yield "before capital"
        else:
            yield "before lower case"
    elif gap.startswith(",") and after.capital and meanings(after.words).entries:
        yield "before larger place"
    elif gap.startswith(",") and after.words.isdigit():
        yield "before age"
    elif gap.startswith("-") and after.words in ("based", "born", "area", "led"):
        yield "before based"
    elif gap.startswith(("-", "/")):
        yield "before hyphen"
    else:
        yield "before mark"


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return weights
