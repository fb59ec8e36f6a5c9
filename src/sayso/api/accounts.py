"""Who may log in, with which password and role. Passwords are kept as Argon2id hashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from sayso.api.state import State, now
from sayso.errors import LedgerError, SettingsError

Role = Literal["reader", "editor", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)
_NAME = re.compile(r"[\w.@-]{1,64}")
_SHORTEST = 10
_hasher = PasswordHasher()
#: Compared with when there is no such account, so that the time taken tells nothing.
_NOBODY = _hasher.hash("nobody's password")


@dataclass(frozen=True, slots=True)
class Account:
    """``stamp`` changes with the password, and with it every session ends."""

    name: str
    role: Role
    stamp: str


class Accounts:
    def __init__(self, state: State) -> None:
        self._state = state

    def put(self, name: str, role: str, password: str) -> None:
        """Makes an account or changes it. Raises SettingsError for a name, role or password that will not do."""
        if not _NAME.fullmatch(name):
            raise SettingsError(name, "is no name for an account", "Use up to 64 letters, digits, . _ @ -")
        if role not in ROLES:
            raise SettingsError(role, "is no role", f"Give one of {', '.join(ROLES)}")
        if len(password) < _SHORTEST:
            raise SettingsError("password", f"is shorter than {_SHORTEST} characters", "Take a longer one")
        row = (name, role, _hasher.hash(password), now())
        with self._state.connect() as connection:
            connection.execute("INSERT OR REPLACE INTO accounts VALUES (?, ?, ?, ?)", row)

    def remove(self, name: str) -> None:
        with self._state.connect() as connection:
            if connection.execute("DELETE FROM accounts WHERE name = ?", (name,)).rowcount == 0:
                raise LedgerError(name, "there is no such account", "See `sayso account list`")

    def all(self) -> list[Account]:
        with self._state.connect() as connection:
            rows = connection.execute("SELECT * FROM accounts ORDER BY name").fetchall()
        return [Account(row["name"], row["role"], row["password"][-16:]) for row in rows]

    def get(self, name: str) -> Account | None:
        return next((account for account in self.all() if account.name == name), None)

    def login(self, name: str, password: str) -> Account | None:
        """The account, if this is its password."""
        with self._state.connect() as connection:
            row = connection.execute("SELECT password FROM accounts WHERE name = ?", (name,)).fetchone()
        try:
            _hasher.verify(row["password"] if row else _NOBODY, password)
        except (VerificationError, InvalidHashError):
            return None
        return self.get(name) if row else None
