"""Words of a text with their offsets, at the speed of one search."""

from __future__ import annotations

import re
from itertools import accumulate


def pieces(pattern: re.Pattern[str], text: str) -> tuple[list[str], list[int], list[int]]:
    """What ``pattern``, all of it one group and without another, finds in ``text``: the words, their begins and ends.

    Cutting the text and adding up lengths costs half as much as asking every match where it stands.
    """
    parts = pattern.split(text)
    places = list(accumulate(map(len, parts)))
    return parts[1::2], places[:-1:2], places[1::2]
