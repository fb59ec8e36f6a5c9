"""A corpus to part files: in order, resumable, one bad input never stopping the rest."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import SaysoError, SettingsError
from sayso.executor.batch import Part, batch
from sayso.export.parquet import part_is_written, write_part
from tests.cli.test_read import SAYSO

pq = pytest.importorskip("pyarrow.parquet")


def story(number: int) -> dict[str, str]:
    text = f"Mayor Ida Vik said on Monday that pier {number} will close.\n\nThe union of stokers denied it."
    return {"headline": f"Pier {number}", "text": text, "url": f"https://a.example/{number}", "date": "2025-10-06"}


def corpus(path: Path, numbers: range, *, bad: int | None = None) -> Path:
    lines = ["{broken" if number == bad else json.dumps(story(number)) for number in numbers]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def run(out: Path, *inputs: Path | str, size: int = 4, **more: Any) -> list[Part]:
    return list(batch(map(str, inputs), out, write_part, part_is_written, jobs=1, size=size, **more))


def table(out: Path, name: str) -> list[dict[str, Any]]:
    return [row for path in sorted((out / name).glob("*.parquet")) for row in pq.read_table(path).to_pylist()]


def test_parts_in_the_order_of_the_corpus_with_failures_beside(tmp_path: Path) -> None:
    one, two = corpus(tmp_path / "one.jsonl", range(10), bad=5), corpus(tmp_path / "two.jsonl", range(10, 12))
    parts = run(tmp_path / "out", one, tmp_path / "missing.jsonl", two)
    assert [(part.name, part.reports, len(part.failures)) for part in parts] == [
        ("00000-000000", 4, 0), ("00000-000001", 3, 1), ("00000-000002", 2, 0), ("00001-000000", 0, 1),
        ("00002-000000", 2, 0)]  # fmt: skip
    reports = table(tmp_path / "out", "reports")
    assert [row["headline"] for row in reports] == [f"Pier {number}" for number in range(12) if number != 5]
    texts = {row["report_id"]: row["text"] for row in reports}
    statements = table(tmp_path / "out", "statements")
    assert len(statements) == sum(part.statements for part in parts) >= 11
    for row in statements:
        assert all(texts[row["report_id"]][s["begin"] : s["end"]] in row["words"] for s in row["content"])
    failures = table(tmp_path / "out", "failures")
    assert [row["input"].rsplit("/", 1)[-1] for row in failures] == ["one.jsonl:6", "missing.jsonl"]
    assert all(row["remedy"] for row in failures)


def test_parquet_in_and_out(tmp_path: Path) -> None:
    import pyarrow as pa

    rows = [story(number) | {"mood": 1} for number in range(3)] + [dict.fromkeys(story(0))]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "in.parquet")
    pq.write_table(pa.table({"colour": ["red"]}), tmp_path / "other.parquet")
    (tmp_path / "torn.parquet").write_bytes((tmp_path / "in.parquet").read_bytes()[:-9])
    (part, *others) = run(tmp_path / "out", *(tmp_path / f"{name}.parquet" for name in ("in", "other", "torn")))
    assert (part.reports, [error.code for error in part.failures]) == (3, ["empty"])
    assert [error.code for other in others for error in other.failures] == ["empty", "malformed"]
    assert table(tmp_path / "out", "reports")[2]["url"] == "https://a.example/2"


def test_a_run_that_broke_off_goes_on_where_it_was(tmp_path: Path) -> None:
    one = corpus(tmp_path / "one.jsonl", range(10))
    out = tmp_path / "out"

    class CutError(Exception):
        pass

    def cut(results: Any, folder: Path, name: str) -> None:
        if name.endswith("000001"):
            raise CutError
        write_part(results, folder, name)

    with pytest.raises(CutError):
        list(batch([str(one)], out, cut, part_is_written, jobs=1, size=4))
    first = (out / "statements" / "00000-000000.parquet").stat().st_mtime_ns
    assert [(part.name, part.known) for part in run(out, one)] == [
        ("00000-000000", True), ("00000-000001", False), ("00000-000002", False)]  # fmt: skip
    assert (out / "statements" / "00000-000000.parquet").stat().st_mtime_ns == first
    assert [row["headline"] for row in table(out, "reports")] == [f"Pier {number}" for number in range(10)]
    (known,) = run(out, one)
    assert known.known
    two = corpus(tmp_path / "two.jsonl", range(10, 11))
    assert [(part.name, part.known) for part in run(out, one, two)] == [("00000", True), ("00001-000000", False)]


def test_a_killed_run_leaves_whole_parts_only(tmp_path: Path) -> None:
    one = corpus(tmp_path / "one.jsonl", range(60))
    out = tmp_path / "out"
    command = [SAYSO, "batch", str(one), "-o", str(out), "--size", "5", "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    until = time.monotonic() + 60
    while not part_is_written(out, "00000-000001") and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert part_is_written(out, "00000-000001")
    done = subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert b"known from an earlier run" in done.stderr
    assert [row["headline"] for row in table(out, "reports")] == [f"Pier {number}" for number in range(60)]


def test_another_batch_is_not_mixed_in(tmp_path: Path) -> None:
    one = corpus(tmp_path / "one.jsonl", range(2))
    out = tmp_path / "out"
    run(out, one)
    with pytest.raises(SettingsError, match="another size"):
        run(out, one, size=5)
    corpus(one, range(3))
    with pytest.raises(SettingsError, match="has changed"):
        run(out, one)
    with pytest.raises(SettingsError, match="something else"):
        run(tmp_path, one)
    with pytest.raises(SettingsError, match="standard input"):
        run(tmp_path / "new", "-")
    with pytest.raises(SaysoError, match="no_such_model"):
        run(tmp_path / "new2", one, model="no_such_model")
    (out / "batch.json").write_text("{")
    with pytest.raises(SettingsError, match="damaged"):
        run(out, one)


def test_the_command_tells_what_it_did_and_what_failed(tmp_path: Path) -> None:
    one = corpus(tmp_path / "one.jsonl", range(3), bad=1)
    done = subprocess.run([SAYSO, "batch", one, "-o", tmp_path / "out"], capture_output=True, timeout=120, check=False)
    assert done.returncode == 3
    lines = done.stderr.decode().splitlines()
    assert "one.jsonl:2" in lines[0]
    assert lines[-1].startswith("sayso: 2 reports, ")
    assert lines[-1].endswith("in 1 part; 1 failed")
    wrong = subprocess.run([SAYSO, "batch", one, "-o", one], capture_output=True, timeout=120, check=False)
    assert wrong.returncode == 2
    assert b"Traceback" not in wrong.stderr
