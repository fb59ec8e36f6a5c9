"""Unnamed sources told of as several and taken up as one: "palace sources confirmed it … the source said"."""

from __future__ import annotations

import re
from itertools import pairwise

from sayso.check.context import Context, part
from sayso.check.language import VERB_OF_SAYING
from sayso.patterns import compiled
from sayso.types import Span

_KINDS = (
    "source|official|aide|adviser|advisor|diplomat|insider|executive|lawmaker|officer|employee|engineer|manager|"
    "staffer|minister|senator|investigator|negotiator|banker|lawyer|friend|ally|colleague|doctor|prosecutor|person"
)
_SAYS = (
    rf"(?:(?:also |later |then |has |had |have )?(?:{VERB_OF_SAYING[3:-1]}|confirm(?:s|ed)?|described?|estimated?|"
    r"denied|predict(?:s|ed)?|believe[ds]?|"
    r"spoke|reveal(?:s|ed)?|report(?:s|ed)?)|(?:did|would|could) not (?:say|comment|give|provide|elaborate|name|"
    r"discuss|speak|identify)|"
    r"declined to|(?:asked|requested|refused|insisted) )"
)
#: "the source said", "according to the source".
_ONE = compiled(
    rf"\b[Tt]he (?P<kind>{_KINDS})(?:, who [^.;“”\"]{{3,90}},)? {_SAYS}\b|\b(?:{VERB_OF_SAYING}|"
    rf"[Aa]ccording to) the (?P<after>{_KINDS})(?=[.,;])"
)
_MANY = {"person": "people", "ally": "allies"}
#: Of whom "people" say what sources say.
_CLOSE = (
    r"(?= (?:familiar|close|briefed|with (?:direct )?knowledge|involved|inside|in the room|who (?:know|were|have)))"
)


def one_of_several(context: Context) -> tuple[Span, Span] | None:
    """The plural and the singular that takes it up, where the text has told of nobody of the kind in the singular."""
    text = context.story
    for sentence in context.sentences:
        for match in _ONE.finditer(sentence.span.of(text)):
            one = part(sentence.span, *match.span())
            kind = match["kind"] or match["after"]
            near = 8 if kind in ("source", "insider") else 2  # nobody else is called so
            first = context.body[max(0, sentence.block - near)].span.begin
            if context.quoted(one.begin):
                continue
            many = _several(context, kind, Span(first, one.begin))
            if (
                many
                and not _met(text[: one.begin], kind)
                and not _named(text[max(0, many.begin - 600) : one.begin], kind)
            ):
                return many, one
            break
    return None


#: "He asked not to be named": of somebody of whom the sentence before told as several.
_THE_ONE = compiled(
    r"(?P<one>He|She) (?:also )?(?:asked|spoke|declined|requested|insisted|would speak|would only speak|did not want|"
    r"wanted|was not (?:authori[sz]ed|allowed))\b[^.;]{0,60}?\b(?:named|identified|anonym\w+|publicly|quoted)\b"
)
_ALL = compiled(
    rf"\b(?:[Ss]ources|[Ii]nsiders|[Oo]fficials|[Aa]ides|[Dd]iplomats|[Pp]eople (?:close|familiar|briefed|"
    rf"with knowledge))\b"
    rf"[^.;:“”\"]{{0,70}}? {_SAYS}"
)


def one_asked(context: Context) -> tuple[Span, Span] | None:
    """The plural and the "he" or "she" that takes it up, where the sentence before tells of nobody in the singular."""
    for before, after in pairwise(context.sentences):
        one, many = _THE_ONE.match(after.span.of(context.text)), _ALL.search(before.span.of(context.text))
        if one is None or many is None or before.block != after.block or context.quoted(after.span.begin):
            continue
        rest = before.span.of(context.text)[: many.start()] + before.span.of(context.text)[many.end() :]
        if not re.search(r"\b(?:an?|one|another) (?:[a-z]+ )?(?:official|aide|source|person|diplomat)\b", rest):
            return part(before.span, *many.span()), part(after.span, *one.span("one"))
    return None


def _several(context: Context, kind: str, before: Span) -> Span | None:
    """The last mention of several of the kind who speak, with what stands before the noun."""
    noun = _MANY.get(kind, f"{kind}s")
    said = re.compile(
        rf"(?:[A-Za-z.’'-]+ ){{0,2}}?\b(?i:{noun})\b{_CLOSE if kind == 'person' else ''}"
        rf"(?=[^.;:“”\"]{{0,70}}? {_SAYS})|(?<=[Aa]ccording to )(?:[A-Za-z.’'-]+ ){{0,3}}?{noun}\b"
    )
    found = [each for each in said.finditer(context.story, *before) if not context.quoted(each.start())]
    for each in reversed(found):
        if not re.search(r"\b(?:one|two|three|four|some|many|most|none|each) of (?:the |his |her |its )?(?:\w+ )?$",
                         context.story[max(0, each.start() - 30) : each.end() - len(noun)]):  # fmt: skip
            return Span(*each.span())
    return None


def _met(before: str, kind: str) -> bool:
    """Whether one of the kind has been told of: "a palace source", "one of the officials", "the first official"."""
    one = (
        rf"\b(?:an?|one|another|this|that|other|first|second|third|former|his|her|its|their|[A-Z][\w.]*[’']s) "
        rf"(?:[\w.’'-]+,? ){{0,5}}?{kind}\b|"
        rf"\bone of (?:the|his|her|its|their|those|these) (?:[\w’'-]+ ){{0,3}}?{_MANY.get(kind, kind + 's')}\b|"
        rf"\b(?:one|another|a second) (?:said|told|added|of them)\b"
    )
    return re.search(one, before, re.IGNORECASE) is not None


def _named(around: str, kind: str) -> bool:
    """Whether one of the kind has a name here: "transport official Ida Moen", "Moen, the ministry's top official"."""
    return (
        re.search(rf"\b(?i:{kind}),? [A-Z][\w’'-]+ [A-Z]|\b[A-Z][\w’'-]+, [^.;]{{0,60}}\b{kind}\b", around) is not None
        or re.search(rf"\b{kind}\b[^.;“”\"]{{0,40}}, [A-Z][\w’'-]+ [A-Z]", around) is not None
    )
