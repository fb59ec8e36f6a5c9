"""Whether those whom somebody accuses are owed an answer in the report: of a wrong, by name or office, and not at war.

An editor does not ask what an army says to each report of a strike, nor what "the Democrats" say to a charge of bad
policy, nor what somebody says who speaks throughout the report, unless a crime is laid to them.
"""

from __future__ import annotations

import re

from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.check.accusations import FOUGHT, OF_DOING
from sayso.check.context import Context, anchor, content_of
from sayso.check.deeds import deed
from sayso.check.language import DEED, FAILING, WRONGDOING, content_words
from sayso.check.offences import offences
from sayso.types import Statement

#: Sentences behind which an accusation is background, as far as no crime is told.
_HEAD = 20
#: Times that somebody speaks in a report who has been heard in it.
_HEARD = 2
#: Kinds of offences that the heard, too, must be let answer.
_CRIMES = frozenset(
    "kill attack sexual theft fraud bribery laundering smuggling spying torture kidnapping extortion poisoning "
    "arson doping plagiarism dumping".split()
)
#: Who charges people with crimes.
_COURT = re.compile(r"\b(?:[Pp]rosecut\w+|indictment|complaint|lawsuit|(?:law)?suit|charges)\b")
#: Bodies of politics and of states, of whose policies there is always somebody who thinks ill, and those at war.
_AT_LARGE = re.compile(
    r"(?:the )?(?:[A-Z][\w’'.-]* )*(?:administrations?|governments?|presidents?|presidency|part(?:y|ies)|democrats?|"
    r"republicans?|gop|congress|"
    r"house|senate|parliament|committees?|white house|tories|conservatives?|liberals?|labour|leaders?|lawmakers?|"
    r"opposition|left|right|media|press|officials?|regimes?|militants?|rebels?|insurgents?|terrorists?|states?|america[’']?s?|country|nations?|west|kremlin|"
    r"washington|moscow|beijing|tehran|pyongyang|brussels|isis|isil|islamic state|al.qaeda|hamas|hezbollah|taliban)",
    re.IGNORECASE,
)
#: Who fights, and what is told of fights.
_ARMED = re.compile(
    r"(?:\w+ )*(?:military|army|troops?|forces|soldiers?|fighters?|militias?|warplanes|jets)", re.IGNORECASE
)
_COMBAT = re.compile(
    r"\b(?:fir(?:ed|ing)|shell\w*|rockets?|missiles?|air ?strikes?|warplanes?|positions?|clash\w*|attack\w*|offensive|"
    r"tanks?|front|advanc\w+|captured|struck|hit)\b"
)
_NO_NAME = re.compile(
    r"\w+[’'](?:ve|re|ll|m|d|t)|(?:That|It|What|There|Here|Who|He|She)[’']s|Rather|Also|Yet|Still|Even"
)
#: "stopped short of accusing", "would not accuse".
_NOT_ACCUSING = re.compile(
    r"\b(?:stop\w* short of|did not|does not|didn[’']t|would not|declin\w+ to|refus\w+ to|without|rather than)"
    r" (?:\w+ ){0,2}$"
)
#: What is not said to have happened: "did not find a conspiracy", "would steal".
_NOT_DONE = re.compile(
    r"(?:\b(?:willing to|would|could|might|may|if|whether|want(?:s|ed)? to|plans? to|no|not|never|without|neither)|"
    r"n[’']t)\b[^.;]*$"
)
#: "a company that officials say is used to …".
_IN_PASSING = re.compile(r"\b(?:that|which|who) (?:the )?$")


def owed(context: Context, statement: Statement, names: list[str]) -> bool:
    """Whether an editor would want an answer of one of those named to what a statement lays to them."""
    words = content_of(statement, context.text)
    if statement.negated or any(
        _NOT_ACCUSING.search(context.text[max(0, cue.begin - 40) : cue.begin]) for cue in statement.cue
    ):
        return False
    told = [
        *(each for pattern in (WRONGDOING, FAILING, DEED, OF_DOING) for each in pattern.finditer(words)),
        deed(words),
    ]
    wrongs = [each for each in told if each and not _NOT_DONE.search(words[: each.start()][-50:])]
    wrongs = [each for each in wrongs if not FOUGHT.search(words[: each.start()])]
    alleged = statement.source.type == "person" and any(
        cue.of(context.text).startswith("alleg") for cue in statement.cue
    )
    if not wrongs and (told[0] or not alleged):
        return False
    mention = statement.source.mention
    if mention and _IN_PASSING.search(context.text[max(0, mention.begin - 12) : mention.begin]):
        return False
    crime = (
        alleged
        or _COURT.search(anchor(statement).of(context.text))
        or any(each.kinds & _CRIMES for part in statement.content for each in offences(context.text, part))
    )
    known = [name for name in names if not _NO_NAME.match(name)]
    combat = _COMBAT.search(words) is not None
    if names and not any(_answerable(name) and not (combat and _ARMED.fullmatch(name)) for name in known):
        return False
    if crime:
        return True
    sentence = context.sentence_at(statement.content[0].begin)
    if sentence is not None and context.sentences.index(sentence) >= _HEAD:
        return False
    wanted = frozenset().union(*(content_words(name) for name in known)) if known else frozenset()
    said = [
        each
        for each in context.statements
        if wanted & content_words(each.source.name or "") and each.id != statement.id
    ]
    return len({anchor(each) for each in said}) < _HEARD


def _answerable(name: str) -> bool:
    plain = re.sub(r"[’']s?$", "", name)
    country = plain[:1].isupper() and (country_of(plain) or demonym_of(plain))
    return not (country or _AT_LARGE.fullmatch(plain))
