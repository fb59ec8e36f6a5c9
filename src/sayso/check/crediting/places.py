"""Where words stand that may want a credit, and where one would stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence
from sayso.types import Span, Statement


def matches(context: Context, pattern: re.Pattern[str]) -> Iterator[tuple[Sentence, Span, str]]:
    """Each match of ``pattern`` in a body sentence outside quotations, with the sentence's words."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in pattern.finditer(words):
            span = Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())
            if not context.quoted(span.begin):
                yield sentence, span, words


def around(context: Context, sentence: Sentence) -> str:
    """The sentence's paragraph and the one after it: where a credit or an explanation would stand."""
    last = min(sentence.block + 1, len(context.body) - 1)
    return context.text[context.body[sentence.block].span.begin : context.body[last].span.end]


def said_before(statement: Statement, begin: int, end: int) -> bool:
    """Whether a named source stands in the sentence before the words that may want a credit:
    "the mayor said in a video on …"."""
    mention = statement.source.mention
    named = statement.source.type in ("person", "organization")
    return named and mention is not None and begin <= mention.begin and mention.end <= end
