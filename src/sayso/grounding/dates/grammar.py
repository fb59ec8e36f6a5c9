"""The passes of the grammar over a text: from tokens to nodes, in the order in which dates are put together."""

from __future__ import annotations

from functools import lru_cache

from sayso.grounding.dates import counted, days, feasts, months, nearby, parts, placing, ranges
from sayso.grounding.dates.lexer import CODES, Tokens, tokenize
from sayso.grounding.dates.nodes import Node
from sayso.grounding.dates.rules import Rule, apply
from sayso.patterns import kept

PASSES: tuple[tuple[Rule, ...], ...] = (
    months.NUMBERS,
    days.RULES + months.RULES + feasts.RULES + nearby.RULES + counted.RULES,
    placing.PLACES,
    placing.DAY_PARTS + parts.RULES + ranges.NEXT_TO,
    ranges.YEARS,
    ranges.RANGES,
    ranges.COUNTS,
)
#: The classes that the rules build.
_BUILT = kept("[" + "".join(code for name, code in CODES.items() if name.isupper()) + "]")


@lru_cache(maxsize=2)
def parse(text: str) -> Tokens:
    """Tokens of ``text`` with every date expression replaced by one :class:`Node`; not to be changed.

    The last texts are remembered: a report's own day, its dates and its conflicts are asked for one after another.
    """
    tokens = tokenize(text)
    for rules in PASSES:
        tokens = apply(rules, tokens)
    return tokens


def nodes(tokens: Tokens) -> list[int]:
    """Where the nodes stand among the tokens."""
    built = _BUILT.finditer("".join(tokens.codes))
    return [index for match in built if isinstance(tokens.values[index := match.start()], Node)]
