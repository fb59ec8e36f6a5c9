from __future__ import annotations

from pathlib import Path

import pytest

from sayso.executor.targets import expand


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in (
        "b.txt",
        "a.txt",
        "deep/c.html",
        "deep/[1].txt",
        ".git/config",
        "deep/.x",
        "d.txt~",
        "__pycache__/e.txt",
    ):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


CASES = [
    (["in"], ["in/a.txt", "in/b.txt", "in/deep/[1].txt", "in/deep/c.html"]),
    (["in/b.txt", "in/a.txt"], ["in/b.txt", "in/a.txt"]),
    (["in/b.txt", "in"], ["in/b.txt", "in/a.txt", "in/deep/[1].txt", "in/deep/c.html"]),
    (["in/*.txt"], ["in/a.txt", "in/b.txt"]),
    (["in/**/*.html"], ["in/deep/c.html"]),
    (["in/d*"], ["in/d.txt~", "in/deep/[1].txt", "in/deep/c.html"]),
    (["in/deep/[1].txt"], ["in/deep/[1].txt"]),
    (["in/none*"], ["in/none*"]),
    (["missing"], ["missing"]),
    (["-", "https://x.example/*?a=[b]"], ["-", "https://x.example/*?a=[b]"]),
    ([], []),
]


@pytest.mark.parametrize(("targets", "expected"), CASES)
def test_what_is_named_becomes_single_inputs(folder: Path, targets: list[str], expected: list[str]) -> None:
    assert list(expand(targets)) == expected
