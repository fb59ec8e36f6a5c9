from __future__ import annotations

import json

import pytest
import typer
from typer.testing import CliRunner

from sayso.check import all_rules
from sayso.cli import check as command


@pytest.fixture
def run(draft, monkeypatch):
    monkeypatch.setattr(command, "_options", lambda *given: None)
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    return lambda *arguments: CliRunner().invoke(app, ["check", *map(str, arguments)])


def test_findings_give_status_1(run, draft):
    result = run(draft)
    assert result.exit_code == 1
    assert "FORM502 doubled-word" in result.stdout
    assert "What next" in result.stdout


def test_a_clean_draft_gives_status_0(run, tmp_path):
    clean = tmp_path / "clean.txt"
    clean.write_text("Head\n\nThe mill is quiet.\n")
    result = run(clean)
    assert result.exit_code == 0
    assert "No questions about 1 report." in result.stdout


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ([], "no file is named"),
        (["draft.txt", "--format", "xml"], "'xml'"),
        (["draft.txt", "--select", "NOPE"], "'NOPE'"),
        (["--explain", "NOPE1"], "no rule NOPE1"),
        (["--diff", "draft.txt"], "1 files are named"),
        (["draft.txt", "--baseline", "none.json"], "cannot be read"),
    ],
)
def test_wrong_usage_gives_status_2_and_says_what_to_do(run, arguments, part):
    result = run(*arguments)
    assert result.exit_code == 2
    assert part in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["-o", "none/x"],
        ["-o", "none/x", "--format", "json"],
        ["-o", "none/x", "--format", "sarif"],
        ["-o", "none/x", "--report"],
        ["--write-baseline", "none/x"],
        ["-o", "draft.txt"],
    ],
)
def test_what_cannot_be_written_is_wrong_usage(run, draft, arguments):
    before = draft.read_text()
    result = run("draft.txt", *arguments)
    assert result.exit_code == 2
    assert arguments[1] in result.stderr
    assert isinstance(result.exception, SystemExit), "a traceback"
    assert draft.read_text() == before


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_an_output_file_holds_the_last_run_only(run, draft, form):
    for _ in range(2):
        assert run("missing.txt", draft, "--format", form, "-o", "out").exit_code == 3
        written = (draft.parent / "out").read_text()
        assert written.count("FORM502") == len(run(draft, "--format", form, "-q").stdout.split("FORM502")) - 1
    if form == "json":
        assert [json.loads(line)["schema"] for line in written.splitlines()] == ["sayso.error/1", "sayso.check/1"]
    draft.write_text("Head\n\nThe mill is quiet.\n")
    assert run(draft, "--format", form, "-o", "out").exit_code == 0
    assert "FORM502" not in (draft.parent / "out").read_text()


def test_quiet_shows_findings_only(run, draft, tmp_path):
    clean = tmp_path / "clean.txt"
    clean.write_text("Head\n\nThe mill is quiet.\n")
    assert run("-q", clean).stdout == ""
    both = run("-q", clean, draft).stdout
    assert "FORM502" in both
    assert "clean.txt" not in both
    assert "no questions" not in both


def test_a_message_names_the_command_once(run):
    assert run().stderr.count("sayso check:") == 1


def test_a_missing_input_gives_status_3_and_the_rest_is_checked(run, draft):
    result = run("missing.txt", draft)
    assert result.exit_code == 3
    assert "missing.txt" in result.stderr
    assert "FORM502" in result.stdout


def test_json_gives_one_object_an_input_also_for_failures(run, draft):
    result = run("--format", "json", "missing.txt", draft)
    schemas = [json.loads(line)["schema"] for line in result.stdout.splitlines()]
    assert sorted(schemas) == ["sayso.check/1", "sayso.error/1"]


def test_select_and_ignore_take_lists(run, draft):
    result = run(draft, "--format", "json", "--select", "FORM502,DATE", "--ignore", "DATE403")
    assert [each["code"] for each in json.loads(result.stdout)["findings"]] == ["FORM502"]


def test_the_nearest_settings_are_used(run, draft):
    (draft.parent / "sayso.toml").write_text('[check]\nselect = ["DATE403"]\n')
    result = run(draft, "--format", "json")
    assert [each["code"] for each in json.loads(result.stdout)["findings"]] == ["DATE403"]


def test_baseline_round_trip(run, draft):
    assert run(draft, "--write-baseline", "known.json").exit_code == 0
    assert run(draft, "--baseline", "known.json").exit_code == 0
    draft.write_text(draft.read_text() + "\nIt began on June 31.\n")
    result = run(draft, "--baseline", "known.json")
    assert result.exit_code == 1
    assert "June 31" in result.stdout
    assert "doubled-word" not in result.stdout


def test_diff_shows_added_and_mended(run, draft, tmp_path):
    new = tmp_path / "new.txt"
    new.write_text(draft.read_text().replace("The the", "The").replace("quiet", "quiet quiet quiet since June 31"))
    result = run("--diff", draft, new)
    assert result.exit_code == 1
    assert "June 31" in result.stdout
    assert "mended  FORM502" in result.stdout
    assert "conversion-off" not in result.stdout


def test_report_writes_a_page(run, draft):
    assert run("--report", draft, "-o", "page.html").exit_code == 1
    assert (draft.parent / "page.html").read_text().startswith("<!doctype html>")


def test_sarif_is_written_even_where_nothing_is_found(run, tmp_path):
    clean = tmp_path / "clean.txt"
    clean.write_text("Head\n\nThe mill is quiet.\n")
    assert json.loads(run(clean, "--format", "sarif").stdout)["runs"][0]["results"] == []


@pytest.mark.parametrize("code", all_rules())
def test_every_rule_can_be_explained(run, code):
    result = run("--explain", code.lower())
    assert result.exit_code == 0
    assert all_rules()[code].question in result.stdout
    assert "<q>" not in result.stdout


def test_list_has_every_rule(run):
    listed = run("--list").stdout
    assert all(code in listed for code in all_rules())


#: The same draft as a page and by itself: only in the page do its lines stand elsewhere.
PAGE = "<html><body>\n<nav>Home</nav>\n<article>\n<h1>Old bridge to reopen</h1>\n<p>{}</p>\n</article></body></html>\n"


@pytest.mark.parametrize(
    ("name", "frame", "told"),
    [("draft.txt", "Old bridge to reopen\n\n{}\n", False), ("draft.html", PAGE, True)],
)
@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_positions_that_are_not_the_files_own_are_said_to_be_so(tmp_path, model, name, frame, told, form):
    draft = tmp_path / name
    words = "The the old bridge over the Lorn was closed on Monday, and nobody in the town knows when it opens. "
    draft.write_text(frame.format(words + "The river is quiet and the mill has stood for years. " * 3), "utf-8")
    app = typer.Typer()
    app.callback()(lambda: None)
    command.register(app)
    result = CliRunner().invoke(app, ["check", "--format", form, str(draft)])
    assert result.exit_code == 1
    assert "FORM502" in result.stdout
    assert ("Lines and columns are those of the text read out of this file" in result.stdout) is told
