"""What to look for in a ledger: one frozen value, the same for the command line, the API and the pages.

It parses from URL parameters and prints to them; a list stands as a repeated parameter and means "any of these",
different filters must all hold.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, get_args
from urllib.parse import parse_qsl, urlencode

from sayso.errors import SettingsError
from sayso.ledger.words import parse
from sayso.types import Disclosure, Firmness, How, Kind, SourceType

SORTS = ("newest", "oldest", "said")
JUDGED = ("none", "accepted", "corrected", "rejected", "added")
#: Closed lists; the values of other filters are open.
_CLOSED = {
    "type": get_args(SourceType),
    "disclosure": get_args(Disclosure),
    "firmness": get_args(Firmness),
    "kind": get_args(Kind),
    "how": get_args(How),
    "judgement": JUDGED,
}
MOST = 1000


@dataclass(frozen=True, slots=True)
class Query:
    """Filters over statements.

    Attributes:
        words: see ``sayso.ledger.words``; looked for in the content, the source's name and title, the relays, notes.
        source: names (any word of a name, every spelling joined to it) or entity ids.
        type, disclosure, act, firmness, kind, how, model: as in the reading.
        standing: what the report says of the statement (denied, unverified, …).
        outlet, via: names of the publisher; of a relay.
        judgement: none, accepted, corrected, rejected, added; without it everything but what was rejected.
        report: report ids or unambiguous beginnings of them.
        published_from, published_to, said_from, said_to: ISO days, inclusive; ``said`` is the day of the
            utterance; one spread over several days counts if they overlap (between two days: if it began at most
            a year before the first).
        confidence: least confidence.
        versions: ``latest`` of each report, or ``all``.
        sort: ``newest`` or ``oldest`` by publication; ``said`` by utterance, newest first, without the undated.
        limit, cursor: size of a page, and where it begins (``Page.next`` of the one before).
    """

    words: str = ""
    source: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    disclosure: tuple[str, ...] = ()
    act: tuple[str, ...] = ()
    firmness: tuple[str, ...] = ()
    standing: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    how: tuple[str, ...] = ()
    model: tuple[str, ...] = ()
    judgement: tuple[str, ...] = ()
    report: tuple[str, ...] = ()
    published_from: str | None = None
    published_to: str | None = None
    said_from: str | None = None
    said_to: str | None = None
    confidence: float | None = None
    versions: str = "latest"
    sort: str = "newest"
    limit: int = 50
    cursor: str | None = None

    def __post_init__(self) -> None:
        """Raises SettingsError for a value that a filter cannot have."""
        for name, allowed in _CLOSED.items():
            for value in getattr(self, name):
                _one_of(name, value, allowed)
        _one_of("sort", self.sort, SORTS)
        _one_of("versions", self.versions, ("latest", "all"))
        for name in ("published_from", "published_to", "said_from", "said_to"):
            _day(name, getattr(self, name))
        if not 1 <= self.limit <= MOST:
            raise SettingsError(f"limit={self.limit}", "is out of range", f"Give 1 to {MOST}")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise SettingsError(f"confidence={self.confidence}", "is out of range", "Give 0 to 1")
        parse(self.words)

    def parameters(self) -> list[tuple[str, str]]:
        """URL parameters, in the order of the fields, defaults left out."""
        pairs: list[tuple[str, str]] = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value == field.default:
                continue
            values = value if isinstance(value, tuple) else (value,)
            pairs += [(field.name, str(each)) for each in values]
        return pairs

    def __str__(self) -> str:
        return urlencode(self.parameters())

    @classmethod
    def of(cls, parameters: str | Iterable[tuple[str, str]]) -> Query:
        """Inverse of :meth:`parameters` and of ``str``; empty values count as not given.

        Raises:
            SettingsError: an unknown parameter or a value that a filter cannot have.
        """
        pairs = parse_qsl(parameters.lstrip("?")) if isinstance(parameters, str) else parameters
        given: dict[str, Any] = {}
        kinds = {field.name: field.default for field in fields(cls)}
        for name, value in pairs:
            if name not in kinds:
                raise SettingsError(name, "is no filter", f"Known are {', '.join(kinds)}")
            if value == "":
                continue
            if isinstance(kinds[name], tuple):
                given[name] = (*given.get(name, ()), value)
            else:
                given[name] = _number(name, value) if name in ("limit", "confidence") else value
        return cls(**given)


def _one_of(name: str, value: str, allowed: Iterable[str]) -> None:
    if value not in allowed:
        raise SettingsError(f"{name}={value}", "is unknown", f"Give one of {', '.join(allowed)}")


def _day(name: str, value: str | None) -> None:
    if value is None:
        return
    try:
        date.fromisoformat(value)
    except ValueError:
        raise SettingsError(f"{name}={value}", "is no day", "Give a day as 2022-11-06") from None


def _number(name: str, value: str) -> float:
    try:
        return int(value) if name == "limit" else float(value)
    except ValueError:
        raise SettingsError(f"{name}={value}", "is no number", "Give a number") from None
