"""Arrests and charges told with the deed itself as their reason: "was arrested for tricking lenders"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.leftopen import JUDGED
from sayso.check.context import Context, part
from sayso.patterns import compiled
from sayso.types import Span


def held_for(context: Context) -> Iterator[Span]:
    """The words that tell as done what somebody is only held or charged for; nothing where a court has judged."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in _HELD.finditer(words):
            before = words[: match.start()]
            told = _LONG_AGO.search(words) or _ANYBODY.search(before) or _OPEN.search(match.group())
            if (
                told
                or _A_CASE.search(words)
                or context.quoted(sentence.span.begin + match.start())
                or not match["rest"].strip(" ,")
            ):
                continue
            if not _judged(context, before):
                yield part(sentence.span, match.start("how"), match.end("rest"))


def _judged(context: Context, before: str) -> bool:
    """Whether a court has judged whom the sentence begins with or names last; anybody, where it names none."""
    names = _NAME.findall(before)
    whom = {names[0], *(_NAME.findall(before[-40:])[-1:])} if names else set()
    return any(
        JUDGED.search(_NOT_GUILTY.sub(" ", words)) is not None
        for words in (each.span.of(context.text) for each in context.sentences)
        if not whom or _PRONOUN.match(words) or any(name in words for name in whom)
    )


_NAME = compiled(r"(?<=[\w,’']\s)[A-Z][\w’'-]{2,}(?=[\s,])|^[A-Z][\w’'-]{2,}(?=[\s,])")
_PRONOUN = compiled(r"(?:He|She|They)\b")
_NOT_GUILTY = compiled(r"\bnot guilty\b")


#: The words are of a case, a plea, a hearing.
_A_CASE = compiled(r"\b(?:plea|plead(?:ed|s)?|(?:criminal|fraud|murder|court) (?:\w+ )?case|pretrial|arraign\w+)\b")

_TAKEN = (
    r"(?:arrested|detained|apprehended|nabbed|picked up|taken into custody|seized|rounded up|jailed|booked|"
    r"(?:was|were|is|are|been|being) held|charged|indicted|handcuffed|in custody|behind bars|in jail|under arrest|"
    r"on trial|in the dock|extradited|"
    r"in handcuffs)"
)
#: What is no crime to have done, or what those who arrest people for it hold to be one.
_NO_CRIME = (
    r"protest|demonstrat|speak|criticiz|criticis|writ|report|publish|post|read|sing|danc|pray|preach|worship|wear|"
    r"insult|mock|march|chant|sit|stand|refus|question|being|having|be|tweet|call|show|display|block|driv|tak(?=ing "
    r"(?:part|pictures|photo))|kneel|walk|lov|defy|disobey|organiz|organis|campaign|exercis|fail|distribut|talk|"
    r"process|"
    r"oppos|dissent|treat|bring|join|support|liv|work|enter|cross|overstay|try|attempt|questioning|allegedly|violat|"
    r"trespass|possess|carry|preparing|do|"
    r"eat|camp|ignor|blasphem|film|record|photograph|help(?=ing (?:police|the police|detectives|investigators|with))"
)
_HELD = compiled(
    rf"\b{_TAKEN}\b(?! (?:[A-Z]\w+ )?(?:with|on (?![A-Z\d])))(?:(?!\bfor\b|\bafter\b|\bbecause\b)(?:[^.;:“”\"()]|"
    rf"(?<= [A-Z][a-z][a-z])\.)){{0,60}}?,? "
    rf"(?P<how>(?:for|after(?= (?:killing|murdering|stabbing|strangling|raping|robbing|stealing|defrauding|bribing|"
    rf"smuggling|poisoning|torturing|kidnapping|gunning|"
    rf"embezzling)\b)) (?!(?:the )?alleged)(?:[a-z]+ly )?(?!(?:{_NO_CRIME})(?:[a-z]*ing\b|"
    rf"\b))[a-z]{{3,}}ing\b(?! for\b))"
    r"(?P<rest>[^.;:,“”\"]{3,80})"
)
#: Years ago, or again and again: what came of it is another matter.
_LONG_AGO = compiled(
    r"\b(?:19|20)\d\d\b|\b(?:once|previously|several times|repeatedly|occasions|years? (?:ago|earlier|before)|"
    r"decades?|in the past|multiple times|twice)\b",
    re.IGNORECASE,
)
#: Of nobody in particular: what law or habit is.
_ANYBODY = compiled(
    r"\b(?:if|whether|could|can|may|might|should|would|will|anyone|anybody|people who|those who|every|many|most|not|"
    r"never|"
    r"were to|often|usually|no one|when (?:a|people|famil\w+)|risk\w*|fear\w*|nobody|over \d+|more than \d+|hundreds|"
    r"thousands|dozens|men were|women were)\b|n[’']t\b|\b\d[\d,]{2,} ",
)
_OPEN = compiled(r"\b(?:alleg\w+|suspected|suspicion|accus\w+|questioning|supposed\w*|apparent\w*)\b", re.IGNORECASE)
