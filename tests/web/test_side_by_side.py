"""Two reports side by side: the page has the figures and the differences that the command tells."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from starlette.testclient import TestClient

from sayso.api import Serving
from sayso.ledger import Ledger, Original
from sayso.trace.whole import compare
from sayso.types import Reading
from sayso.web import create_app
from tests.trace.told import BESIDES, Said, reading

FIGURE = "{} dockers were killed when the northern crane collapsed onto the grain carrier"


def _page(number: str, value: float, input: str, rest: str = "") -> Reading:
    words = FIGURE.format(number)
    text = f"Milda Krantz said {words}.\n\n{BESIDES[0]}\n\n{rest}{BESIDES[3]}"
    made = reading(text, [Said(words, "Milda Krantz", amounts=((number, value, "people"),))], outlet=input)
    return replace(made, input=input, report=replace(made.report, outlet=None, external_id=None))


def test_the_page_tells_what_the_command_does(tmp_path: Path) -> None:
    wire, copy = _page("Nine", 9, "in/wire.txt", "The school stayed shut. " * 3), _page("Eleven", 11, "in/copy.txt")
    (made,) = compare(wire, copy).copies
    with Ledger(str(tmp_path / "ledger.sqlite3")) as ledger, ledger.write() as session:
        for each in (wire, copy):
            session.add(each, Original(None))
    app = create_app(Serving(ledger=str(tmp_path / "ledger.sqlite3"), user="anna"))
    with TestClient(app, base_url="http://127.0.0.1:8765") as client:
        shown = client.get(f"/compare?a={wire.report.id}&b={copy.report.id}").text
    one, other = (made.report, made.of) if made.report == wire.report.id else (made.of, made.report)
    files = {wire.report.id: "wire.txt", copy.report.id: "copy.txt"}
    assert {one, other} == files.keys()
    assert f"<bdi>{files[made.report]}</bdi></strong> took {made.coverage * 100:.0f} % of its words from" in shown
    assert "outlet unknown" not in shown
    assert "Figures that differ" in shown
    for number in ("Nine", "Eleven"):
        assert f'edit">{number}<span class="hidden"> (figure differs)</span>' in shown
