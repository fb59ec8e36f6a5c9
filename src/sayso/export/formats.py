"""The formats of ``sayso export``: one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from sayso import wire
from sayso.export.items import Item


@dataclass(frozen=True, slots=True)
class Form:
    """``writer`` is ``module:function``, imported on first use: with ``folder`` it takes the items and a folder, else
    it takes the items and gives the text piece by piece.
    """

    name: str
    writer: str
    about: str
    folder: bool = False

    def _function(self) -> Callable[..., Any]:
        module, name = self.writer.split(":")
        function: Callable[..., Any] = getattr(import_module(module), name)
        return function

    def text(self, items: Iterable[Item], **more: Any) -> Iterator[str]:
        pieces: Iterator[str] = self._function()(items, **more)
        return pieces

    def write(self, items: Iterable[Item], folder: Path) -> None:
        self._function()(items, folder)


FORMS = {
    form.name: form
    for form in (
        Form("csv", "sayso.export.tables:csv_lines", "one table, see --table"),
        Form("jsonl", "sayso.export.formats:reading_lines", "sayso.reading/1, one report a line"),
        Form("parquet", "sayso.export.parquet:write_tables", "a folder with three tables", folder=True),
        Form("annotations", "sayso.export.annotations:annotation_lines", "W3C Web Annotation"),
        Form("brat", "sayso.export.brat:write_folder", "a folder of brat stand-off files", folder=True),
        Form("claimreview", "sayso.export.claimreview:claim_lines", "drafts for schema.org ClaimReview"),
        Form("prov", "sayso.export.prov:prov_lines", "W3C PROV-JSON, one report a line"),
        Form("ftm", "sayso.export.followthemoney:entity_lines", "FollowTheMoney entities"),
    )
}


def reading_lines(items: Iterable[Item]) -> Iterator[str]:
    """``sayso.reading/1``, one object a line."""
    for item in items:
        yield wire.to_json(item.reading).decode() + "\n"
