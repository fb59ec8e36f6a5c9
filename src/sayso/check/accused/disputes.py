"""Whether a story's matter is disputed, and which of its sentences tell plainly what somebody in it did."""

from __future__ import annotations

import re

from sayso.check.context import Context
from sayso.check.days.calendar import WEEKDAY
from sayso.check.language import CONTESTED, DENIAL, ROLE
from sayso.patterns import compiled

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
    "let|took|taken|kept|sold|hid|hidden|shot|beat|beaten|made|gave|given|drove|driven|bought|spent|drew|drawn|"
    "sent|cut|burnt|"
    "left|stole|threw|thrown|held|broke|broken|paid|used|got|knew|known|told|wrote|rewrote|rewritten|put|lent|fed|"
    "hit|hurt|stuck|struck|swore|forbade|withheld|overruled|shut|tore|torn|bit|withdrew|built|dug|ate|did|lied|"
    "slept|ran over"
)
_VERB = rf"(?:{_IRREGULAR}|[a-z]{{3,}}ed)"
#: What somebody does to things and people, and may have to answer for; not what is said or voted.
_BY_HAND = compiled(
    r"took|taken|kept|sold|hid|hidden|shot|beat|beaten|gave|given|drove|driven|bought|spent|sent|cut|burnt|burned|"
    r"stole|threw|"
    r"thrown|broke|broken|paid|used|fed|hit|hurt|struck|withheld|tore|torn|bit|dug|let|stuck|forbade|rewrote|"
    r"rewritten|lent|swore|"
    r"knew|known|lied|slept|ran over|(?:stopp|chain|lock|bolt|seal|block|barr|shredd|delet|eras|wip|remov|destroy|"
    r"dump|pour|bur(?:n|i)|pump|"
    r"drain|flush|tamper|disabl|switch|turn|forc|dragg|tie|ti|strapp|search|seiz|confiscat|grabb|snatch|"
    r"slapp|kick|punch|"
    r"whipp|spray|smash|shatter|tortur|starv|drugg|inject|skipp|alter|chang|copi|forg|sign|backdat|doubl|pocket|"
    r"hand|pass|slipp|"
    r"transferr|divert|overcharg|bill|charg(?=ed (?:them|him|her|patients|customers|tenants))|borrow|hoard|load|"
    r"fill|stor|mix|swapp|"
    r"replac|water|dilut|bugg|phon|threaten|warn|ignor|neglect|refus|fail|abandon|fir|sack|evict|"
    r"detain|round|herd|shov|hois|demolish|fell|logg|cover|conceal|hush|silenc|punish|misus|promis)ed"
)
#: What was left undone: "has not told the families".
_OWED = compiled(
    r"(?:tell|told|warn|inform|pa(?:y|id)|repair|publish|test|check|inspect|report|treat|call|"
    r"act|help|return|"
    r"replace|disclose|record|stop|keep|kept|close|fix|mend|train|[a-z]*(?:aced|osed|ixed|ended|aired|"
    r"ecked|orted|ered|acted|tested|warned|shown))"
)
_DID = compiled(
    r"(?P<who>(?:(?:The|A|An|Its|His|Her|Their|Two|Three|Four|Five|Six|Several|Some|Other|One)\s+)?"
    r"(?:[\w’'.-]+\s+){0,4}?[\w’'-]+(?:\s+(?:of|at|from|in|with)\s+(?:the\s+|its\s+)?(?:[A-Z]?[\w’'-]+\s?){1,3})?"
    r"(?:,\s+[^,.;]{2,50},)?)\s+"
    r"(?P<did>(?:had|has|have|also|then|later|twice|once|secretly|repeatedly|quietly|simply|\s)*"
    rf"(?:(?:did|has|have|had)\s+not\s+(?:yet\s+)?[a-z]+|never\s+(?:had\s+)?[a-z]+|{_VERB}))\b"
    r"(?=\s+(?!on\b|in\b|at\b|to\b|as\b|by\b|for\b|over\b|after\b|before\b|during\b|with\b|from\b|into\b|that\b|"
    r"about\b)\w)"
)
#: A day, a year, a comparison: the reporter tells of something that all could see.
_PLACED_IN_TIME = compiled(
    rf"\b(?:{WEEKDAY}|yesterday|today|tonight|(?:1[89]|20)\d\d|(?:this|last|next) "
    r"(?:week|month|year|spring|summer|autumn|fall|winter|season)|January|February|March|April|June|July|August|"
    r"September|October|November|December|percent|per cent|would|will|should|could|can|must|if|since|until)\b|[%?]"
)


def deed_told(words: str) -> re.Match[str] | None:
    """What the sentence tells somebody did or left undone ("Stewards chained the gates", "it has not told them")."""
    match = _DID.match(words)
    if match is None or _PLACED_IN_TIME.search(words):
        return None
    did = match["did"].split()
    if len(did) > 1 and did[-1] == "commented":
        return None
    if "not" in did or "never" in did:
        return match if _OWED.match(did[-1]) else None
    if did[-1] == "left":
        return match if _LEFT.match(words, match.end()) else None
    if did[-1] in ("gave", "given", "paid") and _GAVE.match(words, match.end()):
        return None
    if _OF_THE_MOMENT.match(words, match.start("did")):
        return None
    if did[-1] in _LIGHT and not _OBJECT.match(words, match.end()):
        return None
    return match if _BY_HAND.fullmatch(did[-1]) else None


#: Idioms for what all can see, or for how long something lasted: "took less than a minute", "kept up", "kept refusing".
_OF_THE_MOMENT = compiled(
    r"(?:\w+ ){0,3}?(?:(?:took|taken) (?:less|more|only|just|about|almost|up|over|part|place|office|note|aim|effect)|"
    r"(?:kept|keep) (?:up|[a-z]+ing|on|pace|quiet)|(?:passed|cut) (?:the|a) [a-z]+ (?:increase|bill|act|deal|budget))\b"
)
_GAVE = compiled(
    r"\s+(?:(?:its|his|her|their|final|last) respects|tribute|attention|homage|heed|a visit|rise|way|birth|up|in|"
    r"out|credit|evidence|testimony|notice|thanks|no|little|few|details?|"
    r"an? (?:\w+ )?(?:speech|interview|talk|boost|hint|statement|address|lecture|press|news|nod|wave|update|"
    r"briefing|account|reason))\b"
)
#: Verbs of many idioms ("took aim", "gave rise"): a deed only where they have a thing for their object.
_LIGHT = frozenset(
    "took taken kept made let used held broke drew hit struck moved cut passed followed changed watched".split()
)
_OBJECT = compiled(
    r"\s+(?!a (?:lot|step|look|break|toll|turn|shot|chance|speech|stand|pause|hit|beating|position)\b|(?:the|its|"
    r"his|her|their) (?:weekend|day|week|night|morning|field|pitch|court|train|bus|trouble|view|blame|hint|lead|stage|"
    r"place|time|floor|podium|oath|stand|helm|reins|opportunity|seat|cue|way|distance|promise|word|mind|"
    r"record)\b)"
    r"(?:the|his|her|their|its|an?|two|three|four|five|six|seven|eight|nine|ten|\d|[£$€]|[a-z]+s\b|"
    r"[a-z]+ [a-z]+s\b|money|cash|tea|them|him|food|fuel|"
    r"blood|water|aid|drugs)"
)
_LEFT = compiled(r"\s+(?:the|his|her|their|its|them|him|children|patients|prisoners|passengers)\b")


def by_hand(verb: str) -> bool:
    """Whether a verb tells of something done with one's hands, to things or people."""
    return _BY_HAND.fullmatch(verb) is not None


DONE = compiled(
    r"(?P<who>(?:The|A|An|Its|His|Her|Their|Two|Three|Four|Five|Six|Several|Some|Other|"
    r"One)\s+(?:[\w’'.-]+\s+){1,6}?)"
    r"(?P<did>(?:had|has|have)\s+(?:never\s+|not\s+|repeatedly\s+|twice\s+|deliberately\s+)?been\s+(?:switched|"
    r"turned|disabled|"
    r"removed|deleted|erased|shredded|destroyed|tampered|altered|falsified|concealed|ignored|blocked|locked|cut|"
    r"skipped|backdated|"
    r"told|warned|paid|hidden|withheld|bribed|threatened|covered|forged))\b(?! by\b)"
)


def done_to(words: str) -> re.Match[str] | None:
    """What the sentence tells was done or left undone by nobody named ("The alarm had been switched off")."""
    return None if _PLACED_IN_TIME.search(words) else DONE.match(words)


def acts_alone(who: str) -> bool:
    """Whether a subject is somebody in an office or a trade: "The club", "Two guards at the gate"."""
    head = re.split(r",|\s(?:of|at|from|in|with)\s", who)[0].split()
    while len(head) > 1 and head[-1][0].isupper():
        head.pop()  # "Budget airline Norrsky"
    return bool(head) and ROLE.fullmatch(head[-1]) is not None
