"""Corrections of the report itself: notices, those that say nothing, and those hidden in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.notices.takenback import TAKEN_BACK
from sayso.patterns import compiled
from sayso.types import Block, Span

_TEXT = r"(?:story|article|report|piece|post|text|page|paragraph|item|column)"
_VERSION = r"(?:version|edition)"
_WRONGLY = r"(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately|originally|previously|initially|first|earlier)"
_MISTOLD = (
    r"(?:misstated|misspelled|misspelt|misidentified|misreported|misattributed|mischaracteri[sz]ed|misquoted|misdated|"
    r"overstated|understated)"
)
_MENDED = (
    r"(?:corrected|amended|changed|revised|edited|altered|updated to (?:correct|fix|reflect|remove|clarify)|mended|"
    r"adjusted|rewritten)"
)
_NOTICE = compiled(
    r"\s*[(\[*_]*(?:Corrections?\b\s*[:(]|Clarification\s*:|(?:An|A previous|The)"
    r" (?:earlier|previous|original)? ?version of this (?:story|article|report)|"
    r"This (?:story|article|report|post) (?:has been|was) (?:corrected|amended|updated to correct))",
    re.IGNORECASE,
)
_NOTE = compiled(
    r"\s*[(\[*_]*(?:Editor[’']s note|Note)\s*[:—–-]|\s*[(\[*_]*(?:Update|Corrections?|Clarifications?)\b", re.I
)


def notices(context: Context) -> list[Block]:
    """The paragraphs that are a correction's notice."""
    return [
        block
        for block in context.report.blocks
        if block.role == "correction" or _NOTICE.match(block.span.of(context.text))
    ]


#: Words in which a report speaks of its own earlier words.
_SELF = compiled(
    rf"\b(?:earlier|previous|prior|original|first|initial) {_VERSION}s? of (?:this|the) {_TEXT}\b|"
    rf"\b(?:earlier|previous|prior|first) (?:edition|online version)\b(?= [^.]{{0,30}}?(?:\bsaid\b|\bgave\b|{_WRONGLY}|"
    rf"{_MISTOLD}))|"
    rf"\b(?:misidentified|misstated|misspelled|misspelt|misreported|{_WRONGLY} \w+ed) in (?:an?|the) (?:earlier|"
    rf"previous|"
    rf"first|prior|original|initial) (?:{_VERSION}|{_TEXT})\b|"
    rf"\bcorrected from an? (?:earlier|previous|first) {_VERSION}\b|"
    rf"\b[Tt]his {_TEXT},? (?:(?:has|had) (?:since )?been|was|is now) (?:since |later )?{_MENDED}\b|"
    rf"\b(?:[Ss]ome|[Ss]everal|[Pp]arts|[Dd]etails|[Ff]igures|[Tt]he \w+)(?: \w+){{0,3}} (?:in|of) this {_TEXT} "
    rf"(?:has|have) "
    rf"(?:since )?been (?:since )?(?:{_MENDED}|updated)\b|"
    rf"\b[Tt]his {_TEXT} (?:{_WRONGLY} (?:said|stated|gave|called|named|reported|identified|described|put|referred|"
    rf"used|"
    rf"listed|quoted|attributed)|{_MISTOLD})\b|"
    rf"\b(?:since )?(?:{_MENDED}|updated) (?:in (?:this|the) {_TEXT}|since (?:this|the) {_TEXT} (?:was|first|appeared|"
    rf"went)|since (?:it was )?(?:first )?publi(?:shed|cation)\b|here since)|"
    rf"\b(?:as|than|what|which) (?:was )?{_WRONGLY} (?:stated|reported|published|given|said|written|told) (?:in this "
    rf"{_TEXT}|here|"
    rf"by this (?:newspaper|paper|site|website))\b|"
    rf"\bcorrects? (?:what was|an? \w+(?: \w+)? (?:published|given)) [^.]{{0,20}}?\bhere\b|"
    rf"\b(?:not|and not) (?:\w+ ){{1,3}}?as (?:this (?:newspaper|paper|site|website|{_TEXT})|we) (?:{_WRONGLY} )?"
    rf"(?:reported|said|stated|wrote)\b|"
    rf"\b[Cc]ontrary to what (?:we|this (?:newspaper|paper|{_TEXT})) (?:{_WRONGLY} )?(?:reported|said|wrote|stated)\b|"
    rf"\b[Ww]e (?:wrongly|incorrectly|mistakenly|erroneously) (?:said|stated|gave|called|named|reported|identified|"
    rf"described|put|listed|wrote)\b|\b[Ww]e (?:previously|originally|initially|first) (?:gave|misstated|misspelled|"
    rf"misidentified|misreported)\b"
)
#: What only tells of the text's history: no correction.
_ONLY_HISTORY = compiled(
    rf"\b(?:after|before|since|when|because) (?:an? |the )?(?:earlier |original |first )?(?:{_VERSION} of )?this "
    rf"{_TEXT}\b|"
    r"\bappeared (?:in|on|at)\b|\bpublished an? (?:earlier|previous|first)\b",
    re.IGNORECASE,
)
_AT_THE_FOOT = 2  # paragraphs: a short one there is a notice, whatever its first words


def in_running_text(context: Context) -> Iterator[Span]:
    """Where the body, in the midst of its own telling, says that it was other before."""
    noted = [block.span for block in notices(context)]
    last = max((block.span.end for block in context.report.blocks), default=0)
    foot = {block.span for block in context.body[-_AT_THE_FOOT:]} if len(context.body) > _AT_THE_FOOT else set()
    for sentence in context.sentences:
        block = context.body[sentence.block].span
        words = sentence.span.of(context.text)
        match = _SELF.search(words) or TAKEN_BACK.search(words)
        if match is None or any(each.overlaps(sentence.span) for each in noted):
            continue
        first = sentence.span.begin <= block.begin + 2
        alone = sum(1 for each in context.sentences if each.block == sentence.block) <= 3
        if (first and _NOTE.match(words)) or (block in foot and alone and last - block.end < 600 and _whole(words)):
            continue
        history = _ONLY_HISTORY.search(words) and not re.search(rf"\b{_MENDED}\b", words)
        if context.quoted(sentence.span.begin + match.start()) or history:
            continue
        yield part(sentence.span, *match.span())


def _whole(words: str) -> bool:
    """Whether the sentence tells of nothing but the correction."""
    return (
        re.match(
            rf"\W*(?:An?|The|In an?|This|Some|Parts|We|[A-Z]\w+)(?: \w+){{0,4}}? (?:{_VERSION}|{_TEXT}|{_MISTOLD})",
            words,
        )
        is not None
    )


#: Words that every notice has, and that say nothing of what was wrong.
_STOCK = compiled(
    r"\b(?:corrections?|clarifications?|editor[’']?s?|note|updated?|an?|the|some|several|one|of|in|to|on|at|by|for|"
    r"from|with|this|that|it|"
    r"its|and|was|were|is|are|has|have|been|be|had|now|since|then|later|after|before|our|we|regret|apologi[sz]e|"
    r"earlier|previous|prior|original|first|second|third|fourth|last|initial|initially|originally|previously|versions?|"
    r"editions?|story|article|report|"
    r"piece|post|text|page|paragraphs?|item|headline|publication|published|publishing|online|errors?|mistakes?|"
    r"inaccurac(?:y|ies)|"
    r"inaccurate|incorrect|incorrectly|wrong|wrongly|mistaken|mistakenly|erroneous|erroneously|factual|editing|due|"
    r"owing|because|contain(?:ed|s|ing)?|includ(?:ed|es|ing)|made|correct(?:ed|s)|one|amended|changed?|changes|revised|edited|"
    r"altered|"
    r"fixed?|removed?|remove|reflect|clarif(?:y|ied)|correct|mend(?:ed)?|adjusted|information|statements?|figures?|"
    r"numbers?|names?|facts?|details?|parts?|"
    r"misstated|misspelled|misidentified|misreported|mischaracteri[sz]ed|dates?|titles?|quotes?|quotations?|sentences?|"
    r"passages?|things?|points?|references?|am|pm|et|est|gmt|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|"
    r"sep\w*|oct\w*|nov\w*|dec\w*|\w+day|\d+)\b|[^\w\s]|\b[ap]\b",
    re.IGNORECASE,
)
_SAYS_CORRECTED = compiled(
    r"\b(?:correct(?:ed|ion)s?|corrects|amended|mistakes?|errors?|inaccura\w+|incorrect\w*|wrong\w*|misstated|misspelled|"
    r"misidentified|"
    r"misreported|clarif\w+|(?:changed|revised|altered) (?:after|since|following) publication)\b",
    re.IGNORECASE,
)


def empty(context: Context) -> Iterator[Span]:
    """Notices of a correction of which nothing is left once the words that every notice has are taken away."""
    blocks = list(context.report.blocks)
    for n, block in enumerate(blocks):
        words = block.span.of(context.text).strip()
        named = block.role == "correction" or _NOTICE.match(words) or _NOTE.match(words)
        if not named or len(words) > 300 or not _SAYS_CORRECTED.search(words) or words.endswith(":"):
            continue
        if not re.search(r"\w", _STOCK.sub("", words)) and len(words.split()) > 2:
            follows = blocks[n + 1] if n + 1 < len(blocks) else None
            if follows is None or follows.role == "paragraph" or block.role != "correction" or follows.role == "credit":
                yield block.span
