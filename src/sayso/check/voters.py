"""Votes beside the groups that cast them: "16-8 …. Fourteen Liberals and four Greens supported the ban"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.numbers import NUMERAL, numbers, say
from sayso.types import Span

_VOTE = re.compile(
    r"(?<![\d$£€.,-])(?P<a>\d{1,3})(?:-|–|-to-| to )(?P<b>\d{1,3})(?![\d-]|\.\d|,\d| ?(?:%|percent|per cent|points?|"
    r"years?|million|days?))"
)
_IS_VOTE = re.compile(r"\b(?:vot(?:e[sd]?|ing)|tally|count was|passed|approved|rejected|confirmed|roll call)\b", re.I)
_GROUP = rf"(?P<x>(?i:{NUMERAL})|[Aa] dozen) (?:(?:[a-z]+|[A-Z]{{2,4}}) )?(?P<whox>[A-Z][a-z]+(?:s|people|men))"
_BOTH = re.compile(
    rf"{_GROUP}(?:[^.;\d,]{{0,12}}?,? and (?:all )?|(?: [–—-] [^.;\d]{{3,80}} [–—-])? "
    rf"(?:joined|joining|joined by|joining with|sided with)(?: with)? (?:all )?(?:of )?(?:the )?(?:other )?)"
    rf"{_GROUP.replace('?P<x>', '?P<y>').replace('whox', 'whoy')}(?P<after>[^.;]{{0,60}})"
)
_CAST = re.compile(
    r"\b(?:vot\w+|support\w*|back\w*|oppos\w*|in favou?r|against|yes|no|aye|nay|joined|joining|dissent\w*)\b"
)


def misfitting_voters(context: Context) -> Iterator[tuple[Span, str]]:
    """Each pair of groups that together cast more votes than the tally beside them has on either side."""
    story = list(told(context))
    for n, (span, words) in enumerate(story):
        for match in _BOTH.finditer(words):
            if not _CAST.search(match.group()) or "joining the fight" in match.group():
                continue
            x, y = (12.0 if match[name].lower() == "a dozen" else numbers(match[name])[0].value for name in ("x", "y"))
            tally = _tally(words) or (_tally(story[n - 1][1]) if n and span.begin - story[n - 1][0].end <= 2 else None)
            if tally is None or match["whox"] == match["whoy"]:
                continue
            a, b = tally
            if x + y > max(a, b) and x + y <= 1.6 * max(a, b):
                yield (
                    part(span, match.start("x"), match.end("whoy")),
                    f"no more votes than the {a} or {b} cast; {say(x)} + {say(y)} = {say(x + y)}",
                )
            elif x + y not in (a, b) and max(a, b) <= 100 and _whole(match["after"]) and len(_BOTH.findall(words)) < 3:
                near = min((a, b), key=lambda side: abs(side - x - y))
                if 0 < abs(near - x - y) <= 4:
                    yield (
                        part(span, match.start("x"), match.end("whoy")),
                        f"the {near} votes that the tally has; {say(x)} + {say(y)} = {say(x + y)}",
                    )


def _tally(words: str) -> tuple[int, int] | None:
    found = list(_VOTE.finditer(words))
    return (int(found[0]["a"]), int(found[0]["b"])) if len(found) == 1 and _IS_VOTE.search(words) else None


def _whole(after: str) -> bool:
    """Whether these are told to be all who voted one way: "supported the ban, while six Greens …"."""
    return re.match(r" (?:voted|supported|backed|opposed)\b", after) is not None and ", while" in after
