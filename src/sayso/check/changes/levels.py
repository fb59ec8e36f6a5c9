"""Two levels and the change between them, wherever a sentence or its neighbour tells all three."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context
from sayso.check.figures.numbers import FRACTIONS, say
from sayso.check.figures.quantities import Quantity, comparable, quantities
from sayso.patterns import compiled
from sayso.types import Span

_UP = (
    r"rose|rises?|risen|rising|climb\w*|increas\w*|gr[eo]w\w*|grew|jump\w*|soar\w*|surg\w*|up|raise[sd]?|expand\w*|"
    r"gain\w*|"
    r"add(?:ed|s)|higher|more|growth|extra|doubled|tripled|trebled|quadrupled|lifted|went up|go up|goes up|widen\w*"
)
_DOWN = (
    r"fell|falls?|fallen|falling|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|sank|sunk|down|cuts?|cutting|reduc\w*|"
    r"slash\w*|"
    r"slump\w*|plung\w*|halved|lower\w*|loss|lost|lose|loses|fewer|less|narrow\w*|slipped|slid|shed|slides?|slips?"
)
_GAP = (
    r"difference|gap|margin|majority|lead|deficit|surplus|shortfall|profit|win|won|beat|beaten|defeated|ahead|behind|"
    r"older|younger|taller|shorter|longer|wider|cheaper|dearer"
)
_TIMES = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "halved": 0.5, "twice": 2.0, "double": 2.0}
_CHANGE_AFTER = compiled(
    r"\s(?:more|less|fewer|higher|lower|older|younger|taller|longer|cheaper|above|below) (?:[a-z]+ )?than\b|"
    r"\s(?:more|less|fewer|higher|lower|up|down)(?= than|[,.]| on\b)",
)
_BY = compiled(
    r"\b(?:by|of) (?:about |around |nearly |almost |some |only |just |more than |over )?[$£€]?$|\b(?:rose|fell|grew|"
    r"dropped|"
    r"up|down|climbed|jumped|declined|increased|decreased|gained|lost|shed) (?:about |around |nearly |almost |some |"
    r"more than )?[$£€]?$",
    re.IGNORECASE,
)
_OLD = compiled(
    r"(?:\b(?:from|than|against|versus|compared (?:with|to)|when it (?:had|was|made|stood at)|was) (?:the |its |"
    r"about |some |around )?[$£€]?$)"
)
_OLD_AFTER = compiled(
    r"[^.;,\d]{0,28}?\b(?:an? (?:year|month|week|decade|day|quarter) (?:earlier|ago|before)|(?:last|the previous|the "
    r"year before|"
    r"the same) (?:year|month|week|quarter|season)?|\w+ years? (?:earlier|ago)|previously|before\b|in (?:the )?(?:19|"
    r"20)\d\d)"
)
_NEW = compiled(r"\b(?:to|now|now stands? at|stands? at|reached|at) (?:about |some |around |just |only )?[$£€]?$")


@dataclass(frozen=True, slots=True)
class _Change:
    """``size``: in ``unit``, or as a factor on the old level (``relative``); ``way``: +1, −1 or 0."""

    size: float
    relative: bool
    way: int
    span: Span
    unit: str
    rough: bool
    more: bool = False  # "more than doubled": the change may be larger


def misfits(context: Context) -> Iterator[tuple[Span, str]]:
    """Each change that its two levels do not give, with what they give."""
    for n, sentence in enumerate(context.sentences):
        words = sentence.span.of(context.text)
        if context.quoted(sentence.span.begin) or len(words) > 420 or not re.search(r"\d|[a-z]{3}", words):
            continue
        hit = _within(words)
        if hit:
            yield Span(sentence.span.begin + hit[0], sentence.span.begin + hit[1]), hit[2]
            continue
        if n and context.sentences[n - 1].block == sentence.block:
            hit = _across(context.sentences[n - 1].span.of(context.text), words)
            if hit:
                yield Span(sentence.span.begin + hit[0], sentence.span.begin + hit[1]), hit[2]
    if context.headline and context.sentences:
        hit = _within(context.headline.span.of(context.text))
        if hit:
            yield Span(context.headline.span.begin + hit[0], context.headline.span.begin + hit[1]), hit[2]


#: A number that is part of a name: "the Standard & Poor’s 500".
_INDEX = compiled(r"(?:Poor[’']s|S&P|Fortune|Nasdaq|Russell|FTSE|Nikkei|DAX|CAC|Stoxx|Wilshire|Euro)[ -]$")
#: "6 percent, or $32 billion": a change told twice; where there are two of these, the sums are no levels.
_BOTH_WAYS = compiled(
    r"(?:%|\bpercent|\bper cent),? or (?:about |some )?[$£€]?\d|[$£€]\d[^,;]{0,14},? or "
    r"(?:about |some )?\d[\d.]* ?(?:%|per ?cent)"
)


def _within(words: str) -> tuple[int, int, str] | None:
    if len(_BOTH_WAYS.findall(words)) > 1:
        return None
    found = [each for each in quantities(words) if not _INDEX.search(words[: each.whole.begin])]
    changes = _changes(words, found)
    if not changes or len(found) > 7:
        return None
    for change in changes:
        levels = _levels(words, [each for each in found if not each.span.overlaps(change.span)], change, changes)
        if levels:
            told = _judge(change, *levels, words)
            if told:
                begin = min(change.span.begin, levels[0].span.begin, levels[1].span.begin)
                end = max(change.span.end, levels[0].whole.end, levels[1].whole.end)
                return begin, end, told
    return None


def _across(before: str, words: str) -> tuple[int, int, str] | None:
    """The change in one sentence, both levels in the next: "Profit fell by a tenth. It earned 88, against 100"."""
    changes = _changes(before, quantities(before))
    levels = quantities(words)
    if (
        len(changes) != 1
        or len(quantities(before)) != (1 if changes[0].span.end - changes[0].span.begin else 0)
        or len(levels) != 2
    ):
        return None
    if not re.match(r"(?:It|The|They|He|She|This|That)\b", words) or _changes(words, levels) or not _moved(before):
        return None
    pair = _ordered(words, *levels)
    if pair is None or not _alike(*levels) or levels[0].unit in ("%", "point"):
        return None
    if _turned(changes[0].way, words):
        return None  # "It doubled to 31 percent. The rest fell from 51 to 39 percent"
    metrics = [set(_METRIC.findall(each.lower())) for each in (before, words)]
    if metrics[1] and not metrics[0] & metrics[1]:
        return None
    told = _judge(changes[0], *pair, words)
    return (levels[0].span.begin, levels[1].whole.end, told) if told else None


def _turned(way: int, words: str) -> bool:
    """Whether a sentence tells a move of its own that goes the other way."""
    other = _DOWN if way > 0 else _UP
    return (
        way != 0
        and re.search(rf"\b(?:{other})\b", words, re.IGNORECASE) is not None
        and not (re.search(rf"\b(?:{_UP if way > 0 else _DOWN})\b", words, re.IGNORECASE))
    )


_METRIC = compiled(
    r"\b(?:sales|profits?|revenues?|income|output|orders|exports|imports|turnover|costs?|earnings|debt|prices?|"
    r"shares?|thefts|deaths)\b"
)


def _moved(words: str) -> bool:
    return re.search(rf"\b(?:{_UP}|{_DOWN})\b", words, re.IGNORECASE) is not None


def _changes(words: str, found: list[Quantity]) -> list[_Change]:
    """The changes that a sentence tells, as numbers or in words."""
    out = []
    for each in found:
        before, after = words[: each.whole.begin], words[each.whole.end :]
        counted = each.unit or each.value >= 1000 or re.match(r" (?:fewer|more) than", after)
        moved = re.search(rf"\b(?:{_UP}|{_DOWN})\b[^.;,\d]{{0,14}}$", before, re.I)
        moved = moved if not re.search(r"\b(?:to|from|at) $", before) else None
        is_change = _BY.search(before) or (_CHANGE_AFTER.match(after) and counted)
        is_change = is_change or (moved if each.unit in ("%", "point") else None)
        if re.match(
            r"(?: votes?| points?| goals?| seats?)? to \d|-\d| (?:votes )?(?:to|against) (?:\w+)", after
        ) and each.unit in ("vote", "votes", "goals", "points", "seats", ""):
            is_change = None  # "by 31 votes to 22"
        if re.match(r" of [a-z]", after) and each.unit == "%" and re.search(r"\b(?:less|more|fewer) than $", before):
            continue  # "is less than 60% of what whites earn"
        if re.match(r" (?:out )?of (?:the|its|their|his|her|\d)", after):
            continue  # "lost seven of the 11"
        is_change = is_change or re.search(
            r"\b(?:gap|difference|margin|lead|majority|deficit|surplus)\b[^.;]{0,80} (?:is|was) (?:about )?[$£€]?$",
            before,
        )
        if (
            not is_change
            or re.search(r"\b(?:from|to|between)\s[$£€]?$", before)
            or re.search(r"\b(?:member|one|out|\d+) of [$£€]?$", before)
        ):
            continue
        if re.search(r"\bmargins? (?:of|for) (?:sampling )?error\b[^.;\d]{0,40}$", before):
            continue
        near = before[-95:] + after[:18]
        gap = re.search(rf"\b(?:{_GAP})\b", near)
        ups, downs = re.search(rf"\b(?:{_UP})\b", near, re.I), re.search(rf"\b(?:{_DOWN})\b", near, re.I)
        if not (gap or ups or downs):
            continue
        way = 0 if gap or bool(ups) == bool(downs) else 1 if ups else -1
        if each.unit == "point":
            out.append(_Change(each.value, False, way, each.span, "%", False))
            continue
        rough = re.search(r"\b(?:about|around|nearly|almost|more than|over|roughly|some)\s[$£€]?$", before) is not None
        relative = each.unit == "%"
        out.append(_Change(each.value / 100 if relative else each.value, relative, way, each.span, each.unit, rough))
    for match in re.finditer(
        r"\bby (?:about |nearly |almost |more than |some )?("
        + "|".join(sorted(FRACTIONS, key=len, reverse=True))
        + r")\b(?! (?:a )?point| percent)",
        words,
        re.I,
    ):
        near = words[max(0, match.start() - 50) : match.start()]
        way = 1 if re.search(rf"\b(?:{_UP})\b", near, re.I) else -1 if re.search(rf"\b(?:{_DOWN})\b", near, re.I) else 0
        if way:
            out.append(_Change(FRACTIONS[match[1].lower()], True, way, Span(*match.span()), "", True))
    for match in re.finditer(
        r"\b(?P<more>more than |nearly |almost )?(?P<w>doubled|tripled|trebled|quadrupled|halved)\b", words, re.I
    ):
        factor = _TIMES[match["w"].lower()]
        more = (match["more"] or "").startswith("more")
        out.append(_Change(abs(factor - 1), True, 1 if factor > 1 else -1, Span(*match.span()), "", True, more))
    for match in re.finditer(
        r"\b(?P<n>twice|double|(?:two|three|four|five|six|ten) times) (?:as (?:many|much|high|large|big)|the)\b",
        words,
        re.I,
    ):
        factor = (
            _TIMES.get(match["n"].lower())
            or {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}[match["n"].split()[0].lower()]
        )
        out.append(_Change(factor - 1, True, 1, Span(*match.span()), "", True))
    points = re.compile(r"\bhalf a (?:percentage )?point|\ba quarter (?:of a )?(?:percentage )?point", re.I)
    out += [
        _Change(0.5 if "half" in match.group().lower() else 0.25, False, 0, Span(*match.span()), "%", False)
        for match in points.finditer(words)
    ]
    return out


def _levels(
    words: str, found: list[Quantity], change: _Change, changes: list[_Change]
) -> tuple[Quantity, Quantity] | None:
    """The old and the new level: the only two quantities alike that the sentence tells beside its changes."""
    rest = [each for each in found if not any(each.span.overlaps(other.span) for other in changes)]
    if change.relative or change.unit == "money":
        rest = [each for each in rest if each.kind not in ("%", "point")]
    if change.unit == "%" and not change.relative:
        rest = [each for each in rest if each.unit in ("%", "")]
    elif not change.relative and change.unit:
        rest = [each for each in rest if each.unit in (change.unit, "")]
    rest = [each for each in rest if each.kind not in ("day", "week", "month", "year", "hour", "minute")]
    if len(rest) > 2:  # "to 110 from 65, a rise of 45, while 30 more": the two that stand straight before it
        near = [each for each in rest if each.whole.end <= change.span.begin][-2:]
        gap = words[near[0].whole.end : near[1].span.begin] if len(near) == 2 else ""
        straight = re.search(r" (?:from|to) (?:about |some |just )?[$£€]?$", gap) and len(gap) < 40
        if straight and re.match(
            r"[^.;]{0,25},? an? [a-z ]{3,22}(?:of|by) [$£€]?$", words[near[1].whole.end : change.span.begin]
        ):
            rest = near
    if len(rest) == 2 and _alike(*rest):
        return _ordered(words, *rest)
    return None


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both may be levels of one thing: one unit, or none, and of one order of size."""
    low, high = sorted((one.value, other.value))
    bare_share = {one.unit, other.unit} == {"", "%"} and high > 100
    return comparable(one, other) and low > 0 and high / low <= 20 and not bare_share


def _ordered(words: str, first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two as (old, new), told from the words around them; None where nothing tells."""

    def old(each: Quantity) -> bool:
        return (
            _OLD.search(words[: each.whole.begin]) is not None or _OLD_AFTER.match(words[each.whole.end :]) is not None
        )

    def new(each: Quantity) -> bool:
        return (
            _NEW.search(words[: each.whole.begin]) is not None
            or re.match(r"[^.;,]{0,10} (?:now|this year|today|in May)\b", words[each.whole.end :]) is not None
        )

    years = [re.match(r"[^.;\d]{0,25}\bin ((?:19|20)\d\d)\b", words[each.whole.end :]) for each in (first, second)]
    if re.fullmatch(r" (?:to|-|–) [$£€]?", words[first.whole.end : second.span.begin]) and not old(first):
        return None  # a range
    if years[0] and years[1]:
        return (first, second) if years[0][1] < years[1][1] else (second, first)
    if old(second) and not old(first):
        return second, first
    if old(first) and not old(second):
        return first, second
    if new(second) or re.search(r"\b(?:to|and|while|with|but)\b", words[first.whole.end : second.whole.begin]):
        return first, second
    return None


def _judge(change: _Change, old: Quantity, new: Quantity, words: str) -> str | None:
    a, b = old.value, new.value
    if not a or a == b:
        return None
    real = abs(b - a) / a if change.relative else abs(b - a)
    size = change.size
    if not real or not 1 / 8 <= real / size <= 8:
        return None  # so far off that it is the change of something else
    slack = (
        max(0.015, 0.12 * size)
        if change.relative
        else max(0.02 * max(a, b) if max(a, b) >= 1000 else 0.0, 0.051 * size, 1e-6)
    )
    if change.rough:
        slack = max(slack, 0.2 * size)
    if change.relative and a < 20:
        slack = max(slack, 0.6 / a)  # of few things a share can be no rounder
    if change.unit == "%" and not change.relative:
        slack = 0.11
    if change.relative and change.way >= 0 and re.search(r"\b(?:profit|loss)\b.*\bloss\b", words):
        return None
    found = f"{say(round(change.size * 100, 2))} percent" if change.relative else say(change.size)
    if change.more and size * 0.95 <= real <= size * 2.5:
        return None
    if abs(real - size) > slack:
        alone = f"{real * 100:.3g} percent" if change.relative else say(round(real, 4))
        if change.relative and abs(abs(b - a) / b - size) <= slack:
            return (
                None
                if change.way == 0
                else f"a change reckoned on the earlier figure, {say(a)}; {found} is of the later one"
            )
        return f"a change that {say(a)} and {say(b)} give, {alone}; found {found}"
    if change.way and (b > a) != (change.way > 0):
        return f"a second figure that is {'higher' if change.way > 0 else 'lower'}; found {say(a)} and then {say(b)}"
    return None
