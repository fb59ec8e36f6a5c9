"""8-bit weights that no processor overflows: ``python -m training.overflow OLD_DIRECTORY NEW_DIRECTORY``.

Processors without instructions made for it (VNNI on x86-64) multiply neighbouring pairs of 8-bit numbers and add the
two products in 16 bits, cutting off what is larger: the same graph gives other numbers there. Here every column of
weights gets the scale at which no pair can reach that, so all processors multiply whole numbers alike.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import ModelProto, NodeProto, numpy_helper

from training.attention import take_apart
from training.checksums import digest

#: Two weights of one sign times the largest activation: 255 · 128 < 2¹⁵.
LARGEST_PAIR = 128

#: Where each kind of node has its weight, the weight's scale and its zero point. What a plain product multiplies its
#: whole numbers with stands in another node.
_PLACES = {"QAttention": (1, 4, 7), "MatMulIntegerToFloat": (1, 3, 5), "MatMulInteger": (1, None, 3)}


def largest_pair(weight: npt.NDArray[np.int8]) -> npt.NDArray[np.int64]:
    """The largest sum of two neighbouring weights of one sign, by column: (rows, columns) to (columns,)."""
    whole = weight.astype(np.int64)
    whole = np.concatenate([whole, np.zeros((len(whole) % 2, whole.shape[1]), np.int64)])
    one, other = whole[::2], whole[1::2]
    sums = np.abs(np.where(one * other >= 0, one + other, 0))
    return np.asarray(sums.max(0))


def within_16_bits(
    weight: npt.NDArray[np.int8], scale: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Weights (rows, columns) and scales (columns,) that stand for nearly the same numbers and overflow nowhere."""
    real, fitted = weight * scale.astype(np.float64), scale.astype(np.float64)
    narrow = weight
    while (over := np.maximum(largest_pair(narrow) / LARGEST_PAIR, 1)).max() > 1:
        fitted = fitted * np.where(over > 1, np.maximum(over, 1.001), 1)
        narrow = np.rint(real / fitted).astype(np.int8)
    return narrow, fitted.astype(np.float32)


def weights(model: ModelProto) -> Iterator[tuple[str, str]]:
    """Names of all 8-bit weights that are multiplied with, each with the name of its scale.

    Raises:
        ValueError: a weight has a zero point of its own.
    """
    values = {each.name: each for each in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type in _PLACES:
            weight, scale, zero = _names(node)
            if numpy_helper.to_array(values[zero]).any():
                raise ValueError(f"{weight}: its zero point is not 0")
            yield weight, scale


def _names(node: NodeProto) -> tuple[str, str, str]:
    weight, scale, zero = _PLACES[node.op_type]
    name = node.input[weight]
    return name, node.input[scale] if scale else name.replace("_quantized", "_scale"), node.input[zero]


def mend(path: Path) -> None:
    """Rescale the weights of the graph in that file."""
    model = onnx.load(str(path))
    values = {each.name: each for each in model.graph.initializer}
    for weight, scale in weights(model):
        made = within_16_bits(numpy_helper.to_array(values[weight]), numpy_helper.to_array(values[scale]))
        for name, value in zip((weight, scale), made, strict=True):
            values[name].CopyFrom(numpy_helper.from_array(value, name))
    onnx.save(model, str(path))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("old", type=Path)
    ap.add_argument("new", type=Path)
    ap.add_argument("--take-apart", action="store_true", help="the fused attention too: where windows go one at a time")
    o = ap.parse_args()
    shutil.copytree(o.old, o.new)
    encoder, manifest = o.new / "encoder.onnx", o.new / "model.json"
    before = digest(encoder)
    if o.take_apart:
        take_apart(encoder)
    mend(encoder)
    about = manifest.read_text("utf-8").replace(before, digest(encoder))
    manifest.write_text(about.replace(f'"name": "{o.old.name}"', f'"name": "{o.new.name}"'), encoding="utf-8")


if __name__ == "__main__":
    main()
