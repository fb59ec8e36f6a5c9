"""Two levels and what is told of the way between them: "from $6.2 million to $19.8 million", "a 219 percent rise"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.figures.quantities import Quantity, quantities
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_AMOUNT = rf"[$£€]?{NUMERAL}"
_SHORT = r"(?: (?:about|around|some|roughly|nearly|almost|just|approximately|an estimated))?"
#: "from 710 to 803"; the unit may stand with the first, and a few words between.
_FROM_TO = Gated(
    rf"\bfrom{_SHORT} (?P<a>{_AMOUNT})(?P<one>(?: ?%| (?!to\b)[a-z][\w’'-]*)?(?: [a-z]+)?(?: per \d[\d,]*)?(?: "
    rf"(?!to\b)[^.;:,\d]{{2,40}}?)?(?: "
    rf"(?:in|at|on|by) "
    rf"(?:[A-Z][a-z]+ )?(?:\d{{1,2}}, )?(?:(?:19|20)\d\d)?)?),? to{_SHORT} (?P<b>{_AMOUNT})(?P<two> ?%| percent\b| "
    rf"per cent\b)?",
    ("from ",),
)
_SHARE = compiled(
    rf"(?P<rough>more than |over |nearly |almost |about |around |roughly |at least |some |less than |up to )?"
    rf"(?P<p>{NUMERAL})[ -]?(?P<unit>percent|per cent|%|(?:percentage[- ])?points?)(?!age)(?! ?points?)(?! of\b)",
    re.IGNORECASE,
)
_RISE = (
    r"increase|rise|jump|gain|growth|surge|climb|spike|hike|boost|uptick|raise|fall|drop|decline|decrease|cut|"
    r"reduction|slump|plunge|dip|change"
)
_MOVED = (
    r"rose|risen|rises?|climb\w*|increas\w*|gr[eo]w\w*|jump\w*|soar\w*|surg\w*|balloon\w*|swell\w*|swelled|shot up|"
    r"up|raised?|"
    r"fell|fall(?:s|en)?|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|sank|down|cut|reduc\w*|slump\w*|plung\w*|"
    r"plummet\w*|dipped|shed|lost|gained|added"
)
#: How a share is told to be that of the change: "rose 12 percent", "by 12 percent", "a 12 percent increase".
_OF_CHANGE = compiled(
    rf"(?:, or|\b(?:by|of|(?:{_MOVED}))(?: (?:a|an|another|some|about|more than|nearly|roughly|"
    rf"only|just))*) ?$",
    re.I,
)
_CHANGE_AFTER = compiled(rf"^ (?:[a-z]+ )?(?:{_RISE})\b", re.IGNORECASE)
_STEP = Gated(
    rf"\b(?:{_MOVED})(?: by)?{_SHORT} (?P<d>{_AMOUNT})(?! ?(?:%|percent|per cent|points?))"
    rf"(?P<gap>[^.;:\d]{{0,60}}?),? "
    rf"(?:[–—-] )?(?:going )?from{_SHORT} (?P<a>{_AMOUNT})(?P<one>[^.;:,\d]{{0,30}}?) to{_SHORT} (?P<b>{_AMOUNT})"
    rf"(?! ?(?:%|percent|per cent))",
    ("from ",),
)
_ADDING = Gated(
    rf"\bfrom{_SHORT} (?P<a>{_AMOUNT})(?P<one>[^.;:,\d]{{0,30}}?) to{_SHORT} (?P<b>{_AMOUNT})"
    rf"(?P<gap>[^.;:,\d]{{0,30}}?(?: since (?:19|20)"
    rf"\d\d)?),? (?:adding|losing|shedding|gaining|an? (?:[a-z]+ )?(?:{_RISE}|difference|loss) of){_SHORT} "
    rf"(?P<d>{_AMOUNT})"
    rf"(?! ?(?:%|percent|per cent|points?))",
    ("from ",),
)
_THE_GAP = compiled(
    rf"(?:^|\. |; |, )[“\"]?(?:The|That|This)(?: (?:may|might|would|could))?(?: (?:be|is|was|represents|meant|means)"
    rf")?(?: a| an| the)?"
    rf"(?: (?:[a-z]+))?(?: of)? ?(?P<d>{_AMOUNT})(?P<unit>[- ](?:point|percentage[- ]point|vote|seat|percent))?(?: "
    rf"[a-z]+)? "
    rf"(?:lead|advantage|edge|"
    rf"margin|gap|difference|disparity|shortfall|rise|increase|jump|drop|decline|decrease|spread|raise|pay rise|"
    rf"gain)\b",
)
_NET = Gated(
    r"\b(?:minus|plus|negative|underwater by)[ -](?P<d>\d{1,2})(?: points?)?,? \((?P<a>\d{1,2})(?: ?%| "
    r"percent)?(?: [a-z]+)?(?: to |-|–|/|,? vs\.? | - )"
    r"(?P<b>\d{1,2})(?: ?%| percent)?(?: [a-z]+)?\)",
    ("minus", "plus", "negative", "underwater"),
    re.IGNORECASE,
)


def misfitting_differences(context: Context) -> Iterator[tuple[Span, str]]:
    """Each change or gap that its two levels do not give."""
    story = list(told(context))
    for n, (span, words) in enumerate(story):
        yield from _shares(span, words)
        for pattern in (_STEP, _ADDING):
            for match in pattern.finditer(words):
                told_of = _step(match)
                if told_of:
                    yield part(span, *match.span()), told_of
        for match in _NET.finditer(words):
            a, b, given = int(match["a"]), int(match["b"]), int(match["d"])
            if abs(abs(a - b) - given) > 1:
                yield part(span, *match.span()), f"the difference of {a} and {b}; found {given}"
        if n and 0 <= span.begin - story[n - 1][0].end <= 2:
            yield from _gap(story[n - 1][1], span, words)


def _shares(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    """The one change in percent of a sentence that tells one move from one level to another."""
    moves = [each for each in _FROM_TO.finditer(words) if not re.fullmatch(r"(?:19|20)\d\d", each["a"])]
    if len(moves) != 1:
        return
    move = moves[0]
    shares = [
        each for each in _SHARE.finditer(words)
        if not move.start() <= each.start() < move.end() and abs(each.start() - move.start()) < 130
        and (_OF_CHANGE.search(words[: each.start()]) or _CHANGE_AFTER.match(words[each.end() :]))
    ]  # fmt: skip
    if len(shares) != 1 or re.search(
        r"\b(?:while|whereas|but|compared|times|respectively|after|once)\b|"
        r";",
        _between(words, move, shares[0]),
    ):
        return
    if shares[0].start() > move.end() and not _ADDED.match(_between(words, move, shares[0])):
        return
    a, b = _pair(move)
    given, rough = value_of(shares[0]["p"]), (shares[0]["rough"] or "").strip()
    if (
        not a
        or a == b
        or {a, b} & set(range(1900, 2101))
        or re.search(
            r"years?|months?|age|"
            r"\d$",
            move["one"] or "",
        )
        or given < 2
    ):
        return
    change, points = abs(b - a) / a * 100, abs(b - a)
    slack = (
        max(2.0, 0.1 * given) + (0.12 * given if rough else 0) + 60 * _half(move["a"]) / a + 60 * _half(move["b"]) / a
    )
    if "point" in shares[0]["unit"]:
        change, slack = points, 1.01
        if not move["two"] or "%" not in f"{move['one']}{move['two']}".replace("percent", "%").replace("per cent", "%"):
            return
    fits = abs(change - given) <= slack or (move["two"] and abs(points - given) <= 1)
    fits = fits or abs(abs(b - a) / max(b, 1e-9) * 100 - given) <= 1.5  # reckoned on the other level: left alone
    bound = rough in ("more than", "over", "at least") and given < change <= 1.5 * given + 5
    if not fits and not bound and 0.1 < given / change < 10:
        begin, end = min(move.start(), shares[0].start()), max(move.end(), shares[0].end())
        yield (
            part(span, begin, end),
            f"a change of {given:g} {shares[0]['unit']} from {say(a)} to {say(b)}; found one of {change:.3g} percent",
        )


#: What tells of the move that stands before it: ", a", " – up", ", or".
_ADDED = compiled(r"(?:[^.;:\d]{0,30}?)(?:,| [–—-]+| \()?(?: or| an?| up| down| by| which is| for an?)\b[^,;\d]{0,25}$")


def _between(words: str, one: re.Match[str], other: re.Match[str]) -> str:
    first, last = sorted((one, other), key=lambda each: each.start())
    return words[first.end() : last.start()]


def _pair(match: re.Match[str]) -> tuple[float, float]:
    """Both levels; the scale of the second holds for a first without one ("from 100 to 150 million")."""
    a, b = (value_of(match[name].lstrip("$£€")) for name in ("a", "b"))
    scale = re.search(r"(thousand|million|billion|trillion)$", match["b"])
    if scale and a < 1000 <= b:
        a *= {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}[scale[1]]
    return a, b


def _half(words: str) -> float:
    """Half of the last place of a number as written."""
    scale = re.search(r"(thousand|million|billion|trillion)$", words)
    factor = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}[scale[1]] if scale else 1.0
    decimals = re.search(r"\.(\d+)", words)
    return 0.5 * factor * 10.0 ** -(len(decimals[1]) if decimals else 0) if scale or decimals else 0.0


def _step(match: re.Match[str]) -> str | None:
    a, b = _pair(match)
    given = value_of(match["d"].lstrip("$£€"))
    signs = {words[:1] in "$£€" for words in (match["a"], match["b"], match["d"])}
    years = {a, b, given} & set(range(1900, 2101))
    if (
        len(signs) > 1
        or years
        or a == b
        or re.search(
            r"\b(?:years?|months?|times|days?|in|places?|points?)"
            r"\b",
            match["gap"][:12],
        )
    ):
        return None
    real = abs(b - a)
    slack = _half(match["a"]) + _half(match["b"]) + _half(match["d"]) + 0.02 * real
    if abs(real - given) <= slack or not 0.002 < given / real < 500:
        return None
    return f"the difference of {say(a)} and {say(b)}, {say(round(real, 2))}; found {say(given)}"


def _gap(before: str, span: Span, words: str) -> Iterator[tuple[Span, str]]:
    """ "Holm raised $106 million to Dorn's $71 million. The $55 million margin was …"."""
    match = _THE_GAP.match(words)
    if match is None:
        return
    given = next((each for each in quantities(words) if each.span.end >= match.end("d") - 1), None)
    levels = [each for each in quantities(before) if given and _same(each, given, match)]
    moved = not re.search(
        r"\b(?:lead|advantage|edge|margin|gap|difference|disparity|shortfall|spread)\b", match.group()
    )
    if given is None or len(levels) != 2 or (moved and " from " not in before):
        return
    real = abs(levels[0].value - levels[1].value)
    slack = max(
        0.02 * real, 1.01 if given.kind in ("%", "point") else 0.5 * 10.0 ** (len(str(int(given.value))) - given.digits)
    )
    if real and abs(real - given.value) > slack and 0.02 < given.value / real < 50:
        told_of = f"the difference of {say(levels[0].value)} and {say(levels[1].value)}; found {say(given.value)}"
        yield part(span, *match.span()), told_of


def _same(level: Quantity, given: Quantity, match: re.Match[str]) -> bool:
    if match["unit"] and ("point" in match["unit"] or "percent" in match["unit"]):
        return level.kind == "%"
    if match["unit"]:
        return level.kind == "things" and level.value > 10
    return level.kind == given.kind == "money"
