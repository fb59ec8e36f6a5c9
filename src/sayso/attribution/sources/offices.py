"""Chooses a source's title among what the report says of it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.sources.scene import Referent, Scene
from sayso.attribution.sources.titles import Title, has_role, is_role
from sayso.attribution.sources.walk import Choice
from sayso.tagger.spans import Attribution
from sayso.types import SourceType, Span

_WORTH = {"prefix": 3.0, "after": 2.5, "who": 2.0, "before": 2.4, "copula": 1.0, "of": 0.3}


def best_title(
    scene: Scene, referent: Referent, made: Sequence[Choice], attributions: Sequence[Attribution], type: SourceType
) -> Span | None:
    """Span of the title, or None: what the tagger saw, what stands beside the name, or the description itself."""
    page = scene.page
    if type not in ("person", "unnamed-person"):
        return next((a.title for a in attributions if a.title is not None), None)
    best: tuple[float, Span] | None = None
    if referent.entity is not None:
        for order, title in enumerate(scene.titles.get(referent.entity.number, ())):
            worth = _worth(scene, title, order)
            if worth > 0 and (best is None or worth > best[0]):
                best = worth, page.span(title.first, title.end)
    given = next((a.title for a in attributions if a.title is not None), None)
    if given is not None and (best is None or best[0] < 2.5):
        return given
    if best is not None:
        return best[1]
    for choice in made:
        mention = choice.mention
        if mention.form == "description" and is_role(mention.head):
            first = mention.first + (1 if mention.determiner else 0)
            if first < mention.end:
                return page.span(first, mention.end)
    return None


def _worth(scene: Scene, title: Title, order: int) -> float:
    worth = _WORTH[title.pattern] - 0.2 * min(order, 8)
    if has_role(scene.page, title.first, title.end):
        worth += 0.5
    if title.end - title.first > 14:
        worth -= 1.0
    return worth + 0.3 * (title.end - title.first > 1)
