"""A throw-away PostgreSQL server for the tests: Debian's, in a temporary folder, over a socket, as an ordinary user."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class UnavailableError(Exception):
    """No server can be started here; the message says why."""


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    which = shutil.which("initdb")
    if found:
        return found[-1].parent
    if which:
        return Path(which).resolve().parent
    raise UnavailableError("no PostgreSQL here: apt-get install postgresql")


def _demote() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    for user in ("postgres", "nobody"):
        try:
            pwd.getpwnam(user)
        except KeyError:
            continue
        return ["setpriv", f"--reuid={user}", f"--regid={pwd.getpwnam(user).pw_gid}", "--clear-groups"]
    raise UnavailableError("running as root, and no user to run PostgreSQL as")


@contextmanager
def server() -> Iterator[str]:
    """Starts a server and gives the address of its administrator's database; stops and removes it afterwards."""
    binaries, demote = _binaries(), _demote()
    home = Path(tempfile.mkdtemp(prefix="sayso-postgres-"))
    try:
        if demote:
            shutil.chown(home, demote[1].split("=")[1])
        data = home / "data"

        def run(*command: str) -> None:
            done = subprocess.run([*demote, *command], cwd=home, capture_output=True, text=True, check=False)
            if done.returncode:
                raise UnavailableError(f"{command[0]} failed: {done.stderr or done.stdout}")

        run(
            str(binaries / "initdb"),
            "-D",
            str(data),
            "-U",
            "sayso",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
            "-N",
        )
        options = f"-c listen_addresses='' -k {home} -c fsync=off -c max_connections=60"
        run(str(binaries / "pg_ctl"), "-D", str(data), "-l", str(home / "log"), "-o", options, "-w", "start")
        try:
            yield f"postgresql://sayso@/postgres?host={home}"
        finally:
            run(str(binaries / "pg_ctl"), "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
