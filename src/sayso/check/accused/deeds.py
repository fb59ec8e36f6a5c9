"""Plain assertions that somebody did wrong, told from the words of one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.language import DEED, FAILING, HEDGE, LEGAL, MODAL, ROLE, WRONGDOING
from sayso.patterns import compiled


def actor_before(words: str, place: int) -> bool:
    """Whether a name, a pronoun or a role ("the ferry's owner") stands straight before the verb at ``place``."""
    head = _AUXILIARY.sub("", words[:place])
    if re.search(r"(?:^|[\s(“\"’'])(?:[A-Z][\w’'-]*[a-z][\w’'-]*|[A-Z]{2,}|[Hh]e|[Ss]he|[Tt]hey),?\s*$", head):
        return True
    last = re.search(r"([\w’'-]+),?\s*$", head)
    return last is not None and ROLE.fullmatch(last[1]) is not None


_GOING_ON = compiled(r"\b(?:is|are|was|were|been|of|by|for|from|admitted|denied|kept|began|started)\s+(?:\w+ly\s+)?$")

_AUXILIARY = compiled(r"(?:\b(?:had|has|have|is|are|was|were|had been|has been|also|\w+ly)\s+)+$")

#: Nouns that look like words of saying: "buried the report", "no warning", "the United States".
NOUNS = compiled(
    r"\b(?:an?|the|its|his|her|their|of|this|that|these|those|all|any|no|annual|safety|without|United|other|"
    r"\w+[’']s?)\s+"
    r"(?:[a-z]+\s+)?(?:reports?|claims?|comments?|warnings?|statements?|stud(?:y|ies)|polls?|surveys?|calls?|notes?|"
    r"promises?|states?|posts?|sources?|witness(?:es)?|thoughts?|quotes?)\b(?!\s+(?:\w+ly\s+)?(?:f[oi]u?nd|"
    r"sh[oe]w|that))",
)


def hedged(words: str) -> bool:
    """Whether the sentence leaves its claim open; "the safety report" hedges nothing."""
    return HEDGE.search(NOUNS.sub(" ", words)) is not None


def claims_wrong(words: str) -> re.Match[str] | None:
    """A plain assertion that somebody did wrong: an actor straight before the verb of wrongdoing."""
    if hedged(MODAL.sub(" ", words)) or "?" in words:
        return None
    if LEGAL.search(words):
        told = deed(words)
        closed = told is None or LEGAL.search(words[: told.start()]) or _OPEN.search(words) or hedged(words)
        return None if closed else told
    for match in wrongs(words):
        if DENIED.search(words[: match.start()]):
            continue
        verb = match.group() if not match.group().endswith("ly") else words[match.end() :].lstrip()
        done = re.match(
            r"\w*(?:ed|ing|en|id|ole|ook|ew|eld|oke|eat|hot|an|urnt|ove|ixed|pent|ut|pat|old|new|nown|was|were|"
            r"been|is|are)\b",
            verb,
            re.IGNORECASE,
        )
        done = done or (
            re.match(r"[a-z]+s\b(?! (?:of|in|by|and|at|are|were|is|was)\b)", verb)
            if _PRESENT.fullmatch(match.group()) and _doing(words, match)
            else None
        )
        suffered = not match.group().endswith("ing") and re.search(
            r"\b(?:was|were|had been|has been)\s+(?:\w+ly\s+)?$", words[: match.start()]
        )
        if hedged(words[: match.start()]) or (suffered and not WRONGDOING.fullmatch(match.group())):
            continue  # bullied, delayed, destroyed: by whom?
        if _BY_NOBODY.search(words[: match.start()]):
            continue  # "the ministry's delayed answer", "raids destroyed": no person did it
        before = words[: match.start()]
        if (
            suffered
            and not re.match(r"[^.;,]{0,40}?\bby\b", words[match.end() :])
            and WRONGDOING.fullmatch(match.group())
        ):
            continue
        bare = re.match(r"\w+en\b", match.group()) and not re.search(
            r"\b(?:has|have|had|was|were|been)\s+(?:\w+ly\s+)?$", before
        )
        if bare:
            continue  # "remains hidden"
        subject = actor_before(words, match.start()) or _subject(before) or _second_verb(before) or _own_clause(before)
        if done and subject:
            return match
        if suffered and WRONGDOING.fullmatch(match.group()) and re.match(r"[^.;,]{0,40}?\bby\b", words[match.end() :]):
            return match
    told = deed(words)
    return told if told and not hedged(words[: told.start()]) else None


def wrongs(words: str) -> Iterator[re.Match[str]]:
    """Words of wrongdoing and failing, but not a noun like "the spying programme"."""
    for pattern in (WRONGDOING, FAILING):
        for match in pattern.finditer(words):
            noun = re.match(r"\w+ing\b", match.group()) and not _GOING_ON.search(words[: match.start()])
            if not noun:
                yield match


def deed(words: str) -> re.Match[str] | None:
    """What somebody is told to have done that they will hardly admit, where the sentence tells it as its own matter."""
    return next(
        (
            match
            for match in DEED.finditer(words)
            if _main(words[: match.start()])
            and not _NOUN_OR_PARTICIPLE.search(words[: match.start()])
            and not _FINITE.search(words[: match.start()][-60:])
            and not (match.group() == "ignored" and words[match.end() :].startswith(" by "))
            and not _SUFFERED.search(words[: match.start()])
            and not DENIED.search(words[: match.start()])
        ),
        None,
    )


#: What stands before a participle, or before a verb whose doer is no person whom the report could wrong.
_BY_NOBODY = compiled(
    r"[’']s\s+$|\b(?:raids?|strikes?|air ?strikes?|bombs?|blasts?|explosions?|storms?|hurricanes?|tornado(?:e?s)?|"
    r"floods?|fires?|wildfires?|flames|earthquakes?|quakes?|tsunamis?|winds?|waves?|gunm[ae]n|shooters?|attackers?|"
    r"assailants?|bombers?|rioters?|"
    r"(?:raids?|strikes?|bombs?|blasts?|fires?|storms?) (?:in|on|near|at) [^.;:]{2,60})\s+$",
    re.IGNORECASE,
)

_PRESENT = compiled(r"rigs|lies to|steals|cheats|poisons|bribes|exploits|abuses|bullies|hides|misleads", re.IGNORECASE)


def _doing(words: str, match: re.Match[str]) -> bool:
    """Whether a present-tense verb stands straight after a singular subject: "The factory poisons the river"."""
    return (
        actor_before(words, match.start())
        and re.match(r"\s+(?:the|its|his|her|their|an?|[a-z]+s)\b", words[match.end() :]) is not None
    )


def _own_clause(before: str) -> bool:
    """Whether the verb has a subject of its own after "and": "and the players in it knew"."""
    clause = re.split(r"(?:,|;| and| but) (?=(?:the|its|his|her|their|they|he|she) )", before)
    return (
        len(clause) > 1
        and 1 <= len(clause[-1].split()) <= 6
        and re.search(r"\b(?:of|to|by|for|and|the|an?)\s+$", clause[-1]) is None
    )


def _second_verb(before: str) -> bool:
    """Whether the verb is the second of the sentence's subject: "The contractor skimped on steel and bribed …"."""
    return re.match(
        r"(?:(?:The|A|An|Its|Their|His|Her) (?:[\w’'-]+ ){1,4}?|(?:[A-Z][\w’'-]+ ){1,3})(?:[a-z]+(?:ed|ook|old|ept|"
        r"aid|ent|"
        r"ade|ew|ot|oke|ole|ave|ut|et))\b[^;:]{0,90}?(?:,? and|,)\s+(?:then |later |also )?$",
        before,
    ) is not None and _main(before)


#: A verb that the sentence has already: "Deepfakes are videos doctored …", "were discovered shot dead".
_FINITE = compiled(
    r"\b(?:(?:is|are) \w+\s+$|(?:is|are|was|were) \w+(?:ed|en)\s+$|[Ss]ee how\b|(?:temptation|"
    r"desire|need|right|chance)\s+$)"
)
#: "just a block from", "gave a shot of": no verb stands after an article.
_NOUN_OR_PARTICIPLE = compiled(r"\b(?:an?|the|this|that|these|his|her|its|their|of|no|long|much)\s+$")


def _subject(before: str) -> bool:
    """Whether the words before a verb are a short subject at the head of the sentence: "Nurses at the jail"."""
    return (
        1 <= len(before.split()) <= 8
        and before[0].isupper()
        and not _FINITE.search(before)
        and _main(before)
        and not re.search(
            r"[,;:]|\b(?:the|an?|of|in|by|for|his|her|its|their|and|or|with|from|as|more|other)\s+$", before
        )
    )


def _main(before: str) -> bool:
    """Whether the words before a deed begin the sentence and name who did it: no clause about a time long gone."""
    return re.match(r"(?:The |A |An |Its |Their |His |Her )?[A-Z0-9a-z]", before) is not None and not re.search(
        r"\b(?:after|when|before|since|if|whether|who|which|that|because|by|would|will|must|should|can)\b"
        r"[^,]{0,25}$|\bto\s+$|\b(?:1[89]|20)\d\d\b",
        before,
    )


#: "She was fatally shot": told of her who suffered it, and of nobody who did it.
_SUFFERED = compiled(r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?$")

#: A sentence with one of these says itself that the matter is open, or closed by a court.
_OPEN = compiled(
    r"\b(?:alleg|accus|suspect|charg|convict|sentenc|claim|arrest|trial|plead|pled|indict|rul|testif|court|"
    r"prosecut)\w*",
    re.IGNORECASE,
)

DENIED = compiled(r"\b(?:not|never|no one|nobody|none|neither|denied)\b|n[’']t\b", re.IGNORECASE)

#: Words of the law that leave a claim a claim: "before the trial", "a contract act".
STAGES = compiled(
    r"\b(?:drug |clinical |medical |vaccine )?trials? of (?:its|an?|the|new)\b|\b(?:bills?|acts?|laws?|"
    r"polic(?:y|ies)|bans?|banned|sanctions?|sanctioned|commissions?|fears?|concerns?)\b",
    re.IGNORECASE,
)
