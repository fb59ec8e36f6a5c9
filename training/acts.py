"""Train the network that tells acts: called by ``python -m training.meaning … acts``.

    python -m training.acts ../shared/data/sourcing/train.jsonl

trains it without every fifth report of the guide's own annotators, saves nothing and prints how often it is right
there, spans given and spans found. What sets one annotator's habits apart (how often "say" will do) is learned as
offsets beside the network and left out of it.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import scipy.sparse as sp
import torch
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn

import sayso.attribution
from evaluation.gold import GoldReading
from sayso.attribution import acts, network, vectors
from sayso.attribution import encoded as seen
from sayso.attribution.cues import cues
from training import meaning, tagged

HIDDEN, FILTERS, NARROW, EPOCHS, BATCH = 128, 112, 48, 6, 12
#: Inverse of the penalty on the flat half's weights; a feature seen in fewer examples has none.
STRENGTH, LEAST = 0.15, 2
#: How much the means weigh against the features in training.
DENSE = 0.6
_FIELDS = tuple(f.name for f in fields(seen.Encoded) if f.name != "features")
_LINKS = ("previous", "following")


@dataclass(frozen=True, slots=True)
class Example:
    """A report's statements: ``act`` -1 where no annotation says it; ``hand`` each one's annotator."""

    encoded: seen.Encoded
    act: np.ndarray
    hand: np.ndarray


def examples(golds: Sequence[GoldReading], labels: Sequence[str], hands: Sequence[str]) -> list[Example]:
    out = []
    for gold in golds:
        items = meaning.views(gold)
        if not any(gold.statements):
            continue
        encoded = acts.encoded(items, cues())
        act = [labels.index(s["act"]) if s else -1 for s in gold.statements]
        hand = [hands.index(s.get("hand", "")) if s else 0 for s in gold.statements]
        out.append(Example(encoded, np.array(act), np.array(hand)))
    return out


def hand_of(gold: GoldReading) -> str:
    """Which file of further annotations a report is from; "" for the guide's own."""
    return next((s.get("hand", "") for s in gold.statements if s), "")


def word_vectors() -> Tensor:
    """(rows, width): none, the shipped vectors to half a unit of deviation, and chance ones for strange words."""
    known = vectors.load()
    table = torch.from_numpy(known.table.astype(np.float32) * known.scale)
    width = table.shape[1]
    return torch.cat([torch.zeros(1, width), table / (2 * table.std()), torch.randn(seen.STRANGE, width) * 0.3])


class Net(nn.Module):
    """The deep half of :class:`sayso.attribution.network.Network`, its parts named alike."""

    def __init__(self, labels: int, hands: int) -> None:
        super().__init__()
        self.words = nn.Parameter(word_vectors())
        width, near = self.words.shape[1], 2 * seen.NEAR
        self.three = nn.Linear(3 * width, FILTERS)
        self.two = nn.Linear(2 * width, FILTERS)
        self.cue = nn.Linear(2 * width, NARROW)
        self.near = nn.Linear(near * width, NARROW // 2)
        self.first = nn.Linear(4 * width, NARROW)
        self.head = nn.Linear(2 * width, NARROW)
        self.mix = nn.Linear(2 * FILTERS + width + 3 * NARROW + NARROW // 2 + seen.SIGNS, HIDDEN)
        self.previous, self.following = nn.Linear(HIDDEN, 32), nn.Linear(HIDDEN, 32)
        self.out = nn.Linear(HIDDEN + 64, labels)
        self.hands = nn.Parameter(torch.zeros(hands, labels))
        self.drop = nn.Dropout(0.5)

    def _windows(self, part: nn.Linear, x: Tensor, size: int) -> Tensor:
        weight = part.weight.view(part.out_features, size, x.shape[2]).transpose(1, 2)
        return torch.relu(nn.functional.conv1d(x.transpose(1, 2), weight, part.bias).amax(2))

    def forward(self, b: Mapping[str, Tensor]) -> Tensor:
        content, cue, near = (
            nn.functional.embedding(b[name], self.words, padding_idx=0) for name in ("content", "cue", "near")
        )
        there = b["content"] > 0
        if self.training:  # words dropped
            content = content * (torch.rand(there.shape) > 0.15)[:, :, None]
        count = len(content)
        x = torch.cat(
            [
                self._windows(self.three, content, 3),
                self._windows(self.two, content, 2),
                content.sum(1) / there.sum(1, keepdim=True).clamp(min=1),
                self._windows(self.cue, cue, 2),
                torch.relu(self.near(near.reshape(count, -1))),
                torch.relu(self.first(content[:, :4].reshape(count, -1))),
                torch.relu(self.head(cue[:, :2].reshape(count, -1))),
                b["signs"],
            ],
            1,
        )
        hidden = nn.functional.gelu(self.mix(self.drop(x)), approximate="tanh")
        rest = torch.cat([hidden, hidden.new_zeros(1, HIDDEN)])
        weight = (0.3 + 0.7 * b["same"])[:, :, None]
        before = torch.relu(self.previous(rest[b["previous"]])) * weight[0]
        after = torch.relu(self.following(rest[b["following"]])) * weight[1]
        scores: Tensor = self.out(self.drop(torch.cat([hidden, before, after], 1)))
        if self.training:
            scores = scores + self.hands[b["hand"]]
        return scores


def joined(part: Sequence[Example]) -> dict[str, Tensor]:
    """Several reports as one batch."""
    out = {}
    total, begin = sum(len(e.act) for e in part), 0
    links: dict[str, list[np.ndarray]] = {name: [] for name in _LINKS}
    for each in part:
        for name in _LINKS:
            at = getattr(each.encoded, name)
            links[name].append(np.where(at < 0, total, at + begin))
        begin += len(each.act)
    for name in _FIELDS:
        parts = links.get(name) or [getattr(e.encoded, name) for e in part]
        out[name] = torch.from_numpy(np.concatenate(parts, axis=1 if name == "same" else 0))
    for name in ("act", "hand"):
        out[name] = torch.from_numpy(np.concatenate([getattr(e, name) for e in part]))
    return out


def deep(known: list[Example], labels: int, hands: int, seed: int, rate: float = 1.5e-3) -> dict[str, np.ndarray]:
    """The moving average of the deep half's weights over the steps, the words' vectors among them."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = Net(labels, hands)
    rest = [p for name, p in net.named_parameters() if name not in ("hands", "words")]
    optimizer = torch.optim.AdamW(
        [
            {"params": rest, "lr": rate, "weight_decay": 0.02},
            {"params": [net.words], "lr": 0.2 * rate, "weight_decay": 0.0},
            {"params": [net.hands], "lr": 3 * rate, "weight_decay": 0.1},
        ]
    )
    steps = EPOCHS * -(-len(known) // BATCH)
    plan = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda i: min(1.0, i / 100) * max(0.02, 1 - i / steps))
    mean = {name: p.detach().clone() for name, p in net.named_parameters()}
    order = list(known)
    for _ in range(EPOCHS):
        rng.shuffle(order)
        for at in range(0, len(order), BATCH):
            b = joined(order[at : at + BATCH])
            told = b["act"] >= 0
            with torch.no_grad():  # the guide's own annotators are what the others are set apart from
                net.hands[0] = 0
            loss = nn.functional.cross_entropy(net(b)[told], b["act"][told], label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2)
            optimizer.step()
            plan.step()
            for name, p in net.named_parameters():
                mean[name].lerp_(p.detach(), 0.004)
    return {name: p.numpy() for name, p in mean.items() if name != "hands"}


def flat(known: Sequence[Example], words: np.ndarray, hands: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weights of the features (rows, labels), of the means (3 × width, labels) and the bias: a multinomial logistic
    regression."""
    rows, columns, dense, act, at = [], [], [], [], 0
    for each in known:
        told = np.flatnonzero(each.act >= 0)
        features = each.encoded.features[told]
        row, place = features.nonzero()
        others = np.flatnonzero(each.hand[told] > 0)  # the guide's own have no offset
        rows += [row + at, others + at]
        columns += [features[row, place], seen.ROWS + each.hand[told][others]]
        dense.append(network.means(each.encoded, words[each.encoded.content], words[each.encoded.cue])[told] * DENSE)
        act.append(each.act[told])
        at += len(told)
    row, column = np.concatenate(rows), np.concatenate(columns)
    examples = sp.csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=(at, seen.ROWS + hands))
    examples = sp.hstack([examples, sp.csr_matrix(np.vstack(dense))]).tocsr()
    often = np.flatnonzero(examples.getnnz(axis=0) >= LEAST)
    model = LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3).fit(examples[:, often], np.concatenate(act))
    weights = np.zeros((examples.shape[1], len(model.coef_)))
    weights[often] = model.coef_.T
    return weights[: seen.ROWS], weights[seen.ROWS + hands :] * DENSE, model.intercept_


def fit(golds: Sequence[GoldReading], seed: int = 1) -> network.Network:
    labels = sorted({s["act"] for gold in golds for s in gold.statements if s})
    hands = sorted({"", *(s.get("hand", "") for gold in golds for s in gold.statements if s)})  # "" comes first
    known = examples(golds, labels, hands)
    parts = deep(known, len(labels), len(hands), seed)
    words = parts.pop("words")
    weights, means, bias = flat(known, words, len(hands))
    parts |= {"means.weight": means.T.astype(np.float32), "means.bias": bias.astype(np.float32)}
    return network.Network(tuple(labels), words, parts, *_rounded(weights))


def _rounded(weights: np.ndarray) -> tuple[np.ndarray, float]:
    """In 8 bits, and what to multiply them by."""
    scale = float(np.abs(weights).max() / 127)
    return np.round(weights / scale).astype(np.int8), scale


def save(made: network.Network) -> None:
    words, unit = _rounded(made.words)
    halves = {name: part.astype(np.float16) for name, part in made.parts.items()}
    np.savez(  # read at every start: unpacking takes longer than reading
        Path(sayso.attribution.__file__).parent / "acts.npz",
        labels=np.array(made.labels),
        words=words,
        unit=unit,
        table=made.table,
        scale=made.scale,
        **halves,
    )


def main(path: Path) -> None:
    golds = tagged.both(path.stem)
    count = len(golds) // 2
    out = {i for i in range(count) if not hand_of(golds[i]) and i % 5 == 0}
    made = fit([gold for i, gold in enumerate(golds) if i % count not in out] + tagged.acts_only())
    for name, part in (("given", golds[:count]), ("found", golds[count:])):
        right = total = 0
        for gold in (part[i] for i in sorted(out)):
            p = made.probabilities(acts.encoded(meaning.views(gold), cues()))
            for i, statement in enumerate(gold.statements):
                if statement:
                    total += 1
                    right += made.labels[p[i].argmax()] == statement["act"]
        print(name, total, round(right / total, 4))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
