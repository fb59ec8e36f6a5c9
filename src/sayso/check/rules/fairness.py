"""Those who are accused get their say, and near the accusation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accusations import PRONOUN, accused, allegations
from sayso.check.answers import ALL_DENIED, answered
from sayso.check.charged import charged
from sayso.check.context import Context, anchor, content_of, speaks
from sayso.check.deeds import hedged
from sayso.check.heldfor import held_for
from sayso.check.language import LEGAL, RESPONSE, WRONGDOING, content_words
from sayso.check.matter import matter_of, touches
from sayso.check.model import Hit
from sayso.check.owed import owed, politics_only
from sayso.check.passing import stated_in_passing
from sayso.check.registry import rule
from sayso.check.unheard import unheard
from sayso.check.unreplied import unreplied
from sayso.check.vouching import unattributed
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
            f"a denial, a refusal to comment, an effort to reach {_longest(names)}, or words of "
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


def _longest(names: list[str]) -> str:
    return max(names, key=len, default="the accused")


def _silent(context: Context, asked: list[Span]) -> Iterator[Hit]:
    """Who is blamed and not heard, by the estimate; not whom another finding is of already."""
    from sayso.check.reply.unanswered import unanswered  # it needs numpy, which most commands do without

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
            if not _of_that(context, denial, allegation) or _RULED.search(sentence) or told_again:
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
_RULED = compiled(r"\b(?:[Cc]ourts?|[Jj]udges?|[Jj]ustices) (?:\w+ )?(?:denied|rejected|dismissed)\b")


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


@rule("FAIR310")
def guilty_before_verdict(context: Context) -> Iterator[Hit]:
    found = False
    for hit in _called_guilty(context):
        found = True
        yield hit
    for span in held_for(context):
        yield Hit(span, "“on a charge of”, “on suspicion of” or the like before the deed; found it told as done")
    for each in context.asserted if not found else ():
        if each.court:
            yield Hit(
                each.span,
                f"a verdict or a confession anywhere in the report; found only that it is open "
                f"({each.open.of(context.text)!r})",
                related=(each.open,),
            )


def _called_guilty(context: Context) -> Iterator[Hit]:
    charged = re.search(
        r"\b(?:suspects?|charged with|accused of|arrested|defendant|on trial|trial|jury|jurors|prosecut\w+|denie[sd] "
        r"(?:\w+ )?(?:fraud|murder|theft|rape|charges))\b",
        context.story,
        re.IGNORECASE,
    )
    judged = re.search(
        r"\b(?:convicted|found guilty|pleaded guilty|pled guilty|sentenced|confessed|"
        r"admitted|jailed|serving|killed himself|shot dead|"
        r"died in (?:custody|jail|prison)|(?:suspects?|gunm[ae]n|attackers?|shooters?|bombers?|killers?|"
        r"assailants?|he|she|they|who)\b[^.]{0,80}\bdied)\b",
        context.story,
        re.IGNORECASE,
    )
    if not charged or judged:
        return
    for match in (*_CALLED_GUILTY.finditer(context.story), *_told_of_the_accused(context)):
        span = Span(*match.span())
        sought = _SOUGHT.search(context.story[max(0, match.start() - 40) : match.start()])
        if context.quoted(match.start()) or sought or _OF_A_MASSACRE.match(context.story, match.end()):
            continue
        if context.in_body(span) or (context.headline and context.headline.span.contains(span)):
            yield Hit(
                span,
                "a verdict or a confession anywhere in the report; found only a suspicion or a charge",
                related=(Span(*charged.span()),),
            )
            return


_CRIMINAL = (
    r"(?:(?:serial )?killer|murderer|rapist|fraudster|swindler|thief|thieves|robber|burglar|embezzler|arsonist|"
    r"paedophile|"
    r"pedophile|kidnapper|molester|criminal|abuser|poisoner|stabber|conman|"
    r"traitor|"
    r"predator|wife-?killer|child[- ]killer)s?"
)
_CALLED_GUILTY = compiled(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er) (?:guilty (?:man|woman|party|driver|pair)|(?:(?!suspected|"
    rf"alleged|accused|would-be|unknown|unidentified|apparent|possible|"
    rf"lone)[a-z-]+ )?{_CRIMINAL})\b(?! (?:groups?|attacks?|organi[sz]ations?|networks?|threats?|cells?|plots?|"
    rf"gangs?|acts?|suspects?|list|justice|case|trial|court|code|law|investigation|inquiry|charges?|"
    rf"liability|responsibility|penalt\w+|behaviou?r|conduct|past|activit\w+|prosecution|matters?|defen[cs]e|probe|"
    rf"referral|indictment|intent|proceedings?|"
    rf"complaints?|record)\b)(?!['’]s (?:lawyer|identity))"
    rf"|(?<![A-Z][a-z] )\b(?!(?i:criminal))(?i:{_CRIMINAL}) [A-Z][a-z]+(?=,| (?:was|is|has|had|will|[a-z]+ed)\b)"
    rf"|\b[Aa]rrested (?:an?|the) (?:[a-z-]+ )?{_CRIMINAL}\b"
)
#: "the killers in the Lorn shootings": whoever they were, they were killers.
_OF_A_MASSACRE = compiled(
    r"s? (?:in|of|behind) the [^;:“”\"]{0,40}?\b(?:shootings?|massacre|attacks?|bombings?|killings?|murders?)\b"
)

#: Nobody is meant: "still looking for the killer".
_SOUGHT = compiled(
    r"\b(?:look\w*|search\w*|hunt\w*|find|identify|catch|who|whether|trace|track down|suspected|alleged|accused|"
    r"possible|any|no) (?:\w+ ){0,2}$"
)


def _told_of_the_accused(context: Context) -> Iterator[re.Match[str]]:
    """The crime told as a fact of somebody whom the report names as charged: "Lind killed his neighbour"."""
    names: set[str] = set()
    for match in _NAMED_AS_ACCUSED.finditer(context.story):
        names.add(re.findall(r"[A-Z][\w’'-]+", match["one"] or match["two"] or match["three"])[-1])
    for name in names:
        told = re.compile(
            rf"(?:[A-Z][\w’'-]+\.? )?\b(?:{re.escape(name)},? who|{re.escape(name)}|He|She) (?:then |also |had |later |"
            rf"allegedly )?{_CRIME}[^.;]*"
        )
        for sentence in context.sentences:
            words = sentence.span.of(context.text)
            crime = told.match(context.story, sentence.span.begin, sentence.span.end)
            near = name in words or name in context.text[max(0, sentence.span.begin - 200) : sentence.span.begin]
            if crime and near and unattributed(context, sentence) and not (hedged(words) or LEGAL.search(words)):
                yield crime


_PERSON = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+"
_NAMED_AS_ACCUSED = compiled(
    rf"(?P<one>{_PERSON})(?:, (?:an? )?[^,.;]{{1,50}},)?,? (?:is|was|were|has been|had been|who was|who is) (?:\w+ )?"
    r"(?:charged|accused|arrested|on trial|indicted|detained|suspected)"
    rf"|(?:charged|accused|arrested|indicted|detained|trial of|suspect,?|"
    rf"defendant,?)\s+(?:[a-z0-9-]+ ){{0,6}}(?P<two>{_PERSON})"
    rf"|(?P<three>{_PERSON}),? (?:\d\d, )?(?:goes|went|stands|stood|faces) (?:on )?(?:trial|charges)"
)
_CRIME = (
    r"(?:killed|murdered|shot|stabbed|made up|invented|lied|faked|falsified|fabricated|bribed|laundered|"
    r"siphoned|smuggled|assaulted|groomed|threatened|strangled|beat|raped|attacked|poisoned|stole|robbed|embezzled|"
    r"burned|"
    r"set fire|started the|"
    r"took the money|kidnapped|abused|molested|drove (?:into|over)|ran over|forged|defrauded|swindled|planted|"
    r"ran the)\b"
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
