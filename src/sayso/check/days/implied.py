"""Days that an offset gives: "on Friday, a day after she unveiled the plan", and then "the plan unveiled Tuesday".

The offset makes the plan's day Thursday, without naming it; what is told of the plan with another weekday, and nowhere
with that one, does not fit.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.figures.numbers import value_of
from sayso.check.language import content_words
from sayso.grounding.dates.english import WEEKDAYS
from sayso.patterns import compiled
from sayso.types import Span

_OFFSET = compiled(
    r"\b(?P<n>a|one|two|three|just a|the) days? (?P<way>after|before|following) (?P<what>[^.;:()“”\"]{12,110})"
)
_ROUGH = compiled(r"\b(?:nearly|almost|about|more than|less than|every|within|\w+ing) $")
_SHARED = 2  # words that both tell of it


def unlike_the_implied(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The place with another day, the words that imply the day, and what was looked for."""
    told = context.days.told
    for each in told:
        if not each.bare or each.quoted:
            continue
        match = _OFFSET.search(each.sentence)
        sentence = context.sentences[each.place].span
        if match is None or _ROUGH.search(each.sentence[: match.start()]):
            continue
        if sentence.begin + match.start() < each.span.begin or [each] != [o for o in told if o.place == each.place]:
            continue
        words = match["n"].split()[-1]
        count = 1 if words in ("a", "one", "the") else int(value_of(words))
        weekday = (each.weekday + (count if match["way"] == "before" else -count)) % 7
        about = content_words(match["what"])
        alike = [other for other in told if other.place != each.place and len(other.near & about) >= _SHARED]
        if any(other.weekday == weekday for other in alike):
            continue
        for other in alike:
            if other.bare and not other.quoted:
                yield (
                    other.span, part(sentence, *match.span()),
                    f"{WEEKDAYS[weekday].capitalize()}, which {match.group()[:40]!r} gives; "
                    f"found {other.span.of(context.text)}",
                )  # fmt: skip
                return
