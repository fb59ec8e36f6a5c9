"""Weights of :mod:`training.same_claim` to what ships: ``python -m training.same_claim_export WEIGHTS OUT``.

One graph, 8-bit weights: the word pieces of a sentence and, for each of its clauses, which pieces are its own, to one
vector a clause; with the tokenizer and the checksums in ``model.json``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from torch import Tensor, nn

from training.checksums import digest
from training.export import eight_bit
from training.same_claim import Teller, load
from training.train import tokenizer


class Graph(nn.Module):
    def __init__(self, model: Teller) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, said: Tensor) -> Tensor:
        """``pieces``: (1, n); ``said``: (clauses, n), 1 where a piece is of the clause. Gives (clauses, NARROW)."""
        vectors = self.model.pooled(self.model.words(pieces), said[None])[0]
        return nn.functional.normalize(vectors @ self.model.narrow.T, dim=-1)


def export(weights: Path, out: Path) -> None:
    model = load(weights)
    model.eval()
    for layer in model.encoder.layers:
        layer.exporting = True
    out.mkdir(parents=True, exist_ok=True)
    inputs = (torch.ones(1, 32, dtype=torch.long), torch.ones(2, 32))
    axes = {"pieces": {1: "pieces"}, "said": {0: "clauses", 1: "pieces"}, "vectors": {0: "clauses"}}
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.onnx"
        torch.onnx.export(
            Graph(model), inputs, str(raw), input_names=["pieces", "said"], output_names=["vectors"], dynamic_axes=axes,
            opset_version=17, dynamo=False,
        )  # fmt: skip
        eight_bit(raw, out / "encoder.onnx", model.encoder.shape)
    onnx.checker.check_model(str(out / "encoder.onnx"))
    tokenizer().save(str(out / "tokenizer.json"))
    files = ("encoder.onnx", "tokenizer.json")
    about = {"format": 1, "name": out.name, "sha256": {name: digest(out / name) for name in files}}
    (out / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("weights", type=Path)
    ap.add_argument("out", type=Path)
    o = ap.parse_args()
    export(o.weights, o.out)


if __name__ == "__main__":
    main()
