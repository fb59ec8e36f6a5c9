"""Whether those whom somebody accuses are owed an answer in the report: of a wrong, by name or office, and not at war.

An editor does not ask what an army says to each report of a strike, nor what "the Democrats" say to a charge of bad
policy, nor what somebody says who speaks throughout the report, unless a crime is laid to them.
"""

from __future__ import annotations

import re

from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.check.accused.accusations import FOR_HARM, FOUGHT, OF_DOING
from sayso.check.accused.answers import inside
from sayso.check.accused.deeds import deed
from sayso.check.accused.offences import offences
from sayso.check.context import Context, anchor, content_of
from sayso.check.language import DEED, FAILING, WRONGDOING, content_words
from sayso.patterns import compiled
from sayso.types import Span, Statement

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
_COURT = compiled(r"\b(?:[Pp]rosecut\w+|indictment|complaint|lawsuit|(?:law)?suit|charges)\b")
#: Bodies of politics and of states, of whose policies there is always somebody who thinks ill, and those at war.
_AT_LARGE = compiled(
    r"(?:the )?(?:[A-Z][\w’'.-]* )*(?:administrations?|governments?|presidents?|presidency|part(?:y|ies)|democrats?|"
    r"republicans?|gop|congress|"
    r"house|senate|parliament|committees?|white house|tories|conservatives?|liberals?|labour|leaders?|lawmakers?|"
    r"opposition|left|right|media|press|officials?|military|agenc(?:y|ies)|intelligence|regimes?|militants?"
    r"|rebels?|insurgents?|terrorists?|states?|america[’']?s?|country|nations?|west|kremlin|"
    r"washington|moscow|beijing|tehran|pyongyang|brussels|isis|isil|islamic state|al.qaeda|hamas|hezbollah|taliban)",
    re.IGNORECASE,
)
#: What a politician must be let answer, whoever charges it.
_PRIVATE = frozenset("sexual theft fraud bribery laundering".split())
#: And what if others than politicians charge it.
_OFFENCES = _CRIMES | frozenset("violation concealment obstruction rigging".split())
_OFFICE = (
    r"(?:[Pp]residents?|[Pp]resident-elect|[Pp]rime [Mm]inister|[Ss]ecretary(?: of [A-Z]\w+)?|[Ss]enators?|Sens?\.|"
    r"Reps?\.|[Rr]epresentative|[Cc]ongress(?:man|woman)|[Gg]overnor|Gov\.|[Ss]peaker|[Cc]andidate|[Nn]ominee|"
    r"[Cc]hancellor|[Ss]pecial [Cc]ounsel|[Aa]ttorney [Gg]eneral|[Dd]emocrat(?:ic)?|[Rr]epublican|[Ll]awmaker)"
)
_POLITICIAN = compiled(
    rf"\b{_OFFICE}(?: [a-z]+)? (?P<before>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]+){{0,2}})|"
    rf"(?P<behind>[A-Z][\w’'-]+), (?:(?:the|an?|its|his|her) )?(?:[\w’'-]+ ){{0,4}}{_OFFICE}\b"
)
#: Who fights, and what is told of fights.
_ARMED = compiled(r"(?:\w+ )*(?:army|troops?|forces|soldiers?|fighters?|militias?|warplanes|jets)", re.IGNORECASE)
_COMBAT = compiled(
    r"\b(?:fir(?:ed|ing)|shell\w*|rockets?|missiles?|air ?strikes?|warplanes?|positions?|clash\w*|attack\w*|offensive|"
    r"tanks?|front|advanc\w+|captured|struck|hit)\b"
)
#: Words alone that name nobody who can be rung.
_NOBODY_IN_PARTICULAR = compiled(
    r"(?:[Tt]he )?(?:[Aa]uthorities|[Jj]udges|[Pp]rotesters|[Gg]angs?|[Ff]riends|[Uu]niversity|[Cc]onvention|[Cc]ourt|"
    r"[Cc]ollege|[Ss]chool|[Tt]roops|[Pp]olice|Daesh|[Cc]rowd)"
)
#: What a parliament or a minister declares of those at war is no charge that awaits an answer.
_PERSON = compiled(r"(?!The )[A-Z][a-z’'-]+ [A-Z][\w’'-]+")
_GENOCIDE = compiled(r"\bgenocid\w+\b", re.IGNORECASE)
_NO_NAME = compiled(
    r"\w+[’'](?:ve|re|ll|m|d|t)|(?:That|It|What|There|Here|Who|He|She)[’']s|Rather|Also|Every|Some|Many|Most|All"
    r"|None|Yet|Still|Even"
)
#: "stopped short of accusing", "would not accuse".
_NOT_ACCUSING = compiled(
    r"\b(?:stop\w* short of|did not|does not|didn[’']t|would not|declin\w+ to|refus\w+ to|without|rather than)"
    r" (?:\w+ ){0,2}$"
)
#: "no smoking gun connecting Holt to the fire".
_NO_SUCH = compiled(r"[“\"‘']?(?:there (?:is|was) )?[“\"‘']?no (?!one\b|longer\b)\w+", re.IGNORECASE)
#: What is not said to have happened: "did not find a conspiracy", "would steal".
_NOT_DONE = compiled(
    r"(?:\b(?:willing to|would|could|might|may|if|whether|want(?:s|ed)? to|plans? to|no|not|never|without|neither)|"
    r"n[’']t)\b[^.;]*$"
)
_NOBODY = compiled(r"(?:no|little|scant) evidence", re.IGNORECASE)
#: "brands claims that his aides …": whoever says so denies it.
_DISMISSES = compiled(r"\b(?:brand|dismiss|reject|deni|deny|rebut|refut|debunk|scoff|disput)\w*")
#: "a company that officials say is used to …".
_IN_PASSING = compiled(r"\b(?:that|which|who) (?:the )?$")


def owed(context: Context, statement: Statement, names: list[str]) -> bool:
    """Whether an editor would want an answer of one of those named to what a statement lays to them."""
    if not _lays_a_wrong(context, statement):
        return False
    combat = _COMBAT.search(content_of(statement, context.text)) is not None
    names = [re.sub(r" [A-Z][a-z]+day$", "", name) for name in names]
    known = [name for name in names if not _NO_NAME.match(name) and (name[:1].islower() or _told_of(context, name))]
    if names and not known:
        return False
    if names and all(_NOBODY_IN_PARTICULAR.fullmatch(name) for name in known):
        return False
    if _GENOCIDE.search(content_of(statement, context.text)) and not any(_PERSON.fullmatch(name) for name in known):
        return False
    if names and not any(_answerable(name) and not (combat and _ARMED.fullmatch(name)) for name in known):
        return False
    wanted = frozenset().union(*(content_words(name) for name in known)) if known else frozenset()
    teller = anchor(statement).of(context.text)
    kinds = {kind for part in statement.content for each in offences(context.text, part) for kind in each.kinds}
    accuser = content_words(f"{statement.source.name} {teller}")
    charged = _COURT.search(teller) is not None or _alleged(context, statement)
    theirs = kinds & _PRIVATE or charged or (kinds & _OFFENCES and not in_politics(context, accuser))
    if in_politics(context, wanted) and not theirs:
        return False
    if kinds & _CRIMES or charged:
        return True
    sentence = context.sentence_at(statement.content[0].begin)
    if sentence is not None and context.sentences.index(sentence) >= _HEAD:
        return False
    said = [
        each
        for each in context.statements
        if wanted & content_words(each.source.name or "")
        and each.id != statement.id
        and context.in_body(each.content[0])
        and not inside(each, statement)
    ]
    return len({anchor(each) for each in said}) < _HEARD


def _told_of(context: Context, name: str) -> bool:
    """Whether a name is that of a person or a body of the report: no nation, no word that only begins a sentence."""
    words = content_words(name)
    parties = context.parties.parties
    if any(each.kind in ("person", "organization") and content_words(each.name) & words for each in parties):
        return True
    inside = re.search(rf"(?<=[a-z,] ){re.escape(name)}\b", context.text)
    return inside is not None and _OF_A_PEOPLE.search(name) is None


_OF_A_PEOPLE = compiled(r"(?:ic|ian|ish|ese|an)s?(?:[’']s?)?$|^[Aa]merica")


def politics_only(context: Context, name: str, places: tuple[Span, ...]) -> bool:
    """Whether somebody in politics is blamed in these sentences, and for nothing that is a crime by itself."""
    kinds = {kind for place in places for each in offences(context.text, place) for kind in each.kinds}
    return not kinds & _PRIVATE and in_politics(context, content_words(name))


def _lays_a_wrong(context: Context, statement: Statement) -> bool:
    """Whether the statement says that a wrong was done, and says so for itself: not of nobody, nor in passing."""
    text, words = context.text, content_of(statement, context.text)
    accusing = not any(_NOT_ACCUSING.search(text[max(0, cue.begin - 40) : cue.begin]) for cue in statement.cue)
    begin = anchor(statement).begin
    aside = statement.source.mention is not None and _IN_PASSING.search(text[max(0, begin - 12) : begin])
    passing = aside or _NOBODY.match(text, begin)
    dismissed = any(_DISMISSES.search(cue.of(text)) for cue in statement.cue)
    if statement.negated or not accusing or passing or dismissed:
        return False
    if _NO_SUCH.match(words):
        return False
    told = [each for pattern in (WRONGDOING, FAILING, DEED, OF_DOING) for each in pattern.finditer(words)]
    told += [match for match in (deed(words), FOR_HARM.match(words) if statement.act == "accuse" else None) if match]
    done = [each for each in told if not _NOT_DONE.search(words[: each.start()][-90:])]
    return any(not FOUGHT.search(words[: each.start()]) for each in done) or (not told and _alleged(context, statement))


def _alleged(context: Context, statement: Statement) -> bool:
    """Whether somebody by name alleges it, whatever it is: "she alleges that he forced her onto a bed"."""
    cues = (cue.of(context.text) for cue in statement.cue)
    return statement.source.type == "person" and any(cue.startswith("alleg") for cue in cues)


def in_politics(context: Context, names: frozenset[str]) -> bool:
    """Whether one of the names stands behind an office or a party in the report: "Senator Falk", "Falk, the mayor"."""
    return any(
        names & (content_words(match["before"] or "") | content_words(match["behind"] or ""))
        for match in _POLITICIAN.finditer(context.story)
    )


def _answerable(name: str) -> bool:
    plain = re.sub(r"[’']s?$", "", name)
    country = plain[:1].isupper() and (country_of(plain) or demonym_of(plain))
    return not (country or _AT_LARGE.fullmatch(plain))
