"""How a server is to run: one frozen value, checked when it is made."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import SettingsError
from sayso.settings import MODEL, data_folder

#: Names under which a browser on this machine reaches a server bound to loopback.
LOOPBACK_HOSTS = ("localhost", "127.0.0.1", "[::1]")
_SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True)
class Serving:
    """Settings of a server.

    Attributes:
        ledger: SQLite file or ``postgresql://…``; made where there is none.
        model: shipped model's name or a model's directory.
        host: address to bind to; anything but loopback needs ``token`` or ``accounts``.
        port: TCP port; 0 for any free one.
        token: who gives this may do everything (``Authorization: Bearer …``, or the login page).
        accounts: visitors log in with the accounts kept in ``state``.
        state: SQLite file of accounts, jobs under way and saved searches; by default beside the ledger.
        user: name under which a visitor without account judges.
        hosts: further host names under which the server may be asked for, where no login is demanded.
        secure: cookies only over HTTPS.
        upload_limit: bytes of one request.
        requests, expensive, logins: requests a minute and client: of any kind; that read or add; that log in.
        allow_private: fetch from private addresses too.
    """

    ledger: str
    model: str = MODEL
    host: str = "127.0.0.1"
    port: int = 8765
    token: str | None = None
    accounts: bool = False
    state: Path | None = None
    user: str = "local"
    hosts: tuple[str, ...] = ()
    secure: bool = False
    upload_limit: int = 20_000_000
    requests: int = 6000
    expensive: int = 60
    logins: int = 10
    allow_private: bool = False

    def __post_init__(self) -> None:
        """Raises SettingsError for a server that would be open to others, or a token that can be guessed."""
        if self.token is not None and len(self.token) < _SHORTEST_TOKEN:
            raise SettingsError("--token", f"is shorter than {_SHORTEST_TOKEN} characters", "Take a long random one")
        if not is_loopback(self.host) and self.open:
            raise SettingsError(
                f"--host {self.host}",
                "would let anybody who reaches this address read and judge",
                "Give --token (or SAYSO_TOKEN) or --accounts, or stay on 127.0.0.1",
            )

    @property
    def open(self) -> bool:
        """Whether visitors need not log in."""
        return self.token is None and not self.accounts

    @property
    def state_path(self) -> Path:
        if self.state is not None:
            return self.state
        if "://" in self.ledger:
            return data_folder() / "server.sqlite3"
        path = Path(self.ledger).expanduser()
        return path.with_name(f"{path.stem}.server.sqlite3")


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches a server bound to ``host``."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
