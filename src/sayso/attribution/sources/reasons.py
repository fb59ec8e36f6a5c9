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


def reason_of(
    scene: Scene, referent: Referent, made: Sequence[Choice], attributions: Sequence[Attribution]
) -> Span | None:
    """Span of the reason nearest to a mention of the source, or None."""
    text = scene.page.text
    for choice in made:
        mention = choice.mention
        if mention.span is None or mention.form not in ("description", "name"):
            continue
        if referent.entity is not None and mention.form == "name":
            continue
        sentence = scene.page.sentence[mention.first]
        end = mention.first
        while end < len(scene.page.words) and scene.page.sentence[end] == sentence:
            end += 1
        match = _REASON.search(text, scene.page.begins[mention.first], scene.page.ends[end - 1])
        if match is not None:
            return Span(match.start(), match.start() + len(match.group().rstrip()))
    return next((a.why for a in attributions if a.why is not None), None)
