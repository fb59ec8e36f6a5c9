"""W3C Web Annotation: one annotation for each statement, on the words of its content.

Positions count Unicode code points, as the Web Annotation data model asks, in ``report.text`` (not in the page's own
markup); the exact words with what stands before and after them find the place in any other rendering of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

import msgspec

from sayso.export.items import Item
from sayso.types import Span, Statement

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:terms:"}]
_AROUND = 32  # characters of prefix and suffix


def annotation_lines(items: Iterable[Item]) -> Iterator[str]:
    """One AnnotationPage, an annotation on each line."""
    yield f'{{"@context":{_json(CONTEXT)},"id":"urn:sayso:annotations","type":"AnnotationPage","items":['
    comma = ""
    for item in items:
        for statement in item.wanted:
            yield f"{comma}\n{_json(annotation(item, statement))}"
            comma = ","
    yield "\n]}\n"


def _json(value: object) -> str:
    return msgspec.json.encode(value).decode()


def annotation(item: Item, statement: Statement) -> dict[str, Any]:
    """The annotation without its ``@context``; a content that the cue interrupts has several targets."""
    info, text = item.reading.reading, item.reading.report.text
    found = item.found.get(statement.id)
    targets = [_target(item, span) for span in statement.content]
    return {
        "id": f"urn:sayso:statement:{quote(found.id if found else f'{info.id}:{statement.id}', safe=':')}",
        "type": "Annotation",
        "motivation": "describing",
        "created": info.made,
        "generator": {"id": f"urn:sayso:software:{quote(info.software)}", "type": "Software", "name": info.software},
        "body": list(_bodies(item, statement)),
        "target": targets[0] if len(targets) == 1 else targets,
        "sayso:model": info.model,
        "sayso:confidence": statement.confidence,
        "sayso:cue": [_selectors(text, span) for span in statement.cue],
        "sayso:mention": _selectors(text, statement.source.mention) if statement.source.mention else None,
    }


def _bodies(item: Item, statement: Statement) -> Iterator[dict[str, Any]]:
    source = statement.source
    name = source.name or source.title or source.type
    chain = "".join(f", via {hop.name}" for hop in statement.via)
    yield {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "language": "en",
           "value": f"{name}: {statement.act}, {statement.kind}, {statement.firmness}{chain}"}  # fmt: skip
    if source.name:
        yield {"type": "TextualBody", "purpose": "identifying", "format": "text/plain", "value": source.name}
    found = item.found.get(statement.id)
    tags = [f"source:{source.type}", f"act:{statement.act}", f"firmness:{statement.firmness}", f"kind:{statement.kind}"]
    tags += [f"standing:{standing.status}" for standing in statement.standing]
    if found and found.judgement != "none":
        tags.append(f"judgement:{found.judgement}")
    for tag in dict.fromkeys(tags):
        yield {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": tag}
    for note in found.notes if found else ():
        yield {"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": note.text,
               "created": note.at, "creator": {"type": "Person", "name": note.by}}  # fmt: skip


def _target(item: Item, span: Span) -> dict[str, Any]:
    report = item.reading.report
    target = {"source": report.url or f"urn:sayso:report:{report.id}", "selector": _selectors(report.text, span)}
    return target | ({"sayso:report": report.id} if report.url else {})


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextQuoteSelector", "exact": span.of(text), "prefix": text[max(0, span.begin - _AROUND) : span.begin],
         "suffix": text[span.end : span.end + _AROUND]},
        {"type": "TextPositionSelector", "start": span.begin, "end": span.end},
    ]  # fmt: skip
