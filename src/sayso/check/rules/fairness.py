"""Those who are accused get their say, and near the accusation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accusations import PRONOUN, accused, allegations
from sayso.check.answers import answered
from sayso.check.context import Context, anchor, content_of
from sayso.check.language import LEGAL, RESPONSE, WRONGDOING, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.types import Span


@rule("FAIR301")
def accusation_without_response(context: Context) -> Iterator[Hit]:
    asked: set[str] = set()
    for statement in allegations(context):
        names = accused(context, statement)
        if not names and not PRONOUN.match(content_of(statement, context.text)):
            continue
        if statement.source.id in asked or answered(context, statement, names):
            continue
        asked.add(statement.source.id)
        yield Hit(
            anchor(statement),
            f"a denial, a refusal to comment, an effort to reach {names[0] if names else 'the accused'}, or words of "
            f"theirs, anywhere in the report; found none",
            (statement.id,),
            related=(statement.content[0],),
        )
    if not asked:
        yield from _charged(context)


def _charged(context: Context) -> Iterator[Hit]:
    """Somebody is charged, or the prosecution tells its case, and nothing is heard from the defence."""
    if not context.body or _DEFENCE.search(context.story) or RESPONSE.search(context.story):
        return
    top = Span(context.body[0].span.begin, context.body[min(4, len(context.body) - 1)].span.end)
    match = _CHARGED.search(context.text, *top)
    if match:
        yield Hit(
            Span(*match.span()),
            "a plea, a lawyer, a denial or an effort to reach the accused, anywhere in the report; found none",
        )


_CHARGED = re.compile(
    r"\b(?:is|was|were|are|been|being) (?:\w+ly )?(?:charged with|accused of|indicted (?:on|for)|sued (?:for|over))\b"
    r"|\b(?:prosecutors?|[Tt]he prosecution) (?:told|said|alleged?|claims?|accused)\b"
)

_DEFENCE = re.compile(
    r"\b(?:lawyers?|attorneys?|barristers?|solicitors?|counsel|defen[cs]e|defended|plea|pleas|plead\w*|pled|"
    r"guilty|convict\w*|"
    r"sentenced|confess\w*|admi(?:ts?|tted)|innocen\w+|acquitted|statement from|representatives?)\b",
    re.IGNORECASE,
)


@rule("FAIR302")
def denial_far_below(context: Context) -> Iterator[Hit]:
    for denial in context.statements:
        for about in denial.about if denial.act == "deny" else ():
            allegation = context.by_id.get(about)
            first = context.paragraph_at(anchor(allegation).begin) if allegation else None
            second = context.paragraph_at(anchor(denial).begin)
            if allegation is None or first is None or second is None or second - first <= 6:
                continue
            if not any(
                first < (context.paragraph_at(match.start()) or 0) < second
                for match in RESPONSE.finditer(context.story)
            ):
                yield Hit(
                    anchor(denial),
                    f"the denial within six paragraphs of what it denies; found it {second - first} paragraphs below",
                    (allegation.id, denial.id),
                    related=(anchor(allegation),),
                )


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
            statement.act == "deny"
            and re.fullmatch(
                r"(?:all |any |the |those |these |his |her |its )*(?:allegations?|accusations?|"
                r"claims?|charges?|it|wrongdoing|any involvement)",
                words,
                re.IGNORECASE,
            )
            and not statement.about
            and not (
                words == "it"
                and any(each.cue and each.cue[0].end < anchor(statement).begin for each in context.statements)
            )
        ):
            yield Hit(anchor(statement), "what was alleged, anywhere in the report; found nothing", (statement.id,))


@rule("FAIR310")
def guilty_before_verdict(context: Context) -> Iterator[Hit]:
    charged = re.search(
        r"\b(?:suspects?|charged with|accused of|arrested|defendant|on trial|trial|jury|jurors|prosecut\w+|denie[sd] "
        r"(?:\w+ )?(?:fraud|murder|theft|rape|charges))\b",
        context.story,
        re.IGNORECASE,
    )
    judged = re.search(
        r"\b(?:convicted|found guilty|pleaded guilty|pled guilty|sentenced|confessed|"
        r"admitted|jailed|serving|killed himself|shot dead|died)\b",
        context.story,
        re.IGNORECASE,
    )
    if not charged or judged:
        return
    for match in re.finditer(
        r"\b[Tt]he (?:murderer|rapist|fraudster|thief|thieves|embezzler|arsonist|paedophile|"
        r"pedophile|kidnapper|molester|criminals?)s?\b",
        context.story,
    ):
        if not context.quoted(match.start()) and context.in_body(Span(*match.span())):
            yield Hit(
                Span(*match.span()),
                "a verdict or a confession anywhere in the report; found only a suspicion or a charge",
                related=(Span(*charged.span()),),
            )
            return


@rule("FAIR312")
def single_source_story(context: Context) -> Iterator[Hit]:
    if len(context.statements) >= 5 and len(context.by_source) == 1:
        first = context.statements[0]
        yield Hit(
            anchor(first),
            f"a second source in {len(context.statements)} statements; found none",
            tuple(each.id for each in context.statements),
        )
