"""One person told of in two ways: two offices, parties, states, countries, sexes or ages that cannot all be theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.days.calendar import published_on
from sayso.check.names.conflicts import Conflict
from sayso.check.names.mentions import Mention, mentions, one_person
from sayso.patterns import compiled
from sayso.types import Span

_KIN = (
    r"wife|husband|widow\w*|couple|spouse|parents?|mother|father|sisters?|brothers?|siblings?|sons?|daughters?|family|"
    r"cousins?|uncle|aunt|nephew|niece|children|twins?|namesake|no relation|grand\w+|married|in-law"
)


def clashes(context: Context) -> Iterator[Conflict]:
    """The first disagreement on each aspect of each person, the earlier mention first."""
    kin = _relatives(context.story)
    for last, found in mentions(context).items():
        if not any(each.traits for each in found):
            continue
        one = one_person(found)
        for aspect, check in _ASPECTS.items():
            single = one and (last not in kin or aspect not in ("sex", "born"))
            told = [
                (value, each)
                for each in found
                if single or each.first
                for name, value in each.traits
                if name == aspect or (aspect, name) in (("office", "chamber"), ("born", "age"))
            ]
            clash = check(context, last, told, single)
            if clash:
                yield clash
                break


_OF_KIN = compiled(
    rf"\b(?:{_KIN})\b(?P<after>[^.]{{0,30}})|(?P<before>[A-Z][\w’'-]+) "
    rf"(?:and (?:his|her|their) )?(?:{_KIN})\b"
)


def _relatives(story: str) -> set[str]:
    """Names beside a word of kinship: "Hill's mother, Joanne Hill"."""
    found = set()
    for match in _OF_KIN.finditer(story):
        found |= {
            re.sub(r"[’']s?$", "", each)
            for each in re.findall(r"[A-Z][\w’'-]+", match["after"] or match["before"] or "")
        }
    return found


def _pairs(told: list[tuple[str, Mention]], single: bool) -> Iterator[tuple[tuple[str, Mention], tuple[str, Mention]]]:
    for n, one in enumerate(told):
        for other in told[n + 1 :]:
            if single or one[1].first == other[1].first:
                yield one, other


def _differ(word: str):  # type: ignore[no-untyped-def]
    def check(context: Context, last: str, told: list[tuple[str, Mention]], single: bool) -> Conflict | None:
        for (one, here), (other, there) in _pairs(told, single):
            if one != other and not context.quoted(there.span.begin) and not context.quoted(here.span.begin):
                return Conflict(
                    here.span,
                    there.span,
                    f"one {word} for {last}; found {_SAID.get(one, one)} and {_SAID.get(other, other)}",
                )
        return None

    return check


_SAID = {"f": "a woman", "m": "a man"}
_HOUSES = {"House": "representative", "Senate": "senator"}


def _offices(context: Context, last: str, told: list[tuple[str, Mention]], single: bool) -> Conflict | None:
    pairs = [((one, here), (other, there)) for (one, here), (other, there) in _pairs(told, single)]
    for (one, here), (other, there) in pairs:
        one, other = _HOUSES.get(one, one), _HOUSES.get(other, other)
        if one == other:
            continue
        if not any(_MOVED.search(_around(context, each.span)) for each in (here, there)):
            return Conflict(here.span, there.span, f"one office for {last}; found {one} and {other}")
    return None


_MOVED = compiled(
    r"\b(?:former|elected|ran for|running for|run for|bid for|appointed|then|became|succeed\w*|elect|"
    r"(?:Senate|House|gubernatorial|governor|congressional) (?:seat|candidate|nominee|hopeful|race|bid))\b"
)


def _around(context: Context, span: Span) -> str:
    return context.story[max(0, span.begin - 30) : span.end + 25]


def _births(context: Context, _last: str, told: list[tuple[str, Mention]], single: bool) -> Conflict | None:
    """An age now and an age at another time, or a year of birth, that are more than two years apart."""
    published = published_on(context)
    if published is None:
        return None
    for (one, here), (other, there) in _pairs(told, single):
        born = [int(each) if int(each) > 200 else published.year - int(each) for each in (one, other)]
        if max(int(one), int(other)) > 200 and abs(born[0] - born[1]) > 2:
            return Conflict(here.span, there.span, f"ages that fit one year of birth; found {born[0]} and {born[1]}")
    return None


_ASPECTS = {
    "office": _offices, "party": _differ("party"), "state": _differ("state"), "country": _differ("country"),
    "sex": _differ("form of address, man or woman,"), "born": _births,
}  # fmt: skip
