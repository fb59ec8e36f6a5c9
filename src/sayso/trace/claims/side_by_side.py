"""What a report sets side by side: two accounts, each from another medium, of what it takes to be one matter.

A round-up ("A guard told Orrin that …. The engineer told Kestrel that …") has sorted the witnesses already. That tells
more than their words, which mostly have little in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.trace.claims.assertions import Assertion
from sayso.trace.material import Page, Scene
from sayso.trace.speakers import Cast, same_body
from sayso.types import Statement

#: Words around what somebody says that set it against what was said before.
AGAINST = re.compile(
    r"\b(?:but|however|yet|while|whereas|although|though|instead|nevertheless|by contrast|on the other hand"
    r"|(?:contradict|reject|den[iy]|dismiss|disput|challeng|disagree|brush|rul(?:ed|es) out)\w*)\b",
    re.IGNORECASE,
)
_ANSWERS = frozenset({"deny", "criticize"})
_PEOPLE = frozenset(
    "people persons men women children bodies dead victims soldiers troops patients civilians officers workers "
    "passengers residents injured wounded casualties deaths".split()
)
_APART = 1.25  # how many times one figure may be the other where two speak of the same
Turn = Sequence[Assertion]


def compatible(a: Assertion, b: Assertion) -> bool:
    """Whether two who speak of one matter can mean the same: no figures far apart, neither a denial."""
    if {a.statement.act, b.statement.act} & _ANSWERS:
        return False
    ours, theirs = _figures(a), _figures(b)
    return all(
        any(max(x, y) <= _APART * min(x, y) for x in ours[unit] for y in theirs[unit])
        for unit in ours.keys() & theirs.keys()
    )


def _figures(assertion: Assertion) -> dict[str, list[float]]:
    """What it counts, by unit, people together; numbers of no unit are mostly times."""
    found: dict[str, list[float]] = {}
    for amount in assertion.statement.amounts:
        value = next((v for v in (amount.value, amount.low, amount.high) if v is not None), None)
        if value is not None and amount.unit and amount.span.overlaps(assertion.span):
            unit = "people" if amount.unit.split()[-1] in _PEOPLE else amount.unit
            found.setdefault(unit, []).append(value)
    return found


def side_by_side(scene: Scene, cast: Cast, made: Sequence[Assertion]) -> Iterator[tuple[Turn, Turn]]:
    """Neighbouring sentences of one paragraph in which two sources speak, each through other media than the other."""
    by_page: dict[str, list[Assertion]] = {}
    for assertion in made:
        by_page.setdefault(assertion.page.id, []).append(assertion)
    for own in by_page.values():
        page = own[0].page
        for one, other in pairwise(_turns(page, cast, own)):
            if _next(page, one[-1], other[0]) and _apart(scene, page, one, other) and not _against(page, other):
                yield one, other


def _turns(page: Page, cast: Cast, own: Sequence[Assertion]) -> list[list[Assertion]]:
    """The assertions below the headline, in order, those of one source that follow one another together."""
    turns: list[list[Assertion]] = []
    last = None
    for assertion in sorted(own, key=lambda a: a.span):
        if page.on_top(assertion.span):
            continue
        who = (page.paragraph(assertion.span.begin), cast.of(page.id, assertion.statement.source.id))
        if who == last:
            turns[-1].append(assertion)
        else:
            turns.append([assertion])
        last = who
    return turns


def _next(page: Page, one: Assertion, other: Assertion) -> bool:
    at, then = page.sentence(one.span.begin), page.sentence(other.span.begin)
    return (
        at is not None
        and then is not None
        and then - at <= 1
        and page.paragraph(one.span.begin) == page.paragraph(other.span.begin)
    )


def _apart(scene: Scene, page: Page, one: Turn, other: Turn) -> bool:
    """Each names the media that it comes through, and none of them is one of the other's."""
    ours = [name for assertion in one for name in _media(scene, page, assertion.statement)]
    theirs = [name for assertion in other for name in _media(scene, page, assertion.statement)]
    return bool(ours) and bool(theirs) and not any(same_body(a, b) for a in ours for b in theirs)


def _media(scene: Scene, page: Page, statement: Statement) -> list[str]:
    """The media that the statement's sentence credits, and the report's own where that is named as a relay."""
    own = page.outlet
    cited = [cite.cites for cite in scene.credits[page.id] if cite.span.overlaps(statement.extent)]
    reports = [scene.by_id[each.report] for each in cited if each.report and each.report in scene.by_id]
    found = [each.name for each in cited if each.name] + [report.outlet for report in reports if report.outlet]
    return found + [own for hop in statement.via if own and hop.name and same_body(hop.name, own)]


def _against(page: Page, turn: Turn) -> bool:
    """The words around what is said set it against what went before."""
    for assertion in turn:
        statement = assertion.statement
        at = statement.extent.begin
        for span in (*sorted(statement.content), None):
            end = span.begin if span else statement.extent.end
            if AGAINST.search(page.text, at, end):
                return True
            at = max(at, span.end) if span else at
    return False
