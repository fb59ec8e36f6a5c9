"""What this report itself says of each statement: denied, confirmed, unverified, comment declined."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution.acts import Act
from sayso.attribution.links import Link
from sayso.attribution.views import View
from sayso.types import Standing

_STATUS = {"deny": "denied", "confirm": "confirmed", "no-comment": "declined", "cannot-verify": "unverified"}


def standings(
    items: Sequence[View], acts: Sequence[Act], links: Sequence[Link], ids: Sequence[str]
) -> list[list[Standing]]:
    """For each statement what the others say of it; the span is the answer's cue, or its content where it has none."""
    out: list[list[Standing]] = [[] for _ in items]
    for i, (item, act, link) in enumerate(zip(items, acts, links, strict=True)):
        status = _STATUS.get(act.act)
        if status and link.about is not None and not act.negated:
            spans = item.attribution.cue or item.attribution.content
            out[link.about].append(Standing(status, ids[i], spans[0]))
    return out
