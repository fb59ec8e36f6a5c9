"""``sayso read``: reports in, statements out."""

from __future__ import annotations

from typing import Annotated

import typer

#: Every format that is read, as docs/formats.md explains them.
_INPUTS = (
    "Files, folders, globs, http(s) URLs, or -, in one of these formats: plain text, HTML, JSON, JSON Lines, Parquet, "
    "RSS, Atom, JSON Feed, ninjs, NewsML-G2, e-mail, WARC."
)


def register(app: typer.Typer) -> None:
    app.command("read")(read)


def read(
    inputs: Annotated[list[str], typer.Argument(metavar="PATH-or-URL…", help=_INPUTS)],
    json: Annotated[bool, typer.Option("--json", help="One sayso.reading/1 object a line.")] = False,
    html: Annotated[bool, typer.Option("--html", help="A self-contained page with the statements marked.")] = False,
    output: Annotated[str | None, typer.Option("--output", "-o", help="Write to a file.")] = None,
    published: Annotated[
        str | None, typer.Option(help="When it was published (ISO 8601), where the input does not say.")
    ] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it, where the input does not say.")] = None,
    url: Annotated[str | None, typer.Option(help="Address of the one report, where the input does not say.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="What gave each value: words, rule or model.")] = False,
    model: Annotated[str | None, typer.Option(help="A shipped model's name or a model's directory.")] = None,
    allow_private: Annotated[bool, typer.Option(help="Allow URLs on private addresses.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no messages but errors.")] = False,
) -> None:
    """Read reports and show every statement with its source, chain and exact words."""
    if json and html:
        raise typer.BadParameter("--json and --html ask for two forms at once; give one of them")
    if explain and html:
        raise typer.BadParameter("--explain goes with the table and with --json; the page of --html has no room for it")
    from sayso.cli._reading import run
    from sayso.pipeline import Options

    options = Options(published=published, outlet=outlet, url=url, allow_private=allow_private)
    form = "json" if json else "html" if html else "table"
    raise typer.Exit(run(inputs, options, form, output, explain=explain, model=model, quiet=quiet))
