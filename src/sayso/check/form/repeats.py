"""Passages that stand twice in a text, whole or with a word or two changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_LEAST = 8  # words; shorter sentences recur in earnest
_ALIKE = 0.85
#: Lines of the page, which stand under several pieces of it; questions that a text comes back to.
_NOTICE = compiled(r"Editor[’']s note|Read more|Sign up|Subscribe|.*\?$")


def repeated(context: Context) -> Iterator[tuple[Span, Span]]:
    """Pairs of sentences of the body, the earlier first, that say the same in nearly the same words."""
    seen: list[tuple[Span, frozenset[str], str]] = []
    asked: set[int] = set()
    yield from _begun_twice(context)
    for sentence in context.sentences:
        words = re.findall(r"[\w’'-]+", sentence.span.of(context.text).lower())
        if len(words) < _LEAST or context.quoted(sentence.span.begin) or _NOTICE.match(sentence.span.of(context.text)):
            continue
        bag = frozenset(words)
        for span, other, first in seen:
            shared = len(bag & other)
            if shared >= _ALIKE * len(bag | other) and sentence.block not in asked:
                asked.add(sentence.block)
                if _same_figures(first, sentence.span.of(context.text)):
                    yield span, sentence.span
                    return  # once: a page that repeats itself does so by its layout
                break
        seen.append((sentence.span, bag, sentence.span.of(context.text)))


def _begun_twice(context: Context) -> Iterator[tuple[Span, Span]]:
    """A sentence that is said whole, and again as the beginning of the next one."""
    for before, after in pairwise(context.sentences):
        words = before.span.of(context.text).rstrip(" .")
        again = after.span.of(context.text).startswith(f"{words} ") and len(words.split()) >= 6
        if again and before.block == after.block and not context.quoted(before.span.begin):
            yield before.span, after.span


def _same_figures(one: str, other: str) -> bool:
    """Whether both have the same numbers: tables told in words differ in little else."""
    return re.findall(r"\d+", one) == re.findall(r"\d+", other)
