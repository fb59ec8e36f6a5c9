"""What stands over a story's opening and under it: the headline's source, the second paragraph's."""

from __future__ import annotations

from sayso.check.accused.deeds import STAGES
from sayso.check.context import Context, Sentence, content_of, speaks
from sayso.check.language import LEGAL, content_words
from sayso.patterns import compiled


def sourced_below(context: Context) -> bool:
    """Whether the second paragraph gives a source for anything: it is mostly the opening's."""
    below = context.statements_in(context.body[1].span) if len(context.body) > 1 else ()
    return any(each.how == "explicit" and speaks(each, context.text) for each in below)


def attributed_above(context: Context, sentence: Sentence) -> bool:
    """Whether the headline gives somebody as the source of what this sentence tells as a fact."""
    if context.headline is None or LEGAL.search(STAGES.sub(" ", sentence.span.of(context.text))):
        return False
    headline = context.headline.span.of(context.text)
    opening = content_words(sentence.span.of(context.text))
    credited = _CREDITED.search(headline)
    claims = [headline[: credited.start()]] if credited else []
    for statement in context.statements:
        mention = statement.source.mention
        speaks_here = mention and content_words(mention.of(context.text)) & opening
        said = speaks(statement, context.text) and statement.cue
        if (
            statement.act not in _NO_CLAIM
            and mention
            and not speaks_here
            and context.headline.span.contains(mention)
            and said
        ):
            claims.append(content_of(statement, context.text))
    meaning = content_words(sentence.span.of(context.text))
    return any(_taken_over(context, content_words(claim), meaning) for claim in claims)


#: Who urges or promises something tells nothing that could be taken for a fact.
_NO_CLAIM = frozenset(["urge", "ask", "order", "promise", "threaten"])


def _taken_over(context: Context, claim: frozenset[str], meaning: frozenset[str]) -> bool:
    """Whether the opening says what the headline attributes, and the next paragraph does not give its source."""
    if len(claim) < 3 or len(claim & meaning) < 0.4 * len(claim):
        return False
    return not any(
        each.cue
        and each.source.mention
        and len(claim & content_words(content_of(each, context.text))) >= max(2, 0.6 * len(claim))
        for each in context.statements_in(context.body[min(1, len(context.body) - 1)].span)
    )


#: How a headline ends that says whose words it is: ", court hears", ", two nurses tell inquiry".
_CREDITED = compiled(
    r",\s+(?:[\w’'-]+\s+){1,4}?(?:says?|hears?|told|tells?|finds?|alleges?|claims?|reports?|warns?|shows?)"
    r"(?:\s+[\w’'-]+){0,3}$"
)
