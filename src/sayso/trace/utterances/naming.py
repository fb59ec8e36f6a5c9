"""What was changed between two versions of one utterance, word by word, each change named.

Negations are weighed over the whole of what both versions have: one that moved has reversed nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from sayso.ledger.names import sound
from sayso.trace.types import Change
from sayso.trace.utterances.wording import Word, Wording

#: From the weightiest down; a change is called by the weightiest of its edits.
WEIGHT: tuple[Change, ...] = (
    "reversal", "wrong-speaker", "substitution", "cut-off", "omission", "insertion", "harmless", "same",
)  # fmt: skip

NEGATIONS = frozenset(
    "not no never nobody none nothing nowhere neither nor without hardly scarcely barely cannot".split()
)
_PAIRS = (
    "more less, more fewer, most least, increase decrease, increases decreases, increased decreased, increasing "
    "decreasing, rise fall, rises falls, rose fell, rising falling, up down, above below, over under, before "
    "after, always never, accept reject, accepted rejected, allow forbid, allowed banned, allow ban, allow "
    "prevent, support oppose, supports opposes, supported opposed, win lose, won lost, open close, open closed, "
    "opened closed, start stop, start end, started stopped, begin end, began ended, continue stop, continue halt, "
    "confirm deny, confirmed denied, confirms denies, guilty innocent, strong weak, high low, higher lower, "
    "highest lowest, first last, all none, everyone nobody, everybody nobody, somebody nobody, someone nobody, "
    "everything nothing, something nothing, ever never, some no, any no, with without, for against, true false, "
    "right wrong, safe dangerous, better worse, best worst, good bad, early late, earlier later, buy sell, bought "
    "sold, enter leave, entered left, arrive leave, attack defend, agree disagree, agreed refused, agree refuse, "
    "accept refuse, accepted refused, remember forget, success failure, succeed fail, succeeded failed, inside "
    "outside, north south, east west, friend enemy, friends enemies, war peace, life death, alive dead, many few, "
    "much little, raise cut, raised cut, raise lower, raised lowered, strengthen weaken, strengthened weakened, "
    "prevent cause, prevented caused, protect attack, approve reject, approved rejected, minimum maximum, gain "
    "loss, gains losses, profit loss, full empty, possible impossible, likely unlikely, can cannot, public "
    "secret, both neither, either neither, include exclude, included excluded, hire fire, hired fired, hope fear, "
    "love hate, trust doubt, trust distrust, keep abandon, kept abandoned, stay leave, stayed left, come go, push "
    "pull, near far"
)
_ANYBODY = frozenset("somebody someone everybody everyone anybody something everything ever always some all".split())
_LOCAL = 5  # words replaced at once beyond which a sentence is said anew: a word gained or lost reverses nothing
ANTONYMS = frozenset(frozenset(pair.split()) for pair in _PAIRS.split(", "))
_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis")
#: Left out or put in, these change no meaning.
_LIGHT = frozenset("that the a an of to so well and then ' s".split())
_AUXILIARY = frozenset(
    "do does did is are was were be been being has have had will would shall should can could".split()
)
#: Fitted to the sentence around when direct speech is taken into it.
_FITTED = tuple(
    frozenset(group.split())
    for group in (
        "i me he him she her it we us they them you", "my mine his her hers its our ours their theirs your yours",
        "myself himself herself itself ourselves themselves", "is was are were am be been", "has had have",
        "will would shall", "can could", "may might", "must had", "do does did", "this that", "these those",
        "here there", "now then", "today sunday monday tuesday wednesday thursday friday saturday",
    )
)  # fmt: skip
#: Numbers told as a multiple or a part.
_TIMES = {
    word: number
    for number, group in (
        ("2", "double doubles doubled doubling twice twofold"),
        ("3", "triple triples tripled tripling treble trebles trebled trebling thrice threefold"),
        ("4", "quadruple quadruples quadrupled quadrupling fourfold"),
        ("1/2", "half halve halves halved halving"),
    )
    for word in group.split()
}


@dataclass(frozen=True, slots=True)
class Difference:
    """``a`` and ``b`` are ranges of word positions on either side; an empty range is the place where words are not."""

    kind: Change
    a: tuple[int, int]
    b: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Terms:
    """How two versions relate. ``translated``: two translations of one foreign utterance; ``heard``: neither was made
    from the other; ``fitted``: one of them is taken into a sentence of the reporter's; ``fragment``: one is a phrase.
    """

    translated: bool = False
    heard: bool = False
    fitted: bool = False
    fragment: bool = False


def weightiest(kinds: Sequence[Change]) -> Change:
    return min(kinds, key=WEIGHT.index, default="same")


def differences(a: Wording, b: Wording, terms: Terms) -> list[Difference]:
    """Every difference between the versions, in order; none where the words are the same."""
    blocks = _blocks(a, b)
    kept = [block for block in blocks if not _at_edge(block, a, b)]
    balance = sum(_negations(b.words[y:z]) - _negations(a.words[w:x]) for w, x, y, z in kept)
    swapped = _swapped(kept, a, b)
    if terms.heard and sum(w < x and y < z for w, x, y, z in blocks) > 1:
        terms = replace(terms, translated=True)  # said anew all over: two hearings or translations of one utterance
    found = []
    for block in blocks:
        kind = "reversal" if block in swapped else _name(block, a, b, terms, balance)
        found.append(Difference(kind, (block[0], block[1]), (block[2], block[3])))
    return found


Block = tuple[int, int, int, int]


def _blocks(a: Wording, b: Wording) -> list[Block]:
    """Stretches that differ; a single light word that stands between two of them goes with them."""
    opcodes = Levenshtein.opcodes(a.norms, b.norms)
    out: list[Block] = []
    for op in opcodes:
        if op.tag == "equal":
            continue
        here = (op.src_start, op.src_end, op.dest_start, op.dest_end)
        if out and out[-1][1] == here[0] and out[-1][3] == here[2]:
            out[-1] = (out[-1][0], here[1], out[-1][2], here[3])
        else:
            out.append(here)
    return out


def _at_edge(block: Block, a: Wording, b: Wording) -> bool:
    """One side has nothing here, at the utterance's beginning or end: one version is shorter."""
    begin_a, end_a, begin_b, end_b = block
    if begin_a < end_a and begin_b < end_b:
        return False
    return (begin_a == 0 and begin_b == 0) or (end_a == len(a.words) and end_b == len(b.words))


def _negations(words: Sequence[Word]) -> int:
    return sum(word.norm in NEGATIONS for word in words)


def _name(block: Block, a: Wording, b: Wording, terms: Terms, balance: int) -> Change:
    begin_a, end_a, begin_b, end_b = block
    ours, theirs = a.words[begin_a:end_a], b.words[begin_b:end_b]
    if _shown(block, a, b):
        return "harmless"
    if ours and theirs:
        return _replaced(ours, theirs, terms, balance)
    words = ours or theirs
    if all(word.norm in _LIGHT for word in words):
        return "harmless"
    edge = _at_edge(block, a, b)
    if (
        not edge
        and balance
        and _negations(words)
        and all(word.norm in NEGATIONS or word.norm in _AUXILIARY or not word.content for word in words)
    ):
        return "reversal"
    if edge and terms.fragment:
        return "harmless"  # a phrase taken into a sentence claims to be no more
    if edge and terms.heard and _whole_sentences(block, a, b):
        return "harmless"  # who was there may quote more of it or less
    last = end_a == len(a.words) and end_b == len(b.words)
    if last and ours:
        return "cut-off"
    if edge and (terms.fitted or terms.translated) and not any(word.content for word in words):
        return "harmless"
    if terms.translated and not edge and sum(word.content for word in words) <= 1:
        return "harmless"
    return "omission" if ours else "insertion"


def _whole_sentences(block: Block, a: Wording, b: Wording) -> bool:
    begin_a, end_a, begin_b, end_b = block
    longer, begin, end = (a, begin_a, end_a) if begin_a < end_a else (b, begin_b, end_b)
    return begin in longer.starts and end in longer.starts


def _shown(block: Block, a: Wording, b: Wording) -> bool:
    """The place is marked: dots for what was left out, brackets round what was put in."""
    begin_a, end_a, begin_b, end_b = block
    ours, theirs = a.words[begin_a:end_a], b.words[begin_b:end_b]
    if (theirs and all(word.bracketed for word in theirs)) or (ours and all(word.bracketed for word in ours)):
        return True
    return (not theirs and _dotted(a, begin_a, end_a, b, begin_b)) or (
        not ours and _dotted(b, begin_b, end_b, a, begin_a)
    )


def _dotted(full: Wording, begin: int, end: int, short: Wording, at: int) -> bool:
    """Whether dots in ``short`` mark the place; the words left out may be told from either of two equal words."""
    if at in short.gaps:
        return True
    back = 0
    while back < begin and full.words[begin - back - 1].norm == full.words[end - back - 1].norm:
        back += 1
        if at - back in short.gaps:
            return True
    ahead = 0
    while end + ahead < len(full.words) and full.words[begin + ahead].norm == full.words[end + ahead].norm:
        ahead += 1
        if at + ahead in short.gaps:
            return True
    return False


def _replaced(ours: Sequence[Word], theirs: Sequence[Word], terms: Terms, balance: int) -> Change:
    x, y = [word.norm for word in ours], [word.norm for word in theirs]
    if "".join(x) == "".join(y) or (len(x) == len(y) and all(sound(p) == sound(q) for p, q in zip(x, y, strict=True))):
        return "harmless"
    if max(len(x), len(y)) <= _LOCAL:
        left, right = _more_in(x, y), _more_in(y, x)
        opposed = any(_opposed(p, q) for p in left - NEGATIONS for q in right - NEGATIONS)
        denied = balance % 2 == 1 and (_negations(ours) > 0) != (_negations(theirs) > 0)
        if opposed != denied or (denied and left | right <= NEGATIONS | _ANYBODY):
            return "reversal"  # "unlikely" for "not likely" turns twice
    if len(x) == len(y) and sorted(x) == sorted(y):
        return "harmless"
    if all(word in _LIGHT for word in (*x, *y)):
        return "harmless"
    if terms.fitted and len(x) == len(y) and all(p == q or _fits(p, q) for p, q in zip(x, y, strict=True)):
        return "harmless"
    if terms.translated and not _numbers(x) ^ _numbers(y):
        return "harmless"
    return "substitution"


def _more_in(x: Sequence[str], y: Sequence[str]) -> set[str]:
    """The words that stand more often in ``x``; both are short."""
    return {word for word in x if x.count(word) > y.count(word)}


def _numbers(words: Sequence[str]) -> frozenset[str]:
    return frozenset(_TIMES.get(word, word) for word in words if (word[0].isdigit() and word != "1") or word in _TIMES)


def _fits(p: str, q: str) -> bool:
    if any(p in group and q in group for group in _FITTED):
        return True
    return min(len(p), len(q)) > 3 and p[:4] == q[:4] and abs(len(p) - len(q)) <= 3


@lru_cache(maxsize=65536)
def _opposed(p: str, q: str) -> bool:
    if frozenset((p, q)) in ANTONYMS:
        return True
    long, short = (p, q) if len(p) > len(q) else (q, p)
    if len(short) > 3 and any(long == prefix + short for prefix in _PREFIXES):
        return True
    return long.endswith("less") and short.endswith("ful") and long[:-4] == short[:-3]


def _swapped(blocks: Sequence[Block], a: Wording, b: Wording) -> set[Block]:
    """Two replacements that put one's words in the other's place: roles changed about."""
    found: set[Block] = set()
    sides = [
        (
            (begin_a, end_a, begin_b, end_b),
            tuple(norm for norm in a.norms[begin_a:end_a] if norm not in _LIGHT),
            tuple(norm for norm in b.norms[begin_b:end_b] if norm not in _LIGHT),
        )
        for begin_a, end_a, begin_b, end_b in blocks
        if begin_a < end_a and begin_b < end_b
    ]
    for n, (block, ours, theirs) in enumerate(sides):
        for other, their_ours, their_theirs in sides[n + 1 :]:
            if ours and theirs and ours == their_theirs and theirs == their_ours:
                found |= {block, other}
    return found
