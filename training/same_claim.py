"""Teach an encoder what is one claim in several people's words.

    python -m training.same_claim --stories training/pairs --out work/same_claim.pt

A claim's vector is the mean of what the encoder makes of its words in their sentence, and a share of the whole
sentence's. Two tellings of one claim are to be nearer than any of another claim: of the same story, where people,
places and words are shared, and of others. It begins with MiniLM's published weights; the pieces and the lowest layers
stay as they are.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from evaluation.claim_pairs import average_precision
from training.encoder import Encoder, Shape, load_pretrained, package_folder
from training.train import tokenizer

PIECES = 96  # of a sentence
NARROW = 96  # numbers in a vector as it is shipped
HELD = 9  # of the stories one in so many is held out
FIXED = 3  # layers that stay as they are
_CLS, _SEP = 101, 102
_STORIES, _PARTS = 6, 4  # in a batch, and the parts it goes through the encoder in, by length
_WARMTH = 0.05  # of the softmax
_BARE = 0.25  # of the tellings are given without what stands around them


@dataclass(frozen=True, slots=True)
class Told:
    """A telling: a sentence, and there the words of the claim; ``claim`` is a number within its story."""

    text: str
    begin: int
    end: int
    claim: int

    def bare(self) -> Told:
        return Told(self.text[self.begin : self.end], 0, self.end - self.begin, self.claim)


Story = tuple[Told, ...]


def written(paths: Iterable[Path]) -> list[Story]:
    """Stories written for this, one JSON object a line; the words of every statement stand in its context."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf8").splitlines():
            told = []
            for number, claim in enumerate(json.loads(line)["claims"]):
                for each in claim["statements"]:
                    at = each["context"].find(each["words"])
                    if at >= 0:
                        told.append(Told(each["context"], at, at + len(each["words"]), number))
            found.append(tuple(told))
    return found


def pieces(made: Tokenizer, told: Told) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Word pieces, and for each whether it is of the claim; what is far from it is cut off."""
    encoded = made.encode(told.text, add_special_tokens=False)
    said = [float(begin < told.end and end > told.begin) for begin, end in encoded.offsets]
    inside = [n for n, own in enumerate(said) if own] or [0]
    room = max(0, PIECES - 2 - (inside[-1] + 1 - inside[0]))
    start = max(0, min(inside[0] - room * 2 // 3, len(said) - (PIECES - 2)))
    stop = start + PIECES - 2
    return (_CLS, *encoded.ids[start:stop], _SEP), (0.0, *said[start:stop], 0.0)


class Teller(nn.Module):
    def __init__(self, layers: Sequence[int] = range(6)) -> None:
        super().__init__()
        self.encoder = Encoder(Shape())
        load_pretrained(self.encoder, package_folder())
        self.encoder.layers = nn.ModuleList(self.encoder.layers[n] for n in layers)
        for added in (self.encoder.case, self.encoder.place, self.encoder.quote):
            nn.init.zeros_(added.weight)  # not used
        self.mix = nn.Parameter(torch.tensor(0.5))
        self.register_buffer("narrow", torch.zeros(NARROW, self.encoder.shape.width))

    def words(self, ids: Tensor, below: Tensor | None = None, first: int = 0, last: int | None = None) -> Tensor:
        """(batch, length) of pieces, 0 where there is none, to (batch, length, width), 0 there; with ``below``, what
        the layers before ``first`` made of them, only through the rest."""
        made = self.encoder
        mask = torch.where(ids == 0, -1e4, 0.0)[:, None, None, :]
        x: Tensor = made.norm(made.piece(ids) + made.position(torch.arange(ids.shape[1]))) if below is None else below
        for layer in made.layers[first:last]:
            x = layer(x, mask)
        return x * (ids != 0)[..., None]

    def pooled(self, words: Tensor, said: Tensor) -> Tensor:
        """``words``: (batch, length, width), 0 at padding; ``said``: (batch, clauses, length). Vectors of length 1."""
        there = (words.abs().sum(-1, keepdim=True) > 0).float()
        own = said @ words / said.sum(-1, keepdim=True).clamp(min=1)
        every = words.sum(1, keepdim=True) / there.sum(1, keepdim=True).clamp(min=1)
        return nn.functional.normalize(own + self.mix * every, dim=-1)


def load(weights: Path) -> Teller:
    state = torch.load(weights, map_location="cpu", weights_only=True)
    layers = 1 + max(int(name.split(".")[2]) for name in state if name.startswith("encoder.layers."))
    model = Teller(range(layers))
    model.load_state_dict(state)
    return model


class Taught:
    """Teaches a :class:`Teller` on stories; what the fixed layers make of a sentence is worked out once."""

    def __init__(self, model: Teller, fixed: int, rate: float, steps: int) -> None:
        self.model, self.fixed, self.rate, self.steps = model, fixed, rate, steps
        self._tokenizer = tokenizer()
        self._rows: dict[Told, tuple[tuple[int, ...], tuple[float, ...]]] = {}
        self._below: dict[tuple[int, ...], Tensor] = {}
        taught = [p for layer in model.encoder.layers[fixed:] for p in layer.parameters()]
        self._parameters = [*taught, model.mix]
        self._optimizer = torch.optim.AdamW(self._parameters, lr=rate, weight_decay=0.01)
        self._step = 0

    def vectors(self, tellings: Sequence[Told]) -> Tensor:
        """(tellings, width), in parts of like length."""
        rows = [self._row(told) for told in tellings]
        order = sorted(range(len(rows)), key=lambda n: len(rows[n][0]))
        made = [self._vectors([rows[n] for n in part]) for part in np.array_split(order, _PARTS) if len(part)]
        back = torch.empty(len(order), dtype=torch.long)
        back[torch.tensor(order)] = torch.arange(len(order))
        return torch.cat(made)[back]

    def step(self, stories: Sequence[Story]) -> float:
        self.model.train()
        told = [t.bare() if random.random() < _BARE else t for story in stories for t in story]
        claim = torch.tensor([1000 * n + t.claim for n, story in enumerate(stories) for t in story])
        vectors = self.vectors(told)
        loss = contrast(vectors @ vectors.T / _WARMTH, claim)
        for group in self._optimizer.param_groups:
            warm = min(1.0, (self._step + 1) / (0.1 * self.steps + 1))
            group["lr"] = self.rate * warm * max(0.0, 1 - self._step / self.steps) + 1e-8
        self._optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self._parameters, 1.0)
        self._optimizer.step()
        self._step += 1
        return loss.item()

    def _row(self, told: Told) -> tuple[tuple[int, ...], tuple[float, ...]]:
        if told not in self._rows:
            self._rows[told] = pieces(self._tokenizer, told)
        return self._rows[told]

    def _vectors(self, rows: Sequence[tuple[tuple[int, ...], tuple[float, ...]]]) -> Tensor:
        lengths = [len(ids) for ids, _ in rows]
        ids = nn.utils.rnn.pad_sequence([torch.tensor(ids) for ids, _ in rows], batch_first=True)
        said = nn.utils.rnn.pad_sequence([torch.tensor(own) for _, own in rows], batch_first=True)
        missing = [n for n, (own, _) in enumerate(rows) if own not in self._below]
        if missing:
            training = self.model.training
            self.model.eval()
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                below = self.model.words(ids[missing], last=self.fixed)
            self.model.train(training)
            for n, made in zip(missing, below, strict=True):
                self._below[rows[n][0]] = made[: lengths[n]].to(torch.bfloat16).clone()
        below = nn.utils.rnn.pad_sequence([self._below[own] for own, _ in rows], batch_first=True)
        with torch.autocast("cpu", torch.bfloat16):
            words = self.model.words(ids, below, first=self.fixed)
        return self.model.pooled(words.float(), said[:, None])[:, 0]


def contrast(alike: Tensor, claim: Tensor) -> Tensor:
    """For each two tellings of one claim, how far they are from standing out among all of other claims."""
    apart = claim[:, None] != claim
    other = torch.where(apart, alike, -1e9).logsumexp(1, keepdim=True)
    same = ~apart & ~torch.eye(len(alike), dtype=torch.bool)
    return (torch.logaddexp(alike, other) - alike)[same].mean()


def precision(taught: Taught, stories: Sequence[Story]) -> float:
    """Average precision of ranking the pairs of tellings of a story."""
    right: list[bool] = []
    alike: list[float] = []
    taught.model.eval()
    for story in stories:
        with torch.no_grad():
            vectors = taught.vectors(story)
        between = (vectors @ vectors.T).tolist()
        for (i, a), (j, b) in combinations(enumerate(story), 2):
            right.append(a.claim == b.claim)
            alike.append(between[i][j])
    return average_precision(np.array(right), np.array(alike))


def narrowed(taught: Taught, stories: Sequence[Story]) -> Tensor:
    """(NARROW, width): the directions in which the vectors of all tellings differ most."""
    taught.model.eval()
    with torch.no_grad():
        vectors = torch.cat([taught.vectors(story) for story in stories])
    return torch.linalg.svd(vectors, full_matrices=False).Vh[:NARROW]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--stories", type=Path, default=Path(__file__).with_name("pairs"))
    ap.add_argument("--out", type=Path, required=True)
    ap.add_argument("--epochs", type=int, default=5)
    ap.add_argument("--rate", type=float, default=6e-5)
    ap.add_argument("--threads", type=int, default=1)
    o = ap.parse_args()
    random.seed(1)
    torch.manual_seed(1)
    torch.set_num_threads(o.threads)
    stories = written(sorted(o.stories.glob("*.jsonl")))
    kept = [story for n, story in enumerate(stories) if n % HELD == HELD // 3]
    stories = [story for n, story in enumerate(stories) if n % HELD != HELD // 3]
    taught = Taught(Teller(), FIXED, o.rate, o.epochs * -(-len(stories) // _STORIES))
    print(f"stories {len(stories)}, held out {len(kept)}, before: {precision(taught, kept)}", flush=True)
    for epoch in range(o.epochs):
        random.shuffle(stories)
        losses = [taught.step(stories[n : n + _STORIES]) for n in range(0, len(stories), _STORIES)]
        print(f"epoch {epoch} loss {np.mean(losses):.3f} held out {precision(taught, kept)}", flush=True)
    taught.model.narrow.copy_(narrowed(taught, stories))
    torch.save(taught.model.state_dict(), o.out)


if __name__ == "__main__":
    main()
