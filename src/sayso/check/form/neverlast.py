"""Sentences, in and out of quotations, that stop at a word with which hardly any sentence ends, before another."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_ADJECTIVES = (
    "entire current recent various actual longtime existing upcoming subsequent incoming eventual ultimate mere sole "
    "inner upper annual fiscal federal foreign national economic international congressional legislative electoral "
    "presidential gubernatorial presumptive corporate regulatory administrative institutional agricultural industrial "
    "educational reproductive investigative technical historical regional suburban neighboring northern southern "
    "eastern western traditional modern internal mental medical sexual racial chemical underlying surrounding "
    "resulting countless occasional partial"
).replace(" ", "|")
_ADVERBS = (
    "nearly increasingly simply largely mainly primarily solely merely relatively extremely incredibly truly roughly "
    "approximately reportedly allegedly supposedly seemingly essentially fundamentally typically formally newly "
    "inevitably hardly very rather via per amid despite during including according among whose unlike except towards "
    "toward unless although every regarding referring dubbed titled deemed"
).replace(" ", "|")
_DOING = (
    "putting|letting|allowing|providing|bringing|adding|raising|citing|reaching|involving|containing|ensuring|forcing|"
    "declaring|drawing|preventing|reducing|limiting|removing|eliminating|maintaining|avoiding|accusing|securing|"
    "causing|blocking|depending|ranging|indicating|stating|featuring|undermining|relying|making|giving|taking|using"
)
_BEFORE_A_NOUN = r"(?:an?|the|his|her|its|their|our|my|your|this|any|some|every|of|for|with|about|in|against|new)"
_STOP = compiled(
    rf"(?<![\w’'.$-])(?:{_BEFORE_A_NOUN} (?:{_ADJECTIVES})|{_ADVERBS}|"
    rf"(?:,|by|without|for|while) (?:{_DOING})|with whom|(?:tried|wants?|wanted|able|unable|hop(?:es?|ed)|supposed|"
    r"ought|tends?|plans?|hoping|willing|expected|forced|about|likely|unlikely|trying|going|ready|needs?|set) be|"
    r"(?:its|their|my|your|our|an?|the)|(?:what|whom|which|that) (?:he|she|they|it) and (?:his|her)|"
    r"(?:is|are|was|were) (?:unable|supposed|aimed)|(?:the|an?|no|those) [a-z]+ (?:which|whose))"
    r"\. (?=[A-Z][a-z’]* [a-z])|"
    r"[a-z]+(?:(?:ies|ers|ors|ists|men|people|those) who|(?:ies|ures|ings|ments|tions|those) that)\. "
    r"(?=[A-Z][a-z’]* [a-z])|"
    r"(?P<of>[a-z’]+)\. (?=(?:Of|To) (?:the same|an?|his|her|their|its) [^.?!,:;“”\"]{8,90}\.(?:[”\"]| |$))"
)
_FINITE = compiled(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|does|did|do|says?|said|"
    r"[a-z]{3,}(?:ed|s)|came|went|took|made|gave|got|let|put|add|make|take|get|go|see|keep|help|think|[a-z]+n[’']t)\b"
)
_FEWEST = 4  # words before the stop


#: What only goes on, after a stop: "to a low. Which are already strained".
_GOES_ON = compiled(
    r"(?<=[a-z”\"A-Z][.”]) (?P<on>(?:Which (?:are|were|have)|Whom|"
    r"Whose [a-z]+ (?:is|are|was|were|has|had|have))) [^?!]{5,160}?[.,;]"
)


def stopped(context: Context) -> Iterator[Span]:
    """The last word of such a sentence with its stop; the first of one that only goes on."""
    for block in context.body:
        for match in _GOES_ON.finditer(context.text, *block.span):
            yield Span(*match.span("on"))
    for block in context.body:
        words = block.span.of(context.text)
        for match in _STOP.finditer(words):
            after = words[match.end() :].partition(".")[0]
            if after.startswith(("Of ", "To ")) and match["of"] is not None and _FINITE.search(after):
                continue
            begin = max(words.rfind(mark, 0, match.start()) for mark in ("“", '"', ". ", "? ", "! ", "…")) + 1
            if len(words[begin : match.start()].split()) >= _FEWEST:
                yield Span(block.span.begin + match.start(), block.span.begin + match.end() - 1)
