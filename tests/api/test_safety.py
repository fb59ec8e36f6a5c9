"""Who is let in, and what nobody may do."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from sayso.api import Serving
from sayso.api.accounts import Accounts
from sayso.api.limits import Limit
from sayso.api.middleware import CONTENT_SECURITY_POLICY
from sayso.api.problems import Problem
from sayso.api.state import State
from sayso.errors import SettingsError
from sayso.web.going import back

from .conftest import Serve

TOKEN = "a-long-enough-token"
API = "/api/v1"


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "sayso.example"])
def test_no_address_but_this_machines_without_a_login(host: str) -> None:
    with pytest.raises(SettingsError, match="token"):
        Serving(ledger="x", host=host)
    assert Serving(ledger="x", host=host, token=TOKEN).host == host
    assert Serving(ledger="x", host=host, accounts=True).host == host


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(SettingsError, match="shorter"):
        Serving(ledger="x", token="secret")


@pytest.mark.parametrize("path", ["/", "/search", "/static/sayso.css", f"{API}/statements", "/nowhere"])
def test_every_answer_forbids_what_is_not_ours(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == CONTENT_SECURITY_POLICY
    assert "unsafe" not in CONTENT_SECURITY_POLICY
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "192.168.0.7"])
def test_another_name_that_points_here_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 403


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_another_site_cannot_make_a_browser_judge(client: TestClient, headers: dict[str, str]) -> None:
    target = client.get(f"{API}/statements").json()["items"][0]["id"]
    decision = {"action": "reject", "target": target}
    assert client.post(f"{API}/judgements", json=decision, headers=headers).status_code == 403
    assert client.get(f"{API}/judgements").json() == []
    page = client.get(f"/statements/{target}").text
    form = {"action": "reject", "csrf": page.split('name="csrf" content="')[1].split('"')[0]}
    assert client.post(f"/statements/{target}/judge", data=form, headers=headers).status_code == 403
    assert client.post(f"/statements/{target}/judge", data={"action": "reject"}).status_code == 403
    assert client.post(f"/statements/{target}/judge", data=form).status_code == 303


def test_a_token_lets_in_programs_and_people(serve: Serve) -> None:
    client = serve(host="0.0.0.0", token=TOKEN)
    assert client.get(f"{API}/statements").status_code == 401
    assert client.get(f"{API}/statements", headers={"authorization": "Bearer wrong"}).status_code == 401
    assert client.get(f"{API}/statements", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    refused = client.get("/search?act=deny")
    assert refused.status_code == 303
    assert refused.headers["location"] == "/login?next=%2Fsearch%3Fact%3Ddeny"
    assert client.post("/login", data={"name": "mara", "password": "wrong"}).status_code == 403
    elsewhere = {"origin": "http://evil.example"}
    assert client.post("/login", data={"name": "eve", "password": TOKEN}, headers=elsewhere).status_code == 403
    assert client.get("/search").status_code == 303
    entered = client.post("/login", data={"name": "mara", "password": TOKEN, "next": "/search?act=deny"})
    assert entered.headers["location"] == "/search?act=deny"
    assert client.get("/search").status_code == 200
    target = client.get(f"{API}/statements").json()["items"][0]["id"]
    csrf = client.get("/").text.split('name="csrf" content="')[1].split('"')[0]
    decision = {"action": "accept", "target": target}
    assert client.post(f"{API}/judgements", json=decision).status_code == 403
    made = client.post(f"{API}/judgements", json=decision, headers={"x-csrf-token": csrf})
    assert made.json()["by"] == "mara"
    kept = client.cookies["sayso_session"]
    assert client.post("/logout", data={"csrf": csrf}).status_code == 303
    client.cookies.clear()
    assert client.get("/search").status_code == 303
    client.cookies.set("sayso_session", kept)
    assert client.get("/search").status_code == 303, "a copy of the cookie ends with the session"


@pytest.mark.parametrize(
    ("role", "looking", "judging", "purging"),
    [("reader", 200, 403, 403), ("editor", 200, 201, 403), ("admin", 200, 201, 200)],
)
def test_roles(serve: Serve, role: str, looking: int, judging: int, purging: int) -> None:
    client = serve(host="0.0.0.0", accounts=True)
    accounts: Accounts = client.app.state.services.visitors.accounts  # type: ignore[attr-defined]
    accounts.put("rika", role, "a good password")
    assert client.post("/login", data={"name": "rika", "password": "a bad password"}).status_code == 403
    assert client.post("/login", data={"name": "rika", "password": "a good password"}).status_code == 303
    headers = {"x-csrf-token": client.get("/").text.split('name="csrf" content="')[1].split('"')[0]}
    found = client.get(f"{API}/statements")
    assert found.status_code == looking
    item = found.json()["items"][0]
    decision = {"action": "accept", "target": item["id"]}
    assert client.post(f"{API}/judgements", json=decision, headers=headers).status_code == judging
    assert client.get("/add").status_code == (200 if role != "reader" else 403)
    assert client.delete(f"{API}/reports/{item['report']}", headers=headers).status_code == purging
    accounts.put("rika", role, "another password")
    assert client.get(f"{API}/statements").status_code == 401, "a new password ends the sessions"
    accounts.remove("rika")
    assert accounts.all() == []


def test_passwords_are_kept_as_argon2id(tmp_path: Path) -> None:
    accounts = Accounts(State(tmp_path / "state.sqlite3"))
    accounts.put("rika", "admin", "correct horse battery")
    content = (tmp_path / "state.sqlite3").read_bytes()
    assert b"$argon2id$" in content
    assert b"correct horse" not in content
    assert (tmp_path / "state.sqlite3").stat().st_mode & 0o077 == 0
    for wrong in (
        ("", "admin", "x" * 12),
        ("a b", "admin", "x" * 12),
        ("a", "king", "x" * 12),
        ("a", "admin", "short"),
    ):
        with pytest.raises(SettingsError):
            accounts.put(*wrong)


def test_a_forged_session_is_none(serve: Serve) -> None:
    client = serve(host="0.0.0.0", accounts=True)
    client.cookies.set("sayso_session", "eyJ1IjoiYWRtaW4iLCJzIjoiIiwibiI6IngifQ.x.y")
    assert client.get(f"{API}/statements").status_code == 401


def test_too_much_at_once_is_refused(serve: Serve) -> None:
    client = serve(upload_limit=20_000, requests=1000)
    big = client.post(f"{API}/uploads", files={"file": ("big.txt", b"x" * 40_000)})
    assert big.status_code == 413
    streamed = client.post(
        f"{API}/read", content=(b"x" * 1000 for _ in range(50)), headers={"content-type": "application/json"}
    )
    assert streamed.status_code == 413


def test_too_often_is_refused(serve: Serve) -> None:
    client = serve(requests=5)
    statuses = [client.get("/log").status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]
    again = serve(requests=1000, logins=2, token=TOKEN)
    tries = [again.post("/login", data={"name": "x", "password": "guess"}) for _ in range(3)]
    assert [each.status_code for each in tries] == [403, 403, 429]
    assert int(tries[-1].headers["retry-after"]) > 0


def test_a_bucket_fills_up_again() -> None:
    seconds = [0.0]
    limit = Limit(2, clock=lambda: seconds[0])
    limit.take("a"), limit.take("a"), limit.take("b")
    with pytest.raises(Problem):
        limit.take("a")
    seconds[0] = 31
    limit.take("a")


@pytest.mark.parametrize(
    "then", ["//evil.example", "http://evil.example", "/\\evil.example", "/a\\b", "javascript:x", "", "/a\nb"]
)
def test_no_form_leads_elsewhere(then: str) -> None:
    assert back(then, "/log") == "/log"
    assert back("/reports/1?at=s1#s1", "/log") == "/reports/1?at=s1#s1"


@pytest.mark.parametrize(
    "address",
    ["/etc/passwd", "../../etc/passwd", "-", "file:///etc/passwd", "FILE:/etc/passwd", "C:\\boot.ini", "~/.ssh/id_rsa",
     "http://127.0.0.1:1/", "http://[::ffff:127.0.0.1]/", "http://0x7f.1/", "http://2130706433/", "http://0/",
     "http://169.254.169.254/latest/meta-data/", "http://localhost/", "http://127.0.0.1 \n/etc/passwd"],
)  # fmt: skip
def test_no_address_leads_to_this_machine(client: TestClient, tmp_path: Path, address: str) -> None:
    found = client.post(f"{API}/read", json={"address": address}).json()
    assert [each["schema"] for each in found] == ["sayso.error/1"]
    (tmp_path / "secret.txt").write_text("Secret head\n\nThe mill will close, said its owner, Ode Brandt.")
    found = client.post(f"{API}/read", json={"address": str(tmp_path / "secret.txt")}).json()
    assert "no http or https address" in found[0]["error"]["message"]


def test_a_feed_reader_needs_the_key_of_its_feed(serve: Serve) -> None:
    client = serve(host="0.0.0.0", token=TOKEN)
    bearer = {"authorization": f"Bearer {TOKEN}"}
    made = [client.post(f"{API}/searches", json={"name": n, "query": "act=deny"}, headers=bearer).json() for n in "ab"]
    assert client.get(f"/searches/{made[0]['id']}.atom").status_code == 401
    page = client.get("/search", headers=bearer).text
    links = {link for link in page.split('"') if link.startswith("/searches/") and ".atom" in link}
    assert len(links) == 2
    client.cookies.clear()
    for link in links:
        assert client.get(link).headers["content-type"].startswith("application/atom+xml")
    key = links.pop().split("key=")[1]
    assert sorted(client.get(f"/searches/{each['id']}.atom?key={key}").status_code for each in made) == [200, 401]


def test_a_proxy_that_speaks_https_is_told_so(serve: Serve) -> None:
    assert "strict-transport-security" not in serve().get("/").headers
    assert serve(secure=True).get("/").headers["strict-transport-security"] == "max-age=31536000"


def test_a_session_is_new_with_every_login(serve: Serve) -> None:
    client = serve(host="0.0.0.0", token=TOKEN)
    client.post("/login", data={"name": "mara", "password": TOKEN})
    planted = client.cookies["sayso_session"]
    client.post("/login", data={"name": "tove", "password": TOKEN})
    assert client.cookies["sayso_session"] != planted


@pytest.mark.parametrize("name", ["a\r\nSet-Cookie: x=1", 'x" onerror=1', "…/../../etc"])
def test_no_name_gets_into_a_header(client: TestClient, name: str) -> None:
    report = client.get(f"{API}/reports").json()["items"][0]["id"]
    client.post("/searches", data={"name": name})
    for path in (f"{API}/reports/{report}/original", f"/search.csv?words={quote(name)}", f"/login?next={quote(name)}"):
        headers = client.get(path).headers
        assert "set-cookie" not in headers or "x=1" not in headers["set-cookie"]
        assert not any("onerror" in value for value in headers.values())
