"""``sayso show``: one report, statement, source, claim, family, quotation or story with its evidence."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from sayso.cli._ledger import LedgerOption, opened

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.ledger import Judgement, ReportView, SourceView, StatementView


def register(app: typer.Typer) -> None:
    app.command("show")(show)


def show(
    id: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="Of a report, statement, source or judgement; an address; a source's name; c3, f1, q2, t1: a claim, "
            "family, quotation or story as `sayso trace` numbers them.",
        ),
    ],
    number: Annotated[
        Optional[str],  # noqa: UP045 (typer reads the annotation at run time)
        typer.Argument(metavar="[NUMBER]", help="After the word claim, family, quotation or story."),
    ] = None,
    ledger: LedgerOption = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    original: Annotated[
        bool, typer.Option("--original", help="A report's bytes as fetched, on standard output.")
    ] = False,
) -> None:
    """Show one report, statement, source, claim, family, quotation or story with its evidence."""
    from sayso.cli._console import console_on

    if (traced := _traced_id(id, number)) is not None:
        raise typer.Exit(_traced(traced, ledger, json=json))
    with opened(ledger) as kept, kept.read() as view:
        if original:
            sys.stdout.buffer.write(view.original(id))
            return
        thing = view.anything(id)
        if json:
            import msgspec

            from sayso.ledger.show import as_json

            print(msgspec.json.encode(as_json(thing)).decode())
            return
        with console_on(sys.stdout) as console:
            _SHOWN[type(thing).__name__](thing, console)


def _traced_id(id_: str, number: str | None) -> str | None:
    """The id in a trace that ``c3``, or ``claim 3``, stands for; None where something else is meant."""
    letters = {"claim": "c", "family": "f", "quotation": "q", "story": "t"}
    if number is not None and id_ in letters:
        return letters[id_] + number.removeprefix(letters[id_])
    # More digits are the beginning of a report's id.
    return id_ if re.fullmatch(r"[cfqt]\d{1,4}", id_) and number is None else None


def _traced(id_: str, address: str | None, *, json: bool) -> int:
    import msgspec

    from sayso.cli._console import console_on
    from sayso.cli._progress import steps
    from sayso.cli._trace_items import ItemPage
    from sayso.trace import kept, looking

    with opened(address) as ledger:
        with steps() as told:
            kept.update(ledger, told)
        with ledger.read() as view:
            found = looking.numbered(view, id_[0], int(id_[1:]))  # type: ignore[arg-type]
            texts = looking.texts(view, (report.id for report in found[0].reports)) if found and not json else {}
    if found is None:
        print(f"sayso: {id_}: nothing has this number now. See: sayso trace --json", file=sys.stderr)
        return 3
    trace, one = found
    if json:
        print(msgspec.json.encode({"schema": "sayso.trace.item/1"} | msgspec.to_builtins(one)).decode())
    else:
        with console_on(sys.stdout) as console:
            ItemPage(trace, texts, console).show(one)
    return 0


def _report(view: ReportView, console: Console) -> None:
    from sayso.cli._table import show as table

    table(view.reading, console)
    console.print()
    console.print(f"{view.report}, version {view.version} of {len(view.versions)}, added {view.added}", style="dim")
    if view.fetch is not None:
        if view.fetch.fetched:
            console.print(f"fetched {view.fetch.fetched} from {view.fetch.url}", style="dim")
        told = ", ".join(f"{field} from {origin}" for field, origin in view.fetch.origins.items())
        console.print(f"{told or 'nothing told beside the text'}; {_kept(view)}", style="dim")
    for other in view.versions:
        if other.version != view.version:
            console.print(f"version {other.version}: {other.report}, seen {other.seen}", style="dim")
    for info in view.readings:
        console.print(f"read by {info.software} with {info.model}, {info.made}", style="dim")
    for item in view.statements:
        if item.judgement != "none":
            console.print(f"{item.place} {item.id} {item.judgement}")
    for judgement in view.unanchored:
        console.print(f"no statement any more for: {_told(judgement)}", style="yellow")


def _kept(view: ReportView) -> str:
    fetch = view.fetch
    return f"{fetch.size} bytes kept (--original)" if fetch and fetch.kept else "no bytes kept"


def _statement(view: StatementView, console: Console) -> None:
    import msgspec

    item = view.found
    console.print(item.words, style="bold")
    facts = (item.id, item.published or "undated", item.outlet or item.url, item.headline)
    console.print(" · ".join(filter(None, facts)), style="dim")
    machine, now = (_flat(msgspec.to_builtins(s)) for s in (view.machine, view.statement))
    for field, value in now.items():
        if value not in (None, [], (), "") and field not in ("id", "extent", "parent"):
            said = "" if value == machine.get(field) else f"   (machine: {_plain(machine.get(field))})"
            console.print(f"{field:16s} {_plain(value)}{said}")
    for other in view.about:
        console.print(f"about            {other.id} {other.words}")
    for other in view.about_this:
        console.print(f"{other.act:16s} {other.id} {other.words}")
    for judgement in view.judgements:
        console.print(_told(judgement))


def _plain(value: Any) -> str:
    """A field's value without Python's brackets: places as begin:end, parts of an object with their names."""
    if isinstance(value, (list, tuple)):
        if len(value) == 2 and all(type(part) is int for part in value):
            return f"[{value[0]}:{value[1]}]"
        return ", ".join(map(_plain, value)) or "nothing"
    if isinstance(value, dict):
        return " ".join(f"{key} {_plain(inner)}" for key, inner in value.items() if inner not in (None, [], (), ""))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "nothing" if value is None else str(value)


def _flat(value: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, inner in value.items():
        flat |= _flat(inner, f"{prefix}{key}.") if isinstance(inner, dict) else {prefix + key: inner}
    return flat


def _source(view: SourceView, console: Console) -> None:
    console.print(view.name, style="bold")
    console.print(f"{view.id} · {view.kind} · {view.statements} statements, relay of {view.relayed}, "
                  f"publisher of {view.published} reports", style="dim")  # fmt: skip
    console.print("names: " + ", ".join(view.names))
    if view.merged:
        console.print("merged into it: " + ", ".join(view.merged))
    for place in view.appearances:
        title = f", {place.title}" if place.title else ""
        reference = f"{place.report[7:19]}#{place.place}" if place.place else place.report[7:19]
        console.print(f"  {reference} as {place.role}: {place.name or '(no name)'}{title}")
        if place.joined_by != "machine":
            console.print(f"      made one of its own by {place.joined_by}")
        for reason in place.evidence:
            compared = " = ".join(str(word) for word in reason["words"])
            console.print(f"      {reason['weight']:+.2f} {reason['rule']}: {compared}", style="dim")
    for judgement in view.judgements:
        console.print(_told(judgement))


def _told(judgement: Judgement) -> str:
    from sayso.cli.judge import told

    return told(judgement)


def _judgement(judgement: Judgement, console: Console) -> None:
    console.print(_told(judgement))
    console.print(f"machine: {judgement.machine}", style="dim")


_SHOWN: dict[str, Callable[[Any, Console], None]] = {
    "ReportView": _report,
    "StatementView": _statement,
    "SourceView": _source,
    "Judgement": _judgement,
}
