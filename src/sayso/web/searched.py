"""The words of a search in a hit: where they stand, as far as a page can tell without the index's stemmer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sayso.errors import SettingsError
from sayso.ledger.words import parse

_ENDING = re.compile(r"(?:ings?|ed|es|s|e)$")
_WORD = re.compile(r"[^\W_]+")


def lit(text: str, words: str) -> Iterable[tuple[str, bool]]:
    """``text`` in pieces, each with whether it is of the words that were searched for."""
    pattern = _pattern(words)
    at = 0
    if pattern is not None:
        for match in pattern.finditer(text):
            yield text[at : match.start()], False
            yield match[0], True
            at = match.end()
    yield text[at:], False


@lru_cache(256)
def _pattern(words: str) -> re.Pattern[str] | None:
    try:
        wanted = [each for term in parse(words) if not term.excluded for each in term.any_of]
    except SettingsError:
        return None
    found = [r"[\W_]+".join(map(_any_form, _WORD.findall(each))) for each in wanted]
    return re.compile(r"(?<!\w)(?:" + "|".join(found) + r")(?!\w)", re.IGNORECASE) if found else None


def _any_form(word: str) -> str:
    stem = _ENDING.sub("", word) if len(word) > 4 else word
    return re.escape(stem) + (r"\w{0,4}" if len(stem) > 2 else "s?")
