"""Finds fuller phrases elsewhere in a report for a description's noun: "the Harbour Safety law" for "the law"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.attribution.cues import cues
from sayso.attribution.sources import lexicon
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.page import Page

_LEFT_STOPS = (
    lexicon.DETERMINERS | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.PRONOUNS
    | word_set(
    """said says told is was were are be been being has have had do does did will would can could may might should must
    not no also even only then there here so than if when where while because although though unless until who whom
    whose which that what how why all both some any many most several few more other others one two three , . ; : ?
    ! ( ) [ ] “ ” " ' ‘ ’ — – - • · ▪ ● * added wrote made took gave got went came saw called asked"""
)
)  # fmt: skip
_RIGHT = word_set("of in at from for to with on against by drafted released published issued filed obtained")
_RIGHT_STOPS = word_set(
    """, . ; : ? ! ( ) [ ] “ ” " — – - said says told who which that and but is was were are has have had will would as
    when where while because after before"""
)


def fuller(page: Page, head: str, first: int, end: int) -> Iterator[tuple[int, int]]:
    """Word ranges, nearest before ``first`` first, of phrases on ``head`` outside ``first`` to ``end``: six at most."""
    places = page.places(head)
    before = [place for place in places if place < first]
    after = [place for place in places if place >= end]
    for place in [*before[-4:][::-1], *after[:2]]:
        if page.skipped[place]:
            continue
        begin = _left(page, place)
        if begin < place:
            yield begin, place + 1
        stop = _right(page, place)
        if stop > place + 1:
            yield begin, stop


def groups_near(page: Page, place: int) -> Iterator[tuple[int, int]]:
    """Phrases for several people in the two sentences before a word: what "they" may mean; the nearest first."""
    sentence = page.sentence[place]
    index = place - 1
    while index >= 0 and page.sentence[index] >= sentence - 2:
        low = page.lower[index]
        if low in lexicon.GROUPS and low.endswith("s") and low not in ("others", "some") and not page.skipped[index]:
            yield _left(page, index), index + 1
        index -= 1


def _left(page: Page, place: int) -> int:
    begin = place
    while begin > 0 and place - begin < 6 and page.sentence[begin - 1] == page.sentence[place]:
        word, low = page.words[begin - 1], page.lower[begin - 1]
        if word not in ("'s", "’s") and (low in _LEFT_STOPS or _verbal(low)):
            break
        if page.titled[place] and low.endswith("s") and ((low,) in cues().acts or low in cues().insisting):
            break  # "board insists club stays": of a headline's present tense
        if word[0].isdigit():
            break
        begin -= 1
    while begin < place and page.words[begin] in ("'s", "’s"):
        begin += 1
    return begin


def _right(page: Page, place: int) -> int:
    stop = place + 1
    if stop >= len(page.words) or page.lower[stop] not in _RIGHT:
        return stop
    while stop < len(page.words) and page.sentence[stop] == page.sentence[place]:
        within = page.words[stop - 1][0].isupper() and page.words[stop][0].isupper()  # no name is cut in two
        if page.lower[stop] in _RIGHT_STOPS or (stop - place >= 9 and not within):
            break
        stop += 1
    return stop if stop > place + 2 else place + 1


def _verbal(low: str) -> bool:
    if low in lexicon.ADJECTIVES:
        return False
    return low.endswith(("ed", "ing", "ly")) and len(low) > 4
