"""How many people hold a view, told as a figure of which nobody says who counted them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, beside, outside_quotations, part
from sayso.check.language import OUTLET
from sayso.check.model import Hit
from sayso.patterns import compiled
from sayso.types import Span

_ONE_TO_TEN = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_PEOPLE = (
    r"(?:people|voters?|adults|Democrats|Republicans|conservatives|liberals|independents|women|men|respondents|"
    r"residents|citizens|parents|workers|employees|members|owners|users|readers|viewers|students|pupils|teachers|"
    r"doctors|nurses|customers|shoppers|drivers|passengers|households|families|taxpayers|consumers|churchgoers|"
    r"believers|Christians|Catholics|Protestants|evangelicals|Evangelicals|Muslims|Jews|millennials|retirees|"
    r"veterans|patients|farmers|fans|supporters|islanders|villagers|locals|the (?:public|country|population|nation)|"
    r"them|those|[A-Z][a-z]+(?:ns|sh|ese|ch|is|ers|ites))"
)
#: Verbs for what only those asked can tell.
_HOLD = (
    r"(?:say|said|saying|think|thought|believ(?:e[sd]?|ing)|support(?:s|ed|ing)?|oppos(?:e[sd]?|ing)|back(?:s|ed)?|"
    r"favou?r(?:s|ed)?|approve[sd]?|"
    r"disapprove[sd]?|want(?:s|ed)?|trust(?:s|ed)?|distrust|feel|felt|fear(?:s|ed)?|agree[sd]?|disagree[sd]?|"
    r"prefer(?:s|red)?|expect(?:s|ed)?|worr(?:y|ies|ied)|doubt(?:s|ed)?|rate[sd]?|view(?:s|ed)?|see|"
    r"consider(?:s|ed)?|regard(?:s|ed)?|would (?:vote|choose|rather|like|be willing|support|back|consider)|"
    r"plan(?:s|ned)? to|intend(?:s|ed)? to|(?:were|was|are|is) (?:in favou?r|opposed|against|satisfied|dissatisfied|"
    r"worried|unhappy|happy|concerned|confident|proud|afraid|undecided)|(?:had|have|has) (?:a )?(?:very |somewhat )?"
    r"(?:positive|negative|favou?rable|unfavou?rable|mixed|confidence|no confidence|little confidence)|"
    r"(?:dis)?like[sd]?|identif(?:y|ied))"
)
_SHARE = compiled(
    r"(?:(?:\b(?:\d[\d.]*|[A-Z]?[a-z]+(?:-[a-z]+)?)(?:%| (?:percent|per cent)\b)|"
    rf"\b(?i:{_ONE_TO_TEN})[ -](?:in|out of)(?: every)?[ -]{_ONE_TO_TEN}\b|"
    r"\b(?:[Hh]alf|[Aa] third|[Aa] quarter|[Oo]ne-third|[Tt]wo[- ]thirds|[Tt]hree[- ]quarters|"
    r"[Aa] (?:clear |slim |narrow |large )?majority))"
    rf"(?:(?: of)?(?: (?:the|all|its|their|his|her|our|this|that))?(?: [\w’'-]+){{0,3}}? {_PEOPLE}\b)?"
    rf"(?: (?:in|of|on|at|with|from|who|under|over|aged)(?: [\w’'-]+){{1,6}}?)?(?: (?:now|also|still|already|"
    rf"currently|even))? {_HOLD}\b)|"
    r"\b(?:(?:dis)?approval|favou?rability)(?: ratings?| numbers?)?\b[^.;,]{0,50}?\b\d\d(?:\.\d)?"
    r"(?:%| percent\b| per cent\b)|"
    r"\b(?:leads?|leading|led|trails?|trailing|ahead of|behind)\b(?:[^.;,]|(?<=M[rs])\.){0,50}? by "
    r"(?:about |some |nearly )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:percentage )?points\b"
)
#: Words for one who asks many, and for what comes of it.
_POLL = compiled(
    r"(?i:\b(?:poll(?:s|ed|ing|sters?)?|survey\w*|census|referendum|questionnaire|respondents|focus groups?)\b)|"
    r"\bGallup|\bPew\b"
)
#: Who counted, or what, where it stands in the sentence or the one before.
_COUNTED = compiled(
    r"(?i:\b(?:stud(?:y|ies)|data|statistics|ballot\w*|petition|vote[ds]?|voting|asked|interviewed|according to|"
    r"research\w*|report|index|sample|precincts?|tall(?:y|ied|ies)|counted|results|initiatives?|propositions?|income|"
    r"taxes)\b)|University|Institute|Cent(?:er|re)\b"
)
_POLL_STORY = 3


def views_of_many(context: Context) -> Iterator[Hit]:
    """A share of people who hold a view, where neither its paragraph nor those beside it say who asked them.

    A report that is about a poll says so in its headline, or time and again.
    """
    headline = context.headline.span.of(context.text) if context.headline else ""
    if _POLL.search(headline) or len(_POLL.findall(context.story)) >= _POLL_STORY:
        return
    asked: set[int] = set()
    for sentence, words, match in outside_quotations(context, _SHARE):
        span = part(sentence.span, *match.span())
        near = beside(context, sentence)
        before = [each.span.of(context.text) for each in context.sentences if each.span.end <= sentence.span.begin][-1:]
        if sentence.block in asked or _POLL.search(near) or _COUNTED.search(" ".join([*before, words])):
            continue
        if match.group().endswith("back") and not re.match(
            r" (?:the|an?|his|her|its|him|them|it|this|that|such|[A-Z])", words[match.end() :]
        ):
            continue  # "8 percent of their income back", "are coming back positive"
        if re.search(OUTLET, words) or _told_by_another(context, span):
            continue
        asked.add(sentence.block)
        yield Hit(
            span,
            "who asked them, in this paragraph and the ones beside it; found nobody",
            question="Who counted this? Whose poll is it, and whom did it ask?",
        )


def _told_by_another(context: Context, span: Span) -> bool:
    """Whether it is somebody's word who is given for it, and is not those counted."""
    return any(
        each.source.mention and each.cue and not span.overlaps(each.source.mention)
        for each in context.statements_in(span)
    )
