"""Finds what a report says a person is: titles before a name, appositions beside it, "X is the …"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.names import Name
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.roles import is_agent, is_role

_ENDS = word_set(
    """, . ; : ? ! ( ) [ ] “ ” " — – said says told tweeted wrote added argued who whose which that has had have"""
)
_NOT_FIRST = word_set(
    """and but or said says in on at by with who which when where while as told speaking citing tells
    writes wrote tweets tweeted adds added argues argued insists insisted replies replied warns warned explains
    explained recalls recalled admits admitted urges urged asks asked"""
)
_STOP_LEFT = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS | lexicon.PRONOUNS
    | word_set(
    """said says told is was were are be been has had have tweeted wrote added if when where while because although
    asked named called not no also even then who which so how why what"""
)
)  # fmt: skip
_PARTY = ("D-", "R-", "I-", "D.", "R.")  # "Lee Park, D-Nevada, the chairman"
_COPULAS = word_set("is was became serves served works worked runs ran heads headed leads led")


@dataclass(frozen=True, slots=True)
class Title:
    """A title as a range of words; ``at`` is the first word of the name it stands beside."""

    first: int
    end: int
    pattern: str
    at: int


def has_role(page: Page, first: int, end: int) -> bool:
    """Whether one of the words is a noun for a role."""
    return any(is_role(low) for low in page.lower[first:end])


def core_of(page: Page, title: Title) -> list[str]:
    """The role nouns of a title up to its first preposition, in lower case."""
    core: list[str] = []
    for low in page.lower[title.first : title.end]:
        if low in lexicon.PREPOSITIONS and core:
            break
        if title.pattern != "of" and is_role(low):
            core.append(low)
    return core


def titles_beside(page: Page, name: Name) -> Iterator[Title]:
    """Every title that stands beside this mention of a name."""
    before = _prefix(page, name)
    if before is not None:
        yield before
    after = _after(page, name)
    if after is not None:
        yield after
    if before is None:
        ahead = _before(page, name)
        if ahead is not None:
            yield ahead
    for title in (_copula(page, name), _of(page, name), _outlet(page, name)):
        if title is not None:
            yield title


def _prefix(page: Page, name: Name) -> Title | None:
    end = name.first - (1 if name.honorific and name.first - 1 >= name.begin else 0)
    first = name.begin
    if first >= end:
        end = first
        if end == 0 or not (_before_a_name(page, end - 1, name) and _same_clause(page, end - 1, name)):
            return None
        first = end - 1
    while first > 0 and end - first < 10 and _extends_left(page, first - 1, name):
        first -= 1
    while first < end and page.words[first] in ("'s", "’s", "-"):
        first += 1
    return Title(first, end, "prefix", name.first) if first < end else None


def _before_a_name(page: Page, index: int, name: Name) -> bool:
    """Whether the word right before a name says what its bearer is; a noun by its form only before a full name."""
    low = page.lower[index]
    return is_role(low) or (len(name.key) > 1 and page.words[index][0].islower() and is_agent(low))


def _extends_left(page: Page, index: int, name: Name) -> bool:
    low = page.lower[index]
    if not _same_clause(page, index, name):
        return False
    if page.words[index] in ("'s", "’s"):
        return True
    if not low[0].isalnum() or low in _STOP_LEFT or low in lexicon.NEVER_NAMES:
        return False
    if page.words[index][0].isupper() and page.initial[index] and low in lexicon.OPENERS - {"former"}:
        return False
    return not (low.endswith("ed") and low not in ("retired", "disgraced", "jailed", "convicted", "elected", "exiled"))


def _same_clause(page: Page, index: int, name: Name) -> bool:
    return page.sentence[index] == page.sentence[name.first] and page.quoted[index] == page.quoted[name.first]


def _after(page: Page, name: Name) -> Title | None:
    index = name.end
    words, count = page.words, len(page.words)
    if index < count and words[index] == "(":
        close = next((i for i in range(index, min(index + 8, count)) if words[i] == ")"), None)
        index = close + 1 if close is not None else index
    if index + 1 < count and page.lower[index] in ("of", "from") and words[index + 1][0].isupper():
        index += 2
        while index < count and words[index][0].isupper():
            index += 1
    if index >= count or words[index] not in (",", "–", "—"):
        return None
    index += 1
    if words[index : index + 1] and words[index][:2] in _PARTY and "," in words[index + 1 : index + 4]:
        index = words.index(",", index) + 1
    if index + 1 < count and words[index].isdigit() and words[index + 1] == ",":
        index += 2
    if index >= count or page.lower[index] in _NOT_FIRST or not words[index][0].isalnum():
        if not (index + 2 < count and page.lower[index] == "who" and page.lower[index + 1] in _COPULAS | {"has"}):
            return None
        index += 2
        while index < count and page.lower[index] in ("been", "served", "serves", "worked", "works", "as"):
            index += 1
        end = _phrase_end(page, index, name)
        return Title(index, end, "who", name.first) if index < end and has_role(page, index, end) else None
    end = _phrase_end(page, index, name)
    if end - index < 1 or not (has_role(page, index, end) or page.lower[index] in ("a", "an", "the")):
        return None
    if end < count and page.lower[end] in ("had", "has", "have") and page.lower[index] in ("a", "an", "the"):
        return None  # "seen by Nordpress, the alarm had failed": the next clause
    return Title(index, end, "after", name.first)


def _phrase_end(page: Page, index: int, name: Name) -> int:
    end = index
    while end < len(page.words) and end - index < 24 and page.sentence[end] == page.sentence[name.first]:
        if end > index and page.lower[end] in _ENDS and page.words[end] != "WHO":
            break
        end += 1
    return end


def _before(page: Page, name: Name) -> Title | None:
    end = name.begin - 1
    if end <= 0 or page.words[end] != "," or page.sentence[end] != page.sentence[name.first]:
        return None
    first = end
    while first > 0 and end - first < 18 and _same_clause(page, first - 1, name):
        if page.words[first - 1] in (",", ";", ":", "(", ")", "“", "”", '"', "—", "–"):
            break
        first -= 1
    if not (has_role(page, first, end)):
        return None
    for index in range(end - 1, first, -1):  # "prosecutors charged the former chief, Ann Oster"
        if page.lower[index] in lexicon.DETERMINERS and page.lower[index - 1].endswith("ed"):
            first = index if has_role(page, index, end) else first
            break
    # The phrase begins at its last determiner before the role, or after a verb or preposition.
    for index in range(first, end):
        if page.lower[index] in ("said", "says", "told", "by", "with", "to", "from", "and", "as", "but", "when"):
            first = index + 1
        elif page.lower[index] in lexicon.DETERMINERS and has_role(page, index, end):
            first = index
        elif is_role(page.lower[index]):
            break
    return Title(first, end, "before", name.first) if first < end and has_role(page, first, end) else None


def _copula(page: Page, name: Name) -> Title | None:
    index = name.end
    if index + 2 >= len(page.words) or page.lower[index] not in _COPULAS:
        return None
    index += 1
    if page.lower[index] == "as":
        index += 1
    if page.lower[index] not in ("a", "an", "the") and not is_role(page.lower[index]):
        return None
    end = _phrase_end(page, index, name)
    return Title(index, end, "copula", name.first) if has_role(page, index, end) else None


def _of(page: Page, name: Name) -> Title | None:
    index = name.end
    if index + 1 >= len(page.words) or page.lower[index] not in ("of", "with", "from", "at"):
        return None
    end = index + 1
    if page.lower[end] in ("the", "a", "an"):
        end += 1
    start = end
    while (
        end < len(page.words)
        and (page.words[end][0].isupper() or page.lower[end] in ("of", "for", "and"))
        and end - start < 8
    ):
        end += 1
    return Title(index + 1, end, "of", name.first) if end > start else None


def _outlet(page: Page, name: Name) -> Title | None:
    """ "Nordpress's Ann Example": the outlet that somebody reports for, with its 's."""
    index = name.first - 1
    if index < 1 or page.words[index] not in ("'s", "’s") or not page.words[index - 1][0].isupper():
        return None
    first = index - 1
    while first > 0 and page.words[first - 1][0].isupper() and not page.initial[first]:
        first -= 1
    return Title(first, index + 1, "outlet", name.first)
