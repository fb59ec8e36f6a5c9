"""Media named in a text: what reporters were told things by, through whom they cite, and under which full name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.attribution.cues import table
from sayso.types import SourceRef, Span


@dataclass(frozen=True, slots=True)
class Outlet:
    """``name``: in the fullest form that the text gives; ``span``: the words used here, article excluded."""

    name: str
    span: Span


@lru_cache(maxsize=4)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    raw = table(language)["outlets"]
    names = "|".join(re.escape(n).replace(r"\ ", r"\s+") for n in sorted(raw["names"], key=len, reverse=True))
    ends = "|".join(sorted(map(re.escape, raw["endings"]), key=len, reverse=True))
    short = "|".join(sorted(map(re.escape, raw["short"]), key=len, reverse=True))
    plain = "|".join(sorted(map(re.escape, raw["plain"]), key=len, reverse=True))
    generic = "|".join(sorted(map(re.escape, raw["generic"]), key=len, reverse=True))
    word = r"(?:[A-Z][\w&.-]*\s(?:of\s)?)"
    kinds = "|".join(map(re.escape, table(language)["outlets"]["kinds"]))
    named = (
        rf"\b(?:{word}{{1,4}}(?:{ends})|{names}|(?<=the\s)(?:{short})|(?<=The\s)(?:{short})|{plain}"
        rf"|{word}{{0,3}}[A-Z][\w.&-]*(?=(?:['’]s)?\s(?:{kinds})\b)|(?<=newspaper\s)[A-Z]\w+|(?<=agency\s)[A-Z]\w+)\b(?![-–]\w)"
    )
    return re.compile(named), re.compile(rf"\b[Tt]he\s((?:[A-Z][\w-]*\s)?(?:{generic}))\b")


def outlets(text: str, people: Collection[str] = (), language: str = "english") -> tuple[Outlet, ...]:
    """All named media of ``text`` in order; "the newspaper" stands for the one last named.

    ``people``: names of persons of the report, so that one called like a medium is not taken for it.
    """
    named, generic = _patterns(language)
    last_names = {name.split()[-1] for name in people if name.split()}
    found: list[Span] = []
    for match in named.finditer(text):
        span = Span(*match.span())
        joined = found and re.fullmatch(r"['’]s?\s(?:[“\"‘'])?", text[found[-1].end : span.begin])
        if not joined and span.of(text) not in last_names:  # "NBC's Meet the Press" is NBC's
            found.append(span)
    full = sorted({" ".join(span.of(text).split()) for span in found}, key=len, reverse=True)
    out = [Outlet(_fullest(" ".join(span.of(text).split()), full), span) for span in found]
    for match in generic.finditer(text):
        before = [outlet for outlet in out if outlet.span.begin < match.start()]
        if before:
            last = max(before, key=lambda outlet: outlet.span.begin)
            out.append(Outlet(last.name, Span(*match.span(1))))
    return tuple(sorted(out, key=lambda outlet: outlet.span))


def people(sources: Sequence[SourceRef]) -> set[str]:
    """Names of the sources that are persons."""
    return {source.name for source in sources if source.name and source.type == "person"}


def _fullest(name: str, full: list[str]) -> str:
    """The longest name of the text that ends in ``name``, else the name whose initials it is, else itself."""
    for longer in full:
        if longer != name and (longer.endswith(" " + name) or longer == f"{name} News"):
            return longer
        initials = "".join(word[0] for word in re.split(r"[\s-]+", longer) if word[:1].isupper() and word != "The")
        if len(name) > 1 and name.isupper() and initials == name:
            return longer
    return name


def plain(name: str | None) -> str:
    """A name without article, case and punctuation, to compare."""
    return re.sub(r"^the\s|[^\w\s&]", "", (name or "").lower()).strip()


#: Names under which one outlet goes; general knowledge.
_SAME = (
    {"associated press", "ap"},
    {"agence francepresse", "afp"},
    {"tass", "itartass"},
    {"ria", "ria novosti"},
    {"new york times", "nyt"},
    {"wall street journal", "wsj"},
)
_PARTS = re.compile(r"\s(?:news|online|web|tv|television|network|radio|agency|com)\b")


def same(a: str | None, b: str | None) -> bool:
    """Whether two names are of one outlet: "CBN News" and "CBN"."""
    x, y = (_PARTS.sub("", plain(name).replace("(", "")).strip() for name in (a, b))
    return bool(x) and (x == y or any(x in group and y in group for group in _SAME))
