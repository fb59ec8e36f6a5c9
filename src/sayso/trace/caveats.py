"""Caveats that a copy, a later version or a rewrite left out though it carries the matter that they stood on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import Indel

from sayso.attribution.cues import any_of, table
from sayso.trace.citing import is_correction
from sayso.trace.material import Page, Scene, whole
from sayso.trace.meaning import akin
from sayso.trace.speakers import nameless
from sayso.trace.tokens import FUNCTION, NAME, NUMBER
from sayso.trace.types import Copy, DroppedCaveat, Location
from sayso.types import Span

#: What a report says of how far its matter can be trusted, beside the words of standing that readings know.
_DOUBT = (
    r"(?:not(?: been| yet| immediately| independently)* |un)able to (?:\w+ )?"
    r"(?:establish|determine|verify|confirm|settle|ascertain|authenticate|corroborate|check|reach a)",
    r"(?:not|im)(?: immediately| independently)? ?possible to (?:\w+ )?(?:establish|determine|say|know|tell|check)",
    r"(?:could|can|couldn['’]t|cannot)(?: not)?(?: \w+){0,2} be (?:\w+ )?"
    r"(?:verified|confirmed|established|determined|ascertained|authenticated|corroborated|checked)",
    r"(?:could|can) ?not (?:\w+ )?(?:verify|confirm|establish|determine|ascertain|authenticate|corroborate)",
    r"(?:has|have|had|was|were|is|are) (?:not|never|yet to) (?:yet )?(?:been |be )?(?:\w+ )?"
    r"(?:established|verified|confirmed|determined|authenticated|corroborated|audited|tested independently)",
    r"(?:had|have|has|with|there (?:is|was)) no (?:immediate |independent )?(?:way|means|possibility) (?:of|to) "
    r"(?:\w+ )?(?:check|verif|confirm|know|tell|establish|determin|corroborat|authenticat)\w*",
    r"(?:did|does|do|would|could) not (?:\w+ )?(?:produce|show|provide|offer|present|hand over|supply|give) "
    r"(?:(?:a|an|the|any|its|his|her|their|other|further|copies of|such) )*"
    r"(?:evidence|proof|documents?|letters?|details|copy|copies|records?|papers?|figures?|basis|sources?|recordings?)",
    r"(?:offered|provided|gave|presented|produced|showed|without (?:offering|providing|giving|presenting|showing)) no "
    r"(?:evidence|proof|details|documents?|basis)|without (?:offering|providing|giving|presenting|showing) "
    r"(?:\w+ ){0,2}(?:evidence|proof|details)",
    r"(?:authenticity|accuracy|origin|date|provenance)[^.]{0,60}(?:could not|was not|has not|is not|were not|cannot)",
    r"no independent (?:confirmation|verification|evidence)|independent(?:ly)? (?:confirmation|verification) was not",
    r"if (?:it|they|that|this|these|the \w+) (?:is|are|was|were|proves?|turns? out) (?:\w+ )?"
    r"(?:borne out|confirmed|true|correct|accurate|proven|proved|verified|authentic|genuine)",
    r"if (?:true|confirmed|correct|accurate|borne out|genuine|authentic)\b",
    r"(?:remains?|was|is) (?:\w+ )?(?:unclear|uncertain|unknown|unverified|unconfirmed)",
    r"not (?:immediately )?(?:clear|known)",
    r"(?:preliminary|provisional|tentative|initial) (?:\w+ )?"
    r"(?:figures?|counts?|estimates?|findings?|results?|tolls?|reports?|assessments?|data|information)",
    r"not (?:yet )?(?:been )?peer.reviewed|has not been published",
    r"(?:figures?|tolls?|numbers?|counts?|estimates?|results?|findings?|totals?|data) (?:[\w-]+ ){0,5}?"
    r"(?:(?:could|may|might) (?:\w+ )?(?:change|rise|fall|grow|be revised|climb)"
    r"|(?:is|are|was|were|remain(?:s|ed)?) (?:\w+ ){0,2}"
    r"(?:preliminary|provisional|tentative|partial|incomplete|unaudited|unofficial|early|estimates?|approximate))",
    r"(?:reporters|journalists|observers|monitors|access) (?:\w+ )?(?:were|was|have been|had been|has been) "
    r"(?:\w+ )?(?:kept|barred|banned|not allowed|denied|prevented|turned)",
    r"(?:did|does|do) not (?:say|explain|specify|disclose|show|reveal) (?:how|on what)",
    r"(?:has|have|had) not (?:itself |themselves |yet )?(?:seen|set eyes on|reviewed|read|viewed|obtained|examined)",
    r"(?:could|can|would|did) ?not vouch for",
    r"(?:declined|refused) to (?:hand over|show|provide|produce|release) (?:a|the|any|its|his|her)",
    r"(?:caution|warn)(?:ed|s) (?:that|against)[^.]{0,60}"
    r"(?:preliminary|early|premature|small|not prove|conclusion|incomplete)",
    r"(?:does|do|did) not (?:\w+ )?(?:prove|mean that|establish|show that|imply)|no proof|without proof",
)
_UNNAMED = (
    r"(?:citing|quoting|cited|quoted|according to) (?:an?|the|two|three|several|some|its|their)? ?(?:\w+ ){0,2}?"
    r"(?:unnamed|anonymous|unidentified) [^,.]{0,60}",
    r"(?:on|under) (?:the )?condition of anonymity|asked not to be (?:identified|named)|did not want to be named"
    r"|(?:requested|insisted on|granted) anonymity",
)
_UNNAMED_KEPT = re.compile(
    r"unnamed|anonym|unidentified|not to be (?:identified|named)|insider|sources?\b|officials?\b|person familiar"
    r"|people familiar",
    re.IGNORECASE,
)
_SMALL = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|probably|likely|apparently|allegedly|alleged|reportedly|purportedly"
    r"|suspected|believed to|thought to|appears? to|appeared to|seems? to|seemed to|unconfirmed|unverified|estimated"
    r"|about|around|roughly|approximately|nearly|at least|up to|as many as)\b",
    re.IGNORECASE,
)
_ALTERED = 0.75  # likeness of a sentence and its copy above which a hedge that is missing was taken out
_MATTER, _CLOSE = (
    0.25,
    0.34,
)  # share of a sentence's names, numbers and rarer words that tells that a rewrite has its matter


_LONG = 4  # words in which a caveat says what it doubts
_SAME, _LIKE = 2, 0.65  # equal words of two sentences from which on words of like meaning count, and how like


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    patterns = any_of([*_DOUBT, *table("english")["standing"]["unverified"]]).pattern
    return re.compile(rf"(?:\b|(?<=can))(?:{patterns})", re.IGNORECASE)  # asked at every letter it takes thrice as long


@lru_cache(maxsize=1)
def _anonymity() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(list(_UNNAMED)).pattern})", re.IGNORECASE)


def dropped(scene: Scene) -> tuple[DroppedCaveat, ...]:
    """Each caveat once for every report that took the matter over and left the caveat out."""
    found: dict[DroppedCaveat, None] = {}
    copied = {(copy.report, copy.of): copy for copy in scene.copies}
    for page in scene.pages:
        for of in () if is_correction(page) else scene.sources[page.id]:
            earlier, copy = scene.by_id[of], copied.get((page.id, of))
            lost = _by_copy(earlier, page, scene, copy) if copy else _by_rewrite(earlier, page)
            for span in lost:
                found[DroppedCaveat(Location(of, span), page.id)] = None
    return tuple(found)


def caveats(page: Page) -> Iterator[tuple[int, Span]]:
    """The page's caveats outside quotations: sentence and words, the more telling pattern first."""
    quoted = [q.span for q in page.quotations]
    for number, sentence in enumerate(page.sentences):
        for match in _pattern().finditer(page.text, sentence.begin, sentence.end):
            span = Span(*match.span())
            if not any(span.overlaps(q) for q in quoted):
                yield number, span
                break


def _by_copy(earlier: Page, later: Page, scene: Scene, copy: Copy) -> Iterator[Span]:
    taken = {j: i for i, j in scene.strands.pairs[copy.report, copy.of].items()}
    for number, span in caveats(earlier):
        if number in taken:
            if copy.alteration != "spun" and _cut_out(earlier, later, taken[number], span):
                yield earlier.sentences[number] if _alone(earlier, number, span) else span
        elif _carried(earlier, number, taken) and not _kept(earlier, number, later):
            yield earlier.sentences[number]
    if copy.alteration != "spun":
        yield from _small(earlier, later, taken)


def _alone(page: Page, number: int, span: Span) -> bool:
    """The caveat is its sentence's whole point."""
    sentence = page.sentences[number]
    return (span.end - span.begin) * 3 >= sentence.end - sentence.begin


def _carried(page: Page, number: int, taken: dict[int, int]) -> bool:
    """One of the two sentences before it, on which a caveat mostly stands, was taken over."""
    here = page.paragraph(page.sentences[number].begin)
    return any(
        before in taken and here - page.paragraph(page.sentences[before].begin) <= 1
        for before in (number - 1, number - 2)
        if before >= 0
    )


def _kept(earlier: Page, number: int, later: Page) -> bool:
    """The later report has a caveat of the same matter in other words."""
    stems = content(earlier, earlier.sentences[number])
    return any(
        len(stems & content(later, later.sentences[other])) * 2 >= max(1, min(len(stems), 4))
        for other, _ in caveats(later)
    )


def _cut_out(earlier: Page, later: Page, other: int, span: Span) -> bool:
    """The sentence stands there nearly as it was, without the caveat's words."""
    theirs = later.sentences[other]
    if _pattern().search(later.text, theirs.begin, theirs.end):
        return False
    words = {int(earlier.tokens.stems[n]) for n in earlier.words(span)}
    left = {int(later.tokens.stems[n]) for n in later.words(theirs)}
    return len(words & left) * 2 < len(words)


def _small(earlier: Page, later: Page, taken: dict[int, int]) -> Iterator[Span]:
    """Hedges of one word or two that are missing from a sentence otherwise nearly unchanged."""
    for number, other in taken.items():
        ours, theirs = earlier.stems[number], later.stems[other]
        if ours == theirs or Indel.normalized_similarity(ours, theirs) < _ALTERED:
            continue
        sentence, copied = earlier.sentences[number], later.sentences[other].of(later.text)
        if _SMALL.search(copied) or _pattern().search(copied):
            continue
        match = _SMALL.search(earlier.text, sentence.begin, sentence.end)
        if match:
            yield Span(*match.span())


def _by_rewrite(earlier: Page, later: Page) -> Iterator[Span]:
    """A rewrite carries the matter of the caveat's paragraph and has no caveat of its own on it."""
    for number, span in caveats(earlier):
        where = _where(earlier, _matter(earlier, number), later)
        if (
            where
            and _has_object(earlier, number, span, later)
            and not any(_doubted(later, sentence) for sentence in where)
        ):
            yield earlier.sentences[number] if _alone(earlier, number, span) else span
    for number, sentence in enumerate(earlier.sentences):
        match = _anonymity().search(earlier.text, sentence.begin, sentence.end)
        if match is None:
            continue
        where = _where(earlier, [number], later)
        if where and not any(
            _UNNAMED_KEPT.search(_around(later, sentence)) or _from_somebody(later, sentence) for sentence in where
        ):
            yield Span(*match.span())
            return  # who the source is need be told but once


def _matter(page: Page, number: int) -> list[int]:
    """The caveat's sentence, those around it in its paragraph, and at a paragraph's start the paragraph before."""
    paragraph = page.paragraph(page.sentences[number].begin)
    first = number
    while first > 0 and page.paragraph(page.sentences[first - 1].begin) == paragraph:
        first -= 1
    if first == number and first > 0:
        paragraph = page.paragraph(page.sentences[first - 1].begin)
        while first > 0 and page.paragraph(page.sentences[first - 1].begin) == paragraph:
            first -= 1
    last = number
    here = page.paragraph(page.sentences[number].begin)
    while last + 1 < len(page.sentences) and page.paragraph(page.sentences[last + 1].begin) == here:
        last += 1
    return list(range(first, last + 1))


def _has_object(earlier: Page, number: int, span: Span, later: Page) -> bool:
    """Where the caveat's sentence says at some length what it doubts, half of that stands in the later report too."""
    sentence = earlier.sentences[number]
    said = content(earlier, sentence) - content(earlier, span)
    for match in _pattern().finditer(earlier.text, span.end, sentence.end):
        said -= content(earlier, Span(*match.span()))
    if len(said) < _LONG:
        return True
    theirs = frozenset(later.print.stems.tolist())
    return len(said & theirs) * 2 >= len(said)


def _where(earlier: Page, matter: list[int], later: Page) -> list[int]:
    """The sentences of the rewrite that have the matter of one of these sentences."""
    found = []
    for other, sentence in enumerate(later.sentences):
        theirs = _words(later, sentence)
        for number in matter:
            ours = _words(earlier, earlier.sentences[number])
            shared = _shared(ours, theirs)
            share = shared / max(4, min(len(ours), len(theirs)))
            if (shared >= 3 and share >= _MATTER) or (shared >= 2 and share >= _CLOSE):
                found.append(other)
                break
    return found


def _doubted(page: Page, sentence: int) -> bool:
    """A caveat stands in the sentence's paragraph or in one beside it."""
    here = page.paragraph(page.sentences[sentence].begin)
    around = " ".join(paragraph.of(page.text) for paragraph in page.paragraphs[max(0, here - 1) : here + 2])
    return bool(_pattern().search(around) or re.search(r"\b(?:allegedly|reportedly|unverified|if true)\b", around))


def _from_somebody(page: Page, sentence: int) -> bool:
    """What the sentence says comes from somebody who has no name there either: "a technician"."""
    span = page.sentences[sentence]
    return any(
        nameless(statement.source) and statement.source.type != "unnamed-group"
        for statement in page.reading.statements
        if whole(statement).overlaps(span)
    )


def _around(page: Page, sentence: int) -> str:
    paragraph = page.paragraphs[page.paragraph(page.sentences[sentence].begin)]
    return paragraph.of(page.text)


@lru_cache(maxsize=2048)
def _words(page: Page, span: Span) -> dict[int, str]:
    """The content words of a sentence by their stems."""
    tokens, kept = page.tokens, content(page, span)
    return {
        int(tokens.stems[n]): page.text[tokens.begin[n] : tokens.end[n]].lower()
        for n in page.words(span)
        if int(tokens.stems[n]) in kept
    }


def _shared(ours: dict[int, str], theirs: dict[int, str]) -> float:
    """How many words two sentences have in common, those of like meaning (policeman, officer) counted in part."""
    same = ours.keys() & theirs.keys()
    rest = [word for stem, word in ours.items() if stem not in same]
    other = [word for stem, word in theirs.items() if stem not in same]
    return len(same) + (sum(alike for alike in akin(rest, other) if alike >= _LIKE) if len(same) >= _SAME else 0)


def content(page: Page, span: Span) -> frozenset[int]:
    """The stems of a span's names, numbers and rarer words."""
    tokens = page.tokens
    return frozenset(
        int(tokens.stems[n])
        for n in page.words(span)
        if not tokens.kinds[n] & FUNCTION or tokens.kinds[n] & (NAME | NUMBER)
    )
