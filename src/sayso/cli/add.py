"""``sayso add``: reports into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Annotated

import typer

from sayso.cli._ledger import LedgerOption, opened


def register(app: typer.Typer) -> None:
    app.command("add")(add)


def add(
    inputs: Annotated[list[str], typer.Argument(metavar="PATH-or-URL…", help="Files, folders, globs, http(s) URLs.")],
    ledger: LedgerOption = None,
    jobs: Annotated[int, typer.Option(min=0, help="Processes that read; 0: one for each processor.")] = 0,
    published: Annotated[
        str | None, typer.Option(help="When it was published (ISO 8601), where the input does not say.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it, where the input does not say.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the one report, where the input does not say.")] = None,
    model: Annotated[str | None, typer.Option(help="A shipped model's name or a model's directory.")] = None,
    allow_private: Annotated[bool, typer.Option(help="Allow URLs on private addresses.")] = False,
    json: Annotated[bool, typer.Option("--json", help="One line for each report: input, status, id.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress, no summary, no messages but errors.")
    ] = False,
) -> None:
    """Read reports and keep them in a ledger. Run it again to go on after an interruption: nothing is added twice."""
    from sayso.cli._progress import progress
    from sayso.executor.add import add as add_all
    from sayso.report import Options

    options = Options(published=published, outlet=outlet, url=url, allow_private=allow_private)
    counts: Counter[str] = Counter()
    statements = 0
    with opened(ledger, create=True) as kept:
        try:
            for outcome in progress(add_all(kept, inputs, options, model=model, jobs=jobs), "adding", quiet=quiet):
                counts[outcome.status] += 1
                if outcome.error is not None:
                    print(f"sayso: {outcome.error}", file=sys.stderr)
                if outcome.added is not None and outcome.status in ("new", "version", "reread"):
                    statements += outcome.added.statements
                    _tell_unanchored(outcome.input, len(outcome.added.unanchored))
                if json:
                    _print_line(outcome)
        except KeyboardInterrupt:
            print("sayso: interrupted; what is counted below is in the ledger, run it again to go on", file=sys.stderr)
            raise typer.Exit(3) from None
        finally:
            if not quiet:
                print(f"sayso: {summary(counts, statements)}", file=sys.stderr)
    raise typer.Exit(3 if counts["failed"] else 0)


def summary(counts: Counter[str], statements: int) -> str:
    """``12 added (3 new versions), 40 statements; 5 known already; 1 failed``."""
    new = counts["new"] + counts["version"]
    parts = [f"{new} added" + (f" ({counts['version']} as new versions)" if counts["version"] else "")]
    if counts["reread"]:
        parts[0] += f", {counts['reread']} read anew"
    parts[0] += f", {statements} statements"
    for status, words in (("known", "known already"), ("purged", "left out, purged earlier"), ("failed", "failed")):
        if counts[status]:
            parts.append(f"{counts[status]} {words}")
    return "; ".join(parts)


def _tell_unanchored(name: str, number: int) -> None:
    if number:
        print(f"sayso: {name}: {number} judgements are kept, but the new reading has no statement for them: "
              "see `sayso show` of the report", file=sys.stderr)  # fmt: skip


def _print_line(outcome: object) -> None:
    import msgspec

    from sayso.executor.add import Outcome

    assert isinstance(outcome, Outcome)
    if outcome.error is not None:
        print(msgspec.json.encode(outcome.error.as_json()).decode(), flush=True)
        return
    added = outcome.added
    line = {"schema": "sayso.added/1", "input": outcome.input, "status": outcome.status,
            "report": outcome.report, "statements": added.statements if added else None}  # fmt: skip
    print(msgspec.json.encode(line).decode(), flush=True)
