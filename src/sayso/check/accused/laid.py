"""Where a sentence tells that somebody is accused: by whom, of whom, and of which deed, in whatever form it is told.

The form is what is looked for ("accuses A of …ing", "A, whom B accuses of …", "the charge against A that …", "A, B
says, …ed"), not the deed: what people are accused of is without end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.language import DEED, FAILING, WRONGDOING
from sayso.patterns import compiled


@dataclass(frozen=True, slots=True)
class Laid:
    """``begin`` and ``end``: the words that accuse, in the sentence; ``who``: whom, ``did``: what of, as worded;
    ``by``: the words of the sentence before them; ``open``: an accusation by its very word, and not only "said"."""

    begin: int
    end: int
    who: str
    did: str
    by: str
    open: bool


#: A stretch of a sentence without its end: "Sen. Ida Falk (D-Calif.)".
_RUN = r"(?:[^.;:“”\"]|(?<=\b[A-Z])\.|(?<=\b[A-Z][a-z])\.|(?<=\b[A-Z][a-z]{2})\.|(?<=[a-z])\.(?=\)))"
_DOING = r"(?P<did>(?:having |not )?(?:[a-z]+ly )?(?:not )?[a-z-]+ing\b[^;]*)"
_SAYS = (
    r"(?:says?|said|claim(?:s|ed)?|alleg(?:es?|ed)|charge[sd]?|contend(?:s|ed)?|insist(?:s|ed)?|complain(?:s|ed)?|"
    r"testified|believes?|maintain(?:s|ed)?|assert(?:s|ed)?|argue[sd]?|told [\w’' ]{3,40}?|wrote|writes)"
)
_LABEL = r"(?:[Aa]llegations?|[Aa]ccusations?|[Cc]harges?|[Cc]laims?|[Cc]omplaints?)"
_BE = r"(?:(?:has|have|had|having) (?:also |long |been |already )*been|is|was|are|were|being|stands?|stood)"

#: Whom, and then of what.
_PLAIN = (
    compiled(rf"\b(?:[Aa]ccus(?:e[sd]?|ing)|[Ff]ault(?:s|ed|ing)) (?P<who>{_RUN}{{2,110}}?),? (?:of|for) {_DOING}"),
    compiled(rf"\b[Bb]lam(?:e[sd]?|ing) (?P<who>{_RUN}{{2,110}}?) for {_DOING}"),
    compiled(rf"\b(?:[Cc]harg(?:e[sd]?|ing)|[Tt]ax(?:e[sd]|ing)|[Rr]eproach(?:e[sd]|ing)) (?P<who>{_RUN}{{2,110}}?) "
             rf"with (?P<did>having [^;]*|(?:[a-z]+ly )?[a-z]+ing (?:the|a|an|his|her|its|their)\b[^;]*)"),
    compiled(rf"\b(?:{_LABEL}|[Cc]ase)(?: of [^.;,]{{3,60}}?| by [^.;,]{{3,60}}?)? against (?P<who>{_RUN}{{2,90}}?),? "
             rf"(?:that (?:it|he|she|they|(?:the|his|her|its|their) \w+) |"
             rf"(?:of|for) (?=having|[a-z]+ing\b))(?P<did>[a-z][^;]*)"),
)  # fmt: skip
#: Who stands before: "A has been accused by B of …", "A, whom B accuses of …".
_BEHIND = compiled(
    rf"(?P<gap>,? (?:who |which |and )?{_BE} (?:[a-z]+ly |also |now |again )?(?:accused|blamed|faulted)"
    rf"(?: [^.;“”\"]{{3,60}}?)?,? (?:of|for) "
    rf"|,? (?:whom|who|which) [^.;,“”\"]{{3,50}}? (?:has |have |had |also )*(?:accus(?:e[sd]?|ing)|blame[sd]?) of |"
    rf",? whom [^.;,“”\"]{{3,50}}? blame[sd]? for )"
    rf"{_DOING}"
)
#: A clause that tells what somebody did: "B says that A shredded …", "the charge that A …".
_THAT = (
    (True, compiled(rf"\b{_LABEL}(?: (?:by|from|of) [^.;,]{{3,50}}?)?,?(?: made by [^.;,]{{3,50}},)?"
                    rf"(?: is| was| are| were)? that (?P<rest>[^;]{{8,}})")),
    (True, compiled(r"\b(?:alleg(?:e[sd]?|ing)|charg(?:e[sd]|ing)) that,? (?P<rest>[^;]{8,})")),
    (False, compiled(rf"\b{_SAYS}(?: [A-Z][a-z]+day)?(?: that)?,? (?P<rest>[^;]{{8,}})")),
)  # fmt: skip
#: "A, according to B, …ed", "A, B says, …ed", "A, who B says …ed".
_ASIDE = compiled(
    rf"^(?P<who>{_RUN}{{2,70}}?)(?:, according to {_RUN}{{3,70}}?, |, {_RUN}{{3,60}}? {_SAYS}, |"
    rf",? who(?:m)? {_RUN}{{3,60}}? {_SAYS} )(?P<did>(?:had |has |have )?[a-z]+[^;]*)"
)
_HAVING = r"(?:(?:had|has|have|also|then|later|once|never|\w+ly|tried to|helped|went on to) )*"
_AUX = compiled(_HAVING)
_NP = compiled(
    rf"(?P<who>(?:(?:the|an?|its|his|her|their|one|two|some|[A-Z][\w’'-]*[’']s?) )?(?:[\w’'.&-]+ ){{0,5}}?[\w’'.&-]+"
    rf"(?: (?:at|of|in|for|from|on) (?:the |an? |his |her |its |their )?[\w’'-]+(?: [A-Z][\w’'-]+){{0,3}})?"
    rf"(?:, [^,;“”\"]{{3,70}},)?) (?P<aux>{_HAVING})"
)
#: What a charge or an allegation says that somebody did is laid to them, whatever it is.
_DID = compiled(
    r"(?:[a-z]{3,}ed|let|took|taken|gave|given|sold|paid|made|kept|sent|told|hid|hidden|stole|stolen|bought|cut|put|"
    r"left|lost|set|ran|run|drove|threw|broke|broken|led|held|withheld|got|used)\b(?! (?:to|at) [A-Z])"
)
_GRAVE = compiled(
    r"\b(?:shredded|buried|doctored|pocketed|padded|coached|leaked|destroyed|deleted|altered|forged|"
    r"tipped off|punished|"
    r"steered|stole|lied|hid|skimmed|sabotaged|spied|tampered|suppressed|withheld|concealed|erased|bribed|rigged|"
    r"siphoned|embezzled|swindled|looted|smuggled|backdated|falsified|fabricated|plagiarized|plagiarised|groped|"
    r"harassed|bullied|threatened|beat|choked|retaliated|silenced)\b"
)
#: What is no noun or adjective of wrongdoing, and nobody else's deed: "illegal", "fraud", "was beaten".
_VERB = compiled(
    r"(?:[a-z]+ed|lied|stole|hid|knew|beat|stuck|withheld|took|gave|sold|paid|told|made|let|left|cut|broke|spent|"
    r"misled|rigs|lies|steals|cheats|hides)\b",
    re.IGNORECASE,
)
#: What makes any deed a wrong that is told behind it.
_SHADY = compiled(
    r"\b(?:without (?:telling|asking|informing|warning|(?:his|her|their|anyone[’']s) (?:consent|knowledge|permission))|"
    r"on the black market|in (?:exchange|return) for|bribes?|kickbacks?|behind (?:his|her|their) backs?|and lied|"
    r"for (?:his|her|their) own|to (?:hide|cover|silence|mislead|deceive|keep (?:it|them|him|her) quiet))\b"
)
_CLAUSE = compiled(
    r"\b(?:would|will|could|is|are|was|were|has|have|had|been|may|might|should|can|not|that|who|which)\b"
)
_OPENING = compiled(
    r"(?:(?:on|in|at|by|if|when|after|over|from) .*|After|Before|While|Since|Despite|By|With|When|As|"
    r"Although|Though|If|In|But|And)$"
)
_NEVER = compiled(
    r"\b(?:not|no|never|nobody|without|neither|nor|if|whether|would|could|might|may|short of|false(?:ly)?|wrongly|"
    r"unfairly|baseless|absurd|deni\w+|den(?:y|ies)|reject\w*|refut\w+|dismiss\w*|rather than|instead of|wants? to|"
    r"cleared|acquitted|convicted)(?: [\w’'-]+){0,4} $|n[’']t (?:[\w’'-]+ ){0,4}$",
    re.IGNORECASE,
)


def laid(words: str) -> Iterator[Laid]:
    """The accusations that a sentence tells, in no particular order."""
    for pattern in _PLAIN:
        for match in pattern.finditer(words):
            yield from _one(words, match.start(), match.end("did"), match["who"], match["did"], True)
    for match in _BEHIND.finditer(words):
        who = re.split(r"[,;:] |\b(?:that|but|while|as|and|when|because) ", words[: match.start()])[-1]
        yield from _one(words, match.start() - len(who), match.end(), who, match["did"], True)
    aside = _ASIDE.search(words)
    if aside and _wrong(aside["did"]):
        who = re.split(r"\b(?:by|to|with|from|against|and|while|but) ", aside["who"])[-1]
        yield from _one(words, aside.start(), aside.end(), who, aside["did"], False)
    for plain, pattern in _THAT:
        for match in pattern.finditer(words):
            yield from _clause(words, match, plain)


def _one(words: str, begin: int, end: int, who: str, did: str, plain: bool) -> Iterator[Laid]:
    who = who.strip(" ,")
    if who and not _NEVER.search(words[:begin]) and not _OPENING.match(who):
        yield Laid(begin, end, who, did, words[:begin], plain)


def _clause(words: str, match: re.Match[str], plain: bool) -> Iterator[Laid]:
    """Somebody, and straight behind them a word of wrongdoing: "the firm had secretly shredded its notes"."""
    rest = match["rest"].lstrip("“\"‘' ")
    found = sorted([*_wrongs(rest), *(_DID.finditer(rest[:140]) if plain else ())], key=lambda each: each.start())
    for wrong in found:
        told = _NP.fullmatch(rest[: wrong.start()])
        if told is not None and not _CLAUSE.search(_head(told["who"])) and "never" not in told["aux"]:
            yield from _one(
                words, match.start(), match.start("rest") + wrong.end(), told["who"], rest[wrong.start() :], plain
            )
            return
    verb = _DID.search(rest[:100])
    doer = _NP.fullmatch(rest[: verb.start()]) if verb else None
    if verb and doer and not _CLAUSE.search(_head(doer["who"])) and _SHADY.search(rest[verb.end() :][:120]):
        yield from _one(words, match.start(), match.end(), doer["who"], rest[verb.start() :], plain)


def _head(who: str) -> str:
    """Whom it is, without what is told of them between commas."""
    return who.split(", ")[0]


def _wrongs(words: str) -> Iterator[re.Match[str]]:
    for pattern in (WRONGDOING, FAILING, DEED, _GRAVE):
        yield from (each for each in pattern.finditer(words[:140]) if _VERB.match(each.group()))


def _wrong(did: str) -> bool:
    """Whether a verb phrase begins with a wrong."""
    aux = _AUX.match(did)
    place = aux.end() if aux else 0
    return any(each.start() == place for each in _wrongs(did))
