"""Where those blamed answer, or the report says that they do not: sentence by sentence, how surely it is an answer."""

from __future__ import annotations

import bisect
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.accused.matter import matter_of
from sayso.check.accused.reply.blame import Blame
from sayso.check.accused.reply.parties import Roster
from sayso.check.accused.reply.voices import voice
from sayso.check.accused.responses import answers_something
from sayso.check.context import Context, anchor, content_of
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Statement

#: Sentences behind the blame in which words of those blamed are taken for an answer to it.
_NEXT = 4
_CONTRARY = compiled(
    r"\b(?:not|never|no|nothing|false\w*|untrue|wrong|lies?|lying|fake|hoax|witch hunt|smear|baseless|unfounded|"
    r"nonsense|"
    r"absurd|innocent|appropriate|legal|lawful|proper|apolog\w+|sorry|regret\w*|mistake|misunderst\w+|clear\w*|"
    r"cooperat\w+|vigorously|confident|fight|appeal|politic\w+|distort\w+|mischaracteri\w+|context|justif\w+|necessary|"
    r"right|stand by)\b|n[’']t\b",
    re.IGNORECASE,
)
#: A denial or refusal that does for all that is said.
_TO_ALL = compiled(
    r"\b(?:allegations?|accusations?|claims?|charges?|wrongdoing|comment|guilty|reached|respond|involvement|"
    r"responsibility|baseless|lawsuit|misconduct|improper\w*|request|reports?|it|knowledge|collu\w+)\b",
    re.IGNORECASE,
)
_REFUSES = compiled(
    r"\b(?:did not|didn[’']t|declined to|has not|have not|had not|refused to|could not|couldn[’']t) "
    r"(?:immediately |be |"
    r"return |publicly )*(?:respond|comment|reached|reply|calls?|messages?|answer)\b|\brequests? for comment\b"
)


@dataclass(frozen=True, slots=True)
class Reply:
    """``kind``: response (denies, declines, could not be reached), words (the party speaks), for (somebody does for
    it); ``next``: sentences behind the nearest blame (0: its own), None where it is not soon behind one; ``touches``:
    it speaks of the matter; ``contrary``: it says the contrary, or does for all that is said."""

    party: int
    sentence: int
    kind: str
    next: int | None
    touches: bool
    contrary: bool

    @property
    def sure(self) -> bool:
        """Whether readers take it for an answer to the blame."""
        near = self.next is not None
        if self.kind != "words":
            return near or self.touches or self.contrary
        if self.next is not None and (self.next <= 1 or self.touches or self.contrary):
            return True
        return self.touches and self.contrary


def replies(context: Context, people: Roster, told: list[Blame]) -> dict[int, list[Reply]]:
    """For every party that is blamed, the sentences in which it may answer, in text order."""
    of_party: dict[int, list[Blame]] = defaultdict(list)
    for each in told:
        of_party[each.party].append(each)
    spoken = [(each, _number(context, anchor(each).begin)) for each in context.statements]
    responding: dict[int, int] = {}
    for match in answers_something(context):
        number = _number(context, match.start())
        if number is not None:
            responding.setdefault(number, match.start())
    blamed = frozenset(of_party)
    return {
        party: _of_party(
            context,
            people,
            party,
            own,
            [
                *_voiced(context, people, party, spoken, {id(each.teller) for each in own}),
                *_responses(context, people, party, own, responding, blamed),
            ],
        )
        for party, own in of_party.items()
    }


_Found = tuple[int, str, str, bool | None]  # sentence, kind, words, whether contrary where that is known


def _of_party(context: Context, people: Roster, party: int, told: list[Blame], found: list[_Found]) -> list[Reply]:
    places = sorted({each.sentence for each in told})
    names = people.parties[party].words
    matters = [
        matter_of(
            content_of(each.teller, context.text)
            if each.teller
            else context.sentences[each.sentence].span.of(context.text),
            names,
        )
        for each in told
    ]
    kept: dict[int, Reply] = {}
    for number, kind, words, contrary in found:
        behind = min((number - place for place in places if 0 <= number - place <= _NEXT), default=None)
        there = content_words(words)
        touches = any(len(matter & there) >= min(2, len(matter)) > 0 for matter in matters)
        if contrary is None:
            contrary = _CONTRARY.search(words) is not None
        reply = Reply(party, number, kind, behind, touches, contrary)
        known = kept.get(number)
        if known is None or (reply.sure and not known.sure):
            kept[number] = reply
    return [kept[number] for number in sorted(kept)]


def _voiced(
    context: Context,
    people: Roster,
    party: int,
    spoken: list[tuple[Statement, int | None]],
    tellers: set[int],
) -> Iterator[_Found]:
    """What the party says, or somebody for it; not what another person tells that it said."""
    for statement, number in spoken:
        if number is None or id(statement) in tellers:
            continue
        whose = voice(context, people, statement, party)
        teller = context.by_id.get(statement.parent) if statement.parent else None
        place = anchor(statement)
        if not whose or (
            teller and teller.source.type == "person" and any(part.contains(place) for part in teller.content)
        ):
            continue
        words = f"{context.sentences[number].span.of(context.text)} {content_of(statement, context.text)}"
        if statement.act in ("deny", "no-comment"):
            yield number, "response", words, _TO_ALL.search(words) is not None
            continue
        last = _number(context, statement.content[-1].begin)
        for each in range(number, max(number, last or 0) + 1):
            yield each, "for" if whose == "for" else "words", words, None


def _responses(
    context: Context,
    people: Roster,
    party: int,
    told: list[Blame],
    responding: dict[int, int],
    blamed: frozenset[int],
) -> Iterator[_Found]:
    """The reporter's words that somebody answers or declines to, where it may be the party."""
    for number, begin in responding.items():
        sentence = context.sentences[number]
        words = sentence.span.of(context.text)
        there = {who for _, who in people.within(sentence.span.begin, sentence.span.end)}
        alone = not people.within(sentence.span.begin, begin)
        just = any(
            0 <= number - each.sentence <= 2 and context.sentences[each.sentence].block >= sentence.block - 1
            for each in told
        )
        if not there & blamed and _REFUSES.search(words):
            yield number, "response", words, True  # somebody was asked: it may well be they
        elif party in there or (alone and just):
            yield number, "response", words, _TO_ALL.search(words) is not None


def _number(context: Context, place: int) -> int | None:
    """Which of the body's sentences holds a place."""
    begins = [each.span.begin for each in context.sentences]
    number = bisect.bisect_right(begins, place) - 1
    return number if number >= 0 and place < context.sentences[number].span.end else None
