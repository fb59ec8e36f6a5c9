"""``sayso trace`` and ``sayso compare`` as their users run them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_read import run

QUOTE = "“We told them twice that the ring would not hold, and nobody came to look,”"
WIRE = f"""VARNHOLM, March 3, 2026 (Orrin) – A crane toppled onto a grain carrier in the port of Varnholm on Tuesday, \
killing three dockers, the harbour authority said.

{QUOTE} said Jonas Ekdal, a steward of the Dock Workers' League.

Winds of 62 kilometres an hour were measured on the northern pier before dawn. Police cordoned off the quays and \
seized the maintenance records, and a prosecutor opened an inquiry into negligent homicide.
"""


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(WIRE, encoding="utf-8")
    b.write_text(WIRE.replace("would not hold", "would hold"), encoding="utf-8")
    return a, b


def test_two_files_compared(files: tuple[Path, Path]) -> None:
    done = run("compare", "--json", *map(str, files))
    assert done.returncode == 0, done.stderr
    value = json.loads(done.stdout)
    assert value["schema"] == "sayso.comparison/1"
    assert len(value["reports"]) == 2
    assert [c["coverage"] for c in value["copies"]] == [1.0]
    assert [c["change"] for q in value["quotations"] for c in q["changes"]] == ["reversal"]


def test_files_traced_for_people(files: tuple[Path, Path]) -> None:
    done = run("trace", *map(str, files))
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode()
    assert "2 reports" in shown
    assert "reversal: Jonas Ekdal" in shown


def test_a_ledger_is_traced_as_its_files_are(files: tuple[Path, Path], tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.sqlite3")
    assert run("add", "--ledger", ledger, *map(str, files)).returncode == 0
    kept = run("trace", "--ledger", ledger, "--json")
    assert kept.returncode == 0, kept.stderr
    assert json.loads(kept.stdout) == json.loads(run("trace", "--json", *map(str, files)).stdout)


def test_a_file_that_is_not_there_is_told_and_the_rest_is_done(files: tuple[Path, Path]) -> None:
    done = run("trace", "--json", str(files[0]), "not-there.txt")
    assert done.returncode == 3
    assert b"not-there.txt" in done.stderr
    assert len(json.loads(done.stdout)["reports"]) == 1


def test_files_and_a_ledger_are_wrong_usage(files: tuple[Path, Path]) -> None:
    done = run("trace", "--ledger", "x.sqlite3", str(files[0]))
    assert done.returncode == 2
    assert b"not both" in done.stderr


def test_comparing_needs_two_reports(files: tuple[Path, Path], tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text("".join(json.dumps({"text": WIRE, "id": n}) + "\n" for n in "ab"), encoding="utf-8")
    done = run("compare", str(files[0]), str(many))
    assert done.returncode == 2
    assert b"3 reports" in done.stderr


def test_an_output_that_cannot_be_written(files: tuple[Path, Path], tmp_path: Path) -> None:
    done = run("compare", *map(str, files), "--json", "-o", str(tmp_path / "no" / "out.json"))
    assert done.returncode == 2
    assert b"cannot be written" in done.stderr


def test_one_item_of_a_trace_is_shown_with_its_words(files: tuple[Path, Path], tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.sqlite3")
    assert run("add", "--ledger", ledger, *map(str, files)).returncode == 0
    quotation = run("show", "--ledger", ledger, "quotation", "1")
    assert quotation.returncode == 0, quotation.stderr
    assert "reversal" in quotation.stdout.decode()
    assert "“not”" in quotation.stdout.decode()
    assert run("show", "--ledger", ledger, "q1").stdout == quotation.stdout
    family = run("show", "--ledger", ledger, "f1").stdout.decode()
    assert "2 reports with one text" in family
    assert "A crane toppled" in family
    claim = json.loads(run("show", "--ledger", ledger, "--json", "c1").stdout)
    assert claim["schema"] == "sayso.trace.item/1"
    assert claim["independent_origins"]["value"] == 1
    assert run("show", "--ledger", ledger, "c999").returncode == 3


def test_compared_reports_are_called_a_and_b_and_their_headlines_stand_once(tmp_path: Path) -> None:
    texts = [f"Crane falls in Varnholm\n\n{WIRE}", f"Dockers die under crane\n\n{WIRE.replace('would not', 'would')}"]
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    done = run("compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"))
    assert done.returncode == 0, done.stderr
    shown = done.stdout.decode()
    listed = shown.partition("Claims")[0]
    assert listed.count("Crane falls in Varnholm") == listed.count("Dockers die under crane") == 1
    assert "1 stories" not in shown
    assert "1 texts" not in shown
    assert "; )" not in shown
    assert "  A  " in shown
    assert "reversal: Jonas Ekdal, A [" in shown or "reversal: Jonas Ekdal, B [" in shown


def test_figures_that_differ_are_shown() -> None:
    import io

    from rich.console import Console

    from sayso.cli._trace_page import show
    from sayso.trace.types import Figure, FigureValue, Trace
    from sayso.types import Span

    told = {"r1": "two hurt", "r2": "five hurt"}
    values = tuple(
        FigureValue(id_, "s1", value, "people", Span(0, len(told[id_]) - 5), None)
        for id_, value in (("r1", 2.0), ("r2", 5.0))
    )

    def shown(*figures: Figure) -> str:
        out = io.StringIO()
        show(
            Trace("sayso.comparison/1", (), figures=figures), Console(file=out, width=200), told, {"r1": "A", "r2": "B"}
        )
        return out.getvalue()

    assert "hurt people: A “two”; B “five”" in shown(Figure("hurt people", values))
    assert "Figures" not in shown(Figure("hurt people", (values[0], values[0])))


def test_reports_of_no_known_outlet_go_by_their_files(files: tuple[Path, Path]) -> None:
    shown = run("trace", *map(str, files)).stdout.decode()
    assert "Orrin" in shown or "a.txt" in shown
    assert "b.txt" in shown
    named = run("trace", "--outlet", "The Quay", "--published", "2026-03-04", *map(str, files))
    assert "The Quay (b.txt)" in named.stdout.decode()
    assert b"sayso show c1 --ledger" in named.stderr, "how a claim is looked up"
    assert run("trace", "--quiet", *map(str, files)).stderr == b""
    assert "b.txt" in run("compare", *map(str, files)).stdout.decode()


def test_an_outlet_goes_with_files(tmp_path: Path) -> None:
    done = run("trace", "--outlet", "The Quay", "--ledger", str(tmp_path / "ledger.sqlite3"))
    assert done.returncode == 2
    assert b"Name the files" in done.stderr
