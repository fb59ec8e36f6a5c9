from __future__ import annotations

from pathlib import Path

from sayso.ledger.schema import metadata
from sayso.ledger.schema_page import page

DOCS = Path(__file__).parent.parent.parent / "docs"


def test_the_page_is_as_the_code_has_it() -> None:
    written = (DOCS / "ledger-schema.md").read_text(encoding="utf-8")
    assert written == page(), "run: python -m sayso.ledger.schema_page > docs/ledger-schema.md"


def test_every_table_and_column_says_what_it_holds() -> None:
    for table in metadata.sorted_tables:
        assert table.comment
        assert f"### {table.name}\n" in page()
        assert all(column.comment for column in table.columns), table.name


def test_the_account_names_every_table() -> None:
    account = (DOCS / "ledger.md").read_text(encoding="utf-8")
    assert [table.name for table in metadata.sorted_tables if f"`{table.name}`" not in account] == []
