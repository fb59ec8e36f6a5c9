"""Through whom each statement reached the page: which statement it stands in, and every relay, outermost first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attribution.outlets import Outlet, same
from sayso.attribution.views import View
from sayso.types import Hop, Report, Span


@dataclass(frozen=True, slots=True)
class Chain:
    """``parent``: index of the statement whose content holds this one; ``rule``: what each hop came from."""

    parent: int | None
    via: tuple[Hop, ...]
    rules: tuple[str, ...]


_TOLD = re.compile(
    r"\b(?:told|tells|telling|tell|interview(?:ed)? (?:with|by|on|to|for)|speaking (?:to|with|on)|spoke (?:to|with|on)"
    r"|appear(?:ed|ing|ance) on|in an?|by|on|to|with)\s+(?:an?\s|the\s|host of\s|(?:[A-Z][\w-]+\s){0,2})?(?:[\w.-]+['’]s?\s)?$"
)


def parents(items: Sequence[View]) -> list[int | None]:
    """For each statement the innermost other one whose content holds its source, cue and content."""
    out: list[int | None] = []
    for i, item in enumerate(items):
        spans = item.attribution.spans
        best: int | None = None
        if item.attribution.cue or item.attribution.source:
            for j, other in enumerate(items):
                if (
                    j != i
                    and _holds(other, spans)
                    and not _holds(item, other.attribution.spans)
                    and (best is None or _size(other) < _size(items[best]))
                ):
                    best = j
        out.append(best)
    return out


def _holds(outer: View, spans: Sequence[Span]) -> bool:
    return all(any(piece.contains(span) for piece in outer.attribution.content) for span in spans)


def _size(item: View) -> int:
    return item.said.end - item.said.begin


def chains(report: Report, items: Sequence[View], media: Sequence[Outlet]) -> list[Chain]:
    """The chain of every statement. The report's own outlet and agency are no relays and are left out."""
    above = parents(items)
    out: list[Chain] = []
    direct = [_in_sentence(report, item, items, media) for item in items]
    done: dict[int, Chain] = {}

    def resolve(i: int, seen: frozenset[int]) -> Chain:
        if i in done:
            return done[i]
        parent = above[i]
        hops: list[tuple[Hop, str]] = []
        if parent is not None and parent not in seen:
            outer = resolve(parent, seen | {i})
            hops += zip(outer.via, outer.rules, strict=True)
            if items[parent].ref.id != items[i].ref.id and _is_relay(report, items[parent].ref.name):
                hops.append((_hop(items[parent]), "nested"))
        hops += [hop for hop in direct[i] if all(not same(hop[0].name, old.name) for old, _ in hops)]
        if not hops and parent is None:
            hops += _inherited(i, items, done)
        chain = Chain(parent, tuple(hop for hop, _ in hops), tuple(rule for _, rule in hops))
        done[i] = chain
        return chain

    for i in range(len(items)):
        out.append(resolve(i, frozenset()))
    return out


def _is_relay(report: Report, name: str | None) -> bool:
    return bool(name) and not same(name, report.outlet) and not same(name, report.agency)


def _hop(item: View) -> Hop:
    return Hop(item.ref.name or "", item.attribution.source, item.attribution.cue)


def _in_sentence(report: Report, item: View, items: Sequence[View], media: Sequence[Outlet]) -> list[tuple[Hop, str]]:
    """Relays that the statement's own sentence names outside what was said."""
    hops: list[tuple[Hop, str]] = []
    if not item.attribution.cue:
        return hops
    text, cue = report.text, item.attribution.cue[0]
    told = item.cue[-1:] in (("told",), ("telling",), ("tells",), ("tell",))
    for other in items:
        # "TASS quoted X as saying", "citing X, the Post reported": the outer statement of the same sentence.
        if other is item or other.sentence != item.sentence or other.ref.id == item.ref.id:
            continue
    quoting = bool({"quoted", "quoting", "citing", "cited", "quotes", "cites"} & set(item.cue))
    for outlet in media:
        span = outlet.span
        if not item.sentence.contains(span) or not _is_relay(report, outlet.name):
            continue
        if any(piece.overlaps(span) for piece in item.attribution.content):
            continue
        if item.attribution.source is not None and item.attribution.source.overlaps(span):
            continue
        lead = text[max(item.sentence.begin, span.begin - 60) : span.begin]
        if told and 0 <= span.begin - cue.end <= 30:
            hops.append((Hop(outlet.name, span, (cue,)), "told"))
        elif quoting:
            hops.append((Hop(outlet.name, span, ()), "quoting"))
        elif _TOLD.search(lead):
            hops.append((Hop(outlet.name, span, ()), "appearance"))
        if hops:
            break
    return hops


def _inherited(i: int, items: Sequence[View], done: dict[int, Chain]) -> list[tuple[Hop, str]]:
    """A source that speaks on: the relays of its last statement hold until another way is named."""
    item = items[i]
    for j in range(i - 1, max(-1, i - 9), -1):
        if items[j].ref.id == item.ref.id and j in done:
            if item.paragraph - items[j].paragraph > 3:
                return []
            return [
                (hop, "continued")
                for hop, rule in zip(done[j].via, done[j].rules, strict=True)
                if rule != "nested" and done[j].parent is None
            ]
    return []
