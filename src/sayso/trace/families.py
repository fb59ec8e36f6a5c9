"""Families of copies: which reports carry one text, and where it began."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from sayso.trace.copies import CopyFinder, Link, copies, groups, ranked
from sayso.trace.direction import names
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.types import Copy, Family, Origin


def trace_copies(reports: Mapping[str, Fingerprint]) -> tuple[tuple[Copy, ...], tuple[Family, ...]]:
    """Copies and families of a whole collection, in the order of ``reports``; a ledger keeps the links instead,
    and only tests and scores ask for them at once."""
    links = CopyFinder(reports.__getitem__).add(list(reports.values()))
    order = {report: place for place, report in enumerate(reports)}
    made = copies(groups(links), reports)
    return tuple(sorted(made, key=lambda copy: (order[copy.report], order[copy.of]))), families(reports, links)


def families(reports: Mapping[str, Fingerprint], links: Sequence[Link]) -> tuple[Family, ...]:
    """Every report in one family, in the order in which ``reports`` has the families' first members."""
    whole = [each for each in links if not each.partial]
    lists = {members[0]: members for group in groups(whole) for members in [ranked(group, reports)]}
    grouped = {member for members in lists.values() for member in members}
    made: list[Family] = []
    for report in reports:
        if report in lists or report not in grouped:
            members = lists.get(report, [report])
            made.append(Family(f"f{len(made) + 1}", tuple(members), origin([reports[m] for m in members])))
    return tuple(made)


def origin(members: Sequence[Fingerprint]) -> Origin | None:
    """Where the text of ``members`` (the likeliest source first) began.

    An agency that they credit is the origin where none of them is the agency's own; a single report without such a
    credit has no origin to tell of.
    """
    credited = Counter(report.agency for report in members if report.agency)
    for agency, _ in credited.most_common(1):
        own = [report for report in members if names(agency, report.outlet)]
        if not own:
            return Origin(agency=agency)
        return Origin(report=own[0].report) if len(members) > 1 else None
    return Origin(report=members[0].report) if len(members) > 1 else None
