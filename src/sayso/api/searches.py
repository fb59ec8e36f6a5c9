"""Searches kept under a name; each has an Atom feed of what is new in it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from sayso.api.problems import Problem
from sayso.api.state import State, now
from sayso.ledger import Query


@dataclass(frozen=True, slots=True)
class Search:
    """``query`` as URL parameters."""

    id: str
    made: str
    by: str
    name: str
    query: str


class Searches:
    def __init__(self, state: State) -> None:
        self._state = state

    def put(self, name: str, query: Query, by: str) -> Search:
        made = Search(secrets.token_hex(6), now(), by, name.strip()[:200] or "without a name", str(query))
        with self._state.connect() as connection:
            row = (made.id, made.made, made.by, made.name, made.query)
            connection.execute("INSERT INTO searches VALUES (?, ?, ?, ?, ?)", row)
        return made

    def all(self) -> list[Search]:
        with self._state.connect() as connection:
            rows = connection.execute("SELECT * FROM searches ORDER BY name, made").fetchall()
        return [Search(**row) for row in rows]

    def get(self, given: str) -> Search:
        """Raises Problem 404 for none."""
        found = next((search for search in self.all() if search.id == given), None)
        if found is None:
            raise Problem(404, "no such saved search", "See /search", code="search", input=given)
        return found

    def remove(self, given: str) -> None:
        with self._state.connect() as connection:
            connection.execute("DELETE FROM searches WHERE id = ?", (self.get(given).id,))
