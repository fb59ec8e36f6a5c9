"""The reader: a report with its statements marked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from sayso.api.problems import Problem, looked_up
from sayso.api.services import Shared
from sayso.trace import looking
from sayso.web.by_hand import EMPTY
from sayso.web.marks import marked
from sayso.web.reading import Layers, Parts
from sayso.web.render import Viewer, render
from sayso.web.routes.by_hand import CHOICES

router = APIRouter()
_parts = Parts()


@router.get("/reports/{report}")
def reader(
    report: str, request: Request, shared: Shared, visitor: Viewer, part: int = 1, at: str | None = None,
    kind: Annotated[list[str] | None, Query()] = None, only: Annotated[list[str] | None, Query()] = None,
    shown: bool = False,
) -> Response:  # fmt: skip
    """``at``: the place of a statement (``s4``) whose part is wanted; ``shown``: the layers were chosen."""
    with looked_up(), shared.ledger.read() as view:
        found = view.report(report)
        judged = view.log(report, 1000)
        kin = looking.copies_with(view, report)
    made = _parts.of(found, judged)
    if at is not None:
        number = next((n for n, p in enumerate(made) if any(c.place == at for c in p.cards)), None)
        part = part if number is None else number + 1
    if not 1 <= part <= len(made):
        raise Problem(404, f"the report has {len(made)} parts", "Begin with the first", code="part", input=str(part))
    layers = Layers(tuple(kind or ()), tuple(only or ())) if shown else Layers()
    undone = {entry.target for entry in judged if entry.action == "undo"}
    last = next((j for j in judged if j.by == visitor.name and j.id not in undone and j.action != "undo"), None)
    cards = {c.place: c for p in made for c in p.cards}
    visible = {c.place for c in made[part - 1].cards if layers.show(c)}
    return render(
        request, "reader.html", visitor, view=found, report=found.reading.report, part=made[part - 1], number=part,
        total=len(made), cards=cards, layers=layers, visible=visible, last=last, kin=kin,
        text=marked(made[part - 1], cards, visible), nothing=EMPTY, sources=found.reading.sources,
        choices=CHOICES,
    )  # fmt: skip
