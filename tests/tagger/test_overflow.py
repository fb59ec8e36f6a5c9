"""Shipped encoders give the same whole numbers on every processor: no pair of weights can overflow 16 bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from onnx import numpy_helper

from sayso.settings import FAST, MODEL
from sayso.tagger.files import folder
from sayso.trace.claims import senses
from training.overflow import LARGEST_PAIR, largest_pair, weights, within_16_bits

_ENCODERS = [folder(MODEL), folder(FAST), senses.MODEL]


@pytest.mark.parametrize("model", _ENCODERS, ids=lambda path: path.name)
def test_no_shipped_weights_overflow(model: Path) -> None:
    graph = onnx.load(str(model / "encoder.onnx"))
    values = {each.name: each for each in graph.graph.initializer}
    pairs = [largest_pair(numpy_helper.to_array(values[weight])).max() for weight, _ in weights(graph)]
    assert len(pairs) >= 10
    assert max(pairs) <= LARGEST_PAIR


def test_pairs_are_rows_beside_each_other_and_opposite_signs_never_add_up() -> None:
    weight = np.array([[100, 100, 1], [100, -100, 90], [3, 100, 90]], np.int8)
    assert largest_pair(weight).tolist() == [200, 100, 91]


@given(arrays(np.int8, st.tuples(st.integers(1, 9), st.integers(1, 5)), elements=st.integers(-127, 127)))
def test_what_overflows_is_rescaled_and_nothing_else(weight: np.ndarray) -> None:
    scale = np.linspace(0.001, 0.01, weight.shape[1], dtype=np.float32)
    fitted, scales = within_16_bits(weight, scale)
    assert largest_pair(fitted).max() <= LARGEST_PAIR
    sound = largest_pair(weight) <= LARGEST_PAIR
    assert np.array_equal(fitted[:, sound], weight[:, sound])
    assert np.array_equal(scales[sound], scale[sound])
    assert np.abs(fitted * scales - weight * scale).max() <= scales.max() * 0.51
