"""Those who are accused get their say, and near the accusation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, anchor, content_of
from sayso.check.language import HEDGE, LEGAL, RESPONSE, WRONGDOING, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.types import Span, Statement

_AP = "AP News Values and Principles, “Responses”"
_REUTERS = "Reuters Handbook of Journalism, “Fairness”"
_NAME = re.compile(r"\b[A-Z][\w’'.-]*[a-z][\w’'-]*(?:\s+(?:(?:of|the|de|van|von|al|bin)\s+)?[A-Z][\w’'-]+)*")
_BODY = re.compile(r"\b(?:the )?(?:mayor|minister|company|firm|bank|police|army|military|government|ministry|board|council|owner|operator|contractor|school|hospital|"
                   r"church|agency|regulator|union|landlord|director|chairman|chief|manager|governor|president|troops|forces|authorities|captain|officers)\b", re.IGNORECASE)  # fmt: skip
_ANSWER_ACTS = frozenset(["deny", "no-comment", "acknowledge"])


def allegations(context: Context) -> Iterator[Statement]:
    """Statements that say that somebody did wrong, as asserted and not denied by the same words."""
    for statement in context.statements:
        words = content_of(statement, context.text)
        serious = WRONGDOING.search(words)
        if statement.act == "accuse" and serious or statement.act in ("say", "report") and serious and _accuses(words):
            yield statement


def _accuses(words: str) -> bool:
    """Without the label: an actor named straight before a verb of wrongdoing."""
    match = WRONGDOING.search(words)
    if match is None or HEDGE.search(words) or LEGAL.search(words) or re.search(r"\b(?:not|no|never|n[’']t)\b", words):
        return False
    return bool(
        re.search(
            r"(?:[A-Z][\w’'-]+|\b(?:company|firm|police|mayor|minister|government|board|bank|ministry|troops|forces|officers))\s+(?:had |has |have )?(?:\w+ly )?$",
            words[: match.start()],
        )
    )


def accused(context: Context, statement: Statement) -> list[str]:
    """The names and bodies that an allegation is about: whom the cue accuses, and who acts in the content."""
    words = content_of(statement, context.text)
    wrong = WRONGDOING.search(words)
    head = words[: wrong.start()] if wrong else words[:60]
    spans = [head]
    if statement.cue and statement.cue[0].end < statement.content[0].begin:
        spans.append(context.text[statement.cue[0].end : statement.content[0].begin])
    own = content_words(statement.source.name or "")
    found: list[str] = []
    for piece in spans:
        names = [match.group() for match in _NAME.finditer(piece)]
        found += [
            name
            for name in names
            if not content_words(name) <= own
            and name.lower() not in _NOT_NAMES
            and not _PLACED.search(piece[: piece.find(name)])
        ]
        found += [match.group() for match in _BODY.finditer(piece)]
    return found


_PLACED = re.compile(r"\b(?:in|at|near|from|on|against|to)\s+(?:the\s+)?$")


_NOT_NAMES = frozenset(
    """the a an we he she they it i if in on at but and this that there when monday tuesday wednesday thursday friday saturday sunday january february
march april may june july august september october november december american americans""".split()
)


def answered(context: Context, statement: Statement, names: list[str]) -> bool:
    """Whether anything in the report answers the allegation, or says that an answer was sought."""
    if any(each.status in ("denied", "declined", "disputed") for each in statement.standing):
        return True
    wanted = frozenset().union(*(content_words(name) for name in names)) if names else frozenset()
    for other in context.statements:
        if other.id == statement.id:
            continue
        if other.act in _ANSWER_ACTS or statement.id in other.about:
            return True
        speaker = content_words(
            " ".join(filter(None, [other.source.name, other.source.title, anchor(other).of(context.text)]))
        )
        if wanted & speaker and other.source.id != statement.source.id:
            return True
    return any(
        not context.quoted(match.start()) and _concerns(context, match.start(), wanted)
        for match in RESPONSE.finditer(context.story)
    )


def _concerns(context: Context, place: int, wanted: frozenset[str]) -> bool:
    """Whether the response at ``place`` may be that of the accused: its sentence names them, or nobody by name."""
    sentence = context.sentence_at(place)
    if sentence is None:
        return False
    words = sentence.span.of(context.text)
    names = [name.group() for name in _NAME.finditer(words[1:])]
    return bool(wanted & content_words(words)) or all(name.lower() in _NOT_NAMES for name in names)


@rule(
    "FAIR301",
    "accusation-without-response",
    question="What do those accused say? If they were asked, does the story say so?",
    explanation="Whoever is accused of wrongdoing in a story is owed the chance to answer in it. If they declined or could not be reached, say "
    "what was tried.",
    fires='<a act="accuse"><s>Councillor Reva Holt</s> <c>accused</c> <q>Quarry director Sten Moberg of pocketing grants meant for the school</q></a>.\n\n'
    "The quarry has 40 workers.",
    fine='<a act="accuse"><s>Councillor Reva Holt</s> <c>accused</c> <q>Quarry director Sten Moberg of pocketing grants meant for the school</q></a>.\n\n'
    "Mr. Moberg did not return calls on Monday.",
    reference=f"{_AP}: make every reasonable effort to get a response; {_REUTERS}: reasonable time to respond",
    limit=2,
)
def accusation_without_response(context: Context) -> Iterator[Hit]:
    asked: set[str] = set()
    for statement in allegations(context):
        names = accused(context, statement)
        if not names or statement.source.id in asked or answered(context, statement, names):
            continue
        asked.add(statement.source.id)
        yield Hit(
            anchor(statement),
            f"a denial, a refusal to comment, an effort to reach {names[0]}, or words of theirs, anywhere in the report; found none",
            (statement.id,),
            related=(statement.content[0],),
        )


@rule(
    "FAIR302",
    "denial-far-below",
    question="Can the denial come nearer to the allegation?",
    explanation="Many readers stop after a few paragraphs. A denial that stands far below its allegation is not read by those who read the allegation.",
    fires='<a id="a" act="accuse"><s>Auditors</s> <c>said</c> <q>the Lorn board had falsified its accounts</q></a>.\n\nOne.\n\nTwo.\n\nThree.\n\nFour.\n\nFive.\n\nSix.\n\n'
    'Seven.\n\n<a act="deny" about="a"><s>The board</s> <c>denied</c> <q>it</q></a>.',
    fine='<a id="a" act="accuse"><s>Auditors</s> <c>said</c> <q>the Lorn board had falsified its accounts</q></a>.\n\n<a act="deny" about="a"><s>The board</s> '
    "<c>denied</c> <q>it</q></a>.",
    reference=f"{_REUTERS}: put the response high in the story; common practice",
    severity="info",
    limit=1,
)
def denial_far_below(context: Context) -> Iterator[Hit]:
    for denial in context.statements:
        for about in denial.about if denial.act == "deny" else ():
            allegation = context.by_id.get(about)
            first = allegation and context.paragraph_at(anchor(allegation).begin)
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


@rule(
    "FAIR303",
    "denial-not-in-headline",
    question="The headline carries the allegation: should the headline or deck carry the denial?",
    explanation="A headline that accuses is read by many who will never see the denial below.",
    fires='<h>Auditors: Lorn board falsified accounts</h>\n\n<a id="a" act="accuse"><s>Auditors</s> <c>said</c> <q>the Lorn board had falsified its accounts</q></a>. '
    '<a act="deny" about="a"><s>The board</s> <c>denied</c> <q>it</q></a>.',
    fine='<h>Lorn board denies auditors\' charge of falsified accounts</h>\n\n<a id="a" act="accuse"><s>Auditors</s> <c>said</c> <q>the Lorn board had falsified its '
    'accounts</q></a>. <a act="deny" about="a"><s>The board</s> <c>denied</c> <q>it</q></a>.',
    reference="Common practice",
    severity="info",
    optional=True,
)
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


@rule(
    "FAIR309",
    "denial-of-what",
    question="What exactly is denied? The story does not say what was alleged.",
    explanation="“Denied the allegations” makes sense only to readers who were told what is alleged and by whom.",
    fires='<a act="deny"><s>Sten Moberg</s> <c>denied</c> <q>the allegations</q></a>.\n\nThe quarry has 40 workers.',
    fine='<a act="accuse"><s>Reva Holt</s> <c>accused</c> <q>Sten Moberg of taking bribes</q></a>. <a act="deny"><s>Sten Moberg</s> <c>denied</c> <q>the allegations</q></a>.',
    reference="Common practice",
    severity="info",
)
def denial_of_what(context: Context) -> Iterator[Hit]:
    if LEGAL.search(
        re.sub(r"\b(?:allegations?|accusations?|claims?|charges?|den\w+)\b", " ", context.story)
    ) or WRONGDOING.search(context.story):
        return
    for statement in context.statements:
        words = content_of(statement, context.text)
        if statement.act == "deny" and re.fullmatch(r"(?:all |any |the |those |these |his |her |its )*(?:allegations?|accusations?|claims?|charges?|it|wrongdoing|any involvement)",
                                                    words, re.IGNORECASE) and not statement.about:  # fmt: skip
            yield Hit(anchor(statement), "what was alleged, anywhere in the report; found nothing", (statement.id,))


@rule(
    "FAIR310",
    "guilty-before-verdict",
    question="Has a court found so? The story elsewhere speaks of a suspect or a charge.",
    explanation="Until a verdict, a person charged is a suspect or a defendant. “The murderer”, “the rapist”, “the fraudster” convict them in print.",
    fires="Police arrested a suspect on Monday.\n\nThe murderer lived alone, a neighbour said.",
    fine="Police arrested a suspect on Monday.\n\nThe man lived alone, a neighbour said.",
    reference="AP Stylebook, “accused”, “alleged”; Reuters Handbook of Journalism on legal dangers",
)
def guilty_before_verdict(context: Context) -> Iterator[Hit]:
    charged = re.search(
        r"\b(?:suspects?|charged with|accused of|arrested|defendant|on trial)\b", context.story, re.IGNORECASE
    )
    judged = re.search(r"\b(?:convicted|found guilty|pleaded guilty|pled guilty|sentenced|confessed|admitted|jailed|serving|killed himself|shot dead|died)\b", context.story,
                       re.IGNORECASE)  # fmt: skip
    if not charged or judged:
        return
    for match in re.finditer(
        r"\b[Tt]he (?:murderer|rapist|fraudster|thief|thieves|embezzler|arsonist|paedophile|pedophile|kidnapper|molester|criminals?)s?\b",
        context.story,
    ):
        if not context.quoted(match.start()) and context.in_body(Span(*match.span())):
            yield Hit(Span(*match.span()), "a verdict or a confession anywhere in the report; found only a suspicion or a charge",
                      related=(Span(*charged.span()),))  # fmt: skip
            return


@rule(
    "FAIR312",
    "single-source-story",
    question="Everything in this story comes from one source: is there nobody else to ask?",
    explanation="A story in which one source alone speaks carries that source's view and nothing to weigh it by.",
    fires="".join(
        f'<a n="Ola Brook"><s>Ola Brook</s> <c>said</c> <q>point {n} of the plan was ready</q></a>. '
        for n in range(1, 7)
    ),
    fine="".join(
        f'<a n="Ola Brook"><s>Ola Brook</s> <c>said</c> <q>point {n} of the plan was ready</q></a>. '
        for n in range(1, 6)
    )
    + '<a n="Ada Finch"><s>Ada Finch</s> <c>said</c> <q>it was not</q></a>.',
    reference="Reuters Handbook of Journalism, “Single-source stories”; common practice",
    severity="info",
    optional=True,
)
def single_source_story(context: Context) -> Iterator[Hit]:
    if len(context.statements) >= 5 and len(context.by_source) == 1:
        first = context.statements[0]
        yield Hit(
            anchor(first),
            f"a second source in {len(context.statements)} statements; found none",
            tuple(each.id for each in context.statements),
        )
