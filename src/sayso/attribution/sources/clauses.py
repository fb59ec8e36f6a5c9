"""Which names look like the subject of their clause, by the words on either side."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.names import Name
from sayso.attribution.sources.page import Page

#: A clause may begin right after one of these.
_BEFORE = word_set(
    """, ; : — – - ( [ “ " ‘ that and but as when while because although though if where whether so yet until before
    after since then said says told than what how why which who"""
)
#: What stands after a name that is no subject.
_NOT_AFTER = lexicon.PREPOSITIONS - {"in", "on", "at", "during"} | word_set(". ; : ? ! ) ] ” 's ’s ' ’")
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "both"))


def subjects(page: Page, names: Iterable[Name], begins: dict[int, int]) -> frozenset[int]:
    """First words of names that nothing governs and that own nothing; ``begins``: where the title before one begins."""
    return frozenset(
        name.first for name in names if _free(page, begins.get(name.first, name.begin)) and _acts(page, name)
    )


def _free(page: Page, begin: int) -> bool:
    """Whether a phrase from here on begins a clause: at the start of a sentence, after a mark or a conjunction."""
    sentence = page.sentence[begin]
    if begin > 0 and page.lower[begin - 1] in _ARTICLES and page.sentence[begin - 1] == sentence:
        begin -= 1
    return begin == 0 or page.sentence[begin - 1] != sentence or page.lower[begin - 1] in _BEFORE


def _acts(page: Page, name: Name) -> bool:
    """Whether what follows a name may be its verb, or an apposition before it."""
    if name.possessed or name.end >= len(page.words) or page.sentence[name.end] != page.sentence[name.first]:
        return False
    return page.lower[name.end] not in _NOT_AFTER
