"""The days of a report, each with what is told with it, and features of one of them against the others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sayso.check.context import Context
from sayso.check.days.calendar import WEEKDAY, published_on
from sayso.check.days.eventwords import EVENTS, FAMILY, family
from sayso.check.days.happenings import Happening
from sayso.check.days.pastdays import PAST
from sayso.check.days.sametime import Scene, sameness
from sayso.check.language import content_words
from sayso.grounding.dates import find_dates
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

FEATURES = (
    "days told", "same told", "lone", "share", "published", "behind", "behind opening", "opening known",
    "behind usual", "usual share", "opening", "place", "own", "bare", "hour", "ahead", "past", "quoted",
    "last apart", "last gap", "next apart", "next gap", "block apart", "block same",
    "one same", "one other", "one other by", "word same", "word other", "word other by", "word told", "word plural",
    "near same", "near other", "near other by", "wide same", "wide other", "wide other by", "names same", "names other",
    "headline", "opening words", "opening words by", "after", "reaction", "reaction by", "later", "again", "until",
    "later day known", "earlier day known", "yesterday apart", "speaks", "other day one word", "article",
)  # fmt: skip
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday morn afternoon even night earli late day week "
    "month year today yesterday".split()
)
_DAY = compiled(rf"^(?P<w>{WEEKDAY})(?P<hour> (?:morning|afternoon|evening|night))?$")
_EARLY = compiled(r"^(?:early|late|mid)[ -](?:on )?")
_BREAK = compiled(r"[;:()–—“”\"]|, (?:and|but|who|which|while|as)\b|\b(?:but|while|although|because|who|which)\b")
_NOUN_AFTER = compiled(
    r"^(?P<of>[’']s?)? ?(?P<words>(?:[A-Za-z][\w’-]* ){0,3}?[a-z]{3,})(?=$|[.,;:)”\"—]| (?:to|at|in|on|for|of|and|the|"
    r"was|is|were|by|from|with|that|after|as|has|had|will|would|between|against|before|over|who|which|when|but|said|"
    r"could|came|did|also|left|can|may|are|have|than|he|she|they|it|a|[a-z]+ed)\b)"
)
_AFTER = compiled(r"\b(?:after|following|since|in response to|in the wake of|asked about|reacting to|answer)\b")
_ON = re.compile(r" ?(?:late |early )?(?:on )?$")
_AHEAD = compiled(
    r"\b(?:will|would|to be|is to|are to|due|scheduled|set|expected|plans?|planned|slated|going to|until|by|ahead of|"
    r"before|next|upcoming|deadline|must|should|could)\b"
)
_PAST = compiled(rf"\b{PAST}\b")
_SAYS = compiled(r"\b(?:said|told|says|tweeted|wrote|added|announced|testified|argued)\b")


@dataclass(frozen=True)
class Told:
    """One day of the report: where it stands, which weekday it is (0 is Monday), and the words around it."""

    span: Span
    weekday: int
    bare: bool
    own: bool
    hour: bool
    place: int
    block: int
    before: str
    after: str
    word: str
    article: bool
    quoted: bool
    event: Happening | None
    sentence: str

    @cached_property
    def near(self) -> frozenset[str]:
        words = f"{' '.join(self.before.split()[-7:])} | {' '.join(self.after.split()[:6])}"
        return content_words(words) - _TIMES

    @cached_property
    def wide(self) -> frozenset[str]:
        return content_words(self.sentence) - _TIMES

    @cached_property
    def names(self) -> frozenset[str]:
        found = re.findall(r"(?<![\w’'])[A-Z][\w’-]*[a-z]\b", f"{self.before} | {self.after}")
        return frozenset(each.lower() for each in found) - _TIMES


class Days:
    """The days of a report, and how rare its words are. ``weekdays`` can be set anew for one of them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        events = context.happenings
        self.scene = Scene(context, list(events))
        self.told = list(_told(context, {each.when.span: each for each in events}))
        self.published = published_on(context)
        self.stated = context.report.published is not None and context.report.published.inferred is None
        self.headline = content_words(context.headline.span.of(context.text)) if context.headline else frozenset()
        first = context.sentences[0].span.of(context.text) if context.sentences else ""
        self.opening = content_words(first) - _TIMES
        self._one: dict[tuple[Span, Span], float] = {}

    def one(self, a: Told, b: Told) -> float:
        """How likely the two tell of one event, whatever their days."""
        if a.event is None or b.event is None or a.place == b.place:
            return 0.0
        x, y = (a.event, b.event) if a.place < b.place else (b.event, a.event)
        if x.family != y.family and x.family not in y.stems and y.family not in x.stems:
            return 0.0
        key = (x.span, y.span)
        if key not in self._one:
            self._one[key] = sameness(x, y, self.scene)
        return self._one[key]


def _told(context: Context, events: dict[Span, Happening]) -> Iterator[Told]:
    published = published_on(context)
    found = [each for each in find_dates(context.text, published) if each.kind == "day"]
    for place, sentence in enumerate(context.sentences):
        words = sentence.span.of(context.text)
        for each in found:
            if not sentence.span.contains(each.span):
                continue
            given = _EARLY.sub("", each.span.of(context.text))
            plain = _DAY.match(given)
            if plain:
                weekday = WEEKDAYS.index(plain["w"].lower())
            elif each.start and each.start == each.end and published:
                day = date.fromisoformat(each.start)
                if abs((day - published).days) > 7:
                    continue
                weekday = day.weekday()
            else:
                continue
            begin, end = each.span.begin - sentence.span.begin, each.span.end - sentence.span.begin
            before, after = _beside(words, begin, end)
            word, own = _noun(words, begin, end)
            yield Told(
                each.span, weekday, plain is not None, own, plain is not None and plain["hour"] is not None, place,
                sentence.block, before, after, word,
                re.search(rf"\b(?i:the|this|his|her|its|their) (?:\w+ ){{0,2}}{word}\b", words) is not None,
                context.quoted(each.span.begin), events.get(each.span), words,
            )  # fmt: skip


def _beside(words: str, begin: int, end: int) -> tuple[str, str]:
    """The words of the day's clause before and after it."""
    before, after = words[:begin], words[end:]
    cut = [match.end() for match in _BREAK.finditer(before)]
    stop = _BREAK.search(after)
    return before[cut[-1] if cut else 0 :][-120:], after[: stop.start() if stop else None][:120]


def _noun(words: str, begin: int, end: int) -> tuple[str, bool]:
    """The noun that the day belongs to, and whether it stands behind it: "Friday's ruling", "the ruling on Friday"."""
    after = _NOUN_AFTER.match(words[end:])
    if after and (after["of"] or re.search(r"\b(?:[Tt]he|an?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|this) $", words[:begin])):
        named = [each for each in after["words"].split() if each in EVENTS or each in FAMILY]
        return family((named or after["words"].split())[-1].lower()), True
    last = re.findall(r"[a-z]{3,}(?=\W|$)", _ON.sub("", words[:begin]))
    known = [each for each in last[-5:] if each in EVENTS or each in FAMILY]
    return family(known[-1]) if known else "", False


def features(days: Days, mine: Told, weekday: int) -> list[float]:
    """The features of one weekday, were it ``weekday``, in the order of :data:`FEATURES`."""
    others = [each for each in days.told if each.span != mine.span]
    same = [each for each in others if each.weekday == weekday]
    apart = [each for each in others if each.weekday != weekday]
    counts = Counter(each.weekday for each in others)
    usual = counts.most_common(1)[0] if counts else (weekday, 0)
    opening = next((each.weekday for each in others if each.place < 3), None)
    last = next((each for each in reversed(others) if each.span < mine.span), None)
    following = next((each for each in others if each.span > mine.span), None)
    beside = [each for each in others if each.block == mine.block]
    relative = next((each for each in others if not each.bare and each.block == mine.block), None)
    rare = days.scene.rare

    def best(score: Callable[[Told], float], among: list[Told]) -> tuple[float, int]:
        scored = [(score(each), each) for each in among]
        value, each = max(scored, key=lambda pair: pair[0], default=(0.0, None))
        return value, (_apart(weekday, each.weekday) if each is not None and value > 0 else 0)

    one_same, one_other = best(lambda each: days.one(mine, each), same), best(lambda each: days.one(mine, each), apart)

    def word(each: Told) -> float:
        if not mine.word:
            return 0.0
        return 2.0 if each.word == mine.word else float(mine.word in each.near)

    word_same, word_other = best(word, same), best(word, apart)

    def near(each: Told) -> float:
        return rare(mine.near & each.near) if each.place != mine.place else 0.0

    def wide(each: Told) -> float:
        return rare(mine.wide & each.wide) if each.place != mine.place else 0.0

    near_same, near_other = best(near, same), best(near, apart)
    wide_same, wide_other = best(wide, same), best(wide, apart)
    clause = f"{mine.before} | {mine.after}"
    after = _AFTER.search(clause)
    object_ = content_words(clause[after.end() :]) - _TIMES if after else frozenset()
    answered = best(lambda each: rare(object_ & each.near) if each.place != mine.place else 0.0, apart)
    same_word = [each for each in others if mine.word and each.word == mine.word]
    return [
        len({each.weekday for each in others}), len(same), float(not same), len(same) / max(1, len(others)),
        float(days.stated), (days.published.weekday() - weekday) % 7 if days.published and days.stated else -1,
        _apart(weekday, opening) if opening is not None else 9, float(opening is not None),
        _apart(weekday, usual[0]), usual[1] / max(1, len(others)), float(mine.place == 0), min(20, mine.place),
        float(mine.own), float(mine.bare), float(mine.hour),
        float(_AHEAD.search(mine.before[-60:]) is not None), float(_PAST.search(mine.before[-60:]) is not None),
        float(mine.quoted),
        _apart(weekday, last.weekday) if last else 9, min(9, mine.place - last.place) if last else 10,
        _apart(weekday, following.weekday) if following else 9,
        min(9, following.place - mine.place) if following else 10,
        max((abs(_apart(weekday, each.weekday)) for each in beside), default=-1),
        float(any(each.weekday == weekday for each in beside)),
        one_same[0], *one_other, word_same[0], *word_other,
        min(6, days.scene.spread[mine.word]) if mine.word else -1,
        float(bool(mine.word) and re.search(rf"\b{mine.word}\w*s\b", days.scene.story) is not None),
        near_same[0], *near_other, wide_same[0], *wide_other,
        *(
            max((len(mine.names & each.names) for each in among if each.place != mine.place), default=0)
            for among in (same, apart)
        ),
        rare(mine.near & days.headline), rare(mine.near & days.opening),
        _apart(weekday, opening) if opening is not None and mine.near & days.opening else 0,
        float(after is not None), *answered,
        float(re.search(r"\b[Ll]ater (?:on )?$", mine.before) is not None),
        float(re.search(r"\b(?:again|another|second|also|separate)\b", clause) is not None),
        float(re.search(r"\b(?:until|by|before|through|since|from|starting) (?:\w+ )?$", mine.before) is not None),
        float(any(_apart(weekday, each.weekday) < 0 for each in others)),
        float(any(_apart(weekday, each.weekday) > 0 for each in others)),
        _apart(weekday, relative.weekday) if relative else 9,
        float(_SAYS.search(mine.before[-40:]) is not None),
        float(len({each.weekday for each in same_word})) if same_word else -1.0, float(mine.article),
    ]  # fmt: skip


def _apart(one: int, other: int) -> int:
    """By how many days the one lies behind the other, from -3 to 3."""
    return (one - other + 3) % 7 - 3
