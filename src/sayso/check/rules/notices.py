"""What a report says of itself: corrections hidden or empty, and credits that name nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.model import Hit
from sayso.check.notices.corrections import empty, in_running_text, notices
from sayso.check.notices.creditlines import nameless
from sayso.check.registry import rule
from sayso.patterns import compiled


@rule("FORM505")
def correction_buried(context: Context) -> Iterator[Hit]:
    if not context.body:
        return
    for span in in_running_text(context):
        yield Hit(span, "a notice of its own for a correction; found it in the running text")
    top = context.text[: context.body[min(1, len(context.body) - 1)].span.end]
    flagged = re.search(r"\b(?:correct(?:s|ed|ion|ing)|updated|clarif\w+)\b", top, re.IGNORECASE)
    for notice in notices(context):
        place = sum(1 for block in context.body if block.span.begin < notice.span.begin)
        trifle = _TRIFLE.search(notice.span.of(context.text))
        amid = place > 1 and len(context.body) - place > 2
        if (place > 3 or amid) and not flagged and not trifle:
            yield Hit(
                notice.span,
                f"a correction, or a line that points to it, at the head of the story; found "
                f"it after {place} paragraphs",
            )
            return


_TRIFLE = compiled(
    r"\b(?:refiled|dropped word|typo\w*|spelling|byline|dateline|links?|photo|caption|formatting)\b", re.IGNORECASE
)


@rule("FORM514")
def contributors_unnamed(context: Context) -> Iterator[Hit]:
    for span in nameless(context):
        yield Hit(span, "the name of somebody, or of an agency; found none")


@rule("FORM515")
def correction_says_little(context: Context) -> Iterator[Hit]:
    for span in empty(context):
        yield Hit(span, "what was wrong, or what is right; found neither")
