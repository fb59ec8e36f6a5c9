"""Times of utterances that are no day: "said last week", "earlier this month, he told reporters"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.scene import Spoken
from sayso.patterns import kept
from sayso.types import DateRange, Span

#: Between the cue and the time: "told reporters last week", "said in a speech late last month".
_AFTER = kept(r"[^.;:,\n“”\"]{0,40}")
#: Between the time and the source or the cue: "last week, she said", "last week told".
_BEFORE = kept(r",?\s(?:had|has|also|again|then)?\s*")
_POSSESSIVE = kept(r"['’]s?\b|-\w")
_LASTED = kept(r"\b(?:who|that|which|until|till|since|from|by|in|for)\s(?:[^,;]*\s)?$")
_KINDS = frozenset(("week", "weekend", "month", "quarter", "season", "year"))


def vague_time(text: str, one: Spoken, mentions: Sequence[DateMention], sentence: Span) -> DateRange | None:
    """The words that say when ``one`` was uttered where they name no day; neither start nor end is given.

    ``mentions``: the text's dates; ``sentence``: the cue's.
    """
    if not one.cue:
        return None
    cue, subject = one.cue[0], min([one.cue[0], *([one.source] if one.source else [])])
    for mention in mentions:
        span = mention.span
        if mention.single_day or mention.kind not in _KINDS or not sentence.contains(span):
            continue
        if _POSSESSIVE.match(text, span.end) or any(piece.overlaps(span) for piece in one.content):
            continue  # "last week's talks"
        if one.source is not None and one.source.contains(span) and _LASTED.search(text, one.source.begin, span.begin):
            continue  # "a clerk who worked there until last year said"
        behind = span.begin >= cue.end and _AFTER.fullmatch(text, cue.end, span.begin) is not None
        between = Span(min(cue.end, span.begin), span.begin)
        behind = behind and not any(piece.overlaps(between) for piece in one.content)
        ahead = _BEFORE.fullmatch(text, span.end, min(subject.begin, cue.begin)) or (
            text[span.end : span.end + 1] != ","  # which ends a clause on the source: "who took office in March, said"
            and _BEFORE.fullmatch(text, span.end, cue.begin)
        )
        if behind or ahead:
            return DateRange(None, None, span)
    return None
