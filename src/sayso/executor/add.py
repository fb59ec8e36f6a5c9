"""Adding many inputs to a ledger: opened and written here, read by as many processes as pay off.

Inputs are entered in their order whichever process was faster, so the same inputs give the same ledger. What is added
is only reported once it is on disk. Inputs that an earlier run added are recognised by their bytes and left out, so
a run that was cut off is resumed by starting it again.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Literal

import msgspec

import sayso
from sayso.errors import SaysoError
from sayso.executor.readers import Readers
from sayso.executor.targets import expand
from sayso.ledger import Added, Ledger, original_of
from sayso.ledger.session import utc_now
from sayso.report import Draft, Options, open_drafts
from sayso.settings import from_environment
from sayso.types import Reading

#: A session is ended after so many reports or seconds, whichever comes first.
_BATCH, _SECONDS = 32, 2.0
#: Files up to this many bytes are recognised as a whole, before they are parsed.
_WHOLE = 20_000_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input. ``added``: where it was read now; ``error``: where it failed; neither where an earlier
    run had added it. ``report``: id of the report, None where it failed.
    """

    input: str
    report: str | None = None
    added: Added | None = None
    error: SaysoError | None = None

    @property
    def status(self) -> Literal["new", "version", "reread", "known", "purged", "failed"]:
        if self.error is not None:
            return "failed"
        return self.added.status if self.added else "known"


@dataclass(frozen=True, slots=True)
class _Item:
    """A draft to be read, with its fingerprints (none: known already) and when its page was known to read so."""

    draft: Draft
    fingerprints: tuple[str, ...]
    seen: str | None


@dataclass(frozen=True, slots=True)
class _Again:
    """A report that is in the ledger, of a page that has changed since and was now ``seen`` with its text again."""

    name: str
    report: str
    seen: str


def add(
    ledger: Ledger, targets: Iterable[str], options: Options | None = None, *, model: str | None = None, jobs: int = 0
) -> Iterator[Outcome]:
    """Adds every report that the targets hold; one outcome for each, once it is certain.

    ``jobs``: processes that read; 0 for as many as there are processors.

    Raises:
        SettingsError: options that make no sense. ModelError: no such model. LedgerError: the ledger fails.
    """
    settings = from_environment()
    model = model or settings.model
    items = _items(ledger, targets, options or Options(), model)
    with Readers(model, jobs or os.cpu_count() or 1) as readers:
        waiting: list[tuple[_Item, Reading]] = []
        since = time.monotonic()
        for item, reading in readers.read(items, lambda item: item.draft if isinstance(item, _Item) else None):
            if isinstance(item, _Again):  # in the order in which the page changed
                yield from _write(ledger, waiting)
                waiting, since = [], time.monotonic()
                yield _show_again(ledger, item)
            elif isinstance(item, Outcome):
                yield item
            elif isinstance(reading, SaysoError):
                yield Outcome(item.draft.name, error=reading)
            elif reading is not None:
                waiting.append((item, reading))
            if len(waiting) >= _BATCH or (waiting and time.monotonic() - since > _SECONDS):
                yield from _write(ledger, waiting)
                waiting, since = [], time.monotonic()
        yield from _write(ledger, waiting)


def _write(ledger: Ledger, waiting: list[tuple[_Item, Reading]]) -> list[Outcome]:
    """One session; its outcomes are given only after it has ended."""
    outcomes: list[Outcome] = []
    if not waiting:
        return outcomes
    with ledger.write() as session:
        results = session.add_all([(reading, original_of(item.draft, item.seen)) for item, reading in waiting])
        for (item, _), added in zip(waiting, results, strict=True):
            if isinstance(added, SaysoError):
                outcomes.append(Outcome(item.draft.name, error=added))
                continue
            if added.status != "purged":
                for fingerprint in item.fingerprints:
                    session.remember_input(fingerprint, added.report)
            outcomes.append(Outcome(item.draft.name, added.report, added))
    return outcomes


def _show_again(ledger: Ledger, item: _Again) -> Outcome:
    with ledger.write() as session:
        version = session.shows_again(item.report, item.seen)
    return Outcome(item.name, item.report, Added(item.report, "version", version, 0) if version else None)


def _items(ledger: Ledger, targets: Iterable[str], options: Options, model: str) -> Iterator[_Item | _Again | Outcome]:
    """Drafts to be read, in order; in the place of others what became of them."""
    salt = repr((sayso.__version__, model, options))
    for target in expand(targets):
        content, seen = _content(target)
        whole = (_digest(salt, content),) if content is not None else ()
        if whole and (known := _known(ledger, target, *whole, seen)):
            yield known
            continue
        drafts = open_drafts(target, options)
        first, second = next(drafts, None), next(drafts, None)
        if second is not None:  # many reports in one file: one of them can change back while the others stand
            whole, seen = (), None
        for draft in chain((first, second), drafts):
            if draft is None:
                continue
            if isinstance(draft, SaysoError):
                yield Outcome(draft.input, error=draft)
                continue
            own = _digest(salt, msgspec.json.encode(replace(draft, fetched=None, content=None, name="")))
            at = draft.fetched.at if draft.fetched else seen
            yield _known(ledger, draft.name, own, at) or _Item(draft, (own, *whole), seen)


def _content(target: str) -> tuple[bytes | None, str | None]:
    """The bytes of a file that can be recognised as a whole, and when it was changed last; for anything else None, and
    the present for what is piped in."""
    path = Path(target)
    try:
        if target == "-":
            return None, utc_now()
        if "://" in target[:12] or not path.is_file() or path.stat().st_size > _WHOLE:
            return None, None
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat()
        return path.read_bytes(), changed
    except OSError:  # opening it as an input says what is wrong
        return None, None


def _digest(salt: str, content: bytes) -> str:
    return hashlib.sha256(salt.encode() + b"\0" + content).hexdigest()


def _known(ledger: Ledger, name: str, fingerprint: str, seen: str | None) -> Outcome | _Again | None:
    """What becomes of an input that was added earlier; None for a new one."""
    with ledger.read() as view:
        report = view.known_inputs([fingerprint]).get(fingerprint)
        if report is None:
            return None
        return _Again(name, report, seen) if seen and view.superseded(report) else Outcome(name, report)
