"""Headlines with a clause that the body tells nowhere as a fact: there it is hedged, planned, or contested words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from sayso.check.accused.deeds import deed, wrongs
from sayso.check.context import Context, Sentence
from sayso.check.headlines.hardened import past
from sayso.check.headlines.headclauses import IS, LEAST, LIGHT, clauses, core
from sayso.check.headlines.openwords import Told, Word, body_words, names_of
from sayso.check.headlines.restson import BASE, stems
from sayso.check.headlines.wordsense import alike
from sayso.check.language import ATTACK
from sayso.patterns import compiled
from sayso.types import Span, Statement


@dataclass(frozen=True, slots=True)
class Softer:
    """The sentence that is nearest to a clause of the headline, and what in it keeps the clause from being a fact."""

    clause: str
    how: str
    place: Span
    statement: Statement | None


def softer(context: Context, headline: str) -> Softer | None:
    """The first bare clause of the headline that the body has only hedged, planned or as contested words."""
    bare = list(clauses(context, headline))
    told = list(body_words(context)) if bare else []
    for clause in bare:
        found = _nowhere_plain(context, clause, told)
        if found:
            return found
    return None


def _nowhere_plain(context: Context, clause: str, told: list[Told]) -> Softer | None:
    """The nearest telling of a clause by one of its words that is open or contested wherever it tells of the same."""
    meaning = stems(clause) - LIGHT
    words_of = core(clause, _acting(told))
    names, count = names_of(told), Counter(word.stem for _, words in told for word in words)
    tells = any(verb and not stems(own) & names for own, verb in words_of) or IS.search(clause)
    if len(meaning) < LEAST or not tells:
        return None
    weight = {each: _weight(each, names, count) for each in meaning}
    whole = sum(weight.values())
    future = _FUTURE.search(clause) is not None
    anyway = max(
        (sum(weight[each] for each in {word.stem for word in words if word.plain} & meaning) for _, words in told),
        default=0.0,
    )
    violent = _VIOLENT.search(clause) is not None
    forms = sorted({word.form for _, words in told for word in words if not word.name})
    for own, verb in words_of:
        stem = next(iter(stems(own)), "")
        blamed = violent and stem in names
        if stem not in meaning or (stem in names and not blamed) or not (verb or len(meaning) > LEAST):
            continue
        like = dict(zip(forms, alike(own.lower(), forms), strict=True))
        near, plainly = _tellings(stem, like, stem in count, meaning - {stem}, names, weight, told)
        for size, sentence, word in near:
            if plainly >= _PLAIN * size:
                break
            if blamed:
                if size >= _BLAMED_SHARE * whole and (word.said.act == "accuse" if word.said else word.open):
                    return Softer(clause, word.open or "", sentence.span, word.said)
                continue
            if size < _least(verb, word, plainly) * whole or anyway >= (_TOPICAL if verb else 1) * size:
                break
            if word.said and any(each.status == "confirmed" for each in word.said.standing):
                continue
            if word.open and not (word.planned and (future or not verb or _settled(own, word, clause))):
                return Softer(clause, word.open, sentence.span, word.said)
            predicted = future and word.said is not None and word.said.act == "predict"
            if word.said and not predicted and _contested(context, word.said, clause, own):
                return Softer(clause, "", sentence.span, word.said)
    return None


def _least(verb: bool, word: Word, plainly: float) -> float:
    """What share of a clause a telling must have to be its telling."""
    if verb:
        return _VERB_SHARE if plainly else _UNTOLD_VERB_SHARE
    return _SHARE if plainly or word.open else _UNTOLD_SHARE


def _tellings(
    stem: str,
    like: dict[str, float],
    known: bool,
    others: AbstractSet[str],
    names: frozenset[str],
    weight: dict[str, float],
    told: list[Told],
) -> tuple[list[tuple[float, Sentence, Word]], float]:
    """Where a word is not told plainly, those first that tell most of its clause; and the most that is told plainly."""
    near: list[tuple[float, Sentence, Word]] = []
    plainly = 0.0
    for sentence, words in told:
        for word in words:
            if word.stem != stem and like.get(word.form, 0.0) < (_NEAR if word.plain or known else _ALIKE):
                continue
            if word.plain:
                shared = {each.stem for each in words if each.plain} & others
                plainly = max(plainly, _OWN + sum(weight[each] for each in shared))
            elif (not word.name or stem in names) and (word.stem == stem or not known):
                shared = {each.stem for each in words if not each.plain or each.stem in names} & others
                if shared - names or stem in names or not others - names:
                    near.append((_OWN + sum(weight[each] for each in shared), sentence, word))
    near.sort(key=lambda each: -each[0])
    return near, plainly


def _acting(told: list[Told]) -> frozenset[str]:
    """The forms in -s of the verbs that the body has in -ed or -ing."""
    done = {word.form for _, words in told for word in words if word.form.endswith(("ed", "ing"))}
    bare = {re.sub(r"(?:ed|ing)$", "", form) for form in done}
    return frozenset(f"{each}{end}" for each in bare for end in ("s", "es"))


def _weight(stem: str, names: frozenset[str], count: Counter[str]) -> float:
    if stem in names or stem[0].isdigit():
        return 0.6
    return 1.0 if count[stem] > 2 else 1.4


def _settled(own: str, word: Word, clause: str) -> bool:
    """Whether a plan may be told as it is: the headline says no more, or those who plan it say so themselves."""
    if not _done(own) or _done(word.form) or word.form.endswith("ing"):
        return True
    return (
        word.said is not None and _ANNOUNCED.fullmatch(word.open or "") is not None and _of_oneself(word.said, clause)
    )


def _of_oneself(said: Statement, clause: str) -> bool:
    """Whether those say it of whom the headline tells it."""
    return bool(stems(" ".join(filter(None, [said.source.name, said.source.title]))) & stems(_subject(clause)))


def _done(own: str) -> bool:
    """Whether a word tells a thing as done: a verb's form in -s or -ed."""
    return re.search(r"(?:s|ed)$", own.lower()) is not None or own.lower() in BASE


def _subject(clause: str) -> str:
    """What stands before a clause's first verb, or its first words."""
    words = core(clause)
    first = next((place for place, (_, verb) in enumerate(words) if verb), 4)
    return " ".join(word for word, _ in words[: max(1, min(first, 5))])


def _contested(context: Context, said: Statement, clause: str, own: str) -> bool:
    """Whether others may see it otherwise than those who say it, and it is not they of whom the headline tells it."""
    if _of_oneself(said, clause):
        return False
    if any(each.status in ("denied", "disputed", "unverified") for each in said.standing):
        return True
    if said.act in ("accuse", "criticize", "predict"):
        return True
    if any(_CLAIMS.search(context.text, each.begin, each.end) for each in said.cue):
        return True
    mention = said.source.mention.of(context.text) if said.source.mention else ""
    if _AUTHORITY.search(mention):
        return False
    told = past(clause)
    if said.source.type == "document":
        return _JUDGES.fullmatch(own) is not None
    return bool(next(wrongs(told), None) or deed(told) or ATTACK.search(clause) or _JUDGES.search(clause))


#: How much of a clause a telling must share: by a verb of it, by another word, each also where nothing tells it
#: plainly, and by the name of whoever is blamed for violence.
_VERB_SHARE, _UNTOLD_VERB_SHARE, _SHARE, _UNTOLD_SHARE, _BLAMED_SHARE = 0.4, 0.33, 0.6, 0.5, 0.3
_OWN = 1.4
#: What a plain telling may share of the most that an open one does: with the word, and without it.
_PLAIN, _TOPICAL = 0.75, 1.3
#: Likeness of words: one that may stand for another, and one that tells as plainly.
_ALIKE, _NEAR = 0.65, 0.5
_ANNOUNCED = compiled(r"(?:will|would|set to)", re.IGNORECASE)
_FUTURE = compiled(r"\b(?:to|will|won[’']t|would|about to|set|plans?|coming|next|soon|tomorrow)\b", re.IGNORECASE)
_JUDGES = compiled(
    r"\b(?:fail\w*|hurts?|ruin\w*|wreck\w*|destroy\w*|bankrupt\w*|rob(?:s|bed)?|punish\w*|endanger\w*|harm\w*|lie[sd]?|"
    r"lying|liars?|mislead\w*|misled|betray\w*|scare[sd]?|bull(?:y|ies|ied)|abus\w*|harass\w*|cheat\w*|secretly|hid(?:e|es)?|"
    r"illegal(?:ly)?|unconstitutional|racis\w+|bigot\w*|extremis\w*|incompeten\w+|weak|wrong|false|fake|hoax|sham|chaos|"
    r"broke|violat\w+|ignor\w+|abandon\w*|sabotag\w*|rig(?:s|ged)?|politici[sz]\w+|weaponi[sz]\w+|nothing to do with|"
    r"no idea|worse|worst|disaster\w*|catastroph\w*|threat(?:en)?\w*|danger\w*|steal\w*|stole|murder\w*|guilty)\b",
    re.IGNORECASE,
)
_VIOLENT = compiled(
    r"\b(?:attack\w*|bomb\w*|massacre\w*|behead\w*|shoot\w*|shot|hack\w*|blast\w*|assault\w*|murder\w*|kill\w*|"
    r"poison\w*|assassinat\w+)\b",
    re.IGNORECASE,
)
#: Cues that leave it to whoever says it.
_CLAIMS = compiled(r"\b(?:claim\w*|insist\w*|contend\w*|maintain\w*|alleg\w+|argu(?:e|es|ed|ing)|boast\w*|assert\w*)\b")
#: Whose account of an accident, a crime or a count needs no name in the headline.
_AUTHORITY = compiled(
    r"\b(?:[Pp]olice|authorities|[Ff]irefighters|[Cc]ourts?|[Jj]udges?|rescuers|[Hh]ospitals?|[Cc]oast [Gg]uard|"
    r"[Ss]heriff|officers?|investigators|researchers|scientists|economists|forecasters|meteorologists)\b"
)
