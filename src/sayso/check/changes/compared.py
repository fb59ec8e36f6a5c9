"""A level and another that it is set against, however far apart they stand: "about 60 percent …, up from 45"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.figures.quantities import quantities
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_AGAINST = compiled(
    rf"(?:,|\)|[–—”\"]|\b[a-z]+) ?\(?\b(?P<way>(?:slightly |sharply |well |still )?(?:up|down|higher|lower)) "
    rf"(?:slightly |sharply |from|than)(?: (?:the|an?|its|last|about|around|roughly|nearly|some|just|over|almost))* ?"
    rf"(?P<n>[$£€]?{NUMERAL})",
    re.IGNORECASE,
)
#: ", more than the $7 million it raised last year".
_MORE_THAN = compiled(
    rf"(?P<comma>,| [–—]) (?:far |slightly |well |still |even )?(?P<way>more|higher|greater|fewer|less|"
    rf"lower) than the (?P<n>[$£€]?{NUMERAL})\b"
)
_THAT_PUTS = compiled(
    r"(?:That|This|It)(?: (?:puts|left|leaves|gives|gave|is|was|means|makes|amounts))[^.;\d]{0,50}? "
    rf"(?:at |of |to )?(?P<minus>negative|minus|plus)?[- –](?P<n>{NUMERAL})(?! ?(?:%|percent|per cent)? of\b)"
)
_RECORD = compiled(
    rf"\b(?:previous|old|former|earlier|last) record (?:was|of|is|stood at|set [^.;\d]{{2,40}} was) (?:about |"
    rf"just )?(?P<n>[$£€]?{NUMERAL})"
)
_BROKE = compiled(r"\b(?:record|highest|most|largest|biggest)\b")
#: "swing from a surplus of $440 billion to a surplus of …": what swings has another sign afterwards.
_SWING = Gated(
    r"\b(?:swings?|swung|swinging|flip(?:s|ped)?|turn(?:s|ed)? (?:around|round)|revers(?:es?|ed)|turnaround|reversal)\b"
    r"[^.;]{0,60}?\bfrom (?:an? |its |the )?(?:[a-z]+ )?(?P<a>surplus|deficit|profit|loss|gain|lead|growth|"
    r"contraction)\b"
    r"[^.;]{0,60}?\bto (?:an? |its |the )?(?:[a-z]+ )?(?P=a)\b",
    ("swing", "swung", "flip", "turn", "revers"),
)


def miscompared(context: Context) -> Iterator[tuple[Span, str]]:
    """Each pair whose order is not the one that the words tell."""
    sentences = list(told(context))
    for n, (span, words) in enumerate(sentences):
        for match in _AGAINST.finditer(words):
            hit = _direction(words, match)
            if hit:
                yield part(span, *hit[0]), hit[1]
        for match in _MORE_THAN.finditer(words):
            hit = _direction(words, match)
            if hit:
                yield part(span, *hit[0]), hit[1]
        for match in _SWING.finditer(words):
            yield part(span, *match.span()), f"the opposite after the swing; found a {match['a']} on both sides"
        following = sentences[n + 1] if n + 1 < len(sentences) else None
        if following and following[0].begin - span.end <= 2:
            yield from _difference(words, *following)
            yield from _records(words, *following)


def _direction(words: str, match: re.Match[str]) -> tuple[tuple[int, int], str] | None:
    found = quantities(words)
    there = next(
        (each for each in found if each.span.begin >= match.start("n") and each.span.end <= match.end() + 1), None
    )
    way = match["way"].split()[-1].lower()
    than = match.groupdict().get("comma") is not None
    apart = than or re.match(r"\s*[,(–—)”\"]", match.group()) is not None
    if there is None or (" than" in match.group() and not apart):
        return None
    before = [each for each in found if each.whole.end <= match.start("way") and each.kind == there.kind]
    if not before or re.search(r"[;:]|\b(?:while|whereas|but)\b", words[before[-1].whole.end : match.start("way")]):
        return None
    here = before[-1]
    alone = len([each for each in before if each.unit in (here.unit, "")]) == 1
    up = way in ("up", "higher", "more", "greater")
    if not alone or here.value == there.value or (here.unit != there.unit and there.unit and here.unit):
        return None
    if not 0.1 < here.value / max(there.value, 1e-9) < 10:
        return None
    if up != (here.value > there.value):
        return (here.span.begin, match.end()), (
            f"a figure that is {'lower' if up else 'higher'} after {match['way']!r}; "
            f"found {say(here.value)} and {say(there.value)}"
        )
    return None


def _difference(words: str, span: Span, after: str) -> Iterator[tuple[Span, str]]:
    """ "33 percent …, compared to 53 percent in 2012. That puts it at negative-20"."""
    match = _THAT_PUTS.match(after)
    if match is None or not (match["minus"] or re.match(r"[ -](?:percentage )?points?\b", after[match.end() :])):
        return
    shares = [each for each in quantities(words) if each.unit == "%"]
    given = value_of(match["n"])
    if len(shares) == 2:
        apart = abs(shares[0].value - shares[1].value)
        if apart and abs(apart - given) > 1.01 and abs(shares[0].value + shares[1].value - given) > 1.01:
            yield (
                part(span, *match.span()),
                f"the difference of {say(shares[0].value)} and {say(shares[1].value)}; found {say(given)}",
            )


def _records(words: str, span: Span, after: str) -> Iterator[tuple[Span, str]]:
    """A record that was broken, and the figure that broke it."""
    match = _RECORD.search(after)
    if match is None or not _BROKE.search(words):
        return
    old = next((each for each in quantities(after) if each.span.begin >= match.start("n")), None)
    new = [each for each in quantities(words) if old and each.unit == old.unit and each.unit]
    if (
        old
        and len(new) == 1
        and new[0].value < old.value
        and not re.search(r"\b(?:low|lowest|least|fastest|fewest)\b", words + after)
    ):
        yield part(span, *match.span()), f"a record below the new one; found {say(old.value)} and {say(new[0].value)}"
