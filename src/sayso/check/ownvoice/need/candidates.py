"""Sentences of which it can be asked whether somebody should be given for them, and what stands around each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.check.context import Context, content_of, parts, speaks
from sayso.check.language import VERB_OF_SAYING, content_words
from sayso.check.ownvoice.need.marks import MARKS
from sayso.patterns import compiled
from sayso.types import Span, Statement

#: Who speaks without marks, asks, or is told in the sentence itself to have said it.
ANOTHERS = compiled(
    rf"[\"“”?]|\b(?:{VERB_OF_SAYING}|[Aa]ccording to|[Cc]iting|I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Yy]ou|[Yy]our|[Ll]et[’']s)\b"
)
_NOTICE = compiled(r"[(\[*_]*(?:Correction|Clarification|Editor[’']s note|Update)\b", re.IGNORECASE)
_PRONOUN = compiled(r"(?:He|She|They|It|This|That|These|Those|Such|His|Her|Their|Its)\b")
_LEAST, _MOST = 4, 70


@dataclass(frozen=True, slots=True)
class Candidate:
    """``number``: the place among the context's sentences; ``around``: the values that :data:`AROUND` names."""

    number: int
    span: Span
    around: tuple[float, ...]

    @property
    def alone(self) -> bool:
        """Whether the sentences beside it in its paragraph, too, are nobody's: else readers may take it for theirs."""
        return not any(self.around[place] for place in BESIDE)

    @property
    def introduces(self) -> bool:
        """Whether it tells of the very one who speaks next, in the sentence after or the one after that."""
        return self.around[_NEXT] > 0 and self.around[_NAMED] > 0


AROUND = (
    "lead", "second", "third", "depth", "last paragraph", "alone", "first of paragraph", "last of paragraph",
    "size of paragraph", "attributed before, same paragraph", "attributed after, same paragraph",
    "attributed in paragraph", "attributed last of paragraph before", "attributed in paragraph before",
    "attributed first of paragraph after", "attributed in paragraph after", "attributed of three before",
    "attributed of three after", "attributed of report", "continued", "continued by reading's confidence",
    "other statement", "length", "figures", "pronoun first", "names", "told by a source elsewhere",
    "told by headline", "told by opening", "paragraphs",
    "near attributed before", "near attributed after", "same source around", "person before", "person after",
    "quoted before", "quoted after", "contended before", "contended after", "its source before", "its source after",
    *MARKS,
)  # fmt: skip
#: Acts of which the other side would speak otherwise.
_CONTENDS = frozenset(["accuse", "criticize", "predict", "believe", "warn", "deny", "praise"])
_NEXT, _NAMED = AROUND.index("near attributed after"), AROUND.index("its source after")
#: The values for the sentences beside it.
BESIDE = (AROUND.index("attributed before, same paragraph"), AROUND.index("attributed after, same paragraph"))


def candidates(context: Context) -> list[Candidate]:
    """The sentences of the body, in order, in and for which no source is given and which nobody visibly speaks."""
    sentences = context.sentences
    if not sentences:
        return []
    placed = _placed(context)
    said = [
        any(_explicit(each, context.text) for each in here) or any(mark in one.span.of(context.text) for mark in '"“”')
        for one, here in zip(sentences, placed, strict=True)
    ]
    told = [
        content_words(content_of(each, context.text)) for each in context.statements if _explicit(each, context.text)
    ]
    top = content_words(context.headline.span.of(context.text)) if context.headline else frozenset()
    opening = content_words(sentences[0].span.of(context.text))
    found = []
    for number, sentence in enumerate(sentences):
        words = sentence.span.of(context.text)
        if said[number] or not _LEAST <= len(words.split()) <= _MOST or ANOTHERS.search(words):
            continue
        if _NOTICE.match(context.body[sentence.block].span.of(context.text)) or _listed(context, sentence.block):
            continue
        own = content_words(words)
        elsewhere = max((_shared(own, each) for each in told), default=0.0)
        around = (
            *_place(context, number),
            *_neighbours(context, number, said),
            *_held(placed[number]),
            len(words.split()) / 40,
            float(bool(re.search(r"\d", words))),
            float(bool(_PRONOUN.match(words))),
            len(re.findall(r"(?<=[a-z,] )[A-Z]", words)) / 8,
            elsewhere,
            _shared(own, top),
            _shared(own, opening) if number else 0.0,
            min(len(context.body), 40) / 40,
            *_around(context, placed, number, own),
            *(float(each.search(words) is not None) for each in MARKS.values()),
        )
        found.append(Candidate(number, sentence.span, around))
    return found


def _listed(context: Context, block: int) -> bool:
    """Whether the paragraph stands in a list that the words before a colon announce: "The study projects:"."""
    counted = Counter(each.block for each in context.sentences)
    for place in range(block - 1, max(-1, block - 6), -1):
        if context.body[place].span.of(context.text).rstrip().endswith(":"):
            return True
        if counted[place] > 1 or counted[block] > 1:
            return False
    return False


def _placed(context: Context) -> list[list[Statement]]:
    """For each sentence the statements that have words in it."""
    placed: list[list[Statement]] = [[] for _ in context.sentences]
    for statement in context.statements:
        for number, sentence in enumerate(context.sentences):
            if any(sentence.span.overlaps(each) for each in parts(statement)):
                placed[number].append(statement)
    return placed


def _explicit(statement: Statement, text: str) -> bool:
    return statement.how == "explicit" and speaks(statement, text)


def _place(context: Context, number: int) -> Sequence[float]:
    block = context.sentences[number].block
    near = [n for n, each in enumerate(context.sentences) if each.block == block]
    last = len(context.body) - 1
    return (
        *(float(block == n) for n in range(3)),
        block / max(1, last),
        float(block == last),
        float(len(near) == 1),
        float(number == near[0]),
        float(number == near[-1]),
        min(len(near), 6) / 6,
    )


def _neighbours(context: Context, number: int, said: Sequence[bool]) -> Sequence[float]:
    block = context.sentences[number].block
    own = [n for n, each in enumerate(context.sentences) if each.block == block]
    before = [said[n] for n, each in enumerate(context.sentences) if each.block == block - 1]
    after = [said[n] for n, each in enumerate(context.sentences) if each.block == block + 1]
    return (
        float(number > own[0] and said[number - 1]),
        float(number < own[-1] and said[number + 1]),
        float(any(said[n] for n in own)),
        float(bool(before) and before[-1]),
        float(any(before)),
        float(bool(after) and after[0]),
        float(any(after)),
        sum(said[max(0, number - 3) : number]) / 3,
        sum(said[number + 1 : number + 4]) / 3,
        sum(said) / len(said),
    )


def _held(here: Sequence[Statement]) -> Sequence[float]:
    """Whether the reading takes the sentence for one that a speaker goes on with."""
    gone_on = [each for each in here if each.how == "continued"]
    return (
        float(bool(gone_on)),
        max((each.confidence for each in gone_on), default=0.0),
        float(len(here) > len(gone_on)),
    )


def _around(
    context: Context, placed: Sequence[Sequence[Statement]], number: int, own: frozenset[str]
) -> Sequence[float]:
    """The statements next before and after that give a source, at most six sentences away: how near, whose, of what
    kind, and whether the sentence names their source."""
    sides: list[tuple[float, Statement | None]] = []
    for way in (-1, 1):
        found: tuple[float, Statement | None] = (0.0, None)
        for away in range(1, 7):
            place = number + way * away
            if not 0 <= place < len(placed):
                break
            told = [each for each in placed[place] if _explicit(each, context.text)]
            if told:
                found = ((7 - away) / 6, told[-1 if way < 0 else 0])
                break
        sides.append(found)
    (near_before, before), (near_after, after) = sides
    both = (before, after)
    return (
        near_before,
        near_after,
        float(before is not None and after is not None and before.source.id == after.source.id),
        *(float(each is not None and each.source.type == "person") for each in both),
        *(float(each is not None and each.kind != "indirect") for each in both),
        *(float(each is not None and each.act in _CONTENDS) for each in both),
        *(float(each is not None and bool(own & content_words(each.source.name or ""))) for each in both),
    )


def _shared(own: frozenset[str], other: frozenset[str]) -> float:
    """The part of the sentence's content words that the other has."""
    return len(own & other) / len(own) if own else 0.0
