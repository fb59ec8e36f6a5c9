"""The ledger as people and programs use it: open it, then read or write in sessions, each one unit of work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, exc

from sayso.errors import LedgerError, SaysoError
from sayso.ledger import changes, dump, intake, judging, purging, search, show, store, writer
from sayso.ledger.judgement import Judgement
from sayso.ledger.query import Query
from sayso.types import Reading


def utc_now() -> str:
    """ISO 8601 to the microsecond, UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


class Ledger:
    """A ledger, open. Safe to share between threads; sessions are not. Processes each open it themselves."""

    def __init__(self, address: str, *, create: bool = True, clock: Callable[[], str] = utc_now) -> None:
        """``address``: a SQLite file or ``postgresql://…``; made and brought up to date where needed.

        Raises:
            LedgerError: cannot be opened, is no ledger, or was made by a newer Sayso.
        """
        self.address = address
        self.engine = store.connect(address, create=create)
        self._clock = clock

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One consistent view; hinders no writer."""
        with self._explaining(), store.reading(self.engine) as connection:
            yield Reader(connection)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """One unit of work: kept as a whole when the block ends, dropped as a whole if it raises. Writers take turns,
        so keep it short; only count a report as added after the block has ended.
        """
        with self._explaining(), store.writing(self.engine) as connection:
            yield Writer(connection, self._clock)

    @contextmanager
    def _explaining(self) -> Iterator[None]:
        try:
            yield
        except exc.OperationalError as error:  # a full disk, a lost server, a damaged file
            lite = self.engine.dialect.name == "sqlite"
            shown = self.address if lite else self.engine.url.render_as_string(hide_password=True)
            remedy = "Make room on the disk and start" if "full" in str(error.orig) else "Try"
            remedy = f"{remedy} it again: nothing of this step was kept, and nothing from before is lost"
            raise LedgerError(shown, f"failed: {error.orig}", remedy) from error

    def purge(self, report: str, *, by: str, why: str | None = None) -> purging.Purged:
        """Takes a report and all that came of it out for good, also from the files; see ``sayso.ledger.purging``."""
        with self.write() as session:
            purged = purging.purge(session.connection, report, by=by, now=self._clock(), why=why)
        return purging.scrub(self.engine, purged)

    def close(self) -> None:
        self.engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Reader:
    """A consistent view of a ledger."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def find(self, query: Query) -> search.Page:
        return search.find(self.connection, query)

    def count(self, query: Query) -> search.Count:
        return search.count(self.connection, query)

    def facets(self, query: Query, most: int = search.BOUND) -> search.Facets:
        return search.facets(self.connection, query, most)

    def find_reports(self, query: Query) -> search.ReportPage:
        return search.find_reports(self.connection, query)

    def report(self, given: str) -> show.ReportView:
        return show.report(self.connection, given)

    def statement(self, given: str) -> show.StatementView:
        return show.statement(self.connection, given)

    def source(self, given: str) -> show.SourceView:
        return show.source(self.connection, given)

    def anything(self, given: str) -> show.ReportView | show.StatementView | show.SourceView | Judgement:
        """What an id means; see ``sayso.ledger.show.anything``."""
        return show.anything(self.connection, given)

    def original(self, given: str) -> bytes:
        """The bytes that a report was read from, as fetched."""
        return show.original_bytes(self.connection, given)

    def reading(self, reading_id: str) -> Reading:
        """Any reading that was ever made, as the machine made it."""
        return show.reading_by_id(self.connection, reading_id)

    def known_inputs(self, fingerprints: Sequence[str]) -> dict[str, str]:
        """Those of the fingerprints that have been added already, with the ids of their reports."""
        return intake.known_inputs(self.connection, fingerprints)

    def superseded(self, report: str) -> bool:
        """Whether the page of a report has shown another text since."""
        return intake.superseded(self.connection, report)

    def dump(self) -> Iterator[bytes]:
        """The whole ledger as JSON Lines, line ends included; see ``sayso.ledger.dump``."""
        return dump.dump(self.connection)

    def log(self, report: str | None = None, limit: int = 1000) -> list[Judgement]:
        return judging.log(self.connection, report, limit)


class Writer(Reader):
    """A unit of work on a ledger."""

    def __init__(self, connection: Connection, clock: Callable[[], str]) -> None:
        super().__init__(connection)
        self._clock = clock

    def add(self, reading: Reading, original: writer.Original | None = None) -> writer.Added:
        """Adds a reading, or leaves it out as a whole if that fails; the others of the session stand either way."""
        with self.connection.begin_nested():
            return self._together([(reading, original)])[0]

    def add_all(self, given: Sequence[tuple[Reading, writer.Original | None]]) -> list[writer.Added | SaysoError]:
        """Adds many readings; a reading that cannot be added gives the error in its place and leaves out nothing else.

        Faster than one by one: the readings share a savepoint, and have one each only where one of them fails.
        """
        try:
            with self.connection.begin_nested():
                return list(self._together(given))
        except (SaysoError, ValueError, exc.StatementError) as error:
            if isinstance(error, exc.OperationalError):
                raise
            return [self._one(*each) for each in given]

    def _together(self, given: Sequence[tuple[Reading, writer.Original | None]]) -> list[writer.Added]:
        batch = writer.Batch(self.connection)
        added = [writer.add(batch, *each, self._clock()) for each in given]
        batch.flush()
        return added

    def _one(self, reading: Reading, original: writer.Original | None) -> writer.Added | SaysoError:
        try:
            return self.add(reading, original)
        except SaysoError as error:
            return error
        except (ValueError, exc.StatementError) as error:  # text that the database cannot hold
            if isinstance(error, exc.OperationalError):
                raise
            return LedgerError(
                reading.input, f"cannot be kept ({error})", "Please report it, with the input if you may"
            )

    def shows_again(self, report: str, seen: str) -> int | None:
        """A known text was seen at its address once more: see ``sayso.ledger.changes``."""
        return changes.show_again(self.connection, report, changes.seen_at(seen, self._clock()))

    def remember_input(self, fingerprint: str, report: str) -> None:
        """Notes that an input has been added; purging the report forgets it."""
        intake.remember_input(self.connection, fingerprint, report)

    def restore(self, lines: Iterable[bytes], name: str) -> int:
        """Fills this empty ledger from the lines of a dump; gives the number of reports."""
        return dump.restore(self.connection, lines, name)

    def accept(self, target: str, *, by: str, field: str | None = None, why: str | None = None) -> Judgement:
        return judging.judge(self.connection, "accept", target, by=by, now=self._clock(), field=field, why=why)

    def reject(self, target: str, *, by: str, field: str | None = None, why: str | None = None) -> Judgement:
        return judging.judge(self.connection, "reject", target, by=by, now=self._clock(), field=field, why=why)

    def correct(self, target: str, field: str, value: Any, *, by: str, why: str | None = None) -> Judgement:
        return judging.judge(
            self.connection, "correct", target, by=by, now=self._clock(), field=field, value=value, why=why
        )

    def add_statement(self, report: str, value: Any, *, by: str, why: str | None = None) -> Judgement:
        """Adds a statement that the machine did not find; see ``sayso.ledger.added``."""
        return judging.add(self.connection, report, value, by=by, now=self._clock(), why=why)

    def note(self, target: str, text: Any, *, by: str) -> Judgement:
        return judging.note(self.connection, target, text, by=by, now=self._clock())

    def merge(self, one: str, into: str, *, by: str, why: str | None = None) -> Judgement:
        return judging.merge(self.connection, one, into, by=by, now=self._clock(), why=why)

    def split(self, target: str, *, by: str, why: str | None = None, name: str | None = None) -> Judgement:
        return judging.split(self.connection, target, by=by, now=self._clock(), why=why, name=name)

    def undo(self, judgement: str, *, by: str, why: str | None = None) -> Judgement:
        return judging.undo(self.connection, judgement, by=by, now=self._clock(), why=why)
