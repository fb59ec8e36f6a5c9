"""That something could not be verified, in the reporter's own words, and whether the sentence says who tried."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence
from sayso.check.language import VERB_OF_SAYING
from sayso.patterns import compiled

_CHECKED = r"(?:verified|corroborated|authenticated|substantiated)"
#: Of what is told, these are said of a check, too; of a cause or a motive, of an inquiry.
_SETTLED = r"(?:confirmed|checked|established|ascertained|determined|proved|proven|nailed down|pinned down)"
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
    r"(?:(?:could (?:not|neither)|couldn[’']t|cannot|can[’']t)(?: \w+ly| all| both)? be|(?:(?:has|have|had) not|"
    r"(?:has|have|had)n[’']t)"
    r"(?: \w+ly| yet| so far)? been|(?:was|were|is|are) not|(?:was|were|is|are)n[’']t)"
)
_BE = r"(?: yet| so far)? (?:\w+ly )?"
_TRY = r"(?:verify|confirm|check|corroborate|authenticate|establish|substantiate)"
UNCHECKED = compiled(
    rf"\b{_NOT}{_BE}{_CHECKED}\b"
    rf"|(?<=\b)(?:{_NOT}{_BE}(?<=ly )(?:confirmed|checked)|could not(?: \w+ly)? be(?: \w+ly)? confirmed)\b"
    rf"|\b(?:[Nn]ot (?:everything|all|every\w*)|[Nn]either|[Nn]one|[Nn]o|[Nn]othing|[Mm]uch|[Mm]ost|[Ff]ew|[Ll]ittle|"
    rf"[Oo]nly (?:parts?|some|half|a few|one|two))\b"
    rf"[^.;]{{0,60}}?\b(?:(?:could|can)(?: not)?(?: \w+ly)? be|(?:has|have|had)(?: not)?(?: \w+ly| yet)? been|"
    rf"was|were) "
    rf"(?:not )?(?:\w+ly )?(?:{_CHECKED}|confirmed|checked|nailed down|pinned down)\b"
    rf"|\bit (?:was|has been|is) (?:not (?:immediately |yet )?possible|impossible) to (?:\w+ly )?{_TRY}\b"
    rf"|\b(?:is|are|was|were|proved|remains?) (?:impossible|difficult|hard) to (?:\w+ly )?(?:verify|corroborate|"
    rf"authenticate|substantiate)\b"
    rf"|\bthere (?:was|is|were|has been) no (?:\w+ )?(?:way|means|possibility|chance) (?:to|of) (?:\w+ly )?"
    rf"(?:{_TRY}|(?:verify|confirm|check|corroborat|authenticat|establish)ing)\b"
    rf"|\b(?:attempts?|efforts?) to (?:\w+ly )?(?:verify|confirm|corroborate|authenticate|check)\b[^.;]{{0,50}}?\b"
    rf"(?:failed|unsuccessful|in vain|came to nothing|(?:were|was|have) not)\b"
    rf"|\b(?:authenticity|veracity|provenance)\b[^.;]{{0,40}}?\b(?:{_NOT}{_BE}(?:established|determined|confirmed"
    rf"|proven|"
    rf"proved)|(?:is|are|was|were|remains?) (?:unclear|unknown|uncertain|unproven|unconfirmed|in doubt))"
    rf"|\b[Ww]hether (?:it|they|the \w+|this|that|these) (?:is|are|was|were) (?:genuine|authentic|real|true|accurate)\b"
    rf"[^.;]{{0,20}}?\b(?:could not be|was not|is not|has not been)\b"
    rf"|\b(?:verification|confirmation|corroboration)(?: of [^,.;]{{2,40}}?)? (?:was|is|were|has been) (?:not "
    rf"(?:immediately |yet |readily )?(?:possible|"
    rf"available)|impossible|unavailable)\b"
    rf"|\b(?:no|without) independent (?:verification|confirmation|corroboration)\b"
    rf"|\b(?:is|are|was|were|remain(?:s|ed)?) (?:still |as yet |so far |wholly |entirely )?(?:unverified"
    rf"|uncorroborated)\b"
    rf"|\b(?:is|are|was|were) (?:not (?:\w+ly )?verifiable|unverifiable)\b"
    rf"|\bno (?:immediate |official )?(?:verification|confirmation|"
    rf"corroboration) (?:was (?:immediately )?(?:available|possible|to be had)"
    rf"|of (?:the|th[ei]s|that|those|these|any) {_TOLD})\b(?![^.;]{{0,60}}?\b(?:by|from)\b)"
    rf"|\bdef(?:y|ied|ies) (?:independent )?(?:verification|confirmation|corroboration)\b"
    rf"|\bit could not(?: \w+ly)? be (?:\w+ly )?(?:confirmed|ascertained|established) (?:whether|that|if|who|how)\b"
    rf"|\bremain(?:s|ed)? unconfirmed\b"
    rf"|\b(?:has|have|had) yet to be (?:\w+ly )?(?:{_CHECKED}|confirmed)\b"
    rf"|\bremain(?:s|ed)? to be (?:\w+ly )?(?:verified|corroborated)\b",
    re.IGNORECASE,
)
_CONFIRMED = compiled(
    rf"\b{_NOT}{_BE}{_SETTLED}\b|\b(?:is|are|was|were) (?:still |as yet |so far )?unconfirmed\b"
    r"|\b(?:is|are|was|were|proved) (?:hard|difficult) to (?:confirm|check)\b",
    re.IGNORECASE,
)
_SUBJECT = compiled(rf"\b{_TOLD}(?: (?:of|in|by|from|on|about)\b[^,.;]{{2,40}})?,? (?:but |and )?$", re.IGNORECASE)
#: Of these a body decides or announces, and nobody checks anything.
_ANNOUNCED = compiled(
    r"\b(?:nomine\w+|nominat\w+|appointe\w+|judges?|justices?|secretar(?:y|ies)|cases?|infections?|cause|motive|date|"
    r"deaths?|flights?|senators?|ambassadors?|schedule|plans?|visit|deal|agenda|speakers?|guests?|line-?up|voters?|"
    r"signatures?|ballots?|eligib\w+|identit(?:y|ies) of the (?:dead|victims?))\b",
    re.IGNORECASE,
)
_BY = compiled(r"[^.;]{0,40}?\bby\b|,? (?:since|because|until|unless|as (?:the|it|they|all))\b")
#: The paper's own people, in the sentence or beside it, are who tried.
_OURSELVES = compiled(
    r"\b(?:[Rr]eporters?|journalists?|correspondents?|news agenc\w+|newspapers? (?:was|were|could))\b"
)
_BY_NAME = compiled(
    r"\b[A-Z][\w’.-]*(?: [A-Z][\w’.-]*)* (?:has |had |have |was |were )?(?:could not|couldn[’']t|been unable"
    r"|unable|not been "
    r"able|not|did not|cannot)"
    r"(?: \w+ly| able)*(?: to)? (?:\w+ly )?(?:verif|confirm|corrobor|authentic|establish)"
)
#: A paper that asked, or went through the records.
_ASKED = compiled(
    r"\b(?:The [A-Z][\w’-]+(?: [A-Z][\w’-]+)?|[A-Z]{2,}(?: [A-Z][a-z]+)?|[Ww]e) (?:has |have |had |also )?"
    r"(?:asked|sought|reviewed|examined|contacted|requested|tried|called|spoke (?:to|with)|compared|interviewed)\b"
)
_TOLD_SO = compiled(rf"\b{VERB_OF_SAYING}(?: that)? [^,;:]*$|\baccording to\b[^;]*$", re.IGNORECASE)
_TELLS_SO = compiled(
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
        if re.search(rf"{_SETTLED}$", match.group(), re.IGNORECASE) and _ANNOUNCED.search(words[: match.end()]):
            continue
        yield match


#: "The weekly declined to print it because it".
_DECLINED = compiled(
    r"\b(?:declin|refus|(?:was|were) not (?:reported|published|printed|run|aired|named)|opt(?:ed)? not|chose not|"
    r"held (?:off|back)|withh[eo]ld|pass(?:ed)? on|did not (?:publish|"
    r"report|"
    r"run|air|print|name|identify|use|include)|is not (?:naming|identifying|publishing|using))[^.;]*\b(?:because|since|"
    r"as)\b[^.;]*$"
)


#: What may be so, and what somebody looked into and found.
_OPEN = compiled(r"\b(?:(?:so|as) long as|if|unless|until)\b[^,;:]{0,60}$", re.IGNORECASE)
_FOUND = compiled(r"\b(?:found|finds|concluded|concludes|ruled|determined|shows?|showed)\b[^.;:]{0,60}$")


def _tried(context: Context, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the sentence says who tried, or who says that nobody could; or the sentence beside it does."""
    words = match.string
    if _OPEN.search(words[: match.start()]) or _FOUND.search(words[: match.start()]):
        return True
    if _DECLINED.search(words[: match.start()]):
        return True  # who would not run it for that reason tried
    if _BY.match(words, match.end()) or _OURSELVES.search(words):
        return True
    tells = _TELLS_SO.match(words, match.end())
    if _TOLD_SO.search(words[: match.start()]) or (tells and not re.search(r"\bd(?:id|oes) not\b", tells.group())):
        return True
    block = context.body[sentence.block].span
    before = context.text[block.begin : sentence.span.begin]
    if _OURSELVES.search(before) or _ASKED.search(before + words[: match.start()]):
        return True
    return _BY_NAME.search(block.of(context.text)) is not None
