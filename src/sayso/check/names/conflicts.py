"""Who is who in a report: full names with the offices that stand beside them, and where two of these disagree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context
from sayso.check.language import ROLE
from sayso.check.names.slips import short_form
from sayso.patterns import compiled
from sayso.types import Span

#: Offices of which one person holds one at a time; words of a group contradict each other beside one name.
_RANKS = (
    "mayor|governor|president|prime minister|premier|chancellor|senator|congressman|congresswoman|king|queen|pope",
    "constable|detective constable|sergeant|detective sergeant|inspector|detective inspector|chief inspector|"
    "detective chief inspector|superintendent|chief superintendent|commissioner|sheriff|lieutenant|captain|major|"
    "colonel|lieutenant colonel|brigadier|general|lieutenant general|major general|admiral|rear admiral|corporal|"
    "private",
    "judge|magistrate|prosecutor|chief prosecutor|defen[cs]e lawyer|barrister|coroner|bailiff|public defender",
    "priest|bishop|archbishop|cardinal|deacon|vicar|rabbi|imam|pastor",
    "chief executive|finance director|chief financial officer|chief operating officer|managing director|treasurer|"
    "chairman|chairwoman|company secretary|deputy chairman|vice chairman|personnel director|technical director",
    "headmaster|headmistress|head teacher|deputy head|principal|deputy head teacher",
    "surgeon|nurse|midwife|paramedic|physiotherapist|dentist|vet|pharmacist",
    "coach|assistant coach|captain|goalkeeper|striker|referee",
    "driver|conductor|guard|passenger|pilot|co-pilot|stewardess",
    "baker|butcher|carpenter|electrician|plumber|fisherman|farmer|hairdresser|mechanic|teacher|tailor",
)
_MINISTER = r"(?:[a-z]+|[A-Z][a-z]+)(?: and [a-z]+)? [Mm]inister"
_OFFICES = sorted(sorted({each for group in _RANKS for each in group.split("|")}), key=len, reverse=True)
_OFFICE = "(?:" + "|".join("".join(f"[{c.upper()}{c}]" if not n or w[n - 1] == " " else c for n, c in enumerate(w))
                           for w in _OFFICES) + ")"  # fmt: skip
_NAME = r"(?P<first>[A-Z][\w’'-]+ )?(?:[A-Z]\. )?(?P<last>[A-Z][\w’-]{2,})"
_BEFORE = compiled(
    rf"(?<![-\w])(?P<past>(?:[Ff]ormer|[Ee]x-|[Aa]cting|[Dd]eputy|[Vv]ice|[Aa]ssistant|[Tt]hen-?|[Rr]etired|"
    rf"[Ii]ncoming|"
    rf"[Dd]esignate|[Ll]ate|[Oo]utgoing) ?)?"
    rf"(?P<office>{_MINISTER}|{_OFFICE}),? (?!Of\b){_NAME}(?![\w-])"
)
_AFTER = compiled(
    rf"\b{_NAME},(?: \d\d,)? (?:who (?:is|was) )?(?:the |an? |its |their |his |her )?"
    rf"(?P<past>(?:former|ex-|acting|deputy|vice|assistant|then|retired|incoming|late|outgoing) ?)?"
    rf"(?:[\w’'-]+[’']s? )?(?P<office>{_MINISTER}|{_OFFICE})\b(?! (?:for|candidate|elect|[A-Z]))"
)
_PARTY = compiled(
    rf"\b{_NAME}(?:,? (?:an? (?:member|deputy|lawmaker|councillor) )?(?:of|for|from) (?:the )?(?:[a-z]+ )?)"
    r"(?P<body>(?:[A-Z][\w’'-]+ ){0,2}(?:Party|Union|Alliance|Greens|Labour|Democrats|Conservatives|Liberals)"
    r"|(?:University|College|Institute|Bank|Ministry|Museum|Hospital) of [A-Z][\w’'-]+|[A-Z][\w’'-]+ (?:University|"
    r"College|Hospital|Institute))\b"
)
_MR = compiled(r"\b(?P<title>Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\.? (?:[A-Z][\w’'-]+ )?(?P<last>[A-Z][\w’-]{2,})")
_WOMAN = compiled(
    r"(?i:\b(?:chair|spokes|business|congress|police|sales|fire|horse|sports|council|alder|states)?woman\b|"
    r"\b(?:mother|grandmother|widow|wife|sister|daughter|aunt|actress|waitress|headmistress|girl|queen|"
    r"princess|nun|midwife|stewardess)\b)"
)
_MAN = compiled(
    r"(?i:\b(?:chair|spokes|business|congress|police|sales|fire|fisher|horse|sports|council|alder|states)?man\b|"
    r"\b(?:father|grandfather|widower|husband|brother|son|uncle|waiter|headmaster|boy|king|prince|"
    r"monk|priest)\b)"
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """``here`` and ``there``: two places that speak of one person and disagree; ``about``: on what."""

    here: Span
    there: Span
    about: str


def conflicts(context: Context) -> Iterator[Conflict]:
    """One surname with two offices of one ladder, two parties or schools, two titles of address, or another sex."""
    firsts = _first_names(context.story)
    yield from _two_of(context, firsts, _offices(context), "office")
    yield from _two_of(context, firsts, _bodies(context), "party or body")
    yield from _two_first_names(context)
    yield from _addressed(context, firsts)
    yield from _other_sex(context, firsts)


_TWO_NAMES = compiled(r"\b([A-Z][a-zà-ÿ’'-]+) (?:[A-Z]\. )?([A-Z][\w’-]{2,})\b")
_NO_FIRST_NAME = compiled(
    rf"{_OFFICE}|The|Mr|Mrs|Ms|Miss|Dr|Sir|Lady|Lord|Minister|Detective|Chief|Prime|But|And|When|As|In|On|At|For|That|"
    r"If|Professor|Father|Sister|Brother|Sen|Gov|Rep"
)


def _first_names(story: str) -> dict[str, set[str]]:
    """First names of every surname; where there are two, two people may be meant."""
    found: dict[str, set[str]] = defaultdict(set)
    for match in _TWO_NAMES.finditer(story):
        if not _NO_FIRST_NAME.fullmatch(match[1]):
            found[match[2]].add(match[1])
    return found


def _offices(context: Context) -> Iterator[tuple[str, str, Span]]:
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(context.story):
            if not match["past"]:
                yield _surname(match["last"]), match["office"].lower(), Span(*match.span())


def _bodies(context: Context) -> Iterator[tuple[str, str, Span]]:
    for match in _PARTY.finditer(context.story):
        yield _surname(match["last"]), match["body"], Span(*match.span())


def _surname(name: str) -> str:
    return re.sub(r"[’']s?$", "", name)


def _two_of(
    context: Context, firsts: dict[str, set[str]], told: Iterator[tuple[str, str, Span]], about: str
) -> Iterator[Conflict]:
    seen: dict[str, tuple[str, Span]] = {}
    for last, word, span in sorted(told, key=lambda each: each[2]):
        if len(firsts.get(last, ())) > 1 or (about == "office" and _long_gone(context, span)):
            continue
        first, where = seen.setdefault(last, (word, span))
        clash = _contradict(first, word) if about == "office" else _other_body(first, word)
        if clash and not _changed(context, last):
            yield Conflict(where, span, f"one {about} for {last}; found {first!r} and {word!r}")
            return


_NO_MINISTRY = frozenset(
    "prime the former junior senior new a this his her cabinet chief government state first deputy".split()
)


def _contradict(one: str, other: str) -> bool:
    """Whether two offices cannot be one person's: two ministries, or two steps of one ladder."""
    if {one, other} & {"governor", "mayor", "king", "queen"} and any(
        re.fullmatch(r"(?!prime |chief |first )[a-z ]+ minister|councillor|councilor", each) for each in (one, other)
    ):
        return True
    if one.endswith("minister") and other.endswith("minister"):
        heads = [re.sub(r" ?minister$", "", each) for each in (one, other)]
        same = {*heads[0].split()} & {*heads[1].split()}
        return all(heads) and not same and not {*heads} & _NO_MINISTRY
    if one == other or one.endswith(f" {other}") or other.endswith(f" {one}"):
        return False
    return any(_among(one, group) and _among(other, group) for group in _RANKS)


def _among(office: str, group: str) -> bool:
    return re.fullmatch(group, office) is not None


def _other_body(one: str, other: str) -> bool:
    """Whether two bodies are of one kind and not the same."""
    if one == other:
        return False
    kind = [
        re.search(r"Party|Greens|Labour|Democrats|Conservatives|Liberals|Alliance|Union", each) for each in (one, other)
    ]
    same_kind = all(kind) or one.split()[0] == other.split()[0] == "University" or one.split()[-1] == other.split()[-1]
    words = [
        {*re.findall(r"[A-Z][\w-]+", each)} - {"Party", "University", "College", "Hospital", "The"}
        for each in (one, other)
    ]
    return bool(same_kind) and not words[0] & words[1]


def _two_first_names(context: Context) -> Iterator[Conflict]:
    """The holder of one office or trade, under one surname, with two first names."""
    seen: dict[tuple[str, str], tuple[str, Span]] = {}
    for pattern in (_TRADE_BEFORE, _TRADE_AFTER):
        for match in pattern.finditer(context.story):
            words = match["role"] if pattern is _TRADE_BEFORE else match["roles"]
            role = next((each for each in words.lower().split() if each in _LAST_WORDS or ROLE.fullmatch(each)), None)
            if role is None:
                continue
            key = (_surname(match["last"]), role)
            first, where = seen.setdefault(key, (match["first"], Span(*match.span())))
            other = first != match["first"] and first[0] == match["first"][0] and not short_form(first, match["first"])
            if other and not context.quoted(match.start()):
                yield Conflict(
                    where, Span(*match.span()), f"one first name for {key[0]}; found {first} and {match['first']}"
                )
                return


_FULL = r"(?P<first>[A-Z][a-zà-ÿ’'-]{2,}) (?:[A-Z]\. )?(?P<last>[A-Z][\w’-]{2,})"
#: The word beside the name; whether it is an office or a trade is looked up, which costs less than a longer pattern.
_TRADE_BEFORE = compiled(rf"(?<![-\w])(?P<role>[A-Za-z]+),? {_FULL}")
_TRADE_AFTER = compiled(rf"\b{_FULL},(?: \d\d,)? (?:the|its|a|an) (?P<roles>[a-z-]+(?: [a-z-]+){{0,2}})\b")
_LAST_WORDS = frozenset(each.split()[-1] for each in _OFFICES)


def _long_gone(context: Context, span: Span) -> bool:
    """Whether the office is told of another time: "when he was mayor", "served as", "in 1998"."""
    before, after = context.story[max(0, span.begin - 25) : span.begin], context.story[span.end : span.end + 25]
    return (
        re.search(r"\b(?:then|former\w*|when|as|once|ex|until|elected|appointed|promot\w+|\w*elect)\b", before)
        is not None
        or re.match(
            r"[^.]{0,12}\b(?:at the time|until|elect|candidate|nominee|in (?:19|20)\d\d|from (?:19|20))\b", after
        )
        is not None
    )


def _changed(context: Context, last: str) -> bool:
    """Whether the story tells of a move from one office to another."""
    near = (
        rf"\b{re.escape(last)}\b[^.]{{0,120}}\b(?:promot\w+|appoint\w+|former\w*|became|nominat\w+|resign\w+|elected|"
    )
    return (
        re.search(
            near + r"succeed\w*|replac\w+|will become|named (?:as|to)|then|previously|running for)\b", context.story
        )
        is not None
    )


def _addressed(context: Context, firsts: dict[str, set[str]]) -> Iterator[Conflict]:
    """Mr and Mrs of one surname that only one person of the story has."""
    seen: dict[str, tuple[bool, Span]] = {}
    for match in _MR.finditer(context.story):
        last, man = _surname(match["last"]), match["title"] in ("Mr", "Sir", "Lord")
        first, where = seen.setdefault(last, (man, Span(*match.span())))
        couple = re.search(rf"\b(?:wife|husband|widow\w*|couple|parents|mother|father|sister|brother|son|daughter|"
            rf"family|first lady|President {re.escape(last)}|"
                           rf"and (?:Mr|Mrs|Ms)\.? {re.escape(last)})\b", context.story)  # fmt: skip
        if first != man and len(firsts.get(last, ())) < 2 and not couple and not context.quoted(match.start()):
            yield Conflict(where, Span(*match.span()), f"one form of address for {last}; found two")
            return


def _other_sex(context: Context, firsts: dict[str, set[str]]) -> Iterator[Conflict]:
    """A spokeswoman who is "he" in the sentence that goes on with her name, or a spokesman elsewhere."""
    told: dict[str, tuple[bool, Span]] = {}
    for match in re.finditer(
        r"(?P<what>[a-z]+|[A-Z][a-z]+)(?: (?:for|of) (?:the |its )?(?:[\w’'-]+ ){0,3}?[\w’'-]+)?,? (?:[A-Z][\w’'-]+ "
        r")?(?P<last>[A-Z][\w’-]{2,})|(?:[A-Z][\w’'-]+ )(?P<other>[A-Z]"
        r"[\w’-]{2,}),(?: \d\d,)? (?:an?|the|its|[a-z]+[’']s) (?:[a-z-]+ )?(?P<after>[a-z]+)",
        context.story,
    ):
        last, word = _surname(match["last"] or match["other"]), match["what"] or match["after"]
        woman, man = _WOMAN.fullmatch(word), _MAN.fullmatch(word)
        beside = re.search(rf" (?:for|of) (?:the |its )?{re.escape(last)}$", _surname(match.group()))
        if beside:
            continue  # "a spokeswoman for the Obama campaign"
        if not (woman or man) or len(firsts.get(last, ())) > 1 or context.quoted(match.start()):
            continue
        first, where = told.setdefault(last, (bool(woman), Span(*match.span())))
        if first != bool(woman) and word.endswith("man"):
            yield Conflict(where, Span(*match.span()), f"one word for {last}, man or woman; found two")
            return
    for last, (woman_told, where) in told.items():
        own = where.of(context.story)
        if not re.search(r"(?:woman|man)\b", own):
            continue
        wrong = r"(?:he|his|him)" if woman_told else r"(?:she|her)"
        again = re.search(rf"\b{re.escape(last)} (?:said|told|added|says)(?: that)? {wrong}\b", context.story)
        others = re.findall(
            r"\b(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’-]+\b", context.story[where.end : again.start()] if again else ""
        )
        if again and not others and not re.search(rf"\b(?:{'he|his' if woman_told else 'she|her'})\b",
                                                  context.story[where.end : again.start()]):  # fmt: skip
            yield Conflict(where, Span(*again.span()), f"one word for {last}, man or woman; found two")
            return
