"""``sayso read`` as its users run it: the real program, its streams and its exit status."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

SAYSO = Path(sys.executable).parent / "sayso"
REPORT = """Harbour closed after blast

TARN, Oct 5, 2025 (Meridian) – The harbour will stay closed “until the last mine is found”, Mayor Orlo Venn
said on Sunday.

Venn said two people were hurt. The Calder Post reported that a guard had warned of the danger.
"""


def run(*args: str, stdin: str | bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    data = stdin.encode() if isinstance(stdin, str) else stdin
    return subprocess.run([SAYSO, *args], input=data, capture_output=True, check=False, cwd=cwd, timeout=120)


def test_json_of_standard_input() -> None:
    done = run("read", "--json", "-", stdin=REPORT)
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.decode().splitlines()
    value = json.loads(line)
    assert value["schema"] == "sayso.reading/1"
    assert value["report"]["text"] == REPORT
    assert value["report"]["dateline"]["agency"] == "Meridian"
    names = {s["source"]["name"] for s in value["statements"]}
    assert "Orlo Venn" in names
    for statement in value["statements"]:
        for begin, end in statement["content"]:
            assert REPORT[begin:end].strip() == REPORT[begin:end]


def test_table_names_source_and_words() -> None:
    done = run("read", "-", stdin=REPORT)
    assert done.returncode == 0
    out = done.stdout.decode()
    assert "Orlo Venn" in out
    assert "until the last mine is found" in " ".join(out.split())
    assert done.stderr == b""


def test_html_is_self_contained_and_escaped(tmp_path: Path) -> None:
    text = REPORT.replace("a guard", "<script>alert(1)</script> & a guard")
    (tmp_path / "story.txt").write_text(text, encoding="utf-8")
    done = run("read", "--html", "-o", "story.html", "story.txt", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "story.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert not any(x in page for x in ("http://", "https://", "src=", "@import", "url("))


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("missing.txt", None, "missing.txt"),
        ("empty.txt", b"", "empty.txt"),
        ("space.txt", b" \n\t\n", "space.txt"),
        ("binary.txt", bytes(range(256)) * 20, "binary.txt"),
    ],
)
def test_a_bad_input_is_told_and_the_others_are_read(tmp_path: Path, name: str, data: bytes | None, word: str) -> None:
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    if data is not None:
        (tmp_path / name).write_bytes(data)
    done = run("read", "--json", name, "good.txt", cwd=tmp_path)
    assert done.returncode == 3
    first, second = map(json.loads, done.stdout.decode().splitlines())
    assert first["schema"] == "sayso.error/1"
    assert word in first["input"]
    assert first["error"]["remedy"]
    assert second["report"]["headline"] == "Harbour closed after blast"
    assert word in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize(
    "args",
    [
        ["read"],
        ["read", "--published", "yesterday-ish", "-"],
        ["read", "--model", "no_such_model", "-"],
        ["read", "-o", "/nowhere/at/all", "-"],
        ["no-such-command"],
        ["read", "--json", "--html", "-"],
        ["read", "--explain", "--html", "-"],
    ],
)
def test_wrong_usage_is_status_2_with_words(args: list[str]) -> None:
    done = run(*args, stdin=REPORT)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr.decode()
    assert done.stderr.strip()


def test_help_loads_no_model_and_no_database() -> None:
    program = (
        "import sys; sys.argv = ['sayso', '--help']\nimport sayso.cli\ntry: sayso.cli.main()\nexcept SystemExit: pass\n"
    )
    program += (
        "print([m for m in ('onnxruntime', 'numpy', 'sqlalchemy', 'trafilatura', 'tokenizers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_explain_gives_what_each_value_comes_from() -> None:
    done = run("read", "--json", "--explain", "-", stdin=REPORT)
    reading = json.loads(done.stdout)
    because = reading["derivations"]
    assert all(d["rule"] for d in because)
    assert all(d["confidence"] is None or 0 <= d["confidence"] <= 1 for d in because)
    told = {(d["statement"], d["field"]) for d in because}
    for statement in reading["statements"]:
        fields = {"act", "firmness", "source.name"}
        fields |= {f for f in ("via", "about", "standing", "dates", "amounts", "places") if statement[f]}
        fields |= {f for f in ("parent", "channel", "when", "where") if statement[f] is not None}
        assert {(statement["id"], field) for field in fields} <= told


def test_explain_for_people_names_words_and_rule() -> None:
    done = run("read", "--explain", "-", stdin=REPORT)
    shown = done.stdout.decode()
    table = shown[shown.index("Where each value comes from") :]
    assert "given by" in table
    assert re.search(r"act +\S+ +\w+", table)
    assert re.search(r"0\.\d\d", table)


def test_an_output_that_is_the_input_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text(REPORT, encoding="utf-8")
    done = run("read", "story.txt", "-o", "story.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert "is an input as well" in done.stderr.decode()
    assert story.read_text(encoding="utf-8") == REPORT


def test_a_failure_leaves_an_earlier_output_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("kept", encoding="utf-8")
    assert run("read", "--html", "missing.txt", "-o", "page.html", cwd=tmp_path).returncode == 3
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == "kept"
    assert list(tmp_path.iterdir()) == [tmp_path / "page.html"]


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(REPORT * 40, encoding="utf-8")
    command = f"'{SAYSO}' read --json story.txt story.txt story.txt | head -c 20; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, cwd=tmp_path, timeout=120)
    assert done.stderr == b""
    assert done.returncode == 0


def test_help_lists_every_format_and_the_version_is_told() -> None:
    from sayso import __version__
    from sayso.report.formats import FORMATS

    told = " ".join(re.sub(r"[│|]", " ", run("read", "--help").stdout.decode()).split())
    names = {part for form in FORMATS if form.name != "XML" for part in form.name.split(" or ")}
    assert [name for name in names if name not in told] == []
    assert run("--version").stdout.decode() == f"sayso {__version__}\n"


def test_a_name_that_is_empty_is_said_to_be() -> None:
    done = run("read", "")
    assert done.returncode == 3
    assert "empty" in done.stderr.decode()


def test_an_unsure_statement_is_marked_with_a_sign_and_a_word_and_no_line_ends_in_spaces() -> None:
    import io
    from dataclasses import replace

    from rich.console import Console

    from sayso.cli._table import show
    from sayso.export.page import page
    from tests.readings import reading

    def shown(confidence: float) -> tuple[str, str]:
        whole = reading()
        made = replace(whole, statements=tuple(replace(s, confidence=confidence) for s in whole.statements))
        out = io.StringIO()
        show(made, Console(file=out, width=100))
        return out.getvalue(), page(made)

    for form in shown(0.3):
        assert "? unsure" in form
    for form in shown(0.5):
        assert "unsure: confidence" not in form
        assert "? unsure" not in form
    lines = run("read", "--explain", "-", stdin=REPORT).stdout.decode().split("\n")
    assert [line for line in lines if line != line.rstrip()] == []


def test_denials_of_what_is_not_listed_are_counted_and_other_channels_told_in_their_words() -> None:
    import io
    from dataclasses import replace

    from rich.console import Console

    from sayso.cli._table import show
    from sayso.types import Channel, Span
    from tests.readings import reading

    whole = reading()
    first = replace(whole.statements[0], act="deny", about=(), channel=Channel("other", Span(0, 9)))
    out = io.StringIO()
    show(replace(whole, statements=(first,)), Console(file=out, width=100))
    words = " ".join(out.getvalue().split())
    assert "1 denial of what is not listed" in words
    assert f"{' '.join(whole.report.text[:9].split())} " in words.partition(" statement by ")[2]
    assert " other " not in words


def test_a_source_that_is_withheld_is_shown_by_its_words() -> None:
    import io
    from dataclasses import replace

    from rich.console import Console

    from sayso.cli._table import show
    from sayso.export.page import page
    from sayso.types import Span
    from tests.readings import reading

    whole = reading()
    words = Span(0, whole.report.text.index(" "))
    sources = tuple(replace(source, name=None, title=None) for source in whole.sources)
    statements = tuple(
        replace(s, source=replace(s.source, name=None, title=None, mention=words)) for s in whole.statements
    )
    made = replace(whole, sources=sources, statements=statements)
    out = io.StringIO()
    show(made, Console(file=out, width=100))
    for form in (out.getvalue(), page(made)):
        assert f"“{words.of(whole.report.text)}”, source not known" in form


def test_another_language_is_noted_by_read_and_check() -> None:
    text = "Moulin fermé\n\nLe conseil du port a voté lundi la fermeture de l’ancien moulin, a déclaré sa présidente."
    for arguments in (["read", "-"], ["read", "--html", "-"], ["check", "-"], ["check", "--format", "json", "-"]):
        assert "not-english" in run(*arguments, stdin=text).stdout.decode(), arguments
        assert "not-english" not in run(*arguments, stdin=REPORT).stdout.decode(), arguments


@pytest.mark.parametrize("command", ["read", "check"])
def test_a_folder_is_read_as_the_files_in_it(command: str, tmp_path: Path) -> None:
    (tmp_path / "desk" / "deep").mkdir(parents=True)
    (tmp_path / "desk" / "b.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "desk" / "deep" / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "desk" / ".hidden.txt").write_text(REPORT, encoding="utf-8")
    option = "--json" if command == "read" else "--format=json"
    done = run(command, option, "desk", cwd=tmp_path)
    assert done.returncode in (0, 1), done.stderr
    assert [json.loads(line)["input"] for line in done.stdout.decode().splitlines()] == [
        "desk/b.txt",
        "desk/deep/a.txt",
    ]


def test_a_folder_with_nothing_in_it_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    done = run("read", "desk", cwd=tmp_path)
    assert done.returncode == 3
    assert b"desk: This is a folder" in done.stderr
