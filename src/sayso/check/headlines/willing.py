"""First paragraphs that tell as settled what headline, deck or story only hold possible: "will" over "may have to"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.headlines.dehedged import Dehedged
from sayso.check.headlines.restson import stems
from sayso.patterns import compiled
from sayso.types import Span

_SETTLED = compiled(
    r"\b(?P<how>will(?: now| soon| also)?|(?:is|are) (?:going|set|about) to|(?:has|have) decided to|"
    r"(?:is|are)(?= (?:leaving|closing|cutting|banning|ending|sending|quitting|selling|buying|withdrawing|raising|"
    r"scrapping|dropping|moving|suing|running)\b)) (?P<what>(?!not\b|be able\b|try\b|seek\b|consider\b|have\b|decide\b|"
    r"vote\b|discuss\b|meet\b|weigh\b|likely\b|probably\b)[a-z]+[^.;:]{0,90})"
)
#: Sentences whose first words leave it open anyhow.
_CAREFUL = compiled(
    r"\b(?:if|unless|may|might|could|would|whether|likely|probably|perhaps|possibly|consider\w*|weigh\w*|hopes?|hoping|"
    r"expected|plans?|planned|planning|proposed?|believ\w+|fear\w*|when|until|once|predict\w*|forecast\w*|wants?)\b|\?"
)
_OPEN = compiled(
    r"\b(?P<how>(?:may|might|could)(?: (?:well|yet|also|even|soon|have to|need to))?(?: consider)?|"
    r"(?:is|are|was|were|be|been) (?:\w+ )?(?:considering|weighing|mulling|contemplating|exploring|looking at|"
    r"discussing|"
    r"thinking (?:about|of))|(?:consider|weigh|mull|ponder|contemplate)(?:s|ed|ing)?(?: whether to)?|would consider|"
    r"(?:whether to|not ruled? out|rule out|ha(?:s|ve) not decided (?:whether|if)))\s+(?P<what>[^.;:]{3,90})",
    re.IGNORECASE,
)
#: "would only do this if …": whatever it is that the first sentence tells.
_ONLY_IF = compiled(
    r"\b(?:w(?:ill|ould) (?:only (?:do|happen|come|take|go)|(?:do|happen|come) (?:(?:so|this|that|it) )?only)"
    r"(?: (?:so|this|that|it|ahead|into effect|place))? (?:if|should)|no (?:final )?decision (?:has been|"
    r"was) (?:made|taken)|"
    r"nothing (?:has been|is|was) decided|ha(?:s|ve) not (?:yet )?decided)\b"
)
_EARLY = 10
_SHARED = 3


def willed(context: Context) -> tuple[Span, Dehedged] | None:
    """The words of the first sentence, and the place that leaves open what they tell as settled."""
    first = next(iter(context.sentences), None)
    if first is None:
        return None
    words = first.span.of(context.text)
    match = _SETTLED.search(words)
    if match is None or context.quoted(first.span.begin + match.start()) or _CAREFUL.search(words):
        return None
    verb = _meaning(match["what"].split()[0])
    thing = _meaning(" ".join(match["what"].split()[1:9]))
    whole = _meaning(words)
    if not thing:
        return None
    if context.headline is not None:
        title = context.headline.span.of(context.text)
        if re.search(r"\bto [a-z]+", title) and not _OPEN.search(title) and len(_meaning(title) & whole) >= _SHARED:
            return None  # the headline tells it as settled, too
    found = None
    for span in _others(context):
        told = span.of(context.text)
        only = _ONLY_IF.search(told)
        if only:
            found = found or Dehedged(match["how"], only.group(), span)
            continue
        open_ = _OPEN.search(told)
        meant = _meaning(open_["what"]) if open_ else frozenset[str]()
        enough = 2 if meant & verb and meant & thing else _SHARED
        if open_ and len(meant & thing) + 2 * bool(meant & verb) >= 2 and len(_meaning(told) & whole) >= enough:
            found = found or Dehedged(match["how"], open_["how"].lower(), span)
        elif len(_meaning(told) & thing) >= min(2, len(thing)) and _meaning(told) & verb and not open_:
            return None  # told as plainly elsewhere
        elif span.begin < first.span.begin and _meaning(told) & verb and _meaning(told) & thing and not open_:
            return None
    if found is None:
        return None
    begin = first.span.begin + match.start()
    return Span(begin, first.span.begin + match.end("how")), found


def _meaning(words: str) -> frozenset[str]:
    return stems(re.sub(r"\bsales?\b", "sell", _TROOPS.sub("forces", words)))


#: Words that reports take turns with.
_TROOPS = compiled(r"\b(?:[Tt]roops?|[Ss]oldiers)\b")


def _others(context: Context) -> Iterator[Span]:
    """Headline, deck and the sentences that follow the first."""
    for block in context.report.blocks:
        if block.role in ("headline", "deck"):
            yield block.span
    for sentence in context.sentences[1:_EARLY]:
        yield sentence.span
