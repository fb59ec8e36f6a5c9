"""That something could not be verified, in the reporter's own words, and whether the sentence says who tried."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence
from sayso.check.language import VERB_OF_SAYING

_CHECKED = r"(?:verified|corroborated|authenticated)"
#: What is told and may be true or not; of a nominee, a case or a date "confirmed" means another thing.
_TOLD = (
    r"(?:accounts?|claims?|reports?|stor(?:y|ies)|versions?|figures?|numbers?|tolls?|counts?|allegations?|accusations?|"
    r"statements?|information|details?|authenticity|authorship|identit(?:y|ies)|veracity|documents?|letters?"
    r"|papers?|videos?|"
    r"footage|films?|clips?|photos?|photographs?|pictures?|images?|recordings?|tapes?|messages?|e-?mails?|posts?|"
    r"testimon(?:y|ies)|assertions?|rumou?rs?|tips?|that|this|it|these|those|all|them|everything|neither|none|which|"
    r"much|most|said|says|say)"
)
_NOT = (
    r"(?:(?:could not|couldn[’']t|cannot|can[’']t)(?: \w+ly)? be|(?:(?:has|have|had) not|(?:has|have|had)n[’']t)"
    r"(?: \w+ly| yet| so far)? been|(?:was|were|is|are) not|(?:was|were|is|are)n[’']t)"
)
_BE = r"(?: yet| so far)? (?:\w+ly )?"
_TRY = r"(?:verify|confirm|check|corroborate|authenticate|establish|substantiate)"
UNCHECKED = re.compile(
    rf"\b{_NOT}{_BE}{_CHECKED}\b"
    rf"|(?<=\b)(?:{_NOT}{_BE}(?<=ly )(?:confirmed|checked)|could not(?: \w+ly)? be(?: \w+ly)? confirmed)\b"
    rf"|\b(?:[Nn]ot (?:everything|all|every\w*)|[Nn]either|[Nn]one|[Nn]o|[Nn]othing|[Mm]uch|[Mm]ost|[Ff]ew|[Ll]ittle)\b"
    rf"[^.;]{{0,60}}?\b(?:could|can|has|have|had|was|were)(?: not)?(?: \w+ly| yet)? (?:be "
    rf"|been )?(?:\w+ly )?(?:{_CHECKED}|confirmed|checked)\b"
    rf"|\bit (?:was|has been|is) (?:not (?:immediately |yet )?possible|impossible) to (?:\w+ly )?{_TRY}\b"
    rf"|\b(?:is|are|was|were|proved|remains?) (?:impossible|difficult|hard) to (?:\w+ly )?(?:verify|corroborate|"
    rf"authenticate)\b"
    rf"|\bthere (?:was|is|were|has been) no (?:\w+ )?(?:way|means|possibility|chance) (?:to|of) (?:\w+ly )?"
    rf"(?:{_TRY}|(?:verify|confirm|check|corroborat|authenticat|establish)ing)\b"
    rf"|\b(?:attempts?|efforts?) to (?:\w+ly )?(?:verify|confirm|corroborate|authenticate|check)\b[^.;]{{0,50}}?\b"
    rf"(?:failed|unsuccessful|in vain|came to nothing|(?:were|was|have) not)\b"
    rf"|\b(?:authenticity|veracity|provenance)\b[^.;]{{0,40}}?\b(?:{_NOT}{_BE}(?:established|determined|confirmed"
    rf"|proven|"
    rf"proved)|(?:is|are|was|were|remains?) (?:unclear|unknown|uncertain|unproven|unconfirmed|in doubt))"
    rf"|\b[Ww]hether (?:it|they|the \w+|this|that|these) (?:is|are|was|were) (?:genuine|authentic|real|true|accurate)\b"
    rf"[^.;]{{0,20}}?\b(?:could not be|was not|is not|has not been)\b"
    rf"|\b(?:verification|confirmation|corroboration) (?:was|is|were|has been) (?:not (?:immediately )?(?:possible|"
    rf"available)|impossible|unavailable)\b"
    rf"|\b(?:no|without) independent (?:verification|confirmation|corroboration)\b"
    rf"|\b(?:is|are|was|were|remain(?:s|ed)?) (?:still |as yet |so far |wholly |entirely )?(?:unverified"
    rf"|uncorroborated)\b"
    rf"|\bremain(?:s|ed)? unconfirmed\b"
    rf"|\b(?:has|have|had) yet to be (?:\w+ly )?(?:{_CHECKED}|confirmed)\b"
    rf"|\bremain(?:s|ed)? to be (?:\w+ly )?(?:verified|corroborated)\b",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(rf"\b{_NOT}{_BE}(?:confirmed|checked)\b", re.IGNORECASE)
_SUBJECT = re.compile(rf"\b{_TOLD}(?: (?:of|in|by|from|on|about)\b[^,.;]{{2,40}})?,? (?:but |and )?$", re.IGNORECASE)
#: Of these a body decides or announces, and nobody checks anything.
_ANNOUNCED = re.compile(
    r"\b(?:nomine\w+|nominat\w+|appointe\w+|judges?|justices?|secretar(?:y|ies)|cases?|infections?|cause|motive|date|"
    r"deaths?|flights?|senators?|ambassadors?|schedule|plans?|visit|deal|agenda|speakers?|guests?|line-?up|voters?|"
    r"signatures?|ballots?|eligib\w+|identit(?:y|ies) of the (?:dead|victims?))\b",
    re.IGNORECASE,
)
_BY = re.compile(r"[^.;]{0,40}?\bby\b|,? (?:since|because|until|unless|as (?:the|it|they|all))\b")
#: The paper's own people, in the sentence or beside it, are who tried.
_OURSELVES = re.compile(r"\b(?:reporters?|journalists?|correspondents?|news agenc\w+|newspapers? (?:was|were|could))\b")
_BY_NAME = re.compile(
    r"\b[A-Z][\w’.-]*(?: [A-Z][\w’.-]*)* (?:has |had |have |was |were )?(?:could not|couldn[’']t|been unable"
    r"|unable|not been "
    r"able|not|did not|cannot)"
    r"(?: \w+ly| able)*(?: to)? (?:\w+ly )?(?:verif|confirm|corrobor|authentic|establish)"
)
_TOLD_SO = re.compile(rf"\b{VERB_OF_SAYING}(?: that)? [^,;:]*$|\baccording to\b[^;]*$", re.IGNORECASE)
_TELLS_SO = re.compile(
    rf"(?!,? (?:and|but|though|although)\b)[^;]{{0,40}}?,?[”\"]? (?:(?:[\w’.-]+ ){{1,6}}{VERB_OF_SAYING}"
    rf"|{VERB_OF_SAYING} [^.;]{{2,60}}|according to\b)"
)


def unchecked(context: Context, sentence: Sentence) -> Iterator[re.Match[str]]:
    """Words of the reporter's own that something was not verified, in a sentence that does not say by whom."""
    words = sentence.span.of(context.text)
    found = [*UNCHECKED.finditer(words)]
    for match in _CONFIRMED.finditer(words):
        if not any(each.end() == match.end() for each in found) and _SUBJECT.search(words[: match.start()]):
            found.append(match)
    for match in found:
        if context.quoted(sentence.span.begin + match.start()) or _tried(context, sentence, match):
            continue
        if re.search(r"(?:confirmed|checked)$", match.group(), re.IGNORECASE) and _ANNOUNCED.search(
            words[: match.end()]
        ):
            continue
        yield match


def _tried(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the sentence says who tried, or who says that nobody could; or the sentence beside it does."""
    words = match.string
    if _BY.match(words, match.end()) or _OURSELVES.search(words):
        return True
    if _TOLD_SO.search(words[: match.start()]) or _TELLS_SO.match(words, match.end()):
        return True
    block = context.body[sentence.block].span.of(context.text)
    return _BY_NAME.search(block) is not None
