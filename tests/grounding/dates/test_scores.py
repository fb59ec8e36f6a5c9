"""Floors on public corpora; skipped where the data are not at hand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DATA = ROOT.parent / "shared" / "data"


def printed(script: str, data: Path, *options: str) -> list[str]:
    """What an evaluation script says of a corpus, in lines."""
    if not data.exists():
        pytest.skip(f"no corpus at {data}")
    command = [sys.executable, "-m", script, str(data), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()


def test_wikiwars_floor() -> None:
    lines = printed("evaluation.dates", DATA / "wikiwars" / "wikiwars.jsonl", "--no-peer")
    everything, calendar = (float(line.split("'exact_F1': ")[1].split(",")[0]) for line in lines[:2])
    assert everything >= 0.72
    assert calendar >= 0.84


def test_recognizers_floor() -> None:
    lines = printed("evaluation.recognizers_dates", DATA / "recognizers" / "english_specs.jsonl")
    assert float(lines[0].rsplit(" ", 1)[1]) >= 0.80


def test_utterances_floor() -> None:
    lines = printed("evaluation.utterances", DATA / "sourcing" / "dev.jsonl")
    assert float(lines[0].split(" ")[2]) >= 0.53
