"""Speed of the pages over a large ledger: what each kind of page takes on the server, and how much it moves.

    python -m evaluation.bench_ledger build LEDGER --dense      # a ledger of a million statements
    python -m evaluation.bench_pages pages LEDGER               # every kind of page, in turn
    python -m evaluation.bench_pages pages LEDGER --only stor   # pages of stories: trace the ledger first
    python -m evaluation.bench_pages load LEDGER --rate 50      # readers' pages at a steady rate, one core

A server of its own is started over the ledger, on loopback, and asked over one connection, so that what is timed is
what a browser waits for; ``processor`` is what the server spent on a page, which other work on the machine changes
less. ``pages`` draws words, sources and reports from the ledger itself. ``load`` pins the server to one core and ends
after ``--seconds``.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import re
import resource
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

#: A page is asked for again so often in ``load`` at most, however long it is to last.
MOST_REQUESTS = 30_000


@contextmanager
def serving(ledger: str, core: int | None) -> Iterator[tuple[int, int]]:
    """Port and process id of a server over the ledger."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    program = "from sayso.cli import main; main()"
    command = [sys.executable, "-c", program, "serve", "--ledger", ledger, "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        if core is not None:
            os.sched_setaffinity(process.pid, {core})
        try:
            for _ in range(600):
                try:
                    socket.create_connection(("127.0.0.1", port), 1).close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield port, process.pid
        finally:
            process.terminate()


@dataclass(frozen=True, slots=True)
class Answer:
    """``sent`` is the size as it moves (compressed), ``body`` the page itself."""

    status: int
    milliseconds: float
    sent: int
    body: bytes


def ask(connection: http.client.HTTPConnection, path: str) -> Answer:
    import gzip

    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Host": "127.0.0.1"})
    response = connection.getresponse()
    content = response.read()
    took = 1000 * (time.perf_counter() - start)
    packed = response.headers.get("content-encoding") == "gzip"
    return Answer(response.status, took, len(content), gzip.decompress(content) if packed else content)


def material(connection: http.client.HTTPConnection, dice: random.Random) -> dict[str, list[str]]:
    """Words, names, ids that are in the ledger."""
    items: list[dict[str, Any]] = []
    for year in range(2013, 2023):
        answer = ask(connection, f"/api/v1/statements?published_to={year}-{dice.randrange(1, 13):02d}-15&limit=60")
        items += json.loads(answer.body)["items"]
    known: dict[str, int] = {}
    for item in items:
        if item["entity"]:
            known[item["entity"]] = known.get(item["entity"], 0) + 1
    return {
        "report": sorted({item["report"][7:19] for item in items}),
        "statement": [quote(item["id"], safe="") for item in items],
        "source": sorted(known),
        "big source": sorted(known, key=known.__getitem__, reverse=True)[:5],
        "name": sorted({item["source"] for item in items if item["source"]}),
        "word": sorted({w for item in items for w in re.findall(r"[a-z]{5,}", item["words"])}),
        "outlet": sorted({item["outlet"] for item in items if item["outlet"]}),
    } | stories(connection)


def stories(connection: http.client.HTTPConnection) -> dict[str, list[str]]:
    """The first reports of stories, those of the largest, and claims of these; none where nothing was traced yet."""
    found = json.loads(ask(connection, "/api/v1/stories").body)
    if not isinstance(found, list) or not found:
        return {}
    found.sort(key=lambda story: len(story["reports"]))
    told = [each for story in found if len(each := [r[7:19] for r in story["reports"]]) > 1]
    largest = [reports[0] for reports in told[-10:]]
    traced = [json.loads(ask(connection, f"/api/v1/stories/{report}").body) for report in largest]
    return {
        "story": [reports[0] for reports in told],
        "story alone": [story["reports"][0][7:19] for story in found if len(story["reports"]) == 1],
        "large story": largest,
        "claim": [
            f"{report}?claim={claim['id']}"
            for report, trace in zip(largest, traced, strict=True)
            for claim in trace.get("claims", ())[:20]
        ],
        "place in the list": re.findall(r'/stories\?after=([^"]+)"', ask(connection, "/stories").body.decode()),
    }


def pages(given: dict[str, list[str]], dice: random.Random) -> dict[str, Callable[[], str]]:
    def one(what: str) -> str:
        return dice.choice(given[what])

    def search(**filters: str) -> str:
        return "/search?" + urlencode(filters)

    frequent = ["president", "people", "said", "election", "court", "police", "government"]
    return {
        "first page": lambda: "/",
        "reader": lambda: f"/reports/{one('report')}",
        "statement": lambda: f"/statements/{one('statement')}",
        "source": lambda: f"/sources/{one('source')}",
        "source, much quoted": lambda: f"/sources/{one('big source')}",
        "report, to correct": lambda: f"/reports/{one('report')}/correct",
        "search, everything": lambda: "/search",
        "search, word": lambda: search(words=one("word")),
        "search, frequent word": lambda: search(words=dice.choice(frequent)),
        "search, two words": lambda: search(words=f"{one('word')} {one('word')}"),
        "search, word and act": lambda: search(words=one("word"), act="deny"),
        "search, frequent word and act": lambda: search(words=dice.choice(frequent), act="warn"),
        "search, name": lambda: search(source=one("name")),
        "search, name, act and year": lambda: search(
            source=one("name"), act="deny", published_from="2015-01-01", published_to="2015-12-31"
        ),
        "search, outlet and type": lambda: search(outlet=one("outlet"), type="anonymous"),
        "search, word, outlet and year": lambda: search(
            words=one("word"), outlet=one("outlet"), published_from="2016-01-01", published_to="2017-12-31"
        ),
        "search, relay and standing": lambda: search(via="Reuters", standing="denied"),
        "search, confidence": lambda: search(confidence="0.9", act="deny", kind="direct"),
        "search, oldest": lambda: search(sort="oldest"),
        "search, by day said": lambda: search(sort="said"),
        "facets, everything": lambda: "/search/facets?",
        "facets, frequent word": lambda: "/search/facets?" + urlencode({"words": dice.choice(frequent)}),
        "feed, frequent word": lambda: "/search.atom?" + urlencode({"words": dice.choice(frequent)}),
        "reports": lambda: "/reports",
        "reports, word": lambda: "/reports?" + urlencode({"words": one("word")}),
        "stories": lambda: "/stories",
        "stories, further on": lambda: f"/stories?after={one('place in the list')}",
        "story": lambda: f"/stories/{one('story')}",
        "story of one report": lambda: f"/stories/{one('story alone')}",
        "story, the largest": lambda: f"/stories/{one('large story')}",
        "story, how a claim is counted": lambda: f"/stories/{one('claim')}",
        "story as JSON": lambda: f"/api/v1/stories/{one('large story')}",
        "compare": lambda: f"/compare?a={one('report')}&b={one('report')}",
        "log": lambda: "/log",
        "add": lambda: "/add",
    }


def measure(ledger: str, rounds: int, core: int | None, only: str | None) -> None:
    dice = random.Random(7)
    with serving(ledger, core) as (port, pid):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        given = material(connection, dice)
        cases = pages(given, dice)
        print(
            f"{'page':32s} {'median':>8s} {'p95':>8s} {'worst':>8s} {'processor':>9s} ms  "
            f"{'kB moved':>8s} {'kB page':>8s}"
        )
        for name, path in cases.items():
            if (only and only not in name) or ("stor" in name and not given.get("story")):
                continue
            before = _processor_seconds(pid)
            got = [ask(connection, path()) for _ in range(rounds)]
            used = 1000 * (_processor_seconds(pid) - before) / rounds
            wrong = [answer.status for answer in got if answer.status != 200]
            times = sorted(answer.milliseconds for answer in got)
            size, whole = max(answer.sent for answer in got) / 1000, max(len(answer.body) for answer in got) / 1000
            print(
                f"{name:32s} {statistics.median(times):8.1f} {times[int(len(times) * 0.95)]:8.1f} {times[-1]:8.1f}"
                f" {used:9.1f}     {size:8.1f} {whole:8.1f}{'   FAILED ' + str(wrong[:3]) if wrong else ''}", flush=True
            )  # fmt: skip


def load(ledger: str, rate: float, seconds: float, core: int) -> None:
    """Asks for readers' pages at a steady rate over eight connections, whether or not the answers keep up."""
    dice = random.Random(7)
    seconds = min(seconds, MOST_REQUESTS / rate)
    with serving(ledger, core) as (port, pid):
        given = material(http.client.HTTPConnection("127.0.0.1", port, timeout=60), dice)
        paths = [f"/reports/{dice.choice(given['report'])}" for _ in range(int(rate * seconds))]
        answers: list[Answer] = []
        failures: list[str] = []
        start = time.perf_counter() + 0.2
        turn = iter(enumerate(paths))
        lock = threading.Lock()

        def work() -> None:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
            while True:
                with lock:
                    number, path = next(turn, (None, ""))
                if number is None:
                    return
                due = start + number / rate
                time.sleep(max(0.0, due - time.perf_counter()))
                try:
                    answer = ask(connection, path)
                except OSError as error:
                    failures.append(str(error))
                    connection.close()
                    continue
                late = 1000 * (time.perf_counter() - due)  # waiting for a free connection counts
                answers.append(Answer(answer.status, late, answer.sent, b""))

        before = _processor_seconds(pid)
        workers = [threading.Thread(target=work) for _ in range(8)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        took = time.perf_counter() - start
        used = _processor_seconds(pid) - before
    bad = [a.status for a in answers if a.status != 200]
    times = sorted(a.milliseconds for a in answers)
    print(f"{len(answers)} answers in {took:.1f} s: {len(answers) / took:.1f} a second, asked for {rate:g}")
    print(f"failed: {len(failures) + len(bad)}   {failures[:2]} {bad[:3]}")
    print(
        f"from due to answered: median {statistics.median(times):.1f} ms, p95 {times[int(len(times) * 0.95)]:.1f} ms, "
        f"worst {times[-1]:.1f} ms"
    )
    print(f"server: {1000 * used / len(answers):.1f} ms of processor a page, {100 * used / took:.0f} % of one core")
    print(f"most memory of a child: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MB")


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["pages", "load"])
    parser.add_argument("ledger")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--only", help="pages whose name holds this")
    parser.add_argument("--rate", type=float, default=50, help="requests a second")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--core", type=int, default=None, help="pin the server to this core (load: the last one)")
    asked = parser.parse_args()
    if asked.what == "pages":
        measure(asked.ledger, asked.rounds, asked.core, asked.only)
    else:
        cores = sorted(os.sched_getaffinity(0))
        load(asked.ledger, asked.rate, asked.seconds, cores[-1] if asked.core is None else asked.core)
