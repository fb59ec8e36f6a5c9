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
from pathlib import Path
from typing import Literal

import msgspec

import sayso
from sayso.errors import SaysoError
from sayso.executor.readers import Readers
from sayso.executor.targets import expand
from sayso.ledger import Added, Ledger, Original
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
    """A draft to be read, with its fingerprints (none: known already) and what it was read from."""

    draft: Draft
    fingerprints: tuple[str, ...]
    original: Original


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
            if isinstance(item, Outcome):
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
        for item, reading in waiting:
            try:
                added = session.add(reading, item.original)
            except SaysoError as error:
                outcomes.append(Outcome(item.draft.name, error=error))
                continue
            if added.status != "purged":
                for fingerprint in item.fingerprints:
                    session.remember_input(fingerprint, added.report)
            outcomes.append(Outcome(item.draft.name, added.report, added))
    return outcomes


def _items(ledger: Ledger, targets: Iterable[str], options: Options, model: str) -> Iterator[_Item | Outcome]:
    """Drafts to be read, in order; in the place of others what became of them."""
    salt = repr((sayso.__version__, model, options))
    for target in expand(targets):
        content = _content(target)
        whole = (_digest(salt, content),) if content is not None else ()
        if whole and (report := _known(ledger, *whole)):
            yield Outcome(target, report)
            continue
        drafts = open_drafts(target, options)
        first, second = next(drafts, None), next(drafts, None)
        if second is not None:  # many reports in one file: its bytes are not kept with each
            content, whole = None, ()
        for draft in _chain(first, second, drafts):
            if isinstance(draft, SaysoError):
                yield Outcome(draft.input, error=draft)
                continue
            own = _digest(salt, msgspec.json.encode(replace(draft, fetched=None, name="")))
            if report := _known(ledger, own):
                yield Outcome(draft.name, report)
            else:
                yield _Item(draft, (own, *whole), _original(draft, content))


def _chain(*parts: Draft | SaysoError | Iterator[Draft | SaysoError] | None) -> Iterator[Draft | SaysoError]:
    first, second, rest = parts
    for part in (first, second):
        if isinstance(part, Draft | SaysoError):
            yield part
    if isinstance(rest, Iterator):
        yield from rest


def _content(target: str) -> bytes | None:
    """The bytes of a file that can be recognised as a whole; None for anything else."""
    path = Path(target)
    try:
        if "://" in target[:12] or not path.is_file() or path.stat().st_size > _WHOLE:
            return None
        return path.read_bytes()
    except OSError:  # opening it as an input says what is wrong
        return None


def _original(draft: Draft, content: bytes | None) -> Original:
    page = draft.fetched
    if page is None:
        return Original(content, origins=draft.origins)
    media_type = (page.header("content-type") or "").partition(";")[0].strip() or None
    return Original(page.body, media_type, dict(page.headers), page.at, page.final_url, draft.origins)


def _digest(salt: str, content: bytes) -> str:
    return hashlib.sha256(salt.encode() + b"\0" + content).hexdigest()


def _known(ledger: Ledger, fingerprint: str) -> str | None:
    """The report that this input gave earlier."""
    with ledger.read() as view:
        return view.known_inputs([fingerprint]).get(fingerprint)
