"""``sayso find``: statements and reports in a ledger."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from sayso.cli._ledger import LedgerOption, opened

if TYPE_CHECKING:
    from rich.console import Console

    from sayso.ledger import Count, Facets, Found, FoundReport

Many = Optional[list[str]]  # noqa: UP045 (typer reads the annotation at run time)


def register(app: typer.Typer) -> None:
    app.command("find")(find)


def find(
    words: Annotated[list[str] | None, typer.Argument(help='Words; "a phrase"; -not this; this OR that.')] = None,
    ledger: LedgerOption = None,
    source: Annotated[Many, typer.Option(help="Name or id of the source, in any spelling joined to it.")] = None,
    type: Annotated[Many, typer.Option(help="person, organization, document, anonymous, …")] = None,
    disclosure: Annotated[Many, typer.Option(help="named, unnamed, anonymous")] = None,
    act: Annotated[Many, typer.Option(help="say, deny, accuse, confirm, …")] = None,
    firmness: Annotated[Many, typer.Option(help="certain, probable, possible")] = None,
    standing: Annotated[Many, typer.Option(help="denied, unverified, disputed, confirmed, …")] = None,
    outlet: Annotated[Many, typer.Option(help="Who published it.")] = None,
    via: Annotated[Many, typer.Option(help="Through whom it came.")] = None,
    kind: Annotated[Many, typer.Option(help="direct, indirect, mixed")] = None,
    how: Annotated[Many, typer.Option(help="explicit, continued")] = None,
    model: Annotated[Many, typer.Option(help="Model of the reading.")] = None,
    judgement: Annotated[Many, typer.Option(help="none, accepted, corrected, rejected, added")] = None,
    report: Annotated[Many, typer.Option(help="Id of a report.")] = None,
    published_from: Annotated[str | None, typer.Option(help="First day of publication, 2022-11-06.")] = None,
    published_to: Annotated[str | None, typer.Option(help="Last day of publication.")] = None,
    said_from: Annotated[str | None, typer.Option(help="First day of the utterance.")] = None,
    said_to: Annotated[str | None, typer.Option(help="Last day of the utterance.")] = None,
    confidence: Annotated[float | None, typer.Option(help="Least confidence, 0 to 1.")] = None,
    versions: Annotated[str, typer.Option(help="latest, or all versions of changed pages.")] = "latest",
    sort: Annotated[str, typer.Option(help="newest, oldest, said")] = "newest",
    limit: Annotated[int, typer.Option(help="How many at once, 1 to 1000.")] = 50,
    cursor: Annotated[str | None, typer.Option(help="Where to go on, as the page before told.")] = None,
    reports: Annotated[bool, typer.Option("--reports", help="Look for reports, in their whole text.")] = False,
    facets: Annotated[bool, typer.Option("--facets", help="How the matches divide.")] = False,
    json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="A table with a header line.")] = False,
) -> None:
    """Search statements: words, source, type, act, standing, dates. Different filters must all hold."""
    if json and csv:
        raise typer.BadParameter("--json and --csv ask for two forms at once; give one of them")
    given = {name: value for name, value in locals().items() if name in _FILTERS}
    with opened(ledger) as kept:
        from sayso.ledger import Query

        query = Query(
            words=_joined(words), **{name: _value(value) for name, value in given.items() if value is not None}
        )
        with kept.read() as view:
            page: Any = view.find_reports(query) if reports else view.find(query)
            count = None if reports else view.count(query)
            divided = view.facets(query) if facets and not reports else None
        if json:
            _as_json(page.items)
        elif csv:
            _as_csv(page.items)
        elif divided is not None:
            _as_facets(divided)
        else:
            _as_table(page.items, count)
        if page.next:
            print(f"sayso: more with --cursor {page.next}", file=sys.stderr)


_FILTERS = frozenset(
    [
        "source",
        "type",
        "disclosure",
        "act",
        "firmness",
        "standing",
        "outlet",
        "via",
        "kind",
        "how",
        "model",
        "judgement",
        "report",
        "published_from",
        "published_to",
        "said_from",
        "said_to",
        "confidence",
        "versions",
        "sort",
        "limit",
        "cursor",
    ]
)


def _joined(words: list[str] | None) -> str:
    """An argument that holds spaces was quoted in the shell: it is a phrase, unless it has marks of its own."""
    if not words or len(words) == 1:
        return " ".join(words or ())
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def _value(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _as_json(items: tuple[Found | FoundReport, ...]) -> None:
    import msgspec

    for item in items:
        print(msgspec.json.encode(item).decode())


def _as_csv(items: tuple[Found | FoundReport, ...]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    for number, item in enumerate(items):
        if number == 0:
            writer.writerow(item.__slots__)
        values = (getattr(item, name) for name in item.__slots__)
        writer.writerow("; ".join(map(str, value)) if isinstance(value, tuple) else value for value in values)


def _as_facets(facets: Facets) -> None:
    for facet, values in facets.by.items():
        for value, times in values:
            print(f"{facet}\t{value}\t{times}")
    if not facets.exact:
        print("sayso: counted in the first 10,000 matches only", file=sys.stderr)


def _facts(*parts: str | None) -> str:
    return " · ".join(filter(None, parts))


def _as_table(items: tuple[Any, ...], count: Count | None) -> None:
    from sayso.cli._console import console_on

    with console_on(sys.stdout) as console:
        for item in items:
            _item(item, console, reports=count is None)
    if count is not None:
        print(f"sayso: {count.value}{'' if count.exact else ' or more'} statements", file=sys.stderr)


def _item(item: Any, console: Console, *, reports: bool) -> None:
    from rich.text import Text

    if reports:
        console.print(Text.assemble((item.headline or "(no headline)", "bold")))
        console.print("  " + _facts(item.published or "undated", item.outlet or item.url, item.id[7:19]), style="dim")
        return
    marks = [item.type, item.act, item.firmness, *item.standing]
    if item.judgement != "none":
        marks.append(item.judgement)
    chain = "".join(f" ← {name}" for name in item.via)
    console.print(Text.assemble((item.words, "bold")))
    console.print(f"  {item.source or item.title or 'source not known'}{chain} · {', '.join(marks)}")
    console.print("  " + _facts(item.published or "undated", item.outlet or item.url, item.id), style="dim")
