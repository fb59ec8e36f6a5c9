"""Who spoke, and who was told of, last before a statement."""

from __future__ import annotations

import bisect

from sayso.attribution.sources.scene import Referent, Scene
from sayso.tagger.spans import Attribution

#: How many contents back one may stand that holds another.
_HEARD = 6
_QUOTES = frozenset('“"')


def outer(scene: Scene, attribution: Attribution) -> tuple[Referent | None, int | None]:
    """The source of the latest statement that stands in nobody's words but those around this one; its paragraph."""
    begin, end = attribution.begin, attribution.end
    for index in range(len(scene.heard) - 1, max(-1, len(scene.heard) - 1 - _HEARD), -1):
        span, referent = scene.heard[index]
        if span.begin <= begin and end <= span.end:
            continue  # this one is within
        held = any(
            other.begin <= span.begin and span.end <= other.end and other != span
            and not (other.begin <= begin and end <= other.end)
            for other, _ in scene.heard[max(0, index - _HEARD) : index]
        )  # fmt: skip
        if not held:
            return referent, scene.page.paragraph[min(scene.page.at(span.begin), len(scene.page.words) - 1)]
    return None, None


def last_quoted(scene: Scene) -> Referent | None:
    """Whose words between quotation marks stood last."""
    text = scene.page.text
    return next(
        (r for span, r in reversed(scene.heard[-_HEARD:]) if text[span.begin : span.begin + 1] in _QUOTES), None
    )


def subjects_before(scene: Scene, sentence: int, place: int) -> tuple[set[int], set[int]]:
    """Subjects in this and the last three sentences before a word: the first of each sentence, and the very last."""
    first: dict[int, int] = {}
    last = -1
    low = bisect.bisect_left(scene.page.sentence, sentence - 3)
    for name in scene.names[bisect.bisect_left(scene.starts, low) : bisect.bisect_left(scene.starts, place)]:
        if name.first in scene.subjects:
            first.setdefault(scene.page.sentence[name.first], name.first)
            last = name.first
    return set(first.values()), {last}
