"""What shows that a sentence needs no source beside its subject, or needs one most."""

from __future__ import annotations

import re

from sayso.check.days.calendar import WEEKDAY
from sayso.check.language import ATTACK, CONTESTED, FAILING, OPINION, WRONGDOING
from sayso.patterns import compiled

#: "Democrats expect a vote", "The mayor opposes it": who thinks so is told, and said it somewhere.
STANCE = compiled(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bto )(?<!\bwidely )\b(?:"
    r"expect(?:s|ed)?|plan(?:s|ned)?|intend(?:s|ed)?|want(?:s|ed)?|hope[sd]?|hoping|admit(?:s|ted)?|den(?:y|ies|ied)|"
    r"determined|trying to determine|acknowledge[sd]?|believe[sd]?|thinks?|thought|fear(?:s|ed)|worr(?:y|ies|ied)|"
    r"suspect(?:s|ed)|vow(?:s|ed)|pledge[sd]|promise[sd]|propose[sd]?|support(?:s|ed)|oppose[sd]?|critici[sz]e[sd]?|"
    r"praise[sd]|blame[sd]?|accuse[sd]?|endorse[sd]?|reject(?:s|ed)?|dismisse[sd]|welcome[sd]|condemn(?:s|ed)?|"
    r"call(?:s|ed)|labell?ed|outline[sd]|agree[sd]?|asks?|asked|urge[sd]?|demand(?:s|ed)|demanding|favou?r(?:s|ed)|"
    r"threaten(?:s|ed)|warn(?:s|ed)?)\b"
)
#: What the words show by themselves.
MARKS = {
    "accuses": WRONGDOING,
    "fails": FAILING,
    "attacks": ATTACK,
    "opines": OPINION,
    "contested": CONTESTED,
    "stance": STANCE,
    "to come": compiled(r"\b(?:will|would|won[’']t|going to|shall)\b"),
    "may be": compiled(r"\b(?:may|might|could|can|should|must|likely|probably|perhaps|appears?|seems?)\b"),
    "for a reason": compiled(
        r"\b(?:because|since|so that|in order|due to|as a result|therefore|thus|meant to|designed to|aimed)\b"
    ),
    "in the extreme": compiled(
        r"\b(?:most|least|ever|never|always|only|all|every|nothing|everything|too|very|so|deeply|highly|[a-z]{3,}est)\b"
    ),
    "not": compiled(r"\b(?:not|no|nor|neither)\b|n[’']t\b"),
    "compares": compiled(r"\b(?:more|less|fewer|better|worse|than|[a-z]{3,}er than)\b"),
    "is": compiled(r"^[^,;:]{2,80}? (?:is|are) "),
    "had": compiled(r"\bhad\b"),
    "day": compiled(rf"\b{WEEKDAY}\b"),
    "year": compiled(r"\b(?:1[89]|20)\d\d\b"),
    "money or share": compiled(r"[$£€%]|\b(?:percent|per cent|million|billion)\b"),
}
#: Who answers and pays for the text.
_IMPRINT = compiled(
    r"\bsolely responsible for (?:this|the|its|all) content\b|"
    r"\b(?:coverage|reporting) (?:is|was) (?:supported|funded) by\b"
)
#: What is in the calendar or the court's records, and what nobody knows yet.
_PLAIN = compiled(
    r"\b(?:was|were|been) (?:\w+ )?(?:charged with|indicted|convicted|sentenced|arrested)\b|"
    r"\bpleaded (?:not )?guilty\b|\(\d+(?:\.\d+)? ?(?:percent|per cent|%)\)|"
    r"\b(?:scheduled|due|slated) (?:to|for)\b|\b(?:unclear|not (?:yet |immediately )?(?:known|clear))\b|"
    rf"\bwill\b.*\b{WEEKDAY}\b|"
    r"\bwill (?:also |soon |now |try to |have to )?(?:replace|succeed|join|meet|hold|host|question|visit|attend|speak|"
    r"focus|become|face|take (?:part|over|its|his|her)|travel|debut|launch|begin|start|return|insist|present|testify|"
    r"continue|vote|consider|deliver|appear|serve|ask|seek|use|be (?:named|replaced|held|available|able))\b"
)


def needs_none(words: str) -> bool:
    """Whether the sentence tells what its own subject thinks or wants, goes on about a person, tells what is in the
    calendar, is of the text itself, or is no sentence: an item of a list, a post, a line set in large type."""
    fragment = not re.match(r"[A-Z0-9$£€]", words) or not re.search(r"[.!][)\]]?$", words) or "@" in words
    person = re.match(r"(?:He|She)\b", words)
    return bool(fragment or person or any(each.search(words) for each in (STANCE, _PLAIN, _IMPRINT)))


def charged(words: str) -> bool:
    """Whether the sentence judges, or speaks of wrong or of harm."""
    return any(each.search(words) for each in (WRONGDOING, FAILING, ATTACK, OPINION, CONTESTED))


def weighs(words: str) -> bool:
    """Whether the sentence weighs something: what may be, why, more than what, or in the extreme."""
    return any(MARKS[each].search(words) for each in ("may be", "for a reason", "in the extreme", "compares"))
