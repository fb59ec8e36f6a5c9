"""Statements cut into the single things that they assert."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from sayso.sentences import sentences
from sayso.trace.material import Page, Scene, whole
from sayso.trace.tokens import FUNCTION, NAME, NUMBER, tokenize
from sayso.trace.types import StatementAt
from sayso.trace.utterances.naming import NEGATIONS
from sayso.types import Span, Statement

#: Acts that answer another statement and assert nothing of their own.
ANSWERS = frozenset({"no-comment", "cannot-verify", "deny"})
FEWEST = 2  # content words of an assertion
#: Where one assertion ends and the next begins.
_JOINT = re.compile(
    r",?\s+(?:and|but|or)\s+(?=that\b)|;\s+|\s+[–—]\s+|:\s+(?=[A-Z“\"‘])"
    r"|,\s+(?:because|while|although|though|whereas|since|but|so|after which|adding|as)\s+"
    r"|,?\s+(?:because|whereas|although|on the grounds that|given that|in view of the fact that|even though)\s+"
    r"|,\s+and\s+(?=(?:he|she|it|they|we|I|the|his|her|their|its|a|an|no|all|both|some|most|nobody|\d+|[A-Z]\w+)\b)",
)
#: Words that call a thing said untrue.
_UNTRUE = frozenset(
    "untrue false falsehood falsehoods invention inventions invented fabrication fabrications fabricated fiction lie "
    "lies hoax nonsense baseless groundless unfounded slander myth myths tale tales".split()
)
#: A negation that denies nothing: "can't wait", "no fewer than 45", "five minutes and no more", "not a copy but the
#: original"; and "No. 2".
_WARM = re.compile(
    r"\b(?:can|could)(?:n?['’]?t| ?not)\s+(?:wait|agree more|be (?:happier|prouder|more))\b"
    r"|\b(?:not?|none)\s+(?:fewer|less|more|later|earlier|sooner|other)\s+than\b"
    r"|\band\s+(?:no|not)\s+(?:more|less|later|longer)\b(?=\W*$|[,.;:])"
    r"|\bno\.?\s*\d+|\bno\s+doubt\b|\bnot\s+(?:only|just|merely)\b"
    r"|\bnot\s+(?=[^.;:!?]{1,60}?\bbut\s+(?:an?|the|of|in|on|at|by|from|for|to|his|her|its|their)\b)"
)
#: "A compressor failed" denies nothing.
_FAILS = re.compile(r"\bfail(?:s|ed|ing)?\s+to\b")
#: Words that deny by themselves: with a negation they affirm.
_DENIES = frozenset("deny denies denied denying lack lacks lacked fail-to".split())
_TRIM = " \t\n,;:.–—-“”\"‘’'…"


@dataclass(frozen=True, eq=False)
class Assertion:
    """One thing that one statement asserts; ``part`` counts those of a statement."""

    page: Page
    statement: Statement
    span: Span
    part: int

    @cached_property
    def words(self) -> tuple[tuple[int, str], ...]:
        """Its content words: hashed stem and lower-case word; of an ordinal those of the number."""
        tokens, text = self.page.tokens, self.page.text
        return tuple(
            _ordinals().get(word, (int(tokens.stems[n]), word))
            for n in self.page.words(self.span)
            if not tokens.kinds[n] & FUNCTION
            for word in (text[tokens.begin[n] : tokens.end[n]].lower(),)
        )

    @cached_property
    def stems(self) -> frozenset[int]:
        return frozenset(stem for stem, _ in self.words)

    @cached_property
    def marked(self) -> frozenset[int]:
        """Those of them that are names or numbers."""
        tokens = self.page.tokens
        return frozenset(
            int(tokens.stems[n])
            for n in self.page.words(self.span)
            if tokens.kinds[n] & (NAME | NUMBER) and not tokens.kinds[n] & FUNCTION
        ) | (self.stems & _numbers())

    @cached_property
    def negative(self) -> bool:
        """Whether it says that something is not so; "not without" and "nobody denies" say that it is."""
        words = self._plain
        denied = self.rejects or any(word in _DENIES for word in words)
        turned = any(word in NEGATIONS - {"without"} or word.endswith(("n't", "n’t")) for word in words)
        if turned and not {"without", *_DENIES}.isdisjoint(words):
            return False
        return turned or denied

    @cached_property
    def rejects(self) -> bool:
        """Whether it calls something untrue."""
        return not _UNTRUE.isdisjoint(self._plain)

    @cached_property
    def _plain(self) -> list[str]:
        lower = _FAILS.sub(" fail-to ", _WARM.sub(" ", self.text.lower()))
        found: list[str] = re.findall(r"fail-to|[\w’']+", lower)
        return found

    @property
    def text(self) -> str:
        return self.span.of(self.page.text)

    @property
    def at(self) -> StatementAt:
        return StatementAt(self.page.id, self.statement.id, self.span)


@cache
def _ordinals() -> dict[str, tuple[int, str]]:
    """Ordinals: the stem and the digits of their number; not "first" and "second", which mean much else."""
    names = (
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth twentieth"
    ).split()
    digits = " ".join(map(str, range(3, 21)))
    stems = tokenize(digits, [Span(0, len(digits))]).stems.tolist()
    return dict(zip(names, zip(stems, digits.split(), strict=True), strict=True))


@cache
def _numbers() -> frozenset[int]:
    return frozenset(stem for stem, _ in _ordinals().values())


def assertions(scene: Scene) -> tuple[Assertion, ...]:
    """What the reports of a scene have others assert, in the order of the reports and of their words."""
    return tuple(made for page in scene.pages for statement in _own(page) for made in parts(page, statement))


def _own(page: Page) -> Iterator[Statement]:
    """Statements that assert something themselves and do not merely hand on one that stands inside them."""
    handing = _handing_on(page)
    for statement in page.reading.statements:
        if statement.act not in ANSWERS and statement.id not in handing:
            yield statement


@lru_cache(maxsize=2048)
def _handing_on(page: Page) -> frozenset[str]:
    """Statements that are little more than one that stands inside them."""
    inner: dict[str, int] = {}
    for statement in page.reading.statements:
        if statement.parent:
            inner[statement.parent] = inner.get(statement.parent, 0) + _length(statement)
    statements = page.reading.statements
    return frozenset(each.id for each in statements if inner.get(each.id, 0) * 2 >= _length(each))


def with_relays(page: Page, statement: Statement) -> Iterator[Statement]:
    """A statement, and those that merely hand it on: what is said of these is said of it."""
    handing = _handing_on(page)
    seen: set[str] = set()
    yield statement
    while statement.parent in handing - seen and statement.parent in page.statements:
        seen.add(statement.parent)
        statement = page.statements[statement.parent]
        yield statement


def _length(statement: Statement) -> int:
    return sum(span.end - span.begin for span in statement.content)


def parts(page: Page, statement: Statement) -> Iterator[Assertion]:
    """The single things that a statement asserts."""
    spans = [whole(statement)] if _close(page.text, statement.content) else list(statement.content)
    part = 0
    for span in spans:
        for clause in _clauses(page, span):
            made = Assertion(page, statement, clause, part)
            if len(made.stems) >= FEWEST:
                part += 1
                yield made


def _close(text: str, content: Sequence[Span]) -> bool:
    """Whether few words stand between the pieces of a content: a cue, no more."""
    return all(len(text[one.end : other.begin].split()) <= 4 for one, other in pairwise(content))


def _clauses(page: Page, span: Span) -> Iterator[Span]:
    """Clauses of a content; one too short to say anything stays with the one before it."""
    found: list[Span] = []
    for sentence in sentences(page.text, span):
        begin = sentence.begin
        cuts = list(_JOINT.finditer(page.text, sentence.begin, sentence.end))
        for end, after in [*((m.start(), m.end()) for m in cuts), (sentence.end, sentence.end)]:
            clause = _trimmed(page.text, Span(begin, end))
            if _says_little(page, clause) and found and begin != sentence.begin:
                found[-1] = _trimmed(page.text, Span(found[-1].begin, end))
            elif clause.begin < clause.end:
                found.append(clause)
            begin = after
    yield from found


def _says_little(page: Page, clause: Span) -> bool:
    words = page.words(clause)
    return len(words) < 3 or sum(not page.tokens.kinds[n] & FUNCTION for n in words) < FEWEST


def _trimmed(text: str, span: Span) -> Span:
    begin, end = span
    while begin < end and text[begin] in _TRIM:
        begin += 1
    while begin < end and text[end - 1] in _TRIM:
        end -= 1
    return Span(begin, end)
