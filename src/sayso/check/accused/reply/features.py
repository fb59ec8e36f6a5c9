"""What is known of the blame of somebody in a report, as numbers: for the estimate whether an answer is missing."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import chain

from sayso.check.accused.reply.blame import KINDS, Blame
from sayso.check.accused.reply.contention import contention
from sayso.check.accused.reply.parties import Party, Roster
from sayso.check.accused.reply.replies import Reply
from sayso.check.context import Context, content_of
from sayso.check.language import ATTACK, DEED, FAILING, HEDGE, OPINION, WRONGDOING, content_words
from sayso.patterns import compiled

_BLAMED = (
    *(f"blames, {kind}" for kind in KINDS), "sentences", "in lead", "shares with headline", "told by a source",
    "sources", "a person", "a document", "a nameless one", "direct", "direct at length", "wrong", "failing", "attack",
    "opinion", "hedged", "ago", "contended most", "contended", "names", "length",
)  # fmt: skip
_PARTY = (
    "person", "organization", "country", "other", "plural", "full name", "titled", "first mention",
    "in headline", "blamed in headline",
)  # fmt: skip
_ANSWERED = ("speaks near", "speaks elsewhere", "somebody speaks for", "touching", "responses")
_REPORT = (
    "first", "first, as a part", "last, as a part", "mentions", "share of mentions", "responses of others",
    "statements", "speakers", "size", "attributed", "others blamed", "most blamed", "settled", "law",
)  # fmt: skip
FEATURES = (*_BLAMED, *_PARTY, *_ANSWERED, *_REPORT)

_SETTLED = compiled(
    r"\b(?:convicted|sentenced|pleaded guilty|found guilty|killed himself|died|dead|late|executed|resigned|"
    r"apologi[sz]ed)\b"
)
_AGO = compiled(
    r"\b(?:years? ago|last year|decades? ago|in (?:19|20)\d\d|has long|previously|earlier this year|once)\b"
)
_LAW = compiled(
    r"\b(?:charg(?:ed|es)|lawsuits?|sued|suing|indict\w+|prosecut\w+|jury|trial|court|judge|attorney|alleg\w+)\b",
    re.IGNORECASE,
)
_BLAMES = compiled(
    r"\b(?:accus\w+|alleg\w+|charg\w+|lied|lies|lying|blam\w+|critici\w+|slam\w*|blast\w*|probe\w*|investigat\w+|"
    r"scandal|"
    r"lawsuit|sue[sd]?|fraud|abuse\w*|assault\w*|attack\w*|misconduct|harass\w*|claims?|indict\w+|guilty|rips?|"
    r"condemn\w*|denounc\w+)\b",
    re.IGNORECASE,
)
_TITLED = compiled(
    r"\b(?:President|Sen\.|Rep\.|Gov\.|Mr\.?|Mrs\.?|Ms\.?|Secretary|Justice|Judge|Senator|Governor|Mayor|"
    r"Attorney General|Minister)\s$"
)
_IN_TEXT = ((WRONGDOING,), (FAILING, DEED), (ATTACK,), (OPINION,), (HEDGE,), (_AGO,))


def features(
    context: Context,
    people: Roster,
    told: Sequence[Blame],
    party: int,
    answers: Sequence[Reply],
    cut: Collection[int] = (),
) -> list[float]:
    """The values that :data:`FEATURES` names, for one party; ``cut``: sentences to leave out of account, by number."""
    blamed = [each for each in told if each.party == party]
    left = [each for each in answers if each.sentence not in cut]
    own = people.parties[party]
    found = chain(
        _of_blame(context, people, blamed),
        _of_party(context, own),
        _of_answers(left),
        _of_report(context, people, told, party, cut),
    )
    return [float(value) for value in found]


def _headline(context: Context) -> str:
    return context.headline.span.of(context.text) if context.headline else ""


def _of_blame(context: Context, people: Roster, blamed: Sequence[Blame]) -> list[float]:
    numbers = sorted({each.sentence for each in blamed})
    spans = [context.sentences[number].span for number in numbers]
    words = [span.of(context.text) for span in spans]
    size = len(words)
    tellers = [each.teller for each in blamed if each.teller]
    types = [each.source.type for each in tellers]
    top = content_words(_headline(context))
    contended = [contention(each) for each in words]
    return [
        *(min(4, sum(each.kind == kind for each in blamed)) for kind in KINDS),
        min(8, size),
        context.sentences[numbers[0]].block <= 1,
        any(len(content_words(each) & top) >= 3 for each in words),
        len(tellers) / len(blamed),
        min(4, len({each.source.id for each in tellers})),
        "person" in types,
        "document" in types,
        any(each in ("anonymous", "unnamed-person", "unnamed-group") for each in types),
        sum(each.kind != "indirect" for each in tellers) / max(1, len(tellers)),
        any(len(content_of(each, context.text)) > 120 and each.kind == "direct" for each in tellers),
        *(sum(any(one.search(each) for one in patterns) for each in words) / size for patterns in _IN_TEXT),
        max(contended),
        sum(contended) / size,
        min(5, sum(len(people.within(span.begin, span.end)) for span in spans) / size),
        min(1, sum(len(each.split()) for each in words) / size / 60),
    ]


def _of_party(context: Context, own: Party) -> list[float]:
    text, top = context.text, _headline(context)
    named = bool(own.words & set(re.findall(r"[\w-]+", top.lower())))
    return [
        *(own.kind == kind for kind in ("person", "organization", "country", "other")),
        own.name.endswith("s"),
        " " in own.name,
        any(_TITLED.search(text[max(0, span.begin - 18) : span.begin]) for span in own.mentions[:6]),
        own.mentions[0].begin / max(1, len(text)),
        named,
        named and _BLAMES.search(top) is not None,
    ]


def _of_answers(left: Sequence[Reply]) -> list[float]:
    return [
        min(4, sum(each.next is not None and each.kind == "words" for each in left)),
        min(8, sum(each.next is None and each.kind == "words" for each in left)),
        min(4, sum(each.kind == "for" for each in left)),
        min(4, sum(each.touches for each in left)),
        min(4, sum(each.kind == "response" for each in left)),
    ]


def _of_report(
    context: Context, people: Roster, told: Sequence[Blame], party: int, cut: Collection[int]
) -> list[float]:
    kept = [(n, each.span) for n, each in enumerate(context.sentences) if n not in cut]
    gone = [each.span for n, each in enumerate(context.sentences) if n in cut]
    total = max(1, len(kept))
    per_party: dict[int, set[int]] = {}
    for each in told:
        per_party.setdefault(each.party, set()).add(each.sentence)
    there = [{who for _, who in people.within(span.begin, span.end)} for _, span in kept]
    mine = sum(party in each for each in there)
    said = [
        each for each in context.statements if not any(span.begin <= each.content[0].begin < span.end for span in gone)
    ]
    return [
        min(30, min(per_party[party])),
        min(per_party[party]) / total,
        max(per_party[party]) / total,
        min(20, mine),
        mine / max(1, sum(bool(each) for each in there)),
        min(4, sum(each.act in ("deny", "no-comment") for each in said)),
        min(40, len(said)),
        min(12, len({each.source.id for each in said})),
        min(60, total),
        len(said) / total,
        min(6, len(per_party)),
        len(per_party[party]) == max(map(len, per_party.values())),
        _SETTLED.search(context.story) is not None,
        len(_LAW.findall(context.story)) / total,
    ]
