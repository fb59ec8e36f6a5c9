"""What compiled patterns are kept between runs is what ``re.compile`` makes of them, or is made again."""

from __future__ import annotations

import marshal
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import patterns

WORDS = r"(?P<who>[\w’]+) said (?P<day>(?i:mon|tues)day)\b"


@pytest.fixture
def store(tmp_path: Path) -> patterns._Store:
    return patterns._Store(tmp_path / "cache" / "patterns.sre")


def again(store: patterns._Store) -> patterns._Store:
    """The store as another run finds it."""
    return patterns._Store(store._file)


def test_all_patterns_of_the_package_are_what_re_makes_of_them(store):
    program = f"""
from pathlib import Path
from sayso import patterns
patterns._store = patterns._Store(Path({str(store._file)!r}))
patterns.keep_all()
"""
    subprocess.run([sys.executable, "-c", program], check=True)
    _, codes = marshal.loads(store._file.read_bytes())
    assert len(codes) > 1000
    wrong = [words for words, flags in codes if store.pattern(words, flags) != re.compile(words, flags)]
    assert not wrong


def test_patterns_are_the_same_in_every_run():
    program = """
import json, sys
from sayso import patterns
from sayso.check import Config
from sayso.check.inputs import check_bytes
patterns._store.write = lambda: None
patterns.keep_all()
draft = b"Bridge shut\\n\\nLORN - The bridge was shut on Monday, the mayor, Ida Moen, told the Lorn Gazette."
check_bytes(draft, "draft.txt", Config())
json.dump(sorted(patterns._store._asked), sys.stdout)
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]


def test_of_too_many_patterns_those_asked_for_are_kept(store, monkeypatch):
    monkeypatch.setattr(patterns, "_MOST", 3)
    for number in range(3):
        store.pattern(f"old{number}", 0)
    store.write()
    new = again(store)
    new.pattern(WORDS, 0)
    new.write()
    assert list(again(store)._read()) == [(WORDS, 0)]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.VERBOSE | re.DOTALL, re.MULTILINE | re.ASCII])
def test_a_kept_pattern_is_read_and_not_compiled(store, monkeypatch, flags):
    first = store.pattern(WORDS, int(flags))
    store.write()
    monkeypatch.setattr(patterns, "_code", lambda *given: pytest.fail(f"compiled again: {given}"))
    read = again(store).pattern(WORDS, int(flags))
    assert read == first == re.compile(WORDS, flags)
    assert read.groupindex == first.groupindex
    assert (read.flags, read.groups, read.pattern) == (first.flags, first.groups, first.pattern)


@given(st.text(max_size=60))
def test_a_kept_pattern_matches_as_any_other(text):
    assert [m.groupdict() for m in patterns.kept(WORDS).finditer(text)] == [
        m.groupdict() for m in re.finditer(WORDS, text)
    ]


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"no such thing",
        lambda whole: whole[: len(whole) // 2],
        lambda whole: marshal.dumps(("another Python", marshal.loads(whole)[1])),
        lambda whole: marshal.dumps((marshal.loads(whole)[0], {(WORDS, 0): (32, b"\xff" * 40, 2, {}, (None,))})),
        lambda whole: marshal.dumps((marshal.loads(whole)[0], {(WORDS, 0): "short"})),
        lambda whole: marshal.dumps(17),
    ],
)
def test_a_file_that_is_damaged_or_anothers_is_no_hindrance(store, damage):
    store.pattern(WORDS, 0)
    store.write()
    store._file.write_bytes(damage(store._file.read_bytes()))
    assert again(store).pattern(WORDS, 0) == re.compile(WORDS)


def test_a_file_that_cannot_be_written_is_no_hindrance(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    store = patterns._Store(tmp_path / "file" / "patterns.sre")
    assert store.pattern(WORDS, 0) == re.compile(WORDS)
    store.write()


def test_another_re_than_the_known_one_is_no_hindrance(store, monkeypatch):
    def gone(words: str, flags: int) -> None:
        raise AttributeError("_code")

    monkeypatch.setattr(patterns, "_code", gone)
    assert store.pattern(WORDS, 0) == re.compile(WORDS)


def test_faults_are_told_as_by_re(store):
    with pytest.raises(re.error, match="unterminated"):
        store.pattern("(said", 0)


def test_no_bytecode_means_no_file(store, monkeypatch):
    registered: list[object] = []
    monkeypatch.setattr(patterns.atexit, "register", registered.append)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    store.pattern(WORDS, 0)
    assert not registered
    other = again(store)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    other.pattern(WORDS, 0)
    other.pattern(WORDS + "$", 0)
    assert registered == [other.write]
