"""Words that set one figure over another, where the figures stand the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.figures.quantities import Quantity, comparable, quantities
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_MORE = r"(?:larger|bigger|greater|higher|more|older|longer|taller|heavier|stronger)"
_LESS = r"(?:smaller|lower|fewer|less|shorter|younger|lighter|weaker)"
#: "…, a smaller share than the 42% of …"; "a larger share of these than of those … (24%, vs. 31%)".
_THAN = compiled(
    rf"(?:,|–|—) an? (?:slightly |far |much |somewhat |considerably )?(?P<way>{_MORE}|{_LESS}) "
    rf"(?:share|percentage|proportion|number|figure|sum|amount|rate|total|portion|part) than (?:the |its |their )?"
    rf"(?:about |some |nearly |roughly )?[$£€]?(?P<n>{NUMERAL})"
)
_BOTH = Gated(
    rf"\b(?P<way>[Ll]arger|[Hh]igher|[Gg]reater|[Bb]igger|[Mm]ore|[Ss]maller|[Ll]ower|[Ff]ewer|[Ll]ess)\b"
    rf"(?P<gap>[^.;:()\d]{{5,160}}?\bthan\b[^.;:()\d]{{2,120}}?) \((?P<a>{NUMERAL}) ?(?:%|percent|per cent)?,? "
    rf"(?:vs?\.?|versus|to|against|compared (?:with|to)|and) (?P<b>{NUMERAL}) ?(?:%|percent|per cent)?\)",
    (" than ",),
)
#: "28 last year. That's way down from the 2": one figure, then another that it is down or up from.
_FROM = compiled(
    rf"^(?:That|This|It|Which|The figure|The number|The total)(?:[’']s| is| was| represents| marks)"
    rf" (?:way |far |well |sharply |slightly |still )?"
    rf"(?:a (?:[a-z]+ )?)?(?P<way>up|down|decrease|increase|drop|rise|fall|jump|decline) from (?:the |about |some |"
    rf"nearly |just )?(?P<n>[$£€]?{NUMERAL})"
)
#: "seized 2,500 kilos in 2010, but that figure dropped to 3,210": both of one measure.
_TURNED = compiled(
    r"\b(?:that|the|this|its|their) (?:figure|number|total|count|share|rate|sum|amount|toll|percentage|level)s? "
    r"(?:had |has |have )?(?:since )?(?:(?P<down>dropped|fell|fallen|declined|plunged|plummeted|shrank|sank|slumped|"
    r"dwindled|slipped)|(?P<up>rose|risen|grew|grown|climbed|jumped|soared|surged|increased|swelled|ballooned)) to "
    rf"(?:just |only |about |some |nearly |more than |over )?(?P<n>[$£€]?{NUMERAL})"
)

#: "42 percent thought so, a drop from the 29 percent of last year"; "from a low of 72,000 to a high of 61,000".
_STEP_FROM = compiled(
    r",? (?:and |which is |– |— )?an? (?:[a-z]+ )?(?P<way>increase|rise|jump|gain|decline|drop|decrease|fall|dip|slide|"
    rf"surge) from (?:the |about |some |just |nearly )?(?P<n>[$£€]?{NUMERAL})"
)
_LOW_HIGH = Gated(
    rf"\b(?P<one>low|high) of (?:about |just |nearly )?[$£€]?(?P<a>{NUMERAL})(?P<u> (?:percent|million|billion)|%)?"
    rf"[^.;\d]{{0,20}}?(?: in [^.;,]{{3,25}})? to a (?P<other>low|high) of "
    rf"(?:about |just |nearly )?[$£€]?(?P<b>{NUMERAL})",
    ("low of ",),
)


def turned_round(context: Context) -> Iterator[tuple[Span, str]]:
    """Each pair of figures that its words put in the other order."""
    sentences = list(told(context))
    for n, (span, words) in enumerate(sentences):
        for match in _BOTH.finditer(words):
            a, b = (value_of(match[name]) for name in ("a", "b"))
            up = re.fullmatch(_MORE, match["way"].lower()) is not None
            if a != b and up != (a > b) and not re.search(r"\b(?:likely|than (?:ever|\d))\b", match["gap"]):
                yield part(span, *match.span()), _found(up, a, b)
        for match in _THAN.finditer(words):
            found = _before(words, match.start(), match)
            if found and (found[0].value > found[1].value) != _upward(match["way"]):
                yield part(span, found[0].span.begin, match.end()), _found(_upward(match["way"]), *_values(found))
        for match in _LOW_HIGH.finditer(words):
            a, b = (value_of(match[name]) for name in ("a", "b"))
            if match["one"] != match["other"] and a != b and (a < b) != (match["one"] == "low"):
                yield part(span, *match.span()), _found(match["one"] == "high", a, b)
        for match in _STEP_FROM.finditer(words):
            found = _before(words, match.start(), match)
            up = match["way"] in ("increase", "rise", "jump", "gain", "surge")
            if found and found[0].value != found[1].value and (found[0].value > found[1].value) != up:
                yield part(span, found[0].span.begin, match.end()), _found(up, *_values(found))
        turned = _TURNED.search(words)
        if turned:
            found = _before(words, turned.start(), turned)
            down = turned["down"] is not None
            if found and found[1].value != found[0].value and (found[1].value < found[0].value) != down:
                yield part(span, found[0].span.begin, turned.end()), _found(not down, found[1].value, found[0].value)
        after = sentences[n + 1] if n + 1 < len(sentences) else None
        back = _FROM.search(after[1]) if after and after[0].begin - span.end <= 3 else None
        if after and back:
            yield from _across(words, after[0], after[1], back)


def _across(words: str, span: Span, after: str, match: re.Match[str]) -> Iterator[tuple[Span, str]]:
    there = _at(after, match)
    here = [each for each in quantities(words) if there and each.kind == there.kind]
    same = [each for each in here if there and (comparable(each, there) or "" in (each.unit, there.unit))]
    if there is None or len(same) != 1 or same[0].value == there.value or same[0].value in range(1900, 2101):
        return
    up = match["way"] in ("up", "increase", "rise", "jump")
    if (same[0].value > there.value) != up and 0.05 < same[0].value / max(there.value, 1e-9) < 30:
        yield part(span, *match.span()), _found(up, same[0].value, there.value)


def _before(words: str, place: int, match: re.Match[str]) -> tuple[Quantity, Quantity] | None:
    """The only figure before ``place`` that may be set beside that of the match, and that one."""
    there = _at(words, match)
    here = [
        each
        for each in quantities(words)
        if there and each.whole.end <= place and comparable(each, there) and each.value not in range(1900, 2101)
    ]
    return (here[0], there) if there and len(here) == 1 else None


def _at(words: str, match: re.Match[str]) -> Quantity | None:
    return next((each for each in quantities(words) if match.start("n") <= each.span.begin < match.end()), None)


def _upward(way: str) -> bool:
    return re.fullmatch(_MORE, way.lower()) is not None


def _values(found: tuple[Quantity, Quantity]) -> tuple[float, float]:
    return found[0].value, found[1].value


def _found(up: bool, one: float, other: float) -> str:
    return f"a figure that is {'higher' if up else 'lower'} than the other; found {say(one)} and {say(other)}"
