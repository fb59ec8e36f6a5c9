"""The values of a statement's filters as words of the full-text index.

With them, words and any number of filters are one look-up in one index, in the order of the statements: nothing has
to be fetched that is thrown away. A tag is only a first sieve: different values may share one, so conditions stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

#: Filter of a query: the letter that its tags begin with, after an ``x``, and the column of ``statements``, if any.
_FILTERS = {
    "type": ("t", "type"), "disclosure": ("d", "disclosure"), "act": ("a", "act"), "firmness": ("f", "firmness"),
    "kind": ("k", "kind"), "how": ("h", "how"), "model": ("m", "model"), "judgement": ("j", "judged"),
    "outlet": ("o", "outlet_pk"), "source": ("n", "name_pk"), "standing": ("s", None), "via": ("v", None),
    "confidence": ("c", None),
}  # fmt: skip
_OWN = tuple((name, column) for name, (_, column) in _FILTERS.items() if column)
_OTHER = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=65536)
def tag(name: str, value: object) -> str:
    """``tag("type", "unnamed-person")`` → ``xtunnamedperson``.

    Names of sources, outlets and relays stand by their row, confidence in whole hundredths.
    """
    return f"x{_FILTERS[name][0]}{_OTHER.sub('', str(value).lower())}"


def tags_of(row: Mapping[str, Any], relays: Iterable[int], statuses: Iterable[str]) -> str:
    """All tags of a row of ``statements``; ``relays``: rows of their names."""
    found = [tag(name, row[column]) for name, column in _OWN if row[column] is not None]
    found.append(tag("confidence", int(row["confidence"] * 100)))
    found += [tag("via", relay) for relay in relays]
    found += [tag("standing", status) for status in statuses]
    return " ".join(found)
