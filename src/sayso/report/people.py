"""Bylines and credits to names: ``By A B and C D, Reuters``; ``Reporting by A B; Writing by C D; Editing by E F``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.patterns import kept
from sayso.report.agencies import agency
from sayso.types import Credits

_NAME = r"(?:[A-ZÀ-ÞŁŠŽČ][\w.'’-]*|de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos|ter|ten)"
_FULL_NAME = kept(rf"(?:{_NAME}\s+){{1,4}}{_NAME}")
_BYLINE = kept(
    r"(?:(?:Story|Report|Analysis|Words|Written|Reported|Article|Opinion|Posted) )?by\b:?\s+(?P<who>\S.{1,200})\Z",
    re.IGNORECASE | re.DOTALL,
)
_SPLIT = kept(r"\s*(?:,|;|&|\band\b|\bwith\b|\s-\s|\s–\s|\||/)\s*", re.IGNORECASE)
_PLACE = kept(r"(?:\s+(?:in|at|from|for)\s+|/)[A-Z].*\Z", re.DOTALL)
_DESK = kept(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|bureau|desk|press|agency|news|times|post|service|network|"
    r"team|contributors?|columnists?|politics|opinion|today|online|magazine)\b",
    re.IGNORECASE,
)
_DATED = kept(r"\d|\bago\b|\bupdated\b|\bpublished\b", re.IGNORECASE)
_STEP = kept(
    r"(?P<work>(?:(?:additional|further)\s+)?(?:report(?:s|ing|ed)|writing|written|editing|edited|compiled|contribut\w+)"
    r"(?:\s*(?:,|and|&|/)\s*(?:report(?:ing|ed)|writing|written|editing|edited))*)\s*(?:by|from|:)+\s*(?P<who>[^;]*)",
    re.IGNORECASE,
)
_NEXT_STEP = kept(
    r"[,.]\s+(?=(?:additional\s+)?(?:writing|written|editing|edited|reporting)\s+(?:by|from)\b)", re.IGNORECASE
)
_CONTRIBUTED = kept(r"(?P<who>.{2,300}?)\s+(?:(?:reported|contributed)\b)", re.DOTALL)
_JOB = kept(
    r"^(?:with|the|an?|by|additional|associated press|ap|reuters|afp|bloomberg|\S+ news['’]s?)?\s*(?:\w+\s+){0,2}"
    r"(?:writers?|reporters?|correspondents?|journalists?|editors?|producers?)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    names: tuple[str, ...]
    agency: str | None  # ``By The Associated Press``, ``By A B, Reuters``, ``By A B | AP``


def read_byline(words: str) -> Byline | None:
    """A paragraph that begins with By and holds nothing but names, jobs and an outlet; None for anything else."""
    match = _BYLINE.match(words.strip(" \t*_—–-|•"))
    if not match or len(match["who"].split()) > 24 or re.search(r"[.!?]\s+[A-Z]\w+\s+[a-z]+\s+[a-z]", match["who"]):
        return None
    byline = names_in(match["who"])
    capitals = sum(word[0].isupper() for word in match["who"].split())
    is_list = capitals >= 0.5 * len(match["who"].split()) or match["who"].isupper()
    return byline if is_list and (byline.names or byline.agency) else None


def names_in(words: str) -> Byline:
    """People named in a byline without its ``By``; jobs, outlets, places and dates are dropped, an agency is kept."""
    names: list[str] = []
    by = None
    for part in _SPLIT.split(words):
        part = _PLACE.sub("", part).strip(" .:()*_\t\n")
        by = by or agency(part)
        if not part or agency(part) or _DATED.search(part) or _DESK.search(part):
            continue
        spelled = part.title() if part.isupper() else part
        if _FULL_NAME.fullmatch(spelled):
            names.append(" ".join(spelled.split()))
    return Byline(tuple(dict.fromkeys(names)), by)


def is_name(words: str) -> bool:
    """Two to four capitalised words and nothing else."""
    return _FULL_NAME.fullmatch(words.strip()) is not None and len(words.split()) <= 4 and not _DESK.search(words)


def read_credits(words: str) -> Credits:
    """Who reported, wrote and edited; an office ("Reuters offices") counts as who reported."""
    words = _NEXT_STEP.sub("; ", words.strip(" \t\n()[]*_—–-•."))
    found: dict[str, list[str]] = {"reporting": [], "writing": [], "editing": []}
    for step in _STEP.finditer(words):
        work = step["work"].lower()
        people = _people(step["who"])
        for job, stems in (
            ("reporting", ("report", "contrib", "compil")),
            ("writing", ("writ",)),
            ("editing", ("edit",)),
        ):
            if any(stem in work for stem in stems):
                found[job] += people
    if not any(found.values()):
        contributed = _CONTRIBUTED.match(words)
        if contributed:
            found["reporting"] = _people(contributed["who"])
    return Credits(*(tuple(dict.fromkeys(found[job])) for job in ("reporting", "writing", "editing")))


def join(a: Credits, b: Credits) -> Credits:
    return Credits(
        tuple(dict.fromkeys(a.reporting + b.reporting)),
        tuple(dict.fromkeys(a.writing + b.writing)),
        tuple(dict.fromkeys(a.editing + b.editing)),
    )


def _people(words: str) -> list[str]:
    people = []
    for part in re.split(r"\s*(?:,|;|&|\band\b)\s*", _JOB.sub("", words.strip())):
        name = _PLACE.sub("", _JOB.sub("", part)).strip(" .()[]\n\t")
        # "Fox News' Ed Henry": the person; "The Associated Press": the agency as it stands.
        name = re.sub(r"^.{2,30}['’]s?\s+(?=[A-Z])", "", name)
        if 1 < len(name) <= 60 and name[0].isupper() and len(name.split()) <= 6:
            people.append(" ".join(name.split()))
    return people
