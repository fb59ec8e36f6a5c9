"""Why somebody did something, told as if the reporter had been in their head: "because the owners feared the vote"."""

from __future__ import annotations

import re

from sayso.patterns import compiled

#: Whose mind it is: a pronoun, a name, a group or body.
_PARTY = (
    r"(?:he|she|they|it|(?:the|his|her|its|their|some|many|most) (?:[\w’'-]+ ){0,2}[\w’'-]+|"
    r"(?:(?:Mr|Mrs|Ms|Sen|Rep|Gov)\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}|[a-z]+s)"
)
#: What goes on in it, or what it is out to do.
_MIND = (
    r"(?:(?:only|simply|really|secretly|merely|badly|just|also|never|long|no longer|still) )?(?:"
    r"(?:want(?:s|ed)|need(?:s|ed)|hop(?:es|ed)|long(?:s|ed)|sought|seeks|aim(?:s|ed)|mean[st]?|intend(?:s|ed)|"
    r"plan(?:s|ned)) "
    r"(?:to|no|[A-Z]\w+ (?:to|out|gone)|(?:it|them|him|her|the [a-z]+) (?:to|gone|out|back|for))|"
    r"(?:did|do|does)(?: not|n[’']t) (?:want|care|like|dare|trust|wish|mind)|(?:was|were|is|are) (?:too )?(?:afraid|"
    r"scared|"
    r"jealous|desperate|eager|anxious|bent|out to|keen|tired of|angry|bitter|terrified|loath|unwilling|ashamed|"
    r"embarrassed|determined|trying|hoping|looking to|seeking|dragging|stalling|hiding|protecting|playing|using|"
    r"counting on|betting|beholden|in (?:thrall|hock|the (?:pay|pocket)))|"
    r"fear(?:s|ed)|care[sd]? (?:more|only|little|nothing)|hate[sd]?|despise[sd]?|resent(?:s|ed)|dislike[sd]?|"
    r"dread(?:s|ed)|dared not|could not (?:bear|stand|stomach|be bothered)|ha[sd] (?:something|much|"
    r"a lot) to (?:hide|lose|gain)|"
    r"stood to (?:gain|lose|profit)|stands to (?:gain|lose|profit)|owe[sd]?|prefer(?:s|red)|refuse[sd]? to|"
    r"(?:kept|keeps?) (?:dragging|stalling|blocking|changing|moving|adding|making))"
)
_BECAUSE = compiled(
    rf"\b(?P<what>(?:because|since(?= [a-z]+ (?:want|fear|did not))|as(?= [a-z]+ (?:feared|"
    rf"wanted no))) {_PARTY} {_MIND})\b"
)
#: "Desperate to hide …, Falk": a mind before its name.
_MINDED = compiled(
    r"^(?:But |And |Yet )?(?P<what>(?:Desperate|Determined|Anxious|Eager|Loath|Keen|Unwilling|Afraid|Bent on|"
    r"Ashamed|Fearful|Fearing|"
    r"Stung|Bitter|Jealous|Resentful|Indifferent|Heedless|Blind|Giving (?:him|her|it|them)sel(?:f|ves)|Pandering|"
    r"Caving|Bowing|"
    r"Kowtowing|Playing to|Trading on|Cashing in)\b[^.;:“”\"]{3,70}?), "
    r"(?=(?:the|its|his|her|an?) |[A-Z])"
)
_TOLD = compiled(
    r"\?|\b(?:if|whether|could|may|might|would|should|said|says?|told|argu\w+|accus\w+|alleg\w+|critic\w*|opponents?|"
    r"claim\w*|charg\w+|convict\w+|court|jury|judge|prosecut\w+|appear\w*|seem\w*|apparent\w*|perhaps|suspect\w*|"
    r"according|believ\w+|suggest\w*|theor\w+|speculat\w+|not because|only because|partly|in part|likely|"
    r"probably|explain\w*|complain\w*|cit(?:es|ed|ing)|report(?:s|ed|edly)|denied|denies|poll\w*|survey\w*)\b",
    re.IGNORECASE,
)
_BEHIND = compiled(r"\b(?:said|says?|told|according|critics|alleg\w+|argu\w+|accus\w+|prosecutors|court)\b|\?")
#: What one may well know of oneself and tell the reporter of.
_OWN = compiled(r"\b(?:I|we|you|my|our|your)\b")


def reason(words: str) -> tuple[int, int] | None:
    """Where a sentence tells what somebody wanted, feared or was out to do as the reason of what they did."""
    if _OWN.search(words):
        return None
    for pattern in (_BECAUSE, _MINDED):
        match = pattern.search(words)
        if match and not _TOLD.search(words[: match.end("what")]) and not _BEHIND.search(words[match.end("what") :]):
            return match.span("what")
    return None
