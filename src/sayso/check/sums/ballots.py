"""Votes beside the body that cast them, wherever the report counts its members, and beside those who cast them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, numbers, say, value_of
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_BODY = (
    r"committee|subcommittee|council|board|panel|court|commission|chamber|assembly|parliament|senate|house|cabinet|"
    r"jury|legislature|body|bench|tribunal|conference|caucus|delegation|bureau|directorate|synod|congress|union|agency"
)
_SEAT = (
    r"members?|seats?|persons?|judges?|justices?|senators?|lawmakers|legislators|trustees|commissioners|jurors|people"
)
#: "the 21-member Harbour Committee".
_SIZED = Gated(
    rf"\b(?P<n>{NUMERAL})-(?:member|seat|person|judge|justice|strong|man|woman|nation|state)s? "
    rf"(?P<name>(?:[\w’'.&-]+ ){{0,4}}?)(?P<body>{_BODY})\b(?-i:(?! [A-Z]))",
    ("member", "seat", "person", "judge", "justice", "strong", "man", "nation", "state"),
    re.IGNORECASE,
)
#: "The council has 15 members", "the Lorn board, whose seven members".
_HAS = Gated(
    rf"(?P<name>(?:[\w’'.&-]+ ){{0,2}})(?P<body>{_BODY})(?:,? (?:which |that )?(?:has|have|had|with|of)|[’']s|, whose) "
    rf"(?P<n>{NUMERAL}) (?:(?:voting|elected|sitting|current) )?(?:{_SEAT})\b(?! (?:of|who|from|voted|were|are|"
    rf"attend|present|absent))",
    ("has", "have", "had", "with", "of", "’s", "'s", "whose"),
    re.IGNORECASE,
)
#: "the nine members of the Lorn board".
_OF = Gated(
    rf"\b(?:all|the|its|has) (?P<n>{NUMERAL}) (?:{_SEAT}) (?:of|on|in) the (?P<name>(?:[\w’'.&-]+ ){{0,3}}?)"
    rf"(?P<body>{_BODY})\b(?-i:(?! [A-Z]))",
    (" of the ", " on the ", " in the "),
    re.IGNORECASE,
)
_TALLY = compiled(
    r"(?<![\d$£€.,-])(?<!from )(?P<a>\d{1,3})(?:-|–|-to-| to | votes to | votes against )(?P<b>\d{1,3})"
    r"(?![\d-]|\.\d|,\d| ?(?:%|percent|per cent|million|billion|years?|points?|days?|weeks?|months?|minutes?|hours?))"
)
_VOTED = compiled(
    r"\b(?:vot(?:e[sd]?|ing)|pass(?:ed|es|age)|approv\w+|count|reject\w+|confirm\w+|rul(?:ed|ing)|decision|majority|"
    r"margin|"
    r"defeat\w*|back(?:ed|s)|cleared|advanced|adopt\w+|tally|split|decid\w+|agreed|sent)\b"
)
_MOST = 1.6  # times the members: what is more is no slip of a vote, but something else


@dataclass(frozen=True, slots=True)
class _Body:
    size: int
    noun: str
    name: str
    place: int
    span: Span


def misfitting_ballots(context: Context) -> Iterator[tuple[Span, str]]:
    """Each tally that its body, its own words or its voters do not fit, and what was looked for."""
    story = list(told(context))
    bodies = [each for n, (span, words) in enumerate(story) for each in _bodies(n, span, words)]
    for n, (span, words) in enumerate(story):
        tallies = [(match, int(match["a"]), int(match["b"])) for match in _TALLY.finditer(words)]
        if tallies and _VOTED.search(words):
            for match, a, b in tallies:
                size = _size(bodies, words, n)
                if size and max(a, b) <= size < a + b <= _MOST * size:
                    told_of = f"no more votes than the body has members; {a} + {b} is more than {size}"
                    yield part(span, *match.span()), told_of
        yield from _in_words(span, words)
        yield from _sides(span, words)
        yield from _short(span, words)


def _bodies(place: int, span: Span, words: str) -> Iterator[_Body]:
    for pattern in (_SIZED, _HAS, _OF):
        for match in pattern.finditer(words):
            found = numbers(match["n"])
            rough = re.search(r"\b(?:about|than|least|nearly|or|to)\s$", words[: match.start("n")])
            some = pattern is _OF and re.search(r"\bof $", words[: match.start()])
            if found and 3 <= found[0].value <= 700 and not rough and not some:
                names = re.findall(r"[A-Z][\w’'&-]+", match["name"])
                last = names[-1].lower() if names else ""
                yield _Body(int(found[0].value), match["body"].lower(), last, place, part(span, *match.span()))


def _size(bodies: list[_Body], words: str, place: int) -> int:
    """The members of the body whose vote the sentence tells; 0 where the report does not say, or says two things."""
    small = words.lower()
    fitting = []
    for each in bodies:
        there = re.search(
            rf"\b{re.escape(each.name)} (?:[\w-]+ "
            rf")?{each.noun}\b"
            if each.name
            else rf"\b{each.noun}\b",
            small,
        )
        plain = re.search(rf"\b(?:the|its|that|full) {each.noun}\b", small) if each.name else None
        goes_on = each.place == place - 1 and re.match(
            r"(?:it|they|members|the (?:final )?(?:vote|motion|measure|bill|count|tally|roll call))\b", small
        )
        ahead = each.place == place + 1 and re.match(r"the (?:vote|ruling|decision)\b", small)
        if there or plain or goes_on or ahead:
            fitting.append((bool(there and each.name), each.place == place, each))
    sizes = {each.size for named, here, each in fitting if named or here or not any(other[0] for other in fitting)}
    nouns = [each.noun for each in bodies]
    alone = all(len({b.size for b in bodies if b.noun == noun}) == 1 for noun in nouns)
    return sizes.pop() if len(sizes) == 1 and (alone or any(each[0] for each in fitting)) else 0


_SIDE = compiled(
    rf"(?P<n>{NUMERAL}) (?:of them )?(?:(?:members|seats|ministers|judges|justices|senators) )?(?:(?:are|were|is|"
    rf"was|come) )?"
    r"(?:(?:from|of|for|by|held by|appointed by|named by) (?:the )?[A-Z]|(?:women|men|Republicans?|Democrats?|"
    r"[A-Z][a-z]+(?:s|ans))\b)",
    re.IGNORECASE,
)


def _sides(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    """ "In the 20-member cabinet, 12 ministers are from the Greens, 11 from the Liberals"."""
    body = _SIZED.search(words)
    sides = [value_of(each["n"]) for each in _SIDE.finditer(words, body.end())] if body else []
    size = value_of(body["n"]) if body else 0
    if len(sides) == 2 and max(sides) < size < sum(sides) <= _MOST * size:
        yield span, f"no more than the body's {say(size)}; {say(sides[0])} + {say(sides[1])} = {say(sum(sides))}"


_PAIR = r"(?P<a>\d{1,3})(?:-|–|-to-| to )(?P<b>\d{1,3})(?![\d%-]|\.\d| ?percent| years| points| days)"
_UNANIMOUS = Gated(
    rf"\bunanimous(?:ly)?(?:[,:]| [–—-])? ?\(?(?:(?:in|by|with|on) )?(?:an? )?(?:vote (?:of )?|[a-z]+ )?{_PAIR}"
    rf"|(?<![\d-])(?P<c>\d{{1,3}})(?:-|–|-to-)(?P<d>\d{{1,3}})(?:,)? unanimous\b",
    ("unanimous",),
    re.IGNORECASE,
)
_TIED = Gated(
    rf"\b(?:deadlocked|evenly (?:split|divided)|(?:split|divided) evenly|tied? vote)(?:[,:]| [–—-])? ?"
    rf"(?:(?:in|by|at|with|of) )?(?:an? )?{_PAIR}",
    ("deadlocked", "evenly", "tie vote", "tied vote"),
    re.IGNORECASE,
)


def _in_words(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    """ "Unanimously, 8-1", "deadlocked, 5-3"."""
    for match in _UNANIMOUS.finditer(words):
        a, b = (int(match["a"]), int(match["b"])) if match["a"] else (int(match["c"]), int(match["d"]))
        before = words[max(0, match.start() - 14) : match.start()]
        if min(a, b) > 0 and not re.search(r"\b(?:not|nearly|almost|near-?)\s?$", before):
            yield part(span, *match.span()), f"a unanimous vote; found {a} to {b}"
    for match in _TIED.finditer(words):
        a, b = int(match["a"]), int(match["b"])
        if a != b:
            yield part(span, *match.span()), f"as many for as against; found {a} to {b}"


_SHORT = Gated(
    rf"\b(?P<s>{NUMERAL})(?: (?:votes?|seats?|delegates?))? (?:short|shy) of (?:the |its |a )?"
    rf"(?P<magic>(?:magic number|threshold|target|goal|number) of )?(?P<t>{NUMERAL})"
    rf"(?! ?(?:%|percent))"
    rf"(?=(?: [\w-]+){{0,3}} (?:needed|required|necessary|to win)|-vote| votes| seats| delegates|(?<=of \d\d\d)[.,])",
    (" short of ", " shy of "),
    re.IGNORECASE,
)
_HAVE = compiled(
    rf"(?P<k>{NUMERAL})(?:(?:-|–| to )\d+)?(?:(?: [a-z]+)? (?:votes?|seats?|delegates?|senators?|members?|"
    rf"supporters?)\b|"
    rf"(?=[, ][^.;\d]{{0,6}}$)|(?<=-\d\d) )",
    re.IGNORECASE,
)
_HALF = Gated(
    rf"\b(?P<m>{NUMERAL}) (?:seats )?(?:of|in) (?:the |its |parliament[’']s )?(?P<n>{NUMERAL})(?:-seat|-member| "
    rf"seats| votes|"
    rf" members)[^.;\d]{{0,50}}?(?P<s>{NUMERAL})(?: (?:seats?|votes?|members?))? (?:short|shy) of (?:a |the |an "
    rf"(?:overall|"
    rf"absolute|outright) )?(?:hoped-for )?majority",
    (" short of ", " shy of "),
    re.IGNORECASE,
)


def _short(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    """ "Mustered 53 votes, nine short of the 60 needed"; "59 of 120 seats, four short of a majority"."""
    for match in _SHORT.finditer(words):
        stated = [each for each in _HAVE.finditer(words, 0, match.start()) if match.start() - each.end() < 90]
        if not stated:
            continue
        have, short, need = (value_of(each) for each in (stated[0]["k"], match["s"], match["t"]))
        fits = any(value_of(each["k"]) + short == need for each in stated)
        if not fits and need <= 1.5 * have <= 3 * need and len(stated) < 4:
            told_of = f"{say(have)} and {match['s']} as {say(have + short)}; found {say(need)}"
            yield part(span, stated[0].start(), match.end()), told_of
    for match in _HALF.finditer(words):
        have, whole, short = (value_of(match[name]) for name in ("m", "n", "s"))
        need = whole // 2 + 1
        if short != need - have:
            told_of = f"{say(have)} and {match['s']} as the {say(need)} of a majority; found {say(have + short)}"
            yield part(span, *match.span()), told_of
