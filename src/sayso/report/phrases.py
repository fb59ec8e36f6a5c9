"""A small notation for lists of stock phrases, one a line, so that they can be read and extended without regex noise.

A space stands for any white space (with a question mark: for perhaps none), ``…`` for up to 200 characters, ``$``
for the paragraph's end (full stop allowed); a phrase that ends in a letter ends at a word boundary; the rest is
regular expression.
"""

from __future__ import annotations

import re

from sayso.patterns import kept


def compile_phrases(lead: str, phrases: str) -> re.Pattern[str]:
    """One pattern that matches ``lead`` and then any of the phrases; every repetition in it is bounded."""
    alternatives = [_translate(line.strip()) for line in phrases.strip().splitlines() if line.strip()]
    return kept(f"{lead}(?:{'|'.join(alternatives)})", re.IGNORECASE | re.DOTALL)


def words(listed: str) -> frozenset[str]:
    """A list of words as one text."""
    return frozenset(listed.split())


def _translate(phrase: str) -> str:
    boundary = r"\b" if phrase[-1].isalpha() and phrase[-2:-1] != "\\" else ""
    at_end = phrase.endswith("$")
    body = phrase.removesuffix("$").rstrip()
    body = body.replace(" … ", r"\s.{0,200}?\s").replace("…", ".{0,200}").replace("'", "['’]")
    body = body.replace(" ?", r"\s*").replace(" ", r"\s+")
    return body + (r"[\s.!:…)\]]*\Z" if at_end else boundary)
