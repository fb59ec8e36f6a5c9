"""Where a report tells that somebody named is blamed: accused, charged, sued, criticised, said to have done wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.accused.accusations import OF_DOING
from sayso.check.accused.reply.parties import Roster
from sayso.check.accused.reply.voices import voice
from sayso.check.context import Context, content_of, speaks
from sayso.check.language import ATTACK, DEED, FAILING, WRONGDOING
from sayso.patterns import compiled
from sayso.types import Span, Statement

KINDS = ("accuse", "legal", "said wrong", "wrong", "insult", "attack")
#: Kinds for which whoever is blamed is owed an answer.
SERIOUS = frozenset(["accuse", "legal", "said wrong"])

_TO = (
    r"(?:(?!of\b|for\b|that\b|in\b|to\b|by\b|with\b|from\b|at\b|on\b|because\b|and\b|as\b|against\b|over\b|after\b)"
    r"[\w’'.-]+,? ){0,4}$"
)
#: What stands before the one blamed.
_OBJECT = (
    (
        "accuse",
        rf"(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|implicat(?:es?|ed|ing)|alleg(?:es?|ed|ing)(?: that)?) {_TO}",
    ),
    ("accuse", rf"blam\w+ [^.;:“”\"]{{3,60}} on {_TO}"),
    ("accuse", rf"(?:accusations?|allegations?)\b(?: \w+){{0,3}} (?:against|that) {_TO}"),
    (
        "legal",
        rf"(?:charges?|lawsuits?|suits?|legal action|case|indictments?|complaints?)\b(?: \w+){{0,2}} against {_TO}",
    ),
    ("legal", rf"(?:investigations?|probes?|inquir(?:y|ies)) (?:into|of) {_TO}"),
    (
        "legal",
        r"(?:su(?:ed|es|ing)|indict(?:ed|ing|s)|charg(?:ed|ing)|arrest(?:ed|ing|s)|investigat(?:ed|ing|es)|"
        rf"prosecut(?:e|ed|ing)) {_TO}",
    ),
    (
        "attack",
        r"(?:critici[sz](?:es?|ed|ing)|slam(?:s|med|ming)|blast(?:s|ed|ing)|denounc(?:es?|ed|ing)|rebuk(?:es?|ed|ing)|"
        r"condemn(?:s|ed|ing)?|assail(?:s|ed|ing)|ripp(?:ed|ing)|(?:lash(?:es|ed|ing)|hit) out at|t(?:ook|aking) "
        r"aim at|"
        r"tore into|chid(?:es|ed|ing)|castigat(?:es?|ed|ing)|excoriat(?:es?|ed|ing)|mock(?:s|ed|ing)|"
        rf"chastis(?:es?|ed|ing)|fault(?:s|ed|ing)|attack(?:s|ed|ing)) {_TO}",
    ),
)
_GAP = r"(?:[’']s?)?(?:,? (?:who|which)|,[^,.;]{1,70},| \([^)]{1,30}\),?|,)? "
_BE = r"(?:is|was|were|are|be|been|being|has been|have been|had been|stands|stood) (?:\w+ ){0,2}?"
#: What stands behind the one blamed.
_SUBJECT = (
    ("accuse", rf"{_GAP}{_BE}(?:accused|blamed|alleged|suspected|implicated)\b"),
    ("accuse", rf"{_GAP}(?:(?!was\b|were\b|been\b|is\b)\w+ ){{0,2}}?allegedly\b"),
    ("accuse", r"[’']s? (?:alleged|purported)\b"),
    (
        "legal",
        rf"{_GAP}{_BE}(?:charged with|indicted|sued|arrested|prosecuted|under (?:\w+ )?investigation|on trial|"
        r"being investigated)\b",
    ),
    (
        "legal",
        rf"{_GAP}(?:\w+ ){{0,2}}?fac(?:es?|ed|ing) (?:[\w’'-]+ ){{0,4}}?(?:charges?|lawsuits?|allegations?|"
        r"accusations?|counts?)\b",
    ),
    (
        "attack",
        rf"{_GAP}(?:{_BE}|came |come |drew |has drawn |sparked |provoked )(?:\w+ ){{0,2}}?(?:critici[sz]ed|slammed|"
        r"condemned|denounced|rebuked|mocked|under fire|criticism|fire|ire|outrage|backlash)\b",
    ),
)
_BEFORE = tuple((kind, compiled(rf"\b{pattern}")) for kind, pattern in _OBJECT)
_BEHIND = tuple((kind, compiled(pattern)) for kind, pattern in _SUBJECT)
#: "had repeatedly ", "tried to ", "was part of a ": what may stand between the one blamed and the wrong.
_VERBAL = compiled(
    r"(?:[’']s (?:\w+ ){0,2}|(?:,? who|,)? )(?:(?:had|has|have|was|were|is|are|been|being|did|also|then|once|never|not|"
    r"repeatedly|would|[a-z]+ly) ){0,4}(?:(?:tr(?:y|ied|ying)|sought|seeking|attempt(?:ed|ing)|conspired|helped|"
    r"allowed|"
    r"ordered|directed|encouraged|committed|committing|engaged in|guilty of|responsible for|involved in|part of|behind|"
    r"complicit in|told|paid|asked) (?:[\w’'-]+ ){0,4})?$"
)
_CALLED = compiled(r"(?:[’']s?)? (?:is|was|are|were|had been|has been) (?:not )?(?:an? |the )?(?:[\w’'-]+ ){0,2}$")
#: What somebody knew or was told is no wrong by itself.
_KNEW = compiled(r"(?:knew|(?:had |has |have )?(?:long )?known|was|were|been|hid$)\b", re.IGNORECASE)
_UNREAL = compiled(r"\b(?:if|would|could|might|may|fight\w*|against|curb|prevent\w*|combat\w*|victims?|target\w*)\b")
#: "in Cologne", "poured money into the Lorn": no doer.
_PLACED = compiled(r"\b(?:in|at|near|from|into|across|inside|outside|visited|left) (?:the )?$")
#: "no evidence that Lind", "would blame Lind", "voters blame": nobody blames.
_NONE = compiled(
    r"\b(?:no|without|not|n[’']t|cleared of|denie[sd]|reject\w+|dismiss\w+|would|could|might|may|if|whether|poll|"
    r"percent|"
    r"people say|voters) (?:[\w’'-]+ ){0,4}(?:evidence|accus\w+|blam\w+|alleg\w+|claims?|charges?|investigat\w+|"
    r"prob\w+|"
    r"sued?|suing|that)\b[^.;,]*$"
)
_PRONOUN = compiled(r"\b(?P<who>[Hh]e|[Ss]he|him|her(?= (?:of|for|in|with|over|and|to|as|on|at)\b|[.,;]))\b")
_GENDER = {"he": "m", "him": "m", "she": "f", "her": "f"}
#: How far behind the name the wrong that it is the subject of may begin, in characters.
_NEAR = 70


@dataclass(frozen=True, slots=True)
class Blame:
    """``party``: number in the roster; ``sentence``: number in the context; ``span``: the name or pronoun;
    ``teller``: the statement that says so, None in the reporter's own words."""

    party: int
    sentence: int
    kind: str
    span: Span
    teller: Statement | None


def blames(context: Context, people: Roster) -> list[Blame]:
    """Every place where somebody named is blamed, in text order; of one sentence and party the first of each kind."""
    found: dict[tuple[int, int, str], Blame] = {}
    for number, sentence in enumerate(context.sentences):
        here = [each for each in context.statements_in(sentence.span) if speaks(each, context.text)]
        for party, kind, span in _told(context, people, sentence.span, here):
            teller = next((each for each in here if any(part.overlaps(span) for part in each.content)), None)
            of_oneself = teller is not None and voice(context, people, teller, party) == "self"
            country = people.parties[party].kind == "country" and kind == "legal"
            if not (of_oneself or country):
                found.setdefault((party, number, kind), Blame(party, number, kind, span, teller))
    return list(found.values())


def _told(context: Context, people: Roster, span: Span, here: list[Statement]) -> Iterator[tuple[int, str, Span]]:
    """In one sentence: the party, the kind of blame, and the words that name the party."""
    text = context.text
    sources = [each.source.mention for each in here if each.source.mention]
    targets = _targets(people, text, span)
    for mention, party in targets:
        before, after = text[span.begin : mention.begin], text[mention.end : span.end]
        if _PLACED.search(before) or _NONE.search(before[-90:]):
            continue
        speaker = any(source.contains(mention) or mention.contains(source) for source in sources)
        if not speaker:
            yield from ((party, kind, mention) for kind, pattern in _BEFORE if pattern.search(before[-110:]))
        yield from ((party, kind, mention) for kind, pattern in _BEHIND if pattern.match(after))
        if not speaker:
            content = next((part for each in here for part in each.content if part.contains(mention)), None)
            kind = _did_wrong(text, mention, span, content)
            if kind:
                yield party, kind, mention
    for each in here:
        told = content_of(each, text)
        if each.act != "accuse" or not any(one.search(told) for one in (WRONGDOING, FAILING, DEED, OF_DOING)):
            continue
        where = [part for part in each.content if part.overlaps(span)][:1]
        where += [Span(cue.end, cue.end + 60) for cue in each.cue if span.contains(cue)]
        for mention, party in sorted(targets):
            inside = any(part.contains(mention) for part in where)
            if inside and not any(source.contains(mention) for source in sources):
                yield party, "accuse", mention
                break


def _targets(people: Roster, text: str, span: Span) -> list[tuple[Span, int]]:
    """The names of a sentence, and the pronouns that stand for the person last named."""
    found = people.within(span.begin, span.end)
    for match in _PRONOUN.finditer(text, span.begin, span.end):
        who = people.last_person(match.start(), _GENDER[match["who"].lower()])
        if who is not None:
            found.append((Span(*match.span()), who))
    return found


def _did_wrong(text: str, mention: Span, sentence: Span, content: Span | None) -> str | None:
    """Whether the one named is the subject of a wrong, in somebody's words or the reporter's, or is called names."""
    near = text[mention.end : min((content or sentence).end, mention.end + _NEAR)]
    for pattern in (WRONGDOING, FAILING, DEED):
        for match in pattern.finditer(near):
            between = near[: match.start()]
            if _VERBAL.match(between) and not _KNEW.match(match.group()) and not _UNREAL.search(between):
                real = content is not None and not _UNREAL.search(text[content.begin : mention.begin])
                return "said wrong" if real else "wrong"
    if content is not None and any(_CALLED.match(near[: match.start()]) for match in ATTACK.finditer(near)):
        return "insult"
    return None
