"""Conversions and changes whose figures disagree."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.changes.apposed import misfitting_appositions
from sayso.check.changes.asideshares import unlike_the_part, unlike_their_rank, unlike_their_step
from sayso.check.changes.byfactors import unlike_one_unit, unlike_their_factor
from sayso.check.changes.clocks import unlike_clocks
from sayso.check.changes.compared import miscompared
from sayso.check.changes.differ import misfitting_differences
from sayso.check.changes.exchange import misconverted
from sayso.check.changes.expected import unlike_expected
from sayso.check.changes.fractions import misfitting_fractions
from sayso.check.changes.levels import misfits
from sayso.check.changes.margins import misfitting_margins
from sayso.check.changes.ofthewhole import unlike_its_count, unlike_its_part
from sayso.check.changes.perunit import misfitting_units
from sayso.check.changes.products import misproducts
from sayso.check.changes.proportions import misfitting_shares
from sayso.check.changes.ranked import misranked
from sayso.check.changes.rates import misfitting_rates
from sayso.check.changes.reversed import turned_round
from sayso.check.changes.sharedout import ill_shared
from sayso.check.changes.withinrange import outside_the_range, unlike_folds, unlike_multiples, unmatched_leads
from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import FRACTIONS, NUMERAL, say, value_of
from sayso.check.gated import Gated
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.grounding.amounts import Conversion, conversions, find_amounts
from sayso.grounding.amounts.units import CELSIUS, FAHRENHEIT
from sayso.patterns import compiled
from sayso.types import Span


@rule("FIG412")
def conversion_off(context: Context) -> Iterator[Hit]:
    for span, lines in told(context):
        words = lines.replace("\n", " ")  # a line end is a space to a reader
        for conversion in conversions(find_amounts(words), words):
            if not conversion.consistent and not _warming(conversion, words):
                first, second = conversion.first.span, conversion.second.span
                yield Hit(
                    part(span, first.begin, second.end),
                    f"{first.of(words)} as {conversion.expected:,.4g} of the other unit; found {second.of(words)}",
                )
    for place, looked_for in (*misconverted(context), *unlike_one_unit(context), *unlike_clocks(context)):
        yield Hit(place, looked_for)


_WARMER = compiled(
    r"\)? (?:above|below|warmer|cooler|hotter|colder|higher|lower|of (?:global )?warming|of (?:heating|cooling))\b"
)
_WARMS = compiled(r"\b(?:by|warm\w*|heat\w*|cool\w*|rise|rises|rose|increase\w*|fell|drop\w*)\b[^.;]{0,40}$")


def _warming(conversion: Conversion, words: str) -> bool:
    """Whether a difference of temperatures is given in degrees of two sizes: "2C (3.6F) above the usual"."""
    first, second = conversion.first, conversion.second
    a, b = (each.amount.value for each in (first, second))
    units = {first.amount.unit, second.amount.unit}
    told_so = _WARMER.match(words, second.span.end) or _WARMS.search(words[: first.span.begin])
    if a is None or b is None or units != {CELSIUS.name, FAHRENHEIT.name} or not told_so:
        return False
    celsius, fahrenheit = (a, b) if first.amount.unit == CELSIUS.name else (b, a)
    return abs(1.8 * celsius - fahrenheit) <= max(0.6, 0.1 * fahrenheit)


_UP = (
    r"rose|rises|risen|rise|climbed|increased|grew|grown|jumped|soared|surged|went up|raised|expanded|doubled|tripled|"
    r"trebled|quadrupled|edged up|ticked up|inched up|crept up|increases?|climbs?|jumps?|grows?|soars?|"
    r"surges?|skyrocketed|rebounded|widened|strengthened|rising|climbing|increasing|growing|jumping"
)
_FELL = (
    r"fell|falls|fallen|dropped|declined|decreased|shrank|shrunk|sank|went down|cut|reduced|slashed|slumped|plunged|"
    r"halved|lowered|edged down|ticked down|inched down|dipped|slipped|slid|tumbled|sagged|decreases?|drops?|"
    r"fall|declines?|plummeted|narrowed|shrinks?|slips|dips|weakened|trimmed|crashed|falling|dropping|declining|"
    r"shrinking|sinking|slipping|tumbling"
)
_VERB = compiled(rf"\b(?P<verb>(?P<up>{_UP}|up)|(?P<down>{_FELL}|down))\b", re.IGNORECASE)
_AMOUNT = rf"(?:[$£€]\s?)?(?P<n>{NUMERAL})(?P<unit>\s?%|\s+(?:percent|per cent|percentage points?|points?)\b)?"
_FROM = compiled(rf"\bfrom\s+(?:about |around |some |just )?{_AMOUNT}", re.IGNORECASE)
_TO = compiled(rf"\b(?<!according )to\s+(?:about |around |some |just )?{_AMOUNT}", re.IGNORECASE)
_TIME = compiled(r"\s*(?:-|months?\b|years?\b|weeks?\b|days?\b|hours?\b|a\.?m\b|p\.?m\b|o[’']clock|miles?\b away)")
_REACH = 110
#: "up" and "down" move a figure where one, or what leads to it, follows: "up from"; not "sign up for".
_MOVES = compiled(r",? (?:by|from|to|about|nearly|slightly|sharply|again|more|almost|some|a|[$£€]?\d)\b|,? [$£€]")
#: Another verb between a move and its figures, whose figures they then are: "fell after he vowed to raise them from".
_ANOTHER = compiled(
    r"\b(?:rais(?:e|es|ing)|lower(?:s|ing)?|hik(?:e|es|ed|ing)|lift(?:s|ed|ing)?|boost\w*|increase|push\w*)\b"
)


#: Where the lower figure is the better one: "rose from ninth place to third".
_RANKED = compiled(r"\b(?:rank(?:s|ed|ing)?|places?|positions?|spots?|seed(?:ed)?|par)\b")
_ABOUT = compiled(r"\b(?:more than|nearly|almost|about|roughly|over) $")
#: "fell to 39 percent, up from 31 percent": two directions for one change.
_TWO_WAYS = Gated(
    rf"\b(?:(?P<up>{_UP})|(?P<down>{_FELL}))\b(?: (?:slightly|sharply|further|again|by [^,;.]{{2,25}}?))? to "
    rf"(?:about |around |some |just |nearly )?{_AMOUNT.replace('?P<n>', '?:').replace('?P<unit>', '?:')}"
    rf"(?: [a-z]+)?(?:,| [–—-]+) (?P<way>up|down) from",
    ("up from", "down from"),
    re.IGNORECASE,
)


@rule("FIG413")
def change_and_direction(context: Context) -> Iterator[Hit]:
    for span, words in told(context):
        for match in _TWO_WAYS.finditer(words):
            if (match["way"] == "up") != (match["up"] is not None):
                yield Hit(part(span, *match.span()), "one direction; found two")
        for match in _VERB.finditer(words):
            change = _change(words, match)
            if change is None or (match["verb"].lower() in ("up", "down") and not _MOVES.match(words, match.end())):
                continue
            begin, end, a, b = change
            down = match["down"] is not None
            if down != (b < a) and not _RANKED.search(words):
                yield Hit(
                    part(span, begin, end),
                    f"a second figure that is {'lower' if down else 'higher'}; found {say(a)} and {say(b)}",
                )
                break
            percent = None if _ABOUT.search(words[: match.start()]) else _said(words, match, end)
            if percent and abs(abs(b - a) / a * 100 - percent) > max(1.5, percent * 0.1):
                yield Hit(
                    part(span, begin, end),
                    f"a change of {say(percent)} percent from {say(a)} to {say(b)}; "
                    f"found one of {abs(b - a) / a * 100:.3g} percent",
                )
                break

    yield from _steps(context)
    for span, looked_for in misfitting_rates(context):
        yield Hit(span, looked_for)
    yield from _now_at(context)
    found = (
        misfits,
        misfitting_shares,
        misfitting_appositions,
        misfitting_differences,
        misfitting_units,
        misranked,
        misproducts,
        misfitting_fractions,
        miscompared,
        misfitting_margins,
        unlike_expected,
        turned_round,
        unlike_its_part,
    )
    asked: list[Span] = []
    for each in found:
        for span, looked_for in each(context):
            asked.append(span)
            yield Hit(span, looked_for)
    for which in (
        ill_shared,
        outside_the_range,
        unmatched_leads,
        unlike_multiples,
        unlike_folds,
        unlike_their_factor,
        unlike_the_part,
        unlike_their_rank,
        unlike_their_step,
    ):
        for span, places, looked_for in which(context):
            if not any(span.overlaps(other) for other in asked):
                asked.append(span)
                yield Hit(span, looked_for, related=places)
    for span, place, looked_for in unlike_its_count(context):
        if not any(span.overlaps(other) for other in asked):
            yield Hit(span, looked_for, related=(place,))


def _change(words: str, verb: re.Match[str]) -> tuple[int, int, float, float] | None:
    """Where a change is told after ``verb``, and the figures before and after it, whichever of them stands first."""
    stop = re.compile(r"[;:]|\b(?:while|whereas|but)\b").search(words, verb.end())
    end = min(verb.end() + _REACH, stop.start() if stop else len(words))
    first, last = _FROM.search(words, verb.end(), end), _TO.search(words, verb.end(), end)
    if first is None or last is None or _TIME.match(words, first.end()) or _TIME.match(words, last.end()):
        return None
    between = words[min(first.end(), last.end()) : max(first.start(), last.start())]
    nearer = _VERB.search(words, verb.end() + 1, min(first.start(), last.start()))
    if nearer or _ANOTHER.search(words, verb.end() + 1, first.start()) or _VERB.search(between) or len(between) > 45:
        return None
    a, b = value_of(first["n"]), value_of(last["n"])
    if first.start() < last.start() and a < 1000 and b >= 1e6 and not first["unit"]:
        a *= _scale(last["n"])  # "from 100 to 150 million"
    years = [each for each in (a, b) if each in range(1900, 2100)]
    if (
        years
        or a == b
        or not a
        or (bool(first["unit"]) and not last["unit"] and last.start() < first.start() and b > 100)
    ):
        return None
    return verb.start(), max(first.end(), last.end()), a, b


def _scale(words: str) -> float:
    found = re.search(r"(million|billion|trillion|mln|bn|bln)$", words.strip(), re.IGNORECASE)
    return {"m": 1e6, "b": 1e9, "t": 1e12}[found[1][0].lower()] if found else 1


#: "That was 71 percent. Now we are down to 83 percent."
_NOW_AT = compiled(rf"\b(?P<way>up|down) to (?:about |just |nearly )?(?P<n>{NUMERAL}) ?(?:%|percent\b|per cent\b)")
_SHARES = compiled(rf"(?P<n>{NUMERAL}) ?(?:%|percent\b|per cent\b)(?! points?)", re.IGNORECASE)


def _now_at(context: Context) -> Iterator[Hit]:
    for before, here in zip(context.sentences, context.sentences[1:], strict=False):
        words, earlier = here.span.of(context.text), list(_SHARES.finditer(before.span.of(context.text)))
        match = _NOW_AT.search(words)
        if match is None or len(earlier) != 1 or len(_SHARES.findall(words)) != 1 or re.search(r"\bfrom\b", words):
            continue
        old, new = value_of(earlier[0]["n"]), value_of(match["n"])
        if old != new and (new > old) != (match["way"] == "up"):
            sign = "higher" if match["way"] == "up" else "lower"
            where = part(before.span, *earlier[0].span())
            told_of = f"a second figure that is {sign}; found {say(old)} and {say(new)}"
            yield Hit(part(here.span, *match.span()), told_of, related=(where,))


_TIMES = {"doubled": 100.0, "tripled": 200.0, "trebled": 200.0, "quadrupled": 300.0, "halved": 50.0}
_FRACTION = compiled(rf"\bby (?:about |nearly |almost |some )?({'|'.join(FRACTIONS)})\b", re.IGNORECASE)
_PERCENT = compiled(rf"(?<!from )(?<!to )(?P<p>{NUMERAL})\s*(?:percent(?!age)|per cent|%)", re.IGNORECASE)


def _said(words: str, verb: re.Match[str], end: int) -> float | None:
    """The change in percent as told: "doubled", "by a third", "rose 20 percent", or ", a drop of 10 percent"."""
    if verb["verb"].lower() in _TIMES:
        if re.search(r"\bmore than $", words[: verb.start()]):
            return None
        return _TIMES[verb["verb"].lower()]
    first = _FROM.search(words, verb.end())
    last = _TO.search(words, verb.end())
    if (first and first["unit"]) or (last and last["unit"]):
        return None  # from one share to another: points, not percent
    head = words[verb.end() : min(each.start() for each in (first, last) if each)] if first or last else ""
    fraction = _FRACTION.search(words, verb.end() - 1, end)
    if fraction:
        return FRACTIONS[fraction[1].lower()] * 100
    found = _PERCENT.search(head) if len(head) < 60 else None
    if found is None:
        tail = words[end : end + 70]
        found = _PERCENT.search(tail)
        if not found or not re.search(
            r"\b(?:rise|increase|drop|fall|decline|jump|cut|up|down|reduction|growth|gain|loss|by)\b",
            tail[: found.end() + 12],
        ):
            return None
    return value_of(found["p"])


_MONEY = r"[£$€]?\d[\d.,]*(?:\s?(?:million|billion|bn|mln|m|k)\b)?"
_STEP = Gated(
    rf"(?P<a>{_MONEY})[^.;\d]{{0,30}}?\s(?:in|for) \d{{4}} and (?P<b>{_MONEY})[^.;\d]{{0,30}}?\s(?:in|for) \d{{4}},? "
    rf"(?:an?|up|down) (?:\w+ )?(?:of |by )?(?:about |around |nearly |some |"
    rf"roughly )?(?P<p>\d[\d.]*) ?(?:percent|per cent|%)(?!age)"
    rf"|(?P<b2>{_MONEY})[^.;\d]{{0,60}}? from (?P<a2>{_MONEY})[^.;\d]{{0,30}}?(?: (?:in|"
    rf"for) \d{{4}})?[^.;\d]{{0,30}}?, "
    rf"(?:an?|or|by) (?:\w+ )?(?:of )?(?:about |around |nearly |some |roughly )?(?P<p2>\d[\d.]*) ?(?:percent|"
    rf"per cent|%)(?!age)",
    ("percent", "per cent", "%"),
)

#: "four of nine samples, or 54 percent".
_SHARE = Gated(
    rf"(?P<a>{NUMERAL}) (?:out )?of (?:the |its |their )?(?P<n>{NUMERAL}) [a-z][a-z’' -]{{2,40}}?"
    rf"(?:, or | \()(?:about |nearly |roughly |around )?(?P<p>{NUMERAL}) ?(?:percent|per cent|%)(?!age)",
    ("percent", "per cent", "%"),
)
#: "was 240 million crowns in January and stood at 312 million last week, an increase of 45 percent".
_THEN = Gated(
    rf"(?P<a>{_MONEY})[^.;\d]{{0,50}}? (?:and|to|then) [^.;\d]{{0,30}}?(?P<b>{_MONEY})[^.;\d]{{0,40}}?, an? "
    rf"(?:increase|rise|jump|gain|growth|fall|drop|decline|decrease|cut) of (?:about |around |nearly |some |"
    rf"roughly )?(?P<p>{NUMERAL}) ?(?:percent|per cent|%)(?!age)",
    ("increase", "rise", "jump", "gain", "growth", "fall", "drop", "decline", "decrease", "cut"),
)


def _steps(context: Context) -> Iterator[Hit]:
    """ "3 million in 2019 and 4.5 million in 2020, an increase of 80 percent"; "£4m, up from £3.2m, a rise of 40%"."""
    for span, words in told(context):
        for match in _SHARE.finditer(words):
            one, all_of, given = (value_of(match[name]) for name in ("a", "n", "p"))
            if one < all_of and abs(one / all_of * 100 - given) > max(2.0, 0.05 * given):
                yield Hit(
                    part(span, *match.span()),
                    f"{say(one)} of {say(all_of)} as {one / all_of * 100:.3g} percent; found {say(given)}",
                )
        for match in _THEN.finditer(words):
            a, b, given = _money(match["a"]), _money(match["b"]), value_of(match["p"])
            fits = [abs(abs(b - a) / each * 100 - given) <= max(1.5, given * 0.1) for each in (a, b) if each]
            alike = bool(re.search(r"[a-z]", match["a"])) == bool(re.search(r"[a-z]", match["b"]))
            if alike and a != b and fits and not any(fits):
                yield Hit(
                    part(span, *match.span()),
                    f"a change of {say(given)} percent from {say(a)} to {say(b)}; "
                    f"found one of {abs(b - a) / (a or b) * 100:.3g} percent",
                )
        for match in _STEP.finditer(words):
            a, b = (_money(match[name] or match[f"{name}2"]) for name in ("a", "b"))
            percent = float((match["p"] or match["p2"]).rstrip("."))
            if a and b and abs(abs(b - a) / a * 100 - percent) > max(1.5, percent * 0.1):
                yield Hit(
                    part(span, *match.span()),
                    f"a change of {say(percent)} percent from {say(a)} to {say(b)}; "
                    f"found one of {abs(b - a) / a * 100:.3g} percent",
                )


def _money(words: str) -> float:
    """The bare number; its scale where it has one ("£3.2m", "4.5 million")."""
    value = float(re.sub(r"[^\d.]", "", words).rstrip("."))
    scale = re.search(r"[a-z]+$", words.lower())
    return value * {"k": 1e3, "m": 1e6, "mln": 1e6, "million": 1e6}.get(scale[0], 1e9) if scale else value
