import gzip
import http.server
import socket
import threading

import pytest

from sayso.errors import FetchError, InputError
from sayso.report import Options, compose, open_drafts
from sayso.report.fetch import fetch

PAGE = """<html lang="en"><head><title>Mill to close | Gazette</title></head><body><article><h1>Mill to close</h1>
<p>The harbour council voted on Monday to close the old mill, ending a century of milling in the town.</p>
<p>“We had no choice,” council chair Ann Lee told reporters after the vote, which was nine to two.</p>
</article></body></html>"""


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/page":
            self.reply(200, PAGE.encode("utf-16"), {"Content-Type": "text/html; charset=utf-16"})
        elif self.path == "/latin":
            self.reply(
                200,
                "Café fermé, dit-on.\n\nC’est tout.".encode("cp1252"),
                {"Content-Type": "text/plain; charset=windows-1252"},
            )
        elif self.path == "/records":
            self.reply(200, b'{"text": "One."}\n{"text": "Two."}\n', {"Content-Type": "application/x-ndjson"})
        elif self.path == "/bomb":
            self.reply(
                200, gzip.compress(b"x" * 30_000_000), {"Content-Encoding": "gzip", "Content-Type": "text/plain"}
            )
        elif self.path == "/relative":
            self.reply(302, b"", {"Location": "page"})
        elif self.path == "/loop":
            self.reply(302, b"", {"Location": "/loop"})
        elif self.path == "/metadata":
            self.reply(302, b"", {"Location": "http://169.254.169.254/latest/"})
        elif self.path == "/file":
            self.reply(302, b"", {"Location": "file:///etc/passwd"})
        elif self.path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"half")
        elif self.path == "/host":
            self.reply(
                200, (self.headers["Host"] + "\n" + self.headers["User-Agent"]).encode(), {"Content-Type": "text/plain"}
            )
        else:
            self.reply(404, b"", {})

    def reply(self, status, body, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


@pytest.fixture(scope="module")
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


ALLOWED = Options(allow_private=True)


def test_page(server):
    (draft,) = open_drafts(f"{server}/page", ALLOWED)
    report, _ = compose(draft)
    assert report.headline == "Mill to close"
    assert report.url == f"{server}/page"
    assert draft.fetched.status == 200
    assert draft.fetched.body == PAGE.encode("utf-16")
    assert draft.fetched.at.endswith("Z")
    assert draft.name == f"{server}/page"


def test_charset_and_media_type_of_the_header(server):
    (latin,) = open_drafts(f"{server}/latin", ALLOWED)
    assert latin.text == "Café fermé, dit-on.\n\nC’est tout."
    assert [draft.name for draft in open_drafts(f"{server}/records", ALLOWED)] == [
        f"{server}/records:1",
        f"{server}/records:2",
    ]


def test_redirect_keeps_the_final_address(server):
    page = fetch(f"{server}/relative", ALLOWED)
    assert (page.url, page.final_url) == (f"{server}/relative", f"{server}/page")


def test_host_name_is_sent_though_the_address_is_connected_to(server):
    port = server.rsplit(":", 1)[1]
    body = fetch(f"http://localhost:{port}/host", ALLOWED).body.decode()
    assert body.startswith(f"localhost:{port}\nsayso/")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "404"),
        ("/loop", "redirects"),
        ("/file", "no http"),
        ("/cut", "broke off"),
    ],
)
def test_failures(server, path, words):
    with pytest.raises(FetchError, match=words) as error:
        fetch(server + path, ALLOWED)
    assert error.value.input == server + path


def test_size_limit_counts_decompressed_bytes(server):
    with pytest.raises(InputError) as error:
        fetch(f"{server}/bomb", ALLOWED)
    assert error.value.code == "too-large"


PRIVATE = """127.0.0.1 localhost [::1] 0.0.0.0 10.1.2.3 192.168.1.1 172.16.0.1 169.254.169.254 100.64.0.1 224.0.0.1
    [fe80::1] [fc00::1] [::ffff:127.0.0.1] [::ffff:10.0.0.1] [64:ff9b::7f00:1] 2130706433 0x7f000001"""


@pytest.mark.parametrize("host", PRIVATE.split())
def test_private_addresses_are_refused(host):
    with pytest.raises(FetchError) as error:
        fetch(f"http://{host}/", Options())
    assert error.value.code in ("private-address", "fetch")
    assert "could not be reached" not in error.value.message, "must be refused before any connection"


def test_redirect_into_a_private_network_is_refused(server, monkeypatch):
    real = socket.getaddrinfo
    port = int(server.rsplit(":", 1)[1])
    # The first host counts as public, so that only the redirect's target can be what is refused.
    monkeypatch.setattr("sayso.report.fetch._is_public", lambda address: address == "127.0.0.1")

    def resolve(host, *rest, **more):
        return real("127.0.0.1" if host == "gazette.example" else host, *rest, **more)

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    with pytest.raises(FetchError) as error:
        fetch(f"http://gazette.example:{port}/metadata", Options())
    assert error.value.code == "private-address"


def test_name_is_resolved_once(server, monkeypatch):
    answers = iter(["127.0.0.1"])
    real = socket.getaddrinfo
    port = int(server.rsplit(":", 1)[1])

    def resolve(host, *rest, **more):
        return real(next(answers) if host == "rebind.example" else host, *rest, **more)

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    assert fetch(f"http://rebind.example:{port}/host", ALLOWED).body.startswith(b"rebind.example")


@pytest.mark.parametrize(
    "url", ["http://", "http://[bad", "http://a.example:99999/", "https:///x", "http://no-such-host.invalid/"]
)
def test_bad_addresses(url):
    (error,) = open_drafts(url, Options())
    assert isinstance(error, InputError)
    assert error.input == url


def test_server_that_is_not_there():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(FetchError, match="could not be reached"):
        fetch(f"http://127.0.0.1:{port}/", ALLOWED)
