"""Text → tokens with a class each; the classes, one character a token, are the string that the grammar reads.

Only words that dates are made of have a class of their own (``english.WORDS``); every other word is ``word`` and every
other sign ``mark``, so that the grammar's expressions run over a short string in which nearly nothing begins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sayso.grounding.dates import english
from sayso.patterns import kept
from sayso.tokens import Remembered, pieces

#: Class name → its character. Capitals are what the grammar builds out of the others.
_NAMES = [
    "word", "mark", "break", "num", "num3", "year", "big", "ord", "card", "tens", "vague", "a", "the", "of", "s",
    "apos", "unit", "halfword", "subunit", "part", "season", "today", "tonight", "overnight", "last", "next",
    "this", "same", "that", "early", "edge", "latter", "rest", "eve", "shift", "ago", "before", "after", "from",
    "between", "and", "or", "to", "in", "on", "within", "since", "prep", "for", "about", "per", "their", "now",
    "month", "maymonth", "weekday", "shortday", "decade", "era", "holiday", "quarter", "halfyear", "thousand",
    "clock", "dash", "slash", "dot", "comma", "open", "close", "event", "DAY", "WDAY", "WEEK", "WEEKEND", "MONTH",
    "SEASON", "QUARTER", "HALF", "YEAR", "DECADE", "CENTURY", "RANGE", "WORDS",
]  # fmt: skip
CODES: dict[str, str] = {name: chr(0x4E00 + index) for index, name in enumerate(_NAMES)}

_TOKEN = kept(
    r"""([^\W\d_]++|\n\s*\n\s*|\d+(?:,\d{3})+(?:\.\d+)?|\d{1,2}:\d\d(?::\d\d)?|(?<!\d\.)\d{1,3}\.\d+(?![.\d])
    |\d+(?i:(?:st|nd|rd|th)\b|['’]?s\b)?|[^\s\w]|_)""",
    re.VERBOSE,
)
_HOLIDAY = kept(
    "|".join(
        re.escape(name).replace("\\ ", r"\s").replace("'", "['’]")
        for name in sorted(english.HOLIDAYS, key=len, reverse=True)
    ).join((r"(?:", r")\b")),
    re.IGNORECASE,
)
_HOLIDAY_STARTS = frozenset(re.split(r"\W", name)[0] for name in english.HOLIDAYS)
_MARKS = {
    "-": "dash", "–": "dash", "—": "dash", "/": "slash", ".": "dot", ",": "comma", "(": "open", ")": "close",
    "'": "apos", "’": "apos",
}  # fmt: skip
_NUMBER_AHEAD = kept(r"\.?\s+\d{1,2}(?:st|nd|rd|th|,\s\d{4}|\s*[-–]|[.,]?$)", re.IGNORECASE)
_SURNAME_MAY = kept(r"\b(?:Theresa|Brian|Elaine|M(?:r|rs|s)\.?|Minister|Secretary) May\b")
#: Words that are not simply of the class "word"; the rest, nearly all, are passed over at once.
_SPECIAL = frozenset([*english.WORDS, *english.EVENTS, *_HOLIDAY_STARTS, *"q h a b bc bce ad ce".split()])
_ERAS = frozenset(["BC", "B", "BCE", "AD", "A", "CE"])
_ERA = kept(r"B\.C\.(?:E\.)?|A\.D\.|(?:BCE?|AD|CE)\b")


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the tokens; ``values`` hold a word's value, and after reduction the grammar's nodes."""

    text: str
    codes: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    surname_may: bool = False  # someone in the text is called May

    def add(self, name: str, value: Any, begin: int, end: int) -> None:
        self.codes.append(CODES[name])
        self.values.append(value)
        self.begins.append(begin)
        self.ends.append(end)

    def word(self, index: int) -> str:
        return self.text[self.begins[index] : self.ends[index]].lower()


def tokenize(text: str) -> Tokens:
    """Every token of ``text``, in order; linear in its length."""
    tokens = Tokens(text, surname_may=" May" in text and bool(_SURNAME_MAY.search(text)))
    position, behind = 0, 0  # in the text, and among the words
    words, add = english.WORDS, tokens.add
    read, begins, ends = pieces(_TOKEN, text)
    known = [_SIMPLE[token] for token in read]
    for at in [at for at, simple in enumerate(known) if simple is None]:
        _copy(tokens, known[behind:at], begins[behind:at], ends[behind:at], position)
        behind = at + 1
        begin, end, token = begins[at], ends[at], read[at]
        if begin < position:
            continue
        first = token[0]
        if first.isalpha():
            low = token.lower()
            if low in _HOLIDAY_STARTS and (holiday := _HOLIDAY.match(text, begin)):
                position = holiday.end()
                add("holiday", re.sub(r"\s", " ", holiday.group().lower().replace("’", "'")), begin, position)
            elif token in _ERAS and (era := _ERA.match(text, begin)):
                position = era.end()
                add("era", era.group()[0], begin, position)
            elif low in words:
                position = _known(tokens, token, low, begin, end)
            elif len(low) == 1 and low in "qh" and text[end : end + 1] in ("1", "2", "3", "4"):
                position = end + 1
                add("quarter" if low == "q" else "halfyear", int(text[end]), begin, position)
            else:
                add("event" if low in english.EVENTS else "word", low, begin, end)
        elif first.isdigit():
            _digits(tokens, token, begin, end)
        elif first == "\n":
            add("break", 0, begin, end)
        else:
            add(_MARKS.get(token, "mark"), token, begin, end)
    _copy(tokens, known[behind:], begins[behind:], ends[behind:], position)
    return tokens


def _simple(token: str) -> tuple[str, Any] | None:
    """A token's code and value where these hang on nothing else, None where they do."""
    low = token.lower()
    if not token[0].isalpha():
        return (CODES[_MARKS.get(token, "mark")], token) if not token[0].isdigit() and token[0] != "\n" else None
    if low not in _SPECIAL:
        return CODES["word"], low
    name, value = english.WORDS.get(low, ("", 0))
    plain = name not in ("", "month", "weekday", "ord", "card") and low not in _HOLIDAY_STARTS and token not in _ERAS
    return (CODES[name], value) if plain else None


_SIMPLE = Remembered(_simple)


def _copy(tokens: Tokens, known: list[Any], begins: list[int], ends: list[int], position: int) -> None:
    """Add simple tokens, without those that end before ``position``: they are part of the one before."""
    while begins and begins[0] < position:
        known, begins, ends = known[1:], begins[1:], ends[1:]
    tokens.codes += [code for code, _ in known]
    tokens.values += [value for _, value in known]
    tokens.begins += begins
    tokens.ends += ends


def _known(tokens: Tokens, token: str, low: str, begin: int, end: int) -> int:
    """Add a word that is in the language's table; returns where the text goes on."""
    name, value = english.WORDS[low]
    text, capital = tokens.text, token[0].isupper()
    if low in english.SHORT_FORMS:
        if not capital and low in english.LOWER_WORDS and not _NUMBER_AHEAD.match(text, end):
            tokens.add("word", low, begin, end)
            return end
        if text[end : end + 1] == ".":
            end += 1
    if name == "month" and low in english.AMBIGUOUS_MONTHS:
        if not capital and low in ("may", "march") and not _NUMBER_AHEAD.match(text, end):
            name, value = "word", low
        else:
            name = "maymonth"
    elif name == "weekday" and low in english.AMBIGUOUS_WEEKDAYS:
        name = "shortday"
    elif name in ("ord", "card") and tokens.codes:
        back = 2 if tokens.codes[-1] == CODES["dash"] and len(tokens.codes) > 1 else 1
        if tokens.codes[-back] == CODES["tens"] and isinstance(value, int) and value < 10:
            value += tokens.values[-back]
            begin = tokens.begins[-back]
            del tokens.codes[-back:], tokens.values[-back:], tokens.begins[-back:], tokens.ends[-back:]
    tokens.add(name, value, begin, end)
    return end


def _digits(tokens: Tokens, token: str, begin: int, end: int) -> None:
    digits = re.match(r"\d+", token)
    number = int(digits.group()[:9]) if digits else 0
    before = tokens.text[begin - 1 : begin]
    rest = token[len(digits.group()) :] if digits else ""
    size = len(token) - len(rest)
    if ":" in rest:
        tokens.add("clock", 0, begin, end)
    elif before in ("$", "€", "£", "#", "₽", "¥") or "," in rest or "." in rest or size > 4:
        tokens.add("big", 0, begin, end)
    elif rest[-1:] in ("s", "S"):
        fits = size in (2, 4) and number % 10 == 0
        if rest[0] in "'’" and not fits:  # "2022's": the possessive is no part of the year
            end -= len(rest)
            _digits(tokens, token[:size], begin, end)
            tokens.add("apos", "'", end, end + 1)
            tokens.add("s", 0, end + 1, end + 2)
        else:
            tokens.add("decade" if fits and (size == 4 or number >= 20) else "word", number, begin, end)
    elif rest:
        tokens.add("ord" if number else "word", number, begin, end)
    elif before.isalpha() and tokens.codes[-1] != CODES["month"]:
        tokens.add("word", number, begin, end)
    elif size <= 2:
        tokens.add("num", number, begin, end)
    elif size == 3:
        tokens.add("num3", number, begin, end)
    else:
        tokens.add("year" if 1000 <= number < 2200 else "big", number, begin, end)
