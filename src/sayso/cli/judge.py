"""``sayso judge``: what people decide of statements and sources, beside what the machine said."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli._ledger import By, LedgerOption, Why, me, opened

if TYPE_CHECKING:
    from sayso.ledger import Judgement

_Target = Annotated[
    str, typer.Argument(metavar="ID", help="A statement's id, `REPORT#p2` for a source, or a report's id.")
]
_Field = Annotated[str | None, typer.Option(help="One field only: act, firmness, source.name, …")]

judging = typer.Typer(
    no_args_is_help=True, help="Accept, reject, correct, note; merge and split sources; undo; read the log."
)


def register(app: typer.Typer) -> None:
    app.add_typer(judging, name="judge")


@judging.command()
def accept(id: _Target, field: _Field = None, ledger: LedgerOption = None, by: By = "", why: Why = None) -> None:
    """Say that a statement, or one field of it, is right."""
    with opened(ledger) as kept, kept.write() as session:
        print(told(session.accept(id, by=by or me(), field=field, why=why)))


@judging.command()
def reject(id: _Target, field: _Field = None, ledger: LedgerOption = None, by: By = "", why: Why = None) -> None:
    """Say that a statement is none, or that a field should be empty. Searches no longer show a rejected statement."""
    with opened(ledger) as kept, kept.write() as session:
        print(told(session.reject(id, by=by or me(), field=field, why=why)))


@judging.command()
def correct(
    id: _Target,
    field: Annotated[str, typer.Argument(help="act, firmness, source.name, …; of a report: published, outlet, …")],
    value: Annotated[str, typer.Argument(help="What is right; JSON where it is no plain word: true, 4, [[10, 20]].")],
    ledger: LedgerOption = None,
    by: By = "",
    why: Why = None,
) -> None:
    """Say what a field should be."""
    with opened(ledger) as kept, kept.write() as session:
        print(told(session.correct(id, field, _value(value), by=by or me(), why=why)))


@judging.command()
def note(
    id: Annotated[str, typer.Argument(metavar="ID", help="A statement's id.")],
    text: Annotated[str, typer.Argument(help="What is to be noted.")],
    ledger: LedgerOption = None,
    by: By = "",
) -> None:
    """Note something on a statement; searches find it by the words of the note."""
    with opened(ledger) as kept, kept.write() as session:
        print(told(session.note(id, text, by=by or me())))


@judging.command()
def merge(
    one: Annotated[str, typer.Argument(help="Id of a source across reports (e…).")],
    into: Annotated[str, typer.Argument(help="Id of the source that it is.")],
    ledger: LedgerOption = None,
    by: By = "",
    why: Why = None,
) -> None:
    """Say that two sources are one."""
    with opened(ledger) as kept, kept.write() as session:
        print(told(session.merge(one, into, by=by or me(), why=why)))


@judging.command()
def split(
    id: Annotated[
        str, typer.Argument(metavar="REPORT#p2", help="A source of one report, or a report's id with --name.")
    ],
    name: Annotated[str | None, typer.Option(help="A relay or the publisher of that report.")] = None,
    ledger: LedgerOption = None,
    by: By = "",
    why: Why = None,
) -> None:
    """Say that a report's source is another than the one it was joined to."""
    with opened(ledger) as kept, kept.write() as session:
        print(told(session.split(id, by=by or me(), why=why, name=name)))


@judging.command()
def undo(
    judgement: Annotated[str, typer.Argument(metavar="JUDGEMENT", help="Its id (j…), as the log shows it.")],
    ledger: LedgerOption = None,
    by: By = "",
    why: Why = None,
) -> None:
    """Put a judgement out of force; it stays in the log."""
    with opened(ledger) as kept, kept.write() as session:
        print(told(session.undo(judgement, by=by or me(), why=why)))


@judging.command()
def log(
    report: Annotated[str | None, typer.Option(help="Only judgements on this report.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="How many, newest first.")] = 100,
    ledger: LedgerOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """Who decided what, when and why."""
    with opened(ledger) as kept, kept.read() as view:
        for judgement in view.log(report, limit):
            if as_json:
                import msgspec

                print(msgspec.json.encode(judgement).decode())
            else:
                print(told(judgement))


def told(judgement: Judgement) -> str:
    """A judgement as one line."""
    what = judgement.target or ""
    if judgement.action == "merge":
        what = f"{judgement.target} into {judgement.into}"
    elif judgement.report_id and judgement.action != "undo":
        place = f"@{judgement.anchor.spans[0][0]}" if judgement.anchor and judgement.anchor.spans else ""
        what = f"{judgement.report_id[7:19]}{place}"
    change = ""
    if judgement.field:
        change = f" {judgement.field}: {_short(judgement.machine)}"
        change += f" → {_short(judgement.value)}" if judgement.action == "correct" else ""
    if judgement.action == "note":
        change = f": {judgement.value}"
    why = f" ({judgement.why})" if judgement.why else ""
    return f"{judgement.id} {judgement.at} {judgement.by}: {judgement.action} {what}{change}{why}"


def _short(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text
