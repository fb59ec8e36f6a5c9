"""A number and the list behind it, as in "two people who were charged: Anna Holm, Piet Dorn and a clerk".

How likely the list holds what the number counts say trees that ``training/counted.py`` fits on published reports,
from the words before, between and behind the two, whatever their sizes are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.attribution.vectors import load as vectors
from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import SMALL, say, value_of
from sayso.check.language import content_words
from sayso.check.sums.listed import DOUBLE, KINDS
from sayso.check.sums.namedlater import STATES
from sayso.patterns import compiled
from sayso.types import Span

_NUMBER = compiled(
    rf"(?<![-\w$£€.,’'])(?P<n>(?i:{SMALL})|[2-9]|1[0-2])"
    r"(?P<of> of (?:the|its|his|her|their|those|these|[A-Z][\w’'-]+[’']s))? "
    r"(?P<what>(?:(?!(?:of|in|by|from|to|and|or|for|with|at|on|as|who|that)\b)[“\"]?[A-Za-z][\w’'-]*[”\"]? ){0,4}?"
    r"(?P<head>[a-z]{2,}(?:s|men|women|people|children)|people|men|women|children))\b(?![-’'])"
)
_MEASURE = compiled(
    r"(?:years|months|weeks|days|hours|minutes|seconds|percent|points|miles|feet|inches|meters|metres|pounds|"
    r"kilometers|decades|seasons|terms|dollars|euros|degrees|cents|yards|goals|runs|votes|seats|others)$"
)
_OPENS = compiled(r"(?<=[\w”\")]): (?=\S)| ?[–—] ?| -{1,2} | \(")
_STOP = (
    r"(?<!\b[A-Z])(?<!Jr)(?<!Sr)(?<!Sens)(?<!Sen)(?<!Reps)(?<!Rep)(?<!Gov)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!St)[.?!]"
    r"(?=[”\"]?(?:\s|$))"
)
_CLOSES = {
    ":": compiled(rf"{_STOP}|$"),
    "(": compiled(r"\)"),
    "-": compiled(rf" ?[–—] ?| -{{1,2}} |{_STOP}|$"),
}
_ASIDE = compiled(r"\s*\([^()]*\)|\s*\[[^\[\]]*\]")
_COMMA = compiled(r",? and |,? & |,(?: and | or | )?(?=[\w“\"‘'])|,? or ")
_NO_COMMA = compiled(
    r", ?(?:\d[\d,]*|Jr\.?|Sr\.?|[DRI]-[\w.]+|(?:[A-Z]\.)+|[A-Z][a-z]{1,4}\.|[A-Z]{2})(?=,|;|$| and ),?"
)
#: "one by the mayor, another by …": each member begins so, whatever commas it holds.
_ONE = compiled(r"(?:one|another|a (?:second|third|fourth|fifth)|the (?:other|second|third|fourth|last))\b")
_BESIDE = compiled(r"(?:an?|the|from|in|of|who|whose|both|each|now|then|then-|former) ")
_STATE = compiled(rf"(?:{'|'.join(sorted(STATES))}) (?=[A-Za-z])")  # "South Bend, Indiana, Mayor …"
#: What goes on the sentence and is no list: "three men — each of whom …".
_CLAUSE = compiled(
    r"(?:as well as|each|all of|both|including|which|who|with|after|before|but|or|so|as|not|a similar|albeit)\b"
)
_ROUGH = compiled(
    r"\b(?:about|around|nearly|almost|some|at least|over|more than|than|roughly|up to|fewer than|out of|least|"
    rf"another|first|last|top|next|past|other|only|just|(?:{SMALL}|\d+) (?:or|to|in|and|of))\s*$",
    re.IGNORECASE,
)
_VERB = compiled(
    r"\b(?:is|are|was|were|has|have|had|said|says|will|would|could|can|did|do|does|that|who|which|because|if|when|he|"
    r"she|they|it|we|you|I)\b"
)
_SOME = compiled(
    r"\b(?:including|include[sd]?|such as|among|like|e\.g|also|other|others|more|as well|both|first|beyond)\b", re.I
)
_DEFINITE = compiled(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]ll|\w+[’']s)(?: [a-z]+)? $")
_ALL = compiled(r"\b(?:[Aa]ll|[Bb]oth) (?:of )?(?:the )?$")
_SHAPES = (
    compiled(r"[A-Z“\"]"),
    compiled(r"(?:an?|the|his|her|its|their|one) "),
    compiled(r"[a-z]+ing\b"),
    compiled(r"[a-z]"),
)
FEATURES = (
    "gap", "gap words", "colon", "bracket", "dash", "names", "definite", "all", "of", "rough", "begins",
    "like head", "like phrase", "shared", "closed", "closes sentence", "numbers between", "numbers before",
    "mean words", "most words", "unlike words", "one shape", "capitals", "articles", "doings", "verbs", "some before",
    "some within", "ands", "asides", "digits", "numerals", "quoted", "serial comma", "gap commas", "gap verb", "doubt",
    "tail some", "long tail", "semicolons", "starts small", "last longer", "digit",
)  # fmt: skip
_COUNTS = compiled(rf"\b(?:{SMALL}|\d+)\b", re.IGNORECASE)
_LEAST, _MOST = 0.8, 2  # how likely, and by how many members the list may be off


@dataclass(frozen=True, slots=True)
class Pair:
    """A number and a list behind it, the ``sizes`` that this may have, and whether the number is plain: not rough."""

    value: int
    sizes: frozenset[int]
    span: Span
    features: tuple[float, ...]
    plain: bool


def pairs(context: Context, *, alike: bool = True) -> Iterator[Pair]:
    """Each list behind a number of its sentence, of its size only if ``alike``, and what shows if they belong."""
    for span, words in told(context):
        if len(words) > 700:
            continue
        found = [each for each in _NUMBER.finditer(words) if not _MEASURE.search(each["head"])]
        if not found:
            continue
        for begin, end, mark, items, sizes in _lists(words, found[0].end()):
            before = [each for each in found if each.end() <= begin]
            if not before or (not alike and int(value_of(before[-1]["n"])) in sizes):
                continue
            number = before[-1]
            features = tuple(map(float, _features(words, before, (begin, end), mark, items, sizes)))
            plain = not _ROUGH.search(words[: number.start()]) and not _COUNTS.search(words, number.end("n"), begin)
            where = part(span, number.start(), end)
            yield Pair(int(value_of(number["n"])), frozenset(sizes), where, features, plain)


def _lists(words: str, start: int) -> Iterator[tuple[int, int, str, list[str], set[int]]]:
    """Where each list begins and ends, the mark before it, its members, and how many they may be."""
    for opened in _OPENS.finditer(words, start):
        mark = opened.group().strip()[:1]
        mark = mark if mark in ":(" else "-"
        closed = _CLOSES[mark].search(words, opened.end())
        if closed is None:
            continue
        text = (
            _ASIDE.sub("", words[opened.end() : closed.start()])
            if mark != "("
            else words[opened.end() : closed.start()]
        )
        text = _NO_COMMA.sub(" ", text.replace(",”", "”,"))
        items = [each.strip() for each in (text.split(";") if ";" in text else _COMMA.split(text)) if each.strip()]
        verbs = (
            _CLAUSE.match(text)
            or text[:1].isdigit()
            or any(_VERB.search(each) and not _ONE.match(each) for each in items)
        )
        if 2 <= len(items) <= 14 and not verbs and not set(re.findall(r"\w+", text.lower())) <= KINDS | {"and", "or"}:
            yield opened.end(), closed.start(), mark, items, _sizes(items, text)


def _sizes(items: list[str], text: str) -> set[int]:
    """How many the members may be: names of bodies hold an "and", those of towns are followed by their state."""
    if ";" in text:
        return {len(items), len(items) + (" and " in items[-1])}
    ones = sum(_ONE.match(each) is not None for each in items)
    if ones > 1:
        return {ones}
    states = sum(each in STATES for each in items[1:])
    if states and any(each not in STATES for each in items):
        return {len(items), len(items) - states}
    named = [each for each in items if _SHAPES[0].match(each)]
    beside = [each for each in items if each not in named and _BESIDE.match(each)]
    if named and beside and len(named) + len(beside) == len(items):
        return {len(named), len(items)}  # "Anna Holm, a farmer, and Piet Dorn, a clerk"
    doubtful = sum(DOUBLE.search(each) is not None or _STATE.match(each) is not None for each in items)
    beyond = text[max(text.rfind(" and "), text.rfind(" or ")) :].count(",")  # ", and Piet Dorn, a clerk"
    return set(range(max(2, len(items) - min(doubtful, 2)), len(items) + 1)) | {max(2, len(items) - beyond)}


def _features(
    words: str, before: list[re.Match[str]], at: tuple[int, int], mark: str, items: list[str], sizes: set[int]
) -> Iterator[float]:
    number, (begin, end) = before[-1], at
    gap, head, row = words[number.end() : begin], words[: number.start()], words[begin:end]
    plain = [re.sub(r"^(?:an?|the|his|her|its|their|one|and|or)\s", "", each) for each in items]
    heads = [word.lower() for each in plain for word in re.findall(r"[A-Za-z]+", each)[-1:]]
    rest = [word for each in plain for word in re.findall(r"[a-z]+", each.lower())]
    like, what = vectors().cosine, re.findall(r"[a-z]+", number["what"].lower())
    long = [len(each.split()) for each in items]
    shapes = [next((n for n, shape in enumerate(_SHAPES) if shape.match(each)), 4) for each in items]
    tail = words[end:].strip(' ”"')
    yield from (min(300, len(gap)), len(gap.split()), mark == ":", mark == "(", mark == "-")
    yield from (shapes.count(0) == len(items), _DEFINITE.search(head) is not None, _ALL.search(head) is not None)
    yield from (number["of"] is not None, _ROUGH.search(head) is not None, not head.strip(' “"'))
    yield from (like([number["head"]], heads), like(what, rest))
    yield from (len(content_words(number["what"]) & content_words(row)), tail[:1] in ("", ".", ")", "–", "—", "-", ";"))
    yield from (tail in ("", ".", ").", ")"), len(re.findall(rf"\b(?:{SMALL}|\d+)\b", gap)), len(before) - 1)
    yield from (sum(long) / len(long), max(long), max(long) - min(long), len(set(shapes)) == 1)
    yield from (shapes.count(each) / len(items) for each in (0, 1, 2))
    yield from (
        sum(_VERB.search(each) is not None for each in items) / len(items),
        _SOME.search(f"{head[-25:]} {gap}") is not None,
    )
    yield from (_SOME.search(row) is not None, len(re.findall(r"\band\b|&", row)), row.count("("))
    yield from (sum(each.isdigit() for each in row) > 0, re.search(rf"\b(?:{SMALL})\b", row) is not None)
    yield from (row.count("“") + row.count('"'), re.search(r", (?:and|or) ", row) is not None, gap.count(","))
    yield from (_VERB.search(gap) is not None, len(sizes), _SOME.search(tail[:40]) is not None, min(100, len(tail)))
    yield from (row.count(";"), row[:1].islower(), long[-1] - sum(long[:-1]) / max(1, len(long) - 1))
    yield number["n"].isdigit()


def unlike_its_number(context: Context) -> Iterator[tuple[Span, str]]:
    """Each list that is longer or shorter than the number that it belongs to, and what was looked for."""
    from sayso.check.learned.trees import load

    for each in pairs(context, alike=False):
        near = min(abs(each.value - size) for size in each.sizes)
        if each.plain and 0 < near <= _MOST and load("counted").probability(each.features) > _LEAST:
            few = say(min(each.sizes)) if len(each.sizes) == 1 else f"{say(min(each.sizes))} to {say(max(each.sizes))}"
            yield each.span, f"{each.value} of them in the list; found {few}"
