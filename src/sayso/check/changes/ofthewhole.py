"""Shares against part and whole wherever both are told: "80 million downloads, just 6 percent of the 500 million".

Likewise a fraction and the count that it stands for: "half of the staff has left. Nine of 14 staff members …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import FRACTIONS, NUMERAL, numbers, say, value_of
from sayso.patterns import compiled
from sayso.types import Span

_SHARE_OF = compiled(
    rf"\b(?P<rough>(?:about|around|nearly|almost|roughly|just|only|some|more than|less than|over|under|barely) )*"
    rf"(?P<x>{NUMERAL}) ?(?:percent|per cent|%) of (?:the|its|their|his|her|all|all the|the total|an estimated) "
    rf"(?:(?:country|state|city|nation|company|world|region|district|firm|party|group)[’']s )?(?P<whole>{NUMERAL})"
    r"(?! ?(?:percent|per cent|%|years?|-))"
)
#: Where the part is told as the share itself: ", just 6 percent of", "or 6 percent of", "represents 6 percent of".
_SAME = compiled(
    r"(?:,|–|—|\(|-|\bor|\bis|\bare|\bwas|\bwere|\brepresent\w*|\bmak(?:es?|ing) up|\baccount\w* for|\bequal\w* to|"
    r"\bamount\w* to|\bequivalent to|\bcompris\w+|\bconstitut\w+) (?:or |that is |which is |that[’']s |about |just )?$"
)
_BREAK = compiled(r"[;:]|\.\s|\b(?:while|whereas|but|than|from|compared|up|down)\b")


def unlike_its_part(context: Context) -> Iterator[tuple[Span, str]]:
    """A share of a whole that is told with its part in one sentence, and is another share of it."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in _SHARE_OF.finditer(words):
            share, whole = value_of(match["x"]), value_of(match["whole"])
            before = words[: match.start()]
            clause = before[max([0, *(each.end() for each in _BREAK.finditer(before))]) :]
            parts = [each for each in numbers(clause) if each.value >= 2 and each.value not in range(1900, 2101)]
            if not _SAME.search(before) or len(parts) != 1 or not 0 < parts[0].value < whole or whole < 20:
                continue
            if re.match(r" ?(?:percent|per cent|%|years?|months?|days?)", clause[parts[0].span.end :]):
                continue
            real = 100 * parts[0].value / whole
            rough = match["rough"] or parts[0].digits == 1
            if abs(real - share) > max(3.0 if rough else 1.5, 0.15 * real) and _one_unit(clause, parts[0].span, words):
                yield (
                    part(sentence.span, *match.span()),
                    f"the share that {say(parts[0].value)} is of {say(whole)}, {real:.3g} percent; found {say(share)}",
                )


def _one_unit(clause: str, where: Span, words: str) -> bool:
    """Whether both or none of part and whole are money."""
    money = [text in "$£€" and text != "" for text in (clause[where.begin - 1 : where.begin],)]
    whole = re.search(r"(?:percent|per cent|%) of (?:\w+ ){0,2}[$£€]", words) is not None
    return money[0] == whole


_FRACTION = compiled(
    rf"\b(?P<bound>[Mm]ore than |[Oo]ver |[Nn]early |[Aa]lmost |[Aa]bout |[Aa]t least |[Ll]ess than |[Uu]nder )?"
    rf"(?P<f>(?i:{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})) of (?:(?:the|its|their|his|her|all|those)|"
    r"(?:(?:[A-Z][a-z]*\.?) ){0,2}[A-Z][\w-]+[’'](?:s)?) (?:[\w’-]+ ){0,3}?(?P<noun>[a-z]{4,}?)(?:e?s|ers)?\b"
)
_COUNT = compiled(
    rf"\b(?P<a>{NUMERAL}) (?:out )?of (?:the |its |their |his |her |all )?(?P<b>{NUMERAL}) "
    rf"(?P<what>(?:[\w’-]+ ){{0,3}}?"
    r"[a-z]{4,})\b",
    re.IGNORECASE,
)


def unlike_its_count(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """A fraction, and in the next sentence or the one before the count of the same people or things."""
    for first, second in zip(context.sentences, context.sentences[1:], strict=False):
        if second.block - first.block > 1:
            continue
        for one, other in ((first, second), (second, first)):
            told, counted = (each.span.of(context.text) for each in (one, other))
            fraction, count = _FRACTION.search(told), _COUNT.search(counted)
            if not fraction or not count or fraction["noun"] not in count["what"].lower():
                continue
            share, given = value_of(count["a"]) / value_of(count["b"]), FRACTIONS[fraction["f"].lower()]
            bound = (fraction["bound"] or "").lower().strip()
            above = bound in ("more than", "over", "at least") and share >= given
            below = bound in ("less than", "under", "nearly", "almost") and given - 0.12 < share <= given
            if share < 1 and abs(share - given) > 0.09 and not above and not below:
                yield (
                    part(one.span, *fraction.span()), part(other.span, *count.span()),
                    f"the share that {count['a']} of {count['b']} is, {100 * share:.0f} percent; "
                    f"found {fraction['f'].lower()}",
                )  # fmt: skip
                return
