"""Parts and wholes that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.changes.clocks import longer_than_whole
from sayso.check.changes.fractions import beyond_the_last
from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, Number, numbers, say, value_of
from sayso.check.gated import Gated
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.check.sums.ballots import misfitting_ballots
from sayso.check.sums.beyond import beyond_the_whole
from sayso.check.sums.brokendown import broken_down
from sayso.check.sums.chambers import beyond_the_chamber
from sayso.check.sums.cometo import unlike_what_they_come_to
from sayso.check.sums.counted import unlike_its_number
from sayso.check.sums.enumerations import miscounted
from sayso.check.sums.included import included
from sayso.check.sums.listed import unlike_the_number
from sayso.check.sums.miscounts import unlike_their_lists
from sayso.check.sums.namedlater import unlike_those_named
from sayso.check.sums.partitions import partitions
from sayso.check.sums.remainders import remainders
from sayso.check.sums.retold import retold
from sayso.check.sums.sides import two_sides
from sayso.check.sums.spread import spread
from sayso.check.sums.subsets import larger_subsets
from sayso.check.sums.summed import ill_summed
from sayso.check.sums.tables import tables
from sayso.check.sums.tallies import tallies
from sayso.check.sums.together import less_than_both
from sayso.check.sums.tolls import beyond_the_toll, unlike_the_toll
from sayso.check.sums.totalled import mistotalled
from sayso.check.sums.voters import misfitting_voters
from sayso.check.sums.votes import carried, more_than_members, named_noes, standings, votes
from sayso.check.sums.wholes import misfits
from sayso.patterns import compiled
from sayso.types import Span

_PEOPLE = (
    r"people|persons|men|women|children|boys|girls|civilians|soldiers|troops|officers|"
    r"policemen|students|pupils|teachers|workers|passengers|residents|members|"
    r"protesters|prisoners|migrants|refugees|patients|victims|employees|adults|minors|"
    r"crew|miners|firefighters|others|foreigners|nationals|fighters|militants|"
    r"votes|seats|homes|houses|buildings|schools|cars|vehicles|ships|boats|planes|"
    r"tanks|cases|deaths|jobs|countries|states|companies|villages|towns|tonnes|tons|"
    r"buses|"
    r"lawmakers|senators|delegates|guests|inmates|guards|drivers|sailors|dead|injured|"
    r"wounded|killed|farms|farmers|shops|flats|apartments|volunteers|witnesses|"
    r"councillors|councilors|complaints|wells|trees|animals|sheep|cattle|cows|barges|"
    r"trucks|lorries|wagons|rooms|beds|nurses|doctors|sites|stations|trains"
)


@rule("FIG411")
def parts_and_total(context: Context) -> Iterator[Hit]:
    for span, words in told(context):
        for total, parts, exact, where in _sums(words):
            added = sum(part.value for part in parts)
            product = (
                parts[0].value * parts[-1].value if len(parts) == 2 else 0
            )  # "12 rows and six columns, a total of 72"
            if added > total.value or (exact and added != total.value and product != total.value):
                sign = "more than" if added > total.value else "not"
                yield Hit(
                    part(span, *where),
                    f"a total that fits its parts; {' + '.join(say(part.value) for part in parts)} "
                    f"= {say(added)} is {sign} {say(total.value)}",
                )
                break
    yield from votes(context)
    for span, looked_for in (
        *longer_than_whole(context),
        *beyond_the_chamber(context),
        *misfitting_ballots(context),
        *misfitting_voters(context),
    ):
        yield Hit(span, looked_for)
    yield from carried(context)
    yield from named_noes(context)
    yield from more_than_members(context)
    yield from standings(context)
    for misfit in (*misfits(context), *retold(context), *unlike_the_toll(context), *beyond_the_toll(context)):
        if not misfit.larger:
            yield Hit(misfit.span, misfit.looked_for, related=misfit.related)
    asked: list[Span] = []
    for whole, places, looked_for in (
        *mistotalled(context),
        *broken_down(context),
        *included(context),
        *spread(context),
        *less_than_both(context),
        *unlike_what_they_come_to(context),
    ):
        sentence = context.sentence_at(whole.begin)
        if sentence and _OVER_TIME.search(sentence.span.of(context.text)):
            continue
        asked.append(whole)
        yield Hit(whole, looked_for, related=places)
    for whole, places, looked_for in (*ill_summed(context), *unlike_those_named(context)):
        if not any(whole.overlaps(other) for other in asked):
            asked.append(whole)
            yield Hit(whole, looked_for, related=places)
    listed = (miscounted, unlike_their_lists, unlike_the_number, unlike_its_number)
    for span, looked_for in (each for which in listed for each in which(context)):
        if not any(span.overlaps(other) for other in asked):
            asked.append(span)
            yield Hit(span, looked_for)
    for each in (*partitions(context), *tallies(context), *remainders(context), *tables(context)):
        added = sum(each.parts)
        if any(each.span.overlaps(other) for other in asked) or _RIVALS.search(each.span.of(context.text)):
            continue
        if added > each.total or (each.exact and added != each.total):
            asked.append(each.span)
            yield Hit(
                each.span,
                f"a total that fits its parts; {' + '.join(map(say, each.parts))} = {say(added)} is not "
                f"{say(each.total)}",
                related=() if each.whole == each.span else (each.whole,),
            )


#: Those who come behind are no parts of the one in front: "leads with 84, followed by Dorn with 60".
_RIVALS = compiled(
    r"\b(?:followed by|trailed by|ahead of|compared (?:with|to)|leads? (?:with|the)|in second|runner-up)\b"
)
#: A total over a stretch of time, of which the parts may be those of one day or month.
_OVER_TIME = compiled(
    r"\b(?:between (?:[A-Z][a-z]+\.? \d|[A-Z][a-z]+ and [A-Z])|so far (?:this|since)|to date\b|since (?:the|"
    r"[A-Z][a-z]+\.? \d))"
)
_INCLUDING = Gated(
    rf"(?P<total>{NUMERAL})\s+(?:[\w’'-]+\s+){{0,3}}?(?P<what>{_PEOPLE})\b(?P<gap>[^.;:()"
    rf"]{{0,60}}?)(?:,\s*(?:including|among them|of them|of whom)|\s+including|\s+\(including)"
    rf"\b(?P<rest>[^.;)]*)",
    ("including", "among them", "of them", "of whom"),
    re.IGNORECASE,
)


_LISTED = Gated(
    rf"(?P<total>{NUMERAL})\s+(?:[\w’'-]+\s+){{0,3}}?(?P<what>{_PEOPLE})\b[^.;:()\d]{{0,"
    rf"40}}?(?::\s*|\s*[–—]\s*|\s+\(|,\s+)(?P<rest>{NUMERAL}\s+[\w’' -]+?(?:,\s+{NUMERAL}\s+[\w’' "
    rf"-]+?)*,?\s+and\s+{NUMERAL}\s+[^.;,)–—]+)",
    (" and ",),
    re.IGNORECASE,
)


_TOTALLING = Gated(
    rf"(?P<rest>{NUMERAL}\s+[\w’' -]+?(?:,\s+{NUMERAL}\s+[\w’' -]+?)*,?\s+and\s+{NUMERAL}\s+[^.;,"
    rf")]{{2,50}}?),?\s*(?:\(|[–—]\s*|,\s*|\s+)(?:for\s+|making\s+|bringing\s+the\s+total\s+to\s+|"
    rf"which\s+makes\s+|or\s+)?"
    rf"(?:(?:a\s+(?:combined\s+)?total\s+of\s+)(?P<total>{NUMERAL})|(?P<sum>{NUMERAL})(?:\s+[a-z]+)?\s+(?:in all|"
    rf"in total|"
    rf"altogether|all told)\b)",
    ("total", "in all", "altogether", "all told"),
    re.IGNORECASE,
)


_PART = compiled(
    rf"(?P<part>(?i:{NUMERAL}))\s+(?!percent|per cent|years?|months?|days?|weeks?|hours?|"
    rf"minutes?|miles?|km|kilomet|%|degrees|feet|met(?:er|re)s|times|of\b|in\b|from "
    rf"the|million|billion|:)(?P<noun>[a-z][\w’'-]*)"
)


def _sums(words: str) -> Iterator[tuple[Number, list[Number], bool, tuple[int, int]]]:
    """Totals with their parts; whether the parts are all of it; the place in ``words``."""
    for match in _INCLUDING.finditer(words):
        parts = _parts(words, match.start("rest"), match.end("rest"))
        total = numbers(words, match.start("total"), match.end("total"))
        if (
            total
            and parts
            and not re.search(r"\b(?:wounded|injured|hurt|another|others|and|or|more than|least)\b", match["gap"])
        ):
            yield total[0], parts, False, match.span()
    for pattern in (_LISTED, _TOTALLING):
        for match in pattern.finditer(words):
            parts = _parts(words, match.start("rest"), match.end("rest"), whole=True)
            named = "sum" if match.groupdict().get("sum") else "total"
            total = numbers(words, match.start(named), match.end(named))
            before = words[max(0, match.start() - 24) : match.start()].lower()
            rough = re.search(
                r"(?:about|around|nearly|almost|some|least|over|than|roughly|approximately|up "
                r"to|between|of the|in the|among)\s*$",
                before,
            )
            mark = words[: match.start("rest")].rstrip()[-1:]  # also after "80 shops in three countries"
            same = pattern is _TOTALLING or (mark != "" and mark in ":–—(")
            if total and len(parts) > 1 and not rough and same:
                yield total[0], parts, True, match.span()


def _parts(words: str, begin: int, end: int, *, whole: bool = False) -> list[Number]:
    """The numbers of a list "nine children, two women and a guard"; empty where an element cannot be counted.

    ``whole``: the list is all there is, so that any number in it counts ("nine in Lorn").
    """
    rest = words[begin:end]
    if re.search(
        r"\b(?:some|several|many|dozens|hundreds|about|around|nearly|at least|aged?|year-old|"
        r"who (?:was|were)|under|over|injur\w+|wound\w+|of them|of whom|thousands|later)"
        r"\b",
        rest,
    ):
        return []
    if whole:
        return numbers(words, begin, end)
    found: list[Number] = []
    for match in _PART.finditer(words, begin, end):
        found += numbers(words, match.start("part"), match.end("part"))
    singles = len(re.findall(r"(?:^|,|\band)\s+an?\s+[a-z]", rest))
    return found + [Number(1, Span(begin, begin), 1)] * (singles if found else 0)


#: "Sixteen of the 14 are in intensive care".
_OF_ALL_THESE = Gated(
    rf"(?P<a>{NUMERAL}) of the (?P<b>{NUMERAL})(?= (?:are|were|have|had|was|is|who|still|remain\w*|died|"
    rf"left)\b)",
    (" of the ",),
    re.IGNORECASE,
)
_OF_THEM = Gated(
    rf"(?P<b>{NUMERAL})\s+(?!per|%|of (?:those|them|these|whom|which)\b|(?:minutes?|hours?|days?|weeks?|months?|"
    rf"years?)\b)[a-z][^.;\d]{{0,80}}?,\s+(?P<a>{NUMERAL})\s+of\s+(?:them|whom|those|these|which)\b",
    ("of them", "of whom", "of those", "of these", "of which"),
    re.IGNORECASE,
)


_PLURAL = rf"(?:{_PEOPLE}|[a-z]{{3,}}s)"
#: "Of the 200 houses in the village, 240 were burned".
_OF_THE = Gated(
    rf"\b[Oo]f (?:the |its |their |his |her |our |all |these |those |"
    rf"some )?(?P<b>{NUMERAL})\s+(?:[a-z’'-]+\s+){{0,2}}?{_PLURAL}\b"
    rf"[^.;:\d]{{0,50}}?,\s+(?:at least |only |some |about )?(?P<a>{NUMERAL})\s+(?:(?:of them )?(?:were|was|are|is|"
    rf"had|have|has|did|do|"
    r"died|voted|went|came|left|work|remain)|[a-z]{2,}ed)\b",
    ("of ",),
    re.IGNORECASE,
)
#: Any things with so many of them: "9 vacancies, including 18 on appellate courts".
_AMONG_THEM = Gated(
    rf"(?P<b>{NUMERAL}) (?!percent|per cent|%|to |or |in |on |at |and )(?:[A-Za-z’'-]+ ){{0,4}}?"
    r"[a-z’-]{3,}s?\b(?: [a-z]+){0,4}?,? (?:including|among them|of (?:whom|which|them)) "
    r"(?:at least |about |some |nearly |more than )?"
    rf"(?P<a>{NUMERAL})(?! ?(?:percent|per cent|%|years?\b|days?\b|weeks?\b|months?\b|hours?\b|minutes?\b|"
    r"times?\b|th\b|-))",
    ("including", "among them", "of whom", "of which", "of them"),
    re.IGNORECASE,
)
_NO_COUNT = compiled(
    r"(?:[$£€]|\b(?:No|Article|Section|Chapter|age|aged|than|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.?|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)\s?$"
)


def _of_things(context: Context) -> Iterator[Hit]:
    for span, words in told(context):
        for match in _AMONG_THEM.finditer(words):
            whole, share = value_of(match["b"]), value_of(match["a"])
            signs = {words[: match.start(name)][-1:] in ("$", "£", "€") for name in ("a", "b")}
            year = any(each in range(1900, 2101) for each in (whole, share))
            duration = re.search(r"\b(?:years?|days?|weeks?|months?|countries|states|counties)\b", match.group())
            counted = True in signs or not _NO_COUNT.search(words[: match.start()])
            if share > whole > 1 and len(signs) == 1 and counted and not year and not duration:
                told_of = f"a part no larger than the whole; found {say(share)} of {say(whole)}"
                yield Hit(part(span, *match.span()), told_of)


_A_OF_B = compiled(
    rf"(?P<a>{NUMERAL})\s+(?:out\s+)?of\s+(?:the|its|their|his|her|our|some)?\s*(?P<b>{NUMERAL})"
    rf"\s+(?!per\b|%)(?:[\w’'-]+\s+){{0,2}}?{_PLURAL}\b",
    re.IGNORECASE,
)


@rule("FIG414")
def part_larger_than_whole(context: Context) -> Iterator[Hit]:
    for span, looked_for in larger_subsets(context):
        yield Hit(span, looked_for)
    for misfit in misfits(context):
        if misfit.larger:
            yield Hit(misfit.span, misfit.looked_for, related=misfit.related)
    yield from _of_things(context)
    for span, looked_for in (*beyond_the_last(context), *beyond_the_whole(context)):
        yield Hit(span, looked_for)
    for span, words in told(context):
        for match in (*_OF_THEM.finditer(words), *_OF_THE.finditer(words), *_OF_ALL_THESE.finditer(words)):
            whole, share = value_of(match["b"]), value_of(match["a"])
            years = [each for each in (share, whole) if each in range(1900, 2101)]
            if share > whole and not years:
                yield Hit(
                    part(span, *match.span()), f"a part no larger than the whole; found {say(share)} of {say(whole)}"
                )
        for match in _A_OF_B.finditer(words):
            one, other = (
                numbers(words, match.start("a"), match.end("a")),
                numbers(words, match.start("b"), match.end("b")),
            )
            percent = re.match(r"\s*(?:percent|per cent|%)", words[match.end("a") :])
            if (
                one
                and other
                and one[0].value > other[0].value
                and not percent
                and one[0].value not in range(1900, 2100)
            ):
                yield Hit(
                    part(span, *match.span()),
                    f"a part no larger than the whole; found {say(one[0].value)} of {say(other[0].value)}",
                )


@rule("FIG415")
def shares_over_hundred(context: Context) -> Iterator[Hit]:
    for span, words in told(context):
        if not _SHARED_OUT.search(words):
            continue
        found = list(
            re.finditer(
                rf"(?P<n>{NUMERAL})(?:\s+percent\b|\s+per cent\b|\s?%)(?!\s*points?)(?!\s*of (?-i:[A-Z]))",
                words,
                re.IGNORECASE,
            )
        )
        values = [numbers(words, match.start("n"), match.end("n"))[0].value for match in found]
        compared = _COMPARED.search(words)
        if 3 <= len(values) <= 7 and not compared and 102 < sum(values) < 200 and max(values) < 100:
            yield Hit(
                part(span, found[0].start(), found[-1].end()),
                f"shares of at most 100 percent; found {say(sum(values))}",
            )

    yield from _votes_of_all(context)
    for span, looked_for in two_sides(context):
        yield Hit(span, looked_for)


#: "won with 52.3 percent of the vote", then "Tadl received 41.9 percent and Bek 8.8 percent".
_SHARE_OF_VOTE = Gated(
    rf"(?P<n>{NUMERAL}) ?(?:percent|per cent|%) of (?:the |all )?(?:votes?|ballots)\b",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)
_THE_OTHERS = Gated(
    rf"\b(?:received|won|got|took|had|polled|followed|came second|on|with) (?P<a>{NUMERAL}) ?(?:percent|per cent|%),? "
    rf"and [^.;\d]{{3,60}}?(?P<b>{NUMERAL}) ?(?:percent|per cent|%)(?! points?)",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)


def _votes_of_all(context: Context) -> Iterator[Hit]:
    """The winner's share in one sentence, those of the others in the next."""
    for first, second in zip(context.sentences, context.sentences[1:], strict=False):
        words, after = first.span.of(context.text), second.span.of(context.text)
        won, others = _SHARE_OF_VOTE.search(words), _THE_OTHERS.search(after)
        if not won or not others or _COMPARED.search(after) or len(list(_SHARE_OF_VOTE.finditer(words))) > 1:
            continue
        values = [value_of(each) for each in (won["n"], others["a"], others["b"])]
        if 101.5 < sum(values) < 150:
            yield Hit(
                part(second.span, *others.span()),
                f"shares of at most 100 percent; found {say(round(sum(values), 2))}",
                related=(part(first.span, *won.span()),),
            )


#: What is shared out among those to whom the percentages belong: votes, money, opinions, a firm, a population.
_SHARED_OUT = compiled(
    r"\b(?:voted?|votes|ballots|poll|survey|respondents|backed|opposed?|favou?r\w*|undecided|approv\w+|"
    r"disapprov\w+|against|"
    r"no opinion|did not (?:know|answer|vote)|said (?:yes|no)|shareholders?|stakes?|owns?|owned|holds?|seats|"
    r"(?:comes?|came) from|go(?:es)? to|went to|spent on|made up|consists?|comprise[sd]?|accounts? for|shares?|"
    r"rest|remainder|"
    r"of (?:the|its|their|his|her|all) (?!(?:year|month|season)s?\b)[a-z]+)\b",
    re.IGNORECASE,
)
#: Percentages of different wholes.
_COMPARED = compiled(
    r"\b(?:from \d|up|down|compared|last (?:year|month)|earlier|previous\w*|also|both|among|while|rose|fell|grew|"
    r"rise|fall|"
    r"increas\w+|decreas\w+|higher|lower|more than|less than|respectively|in (?:19|20)\d\d|precincts?|margins?|"
    r"turnout|leads?|led|points?|%[-–]\d+|by \d+ (?:percent|per cent|%) to|"
    r"(?:percent|per cent|%) (?:in|of (?:men|women|whites?|blacks?|[A-Z]\w+)) )\b"
)
