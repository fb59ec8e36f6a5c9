"""All of one group counted twice: "the eleven nations" and, elsewhere, "the 12 remaining nations"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.patterns import compiled
from sayso.types import Span

_ALL = compiled(
    rf"\b(?P<of>of )?(?:[Tt]he|[Aa]ll|[Aa]ll (?:of )?the|[Tt]hese|[Tt]hose|[Tt]he group’s|[Ii]ts) (?:other |"
    rf"remaining |current )?(?P<n>{NUMERAL})"
    r"(?: (?P<adj>[a-z-]+))? (?P<what>[a-z]{4,}(?:s|men|people|women))\b(?![-’'])"
)
_NO_GROUP = compiled(
    r"(?:years|months|weeks|days|hours|minutes|percent|points|times|states|miles|games|seats|votes|votes?|dollars|"
    r"pounds|euros|"
    r"quarters|decades|elections|terms|seasons|people|others|counties|jobs|deaths|cases)$"
)
_APART = compiled(
    r",? (?:who|whom|whose|that|which|in|at|from|of|on|under|with|without|still|to|left|aged|per|[a-z]+ed (?:by|in|"
    r"at|to|on|from|for)|[a-z]+ing|"
    r"since|after|before)\b"
)


def counted_otherwise(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one and what was looked for: a group that the report counts in two ways."""
    seen: dict[str, list[tuple[float, Span]]] = defaultdict(list)
    for span, words in told(context):
        for match in _ALL.finditer(words):
            apart = _APART.match(words, match.end())
            narrowed = match["adj"] not in (None, "remaining", "other", "current", "original", "present")
            if narrowed or _NO_GROUP.search(match["what"]) or (apart and not match["of"]):
                continue
            seen[match["what"]].append((value_of(match["n"]), part(span, *match.span())))
    for what, found in seen.items():
        values = {value for value, _ in found}
        if len(values) == 2 and max(values) < 2.5 * min(values) and min(values) > 2:
            first = found[0]
            other = next(each for each in found if each[0] != first[0])
            shares = re.finditer(rf"\b(?P<n>{NUMERAL}) of the ", context.story, re.IGNORECASE)
            if min(values) in {value_of(each["n"]) for each in shares}:
                continue  # a part of them, counted by itself
            yield other[1], first[1], f"one count of the {what}; found {say(first[0])} and {say(other[0])}"
