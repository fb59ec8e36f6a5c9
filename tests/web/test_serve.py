"""``sayso serve`` and ``sayso account`` as programs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

_CODE = "from sayso.cli import main; main()"


def run(*args: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _CODE, *args], capture_output=True, text=True, env=os.environ | env, check=False
    )


def test_it_serves_until_it_is_stopped(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _CODE, "serve", "--ledger", str(tmp_path / "ledger.sqlite3"), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = re.search(r"http://127\.0\.0\.1:(\d+)/", process.stderr.readline())
        assert told is not None
        try:
            for _ in range(200):
                try:
                    body = urllib.request.urlopen(told[0]).read().decode()
                    break
                except urllib.error.URLError:
                    time.sleep(0.05)
            assert "Nothing has been added yet" in body
        finally:
            process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0


@pytest.mark.parametrize("args", [["--host", "0.0.0.0"], ["--token", "short"], ["--port", "70000"]])
def test_what_would_be_unsafe_is_wrong_usage(tmp_path: Path, args: list[str]) -> None:
    done = run("serve", "--ledger", str(tmp_path / "ledger.sqlite3"), *args)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "-l", str(tmp_path / "ledger.sqlite3"), "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "port" in done.stderr
    assert "Traceback" not in done.stderr


def test_accounts(tmp_path: Path) -> None:
    ledger = ["--ledger", str(tmp_path / "ledger.sqlite3")]
    assert run("account", "put", "rika", "--role", "admin", *ledger, SAYSO_PASSWORD="a good password").returncode == 0
    assert run("account", "list", *ledger).stdout == "rika\tadmin\n"
    refused = run("account", "put", "tom", *ledger, SAYSO_PASSWORD="short")
    assert refused.returncode == 2
    assert "shorter" in refused.stderr
    assert run("account", "remove", "rika", *ledger).returncode == 0
    assert run("account", "remove", "rika", *ledger).returncode == 3
