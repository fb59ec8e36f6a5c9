"""Media named in a text: what reporters were told things by, through whom they cite, and under which full name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.attribution.cues import table
from sayso.patterns import kept
from sayso.types import SourceRef, Span


@dataclass(frozen=True, slots=True)
class Outlet:
    """``name``: in the fullest form that the text gives; ``span``: the words used here, article excluded."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class _Patterns:
    """``named`` finds known names and endings; the rest decides what a match needs before or after it; ``ordinary``:
    names that are words besides, and no medium's behind another capital ("Extra Time")."""

    named: re.Pattern[str]
    ending: frozenset[str]
    short: frozenset[str]
    ordinary: frozenset[str]
    generic: re.Pattern[str]


_RUN = kept(r"(?:\b[A-Z][\w&-]*(?:\.[A-Z]\.)?\s(?:of\s)?){1,4}$")
_LEAD = kept(r"(?:(?:[Tt]he|An?)\s)?")
#: A capitalised word right before a name, not the first of its sentence.
_WITHIN = kept(r"[\w,;]\s(?!The\s)[A-Z][\w’'-]+\s\Z")
_POSSESSIVE = kept(r"['’]s?\s[“\"‘']?")
_ARTICLE = kept(r"\b[Tt]he\s$")
_TOLD = kept(r"\b(?:told|tells|telling)\sthe\s$")
_NAME_GOES_ON = kept(r"\s[A-Z]")
#: What a learned journal is about: "the Journal of Bone Medicine".
_OF = kept(r"\sof\s(?:the\s)?[A-Z][\w-]+(?:\s(?:and\s|&\s|in\s)?[A-Z][\w-]+){0,5}")
#: What stands after a name that is no medium's: "Vice President", "Standard Chartered".
_NO_MEDIUM = kept(
    r"\s(?:President|Premier|Chair\w*|Mayor|Admiral|Chancellor|Chartered|Investments|Inc|Corp|Ltd|Holdings)\b"
)
#: Where a title of a person begins that has run into a medium's: "told The Harbour Gazette President Ravel had".
_TITLE = kept(r"\s(?:President|Vice|Sen|Senator|Rep|Gov|Governor|Mayor|Mr|Mrs|Ms|Dr|Gen|Secretary|Prime|Minister)\b")


@lru_cache(maxsize=4)
def _patterns(language: str) -> _Patterns:
    raw = table(language)["outlets"]

    def either(forms: Iterable[str]) -> str:
        found = "|".join(
            re.escape(form).replace(r"\ ", r"\s+") for form in sorted(sorted(forms), key=len, reverse=True)
        )
        return re.sub(r"(?<![^|])The(?=\\s)", "[Tt]he", found)  # "told the Guardian"

    shouted = {name.upper() for name in raw["names"] if len(name) > 4 and " " not in name}  # "POLITICO"
    forms = {*raw["names"], *shouted, *raw["plain"], *raw["endings"], *raw["short"]}
    # By first letter, so that one look passes over all names that begin with another.
    known = "|".join(
        f"(?=[{first + first.lower()}])(?:{either(form for form in forms if form[0] == first)})"
        for first in sorted({form[0] for form in forms})
    )
    # "Interfax news agency", but not "State news agency DNA"
    kind = rf"(?:['’]s)?\s(?:{either(raw['kinds'])})\b"
    before_kind = rf"(?!The\b|An?\b)[A-Z][\w.&-]*(?={kind})(?!{kind}\s[A-Z])"
    # "the magazine Oar & Keel", "local channel KPTV"; a lookbehind needs one width for each noun
    begins = _after(raw["before"])
    capital = r"(?:al|el)-[A-Z]\w+|[A-Z][\w’'.-]*\w"
    # "told The Velder": within a sentence a capital article makes a title
    titled = "|".join(rf"(?<=\b{re.escape(lead)}\sThe\s)" for lead in raw["leads"])
    after_title = rf"(?<=\sThe\s)(?:{titled})(?!Hague\b)(?:{capital})(?:\s(?:{capital})){{0,2}}"
    spoken = r"[A-Z][a-z]+(?:n|sh|se|i|ch)\s(?:state\s)?(?:radio|television|TV|media)"  # "Lithuanian radio"
    after_kind = rf"(?:{begins})(?!The\b)(?:{capital})(?:\s(?:&\s|of\s|de\s)?(?:{capital})){{0,3}}"
    # Nearly all words begin with none of these, and are passed over before anything is looked for behind them.
    small = {form.split()[0] for form in forms if form[0].islower()}
    opens = rf"(?=[A-Z0-9]|the\s|[ae]l-|(?:{'|'.join(sorted(small))})\b)"
    return _Patterns(
        kept(rf"\b{opens}(?:{after_kind}|{after_title}|{raw['stations']}|{spoken}|{known}|{before_kind})\b(?![-–]\w)"),
        frozenset(raw["endings"]),
        frozenset(raw["short"]) - frozenset(raw["names"]),
        frozenset(raw["ordinary"]),
        kept(rf"[Tt](?<!\w.)he\s((?:[A-Z][\w-]*\s)?(?:{either(raw['generic'])}))\b(?!\s+(?:The\s)?[A-Z])"),
    )


def _after(nouns: Iterable[str]) -> str:
    """Right after one of the nouns. Their last letter is looked at first: most words end in another."""
    ending: dict[str, list[str]] = {}
    for noun in nouns:
        ending.setdefault(noun[-1], []).append(rf"(?<=\b{re.escape(noun)}\s)")
    return "|".join(rf"(?<={last}\s)(?:{'|'.join(found)})" for last, found in ending.items())


def _span(text: str, match: re.Match[str], patterns: _Patterns) -> Span | None:
    """The whole name around a match: "The Harbour" before "Gazette"; None for an ending that no name stands before."""
    begin, end = match.span()
    if match.group().startswith("the "):
        begin += 4
    if match.group() in patterns.ordinary and _WITHIN.search(text, max(0, begin - 30), begin):
        return None
    if match.group() not in patterns.ending:
        needs_article = match.group() in patterns.short
        return Span(begin, end) if not needs_article or _ARTICLE.search(text, max(0, begin - 5), begin) else None
    run = _RUN.search(text, max(0, begin - 60, text.rfind("\n", 0, begin) + 1), begin)
    matter = _OF.match(text, end) if match.group() == "Journal" else None
    end = matter.end() if matter else end
    if run and (lead := _LEAD.match(run.group())) and lead.end() < len(run.group()):
        return Span(run.start() + lead.end(), end)
    if matter:
        return Span(begin, end)
    article = match.group() in patterns.short and _ARTICLE.search(text, max(0, begin - 5), begin)
    told = _TOLD.search(text, max(0, begin - 14), begin) and not _NAME_GOES_ON.match(text, end)
    return Span(begin, end) if article or told else None


#: A word beside a name.
_BESIDE = kept(r"[A-Za-z]{2,}")


def _shouted(text: str, match: re.Match[str]) -> bool:
    """Whether letters stand in a line of capitals, where any word may look like a station's: "THE VOTE WAS CLOSE"."""
    if not match.group().isupper() or not match.group().isalpha():
        return False
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()][-40:] + text[match.end() : match.end() + 40]
    beside = _BESIDE.findall(line.partition("\n")[0])
    return len(beside) > 3 and all(word.isupper() for word in beside)


def outlets(text: str, people: Collection[str] = (), language: str = "english") -> tuple[Outlet, ...]:
    """All named media of ``text`` in order; "the newspaper" stands for the one last named.

    ``people``: names of persons of the report, so that one called like a medium is not taken for it.
    """
    patterns = _patterns(language)
    last_names = {name.split()[-1] for name in people if name.split()}
    found: list[Span] = []
    shortened: list[Span] = []
    shows: dict[str, str] = {}
    for match in patterns.named.finditer(text):
        span = _span(text, match, patterns) if not _shouted(text, match) else None
        if span is not None:
            title = _TITLE.search(text, span.begin, span.end)
            if title:
                span = Span(span.begin, title.start())
            elif _NO_MEDIUM.match(text, span.end):
                continue
        if span is None and _ARTICLE.search(text, max(0, match.start() - 5), match.start()):
            shortened.append(Span(*match.span()))
        if span is None or span.of(text) in last_names:
            continue
        if found and span.begin < found[-1].end:
            if span.begin <= found[-1].begin:  # "NBC" grows to "NBC News"
                found[-1] = span
            continue
        if found and _POSSESSIVE.fullmatch(text, found[-1].end, span.begin):  # "NBC's Meet the Press" is NBC's
            shows[span.of(text)] = found[-1].of(text)
        else:
            found.append(span)
    begins = {span.begin for span in found}
    found = [s for s in found if s.end + 1 not in begins or text[s.begin].isupper()]  # "state news agency DNA" is DNA
    # "The Examiner" where the text has a Coastal Examiner
    found += [s for s in shortened if any(other.of(text).endswith(" " + s.of(text)) for other in found)]
    names = [" ".join(shows.get(span.of(text), span.of(text)).split()) for span in found]
    full = sorted(set(names), key=len, reverse=True)
    out = [Outlet(_fullest(name, full), span) for name, span in zip(names, found, strict=True)]
    for match in patterns.generic.finditer(text):
        before = [outlet for outlet in out if outlet.span.begin < match.start()]
        if before and not any(outlet.span.overlaps(Span(*match.span(1))) for outlet in out):
            last = max(before, key=lambda outlet: outlet.span.begin)
            out.append(Outlet(last.name, Span(*match.span(1))))
    return tuple(sorted(out, key=lambda outlet: outlet.span))


def people(sources: Sequence[SourceRef]) -> set[str]:
    """Names of the sources that are persons."""
    return {source.name for source in sources if source.name and source.type == "person"}


def initials(name: str) -> str:
    """The first letters of a name's capitalised words but an article's."""
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper() and word != "The")


def _fullest(name: str, full: list[str]) -> str:
    """The longest name of the text that ends in ``name``, else the name whose initials it is, else itself."""
    for longer in full:
        if longer != name and (longer.endswith(" " + name) or longer == f"{name} News"):
            return longer
        if len(name) > 1 and name.isupper() and initials(longer) == name:
            return longer
    return name


@lru_cache(maxsize=4096)
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
_PARTS = kept(r"\s(?:news|online|web|tv|television|network|radio|agency|com)\b")


@lru_cache(maxsize=4096)
def same(a: str | None, b: str | None) -> bool:
    """Whether two names are of one outlet: "CBN News" and "CBN"."""
    x, y = (_PARTS.sub("", plain(name).replace("(", "")).strip() for name in (a, b))
    return bool(x) and (x == y or any(x in group and y in group for group in _SAME))


@lru_cache(maxsize=4096)
def short_for(name: str | None, outlet: str | None) -> bool:
    """Whether a name is an outlet's own or short for it: "the Post" in the Harbour Post."""
    return same(name, outlet) or (bool(name) and plain(outlet).endswith(" " + plain(name)))
