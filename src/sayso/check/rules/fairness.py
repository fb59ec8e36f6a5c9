"""Those who are accused get their say, and near the accusation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.accusations import PRONOUN, accused, allegations, foremost
from sayso.check.accused.answers import answered
from sayso.check.accused.charged import charged
from sayso.check.accused.matter import matter_of, touches
from sayso.check.accused.owed import owed, politics_only
from sayso.check.accused.passing import stated_in_passing
from sayso.check.accused.unheard import unheard
from sayso.check.accused.unreplied import unreplied
from sayso.check.context import Context, anchor, content_of
from sayso.check.language import content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.patterns import compiled
from sayso.types import Span, Statement


@rule("FAIR301")
def accusation_without_response(context: Context) -> Iterator[Hit]:
    asked: set[str] = set()
    places: list[Span] = []
    told = [(each, accused(context, each)) for each in allegations(context)]
    settled = [(each, names) for each, names in told if names and answered(context, each, names)]
    for statement, names in told:
        by_pronoun = PRONOUN.match(content_of(statement, context.text)) is not None
        of_oneself = not by_pronoun or statement.source.type in ("person", "organization", "document")
        if (not names and of_oneself) or _settled(context, statement, names) or _long_ago(context, statement):
            continue
        if names and (
            not _somebody(context, statement, names) or _SUFFERED.search(content_of(statement, context.text))
        ):
            continue
        if statement.source.id in asked or not owed(context, statement, names) or answered(context, statement, names):
            continue
        if stated_in_passing(context, statement, names):
            continue
        if any(_same_charge(context, statement, names, each, others) for each, others in settled):
            continue
        asked.add(statement.source.id)
        places += statement.content
        yield Hit(
            anchor(statement),
            f"a denial, a refusal to comment, an effort to reach {foremost(context, statement, names)}, or words of "
            f"theirs on this, anywhere in the report; found none",
            (statement.id,),
            related=(statement.content[0],),
        )
    if not asked:
        for hit in charged(context):
            places.append(hit.span)
            yield hit
    silent = list(_silent(context, places))
    yield from silent
    for each in unheard(context) if not (asked or places or silent) else ():
        yield Hit(
            each.span,
            f"words of {each.who}, or of somebody who speaks for them, or an effort to reach them, anywhere in the "
            f"report; found none",
        )
        places.append(each.span)
    for one in unreplied(context):
        if _DENIED_HERE.search(context.enclosing(one.span).of(context.text)):
            continue
        if one.answer is None and not any(
            span.overlaps(context.enclosing(one.span)) for span in (*places, *(hit.span for hit in silent))
        ):
            yield Hit(
                one.span,
                f"words of {one.who}, or of somebody who speaks for them, or an effort to reach them, anywhere in the "
                f"report; found none",
            )
            return


#: The sentence of the accusation has the answer too.
_DENIED_HERE = compiled(
    r"\b(?:though|although|but|while|which|and|whereas) (?:[\w’'.-]+ ){1,6}?"
    r"(?:\w+ly )?(?:den(?:y|ies|ied)|reject(?:s|ed)|disput(?:es|ed))\b"
    r"|(?:,|—|–|-) (?:an?|the) (?:charge|claim|allegation|accusation|assertion)s?"
    r"(?: (?:that|which))? (?:[\w’'.-]+ ){1,6}?(?:den(?:y|ies|ied)|reject(?:s|ed)|disput(?:es|ed))\b"
)
#: Whoever is told of had it done to him.
_SUFFERED = compiled(
    r"\b(?:was|were|been|being|got) (?:\w+ ){0,2}?(?:shot|killed|murdered|stabbed|wounded|beaten|identified)\b"
)


def _somebody(context: Context, statement: Statement, names: list[str]) -> bool:
    """Whether those accused are others than the body that speaks ("the police said officers fired"), and no part of a
    longer name ("Middle")."""
    own = statement.source.type == "organization" and all(_FORCE.fullmatch(name) for name in names)
    whole = any(
        re.search(rf"(?<=[a-z,’'] ){re.escape(name)}\b(?! [A-Z])", context.text) is not None
        for name in names
        if " " not in name
    )
    return not own and (whole or any(" " in name for name in names))


_FORCE = compiled(r"(?:officers?|agents?|troops?|soldiers?|guards?|forces|employees|staff)", re.IGNORECASE)


def _silent(context: Context, asked: list[Span]) -> Iterator[Hit]:
    """Who is blamed and not heard, by the estimate; not whom another finding is of already."""
    from sayso.check.accused.reply.unanswered import unanswered  # it needs numpy, which most commands do without

    for each in unanswered(context)[:1]:
        if politics_only(context, each.name, each.places):
            continue
        if not any(place.overlaps(span) for place in each.places for span in asked):
            yield Hit(
                each.mention,
                f"words of {each.name}, or of somebody who speaks for them, on what is said here, or an effort to "
                f"reach "
                f"them, anywhere in the report; found none",
                related=each.places[:6],
            )


def _same_charge(context: Context, statement: Statement, names: list[str], other: Statement, others: list[str]) -> bool:
    """Whether another allegation, which is answered, is of the same people and the same matter."""
    own, theirs = (content_words(" ".join(name for name in each if name[0].isupper())) for each in (names, others))
    matter = matter_of(content_of(statement, context.text), own)
    return bool(own & theirs) and touches(matter, content_of(other, context.text))


def _long_ago(context: Context, statement: Statement) -> bool:
    """Whether the accusation itself was made in other years: background, which was answered then."""
    if not statement.cue:
        return False
    sentence = context.enclosing(statement.cue[0])
    words = sentence.of(context.text)
    for each in statement.content:
        words = words.replace(each.of(context.text), " ")
    published = (context.report.published.value[:4] if context.report.published else "") or "-"
    return re.search(
        r"\b(?:years? ago|last year|decades? ago|regularly|repeatedly|"
        r"has long)\b",
        words,
    ) is not None or any(year != published for year in re.findall(r"\b(?:19|20)\d\d\b", words))


def _settled(context: Context, statement: Statement, names: list[str]) -> bool:
    """Whether nobody is left to ask: police tell of an unknown gunman, or prosecutors of somebody convicted."""
    told_by = anchor(statement).of(context.text)
    return re.search(
        r"\b(?:[Pp]olice|[Pp]rosecutors?|[Aa]uthorities|[Ii]nvestigators|[Oo]fficials?|[Ss]heriff)\b", told_by
    ) is not None and (
        all(
            re.fullmatch(
                r"man|woman|gunm[ae]n|shooters?|bombers?|drivers?|attackers?|conspirators?|hackers?|suspects?|boy|teenager|someone",
                name,
            )
            for name in names
        )
        or re.search(r"\b(?:convicted|sentenced|death row|found guilty|pleaded guilty|executed)\b", context.story)
        is not None
    )


@rule("FAIR312")
def single_source_story(context: Context) -> Iterator[Hit]:
    if len(context.statements) >= 5 and len(context.by_source) == 1:
        first = context.statements[0]
        yield Hit(
            anchor(first),
            f"a second source in {len(context.statements)} statements; found none",
            tuple(each.id for each in context.statements),
        )
