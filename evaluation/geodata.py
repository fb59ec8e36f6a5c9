"""The geoparsing corpora that places are trained and scored on: LGL (local news) and GeoVirus (Wikinews)."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from sayso.types import Span

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "geoparsing"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place mention as annotated; degrees, None where the annotators found no place."""

    span: Span
    at: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Document:
    corpus: str
    id: str
    outlet: str  # host name of the page's outlet
    text: str
    marks: tuple[Mark, ...]

    @property
    def held_out(self) -> bool:
        """A fixed fifth of the outlets (LGL) or articles (GeoVirus): nothing of theirs is trained on."""
        return zlib.crc32(self.outlet.encode() if self.corpus == "lgl" else self.id.encode()) % 5 == 0


def lgl(folder: Path = FOLDER) -> Iterator[Document]:
    for article in ElementTree.parse(folder / "lgl.xml").getroot():
        marks = []
        for toponym in article.iter("toponym"):
            span = Span(int(toponym.findtext("start", "0")), int(toponym.findtext("end", "0")))
            tag = toponym.find("gaztag")
            at = None if tag is None else (float(tag.findtext("lat", "")), float(tag.findtext("lon", "")))
            marks.append(Mark(span, at))
        text, id = article.findtext("text", ""), article.get("docid", "")
        yield Document("lgl", id, article.findtext("domain", ""), text, tuple(marks))


def geovirus(folder: Path = FOLDER) -> Iterator[Document]:
    for article in ElementTree.parse(folder / "GeoVirus.xml").getroot():
        marks = []
        for location in article.iter("location"):
            span = Span(int(location.findtext("start", "1")) - 1, int(location.findtext("end", "1")) - 1)
            marks.append(Mark(span, (float(location.findtext("lat", "")), float(location.findtext("lon", "")))))
        id = article.findtext("source", "")
        yield Document("geovirus", id, "wikinews.org", article.findtext("text", ""), tuple(marks))


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two (latitude, longitude) in degrees."""
    north, east = math.radians(b[0] - a[0]), math.radians(b[1] - a[1])
    h = math.sin(north / 2) ** 2 + math.cos(math.radians(a[0])) * math.cos(math.radians(b[0])) * math.sin(east / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))
