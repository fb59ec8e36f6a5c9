"""Reports that credit an outlet which in turn rests on this very outlet."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.chains import Chain
from sayso.attribution.cues import table
from sayso.attribution.outlets import Outlet, same
from sayso.attribution.views import View
from sayso.types import Note, Report


def loops(report: Report, items: Sequence[View], found: Sequence[Chain], media: Sequence[Outlet]) -> list[Note]:
    """A note ``loop`` for each place where another outlet's statement names this outlet as what it rests on."""
    if not report.outlet and not report.agency:
        return []
    citing = tuple(table("english")["standing"]["citing"])
    notes, seen = [], set()
    for item, chain in zip(items, found, strict=True):
        others = [name for name in (item.ref.name, *(hop.name for hop in chain.via)) if name and not _own(report, name)]
        if not any(same(name, outlet.name) for name in others for outlet in media):
            continue
        for outlet in media:
            span = outlet.span
            lead = (
                report.text[max(item.sentence.begin, span.begin - 20) : span.begin]
                .lower()
                .rstrip()
                .removesuffix(" the")
            )
            if (
                _own(report, outlet.name)
                and item.sentence.contains(span)
                and lead.endswith(citing)
                and span not in seen
            ):
                seen.add(span)
                notes.append(Note("loop", span, item.sentence.of(report.text)))
    return notes


def _own(report: Report, name: str) -> bool:
    return same(name, report.outlet) or same(name, report.agency)
