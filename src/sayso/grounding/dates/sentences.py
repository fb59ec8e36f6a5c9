"""Where sentences begin and end, well enough to say which date stands in the sentence of a statement."""

from __future__ import annotations

import re
from bisect import bisect_right

from sayso.types import Span

_END = re.compile(
    r"\n\s*\n|(?<=[a-z0-9)%\]’'][.!?])[\"”’']*\s+(?=[\"“‘'(\[]?[A-Z0-9])|(?<=[.!?][\"”’])\s+(?=[\"“‘(\[]?[A-Z])"
)
#: Short forms whose full stop ends no sentence.
_SHORT = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.\s*$"
)


class Sentences:
    """The sentences of a text, looked up by offset; paragraphs (blank lines) always end one."""

    def __init__(self, text: str) -> None:
        begins, ends, paragraphs = [0], [], [0]
        for match in _END.finditer(text):
            blank = match.group().count("\n") > 1
            if not blank and _SHORT.search(text, max(0, match.start() - 6), match.start()):
                continue
            ends.append(match.start())
            begins.append(match.end())
            paragraphs.append(paragraphs[-1] + blank)
        ends.append(len(text))
        self._begins, self._ends, self._paragraphs = begins, ends, paragraphs

    def around(self, begin: int, end: int) -> Span:
        """From the beginning of the sentence that holds ``begin`` to the end of that which holds ``end``."""
        first = bisect_right(self._begins, begin) - 1
        last = bisect_right(self._begins, max(begin, end - 1)) - 1
        return Span(self._begins[first], self._ends[last])

    def paragraph(self, offset: int) -> int:
        return self._paragraphs[bisect_right(self._begins, offset) - 1]
