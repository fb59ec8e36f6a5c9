"""What a report tells with its time: each day, month or year of the body with the event to which it belongs.

"Filed the lawsuit on Thursday", "Thursday's filing" and "the filing on Oct. 3" are of one family of words; each keeps
the time as the words give it, the words beside it, and whether it is told as over or to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.check.context import Context, part
from sayso.check.days.calendar import published_on
from sayso.check.days.eventwords import EVENTS, FAMILY, LIGHT, VERB, family
from sayso.check.language import STOPWORDS, content_words
from sayso.grounding.dates import DateMention, find_dates
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

_WORD = compiled(r"(?<![\w’'@/.-])[A-Za-z][a-z]+(?:-[a-z]+)*(?![\w’-])")
_NO_EVENT = STOPWORDS | frozenset(
    "early late morning afternoon evening night news about around last next this that until since before after "
    "during".split()
)
#: What stands between an event and its time: "on", "in early", ", on the morning of".
_LINK = compiled(
    r"(?:(?:^|(?<=[ ,(]))(?P<how>on|in|for|of|at|by|before|until|to|since|from|after|during|through|throughout|is|was|"
    r"starting|beginning)(?: the)? )?(?:(?:early|late|mid-?|around|about|(?:the )?(?:morning|afternoon|evening|"
    r"night) of) )*$"
)
_BREAK = compiled(r"[;:()–—“”\"]|\b(?:and|but|while|although|though|because|who|which|whom|when|where|if|than)\b")
#: "Thursday's court filing", "the Dec. 5 ceremony".
_OWN = compiled(
    r"(?P<of>[’']s)? (?:(?!(?:to|at|in|on|for|of|and|the|was|is|by|from|with|that|after|as|said|"
    r"told)\b)[A-Za-z][\w’-]* ){0,2}?"
    r"(?P<word>[a-z]{4,})(?=$|[.,;:)”\"—]| (?:to|at|in|on|for|of|and|the|was|is|were|by|from|with|that|after|as|has|"
    r"had|will|would|between|against|before|over|who|which|when|but|said|could|came|did|also|left|killed|[a-z]+ed)\b)"
)
_OWN_EVENT = compiled(
    r"(?P<of>[’']s)? (?:(?!(?:to|at|in|on|for|of|and|the|was|is|by|from|with|that|after|as|said|"
    r"told)\b)[A-Za-z][\w’-]* ){0,2}?"
    rf"(?P<word>{'|'.join(sorted(EVENTS))})\b"
)
_TITLED = compiled(
    r"\b(?:[Tt]he|an?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|(?:of|in|for|after|since|before) (?:the )?|[A-Z]\w+[’']s) "
    r"(?:[a-z-]+ )?$"
)
_FUTURE = compiled(
    r"\b(?:will|would|to be|is to|are to|due|scheduled|set|expected|plans?|planned|slated|going to|deadline|until|by)\b"
)
_EDGE = compiled(r"[;:()–—“”\"]|, (?:and|but|who|which|while|after|as)\b|\b(?:but|while|although|because|who|which)\b")
_LONGEST, _FAR, _WEEK = 600, 70, 8  # characters of a sentence, and from event to time; days, see When.apart


@dataclass(frozen=True, slots=True)
class When:
    """``weekday`` (0 is Monday) where the words are a weekday alone; ``month`` and ``day`` as the words name them.

    ``first``: the ordinal of its first day, where it is known which.
    """

    span: Span
    weekday: int | None
    year: int | None
    month: int | None
    day: int | None
    first: int | None

    @property
    def kind(self) -> str:
        return "weekday" if self.weekday is not None else "day" if self.day else "month" if self.month else "year"

    def apart(self, other: When) -> bool:
        """Whether the two can be no one time, whatever year is meant."""
        if self.weekday is not None and other.weekday is not None:
            return self.weekday != other.weekday
        for one, two in ((self, other), (other, self)):
            if one.weekday is not None:
                if two.day is None or two.first is None or one.first is None:
                    return False
                return (two.first - 1) % 7 != one.weekday and abs(two.first - one.first) < _WEEK
        if self.year and other.year and self.year != other.year:
            return True
        if self.month and other.month and self.month != other.month:
            return True
        return bool(self.month and self.day and other.day and self.day != other.day)

    def same(self, other: When) -> bool:
        """Whether both name one time in the same way."""
        mine = (self.weekday, self.month, self.day)
        return mine == (other.weekday, other.month, other.day) and (self.year or other.year) == (
            other.year or self.year
        )


@dataclass(frozen=True)
class Happening:
    """``before`` and ``after``: the words of its clause beside the event; ``place`` numbers its sentence."""

    family: str
    word: str
    noun: bool
    when: When
    how: str
    span: Span
    before: str
    after: str
    sentence: str
    place: int
    block: int
    quoted: bool

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the words of its clause, times and the event itself left out."""
        return content_words(f"{self.before} | {self.after}") - _TIMES - {self.family}

    @cached_property
    def close(self) -> frozenset[str]:
        """The same of the five words on either side."""
        beside = f"{' '.join(self.before.split()[-5:])} | {' '.join(self.after.split()[:5])}"
        return content_words(beside) - _TIMES - {self.family}

    @cached_property
    def names(self) -> frozenset[str]:
        found = re.findall(r"(?<![\w’'])[A-Z][\w’-]*[a-zA-Z](?=\W|$)", f"{self.before} | {self.after}")
        return frozenset(re.sub(r"[’']s?$", "", each).lower() for each in found) - _TIMES - STOPWORDS

    @cached_property
    def article(self) -> str:
        """The article or the like before the noun: "the", "a", "'s" or nothing."""
        found = _ARTICLE.search(self.before)
        if found:
            return "a" if found[1].lower() in ("a", "an") else "the"
        return "’s" if self.how == "’s" else ""

    @cached_property
    def marks(self) -> frozenset[str]:
        """Words that set it apart from another of its kind, or tell of a change of the day."""
        return frozenset(each.lower() for each in _APART.findall(f"{self.before[-60:]} {self.after[:60]}"))

    @cached_property
    def ahead(self) -> bool:
        told = _FUTURE.search(f"{self.before[-40:]} {self.word}") is not None
        return told or (not self.noun and self.word.endswith("s"))


_ARTICLE = compiled(r"\b([Tt]he|[Tt]h(?:is|at)|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) (?:[\w’.-]+ ){0,2}$")
_APART = compiled(
    r"\b(?:another|second|third|fourth|first|previous\w*|earlier|later|last|next|prior|past|former\w*|"
    r"original\w*|initial\w*|"
    r"postpon\w*|moved|reschedul\w*|delay\w*|exten[ds]\w*|pushed|brought forward|again|annual\w*|every|each|"
    r"other|two|three|"
    r"four|several|some|many|both|new|separate\w*|not|never|no|without|similar|instead|rather|follow-up|"
    r"subsequent\w*|also|"
    r"additional|more|since|until|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_TIMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december jan feb aug sept oct nov dec morn afternoon even night earli late"
    ).split()
)


def happenings(context: Context) -> list[Happening]:
    """The times of the body's sentences that have an event, in text order."""
    found: list[Happening] = []
    whens = [when for each in find_dates(context.text, published_on(context)) if (when := _when(context, each))]
    for place, sentence in enumerate(context.sentences):
        words = sentence.span.of(context.text)
        here = [when for when in whens if sentence.span.contains(when.span)] if len(words) <= _LONGEST else []
        bare = _bare(words, sentence.span.begin, here)
        for when in here:
            begin, end = when.span.begin - sentence.span.begin, when.span.end - sentence.span.begin
            event = _event(words, bare, begin, end)
            if event is None:
                continue
            how, at = event
            before, after = _clause(bare, at)
            word = words[slice(*at)].lower()
            found.append(
                Happening(
                    family(word), word, how == "’s" or _is_noun(word, before), when, how,
                    part(sentence.span, min(begin, at[0]), max(end, at[1])),
                    before, after, words, place, sentence.block, context.quoted(when.span.begin),
                )
            )  # fmt: skip
    return found


def _is_noun(word: str, before: str) -> bool:
    return VERB.fullmatch(word) is None or _ARTICLE.search(before) is not None


def _bare(words: str, start: int, whens: list[When]) -> str:
    """The sentence with its times blanked."""
    for when in whens:
        begin, end = when.span.begin - start, when.span.end - start
        words = words[:begin] + " " * (end - begin) + words[end:]
    return words


_PLAIN = compiled(
    r"^(?:(?:early|late|mid)[ -])?(?:on )?"
    r"(?:(?P<w>[A-Z][a-z]+day)(?: (?:morning|afternoon|evening|night))?|(?P<y>(?:19|20)\d\d))$"
)


def _when(context: Context, each: DateMention) -> When | None:
    words = each.span.of(context.text)
    plain = _PLAIN.match(words)
    known = each.start is not None and re.match(r"\d{4}-\d\d-\d\d$", each.start)
    first = date.fromisoformat(each.start) if each.start and known else None
    ordinal = first.toordinal() if first else None
    if plain and plain["w"]:
        weekday = plain["w"].lower()
        return When(each.span, WEEKDAYS.index(weekday), None, None, None, ordinal) if weekday in WEEKDAYS else None
    if plain and plain["y"]:
        return When(each.span, None, int(plain["y"]), None, None, ordinal)
    stated = re.search(r"\b(?:19|20)\d\d$", words)
    year = int(stated.group()) if stated else None
    if each.kind == "day" and each.month_day:
        return When(each.span, None, year, *each.month_day, ordinal)
    if each.kind == "month" and re.match(r"[A-Z][a-z]{2,8}\b", words) and first:
        return When(each.span, None, year, first.month, None, ordinal)
    return None


def _event(words: str, bare: str, begin: int, end: int) -> tuple[str, tuple[int, int]] | None:
    """How the time from ``begin`` to ``end`` is joined to its event ("on", "'s" …), and where the event's word "
    "stands."""
    own = _OWN_EVENT.match(words, end) or _OWN.match(words, end)
    if own and (own["of"] or _TITLED.search(words[:begin])):
        return "’s", own.span("word")
    link = _LINK.search(words[:begin])
    edge = link.start() if link else begin
    how = (link["how"] or "") if link else ""
    before = [span for span in _words(bare, 0, edge) if not _BREAK.search(bare[span[1] : edge])]
    before = [span for span in before if edge - span[1] < _FAR]
    told = [span for span in before if _telling(bare, span)]
    if told and bare[slice(*told[-1])].lower() in LIGHT:
        nouns = [span for span in _words(bare, 0, told[-1][0]) if bare[slice(*span)].lower() in EVENTS]
        nouns = [span for span in nouns if not _BREAK.search(bare[span[1] : told[-1][0]])]
        return how, (nouns or told)[-1]
    if told or before:
        return how, (told or before)[-1]
    after = [span for span in _words(bare, end, len(bare)) if span[0] - end < _FAR]
    told = [span for span in after if _telling(bare, span) and not _BREAK.search(bare[end : span[0]])]
    return (how or "on", told[0]) if told else None


def _words(bare: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _WORD.finditer(bare, begin, end):
        word = match.group().lower()
        if (word in FAMILY or word not in _NO_EVENT) and (match.group().islower() or match.start() == 0):
            yield match.span()


def _telling(bare: str, span: tuple[int, int]) -> bool:
    """Whether the word is of a known family or a verb of the past."""
    word = bare[slice(*span)].lower()
    return word in FAMILY or word in EVENTS or re.fullmatch(r"[a-z]{3,}ed", word) is not None


def _clause(bare: str, at: tuple[int, int]) -> tuple[str, str]:
    """The words of the event's clause before and after it."""
    before, after = bare[: at[0]], bare[at[1] :]
    cut = [match.end() for match in _EDGE.finditer(before)]
    stop = _EDGE.search(after)
    before, after = before[cut[-1] if cut else 0 :], after[: stop.start() if stop else None]
    return re.sub(r"\s+", " ", before)[-110:], re.sub(r"\s+", " ", after)[:110]
