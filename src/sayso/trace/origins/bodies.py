"""Bodies and those who speak for them: a minister and his ministry, a firm and its spokesman, are one origin."""

from __future__ import annotations

import re

from sayso.ledger.names import fold
from sayso.trace.speakers import ROLES
from sayso.types import Source, SourceRef

_STATE = frozenset("government ministry minister cabinet state presidency president premier".split())
_OFFICE = re.compile(
    r"\b(?:minister|secretary|spokes\w+|director|head|chief|chair\w*|president|executive|commissioner|governor|mayor"
    r"|leader|general|officer|ceo|founder|manager|press|official)\b",
    re.IGNORECASE,
)
#: Nouns of bodies: a "board director" speaks for the board of that report.
_BODIES = frozenset(
    "board committee council commission agency authority group union association bureau company service ministry "
    "department directorate federation institute office firm party club foundation force".split()
)
_PAPER = re.compile(
    r"(?!(?:news|media|press|television|radio|earlier|previous|other)\b)(?:[a-z][\w-]* ){0,2}"
    r"(?:certificate|letter|memo|memorandum|document|record|log|filing|affidavit|contract|invoice|receipt|ruling"
    r"|indictment|transcript|minutes|report|register|note|notice|return)s?(?=$|,? (?:of|to|from|by|in|on|for|since|that"
    r"|which|seen|written|sent|[a-z]+ed)\b)"
)
_PAST = re.compile(r"\b(?:former|ex|late|retired|onetime|erstwhile)\b", re.IGNORECASE)
_EMPTY = frozenset("the of for and in at on to who which its his her their a an s mr mrs ms dr sir".split())


def body_words(source: Source) -> frozenset[str]:
    """The words that tell whose body a source belongs to or is; none where nothing does."""
    if source.type == "person":
        if not source.title or not _OFFICE.search(source.title) or _PAST.search(source.title):
            return frozenset()
        return _telling(source.title)
    return _telling(source.name or "")


def _telling(name: str) -> frozenset[str]:
    return frozenset(word[:6] for word in fold(name) if word not in ROLES and word not in _EMPTY)


def speaks_for(a: Source, b: Source) -> bool:
    """Whether one of the two is a body and the other speaks for it, or both speak for one."""
    if "anonymous" in (a.type, b.type) or "document" in (a.type, b.type):
        return False  # what leaks from a body is not what the body says
    if a.type == b.type == "person" and not (_official(a) and _official(b)):
        return False
    one, other = body_words(a), body_words(b)
    return bool(one and other) and (one <= other or other <= one)


def is_document(source: SourceRef) -> bool:
    """A paper is a source of its own, for all that it has no name: "a death certificate"."""
    return source.type == "document" or bool(
        source.type in ("organization", "anonymous") and source.name and _PAPER.match(source.name)
    )


def heads(person: Source, body: Source) -> bool:
    """Whether a title that names its body by a common noun alone, "board director", can mean this body."""
    if person.type != "person" or body.type != "organization" or not person.title or not body.name:
        return False
    if not _OFFICE.search(person.title) or _PAST.search(person.title) or body_words(person):
        return False
    nouns = frozenset(fold(person.title)) & _BODIES
    return bool(nouns) and nouns <= frozenset(fold(body.name))


def described(unnamed: Source, named: Source) -> bool:
    """Whether the words for somebody unnamed, two or more, mostly stand in the title of somebody named."""
    if unnamed.type == "anonymous" or not named.title or not unnamed.name:
        return False
    words = frozenset(fold(unnamed.name)) - _EMPTY
    shared = words & (frozenset(fold(named.title)) - _EMPTY)
    return len(shared) > 1 and len(shared) * 2 >= len(words)


def _official(source: Source) -> bool:
    return bool(source.title and _OFFICE.search(source.title) and not _PAST.search(source.title))


def of_state(source: Source) -> bool:
    """The government, a ministry, a minister."""
    words = frozenset(fold(f"{source.name or ''} {source.title or ''}"))
    return source.type != "anonymous" and bool(words & _STATE) and "opposition" not in words
