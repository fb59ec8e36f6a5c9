"""Shares in apposition to the part that they are, beside a whole that stands up to three sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.figures.mentions import PERSONS, Mention
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.sums.totalled import Found
from sayso.patterns import compiled

_FRACTIONS = {
    "half": 0.5, "third": 1 / 3, "quarter": 0.25, "fourth": 0.25, "fifth": 0.2, "sixth": 1 / 6, "eighth": 0.125,
    "tenth": 0.1,
}  # fmt: skip
_MANY = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "": 1}
_ABOUT = (
    r"(?:(?P<rough>about|roughly|around|some|nearly|almost|just over|just under|more than|over|less than|under|"
    r"fewer than|only|just|at least|close to|up to) )?"
)
_SHARE = (
    rf"{_ABOUT}(?:(?P<p>{NUMERAL})(?: ?%| percent\b| per cent\b)(?! points?)|"
    r"(?P<one>one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:in|out of)(?: every)? "
    r"(?P<every>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3})\b|"
    r"(?:(?P<many>an?|one|two|three|four)[ -])?(?P<part>half|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|"
    r"tenths?)\b)"
)
#: Behind a part: "100 of the tips, or roughly one in four,", "9,000 — a third of the total —", "3,513 cases (2%)".
_BEHIND = compiled(
    rf"^(?P<gap>[^.;:,()\d“”\"–—]{{0,60}}?)(?:,? or|,| ?[–—-]{{1,2}}(?: or)?| \((?:or )?) {{0,1}}{_SHARE}"
    r"(?P<tail>(?: of (?:the|its|their|all|his|her|our|that|those|them|these)?\b ?[^.;:,()“”\"–—]{0,50})?)"
    r"(?=,|\.|;| ?[–—-]{1,2} |\)|$)",
    re.IGNORECASE,
)
#: Before it: "a quarter of that, $400 million", "55 percent of them, or 44 people,".
_AHEAD = compiled(
    rf"(?:^|[ (–—]){_SHARE}"
    rf"(?: of (?P<of>(?:that|those|them|these|it|(?:the|its|their|all|his|her)(?: [a-z’'-]+){{1,3}})))"
    rf"(?:,? or| ?[–—-]{{1,2}}(?: or)?|,| \() ?(?:about |some |nearly |roughly |just |only )?[$£€]?$",
    re.IGNORECASE,
)
_ANEW = compiled(r"\b(?:vote|votes|ballots|population|market|electorate|time|country|world|nation|economy|GDP|"
                 r"registered|national|U\.S\.|global)\b", re.IGNORECASE)  # fmt: skip
_CHANGE = compiled(
    r"\b(?:by|rose|fell|grew|up|down|from|dropped|increased?|decreased?|declin\w+|jump\w*|gain\w*|lost|loss|more|less|"
    r"higher|lower|rise|drop|cut|growth|reduction|raise|off|swing)\b",
    re.IGNORECASE,
)
_BACK = 3


def ill_shared(context: Context) -> Iterator[Found]:
    """The part's place, that of its whole, and what was looked for."""
    for each in context.figures:
        if not 0 < each.place <= len(context.sentences) or each.kind not in ("things", "money") or each.value < 2:
            continue
        behind = _BEHIND.match(each.after)
        ahead = None if behind else _AHEAD.search(each.before)
        match = behind or ahead
        if match is None or _CHANGE.search(f"{each.before[-30:]} {behind['gap'] if behind else ''}"):
            continue
        share = _value(match)
        words = f"{behind['gap']} {behind['tail']}" if behind else match["of"]
        if share is None or not 0.005 < share < 1 or _ANEW.search(words):
            continue
        yield from _set_against(context, each, share, match, words)


def _set_against(context: Context, each: Mention, share: float, match: re.Match[str], words: str) -> Iterator[Found]:
    larger = [one for one in context.figures if one.kind == each.kind and one.value > each.value and one is not each]
    if any(_fits(each, one, share, match["rough"]) for one in larger):
        return
    before = [one for one in larger if each.place - _BACK <= one.place <= each.place and one.span < each.span]
    behind = [
        one
        for one in larger
        if each.span.end < one.span.begin < each.span.end + match.end() and match.groupdict().get("tail")
    ]
    if not each.after.startswith(" of ") and re.match(
        r" of (?:them|whom|those)\b(?! [a-z]+ed\b)", match.groupdict().get("tail") or ""
    ):
        return  # "81 deaths, two-thirds of them in Lorn": a share of these
    stems = {word[:5].lower() for word in re.findall(r"[A-Za-z]{4,}", words)}
    named = [one for one in before if any(len(one.head) > 2 and stem.startswith(one.head[:5]) for stem in stems)]
    definite = re.match(r" of (?:the|its|his|her|their|those|these) ", words)
    taken_up = re.search(r"\b(?:that|those|them|these|it)\b", words)
    same = [one for one in before if one.head and (one.head == each.head or {one.head, each.head} <= PERSONS)]
    if re.match(r"[“\"]?Of (?:those|them|these)\b", each.sentence):
        behind = behind or [one for one in before if one.place == each.place - 1][:1]
    wholes = behind or [one for one in named if definite or not one.elsewhen] or (
        before[-1:] if taken_up else [] if "of" in match.groupdict() else [one for one in same if not one.elsewhen]
    )  # fmt: skip
    if not wholes or (len({one.value for one in wholes}) > 1 and not named):
        return
    whole = wholes[-1]
    real = each.value / whole.value
    if 0.02 < real < 0.98 or abs(real - share) > 0.02:
        told = match.group().strip(" ,–—()-")
        looked = f"{say(each.value)} of {say(whole.value)} as {real * 100:.3g} percent; found {told}"
        yield each.span, (whole.span,), looked


def _value(match: re.Match[str]) -> float | None:
    if match["p"]:
        return value_of(match["p"]) / 100
    if match["one"]:
        every = value_of(match["every"])
        return value_of(match["one"]) / every if every > 1 else None
    return _MANY[(match["many"] or "").lower()] * _FRACTIONS[re.sub(r"s$", "", match["part"].lower())]


def _fits(each: Mention, whole: Mention, share: float, rough: str | None) -> bool:
    real = each.value / whole.value
    slack = max(0.15 * share, 0.02) if not rough else max(0.25 * share, 0.03)
    return abs(real - share) <= slack
