"""What a report leaves open: offences that it calls alleged or gives as somebody's word, and who is charged."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from sayso.check.accused.offences import offences
from sayso.check.context import Context, Sentence, anchor, speaks
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Span, Statement


@dataclass(slots=True)
class LeftOpen:
    """What the report leaves open: for each kind where, for each kind and party where, and who is charged where."""

    kinds: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    of: dict[tuple[str, int], list[Span]] = field(default_factory=lambda: defaultdict(list))
    charged: dict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))


#: A court or the doer has settled it.
JUDGED = compiled(
    r"(?<!previous )(?<!prior )(?<!criminal )\b(?:convict\w*|found guilty|guilty plea|ple(?:aded|ads?|d) guilty|"
    r"confess\w*|admi(?:ts?|tted|tting|ssion)|acknowledg\w+|sentenced|jailed|imprisoned|serving|apologi[sz]ed|verdict|acquitted)\b",
    re.IGNORECASE,
)
#: What leaves open whatever follows it in its sentence, and what does so behind a word: "fraud charges".
MARKER = compiled(
    r"\b(?:alleg(?:ed|edly|es?|ing|ations?)|accus(?:ed|es?|ing|ations?)|suspect(?:ed|s)?|suspicions?|"
    r"purported(?:ly)?|charg(?:ed|es?|ing)(?= (?:\w+ ){0,3}?(?:with|that|of|over)\b)|indict(?:ed|ments?)|"
    r"unproven|unsubstantiated|counts? of|den(?:y|ies|ied|ying))\b[^;:.]{0,90}$"
)
CALLED_OPEN = compiled(r"(?: (?:and|or) \w+)? (?:allegations?|accusations?|claims?|charges?|counts?|suspects?)\b")
#: "the alleged ties between": what is called alleged, whatever it is.
_CALLED_ALLEGED = compiled(
    r"\b(?:alleged|purported|suspected) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]{4,})(?= (?:of|by|in|on|to|from|between|with|"
    r"against|at|for|that|over|during|was|were|is|are|had|has)\b|[.,;:]| and\b)"
)


def kind_of(noun: str) -> str:
    """What a matter is filed under that is no offence of the list: its noun's stem."""
    return f"={min(content_words(noun), default=noun)}"


#: Whose word leaves a matter open, even where they are sure of it.
_ACCUSERS = compiled(
    r"\b(?:prosecut\w+|indictment|complaint|lawsuit|suit|grand jury|court (?:documents|papers|filings?)|affidavit|"
    r"charges?|accusers?|plaintiffs?|victims?|wom[ae]n|pupils|students|former \w+)\b",
    re.IGNORECASE,
)
_CHARGED_BEHIND = compiled(
    r"(?:[’']s?)?(?:,? (?:who|which)|,[^,.;]{1,70},| \([^)]{1,30}\),?|,)? (?:\w+ ){0,2}?"
    r"(?:(?:is|was|were|are|be|been|being|has been|have been|had been|stands|stood) (?:\w+ ){0,3}?"
    r"(?:accused|charged|indicted|arrested|detained|suspected|on trial|in custody|prosecuted|a suspect|"
    r"the suspect)\b|"
    r"(?:fac(?:es?|ed|ing)|await(?:s|ed|ing)) (?:[\w’'-]+ ){0,4}?(?:charges?|trial|counts?)\b|"
    r"(?:ha[ds] )?plead(?:ed|s)? not guilty\b|(?:went|goes) on trial\b)"
)
_CHARGED_BEFORE = compiled(
    r"\b(?:charg(?:ed|es|ing)|indict(?:ed|s)|arrest(?:ed|s)|detain(?:ed|s)|suspects?|defendants?|accus(?:es|ed|ing)|"
    r"trial of|charges against|case against|(?:named|identified)"
    r"(?: (?:the (?:suspect|man|woman)|him|her|by [^.;,]{3,40}))?(?: in [^.;,]{3,30})? as) "
    r"(?:(?!with\b|of\b|for\b|that\b|over\b|by\b|in\b)[\w.-]+,? ){0,5}$"
)


def left_open(context: Context) -> LeftOpen:
    """Every word for an offence that the body attributes or calls alleged, and everybody held, charged or suspected."""
    left = LeftOpen()
    for sentence in context.sentences:
        span, words = sentence.span, sentence.span.of(context.text)
        here = doers(context, sentence)
        said = context.statements_in(span)
        tellers = [anchor(each) for each in said]
        own = {party for place, party in here if not any(teller.contains(place) for teller in tellers)}
        for called in _CALLED_ALLEGED.finditer(words):
            noun = Span(span.begin + called.start("noun"), span.begin + called.end("noun"))
            if not any(offence.span.overlaps(noun) for offence in offences(context.text, noun)):
                left.kinds[kind_of(called["noun"])].append(noun)
        for offence in offences(context.text, span):
            before = context.text[span.begin : offence.span.begin]
            teller = next((each for each in said if any(part.contains(offence.span) for part in each.content)), None)
            marked = MARKER.search(before) or CALLED_OPEN.match(context.text, offence.span.end)
            if JUDGED.search(words) or not (marked or teller):
                continue
            for kind in offence.kinds:
                if marked or (teller and _accuses(context, teller)):
                    left.kinds[kind].append(offence.span)
                for party in own:
                    left.of[kind, party].append(offence.span)
        for place, party in here:
            behind = _CHARGED_BEHIND.match(context.text, place.end, span.end)
            if behind or _CHARGED_BEFORE.search(words[: place.begin - span.begin]):
                left.charged[party].append(place)
    return left


def _accuses(context: Context, statement: Statement) -> bool:
    if not speaks(statement, context.text):
        return False
    if any(each.status in ("denied", "disputed", "unverified") for each in statement.standing):
        return True
    cues = " ".join(cue.of(context.text) for cue in statement.cue)
    return (
        statement.act in ("accuse", "deny")
        or re.search(r"\b(?:alleg|claim|accus|charg)", cues) is not None
        or _ACCUSERS.search(f"{anchor(statement).of(context.text)} {statement.source.name}") is not None
    )


def doers(context: Context, sentence: Sentence) -> list[tuple[Span, int]]:
    """The names of a sentence, and "he" and "she" for the person last named."""
    people = context.parties
    found = people.within(sentence.span.begin, sentence.span.end)
    for match in re.finditer(r"\b(?:[Hh]e|[Ss]he)\b", sentence.span.of(context.text)):
        begin = sentence.span.begin + match.start()
        party = people.last_person(begin, "m" if match.group().lower() == "he" else "f")
        if party is not None:
            found.append((Span(begin, begin + len(match.group())), party))
    return sorted(found)
