"""Words that lost the space between them, and words that got one: "hasbeen", "the coun cil", "in April.The"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sayso.attribution.sources.vocabulary import common_words, first_names
from sayso.attribution.vectors import load
from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_WORD = compiled(r"(?<![\w’'./@#&:-])[a-z]{6,}(?![\w’'/@.-]\w)(?![-’'@/])")
_FIRST = compiled(r"(the|and|that|was|were|have|has|had|said|which|their|this|been)([a-z]{3,})")
_LAST = compiled(r"([a-z]{3,}?)(the|and|that|with|was|were|have|which|their|this|said|been)")
_TOLD_LAST = compiled(r"(last|this|next)(year|week|month|night|summer|winter|spring)")
_HALVES = compiled(r"(?<![\w’'.-])([a-z]{2,})(?: |-\s?)([a-z]{2,})(?![\w’'-])")
_ENDS = frozenset("er ed ing ly tion ment ers es ion ity ness ings ments tions ence ance".split())
_NO_SPACE = compiled(
    r"(?<=[a-z]{3})[.?!](?:The|It|He|She|They|But|And|In|On|At|This|That|There|We|When|While|As|For|With|Some|Many) "
    r"(?=[a-z])|(?<=[a-z\d]{2}),(?:and|but|which|who|the|he|she|it|they|a|said|to|in|of|with|as|when|while|where) "
    r"(?=[a-z])|"
    r"(?<=[a-z.,!?])”(?:and|but|he|she|said|the|of|to|in|that|which|who|as|is|was|for|on|at|with|by) (?=[a-z])"
)
#: Words of which the small one is no part.
_OTHERWISE = ("therein", "thereof", "thesis", "hasten", "washer", "werew")
_MOST = 2  # in a report: more are its layout's


def fused(context: Context) -> Iterator[tuple[Span, str]]:
    """Each such place, with what was looked for; not where the report is full of them."""
    found: list[tuple[Span, str]] = []
    for block in context.body:
        for match in _WORD.finditer(context.text, *block.span):
            parts = _parts(match.group())
            if parts and len(re.findall(rf"\b{match.group()}\b", context.text)) == 1:
                found.append((Span(*match.span()), f"a space between {parts[0]!r} and {parts[1]!r}; found none"))
        for match in _HALVES.finditer(context.text, *block.span):
            whole = match[1] + match[2]
            if _one_word(match[1], match[2]):
                found.append((Span(*match.span()), f"{whole!r} in one; found it in two"))
        for match in _NO_SPACE.finditer(context.text, *block.span):
            before = re.search(r"\S*$", context.text[: match.start()][-30:])
            begin = match.start() - len(before.group() if before else "")
            found.append((Span(begin, match.end()), "a space after the mark; found none"))
    if len(found) <= _MOST:
        yield from found


@cache
def _known() -> frozenset[str]:
    """Words of news, names and what stands in both letters among them."""
    return common_words() | frozenset(load().row)


def _parts(word: str) -> tuple[str, str] | None:
    """The two words of which it consists, where it is no word itself and one of the two is a small one."""
    known = _known()
    if word in known or word in first_names():
        return None
    told = _TOLD_LAST.fullmatch(word)
    if told:
        return told[1], told[2]
    first, last = _FIRST.fullmatch(word), _LAST.fullmatch(word)
    if first and first[2] in known and len(first[2]) > 3 and not word.startswith(_OTHERWISE):
        return first[1], first[2]
    return (
        (last[1], last[2])
        if last and last[1] in known and len(last[1]) > 3 and not re.fullmatch(r"(?:forth|here|there|where)with", word)
        else None
    )


def _one_word(one: str, other: str) -> bool:
    """Whether the two are halves of an ordinary word, and no words themselves."""
    known = _known()
    if one + other not in common_words() or one in _PREFIXES:
        return False
    if other in _ENDS:
        return other not in common_words() and len(one) > 2
    return other not in known and other not in first_names() and one not in known


_PREFIXES = frozenset("re non pre co un bi multi anti semi intra inter post sub super mid over pro ex de may".split())
