"""What reading costs: ``python -m evaluation.speed``.

Words per second of processor time on one thread (the tagger alone, and the whole pipeline), start-up times and memory.
Every figure is of this machine: compare ratios, not seconds.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path

from evaluation.corpora import ROOT
from evaluation.statements import gold, inputs


def measure_here(reports: int = 30) -> dict[str, float]:
    """In this process, which should have done nothing before."""
    from sayso import pipeline
    from sayso.settings import FAST, MODEL
    from sayso.tagger import load

    rows = gold("dev")[:reports]
    words = sum(len(row["text"].split()) for row in rows)
    data = inputs(rows)
    options = pipeline.Options()
    for model in (MODEL, FAST):
        list(pipeline.read(inputs(rows[:3]), options, model=model, threads=1))
    begun = time.process_time()
    readings = list(pipeline.read(data, options, threads=1))
    whole = time.process_time() - begun

    def tagging(model: str) -> float:
        tagger = load(model, 1)
        begun = time.process_time()
        for reading in readings:
            tagger.tag(reading.report.text, pipeline.units(reading.report)[0])  # type: ignore[union-attr]
        return time.process_time() - begun

    # The least of three turns each, one after the other, so that whatever else the machine does meets both.
    turns = [(tagging(MODEL), tagging(FAST)) for _ in range(3)]
    alone, fast = (min(each) for each in zip(*turns, strict=True))
    return {
        "words per second, tagger": round(words / alone),
        "words per second, fast tagger": round(words / fast),
        "words per second, all": round(words / whole),
        "share of the tagger": round(alone / whole, 3),
        "memory, MB": round(_most_memory() / 1024),
    }


def _most_memory() -> int:
    """The most memory that this process ever had, in KB. What the system counts as such begins with that of whoever
    started the process, so that where it tells more, that is taken."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _best(command: list[str], times: int = 5) -> float:
    """Least wall-clock seconds of a command over some runs."""
    best = float("inf")
    for _ in range(times):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        best = min(best, time.perf_counter() - begun)
    return round(best, 3)


def score() -> dict[str, float]:
    sayso = str(Path(sys.executable).parent / "sayso")
    report = ROOT / "examples" / "spun-wire.txt"
    environment = dict(os.environ, OMP_NUM_THREADS="1")
    out = subprocess.run(
        [sys.executable, "-m", "evaluation.speed", "--here"], check=True, capture_output=True, env=environment, cwd=ROOT
    )
    return {
        **json.loads(out.stdout),
        "seconds, sayso --help": _best([sayso, "--help"]),
        "seconds, one report cold": _best([sayso, "read", "--json", str(report)]),
    }


if __name__ == "__main__":
    if sys.argv[1:] == ["--here"]:
        print(json.dumps(measure_here()))
    else:
        print("\n".join(f"{key:28s} {value}" for key, value in score().items()))
