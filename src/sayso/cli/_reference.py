"""The command reference, from the commands themselves: ``python -m sayso.cli._reference > docs/commands.md``."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import typer

HEAD = """# Commands

Made from the program itself by `python -m sayso.cli._reference`; a test keeps it up to date.
Results go to standard output, messages to standard error. Exit status, the same for all commands:

| | |
|---|---|
| 0 | done |
| 1 | findings (`sayso check`) |
| 2 | wrong usage: an option, filter, field, value or model that there is not, an output that cannot be written |
| 3 | some inputs failed, the rest done; also an id, an input or a ledger that is not there |
"""


def reference() -> str:
    """Markdown for every registered command, its arguments and options."""
    from sayso import cli

    if not cli.app.registered_commands:
        cli.register()
    root = typer.main.get_command(cli.app)
    commands = getattr(root, "commands", {})
    return HEAD + "".join("".join(_command(name, commands[name])) for name in sorted(commands))


def _command(name: str, command: object) -> Iterator[str]:
    inner = getattr(command, "commands", None)
    if inner:
        for sub in sorted(inner):
            yield from _command(f"{name} {sub}", inner[sub])
        return
    params = [p for p in getattr(command, "params", []) if p.name != "help"]
    arguments = [p for p in params if p.param_type_name == "argument"]
    yield f"\n## `sayso {' '.join([name, *(_placeholder(p) for p in arguments)])}`\n"
    yield f"{inspect.cleandoc(getattr(command, 'help', None) or '')}\n"
    rows = [p for p in params if getattr(p, "help", None)]
    if rows:
        yield "\n| | |\n|---|---|\n"
    for p in rows:
        flags = _placeholder(p) if p in arguments else ", ".join([*p.opts, *p.secondary_opts])
        yield f"| `{flags}` | {p.help} |\n"


def _placeholder(param: object) -> str:
    return str(getattr(param, "metavar", None) or str(getattr(param, "name", "")).upper())


if __name__ == "__main__":
    print(reference(), end="")
