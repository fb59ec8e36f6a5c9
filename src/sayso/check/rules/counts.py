"""Counts of the same dead, injured or arrested that differ within a report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, part
from sayso.check.model import Hit
from sayso.check.numbers import NUMERAL, Number, numbers, say
from sayso.check.registry import rule


@rule("FIG416")
def headline_figure(context: Context) -> Iterator[Hit]:
    if context.headline is None or len(context.body) == 0:
        return
    words = context.headline.span.of(context.text)
    given = [number for block in context.body for number in numbers(context.text, *block.span)]
    values = {number.value for number in given}
    for match in _COUNTED.finditer(words):
        number = numbers(words, *match.span("n" if match["n"] else "m"))
        if not number or number[0].value < 2 or number[0].value in range(1900, 2100) or number[0].value in values:
            continue
        key = (match["what"] or match["deed"]).lower()
        kin = next((group for group in _KIN if key in group), {key})
        kindred = [each for each in given if _near(context.text, each, kin)]
        rivals = [each for each in kindred if each.value != number[0].value]
        rounded = any(abs(each.value - number[0].value) <= 0.05 * each.value for each in rivals if each.value >= 1000)
        parts = [each for each in given if _tells(context, each, kin)]
        summed = number[0].value in {a.value + b.value for n, a in enumerate(parts) for b in parts[n + 1 :]}
        if (
            rivals
            and not rounded
            and not summed
            and not re.search(r"\b(?:over|more than|at least|nearly|dozens)\b", words)
        ):
            yield Hit(
                part(context.headline.span, *match.span()),
                f"{say(number[0].value)} in the body; found {context.text[rivals[0].span.begin : rivals[0].span.end]} "
                f"there",
                related=(rivals[0].span,),
            )
            return


_KIN = (
    {"killed", "dead", "die", "dies", "died", "deaths", "kills", "kill", "killing", "fatalities"},
    {"injured", "wounded", "hurt", "wounds", "injures", "injuries"},
    {"arrested", "detained", "arrests", "held", "arrest"},
    {"missing"},
    {"jobs", "layoffs", "workers"},
    {"hostages"},
    {"charged", "indicted"},
    {"rescued", "saved"},
    {"homes", "houses"},
)


_KEYWORDS = "|".join(sorted({word for group in _KIN for word in group}))


_COUNTED = re.compile(
    rf"(?P<n>{NUMERAL})\s+(?:[\w’'-]+\s+){{0,2}}?(?P<what>{_KEYWORDS})\b"
    rf"|\b(?P<deed>kill(?:s|ed|ing)|injur(?:es|ed|ing)|wound(?:s|ed|ing)|arrest(?:s|ed|ing))\s+(?P<m>{NUMERAL})\b",
    re.IGNORECASE,
)


def _tells(context: Context, number: Number, kin: set[str]) -> bool:
    """Whether the number's sentence has a word of the same matter: "and two more died"."""
    sentence = context.sentence_at(number.span.begin)
    return sentence is not None and bool(kin & {word.lower() for word in sentence.span.of(context.text).split()})


def _near(text: str, number: Number, kin: set[str]) -> bool:
    """Whether a word of the same matter stands with the number: "14 people were killed", "killed 14"."""
    after = re.split(r"[.;,]", text[number.span.end : number.span.end + 40])[0]
    before = re.split(r"[.;,]", text[max(0, number.span.begin - 25) : number.span.begin])[-1]
    if re.match(r"\s*(?:percent|per cent|%|years?|months?|days?|hours?|weeks?|miles|km|am|pm|others?|more)\b", after):
        return False
    words = {word.lower() for word in re.findall(r"[A-Za-z]+", f"{before} {after}")}
    return bool(words & kin)


@rule("FIG417")
def figure_changes(context: Context) -> Iterator[Hit]:
    if len(context.body) < 2:
        return
    opening = _count_of(context, context.sentences[:2])
    if opening is None:
        return
    for sentence in context.sentences[2:]:
        words = sentence.span.of(context.text)
        match = _ALL_OF.search(words)
        number = numbers(words, match.start("n"), match.end("n")) if match else []
        if (
            match
            and number
            and number[0].value != opening[0].value
            and (match["what"] or match["after"]).lower() in opening[1]
        ):
            yield Hit(
                part(sentence.span, *match.span()),
                f"the opening's {say(opening[0].value)}; found {say(number[0].value)} here",
                related=(opening[0].span,),
            )
            return


def _count_of(context: Context, sentences: tuple[Sentence, ...]) -> tuple[Number, set[str]] | None:
    for sentence in sentences:
        for kin in _KIN[:3]:
            near = [
                each
                for each in numbers(context.text, *sentence.span)
                if each.value >= 2 and _near(context.text, each, kin)
            ]
            if len(near) == 1:
                return near[0], kin
    return None


_ALL_OF = re.compile(
    rf"\b(?:all (?:of )?(?:the )?|the )(?P<n>{NUMERAL})\s+(?:people |passengers |civilians "
    rf"|men |women |persons |victims )?(?:who (?:were |was )?)?(?P<what>{_KEYWORDS})"
    rf"\b(?P<after>)",
    re.IGNORECASE,
)
