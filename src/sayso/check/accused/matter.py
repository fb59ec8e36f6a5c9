"""What a claim is about, apart from who makes it and of whom, and whether other words speak of the same."""

from __future__ import annotations

from functools import lru_cache

from sayso.check.language import content_words

#: Words that fit any claim, and so tie no answer to one.
_ANY = content_words(
    "allegation allegations accusation accusations claim claims report reports matter case cases charge charges "
    "complaint complaints statement statements people person man woman men women year years day days week month time "
    "thing things way lot fact part said told called made make take took get got go going come came know think want "
    "first last many much one two three other also just even still really very public former president official "
    "officials"
)
_ALIKE = 0.62  # cosine of two words that say nearly the same


def matter_of(words: str, *people: frozenset[str]) -> frozenset[str]:
    """The stems of ``words`` that tell what is claimed: no names of ``people``, none that fits any claim."""
    return content_words(words) - _ANY - frozenset().union(*people)


def touches(matter: frozenset[str], words: str) -> bool:
    """Whether ``words`` speak of the matter: two of its words or more, in that form or in one like it."""
    if not matter:
        return False
    there = content_words(words) - _ANY
    shared = matter & there
    wanted = 1 if len(matter) <= 2 else 2
    if len(shared) >= wanted:
        return True
    rest = [word for word in matter - shared if any(_alike(word, other) for other in there - shared)]
    return len(shared) + len(rest) >= wanted + (not shared)


@lru_cache(maxsize=20000)
def _alike(one: str, other: str) -> bool:
    if one[:5] == other[:5] and min(len(one), len(other)) > 4:
        return True
    from sayso.attribution.vectors import load

    return load().cosine(_forms(one), _forms(other)) > _ALIKE


def _forms(stem: str) -> list[str]:
    """Words that a stem may stand for."""
    return [stem, stem + "e", stem + "s", stem + "ed", stem + "ing"]
