"""Shares beside the part and the whole that they are of: "50 of the 200 samples, or 40 percent"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import numbers, say, value_of
from sayso.check.figures.quantities import Quantity, quantities
from sayso.patterns import compiled
from sayso.types import Span

_FRACTION = (
    r"(?P<rough>nearly |almost |about |around |roughly |just over |more than |over |some |less than |under |fewer "
    r"than )?"
    r"(?:(?P<half>(?:one[- ])?half|a half)|(?P<third>(?:a|one)[- ]third)|(?P<two>two[- ]thirds)|(?P<quarter>(?:a|"
    r"one)[- ]quarter)|"
    r"(?P<three>three[- ]quarters)|(?P<fifth>(?:a|one)[- ]fifth)|(?P<tenth>(?:a|one)[- ]tenth)|(?P<eighth>an[- "
    r"]eighth)|"
    r"(?P<sixth>(?:a|one)[- ]sixth)|(?P<most>(?:a|the) majority)|(?P<ratio>(?P<one>one|two|three|four|five|six|seven|"
    r"eight|nine) in "
    r"(?P<every>two|three|four|five|six|seven|eight|nine|ten|20|twenty|100))|(?P<p>\d+(?:\.\d+)?|[a-z]+) ?(?:%|"
    r"percent\b|per cent\b)(?! points?))"
)
_SHARE = compiled(rf"(?<![-\w]){_FRACTION}(?![-\w])", re.IGNORECASE)
_VALUES = {
    "half": 0.5,
    "third": 1 / 3,
    "two": 2 / 3,
    "quarter": 0.25,
    "three": 0.75,
    "fifth": 0.2,
    "tenth": 0.1,
    "eighth": 0.125,
    "sixth": 1 / 6,
}
_MOVED = compiled(
    r"\b(?:by|rose|fell|grew|up|down|from|to|dropped|increased|interest|rate|growth|off|discount|more|less|higher|"
    r"lower)\s(?:\w+ )?$",
    re.I,
)
_DET = (
    r"(?:the |its |their |his |her |all |all the |our |these |those |some |about |nearly |[\w’'-]+[’']s? |the "
    r"[\w’'-]+[’']s? )?"
)
#: A share that has its own whole, which nobody counts.
_OF_ITS_OWN = compiled(
    r" of (?:the|all|its|their) (?:votes?|ballots|electorate|vote share|market|country|population)\b"
)
#: How a whole stands beside its part or its share.
_WHOLE = compiled(rf"\b(?:out )?of {_DET}(?:\w+ )?[$£€]?$", re.IGNORECASE)


def misfitting_shares(context: Context) -> Iterator[tuple[Span, str]]:
    """Each part, whole and share of one sentence of which two do not give the third."""
    blocks = [(context.headline.span, context.headline.span.of(context.text))] if context.headline else []
    blocks += [(each.span, each.span.of(context.text)) for each in context.sentences]
    for n, (span, words) in enumerate(blocks):
        if context.quoted(span.begin) or len(words) > 350:
            continue
        found = _one(words)
        if (
            not found
            and n + 1 < len(blocks)
            and re.match(r"(?:That|This|It) (?:is|was|amounts to|makes|means|gives)\b|Turnout was", blocks[n + 1][1])
        ):
            both = f"{words} {blocks[n + 1][1]}"
            found = _one(both) if blocks[n + 1][0].begin - span.end <= 1 else None
        if found:
            yield part(span, found[0], min(found[1], span.end - span.begin)), found[2]


_NO_PART = frozenset(["%", "point", "day", "week", "month", "year", "hour", "minute"])


def _one(words: str) -> tuple[int, int, str] | None:
    shares = [
        each
        for each in _SHARE.finditer(words)
        if not _MOVED.search(words[: each.start()])
        and _value(each) is not None
        and not _OF_ITS_OWN.match(words, each.end())
    ]
    if len(shares) != 1:
        return None
    share = shares[0]
    counted = [
        each for each in quantities(words)
        if not Span(*share.span()).overlaps(each.whole) and each.unit not in _NO_PART
    ]  # fmt: skip
    wholes = [
        each
        for each in counted
        if _WHOLE.search(words[: each.whole.begin])
        and _WHOLE.search(words[: each.span.begin] if each.unit != "money" else words[: each.whole.begin])
    ]
    if len(wholes) != 1:
        wholes = _long_of_which(words, counted)
    parts = [each for each in counted if wholes and each is not wholes[0] and _alike(each, wholes[0])]
    if len(wholes) != 1 or len(parts) != 1 or len(counted) > 3:
        return None
    a, n, given = parts[0], wholes[0], _value(share)
    if given is None or not 1 < a.value < n.value or not _near(words, share, a, n):
        return None
    real, rough = a.value / n.value, (share["rough"] or "").strip().lower()
    if share["most"]:
        fits = real > 0.5
    elif rough in ("more than", "over", "just over"):
        fits = given - min(0.01, 0.1 * given) <= real <= given * 1.4 + 0.05
    elif rough in ("nearly", "almost", "less than", "under", "fewer than"):
        fits = given * 0.7 - 0.02 <= real <= given + min(0.015, 0.05 * given)
    else:
        slack = 0.022 if share["p"] else 0.07
        fits = abs(real - given) <= max(slack, (0.5 if a.digits > 1 else 0.8) / n.value, 0.1 * given if rough else 0.0)
    if fits:
        return None
    begin, end = min(a.span.begin, n.span.begin, share.start()), max(a.whole.end, n.whole.end, share.end())
    told = "a majority" if share["most"] else share.group().strip()
    return begin, end, f"{say(a.value)} of {say(n.value)} as {real * 100:.3g} percent; found {told}"


def _value(share: re.Match[str]) -> float | None:
    if share["p"]:
        found = numbers(share["p"])
        return found[0].value / 100 if found else None
    if share["ratio"]:
        return value_of(share["one"]) / value_of(share["every"])
    return next((value for name, value in _VALUES.items() if share[name]), 0.5)


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or "" in (one.unit, other.unit) or one.kind == other.kind == "things"


def _near(words: str, share: re.Match[str], a: Quantity, n: Quantity) -> bool:
    """Whether share, part and whole stand in one breath."""
    begin, end = min(a.span.begin, n.span.begin, share.start()), max(a.whole.end, n.whole.end, share.end())
    between = f"{words[begin : max(begin, share.start())]} {words[share.end() : end]}"
    nearest = words[a.whole.end : share.start()] if a.span < Span(*share.span()) else words[share.end() : a.span.begin]
    if (_UNBOUND.search(nearest) and ", or" not in nearest) or (a.value <= 2 and n.value > 20):
        return False  # "climbed 1.9 percent as nine of 10 members advanced"
    both = re.search(r"\. (?:That|This|It|Turnout) ", between)
    return end - begin < (220 if both else 130) and not re.search(
        r"(?:\.(?! (?:That|This|It|Turnout) )|;)\s|\b(?:while|compared|than|whereas|including|but)\b", between
    )


#: Words behind which a part is of another whole than the share.
_UNBOUND = compiled(
    r"\b(?:as|in|has|(?<!which )was|found|because|each|covered|based|likely|raised|fly\b|"
    r"which (?!is\b|was\b|makes\b|means\b))"
)


def _long_of_which(words: str, counted: list[Quantity]) -> list[Quantity]:
    """ "The tunnel is 12 km long, of which 3 km, or half": the whole before "of which"."""
    match = re.search(r",? of (?:which|whom|these|them|those)\b", words)
    before = [each for each in counted if match and each.whole.end <= match.start()]
    return before[-1:]
