"""Judgements in quotation marks that nobody is given for."""

from __future__ import annotations

import re

from sayso.check.context import Context, speaks
from sayso.check.language import CUE, ROLE
from sayso.patterns import compiled
from sayso.types import Span, Statement


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
        and not re.search(r"\b(?:to|not|never) be\s+$", lead)
        and not _AS_TOLD.search(lead)
        and not _goes_on(context, block)
        and not any(each.source.mention and speaks(each, context.text) for each in context.statements_in(beside))
        and not any(each.search(rest) for each in (CUE, NAMED_WORK, TURNS_ON))
    )


#: "as the weekly quipped, was": who said it stands before.
_AS_TOLD = compiled(r"\b[Aa]s (?:the |an? |his |her |one )?[\w’'. -]{2,50}? [a-z]+(?:ed|t|s|d)(?: it)?, ")
#: Names and titles stand in marks for themselves.
_CALLED_SO = compiled(
    r"\b(?:called|known|dubbed|named|titled|nicknamed|so-called|term|motto|word|name|title|question)\b"
)


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


def alone(context: Context, quotation: Span, block: Span, place: int) -> bool:
    """Whether a paragraph is nothing but whole quoted sentences, and the one before leads up to nobody.

    Those lead up who are quoted there, who are given as a source in its last sentence, and who are its subject; but the
    words of one who is quoted there tell nothing of their speaker by name.
    """
    text = context.text
    if place == 0 or not _fills(context, quotation, block) or len(quotation.of(text).split()) < 8:
        return False
    if _first_person(context) or _told_again(context, quotation) or _one_person(context, place):
        return False
    before = context.body[place - 1].span
    ends = before.of(text).rstrip()
    if ends.endswith((":", "—", "…")) or _SHOWN.search(ends) or context.body[place - 1].span.end < before.begin + 20:
        return False
    inside = [each for each in context.quotations if before.contains(each.span)]
    if any(each.continues or not each.closed for each in inside):
        return False
    last = [each.span for each in context.sentences if each.block == place - 1][-1:]
    voices = [
        each
        for each in context.statements_in(before)
        if (each.source.mention or each.how == "continued") and each.source.type != "unnamed-group"
    ]
    if inside:
        return _of_the_speaker(context, quotation, voices)
    if not last or any(each.source.mention and last[0].overlaps(each.source.mention) for each in voices):
        return False
    lead = _PERSON_LEADS.search(last[0].of(text))
    role = re.match(r"(?:The|His|Her|Their) (?:[a-z-]+ )?([a-z-]+)\b", last[0].of(text))
    if role and ROLE.fullmatch(role[1]):
        return False
    surnames = {each.name.split()[-1] for each in context.reading.sources if each.type == "person" and each.name}
    return not (lead and (not lead["name"] or len(lead["name"].split()) > 1 or lead["name"].strip() in surnames))


def _goes_on(context: Context, block: Span) -> bool:
    """Whether the paragraph before ends in words of one who is named there, and who may be quoted further."""
    place = context.paragraph_at(block.begin)
    if not place:
        return False
    last = [each.span for each in context.sentences if each.block == place - 1][-1:]
    return bool(last) and any(
        each.source.type == "person" and each.source.mention is not None and each.kind != "indirect"
        for each in context.statements_in(last[0])
    )


def _first_person(context: Context) -> bool:
    """Whether the story is told by one who takes part in it: a column, of which readers know who speaks to whom."""
    outside = context.text
    for each in context.quotations:
        outside = outside[: each.span.begin] + " " * (each.span.end - each.span.begin) + outside[each.span.end :]
    return len(re.findall(r"\b(?:I|I[’'](?:m|ve|d|ll)|me|my)\b(?! [A-Z]{2})", outside)) > 2


def _told_again(context: Context, quotation: Span) -> bool:
    """Whether the same words stand elsewhere in the story: a line pulled out of it."""
    words = " ".join(quotation.of(context.text).strip(' “”"').split())
    return " ".join(context.text.split()).count(words) > 1


_NEAR = 3


def _one_person(context: Context, place: int) -> bool:
    """Whether the nearest who speaks before and the nearest after are one and the same by name."""

    def voices(places: range) -> str:
        for n in places:
            here = [
                each
                for each in context.statements_in(context.body[n].span)
                if each.source.type == "person" and each.source.name and each.source.mention and each.cue
            ]
            if here:
                names = {each.source.name or "" for each in here}
                return names.pop() if len(names) == 1 else ""
        return ""

    before = voices(range(place - 1, max(-1, place - 1 - _NEAR), -1))
    after = voices(range(place + 1, min(len(context.body), place + 1 + _NEAR)))
    return bool(before) and before.split()[-1] == after.split()[-1] if after else False


def _fills(context: Context, quotation: Span, block: Span) -> bool:
    text = context.text
    return (
        not text[block.begin : quotation.begin].strip()
        and not text[quotation.end : block.end].strip()
        and re.search(r"[.!?]\W*$", quotation.of(text)) is not None
        and re.match(r"\W*[A-Z]", quotation.of(text)) is not None
    )


def _of_the_speaker(context: Context, quotation: Span, voices: list[Statement]) -> bool:
    """Whether the words speak by name of the only one who is quoted before them."""
    names = {each.source.name for each in voices if each.source.type == "person" and each.source.name}
    if len(names) != 1:
        return False
    surname = re.escape(next(iter(names)).split()[-1])
    return re.search(rf"\b{surname}\b", quotation.of(context.text)) is not None


#: What is shown above speaks for itself.
_SHOWN = compiled(r"https?://|pic\.twitter|@\w")
#: A sentence about a person, who may go on: "The mayor, in an interview, joined them", "He was angry".
_PERSON_LEADS = compiled(
    r"\b(?:[Hh]e|[Ss]he|I|[Ww]e|[Tt]hey)\b|"
    r"^\W*(?:(?:But|And|Yet|Then|Still|Meanwhile),? )?(?P<name>(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w.’'-]+)(?=,| [a-z])"
)
