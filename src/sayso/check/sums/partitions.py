"""Wholes and their parts where they stand apart: "nine died at once and eight in hospital" under "14 were killed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.changes.shares import lists
from sayso.check.context import Context, part
from sayso.check.figures.numbers import NUMERAL, numbers, value_of
from sayso.check.gated import Gated
from sayso.check.language import ROLE
from sayso.patterns import compiled
from sayso.types import Span

_ALL = r"(?:people|persons|pupils|students|passengers|victims|members|employees|workers|residents|prisoners|inmates)"
_KIND = r"(?:women|men|girls|boys|children|adults|civilians|soldiers|minors|babies|foreigners|fighters|officers)"
_HURT = r"(?:wounded|injured|hurt|missing)\b"
_DEAD = r"(?:dead|killed|victims|fatalities|deaths)"

_AMONG = Gated(
    rf"(?P<a>{NUMERAL})\s+[a-z-]+,?\s+and\s+(?P<b>{NUMERAL})\s+[a-z-]+\s+(?:were|are|"
    rf"was)\s+among\s+the\s+(?P<n>{NUMERAL})",
    ("among",),
    re.IGNORECASE,
)
_SEXES = Gated(
    rf"(?P<n>{NUMERAL})(?:\s+{_ALL})?(?:,|:|\s[–—-])\s+(?P<a>{NUMERAL})\s+{_KIND}\s+and\s+(?P<b>{NUMERAL})\s+{_KIND}"
    rf"(?!,? among)\b",
    (
        "men",
        "girls",
        "boys",
        "children",
        "adults",
        "civilians",
        "soldiers",
        "minors",
        "babies",
        "foreigners",
        "fighters",
        "officers",
    ),
    re.IGNORECASE,
)
_DYING = Gated(
    rf"(?P<a>{NUMERAL})\s+(?:[a-z-]+\s+)?(?:of the {_DEAD}|(?:had |have )?(?:died|drowned|were killed))\b"
    rf"[^.;\d]{{0,60}}?,?\s+and\s+(?P<b>{NUMERAL})\s+(?!(?:[a-z]+\s){{0,2}}{_HURT})"
    rf"(?:in|at|on|later|of|were|others|more|[a-z]+ (?:in|at|died))\b"
    rf"(?![^.;]{{0,30}}\b(?:wounded|injured|hurt|missing)\b)",
    ("died", "drowned", "dead", "killed", "victims", "fatalities", "deaths"),
    re.IGNORECASE,
)
_LIST = compiled(
    rf"(?P<a>{NUMERAL})\s+(?P<how>on|in|to|for|"
    rf"at)\s+[^,.;\d]{{2,40}},\s+(?P<b>{NUMERAL})\s+(?P=how)\s+[^,.;\d]{{2,40}},?\s+"
    rf"and\s+(?:(?P<c>{NUMERAL})|(?:[A-Z][\w’'-]+\s*){{1,3}})\s+(?P=how)\b",
    re.IGNORECASE,
)
_NOUN = r"(?:(?!and\b|or\b|years?\b|per\b)[a-z][a-z’'-]+ ?){1,3}"
_PARTS = rf"{NUMERAL} {_NOUN}(?:, {NUMERAL} {_NOUN}){{0,4}},? and {NUMERAL} {_NOUN}"
#: "44 pilots, 30 captains and 14 first officers"; "61 vehicles: 40 cars, 12 vans and nine lorries".
_MADE_OF = compiled(
    rf"(?P<n>{NUMERAL}) (?P<what>{_NOUN})(?P<mark>,| ?:| ?[–—-]| ?\(|,? (?:made up of|consisting of|comprising|"
    rf"divided into|split into|namely)) ?(?P<parts>{_PARTS})(?=[,.;)–—]|$)",
    re.IGNORECASE,
)
_ROUGH = compiled(r"\b(?:about|around|nearly|almost|some|at least|over|more than|roughly|up to)\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Partition:
    """``span``: where the parts stand; ``whole``: where the total does; ``exact``: nothing is left beside the parts."""

    span: Span
    whole: Span
    total: float
    parts: tuple[float, ...]
    exact: bool


def partitions(context: Context) -> Iterator[Partition]:
    """Totals with their parts, within a sentence, with the sentence before it, or with the opening's count of dead."""
    before: Span | None = None
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for pattern, exact in ((_AMONG, False), (_SEXES, True)):
            for match in pattern.finditer(words):
                rough = _ROUGH.search(words[: match.start()])
                if not rough or sum(_parts(match)) > 1.1 * _value(match, "n"):
                    span = part(sentence.span, *match.span())
                    yield Partition(span, span, _value(match, "n"), _parts(match), exact)
        for total, shares, above in lists(words, before.of(context.text) if before else ""):
            whole = part(before if above and before else sentence.span, *total.span)
            span = part(sentence.span, 0 if above else total.span.begin, shares[-1].span.end)
            parts = tuple(each.value for each in shares)
            alike = [_IN_A_PLACE.match(words, each.span.end) for each in (total, shares[0])]
            like = all(alike) and len({each[1] for each in alike if each}) == 1
            if max(parts) < total.value and not (like and not above):
                yield Partition(span, span if not above else whole, total.value, parts, False)
        yield from _shared_out(sentence.span, words, before, context.text)
        yield from _made_of(sentence.span, words)
        yield from _deaths(context, sentence.span)
        yield from _listed(context, sentence.span, before)
        before = sentence.span


#: "six in Spain, five in Poland and three in Chile": the first is no total of the others.
_IN_A_PLACE = compiled(r" (in|at|from|to|for|on) [A-Za-z]")
_SEATS = (
    r"(?:seats|votes|deputies|members|delegates|mandates|medals|ships|planes|points|lawmakers|councillors|judges|"
    r"places)"
)
_ONE_EACH = (
    r"(?:[A-Z][\w.’'-]*|[a-z]+ed|won|took|got|has|have|had|held|hold|holds|with|and|the|,|for) (?:the )?"
    rf"({NUMERAL})(?=[,.;]| and| to |$| (?:seats|{_SEATS}))"
)


def _shared_out(sentence: Span, words: str, before: Span | None, text: str) -> Iterator[Partition]:
    """ "The council has 21 seats. The Farmers' Party won nine, Labour eight and the Greens six"."""
    shares = [numbers(match[1])[0] for match in re.finditer(_ONE_EACH, words)]
    if len(shares) < 3 or len(numbers(words)) > len(shares) + 1 or not re.search(r"\band\b", words):
        return
    for place, whole_words in ((sentence, words), (before, before.of(text) if before else "")):
        count = re.search(rf"\b(?P<n>{NUMERAL})[ -]{_SEATS[:-1]}|seat|member)\b", whole_words)
        if count is None or place is None:
            continue
        total = _value(count, "n")
        parts = tuple(each.value for each in shares if not (place is sentence and each.value == total))
        if len(parts) >= 3 and max(parts) < total < sum(parts) <= 2 * total:
            yield Partition(sentence, part(place, *count.span()), total, parts, False)
        return


def _value(match: re.Match[str], group: str) -> float:
    return value_of(match[group])


def _parts(match: re.Match[str]) -> tuple[float, ...]:
    names = [name for name in ("a", "b", "c") if name in match.re.groupindex]
    return tuple(_value(match, name) if match[name] else 1.0 for name in names)


_PERSONS = compiled(rf"\b(?:{_ALL}|{_KIND}|[a-z]+(?:ers|ors|ists|ians|ants|ees|men|women))$", re.IGNORECASE)


def _made_of(sentence: Span, words: str) -> Iterator[Partition]:
    """A total with all its parts, each of a kind of its own; after a mere comma only people of some trade or office.

    A comma may as well go on with things of other kinds ("44 tents, 30 stoves and ten dogs"): asked is then only where
    the parts come near the total, as they do where one figure is wrong.
    """
    for match in _MADE_OF.finditer(words):
        parts = tuple(each.value for each in numbers(match["parts"]))
        total = _value(match, "n")
        nouns = [match["what"], *re.findall(rf"{NUMERAL} ({_NOUN})", match["parts"], re.IGNORECASE)]
        people = all(_PERSONS.search(noun.strip()) or ROLE.fullmatch(noun.split()[-1]) for noun in nouns)
        near = max(parts) < total and abs(sum(parts) - total) <= 0.3 * total
        if near and (people or match["mark"] != ",") and not _ROUGH.search(words[: match.start()]):
            span = part(sentence, *match.span())
            yield Partition(span, span, total, parts, True)


def _deaths(context: Context, sentence: Span) -> Iterator[Partition]:
    """Those who died here and those who died there, beside the dead that the opening counts."""
    match = _DYING.search(sentence.of(context.text))
    if match is None:
        return
    for place in context.sentences[:2]:
        words = place.span.of(context.text)
        count = re.search(
            rf"(?P<n>{NUMERAL})\s+(?:[a-z-]+\s+){{0,3}}?(?:were |was |have been |had )?(?:killed|dead|died|drowned)\b"
            rf"|\bkill(?:ed|ing)\s+(?:[a-z]+\s+){{0,2}}?(?P<m>{NUMERAL})",
            words,
            re.IGNORECASE,
        )
        if count and place.span != sentence:
            group = "n" if count["n"] else "m"
            whole = part(place.span, *count.span(group))
            yield Partition(part(sentence, *match.span()), whole, _value(count, group), _parts(match), False)
            return


def _listed(context: Context, sentence: Span, before: Span | None) -> Iterator[Partition]:
    """ "1.3 million on staff, 500,000 on offices and 300,000 on children" after their total."""
    words = sentence.of(context.text)
    match = _LIST.search(words)
    if match is None or (match["how"].lower() == "in" and match["c"] and _value(match, "c") in range(1900, 2100)):
        return
    parts = _parts(match)
    here = [each for each in numbers(words, 0, match.start()) if each.value not in range(1900, 2100)]
    if here:
        total, whole, rough = here[0].value, part(sentence, *here[0].span), words[: here[0].span.begin]
    else:
        earlier = numbers(before.of(context.text)) if before else []
        earlier = [each for each in earlier if each.value not in range(1900, 2100)]
        if not earlier or before is None:
            return
        total, whole = earlier[0].value, part(before, *earlier[0].span)
        rough = before.of(context.text)[: earlier[0].span.begin]
    if max(parts) < total < 1.7 * sum(parts) and not _ROUGH.search(rough):
        yield Partition(part(sentence, *match.span()), whole, total, parts, total < 100)
