"""Anchors and roles: which words anchor a statement, and what every word is to every anchor.

The semantic-role formulation: a statement's anchor is its cue's first word (without a cue its source's first word,
without either its content's). One head finds anchors; another gives each word of the anchor's paragraph its role for
that anchor (of 27,000 annotated contents 150 reach into another paragraph); small heads classify the anchor. Nested,
shared and interrupted spans need no special case. Each corpus has heads of its own (their guides differ), all over the
same encoder pass.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from sayso.tagger.labels import ANCHORS, CLASSES, ROLES
from training.encoder import Encoder, Shape

NARROW = 160


@dataclass(frozen=True, slots=True)
class Refining:
    """The narrow layers that mend the roles: their width, and each one's kind (a convolution's dilation, 0 for
    attention)."""

    width: int = 128
    layers: tuple[int, ...] = (1, 0, 2, 4)


_NEAR, _BUCKETS = 8, 33
#: Words of a paragraph, at most.
_FARTHEST = 512


def distance_bucket(distance: Tensor) -> Tensor:
    """Signed word distance to one of 33 buckets: exact to 8 words, then doubling."""
    size = distance.abs()
    far = (torch.log2(size.clamp(min=_NEAR).float() / _NEAR) * 2).long() + _NEAR
    bucket = torch.where(size <= _NEAR, size, far).clamp(max=_BUCKETS // 2)
    return bucket * distance.sign() + _BUCKETS // 2


#: The shapes that are shipped, by the name ``--size`` takes.
SIZES = {"accurate": (Shape(), Refining()), "fast": (Shape(layers=2, inner=512), Refining(64, (1, 3)))}


class Mixed(nn.Module):
    """A dilated convolution over the words of a paragraph, then each word by itself; added to what came in."""

    def __init__(self, width: int, dilation: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.near = nn.Conv1d(width, width, 5, padding=2 * dilation, dilation=dilation, groups=width)
        self.alone = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Dropout(0.1), nn.Linear(2 * width, width))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x``: (n, u, width); ``mask``: (n, u, 1), 1 at a word of the paragraph."""
        near = self.near((self.norm(x) * mask).transpose(1, 2)).transpose(1, 2)
        return x + self.alone(near)


class Attended(nn.Module):
    """One layer of attention among the words of a paragraph, added to what came in."""

    HEADS = 4

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.take, self.give = nn.Linear(width, 3 * width), nn.Linear(width, width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        count, length, width = x.shape
        q, k, v = self.take(self.norm(x)).view(count, length, 3, self.HEADS, width // self.HEADS).unbind(2)
        scores = torch.einsum("nihd,njhd->nhij", q, k) / (width // self.HEADS) ** 0.5
        scores = torch.softmax(scores + (mask.transpose(1, 2)[:, None] - 1) * 1e4, -1)
        return x + self.give(torch.einsum("nhij,njhd->nihd", scores, v).reshape(count, length, width))


class RoleHead(nn.Module):
    """Roles of every word of the anchor's paragraph, for every anchor.

    A biaffine layer gives each word its first scores; a few narrow layers over the paragraph, with the anchor marked,
    mend them where the words around tell (where a content ends, whether an aside interrupts it).
    """

    def __init__(self, width: int, refining: Refining) -> None:
        super().__init__()
        roles, refined = len(ROLES), refining.width
        self.anchor = nn.Sequential(nn.Linear(width, NARROW), nn.GELU(), nn.Dropout(0.1))
        self.word = nn.Sequential(nn.Linear(width, NARROW), nn.GELU(), nn.Dropout(0.1))
        self.pair = nn.Parameter(torch.randn(NARROW, roles, NARROW) * NARROW**-0.75)
        self.alone = nn.Linear(NARROW, roles)
        self.distance = nn.Embedding(_BUCKETS, roles)
        self.enter = nn.Linear(2 * NARROW, refined)
        self.marked = nn.Linear(NARROW, refined)
        self.place = nn.Embedding(_BUCKETS, refined)
        self.layers = nn.ModuleList(Mixed(refined, n) if n else Attended(refined) for n in refining.layers)
        self.register_buffer("buckets", distance_bucket(torch.arange(-_FARTHEST, _FARTHEST)), persistent=False)
        self.leave = nn.Sequential(nn.LayerNorm(refined), nn.Linear(refined, roles))
        nn.init.zeros_(self.leave[1].weight)
        nn.init.zeros_(self.leave[1].bias)

    def forward(self, words: Tensor, row: Tensor, at: Tensor, near: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """``words``: (b, w, width); ``row``, ``at``: (n,) window and word of each anchor; ``near``: (n, u) words of its
        paragraph; ``mask``: (n, u), 1 where there is one. Gives scores (n, u, roles) and what led to them
        (n, u, refined)."""
        return self.scored(*_of_all(words, row, at, near), mask)

    def scored(self, words: Tensor, at: Tensor, near: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """The same with ``words`` (w, width) of all windows, and ``at`` and ``near`` among them.

        What needs no pair of anchor and word is worked out for the one or the other: pairs are most of the cost.
        """
        word, anchor = self.word(words), self.anchor(words[at])
        narrow, bucket = word[near], self.buckets[near - at[:, None] + _FARTHEST]
        mixed = (anchor @ self.pair.flatten(1)).view(-1, len(ROLES), NARROW) + self.alone.weight
        scores = narrow @ mixed.transpose(1, 2) + (self.distance.weight + self.alone.bias)[bucket]
        of_word, of_pair = self.enter.weight.split(NARROW, 1)
        x = (narrow * anchor[:, None]) @ of_pair.T + (word @ of_word.T)[near]
        x = x + (self.marked(anchor) + self.enter.bias)[:, None] + self.place.weight[bucket]
        seen = mask[:, :, None].to(words.dtype)
        for layer in self.layers:
            x = layer(x, seen)
        return scores + self.leave(x), x


class ClassHead(nn.Module):
    """Labels of a statement from its anchor, source, cue and content (pooled by the roles' probabilities) and from
    what the role head made of the paragraph."""

    def __init__(self, width: int, refined: int, sizes: dict[str, int]) -> None:
        super().__init__()
        self.look = nn.Linear(refined, 1)
        self.mix = nn.Sequential(nn.Linear(4 * width + refined, 288), nn.GELU(), nn.Dropout(0.2))
        self.out = nn.Linear(288, sum(sizes.values()))

    def forward(
        self, words: Tensor, row: Tensor, at: Tensor, near: Tensor, mask: Tensor, roles: Tensor, refined: Tensor
    ) -> Tensor:
        return self.scored(*_of_all(words, row, at, near), mask, roles, refined)

    def scored(self, words: Tensor, at: Tensor, near: Tensor, mask: Tensor, roles: Tensor, refined: Tensor) -> Tensor:
        """The same with ``words`` (w, width) of all windows, and ``at`` and ``near`` among them."""
        p = torch.softmax(roles.detach(), -1) * mask[:, :, None]
        begins = (ROLES.index(f"B-{role}") for role in ("source", "cue", "content"))
        weight = torch.stack([p[:, :, b] + p[:, :, b + 1] for b in begins], 1)
        pooled = (weight @ words[near]) / (weight.sum(-1, keepdim=True) + 1e-3)
        looked = torch.softmax(self.look(refined)[:, :, 0] + (mask - 1) * 1e4, -1)
        parts = [words[at], pooled.flatten(1), (looked[:, None] @ refined)[:, 0]]
        return self.out(self.mix(torch.cat(parts, -1)))


def _of_all(words: Tensor, row: Tensor, at: Tensor, near: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """The words of all windows one after the other, and places among them."""
    before = row * words.shape[1]
    return words.flatten(0, 1), at + before, near + before[:, None]


class Reader(nn.Module):
    """The encoder and, for each corpus, an anchor head and a role head; the class head is the guide's alone."""

    CORPORA = ("sourcing", "polnear")

    def __init__(self, size: str) -> None:
        super().__init__()
        shape, refining = SIZES[size]
        width = shape.width
        self.encoder = Encoder(shape)
        self.anchors = nn.ModuleDict({c: nn.Linear(width, len(ANCHORS)) for c in self.CORPORA})
        self.roles = nn.ModuleDict({c: RoleHead(width, refining) for c in self.CORPORA})
        self.sizes = {name: len(labels) for name, labels in CLASSES.items()}
        self.classes = ClassHead(width, refining.width, self.sizes)
        #: What each role counts after each (:mod:`training.paths`); zeros where it was not learned.
        self.steps = nn.ParameterDict({c: nn.Parameter(torch.zeros(len(ROLES), len(ROLES))) for c in self.CORPORA})

    def words(self, pieces: Tensor, case: Tensor, place: Tensor, quote: Tensor, first: Tensor) -> Tensor:
        """``first``: (batch, w) index of each word's first piece. Gives (batch, w, width)."""
        hidden = self.encoder(pieces, case, place, quote)
        return hidden.gather(1, first[:, :, None].expand(-1, -1, hidden.shape[-1]))
