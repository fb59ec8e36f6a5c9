"""FollowTheMoney entities, for Aleph and OpenSanctions tools: an Article for each report, a Person, Organization or
LegalEntity for each named source, and a Documentation that ties the two and holds what was said.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.export.items import Item
from sayso.types import Source, Statement

_SCHEMATA = {"person": "Person", "organization": "Organization"}


def entity_lines(items: Iterable[Item]) -> Iterator[str]:
    """One entity a line. A source has the same id wherever it is known to be the same: within one report without a
    ledger, across reports with one.
    """
    for item in items:
        for entity in entities(item):
            yield msgspec.json.encode(entity).decode() + "\n"


def entities(item: Item) -> Iterator[dict[str, Any]]:
    """The article first, then each source before what it said."""
    report = item.reading.report
    article = _id("article", report.id)
    yield _entity(article, "Article", title=report.headline, publisher=report.outlet, sourceUrl=report.url,
                  publishedAt=report.published.value if report.published else None, language=report.language,
                  bodyText=report.text, author=report.byline)  # fmt: skip
    told: set[str] = set()
    for statement in item.wanted:
        source = item.source_of(statement)
        if source.name is None:
            continue
        found = item.found.get(statement.id)
        who = _id("source", found.entity if found and found.entity else f"{item.reading.reading.id}:{source.id}")
        if who not in told:
            told.add(who)
            yield _party(who, source)
        yield _documentation(item, statement, article, who)


def _party(name: str, source: Source) -> dict[str, Any]:
    schema = _SCHEMATA.get(source.type, "LegalEntity")
    return _entity(name, schema, name=source.name, position=source.title if schema == "Person" else None)


def _documentation(item: Item, statement: Statement, article: str, who: str) -> dict[str, Any]:
    words = " … ".join(span.of(item.reading.report.text) for span in statement.content)
    chain = "".join(f" via {hop.name}" for hop in statement.via)
    return _entity(
        _id("statement", f"{item.reading.reading.id}:{statement.id}"), "Documentation", document=article, entity=who,
        role=f"{statement.act}{chain}", summary=words, date=statement.when.start if statement.when else None,
    )  # fmt: skip


def _id(kind: str, key: str) -> str:
    return "sayso-" + hashlib.sha1(f"{kind}:{key}".encode(), usedforsecurity=False).hexdigest()


def _entity(id_: str, schema: str, /, **properties: str | tuple[str, ...] | None) -> dict[str, Any]:
    given = {key: [value] if isinstance(value, str) else list(value) for key, value in properties.items() if value}
    return {"id": id_, "schema": schema, "properties": given}
