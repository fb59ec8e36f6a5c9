"""A large corpus to part files, on this machine: read by as many processes as pay off, written in order, resumable.

The outcomes of each input (readings, and the errors of what could not be read) are cut into parts of a fixed size.
A part is whole or not there, so a run that was killed is resumed by starting it again: parts that are there are passed
over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

import sayso
from sayso.errors import SaysoError, SettingsError
from sayso.executor.readers import Readers
from sayso.executor.targets import expand
from sayso.report import Draft, Options, open_drafts
from sayso.settings import from_environment
from sayso.types import Reading

#: Writes one part: the outcomes, the folder, the part's name.
Write = Callable[[Sequence[Reading | SaysoError], Path, str], None]
#: Whether a part is there as a whole.
Written = Callable[[Path, str], bool]
#: Outcomes in a part: what a killed run loses at most.
SIZE = 500
_SCHEMA = "sayso.batch/1"


_Kind = Literal["outcome", "part", "known", "end"]


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is now on the disk; ``known``: an earlier run wrote it, and its counts are not looked up."""

    input: str
    name: str
    reports: int = 0
    statements: int = 0
    failures: tuple[SaysoError, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    """An outcome of an input; or that a part of it is complete, or known from an earlier run, or that it has ended."""

    kind: _Kind
    input: str
    part: str
    outcome: Draft | SaysoError | None = None


def batch(
    targets: Iterable[str],
    folder: Path,
    write: Write,
    written: Written,
    options: Options | None = None,
    *,
    model: str | None = None,
    jobs: int = 0,
    size: int = SIZE,
) -> Iterator[Part]:
    """Reads every report that the targets hold into parts below ``folder``; each is given once it is on the disk.

    Raises:
        SettingsError: the folder holds another batch. ModelError: no such model. OSError: the folder cannot be written.
    """
    options = options or Options()
    model = model or from_environment().model
    plan = _Plan(folder, {"model": model, "size": size, "options": asdict(options)})
    numbers = plan.enter(expand(targets))
    steps = (step for name in numbers for step in _steps(plan, name, numbers[name], written, options, size))
    held: list[Reading | SaysoError] = []
    with Readers(model, jobs or os.cpu_count() or 1) as readers:
        for step, reading in readers.read(steps, lambda s: s.outcome if isinstance(s.outcome, Draft) else None):
            if step.kind == "outcome":
                outcome = reading or step.outcome
                assert isinstance(outcome, (Reading, SaysoError))
                held.append(outcome)
            elif step.kind == "part":
                write(held, folder, step.part)
                yield _counted(step, held)
                held = []
            elif step.kind == "known":
                yield Part(step.input, step.part, known=True)
            else:
                plan.finish(numbers[step.input])


def _counted(step: _Step, held: list[Reading | SaysoError]) -> Part:
    readings = [outcome for outcome in held if isinstance(outcome, Reading)]
    failures = tuple(outcome for outcome in held if isinstance(outcome, SaysoError))
    return Part(step.input, step.part, len(readings), sum(len(r.statements) for r in readings), failures)


def _steps(plan: _Plan, name: str, number: int, written: Written, options: Options, size: int) -> Iterator[_Step]:
    """The outcomes of one input, each ``size`` of them followed by a step that ends the part."""
    if plan.is_finished(number):
        yield _Step("known", name, f"{number:05}")
        return
    if name == "-":
        message = "standard input cannot be resumed"
        raise SettingsError(name, message, "Put the reports into a file, or use `sayso export`")
    count, part = 0, ""
    kind: _Kind = "part"
    for outcome in open_drafts(name, options):
        if count % size == 0:
            part = f"{number:05}-{count // size:06}"
            kind = "known" if written(plan.folder, part) else "part"
        if kind == "part":
            yield _Step("outcome", name, part, outcome)
        count += 1
        if count % size == 0:
            yield _Step(kind, name, part)
    if count % size:
        yield _Step(kind, name, part)
    yield _Step("end", name, part)


class _Plan:
    """``batch.json``: which inputs the batch has, under which numbers, and how they are read."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self.folder, self._path = folder, folder / "batch.json"
        settings = {"schema": _SCHEMA, "software": f"sayso {sayso.__version__}", **settings}
        if not self._path.exists():
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()):
                raise SettingsError(str(folder), "holds something else already", "Name a new folder with --output")
            self._state: dict[str, Any] = {**settings, "inputs": []}
            return
        try:
            self._state = msgspec.json.decode(self._path.read_bytes())
        except msgspec.DecodeError:
            raise SettingsError(str(self._path), "is damaged", "Name a new folder with --output") from None
        differs = [key for key, value in settings.items() if self._state.get(key) != value]
        if differs:
            message = f"holds a batch that was begun with another {differs[0]}"
            raise SettingsError(str(folder), message, "Name a new folder with --output")

    def enter(self, names: Iterable[str]) -> dict[str, int]:
        """The numbers of the inputs; new ones come after those of earlier runs.

        Raises:
            SettingsError: an input that was begun has changed since.
        """
        known = {entry["name"]: number for number, entry in enumerate(self._state["inputs"])}
        numbers = {}
        for name in names:
            entry = {"name": name, **_stamp(name), "finished": False}
            if name not in known:
                known[name] = len(self._state["inputs"])
                self._state["inputs"].append(entry)
            elif any(self._state["inputs"][known[name]][key] != entry[key] for key in ("bytes", "modified")):
                raise SettingsError(name, "has changed since the batch began", "Name a new folder with --output")
            numbers[name] = known[name]
        self._save()
        return numbers

    def is_finished(self, number: int) -> bool:
        return bool(self._state["inputs"][number]["finished"])

    def finish(self, number: int) -> None:
        self._state["inputs"][number]["finished"] = True
        self._save()

    def _save(self) -> None:
        part = self._path.with_name(".batch.json.part")
        part.write_bytes(msgspec.json.format(msgspec.json.encode(self._state), indent=1) + b"\n")
        part.replace(self._path)


def _stamp(name: str) -> dict[str, int | None]:
    """Size and time of a file, by which a changed one is known; None for what is no file."""
    try:
        found = Path(name).stat()
    except OSError:  # opening it as an input says what is wrong
        return {"bytes": None, "modified": None}
    return {"bytes": found.st_size, "modified": found.st_mtime_ns}
