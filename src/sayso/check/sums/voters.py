"""Votes beside the groups that cast them: "16-8 …. Fourteen Liberals and four Greens supported the ban"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.patterns import compiled
from sayso.types import Span

_VOTE = compiled(
    r"(?<![\d$£€.,-])(?P<a>\d{1,3})(?:-|–|-to-| to )(?P<b>\d{1,3})(?![\d-]|\.\d|,\d| ?(?:%|percent|per cent|points?|"
    r"years?|million|days?))"
)
_IS_VOTE = compiled(r"\b(?:vot(?:e[sd]?|ing)|tally|count was|passed|approved|rejected|confirmed|roll call)\b", re.I)
_GROUP = rf"(?P<x>(?i:{NUMERAL})|[Aa] dozen) (?:(?:[a-z]+|[A-Z]{{2,4}}) )?(?P<whox>[A-Z][a-z]+(?:s|people|men))"
_BOTH = compiled(
    rf"{_GROUP}(?:[^.;\d,]{{0,12}}?,? and (?:all )?|(?: [–—-] [^.;\d]{{3,80}} [–—-])? "
    rf"(?:joined|joining|joined by|joining with|sided with)(?: with)? (?:all )?(?:of )?(?:the )?(?:other )?)"
    rf"{_GROUP.replace('?P<x>', '?P<y>').replace('whox', 'whoy')}"
)
_CAST = compiled(
    r"\b(?:vot\w+|support\w*|back\w*|oppos\w*|in favou?r|against|yes|no|aye|nay|joined|joining|dissent\w*)\b"
)


def misfitting_voters(context: Context) -> Iterator[tuple[Span, str]]:
    """Each pair of groups that together cast more votes than the tally beside them has on either side."""
    story = list(told(context))
    for n, (span, words) in enumerate(story):
        told_so = _both_sides(words, story[n - 1][1] if n else "")
        if told_so:
            yield span, told_so
            continue
        for match in _BOTH.finditer(words):
            if not _CAST.search(words, match.start(), min(match.end() + 60, len(words))):
                continue
            x, y = (12.0 if match[name].lower() == "a dozen" else value_of(match[name]) for name in ("x", "y"))
            tally = _tally(words) or (_tally(story[n - 1][1]) if n and span.begin - story[n - 1][0].end <= 2 else None)
            if tally is None or match["whox"] == match["whoy"]:
                continue
            a, b = tally
            if x + y > max(a, b) and x + y <= 1.6 * max(a, b):
                yield (
                    part(span, match.start("x"), match.end("whoy")),
                    f"no more votes than the {a} or {b} cast; {say(x)} + {say(y)} = {say(x + y)}",
                )


_FOR = compiled(r"\b(?:support\w*|back\w*|in favou?r|voted (?:for|to|yes)|approv\w*|joined)\b")
_AGAINST = compiled(r"\b(?:oppos\w*|against|reject\w*|voted no|dissent\w*|to keep)\b")


def _both_sides(words: str, before: str) -> str | None:
    """ "16-8 …. Twelve Liberals and four Greens supported it, while six Greens and two Liberals voted against it"."""
    pairs = [
        sum(12.0 if match[name].lower() == "a dozen" else value_of(match[name]) for name in ("x", "y"))
        for match in _BOTH.finditer(words)
    ]
    tally = _tally(before) or _tally(words)
    if len(pairs) != 2 or tally is None or not (_FOR.search(words) and _AGAINST.search(words)):
        return None
    sides, given = sorted(pairs), sorted(tally)
    if sides == given or sum(sides) > 1.5 * sum(given) or sum(given) > 1.5 * sum(sides):
        return None
    return f"the {given[1]} and {given[0]} votes of the tally; found {say(sides[1])} and {say(sides[0])}"


def _tally(words: str) -> tuple[int, int] | None:
    found = list(_VOTE.finditer(words))
    return (int(found[0]["a"]), int(found[0]["b"])) if len(found) == 1 and _IS_VOTE.search(words) else None
