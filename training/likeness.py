"""What words are alike in meaning: one vector a word, as the published MiniLM reads the word alone.

    python -m training.likeness ../shared/data/news/allsides.jsonl.xz

writes ``src/sayso/trace/data/likeness.npz``: every word seen at least 6 times in a quarter of the articles, the mean of
what the whole encoder makes of its pieces (not of the pieces' own embeddings, as ``training.vectors`` takes them), on
the 128 directions in which these words differ most, each of length 1. A quarter of an hour on one core.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

import sayso.trace
from training.encoder import Encoder, Shape, load_pretrained, package_folder
from training.vectors import common

WIDTH, LEAST, EVERY, BATCH = 128, 6, 4, 256


@torch.no_grad()
def read_alone(words: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """(words, 384): each word as the encoder reads it with nothing around it."""
    folder = package_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_padding()
    encoder = Encoder(Shape())
    for added in (encoder.case, encoder.place, encoder.quote):
        nn.init.zeros_(added.weight)
    load_pretrained(encoder, folder)
    encoder.eval()
    made = np.zeros((len(words), encoder.shape.width), np.float32)
    for begin in range(0, len(words), BATCH):
        batch = tokenizer.encode_batch(words[begin : begin + BATCH])
        pieces = torch.tensor([each.ids for each in batch])
        held = torch.tensor([each.attention_mask for each in batch])[..., None]
        nothing = torch.zeros_like(pieces)
        read = encoder(pieces, nothing, nothing, nothing)
        made[begin : begin + BATCH] = ((read * held).sum(1) / held.sum(1)).numpy()
    return made


def main(news: Path) -> None:
    words = common(news, LEAST, EVERY)
    full = read_alone(words)
    full -= full.mean(0)
    _, _, directions = np.linalg.svd(full, full_matrices=False)
    table = full @ directions[:WIDTH].T
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    np.savez_compressed(
        Path(sayso.trace.__file__).parent / "data" / "likeness.npz",
        words=np.array("\n".join(words)),
        table=np.round(table / np.abs(table).max() * 127).astype(np.int8),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
