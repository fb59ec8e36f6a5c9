"""The tools as a client uses them: over the command's own standard streams, and in this process."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.mcp import serve
from tests.ledger.story import FERRY, STORY


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = str(tmp_path / "ledger.sqlite3")
    with Ledger(path) as opened, opened.write() as session:
        for reading in STORY:
            session.add(reading)
    return path


def call(server: Any, tool: str, **given: Any) -> Any:
    async def ask() -> Any:
        async with Client(server) as client:
            return await client.call_tool(tool, given)

    result = asyncio.run(ask())
    text = result.content[0].text
    return text if result.is_error else json.loads(text)


def test_every_tool_answers_with_exact_words(ledger: str) -> None:
    server = serve(ledger)
    found = call(server, "find_statements", words="overloaded")
    assert found["count"]["value"] == len(found["items"]) == 2
    item = next(item for item in found["items"] if item["report"] == FERRY.report.id)
    text = call(server, "show_report", report=item["report"])["report"]["text"]
    assert text[item["begin"] : item["end"]] == item["words"]
    assert call(server, "show_statement", statement=item["id"])["found"]["words"] == item["words"]
    assert call(server, "show_source", source="Ada Quill")["name"] == "Ada Quill"
    assert call(server, "find_reports", words="inquiry")["items"]
    both = [reading.report.id for reading in STORY[:2]]
    assert call(server, "compare_reports", a=both[0], b=both[1])["schema"] == "sayso.comparison/1"
    assert {r["id"] for r in call(server, "trace_claims")["reports"]} == {reading.report.id for reading in STORY}


@pytest.mark.parametrize(
    ("tool", "given"),
    [("show_report", {"report": "abcdef1234"}), ("show_statement", {"statement": "x"}),
     ("find_statements", {"kind": ["loud"]}), ("find_statements", {"limit": 0})],
)  # fmt: skip
def test_a_failure_says_what_to_do(ledger: str, tool: str, given: dict[str, Any]) -> None:
    answer = call(serve(ledger), tool, **given)
    assert isinstance(answer, str)
    assert "Traceback" not in answer
    assert len(answer) > 20


def test_no_ledger_no_server(tmp_path: Path) -> None:
    with pytest.raises(LedgerError):
        serve(str(tmp_path / "none.sqlite3"))


def test_the_command_speaks_over_standard_streams(ledger: str) -> None:
    code = "from sayso.cli import main; main()"
    parameters = StdioServerParameters(command=sys.executable, args=["-c", code, "mcp", "--ledger", ledger])

    async def ask() -> list[str]:
        async with Client(stdio_client(parameters)) as client:
            return [tool.name for tool in (await client.list_tools()).tools]

    assert "find_statements" in asyncio.run(ask())
