"""Finds the words by which a report justifies a source: how it knows, why it is here, why it is unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.attribution.sources.scene import Referent, Scene
from sayso.attribution.sources.walk import Choice
from sayso.tagger.spans import Attribution
from sayso.types import Span

_REASON = re.compile(
    r"""(?:who\ )?(?:spoke|speaking|talking|talked)\ (?:to\ \S+\ )?(?:only\ )?(?:on|under)\ (?:the\ )?(?:condition\ of
        \ )?anonymity[^.,;”"]*
    | (?:who\ )?(?:requested|asked|declined|refused)\ (?:not\ to\ be|to\ be|to\ remain|anonymity)\ [^.,;”"]*
    | on\ (?:the\ )?condition\ of\ anonymity[^.,;”"]*
    | because\ (?:he|she|they|the)\ [^.;]*?(?:authori[sz]ed|permitted|allowed)[^.,;”"]*
    | (?:directly\ )?(?:familiar\ with|briefed\ on|with\ (?:direct\ |first-hand\ |firsthand\ )?knowledge\ of|close\ to
        |involved\ in)\ [^.,;”"]*
    """,
    re.VERBOSE,
)


#: Verbs that tell of having been there or of having to do with the matter, by their beginnings.
_BEARING = r"""saw|seen|witness|investigat|attend|visit|work|lead|led|chair|r[ua]n|head|overs|lives?\b|lived|defect
    |found|stud|speciali|wr[io]t|author|cover|sign|serv|represent|track|research|treat|surviv|travel|took\ part
    |participat|spen[dt]|own|teach|taught|advis|follow|knows?\b|knew|met\b|brief|obtain|review|report|watch|heard|photograph|film
    |interview"""
_WHO = re.compile(
    rf"""(?:\ \([^)\n]*\))?(?:,\ [^.,;“”"\n]{{0,60}})?,
    \ (who\ (?:(?:has|had|have|was|were|is|are|been|also|later|once|helped)\ )*(?:{_BEARING})[^.,;“”"\n]+)""",
    re.VERBOSE,
)


def reason_of(
    scene: Scene, referent: Referent, made: Sequence[Choice], attributions: Sequence[Attribution]
) -> Span | None:
    """Span of the words nearest to a mention of the source that justify it, or what the tagger saw, or None."""
    given = next((a.why for a in attributions if a.why is not None), None)
    if given is not None:
        return given
    page = scene.page
    if referent.entity is not None and not referent.unnamed:
        for name in referent.entity.names[:6]:
            match = _WHO.match(page.text, page.ends[name.end - 1])
            if match is not None:
                return Span(match.start(1), match.end(1))
        return None
    for choice in made:
        mention = choice.mention
        if mention.span is None or mention.form not in ("description", "name"):
            continue
        end = mention.first
        while end < len(page.words) and page.sentence[end] == page.sentence[mention.first]:
            end += 1
        match = _REASON.search(page.text, page.begins[mention.first], page.ends[end - 1])
        if match is not None:
            return Span(match.start(), match.start() + len(match.group().rstrip()))
    return None
