"""Which report credits whom, and which report of the ledger that is.

Credits stand in relays ("…, according to the Post"), in sources that are media themselves, in "told Kestrel" on
another outlet's page, in datelines, bylines and credit lines, and in links.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from sayso.attribution.outlets import outlets, people
from sayso.report.agencies import agency
from sayso.trace.direction import name_words
from sayso.trace.firsthand import is_own
from sayso.trace.material import Page, sentence_pairs
from sayso.trace.media import Media, Seen, seen
from sayso.trace.types import Cite, Cited, Copy
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
    r"(?:report|said|says|quot|cit|publish|wrote|writes|reveal|discover|saw|seen|broke|learn|show|describ|carried|put\b"
    r"|(?:has|had|holds|held|obtain\w+)\s+(?:an?|the)\s+(?:[\w-]+\s+)?(?:cop(?:y|ies)|letter|memo|document|file|record)\w*\b)",
    re.IGNORECASE,
)
_POSSESSIVE_WORK = re.compile(
    r"\A['’]s?\s+(?:\w+\s+){0,2}(?:report|story|account|article|version|investigation|interview|sources?)\b"
)
_CORRECTS = re.compile(
    r"\b(?:[Ii]n (?:a|an|its|our|the) (?:[\w.]+ ){0,3}(?:story|report|article|dispatch|item)"
    r"|(?:[Aa]n|[Tt]he|[Oo]ur|[Ii]ts) (?:earlier|previous|original)"
    r" (?:\w+ )?(?:version|story|report|article|dispatch))\b[^.]{0,120}"
)
_NOTICE = re.compile(
    r"\s*(?:CORRECT|CLARIFICATION|RETRACT|WITHDRAW|REFILE|KILL\b|Correction|Corrective|Corrected|Clarification|Retraction)"
)
_MEDIUM = re.compile(
    r"\b(?:newspaper|paper|daily|weekly|tabloid|magazine|agency|broadcaster|station|channel|outlet|site|website|portal"
    r"|network|publication|journal|radio|television|blog)\b",
    re.IGNORECASE,
)
#: A paragraph's last words, after a dash or in brackets: a signature.
_SIGNED = re.compile(r"(?:[–—-]\s?|\()\Z")
#: Media that are only described. Who hands on what they had may call it spreading.
_DESCRIBED = re.compile(
    r"\b(?P<name>(?:(?:[Uu]nnamed|[Ff]oreign|[Oo]verseas|[Ii]nternational|[Ss]tate(?:-run|-owned|-controlled)?|[Ll]ocal"
    r"|[Nn]ational|[Rr]ival|[Ii]ndependent|[Oo]fficial|[A-Z][a-z]+(?:an|i|sh|ese|ic|ch)|news|press) )+"
    r"(?:agency|agencies|media|newspapers?|papers?|websites?|sites?|outlets?|broadcasters?|television|TV|radio|portals?"
    r"|channels?))\b(?! [A-Z])"
)
_SEVERAL = re.compile(r"^(?![Ss]tate).*(?:media|press|s)\Z")
_SPREAD_BY = re.compile(
    r"\b(?:carried|relayed|circulated|disseminated|spread|distributed|published|reported|quoted|cited|run|broadcast|aired"
    r"|put out) (?:by|in|on) (?:an?|the|some|another)?\s?\Z"
)
_SPREAD = re.compile(
    r"\s+(?:had |have |has |also |earlier )*"
    r"(?:spread|carried|circulat|claim|alleg|publish|ran\b|run\b|broadcast|aired|put out)"
)
_TOLD_NAME = re.compile(r"\b(?:told|telling|to) (?P<name>[A-Z]\w+)")
_SIGNATURE = 40  # characters of a paragraph that may be no more than an agency's name
_URL = re.compile(r"https?://\S+")


def cites(page: Page, near: Sequence[Seen], sources: Sequence[tuple[Copy, Page]] = ()) -> tuple[Cite, ...]:
    """Every credit that a report gives, in the order of its words; ``cites`` is the report meant where it is ``near``.

    ``sources``: those of which the report is a copy as a whole.
    """
    known = Media([*near, seen(page.print, page.text)])
    made = _plain(page, known)
    credited = {cite.cites.report for cite in made}
    for copy, of in sources:
        if of.id not in credited and of.outlet and of.outlet != page.outlet:
            made += (Cite(page.id, Cited(report=of.id), span) for span in _disguised(page, of, copy, known))
        made = [_undisguised(cite, page, of, copy, known) for cite in made]
    return tuple(made)


def _plain(page: Page, known: Media) -> list[Cite]:
    made: list[Cite] = []
    credited: dict[str, Span] = {}
    corrects = _CORRECTS.search(page.text)
    if corrects and page.outlet and is_correction(page):
        earlier = known.report(page.outlet, page)
        if earlier:
            made.append(Cite(page.id, Cited(report=earlier.id), Span(*corrects.span())))
    for name, span in sorted(_credits(page, known), key=lambda found: found[1]):
        if is_own(page.outlet, name) or is_own(page.outlet, span.of(page.text)):
            continue
        if not _DESCRIBED.fullmatch(name):
            target = known.report(name, page)
        else:  # "foreign media" are several
            target = None if _SEVERAL.search(name) else known.described(name, span, page)
        key = target.id if target else " ".join(sorted(name_words(name)))
        if key in credited and credited[key].end + 40 > span.begin:
            continue  # one credit in several words
        credited[key] = span
        made.append(Cite(page.id, Cited(report=target.id) if target else Cited(name=name), span))
    return made


def _undisguised(cite: Cite, page: Page, of: Page, copy: Copy, known: Media) -> Cite:
    """A medium that only an altered copy names is the one that its source credits in that sentence."""
    name, at = cite.cites.name, page.sentence(cite.span.begin)
    if name is None or name in of.text or at is None:
        return cite
    j = sentence_pairs(copy, page, of).get(at)
    for other in _plain(of, known) if j is not None else ():
        theirs = other.cites.name
        if j is not None and theirs and theirs not in page.text and of.sentences[j].contains(other.span):
            return Cite(cite.report, other.cites, cite.span)
    return cite


def _disguised(page: Page, of: Page, copy: Copy, known: Media) -> Iterator[Span]:
    """Where an altered copy has another name in place of its source's own: "told Orbital" for "told Orbis"."""
    for i, j in sentence_pairs(copy, page, of).items():
        if not any(name == of.outlet for name, _ in known.named(of.sentences[j].of(of.text))):
            continue
        sentence = page.sentences[i]
        told = _TOLD_NAME.search(page.text, sentence.begin, sentence.end)
        if told and told["name"] not in of.text:
            yield Span(*told.span("name"))
            return


def is_correction(page: Page) -> bool:
    """The whole report is a notice that corrects an earlier one."""
    return bool(_NOTICE.match(page.reading.report.headline or ""))


def _credits(page: Page, known: Media) -> Iterator[tuple[str, Span]]:
    report, text = page.reading.report, page.text
    media = outlets(text, people([s.source for s in page.reading.statements]))
    described = list(_described(text))
    media = tuple(o for o in media if not any(span.overlaps(o.span) for span in described))
    heard = frozenset(outlet.name for outlet in media)
    if report.dateline and report.dateline.agency:
        yield report.dateline.agency, report.dateline.span
    for block in report.blocks:
        alone = block.span.of(text).strip("()[]–—-. ")
        if block.role == "paragraph" and len(alone) < _SIGNATURE:
            for name, span in known.named(alone):
                if span == Span(0, len(alone)):
                    yield name, block.span
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
    for span in described:
        if any(block.contains(span) for block in body) and (
            _TOLD.search(text, max(0, span.begin - 60), span.begin)
            or _SPREAD_BY.search(text, max(0, span.begin - 40), span.begin)
            or _SPREAD.match(text, span.end)
            or _credits_after(text, span.end)
        ):
            yield span.of(text), span
    for match in _URL.finditer(text):
        target = known.by_url(match.group())
        if target is not None and target.id != page.id and target.outlet:
            yield target.outlet, Span(*match.span())


def _described(text: str) -> Iterator[Span]:
    """Media that are described and not named; "the state agency" is one that was named before."""
    for match in _DESCRIBED.finditer(text):
        name = match["name"]
        before = text[max(0, match.start() - 4) : match.start()].lower()
        generic = re.fullmatch(r"(?:(?:[Nn]ews|[Pp]ress) )+\w+", name)
        if not generic and (not before.endswith("the ") or name.endswith(("media", "s"))):
            yield Span(*match.span("name"))


def _credits_after(text: str, end: int) -> bool:
    after = text[end : end + 90]
    return bool(_SAYS.match(after) or _POSSESSIVE_WORK.match(after))


def _of_statement(text: str, statement: Statement, known: Media, heard: Collection[str]) -> Iterator[tuple[str, Span]]:
    source = statement.source
    for name, mention in (*((hop.name, hop.mention) for hop in statement.via), (source.name, source.mention)):
        if name and mention is not None and (name in heard or known.is_outlet(name)):
            words = mention.of(text)
            if _MEDIUM.search(words) or name_words(name) & name_words(words):
                yield name, mention
