"""What a report says of one thing twice: the length of a bridge, the price of a tender, a sentence, an age by trade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.gated import Gated
from sayso.check.language import ROLE
from sayso.patterns import compiled
from sayso.types import Span

_CURRENCY = r"(?:crowns?|euros?|dollars?|pounds?|kronor|kroner|francs?|rubles|yen|yuan|rupees?|pesos?)"
_UNIT = (
    rf"(?P<unit>met(?:re|er)|foot|feet|mile|kilomet(?:re|er)|km|ton|tonne|page|seat|bed|acre|hectare|storey|"
    rf"story|minute|hour|day|week|month|year|{_CURRENCY[3:-1]})"
)
#: "the 340-metre bridge", "the 44-million-crown tender", "a 30-minute crossing".
_BEFORE = compiled(
    rf"\b(?P<n>{NUMERAL})(?:-(?P<scale>million|billion)| (?P<scale2>million|billion))?[- ]{_UNIT}(?:-(?:long|wide|"
    rf"high|deep|tall))? (?!old\b|ago\b|later\b|more\b|less\b|in\b|of\b|to\b)"
    rf"(?:(?!years?|days?|hours?|minutes?)[a-z]{{3,}} )?(?P<what>[a-z]{{4,}})\b(?!-)"
)
#: "The bridge, 430 metres long,", "The tender is worth 40 million crowns", "The loan of 12 million crowns".
_AFTER = compiled(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|[Tt]heir) (?:[a-z-]+ )?(?P<what>[a-z]{{4,}})(?:,| is| was| are| has been|,? "
    rf"which is|,? which was)?(?: worth| valued at| put at| priced at| lasts| lasted| takes| took| costs?| runs? to| "
    rf"of| for| about| some| just)* "
    rf"(?P<sign>[$£€])?(?P<n>{NUMERAL})(?:-| )?{_UNIT}?s?\b"
)
_KIN = (
    frozenset({"sentence", "term", "prison", "jailed", "sentenced", "jail", "imprisonment"}),
    frozenset({"crossing", "ferry", "journey", "trip", "ride", "voyage", "flight", "drive"}),
    frozenset({"meeting", "session", "talks", "debate"}),
    frozenset({"strike", "walkout", "stoppage"}),
    frozenset({"loan", "credit"}), frozenset({"tender", "contract", "deal"}),
    frozenset({"bridge", "viaduct"}), frozenset({"report", "study", "document"}),
)  # fmt: skip
#: "jailed for six years", "sentenced to four years", "serve his five years".
_JAILED = Gated(
    rf"\b(?:jailed for|sentenced to|imprisoned for|serve (?:his|her|the)|sent to prison for|given|got) "
    rf"(?P<n>{NUMERAL}) (?P<unit>years?|months?)\b(?! (?:ago|old|later))(?!,? after)"
    rf"|(?<!-)\b(?P<n2>{NUMERAL}) (?P<unit2>years?|months?) in (?:prison|jail)\b|\b(?P<n3>{NUMERAL})-(?P<unit3>year|"
    rf"month) (?:prison |jail )?(?:sentence|term)\b",
    ("jail", "sentence", "prison", "serve", "given", "got "),
)
_FLOOR = compiled(
    r"\b(?P<n>ground|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))[ -]floor\b"
)
_MET = Gated(
    rf"\b(?:met|debated|talked|sat) for (?:about |almost |nearly )?(?P<n>{NUMERAL}) (?P<unit>hours?)\b|"
    rf"\b(?P<n2>{NUMERAL})-(?P<unit2>hour) (?:meeting|session|debate|talks)\b",
    ("hour",),
)
_AGED = compiled(
    rf"\b(?P<n>\d\d)-year-old (?P<who>{ROLE.pattern}|driver|suspect|victim)\b|\b[Tt]he (?P<who2>{ROLE.pattern}|"
    rf"driver|suspect|victim),(?: an?| aged)? (?P<n2>\d\d)(?:-year-old|,)"
)


def changed(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one, and what was looked for; one for each thing."""
    seen: dict[tuple[str, ...], tuple[float, Span]] = {}
    several: set[tuple[str, ...]] = set()
    told = sorted(_told(context), key=lambda each: each[2])
    for key, value, span in told:
        if len({each[1] for each in told if each[0] == key}) > 2:
            continue  # several things of the name
        first, where = seen.setdefault(key, (value, span))
        if first == value or key in several or not 0.2 < value / first < 5 or key[0] in _NO_THING:
            continue
        several.add(key)
        yield span, where, f"one figure for {' '.join(key[:1])}; found {say(first)} and {say(value)}"


#: What stands before a length of time or a sum and names nothing that has it.
_NO_THING = frozenset("next last past first previous coming record total additional another final same latest".split())


def _told(context: Context) -> Iterator[tuple[tuple[str, ...], float, Span]]:
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        if context.quoted(sentence.span.begin) or re.search(r"\b(?:each|every|per|another|other|second|previous|"
            r"earlier|instead|could|would|may|might|up to|maximum|"
                                                            r"served|serving|former|rather than|originally|planned|"
                                                            r"from "
                                                            r"\d)\b", words):  # fmt: skip
            continue
        yield from _compounds(sentence.span, words)
        yield from _simple(sentence.span, words)


def _compounds(span: Span, words: str) -> Iterator[tuple[tuple[str, ...], float, Span]]:
    for match in _BEFORE.finditer(words):
        if re.search(r"\b[Tt]he (?:[a-z]+ )?$", words[: match.start()]) and "-" in match.group():
            yield (
                _key(match["what"], match["unit"]),
                _value(match["n"], match["scale"] or match["scale2"]),
                part(span, *match.span()),
            )
    for match in _AFTER.finditer(words):
        if match["unit"] or match["sign"]:
            unit = match["unit"] or "crown"
            yield _key(match["what"], unit), _value(match["n"], None), part(span, *match.span())


def _key(what: str, unit: str) -> tuple[str, ...]:
    unit = re.sub(r"s$", "", unit).replace("meter", "metre").replace("feet", "foot").replace("story", "storey")
    noun = next((min(group) for group in _KIN if what in group), what)
    return noun, "money" if re.fullmatch(_CURRENCY, unit) else unit


def _simple(span: Span, words: str) -> Iterator[tuple[tuple[str, ...], float, Span]]:
    for pattern, name in ((_JAILED, "the sentence"), (_MET, "the meeting")):
        for match in pattern.finditer(words):
            given = next(value for key, value in match.groupdict().items() if key.startswith("n") and value)
            unit = next(value for key, value in match.groupdict().items() if key.startswith("unit") and value)
            yield (name, unit.rstrip("s")), value_of(given), part(span, *match.span())
    for match in (
        _FLOOR.finditer(words) if not re.search(r"\b(?:lives?|lived|told|resident|tenant|neighbou?r)\b", words) else ()
    ):
        order = (
            "ground",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
        )
        if match["n"] in order:
            yield ("the floor",), float(order.index(match["n"])) + 1, part(span, *match.span())
    for match in _AGED.finditer(words):
        yield (
            (f"the {match['who'] or match['who2']}", "age"),
            float(match["n"] or match["n2"]),
            part(span, *match.span()),
        )


def _value(words: str, scale: str | None) -> float:
    return value_of(words) * {"million": 1e6, "billion": 1e9}.get(scale or "", 1.0)
