"""``sayso lsp``: the checks in any editor that speaks the Language Server Protocol."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    app.command("lsp")(lsp)


def lsp() -> None:
    """Serve the checks to an editor over standard input and output (Language Server Protocol)."""
    try:
        from sayso.check.output.server import create_server
    except ModuleNotFoundError as error:
        from sayso.errors import MissingExtraError

        missing = MissingExtraError(
            "sayso lsp", f"the package {error.name} is not installed", "pip install 'sayso[lsp]'"
        )
        typer.echo(str(missing), err=True)
        raise typer.Exit(2) from error
    create_server().start_io()
