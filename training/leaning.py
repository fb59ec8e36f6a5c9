"""Networks that learn from the tagger's word vectors what a linear choice by features does not know.

They see the scores of a linear model that was fitted on other reports than those they learn from. Needs PyTorch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from sayso.attribution import leaning
from training.meaning import HERE

HIDDEN, HEEDED = 32, 16
EPOCHS, BATCH, RATE, DECAY = 8, 64, 1.5e-3, 0.1
#: Shares left out while learning: of a vector's numbers, and of the hidden units.
UNSEEN, UNHEARD = 0.3, 0.4


@dataclass(frozen=True, slots=True)
class Decision:
    """``base``: (choices + 1,) scores by the linear model, that of none last; ``kinds``: (choices, kinds) ones and
    zeros; ``names``: (choices, width) vectors of what names each; ``seen``: of :class:`sayso.attribution.leaning.Seen`;
    ``right``: the number of the right one."""

    base: np.ndarray
    kinds: np.ndarray
    names: np.ndarray
    seen: np.ndarray
    right: int


class Network(nn.Module):
    def __init__(self, width: int, kinds: int) -> None:
        super().__init__()
        self.look, self.lean = nn.Linear(2 * width, HIDDEN), nn.Linear(HIDDEN, 1 + kinds)
        self.heed, self.name = nn.Linear(width, HEEDED), nn.Linear(HEEDED, 1)
        self.keen = nn.Parameter(torch.ones(1))
        self.unseen, self.unheard = nn.Dropout(UNSEEN), nn.Dropout(UNHEARD)
        for layer in (self.lean, self.name):
            nn.init.zeros_(layer.weight)
            nn.init.zeros_(layer.bias)

    def forward(self, some: Sequence[Decision]) -> tuple[Tensor, Tensor]:
        """Log-probabilities of all ways of all decisions, none behind each one's choices; and the number of each."""
        own = self.lean(self.unheard(torch.relu(self.look(self.unseen(_tensor([d.seen for d in some]))))))
        at = torch.tensor([k for k, d in enumerate(some) for _ in d.base])
        none = torch.tensor([way == len(d.base) - 1 for d in some for way in range(len(d.base))])
        kinds, names = (_tensor(np.concatenate([getattr(d, part) for d in some])) for part in ("kinds", "names"))
        heard = self.name(self.unheard(torch.relu(self.heed(self.unseen(names)))))[:, 0]
        more = torch.zeros(len(at))
        more[none] = own[:, 0]
        more[~none] = (own[at[~none], 1:] * kinds).sum(1) + heard
        scores = self.keen * _tensor(np.concatenate([d.base for d in some])) + more
        most = torch.full((len(some),), -1e9).scatter_reduce(0, at, scores.detach(), "amax")
        total = torch.zeros(len(some)).index_add(0, at, torch.exp(scores - most[at]))
        return scores - (torch.log(total) + most)[at], at


def _tensor(values: Sequence[np.ndarray] | np.ndarray) -> Tensor:
    return torch.from_numpy(np.asarray(values, dtype=np.float32))


def fit(taught: Sequence[Decision], seed: int = 0) -> Network:
    torch.manual_seed(seed)
    order = np.random.default_rng(seed)
    net = Network(taught[0].names.shape[1], taught[0].kinds.shape[1])
    steps = EPOCHS * -(-len(taught) // BATCH)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    for _ in range(EPOCHS):
        for rows in np.array_split(order.permutation(len(taught)), steps // EPOCHS):
            some = [taught[row] for row in rows]
            logs, _ = net(some)
            begins = np.cumsum([0, *(len(d.base) for d in some)])[:-1]
            loss = -logs[torch.from_numpy(begins + np.array([d.right for d in some]))].mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
    return net.eval()


def made(net: Network, model: str, kinds: Sequence[str]) -> leaning.Network:
    """As it is shipped: ``model`` is the tagger's name."""
    parts = {
        f"{name}{end}": value.detach().numpy().astype(np.float16).astype(np.float32)
        for name in ("look", "lean", "heed", "name")
        for end, value in (("", getattr(net, name).weight), (".bias", getattr(net, name).bias))
    }
    parts |= {end: parts[end][0] for end in ("name", "name.bias")}
    return leaning.Network(model, {kind: i for i, kind in enumerate(kinds)}, net.keen.item(), parts)


def save(name: str, found: leaning.Network) -> None:
    parts = {part: value.astype(np.float16) for part, value in found.parts.items()}
    about = {"model": np.array(found.model), "kinds": np.array(list(found.kinds)), "keen": np.array(found.keen)}
    np.savez_compressed(HERE / f"leaning_{name}.npz", **about, **parts)


def vectors(found: Sequence[np.ndarray | None], width: int) -> np.ndarray:
    """(found, width): one below the other, zeros where there is none."""
    return np.array([np.zeros(width, np.float32) if each is None else each for each in found])
