"""A human decision as a value, and what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

Action = Literal["accept", "reject", "correct", "add", "note", "merge", "split", "undo"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is judged, so described that it is found again when the report has been read anew.

    ``what``: statement, source or report. ``spans``: the content of a statement, the mentions of a source.
    ``source`` and ``mention``: name and words of a statement's source, which tell statements of one span apart.
    ``name`` of a source: as the reading had it; ``role``: source, relay or publisher.
    """

    what: Literal["statement", "source", "report"]
    spans: tuple[tuple[int, int], ...] = ()
    source: str | None = None
    mention: tuple[int, int] | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """``machine`` is what the machine had said, ``value`` what the judge says; both as JSON values.

    Of an "add" ``value`` is the statement (:class:`sayso.ledger.added.Addition`), of a "note" its text.
    """

    id: str
    at: str
    by: str
    why: str | None
    action: Action
    report_id: str | None = None
    reading_id: str | None = None
    anchor: Anchor | None = None
    field: str | None = None
    machine: Any = None
    value: Any = None
    target: str | None = None
    into: str | None = None


def in_force(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those that no later undo puts out, undos included; an undo can itself be undone."""
    out: set[str | None] = set()
    kept: list[Judgement] = []
    for judgement in reversed(judgements):
        if judgement.id not in out:
            kept.append(judgement)
            if judgement.action == "undo":
                out.add(judgement.target)
    return tuple(reversed(kept))


def active(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """The judgements in force, in order, without the undos."""
    return tuple(judgement for judgement in in_force(judgements) if judgement.action != "undo")
