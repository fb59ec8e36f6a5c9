"""From what was named on the command line to checked reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.check.across import Across
from sayso.check.config import Config
from sayso.check.engine import check
from sayso.check.exceptions import Exceptions, comments_in
from sayso.check.model import Finding
from sayso.errors import SaysoError
from sayso.report.encodings import decode
from sayso.report.notes import NOT_ENGLISH
from sayso.types import Note, Reading

if TYPE_CHECKING:
    from sayso.pipeline import Options

AcrossOf = Callable[[Reading], Across | None]

#: Lines and columns are counted in ``Report.text``, as every offset is; whoever opens the file must know.
EXTRACTED = "extracted-text"
_EXTRACTED = Note(EXTRACTED, None, "Lines and columns are those of the text read out of this file, not the file’s own")

_UNLISTED = Note(
    "not-in-trace",
    None,
    "The trace does not have this report, so nothing was asked of others. Make it anew with the draft as it is now",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """One report with its findings. ``mended`` are findings of an older version that this one has no more.

    ``unlisted``: a trace was given that does not have the report.
    ``extracted``: the report's text is not its file as it stands, but was read out of a page, a feed or another format.
    """

    input: str
    reading: Reading
    findings: tuple[Finding, ...]
    mended: tuple[Finding, ...] = ()
    extracted: bool = False
    unlisted: bool = False

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a reader of the findings must know about all of them; other notes on the text are findings of rules."""
        foreign = tuple(
            replace(note, text=f"{note.text}. Only the rules that hold for any language were asked")
            for note in self.reading.report.notes
            if note.code == NOT_ENGLISH
        )
        extracted = (_EXTRACTED,) if self.extracted and self.findings else ()
        return (*foreign, *extracted, *((_UNLISTED,) if self.unlisted else ()))

    @property
    def text(self) -> str:
        return self.reading.report.text


def checked(
    targets: Iterable[str], config: Config, options: Options | None = None, across: AcrossOf | None = None
) -> Iterator[Checked | SaysoError]:
    """Every report that the targets (paths, URLs, ``-``) hold, checked, in order; what cannot be read, as its error."""
    for target in targets:
        data, exceptions = _without_comments(target)
        whole: tuple[str | None] | None = None  # read once, however many reports the target holds
        for reading in _readings(data, target, options):
            if isinstance(reading, SaysoError):
                yield reading
                continue
            result = check_reading(reading, config, exceptions, across)
            is_local = isinstance(data, bytes) or Path(data).is_file()
            if is_local and whole is None:
                whole = (_as_text(data),)
            yield replace(result, extracted=whole is not None and whole[0] != result.text)


def _as_text(data: str | bytes) -> str | None:
    """What a file holds as it stands; None for a binary format, as Parquet."""
    try:
        return decode("", data if isinstance(data, bytes) else Path(data).read_bytes())
    except SaysoError:
        return None


def check_bytes(data: bytes, name: str, config: Config, options: Options | None = None) -> Checked | SaysoError:
    """The first report that ``data`` holds, as an editor has it open and unsaved; ``name`` is shown in messages."""
    blanked, exceptions = comments_in(data)
    first = next(_readings(blanked, name, options))
    return first if isinstance(first, SaysoError) else check_reading(first, config, exceptions)


def check_reading(
    reading: Reading, config: Config, exceptions: Exceptions = (), across: AcrossOf | None = None
) -> Checked:
    """A reading with its findings, less those that a comment excepts."""
    others = across(reading) if across else None
    findings = check(reading, config, others)
    kept = tuple(each for each in findings if not any(exception.holds_for(each) for exception in exceptions))
    return Checked(reading.input, reading, kept, unlisted=others is not None and not others.listed)


def _readings(data: str | bytes, name: str, options: Options | None) -> Iterator[Reading | SaysoError]:
    from sayso.pipeline import read  # loads the model's run-time

    for reading in read(data, options):
        if isinstance(reading, SaysoError):
            yield _named(reading, name) if isinstance(data, bytes) else reading
        else:
            yield replace(reading, input=name)


def _named(error: SaysoError, name: str) -> SaysoError:
    return type(error)(name, error.message, error.remedy, code=error.code)


def _without_comments(target: str) -> tuple[str | bytes, Exceptions]:
    """A local file's bytes with the comments blanked, where it has any; else the target as it is."""
    path = Path(target)
    if target == "-" or not path.is_file():
        return target, ()
    data = path.read_bytes()
    blanked, exceptions = comments_in(data)
    return (blanked, exceptions) if exceptions else (target, ())
