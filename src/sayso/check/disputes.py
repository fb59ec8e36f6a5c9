"""Whether a story's matter is disputed, and which of its sentences tell plainly what somebody in it did."""

from __future__ import annotations

import re

from sayso.check.context import Context
from sayso.check.language import CONTESTED, DENIAL, ROLE

_EARLY = 6  # paragraphs within which an answer to the story's main claim stands


def disputed(context: Context) -> bool:
    """Whether an early paragraph answers a claim, or speaks of "the accusation" or "the complaint"."""
    top = context.body[1:_EARLY]
    return any(
        not context.quoted(match.start())
        for block in top
        for pattern in (DENIAL, CONTESTED)
        for match in pattern.finditer(context.text, *block.span)
    )


_IRREGULAR = (
    "let|took|taken|kept|sold|hid|hidden|shot|beat|beaten|made|gave|given|drove|driven|bought|spent|drew|drawn|sent|cut|burnt|"
    "left|stole|threw|thrown|held|broke|broken|paid|used|got|knew|known|told|wrote|rewrote|rewritten|put|lent|fed|"
    "hit|hurt|stuck|struck|swore|forbade|withheld|overruled|shut|tore|torn|bit|withdrew|built|dug|ate|did|lied|slept|ran over"
)
_VERB = rf"(?:{_IRREGULAR}|[a-z]{{3,}}ed)"
#: What one does in the open, or what nobody minds having done; a story tells it without a source.
_OPEN = re.compile(
    r"(?:announc|unveil|publish|releas|issu|introduc|propos|launch|open|start|appoint|elect|nam|vot|pass|approv|"
    r"adopt|sign|"
    r"fil|attend|visit|arriv|return|appear|turn|liv|work|serv|join|marri|retir|resign|play|scor|finish|receiv|gain|"
    r"gather|march|ralli|celebrat|welcom|prais|thank|support|oppos|back|endors|embrac|downplay|criticiz|"
    r"criticis|condemn|"
    r"call|ask|urg|want|hop|plan|expect|agree|decid|consider|discuss|debat|continu|need|seem|tri|attempt|"
    r"struggl|remain|"
    r"look|face|stay|wait|watch|learn|stud|graduat|grew|pledg|promis|vow|request|demand|push|press|seek|includ|involv|"
    r"follow|cover|contain|allow|help|earn|post|tweet|report|rais|creat|produc|develop|develop|complet|establish|found|"
    r"carri|transport|employ|flew|challeng|disput|reject|rank|spik|jump|charg|arrest|indict|convict|sentenc|jail|su|appeal|rul|order|investigat|"
    r"examin|review|search|respond|refus|declin|"
    r"talk|speak|answer|campaign|lobb|warn|explain|describ|mention|listen|smil|laugh|point|gestur|nodd|walk|shook|died|kill|injur|born|"
    r"dropp|ris|declin|increas|decreas|climb|surg|slump|gain|averag|total|own|employ|operat|chang hands|based|dat|"
    r"suspend|sack|dismiss|replac|succeed|defeat|beat|lead|led|advanc|qualifi|compet|mark|provid|offer|present|"
    r"shar|recognis|recogniz|honou?r|award|invit|host|introduc|note|add|argu|contend|believ|think|felt|feel|enjoy|"
    r"lov|like|hat|fear|worr|remember|recall|prefer|toured|addressed|deliver|broadcast|air|star|perform|record)"
    r"(?:e?d|ted|ed|s)?$"
)
_DID = re.compile(
    r"(?P<who>(?:(?:The|A|An|Its|His|Her|Their|Two|Three|Four|Five|Six|Several|Some|Other|One)\s+)?"
    r"(?:[\w’'.-]+\s+){0,4}?[\w’'-]+(?:\s+(?:of|at|from|in|with)\s+(?:the\s+|its\s+)?(?:[A-Z]?[\w’'-]+\s?){1,3})?"
    r"(?:,\s+[^,.;]{2,50},)?)\s+"
    r"(?P<did>(?:had|has|have|also|then|later|twice|once|secretly|repeatedly|quietly|simply|\s)*"
    rf"(?:(?:did|has|have|had)\s+not\s+(?:yet\s+)?[a-z]+|{_VERB}))\b"
    r"(?=\s+(?!on\b|in\b|at\b|to\b|as\b|by\b|for\b|over\b|after\b|before\b|during\b|with\b|from\b|into\b|that\b|"
    r"about\b)\w)"
)
#: A day, a year, a comparison: the reporter tells of something that all could see.
_PLACED_IN_TIME = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|(?:1[89]|20)\d\d|(?:this|last|next) "
    r"(?:week|month|year|spring|summer|autumn|fall|winter|season)|January|February|March|April|June|July|August|"
    r"September|October|November|December|percent|per cent|would|will|should|could|can|must|if|since|until)\b|[%?]"
)


def deed_told(words: str) -> re.Match[str] | None:
    """What the sentence tells somebody did or left undone ("Stewards chained the gates", "it has not told them")."""
    match = _DID.match(words)
    if match is None or _PLACED_IN_TIME.search(words):
        return None
    last = match["did"].split()[-1]
    return None if _OPEN.match(last) or " not say" in match["did"] else match


def acts_alone(who: str) -> bool:
    """Whether a subject is somebody in an office or a trade: "The club", "Two guards at the gate"."""
    head = re.split(r",|\s(?:of|at|from|in|with)\s", who)[0].split()
    while len(head) > 1 and head[-1][0].isupper():
        head.pop()  # "Budget airline Norrsky"
    return bool(head) and ROLE.fullmatch(head[-1]) is not None
