"""Slips of the words: doubled words, and sentences broken by a stray full stop or capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.patterns import kept
from sayso.report.phrases import words
from sayso.tokens import lowered
from sayso.types import Note, Span

# Words that people double on purpose or by grammar: had had, very very, now now, Bora Bora's kin in lower case.
_DOUBLED_RIGHTLY = words(
    """
    had that do so no yes very really too much many far long big little never ever bye now there hear ha blah way
    deep high super pretty more again just please truly old new good bad great huge wow oh ah hey well okay ok right
    knock chop tut night poor dear what you her up out on in so-so la na da boo choo yada wait go hush sorry help
    only same different hot cold real nice win hurrah hurray hooray something i it he she we they who why how yeah
    nah um uh er mm hmm x xx xxx
    """
)
_TWICE = kept(r"\b([^\W\d_]++)(?=(?:[ \t\u00a0]+|[ \t]*\n[ \t]*)(\1)(?![^\W\d_]))")
_JOINED = kept(" and ")
_WORD_BEFORE = kept(
    r"(?:(?<![\w'’-])(an?|the|this|that|its|his|her|their|our|my|remain|be) )?(?<![\w'’-])([a-zà-ÿ]{4,})\Z"
)
_PAIRED_RIGHTLY = kept(
    r".*(?:er|ed|s)\Z|more|less|again|over|round|around|through|worse|years?|hours?|time|on|up|down|talk|keep|wait|try|"
    r"grow(?:ing)?|going|getting|running|coming|trying|waiting|talking|fighting|working|pushing|walking|looking|so|such|"
    r"half|many|back|forth|along|away|ever|forever|deeper|farther|further|near|never|this|that|only|what|when|where|most"
)


def doubled_words(text: str, span: Span) -> Iterator[Note]:
    """``the the`` and ``unbroken and unbroken``, in quotations as well as outside them."""
    for match in _TWICE.finditer(lowered(text), *span):
        if _is_slip(text, Span(*match.span(1)), Span(*match.span(2))):
            note = f"The word “{match[2]}” stands twice"
            yield Note("doubled-word", Span(match.start(), match.end(2)), note)
    for match in _JOINED.finditer(text, *span):
        before = _WORD_BEFORE.search(text[max(span.begin, match.start() - 40) : match.start()])
        word = before[2] if before else ""
        end = match.end() + len(word)
        if not before or not text.startswith(word, match.end()) or _CONTINUES.match(text, end, span.end):
            continue
        if not _PAIRED_RIGHTLY.fullmatch(word) and (before[1] or len(word) >= 8):
            yield Note("doubled-word", Span(match.start() - len(word), end), f"The word “{word}” is joined to itself")


def _is_slip(text: str, first: Span, second: Span) -> bool:
    word, again = first.of(text), second.of(text)
    if word.lower() == "is" and _WHAT_IT_IS.search(text[max(0, first.begin - 60) : first.begin]):
        return False
    if word in _PARTICLES and _AFTER_BE.search(text[max(0, first.begin - 8) : first.begin]):
        return not _CONTINUES.match(text, second.end)
    if word.lower() in _DOUBLED_RIGHTLY or word.isupper() or (len(word) == 1 and word != "a"):
        return False
    # Capitals twice are names (Bora Bora, New York New York); a capital after a small letter begins something.
    if again[0].isupper() or (word[0].isupper() and len(word) > 4):
        return False
    beside = text[first.begin - 1 : first.begin]
    return not _CONTINUES.match(text, second.end) and not (beside and beside in "'’.-_0123456789")


# "What it is is a start", "the problem is is that": said on purpose, or at least said.
_WHAT_IT_IS = kept(
    r"\b(?:what|whatever|who|where|how|all|thing|problem|point|truth|fact|question|issue|answer|trouble|reason|idea)\b"
    r"[^.!?]*\Z",
    re.IGNORECASE,
)
_CONTINUES = kept(r"[\w'’-]")
# "would be in in better hands": after a verb of motion both could stand ("went in in May").
_PARTICLES = frozenset(["in", "on", "up", "out"])
_AFTER_BE = kept(r"(?<!\w)(?:be|is|was|are|were|been)[ \t]\Z")
# The word after the stop goes on in small letters, and is no address: not "any. supper@", "site. com/".
_STRAY_STOP = kept(r"\. (?=([^\W\d_]+)(?![\w@/:-]|\.\w|’\w*[A-Z]))")
_WORD_AT_END = kept(r"(?<![\w.@/-])[^\W\d_]{2,}\Z")
# Abbreviations after which an ordinary lower-case word may follow.
_ABBREVIATIONS = words(
    """
    vs etc approx inc co corp ltd llc plc bros jr sr dr mr mrs ms prof gen col lt sgt capt cmdr maj adm gov sen rep
    pvt pfc cpl
    rev hon st ave blvd rd mt ft no nos vol pp pg ed eds est dept div assn univ fig cf ca al seq ibid viz jan feb
    mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ala ariz ark calif colo
    conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash
    assoc pct
    wis wyo ont que alta sask am pm in cm mm km kg lb lbs oz mi yd sq hr hrs min mins sec mph tel ext ex intl natl
    govt dist pres supt esq bn mln adj adv incl excl avg max misc art sec par para ch op nee née alias pl sing
    """
)
# Small words that begin a sentence although they are written small: particles of names, brands, list marks.
_SMALL_NAMES = words(
    """
    de da di du del della der den van von bin ibn ben al el la le les dos das ter ten e i x ii iii iv
    """
)
_CAPITAL_INSIDE = kept(
    r" (The|And|But|With|For|From|Their|They|Were|Was|Has|Have|Had|Which|Because|While)(?= [a-zà-ÿ]{2,}\b)"
)
_SMALL_WORD_AT_END = kept(r"(?<![\w'’.-])[a-zà-ÿ]{2,}\Z")
_IN_A_TITLE = kept(r" (?:[a-z]+ ){1,3}[A-Z]")
_NAMED_BY_CAPITAL = words(
    """
    of in at by as on for from with and or to via per called titled entitled named vs
    """
)


def broken_sentences(text: str, span: Span) -> Iterator[Note]:
    """``down to any. supper`` and ``where The river``."""
    stray = [match for match in _STRAY_STOP.finditer(text, *span) if _is_stray(text, span, match)]
    if len(stray) <= max(1, text.count(". ", *span) // 3):  # all in small letters is a way of writing, not damage
        for match in stray:
            note = f"A full stop stands before “{match[1]}”, which goes on"
            yield Note("broken-sentence", Span(match.start(), match.start() + 1), note)
    for match in _CAPITAL_INSIDE.finditer(text, *span):
        before = _SMALL_WORD_AT_END.search(text[max(span.begin, match.start() - 25) : match.start()])
        if before and before.group() == "the" and _IN_A_TITLE.match(text, match.end()):
            continue  # "the For the People Act"
        if before and (match[1] == "The" or before.group() not in _NAMED_BY_CAPITAL):
            yield Note("broken-sentence", Span(*match.span(1)), f"“{match[1]}” is capitalised inside a sentence")


def _is_stray(text: str, span: Span, match: re.Match[str]) -> bool:
    before = _WORD_AT_END.search(text[max(span.begin, match.start() - 25) : match.start()])
    after = match[1]
    if not before or not after.islower() or after in _SMALL_NAMES:
        return False
    return before.group()[1:].islower() and before.group().lower() not in _ABBREVIATIONS
