"""Those whom a report lets be blamed and does not let answer, where published reports mostly would."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.check.accused.reply.blame import SERIOUS, Blame, blames
from sayso.check.accused.reply.features import features
from sayso.check.accused.reply.parties import Party
from sayso.check.accused.reply.replies import replies
from sayso.check.context import Context
from sayso.check.language import DEED, FAILING, LEGAL, WRONGDOING
from sayso.patterns import compiled
from sayso.types import Span

#: How likely it must be that an answer is missing: of somebody accused or said to have done wrong, and of somebody
#: who is
#: charged or investigated.
_ACCUSED, _CHARGED = 0.8, 0.8
_PLAIN = frozenset(["accuse", "said wrong"])
#: Sentences at the head of a report: who is blamed there, or again and again, or in the headline, is what it is about.
_HEAD, _OFTEN = 5, 3
#: Opponents at large, of whom any may speak for all.
_MANY = compiled(
    r"(?:Republicans?|Democrats?|Congress|House|Senate|Senate \w+|House \w+|GOP|White House|Congressional \w+|"
    r"Parliament|"
    r"Tories|Conservatives?|Liberals?|Labour|Americans|Media|Supreme Court|Justice Department|Department of Justice|"
    r"Capitol Hill)"
)
#: Nothing is left to answer: told with the name.
_SETTLED = compiled(
    r"\b(?:pleaded guilty|pled guilty|guilty plea|convicted|sentenced|found guilty|admitted|apologi[sz]ed|killed "
    r"himself|"
    r"died|dead|slain|late|victim)\b"
)
#: Nobody rings them.
_OUTLAWS = compiled(r"\b(?:terrorists?|militants?|jihadists?|insurgents?|extremists?|warlord|cartel)\b")
_LONG_AGO = compiled(r"\b(?:years? ago|last year|decades? ago|earlier (?:this|that) year)\b")
#: The answer beside the blame: "which he denies"; and in a headline that names the party.
_DENIES = compiled(
    r"\b(?:he|she|it|they|has|have|had|who|which|and) (?:\w+ )?(?:den(?:y|ies|ied)|reject(?:s|ed)|disput(?:es|ed)|"
    r"dismiss(?:es|ed))\b|\b(?:not guilty|innocence|denials?)\b"
)
_ANSWERS = compiled(
    r"\b(?:den(?:y|ies|ied)|defends?|defended|rejects?|dismisse[sd]|disputes?|(?:fir|hit|fight)\w* back|slams|rips|"
    r"responds?|apologi[sz]es?|insists)\b",
    re.IGNORECASE,
)
#: Fewer sentences are no report, but an item.
_FEWEST = 6


@dataclass(frozen=True, slots=True)
class Unanswered:
    """``places``: the sentences in which the party is blamed, in text order; ``mention``: the name in the first."""

    name: str
    mention: Span
    places: tuple[Span, ...]
    probability: float


def unanswered(context: Context) -> list[Unanswered]:
    """Of those blamed in a report, who is likely to have been owed an answer that it does not hold; likeliest first."""
    from sayso.check.learned.trees import load

    if len(context.sentences) < _FEWEST:
        return []
    people = context.parties
    told = blames(context, people)
    if not told:
        return []
    answers = replies(context, people, told)
    serious = [each for each in told if each.kind in SERIOUS and not _by_pronoun(context, each)]
    found = []
    for party, kinds in _kinds(serious).items():
        own = people.parties[party]
        if own.kind not in ("person", "organization") or _MANY.fullmatch(own.name):
            continue
        if not kinds & _PLAIN and not _named(context, own):
            continue
        probability = load("unanswered").probability(features(context, people, told, party, answers[party]))
        if probability < (_ACCUSED if kinds & _PLAIN else _CHARGED):
            continue
        blamed = [each for each in serious if each.party == party]
        blamed = [each for each in blamed if not _old(context, context.sentences[each.sentence].span)]
        if not any(_grave(context.sentences[each.sentence].span.of(context.text)) for each in blamed):
            continue
        if _met(context, own, blamed) or not _central(context, own, blamed) or _settled(context, own):
            continue
        places = tuple(dict.fromkeys(context.sentences[each.sentence].span for each in blamed))
        found.append(Unanswered(own.name, blamed[0].span, places, probability))
    return sorted(found, key=lambda each: -each.probability)


def _by_pronoun(context: Context, blame: Blame) -> bool:
    """Whether it is told of "him" that he did wrong: too often another man than the one last named."""
    return blame.kind == "said wrong" and blame.span.of(context.text).lower() in ("he", "she", "him", "her")


def _headline(context: Context) -> str:
    return context.headline.span.of(context.text) if context.headline else ""


def _named(context: Context, party: Party) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", _headline(context).lower()) for word in party.words)


def _met(context: Context, party: Party, blamed: list[Blame]) -> bool:
    """Whether the sentence of the blame tells the answer too ("which he denies"), or the headline tells it."""
    told = [context.sentences[each.sentence].span.of(context.text) for each in blamed]
    return any(_DENIES.search(words) for words in told) or (
        _named(context, party) and _ANSWERS.search(_headline(context)) is not None
    )


def _central(context: Context, party: Party, blamed: list[Blame]) -> bool:
    """Whether the report is about it: blamed at its head, again and again, or in a headline that names the party."""
    sentences = {each.sentence for each in blamed}
    near = len(sentences) > 1 or min(sentences) < 2 * _HEAD
    return min(sentences) < _HEAD or len(sentences) >= _OFTEN or (_named(context, party) and near)


def _settled(context: Context, party: Party) -> bool:
    """Whether a sentence that names the party tells that it confessed, was convicted, apologised or died."""
    return any(
        _SETTLED.search(words) or _OUTLAWS.search(words)
        for words in (context.enclosing(span).of(context.text) for span in party.mentions)
    )


def _old(context: Context, sentence: Span) -> bool:
    words = sentence.of(context.text)
    published = context.report.published.value[:4] if context.report.published else ""
    years = re.findall(r"\b(?:19|20)\d\d\b", words)
    return _LONG_AGO.search(words) is not None or any(year != published for year in years)


def _grave(words: str) -> bool:
    """Whether a sentence tells of a wrong at all: "they blame him for the delay" does not."""
    return any(pattern.search(words) for pattern in (WRONGDOING, FAILING, DEED, LEGAL))


def _kinds(told: list[Blame]) -> dict[int, set[str]]:
    kinds: dict[int, set[str]] = {}
    for each in told:
        kinds.setdefault(each.party, set()).add(each.kind)
    return kinds
