"""What the words alone say: a linear model over sentences of many reports, told apart by their form, without a reading.

Attributed is what stands before ", officials said." or behind "officials said that"; narration is a sentence without a
word of saying, without quotation marks and without the first person.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from evaluation.attribution_cuts import fits
from sayso.check.learned.words import BUCKETS, rows
from sayso.check.ownvoice.need.candidates import ANOTHERS
from sayso.sentences import sentences
from sayso.types import Span

_SAY = (
    r"(?:said|says|say|argued|argues|argue|believes?|believed|claimed|claims?|alleged|alleges?|warned|warns?|insisted|"
    r"insists?|contends?|contended|predicted|predicts?|estimates?|estimated|noted|notes|acknowledged|suggested|maintains?|"
    r"maintained|added|asserted|testified|concluded|reported|reports)"
)
_BEHIND = re.compile(
    rf"(?P<told>[^“”\"]{{35,}}?), (?:according to [^“”\"]{{3,110}}|(?:[\w’'.-]+ ){{1,7}}?{_SAY}(?: [^“”\"]{{0,40}})?|"
    r"(?:said|says) [^“”\"]{3,90})\."
)
_BEFORE = re.compile(
    rf"(?:But |And |Yet )?(?P<who>[A-Z][^;:“”\"]{{2,80}}?) {_SAY}(?: (?:on|last|late|early) \w+)?(?: that)? "
    r"(?P<told>(?:the|a|an|he|she|they|it|his|her|their|there|this|these|those|some|many|most|[A-Z][\w’'-]+)\b"
    r"[^“”\"]{25,})\."
)
_ACCORDING = re.compile(r"According to [^,“”\"]{3,90}, (?P<told>[^“”\"]{30,})\.")


def told(words: str, rng: random.Random) -> str | None:
    """What the sentence ``words`` attributes, as a sentence of its own; None where its form does not show it."""
    match = _BEHIND.fullmatch(words) or _BEFORE.fullmatch(words) or _ACCORDING.fullmatch(words)
    if match is None:
        return None
    content = match["told"]
    if match.re is _BEFORE and rng.random() < 0.7:
        content = re.sub(r"^(?:he|she|they|it)(?= )", lambda _: match["who"], content)
    content = content[:1].upper() + content[1:]
    if rng.random() < 0.35 and "if " not in content:
        content = re.sub(r"\bwould\b(?! have)", "will", content, count=1)
    return content + "." if fits(content) and not ANOTHERS.search(content) else None


def examples(texts: Iterable[str], rng: random.Random) -> tuple[list[str], list[str]]:
    """Attributed sentences with the attribution cut, and narration."""
    cut, narrated = [], []
    for text in texts:
        for block in re.finditer(r"[^\n]+", text):
            for span in sentences(text, Span(*block.span())):
                words = span.of(text)
                if not 30 < len(words) < 420:
                    continue
                if content := told(words, rng):
                    cut.append(content)
                elif len(words.split()) >= 6 and words[0].isupper() and words[-1] == "." and not ANOTHERS.search(words):
                    narrated.append(words)
    return cut, narrated


def table(texts: Iterable[str], most: int = 160_000) -> tuple[npt.NDArray[np.int8], float]:
    """The weight of each row in whole numbers, and what one is worth in log odds; takes a minute or two."""
    rng = random.Random(3)
    cut, narrated = examples(texts, rng)
    rng.shuffle(narrated)
    print(f"words: {len(cut)} attributed, {len(narrated)} narrated sentences")
    given = [*cut, *narrated[:most]]
    model: Any = LogisticRegression(C=0.02, solver="liblinear", tol=1e-3)
    model.fit(matrix(given), np.arange(len(given)) < len(cut))
    weights = model.coef_[0]
    scale = float(np.abs(weights).max() / 127)
    return np.round(weights / scale).astype(np.int8), scale


def matrix(texts: Iterable[str]) -> Any:
    """One line for each text, with ones in its rows."""
    taken = [rows(text) for text in texts]
    ends = np.cumsum([0, *map(len, taken)])
    flat = np.concatenate([np.array(each, np.int32) for each in taken])
    return sp.csr_matrix((np.ones(len(flat), np.float32), flat, ends), shape=(len(taken), BUCKETS))
