"""A report's statements as numbers: what the network that tells acts sees of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
import numpy.typing as npt

from sayso.attribution import vectors
from sayso.attribution.cues import Cues
from sayso.attribution.negation import negates
from sayso.attribution.signs import Answered
from sayso.attribution.views import View, stem
from sayso.tokens import Remembered

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]

#: Words looked at: as vectors of the content, of the cue and on each side of it, and as words of the content.
CONTENT, CUE, NEAR, WORDS = 40, 8, 4, 60
#: Rows of the table of features, a power of two; row 0 stands for none.
ROWS = 1 << 17
TYPES = ("person", "organization", "document", "anonymous", "unnamed-person", "unnamed-group")
_MARKS = ".,?!:;-—–$%"
_ENDINGS = ("ing", "ed", "ly", "s", "ion", "er")
#: Rows of words without a vector of their own: numbers, marks, and other words by their ending.
STRANGE = 1 + len(_MARKS) + 1 + len(_ENDINGS) + 1
#: How many numbers a statement has beside its words.
SIGNS = len(TYPES) + 9


@dataclass(frozen=True, slots=True)
class Encoded:
    """By index with the statements.

    ``content``, ``cue``, ``near``: rows of word vectors, 0 where there is no word; ``features``: rows of the table of
    features, 0 where there are fewer; ``signs``: plain numbers; ``previous`` and ``following``: index of the statement
    before and after, -1 where there is none; ``same``: (2, statements), whether each of these has the same source.
    """

    content: Integers
    cue: Integers
    near: Integers
    features: Integers
    signs: Floats
    previous: Integers
    following: Integers
    same: Floats


def encode(items: Sequence[View], known: Sequence[str | None], answers: Sequence[Answered], cues: Cues) -> Encoded:
    """``known``: the act that a table gives each cue; ``answers``: what each statement may answer."""
    count = len(items)
    alike = np.array([a.ref.id == b.ref.id for a, b in pairwise(items)], np.float32)
    same = np.zeros((2, count), np.float32)
    same[0, 1:], same[1, : max(0, count - 1)] = alike, alike
    at = np.arange(count)
    signs = [_signs(*each) for each in zip(items, answers, strict=True)]
    return Encoded(
        content=_rows([item.plain[:CONTENT] for item in items], CONTENT),
        cue=_rows([item.core[:CUE] for item in items], CUE),
        near=np.hstack([_rows([i.before[-NEAR:] for i in items], NEAR), _rows([i.after[:NEAR] for i in items], NEAR)]),
        features=_features(items, known, answers, cues),
        signs=np.array(signs, np.float32).reshape(count, SIGNS),
        previous=at - 1,
        following=np.where(at == count - 1, -1, at + 1),
        same=same,
    )


def _signs(item: View, answer: Answered) -> list[float]:
    return [
        *(float(item.ref.type == kind) for kind in TYPES),
        float(item.direct),
        float(item.attribution.how == "continued"),
        float(item.headline),
        float(not item.cue),
        min(len(item.plain), CONTENT) / 20,
        min(answer.shared, 4) / 4,
        float(answer.charged),
        float(answer.negates),
        float(answer.negates and (answer.charged or answer.shared > 1)),
    ]


def _row(word: str) -> int:
    known = vectors.load().row
    for each in (word, "not" if word.endswith("n't") else word.split("'")[0]):
        if each in known:
            return known[each] + 1
    if word[0].isdigit():
        return len(known) + 1
    if not word[0].isalnum():
        return len(known) + 2 + (_MARKS.index(word) if word in _MARKS else len(_MARKS))
    ending = next((i for i, end in enumerate(_ENDINGS) if word.endswith(end)), len(_ENDINGS))
    return len(known) + 3 + len(_MARKS) + ending


def _rows(words: Sequence[Sequence[str]], width: int) -> Integers:
    out = np.zeros((len(words), width), np.int64)
    for i, each in enumerate(words):
        out[i, : len(each)] = [_NUMBERS[word][0] for word in each]
    return out


#: Salts of the features: one for each kind, so that a word in another place is another feature.
_WORD, _STEM, _PAIR, _CUE, _CUE_STEM, _CUE_PAIR, _TOLD = range(1, 8)


def _features(items: Sequence[View], known: Sequence[str | None], answers: Sequence[Answered], cues: Cues) -> Integers:
    """(statements, most features of one): hashed, none twice in a row."""
    words, stems = _hashed([item.plain[:WORDS] for item in items])
    cue, cue_stems = _hashed([item.cue for item in items])
    core, _ = _hashed([item.core for item in items])
    told: list[list[int]] = []
    for i, item in enumerate(items):
        same = bool(i) and items[i - 1].ref.id == item.ref.id
        before = [f"same={same} {bool(item.cue)} {stem(word)}" for word in items[i - 1].core] if same else []
        signs = [crc32(each.encode()) * 7 + _TOLD for each in _told(item, known[i], answers[i], cues)]
        told.append(signs + [crc32(each.encode()) * 7 for each in before])
    rest = np.zeros((len(items), max(map(len, told), default=0)), np.int64)
    for row, each in zip(rest, told, strict=True):
        row[: len(each)] = each
    out = np.hstack(
        [
            _salted(words, 3, _WORD),
            _salted(stems, 3, _STEM),
            _paired(words, 31, 17, _PAIR),
            _salted(cue, 5, _CUE),
            _salted(cue_stems, 5, _CUE_STEM),
            _paired(core, 37, 19, _CUE_PAIR),
            rest,
        ]
    )
    out = np.where(out == 0, 0, 1 + (out ^ (out >> 17)) % (ROWS - 1))
    out.sort(axis=1)
    out[:, 1:][out[:, 1:] == out[:, :-1]] = 0
    return out


def _hashed(texts: Sequence[Sequence[str]]) -> tuple[Integers, Integers]:
    """(texts, words of the longest): the words and their stems, -1 where there is none."""
    width = max(map(len, texts), default=0)
    words, stems = np.full((2, len(texts), width), -1, np.int64)
    for i, each in enumerate(texts):
        if each:
            _, words[i, : len(each)], stems[i, : len(each)] = zip(*map(_NUMBERS.__getitem__, each), strict=True)
    return words, stems


def _salted(words: Integers, times: int, salt: int) -> Integers:
    out: Integers = np.where(words < 0, 0, words * times + salt)
    return out


def _paired(words: Integers, first: int, second: int, salt: int) -> Integers:
    a, b = words[:, :-1], words[:, 1:]
    out: Integers = np.where(b < 0, 0, a * first + b * second + salt)
    return out


def _numbers(word: str) -> tuple[int, int, int]:
    """A word's row among the vectors, and the hashes of itself and of its stem."""
    return _row(word), crc32(word.encode()), crc32(stem(word).encode())


_NUMBERS = Remembered(_numbers)


def _told(item: View, known: str | None, answer: Answered, cues: Cues) -> Iterator[str]:
    """What is seen but single words and pairs of them."""
    core, plain = item.core, item.plain
    yield f"known={known}"
    yield "cue=" + " ".join(core)
    yield f"how={item.attribution.how} {item.direct} {item.headline} {bool(item.cue)}"
    yield f"direct={item.direct}"
    yield f"type={item.ref.type}"
    yield f"shared={min(answer.shared, 4)} {answer.charged} {answer.negates}"
    for at, word in enumerate(plain[:4]):
        yield f"{at}:{word}"
    yield "01:" + " ".join(plain[:2])
    yield "012:" + " ".join(plain[:3])
    for at, word in enumerate(reversed(item.before[-4:])):
        yield f"l{min(at, 2)}:{word}"
    for at, word in enumerate(item.after[:4]):
        yield f"r{min(at, 2)}:{word}"
    if core:
        head = stem(core[0])
        yield f"cf:{head} {plain[0] if plain else ''}"
        yield f"cr:{stem(core[-1])} {item.after[0] if item.after else ''}"
        yield f"cl:{item.before[-1] if item.before else ''} {head}"
        yield f"ct:{head} {item.ref.type}"
    yield from _denying(item, cues)


def _denying(item: View, cues: Cues) -> Iterator[str]:
    """Signs that a content denies: a negation near its start, whose, and words such as "untrue"."""
    plain = item.plain
    for at, word in enumerate(plain[:14]):
        if negates(word, cues):
            near = "start" if at < 5 else "middle"
            subject = next((w for w in plain[:at] if w in cues.self), "")
            yield f"no:{near}"
            yield f"no:{near}:{subject}"
            yield f"no:{near}:{item.core[0] if item.core else ''}"
            yield f"no:{near}:short={len(plain) < 14}"
            yield f"no:{word}:{plain[at - 1] if at else '^'}"
            break
    found = cues.denying.intersection(plain)
    if found:
        yield f"denying={min(len(found), 2)}"
        yield f"denying:short={len(plain) < 14}"
