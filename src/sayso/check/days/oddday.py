"""A weekday that the rest of the report speaks against: "Thursday's ruling" of what everything else puts on Friday.

Each bare weekday of the body is set beside the other days of the report: what is told with it and what with them, the
day of publication, the opening's day, what comes before and after. How likely a slip is say trees that
``training/days.py`` fits on published reports, in which one weekday is moved by a day or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.days.daystold import FEATURES, Days, Told, features
from sayso.patterns import compiled
from sayso.types import Span

MOST = 40  # days in a report: more are a calendar


def odd_days(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The weekday likeliest to be a slip, the place that speaks against it, and what was looked for."""
    from sayso.check.learned.trees import load

    days = context.days
    if not 3 <= len(days.told) <= MOST:
        return
    trees = load("oddday")
    asked = []
    for each in days.told:
        if each.bare and not each.quoted:
            found = features(days, each, each.weekday)
            asked.append((trees.probability(found), each, dict(zip(FEATURES, found, strict=True))))
    if not asked:
        return
    probability, mine, given = max(asked, key=lambda one: one[0])
    if any(each.weekday != mine.weekday for each in days.told) and _is_asked(probability, mine, given):
        other = _against(days, mine)
        first, second = (each.span.of(context.text) for each in (mine, other))
        yield mine.span, other.span, f"the day that {second!r} gives for this; found {first!r}"


def _is_asked(probability: float, mine: Told, given: dict[str, float]) -> bool:
    """Whether the slip is likely enough for what speaks against the day: less is needed where that is plain to see."""
    if _COMING.search(mine.after) or _COMING.search(mine.before[-70:]) or _AIRED.search(mine.sentence):
        return False
    if mine.own and _INTRODUCED.search(mine.before):
        return False
    if probability > _SURE:
        return True
    definite = mine.own or (mine.article and mine.event is not None and mine.event.noun)
    twice = given["word other"] == 2 and not given["word same"] and mine.word not in _SAYING
    if definite and twice and not given["again"] and not given["word plural"] and probability > _SAME_WORD:
        return True
    opened = bool(given["headline"] or given["opening words"])
    opened = opened and mine.own and not given["word plural"]
    if opened and given["lone"] and not given["ahead"] and probability > _OPENED:
        return True
    tomorrow = given["behind"] == 6 or (given["behind"] == 5 and mine.hour)
    past = given["past"] and not given["ahead"] and not given["until"] and mine.place > 0
    alone = given["lone"] and 0 < given["behind opening"] < 3
    return bool(tomorrow and past and alone and probability > (_WITH_HOUR if mine.hour else _TO_COME))


#: Words of what is still to come, and of an interview that is recorded on one day and shown on another.
_COMING = compiled(
    r"^ to\b|\b(?:will|would|expected|likely|set for|scheduled|challenged|toward|plans?|planned|ahead of|next|"
    r"due|after those|after [A-Z]\w+day[’']s)\b|\bafter $"
)
_INTRODUCED = compiled(r"\b[Aa]n? $")  # "follows a Tuesday ruling"
_AIRED = compiled(r"\b(?:airs|aired|airing|broadcast|taped|recorded|did the [\w ]{0,12}interview)\b")
_SURE, _SAME_WORD, _OPENED, _TO_COME, _WITH_HOUR = 0.96, 0.65, 0.85, 0.75, 0.57
_SAYING = frozenset("tell write speak send call add statement".split())


def _against(days: Days, mine: Told) -> Told:
    """The day of another weekday whose words are the likest."""
    others = [each for each in days.told if each.weekday != mine.weekday]

    def like(each: Told) -> float:
        word = 2.0 * (bool(mine.word) and (each.word == mine.word or mine.word in each.near))
        return (
            word
            + 3 * days.one(mine, each)
            + days.scene.rare(mine.near & each.near) / 4
            - abs(each.place - mine.place) / 99
        )

    return max(others, key=like)
