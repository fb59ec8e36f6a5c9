"""Speakers named only behind their words, where readers had no reason to expect them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.language import OUTLET
from sayso.check.speakers.whose import Turn, Whose
from sayso.patterns import compiled

#: The words of a quotation that is long enough to wonder; of one that is a turn to speak; of the tag between two.
_LONG, _LEAST, _BETWEEN = 20, 3, 160
_BACK = 2
#: How long a quotation is that even one who has been met is named for too late.
_AT_LENGTH, _MANY = 4, 60
#: A full stop that ends no sentence, and one that does.
_SHORT = compiled(r"\b(?:Mr|Ms|Mrs|Sen|Rep|Gov|Dr|Gen|Lt|Rev|Jr|St|[A-Z])\.")
#: A paper speaks in headlines.
_OUTLET = compiled(rf"(?:the )?{OUTLET}|The [A-Z]")
_SENTENCES = compiled(r"[.!?][”\"]?\s+[A-Z]")


def named_behind(context: Context) -> Iterator[Turn]:
    """The turns that head a paragraph, run over two sentences or more, and are given only then to somebody of whom
    neither the headline nor the paragraphs right before tell, or of whom they tell less lately than of another who is
    quoted."""
    whose = context.whose
    for number, turn in enumerate(whose.turns):
        if turn.block and turn.where == "after" and turn.names and turn.sentences > 1 and turn.words >= _LONG:
            heads = not context.text[context.body[turn.block].span.begin : turn.span.begin].strip()
            if heads and not _expected(whose, number) and not _OUTLET.match(turn.full):
                yield turn


#: After the full stop of a quotation: "That was Ida Moen", "The words are those of", "So said the mayor".
_IT_WAS = compiled(
    r"[”\"]?\s*(?:(?:That|This|It|Those|These|Such) (?:was|were|is|are)\b|(?:So|Thus) (?:said|spoke|wrote|says|ran)\b|"
    r"(?:The|Those|These|Such) (?:words?|remarks?|speaker|comments?|quotes?|quotations?|statement|lines?|sentiments?|"
    r"author|verdict|assessment|appeal|plea|warning)(?: \w+)? (?:is|are|was|were|belongs?|belonged|came|comes?|fell))"
    r"[^.;“”\"]{0,60}?(?P<who>(?<![.] )[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]*[a-z])"
)


def named_in_the_next(context: Context) -> Iterator[tuple[Turn, str]]:
    """The turns of two sentences or more that nobody is given for until the sentence after them has the name."""
    for turn in context.whose.turns:
        if turn.where or turn.sentences < 2 or turn.words < _LONG or not turn.opens:
            continue
        match = _IT_WAS.match(context.text, turn.span.end, context.body[turn.block].span.end)
        lead = context.unquoted[context.body[turn.block].span.begin : turn.span.begin]
        if match and match["who"].split()[-1] not in lead:
            yield turn, match["who"]


def _expected(whose: Whose, number: int) -> bool:
    turn, context = whose.turns[number], whose.context
    name = _pattern(turn)
    if name.search(whose.paragraphs[turn.block - 1]):
        return True
    last = whose.turns[number - 1] if number else None
    if last and last.names and not last.names & turn.names and turn.block - last.block == 1:
        return False
    if len(turn.names) < 2:
        return turn.sentences < _AT_LENGTH or turn.words < _MANY  # whoever has no first name has been met
    near = whose.paragraphs[max(0, turn.block - _BACK) : turn.block]
    headline = context.headline.span.of(context.text) if context.headline else ""
    before = context.body[turn.block - 1].span.of(context.text).rstrip()
    return before.endswith((":", "—")) or any(name.search(each) for each in (headline, *near))


def second_behind(context: Context) -> Iterator[tuple[Turn, Turn]]:
    """Two turns that follow on one another in a paragraph, of which the second is another's, named only behind it."""
    whose = context.whose
    for number, turn in enumerate(whose.turns[1:], 1):
        last = whose.turns[number - 1]
        gap = context.text[last.span.end : turn.span.begin]
        if (
            last.block == turn.block
            and last.quotation.closed
            and turn.opens
            and turn.where == "after"
            and turn.names
            and min(turn.words, last.words) >= _LEAST
            and len(gap) <= _BETWEEN
            and not _SENTENCES.search(_SHORT.sub("_", gap.rstrip()[:-1]))  # no sentence leads over
            and not _pattern(turn).search(whose.before(turn))
            and (not gap.strip() or last.where == "after" or gap.strip()[:1].islower())
            and _anothers(whose, number)
            and not _OUTLET.match(turn.full)
        ):
            yield last, turn


def _anothers(whose: Whose, number: int) -> bool:
    """Whether the turn before is somebody else's, by name or because this name is new."""
    turn, last = whose.turns[number], whose.turns[number - 1]
    if last.names:
        return not last.names & turn.names
    named = whose.last_named(number)
    near = " ".join(whose.paragraphs[max(0, turn.block - _BACK) : turn.block])
    return not (named and named.names & turn.names) and _pattern(turn).search(near) is None


def _pattern(turn: Turn) -> re.Pattern[str]:
    """A word of the name, in any case."""
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(turn.names))) + r")\b", re.IGNORECASE)
