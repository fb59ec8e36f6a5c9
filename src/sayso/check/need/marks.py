"""What shows that a sentence needs no source beside its subject, or needs one most."""

from __future__ import annotations

import re

from sayso.check.language import ATTACK, CONTESTED, FAILING, OPINION, WRONGDOING

#: "Democrats expect a vote", "The mayor opposes it": who thinks so is told, and said it somewhere.
STANCE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )(?<!\bbeing )(?<!\bto )(?<!\bwidely )\b(?:"
    r"expect(?:s|ed)?|plan(?:s|ned)?|intend(?:s|ed)?|want(?:s|ed)?|hope[sd]?|hoping|admit(?:s|ted)?|den(?:y|ies|ied)|"
    r"determined|trying to determine|acknowledge[sd]?|believe[sd]?|thinks?|thought|fear(?:s|ed)|worr(?:y|ies|ied)|"
    r"suspect(?:s|ed)|vow(?:s|ed)|pledge[sd]|promise[sd]|propose[sd]?|support(?:s|ed)|oppose[sd]?|critici[sz]e[sd]?|"
    r"praise[sd]|blame[sd]?|accuse[sd]?|endorse[sd]?|reject(?:s|ed)?|dismisse[sd]|welcome[sd]|condemn(?:s|ed)?|"
    r"call(?:s|ed)|labell?ed|outline[sd]|agree[sd]?|asks?|asked|urge[sd]?|demand(?:s|ed)|demanding|favou?r(?:s|ed)|"
    r"threaten(?:s|ed)|warn(?:s|ed)?)\b"
)
#: What is in the calendar, and what nobody knows yet.
_PLAIN = re.compile(
    r"\b(?:scheduled|due|slated) (?:to|for)\b|\b(?:unclear|not (?:yet |immediately )?(?:known|clear))\b|"
    r"\bwill\b.*\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
)


def needs_none(words: str) -> bool:
    """Whether the sentence tells what its own subject thinks or wants, goes on about a person, tells what is in the
    calendar, or is no sentence: an item of a list, a post, a line set in large type."""
    fragment = not re.match(r"[A-Z0-9$£€]", words) or not re.search(r"[.!][)\]]?$", words) or "@" in words
    person = re.match(r"(?:He|She)\b", words)
    return bool(fragment or person or STANCE.search(words) or _PLAIN.search(words))


def charged(words: str) -> bool:
    """Whether the sentence judges, or speaks of wrong or of harm."""
    return any(each.search(words) for each in (WRONGDOING, FAILING, ATTACK, OPINION, CONTESTED))
