"""Ways by which a statement may have come that the words around it name: a medium, a document, another statement."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from sayso.attribution.cues import table
from sayso.attribution.outlets import Outlet, same
from sayso.attribution.relayed import AS_SAYING
from sayso.attribution.relays import Way, cue_words, made, of_statement, own, source_hops
from sayso.attribution.sources.roles import is_role
from sayso.attribution.views import WORD, View, words
from sayso.patterns import kept
from sayso.types import Hop, Report, Span


@lru_cache(maxsize=4)
def _documents(language: str) -> re.Pattern[str]:
    nouns = "|".join(table(language)["documents"]["nouns"])
    return kept(rf"\b(?:an?|the|its|his|her|their|that|this|in)\s((?:[\w.’'-]+\s){{0,3}}?(?:{nouns}))\b")


def local(
    report: Report, items: Sequence[View], i: int, held: Sequence[int | None], media: Sequence[Outlet]
) -> Iterator[Way]:
    """Relays that the words around statement ``i`` name; ``held``: for each statement the one that holds it."""
    common = of_statement(items[i])
    yield from _beside(report, items, i, held, media, common)
    yield from _quoting(report, items, i, media, common)
    yield from _media(report, items[i], media, common)
    yield from _papers(report, items[i], common)


def around(report: Report, items: Sequence[View], i: int, media: Sequence[Outlet]) -> Iterator[Way]:
    """Relays that the paragraphs around the statement's own may name."""
    common = of_statement(items[i])
    yield from _afield(report, items[i], media, common)
    yield from _before(report, items, i, common)


#: Somebody without a name has told the page, or whoever stands in the same sentence.
_NOBODYS_RELAY = frozenset(("anonymous", "unnamed-person"))


def _beside(
    report: Report,
    items: Sequence[View],
    i: int,
    held: Sequence[int | None],
    media: Sequence[Outlet],
    common: Sequence[str],
) -> Iterator[Way]:
    """Another statement of the same or the last sentence: "citing two officials, the paper reported".

    What two media report in a sentence each has not come from the one through the other.
    """
    item = items[i]
    for j in range(max(0, i - 3), min(len(items), i + 3)):
        other = items[j]
        if j == i or other.ref.id == item.ref.id or held[j] == i or other.paragraph != item.paragraph:
            continue
        low, high = sorted((item.sentence.begin, other.sentence.begin))
        adjoining = not report.text[low:high].strip()
        if not adjoining and all(any(same(each.ref.name, o.name) for o in media) for each in (item, other)):
            continue
        if low != high and (other.ref.type in _NOBODYS_RELAY or is_role((other.ref.name or "").split(" ")[-1].lower())):
            continue  # "One of the sources told Norwire so. Another said it was not so."
        special = (
            f"same sentence={adjoining}",
            f"after={j > i}",
            f"shared={item.said.overlaps(other.said)}",
            f"outlet={other.ref.type}",
            f"outer={other.core[0] if other.core else ''}",
            f"nested={held[j] is not None}",
            *cue_words(item),
        )
        yield made(source_hops(report, other), "beside", common, special)


#: Of the media that a long paragraph names, as many as were named last may have carried a statement.
_MOST = 20


def _begin(outlet: Outlet) -> int:
    return outlet.span.begin


def _media(report: Report, item: View, media: Sequence[Outlet], common: Sequence[str]) -> Iterator[Way]:
    """Each medium that the cue's sentence, or one before it in the paragraph, names outside what was said."""
    anchor = item.attribution.cue[0] if item.attribution.cue else Span(item.said.begin, item.said.begin)
    source = item.attribution.source
    first = bisect_left(media, min(item.stretch.begin, item.sentence.begin), key=_begin)
    last = bisect_left(media, item.sentence.end, lo=first, key=_begin)
    for outlet in media[max(first, last - _MOST) : last]:
        span = outlet.span
        here = item.sentence.contains(span)
        if not here and not (item.stretch.contains(span) and span.begin < item.sentence.begin):
            continue
        if not here and "\n" in report.text[span.end : item.sentence.begin]:
            continue  # a credit ends with its line
        if any(piece.overlaps(span) for piece in item.attribution.content) or (source and source.overlaps(span)):
            continue
        if own(report, outlet.name):
            continue
        left = words(report.text[max(item.stretch.begin, span.begin - 50) : span.begin])[-4:]
        right = words(report.text[span.end : span.end + 20])[:1]
        after = span.begin >= anchor.end
        between = WORD.finditer(report.text, min(anchor.end, span.end), max(anchor.begin, span.begin))
        away = sum(1 for _ in islice(between, 8))
        special = (
            f"after={after}",
            f"away={away}",
            f"after={after}:away={min(away, 4)}",
            f"l={left[-1] if left else '^'}",
            f"l2={' '.join(left[-2:])}",
            *(f"left:{word}" for word in left),
            *(f"right:{word}" for word in right),
            *(f"c:{word}" for word in item.cue),
        )
        hop = Hop(outlet.name, span, item.attribution.cue if here else ())
        yield made((hop,), "medium" if here else "nearby", common, special)


_PRESS = r"(?:news\s)?(?:television|radio|TV|media|press|newspapers?|outlets?|agenc(?:y|ies)|broadcasters?|websites?)"
_KIND = r"(?:[Ss]tate|[Ll]ocal|[Nn]ational|[Oo]fficial|[Rr]egional|[Ff]oreign|[Pp]rivate)(?:-run|-owned|-controlled)?"
_MEDIUM = rf"[A-Z][\w&’'.-]+(?:\s[A-Z][\w&’'.-]+){{0,4}}(?:\s{_PRESS})?|{_KIND}\s{_PRESS}"
#: The subject right before a cue, an apposition between allowed: "Norvast, the state agency, quoted".
_SUBJECT = kept(rf"(?P<name>{_MEDIUM})(?:,\s[^,.;:\n“”\"]{{2,60}},)?\s(?:(?:had|has|also|later|earlier)\s)*$")
#: "was quoted by the news agency Kestrel as saying", "quoted as saying by local media".
_BY = kept(
    r"\bquoted\s(?:as\ssaying\s)?by\s(?:the\s)?(?:(?:[a-z’'-]+\s){1,4}(?=[A-Z]))?"
    rf"(?P<name>{_MEDIUM})"
)
_QUOTING = frozenset(("quoted", "quotes", "quoting"))
_CITED = frozenset(("cited", "cites"))
_VERB = kept(r"\b(?:quot|cit)(?:ed|es)\s(?:[A-Z]\w+\s|an?\s|the\s)?$")
_BETWEEN = frozenset(("had", "has", "also", "later", "earlier"))
_NOBODY = frozenset(("he", "she", "it", "they", "we", "i", "who", "this"))


def _quoting(
    report: Report, items: Sequence[View], i: int, media: Sequence[Outlet], common: Sequence[str]
) -> Iterator[Way]:
    """Who quotes somebody as saying so; under the name that it has as a medium or as a source elsewhere."""
    item, source = items[i], items[i].attribution.source
    cue = item.attribution.cue
    if source is None or not cue:
        return
    by = _BY.search(report.text, item.sentence.begin, item.sentence.end)
    if by and source.end <= by.start() and any(Span(*by.span()).overlaps(span) for span in cue):
        yield from _through(report, items, Span(*by.span("name")), media, cue, common)
        return
    verb = cue[0].begin
    cited = not _CITED.isdisjoint(item.cue) and AS_SAYING.match(report.text, source.end) is not None
    if _QUOTING.isdisjoint(item.cue) and not cited:
        # "the paper quoted him as saying", of which the cue may be "as saying" alone
        lead = _VERB.search(report.text, item.sentence.begin, source.begin)
        if lead is None or item.cue[0] != "as":
            return
        verb = lead.start()
    elif source.begin < cue[0].end:
        return
    medium = next((o for o in media if 0 <= verb - o.span.end < 20 and o.span.begin >= item.sentence.begin), None)
    match = _SUBJECT.search(report.text, item.sentence.begin, verb)
    if medium is not None and set(words(report.text[medium.span.end : verb])) <= _BETWEEN:
        span = medium.span
    elif match is not None and match["name"].lower() not in _NOBODY:
        span = Span(match.start("name") + 4 * match["name"].startswith("The "), match.end("name"))
    else:
        return
    yield from _through(report, items, span, media, cue, common)


def _through(
    report: Report,
    items: Sequence[View],
    span: Span,
    media: Sequence[Outlet],
    cue: tuple[Span, ...],
    common: Sequence[str],
) -> Iterator[Way]:
    """The medium at ``span``, under the name that it has as one or as a source elsewhere."""
    span = Span(span.begin, span.end - span.of(report.text).endswith("."))
    words_ = span.of(report.text)
    known = [outlet.name for outlet in media if outlet.span.overlaps(span)]
    known += [other.ref.name for other in items if other.ref.name and other.ref.name.endswith(words_)]
    name = known[0] if known else words_
    if not own(report, name):
        yield made((Hop(name, span, cue),), "quoting", common, ())


def _papers(report: Report, item: View, common: Sequence[str]) -> Iterator[Way]:
    """Each document that the cue's sentence names outside what was said: "said in court papers"."""
    for match in _documents("english").finditer(report.text, item.sentence.begin, item.sentence.end):
        span = Span(*match.span(1))
        if any(piece.overlaps(span) for piece in (*item.attribution.content, *item.attribution.cue)):
            continue
        if item.attribution.source is not None and item.attribution.source.overlaps(span):
            continue
        left = words(report.text[max(item.sentence.begin, match.start() - 30) : span.begin])[-3:]
        name = span.of(report.text)
        special = (
            f"noun={name.split()[-1]}", f"size={len(name.split())}", f"start={match.start() == item.sentence.begin}",
            *(f"l:{word}" for word in left), *(f"c:{word}" for word in item.cue),
        )  # fmt: skip
        yield made((Hop(name, span, ()),), "document", common, special)


_BREAK = kept(r"\n\s*")
#: Characters within which a medium named in another paragraph may still be the one.
_REACH = 1200


def _afield(report: Report, item: View, media: Sequence[Outlet], common: Sequence[str]) -> Iterator[Way]:
    """The medium named last before the paragraph, and first after it."""
    text, stretch = report.text, item.stretch
    before = [o for o in media if stretch.begin - _REACH < o.span.end <= stretch.begin]
    after = [o for o in media if stretch.end <= o.span.begin < stretch.end + _REACH // 2]
    for rule, outlet in (("before", before[-1:]), ("after", after[:1])):
        for o in outlet:
            if own(report, o.name):
                continue
            low, high = (o.span.end, stretch.begin) if rule == "before" else (stretch.end, o.span.begin)
            paragraphs = len(_BREAK.findall(text, low, high))
            left = words(text[max(0, o.span.begin - 30) : o.span.begin])[-2:]
            right = words(text[o.span.end : o.span.end + 20])[:1]
            lead = text[max(0, stretch.begin - 6) : stretch.begin].strip()[-1:]
            special = (
                f"paragraphs={min(paragraphs, 5)}", f"lead={lead}", *(f"left:{word}" for word in left),
                f"right={right[0] if right else '$'}", f"colon={lead == ':'}:{paragraphs}",
                f"sourceless={item.attribution.source is None}", f"headline={item.headline}",
                f"paragraphs={min(paragraphs, 5)}:{left[-1] if left else ''}",
            )  # fmt: skip
            yield made((Hop(o.name, o.span, ()),), f"medium {rule}", common, special)


def _before(report: Report, items: Sequence[View], i: int, common: Sequence[str]) -> Iterator[Way]:
    """The source of the last statement of a paragraph before: "The Gazette reports:" and what it reports."""
    item = items[i]
    other = next((items[j] for j in range(i - 1, max(-1, i - 8), -1) if items[j].paragraph < item.paragraph), None)
    if other is None or other.ref.id == item.ref.id or item.paragraph - other.paragraph > 3 or other.headline:
        return
    lead = report.text[max(0, item.stretch.begin - 6) : item.stretch.begin].strip()[-1:]
    special = (
        f"paragraphs={item.paragraph - other.paragraph}", f"lead={lead}", f"type={other.ref.type}",
        f"outer={other.core[0] if other.core else ''}", f"direct={item.direct}:{other.direct}",
        f"colon={lead == ':'}:{other.ref.type}", f"sourceless={item.attribution.source is None}",
        f"opens={item.whole.begin == item.stretch.begin}",
    )  # fmt: skip
    yield made(source_hops(report, other), "source before", common, special)
