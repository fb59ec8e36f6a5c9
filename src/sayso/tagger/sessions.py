"""One thread of the run-time for one graph."""

from __future__ import annotations

import onnxruntime as ort

from sayso.errors import ModelError


def session(path: str) -> ort.InferenceSession:
    """Threads, where there are several, work on different inputs.

    Raises:
        ModelError: the file cannot be loaded.
    """
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # hardly two inputs have one length: planning memory for each costs 1 to 3 %
    try:
        # Fused, a sum and its normalisation take eight times as long on one processor core as the two by themselves.
        return ort.InferenceSession(
            path, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )
    except Exception as e:  # onnxruntime raises many kinds for a damaged file
        raise ModelError(path, "the file cannot be loaded", "Install the package again") from e
