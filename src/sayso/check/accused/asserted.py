"""Offences that a report tells as a fact of those whom it elsewhere calls suspects, accused or charged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.accused.leftopen import CALLED_OPEN, JUDGED, MARKER, LeftOpen, doers, kind_of, left_open
from sayso.check.accused.offences import Offence, offences
from sayso.check.context import Context, Sentence, anchor
from sayso.check.language import HEDGE, content_words
from sayso.patterns import compiled
from sayso.types import Span


@dataclass(frozen=True, slots=True)
class Asserted:
    """``span``: the words that tell it as a fact; ``open``: where the report leaves it open; ``court``: whether it does
    so because a court has yet to find it."""

    span: Span
    open: Span
    court: bool


@dataclass(frozen=True, slots=True)
class _Flat:
    """``party``: number in the roster, None where the doer is no name; ``doer``: the words for the doer."""

    sentence: Sentence
    offence: Offence
    span: Span
    party: int | None
    doer: str


#: Kinds that a charge of anything leaves open: words for them are not used of politics and sports.
_CRIMES = frozenset(
    "sexual theft fraud bribery laundering smuggling spying kidnapping extortion arson treason kill".split()
)
#: Kinds of which nobody doubts that it happened, only who did it: "the attack".
_HAPPENED = frozenset("kill attack arson kidnapping poisoning violation hack".split())
#: What nobody is tried for.
_NO_CRIMES = frozenset("affair bias leak lying meddling plagiarism".split())
_COURT = compiled(
    r"\b(?:charge[ds]?|counts?|indict\w+|on trial|await\w* trial|not guilty|prosecut\w+|"
    r"defendants?)\b"
)
#: Kinds of which somebody's own may be what they suffered: "her murder".
_SUFFERED = frozenset("kill attack sexual torture kidnapping poisoning threats extortion hack neglect".split())


def asserted(context: Context) -> Iterator[Asserted]:
    """In text order; nothing of those who confessed, were convicted or died, nor what is told so thrice."""
    left = left_open(context)
    if not left.kinds and not left.charged:
        return
    told = list(_flats(context, left))
    often = Counter((each.party, kind) for each in told for kind in each.offence.kinds)
    for each in told:
        if any(often[each.party, kind] > 2 for kind in each.offence.kinds) or _settled(context, each):
            continue
        place = _where_open(context, left, each)
        if place is not None:
            there = context.enclosing(place).of(context.text)
            yield Asserted(each.span, place, each.offence.kinds.isdisjoint(_NO_CRIMES) and bool(_COURT.search(there)))


def _where_open(context: Context, left: LeftOpen, flat: _Flat) -> Span | None:
    kinds, here = flat.offence.kinds, flat.sentence.span
    if flat.party is not None:
        own = [span for kind in kinds for span in left.of.get((kind, flat.party), ()) if not here.overlaps(span)]
        if not own and (flat.offence.role == "doer" or kinds & _CRIMES):
            own = [span for span in left.charged.get(flat.party, ()) if not flat.span.overlaps(span)]
        if own:
            return min(own)
    places = sorted(span for kind in kinds for span in left.kinds.get(kind, ()) if not here.overlaps(span))
    if flat.offence.role == "did":
        return next(
            (span for span in places if _one_matter(context, flat, span) and not _anothers(context, flat, span)), None
        )
    return places[0] if places and flat.party is None else None


def _anothers(context: Context, flat: _Flat, place: Span) -> bool:
    """Whether what is left open at a place is another person's doing: "Moberg lied", where Holt is accused of it."""
    if flat.party is None:
        return False
    sentence = context.enclosing(place)
    there = {who for _, who in context.parties.within(sentence.begin, place.begin)}
    others = {who for who in there if context.parties.parties[who].kind == "person"}
    return bool(others) and flat.party not in others


def _one_matter(context: Context, flat: _Flat, place: Span) -> bool:
    """Whether what is left open at a place is done to the same, by words behind the verb, and by the same doer."""
    there = content_words(context.enclosing(place).of(context.text))
    behind = context.text[flat.offence.span.end : flat.sentence.span.end].split()[:9]
    names = {word for word in behind if word[:1].isupper()}
    whom = content_words(" ".join(behind))
    own = content_words(" ".join(names)) & there
    return bool(own or len(whom & there) > 1) and (flat.party is not None or bool(content_words(flat.doer) & there))


#: Words with which a sentence says itself whose word its matter is, or that it is open.
_ATTRIBUTED = compiled(
    r"\b(?:alleg\w*|accus\w*|suspect\w*|purported\w*|reportedly|supposed\w*|claim\w*|charg(?:ed|es|ing)|indict\w*|"
    r"according to|den(?:y|ies|ied|ying|ials?)|prosecut\w*|lawsuits?|sued|complaint|said|says?|saying|told|"
    r"report(?:s|ed)?|described|testif\w+|believed?s?|think|evidence|theor\w+|rumou?r\w*)\b",
    re.IGNORECASE,
)
#: Words with which a clause tells of nothing that happened.
_UNREAL = compiled(
    r"\b(?:if|whether|would|could|might|may|will|possibl\w*|potential\w*|apparent\w*|investigat\w*|prob(?:e|es|ed|ing)|"
    r"inquir\w+|trial for|not|never|no|fears?|warn\w*|against|fight\w*|combat\w*|prevent\w*|anti-\w+)\b|n[’']t\b",
    re.IGNORECASE,
)
_MODALS = compiled(r"\b(?:will|would|could|may|might|can|should)\b")
#: Acts whose content takes for granted what it names: "asked for a debate on the ministry's leak of prices".
_TAKEN = frozenset(["ask", "order", "promise", "no-comment", "announce"])
_AUX = r"(?:,? (?!not\b|never\b)(?:had|has|have|also|then|later|first|once|repeatedly|deliberately|[a-z]+ly))*\s+"
_BY_NAME = compiled(rf"(?:,? who|,[^.;]{{1,70}}?,? who|)(?:[’']s)?{_AUX}")
_POSSESSIVE = compiled(
    r"(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|(?P<noun>[\w-]+)[’']s?) "
    r"(?:(?!(?:with|of|for|in|on|to|and|by|from|at|over) )[a-z-]+ ){0,2}$"
)
_THE = compiled(r"\b(?:[Tt]he|[Tt]his) (?!(?:suspected|alleged|apparent|possible|supposed) )(?:[a-z-]+ )?$")
#: "the rape account", "its missile forces": another noun is what is meant.
_COMPOUND = compiled(
    r"(?: |-)(?!(?:of|in|at|on|against|by|to|from|and|or|but|for|with|during|over|after|before|since|when|while|as|"
    r"that|which|who|was|were|is|are|had|has|have|did|will|would|could|may|might|into|between|because|about|until|under|"
    r"[a-z]+ed|[a-z]+ly)\b)[a-z]"
)
_LABEL = compiled(r"(?:^|\b)[Tt]he (?!(?:suspected|alleged|accused|apparent|possible) )(?:[a-z-]+ ){0,2}$")
_BEHIND = compiled(r",(?: \d\d,)? the (?!(?:suspected|alleged|accused|apparent|possible) )(?:[a-z-]+ ){0,2}")
_HIMSELF = compiled(r" (?:himself|herself|themselves)\b")
_SUBJECT = compiled(r"(?P<who>(?:[\w’'-]+ ){1,5})(?:had|has|have) (?:[a-z]+ly )?$")
_OFFICIALS = compiled(
    r"\b(?:police|prosecutors?|officials?|authorities|sheriff|investigators?|department)\b", re.IGNORECASE
)


def _flats(context: Context, left: LeftOpen) -> Iterator[_Flat]:
    for sentence in context.sentences:
        for offence in (*offences(context.text, sentence.span), *_alike(context, left, sentence)):
            if context.quoted(offence.span.begin):
                continue
            flat = _flat(context, left, sentence, offence)
            if flat is not None and _own_voice(context, flat):
                yield flat


def _alike(context: Context, left: LeftOpen, sentence: Sentence) -> Iterator[Offence]:
    """Nouns of a sentence that the report elsewhere calls alleged, behind somebody's name."""
    if not any(kind.startswith("=") for kind in left.kinds):
        return
    for match in re.finditer(
        r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)|[’']s?) (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]{4,})",
        sentence.span.of(context.text),
    ):
        if kind_of(match["noun"]) in left.kinds:
            begin, end = (sentence.span.begin + each for each in match.span("noun"))
            yield Offence(frozenset([kind_of(match["noun"])]), "named", Span(begin, end))


def _own_voice(context: Context, flat: _Flat) -> bool:
    """Whether the outlet itself tells it: nobody says so, no word leaves it open."""
    place = flat.offence.span
    tellers = [each for each in context.statements_in(place) if any(part.contains(place) for part in each.content)]
    if flat.offence.role == "doer":
        return not any(_OFFICIALS.search(anchor(each).of(context.text)) for each in tellers)
    taken = flat.offence.role == "named" and all(each.act in _TAKEN for each in tellers)
    if tellers and not taken:
        return False
    begin, end = flat.sentence.span.begin, flat.sentence.span.end
    words = context.text[begin:end]
    if _ATTRIBUTED.search(words):
        return False
    before = max((match.end() for match in re.finditer(r"[,;–—] ", context.text[begin : flat.span.begin])), default=0)
    after = re.search(r"[,;–—]", context.text[place.end : end])
    clause = context.text[begin + before : place.end + after.start() if after else end]
    if flat.offence.role == "named":
        clause = _MODALS.sub(" ", clause)  # what somebody will do about it leaves the thing itself a fact
    return not _UNREAL.search(clause) and not HEDGE.search(clause)


def _flat(context: Context, left: LeftOpen, sentence: Sentence, offence: Offence) -> _Flat | None:
    if offence.role == "did":
        return _done(context, sentence, offence)
    return (
        _named(context, left, sentence, offence) if offence.role == "named" else _labelled(context, sentence, offence)
    )


def _done(context: Context, sentence: Sentence, offence: Offence) -> _Flat | None:
    """ "Falk, who robbed", "Falk had robbed", "robbed by Falk", "two clerks had robbed"."""
    text = context.text
    if offence.span.of(text).split()[0].endswith("ing") or _HIMSELF.match(text, offence.span.end):
        return None
    here = doers(context, sentence)
    for place, party in reversed(here):
        if place.end <= offence.span.begin and _BY_NAME.fullmatch(text, place.end, offence.span.begin):
            return _Flat(sentence, offence, Span(place.begin, offence.span.end), party, place.of(text))
    by = re.compile(r" by (?:the )?(?:[a-z-]+ ){0,3}").match(text, offence.span.end, sentence.span.end)
    for place, party in here:
        if by and place.begin == by.end():
            return _Flat(sentence, offence, Span(offence.span.begin, place.end), party, place.of(text))
    subject = _SUBJECT.search(text[sentence.span.begin : offence.span.begin])
    if subject and not by:
        begin = sentence.span.begin + subject.start()
        return _Flat(sentence, offence, Span(begin, offence.span.end), None, subject["who"])
    return None


def _named(context: Context, left: LeftOpen, sentence: Sentence, offence: Offence) -> _Flat | None:
    """ "Falk's fraud", "their theft of the cables", "the ministry's leak"; not what somebody suffered: "her murder"."""
    text, begin = context.text, sentence.span.begin
    before = text[begin : offence.span.begin]
    match = _POSSESSIVE.search(before)
    the = _THE.search(before)
    if _COMPOUND.match(text, offence.span.end):
        return None
    if the and not offence.kinds & _HAPPENED and not CALLED_OPEN.match(text, offence.span.end):
        return _Flat(sentence, offence, Span(begin + the.start(), offence.span.end), None, the.group())
    if match is None or CALLED_OPEN.match(text, offence.span.end) or MARKER.search(match.group()):
        return None
    if offence.kinds <= _SUFFERED and not text.startswith(" of ", offence.span.end):
        return None
    whole = Span(begin + match.start(), offence.span.end)
    owner = next((party for place, party in doers(context, sentence) if whole.contains(place)), None)
    if owner is None and not match["noun"]:
        owner = _owner(context, left, whole.begin)
        if owner is None:
            return None
    return _Flat(sentence, offence, whole, owner, match["whose"])


def _labelled(context: Context, sentence: Sentence, offence: Offence) -> _Flat | None:
    """ "The gunman, Lars Falk,", "Lars Falk, the gunman", "Killer Lars Falk"."""
    text = context.text
    before = text[sentence.span.begin : offence.span.begin]
    for place, party in context.parties.within(sentence.span.begin, sentence.span.end):
        label = _LABEL.search(before)
        between = text[offence.span.end : place.begin]
        if (label and between in (" ", ", ")) or (not before and between == " "):
            begin = sentence.span.begin + (label.start() if label else 0)
            return _Flat(sentence, offence, Span(begin, place.end), party, place.of(text))
        if place.end < offence.span.begin and _BEHIND.fullmatch(text, place.end, offence.span.begin):
            return _Flat(sentence, offence, Span(place.begin, offence.span.end), party, place.of(text))
    return None


def _owner(context: Context, left: LeftOpen, place: int) -> int | None:
    """Whom a possessive pronoun most likely means: the party last named, if it is one of those charged."""
    found = context.parties.within(max(0, place - 400), place)
    return next((party for _, party in reversed(found) if party in left.charged), None)


#: Of the matter itself, whoever did it: somebody entitled found that it was so.
_ESTABLISHED = compiled(
    r"\b(?:concluded|determined|confirmed|ruled|proven|proved|caught on|videos?|footage|claimed responsibility|"
    r"f(?:ou|i)nds? (?:that|him|her|the)|finding that|established|undisputed)\b",
    re.IGNORECASE,
)
_DIED = compiled(
    r"(?:,[^,.;]{1,60},)? (?:then |later |was |had been |had |has )*(?:killed (?:himself|herself)|died|dead|"
    r"killed|shot|fatally|took (?:his|her) own life|committed suicide|executed)\b"
)
_NEVER_TRIED = compiled(r"\b(?:not guilty|await\w* trial)\b")


def _settled(context: Context, flat: _Flat) -> bool:
    """Whether the report tells of a verdict, a confession or the death of the doer, or that it was found to be so."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        here = doers(context, sentence)
        own = [place for place, party in here if party == flat.party]
        same = any(each.kinds & flat.offence.kinds for each in offences(context.text, sentence.span))
        if JUDGED.search(words) and (own or (same and not here)):
            return True
        if same and flat.offence.role != "doer" and _ESTABLISHED.search(words):
            return True
        if any(_DIED.match(context.text, place.end, sentence.span.end) for place in own):
            return not _NEVER_TRIED.search(context.story)
    return False
