"""The words of a quotation as they are compared: contractions spelled out, numbers as digits, one spelling for both
sides of the Atlantic."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from sayso.trace.words import FUNCTION_WORDS, NUMBER_WORDS
from sayso.types import Span

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|…|\.\s?\.\s?\.(?:\s?\.)?|\[|\]")
_STOP = re.compile(r"[.!?]")
_GAP = re.compile(r"…|\.\s?\.\s?\.")
_LAST = {"wo": "will", "ca": "can", "sha": "shall"}
_CONTRACTED = {"re": "are", "ll": "will", "ve": "have", "m": "am", "d": "would"}
_IS = frozenset("it he she that there what who here where how let".split())
_WHOLE = {"cannot": ("can", "not"), "gonna": ("going", "to"), "wanna": ("want", "to"), "percent": ("per", "cent")}
_SPELLED = {
    "gray": "grey", "plow": "plough", "tire": "tyre", "curb": "kerb", "skeptical": "sceptical", "aluminum": "aluminium",
    "program": "programme", "defense": "defence", "offense": "offence", "license": "licence", "while": "whilst",
    "among": "amongst", "toward": "towards", "ok": "okay", "jail": "gaol", "check": "cheque", "pajamas": "pyjamas",
    "judgment": "judgement", "center": "centre", "theater": "theatre", "meter": "metre", "liter": "litre",
    "fiber": "fibre", "caliber": "calibre", "somber": "sombre", "maneuver": "manoeuvre",
}  # fmt: skip
_TENS = {"20", "30", "40", "50", "60", "70", "80", "90"}
FUNCTION = frozenset(FUNCTION_WORDS)


@dataclass(frozen=True, slots=True)
class Word:
    """``norm`` is compared; ``span`` are the exact words. ``bracketed``: an editor's, in square brackets."""

    norm: str
    span: Span
    bracketed: bool = False

    @property
    def content(self) -> bool:
        return self.norm not in FUNCTION


@dataclass(frozen=True)
class Wording:
    """Words in order. ``gaps`` are the positions (before the word of that number) where dots mark an omission;
    ``starts`` those where a sentence begins, and the end of the last."""

    words: tuple[Word, ...]
    gaps: frozenset[int]
    starts: frozenset[int]

    @cached_property
    def norms(self) -> tuple[str, ...]:
        return tuple(word.norm for word in self.words)


def wording(text: str, spans: Sequence[Span]) -> Wording:
    """The words of the spans, as one run."""
    words: list[Word] = []
    gaps: set[int] = set()
    bracketed = False
    for span in spans:
        for match in _TOKEN.finditer(text, span.begin, span.end):
            written = match.group()
            if written in "[]":
                bracketed = written == "["
            elif _GAP.match(written):
                gaps.add(len(words))
            else:
                at = Span(*match.span())
                words += [Word(norm, at, bracketed) for norm in _norms(written)]
    joined, moved = _joined(words, gaps)
    return Wording(joined, moved, _starts(text, joined))


def _starts(text: str, words: Sequence[Word]) -> frozenset[int]:
    between = ((n, text[a.span.end : b.span.begin]) for n, (a, b) in enumerate(pairwise(words), 1))
    inside = {n for n, gap in between if _STOP.search(gap) and text[words[n].span.begin].isupper()}
    return frozenset({0, len(words)} | inside)


def _joined(words: list[Word], gaps: set[int]) -> tuple[tuple[Word, ...], frozenset[int]]:
    """Tens and units as one number: seventy-one, 71."""
    out: list[Word] = []
    moved: dict[int, int] = {}
    for n, word in enumerate(words):
        moved[n] = len(out)
        before = out[-1] if out else None
        if before and before.norm in _TENS and len(word.norm) == 1 and word.norm in "123456789":
            out[-1] = Word(str(int(before.norm) + int(word.norm)), Span(before.span.begin, word.span.end))
            moved[n] = len(out) - 1
        else:
            out.append(word)
    moved[len(words)] = len(out)
    return tuple(out), frozenset(moved[gap] for gap in gaps)


@lru_cache(maxsize=65536)
def _norms(token: str) -> tuple[str, ...]:
    flat = "".join(c for c in unicodedata.normalize("NFKD", token) if not unicodedata.combining(c)).lower()
    flat = flat.replace("’", "'")
    if flat in _WHOLE:
        return _WHOLE[flat]
    if flat.endswith("n't") and len(flat) > 3:
        stem = flat[:-3]
        return _LAST.get(stem, stem), "not"
    if "'" in flat:
        head, _, tail = flat.rpartition("'")
        if tail in _CONTRACTED:
            return head, _CONTRACTED[tail]
        if tail == "s":
            return (head, "is") if head in _IS else (head,)
        return (flat.replace("'", ""),)
    return (NUMBER_WORDS.get(flat, spelled(flat)),)


@lru_cache(maxsize=65536)
def spelled(word: str) -> str:
    """One form for the American and the British spelling of a word; other words as they are."""
    if word in _SPELLED:
        return _SPELLED[word]
    if re.fullmatch(r"[\d.,]+", word):
        return word.replace(",", "").rstrip(".")
    plain = re.sub(r"(?<=[a-z]{3})our(?=s?$|ed$|ing$|ful$|able$|ite$|er$|less$)", "or", word)
    plain = re.sub(r"(?<=[a-z]{3})is(?=e$|es$|ed$|ing$|ation$|ations$|er$|ers$)", "iz", plain)
    plain = re.sub(r"(?<=[a-z]{2}[aeiou])ll(?=ed$|ing$|er$|ers$|or$)", "l", plain)
    return re.sub(r"(?<=[a-z]{2}[aeiou])yse(?=d?$)", "yze", plain)
