"""What the ledger's other reports say; silent without a ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.check.across import Across
from sayso.check.context import Context
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.types import Span


def _span(value: Any) -> Span:
    return Span(int(value[0]), int(value[1]))


def _own(across: Across, places: Any) -> list[Mapping[str, Any]]:
    """The places (or statements, or values) that are in the report being checked."""
    return [place for place in places if place["report"] == across.report]


def _others(across: Across, places: Any) -> list[str]:
    """The names of the other reports among the places, each once."""
    return list(dict.fromkeys(across.name(place["report"]) for place in places if place["report"] != across.report))


def _ids(places: list[Mapping[str, Any]]) -> tuple[str, ...]:
    return tuple(place["statement"] for place in places if place.get("statement"))


_ALIKE = ("same", "harmless")


@rule("CROSS601")
def quotation_differs(context: Context) -> Iterator[Hit]:
    across = context.across
    for quotation in across.of("quotations") if across else ():
        for change in quotation["changes"] if across and _stands_apart(across, quotation) else ():
            ends = (change["a"], change["b"])
            mine = [place for place in ends if across and place["report"] == across.report]
            if len(mine) != 1 or change["change"] in _ALIKE or across is None:
                continue
            other = ends[1] if mine[0] is ends[0] else ends[0]
            theirs = across.words(other)
            yield Hit(
                _span(mine[0]["span"]),
                f"the same words in {across.name(other['report'])}; found: {change['change']}"
                + (f", there {theirs}" if theirs else ""),
                _ids(_own(across, quotation["versions"])),
            )
            break


def _stands_apart(across: Across, quotation: Mapping[str, Any]) -> bool:
    """Whether at least as many other reports have the words otherwise as have them like this one.

    The versions are compared with the first, which is nearest the origin; those that differ from it are one side.
    """
    reports = list(dict.fromkeys(each["report"] for each in quotation["versions"]))
    first = reports[0]
    altered = {
        place["report"]
        for change in quotation["changes"]
        if change["change"] not in _ALIKE and first in (change["a"]["report"], change["b"]["report"])
        for place in (change["a"], change["b"])
    } - {first}
    with_me = altered if across.report in altered else set(reports) - altered
    return len(reports) - len(with_me) >= len(with_me - {across.report})


@rule("CROSS602")
def caveat_dropped(context: Context) -> Iterator[Hit]:
    across = context.across
    for dropped in across.of("dropped_caveats") if across else ():
        if across and dropped["later"] == across.report and context.body and not _denial(across, dropped["earlier"]):
            earlier = dropped["earlier"]
            where = across.words(earlier) or f"at characters {earlier['span'][0]}–{earlier['span'][1]}"
            yield Hit(
                _matter(across, earlier) or _beginning(context),
                f"the caveat that {across.name(earlier['report'])} has, {where}; found none here",
            )


def _denial(across: Across, caveat: Mapping[str, Any]) -> bool:
    """The caveat is the denial of a claim that stands here: CROSS605 asks about it."""
    return any(
        denial["report"] == caveat["report"] and _span(denial["span"]).overlaps(_span(caveat["span"]))
        for claim in across.of("claims")
        if _own(across, claim["statements"]) and not _own(across, claim["denied_by"])
        for denial in claim["denied_by"]
    )


_NEAR = 600  # characters before a caveat in which what it stands on is looked for


def _matter(across: Across, caveat: Mapping[str, Any]) -> Span | None:
    """What the caveat stands on, as this report has it: of the claims in both the one told last before the caveat, else
    the end of the last passage that was copied from before it."""
    report, end = caveat["report"], caveat["span"][1]
    best: tuple[int, Span] | None = None
    for claim in across.of("claims"):
        mine = _own(across, claim["statements"])
        for at in claim["statements"] if mine else ():
            if at["report"] == report and end - _NEAR <= at["span"][0] < end:
                best = max(filter(None, (best, (at["span"][0], _span(mine[0]["span"])))), key=lambda found: found[0])
    if best:
        return best[1]
    passages = (
        passage
        for copy in across.of("copies")
        if copy["report"] == across.report and copy["of"] == report
        for passage in copy["passages"]
        if passage["of"][0] < end
    )
    last = max(passages, key=lambda passage: passage["of"][0], default=None)
    if last is None:
        return None
    begin, until = last["report"]
    return Span(begin, until) if until <= begin + _NEAR else Span(until - 1, until)


def _beginning(context: Context) -> Span:
    """Where to point when the matter is something that the report lacks: its first sentence."""
    return context.sentences[0].span if context.sentences else Span(0, min(1, len(context.text)))


@rule("CROSS603")
def single_origin(context: Context) -> Iterator[Hit]:
    across = context.across
    for claim in across.of("claims") if across else ():
        mine = _own(across, claim["statements"]) if across else []
        outlets = _others(across, claim["statements"]) if across else []
        if mine and len(outlets) >= 2 and claim["independent_origins"]["high"] == 1:
            yield Hit(
                _span(mine[0]["span"]),
                f"a second independent originator in {', '.join(outlets[:4])}; "
                f"found only {', '.join(claim['originators'])}",
                _ids(mine),
            )


@rule("CROSS604")
def circular_credit(context: Context) -> Iterator[Hit]:
    across = context.across
    if across is None:
        return
    cites = [(cite["report"], cite["cites"].get("report"), cite["span"]) for cite in across.of("cites")]
    citing_this = {report for report, cited, _ in cites if cited == across.report}
    for report, cited, span in cites:
        if report == across.report and cited in citing_this:
            yield Hit(_span(span), f"an origin outside the two reports; found {across.name(cited)} citing this one")


@rule("CROSS605")
def denied_elsewhere(context: Context) -> Iterator[Hit]:
    across = context.across
    for claim in across.of("claims") if across else ():
        mine = _own(across, claim["statements"]) if across else []
        denials = claim["denied_by"]
        if across and mine and denials and not _own(across, denials):
            theirs = across.sentence(denials[0])
            yield Hit(
                _span(mine[0]["span"]),
                f"the denial that {', '.join(_others(across, denials)[:3])} carries"
                + (f", {theirs}" if theirs else "")
                + "; found none in this report",
                _ids(mine),
            )


@rule("CROSS606")
def figure_differs(context: Context) -> Iterator[Hit]:
    across = context.across
    for figure in across.of("figures") if across else ():
        mine = _own(across, figure["values"]) if across else []
        if not mine or across is None:
            continue
        rival = next(
            (value for value in figure["values"] if value not in mine and value["value"] != mine[0]["value"]), None
        )
        if rival is not None:
            at = f" ({rival['at']})" if rival.get("at") else ""
            theirs = across.words(rival)
            at += f": {theirs}" if theirs else ""
            yield Hit(
                _span(mine[0]["span"]),
                f"one figure for {figure['what']}; found {rival['value']:g} in {across.name(rival['report'])}{at}",
                _ids(mine),
            )


@rule("CROSS607")
def corrected_elsewhere(context: Context) -> Iterator[Hit]:
    across = context.across
    for correction in across.of("corrections") if across else ():
        if across and across.report in correction["still_carried_by"] and context.body:
            theirs = across.words(correction["notice"])
            yield Hit(
                _beginning(context),
                f"the correction that {across.name(correction['notice']['report'])} published"
                + (f", {theirs}" if theirs else "")
                + "; found the passage uncorrected",
            )
