"""Where a family's text began."""

from __future__ import annotations

import pytest

from sayso.trace.families import trace_copies
from sayso.trace.fingerprints import fingerprint
from sayso.trace.types import Origin
from tests.trace import desk

NO_DATELINE = desk.WIRE.replace("VARNHOLM (Orrin) – ", "")


@pytest.mark.parametrize(
    ("reports", "origin"),
    [
        pytest.param([("Orrin", desk.WIRE), ("Tern Echo", desk.WIRE)], Origin(report="0"), id="the agency's is here"),
        pytest.param([("Tern Echo", desk.WIRE), ("Dune Post", desk.WIRE)], Origin(agency="Orrin"), id="it is not"),
        pytest.param(
            [("Tern Echo", NO_DATELINE), ("Dune Post", desk.WIRE)], Origin(agency="Orrin"), id="one credits it"
        ),
        pytest.param([("Tern Echo", NO_DATELINE), ("Dune Post", NO_DATELINE)], Origin(report="0"), id="nobody credits"),
        pytest.param([("Tern Echo", desk.WIRE)], Origin(agency="Orrin"), id="a single reprint"),
        pytest.param([("Orrin", desk.WIRE)], None, id="a single report of the agency's own"),
        pytest.param([("Tern Echo", desk.UNRELATED)], None, id="a single report"),
    ],
)
def test_origin(reports: list[tuple[str, str]], origin: Origin | None) -> None:
    made = [desk.report(text, str(n), outlet, f"2031-06-1{n}") for n, (outlet, text) in enumerate(reports)]
    (family,) = trace_copies({report.id: fingerprint(report) for report in made})[1]
    assert family.reports == tuple(report.id for report in made)
    assert family.origin == origin
