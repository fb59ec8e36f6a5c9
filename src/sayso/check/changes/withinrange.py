"""Overall rates outside the range of the rates that make them, leads that no pair of shares gives, multiples."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.mentions import Mention
from sayso.check.figures.numbers import NUMERAL, SMALL, say, value_of
from sayso.check.sums.totalled import Found
from sayso.patterns import compiled
from sayso.types import Span

_OVERALL = compiled(
    r"\b(?:overall|average|mean|median|combined|national|on average|across the board)\b[^.;:\d]{0,45}$", re.IGNORECASE
)
_RANGING = compiled(
    rf"\b(?:rang(?:es?|ed|ing)|var(?:y|ies|ied|ying))\b[^.;:\d]{{0,40}}?"
    rf"\b(?:from|between) (?:about |just |a low of )?[$£€]?(?P<a>{NUMERAL})(?P<u> ?%| percent| per cent)?"
    rf"[^.;:\d]{{0,40}}? (?:to|and) (?:about |just |as (?:high|much) as |a high of )?[$£€]?(?P<b>{NUMERAL})",
    re.IGNORECASE,
)


def outside_the_range(context: Context) -> Iterator[Found]:
    """Averages and overall rates above the highest or below the lowest of those that make them."""
    for sentence_place, here in context.figures_by_place.items():
        if not 0 < sentence_place <= len(context.sentences):
            continue
        for each in here:
            if not _OVERALL.search(each.before) or each.kind not in ("%", "money"):
                continue
            for place in (sentence_place, sentence_place + 1, sentence_place - 1):
                ends = _ends(context, place, each)
                if ends and ends[0].block == each.block and not ends[0].value <= each.value <= ends[1].value:
                    low, high = say(ends[0].value), say(ends[1].value)
                    told = f"an overall figure between {low} and {high}; found {say(each.value)}"
                    yield each.span, tuple(end.span for end in ends), told
                    break


def _ends(context: Context, place: int, each: Mention) -> tuple[Mention, Mention] | None:
    there = [one for one in context.figures_by_place.get(place, []) if one is not each]
    match = _RANGING.search(there[0].sentence) if there else None
    if match is None:
        return None
    values = [value_of(match[name]) for name in ("a", "b")]
    found = [one for one in there if one.value in values and one.kind == each.kind]
    if (
        len(found) != 2
        or found[0].value == found[1].value
        or re.search(r"\b(?:while|whereas|but)\b", there[0].sentence)
    ):
        return None
    low, high = sorted(found, key=lambda one: one.value)
    return low, high


_ABOUT = r"(?:about |some |nearly |just |only |more than |over |roughly |almost |an estimated )?"
_LEAD = compiled(
    rf"\b(?P<n>{NUMERAL})[ -](?:percentage[ -])?points? (?:[a-z]+ )?(?:lead|edge|advantage|gap)\b(?! (?:of|for) error)",
    re.IGNORECASE,
)
_AGAINST = compiled(
    r"\b(?:to|versus|vs\.?|against|while|compared (?:to|with)|followed by|trail\w*|behind|with)\b", re.IGNORECASE
)
_OTHER_TIME = compiled(
    r"\b(?:last|previous\w*|earlier|ago|once|had|among|average|narrow\w*|shr[aiu]nk\w*|was|cut\w*|eras\w*|clos\w+|from)\b"
)


def unmatched_leads(context: Context) -> Iterator[Found]:
    """Leads in points, where the next sentence sets two shares against each other and none near it give it."""
    for n, sentence in enumerate(context.sentences, 1):
        words = sentence.span.of(context.text)
        leads = list(_LEAD.finditer(words))
        if (
            len(leads) != 1
            or context.figures_by_place.get(n) is None
            or _OTHER_TIME.search(words[: leads[0].start()][-60:])
        ):
            continue
        if any(each.kind == "%" for each in context.figures_by_place[n]):
            continue
        there = [each for each in context.figures_by_place.get(n + 1, []) if each.kind == "%"]
        given = value_of(leads[0]["n"])
        near = [each for back in (-1, 1, 2) for each in context.figures_by_place.get(n + back, []) if each.kind == "%"]
        gaps = {round(abs(one.value - other.value), 1) for one in near for other in near}
        if len(there) < 2 or any(abs(gap - given) <= 1.1 for gap in gaps):
            continue
        between = context.text[there[0].span.end : there[1].span.begin]
        if len(between) < 90 and _AGAINST.search(between) and there[0].value > there[1].value:
            begin = sentence.span.begin + leads[0].start()
            apart = say(round(there[0].value - there[1].value, 1))
            yield (
                Span(begin, there[1].span.end),
                (there[0].span, there[1].span),
                (f"a lead of {apart} points, as the two shares give it; found {say(given)}"),
            )


_TIMES = compiled(
    rf"\b(?P<rough>about |roughly |nearly |almost |more than |some |around |over )?(?:(?P<n>{NUMERAL}|{SMALL}) times|"
    r"(?P<two>twice|double)|(?P<three>triple|three times)|(?P<half>half))(?: as (?:many|much) as| more than)? "
    r"(?:the|its|that of|of the|his|her|their) (?:about |roughly |nearly |estimated |more than |previous |original |"
    r"usual |last year[’']s )?[$£€]?$",
    re.IGNORECASE,
)


def unlike_multiples(context: Context) -> Iterator[Found]:
    """Multiples of a second figure: "20 million – roughly ten times the 5 million that …"."""
    for here in context.figures_by_place.values():
        for n, there in enumerate(here):
            match = _TIMES.search(there.before)
            before = [one for one in here[:n] if one.kind == there.kind and not re.match(r" times\b", one.after)]
            if match is None or not before or there.kind not in ("things", "money", "%"):
                continue
            first, times = before[-1], _times(match)
            gap = context.text[first.span.end : there.span.begin]
            same = first.head == there.head or "" in (first.head, there.head)
            if not same or len(gap) > 100 or re.search(r"[;:]|\b(?:but|after|when|who)\b", gap):
                continue
            real = first.value / there.value
            if abs(real - times) > 0.3 * times and abs(1 / real - times) > 0.3 * times:
                told = f"{say(first.value)} as {real:.2g} times {say(there.value)}; found {match.group().strip()}"
                yield first.span, (there.span,), told


def _times(match: re.Match[str]) -> float:
    if match["two"] or match["three"] or match["half"]:
        return 2.0 if match["two"] else 3.0 if match["three"] else 0.5
    return value_of(match["n"])


_FOLD = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_FOLDED = compiled(
    rf"(?P<rough>more than |nearly |almost |roughly |about |over )?\b(?P<fold>{'|'.join(_FOLD)})(?:e|ed|es|ing)\b"
    rf"(?P<gap>(?:(?!\band\b)[^.;:\d$£€]){{0,40}}?)"
    rf"(?:\bto {_ABOUT}[$£€]?(?P<b>{NUMERAL})[^.;:\d]{{0,25}}?(?: in \d{{4}})?,? "
    rf"(?:up |down )?from {_ABOUT}[$£€]?(?P<a>{NUMERAL})|\bfrom {_ABOUT}[$£€]?(?P<a2>{NUMERAL})[^.;:\d]{{0,25}}?"
    rf"(?: in \d{{4}})? to {_ABOUT}[$£€]?(?P<b2>{NUMERAL}))(?! ?(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)


def unlike_folds(context: Context) -> Iterator[Found]:
    """Doublings and halvings whose two figures give another: "quadrupled to 216 from 110"."""
    for span, words in told(context):
        for match in _FOLDED.finditer(words):
            a, b = (value_of(match[name] or match[f"{name}2"]) for name in ("a", "b"))
            if not a or {a, b} & set(range(1900, 2101)) or not 0.02 < b / a < 50:
                continue
            fold, rough = _FOLD[match["fold"].lower()], (match["rough"] or "").strip().lower()
            low, high = {
                "more than": (0.98, 1.7),
                "over": (0.98, 1.7),
                "nearly": (0.75, 1.03),
                "almost": (0.75, 1.03),
            }.get(rough, (0.85, 1.2))
            if not low * fold <= b / a <= high * fold:
                told_so = f"{say(b)} as {b / a:.2g} times {say(a)}; found {match['fold']}…".replace("…", "ed")
                yield part(span, *match.span()), (), told_so
