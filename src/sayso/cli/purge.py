"""``sayso purge``: a report out of the ledger for good."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sayso.cli._ledger import By, LedgerOption, Why, me, opened


def register(app: typer.Typer) -> None:
    app.command("purge")(purge)


def purge(
    report: Annotated[str, typer.Argument(metavar="ID", help="Id of a report, its first digits, or its address.")],
    ledger: LedgerOption = None,
    by: By = "",
    why: Why = None,
    all_versions: Annotated[bool, typer.Option("--all-versions", help="All versions of the page.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
) -> None:
    """Take a report and all that came of it out for good, leaving only a note that it was. There is no way back."""
    with opened(ledger) as kept:
        with kept.read() as view:
            shown = view.report(report)
        versions = list(dict.fromkeys(v.report for v in shown.versions)) if all_versions else [shown.report]
        headline = shown.reading.report.headline or shown.reading.report.url or shown.report
        if not yes and not _is_sure(f"Purge {len(versions)} text(s) of “{headline}” for good?"):
            print("sayso: nothing was purged", file=sys.stderr)
            return
        for version in versions:
            purged = kept.purge(version, by=by or me(), why=why)
            print(f"sayso: purged {purged.report}, {purged.statements} statements", file=sys.stderr)
            for other in purged.shared:
                print(f"sayso: the bytes that it came in are gone for {other} too", file=sys.stderr)
            if not purged.emptied:
                print("sayso: a program that reads the ledger kept its log from being emptied: close it and run "
                      "`sqlite3 LEDGER 'PRAGMA wal_checkpoint(TRUNCATE)'`", file=sys.stderr)  # fmt: skip
            for backup in purged.backups:
                print(f"sayso: this backup may still hold it: {backup}", file=sys.stderr)


def _is_sure(question: str) -> bool:
    """Raises Exit 2 where nobody can answer."""
    try:
        return typer.confirm(question, err=True)
    except typer.Abort:
        print("\nsayso: --yes: nobody answered; nothing was purged. Give --yes to purge unasked", file=sys.stderr)
        raise typer.Exit(2) from None
