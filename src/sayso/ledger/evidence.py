"""Whether a name in one report and an entity known from others are the same: a score, and the reasons for it.

Weights are set by hand so that one strong reason (the same full name) suffices and weak ones (a shared surname) need
company; each reason says what it rests on, in words. Nothing is learnt, nothing is random.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from sayso.ledger.names import Name, fold, is_generic, office_of, same_given, sound, words_of

#: A join needs this score, and this much more than the next best entity.
JOIN, MARGIN = 0.7, 0.05


@dataclass(frozen=True, slots=True)
class Reason:
    """``rule``: a fixed code; ``weight``: what it adds to the score; ``words``: what was compared."""

    rule: str
    weight: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    score: float
    reasons: tuple[Reason, ...]


def compare(name: Name, title: str | None, other: Name, titles: Iterable[str], *, same_document: bool) -> Verdict:
    """``name`` with ``title`` in a new report against ``other``, a name of an entity that went by ``titles``.

    ``same_document``: the entity appears in another version of the same page.
    """
    reason = _persons(name, other) if name.kind == "person" else _bodies(name, other)
    if reason is None:
        return Verdict(0.0, ())
    reasons = [reason]
    if same_document:
        reasons.append(Reason("same-document", 0.4, (name.name,)))
    if title and name.kind == "person":
        reasons.extend(_titles(title, tuple(titles)))
    return Verdict(round(max(0.0, min(1.0, sum(r.weight for r in reasons))), 3), tuple(reasons))


def _persons(a: Name, b: Name) -> Reason | None:
    words = (a.name, b.name)
    if not a.words or not b.words:
        return None
    if a.words != b.words and "".join(a.words) == "".join(b.words) and min(len(a.words), len(b.words)) > 1:
        return Reason("run-together", 0.85, words)
    surname = sound(a.words[-1]) == sound(b.words[-1])
    if len(a.words) == 1 or len(b.words) == 1:
        return Reason("surname-only", 0.35, words) if surname else None
    given_a, given_b = a.words[:-1], b.words[:-1]
    if not surname:
        close = fuzz.ratio(a.words[-1], b.words[-1]) >= 85 and len(a.words[-1]) > 4
        return Reason("surname-close", 0.55, words) if close and given_a == given_b else None
    if a.words == b.words:
        common = a.words[-1] in words_of("common surname") and a.words[0] in words_of("common given")
        return Reason("same-common-name", 0.65, words) if common else Reason("same-name", 0.85, words)
    initial = given_a[0][0] == given_b[0][0] and 1 in (len(given_a[0]), len(given_b[0]))
    if initial or not same_given(given_a[0], given_b[0]):
        return Reason("initial-and-surname", 0.5, words) if initial else None
    if _middles_differ(given_a[1:], given_b[1:]):
        return None
    return Reason("spelling", 0.78, words)


def _middles_differ(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return bool(a and b) and not any(same_given(x, y) or (x[0] == y[0] and 1 in (len(x), len(y))) for x in a for y in b)


def _bodies(a: Name, b: Name) -> Reason | None:
    words = (a.name, b.name)
    if is_generic(a) or is_generic(b) or a.kind != b.kind:
        return None
    if a.kind == "document":
        return Reason("same-name", 0.75, words) if a.words == b.words and len(a.words) > 2 else None
    if a.words == b.words:
        return Reason("same-name", 0.9, words)
    if "".join(a.words) == "".join(b.words) and len("".join(a.words)) > 4:
        return Reason("run-together", 0.85, words)
    office = office_of(a.words)
    if office and office == office_of(b.words):
        return Reason("word-order", 0.8, words)
    initials = {block for name in (a, b) for block in name.blocks if block.startswith("a:")}
    if len(initials) == 1 and 1 in (len(a.words), len(b.words)):
        return Reason("initials", 0.4, words)
    return None


def _titles(title: str, titles: tuple[str, ...]) -> list[Reason]:
    new = set(fold(title))
    if not new or not titles:
        return []
    best = max(titles, key=lambda known: (len(new & set(known.split())), known))
    shared = new & set(best.split())
    telling = sorted(shared - words_of("title"))
    if telling:
        return [Reason("title", 0.35, (title, best))]
    if shared - {"the", "of", "a", "an", "and", "for", "at", "in", "to"}:
        return [Reason("like-title", 0.1, (title, best))]
    return [Reason("other-title", -0.15, (title, best))]
