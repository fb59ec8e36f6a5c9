"""Who is asking, and what they may: sessions in a signed cookie, bearer tokens, and the check that a page of ours
asked for a change (CSRF).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal
from urllib.parse import urlsplit

from fastapi import Request, Response
from itsdangerous import BadSignature, URLSafeTimedSerializer

from sayso.api.accounts import ROLES, Accounts, Role
from sayso.api.problems import Problem
from sayso.api.serving import Serving
from sayso.api.state import State, now

COOKIE = "sayso_session"
#: Seconds after which a session ends.
_LASTS = 14 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Visitor:
    """``name`` is whom judgements name; ``session`` is None for a program that gives a token."""

    name: str
    role: Role
    how: Literal["open", "token", "account"]
    session: str | None

    def may(self, role: Role) -> bool:
        return ROLES.index(self.role) >= ROLES.index(role)


class Visitors:
    def __init__(self, serving: Serving, state: State) -> None:
        self._serving = serving
        self._state = state
        self.accounts = Accounts(state)
        self._secret = state.secret("sessions")
        self._signer = URLSafeTimedSerializer(self._secret, salt="session")

    def of(self, request: Request) -> Visitor | None:
        """The visitor, or None for one who has to log in first."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self.is_token(token.strip()):
            return Visitor("token", "admin", "token", None)
        session = self._session(request)
        if self._serving.open:
            return Visitor(self._serving.user, "admin", "open", session.get("n") if session else None)
        if not session or self._ended(session["n"]):
            return None
        name, stamp, nonce = session["u"], session["s"], session["n"]
        if stamp == self._token_stamp():
            return Visitor(name, "admin", "token", nonce)
        account = self.accounts.get(name) if self._serving.accounts else None
        if account is None or account.stamp != stamp:
            return None
        return Visitor(name, account.role, "account", nonce)

    def is_token(self, given: str) -> bool:
        token = self._serving.token
        return token is not None and hmac.compare_digest(given.encode(), token.encode())

    def login(self, name: str, password: str) -> Visitor | None:
        """By the server's token, under any name, or by an account."""
        nonce = secrets.token_urlsafe(18)
        if self.is_token(password):
            return Visitor(name or "token", "admin", "token", nonce)
        account = self.accounts.login(name, password) if self._serving.accounts else None
        return Visitor(account.name, account.role, "account", nonce) if account else None

    def remember(self, response: Response, visitor: Visitor) -> Visitor:
        """Gives the visitor's browser a session; to be called with a new visitor, or one who has none yet."""
        nonce = visitor.session or secrets.token_urlsafe(18)
        account = self.accounts.get(visitor.name) if visitor.how == "account" else None
        stamp = account.stamp if account else self._token_stamp() if visitor.how == "token" else ""
        value = self._signer.dumps({"u": visitor.name, "s": stamp, "n": nonce})
        response.set_cookie(
            COOKIE, value, max_age=_LASTS, httponly=True, samesite="lax", secure=self._serving.secure, path="/"
        )
        return Visitor(visitor.name, visitor.role, visitor.how, nonce)

    def forget(self, request: Request, response: Response) -> None:
        """Ends the session, also for whoever has a copy of its cookie."""
        session = self._session(request)
        if session is not None:
            long_ago = datetime.now(UTC) - timedelta(seconds=_LASTS)
            with self._state.connect() as connection:
                connection.execute("INSERT OR IGNORE INTO ended_sessions VALUES (?, ?)", (session["n"], now()))
                connection.execute("DELETE FROM ended_sessions WHERE at < ?", (long_ago.isoformat(),))
        response.delete_cookie(COOKIE, path="/")

    def feed_key(self, search: str) -> str:
        """What lets a feed reader, which cannot log in, into the feed of this one search."""
        return hmac.new(self._secret.encode(), f"feed:{search}".encode(), hashlib.sha256).hexdigest()[:32]

    def has_feed_key(self, request: Request, search: str) -> bool:
        return hmac.compare_digest(self.feed_key(search).encode(), request.query_params.get("key", "").encode())

    def csrf(self, visitor: Visitor | None) -> str:
        """What every form of a session must carry."""
        nonce = (visitor.session if visitor else None) or ""
        return hmac.new(self._secret.encode(), f"csrf:{nonce}".encode(), hashlib.sha256).hexdigest()

    def check_form(self, request: Request, visitor: Visitor | None, csrf: str) -> None:
        """Raises Problem 403 unless a page of ours, of this session, sent the form."""
        self.check_origin(request)
        if visitor is None or visitor.session is None or not hmac.compare_digest(self.csrf(visitor), csrf):
            raise Problem(403, "the form is not of this session", "Open the page again and send it anew", code="csrf")

    def check_change(self, request: Request, visitor: Visitor) -> None:
        """Raises Problem 403 where a browser was led to ask for a change by another site."""
        if request.headers.get("authorization"):
            return
        self.check_origin(request)
        if visitor.how != "open" and not hmac.compare_digest(
            self.csrf(visitor), request.headers.get("x-csrf-token", "")
        ):
            raise Problem(403, "a session needs the header X-CSRF-Token", "Use a bearer token", code="csrf")

    @staticmethod
    def check_origin(request: Request) -> None:
        """Raises Problem 403 where a browser says that another site sent it here."""
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        foreign = site not in (None, "same-origin", "none")
        if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
            foreign = True
        if foreign:
            raise Problem(403, "another site asked for this", "Open Sayso itself", code="csrf")

    def _session(self, request: Request) -> dict[str, str] | None:
        try:
            value = self._signer.loads(request.cookies.get(COOKIE, ""), max_age=_LASTS)
        except BadSignature:
            return None
        return value if isinstance(value, dict) and {"u", "s", "n"} <= value.keys() else None

    def _ended(self, nonce: str) -> bool:
        with self._state.connect() as connection:
            return bool(connection.execute("SELECT 1 FROM ended_sessions WHERE nonce = ?", (nonce,)).fetchone())

    def _token_stamp(self) -> str:
        token = self._serving.token
        return hashlib.sha256(f"token:{token}".encode()).hexdigest()[:16] if token else "no token"
