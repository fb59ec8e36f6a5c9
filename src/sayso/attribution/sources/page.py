"""A report's text as words with sentences and paragraphs: what every finder of this package walks over."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.types import Block, Span

# Abbreviations keep their stop, so that it does not end a sentence; a genitive 's is a word of its own.
_WORD = re.compile(
    r"""(?:[A-Za-z]\.){2,}
    | (?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|Adm|Maj|Rev|Prof|Dept|Corp|Inc|Ltd|Co|Cmdr|Hon
       |Brig|Cpl|Pfc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Calif|Conn|Mass|Pa|Va|Wash|Ariz|Colo|Fla
       |Ga|Ill|Ind|Mich|Minn|Miss|Tenn|Tex|Wis)\.
    | \b[A-Z]\.(?=\s?[A-Z])
    | ['’]s\b
    | \w+(?:[-&/]\w+ | [.](?=\w)\w+ | ['’](?!s\b)\w+)*
    | \S""",
    re.VERBOSE,
)
_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"'”’)]")
_OPENERS = frozenset("\"'“‘([–—-•*:")
#: Blocks that are no part of what the report tells.
_SKIPPED = frozenset(("credit", "furniture"))


@dataclass(frozen=True, slots=True)
class Page:
    """Parallel lists over the words of one text; ``initial`` says that a word opens a sentence or a quotation."""

    text: str
    words: list[str]
    lower: list[str]
    begins: list[int]
    ends: list[int]
    sentence: list[int]
    paragraph: list[int]
    initial: list[bool]
    quoted: list[bool]
    skipped: list[bool]
    headline: Span

    def at(self, offset: int) -> int:
        """Index of the first word that ends after ``offset``; the number of words where none does."""
        return bisect.bisect_right(self.ends, offset)

    def range(self, span: Span) -> tuple[int, int]:
        """Half-open range of the words that a span touches."""
        first = self.at(span.begin)
        return first, max(first, bisect.bisect_left(self.begins, span.end))

    def span(self, first: int, end: int) -> Span:
        """The span of words ``first`` to ``end``, end exclusive and after first."""
        return Span(self.begins[first], self.ends[end - 1])


def read_page(text: str, blocks: Sequence[Block]) -> Page:
    """Split a report's text; ``blocks`` tell the headline, and the credits and furniture to leave out."""
    page = Page(text, [], [], [], [], [], [], [], [], [], _headline(text, blocks))
    skipped = [block.span for block in blocks if block.role in _SKIPPED]
    sentence = paragraph = 0
    start, quoted, previous_end, skip = True, False, 0, 0
    previous = ""
    for match in _WORD.finditer(text):
        word, (begin, end) = match.group(), match.span()
        gap = text[previous_end:begin]
        if "\n" in gap:
            paragraph, sentence, start, quoted = paragraph + 1, sentence + 1, True, False
        elif start is False and previous in _ENDS and gap and (word[0].isupper() or word in _OPENERS):
            sentence, start = sentence + 1, True
        if word in '“”"':
            quoted = word == "“" or (word == '"' and not quoted)
        while skip < len(skipped) and skipped[skip].end <= begin:
            skip += 1
        page.words.append(word)
        page.lower.append(word.lower())
        page.begins.append(begin)
        page.ends.append(end)
        page.sentence.append(sentence)
        page.paragraph.append(paragraph)
        page.initial.append(start)
        page.quoted.append(quoted)
        page.skipped.append(skip < len(skipped) and skipped[skip].begin <= begin)
        # Punctuation that opens leaves the next word initial; punctuation that closes keeps the end of sentence in view.
        start = word in _OPENERS and (start or word in '“"‘:•') if not word[0].isalnum() else False
        if not (word in _CLOSERS and previous in _ENDS):
            previous = word
        previous_end = end
    return page


def _headline(text: str, blocks: Sequence[Block]) -> Span:
    for block in blocks:
        if block.role == "headline":
            return block.span
    return Span(0, 0)
