"""Tables of the package are read as ``tomllib`` reads them, from what was kept or from a file that changed since."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

import sayso
from sayso import tables

FIRST = '[verb]\nsaid = ["told", "wrote"]\nshare = 0.5\n'


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", None)
    made = tmp_path / "words.toml"
    made.write_text(FIRST, "utf8")
    return made


def kept(file: Path) -> list[Path]:
    return list((file.parent / "__pycache__").glob("*.table"))


@pytest.mark.parametrize("table", sorted(Path(sayso.__file__).parent.rglob("*.toml")), ids=lambda each: each.stem)
def test_every_table_of_the_package(table: Path):
    given = tomllib.loads(table.read_text("utf8"))
    assert tables.read(table) == given
    assert tables.read(table) == given  # from what was kept


def test_what_was_kept_is_used_until_the_file_changes(file: Path, monkeypatch: pytest.MonkeyPatch):
    made = tables.read(file)
    with monkeypatch.context() as no_parser:
        no_parser.setattr(tomllib, "loads", None)
        assert tables.read(file) == made
    later = FIRST.replace("told", "says")
    file.write_text(later, "utf8")
    os.utime(file, ns=(1, 1))
    assert tables.read(file)["verb"]["said"] == ["says", "wrote"]


@pytest.mark.parametrize("damage", [b"", b"no marshal", b"\xe9\x01\x00\x00\x00", b"N"])
def test_damaged_leavings_are_made_again(file: Path, damage: bytes):
    made = tables.read(file)
    (leaving,) = kept(file)
    leaving.write_bytes(damage)
    assert tables.read(file) == made
    assert leaving.read_bytes() != damage


def test_nothing_is_written_where_python_may_write_no_bytecode(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    assert tables.read(file) == tomllib.loads(FIRST)
    assert not kept(file)


def test_a_folder_that_cannot_be_written_to(file: Path):
    (file.parent / "__pycache__").write_text("no folder", "utf8")
    assert tables.read(file) == tomllib.loads(FIRST)


def test_set_up_keeps_every_table_whatever_python_does_with_bytecode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path))
    tables.keep_all()
    assert len(list(tmp_path.rglob("*.table"))) == len(list(Path(sayso.__file__).parent.rglob("*.toml")))
