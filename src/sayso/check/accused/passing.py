"""Whether an accusation is told in passing, as background or of crowds: what a story only mentions was answered then.

A story that accuses somebody itself does so in a main clause: "Holt accused the quarry's director of …". "Moberg, who
was accused of …", "critics have long accused …", "amid claims that …" recall what others told before.
"""

from __future__ import annotations

import re

from sayso.check.context import Context, content_of
from sayso.patterns import compiled
from sayso.types import Statement


def in_passing(before: str) -> bool:
    """Whether the words of a sentence before an accusing verb put it into a clause beside the story."""
    return _BESIDE.search(before) is not None and _WHO_IT_IS_OF.match(before) is None


def stated_in_passing(context: Context, statement: Statement, names: list[str]) -> bool:
    """Whether a statement accuses beside the story, for a crowd or a court, or nobody in particular."""
    text = context.text
    mention = statement.source.mention
    by = mention.of(text) if mention else ""
    if CROWD.search(by) or _COURT.search(by) or _WHOSE.fullmatch(by):
        return True
    if mention is not None and context.quoted(mention.begin):
        return True
    for cue in statement.cue[:1]:
        sentence = context.enclosing(cue)
        opens = context.paragraph_at(sentence.begin) == 0
        if (not opens and in_passing(text[sentence.begin : cue.begin])) or _BEFORE_THAT.match(text, cue.begin):
            return True
        if _PARTICIPLE.match(text, cue.begin) and not text[: cue.begin].rstrip(' ”"').endswith(","):
            return True
    words = content_of(statement, text)
    return bool(names) and all(_nobody(words, name) for name in names)


def _nobody(words: str, name: str) -> bool:
    """Whether the accused are told of as anybody's: "her instructor"."""
    if name[:1].isupper():
        return _IS_NO_NAME.fullmatch(name) is not None
    match = re.search(rf"(?P<of>(?:[\w’'-]+ ){{0,3}}){re.escape(name)}\b", words)
    return match is not None and _ANYBODYS.search(match["of"]) is not None


_IS_NO_NAME = compiled(r"(?:It|That|This|There|They|He|She|We|What|Who)(?:[’'](?:s|re|ve|d))?")
#: "his skydiving instructor", "an aide".
_ANYBODYS = compiled(r"\b(?:his|her|their|its|my|our|any|some|an?) (?:[\w’'-]+ ){0,2}$")
_PARTICIPLE = compiled(r"(?:accus|say|claim|alleg|charg|blam)ing\b")
_BEFORE_THAT = compiled(r"(?:had (?:\w+ )?(?:accused|alleged|blamed|claimed)|(?:has|have) (?:long|repeatedly|often)\b)")
#: A clause that hangs on another: "who accused", "when she accused", "amid claims by rivals that".
_BESIDE = compiled(
    r"\b(?:who|whom|which|that|when|after|before|while|as|since|because|amid|despite|if|although|though|where|"
    r"not be the first time(?: that)?)(?: (?!said\b|says\b|saying\b)[\w’'.-]+){0,3} ?$|\b(?:by|for|of) ?$"
)
#: "Vanja Roth, a nurse who has accused": the sentence is of her who accuses.
_WHO_IT_IS_OF = compiled(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*,? (?:[^,;]{2,40} )?who (?:has |have )?(?:also )?$")
CROWD = compiled(
    r"\b(?:[Cc]ritics|[Oo]pponents|[Pp]laintiffs|[Pp]rotesters|[Dd]emonstrators|[Mm]illions|[Tt]housands|[Hh]undreds|"
    r"[Dd]ozens|[Cc]rowds?|[Dd]etractors|[Rr]ivals|[Ss]keptics|[Cc]onservatives|[Ll]iberals|[Pp]rogressives|"
    r"[Cc]andidates|[Cc]ampaigns|[Cc]ommentators|[Pp]undits|[Vv]oters|[Ss]upporters|[Ss]tate media|[Vv]ideos?|"
    r"[Cc]ables?|Republicans|Democrats|friend of mine)\b"
)
_COURT = compiled(r"\b(?:Circuit|[Cc]ourts?|[Jj]udges?|[Jj]ustices?|[Jj]urors|[Jj]ury)\b")
_WHOSE = compiled(r"(?:his|her|their|its|my|our)", re.IGNORECASE)
