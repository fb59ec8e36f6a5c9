"""``sayso mcp``: the ledger as tools for language models."""

from __future__ import annotations

import typer

from sayso.cli._ledger import LedgerOption


def register(app: typer.Typer) -> None:
    app.command("mcp")(mcp)


def mcp(ledger: LedgerOption = None) -> None:
    """Serve the ledger over standard input and output (Model Context Protocol). It looks only; it changes nothing."""
    import importlib.util

    if importlib.util.find_spec("mcp") is None:
        typer.echo("sayso mcp: the package mcp is not installed. pip install 'sayso[mcp]'", err=True)
        raise typer.Exit(2)
    from sayso.cli._status import status_of
    from sayso.errors import SaysoError
    from sayso.mcp import serve
    from sayso.settings import from_environment

    try:
        server = serve(ledger or from_environment().ledger)
    except SaysoError as error:
        typer.echo(f"sayso: {error}", err=True)
        raise typer.Exit(status_of(error)) from None
    server.run()
