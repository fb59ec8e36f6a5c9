"""A share with its part beside it, and one larger figure in its sentence: "of 66 million, half of them, 22 million".

Likewise a rank and the list of those in front ("third behind Dorn, Moen and Falk"), and a cut by a fraction beside its
two levels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import FRACTIONS, NUMERAL, numbers, say, value_of
from sayso.patterns import compiled
from sayso.types import Span

Found = tuple[Span, tuple[Span, ...], str]

_SHARE = (
    rf"(?:(?P<x>{NUMERAL}) ?(?:percent|per cent|%)|(?P<f>(?i:{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})))"
)
_ROUGH = r"(?:about |some |nearly |roughly |around |almost |just |more than |over )?"
_BOUND = (
    r"(?P<bound>[Mm]ore than |[Oo]ver |[Nn]early |[Aa]lmost |[Aa]t least |[Ll]ess than |[Uu]nder |[Jj]ust over |"
    r"[Jj]ust under )?"
)
_BESIDE = (
    compiled(
        rf"\b{_BOUND}{_SHARE} of (?:the |all |its |their |his |her |those |these )?(?:[a-z]+ )?(?:[a-z]{{3,}}),? "
        rf"?(?:,|\(|–|—| or) ?(?:or )?{_ROUGH}(?P<m>[$£€]?{NUMERAL})(?! ?(?:percent|per cent|%|years?|points?|-))"
    ),
    compiled(
        rf"(?<![\w$£€.,-])(?P<m>[$£€]?{NUMERAL})(?: [a-z]+){{0,3}}(?:,| \(|–|—|,? or) ?(?:or "
        rf")?{_BOUND}(?:about )?{_SHARE}"
        r" of (?:them|those|the total|all|the group|the whole)\b"
    ),
)
_CHANGES = compiled(r"\b(?:from|up|down|rose|fell|than|compared|while|whereas|increas\w+|decreas\w+|year earlier)\b")


def unlike_the_part(context: Context) -> Iterator[Found]:
    """A share and the part beside it, against the only larger figure of the sentence."""
    for span, words in told(context):
        for pattern in _BESIDE:
            for match in pattern.finditer(words):
                money, count = match["m"][0] in "$£€", value_of(match["m"])
                larger = [
                    each
                    for each in numbers(words)
                    if each.value > count
                    and not match.start() <= each.span.begin < match.end()
                    and each.value not in range(1900, 2101)
                    and (words[each.span.begin - 1 : each.span.begin] in "$£€" and each.span.begin > 0) == money
                    and not re.match(r" ?(?:percent|per cent|%|years?|points?|days?|miles?|-)", words[each.span.end :])
                ]
                if len(larger) != 1 or count < 2 or _CHANGES.search(match.group().removeprefix(match["bound"] or "")):
                    continue
                share = value_of(match["x"]) / 100 if match["x"] else FRACTIONS[match["f"].lower()]
                real = count / larger[0].value
                bound = (match["bound"] or "").strip().lower()
                if bound in ("more than", "over", "at least", "just over") and share - 0.01 <= real <= share + 0.17:
                    continue
                if bound in ("less than", "under", "nearly", "almost", "just under") and share - 0.1 < real <= share:
                    continue
                if abs(real - share) > max(0.025, 0.12 * share) and real > 0.02:
                    yield (
                        part(span, *match.span()), (part(span, *larger[0].span),),
                        f"the share that {say(count)} is of {say(larger[0].value)}, {100 * real:.3g} percent; "
                        f"found {match['x'] or match['f']}",
                    )  # fmt: skip


_RANKS = "first second third fourth fifth sixth seventh".split()
_BEHIND = compiled(
    rf"\b(?P<rank>{'|'.join(_RANKS[1:])})(?:[- ]place(?: finish)?| place)?(?: in [A-Z][\w ]{{2,20}})?,? "
    rf"(?:just |well |far "
    rf"|close )?behind (?P<list>[A-Z](?:[^.;:()“”]|\.\d){{3,200}}?)(?=\.(?!\d)|[;:]|$|, (?:who|which|"
    rf"according|but|with|in|at|and (?:the|he"
    r"|she|it|they|was|is|has|had)\b))"
)
_NAMED = compiled(r"\b(?:[A-Z][\w’'.-]*)(?: (?:[A-Z][\w’'.-]*|de|von|van|al))*")


def unlike_their_rank(context: Context) -> Iterator[Found]:
    """ "A distant third behind Dorn's $25 million, Moen's $24 million and Falk's $19 million"."""
    for span, words in told(context):
        for match in _BEHIND.finditer(words):
            sums = re.findall(r"[$£€]\d", match["list"])
            items = [each for each in re.split(r",? and |, ", match["list"]) if each.strip()]
            if len(sums) > 1:
                items = sums  # "Dorn's $25 million and, from Lorn, Moen's $19 million"
            elif not all(_NAMED.match(each) for each in items):
                continue
            if not 1 < len(items) < 7:
                continue
            if _RANKS.index(match["rank"]) != len(items) and not re.search(r"\b(?:tied|others|among)\b", words):
                looked_for = f"a rank behind {len(items)}, {(*_RANKS, 'eighth')[len(items)]}; found {match['rank']}"
                yield part(span, *match.span("rank")), (part(span, *match.span("list")),), looked_for


_CUT = compiled(
    r"\b(?P<verb>cut\w*|reduc\w+|shr[aiu]nk|fell|fallen|dropped|declin\w+|down|slash\w+|rose|risen|"
    r"grew|grown|increas\w+|"
    r"jumped|up|raised?) (?:[\w’-]+ ){0,4}?by (?:about |nearly |almost |more than |roughly |some |over |at least )?"
    rf"(?P<f>{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})\b"
)
_LEVELS = compiled(
    rf"\bfrom (?:\w+ ){{0,2}}?(?P<a>[$£€]?{NUMERAL})(?! ?(?:percent|per cent|%))[^.;:]{{0,40}}? to "
    rf"(?:\w+ ){{0,3}}?"
    rf"(?P<b>[$£€]?{NUMERAL})"
)


def unlike_their_step(context: Context) -> Iterator[Found]:
    """ "Has cut by two thirds the backlog, from 600,000 when he came to some 320,000"."""
    for span, words in told(context):
        step, level = _CUT.search(words), _LEVELS.search(words)
        if step is None or level is None or not -1 <= level.start() - step.end() < 60:
            continue
        a, b = value_of(level["a"]), value_of(level["b"])
        if (max(a, b) < 1e5) != (min(a, b) < 1e5) and not re.search(r"0{3}|illion", level["a"]):
            continue  # "from 80 to 60 million"
        if not a or {a, b} & set(range(1900, 2101)) or (level["a"][0] in "$£€") != (level["b"][0] in "$£€"):
            continue
        given, real = FRACTIONS[step["f"].lower()], abs(b - a) / a
        if abs(real - given) > max(0.06, 0.2 * given):
            yield (
                part(span, *step.span()), (part(span, *level.span()),),
                f"the change from {level['a']} to {level['b']}, {100 * real:.3g} percent; found {step['f']}",
            )  # fmt: skip
