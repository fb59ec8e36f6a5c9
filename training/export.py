"""Trained weights to what the package ships: ``python -m training.export WEIGHTS src/sayso/tagger/attribution_v6``.

Three graphs: the encoder (8-bit weights), the heads of the project's guide, and the heads of the outermost-attribution
projection; with the tokenizer, the labels and the checksums in ``model.json``.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from sayso.tagger.encoding import CASES, PLACES, QUOTES
from sayso.tagger.labels import ANCHORS, CLASSES, ROLES
from training import overflow
from training.attention import take_apart
from training.checksums import digest
from training.encoder import Shape
from training.model import SIZES, Reader
from training.train import REPEATED, tokenizer

WINDOW = 128
#: The corpus that each head learned from.
HEADS = {"guide": "sourcing", "outermost": "polnear"}


class EncoderGraph(nn.Module):
    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, case: Tensor, place: Tensor, quote: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """All (1, …); gives words (w, width), and anchor scores (w, classes) of the guide and of the projection."""
        words = self.model.encoder(pieces, case, place, quote)[0].index_select(0, first[0])
        return words, self.model.anchors["sourcing"](words), self.model.anchors["polnear"](words)


class HeadGraph(nn.Module):
    def __init__(self, model: Reader, corpus: str) -> None:
        super().__init__()
        self.roles = model.roles[corpus]
        self.classes = model.classes if corpus == "sourcing" else None

    def forward(self, words: Tensor, at: Tensor, near: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """``words``: (w, width); ``at``: (n,) anchors; ``near``, ``mask``: (n, u) their paragraphs' words. Gives roles
        (n, u, roles) and, with the guide's heads, classes (n, labels)."""
        roles, refined = self.roles.scored(words, at, near, mask)
        if self.classes is None:
            return (roles,)
        return roles, self.classes.scored(words, at, near, mask, roles, refined)


def _encoder_graph(model: Reader, path: Path) -> None:
    for layer in model.encoder.layers:
        layer.exporting = True
    inputs = (*(torch.ones(1, 32, dtype=torch.long) for _ in range(4)), torch.arange(20)[None])
    names = ["pieces", "case", "place", "quote", "first"]
    axes = {n: {1: "pieces"} for n in names[:4]} | {"first": {1: "words"}}
    axes |= {n: {0: "words"} for n in ("words", "anchors", "outermost")}
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.onnx"
        torch.onnx.export(
            EncoderGraph(model), inputs, str(raw), input_names=names, output_names=["words", "anchors", "outermost"],
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        eight_bit(raw, path, model.encoder.shape)
    take_apart(path)


def eight_bit(raw: Path, path: Path, shape: Shape) -> None:
    """An encoder's graph with its layers fused and 8-bit weights."""
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = False
    with tempfile.TemporaryDirectory() as folder:
        fused = str(Path(folder) / "fused.onnx")
        optimize_model(
            str(raw), "bert", num_heads=shape.heads, hidden_size=shape.width, optimization_options=options
        ).save_model_to_file(fused)
        quantize_dynamic(
            fused,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Attention", "Gather"],
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    overflow.mend(path)


def _head_graph(model: Reader, corpus: str, path: Path) -> None:
    near = torch.arange(12)[None].repeat(2, 1)
    inputs = (torch.randn(20, model.encoder.shape.width), torch.tensor([3, 7]), near, torch.ones(2, 12))
    outputs = ["roles", "classes"] if corpus == "sourcing" else ["roles"]
    axes = {
        "words": {0: "words"},
        "at": {0: "anchors"},
        "near": {0: "anchors", 1: "paragraph"},
        "mask": {0: "anchors", 1: "paragraph"},
        "roles": {0: "anchors", 1: "paragraph"},
        "classes": {0: "anchors"},
    }
    axes = {k: v for k, v in axes.items() if k != "classes" or "classes" in outputs}
    torch.onnx.export(
        HeadGraph(model, corpus), inputs, str(path), input_names=["words", "at", "near", "mask"], output_names=outputs,
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip
    _halve(path)


def _halve(path: Path) -> None:
    """Keep the weights of a graph as 16-bit floats; the run-time widens them once, when it loads the graph."""
    model = onnx.load(str(path))
    for weight in model.graph.initializer:
        if weight.data_type == onnx.TensorProto.FLOAT and len(weight.raw_data) > 4096:
            name, narrow = weight.name, onnx.numpy_helper.to_array(weight).astype("float16")
            weight.CopyFrom(onnx.numpy_helper.from_array(narrow, f"{name}.half"))
            cast = onnx.helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT)
            model.graph.node.insert(0, cast)
    onnx.save(model, str(path))


def export(weights: Path, out: Path, size: str, thresholds: dict[str, float]) -> None:
    """Write the model's directory; ``thresholds``: the probability from which a word counts as an anchor, by head."""
    model = Reader(size)
    model.load_state_dict(torch.load(weights, map_location="cpu", weights_only=True))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    _encoder_graph(model, out / "encoder.onnx")
    _head_graph(model, "sourcing", out / "heads.onnx")
    _head_graph(model, "polnear", out / "outermost.onnx")
    tokenizer().save(str(out / "tokenizer.json"))
    for name in ("encoder.onnx", "heads.onnx", "outermost.onnx"):
        onnx.checker.check_model(str(out / name))
    learned = {head: model.steps[corpus].detach() for head, corpus in HEADS.items()}
    steps = {
        head: [[round(value, 4) for value in row] for row in table.tolist()]
        for head, table in learned.items()
        if table.any()
    }
    files = sorted(p.name for p in out.iterdir() if p.suffix == ".onnx" or p.name == "tokenizer.json")
    about = {
        "format": 2,
        "name": out.name,
        "window": WINDOW,
        "thresholds": thresholds,
        "repeated": {head: 0.0 if head in steps else REPEATED for head in thresholds},
        "steps": steps,
        "labels": {"anchors": ANCHORS, "roles": ROLES, "classes": CLASSES, "features": [CASES, PLACES, QUOTES]},
        "sha256": {name: digest(out / name) for name in files},
    }
    (out / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("weights", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--threshold", type=float, default=0.45)
    ap.add_argument("--outermost-threshold", type=float, default=0.45)
    ap.add_argument("--size", choices=sorted(SIZES), default="accurate")
    o = ap.parse_args()
    export(o.weights, o.out, o.size, {"guide": o.threshold, "outermost": o.outermost_threshold})


if __name__ == "__main__":
    main()
