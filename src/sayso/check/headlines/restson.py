"""What a headline rests on: whose word its words are in the body, and whether the body leaves them open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sayso.check.accused.deeds import deed, wrongs
from sayso.check.context import Context, content_of
from sayso.check.headlines.hardened import past
from sayso.check.language import STOPWORDS, content_words
from sayso.patterns import compiled
from sayso.types import Statement

#: Forms that their endings do not give away.
BASE = {
    "stole": "steal", "stolen": "steal", "steals": "steal", "stealing": "steal", "fled": "flee", "fleeing": "flee",
    "hid": "hide",
    "hidden": "hide", "shot": "shoot", "knew": "know", "known": "know", "lied": "lie", "lying": "lie", "lies": "lie",
    "took": "take", "taken": "take", "sold": "sell", "paid": "pay", "met": "meet", "left": "leave", "lost": "lose",
    "won": "win", "broke": "break", "broken": "break", "drove": "drive", "driven": "drive", "bought": "buy",
    "fell": "fall", "fallen": "fall", "found": "find", "gave": "give", "given": "give", "held": "hold", "kept": "keep",
    "ran": "run", "sent": "send", "spent": "spend", "struck": "strike", "threw": "throw", "thrown": "throw",
    "fought": "fight", "sought": "seek", "taught": "teach", "caught": "catch", "brought": "bring", "bore": "bear",
    "grew": "grow", "grown": "grow", "wrote": "write", "written": "write", "wore": "wear", "rose": "rise",
    "risen": "rise", "died": "die", "dies": "die", "dying": "die", "dead": "die", "death": "die", "deaths": "die",
    "shown": "show",
    "built": "build", "led": "lead", "fed": "feed", "bled": "bleed", "sank": "sink", "sunk": "sink", "tore": "tear",
    "torn": "tear", "withheld": "withhold", "beaten": "beat", "forgot": "forget", "hung": "hang", "slept": "sleep",
}  # fmt: skip


@cache
def stems(words: str) -> frozenset[str]:
    """The words that carry meaning, each in one form: "stole", "stolen" and "steals" are one."""
    found = (re.sub(r"[’']s?$", "", word) for word in re.findall(r"[^\W_]+(?:[’'.,-][^\W_]+)*", words.lower()))
    return frozenset(_plain(BASE.get(word, word)) for word in found if word not in STOPWORDS and len(word) > 1)


def _plain(word: str) -> str:
    """A word without its ending, down to three letters: "jabs" and "jabbed", "fires" and "fired" are one."""
    word = next(iter(content_words(word)), word)
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls" else word


#: Words that fit any headline and so lean on nobody's word.
_ANY = stems(
    "us u.s uk eu mr mrs ms dr one two three first last new old year years day days week weeks month time people man "
    "men woman women just also get gets got go goes going make makes made take takes took back off still how why who "
    "president senator sen rep gov government officials official house white state states country said says say tell"
)


@dataclass(frozen=True, slots=True)
class Resting:
    """``own``: the headline's words that the body has only in what one source says; ``statement`` has most of them."""

    own: frozenset[str]
    statement: Statement


def resting(context: Context, headline: str) -> Resting | None:
    """The one source whose word alone a headline is, where readers would want to know whose it is."""
    meaning = stems(headline) - _ANY
    for own, statements in _alone(context, meaning):
        said = max(statements, key=lambda each: len(meaning & stems(content_of(each, context.text))))
        speaker = " ".join(filter(None, [said.source.name, said.source.title, _mention(context, said)]))
        subject = " ".join(headline.split()[: max(3, len(headline.split()) // 2)])
        nameless = said.source.type in ("anonymous", "unnamed-person")
        if said.act not in _ACTS or (not nameless and stems(speaker) & stems(subject)):
            continue  # the headline's own people tell of themselves
        whole = len(meaning & stems(content_of(said, context.text))) >= _SHARED
        if (whole and _open(context, said, own, headline)) or _why(said, own, headline):
            return Resting(own, said)
    return None


def _open(context: Context, said: Statement, own: frozenset[str], headline: str) -> bool:
    """Whether others may see it otherwise: it is an accusation or denied, or a hard word of somebody in no office."""
    if said.act == "accuse" or any(each.status in ("denied", "disputed", "unverified") for each in said.standing):
        return True
    if _AUTHORITY.search(_mention(context, said)) or said.source.type == "document":
        return False
    told = past(headline)
    wronged = next(wrongs(told), None) or deed(told)
    return wronged is not None or bool(own & stems(" ".join(_HARD.findall(headline))))


def _why(said: Statement, own: frozenset[str], headline: str) -> bool:
    """Whether the reason that a headline gives is that of somebody without a name."""
    cause = _CAUSE.search(headline)
    nameless = said.source.type in ("anonymous", "unnamed-person")
    return nameless and cause is not None and bool(own & stems(headline[cause.end() :]))


def _alone(context: Context, meaning: frozenset[str]) -> Iterator[tuple[frozenset[str], list[Statement]]]:
    """For every source the words of ``meaning`` that the body has in its statements and nowhere else, with these."""
    theirs: dict[str, list[Statement]] = {}
    for each in context.statements:
        if _given(context, each):
            theirs.setdefault(each.source.id, []).append(each)
    left = unsaid(context)
    plain = frozenset[str]().union(*(stems(block.span.of(left)) for block in context.body))
    told = {source: [(each, stems(content_of(each, context.text))) for each in own] for source, own in theirs.items()}
    named = {match.lower() for match in re.findall(r"(?<=[a-z,] )[A-Z][\w’'-]+", left + content_all(context))}
    for source, pairs in told.items():
        others = frozenset[str]().union(
            *(words for other, rest in told.items() if other != source for _, words in rest)
        )
        own = frozenset[str]().union(*(words for _, words in pairs)) & meaning - plain - others - stems(" ".join(named))
        own = frozenset(word for word in own if not word[0].isdigit())
        if own:
            yield own, [each for each, words in pairs if words & own]


def _given(context: Context, statement: Statement) -> bool:
    return context.in_body(statement.content[0]) and bool(statement.cue or statement.source.mention)


def unsaid(context: Context) -> str:
    """The text with all that sources say blanked: same length, same offsets."""
    kept = list(context.text)
    for each in context.statements:
        for span in each.content if _given(context, each) else ():
            kept[span.begin : span.end] = " " * (span.end - span.begin)
    return "".join(kept)


def content_all(context: Context) -> str:
    """What all sources say, in one string."""
    return " ".join(f", {content_of(each, context.text)}" for each in context.statements)


def _mention(context: Context, statement: Statement) -> str:
    return statement.source.mention.of(context.text) if statement.source.mention else ""


_SHARED = 2
#: What a headline says is why: the part that is told by whoever knows.
_CAUSE = compiled(r"\b(?:because of|due to|over|after|amid|thanks to|owing to|as)\b")
#: What is no crime and yet no small thing to say of somebody.
_HARD = compiled(
    r"\b(?:hid(?:e|es|ing|den)?|conceals?|bur(?:y|ies|ied)|secretly|bombshells?|scandals?|lie[sd]?|plot(?:s|ted)?|"
    r"schem(?:e[sd]?|ing)|betray\w*|ruin(?:s|ed)?|wreck(?:s|ed)?|destroy(?:s|ed)?|silenc(?:e[sd]?|ing)|bankrupts?|"
    r"threatens?|endangers?|rage|drunk|drinking|drugs?|addict\w*|dying|incompeten\w+|racis\w+|chaos|starv\w*|"
    r"driv(?:e|es|ing) (?=out|away|from)|drove|mislead(?:s|ing)?|misled|rigs?|rigged|sabotag\w*|bull(?:y|ies|ied)|"
    r"abus\w*|cheat\w*|cover[- ]?ups?|hurts?|hurting|kills?|killing|killed)\b",
    re.IGNORECASE,
)
_ACTS = frozenset(
    ["say", "report", "accuse", "warn", "claim", "criticize", "confirm", "believe", "speculate", "suggest"]
)
#: Whose account of an accident, a crime or a count needs no name in the headline.
_AUTHORITY = compiled(
    r"\b(?:[Pp]olice|officials?|[Mm]inistry|authorities|[Ff]irefighters|[Cc]ourts?|[Jj]udges?|[Aa]gency|[Dd]epartment|"
    r"[Pp]rosecutors?|rescuers|[Hh]ospitals?|[Cc]oast [Gg]uard|[Ss]heriff|officers?|investigators|army|military|"
    r"researchers|scientists|economists|analysts|forecasters|meteorologists|spokes\w+)\b"
)
