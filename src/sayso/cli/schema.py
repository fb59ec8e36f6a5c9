"""``sayso schema``: the JSON Schemas of what the commands write."""

from __future__ import annotations

from typing import Annotated

import typer

_NAMES = ("reading", "trace", "comparison", "check", "error", "added")


def register(app: typer.Typer) -> None:
    app.command("schema")(schema)


def schema(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help=f"{', '.join(_NAMES)}.")] = "reading",
) -> None:
    """Print the JSON Schema of sayso.reading/1, or of another object, made from the program's own types."""
    import msgspec

    from sayso import wire
    from sayso.cli import _objects
    from sayso.trace import types as traced

    made = {"check": _objects.Check, "error": _objects.Error, "added": _objects.Added}
    if name not in _NAMES:
        raise typer.BadParameter(f"{name!r} is none of {', '.join(_NAMES)}; give one of them")
    if name in made:
        value = msgspec.json.schema(made[name])
    else:
        value = wire.json_schema() if name == "reading" else traced.json_schema()
    typer.echo(msgspec.json.format(msgspec.json.encode(value), indent=1).decode())
