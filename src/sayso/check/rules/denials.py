"""A denial stands near what it denies, and says what it denies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.accusations import accused, allegations
from sayso.check.accused.answers import ALL_DENIED
from sayso.check.accused.matter import matter_of, touches
from sayso.check.accused.replied import RULED
from sayso.check.accused.unreplied import unreplied
from sayso.check.context import Context, anchor, content_of, speaks
from sayso.check.language import LEGAL, RESPONSE, WRONGDOING, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.patterns import compiled
from sayso.types import Statement


@rule("FAIR302")
def denial_far_below(context: Context) -> Iterator[Hit]:
    yield from _joined_far_below(context)
    for each in unreplied(context):
        before = context.text[max(0, each.span.begin - 6) : each.span.begin]
        if each.answer is not None and each.far >= _FAR and not before.endswith(("who ", "which ")):
            yield Hit(
                context.enclosing(each.answer),
                f"the denial near what it denies; found it {each.far} paragraphs below",
                related=(each.span,),
            )


#: Paragraphs below an accusation at which its first answer is a late one.
_FAR = 5


def _joined_far_below(context: Context) -> Iterator[Hit]:
    for denial in context.statements:
        for about in (denial.about or _denied(context, denial)) if denial.act == "deny" else ():
            allegation = context.by_id.get(about)
            first = context.paragraph_at(anchor(allegation).begin) if allegation else None
            second = context.paragraph_at(anchor(denial).begin)
            if (
                allegation is None
                or first is None
                or second is None
                or second - first <= _within(context, first, second)
            ):
                continue
            sentence = context.enclosing(anchor(denial)).of(context.text)
            told_again = re.search(r"\baccused (?:of|in|by)\b.*\bden(?:y|ies|ied)\b", sentence)
            if not _of_that(context, denial, allegation) or RULED.search(sentence) or told_again:
                continue
            if not any(
                first <= (context.paragraph_at(match.start()) or 0) < second
                for match in RESPONSE.finditer(context.story)
            ):
                yield Hit(
                    anchor(denial),
                    f"the denial near what it denies; found it {second - first} paragraphs below",
                    (allegation.id, denial.id),
                    related=(anchor(allegation),),
                )


#: A court that rejects a claim denies nothing.


def _within(context: Context, first: int, second: int) -> int:
    """How many paragraphs below a denial may stand: fewer where it is the story's end that brings it."""
    return 4 if first < 3 and second >= len(context.body) - 2 else 6


def _of_that(context: Context, denial: Statement, allegation: Statement) -> bool:
    """Whether a denial speaks of the matter of what it is taken to deny, or denies all that is said."""
    words = content_of(denial, context.text)
    return (
        _ALL.search(words) is not None
        or ALL_DENIED.match(words) is not None
        or touches(
            matter_of(content_of(allegation, context.text)),
            f"{context.enclosing(anchor(denial)).of(context.text)} {words}",
        )
    )


_ALL = compiled(r"\b(?:allegations?|accusations?|claims?|charges?|wrongdoing|involvement)\b|^(?:it|that|this|them)$")


def _denied(context: Context, denial: Statement) -> tuple[str, ...]:
    """The earlier statement that shares its matter with a denial to which the reading joins none."""
    general = ALL_DENIED.match(content_of(denial, context.text)) is not None
    speaker = content_words(denial.source.name or "")
    words = content_words(content_of(denial, context.text))
    near = context.text[
        context.body[max(0, (context.paragraph_at(anchor(denial).begin) or 0) - 6)].span.begin : anchor(denial).begin
    ]
    if len(words & content_words(near)) >= 2:
        return ()  # what is denied was told again just before
    for each in allegations(context):
        told = content_words(content_of(each, context.text))
        of_them = bool(told & speaker) or (general and bool(speaker & content_words(" ".join(accused(context, each)))))
        enough = (0 if general else 1) if of_them else max(2, len(words) // 2)
        before = each.content[0].end < anchor(denial).begin and context.in_body(each.content[0])
        if before and len(words & told) >= enough and each.act != "deny" and speaks(each, context.text):
            return (each.id,)
    return ()


@rule("FAIR303")
def denial_not_in_headline(context: Context) -> Iterator[Hit]:
    if context.headline is None:
        return
    top = " ".join([context.headline.span.of(context.text), *context.report.deck])
    for denial in context.statements:
        for about in denial.about if denial.act == "deny" else ():
            allegation = context.by_id.get(about)
            if (
                allegation
                and len(content_words(top) & content_words(content_of(allegation, context.text))) >= 3
                and not RESPONSE.search(top)
            ):
                yield Hit(
                    context.headline.span,
                    "the denial in headline or deck; found none",
                    (allegation.id, denial.id),
                    related=(anchor(denial),),
                )
                return


@rule("FAIR309")
def denial_of_what(context: Context) -> Iterator[Hit]:
    if LEGAL.search(
        re.sub(r"\b(?:allegations?|accusations?|claims?|charges?|den\w+)\b", " ", context.story)
    ) or WRONGDOING.search(context.story):
        return
    for statement in context.statements:
        words = content_of(statement, context.text)
        if (
            statement.act in ("deny", "criticize")
            and re.match(
                r"(?:all |any |the |those |these |his |her |its )*(?:allegations?|accusations?|"
                r"claims?|charges?|it|wrongdoing|any involvement)(?: (?:against|made) [\w ]{2,30})?(?:$| [“\"]|"
                r" and | as )",
                words,
                re.IGNORECASE,
            )
            and not statement.about
            and not (statement.act == "criticize" and re.match(r"it\b", words))
            and not (
                words == "it"
                and any(each.cue and each.cue[0].end < anchor(statement).begin for each in context.statements)
            )
        ):
            yield Hit(anchor(statement), "what was alleged, anywhere in the report; found nothing", (statement.id,))
