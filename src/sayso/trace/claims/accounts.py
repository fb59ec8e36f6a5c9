"""What round-ups hand on: the accounts of several media, one after the other, of what they take to be one matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.trace.citing import is_correction
from sayso.trace.claims.side_by_side import AGAINST
from sayso.trace.firsthand import told_itself
from sayso.trace.material import Page, Scene
from sayso.types import Span

#: Where one account ends and the next begins within a sentence.
_CUT = re.compile(r";\s+|,?\s+and\s+(?=(?:his|her|its|their|the|an?|so|by)\b)")
#: Somebody tells what was told before; ``whom`` may say by whom.
_SAME = re.compile(
    r"\b(?:(?:say|tell|give|report|write)s?|said|told|gave|reported|wrote)\s+(?:"
    r"(?:(?!the\s+same)\w+\s+){0,5}?(?:(?:very|much|just|exactly|almost)\s+)*the\s+same(?=[.,;:!]|\s+(?:as|to|thing|story|account|version)\b)"
    r"|(?:\w+\s+){0,4}?an?\s+(?:very\s+)?similar\s+(?=story|account|version))(?:\s*(?:thing|story|account|version))?"
    r"(?:\s+as\s+(?:the|an?|his|her|their)\s+(?:\w+\s+)?(?P<whom>\w+))?"
    r"|\b(?:bears?|bore|borne)\s+(?:(?:it|this|that|him|her|them)\s+)?out\b|\bcorroborat(?:es?|ed)\b|\btoo(?=[.,;])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """A stretch of a report that hands on what other reports here tell, or what the report was told itself.

    ``reports`` are those, the report itself among them where it was told. ``topic`` is the nearest sentence before it
    in the paragraph that hands on nothing: "How many were hurt?"; ``same`` another account that it says it is like.
    """

    page: Page
    span: Span
    reports: frozenset[str]
    topic: Span | None
    same: Span | None = None


def accounts(scene: Scene) -> Iterator[tuple[Account, Account]]:
    """Neighbouring stretches of one paragraph, each from reports of other texts than the other; whatever is read
    there: who speaks is often misread where many speak."""
    for page in scene.pages:
        if len({cite.cites.report for cite in scene.credits[page.id]} - {None}) > 1 and not is_correction(page):
            found = _accounts(scene, page)
            for n, other in enumerate(found):
                ours = {scene.family.get(report) for report in other.reports}
                before = [one for one in found[:n] if one.reports]
                same = _SAME.search(page.text, *other.span) if other.reports else None
                one = _told_before(page, before, other, same) if same else found[n - 1] if n else other
                theirs = {scene.family.get(report) for report in one.reports}
                if ours and theirs and not ours & theirs:
                    if same:
                        yield one, replace(other, same=one.span)
                    elif page.paragraph(one.span.begin) == page.paragraph(other.span.begin) and not AGAINST.search(
                        page.text, *other.span
                    ):
                        yield one, other


def _told_before(page: Page, before: Sequence[Account], other: Account, same: re.Match[str]) -> Account:
    """The account that another is said to be like: of whom it is said, else the last one of the paragraph."""
    whom = same["whom"]
    for one in reversed(before):
        if whom and re.search(rf"\b{re.escape(whom)}\b", one.span.of(page.text), re.IGNORECASE):
            return one
    here = page.paragraph(other.span.begin)
    return next((one for one in reversed(before) if not whom and page.paragraph(one.span.begin) == here), other)


def _accounts(scene: Scene, page: Page) -> list[Account]:
    """The sentences of a report, cut between two that each credit somebody."""
    found: list[Account] = []
    topic = None
    for sentence in page.sentences:
        if topic and page.paragraph(topic.begin) != page.paragraph(sentence.begin):
            topic = None
        cuts = [sentence.begin, *(m.end() for m in _CUT.finditer(page.text, *sentence)), sentence.end]
        first = len(found)
        for begin, end in pairwise(cuts):
            reports = _handed_on(scene, page, Span(begin, end))
            if len(found) > first and not (reports and found[-1].reports):
                last = found.pop()
                begin, reports = last.span.begin, last.reports | reports
            found.append(Account(page, Span(begin, end), reports, topic))
        if not any(account.reports for account in found[first:]):
            topic = sentence
    return found


def _handed_on(scene: Scene, page: Page, span: Span) -> frozenset[str]:
    cites = [cite.cites.report for cite in scene.credits[page.id] if cite.span.overlaps(span)]
    reports = frozenset(report for report in cites if report in scene.by_id and report != page.id)
    if not cites and told_itself(page.text, page.outlet, span):
        return frozenset((page.id,))
    return frozenset(report for report in reports if report)
