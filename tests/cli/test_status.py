"""One table of exit statuses over the commands: like mistakes have like statuses, and none ends in a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.ledger.story import FERRY, STORY
from tests.ledger.test_commands import run

REPORT = FERRY.report.id[7:19]
USAGE, FAILED = 2, 3
#: Command lines by what is wrong with them. STATEMENT, LEDGER and DRAFT stand for what is there.
CASES = {
    "an id that is not there": (FAILED, ["show zzz", "show c999", "show claim 999", "judge accept 123456789abc@1-2",
        "judge note 123456789abc@1-2 x", "judge undo j1", "purge 123456789abc --yes", "account remove nobody"]),
    "an input that is not there": (FAILED, ["read none.txt", "add none.txt", "check none.txt", "trace none.txt",
        "compare none.txt none.txt", "export none.txt", "import none.jsonl"]),
    "a ledger that is not there": (FAILED, ["find x --ledger none", "show zzz --ledger none",
        "check DRAFT --ledger none", "trace --ledger none", "export --ledger none", "judge log --ledger none"]),
    "a value or field that there is not": (USAGE, ["find --act nosuch", "find --limit 0", "export --act nosuch",
        "judge correct STATEMENT nofield x", "judge accept STATEMENT --field nofield",
        "judge reject STATEMENT --field act", "judge correct STATEMENT firmness perhaps",
        "judge correct REPORT published soon", "read DRAFT --published soon",
        "add DRAFT --published soon", "check DRAFT --published soon", "check DRAFT --select NOPE", "export -f nosuch"]),
    "a model that there is not": (USAGE, ["read DRAFT --model nosuch", "add DRAFT --model nosuch",
        "trace DRAFT --model nosuch"]),
    "two things at once": (USAGE, ["find --json --csv x", "read --json --html DRAFT", "trace DRAFT --ledger LEDGER"]),
    "an output that cannot be written": (USAGE, ["read DRAFT -o none/x", "check DRAFT -o none/x",
        "check DRAFT --write-baseline none/x", "trace DRAFT -o none/x", "export -o none/x"]),
    "nothing named": (USAGE, ["read", "check", "add", "compare DRAFT", "show", "nosuch"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("status")
    with Ledger(str(folder / "ledger.sqlite3")) as ledger, ledger.write() as session:
        for each in STORY:
            session.add(each)
    (folder / "draft.txt").write_text("Mill to close\n\nThe council voted on Monday to close the mill.\n")
    return folder


@pytest.mark.parametrize("wrong", CASES)
def test_like_mistakes_have_like_statuses(place: Path, wrong: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    ledger = place / "ledger.sqlite3"
    statement = json.loads(run(ledger, "find", "--act", "deny", "--json").stdout.splitlines()[0])["id"]
    names = {"STATEMENT": statement, "REPORT": REPORT, "LEDGER": str(ledger), "DRAFT": "draft.txt"}
    status, lines = CASES[wrong]
    for line in lines:
        done = run(ledger, *(names.get(word, word) for word in line.split()))
        assert (line, done.returncode) == (line, status), done.stderr
        assert done.stderr.strip()
        assert "Traceback" not in done.stderr
