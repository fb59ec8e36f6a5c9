"""Whether somebody who is described is named beside the description: then the source is not without a name."""

from __future__ import annotations

import re

from sayso.check.context import Context
from sayso.check.language import ANONYMITY_ASKED, ROLE, content_words
from sayso.patterns import compiled
from sayso.types import Span

#: Words before a mention at the head of its sentence that introduce no name for it: "Asked about Ms. Orr, one aide".
_ASKED_FIRST = compiled(
    r"(?:When |While )?(?:[Aa]sked|[Ss]peaking|[Tt]alking|[Cc]ommenting|[Rr]esponding|[Rr]eferring|[Rr]eacting|Of|"
    r"About)\b"
)
#: ", now a lawyer in Varn, Ida Moen, said"; ", the trawler captain Ida Moen, said".
_APPOSITION = compiled(
    r"[^.;:“”\"]{0,70}?,\s(?:(?!who\b|whom\b|whose\b|of\b|at\b|for\b|in\b|to\b|from\b|with\b|by\b|on\b|than\b|about\b)"
    r"[\w’'.-]+ ){0,4}?(?<!the )(?!The\b|Mr\b|Mrs\b|Ms\b|In\b|On\b)[A-Z][\w’'-]+ [A-Z][\w’'-]+(?:,|\s[a-z])"
)


#: ", Ida Moen", ", Dr. Ida Moen", ", 44-year-old Republican Ida bin Moen"; not ", New Lorn".
_NAMED_WITHIN = compiled(
    r",\s(?:(?:\d+-year-old|[A-Z][a-z]{0,4}\.|[A-Z][a-z]+(?:an|at|ier|er|or|al|el|ist|nt)),?\s){0,2}"
    r"(?!The\b|In\b|On\b|New\b|North\b|South\b|West\b|East\b|Northern\b|Southern\b|Rhode\b|Saudi\b|United\b|"
    r"Costa\b|Puerto\b|Sri\b|El\b|San\b|Santa\b|Los\b|Las\b|Great\b|Washington\b)"
    r"[A-Z][\w’'-]+(?:\s(?:[A-Z]\.|d[aeiu]|l[ae]|van|von|de[rln]|al|el|bin|ben|ibn|te[rn]|dos|das|du))*"
    r"\s[A-Z][\w’'-]+(?=$|,|\s[a-z(])"
)


def named_within(context: Context, mention: Span) -> bool:
    """Whether the description has the name in apposition: "a local mayor in Varn, Ida Moen"."""
    sentence = context.enclosing(mention)
    end = min([sentence.end, *_cues_after(context, mention)])
    return (
        _NAMED_WITHIN.search(mention.of(context.text)) is not None
        or re.match(_NAMED_WITHIN.pattern, context.text[mention.end : end]) is not None
    )


def named_before(context: Context, mention: Span) -> bool:
    """Whether a name stands straight before the description: "Ida Moen, one of the nurses"."""
    sentence = context.enclosing(mention)
    before = context.text[sentence.begin : mention.begin]
    return re.search(r"[A-Z][\w’'-]+,\s+$", before) is not None and not _ASKED_FIRST.match(before)


def named_beside(context: Context, mention: Span) -> bool:
    """Whether the name follows the description, in its sentence or in the next where that goes on about it."""
    sentence = context.enclosing(mention)
    if ANONYMITY_ASKED.search(sentence.of(context.text)):
        return False
    if re.match(r"the\b", mention.of(context.text)) and named_before(context, mention):
        return True
    end = min([sentence.end, *_cues_after(context, mention)])
    return _APPOSITION.match(context.text, mention.end, end) is not None or _named_next(context, mention)


def _cues_after(context: Context, mention: Span) -> list[int]:
    """Where what the source says begins: a name after "one trader says" is of somebody whom the trader talks about."""
    cues = [cue for each in context.statements if each.source.mention == mention for cue in each.cue]
    return [cue.end for cue in cues if cue.begin >= mention.end]


def _named_next(context: Context, mention: Span) -> bool:
    """Whether somebody of the same trade, new to the story, speaks next: "one of her lawyers said … “…,” attorney Ida
    Moen said". Next is at most two sentences on; of what opens the story, in the three paragraphs after."""
    head = re.split(
        r" (?:who|at|of|in|on|from|with|familiar|close)\b", re.sub(r"^[Oo]ne of ", "", mention.of(context.text))
    )[0]
    trades = _trades(head.split()[-1])
    opening = context.paragraph_at(mention.begin) == 0
    for each in context.statements:
        place = each.source.mention
        if place is None or place.begin <= mention.end or each.source.type != "person":
            continue
        between = sum(mention.end <= one.span.begin <= place.begin for one in context.sentences)
        if between > 2 and not (opening and (context.paragraph_at(place.begin) or 9) < 4):
            return False
        last = place.of(context.text).split()[-1]
        new = last[0].isupper() and not re.search(rf"\b{re.escape(last)}\b", context.text[: mention.begin])
        theirs = _trades(context.text[max(0, place.begin - 40) : place.end + 60])
        alone = (
            between < 2 and not theirs and not each.source.title
        )  # whoever is not introduced has just been described
        if new and not _ELSE.search(context.text[mention.end : place.begin]) and (trades & theirs or alone):
            return True
        if not opening:
            return False
    return False


#: "one senator said so, while Sen. Orr …" tells of two.
_ELSE = compiled(r"^[^.;“”\"]*,? (?:while|whereas|but) (?:[A-Z][a-z]*\.? )?$")


def _trades(words: str) -> set[str]:
    """What people are, each in the singular and by one word for all of its kind."""
    found = {each.lower().removesuffix("s").removesuffix(".") for each in re.findall(r"[A-Za-z]+", words)}
    return {_SAME.get(each, each) for each in found if each in _SAME or ROLE.fullmatch(each)}


_SAME = {"attorney": "lawyer", "counsel": "lawyer", "congressman": "lawmaker", "congresswoman": "lawmaker",
         "senator": "lawmaker", "representative": "lawmaker", "sen": "lawmaker", "rep": "lawmaker",
         "democrat": "lawmaker", "republican": "lawmaker"}  # fmt: skip


def named_below(context: Context, mention: Span) -> bool:
    """Whether the opening only describes who speaks by name in the paragraphs after it."""
    place = context.paragraph_at(mention.begin)
    if place != 0:
        return False
    nouns = content_words(mention.of(context.text))
    for each in context.statements:
        other = each.source.mention
        if other and each.source.type == "person" and context.paragraph_at(other.begin) in (1, 2, 3):
            around = context.text[max(0, other.begin - 60) : other.end + 90]
            if nouns & content_words(around) or context.paragraph_at(other.begin) == 1:
                return True
    return False


def exemplified(context: Context, mention: Span) -> bool:
    """Whether several are told of, and one of them speaks by name later in the paragraph."""
    place = context.paragraph_at(mention.begin)
    if place is None or not _SEVERAL.match(mention.of(context.text)):
        return False
    own = [part for each in context.statements if each.source.mention == mention for part in each.content]
    rest = Span(max([mention.end, *(part.end for part in own)]), context.body[place].span.end)
    return any(
        each.source.type == "person"
        and each.source.mention is not None
        and rest.contains(each.source.mention)
        and re.search(r"[A-Z]", each.source.mention.of(context.text)) is not None
        for each in context.statements_in(rest)
    )


_SEVERAL = compiled(r"(?:several|some|many|a few|a number of|a handful of)\b", re.IGNORECASE)
