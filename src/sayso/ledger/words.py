"""The words of a search: ``grain deal "not one shell" -harvest Kherson OR Mykolaiv``.

Terms apart by spaces must all occur (in any form: "attacks" finds "attacked"); quotation marks make a phrase; a minus
before a term excludes it; ``OR`` between two terms lets either do. Everything else is looked up as it stands: no
character has a hidden meaning, so any text can be searched for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.errors import SettingsError

_TERM = re.compile(r'(?P<minus>-?)(?:["“”](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+))')
_HAS_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Term:
    """``any_of``: words or phrases of which one must occur (or none, where ``excluded``)."""

    any_of: tuple[str, ...]
    excluded: bool = False


def parse(words: str) -> tuple[Term, ...]:
    """Terms of a search, empty for a text without any word.

    Raises:
        SettingsError: only exclusions: there is nothing to look for.
    """
    terms: list[Term] = []
    joining = False
    for match in _TERM.finditer(words.replace("\0", " ")):
        word, excluded = match["word"], bool(match["minus"])
        if word == "OR" and not excluded:
            joining = bool(terms) and not terms[-1].excluded
            continue
        text = word if word is not None else match["phrase"]
        if not _HAS_WORD.search(text):
            continue
        if joining and not excluded:
            terms[-1] = Term((*terms[-1].any_of, text))
        else:
            terms.append(Term((text,), excluded))
        joining = False
    if terms and all(term.excluded for term in terms):
        raise SettingsError(words, "only says what must not occur", "Add a word that must")
    return tuple(terms)
