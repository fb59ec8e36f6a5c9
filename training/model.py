"""Anchors and roles: which words anchor a statement, and what every word is to every anchor.

The semantic-role formulation: a statement's anchor is its cue's first word (without a cue its source's first word,
without either its content's). One head finds anchors; one biaffine layer with a distance bias gives each word its role
for each anchor; small heads classify the anchor. Nested, shared and interrupted spans need no special case.
Each corpus has heads of its own (their guides differ), all over the same encoder pass.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from sayso.tagger.labels import ANCHORS, CLASSES, ROLES
from training.encoder import Encoder

NARROW = 160
_NEAR, _BUCKETS = 8, 33


def distance_bucket(distance: Tensor) -> Tensor:
    """Signed word distance to one of 33 buckets: exact to 8 words, then doubling."""
    size = distance.abs()
    far = (torch.log2(size.clamp(min=_NEAR).float() / _NEAR) * 2).long() + _NEAR
    bucket = torch.where(size <= _NEAR, size, far).clamp(max=_BUCKETS // 2)
    return bucket * distance.sign() + _BUCKETS // 2


class RoleHead(nn.Module):
    """Roles of every word for every anchor."""

    def __init__(self, width: int) -> None:
        super().__init__()
        roles = len(ROLES)
        self.anchor = nn.Sequential(nn.Linear(width, NARROW), nn.GELU(), nn.Dropout(0.1))
        self.word = nn.Sequential(nn.Linear(width, NARROW), nn.GELU(), nn.Dropout(0.1))
        self.pair = nn.Parameter(torch.randn(NARROW, roles, NARROW) * NARROW**-0.75)
        self.alone = nn.Linear(NARROW, roles)
        self.distance = nn.Embedding(_BUCKETS, roles)
        self.unit = nn.Embedding(5, roles)

    def forward(self, words: Tensor, row: Tensor, at: Tensor, distance: Tensor, unit: Tensor) -> Tensor:
        """``words``: (b, w, width); ``row``, ``at``: (n,) window and word of each anchor; ``distance``: (n, w) word
        minus anchor; ``unit``: (n, w) paragraphs from the anchor's, clipped to -2..2, plus 2. Gives (n, w, roles)."""
        narrow = self.word(words)[row]
        mixed = torch.einsum("nd,dre->nre", self.anchor(words[row, at]), self.pair)
        scores = torch.einsum("nre,nwe->nwr", mixed, narrow) + self.alone(narrow)
        return scores + self.distance(distance_bucket(distance)) + self.unit(unit)


class ClassHead(nn.Module):
    """Labels of a statement from its anchor, source and content, the last two pooled by the roles' probabilities."""

    def __init__(self, width: int, sizes: dict[str, int]) -> None:
        super().__init__()
        self.mix = nn.Sequential(nn.Linear(3 * width, width // 2), nn.GELU(), nn.Dropout(0.1))
        self.out = nn.Linear(width // 2, sum(sizes.values()))

    def forward(self, words: Tensor, row: Tensor, at: Tensor, roles: Tensor) -> Tensor:
        p = torch.softmax(roles.detach(), -1)
        parts = [words[row, at]]
        for role in ("source", "content"):
            b = ROLES.index(f"B-{role}")
            weight = p[:, :, b] + p[:, :, b + 1]
            parts.append((weight[:, None] @ words[row])[:, 0] / (weight.sum(-1, keepdim=True) + 1e-3))
        return self.out(self.mix(torch.cat(parts, -1)))


class Reader(nn.Module):
    """The encoder and, for each corpus, an anchor head and a role head; the class head is the guide's alone."""

    CORPORA = ("sourcing", "polnear")

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        width = encoder.shape.width
        self.encoder = encoder
        self.anchors = nn.ModuleDict({c: nn.Linear(width, len(ANCHORS)) for c in self.CORPORA})
        self.roles = nn.ModuleDict({c: RoleHead(width) for c in self.CORPORA})
        self.sizes = {name: len(labels) for name, labels in CLASSES.items()}
        self.classes = ClassHead(width, self.sizes)

    def words(self, pieces: Tensor, case: Tensor, place: Tensor, quote: Tensor, first: Tensor) -> Tensor:
        """``first``: (batch, w) index of each word's first piece. Gives (batch, w, width)."""
        hidden = self.encoder(pieces, case, place, quote)
        return hidden.gather(1, first[:, :, None].expand(-1, -1, hidden.shape[-1]))
