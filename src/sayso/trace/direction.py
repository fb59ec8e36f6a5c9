"""Which of two reports with one text came first.

Credits tell most: who names the other as its source took from it. Then versions of one outlet, publication times,
marks of machine alteration on one side only, and what is contained in what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from sayso.trace.fingerprints import Fingerprint
from sayso.trace.resemblance import Resemblance
from sayso.trace.words import BODIES_IN_NAMES, COMMON_IN_NAMES

_WEIGHTS = {"credit": 4.0, "version": 3.0, "earlier": 2.0, "damage": 1.5, "containment": 1.0}
UNALTERED = 0.9  # wording from which on marks of damage prove nothing: they may lie in what was cut
CONTAINED = 0.15  # covered by which one side must exceed the other
_BODY = re.compile(rf"\b\w+\s(?P<noun>{'|'.join(sorted(BODIES_IN_NAMES))})\b", re.IGNORECASE)
_LATER_VERSION = re.compile(r"\s*(?:UPDATE|CORRECTED|CORRECTION|WRAPUP|REFILE|RPT|CORRECTIVE)\b")


@dataclass(frozen=True, slots=True)
class Direction:
    """``second_copied``: the second of the two is the copy. ``because``: what says so, weightiest first."""

    second_copied: bool
    because: tuple[str, ...]
    weight: float


def direction(a: Fingerprint, b: Fingerprint, alike: Resemblance) -> Direction:
    """Whether ``b`` was made from ``a`` or the reverse. Without evidence the report ids decide."""
    first, second = alike.covered
    altered = alike.wording < UNALTERED
    votes = {
        "credit": int(credits(b, a)) - int(credits(a, b)),
        "version": _version(a, b),
        "earlier": earlier(a, b),
        "damage": altered * (int(b.damage > 0 == a.damage) - int(a.damage > 0 == b.damage)),
        "containment": int(second - first > CONTAINED) - int(first - second > CONTAINED),
    }
    total = sum(_WEIGHTS[name] * vote for name, vote in votes.items())
    forward = total > 0 or (total == 0 and a.report < b.report)
    because = tuple(name for name, vote in votes.items() if vote == (1 if forward else -1))
    return Direction(forward, because, abs(total))


def credits(copy: Fingerprint, source: Fingerprint) -> bool:
    """``copy``'s credit lines, byline or dateline name ``source``'s outlet, and it is another outlet."""
    if same_outlet(copy, source):
        return False
    return any(names(line, source.outlet) for line in copy.credits)


def same_outlet(a: Fingerprint, b: Fingerprint) -> bool:
    return a.outlet is not None and b.outlet is not None and name_words(a.outlet) == name_words(b.outlet)


def names(line: str, outlet: str | None) -> bool:
    """``line`` (a credit line, a dateline's agency) names ``outlet``, in full or by its initials.

    "Brackwell Police" does not name the Brackwell Post.
    """
    wanted = name_words(outlet)
    initials = "".join(re.findall(r"\b[A-Z]", outlet or ""))
    if len(initials) > 1 and initials in re.findall(r"\w+", line):
        return bool(wanted)
    if not wanted or not wanted <= name_words(line):
        return False
    own = (outlet or "").lower().split()
    return wanted <= name_words(_BODY.sub(lambda body: body.group() if body["noun"].lower() in own else "", line))


def name_words(name: str | None) -> frozenset[str]:
    """The words that tell an outlet or agency from others; all its words where none does."""
    words = frozenset(re.findall(r"\w+", (name or "").lower()))
    return (words - COMMON_IN_NAMES) or words


def earlier(a: Fingerprint, b: Fingerprint) -> int:
    """1 where ``a`` was published before ``b``, -1 where after, 0 where the dates do not tell."""
    first, second = moment(a.published), moment(b.published)
    if first is None or second is None:
        return 0
    if "T" not in (a.published or "") or "T" not in (b.published or ""):
        days = (second.date() - first.date()).days
        return (days > 0) - (days < 0)
    return (first < second) - (first > second)


@lru_cache(maxsize=10_000)  # asked for at every comparison
def moment(published: str | None) -> datetime | None:
    """An ISO 8601 date or time; without a zone it is taken as UTC."""
    try:
        parsed = datetime.fromisoformat(published) if published else None
    except ValueError:
        return None
    return parsed.replace(tzinfo=UTC) if parsed and parsed.tzinfo is None else parsed


def age(report: Fingerprint) -> tuple[bool, float, str]:
    """For sorting, earliest first, the undated last."""
    when = moment(report.published)
    return when is None, when.timestamp() if when else 0.0, report.report


def _version(a: Fingerprint, b: Fingerprint) -> int:
    if not same_outlet(a, b):
        return 0
    marked = bool(_LATER_VERSION.match(b.headline or "")) - bool(_LATER_VERSION.match(a.headline or ""))
    return marked or earlier(a, b)
