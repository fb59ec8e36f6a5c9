"""What the headline makes of what the body attributes or hedges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.deeds import deed, wrongs
from sayso.check.accused.disputes import deed_told, disputed
from sayso.check.accused.offences import offences
from sayso.check.context import Context, anchor, content_of, part
from sayso.check.headlines.borrowed import anothers_words
from sayso.check.headlines.dehedged import CAREFUL, dehedged
from sayso.check.headlines.hardened import harder_than_told, past
from sayso.check.headlines.headlined import (
    also_told,
    anothers_word,
    answered_near,
    contested,
    of_itself,
    own_side,
    sourced,
)
from sayso.check.headlines.leads import unsoftened
from sayso.check.headlines.onesided import one_sided, untold_paper
from sayso.check.headlines.restson import resting
from sayso.check.headlines.softer import softer
from sayso.check.headlines.steps import step_up
from sayso.check.language import CUE, HEDGE, LEGAL, VERB_OF_SAYING, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.patterns import compiled
from sayso.types import Span, Statement


@rule("FAIR305")
def headline_asserts(context: Context) -> Iterator[Hit]:
    headline = context.headline
    if headline is None or not context.body:
        return
    words = headline.span.of(context.text)
    said = [
        each
        for each in context.statements
        if any(headline.span.contains(part) for part in each.content)
        and not any(next(wrongs(cue.of(context.text)), None) for cue in each.cue)
    ]
    in_deck = any(_FINDS.search(line) for line in context.report.deck)
    taken_over = None if in_deck else _speaker_lost(context, headline.span, said)
    if taken_over:
        yield _lost(headline.span, taken_over, context)
        return
    others = None if in_deck else anothers_words(context)
    if others:
        yield Hit(
            headline.span,
            f"a quotation of {others.speaker} with the headline's {others.words!r}; found "
            + ("it only as somebody else's words" if others.place else "none"),
            question="Whose words are these? The story does not quote them from whoever the headline gives them to.",
            related=(others.place,) if others.place else (),
        )
        return
    harder_word = None if in_deck else step_up(context)
    if harder_word:
        yield Hit(
            headline.span,
            f"{harder_word[0]!r} in the body, in any form; found only what is less",
            question="The story says less than this word of the headline: is the headline harder than the story?",
            related=(harder_word[1],),
        )
        return
    verdict = None if in_deck else one_sided(context, words)
    if verdict:
        yield _lost(headline.span, verdict, context)
        return
    paper = None if in_deck else untold_paper(context, words)
    if paper:
        yield Hit(
            headline.span,
            f"what the {paper} shows, told out of it, in the body; found only what others say or ask about it",
            question=f"Does the story tell this out of the {paper}? The body has no sentence that does.",
        )
        return
    hedge_lost = dehedged(context, words) or (None if CAREFUL.search(words) else unsoftened(context, words))
    if hedge_lost:
        yield Hit(
            headline.span,
            f"the body's {hedge_lost.hedge!r} in the headline too; found {hedge_lost.verb!r} there without it",
            related=(hedge_lost.place,),
        )
        return
    careful = any(_says(context, each) for each in said) or LEGAL.search(_NO_LAW.sub(" ", words)) or HEDGE.search(words)
    marks = any(mark in (unquoted := _NAME_IN_MARKS.sub(" ", words)) for mark in '"“”‘:?') or re.search(
        r"(?:^|\s)['‘]\w|\s[–—-]\s|^(?:Why|How|What|Who|When|Where)\b", unquoted
    )
    if not (careful or marks or CAREFUL.search(words) or _ATTRIBUTED.search(_NO_SPEECH.sub(" ", words))):
        rests = resting(context, words)
        if rests:
            yield _lost(headline.span, rests.statement, context)
            return
    open_ = None if in_deck else softer(context, words)
    if open_:
        yield Hit(
            headline.span,
            f"{open_.clause!r} told as a fact in the body too; found it there only "
            + (f"with {open_.how!r}" if open_.how else "as what somebody says who is contested"),
            (open_.statement.id,) if open_.statement else (),
            question="A fact in the headline, open in the body: is the headline harder than the story?",
            related=(open_.place,),
        )
        return
    if in_deck or careful or marks or _ATTRIBUTED.search(words) or _MOVES.search(words) or _LIKELY.search(words):
        return
    harder = harder_than_told(context, words)
    if harder:
        yield Hit(headline.span, harder[1], related=(harder[0],) if harder[0] else ())
        return
    if _CASUALTY.search(words) and (
        _BY_ITSELF.match(words) or re.search(r",[^,]*\b(?:hurt|injured|dead|killed|missing)$", words)
    ):
        return
    meaning = content_words(words)
    asked = _WHETHER.search(context.body[0].span.of(context.text))
    if asked and len(meaning) >= 3 and not _OPEN.search(words):
        shared = len(meaning & content_words(asked["open"]))
        if shared >= 3 and shared >= 0.6 * len(meaning):
            yield Hit(
                headline.span,
                "that the question is open, in the headline; found that only in the body",
                related=(part(context.body[0].span, *asked.span()),),
            )
            return
    opening = Span(context.body[0].span.begin, context.body[min(3, len(context.body) - 1)].span.end)
    for statement in context.statements_in(opening):
        shared = len(meaning & content_words(content_of(statement, context.text)))
        disputable = shared >= max(2, round(len(meaning) * 0.5)) and contested(context, statement)
        told = past(words)
        plainly = (deed_told(told) or next(wrongs(told), None)) and (disputed(context) or own_side(context, words))
        enough = 2 if _whole_lead(context, statement) else max(2, round(len(meaning) * 0.4))
        disputable = disputable or (bool(plainly) and shared >= enough and sourced(context, statement))
        nameless = statement.source.type in ("unnamed-group", "unnamed-person", "anonymous")
        least = (
            max(2, round(len(meaning) * 0.4))
            if nameless and _whole_lead(context, statement)
            else max(3, round(len(meaning) * 0.6))
        )
        reported = nameless and shared >= least and anothers_word(context, statement, meaning)
        weighty = bool(plainly) or _harms(words) or statement.act == "accuse" or _open(context, statement, words)
        weighty = weighty or (nameless and _REFUTED.search(context.story) is not None)
        if weighty and (disputable or reported) and not (of_itself(context, statement) or also_told(context, meaning)):
            yield _lost(headline.span, statement, context)
            return


#: Verbs of telling and meaning that tell nothing here: "will not show voters", "plans".
_NO_SPEECH = compiled(
    r"\b(?:not|to|will|can|won[’']t|cannot) \w+|\b(?:shows?|finds?|sees?|views?|wants?|seeks?|plans?|orders?)\b",
    re.IGNORECASE,
)
#: A by-name or a title in marks, whose word nobody vouches for: "'Old Tom'".
_NAME_IN_MARKS = compiled(r"['‘“\"][A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}['’”\"](?!\w)")
#: "are examining whether water made the children ill", under "Water made children ill".
_WHETHER = compiled(
    r"\b(?:examin|investigat|look|prob|consider|study|stud|test|check|inquir|weigh|determin|establish|explor)\w*"
    r"(?: into| at)? (?:whether|if) (?P<open>[^.;]+)"
)
_OPEN = compiled(
    r"\b(?:whether|if|prob\w+|inquir\w+|examin\w+|investigat\w+|look\w*|consider\w*|weigh\w*|stud\w+|test\w*|check\w*|"
    r"review\w*|suspect\w*|question\w*|possibl[ey]|fears?|feared|to)\b",
    re.IGNORECASE,
)


#: A deck that says whose word the headline is.
_FINDS = compiled(rf"\b(?:{VERB_OF_SAYING[3:-1]}|according to|reports?|finds?|found|study|survey|claims?|alleg\w+)\b")


#: "Shelling kills nine": no doer is named whom the headline could wrong.
_CASUALTY = compiled(r"\b(?:kill(?:s|ed)?|dead|dies?|died|hurt|injur\w+|wound\w+)\b")
_BY_ITSELF = compiled(
    r"(?:\w+ ){0,2}?(?:shelling|fires?|blasts?|explosions?|bombs?|storms?|floods?|quakes?|earthquakes?|crash|"
    r"collapse|avalanche|"
    r"landslide|attacks?|strikes?|shooting|violence|clashes|heat|virus|outbreak)\b|\w+ (?:killed|dead|die|injured|"
    r"hurt)\b",
    re.IGNORECASE,
)


def _says(context: Context, statement: Statement) -> bool:
    """Whether the headline says whose word it is; in "Corvane gave patients wrong dose" nobody speaks."""
    mention = statement.source.mention
    if not statement.cue:
        return mention is not None and context.headline is not None and context.headline.span.contains(mention)
    return any(CUE.search(cue.of(context.text)) for cue in statement.cue)


#: "The union says the figure is invented."
_REFUTED = compiled(r"\b(?:invented|untrue|nonsense|false|baseless|unfounded|exaggerated|made up|a lie)\b")


def _open(context: Context, statement: Statement, headline: str) -> bool:
    """Whether the body says that it could not be verified, or tells that it is denied or that comment was declined."""
    if any(each.status == "unverified" for each in statement.standing):
        return True
    words = content_of(statement, context.text)
    return statement.act in ("say", "estimate") and (
        bool(statement.standing) or answered_near(context, content_words(headline), words)
    )


def _harms(headline: str) -> bool:
    """Whether the headline tells of a wrong or of harm: what somebody plans or favours may stand without its source."""
    told = re.sub(r"\billegal (?:im)?migra\w+", " ", past(headline), flags=re.IGNORECASE)
    return bool(
        next(wrongs(told), None)
        or deed(told)
        or next(offences(told, Span(0, len(told))), None)
        or _HARM.search(headline)
    )


_HARM = compiled(
    r"\b(?:kill\w*|dead|deaths?|dies?|died|attack\w*|bomb\w*|crash\w*|collaps\w*|explo\w+|fail\w*|fault\w*|"
    r"fir(?:ed|es)|sack\w*|quit\w*|oust\w*|fled|flees?|bankrupt\w*|sick\w*|ill|poison\w*|toxic|leak\w*|secret(?:ly|s)?|"
    r"infect\w*|wound\w*|injur\w*|destroy\w*|damag\w*|threat\w*|unsafe|danger\w*)\b",
    re.IGNORECASE,
)


def _whole_lead(context: Context, statement: Statement) -> bool:
    """Whether the opening paragraph is, but for who says so, that one statement."""
    lead = context.body[0].span
    told = sum(each.end - each.begin for each in statement.content if lead.contains(each))
    return told > 0.6 * (lead.end - lead.begin)


def _lost(headline: Span, statement: Statement, context: Context) -> Hit:
    return Hit(
        headline,
        f"whose claim this is, in the headline; found it only in the body ({anchor(statement).of(context.text)})",
        (statement.id,),
        related=(anchor(statement),),
    )


def _speaker_lost(context: Context, headline: Span, said: list[Statement]) -> Statement | None:
    """A contested claim that somebody said something ("Engineers warned …, the union says"), told without the union."""
    words = headline.of(context.text)
    if (
        not said
        or not context.body
        or re.search(r"\b(?:says?|said|according to|claims?|alleg\w+|accus\w+|charges?|charged)\b|:", words)
    ):
        return None
    meaning = content_words(words)
    for statement in context.statements_in(context.body[0].span):
        own = content_words(" ".join(filter(None, [statement.source.name, anchor(statement).of(context.text)])))
        content = content_words(content_of(statement, context.text))
        speakers = frozenset().union(*(content_words(each.source.name or "") for each in said))
        told = len(meaning & content) >= round(len(meaning) * 0.7) and bool(speakers & content)
        if told and not own & meaning and statement.act in ("say", "report") and contested(context, statement):
            return statement
    return None


_LIKELY = compiled(r"\b(?:un)?likely\b")
#: What goes up or down is news for itself; who measured it stands in the body.
_MOVES = compiled(
    r"\b(?:rises?|rose|falls?|fell|drops?|dropped|spikes?|jumps?|jumped|slumps?|climbs?|surges?|profits?|output|"
    r"sales)\b",
    re.IGNORECASE,
)
_NO_LAW = compiled(
    r"\b(?:judges?|law|laws|polic(?:y|ies)|concerns?|complaints?|commission|watchdog)\b|\b(?:drug|clinical|medical|"
    r"vaccine|field) trials?\b|\b(?:bills?|acts?|fears?|scandal|sanctions?|banned)\b",
    re.IGNORECASE,
)
_ATTRIBUTED = compiled(
    rf"\b(?:{VERB_OF_SAYING}|according|claims?|claiming|alleg\w+|accus\w+|den(?:y|"
    rf"ies|ied)|reports?|reported(?:ly)?|sources|suspect\w*|warns?|urges?|tells|vows?|"
    r"calls?|slams?|blasts?|denounces?|condemns?|blames?|credited|credits?|believes?|thinks?|sees?|views?|wants?|"
    r"seeks?|asks?|predicts?|estimates?|finds?|shows?|suggests?|poll(?! numbers?)|survey|study|"
    r"demands?|rejects?|disputes|dismisses|defends?|threatens?|promises?|pledges?|insists?|"
    r"hints?|argues?|admits?|confirm(?:s|ed)?|announces?|orders?|plans?|cites?)\b",
    re.IGNORECASE,
)


@rule("FAIR306")
def hedge_lost_in_headline(context: Context) -> Iterator[Hit]:
    if context.headline is None or HEDGE.search(context.headline.span.of(context.text)):
        return
    meaning = content_words(context.headline.span.of(context.text))
    for statement in context.statements:
        if statement.firmness == "certain" or not context.in_body(statement.content[0]):
            continue
        if len(meaning & content_words(content_of(statement, context.text))) >= max(3, round(len(meaning) * 0.6)):
            yield Hit(
                context.headline.span,
                "a hedge (may, could, likely) in the headline; found it only in the body",
                (statement.id,),
                related=(statement.content[0],),
            )
            return
