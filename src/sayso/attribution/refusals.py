"""Refusals to comment and failures to verify that the tagger did not see, told by their fixed forms.

"The ministry declined to comment on the report", "did not respond to a request for comment", "could not be reached",
"The claim could not be independently verified". They are rare in training data but regular in wording.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.passages import Passages
from sayso.attribution.relayed import CITABLE
from sayso.report.marks import Quotation
from sayso.tagger.spans import Attribution
from sayso.types import Span

_NOT = r"(?:(?:did|does|do|has|have|had|would|will)\s+not|(?:did|does|do|has|have|had|would|wo)n[’']t)"
_HOW = r"(?:\s+(?:immediately|directly|publicly|yet|promptly|independently|so\s+far|itself))*"
_NOUN = (
    r"(?:(?:an?|any|repeated|several|multiple|further|the)\s+)?"
    r"(?:requests?|calls?|messages?|e-?mails?|questions?|inquir(?:y|ies))"
)
#: Forms with the refuser before and the matter after; group "matter" where the form itself names it.
_ACTIVE = re.compile(
    r"\b(?:(?:(?:has|have|had|also|again)\s+)*(?:declined|refused|declines|refuses)(?:\s+to)?\s+(?P<m1>comment)\b"
    r"(?:\s+further)?"
    rf"|(?:(?:has|have|had)\s+)?(?:declined|refused)\s+to\s+(?:say|discuss|answer|address|provide|give|speculate|be\s+drawn)\b"
    rf"|{_NOT}{_HOW}\s+(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?)(?:\s+to)?(?=\s+{_NOUN}|\s*[.,;]|\s+when\b)"
    rf"|{_NOT}{_HOW}\s+(?P<m2>comment(?:ed)?)\b"
    r"|(?:had|offered|made)\s+no\s+(?:immediate\s+|further\s+|official\s+)?(?P<m3>comment)\b"
    r"|(?:could|can)\s+not\s+(?:immediately\s+)?be\s+reached(?:\s+for\s+(?P<m4>comment))?"
    r"|(?:was|were)\s+(?:not\s+(?:immediately\s+)?available|unavailable)\s+(?:for|to)\s+(?P<m5>comment))",
    re.IGNORECASE,
)
_VERIFY = r"(?:verif(?:y|ied)|confirm(?:ed)?|corroborated?|authenticated?)"
_FAILED = re.compile(
    rf"\b(?:could|can)(?:\s+not|n[’']t){_HOW}\s+(?P<passive>be{_HOW}\s+)?{_VERIFY}\b"
    rf"|\b(?:was|were|is|are|been)\s+(?:not\s+(?:immediately\s+)?able|unable)\s+to(?:\s+\w+ly)?\s+{_VERIFY}\b",
    re.IGNORECASE,
)
_MATTER = re.compile(
    r"\s+(?:further\s+)?(?:(?:on|about|to|regarding)\s+)?(?P<words>[^.;:“”\"\n]{3,200}?)(?=\s*(?:[.;:“”\"\n]|,|$))"
)
_BY = re.compile(r"\s+by\s+(?P<who>[^.,;\n]{2,60})")
_CLAUSE = re.compile(r"[,;:—–“”\"()]\s*|\b(?:and|but|while|though|although|because|that|said|as)\s+", re.IGNORECASE)
_LEAD = re.compile(r"(?:(?:also|however|meanwhile|the\s+fact\s+that)\s+)+", re.IGNORECASE)
_TAIL = re.compile(r"(?:[,\s]+(?:also|just|all|both|\w+ly|again|still|had|has|have))*[,\s]*\Z")
_PRONOUNS = frozenset(["he", "she", "they", "it", "both", "neither"])
_LONGEST_SOURCE = 14  # words
_SURE = 0.8


def refusals(
    text: str, found: Sequence[Attribution], where: Passages, quotations: Sequence[Quotation]
) -> list[Attribution]:
    """The attributions to add to ``found``; one whose words the tagger already read as a cue is left alone."""
    taken = [span for a in found for span in a.cue]
    quoted = [q.span for q in quotations if q.depth == 0]
    out: list[Attribution] = []
    for made in (*_active(text, where), *_failed(text, where)):
        near = Span(made.cue[0].begin, max(made.cue[0].end, made.content[0].end))
        known = any(near.overlaps(span) for span in (*taken, *(s for a in out for s in a.cue)))
        if not known and not any(q.overlaps(made.cue[0]) for q in quoted):
            out.append(made)
    return out


def _active(text: str, where: Passages) -> Iterator[Attribution]:
    for match in _ACTIVE.finditer(text):
        sentence = where.sentence(match.start())
        source = _before(text, sentence.begin, match.start())
        end = min(sentence.end, len(text))
        named = next((Span(*match.span(g)) for g in ("m1", "m2", "m3", "m4", "m5") if match[g]), None)
        after = _MATTER.match(text, match.end(), end)
        content = Span(*after.span("words")) if after and _is_matter(text, match.end(), after) else named
        if source and content:
            cue = Span(match.start(), min(match.end(), content.begin))
            yield Attribution(source, (_trim(text, cue),), (content,), act={"no-comment": 1.0}, score=_SURE)


def _is_matter(text: str, begin: int, after: re.Match[str]) -> bool:
    """What follows belongs to the refusal: a preposition or a noun phrase, not the next clause."""
    lead = text[begin : after.end("words")].split(None, 1)
    return bool(lead) and lead[0].lower() not in (
        "and",
        "but",
        "when",
        "while",
        "as",
        "after",
        "before",
        "by",
        "because",
        "for",
    )


def _failed(text: str, where: Passages) -> Iterator[Attribution]:
    for match in _FAILED.finditer(text):
        sentence = where.sentence(match.start())
        subject = _before(text, sentence.begin, match.start())
        if subject is None:
            continue
        cue = Span(*match.span())
        if match["passive"]:
            by = _BY.match(text, match.end(), sentence.end)
            source = Span(*by.span("who")) if by else None
            yield Attribution(source, (cue,), (subject,), act={"cannot-verify": 1.0}, score=_SURE)
            continue
        after = _MATTER.match(text, match.end(), sentence.end)
        if after:
            matter = Span(*after.span("words"))
            yield Attribution(subject, (cue,), (matter,), act={"cannot-verify": 1.0}, score=_SURE)


def _before(text: str, begin: int, end: int) -> Span | None:
    """The noun phrase that ends where a verb begins: the last clause before it, without its conjunctions."""
    start = begin
    for boundary in _CLAUSE.finditer(text, begin, end):
        if text[boundary.end() : end].strip():
            start = boundary.end()
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    tail = _TAIL.search(text, start, end)
    span = _trim(text, Span(start, tail.start() if tail else end))
    words = span.of(text).split()
    return span if 0 < len(words) <= _LONGEST_SOURCE and _names(words) else None


def _names(words: Sequence[str]) -> bool:
    """A name, a pronoun or a noun for people and bodies is among the words; otherwise they are no subject."""
    return any(word[0].isupper() or word.lower() in _PRONOUNS or word.lower() in CITABLE for word in words)


def _trim(text: str, span: Span) -> Span:
    begin, end = span
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return Span(begin, end)
