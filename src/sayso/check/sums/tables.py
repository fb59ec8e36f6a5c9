"""Totals and the run of parts that follows within a paragraph: seats of parties, money for purposes, jobs of plants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, part
from sayso.check.figures.quantities import Quantity, quantities
from sayso.check.sums.partitions import Partition
from sayso.patterns import compiled
from sayso.types import Span

_ROUGH = compiled(
    r"\b(?:about|around|nearly|almost|some|at least|over|more than|roughly|up to|fewer than|less than|under)\s*[$£€]?$",
    re.I,
)
_APART = compiled(
    r"\b(?:compared|earlier|last year|a year|previous|ago|than|from [\d$£€]|up|down|rose|fell|grew|per|each|aged|by)\b"
)
_REST = compiled(r"\b(?:rest|remain\w*|others?|still|so far|among|including|mostly|at least|first|another)\b", re.I)
_HURT = compiled(r"\b(?:wound(?:ed|ing)|injur(?:ed|ing)|hurt|stabbed)\b")
_DEAD = compiled(r"\b(?:died|dead|kill(?:ed|ing)|stabbed|shot)\b")
#: Two parts are all of it where they are opposites.
_BOTH = (
    ("men", "women"), ("boys", "girls"), ("home", "abroad"), ("cash", "shares"), ("cash", "stock"), ("state", "town"),
    ("for", "against"),
    ("north", "south"), ("east", "west"), ("adults", "children"), ("yes", "no"), ("new", "old"),
    ("state", "council"),
    ("government", "council"), ("public", "private"), ("day", "night"), ("day", "evening"), ("morning", "afternoon"),
    ("teachers", "pupils"),
    ("saved", "dead"), ("loan", "grant"), ("loans", "grants"), ("domestic", "foreign"), ("work", "stood"),
    ("upright", "left"),
    ("Friday", "Saturday"),
    ("Saturday", "Sunday"), ("Monday", "Tuesday"), ("salaries", "buildings"), ("first", "second"),
)  # fmt: skip


def tables(context: Context) -> Iterator[Partition]:
    """Totals whose parts stand in their own sentence or in one of the two after it."""
    seen: list[tuple[Sentence, str, list[Quantity]]] = []
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        found = [] if context.quoted(sentence.span.begin) else quantities(words)
        run = _run(words, found)
        if run:
            yield from _held(context, sentence, words, found, run, seen[-2:])
        seen.append((sentence, words, found))


def _run(words: str, found: list[Quantity]) -> list[Quantity]:
    """Two or more parts of one kind in a row, the last after "and", "while", "with" or a semicolon."""
    found = [each for each in found if each.kind in ("money", "things") or each.unit == ""]
    for end in range(len(found) - 1, 0, -1):
        gap = words[found[end - 1].whole.end : found[end].whole.begin]
        if len(gap) > 70 or not re.search(r"(?:\band|\bwhile|\bwith|;|,)\s+(?:[\w’'-]+ ){0,5}?[$£€]?$", gap):
            continue
        run = [found[end]]
        for each in reversed(found[:end]):
            gap = words[each.whole.end : run[0].whole.begin]
            if len(gap) > 70 or re.search(r"[.:]\s|\b(?:of the|out of|of its)\b", gap) or not _kin(each, run[0]):
                break
            run.insert(0, each)
        if len(run) >= 2:
            return run
    return []


def _kin(one: Quantity, other: Quantity) -> bool:
    if one.unit == other.unit:
        return True
    if "money" in (one.unit, other.unit):
        return ("" in (one.unit, other.unit) and min(one.value, other.value) >= 1000) or "" in (one.unit, other.unit)
    return "" in (one.unit, other.unit)


def _held(
    context: Context, sentence: Sentence, words: str, found: list[Quantity], run: list[Quantity],
    before: list[tuple[Sentence, str, list[Quantity]]],
) -> Iterator[Partition]:  # fmt: skip
    """The run beside the nearest total that it may share out: the first of its own sentence, or one of those before."""
    if _APART.search(words[max(0, run[0].whole.begin - 30) : run[-1].whole.end + 20]):
        return
    if _DEAD.search(words) and (_HURT.search(words) or (len(run) == 2 and "missing" in words)):
        return  # the dead and the wounded are two counts, of which a report seldom gives the sum
    place = re.compile(r" in [A-Z]")
    alike = place.match(words, run[0].whole.end) and place.match(words, run[1].whole.end)
    heads = run[:1] if len(run) > 2 and not alike else []  # the total may stand at the head of the run itself
    options: list[tuple[Span, Quantity, str, list[Quantity]]]
    options = [(part(sentence.span, *each.span), each, words, run[1:]) for each in heads]
    for each in found:
        if place.match(words, each.whole.end) and place.match(words, run[0].whole.end):
            continue
        if (each.whole.end <= run[0].whole.begin and each not in run) or (
            each.whole.begin >= run[-1].whole.end
            and re.search(r"\b(?:in all|total|altogether)\b", words[each.whole.begin - 20 :])
        ):
            options.append((part(sentence.span, *each.span), each, words, run))
    for other, lines, earlier in before:
        near = sentence.block - other.block
        if near == 0 or (near == 1 and other.span.end >= context.body[other.block].span.end - 2):
            options += [(part(other.span, *each.span), each, lines, run) for each in earlier if len(earlier) <= 3]
    good = [each for each in options if _fits_noun(each[1], each[3])]
    if any(sum(q.value for q in parts) == total.value for _, total, _, parts in options):
        return
    for where, total, lines, parts in good:
        values = tuple(each.value for each in parts)
        added = sum(values)
        rough = _ROUGH.search(lines[: total.whole.begin])
        if max(values) >= total.value or len(values) < 2 or not 0.72 * total.value <= added <= 1.4 * total.value:
            continue
        if (rough and abs(added - total.value) <= 0.1 * total.value) or (
            added < total.value and not _all_of_it(words, lines, parts, total)
        ):
            continue
        if total.digits <= 2 and total.value >= 1e6 and abs(added - total.value) < 0.03 * total.value:
            continue
        span = part(sentence.span, parts[0].whole.begin, parts[-1].whole.end)
        yield Partition(span, where, total.value, values, True)
        return


def _fits_noun(total: Quantity, parts: list[Quantity]) -> bool:
    """Whether the parts are of what the total counts: the same noun, or no noun of their own."""
    nouns = {each.unit for each in parts} - {""}
    if total.unit == "money" or "money" in nouns:
        return nouns <= {"money"} and (total.unit == "money" or (total.unit == "" and total.value >= 1e4))
    if total.unit == "":
        return False
    return not nouns or nouns == {total.unit} or (total.unit in _PERSONS and nouns <= _PERSONS)


_PERSONS = frozenset(
    "people men women children boys girls adults passengers crew soldiers civilians pupils teachers workers officers "
    "guests players "
    "prisoners guards patients members students employees victims cases infections deaths fatalities residents "
    "migrants teachers".split()
)


def _all_of_it(words: str, lines: str, parts: list[Quantity], total: Quantity) -> bool:
    """Whether nothing is left beside parts that come to less: a colon before them, opposites, three and more."""
    if _REST.search(words) or re.search(r"\b(?:including|among)\b", lines):
        return False
    lead = words[: parts[0].whole.begin]
    colon = re.search(r"[:–—(]\s*(?:[\w’'-]+ ){0,3}$| - (?:[\w’'-]+ ){0,2}$", lead) is not None
    opposites = any(re.search(rf"\b{a}\b", words) and re.search(rf"\b{b}\b", words) for a, b in _BOTH)
    close = sum(each.value for each in parts) >= 0.85 * total.value
    return colon or (close and (opposites or len(parts) >= 3))
