"""Sentences of a paragraph, with exact offsets: enough for looking around a word, not a treebank."""

from __future__ import annotations

import re

from sayso.patterns import kept
from sayso.types import Span

# A pattern that begins with one sign of a set is looked for many times faster than one with a repetition or a choice.
_END = kept(r"[.?!…][.?!…]*(?:[\"”’'»)\]]*(?=\s+[\"“‘'«(\[$£€]*[A-Z0-9])|[\"”»]+(?=\s))")
_ABBREVIATION = kept(
    r"(?:^|[\s(“\"‘'/-])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Gov|Sen|Rep|Reps|Sens|Gen|"
    r"Lt|Col|Maj|Capt|Cmdr|Sgt|Pvt|Adm|Brig|"
    r"Supt|Insp|St|Sr|Jr|Ft|Mt|No|Nos|vs|v|Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|"
    r"Tenn|Tex|Va|Vt|Wash|Wis|Wyo|e\.g|i\.e|approx|[A-Z]|(?:[A-Z]\.)+[A-Z]|[ap]\.m)\.$"
)


def sentences(text: str, block: Span) -> list[Span]:
    """The sentences of ``block`` in text order, without surrounding white space.

    A stop after an abbreviation or an initial ends no sentence, except where it is the last thing of the block.
    """
    found: list[Span] = []
    begin = block.begin
    for match in _END.finditer(text, block.begin, block.end):
        stop = match.group().rstrip("\"”’'»)]")
        if stop == "." and _ABBREVIATION.search(text[max(block.begin, match.start() - 12) : match.start() + 1]):
            continue
        if match.group()[-1] in '"”»' and re.match(r"\s+[a-z]", text[match.end() : match.end() + 3]):
            continue  # “Is that so?” she asked: the sentence goes on after the quotation
        found += _trimmed(text, Span(begin, match.end()))
        begin = match.end()
    return found + _trimmed(text, Span(begin, block.end))


def _trimmed(text: str, span: Span) -> list[Span]:
    words = span.of(text)
    begin = span.begin + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return [Span(begin, end)] if end > begin else []
