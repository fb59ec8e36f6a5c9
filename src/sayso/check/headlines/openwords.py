"""The words of the body, each with what leaves it open and whose words it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context, Sentence
from sayso.check.headlines.headclauses import WORD
from sayso.check.headlines.restson import stems
from sayso.patterns import compiled
from sayso.types import Statement

_LATEST = 40


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the body: ``open`` is what leaves it open, ``said`` whose words it is in; told plainly, neither."""

    form: str
    stem: str
    name: bool
    open: str | None
    planned: bool
    said: Statement | None

    @property
    def plain(self) -> bool:
        return self.open is None and self.said is None


Told = tuple[Sentence, list[Word]]


def body_words(context: Context) -> Iterator[Told]:
    """The sentences with their words, each with what is around it."""
    said: dict[int, Statement] = {}
    for each in context.statements:
        if each.act in _SETTLES or not (each.cue or each.source.mention):
            continue
        for span in each.content:
            said.update(dict.fromkeys(range(span.begin, span.end), each))
    for sentence in context.sentences[:_LATEST]:
        words = sentence.span.of(context.text)
        scopes = [(match.end(), _end(words, match), match.group()) for match in _OPENS.finditer(words)]
        found = []
        for match in WORD.finditer(words):
            stem = next(iter(stems(match[0])), None)
            if stem is None:
                continue
            place = sentence.span.begin + match.start()
            hedges: list[str] = [how for begin, end, how in scopes if begin <= match.start() < end]
            hard = [how for how in hedges if not _PLANS.fullmatch(how)]
            found.append(
                Word(
                    match[0].lower(),
                    stem,
                    match[0][0].isupper() and match.start() > 1,
                    next(iter(hard or hedges), None),
                    bool(hedges) and not hard,
                    said.get(place),
                )
            )
        yield sentence, found


def _end(words: str, hedge: re.Match[str]) -> int:
    """Where a hedge's reach ends: at the clause's end, or some words on."""
    stop = (_COMMA if hedge[0].lower().endswith("ly") else _STOPS).search(words, hedge.end())
    reach = _NEXT_WORDS if hedge[0].lower().startswith("potential") else _FAR
    far = reach.match(words, hedge.end() + 1)
    return min(stop.start() if stop else len(words), far.end() if far else len(words))


def names_of(told: list[Told]) -> frozenset[str]:
    """The words that the body has with a capital only."""
    capitals = {word.stem for _, words in told for word in words if word.name}
    return frozenset(capitals - {word.stem for _, words in told for word in words if not word.name})


#: What a body may tell as settled though somebody said it.
_SETTLES = frozenset(["announce", "declare", "confirm", "acknowledge", "rule", "order", "ask", "urge"])
_PLANNED = (
    r"(?:will|would|plan(?:s|ned|ning)?|expected|wants? to|intend\w*|hop(?:es|ed|ing) to|seek\w*|aim\w*|propos\w+|"
    r"vow\w*|promis\w+|pledg\w+|threaten\w*|urg\w+|call\w* (?:for|on)|look\w* to|set to|push\w* (?:for|to)|bid to|"
    r"tr(?:y|ies|ied|ying) to)"
)
_PLANS = compiled(_PLANNED, re.IGNORECASE)
_OPENS = compiled(
    r"(?<!-)\b(?:(?:may|might|could)(?! not\b|n[’']t)|perhaps|possib(?:le|ly|ility)|potential(?:ly)?|"
    r"(?:appear|seem)(?:s|ed|ing)? to (?=show|confirm|prove|reveal|admit|have )|"
    r"alleg\w+|reported(?:ly)?|suspect(?:s|ed|ing)?|suspicions?|"
    r"apparent(?:ly)?|believe(?:s|d)?|thought to|rumou?r\w*|speculat\w+|unconfirmed|unverified|whether|(?:un)?likely|"
    r"accus\w+|charged(?= (?:with|in|of|at|over|for)\b)|indicted|guilty of|claim(?:s|ed|ing)\b(?! responsib)|"
    r"consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull\w*|explor(?:e|es|ed|ing)|discuss(?:es|ed|ing)?|fear(?:s|ed)?|"
    rf"risk(?:s)? of|denie[sd]|deny|denying|argu(?:e|es|ed|ing)|purport\w*|supposedly|{_PLANNED})\b",
    re.IGNORECASE,
)
_STOPS = compiled(r"[;–—]| -- |, (?:but|while|although|though|after|when|who|which|as)\b|[.?!][\"”’']?\s|[\"“”]")
_FAR, _NEXT_WORDS = compiled(r"(?:\S+\s+){0,13}\S*"), compiled(r"\S+\s+\S*")
_COMMA = compiled(r"[;,–—]|[.?!][\"”’']?\s|[\"“”]")
