"""``sayso schema``: the JSON Schema of what ``sayso read --json`` writes."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    app.command("schema")(schema)


def schema() -> None:
    """Print the JSON Schema of sayso.reading/1, made from the program's own types."""
    import msgspec

    from sayso import wire

    typer.echo(msgspec.json.format(msgspec.json.encode(wire.json_schema()), indent=1).decode())
