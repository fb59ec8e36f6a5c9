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
    "staffer|minister|senator|investigator|negotiator|banker|lawyer|friend|ally|colleague|doctor|prosecutor|person|"
    "strategist|consultant|operative|delegate|donor|councillor|detective|nurse|worker|organizer|congressman|lobbyist"
)
_SAYS = (
    rf"(?:(?:also |later |then |has |had |have )?(?:{VERB_OF_SAYING[3:-1]}|confirm(?:s|ed)?|described?|estimated?|"
    r"denied|predict(?:s|ed)?|believe[ds]?|"
    r"spoke|reveal(?:s|ed)?|report(?:s|ed)?)|(?:did|would|could) not (?:say|comment|give|provide|elaborate|name|"
    r"discuss|speak|identify|rule|confirm|be drawn|go into|predict)|"
    r"declined to|(?:asked|requested|refused|insisted) )"
)
#: "the source said", "according to the source".
_ONE = compiled(
    rf"\b[Tt]he (?:(?!(?:other|second|first|third|former|next|only|latter) )[\w.’'-]+ ){{0,3}}(?P<kind>{_KINDS})"
    rf"(?:, (?:who|the only) [^.;“”\"]{{3,90}},)? {_SAYS}\b|\b(?:{VERB_OF_SAYING}|"
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
            near = 8 if kind in ("source", "insider") else 4  # nobody else is called so
            first = context.body[max(0, sentence.block - near)].span.begin
            if context.quoted(one.begin):
                continue
            many = _several(context, kind, Span(first, one.begin))
            if (
                many
                and not _met(text[_since(context, many, sentence.block) : one.begin], kind)
                and not _named(text[max(0, many.begin - 600) : one.begin], kind)
            ):
                return many, one
            break
    return None


def _since(context: Context, many: Span, here: int) -> int:
    """From where one of the kind may have been told of: the beginning, or, where the plural stands in the paragraph
    right before or in the same, three paragraphs before that."""
    place = context.paragraph_at(many.begin) or 0
    return context.body[max(0, place - 3)].span.begin if here - place <= 1 else 0


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


#: Sources of whom it is said only where they are, or that there are some: "council sources".
_SOME = compiled(
    rf"(?:^|(?<=[.,;] )|(?<=\bbut )|(?<=[”\"] ))(?:[A-Z]?[\w’'-]+ ){{0,3}}?(?:[Ss]ources|[Ii]nsiders)\b"
    rf"(?: (?:in|at|inside|within|close to|near|on|familiar|with|who|briefed)\b[^.;:“”\"]{{2,70}}?)?,? {_SAYS}"
)
_ONE_SPOKE = compiled(
    rf"[”\"] (?:{VERB_OF_SAYING} (?P<who>he|she|the (?P<kind>{_KINDS}))(?=[.,;])|"
    rf"(?P<then>(?P<it>[Hh]e|[Ss]he|[Tt]he (?P<sort>{_KINDS}))) {VERB_OF_SAYING})|"
    rf"^(?P<head>The (?P<noun>{_KINDS})) (?:said|says|would not|did not|declined|added)\b"
)
_SINGULAR = compiled(
    rf"\b(?:an?|one|another|his|her|its|their|the|[A-Z]\w+[’']s) (?:[\w’'-]+ ){{0,3}}?(?:{_KINDS}|wom[ae]n|man|mother|"
    r"father|nurse|teacher|boss|chief|leader|president|mayor|spokes\w+|head)\b"
)


_PRONOUN = compiled(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im)\b")


def some_and_one(context: Context) -> tuple[Span, Span] | None:
    """ "Council sources", and in the next sentence "said the aide" or "she said", where nobody else can be meant."""
    for before, after in pairwise(context.sentences):
        many = _SOME.search(before.span.of(context.text))
        one = _ONE_SPOKE.search(after.span.of(context.text))
        if many is None or one is None or after.block - before.block > 1:
            continue
        if context.quoted(before.span.begin + many.start()):
            continue
        kind = one["kind"] or one["sort"] or one["noun"] or ""
        group = next(name for name in ("who", "then", "head") if one[name])
        if kind and (_met(context.text[: after.span.begin], kind) or _named(context.text[: after.span.begin], kind)):
            continue
        told = before.span.of(context.unquoted)
        if not kind and (
            after.block != before.block or _PRONOUN.search(told) or _somebody(context, before.span, after.span.begin)
        ):
            continue
        return part(before.span, *many.span()), part(after.span, *one.span(group))
    return None


def _somebody(context: Context, before: Span, end: int) -> bool:
    """Whether the sentence or those before it in the paragraph tell of somebody whom "she" may stand for."""
    place = context.paragraph_at(before.begin)
    begin = context.body[place].span.begin if place is not None else before.begin
    words = context.text[begin:end]
    return (
        any(
            each.type == "person" and (each.name or "").split()[-1:] and (each.name or "x").split()[-1] in words
            for each in context.reading.sources
        )
        or _SINGULAR.search(words) is not None
    )


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
