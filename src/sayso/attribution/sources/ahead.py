"""Who speaks next under a name not met before: whom "a senior diplomat" means when the report names her only then."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.entities import ORGANIZATION, OTHER, PERSON
from sayso.attribution.sources.introductions import apposed
from sayso.attribution.sources.meant import Ahead
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.scene import Scene
from sayso.attribution.sources.vocabulary import common_words
from sayso.tagger.spans import Attribution
from sayso.types import Span

#: Statements and sentences to look ahead.
_TURNS, _SENTENCES, _MOST = 6, 12, 3


def speakers_ahead(
    scene: Scene, mentions: Sequence[Mention], attributions: Sequence[Attribution], turn: int
) -> list[Ahead]:
    """The sources of the next statements that are named there for the first time; none but for descriptions of one."""
    mention, page = mentions[turn], scene.page
    if mention.form != "description" or mention.plural:
        return []
    found: list[Ahead] = []
    last = page.sentence[mention.first] + _SENTENCES
    own = _words(page, attributions[turn].content)
    for later in range(turn + 1, min(turn + 1 + _TURNS, len(mentions))):
        named = mentions[later].name if mentions[later].form == "name" else apposed(scene, mentions[later])
        entity = scene.entity(named) if named is not None else None
        if named is None or entity is None or entity.kind not in (PERSON, OTHER, ORGANIZATION):
            continue
        new = entity.names[0].first >= mention.end and all(entity is not one.entity for one in found)
        if page.sentence[named.first] > last or len(found) == _MOST:
            break
        if new:
            other = _words(page, attributions[later].content)
            found.append(Ahead(entity, named.first, later - turn, len(own & other) / max(len(own), 1)))
    return found


def _words(page: Page, content: Sequence[Span]) -> set[str]:
    """The words of a content that carry its meaning, in lower case."""
    ranges = [page.range(span) for span in content]
    return {
        low
        for first, end in ranges
        for low in page.lower[first:end]
        if len(low) > 3 and (low not in lexicon.OPENERS or low not in common_words())
    }
