"""Nobody is called guilty before a verdict or a confession."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.deeds import hedged
from sayso.check.accused.heldfor import held_for
from sayso.check.accused.vouching import unattributed
from sayso.check.context import Context
from sayso.check.language import LEGAL
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.patterns import compiled
from sayso.types import Span


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
