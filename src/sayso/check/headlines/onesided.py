"""Headlines that give a verdict of one side as a finding, or a paper's content where nobody has told of it."""

from __future__ import annotations

import re

from sayso.check.context import Context, anchor, content_of
from sayso.check.headlines.restson import stems, unsaid
from sayso.check.language import VERB_OF_SAYING
from sayso.patterns import compiled
from sayso.types import Statement

#: What is called untrue, and the word for it; any of the words in the body may be that word.
_TOLD = (
    r"(?:claims?|allegations?|accusations?|charges|stor(?:y|ies)|reports?|books?|dossiers?|tapes?|videos?|letters?|"
    r"memos?|documents?|account|accounts|tales?|figures?|numbers|poll|polls|stud(?:y|ies)|rumou?rs?|narrative|scandal|"
    r"probe|investigation|inquiry|photos?|pictures?|evidence|testimony|article|articles|complaint|complaints|"
    r"quotes?|data|statistics|count|survey|attacks?|incident)"
)
_FALSE = (
    r"(?:made[- ]up|fake[sd]?|false|lies|a lie|a hoax|hoax|(?:a |pure |total |complete )*(?:fabrications?|"
    r"inventions?|fictions?|"
    r"fantas(?:y|ies)|nonsense|baseless|bogus|untrue|phony|invented|fabricated|concocted|forged|forger(?:y|ies)|myth|"
    r"smears?|sham|witch[- ]hunt|unfounded|debunked|discredited|staged))"
)
_VERDICT = compiled(
    rf"\b{_TOLD}\b(?! that)[^.;:?!,]{{0,60}}?\b(?:is|are|was|were|has been|have been|proven?|turns? out|"
    rf"turned out)(?: to be)?"
    rf"(?: (?:a|an|just|all|entirely|totally|simply|nothing but|pure|proven|largely|mostly))*? (?P<word>{_FALSE})\b",
    re.IGNORECASE,
)
_SAME = compiled(
    r"\b(?:(?:made|making|make|makes)(?: \w+){0,3} up|made[- ]up|fak(?:e[sd]?|ing)|false(?:hoods?|ly)?|lies?|lied|"
    r"lying|liars?|hoax\w*|"
    r"fabricat\w+|invent(?:ed|ing|ion|ions)|ficti\w+|fantas\w+|nonsense|baseless|bogus|untrue|phony|concoct\w*|"
    r"forge\w*|myth\w*|"
    r"smear\w*|sham|witch[- ]hunt|unfounded|debunk\w*|discredit\w*|thin air|staged|not true|wrong|no truth)\b",
    re.IGNORECASE,
)
#: Who may settle it: a court, police, a lab, an author who owns up, the outlet's own check.
_SETTLES = compiled(
    r"\b(?:courts?|judge|jury|police|prosecutors?|investigators?|investigation|inquiry|laborator(?:y|ies)|"
    r"forensic\w*|auditors?|audit|"
    r"fact[- ]check\w*|retract\w*|confess\w*|admit\w*|pleaded|convicted|experts?|researchers|scholars|scientists|"
    r"stud(?:y|ies)|"
    r"analysis|inspector general|review|correction)\b",
    re.IGNORECASE,
)
_PAPER = (
    r"(?:memos?|letters?|e-?mails?|documents?|records?|files?|tapes?|recordings?|transcripts?|dossiers?|texts?|"
    r"messages?|notes|"
    r"filings?|diar(?:y|ies)|minutes|cables?|papers|audits?)"
)
_SHOWS = r"(?:shows?|reveals?|proves?|confirms?|exposes?|discloses?|details?|says?)"
_PAPER_SHOWS = compiled(
    rf"(?:^|[,;:–—-] |\b(?:[Ss]ecret|[Ll]eaked|[Nn]ew|[Ii]nternal|[Cc]onfidential|[Cc]lassified|[A-Z]\w+) )"
    rf"(?P<paper>{_PAPER}) {_SHOWS}\b",
    re.IGNORECASE,
)
#: The body that tells from such a paper what it has.
_FROM = (
    r"(?:show\w*|reveal\w*|prov(?:es?|ed|ing)|confirm\w*|expos\w+|disclos\w+|detail\w*|says?|said|stat(?:es?|ed|"
    r"ing)|wrote|writes|written|reads?|"
    r"indicat\w+|suggest\w*|describ\w+|contain\w*|includ\w+|mention\w*|outlin\w+|list(?:s|ed)|alleg\w+|argu\w+|"
    r"assert\w*|conclu\w+|claim\w*|"
    r"accus\w+|warn\w*|note[sd]|paint\w*|lay\w* out|laid out|spell\w*|document(?:s|ed)|quot\w+|call(?:s|ed)|tell\w*|"
    r"told|"
    r"obtained|seen by|reviewed|released|published|unsealed|made public|posted|leaked|declassified|hacked|dumped|"
    r"according)"
)
_ANY_PAPER = (
    r"(?:memos?|letters?|e-?mails?|documents?|records?|files?|tapes?|recordings?|audio|video|transcripts?|dossiers?|"
    r"texts?|messages?|notes|"
    r"filings?|diar(?:y|ies)|minutes|cables?|papers|reports?|records|data|statements?|complaint|lawsuit|affidavit|"
    r"stud(?:y|ies)|"
    r"correspondence|footage|review|forms?|tweets?|indictment|Wikileaks|WikiLeaks|survey|polls?|logs?)"
)
_TELLS = compiled(
    rf"\b{_ANY_PAPER}\b[^.;?!]{{0,100}}?\b{_FROM}\b|\b(?:according to|in|from|per|via|quoting|citing|cites|obtained|"
    rf"released|"
    rf"published|reviewed|posted|unsealed|show\w* in) [^.;?!]{{0,60}}?\b{_ANY_PAPER}\b",
    re.IGNORECASE,
)
_NOUN = compiled(rf"\b{_ANY_PAPER}\b", re.IGNORECASE)
_UNTOLD = compiled(
    r"\b(?:may|might|could|whether|if|will|would|(?:not|never|yet) (?:been )?(?:be )?(?:released|published|seen|"
    r"made)|should|asked|asks|"
    r"call(?:s|ed) (?:for|on)|demand\w*|wants?|want to|decide|hop(?:es|ing)|be (?:released|published|made)|urg\w+|"
    r"classified|to release|"
    r"release of)\b|\?",
)
_OWN_WORD = compiled(
    rf"\b(?:{VERB_OF_SAYING}|according|accus\w*|alleg\w*|claim(?:s|ed) that|den(?:y|ies|ied)|calls?|insists?|slams?|"
    rf"dismiss\w*|"
    r"blasts?|tells?|rejects?|shows?|finds?|found|reveals?|knew|knows?)\b|[?:]",
    re.IGNORECASE,
)


def one_sided(context: Context, headline: str) -> Statement | None:
    """Whose verdict it is that a headline gives of something as untrue, where the body has it from them alone."""
    match = _VERDICT.search(headline)
    rest = headline[: match.start()] + headline[match.end() :] if match else ""
    if (
        match is None
        or _OWN_WORD.search(re.sub(r"['‘“\"][^'’”\"]*['’”\"]", " ", rest))
        or re.match(r"['‘“\"]", headline[match.start("word") - 1 :])
    ):
        return None
    left, theirs = unsaid(context), []
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        if not _SAME.search(words):
            continue
        if _SETTLES.search(words):
            return None
        plain = _SAME.search(sentence.span.of(left))
        if (
            plain
            and not context.quoted(sentence.span.begin + plain.start())
            and not context.statements_in(sentence.span)
        ):
            return None
        theirs += [
            each for each in context.statements_in(sentence.span) if _SAME.search(content_of(each, context.text))
        ]
    named = [each for each in theirs if each.source.mention or each.cue]
    return next(iter(named), None)


def untold_paper(context: Context, headline: str) -> str | None:
    """The paper of which a headline says what it shows, where no sentence of the body tells anything out of it."""
    match = _PAPER_SHOWS.search(headline)
    if match is None or not context.body:
        return None
    if re.search(r"\b(?:could|may|might|whether|if)\b|\?", headline):
        return None
    if any(
        each.source.type == "document"
        and each.act != "accuse"
        and (context.paragraph_at(each.content[0].begin) or 0) < 4
        for each in context.statements
        if context.in_body(each.content[0]) and _of_kind(match["paper"], anchor(each).of(context.text))
    ):
        return None
    claim = stems(headline[: match.start()] + " " + headline[match.end() :]) - stems(match.group())
    enough = min(2, len(claim))
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        block = context.body[sentence.block].span.of(context.text)
        before = context.body[max(0, sentence.block - 1)].span.of(context.text)
        if len(claim & stems(words)) < enough or _UNTOLD.search(words):
            continue
        if _TELLS.search(words) or _NOUN.search(block) or _TELLS.search(before):
            return None
    return match["paper"].lower()


def _of_kind(paper: str, mention: str) -> bool:
    """Whether a source may be the headline's paper: by its own name, or as documents at large."""
    return bool(stems(f"{paper} document record file") & stems(mention))
