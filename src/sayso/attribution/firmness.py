"""How firmly a source asserts what it says: certain unless a hedge bears on the main claim."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from sayso.attribution import linear
from sayso.attribution.cues import table
from sayso.attribution.views import View, words
from sayso.patterns import kept
from sayso.tokens import lowered
from sayso.types import Firmness, Report, Span

#: What the tagger's opinion counts against our own, 0 to 1; chosen on the development reports.
_MODEL_WEIGHT = 0.1
#: Of statements without a hedge that the tables know, in the training reports.
_BARE = {"certain": 0.996, "possible": 0.003, "probable": 0.001}


@dataclass(frozen=True, slots=True)
class Judged:
    """``trigger``: the hedge that speaks loudest, None where the statement is certain without one.

    ``score``: the probability of the firmness, None where no hedge and no model spoke.
    """

    firmness: Firmness
    trigger: Span | None
    rule: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Hedge:
    """One hedge found in or on a statement; ``on`` is "content" or "cue"."""

    word: str
    degree: str
    span: Span
    on: str


@lru_cache(maxsize=4)
def _degrees(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Hedges that mean probable, and the first word of every hedge."""
    raw = table(language)["hedges"]
    return frozenset(raw["probable"]), frozenset(words(form)[0] for form in (*raw["possible"], *raw["probable"]))


@lru_cache(maxsize=4)
def _subordinate(language: str) -> frozenset[str]:
    return frozenset(table(language)["hedges"]["subordinate"].split())


@lru_cache(maxsize=4)
def pattern(language: str, which: str) -> re.Pattern[str]:
    """For a text in lower case."""
    raw = table(language)["hedges"]
    forms = raw["possible"] + raw["probable"] if which == "all" else raw[which]
    # By first letter: most words of a text begin with another, and are passed over at once.
    beginning: dict[str, list[str]] = {}
    for form in sorted(forms, key=len, reverse=True):
        beginning.setdefault(form[0], []).append(re.escape(form[1:]).replace(r"\ ", r"\s+"))
    joined = "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in beginning.items())
    return kept(rf"\b(?:{joined})\b")


def hedges(text: str, spans: Sequence[Span], on: str, language: str = "english") -> list[Hedge]:
    """All hedges inside ``spans``, in order."""
    probable, heads = _degrees(language)
    out = []
    for span in spans:
        if heads.isdisjoint(words(text[max(0, span.begin) : max(0, span.end)])):
            continue
        for match in pattern(language, "all").finditer(lowered(text), max(0, span.begin), max(0, span.end)):
            if is_month(text, match):
                continue
            word = " ".join(match.group().split())
            out.append(Hedge(word, "probable" if word in probable else "possible", Span(*match.span()), on))
    return out


def is_month(text: str, match: re.Match[str]) -> bool:
    """A capitalised "May" that opens no sentence."""
    return text[match.start() : match.end()] == "May" and not re.search(
        r"(?:^|[.?!:“\"\n])\s*$", text[max(0, match.start() - 3) : match.start()]
    )


def decide(report: Report, item: View) -> Judged:
    """The firmness of one statement."""
    text = report.text
    found: list[Hedge] = []
    if not _degrees("english")[1].isdisjoint((*item.plain, *item.cue)):
        found = hedges(text, item.attribution.content, "content") + hedges(text, item.attribution.cue, "cue")
    model = item.attribution.firmness
    if not found and not model:
        return Judged("certain", None, "no-hedge")
    own = linear.load("firmness").probabilities(features(report, item, found)) if found else _BARE
    joint = linear.combined(own, model, _MODEL_WEIGHT)
    best = cast(Firmness, max(joint, key=lambda label: joint[label]))
    if best == "certain":
        trigger = found[0].span if found else None
        return Judged(best, trigger, f"out of scope:{found[0].word}" if found else "no-hedge", joint[best])
    fitting = [hedge for hedge in found if hedge.degree == best] or found
    return Judged(
        best, fitting[0].span if fitting else None, f"hedge:{fitting[0].word}" if fitting else "model", joint[best]
    )


def features(report: Report, item: View, found: Sequence[Hedge]) -> Iterator[str]:
    """What the classifier sees: each hedge with its neighbours and its place in the statement."""
    length = len(item.plain)
    under = _subordinate("english")
    yield f"n={min(len(found), 4)}"
    yield f"long={min(length // 12, 5)}"
    yield "cue=" + " ".join(item.core[:2])
    for word in item.core:
        yield "c:" + word
    if item.plain:
        yield "first=" + item.plain[0]
    for hedge in found:
        yield f"{hedge.on}:{hedge.word}"
        yield f"{hedge.on}:{hedge.degree}"
        if hedge.on == "cue":
            continue
        left = words(report.text[max(item.said.begin, hedge.span.begin - 60) : hedge.span.begin])
        right = words(report.text[hedge.span.end : min(item.said.end, hedge.span.end + 40)])
        place = sum(1 for _ in words(report.text[item.said.begin : hedge.span.begin]))
        near = "early" if place <= 8 else "middle" if place <= 20 else "late"
        yield f"{near}:{hedge.degree}"
        yield f"{near}:{hedge.word}"
        yield f"l:{hedge.word} {left[-1] if left else '^'}"
        yield f"r:{hedge.word} {right[0] if right else '$'}"
        for word in set(left) & under:
            yield f"under:{word} {hedge.degree}"
        for word in set(left[-4:]) & under:
            yield f"close:{word} {hedge.degree}"
        if not set(left) & under:
            yield f"main:{hedge.word}"
            yield f"main:{hedge.degree}"
            yield f"main:{hedge.degree} {near}"
        if length <= 15:
            yield f"short:{hedge.degree}"
            yield f"short:{hedge.word}"
