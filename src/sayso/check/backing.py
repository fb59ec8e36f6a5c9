"""How well a story backs its headline: which of its words the body has, how plainly, and on whose word.

The trees are fitted by ``training/headlines.py`` on published headlines, as they are and made harder.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from sayso.attribution.vectors import load as word_vectors
from sayso.check.context import Context
from sayso.check.hardened import past
from sayso.check.language import HEDGE, LEGAL, STOPWORDS, VERB_OF_SAYING, content_words
from sayso.patterns import compiled
from sayso.types import Span

_WORD = compiled(r"[A-Za-z][\w’'-]*")
_LIGHT = STOPWORDS | frozenset(
    "us u.s uk eu mr mrs ms dr one two three first last year years day days week time people just also get gets got "
    "goes go going make makes made take takes took back off still how why who".split()
)
#: Cosine from which two words say nearly the same, and below which a word stands alone.
_NEAR, _ALONE = 0.62, 0.5
_NEGATED = compiled(r"\b(?:not|no|never|neither|nor|without|denie[sd]|deny|refus\w+|fail\w*|reject\w*)\b|n[’']t\b")
_CAUSE = compiled(
    r"\b(?:because|caus\w+|due to|thanks to|led to|leads? to|result\w*|over|after|amid|sparks?|fuel\w*)\b"
)
_DONE = compiled(r"\b(?:will|would|to|plans?|planned|propos\w+|could|may|might|should|if|expected|seek\w*|want\w*)\b")
_SAYS = compiled(
    r"\b(?:says?|said|according|claims?|alleg\w*|accus\w*|reports?|reportedly|sources|tells|told|warns?|urges?|calls?|"
    r"study|poll|survey|finds?|shows?|suggests?|experts?|officials?|believes?|thinks?|vows?|argues?|admits?|denies)\b|[:“\"‘]"
)
#: That a sentence rests on somebody's word; narrower than a cue, which may be a noun.
_SAID = compiled(
    rf"\b(?:{VERB_OF_SAYING}|according to|alleg(?:es?|ed|edly)|accus(?:es?|ed|ing)|claims?|believes?|"
    r"reported|reportedly|estimates?|predict(?:s|ed)|vow(?:s|ed)|urg(?:es?|ed)|denie[sd]|sources)\b"
)
_HARM = ("attack", "kill", "crime", "lie", "destroy", "abuse", "threat", "betray", "illegal", "hide", "wreck", "steal")
_GRADES = (
    ("wound", "injur", "hurt", "target", "attack", "strike", "hit", "shot", "shoot", "critical"),
    ("kill", "dead", "die", "death", "murder", "slain", "fatal"),
    ("accus", "charg", "suspect", "alleg", "investigat", "arrest", "indict", "prob", "question", "suing", "sued"),
    ("convict", "guilt", "sentenc", "jail", "crim", "broke", "violat", "stole", "lied", "hid"),
    ("consider", "propos", "plan", "weigh", "mull", "urg", "seek", "want", "push", "call", "discuss", "debat", "draft"),
    ("pass", "approv", "sign", "ban", "impos", "order", "cancel", "repeal", "scrap", "enact", "end", "fire", "sack"),
    ("link", "associat", "tied", "connect", "correlat", "follow"),
    ("caus", "driv", "trigger", "creat", "mak", "gave", "giv"),
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the body: its stems, and whether it is hedged, attributed, quoted, negated or of the future."""

    span: Span
    stems: frozenset[str]
    rows: npt.NDArray[np.int64]
    hedged: bool
    said: bool
    negated: bool
    open: bool


FEATURES = (
    "words", "mean support", "least support", "verbs", "mean verbs", "least verb", "first verb", "alone", "verbs alone",
    "harm", "harm alone", "names missing", "best", "second", "best early", "best plain", "best said", "best hedged",
    "headline hedged", "headline says", "headline negated", "headline cause", "headline future", "best is hedged",
    "best is said", "best negated", "best is open", "plain over said", "hedges top", "said top", "legal top",
    "legal headline", "length", "sentences", "grade up 1", "grade up 2", "grade up 3", "grade up 4", "hard verb alone",
    "question", "best legal",
)  # fmt: skip


@cache
def _unit() -> tuple[dict[str, int], npt.NDArray[np.int8]]:
    vectors = word_vectors()
    return vectors.row, vectors.table


def _rows(words: list[str]) -> npt.NDArray[np.int64]:
    row, _ = _unit()
    return np.array(sorted({row[word] for word in words if word in row}), dtype=np.int64)


def _normal(rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
    _, table = _unit()
    found = table[rows].astype(np.float32)
    sizes: npt.NDArray[np.float32] = np.linalg.norm(found, axis=1, keepdims=True)
    return np.divide(found, np.maximum(sizes, 1e-9), dtype=np.float32)


def _plain(words: str) -> list[str]:
    found = (re.sub(r"[’']s?$", "", word.lower()) for word in _WORD.findall(words))
    return [word for word in found if word not in _LIGHT and len(word) > 1]


@cache
def acts(word: str) -> bool:
    """Whether a word is a verb's form, as far as forms show: "kills" has "killed" and "killing" beside it."""
    row, _ = _unit()
    if re.search(r"(?:ed|ing)$", word) and word in row:
        return True
    for base in dict.fromkeys([word, re.sub(r"s$", "", word), re.sub(r"es$", "", word), re.sub(r"ies$", "y", word)]):
        stem = base.rstrip("e")
        doubled = stem + stem[-1:]
        pairs = ((stem + "ed", stem + "ing"), (doubled + "ed", doubled + "ing"), (base[:-1] + "ied", base + "ing"))
        if len(base) > 2 and any(one in row and other in row for one, other in pairs):
            return True
    return past(word) != word and word.endswith("s") and word in row


def alike(one: str, others: list[str]) -> list[float]:
    """How near in meaning a word stands to each of ``others``, from 0 to 1; 0 where either is not known."""
    row, _ = _unit()
    known = [word for word in others if word in row]
    if one not in row or not known:
        return [0.0] * len(others)
    near = _normal(np.array([row[word] for word in known])) @ _normal(np.array([row[one]]))[0]
    found = dict(zip(known, near, strict=True))
    return [max(0.0, float(found.get(word, 0.0))) for word in others]


def body_of(context: Context) -> list[_Told]:
    """The sentences of the body, as they bear on a headline."""
    told = []
    for each in context.sentences[:60]:
        words = each.span.of(context.text)
        if len(words) > 900:
            continue
        told.append(
            _Told(
                each.span,
                content_words(words),
                _rows(_plain(words)),
                HEDGE.search(words) is not None,
                _SAID.search(words) is not None or any(mark in words for mark in '"“”'),
                _NEGATED.search(words) is not None,
                _DONE.search(words) is not None,
            )
        )
    return told


def features(headline: str, body: list[_Told]) -> list[float] | None:
    """The features of a headline over a body, in the order of :data:`FEATURES`; None where either is too short."""
    words = list(dict.fromkeys(_plain(headline)))
    if len(words) < 3 or len(body) < 3:
        return None
    known = _rows(words)
    row, _ = _unit()
    place = {int(number): n for n, number in enumerate(known)}
    head = _normal(known)
    own = [(word, next(iter(content_words(word)), word)) for word in words]
    backed = np.zeros((len(words), len(body)))
    for m, told in enumerate(body):
        alike = head @ _normal(told.rows).T if len(told.rows) and len(known) else np.zeros((len(known), 0))
        top = alike.max(axis=1) if alike.shape[1] else np.zeros(len(known))
        for n, (word, stem) in enumerate(own):
            if stem in told.stems:
                backed[n, m] = 1.0
            elif word in row:
                backed[n, m] = min(0.95, max(0.0, float(top[place[row[word]]])))
    support = backed.max(axis=1)
    verbs = [n for n, (word, _) in enumerate(own) if acts(word)]
    alone = [n for n in range(len(words)) if support[n] < _ALONE and (own[n][0] in row)]
    harm = _normal(_rows(list(_HARM)))
    bad = {
        n: float((head[place[row[own[n][0]]]] @ harm.T).max()) if own[n][0] in row else 0.0 for n in range(len(words))
    }
    share = np.where(backed >= _NEAR, backed, 0).mean(axis=0)
    order = np.argsort(-share)
    best = body[int(order[0])]

    def most(kept: list[bool]) -> float:
        return max((float(share[m]) for m in range(len(body)) if kept[m]), default=0.0)

    text = " ".join(words)
    all_stems = frozenset().union(*(told.stems for told in body))
    grades = []
    for low, high in zip(_GRADES[::2], _GRADES[1::2], strict=True):
        up = any(word.startswith(high) for word in words) and not any(stem.startswith(high) for stem in all_stems)
        grades.append(float(up and any(stem.startswith(low) for stem in all_stems)))
    names = [word for word in _WORD.findall(headline)[1:] if word[0].isupper()]
    missing = sum(1 for name in names if content_words(name) and not content_words(name) & all_stems)
    top = body[:4]
    return [
        min(14, len(words)) / 14,
        float(support.mean()),
        float(support.min()),
        min(4, len(verbs)) / 4,
        float(support[verbs].mean()) if verbs else 1.0,
        float(support[verbs].min()) if verbs else 1.0,
        float(support[verbs[0]]) if verbs else 1.0,
        len(alone) / len(words),
        sum(1 for n in alone if n in verbs) / 3,
        max(bad.values()),
        max((bad[n] for n in alone), default=0.0),
        missing / max(1, len(names)),
        float(share[order[0]]),
        float(share[order[1]]),
        most([m < 4 for m in range(len(body))]),
        most([not (told.said or told.hedged) for told in body]),
        most([told.said for told in body]),
        most([told.hedged for told in body]),
        float(HEDGE.search(headline) is not None),
        float(_SAYS.search(headline.lower()) is not None),
        float(_NEGATED.search(headline.lower()) is not None),
        float(_CAUSE.search(headline.lower()) is not None),
        float(_DONE.search(headline.lower()) is not None),
        float(best.hedged),
        float(best.said),
        float(best.negated),
        float(best.open),
        most([not told.said for told in body]) - most([told.said for told in body]),
        sum(told.hedged for told in top) / len(top),
        sum(told.said for told in top) / len(top),
        float(any(LEGAL.search(" ".join(told.stems)) for told in top)),
        float(LEGAL.search(text) is not None),
        min(1.0, len(headline) / 120),
        min(1.0, len(body) / 40),
        *grades,
        max((bad[n] for n in alone if n in verbs), default=0.0),
        float("?" in headline),
        float(LEGAL.search(" ".join(best.stems)) is not None),
    ]


#: How likely a headline must be harder than its story to be asked about.
_LEAST = 0.9
#: From what backing on what the story says too may be told of the future without its source.
_WHOLE = 0.8


def unbacked(context: Context) -> Span | None:
    """The sentence nearest to a headline that seems harder than its story; None for a headline that seems fair."""
    from sayso.check.trees import load

    if context.headline is None:
        return None
    words, body = context.headline.span.of(context.text), body_of(context)
    given = features(words, body)
    if given is None:
        return None
    if load("backing").probability(given) < _LEAST:
        return None
    if given[FEATURES.index("best")] > _WHOLE and given[FEATURES.index("headline future")]:
        return None  # what somebody says that they will do, and the story says so too
    meaning = content_words(words)
    return max(body, key=lambda told: len(meaning & told.stems)).span
