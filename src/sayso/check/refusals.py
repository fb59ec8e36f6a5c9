"""Bodies that decline to comment, and their people who are quoted without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.types import Span

_DECLINED = re.compile(
    r"\b(?P<body>[A-Z][\w’&-]+(?: [A-Z][\w’&-]+)*)(?:[’']s (?:press office|spokes\w+))? (?:has |had )?"
    r"(?:declined to comment|refused to comment|would not comment|declined comment|had no comment|declined to answer)\b"
)
_NAMELESS = re.compile(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){1,3}(?:at|of|in|from|for|with) (?:the )?(?P<body>[A-Z][\w’&-]+)"
    r"(?: [A-Z][\w’&-]+)*[^.;”\"]{0,30}?\b(?:said|told|added)[^.;”\"]{0,40}?(?:on condition of anonymity|on (?:the )?"
    r"condition that|who (?:asked|declined|did not want|was not allowed)|asking not to be|without being "
    r"named|anonymously)"
)


def declined_in_words(context: Context) -> Iterator[tuple[Span, Span]]:
    """A body that declines to comment, and somebody of that body who speaks without a name: both places, once."""
    for refusal in _DECLINED.finditer(context.story):
        for nameless in _NAMELESS.finditer(context.story):
            if nameless["body"] in refusal["body"].split() and not context.quoted(refusal.start()):
                yield Span(*refusal.span()), Span(*nameless.span())
                return
