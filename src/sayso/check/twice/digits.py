"""Exact figures that differ only in the order of their digits: 7,461 once and 7,416 later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.figures.numbers import say
from sayso.patterns import compiled
from sayso.types import Span

_EXACT = compiled(r"(?<![\w.,$£€/:-])(?P<n>\d{1,3},\d{3}|\d{2,4})(?![\w:/-]|,\d|\.\d| ?%| percent| per cent)")


def transposed(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later place, the earlier one, what was looked for: two neighbouring digits have changed places."""
    seen: dict[str, Span] = {}
    for match in _EXACT.finditer(context.story):
        plain = match["n"].replace(",", "")
        if (
            re.fullmatch(r"(?:1[5-9]|20)\d\d", match["n"])
            or plain.endswith("0")
            or (len(plain) > 2 and context.quoted(match.start()))
        ):
            continue
        for other, where in seen.items():
            if _swapped(plain, other) and (
                _of_a_vote(context.story, where, match)
                if len(plain) == 2
                else _alike(context.story, where.end, match.end())
            ):
                yield Span(*match.span()), where, f"one figure; found {other} and {plain}"
        seen.setdefault(plain, Span(*match.span()))


def _of_a_vote(story: str, where: Span, match: re.Match[str]) -> bool:
    """Whether both figures, of two digits, count votes: "59 Democrats voted for it", "We got 95 votes"."""
    return all(
        re.match(r" (?:[A-Z]?[a-z]+ ){0,2}(?:votes?|voted|ballots)\b", story[end : end + 40])
        for end in (where.end, match.end())
    )


#: "350 of the 588 soldiers that the army has disqualified", then "The 558 who were disqualified".
_WHO_WERE = compiled(
    r"\b[Tt]he (?P<n>\d{1,3},\d{3}|\d{2,4}) (?:[a-z]+ )?(?:who|that|which) (?:were|was|are|is|have been|had been|"
    r"has been) (?P<verb>[a-z]{3,}ed|killed|held|sent|shot|hurt|sold|built|lost)\b"
)


def mistaken(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """A count taken up with its verb and one digit other than before; the figure stands there alone in the report."""
    for match in _WHO_WERE.finditer(context.story):
        again = match["n"].replace(",", "")
        others = list(_EXACT.finditer(context.story))
        if context.quoted(match.start()) or sum(each["n"] == match["n"] for each in others) != 1:
            continue
        for each in others:
            first = each["n"].replace(",", "")
            apart = [a != b for a, b in zip(first, again, strict=False)].count(True)
            near = context.story[each.end() : each.end() + 90]
            if (
                each.start() < match.start()
                and len(first) == len(again) > 1
                and (apart == 1 or _swapped(first, again))
                and re.match(rf" [^.;\d]{{0,80}}\b{match['verb']}\b", near)
            ):
                place, where = Span(*match.span("n")), Span(*each.span("n"))
                yield place, where, f"one figure for those {match['verb']}; found {each['n']} and {match['n']}"
                break


_DEFINITE = compiled(r"\b(?:the|that|this|those|these)(?: same)? $", re.IGNORECASE)


def taken_up(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """A sum or count taken up with its article that no sentence gave, beside one with two digits changed round."""
    figures = [each for each in context.figures if each.kind in ("things", "money") and each.digits > 1]
    for n, each in enumerate(figures):
        if not _DEFINITE.search(each.before) or any(one.value == each.value for one in figures if one is not each):
            continue
        for one in figures[:n]:
            same = one.kind == each.kind and (one.kind == "money" or one.head == each.head != "")
            if same and _swapped(f"{one.value:.12g}", f"{each.value:.12g}"):
                yield each.span, one.span, f"one figure; found {say(one.value)} and {say(each.value)}"
                break


def _swapped(one: str, other: str) -> bool:
    if len(one) != len(other) or one == other:
        return False
    apart = [n for n in range(len(one)) if one[n] != other[n]]
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and one[apart[0]] == other[apart[1]]
        and one[apart[1]] == other[apart[0]]
    )


def _alike(story: str, one: int, other: int) -> bool:
    """Whether both count people, or the same noun stands after both."""
    nouns = [re.match(r" (?:[a-z]+ )?(?P<noun>[a-z]{3,})", story[place : place + 40]) for place in (one, other)]
    people = [
        re.match(
            r" (?:who|people|came|spectators|fans|attend\w*|visitors|voters|residents|pupils|fell|saw|watched|paid|"
            r"turned)",
            story[place : place + 16],
        )
        for place in (one, other)
    ]
    crowd = [
        re.search(
            r"\b(?:crowd|attendance|audience|turnout|gate|total) of $",
            story[max(0, place - 30) : place - 5].rstrip("0123456789,"),
        )
        for place in (one, other)
    ]
    same = nouns[0] and nouns[1] and (nouns[0]["noun"] == nouns[1]["noun"] or nouns[0].group() == nouns[1].group())
    return bool(same) or all(a or b for a, b in zip(people, crowd, strict=True))
