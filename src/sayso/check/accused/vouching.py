"""Whether readers see at a sentence whose word it is."""

from __future__ import annotations

import re

from sayso.check.accused.deeds import NOUNS
from sayso.check.context import Context, Sentence, content_of, part, speaks
from sayso.check.language import CUE, RESPONSE, VERB_OF_SAYING, content_words
from sayso.patterns import compiled
from sayso.types import Span, Statement


def unattributed(context: Context, sentence: Sentence) -> bool:
    """No statement in the sentence or beside it in its paragraph, no cue word, no quotation."""
    block = context.body[sentence.block]
    near = [each.span for each in context.sentences if each.block == sentence.block]
    place = near.index(sentence.span)
    beside = Span(near[max(0, place - 1)].begin, near[min(len(near) - 1, place + 1)].end)
    for each in context.statements_in(beside):
        if _vouches(each, context, block.span) and not (_answers(each, context) and not _within(each, sentence.span)):
            return False
    words = _ORDERED.sub(" ", NOUNS.sub(" ", _ASKERS.sub(" ", sentence.span.of(context.text))))
    return not CUE.search(words) and not any(mark in block.span.of(context.text) for mark in '"“”')


def _within(statement: Statement, span: Span) -> bool:
    return any(span.overlaps(each) for each in (*statement.cue, *statement.content))


def _answers(statement: Statement, context: Context) -> bool:
    """Whether a statement beside a claim answers it rather than makes it: "Pell said an expert would dispute that"."""
    told = " ".join(each.of(context.text) for each in (*statement.cue, *statement.content))
    return statement.act in ("deny", "no-comment") or RESPONSE.search(told) is not None


#: "staff who asked about the money" attributes nothing.
_ASKERS = compiled(
    r"\b(?:who|that) (?:had |have )?(?:ask|complain|post|comment|respond|testifi|warn|think)\w*|\bask(?:ed|"
    r"ing)? (?:for|to)\b|\b(?:promis|vow)ed\b|"
    r"\b(?:did|do|does|has|have|had) not (?:\w+ )?(?:report|tell|told|comment|warn|ask|note|announc|say|said)\w*|"
    r"\b(?:was|were|been) (?:told|warned|informed)\b"
)


def _vouches(statement: Statement, context: Context, block: Span) -> bool:
    """Whether readers see here whose word it is: not where a new paragraph merely goes on in somebody's vein."""
    if statement.negated or any(
        _TOLD_BY_NOBODY.search(context.text[max(0, cue.begin - 12) : cue.end]) for cue in statement.cue
    ):
        return False
    if any(_ORDER.match(context.text, cue.end) for cue in statement.cue if re.search(_TELLS, cue.of(context.text))):
        return False  # "told the boys to lie": what was ordered is the story, and somebody must tell it
    if statement.how == "continued" and statement.kind == "indirect":
        return any(
            each.source.id == statement.source.id and each.how != "continued" and speaks(each, context.text)
            for each in context.statements_in(block)
        )
    return statement.act not in _NO_VOUCHER and speaks(statement, context.text)


_ORDERED = compiled(r"\b(?:told|asked|ordered|instructed)" + r"\s+(?:[\w’'-]+\s+){1,4}(?:not\s+)?to\s+[a-z]+")
_TELLS = r"\b(?:told|asked|ordered|instructed)$"
_ORDER = compiled(r"\s+(?:[\w’'-]+\s+){1,4}(?:not\s+)?to\s+[a-z]+")
#: "The bishop was told that …", "had been warned of …": by nobody whom readers could ask.
_TOLD_BY_NOBODY = compiled(
    r"\b(?:was|were|been|being) (?:told|warned|informed|asked)$|\b(?:has|have|had|did|does|do) not\b"
)

#: Who asks, orders or promises something does so as part of the story, and vouches for nothing beside it.
_NO_VOUCHER = frozenset(["ask", "order", "promise", "threaten", "urge"])


def owned(context: Context, sentence: Sentence, where: tuple[int, int]) -> bool:
    """Whether somebody has said the words at ``where`` in a sentence, or readers will take them for somebody's.

    So they do where the sentence before in the paragraph has a speaker, or the one behind it says of the same matter
    whose view it is; a speaker on something else beside it owns nothing.
    """
    place = part(sentence.span, *where)
    block = context.body[sentence.block].span
    near = [each.span for each in context.sentences if each.block == sentence.block]
    here = near.index(sentence.span)
    if context.quoted(place.begin):
        return True
    meaning = content_words(sentence.span.of(context.text))
    for each in context.statements_in(block):
        if not speaks(each, context.text) or each.act in _NO_VOUCHER:
            continue
        if any(content.overlaps(place) for content in each.content):
            # a reading takes "is to blame" for somebody's saying so: there must be one who says it
            if each.source.mention is None or not each.cue or any(cue.overlaps(place) for cue in each.cue):
                continue
            return True
        if here and any(near[here - 1].overlaps(one) for one in (*each.cue, *each.content)):
            return True
        behind = here + 1 < len(near) and any(near[here + 1].overlaps(one) for one in (*each.cue, *each.content))
        if behind and meaning & content_words(content_of(each, context.text)):
            return True
    words = sentence.span.of(context.text)
    return re.search(rf"\b{VERB_OF_SAYING}\b|\b[Aa]ccording to\b", words) is not None
