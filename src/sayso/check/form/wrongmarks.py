"""Quotation marks that are there, but wrong: turned round, twice, or double within double."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_OPENING_AT_END = compiled(r"(?<=[\w,.!?])“(?=\s|$)")
_CLOSING_AT_HEAD = compiled(r"(?:^|(?<=\s))”(?=\w)")
_DOUBLED = compiled(r"““|””|(?:^|(?<=\s))\"\"(?=\w)|(?<=[\w,.])\"\"(?=\s|$)")
#: “He told me, “Go away,” and I went,”: the inner marks ought to be single ones.
_WITHIN = compiled(r"“[^“”\"\n]{2,120}, (?P<inner>“)[A-Z][^“”\"\n]{0,100}[,.?!]” [a-z][^“”\"\n]{3,200}”")
#: “We have told them.” Dorn said.
_STOP_BEFORE_CUE = compiled(
    r"[a-z]{2}(?P<stop>\.[”\"]) (?P<cue>(?:(?:[A-Z][\w’-]+ ){1,3}|he |she )(?:said|added|says)\.)(?=\s|$)"
)


def wrong_ends(context: Context) -> Iterator[tuple[Span, str]]:
    """Where a quotation closes with a mark that opens, has one mark twice, or holds another in the same marks."""
    for block in context.body:
        for match in _OPENING_AT_END.finditer(context.text, *block.span):
            yield _beside(context, match.span()), "a closing mark; found one that opens"
        for match in _WITHIN.finditer(context.text, *block.span):
            yield Span(*match.span("inner")), "single marks for a quotation within one; found double ones"
        for match in _DOUBLED.finditer(context.text, *block.span):
            yield _beside(context, match.span()), "one mark; found two"


def wrong_beginnings(context: Context) -> Iterator[tuple[Span, str]]:
    """Where a quotation opens with a mark that closes."""
    for block in context.body:
        for match in _CLOSING_AT_HEAD.finditer(context.text, *block.span):
            yield _beside(context, match.span()), "an opening mark; found one that closes"


def stops_before_cues(context: Context) -> Iterator[Span]:
    """Full stops where a comma leads to the speaker."""
    for block in context.body:
        for match in _STOP_BEFORE_CUE.finditer(context.text, *block.span):
            yield Span(match.start("stop"), match.end("cue"))


def _beside(context: Context, place: tuple[int, int]) -> Span:
    """The mark with the word before it and the word after it."""
    before = re.search(r"[^\s]*[ ]?$", context.text[max(0, place[0] - 30) : place[0]])
    after = re.match(r" ?[^\s]+|", context.text[place[1] : place[1] + 30])
    return Span(
        place[0] - len(before.group() if before else ""), place[1] + len(after.group().rstrip() if after else "")
    )
