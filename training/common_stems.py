"""Makes ``sayso/trace/data/common_stems.bin``: how common stems are in English, from a vocabulary in order of
frequency.

    python -m training.common_stems vocab.txt

``vocab.txt`` is that of bert-base-uncased (Apache-2.0), whose whole words are ranked by frequency in Wikipedia and
books. By Zipf's law the word of rank r makes up 0.1 / r of all words; the file holds each stem's chance to stand in a
report of ``WORDS`` words.
"""

from __future__ import annotations

import argparse
import math
from collections import defaultdict
from pathlib import Path

import numpy as np

from sayso.trace.sketches import COMMON_STEMS
from sayso.trace.tokens import tokenize
from sayso.types import Span

WORDS = 500
RANKS = 12_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vocabulary", type=Path)
    lines = parser.parse_args().vocabulary.read_text("utf8").split()
    words = [word for word in lines if word.isascii() and word.isalpha() and len(word) > 1][:RANKS]
    text = " ".join(words)
    stems = tokenize(text, [Span(0, len(text))]).stems.tolist()
    rate: dict[int, float] = defaultdict(float)
    for rank, stem in enumerate(stems, 1):
        rate[stem] += 0.1 / rank
    keys = np.array(sorted(rate), "<u4")
    chance = np.array([1 - math.exp(-WORDS * rate[key]) for key in keys.tolist()])
    COMMON_STEMS.write_bytes(keys.tobytes() + np.ceil(chance * 65535).astype("<u2").tobytes())
    print(f"{len(keys)} stems, {COMMON_STEMS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
