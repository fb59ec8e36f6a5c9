"""What was checked and by whom, and what is only rumour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, outside_quotations, part, speaks
from sayso.check.headlines.leads import lead_says_more
from sayso.check.headlines.willing import willed
from sayso.check.language import VERB_OF_SAYING, content_words
from sayso.check.likeness.owed import owed
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.check.verified.hearsay import LORE, RUMOUR
from sayso.check.verified.unchecked import unchecked
from sayso.patterns import compiled
from sayso.types import Span


@rule("FAIR304")
def verified_by_whom(context: Context) -> Iterator[Hit]:
    found = list(_by_nobody(context))
    yield from found
    for span in owed(context, "unverified", found):
        yield Hit(span, "who tried to verify it, in this sentence; found nobody")


def _by_nobody(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        for match in unchecked(context, sentence):
            span = part(sentence.span, *match.span())
            if any(
                each.act == "cannot-verify"
                and each.source.mention
                and each.source.mention.overlaps(sentence.span)
                and not (_PASSIVE.search(match.group()) and each.source.mention.end <= span.begin)
                and not re.fullmatch(r"(?i:it|there|this|that)", each.source.mention.of(context.text))
                for each in context.statements_in(sentence.span)
            ):
                continue
            yield Hit(
                span,
                "who tried to verify it (“by …”), in this sentence; found nobody",
                tuple(each.id for each in context.statements_in(span)),
            )


#: What "could not be verified" is not who tried: its subject is what was told.
_PASSIVE = compiled(r"\b(?:be|been|was|were|is|are|not)\b.* \w+ed$", re.IGNORECASE)


@rule("FAIR308")
def verify_what(context: Context) -> Iterator[Hit]:
    for match in _NO_OBJECT.finditer(context.story):
        span = Span(*match.span())
        if context.in_body(span) and not context.quoted(span.begin):
            yield Hit(span, "what could not be verified, after the verb; found nothing")


_NO_OBJECT = compiled(
    r"\b(?:could not|couldn[’']t|(?:was|were|has been|have been) (?:unable|not able) to|has not|have not)(?: "
    r"(?:immediately|independently))* (?:verify|confirm|corroborate|verified|confirmed|corroborated)"
    r"(?: (?:independently|immediately))?(?=[.,;])",
    re.IGNORECASE,
)


@rule("FAIR307")
def rumour_as_news(context: Context) -> Iterator[Hit]:
    found = list(_rumours(context))
    yield from found
    for span in owed(context, "rumour", found):
        yield Hit(span, "who says so, or a confirmation or denial, in this sentence; found none")


def _rumours(context: Context) -> Iterator[Hit]:
    yield from _as_fact(context)
    more = lead_says_more(context)
    if more:
        yield Hit(
            more[0],
            f"{more[1].verb!r} in the story as plain as here; found it there with {more[1].hedge!r}",
            question="Does the story say as much? Further down it leaves this open, or says that it was not meant.",
            related=(more[1].place,),
        )
    settled = None if more else willed(context)
    if settled:
        yield Hit(
            settled[0],
            f"{settled[1].hedge!r} here too, as elsewhere in the report; found {settled[1].verb!r}",
            question="Is this settled? Headline or story hold it only possible.",
            related=(settled[1].place,),
        )
    for sentence, words, match in outside_quotations(context, RUMOUR):
        if LORE.search(words[: match.start()]):
            continue
        definite = re.search(r"\b(?:[Tt]he|[Tt]hese|[Tt]hose|[Ss]uch) (?:[a-z]+ )?$", words[: match.start()])
        if definite and re.match(r"(?i:rumou?rs\b)", match.group()):
            continue  # "The rumours have hurt morale": of rumours that all know of
        if _TOLD_OF.search(words[: match.start()]) or _MADE.match(words[match.end() :]):
            continue  # "attacks on him, from rumours that … to jokes": told of as rumours, not passed on
        if _A_CANDIDATE.match(words[match.end() :]) and match.group().lower().endswith("to"):
            continue
        if re.match(r"(?i:rumou?rs|speculation|there)", match.group()) and _OF_WHAT_IS_AHEAD.match(
            words[match.end() :]
        ):
            continue
        if match.group().lower().startswith("speculation") and _WHETHER.match(words[match.end() :]):
            continue
        if match.group().lower().startswith("speculation") and _TO_COME.match(words[match.end() :]):
            continue  # what somebody may yet do is everybody's guess
        last = min(sentence.block + 1, len(context.body) - 1)
        near = context.text[context.body[sentence.block].span.begin : context.body[last].span.end]
        said = _owned(context, sentence, match)
        following = near[context.body[sentence.block].span.end - context.body[sentence.block].span.begin :]
        answered = _HANDLED.search(near[: len(near) - len(following)]) or (
            _HANDLED.search(following) and (_TAKEN_UP.search(following) or _one_matter(words, following))
        )
        if not answered and not said:
            yield Hit(
                Span(sentence.span.begin + match.start(), sentence.span.begin + match.end()),
                "who says so, or a confirmation or denial, in this paragraph or the next; found none",
            )


def _as_fact(context: Context) -> Iterator[Hit]:
    """What the report tells here as a fact and elsewhere as somebody's word or a suspicion."""
    for each in context.asserted:
        if not each.court:
            yield Hit(
                each.span,
                f"somebody's word for it here too; found that it is open only elsewhere "
                f"({each.open.of(context.text)!r})",
                question="Is this established? Elsewhere the report gives it as alleged, suspected or denied.",
                related=(each.open,),
            )


def _owned(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether somebody in the sentence tells of the rumour; nobody does who is told of beside it."""
    words, rumour = match.string, part(sentence.span, *match.span())
    tellers = [
        each
        for each in context.statements_in(sentence.span)
        if speaks(each, context.text)
        and each.source.mention
        and not each.source.mention.overlaps(rumour)
        and not any(cue.overlaps(rumour) for cue in each.cue)
    ]
    if any(content.overlaps(rumour) for each in tellers for content in each.content):
        return True
    apart = tellers and re.match(r"(?:with|amid|and|as)\b", words[max(0, match.start() - 5) :].lstrip(), re.IGNORECASE)
    if apart:
        return False
    if re.search(rf"\b{VERB_OF_SAYING}\b", words[: match.start()]):
        return True
    return re.search(rf",[”\"]? [^,]{{2,60}}?\b{VERB_OF_SAYING}\b[^,]*$", words[match.end() :]) is not None


#: What is done with a rumour: it is told of as one, and not passed on.
_TOLD_OF = compiled(
    r"\b(?:from|despite|against|like|such as|attacks?|with|to|amid|(?:damper|lid) on|"
    r"(?:spark|prompt|fuel+|rais|calm|dampen|dismiss|quash|trigger|stok|add|leak|end|reject|laugh|deflect|brush|rebut|refut|den|scotch|counter|address|discuss|"
    r"mention|play)(?:s|e[ds]?|ied|ies|y|t?ing|ted|ts|es|ssed|sses)?"
    r"(?: (?:off|to|at))?|fed|led to) "
    r"(?:the |a |such |any |new |more |further |some |widespread |(?:days|weeks|months|years) of )?$"
)


_WHETHER = compiled(r"[^.;,]{0,40}?\b(?:over|about|as to|on) (?:whether|who|what|when)\b")
_TO_COME = compiled(
    r"[^.;,]{0,70}?\b(?:would|might|may|could|will soon|soon|being considered|(?:is|was|are|were) (?:about|set) to)\b"
)
#: Who may run or be chosen is talked of everywhere.
_A_CANDIDATE = compiled(
    r" (?:be |have been )?(?:an? |the |in |up |considering |weighing |among )?(?:[a-z-]+ ){0,2}?(?:possible|potential|"
    r"contenders?|candidates?|front-?runners?|running for|up for|consideration|contention|shortlist)\b"
)
_OF_WHAT_IS_AHEAD = compiled(r"[^.;]{0,25}?\babout\b[^.;]{0,40}?\b(?:future|fate|prospects|plans|intentions)\b")
#: "speculation that he has managed to create": of whose making it is, not what it says.
_MADE = compiled(
    r"\s(?:he|she|it|they)(?:[’']s|[’']ve| has| have| had)? (?:[a-z]+ ){0,3}?"
    r"(?:creat|spark|stir|caus|generat|fed|fuel)\w*"
)


def _one_matter(one: str, other: str) -> bool:
    return len(content_words(one) & content_words(other)) >= 2


#: How a paragraph takes up the rumour of the one before: "It could not be verified", "He denied the reports".
_TAKEN_UP = compiled(
    r"\b(?:rumou?rs?|gossip|speculation|reports?|claims?|talk|them|this|that (?:he|she|they|it)|any such|"
    r"(?:could not be|has not been|have not been) (?:\w+ )?(?:verified|confirmed))\b|\bIt (?:could|has|is|was)\b",
    re.IGNORECASE,
)
_HANDLED = compiled(
    r"\b(?:den(?:y|ied|ies)|(?<!was )(?<!were )(?<!been )(?<!be )dismiss\w*|reject\w*|false|untrue|unfounded|baseless|"
    r"conspirac\w+|myths?|hoax\w*|debunk\w*|confirm\w*|verif\w+|no evidence|refut\w+|quash\w*|dispel\w*|nonsense|"
    r"(?:asked|said|told|tweeted|wrote|spoke) (?:\w+ ){0,4}?(?:about|of) (?:the|those|these|such) (?:rumou?rs?|"
    r"reports?|speculation))\b",
    re.IGNORECASE,
)
