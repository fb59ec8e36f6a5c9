"""Train what tells where a text was cut, pasted or stopped in mid-sentence.

    python -m training.seams ../shared/data/news/allsides.jsonl.xz --leave-out ids.txt --steps 14000

writes ``src/sayso/check/form/seams/weights.npz``. Learns from published reports as they are, which have hardly a
fault, and from the same with faults made by program: words cut out of a sentence, two halves of sentences joined, a
full stop and a capital set in mid-sentence, the end of a sentence lost. One report in ten is held out. One core, some
20 minutes.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from sayso.check.form import seams
from sayso.check.form.seams.tokens import EDGE, ENDINGS, PAD, REACH, SHAPES, tokens
from sayso.types import Span
from training.data import ids, read_allsides

WORDS = 16_000
WIDTH, SHAPE_WIDTH, INNER = 48, 8, (256, 128)
BATCH, RATE = 1536, 2e-3
#: Of a batch so much has a fault, of these so much is of each kind, and of what has none so much is asked at a stop.
FAULTS, KINDS, AT_STOPS = 0.35, {"stop": 0.3, "end": 0.3, "cut": 0.28, "splice": 0.12}, 0.35
_MARKS = '"“”'


@dataclass(frozen=True, slots=True)
class Corpus:
    """``first``, ``past``: of each token where its sentence begins, ends; ``quotes``: marks of quotation up to it."""

    number: Any
    shape: Any
    first: Any
    past: Any
    quotes: Any
    stops: Any
    reports: int


class Seams(nn.Module):
    def __init__(self, known: int) -> None:
        super().__init__()
        self.words = nn.Embedding(known + ENDINGS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, SHAPE_WIDTH)
        nn.init.normal_(self.words.weight, std=0.3)
        sizes = (2 * REACH * (WIDTH + SHAPE_WIDTH), *INNER, 1)
        self.layers = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(sizes))

    def forward(self, number: Tensor, shape: Tensor) -> Tensor:
        x = torch.cat([self.words(number), self.shapes(shape)], 2).flatten(1)
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
        found: Tensor = self.layers[-1](x)[:, 0]
        return found


def reports(path: Path, left_out: set[str]) -> list[str]:
    texts = [r["text"] for r in read_allsides(path) if r["id"] not in left_out and 150 < len(r["text"].split()) < 1500]
    random.Random("seams").shuffle(texts)
    return texts


def paragraphs(text: str) -> list[Span]:
    return [Span(*match.span()) for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def words_of(texts: list[str]) -> dict[str, int]:
    """The commonest words, numbered."""
    count: Counter[str] = Counter()
    for text in texts:
        read = tokens(text, paragraphs(text), {})
        spelled = (text[b:e].replace("’", "'").lower() for b, e in zip(read.begin, read.end, strict=True) if b < e)
        count.update(spelled)
    return {word: n for n, word in enumerate(["", " ", *[word for word, _ in count.most_common(WORDS - 2)]])}


def corpus(texts: list[str], known: dict[str, int]) -> Corpus:
    numbers, shapes, sentence, n = [], [], [], 0
    for text in texts:
        read = tokens(text, paragraphs(text), known)
        spelled = [text[b:e] for b, e in zip(read.begin, read.end, strict=True)]
        numbers.append(read.number)
        shapes.append(read.shape)
        for k, word in enumerate(spelled):
            ahead = spelled[k + 1] if k + 1 < len(spelled) else ""
            before = spelled[k - 1] if k else ""
            n += not word
            sentence.append(n)
            ends = word in {".", "?", "!"} and (ahead[:1].isupper() or ahead[:1] in {*_MARKS, "’", "'"})
            n += not word or (ends and not (len(before) <= 3 and before[:1].isupper()))
    number, shape = np.concatenate(numbers), np.concatenate(shapes)
    breaks = np.flatnonzero(np.diff(np.array(sentence), prepend=-1))
    at = np.searchsorted(breaks, np.arange(len(number)), "right")
    marks = np.isin(number, [known[mark] for mark in _MARKS if mark in known])
    stops = np.flatnonzero(number == known["."])
    inside = stops[(stops > REACH) & (stops < len(number) - REACH)]
    return Corpus(number, shape, breaks[at - 1], np.append(breaks, len(number))[at], marks.cumsum(), inside, len(texts))


class Sampler:
    """Places of a corpus, as they are or with a fault, as the network sees them."""

    def __init__(self, made: Corpus, stop: int, seed: int) -> None:
        self.c, self.stop, self.rng = made, stop, np.random.default_rng(seed)

    def view(self, end: Any, begin: Any) -> tuple[Any, Any]:
        """What stands before ``end`` and from ``begin`` on."""
        near = np.arange(REACH)
        places = np.concatenate([end[:, None] - REACH + near, begin[:, None] + near], 1)
        places = np.clip(places, 0, len(self.c.number) - 1)
        return self.c.number[places], self.c.shape[places]

    def sound(self, count: int, at_stops: bool) -> tuple[Any, Any]:
        if at_stops:
            at = self.rng.choice(self.c.stops, count)
        else:
            at = self.rng.integers(REACH, len(self.c.number) - REACH, 2 * count)
            at = at[(self.c.number[at] != EDGE) & (self.c.number[at - 1] != EDGE)][:count]
        return self.view(at, at)

    def faulty(self, count: int, kind: str) -> tuple[Any, Any]:
        c, rng = self.c, self.rng
        at = rng.integers(REACH, len(c.number) - REACH - 40, 8 * count)
        first, past = c.first[at], c.past[at]
        ok = (at - first >= 2) & (past - at >= 3) & (c.number[at] != EDGE)
        if kind == "cut":
            few = rng.random(len(at)) < 0.7
            to = at + np.where(few, rng.integers(1, 7, len(at)), rng.integers(5, 16, len(at)))
            ok &= (to < past) & (c.number[to] != c.number[at])
        elif kind == "splice":
            to = past + rng.integers(0, 18, len(at))
            ok &= (c.first[to] - past < 30) & (to < c.past[to] - 2) & (c.number[to] != EDGE)
        else:
            to = at if kind == "stop" else past
            ok &= (c.shape[at - 1] > 0) & (c.shape[at] > 0) & (c.shape[at - 1] != 3)
            ok &= (c.shape[at] != 4) | (kind == "end")
        ok &= c.quotes[np.maximum(to, at) - (kind == "end")] == c.quotes[at - 1]
        at, to = at[ok][:count], to[ok][:count]
        number, shape = self.view(at, to)
        if kind in ("stop", "end"):
            number[:, REACH + 1 :], shape[:, REACH + 1 :] = number[:, REACH:-1], shape[:, REACH:-1]
            number[:, REACH], shape[:, REACH] = self.stop, 0
            small = shape[:, REACH + 1] == 1
            shape[small, REACH + 1] = 2
        return number, shape

    def batch(self) -> tuple[Tensor, Tensor, Tensor]:
        faults = [self.faulty(round(BATCH * FAULTS * share), kind) for kind, share in KINDS.items()]
        rest = BATCH * (1 - FAULTS)
        sound = [self.sound(round(rest * AT_STOPS), True), self.sound(round(rest * (1 - AT_STOPS)), False)]
        number, shape = (np.concatenate(each) for each in zip(*faults, *sound, strict=True))
        wrong = sum(len(each) for each, _ in faults)
        told = torch.zeros(len(number))
        told[:wrong] = 1
        return torch.tensor(number).long(), torch.tensor(shape).long(), told


@torch.no_grad()
def held(net: Seams, sampler: Sampler, places: int = 400_000) -> None:
    """Prints what share of held-out faults lies above so many places of sound reports."""
    c = sampler.c
    at = np.flatnonzero(c.number[REACH : places + REACH] != EDGE) + REACH
    parts = (sampler.view(each, each) for each in np.array_split(at, 40))
    scores = np.concatenate([net(*(torch.tensor(each).long() for each in part)).numpy() for part in parts])
    stops = c.number[at] == sampler.stop
    reports = c.reports * len(at) / len(c.number)
    for name, of, kinds in (("stops", scores[stops], ("stop", "end")), ("inside", scores[~stops], ("cut", "splice"))):
        for often in (0.02, 0.05, 0.1, 0.2):
            bar = np.sort(of)[::-1][int(often * reports)]
            found = {k: net(*(torch.tensor(x).long() for x in sampler.faulty(4000, k))).numpy() for k in kinds}
            shares = {kind: round(float((each > bar).mean()), 3) for kind, each in found.items()}
            print(f"{name}: {often} a report above {bar:.2f}: {shares}", flush=True)


def save(net: Seams, known: dict[str, int], path: Path) -> None:
    words = net.words.weight.detach().numpy()
    scale = np.abs(words).max(0) / 127
    layers = {}
    for n, layer in enumerate(net.layers):
        layers |= {f"weights{n}": layer.weight.detach().numpy().T.astype(np.float16)}
        layers |= {f"bias{n}": layer.bias.detach().numpy()}
    np.savez(
        path,
        known=np.array("\n".join(known)),
        words=np.round(words / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        shapes=net.shapes.weight.detach().numpy(),
        **layers,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", type=Path)
    parser.add_argument("--leave-out", type=Path, help="a file of ids of reports")
    parser.add_argument("--steps", type=int, default=14_000)
    parser.add_argument("--out", type=Path, default=Path(seams.__file__).with_name("weights.npz"))
    given = parser.parse_args()
    left_out = ids(given.leave_out) if given.leave_out else set()
    texts = reports(given.reports, left_out)
    known = words_of(texts[len(texts) // 10 :])
    assert (known[""], known[" "]) == (PAD, EDGE)
    test, learn = (
        Sampler(corpus(part, known), known["."], 1) for part in (texts[: len(texts) // 10], texts[len(texts) // 10 :])
    )
    torch.manual_seed(1)
    net = Seams(len(known))
    optimizer = torch.optim.AdamW(net.parameters(), RATE, weight_decay=0.01)
    for step in range(given.steps):
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / 300) * (1 - step / given.steps)
        number, shape, told = learn.batch()
        loss = nn.functional.binary_cross_entropy_with_logits(net(number, shape), told)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        if step % 1000 == 999:
            print(f"step {step + 1}: loss {loss.item():.3f}", flush=True)
            save(net, known, given.out)
        if step % 4000 == 3999:
            held(net, test)
    held(net, test)
    save(net, known, given.out)


if __name__ == "__main__":
    main()
