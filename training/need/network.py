"""The network over words, surroundings and the encoder's vectors; small, averaged over a few seeds."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from training.need.examples import Examples

FloatArray = npt.NDArray[np.float32]
_BATCH, _RATE = 64, 4e-3


class Network(nn.Module):
    """``vectors``: width of the encoder's vectors, 0 where they are left out; ``side``: number of other values."""

    def __init__(self, side: int, vectors: int, narrow: int = 64, heads: int = 3, hidden: int = 48) -> None:
        super().__init__()
        self.vectors = vectors
        self.narrow = nn.Linear(vectors, narrow) if vectors else None
        self.attend = nn.Linear(narrow, heads, bias=False) if vectors else None
        pooled = narrow * (heads + 1) if vectors else 0
        self.into, self.out = nn.Linear(pooled + side, hidden), nn.Linear(hidden, 1)
        self.past = nn.Linear(side, 1, bias=False)
        self.drop = nn.Dropout(0.2)

    def forward(self, words: Tensor, mask: Tensor, side: Tensor) -> Tensor:
        """Log odds (b,) for ``words`` (b, w, vectors), ``mask`` (b, w) of those that are there, ``side`` (b, ·)."""
        parts = [side]
        if self.narrow is not None and self.attend is not None:
            seen = torch.relu(self.narrow(self.drop(words)))
            weights = self.attend(seen).masked_fill(~mask[..., None], -1e4).softmax(1)
            most = seen.masked_fill(~mask[..., None], 0).max(1).values
            parts = [torch.einsum("bwh,bwn->bhn", weights, seen).flatten(1), most, side]
        hidden = self.drop(torch.relu(self.into(self.drop(torch.cat(parts, 1)))))
        logit: Tensor = (self.out(hidden) + self.past(side))[:, 0]
        return logit

    def parts(self) -> dict[str, FloatArray]:
        """The weights by the names of ``sayso.check.ownvoice.need.estimate``, each to be multiplied from behind."""
        found = {
            "into": self.into.weight.T, "into_bias": self.into.bias,
            "out": self.out.weight[0], "bias": self.out.bias[0], "past": self.past.weight[0],
        }  # fmt: skip
        if self.narrow is not None and self.attend is not None:
            found |= {
                "narrow": self.narrow.weight.T, "narrow_bias": self.narrow.bias, "attend": self.attend.weight.T
            }  # fmt: skip
        return {name: part.detach().numpy() for name, part in found.items()}


class Batches:
    """Sentences of a set of examples by number, as tensors; ``side`` is what stands beside their vectors."""

    def __init__(self, examples: Examples, side: FloatArray, vectors: bool) -> None:
        self.examples, self.side, self.vectors = examples, side, vectors
        self.first = np.concatenate([[0], np.cumsum(examples.length)[:-1]])

    def of(self, numbers: npt.NDArray[np.int64]) -> tuple[Tensor, Tensor, Tensor]:
        lengths = self.examples.length[numbers]
        mask = torch.arange(int(lengths.max()))[None] < torch.from_numpy(lengths)[:, None]
        side = torch.from_numpy(self.side[numbers])
        if not self.vectors:
            return torch.zeros(0), mask, side
        words = torch.zeros(*mask.shape, self.examples.vec.shape[1])
        for place, number in enumerate(numbers):
            begin = self.first[number]
            words[place, : lengths[place]] = torch.from_numpy(
                self.examples.vec[begin : begin + lengths[place]].astype(np.float32)
            )
        return words, mask, side

    def by_chance(self, rng: random.Random) -> Iterator[npt.NDArray[np.int64]]:
        """All numbers once, in batches of sentences of about one length."""
        order = np.array(rng.sample(range(len(self.side)), len(self.side)))
        batches = []
        for begin in range(0, len(order), _BATCH * 40):
            near = order[begin : begin + _BATCH * 40]
            near = near[np.argsort(self.examples.length[near], kind="stable")]
            batches += [near[n : n + _BATCH] for n in range(0, len(near), _BATCH)]
        rng.shuffle(batches)
        yield from batches


def fit(batches: Batches, weights: FloatArray, epochs: int, seed: int) -> Network:
    """A network that tells the sentences of which the attribution was cut; ``weights``: (n,) of the sentences."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = Network(batches.side.shape[1], batches.examples.vec.shape[1] if batches.vectors else 0)
    steps = epochs * -(-len(batches.side) // _BATCH) + 10 * epochs
    optimizer = torch.optim.AdamW(net.parameters(), _RATE / 2, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps, pct_start=0.15)
    y = torch.tensor([float(each.y) for each in batches.examples.meta])
    weight = torch.from_numpy(weights)
    for epoch in range(epochs):
        net.train()
        total = 0.0
        for numbers in batches.by_chance(rng):
            logit = net(*batches.of(numbers))
            loss = nn.functional.binary_cross_entropy_with_logits(logit, y[numbers], weight[numbers])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * len(numbers)
        print(f"  seed {seed} epoch {epoch}: {total / len(y):.4f}", flush=True)
    return net.eval()


def logits(nets: Sequence[Network], batches: Batches) -> FloatArray:
    """The mean of the networks' opinions of every sentence, (n,)."""
    out = np.zeros(len(batches.side), np.float32)
    order = np.argsort(batches.examples.length, kind="stable")
    with torch.no_grad():
        for begin in range(0, len(order), 256):
            numbers = order[begin : begin + 256]
            given = batches.of(numbers)
            out[numbers] = torch.stack([net(*given) for net in nets]).mean(0).numpy()
    return out
