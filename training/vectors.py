"""Short vectors of common words from the input embeddings of the published MiniLM.

    python -m training.vectors ../shared/data/news/allsides.jsonl.xz

writes ``src/sayso/attribution/words.npz``: every word seen at least 12 times in an eighth of the articles, the mean of
its pieces' embeddings, on the 64 directions in which these words differ most.
"""

from __future__ import annotations

import sys
from collections import Counter
from itertools import islice
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

import sayso.attribution
from sayso.attribution.views import words
from training.data import read_allsides
from training.encoder import package_folder

WIDTH, LEAST, EVERY = 64, 12, 8


def common(news: Path) -> list[str]:
    """Common words, the commonest first."""
    count: Counter[str] = Counter()
    for row in islice(read_allsides(news), 0, None, EVERY):
        count.update(words(row.get("text") or ""))
    return [word for word, times in count.most_common() if times >= LEAST and word[0].isalpha()]


def main(news: Path) -> None:
    known = common(news)
    folder = package_folder()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    pieces = load_file(folder / "model.safetensors")["embeddings.word_embeddings.weight"].astype(np.float32)
    full = np.array([pieces[e.ids].mean(0) for e in tokenizer.encode_batch(known, add_special_tokens=False)])
    full -= full.mean(0)
    _, _, directions = np.linalg.svd(full, full_matrices=False)
    table = full @ directions[:WIDTH].T
    table /= table.std()
    scale = float(np.abs(table).max() / 127)
    np.savez_compressed(
        Path(sayso.attribution.__file__).parent / "words.npz",
        words=np.array("\n".join(known)),
        table=np.round(table / scale).astype(np.int8),
        scale=scale,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
