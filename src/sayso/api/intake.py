"""What a visitor hands in to the ledger: opened, read, added, one report after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso import pipeline
from sayso.errors import FetchError, SaysoError
from sayso.ledger import Ledger, original_of
from sayso.report import Draft, Options, open_drafts
from sayso.tagger import load
from sayso.types import Reading

_WEB = re.compile(r"https?://[^\s]+\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """``status``: new, version, reread, known, purged or failed; ``report`` is its id where it is in the ledger."""

    input: str
    status: str
    report: str | None = None
    statements: int | None = None
    problem: str | None = None
    remedy: str | None = None

    @classmethod
    def failed(cls, name: str, error: SaysoError) -> Outcome:
        return cls(name, "failed", problem=error.message, remedy=error.remedy)


def drafts(content: bytes | None, name: str, options: Options) -> Iterator[Draft | SaysoError]:
    """The reports in ``content``, which came under ``name``; without content ``name`` is an address to fetch, and never
    a path: what lies on this machine's disk is none of a visitor's business.
    """
    if content is None:
        if _WEB.match(name):
            yield from open_drafts(name, options)
        else:
            yield FetchError(name[:200], "is no http or https address", "Give one, or upload the file")
        return
    for draft in open_drafts(content, options):
        if isinstance(draft, Draft):
            draft = replace(draft, name=draft.name.replace("bytes", name, 1))
        else:
            named = draft.input.replace("bytes", name, 1)
            draft = type(draft)(named, draft.message, draft.remedy, code=draft.code)
        yield draft


def read(draft: Draft | SaysoError, model: str) -> Reading | SaysoError:
    if isinstance(draft, SaysoError):
        return draft
    try:
        return pipeline.read_draft(draft, load(model))
    except SaysoError as error:
        return error
    except Exception as error:  # a report that trips a fault of ours must not take the others with it
        message = f"a fault of this software: {type(error).__name__}: {error}"
        return SaysoError(draft.name, message, "Please report it, with the input if you may", code="internal")


def add(ledger: Ledger, content: bytes | None, name: str, options: Options, model: str) -> Iterator[Outcome]:
    """Adds every report of an input; each outcome is given once it is certain."""
    for draft in drafts(content, name, options):
        reading = read(draft, model)
        if isinstance(reading, SaysoError):
            yield Outcome.failed(name, reading)
            continue
        assert isinstance(draft, Draft)
        with ledger.write() as session:
            added = session.add(reading, original_of(draft))
        report = None if added.status == "purged" else added.report
        problem = "was purged from this ledger and is not taken in again" if report is None else None
        yield Outcome(draft.name, added.status, report, added.statements, problem)
