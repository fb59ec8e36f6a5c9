"""Names spelled once in a way that is a slip from how the rest of the report spells them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from sayso.attribution.sources.vocabulary import common_words, first_names
from sayso.check.context import Context
from sayso.check.days.calendar import CALENDAR
from sayso.patterns import compiled
from sayso.types import Span

_CAPITAL = compiled(r"(?<![\w.’'@/#-])[A-Z][a-zà-ÿ]{3,}(?![\w@-])(?!\.\w)")
#: What stands before a surname that needs no first name.
_TITLE = compiled(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Capt|Sgt|Lt|Prof|Rev|Sens|Reps)\.? $")
_BEFORE = compiled(r"(?<![\w.’'-])([A-Z][\w’'-]+|[A-Z]\.)(?: [A-Z]\.)? $")


def stray_spellings(context: Context) -> Iterator[tuple[Span, Span]]:
    """The usual spelling's first place and the stray one's: one letter more, less, other or moved, not at an end.

    The stray spelling stands once, is no common word, and is no other person: one who has a first name of their own,
    or a first name beside another surname.
    """
    places: dict[str, list[Span]] = defaultdict(list)
    for match in _CAPITAL.finditer(context.story):
        places[match.group()].append(Span(*match.span()))
    small = set(re.findall(r"(?<![\w’'-])[a-z]{4,}", context.story))
    usual = [word for word, found in places.items() if len(found) > 1 or _introduced(context, found[0])]
    for word, found in places.items():
        if len(found) > 1 or word.lower() in small | INSTITUTIONS or word.lower() in common_words():
            continue
        if re.search(r"\bspel(?:led|t),? $", context.story[: found[0].begin][-12:]):
            continue  # "sometimes spelled Mariia"
        for other in usual:
            if (
                word[0] == other[0]
                and len(other) > 4
                and other.lower() not in INSTITUTIONS
                and abs(len(word) - len(other)) < 2
                and OSA.distance(word, other) == 1
            ):
                doubtful = _inflected(word, other) or _both_words(word, other)
                if not doubtful and not _somebody_else(context, found[0], places[other], word, other.lower()):
                    yield places[other][0], found[0]
                    break


def _introduced(context: Context, place: Span) -> bool:
    """Whether the word is a surname with its first name before it."""
    first = _BEFORE.search(context.story[max(0, place.begin - 40) : place.begin])
    return first is not None and first[1].lower() in first_names()


def _inflected(one: str, other: str) -> bool:
    """Whether the two differ at their ends as a land and its people do, a man's name and a woman's, one and many."""
    short, long = sorted((one, other), key=len)
    if long.startswith(short) or (short[-3:] == "man" and long[-3:] == "men"):
        return True
    stem = len(short) - 2
    return (one[:stem] == other[:stem] and len(one) == len(other) and one[-1] != other[-1]) or (
        long[:-2] == short[:-1] and long[-1] == short[-1] and long[-2] in "nes"
    )


_FAITH = compiled(r"(?:ism|ists?|is)$")
#: Words for institutions and places that a capital makes look like names.
INSTITUTIONS = frozenset(
    "capitol capital times states state senate house post union court county party council church street station "
    "center centre police policy minister ministry army navy north south east west president board bank university "
    "school college hospital muslim muslims islamic islamist christian columbia colombia officials residents experts "
    "chapter charter article section service services statue statute slate route mission commission committee marine "
    "marines central general federal bureau agency justice congress congressional constitution parish royal".split()
)


def _both_words(one: str, other: str) -> bool:
    """Whether each may be a word of its own: two first names, or a common word and another of its length."""
    names = one.lower() in first_names() and other.lower() in first_names()
    return names or (other.lower() in common_words() and len(one) == len(other) and sorted(one) != sorted(other))


def land_and_people(one: str, other: str) -> bool:
    """ "Koreas", "Koreans"; "Somali", "Somalia"; "Sufis", "Sufism"."""
    short, long = sorted((one, other), key=len)
    return (
        _FAITH.sub("", short) == _FAITH.sub("", long)
        or long == f"{short}a"
        or (short[-1] == "s" and long == f"{short[:-1]}ns")
    )


def _somebody_else(context: Context, place: Span, usual: list[Span], word: str, usual_word: str) -> bool:
    before, after = context.story[max(0, place.begin - 40) : place.begin], context.story[place.end : place.end + 30]
    following = re.match(r" (?:[A-Z]\. )?([A-Z][\w’'-]+)", after)
    if re.match(r" (?:bin|bint|ibn|ben|al-|van|de|von|abu)\b", after):
        return True
    if word.lower() in first_names():
        return following is None or not any(context.story[each.end :].startswith(following.group()) for each in usual)
    named = any(_BEFORE.search(context.story[max(0, each.begin - 40) : each.begin]) for each in usual)
    if following and named and following[1].lower() not in CALENDAR:
        return not any(context.story[each.end :].startswith(following.group()) for each in usual)
    first = None if _TITLE.search(before) else _BEFORE.search(before)
    if first is None or first[1].lower() in common_words() or usual_word in common_words():
        return False
    theirs = {_BEFORE.search(context.story[max(0, each.begin - 40) : each.begin]) for each in usual}
    return not any(each and each[1] == first[1] for each in theirs)
