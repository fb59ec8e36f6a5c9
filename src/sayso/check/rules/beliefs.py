"""What is said to be believed, expected or known, by nobody who is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, part
from sayso.check.language import VERB_OF_SAYING, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.patterns import compiled
from sayso.types import Span, Statement


@rule("ATTR211")
def nobody_believes(context: Context) -> Iterator[Hit]:
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        for match in _AGENTLESS.finditer(words):
            span = part(sentence.span, *match.span())
            named = (
                re.search(r"^(?! (?:have|be) )[^.;]{0,30}\bby\b", words[match.end() :])
                or _SAID_AFTER.search(words[: match.start()] + "…" + words[match.end() :])
                or (
                    re.search(r", (?:which|who|whom)\b[^,]*$", words[: match.start()])
                    and any(each.cue for each in context.statements_in(sentence.span))
                )
                or any(_covers(each, span) for each in context.statements_in(sentence.span))
            )
            named = named or _told_beside(context, sentence, match)
            noun = _AS_A_NOUN.search(f"{words[: match.start()]}|{match.group()}") is not None
            if not named and not noun and not context.quoted(span.begin) and not _measured_by(context, sentence, match):
                yield Hit(span, "who believes, understands or thinks so, in this sentence; found none")


def _told_beside(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether it is common ground, or those beside it give somebody for it.

    That is a poll in the sentence or before it, a report that the paragraph tells from, or for "some say" somebody by
    name who says so in the next paragraph.
    """
    rest = match.string[match.end() :]
    if _COMMON_GROUND.match(rest) and re.search(r"\b(?:seen|regarded|viewed|considered|expected)$", match.group()):
        return True
    if re.match(r"(?:was|were)\b.*\bexpected$", match.group()) and re.search(
        r"\b(?:that|which|who) $", match.string[: match.start()]
    ):
        return True  # "a bill that was widely expected to pass was voted down"
    begin = context.body[sentence.block].span.begin
    earlier = context.text[begin : sentence.span.begin]
    if re.match(r"(?:many|most|some|few)\b", match.group(), re.IGNORECASE):
        if _ASKED.search(f"{earlier} {match.string[: match.start()]}"):
            return True
        return _voiced_next(context, sentence)
    if re.search(r"\b(?:said|alleged|claimed|reported) to\b", match.group()):
        return (
            re.search(r"\b[Aa]ccording to (?:the |a |an )?[\w’“\"]|\b(?:book|report|lawsuit|complaint) \w+s\b", earlier)
            is not None
        )
    return False


def _voiced_next(context: Context, sentence: Sentence) -> bool:
    """Whether the paragraph after has a person by name who says much the same."""
    if sentence.block + 1 >= len(context.body) or context.sentences[-1] is sentence:
        return False
    words = content_words(sentence.span.of(context.text))
    after = context.body[sentence.block + 1].span
    return any(
        each.source.type == "person"
        and each.source.name is not None
        and any(len(words & content_words(part.of(context.text))) >= _ALIKE for part in each.content)
        for each in context.statements_in(after)
    )


_ALIKE = 2
#: A poll that the many belong to.
_ASKED = compiled(
    r"\b(?:poll(?:s|ed)?|survey(?:s|ed)?|respondents|(?:percent|per cent|%) of (?:those|people|voters|adults))\b"
)
#: As what everybody has these things: votes as tests, candidates as likely ones.
_COMMON_GROUND = compiled(
    r"(?: to be)?(?: as)? (?:an? |the |one of the )?(?:[a-z-]+ )?(?:test|tests|bellwethers?|barometers?|referendum|"
    r"measure|gauge|favou?rites?|front-?runners?|contenders?|hopefuls?|underdogs?|swing|battlegrounds?|"
    r"toss-?ups?)\b(?! on (?:him|her))",
    re.IGNORECASE,
)


def _measured_by(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether "many feel" takes up a group named just before, or "than some think" only compares; or the sentence says
    itself why something is widely expected."""
    if re.search(r"\b(?:widely|generally|commonly) expected$", match.group()):
        return re.search(r"\b(?:because|since|after|given|as|with) ", match.string[match.end() :]) is not None
    if not re.match(r"(?:many|most|some|few)\b", match.group(), re.IGNORECASE):
        return False
    before = match.string[: match.start()]
    if match.string.rstrip().endswith("?") or re.search(r"\b(?:so|as|how|too) $", before):
        return True  # nobody holds it: it is asked
    if re.search(r"\b(?:than|as (?:much|many|bad|good|[a-z]+) as|as) (?:(?:what|how) )?$", before):
        return True
    begin = context.body[sentence.block].span.begin
    earlier = context.text[begin : sentence.span.begin].rstrip()
    last = re.split(r"(?<=[.!?]) ", earlier)[-1]
    if re.search(r"\bsay$", match.group()) and _PAPERS.search(last):
        return True  # of laws and polls, too, most say something
    return not before.strip() and _A_GROUP.search(last) is not None


#: People of a party, a trade or a belief, of whom the next sentence may say that many think something.
_A_GROUP = compiled(
    r"\b(?:[A-Z]?[a-z]+(?:ists|ians|ators|icans|rats|atives|erals|ters|vers|kers|ders|ents)|lawmakers|critics|voters|"
    r"residents|experts|scholars|members)\b"
)

#: "expresses some doubt", "with some fear", "there was some say": no verb.
_AS_A_NOUN = compiled(
    r"\b(?:express\w*|voic\w+|rais\w+|ha[sd]|have|with|without|in|of|by|is|was|to|cast\w*|feel\w*|felt|cause[sd]?|"
    r"show\w*|"
    r"creat\w+|amid|despite)\s\|(?:some|most|many|few) (?:doubt|fear|say|suspect)$",
    re.IGNORECASE,
)

_PAPERS = compiled(r"\b(?:laws|rules|polls|surveys|studies|contracts|policies|bills|letters|signs|orders|documents)\b")

#: Who says so, at the end of the sentence or at its head.
_SAID_AFTER = compiled(
    rf"[Aa]ccording to\b|,[”\"]?\s[^,]{{2,70}}?\b(?:{VERB_OF_SAYING[3:-1]}|reported|reports)\b[^,]*$"
    rf"|^[^,…]{{2,60}}? (?:{VERB_OF_SAYING[3:-1]}|reported|reports)\b"
)


def _covers(statement: Statement, span: Span) -> bool:
    """Whether somebody is given as the source of the very words at ``span``."""
    return statement.source.mention is not None and any(each.overlaps(span) for each in statement.content)


_BELIEVED = r"(?:believed|understood|thought|rumou?red|alleged|feared|assumed|suspected|reckoned|presumed|speculated)"
_AGENTLESS = compiled(
    r"\b(?:it (?:has|had) (?:also |since |now |further |later )?emerged(?= that| the)"
    rf"|it (?:is|was) (?:an open secret|common knowledge) that|it (?:is|was|has been|had been) (?:widely |"
    rf"generally |now |commonly |long )?(?:{_BELIEVED[3:-1]}|said|"
    rf"claimed|expected|"
    r"hoped|felt|accepted|agreed)(?= that|,| the| an?\b| he| she| they| no)"
    rf"|(?:is|are|was|were) (?:(?:widely|generally|now|also|commonly|long|still) )*{_BELIEVED} to\b"
    r"|(?:is|are|was|were) (?:also |now )?said to (?:be|have)\b"
    r"|(?:is|are|was|were) (?:widely|generally|commonly) (?:expected|seen|regarded|viewed|considered|held|known|"
    r"tipped|acknowledged|"
    r"accepted|blamed)\b"
    r"|there (?:is|are|was|were) (?:growing |widespread |mounting |serious |real |new )?(?:fears?|suspicions?|"
    r"concerns?|worry|worries|doubts?|"
    r"a feeling|a belief|a sense|hopes?|talk|claims?|allegations?|accusations?) (?:that|of)\b"
    r"|(?:many|most|some) (?:people|observers|folks?|onlookers)(?: here| now| still| in [A-Z]\w+)? "
    r"(?:believe|think|fear|suspect|doubt|assume|say)(?= that| the| an?\b| it| he| she| they| his| her| [A-Z])"
    r"|(?:many|most|some|few) (?:now )?(?:believe|think|fear|suspect|feel|doubt|say)(?! of)\b"
    r"|(?<!and )(?:many|some|others|several) (?:have|had) (?:also |long |even |since )?(?:suggested|claimed|speculated|"
    r"alleged|insinuated|hinted)\b(?= (?:that|the|an?|he|she|it|they|his|her|their|its|[A-Z])\b)"
    r"|(?:many|most|some|others) (?:in|on|at|around|across) (?:the )?[\w’-]+(?: [\w’-]+)? (?:are|were) (?:\w+ )?"
    r"(?:convinced|certain|sure|persuaded)\b)",
    re.IGNORECASE,
)
