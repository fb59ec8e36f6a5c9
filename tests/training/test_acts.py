"""What is trained is what is shipped: the network in PyTorch and in numpy say the same."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.attribution import acts, network
from sayso.attribution.cues import cues
from sayso.attribution.encoded import ROWS
from tests.attribution.test_network import views

torch = pytest.importorskip("torch", reason="training needs torch")
pytest.importorskip("sklearn", reason="training needs scikit-learn")


def test_the_deep_half_is_the_trained_one() -> None:
    from training.acts import Example, Net, joined

    encoded = [
        acts.encoded(views("the dam holds", "“No, never,” he was not there", "2,000 people may flee"), cues()),
        acts.encoded(views("nobody knows"), cues()),
    ]
    torch.manual_seed(7)
    net = Net(5, 2).eval()
    part = [Example(e, np.full(len(e.content), -1), np.zeros(len(e.content), np.int64)) for e in encoded]
    with torch.no_grad():
        trained = torch.softmax(net(joined(part)) / 2, 1).numpy()
    parts = {name: p.detach().numpy() for name, p in net.named_parameters() if name not in ("words", "hands")}
    width = 3 * net.words.shape[1]
    flat = {"means.weight": np.zeros((5, width), np.float32), "means.bias": np.zeros(5, np.float32)}
    words = net.words.detach().numpy()
    shipped = network.Network(tuple("abcde"), words, parts | flat, np.zeros((ROWS, 5), np.int8), 1.0)
    assert np.allclose(trained, np.vstack([shipped.probabilities(e) for e in encoded]), atol=1e-5)
