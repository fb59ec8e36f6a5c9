"""A report's text as words with sentences and paragraphs: what every finder of this package walks over."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.patterns import kept
from sayso.tokens import pieces
from sayso.types import Block, Span

#: Words before a first word that belong to the agency's desk and not to the sentence.
SLUGS = frozenset(
    """CORRECTED CORRECTION UPDATE REFILE RPT WRAPUP EXCLUSIVE FACTBOX ANALYSIS INTERVIEW TIMELINE EXPLAINER FEATURE
    INSIGHT POLL BRIEF WRITETHRU REPEAT URGENT""".split()
)
# Plain words and marks, which are most, come first.
# Agencies' slugs ("CORRECTED-Bank says") come apart from the word after. Abbreviations keep their stop, so that it does
# not end a sentence; a genitive 's is a word of its own.
_WORD = kept(
    rf"""([a-z]++(?![\w'’.&/-]) | [A-Z][a-z]++(?![\w'’.&/-]) | [,.“”"()]
    | \b(?:{"|".join(sorted(SLUGS))})(?=(?:\s\d+)?-[A-Z“"])
    | (?:(?<=UPDATE\ )|(?<=WRAPUP\ ))\d+(?=-[A-Z“"])
    | (?:[A-Za-z]\.){{2,}}
    | (?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|St|Jr|Sr|Adm|Maj|Rev|Prof|Dept|Corp|Inc|Ltd|Co|Cmdr|Hon
       |Brig|Cpl|Pfc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Calif|Conn|Mass|Pa|Va|Wash|Ariz|Colo|Fla
       |Ga|Ill|Ind|Mich|Minn|Miss|Tenn|Tex|Wis)\.
    | \b[A-Z]\.(?=\s?[A-Z])
    | ['’]s\b
    | \w+(?:[-&/]\w+ | [.](?=\w)(?![A-Z][a-z])\w+ | ['’](?!s\b)\w+)*
    | \S)""",
    re.VERBOSE,
)
_GLUED = kept(r"([A-Z][a-z'’-]*[a-z])([A-Z][a-z].*)")
_STOPS = frozenset('.!?"”’:')
_ENDS = frozenset(".!?")
_CLOSERS = frozenset("\"'”’)]")
_OPENERS = frozenset("\"'“‘([–—-•*:")
_STARTERS = frozenset('“"‘:•')
_MARKS = frozenset('“”"')
#: Blocks that are no part of what the report tells.
_SKIPPED = frozenset(("credit", "furniture", "dateline"))


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
    titled: list[bool]  # in a line that capitalises most of its words, as headlines and teasers do
    capitals: list[bool]  # in a paragraph written in capitals, as telexes are
    headline: Span
    index: dict[str, list[int]]  # word in lower case → where it stands

    def places(self, low: str) -> list[int]:
        """Where a word in lower case stands, in text order."""
        return self.index.get(low, [])

    def slug(self, index: int) -> bool:
        """Whether a word is an agency's slug, its number or the dash after it."""
        while index > 0 and (self.words[index] == "-" or self.words[index].isdigit()):
            index -= 1
        return (
            self.words[index] in SLUGS
            and self.words[index + 1 : index + 2] != []
            and (self.words[index + 1] == "-" or self.words[index + 1].isdigit())
        )

    def shouted(self, index: int) -> bool:
        """Whether the words beside one are in capitals too, so that its own tell nothing."""
        near = [word for word in self.words[max(0, index - 3) : index + 4] if word.isalpha() and len(word) > 1]
        return len(near) > 1 and all(word.isupper() for word in near)

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
    words, begins, ends = _pieces(text)
    lower = [word.lower() for word in words]
    sentence, paragraph, initial, quoted = _structure(text, words, begins, ends)
    index: dict[str, list[int]] = {}
    for place, low in enumerate(lower):
        index.setdefault(low, []).append(place)
    headline = next((block.span for block in blocks if block.role == "headline"), Span(0, 0))
    skipped = [False] * len(words)
    page = Page(
        text, words, lower, begins, ends, sentence, paragraph, initial, quoted, skipped, [], [], headline, index
    )
    for block in blocks:
        if block.role in _SKIPPED:
            first, end = page.range(block.span)
            page.skipped[first:end] = [True] * (end - first)
            if block.role == "dateline" and end < len(words):
                page.initial[end] = True  # "VELDHAM (Meridian) – Officials said": no name, for its capital
    _mark_titled(page)
    return page


def _structure(
    text: str, words: list[str], begins: list[int], ends: list[int]
) -> tuple[list[int], list[int], list[bool], list[bool]]:
    """For each word its sentence, its paragraph, whether it opens a sentence or quotation, whether it is quoted."""
    sentences, paragraphs, initials, quotes = [], [], [], []
    sentence = paragraph = previous_end = 0
    start, quoted, previous = True, False, ""
    for word, begin, end in zip(words, begins, ends, strict=True):
        glued = previous == "." and begin == previous_end and word[:1].isupper() and word[1:2].islower()
        if begin > previous_end or glued:  # "he said.They left", as scrapers have it
            if "\n" in text[previous_end:begin]:
                paragraph, sentence, start, quoted = paragraph + 1, sentence + 1, True, False
            elif previous in _ENDS and not start and (word[0].isupper() or word in _OPENERS):
                sentence, start = sentence + 1, True
        if word in _MARKS:
            quoted = word == "“" or (word == '"' and not quoted)
        sentences.append(sentence)
        paragraphs.append(paragraph)
        initials.append(start)
        quotes.append(quoted)
        # Punctuation that opens leaves the next word initial; what closes keeps the end of the sentence in view.
        start = word in _OPENERS and (start or word in _STARTERS)
        if not (word in _CLOSERS and previous in _ENDS):
            previous = word
        previous_end = end
    return sentences, paragraphs, initials, quotes


def _pieces(text: str) -> tuple[list[str], list[int], list[int]]:
    """Words, their begins and ends; two names glued by a scraper ("KushnerMark" after "Kushner") come apart."""
    read, begins, ends = pieces(_WORD, text)
    words = read[:]
    apart = 0
    for place, word in enumerate(read):
        if len(word) > 6 and word[0].isupper() and not word[1:].islower() and (glued := _GLUED.fullmatch(word)):
            if glued[1] not in read[max(0, place - 8) : place]:
                continue
            at = place + apart
            middle = begins[at] + len(glued[1])
            words[at : at + 1] = glued.groups()
            begins.insert(at + 1, middle)
            ends.insert(at, middle)
            apart += 1
    return words, begins, ends


def _mark_titled(page: Page) -> None:
    """A line is titled where it ends without a stop and nearly all its longer words are capitalised; a paragraph is in
    capitals where nearly all of them are all capitals."""
    count, first = len(page.words), 0
    while first < count:
        end = first
        while end < count and page.paragraph[end] == page.paragraph[first]:
            end += 1
        longer = [word for word in page.words[first:end] if len(word) > 3 and word[0].isalpha()]
        capital = sum([word[0].isupper() for word in longer])
        titled = len(longer) >= 3 and page.words[end - 1] not in _STOPS and capital >= 0.75 * len(longer)
        page.titled.extend([titled or page.begins[first] < page.headline.end] * (end - first))
        shouted = len(longer) >= 4 and sum(word.isupper() for word in longer) >= 0.9 * len(longer)
        page.capitals.extend([shouted] * (end - first))
        first = end
