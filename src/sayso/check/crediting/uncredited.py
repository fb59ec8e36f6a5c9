"""Polls without a pollster, and interviews that somebody else held, without word of who."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, beside, outside_quotations, part
from sayso.check.language import OUTLET
from sayso.check.model import Hit
from sayso.patterns import compiled

#: "A recent poll found": one poll, described by nothing but its age or its place.
_POLL = compiled(
    r"\b(?:[Aa]|[Oo]ne|[Aa]nother|[Tt]he (?:latest|most recent)) (?:(?:recent|new|national|nationwide|statewide|state|"
    r"public|opinion|private|internal|separate|latest|local|fresh|weekend|representative|[A-Z][a-z]+day|online) )*"
    r"(?:polls?|surveys?)(?: (?:released|published|taken|conducted|out))?(?: (?:last|this) (?:week|month|year|"
    r"spring|summer|autumn|fall|winter)| in [A-Z][a-z]+| on "
    r"[A-Z][a-z]+day)? (?:has |had |also )?"
    r"(?=(?:found|finds|show(?:s|ed)|puts?|suggest(?:s|ed)|gave|gives|indicate[sd]|said|says|has|had)\b)"
)
_BY_A_POLL = compiled(
    r"\b[Aa]ccording to (?:an?|one|another|the (?:latest|most recent)) (?:(?:recent|new|national|statewide|state|"
    r"public|opinion|private|internal|separate|latest|local) )*(?:poll|survey)(?=[,.])"
)
_POLLSTER = compiled(
    r"(?i:\b(?:poll|survey)\w*) (?:[a-z]+ ){0,4}?(?:by|from) (?:the )?[A-Z]|(?i:poll|survey) for (?:the )?[A-Z]|"
    r"\b(?!(?:The|A|An|This|That|One|Another|Recent|New|Most|Some|Several|Many|Other|Such|Public|Opinion|Exit|National|"
    r"State|Two|Three|Both|But|And|In|Early|Later?|Latest)\b)[A-Z][\w’'/&.-]+ (?:[a-z]+ )?"
    r"(?i:polls?|surveys?|polling)\b|[A-Z]\w*/[A-Z]|University|Institute|Research|Center|Centre|College|Foundation|"
    r"\b(?i:pollsters?|polling (?:firm|institute|company))\b"
)
#: "said in an interview aired on Sunday".
_INTERVIEW = compiled(
    r"\b(?:[Ii]n|[Dd]uring) (?:an?|his|her|their|another) (?:recent (?:[a-z]+ )?interview|"
    r"(?:[a-z]+ )?interview (?:that )?"
    r"(?:was |to be |set to be )?(?:air(?:s|ed|ing)|broadcast|published|posted|released|televised|appeared|ran|carried|"
    r"printed|streamed|(?:given|granted) (?:on|last|earlier)))\b(?! with\b)"
)
#: "with Radio Norland", "on the Moen Show"; not "on Sunday".
_ON_AIR = compiled(
    r"\b(?:with|on|by|in|to) (?:the |The )?(?!(?:[A-Z][a-z]+day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b)[A-Z]"
)
#: "this newspaper", "with us", "for this article": the interview was ours.
_OURS = compiled(r"\b(?:with us|told us|this (?:newspaper|paper|article|story|magazine|site)|for this)\b")


def _around(context: Context, sentence: Sentence) -> str:
    """The paragraphs beside the sentence's, and two more after it: an opening names a poll or an outlet further on."""
    last = min(sentence.block + (3 if sentence.block < 3 else 2), len(context.body) - 1)
    return (
        beside(context, sentence)
        + " "
        + context.text[context.body[sentence.block].span.begin : context.body[last].span.end]
    )


def polls_of_nobody(context: Context) -> Iterator[Hit]:
    """A poll's figures where neither its sentence nor the paragraphs beside it say who asked."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        match = _POLL.search(words) or _BY_A_POLL.search(words)
        if (
            match is None
            or context.quoted(sentence.span.begin + match.start())
            or not re.search(r"\d|half|third", words)
        ):
            continue
        said = _around(context, sentence)
        if not _POLLSTER.search(said.replace(match.group(), " ")) and not re.search(OUTLET, said):
            yield Hit(
                part(sentence.span, match.start(), match.start() + len(match.group().rstrip())),
                "who asked, in this paragraph and the ones beside it; found nobody",
                question="Whose poll is this, and whom did it ask?",
            )


def interviews_elsewhere(context: Context) -> Iterator[Hit]:
    """An interview of somebody else's where neither its paragraph nor the one beside it names the outlet."""
    own = context.report.outlet or context.report.agency or ""
    for sentence, words, match in outside_quotations(context, _INTERVIEW):
        said = _around(context, sentence)
        named = (
            _ON_AIR.search(words[match.end() :])
            or re.search(rf"\b(?:with|on|to|by|told|for|in) (?:the |The )?{OUTLET}", said)
            or re.search(
                rf"\b(?:an?|the|his|her) {OUTLET} interview|\binterview (?:with|on|by) (?:the )?{OUTLET}", said
            )
            or re.search(r"[“\"][A-Z]|\binterview with (?:the |The )?[A-Z]", words)
        )
        if not named and not _OURS.search(said) and not (own and own in said):
            yield Hit(
                part(sentence.span, *match.span()),
                "the outlet that held the interview, in this paragraph or beside it; found none",
                question="Whose interview was this? If it was not ours, which outlet is to be credited?",
            )
