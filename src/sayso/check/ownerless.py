"""Judgements in quotation marks that nobody is given for."""

from __future__ import annotations

import re

from sayso.check.context import Context, speaks
from sayso.check.language import CUE
from sayso.patterns import compiled
from sayso.types import Span


def one_verdict(context: Context, quotation: Span) -> bool:
    """Whether the words are given as one of what was said, by nobody: "“…” was one verdict"."""
    match = _ONE_OF_SEVERAL.match(context.text, quotation.end, quotation.end + 90)
    if match is None:
        return False
    rest = context.text[match.end() : match.end() + 24]
    return re.match(r",? (?:from|by|of [A-Z]|on [A-Z]\w+[’']s)", rest) is None


_ONE_OF_SEVERAL = compiled(
    r",?\s+(?:was|is|were|ran|went|came|reads?) (?:one|another|an?|the (?:common|general|usual)) (?:[a-z-]+ ){0,3}?"
    r"(?:reaction|verdict|comment|view|judge?ment|summary|assessment|complaint|refrain|retort|conclusion|description|"
    r"response|opinion|account)s?\b"
)


def judged_by_nobody(context: Context, quotation: Span, block: Span) -> bool:
    """Whether the reporter's sentence ends in a judgement in quotation marks, and neither it nor those beside it say
    whose: "These plans are “just a trick”."."""
    sentence = context.sentence_at(quotation.begin)
    if sentence is None:
        return False
    lead = context.text[sentence.span.begin : quotation.begin]
    after = context.text[quotation.end : sentence.span.end]
    if not re.search(r"\b(?:is|are|was|were|be|been|remains?|became|amounts? to)\s+$", lead) or after.strip(' .”"'):
        return False
    near = [each.span for each in context.sentences if each.block == sentence.block]
    here = near.index(sentence.span)
    beside = Span(near[max(0, here - 1)].begin, near[min(len(near) - 1, here + 1)].end)
    rest = context.text[beside.begin : quotation.begin]
    return (
        context.text[quotation.begin + 1 : quotation.begin + 2].islower()
        and not re.search(
            r"[“”\"]", context.text[block.begin : quotation.begin] + context.text[quotation.end : block.end]
        )
        and not _CALLED_SO.search(lead)
        and not any(each.source.mention and speaks(each, context.text) for each in context.statements_in(beside))
        and not any(each.search(rest) for each in (CUE, NAMED_WORK, TURNS_ON))
    )


#: Names and titles stand in marks for themselves.
_CALLED_SO = compiled(r"\b(?:called|known|dubbed|named|titled|nicknamed|so-called|term|motto|word|name|title)\b")


#: Works and papers that words are quoted from.
NAMED_WORK = compiled(
    r"\b(?:song|film|movie|book|album|titled|entitled|headline|slogan|banner|sign|"
    r"motto|phrase|word|chant\w*|caption|hashtag|shout\w*|"
    r"letter|speech|message|email|interview|memo|order|constitution|amendment|clause|"
    r"statute|lyrics|poem|verse|play|essay)\b",
    re.IGNORECASE,
)


#: Verbs of attack and praise, which lead over to what their subject says.
TURNS_ON = compiled(
    r"\b(?:denounc|accus|critici[sz]|blast|condemn|slam|defend|prais|attack|dismiss|reject|lament|complain|emailed|"
    r"text(?:ed|ing)|mock|"
    r"agree|disagree|echo|admit|concede|contend|ridicul|applaud|welcom|hail|scoff|jok|protest|plead|appeal|object|"
    r"compar|liken|spoke|speak|address|oppos)\w*\b"
)
