"""Prints the schema of a ledger as a page: ``python -m sayso.ledger.schema_page > docs/ledger-schema.md``."""

from __future__ import annotations

from sqlalchemy import Column, Table

from sayso.ledger.schema import SCHEMA, drawn, kept, metadata, traced

_HEAD = f"""# The schema of a ledger

Printed from the code by `python -m sayso.ledger.schema_page`; schema {SCHEMA}. The same on SQLite and PostgreSQL.
Times are ISO 8601 in UTC, offsets are Unicode code points into `reports.text`, end exclusive. What the tables are for
and what is promised of them is said in [ledger.md](ledger.md).
"""


def page() -> str:
    """The page in Markdown: a diagram, then every table with its columns and indexes."""
    parts = [_HEAD, _diagram()]
    for title, module in (("Kept", kept), ("Drawn", drawn), ("Traced", traced)):
        parts.append(f"## {title}\n\n{_first_lines(module.__doc__ or '')}\n")
        tables = [table for table in metadata.tables.values() if getattr(module, table.name, None) is table]
        parts += [_table(table) for table in tables]
    return "\n".join(parts)


def _first_lines(doc: str) -> str:
    return doc.strip().replace("``", "`")


def _diagram() -> str:
    arrows = sorted(
        {(key.column.table.name, table.name) for table in metadata.sorted_tables for key in table.foreign_keys}
    )
    lines = [f'    {one} ||--o{{ {many} : ""' for one, many in arrows if one != many]
    return "\n".join(["```mermaid", "erDiagram", *lines, "```", ""])


def _table(table: Table) -> str:
    lines = [f"### {table.name}", "", table.comment or "", "", "| column | type | holds |", "|---|---|---|"]
    lines += [f"| `{column.name}` | {_type(column)} | {column.comment} |" for column in table.columns]
    indexes = sorted(", ".join(f"`{c.name}`" for c in index.columns) for index in table.indexes)
    if indexes:
        lines += ["", "Indexes: " + "; ".join(indexes) + "."]
    return "\n".join([*lines, ""])


def _type(column: Column[object]) -> str:
    marks = [str(column.type).lower()]
    if column.primary_key:
        marks.append("key")
    if column.unique:
        marks.append("unique")
    if column.nullable:
        marks.append("may be null")
    marks += [f"→ `{key.target_fullname}`" for key in column.foreign_keys]
    return ", ".join(marks)


if __name__ == "__main__":
    print(page(), end="")
