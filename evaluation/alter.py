"""Makes altered copies of a report with known truth: cut, lightly edited, spun by synonyms, as if translated and
back.

Synonyms come from the WordNet 3 database files (``dict`` folder; Debian package wordnet-base puts them under
``/usr/share/wordnet``). A spinner of this kind replaces words one by one, mostly leaves names, numbers and often
quotations, and inflects badly, as real ones do. ``back`` models translation there and back: most words that can
change do, clauses move within their sentence, sentences are joined, split and dropped, quotations are reworded too.
No translation model stands behind it, so figures on ``back`` say less than figures on texts that were really
translated.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

KINDS = ("cut", "light", "spun20", "spun40", "back")

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+(?=[\"“]?[A-Z])")
_FUNCTION = {
    "but": ("however", "yet"),
    "also": ("likewise", "too"),
    "after": ("following", "once"),
    "before": ("ahead of", "prior to"),
    "because": ("since", "as"),
    "about": ("around", "roughly"),
    "said": ("stated", "declared", "indicated", "noted"),
    "told": ("informed", "let know"),
    "says": ("states", "declares"),
    "many": ("numerous", "a lot of"),
    "most": ("the majority of",),
    "could": ("might", "was able to"),
    "would": ("was going to", "should"),
    "who": ("that",),
    "which": ("that",),
    "while": ("whereas", "as"),
    "more": ("further", "additional"),
    "over": ("concerning", "above"),
    "several": ("various",),
    "against": ("in opposition to",),
    "during": ("in the course of",),
    "between": ("among",),
    "last": ("past",),
    "will": ("is going to", "shall"),
    "has": ("possesses",),
    "had": ("possessed",),
    "from": ("out of", "coming from"),
    "by": ("through", "on the part of"),
    "for": ("on behalf of", "to the benefit of"),
    "in": ("within", "inside"),
    "on": ("upon",),
    "to": ("toward",),
    "with": ("together with", "along with"),
    "not": ("never",),
    "an": ("one",),
    "a": ("one",),
    "the": ("this", "that"),
    "is": ("remains", "constitutes"),
    "was": ("had been", "remained"),
    "were": ("had been",),
}


class Thesaurus:
    """Words that a spinner would put in a word's place."""

    def __init__(self, folder: Path) -> None:
        self._near: dict[str, list[str]] = defaultdict(list)
        for part in ("noun", "verb", "adj", "adv"):
            self._load(folder / f"data.{part}", folder / f"index.{part}")

    def _load(self, data: Path, index: Path) -> None:
        synsets: dict[str, list[str]] = {}
        above: dict[str, str] = {}
        below: dict[str, list[str]] = defaultdict(list)
        for line in data.read_text("utf8").splitlines():
            if line.startswith(" "):
                continue
            field = line.split(" | ")[0].split()
            count = int(field[3], 16)
            synsets[field[0]] = [re.sub(r"\(.*\)", "", word) for word in field[4 : 4 + 2 * count : 2]]
            pointers = field[5 + 2 * count :]
            for symbol, offset in zip(pointers[::4], pointers[1::4], strict=False):
                if symbol == "@" and field[0] not in above:
                    above[field[0]] = offset
                    below[offset].append(field[0])
        for line in index.read_text("utf8").splitlines():
            if line.startswith(" "):
                continue
            field = line.split()
            word, senses = field[0], field[-int(field[2]) :][:2]
            near = [other for sense in senses for other in synsets[sense]]
            if len(near) < 4:  # brothers and sisters, as bad spinners take them
                near += [synsets[s][0] for sense in senses for s in below.get(above.get(sense, ""), [])[:6]]
            self._near[word] += [o.replace("_", " ") for o in dict.fromkeys(near) if o.lower() != word and "_" not in o]

    def instead(self, word: str, dice: random.Random) -> str | None:
        """A replacement for ``word`` with its ending and case, or None."""
        low = word.lower()
        if low in _FUNCTION:
            chosen = dice.choice(_FUNCTION[low])
        else:
            chosen = ""
            for ending, stems in (
                ("", (low,)),
                ("s", (low[:-1],)),
                ("ed", (low[:-2], low[:-1])),
                ("ing", (low[:-3], low[:-3] + "e")),
            ):
                near = next((self._near[stem] for stem in stems if stem in self._near and low.endswith(ending)), None)
                if near and len(low) > 3:
                    chosen = dice.choice(near[:8])
                    chosen = chosen.removesuffix("e") + ending if ending in ("ed", "ing") else chosen + ending
                    break
            if not chosen:
                return None
        return chosen.capitalize() if word[0].isupper() else chosen


@dataclass(frozen=True, slots=True)
class Spin:
    share: float  # of all words
    function: float = 0.15  # chance that a function word may change
    quotations: bool = True


def spin(text: str, thesaurus: Thesaurus, dice: random.Random, how: Spin) -> str:
    """Replace about ``how.share`` of all words, as far as there are synonyms; names stay."""
    words = list(_WORD.finditer(text))
    starts = {0} | {m.end() for m in re.finditer(r"[.!?][\"”]?\s+[\"“]?|\n\n[\"“]?|^[\"“]", text)}
    open_to_change = [
        m for m in words
        if (m[0].islower() or m.start() in starts)
        and (m[0].lower() not in _FUNCTION or dice.random() < how.function)
    ]  # fmt: skip
    dice.shuffle(open_to_change)
    wanted, edits = int(how.share * len(words)), {}
    for match in open_to_change:
        if len(edits) >= wanted:
            break
        if new := thesaurus.instead(match[0], dice):
            edits[match.start()] = (match.end(), new)
    out, at = [], 0
    for begin in sorted(edits):
        out += [text[at:begin], edits[begin][1]]
        at = edits[begin][0]
    return "".join(out) + text[at:]


def paragraphs(text: str) -> list[str]:
    return [p.strip() for p in re.split(r"\n\s*\n", text) if p.strip()]


def cut(text: str, dice: random.Random) -> str:
    """From the end, as desks cut, or paragraphs here and there."""
    parts = paragraphs(text)
    keep = max(3, int(len(parts) * dice.uniform(0.35, 0.85)))
    if dice.random() < 0.5:
        return "\n\n".join(parts[:keep])
    return "\n\n".join(parts[i] for i in sorted(dice.sample(range(len(parts)), min(keep, len(parts)))))


def light(text: str, dice: random.Random, thesaurus: Thesaurus) -> str:
    """A desk's edit: a few words, a paragraph moved, one or two dropped, one of its own put in."""
    parts = paragraphs(spin(text, thesaurus, dice, Spin(dice.uniform(0.02, 0.07))))
    if len(parts) > 5:
        parts.insert(dice.randrange(1, len(parts) - 1), parts.pop(dice.randrange(1, len(parts))))
        parts.pop(dice.randrange(1, len(parts)))
    parts.insert(
        dice.randrange(1, len(parts) + 1),
        "Readers of this paper who know more are asked to write to our desk, said Orla Venn, its night editor, on "
        f"behalf of the {dice.randrange(3, 90)} people who work here.",
    )
    return "\n\n".join(parts)


def back(text: str, dice: random.Random, thesaurus: Thesaurus) -> str:
    """As if translated into another language and back (see the module's warning)."""
    out = []
    for part in paragraphs(text):
        sentences = [s for s in _SENTENCE.split(part) if s]
        if len(out) > 2 and dice.random() < 0.12:
            continue
        made = [_turned(s, dice) for s in sentences if len(sentences) == 1 or dice.random() < 0.93]
        if len(made) > 1 and dice.random() < 0.15:
            made[0] = made[0].rstrip(".") + ", and " + made[1][0].lower() + made[1][1:]
            del made[1]
        if made:
            out.append(" ".join(made))
    return spin("\n\n".join(out), thesaurus, dice, Spin(dice.uniform(0.45, 0.6), function=0.65))


def _turned(sentence: str, dice: random.Random) -> str:
    """Clauses in another order; an attribution moved to the front."""
    said = re.fullmatch(r"(.+), (?:[\w .]+ )?(?:said|told|according to)([^,.]*)\.", sentence)
    if said and dice.random() < 0.6:
        return f"As stated by{said[2]}, {said[1][0].lower()}{said[1][1:]}."
    clauses = sentence.rstrip(".").split(", ")
    if len(clauses) > 1 and dice.random() < 0.6:
        pivot = dice.randrange(1, len(clauses))
        clauses = clauses[pivot:] + clauses[:pivot]
    elif dice.random() < 0.6 and len(words := sentence.rstrip(".").split()) > 10:
        at = next(
            (
                i
                for i in range(len(words) // 3, len(words) - 3)
                if words[i] in ("in", "on", "at", "for", "after", "that")
            ),
            0,
        )
        clauses = [" ".join(words[at:]), " ".join(words[:at])] if at else [" ".join(words)]
    return ", ".join(c for c in clauses if c).strip() + "."


def alter(text: str, kind: str, dice: random.Random, thesaurus: Thesaurus) -> str:
    """One altered copy of ``text``; ``kind`` is one of KINDS."""
    if kind == "cut":
        return cut(text, dice)
    if kind == "light":
        return light(text, dice, thesaurus)
    if kind == "back":
        return back(text, dice, thesaurus)
    return spin(text, thesaurus, dice, Spin(int(kind[4:]) / 100, quotations=True))
