"""What the models of :mod:`sayso.grounding.dates.utterance` look at: statements, days, and their features."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Protocol

from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.sentences import Sentences
from sayso.patterns import kept
from sayso.types import Span

PERFECT = kept(r"\b(?:had|has|have|having|previously|earlier|once|repeatedly|long)\W+(?:\w+\W+)?$", re.IGNORECASE)
_HELD = frozenset(("had", "has", "have", "having", "previously", "earlier", "once", "repeatedly", "long"))
FUTURE = kept(r"\b(?:will|would|to|shall|scheduled|expected)\W+(?:\w+\W+)?$", re.IGNORECASE)
_MONTH_DAY = frozenset(("month_day_year", "day_month", "iso_date", "numeric_date", "numeric_month_day"))


class Spoken(Protocol):
    """The spans of one statement, as the tagger's attributions have them."""

    @property
    def source(self) -> Span | None: ...
    @property
    def cue(self) -> tuple[Span, ...]: ...
    @property
    def content(self) -> tuple[Span, ...]: ...
    @property
    def how(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Utterance:
    """The spans of one statement; ``source_key`` is equal for statements of one source."""

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    how: str = "explicit"
    source_key: Hashable = None

    @property
    def begin(self) -> int:
        return min(span.begin for span in self.spans)

    @property
    def end(self) -> int:
        return max(span.end for span in self.spans)

    @property
    def spans(self) -> tuple[Span, ...]:
        return (*((self.source,) if self.source else ()), *self.cue, *self.content)

    @property
    def core(self) -> Span:
        """The words that do the saying: the cue, else the source, else the content."""
        return self.cue[0] if self.cue else self.source or self.content[0]


@dataclass(slots=True, init=False)
class Scene:
    """One report with what the models look at; ``named``: its days in the order of their first mention."""

    text: str
    utterances: Sequence[Utterance]
    anchor: str | None
    sentences: Sentences
    around: list[Span]
    days: list[list[DateMention]]
    others: list[bool]
    mentions: list[DateMention]
    named: list[str]

    def __init__(
        self, text: str, utterances: Sequence[Utterance], mentions: Sequence[DateMention], anchor: datetime.date | None
    ) -> None:
        self.text, self.utterances = text, utterances
        self.anchor = anchor.isoformat() if anchor else None
        self.sentences = Sentences(text)
        self.around = [self.sentences.around(one.begin, one.end) for one in utterances]
        begins = [m.span.begin for m in mentions]
        inside = [mentions[bisect_left(begins, span.begin) : bisect_left(begins, span.end)] for span in self.around]
        last = anchor and min(anchor, datetime.date.max - datetime.timedelta(1)) + datetime.timedelta(1)
        limit = last.isoformat() if last else "9999"
        self.days = [[m for m in found if m.single_day and (m.start or "") <= limit] for found in inside]
        self.mentions = [m for m in mentions if m.single_day and (m.start or "") <= limit]
        self.named = list(dict.fromkeys(m.start for m in self.mentions if m.start))
        self.others = [
            any(not m.single_day and not within(m.span, one.content) for m in found)
            for found, one in zip(inside, utterances, strict=True)
        ]

    def age(self, mention: DateMention) -> str:
        """How many days before the report's the mention lies, in steps."""
        if self.anchor is None or mention.start is None or mention.start[0] == "-":
            return "unknown"
        days = (datetime.date.fromisoformat(self.anchor) - datetime.date.fromisoformat(mention.start)).days
        return step(days, (-1, 0, 1, 2, 5, 6, 30, 200))

    def near(self, index: int) -> Sequence[Utterance]:
        """The statements around one: so many that no sentence holds more, and that time stays linear in all."""
        return self.utterances[max(0, index - NEAR) : index + NEAR + 1]

    def own_features(self, index: int, mention: DateMention) -> list[str]:
        text, one = self.text, self.utterances[index]
        core, at = one.core, mention.span
        between = text[min(core.end, at.end) : max(core.begin, at.begin)]
        words = len(between.split())
        nearest = min(self.days[index], key=lambda m: _gap(m.span, core))
        near, away = self.near(index), _gap(at, core)
        rivals = [other for other in near if other.cue and _gap(at, other.cue[0]) < away]  # so its core is another
        lead = text[max(0, at.begin - 24) : at.begin].split()
        before = lead[-1].lower().strip("“\"'") if lead else ""
        features = [
            f"words={step(words, (0, 1, 2, 4, 7, 12, 20))}",
            f"age={self.age(mention)}",
            f"rule={'month_day' if mention.rule in _MONTH_DAY else mention.rule}",
            f"order={'before' if at.end <= core.begin else 'after'}",
            f"before={before if before in _LEADS else 'other'}",
            f"days={min(3, len(self.days[index]))}",
        ]
        features += [
            name
            for name, holds in (
                ("in_content", within(at, one.content)),
                ("in_other_content", any(_apart(at, core, other.content) for other in rivals)),
                ("core_in_content", any(_apart(core, at, other.content) for other in near)),
                ("rival_cue", bool(rivals)),
                ("farther_day", nearest is not mention),
                ("possessive", text[at.end : at.end + 2] in ("'s", "’s")),
                ("comma", "," in between),
                ("quotation", bool(re.search("[“”\"]", between))),
                ("no_cue", not one.cue),
                ("perfect", perfect(text, one)),
                ("future", bool(FUTURE.search(text[max(0, core.begin - 24) : core.begin]))),
                ("other_sentence", self.sentences.around(*at) != self.sentences.around(*core)),
                ("before_cue_adjacent", at.end <= core.begin and words == 0),
            )
            if holds
        ]  # fmt: skip
        return features


def perfect(text: str, one: Utterance) -> bool:
    """Whether the words that do the saying look back: "has denied", "had also said", "previously told"."""
    core = one.core
    first = text[core.begin : core.end].split(maxsplit=1)[:1]
    held = bool(one.cue and first) and first[0].lower() in _HELD
    return held or bool(PERFECT.search(text[max(0, core.begin - 24) : core.begin]))


#: Statements further apart than this do not bear on one another's date.
NEAR = 40
_LEADS = frozenset([
    "on", "in", "of", "since", "until", "by", "before", "after", "from", "said", "late", "early", "for", "last",
    "this", "and", "at", "(",
])  # fmt: skip


def within(span: Span, spans: Sequence[Span]) -> bool:
    begin, end = span
    for first, last in spans:  # noqa: SIM110 - asked so often that a generator counts
        if first <= begin and end <= last:
            return True
    return False


def _apart(span: Span, other: Span, spans: Sequence[Span]) -> bool:
    """Whether ``spans`` hold the one but not the other."""
    return within(span, spans) and not within(other, spans)


def _gap(one: Span, other: Span) -> int:
    return max(0, max(one.begin, other.begin) - min(one.end, other.end))


def step(value: int, bounds: tuple[int, ...]) -> str:
    """The first of ``bounds`` that ``value`` does not exceed, as a word."""
    for bound in bounds:
        if value <= bound:
            return str(bound)
    return "more"
