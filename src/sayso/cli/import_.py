"""``sayso import``: a ledger from its export, or readings that were made elsewhere into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli._ledger import LedgerOption, opened
from sayso.errors import InputError, SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Ledger
    from sayso.types import Reading

_BATCH = 100  # readings in one unit of work


def register(app: typer.Typer) -> None:
    app.command("import")(import_)


def import_(
    source: Annotated[str, typer.Argument(metavar="FILE", help="From `sayso export --all` or `--format jsonl`; or -.")],
    ledger: LedgerOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no messages but errors.")] = False,
) -> None:
    """Restore a whole ledger into an empty one, or add readings (sayso.reading/1, one a line) to any."""
    from sayso.cli._progress import progress

    try:
        stream = sys.stdin.buffer if source == "-" else Path(source).open("rb")  # noqa: SIM115 (closed below)
    except OSError as error:
        remedy = "Name a file made by `sayso export`"
        print(f"sayso: {source}: cannot be read ({error.strerror}). {remedy}", file=sys.stderr)
        raise typer.Exit(3) from None
    with stream, opened(ledger, create=True) as kept:
        first = stream.readline()
        lines = chain([first] if first else [], progress(stream, "importing", quiet=quiet))
        if b'"sayso.reading/1"' in first or b'"sayso.error/1"' in first:
            raise typer.Exit(_add(kept, lines, source, quiet=quiet))
        with kept.write() as session:
            number = session.restore(lines, source)
    if not quiet:
        print(f"sayso: {number} reports imported", file=sys.stderr)


def _add(kept: Ledger, lines: Iterable[bytes], source: str, *, quiet: bool) -> int:
    """Exit status: 3 where some lines held no reading."""
    counts: Counter[str] = Counter()
    numbered: Iterator[tuple[int, bytes]] = iter(enumerate(lines, 1))
    while batch := list(islice(numbered, _BATCH)):
        with kept.write() as session:
            added = []
            for number, line in batch:
                try:
                    added.append(session.add(_reading(f"{source}:{number}", line)).status)
                except SaysoError as error:
                    counts["failed"] += 1
                    print(f"sayso: {error}", file=sys.stderr)
        counts.update(added)
    if not quiet:
        new = counts["new"] + counts["version"] + counts["reread"]
        words = f"{new} readings added; {counts['known']} known already; {counts['failed']} failed"
        print(f"sayso: {words}", file=sys.stderr)
    return 3 if counts["failed"] else 0


def _reading(name: str, line: bytes) -> Reading:
    """Raises InputError where the line holds no reading whose offsets fit its text."""
    import msgspec

    from sayso import wire
    from sayso.report.identity import text_sha256

    try:
        reading = wire.from_json(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = f"This is no sayso.reading/1 ({error})"
        raise InputError(name, message, "Give what `sayso read --json` wrote", code="malformed") from None
    text = reading.report.text
    spans = (span for s in reading.statements for span in (s.extent, *s.content, *s.cue, s.source.mention) if span)
    if text_sha256(text) != reading.report.text_sha256 or not all(0 <= b <= e <= len(text) for b, e in spans):
        message = "The text of this reading has been changed since it was read"
        raise InputError(name, message, "Read the report again", code="malformed")
    return reading
