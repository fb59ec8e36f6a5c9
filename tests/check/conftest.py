"""Files to check, and a way to check them that needs no model: the real layout, and no statements."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import InputError, SaysoError
from sayso.report.draft import Draft
from sayso.report.layout import compose
from sayso.settings import MODEL
from sayso.types import Reading, ReadingInfo

DRAFT = """Old bridge to reopen

The the old bridge over the Lorn was closed on Feb. 30. It is 80 km (30 miles) away.

“We will not pay for it, the mayor said.

The mill is quiet.
"""


def layout_only(data: str | bytes, name: str, options: object = None):
    """Stands in for the pipeline: lays the text out and finds no statements."""
    raw = data if isinstance(data, bytes) else Path(data).read_bytes() if Path(data).exists() else None
    if raw is None or not raw.strip():
        yield InputError(name, "there is no text in it", "Give a report")
        return
    report, _ = compose(Draft(raw.decode().replace("\r\n", "\n")))
    info = ReadingInfo("sha256:0", "sayso", "none", "2026-01-01T00:00:00Z")
    yield Reading("sayso.reading/1", name, info, report, (), ())


@pytest.fixture
def without_model(monkeypatch):
    monkeypatch.setattr("sayso.check.inputs._readings", layout_only)


@pytest.fixture
def draft(tmp_path, monkeypatch, without_model):
    """A draft with four faults (doubled word, impossible day, wrong conversion, open quotation) in an empty folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, "utf-8")
    return path


@pytest.fixture(scope="session")
def model():
    from sayso.tagger import load

    try:
        load(MODEL)
    except SaysoError as error:
        pytest.skip(f"no model to read with: {error}")
