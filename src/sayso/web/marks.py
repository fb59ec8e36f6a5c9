"""The text of a part as the page marks it: which statements begin where, and how each stretch of words looks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sayso.export.segments import Segment
from sayso.web.reading import Card, Part


@dataclass(frozen=True, slots=True)
class Begin:
    """The number before a statement's first word."""

    place: str
    look: str
    label: str
    signs: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words with one look. ``all``, ``content``, ``cue`` and ``source`` are the places of the statements that they
    belong to, joined by spaces, for the script.
    """

    text: str
    begins: tuple[Begin, ...]
    look: str
    all: str
    content: str
    cue: str
    source: str


def marked(
    part: Part, cards: Mapping[str, Card], visible: Collection[str]
) -> list[tuple[str, int, tuple[Stretch, ...]]]:
    """Role of each paragraph, where it begins in the report, and its stretches. ``visible``: places of the
    statements that are shown.
    """
    begins = {place: _begin(card, shown=place in visible) for place, card in cards.items()}
    return [
        (
            passage.role,
            passage.span.begin,
            tuple(_stretch(segment, cards, visible, begins) for segment in passage.segments),
        )
        for passage in part.passages
    ]


def _begin(card: Card, *, shown: bool) -> Begin:
    look = "n" + (" not" if card.contested else "") + (" unsure" if card.unsure else "") + ("" if shown else " off")
    label = f"statement {card.place}" + (", contested" if card.contested else "") + (", unsure" if card.unsure else "")
    signs = ("◌" if "anonymous" in card.layers else "") + ("?" if "unverified" in card.layers else "")
    return Begin(card.place, look, label, signs + ("≈" if card.unsure else ""))


def _stretch(
    segment: Segment, cards: Mapping[str, Card], visible: Collection[str], begins: Mapping[str, Begin]
) -> Stretch:
    known = [place for place in segment.ids if place in cards] if segment.ids else []
    if not known:
        return Stretch(segment.text, (), "m", "", "", "", "")
    content = [place for place in segment.content if place in visible]
    look = ["m"]
    if content:
        inner = cards[content[-1]]
        look += ["c", inner.statement.kind] + ["deep"] * (len(content) > 1) + ["faint"] * inner.unsure
    look += ["q"] * any(place in visible for place in segment.cue)
    look += ["w"] * any(place in visible for place in segment.source)
    opens = tuple(begins[place] for place in segment.opens if place in begins)
    return Stretch(
        segment.text, opens, " ".join(look), _joined(known), _joined(segment.content), _joined(segment.cue),
        _joined(segment.source),
    )  # fmt: skip


def _joined(places: Iterable[str]) -> str:
    return " ".join(places)
