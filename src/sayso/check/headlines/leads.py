"""First paragraphs that say more than the story under them: a verb that the story has only with what softens it."""

from __future__ import annotations

import re

from sayso.check.accused.deeds import deed, wrongs
from sayso.check.accused.vouching import unattributed
from sayso.check.context import Context
from sayso.check.headlines.dehedged import Dehedged, dehedged
from sayso.check.headlines.restson import stems
from sayso.check.language import HEDGE, LEGAL
from sayso.patterns import compiled
from sayso.types import Span

_SOFTENED = (
    r"(?P<how>unknowing(?:ly)?|unwitting(?:ly)?|inadvertent(?:ly)?|accidental(?:ly)?|unintentional(?:ly)?"
    r"|mistaken(?:ly)?|"
    r"by (?:mistake|accident)|in error|in jest|jokingly|without (?:knowing|realizing|realising|meaning"
    r"|intending)(?: it)?|"
    r"innocently|not on purpose|not deliberately)"
)
_HOW = compiled(rf"\b{_SOFTENED}\b", re.IGNORECASE)


def unsoftened(context: Context, words: str) -> Dehedged | None:
    """A verb of headline or first paragraph that the story has only as done unknowingly, by mistake or in jest."""
    if _HOW.search(words):
        return None
    meaning = stems(words)
    for sentence in context.sentences[1:]:
        told = sentence.span.of(context.text)
        how = _HOW.search(told)
        if how is None:
            continue
        around = stems(told[max(0, how.start() - 60) : how.end() + 40])
        verbs = {match[0] for match in _WRONG.finditer(words) if stems(match[0]) & around}
        meant = _MEANT.search(words)
        if meant and len(meaning & stems(told)) >= 2:
            verbs.add(meant.group())
        if verbs and len((meaning - stems(" ".join(verbs))) & stems(told)) >= 1:
            return Dehedged(sorted(verbs)[0], how.group(), sentence.span)
    return None


def lead_says_more(context: Context) -> tuple[Span, Dehedged] | None:
    """The first sentence, where it tells plainly what the story under it leaves open or softens."""
    first = next(iter(context.sentences), None)
    if first is None:
        return None
    words = first.span.of(context.text)
    softer = unsoftened(context, words)
    if softer:
        return first.span, softer
    if HEDGE.search(words) or LEGAL.search(words) or not unattributed(context, first):
        return None
    if not (next(wrongs(words), None) or deed(words)):
        return None
    open_ = dehedged(context, words, rest=True)
    return (first.span, open_) if open_ else None


#: Words that say by themselves that it was meant.
_MEANT = compiled(
    r"(?<!were )(?<!was )(?<!been )\b(?:lied|lying|lies to|deceived|misled|cheated|defrauded|conned|tricked|duped)\b"
)
#: What is another thing when it is not meant: no "fell by accident".
_WRONG = compiled(
    r"\b(?:l(?:ied|ying|ies?)|misled|mislead\w*|deceiv\w+|stole|steal\w*|stolen|broke|violat\w+|leak\w*|hid"
    r"|hidden|hides|"
    r"poison\w*|kill\w*|shot|hit|harm\w*|destroy\w*|delet\w+|shredd\w+|cheat\w*|defraud\w*|overcharg\w*|overpaid"
    r"|spread|"
    r"expos\w+|releas\w+|publish\w*|vot(?:ed|es)|sent|sold|insult\w*|threaten\w*|told|gave|gives|withheld|underpaid|"
    r"smuggl\w+|fund(?:ed|s)|paid|trespass\w*|plagiari[sz]\w*|copied)\b",
    re.IGNORECASE,
)
