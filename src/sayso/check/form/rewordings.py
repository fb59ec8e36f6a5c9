"""One quotation in two wordings: most words of one stand in a row in another, and other words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from sayso.check.context import Context
from sayso.check.language import STOPWORDS, content_words
from sayso.patterns import compiled
from sayso.types import Span

_WORD = compiled(r"[\w’'-]*\w")
_CUT = compiled(r"\.\.\.|…|\[|\(")
_LEAST, _RUN = 5, 4  # words of the shorter one; words in a row that both have, three of them of weight
_SHORT = 9  # words: of longer ones more must be alike
_LIGHT = frozenset("lot time spends get going have make take know think want need right good people country".split())
_ALIKE, _ALIKE_LONG = 0.65, 0.75


def reworded(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one, and what was looked for; both in paragraphs of their own."""
    found = []
    for quotation in context.quotations:
        words = quotation.content.of(context.text)
        if quotation.closed and not _CUT.search(words):
            found.append((quotation.content, _WORD.findall(words)))
    for n, (there, second) in enumerate(found):
        for here, first in found[:n]:
            if context.paragraph_at(here.begin) == context.paragraph_at(there.begin):
                continue  # a speaker goes on in like words
            (_, few), (longer, many) = sorted(((here, first), (there, second)), key=lambda each: len(each[1]))
            if len(few) >= _LEAST and _reworded(few, many, content_words(context.enclosing(longer).of(context.text))):
                yield there, here, f"the same words as in {here.of(context.text)[:80]!r}"
                return


def _reworded(few: list[str], many: list[str], others: frozenset[str]) -> bool:
    """Whether most of the shorter one's words stand in a row in the longer, and words of weight that are not in its
    sentence beside them."""
    own, theirs = [_plain(each) for each in few], [_plain(each) for each in many]
    match = SequenceMatcher(None, own, theirs, autojunk=False).find_longest_match()
    run, end = few[match.a : match.a + match.size], match.a + match.size
    weight = [word for word in run if _heavy(word) and word.islower()]
    beside = content_words(re.sub(r"'\w+", "", " ".join(own[: match.a] + own[end:]))) - others
    named = any(word[0].isupper() for word in few[1 : match.a] + few[max(1, end) :] if word != "I")
    ends = (match.a == 0 or match.b == 0) and (end == len(own) or match.b + match.size == len(theirs))
    if match.size < _RUN or len(weight) < 3 or named or not beside or ends:
        return False  # too little alike, nothing of its own, or the one only goes on where the other ends
    window = theirs[max(0, match.b - match.a) : match.b + len(own) - match.a]
    kept = SequenceMatcher(None, own, window, autojunk=False).ratio()
    return kept >= (_ALIKE_LONG if len(own) > _SHORT else _ALIKE)


def _heavy(word: str) -> bool:
    return word not in STOPWORDS and word not in _LIGHT and len(word) > 2


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")
