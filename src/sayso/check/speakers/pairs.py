"""Two who speak at once, of whom one is new to the story and nothing is told: "Moen and Carl Brandt said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, outside_quotations, part
from sayso.check.language import ROLE, VERB_OF_SAYING
from sayso.patterns import compiled
from sayso.types import Span

_PARTICLE = r"(?:d[aeiu]|l[ae]|van|von|de[rln]|al|el|bin|ben|ibn|dos|das)"
_PERSON = rf"(?!The\b|This|That|But|And|In\b|On\b|At\b)[A-Z][\w’'-]+(?: (?:[A-Z]\.|{_PARTICLE}))*(?: [A-Z][\w’'-]+)"
_LAST = r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov)\. )?(?!The\b|This|That|But|And|In\b|On\b|At\b|North|South)[A-Z][a-z][\w’'-]+"
_SAID = rf"(?:both |each |also |later )*(?:{VERB_OF_SAYING}|agree[ds]?|testif(?:y|ied)|insist(?:s|ed)?)\b"
#: "Moen and Carl Brandt said"; "alongside Carl Brandt, and both men told".
_TWO = compiled(
    rf"^(?:{_PERSON}|{_LAST}) and (?P<second>{_PERSON}) {_SAID}|"
    rf"^(?P<first>{_PERSON}) and (?:{_PERSON}|{_LAST}) {_SAID}|"
    rf"\b(?:alongside|together with|(?:appeared|spoke|stood|sat|testified) (?:[a-z]+ )?with|and|joined by) "
    rf"(?P<beside>{_PERSON})[,;]? (?:and|but|where) (?:both|the two|the pair|they)(?: of them| men| women)? {_SAID}|"
    rf"^(?P<pair>{_LAST} and {_LAST}) both {_SAID}"
)
#: The last word of a body's name: "Customs and Border Protection".
_A_BODY = compiled(
    r"(?:Protection|Project|Security|Services?|Affairs|Company|Group|Inc|Sons|Department|Party|Union|Council|Office|"
    r"Association|Institute|Cent(?:er|re)|Committee|Court|House|Bank|University|College|Club|League|Press|Post|Times|"
    r"News|Street|States|Republic|Development|Enforcement|Administration|Commerce|Management|Society|Church)\b"
)
#: A word for what somebody is, before or behind the name.
_BEFORE = compiled(r"(?:[a-z]{3,}(?:[’']s)?|[A-Z][a-z]+\.?|[A-Z]{2,}[’']s),? $")
_NO_ROLE = compiled(
    r"\b(?:and|with|alongside|by|said|says|told|that|to|of|from|but|while|as|when|then|or|both|for|like|joined|"
    r"including|also|later|appeared|Mr|Ms|Mrs)\.?,? $"
)


def unplaced(context: Context) -> Iterator[Span]:
    """The names, where they first stand, of those of two who speak at once and of whom nothing is told."""
    for sentence, _, match in outside_quotations(context, _TWO):
        for group in ("first", "second", "beside", "pair"):
            if match[group] and not _A_BODY.search(match[group]):
                span = part(sentence.span, *match.span(group))
                names = match[group].split(" and ")
                if not any(_known(context, name, span) for name in names):
                    yield span


def _known(context: Context, name: str, here: Span) -> bool:
    """Whether the last name stands before ``here``, or a word on who it is beside it, or with a role anywhere."""
    last = re.escape(name.split()[-1])
    begin = context.headline.span.begin if context.headline else 0
    if re.search(rf"\b{last}\b", context.text[begin : here.begin], re.IGNORECASE):
        return True
    before = context.text[max(0, here.begin - 30) : here.begin]
    if _BEFORE.search(before) and not _NO_ROLE.search(before):
        return True
    after = context.text[here.end : here.end + 60]
    if re.match(r",? (?:who|whose|of|from|with|at|\(|\d)\b|,? \(|, (?:an?|the|his|her|its) ", after):
        return True
    for match in re.finditer(rf"\b{last}\b", context.text):
        titled = ROLE.search(re.split(r"[.,;:“”\"]", context.text[max(0, match.start() - 40) : match.start()])[-1])
        behind = re.match(r",(?! who\b)[^.;]{2,50}", context.text[match.end() :][:60])
        if match.start() > here.end and (titled or (behind and ROLE.search(behind.group()))):
            return True
    return False
