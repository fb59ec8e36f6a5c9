"""Years of one life or one house in the wrong order: graduated before admission, expired before it was signed.

Each step that a report tells with its years is kept with the names beside it; where the sentence has only "he", "it" or
"that law", with those of the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.attribution.sources.vocabulary import common_words
from sayso.check.context import Context, part
from sayso.patterns import compiled
from sayso.types import Span

#: Steps of a life, a house or a law; words of one step may come in any order.
_STEPS = {
    "birth": r"born",
    "beginning": r"founded|established|launched|incorporated|set up",
    "building": r"opened|built|completed",
    "entry": r"entered|enrolled (?:at|in)|matriculated|"
    r"was admitted to (?!hospital|a hospital|the bar|intensive)|went up to|started at|won a (?:place|"
    "scholarship) at",
    "graduation": r"graduated|took (?:his|her|a) degree|earned (?:his|her|a) (?:bachelor|degree|law degree)\w*",
    "wedding": r"married|wed",
    "divorce": r"divorced|separated",
    "arrest": r"arrested|detained|seized",
    "charge": r"charged|indicted|arraigned",
    "verdict": r"convicted|found guilty|pleaded guilty|pled guilty",
    "sentence": r"sentenced|jailed|imprisoned",
    "release": r"pardoned|exonerated|paroled|freed|(?:was|were|been) released|overturned|quashed|commuted",
    "nomination": r"nominated|nomination",
    "seat": r"(?:took|taken|has held|had held|held) (?:his|her|the|a) (?:seat|bench)|(?:joined|sat on|"
    "has sat on|served on) the "
    r"(?:[A-Z]\w+ )*(?:court|Court|Senate|bench)|(?:was|were|been) (?:confirmed|sworn in|seated)|took office|"
    r"took the oath",
    "signing": r"signed|enacted|adopted|ratified|took effect|came into force",
    "expiry": r"expired|lapsed|ran out|was repealed",
    "retirement": r"retired|stepped down|left office",
    "end": r"demolished|torn down|dissolved|shut down|closed|went bankrupt",
    "death": r"died|was killed|was assassinated|executed",
}
#: What comes before what.
_LADDERS = (
    ("birth", "entry", "graduation", "retirement", "death"), ("birth", "wedding", "divorce"), ("birth", "arrest"),
    ("birth", "verdict", "death"), ("beginning", "end"), ("building", "end"), ("charge", "verdict", "sentence"),
    ("verdict", "release"), ("sentence", "release"), ("arrest", "verdict"), ("birth", "release"),
    ("birth", "nomination"),
    ("nomination", "seat", "retirement"), ("birth", "beginning"), ("signing", "expiry"), ("wedding", "death"),
)  # fmt: skip
_LAST = frozenset(["death", "end", "graduation"])
_PATTERNS = [(name, compiled(rf"\b(?:{words})\b")) for name, words in _STEPS.items()]
_AFTER = compiled(
    r"\b(?:in|on|of) (?:(?:early|late|mid-?) ?)?(?:the )?(?:[A-Z][a-z]+\.? )?(?:\d{1,2},? )?(?P<y>(?:1[6-9]|20)\d\d)"
    r"(?P<s>s)?\b(?! and (?:1[6-9]|20)\d\d| (?:election|vote|convention|law|case|book|film|novel))"
)
_BEFORE = compiled(
    r"(?:^|[;,] |\b(?:and|but) )[Ii]n (?:(?:early|late|mid-?) ?)?(?:[A-Z][a-z]+\.? )?(?P<y>(?:1[6-9]|"
    r"20)\d\d)(?P<s>s)?,? "
)
_NAME = compiled(r"(?<![\w’'-])[A-Z][\w’'-]+[a-z]\b")
_HE = compiled(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Hh]im|[Hh]er|[Hh]is|[Tt]h(?:at|e|is) [a-z]+)\b")
_NOT_ONCE = compiled(
    r"\b(?:again|second|third|re-\w+|another|posthumously|first|next|later|would|will|could|may|if|not|never|"
    r"expected|plans?|to be|until|before|after|since|parents?|father|mother|brother|sister|son|daughter|wife|husband)\b"
)
_NO_NAMES = frozenset(
    "the he she it in on at but and his her they this that mr mrs ms dr president senator january february "
    "march april may "
    "june july august september october november december republican democratic democrat university college "
    "court senate "
    "supreme house state states united american".split()
)


@dataclass(frozen=True, slots=True)
class _Step:
    first: int
    last: int
    span: Span
    names: frozenset[str]
    lone: bool
    words: str


def out_of_order(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later-told place, the earlier one and what was looked for; both are told of the same person or thing."""
    told = _told(context)
    for ladder in _LADDERS:
        for n, before in enumerate(ladder):
            for after in ladder[n + 1 :]:
                for two in told[after]:
                    mine = [each for each in told[before] if each.names & two.names]
                    again = [each for each in told[after] if each.names & two.names]
                    if len(mine) != 1 or (len(again) != 1 and after not in _LAST):
                        continue
                    one = mine[0]
                    if one.first > two.last and not (one.lone or two.lone):
                        there, here = (two, one) if two.span > one.span else (one, two)
                        looked_for = f"the {after} after the {before}; found {two.first} and {one.first}"
                        yield there.span, here.span, looked_for
                        return


def _told(context: Context) -> dict[str, list[_Step]]:
    """The steps told with their years, by their names."""
    told: dict[str, list[_Step]] = {name: [] for name in _STEPS}
    last: frozenset[str] = frozenset()
    block = -1
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        own = _names(words)
        pointed = _HE.search(words) is not None and (
            sentence.block == block or re.match(r"[“\"]?(?:He|She|It|Th)\b", words)
        )
        names = own | last if pointed else own
        if len(words) < _LONGEST and not context.quoted(sentence.span.begin):
            for name, pattern in _PATTERNS:
                for match in pattern.finditer(words):
                    found = _years(words, match)
                    if found:
                        first, end, begin, stop = found
                        before = words[max(0, match.start() - 35) : match.end()]
                        lone = _NOT_ONCE.search(before) is not None or words[match.end() :].startswith(" again")
                        span = part(sentence.span, min(begin, match.start()), max(stop, match.end()))
                        told[name].append(_Step(first, end, span, names, lone, words))
                        break
        last, block = (names if pointed else own) or last, sentence.block
    return told


def _names(words: str) -> frozenset[str]:
    """The capitalised words, at the sentence's head only what is no common word."""
    found = [re.sub(r"[’']s?$", "", each.group()).lower() for each in _NAME.finditer(words) if each.start()]
    first = re.match(r"[“\"]?([A-Z][\w’'-]+)", words)
    if first and first[1].lower() not in common_words():
        found.append(re.sub(r"[’']s?$", "", first[1]).lower())
    return frozenset(found) - _NO_NAMES


_LONGEST, _FAR = 400, 60  # characters of a sentence, and between a verb and its year


def _years(words: str, match: re.Match[str]) -> tuple[int, int, int, int] | None:
    """The first and the last year of the step, and where the words for them begin and end."""
    after = _AFTER.search(words, match.end())
    between = words[match.end() : after.start()] if after else ""
    if after and len(between) < _FAR and not _crossed(between):
        year = int(after["y"])
        return year, year + (9 if after["s"] else 0), after.start(), after.end()
    for before in _BEFORE.finditer(words, 0, match.start()):
        gap = words[before.end() : match.start()]
        if len(gap) < _FAR and not _crossed(gap):
            year = int(before["y"])
            return year, year + (9 if before["s"] else 0), before.start(), before.end()
    return None


def _crossed(between: str) -> bool:
    """Whether another step, or another clause, lies between a verb and a year."""
    other = any(pattern.search(between) for _, pattern in _PATTERNS)
    return other or re.search(r"[;:“”\"]|\b(?:and|but|when|after|before|while|who|which|that)\b", between) is not None
