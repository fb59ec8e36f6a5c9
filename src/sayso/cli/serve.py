"""``sayso serve``: the web app and the REST API; ``sayso account``: who may log in."""

from __future__ import annotations

import gc
import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated, NoReturn, Optional

import typer

from sayso.cli._ledger import LedgerOption

if TYPE_CHECKING:
    from sayso.api.accounts import Accounts

Words = Optional[str]  # noqa: UP045 (typer reads the annotation at run time)


def register(app: typer.Typer) -> None:
    app.command("serve")(serve)
    account = typer.Typer(help="Who may log in to `sayso serve --accounts`.", no_args_is_help=True)
    account.command("put")(put)
    account.command("remove")(remove)
    account.command("list")(list_)
    app.add_typer(account, name="account")


def serve(
    ledger: LedgerOption = None,
    host: Annotated[
        str, typer.Option(help="Address to bind to; others than this machine's need a login.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 for any free one.")] = 8765,
    token: Annotated[Words, typer.Option(envvar="SAYSO_TOKEN", help="Demand this token of everybody.")] = None,
    accounts: Annotated[bool, typer.Option("--accounts", help="Demand a login, see `sayso account`.")] = False,
    allow_host: Annotated[Optional[list[str]], typer.Option(help="Answer under this host name too.")] = None,  # noqa: UP045
    secure: Annotated[bool, typer.Option("--secure", help="Behind HTTPS: cookies only over it.")] = False,
    allow_private: Annotated[bool, typer.Option(help="Fetch from private addresses too.")] = False,
    model: Annotated[Words, typer.Option(help="A shipped model's name or a model's directory.")] = None,
) -> None:
    """Serve the web app and the REST API (/api/v1/openapi.json) over a ledger, for this machine alone by default."""
    _needs_web()
    import uvicorn

    from sayso.api import Serving
    from sayso.cli._ledger import me
    from sayso.cli._status import status_of
    from sayso.errors import SaysoError
    from sayso.settings import from_environment
    from sayso.web import create_app

    settings = from_environment()
    try:
        app = create_app(Serving(
            ledger=ledger or settings.ledger, model=model or settings.model, host=host, port=port, token=token,
            accounts=accounts, user=me(), hosts=tuple(allow_host or ()), secure=secure, allow_private=allow_private,
        ))  # fmt: skip
    except SaysoError as error:
        _stop(str(error), status_of(error))
    try:
        listening = _listen(host.strip("[]"), port)
    except OSError as error:
        _stop(f"--port {port}: cannot be listened on at {host} ({error.strerror}). Take another --port")
    shown = f"[{host}]" if ":" in host else host
    where = f"http://{shown}:{listening.getsockname()[1]}/"
    typer.echo(f"sayso: {where} (ledger {ledger or settings.ledger}); Ctrl-C ends it", err=True)
    if accounts and not app.state.services.visitors.accounts.all():
        typer.echo("sayso: there is no account yet: make one with `sayso account put NAME --role admin`", err=True)
    gc.freeze()  # what is loaded by now stays: or every page of a large story would have it looked through for garbage
    with suppress(KeyboardInterrupt), listening:
        config = uvicorn.Config(  # who speaks for whom is only asked of a proxy, which --secure says there is
            app, log_level="warning", server_header=False, proxy_headers=secure, limit_concurrency=500
        )
        uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    # Named as TCP, or asyncio would leave Nagle's algorithm on and each answer would wait 40 ms.
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
        made.listen(1024)
    except OSError:
        made.close()
        raise
    return made


def put(
    name: Annotated[str, typer.Argument(help="Name to log in by.")],
    role: Annotated[str, typer.Option(help="reader: looks; editor: adds and judges; admin: also purges.")] = "editor",
    ledger: LedgerOption = None,
) -> None:
    """Make an account, or change its role and password. The password is asked for, or read from SAYSO_PASSWORD."""
    from sayso.errors import SettingsError

    accounts = _accounts(ledger)
    password = os.environ.get("SAYSO_PASSWORD") or typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    try:
        accounts.put(name, role, password)
    except SettingsError as error:
        _stop(str(error))


def remove(
    name: Annotated[str, typer.Argument(help="Whose account.")],
    ledger: LedgerOption = None,
) -> None:
    """Take an account away; its sessions end at once."""
    from sayso.cli._status import status_of
    from sayso.errors import SaysoError

    try:
        _accounts(ledger).remove(name)
    except SaysoError as error:
        _stop(str(error), status_of(error))


def list_(ledger: LedgerOption = None) -> None:
    """List the accounts with their roles."""
    for account in _accounts(ledger).all():
        typer.echo(f"{account.name}\t{account.role}")


def _accounts(ledger: str | None) -> Accounts:
    _needs_web()
    from sayso.api import Serving
    from sayso.api.accounts import Accounts
    from sayso.api.state import State
    from sayso.settings import from_environment

    return Accounts(State(Serving(ledger=ledger or from_environment().ledger).state_path))


def _needs_web() -> None:
    import importlib.util

    for package in ("fastapi", "uvicorn", "argon2", "itsdangerous", "python_multipart"):
        if importlib.util.find_spec(package) is None:
            _stop(f"sayso serve: the package {package} is not installed. pip install 'sayso[web]'")


def _stop(message: str, status: int = 2) -> NoReturn:
    typer.echo(message if message.startswith("sayso") else f"sayso: {message}", err=True)
    raise typer.Exit(status)
