"""Votes and results: more votes than members, a motion carried by the fewer, games and points that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, numbers, say, value_of
from sayso.check.gated import Gated
from sayso.check.model import Hit
from sayso.patterns import compiled

_PASSED = Gated(
    rf"\b(?P<a>{NUMERAL}) (?:votes )?(?:to|against|[–—-]) ?(?P<b>{NUMERAL})\b[^.;]{{0,60}}?\b(?P<n>\d+)[- ](?:seat|"
    rf"member)\b"
    rf"|\b(?P<n2>\d+)[- ](?:seat|member) [^.;\d]{{2,70}}?\b(?P<a2>{NUMERAL}) (?:votes )?(?:to|against|"
    rf"[–—-]) ?(?P<b2>{NUMERAL})\b",
    ("seat", "member"),
)


_ABSTAINED = Gated(
    rf"\b({NUMERAL}) (?:[a-z]+ )?(?:abstain\w*|abstentions?|absent|did not vote)|\babstentions? (?:from|by) "
    rf"({NUMERAL})\b",
    ("abst", "absent", "did not vote"),
    re.IGNORECASE,
)


def votes(context: Context) -> Iterator[Hit]:
    """More votes than the body has seats: "by 31 votes to 22 in the 50-seat council"."""
    for span, words in told(context):
        for match in _PASSED.finditer(words):
            a, b, seats = (value_of(match[name] or match[f"{name}2"]) for name in ("a", "b", "n"))
            rest = _ABSTAINED.search(words)
            a += numbers(next(each for each in rest.groups() if each))[0].value if rest else 0
            if a + b > seats > max(a, b):
                yield Hit(
                    part(span, *match.span()),
                    f"no more votes than the body has seats; {say(a)} + {say(b)} is more than {say(seats)}",
                )


#: "was carried by 12 votes to 15": the yeas come first.
_CARRIED = Gated(
    rf"\b(?:carried|passed|adopted|approved|backed|won|voted (?:in favou?r|to approve|to "
    rf"pass))\b[^.;\d]{{0,60}}?\b(?P<a>{NUMERAL})"
    rf"(?: votes)?(?:-| ?– ?| to | against )(?P<b>{NUMERAL})(?! (?:percent|per cent|years?|million|minutes?|weeks?|"
    rf"days?|months?))(?=[ ,.;)]|$)",
    ("carried", "passed", "adopted", "approved", "backed", "won", "voted"),
)


#: "a 48-52 majority": who has it is named first.
_MAJORITY = Gated(
    r"(?<![\w-])(?P<a>\d{1,3})(?:-|–|-to-| to )(?P<b>\d{1,3}) (?:[A-Za-z]+ )?(?:majority|advantage|edge|"
    r"margin of control)\b",
    ("majority", "advantage", "edge", "control"),
)


def carried(context: Context) -> Iterator[Hit]:
    """A motion that was carried by the smaller number of votes, and a majority that has it."""
    for span, words in told(context):
        for held in _MAJORITY.finditer(words):
            if int(held["a"]) < int(held["b"]):
                yield Hit(part(span, *held.span()), f"the larger number first; found {held['a']} and {held['b']}")
        match = _CARRIED.search(words)
        if match and re.search(
            r"\b(?:votes?|motion|bill|law|plan|resolution|council|board|committee|amendment|parliament|senate)\b",
            context.text[max(0, span.begin - 200) : span.end],
            re.I,
        ):
            a, b = value_of(match["a"]), value_of(match["b"])
            if a < b and not re.search(r"\b(?:veto|overr\w+|from|deficit)\b", words) and b < 2 * a:
                yield Hit(part(span, *match.span()), f"more votes for it than against; found {say(a)} to {say(b)}")


_MEMBERS = compiled(r"\b(?P<n>\d{1,3})-(?:member|seat)\b")
_EACH_SIDE = compiled(
    rf"\b(?:all )?(?P<n>{NUMERAL}) (?:of (?:the|its) )?(?:other )?"
    rf"(?:Republicans?|Democrats?|Liberals?|Conservatives?|Greens?|members?|"
    r"lawmakers?|councill?ors?|senators?|deputies) "
    r"(?:[a-z]+ing|voted|opposed|in favou?r|against|for|abstain\w*|absent)\b"
)


def more_than_members(context: Context) -> Iterator[Hit]:
    """ "The 19-member committee …, with all 11 Republicans backing him and nine Democrats opposed"."""
    for span, words in told(context):
        match = _MEMBERS.search(words)
        sides = [value_of(each["n"]) for each in _EACH_SIDE.finditer(words)] if match else []
        if match and len(sides) > 1 and sum(sides) > int(match["n"]) > max(sides):
            added = " + ".join(map(say, sides))
            yield Hit(span, f"no more votes than the body has members; {added} is more than {match['n']}")


#: "94-3, with Senators Holm, Dorn and Eik voting no".
_NAMED_NOES = Gated(
    r"(?<![\d-])(?P<a>\d{1,3})(?:-|–|"
    r" to )(?P<b>\d{1,2})(?![\d-])[^.;:]{0,40}?, with (?P<names>(?:[A-Z][\w’'.-]+ (?:[A-Z][\w’'.-]+ )?)"
    r"[^.;:\d]{3,160}?) (?:voting (?:no|against|in opposition)|dissenting|opposed|opposing|in dissent|"
    r"in the minority)\b",
    (", with ",),
)


def named_noes(context: Context) -> Iterator[Hit]:
    """A count of the noes with the names of all of them."""
    for span, words in told(context):
        for match in _NAMED_NOES.finditer(words):
            names = re.split(r", and |, | and ", re.sub(r"\([^()]*\)", "", match["names"]))
            people = all(re.search(r"[A-Z][\w’-]+$", each.strip()) for each in names)
            if people and len(names) != int(match["b"]) and int(match["b"]) > 1:
                yield Hit(part(span, *match.span()), f"{match['b']} names; found {len(names)}")


_RESULT = {
    name: compiled(words, re.IGNORECASE)
    for name, words in {
        "wins": rf"(?P<w>{NUMERAL}) (?:wins?|victor(?:y|ies))|\bwon (?P<w2>{NUMERAL})\b",
        "draws": rf"(?P<d>{NUMERAL}) (?:draws?|ties?)|\b(?:drawn?|drew|tied) (?P<d2>{NUMERAL})\b",
        "defeats": rf"(?P<l>{NUMERAL}) (?:defeats?|loss(?:es)?)|\blost (?P<l2>{NUMERAL})\b",
        "games": rf"(?P<g>{NUMERAL}) (?:of (?:its|their|the) (?P<g2>{NUMERAL}) )?(?:matches|games|fixtures)|of (?:its|"
        rf"their|the) (?P<g3>{NUMERAL}) (?:matches|games)",
        "points": rf"(?P<p>{NUMERAL}) points",
    }.items()
}


def standings(context: Context) -> Iterator[Hit]:
    """Games and points that wins, draws and defeats do not give."""
    for span, words in told(context):
        found: dict[str, float] = {}
        for name, pattern in _RESULT.items():
            match = pattern.search(words)
            values = [value for value in match.groups() if value and numbers(value)] if match else []
            if values:
                found[name] = value_of(values[-1])
        if not {"wins", "draws", "defeats"} <= set(found):
            continue
        played = found["wins"] + found["draws"] + found["defeats"]
        scored = {3 * found["wins"] + found["draws"], 2 * found["wins"] + found["draws"]}
        if "games" in found and played != found["games"] and found["games"] > found["wins"]:
            yield Hit(span, f"as many games as results; found {say(found['games'])} and {say(played)}")
        elif "points" in found and found["points"] not in scored:
            yield Hit(span, f"the points that the results give, {say(max(scored))}; found {say(found['points'])}")
