"""Which report credits whom, and which report of the ledger that is.

Credits stand in relays ("…, according to the Post"), in sources that are media themselves, in "told Kestrel" on
another outlet's page, in datelines, bylines and credit lines, and in links.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from sayso.attribution.outlets import outlets, people
from sayso.report.agencies import agency
from sayso.trace.direction import moment, name_words, names
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.material import Page
from sayso.trace.types import Cite, Cited
from sayso.types import Span, Statement

#: Words before an outlet's name that credit it.
_TOLD = re.compile(
    r"(?:\b(?:told|telling|tells|quoted? by|quoting|cit(?:ing|ed by|es)|according to|report(?:ed|s)? (?:by|in)"
    r"|interview with|seen by|reviewed by|obtained by|published (?:by|in)|spoke to|speaking to|via"
    r"|first (?:reported )?(?:by|in)"
    r"|appeared (?:in|on)|(?:reporting|material|footage|pictures|information|files) (?:by|from))"
    r"\s+(?:(?:the|a|its|an|\w+['’]s|[\w-]+)\s+){0,4}[\"“‘']?)\Z",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\A['’\"”]?\s*(?:,\s+(?:which|citing|quoting|a|an|the)\b[^.]{0,80},\s*)?"
    r"(?:has|had|have|also|first|which|later|earlier|not|,|\s)*\s*"
    r"(?:report|said|says|quot|cit|publish|wrote|writes|reveal|discover|saw|seen|broke|learn|show|describ|carried|put\b)",
    re.IGNORECASE,
)
_POSSESSIVE_WORK = re.compile(
    r"\A['’]s?\s+(?:\w+\s+){0,2}(?:report|story|account|article|version|investigation|interview|sources?)\b"
)
_CORRECTS = re.compile(
    r"\b(?:[Ii]n (?:a|an|its|our|the) (?:\w+ )?(?:story|report|article|dispatch|item)"
    r"|(?:[Aa]n|[Tt]he|[Oo]ur|[Ii]ts) (?:earlier|previous|original)"
    r" (?:\w+ )?(?:version|story|report|article|dispatch))\b[^.]{0,120}"
)
_NOTICE = re.compile(
    r"\s*(?:CORRECT|CLARIFICATION|RETRACT|WITHDRAW|REFILE|KILL\b|Correction|Corrective|Corrected|Clarification|Retraction)"
)
_KINDS = (
    r"(?:news|trade|gossip|industry|specialist|investigative|local|state|regional|financial|business|weekly)?[ -]?"
    r"(?:newspaper|website|web site|site|portal|newsletter|blog|magazine|journal|broadcaster|podcast|tabloid|daily"
    r"|weekly|news agency|newswire|wire service|TV channel|television channel|TV station|radio station|news outlet)"
)
#: A medium that a report introduces as one: "the trade website Name", "Name, a weekly".
_INTRODUCED = re.compile(rf"\b{_KINDS} (?P<name>[A-Z][\w&]+(?: [A-Z][\w&]+){{0,2}})")
_EXPLAINED = re.compile(rf"(?P<name>[A-Z][\w&]+(?: [A-Z][\w&]+){{0,2}}), an? (?:[\w-]+ ){{0,2}}{_KINDS}\b")
_GENERIC_TAIL = re.compile(r"(?:\s(?:News|Online|Agency|Media|Wire|Newswire|Network|Group))+$")
_MEDIUM = re.compile(
    r"\b(?:newspaper|paper|daily|weekly|tabloid|magazine|agency|broadcaster|station|channel|outlet|site|website|portal"
    r"|network|publication|journal|radio|television|blog)\b",
    re.IGNORECASE,
)
#: A paragraph's last words, after a dash or in brackets: a signature.
_SIGNED = re.compile(r"(?:[–—-]\s?|\()\Z")
_URL = re.compile(r"https?://\S+")


def cites(pages: Sequence[Page]) -> tuple[Cite, ...]:
    """Every credit, in the order of the reports and their words; ``cites`` is the report meant where it is here."""
    known = _Known(pages)
    made: list[Cite] = []
    for page in pages:
        seen: dict[str, Span] = {}
        corrects = _CORRECTS.search(page.text)
        if corrects and page.outlet and is_correction(page):
            earlier = known.report(page.outlet, page)
            if earlier:
                made.append(Cite(page.id, Cited(report=earlier.id), Span(*corrects.span())))
        for name, span in sorted(_credits(page, known), key=lambda found: found[1]):
            if _own(page, name) or _own(page, span.of(page.text)):
                continue
            target = known.report(name, page)
            key = target.id if target else " ".join(sorted(name_words(name)))
            if key in seen and seen[key].end + 40 > span.begin:
                continue  # one credit in several words
            seen[key] = span
            made.append(Cite(page.id, Cited(report=target.id) if target else Cited(name=name), span))
    return tuple(made)


def is_correction(page: Page) -> bool:
    """The whole report is a notice that corrects an earlier one."""
    return bool(_NOTICE.match(page.reading.report.headline or ""))


def _own(page: Page, name: str) -> bool:
    return page.outlet is not None and (names(name, page.outlet) or name_words(name) <= name_words(page.outlet))


class _Known:
    """The outlets of the reports at hand, and their reports."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._reports: dict[frozenset[str], list[Page]] = defaultdict(list)
        self._urls: dict[str, Page] = {}
        forms: dict[str, str] = {}
        for page in pages:
            if page.reading.report.url:
                self._urls[page.reading.report.url.rstrip("/")] = page
            if page.outlet:
                self._reports[name_words(page.outlet)].append(page)
                bare = re.sub(r"^The\s", "", page.outlet)
                for form in (page.outlet, bare, _GENERIC_TAIL.sub("", bare)):
                    forms.setdefault(form, page.outlet)
        for page in pages:
            for match in (*_INTRODUCED.finditer(page.text), *_EXPLAINED.finditer(page.text)):
                forms.setdefault(match["name"], match["name"])
        ordered = sorted(forms, key=len, reverse=True)
        self._pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, ordered)) + r")\b") if ordered else None
        self._forms = forms
        self._vectors: dict[str, frozenset[int]] = {}

    def by_url(self, url: str) -> Page | None:
        return self._urls.get(url.rstrip("/.,)"))

    def named(self, text: str) -> Iterator[tuple[str, Span]]:
        """Where ``text`` names one of the outlets."""
        if self._pattern:
            for match in self._pattern.finditer(text):
                yield self._forms[match.group()], Span(*match.span())

    def is_outlet(self, name: str) -> bool:
        return bool(self._of(name))

    def _of(self, name: str) -> list[Page]:
        words = name_words(name)
        if not words:
            return []
        exact = self._reports.get(words)
        if exact:
            return exact
        return [page for known, pages in self._reports.items() if known >= words or names(name, pages[0].outlet)
                for page in pages]  # fmt: skip

    def report(self, name: str, by: Page) -> Page | None:
        """The report of the outlet ``name`` that ``by`` means: not later than it, and the likest."""
        then = moment(by.published)
        fitting = []
        for page in self._of(name):
            when = moment(page.published)
            if page is not by and not (then and when and when > then):
                fitting.append(page)
        if not fitting:
            return None
        ours = self._stems(by.print)
        return max(fitting, key=lambda page: (_shared(ours, self._stems(page.print)), page.age[1], page.id))

    def _stems(self, print_: Fingerprint) -> frozenset[int]:
        made = self._vectors.get(print_.report)
        if made is None:
            content = print_.stems[(print_.kinds & 16) == 0]
            made = self._vectors[print_.report] = frozenset(content.tolist())
        return made


def _shared(ours: frozenset[int], theirs: frozenset[int]) -> float:
    return round(len(ours & theirs) / max(1, min(len(ours), len(theirs))), 2)


def _credits(page: Page, known: _Known) -> Iterator[tuple[str, Span]]:
    report, text = page.reading.report, page.text
    media = outlets(text, people([s.source for s in page.reading.statements]))
    heard = frozenset(outlet.name for outlet in media)
    if report.dateline and report.dateline.agency:
        yield report.dateline.agency, report.dateline.span
    for block in report.blocks:
        if block.role == "credit":
            for name, span in known.named(block.span.of(text)):
                yield name, Span(block.span.begin + span.begin, block.span.begin + span.end)
            if (name_ := agency(block.span.of(text).strip("()– —-.") or "")) is not None:
                yield name_, block.span
    for line in report.byline:
        at = text.find(line)
        if at >= 0:
            yield from ((name, Span(at, at + len(line))) for name, _ in known.named(line))
    if report.agency and not (report.dateline and report.dateline.agency):
        at = text.rfind(report.agency)
        if at >= 0:
            yield report.agency, Span(at, at + len(report.agency))
    for statement in page.reading.statements:
        yield from _of_statement(text, statement, known, heard)
    body = [block.span for block in report.blocks if block.role in ("paragraph", "deck", "headline", "caption")]
    seen = [(name, span) for name, span in known.named(text)] + [(o.name, o.span) for o in media]
    for name, span in seen:
        if not any(block.contains(span) for block in body):
            continue
        signed = _SIGNED.search(text, max(0, span.begin - 4), span.begin) and not text[span.end : span.end + 2].strip(
            ") ."
        )
        if signed or _TOLD.search(text, max(0, span.begin - 60), span.begin) or _credits_after(text, span.end):
            yield name, span
    for match in _URL.finditer(text):
        target = known.by_url(match.group())
        if target is not None and target is not page and target.outlet:
            yield target.outlet, Span(*match.span())


def _credits_after(text: str, end: int) -> bool:
    after = text[end : end + 90]
    return bool(_SAYS.match(after) or _POSSESSIVE_WORK.match(after))


def _of_statement(text: str, statement: Statement, known: _Known, heard: Collection[str]) -> Iterator[tuple[str, Span]]:
    source = statement.source
    for name, mention in (*((hop.name, hop.mention) for hop in statement.via), (source.name, source.mention)):
        if name and mention is not None and (name in heard or known.is_outlet(name)):
            words = mention.of(text)
            if _MEDIUM.search(words) or name_words(name) & name_words(words):
                yield name, mention
