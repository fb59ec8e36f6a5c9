"""Fetch a page over HTTP(S), safely: limits on time, size and redirects, and no way into private networks.

The host is resolved once, its addresses are checked, and the connection goes to the checked address itself, so that
neither a redirect nor a second DNS answer leads elsewhere. Proxies of the environment are not used.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from datetime import UTC, datetime
from importlib.metadata import version
from urllib.parse import urljoin, urlsplit, urlunsplit

import urllib3

from sayso.errors import FetchError
from sayso.report.document import Fetched, Options, too_large

_TIMEOUT = urllib3.Timeout(connect=10, read=20)  # seconds
_DEADLINE = 60.0  # seconds for the whole of one fetch, slow drips included
_REDIRECTS = 5
_CHUNK = 65536


def fetch(url: str, options: Options) -> Fetched:
    """The page at an http or https URL.

    Raises:
        FetchError: not allowed, not reachable, not found, too slow or redirected too often.
        InputError: larger than ``options.limit`` bytes, decompressed.
    """
    deadline = time.monotonic() + _DEADLINE
    at = url
    for _ in range(_REDIRECTS + 1):
        response = _request(url, at, options)
        try:
            target = response.headers.get("location")
            if response.status in (301, 302, 303, 307, 308) and target:
                at = urljoin(at, target)
                continue
            if response.status >= 400:
                raise FetchError(
                    url, f"The server answered {response.status} {response.reason}", _remedy(response.status)
                )
            body = _body(url, response, options, deadline)
            headers = tuple((name.lower(), value) for name, value in response.headers.items())
            now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
            return Fetched(url, at, response.status, headers, body, now)
        finally:
            response.close()
    raise FetchError(
        url, f"The page redirects more than {_REDIRECTS} times", "Open it in a browser and give its final address."
    )


def _remedy(status: int) -> str:
    if status in (401, 402, 403, 451):
        return "Save the page from a browser where you may read it, and give the file."
    return "Check the address, or try again later."


def _request(url: str, at: str, options: Options) -> urllib3.BaseHTTPResponse:
    try:
        parts = urlsplit(at)
        host = parts.hostname or ""
        host = host if host.isascii() else host.encode("idna").decode("ascii")
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except (ValueError, UnicodeError):
        raise FetchError(url, f"“{at}” is no valid address", "Check the address.") from None
    if parts.scheme not in ("http", "https") or not host:
        remedy = "Give an address that begins with http:// or https://."
        raise FetchError(url, f"“{at}” is no http or https address", remedy)
    address = _checked_address(url, host, port, options)
    pool: urllib3.HTTPConnectionPool
    if parts.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(address, port, server_hostname=host, assert_hostname=host)
    else:
        pool = urllib3.HTTPConnectionPool(address, port)
    shown = f"[{host}]" if ":" in host else host
    headers = {
        "Host": shown if port in (80, 443) else f"{shown}:{port}",
        "User-Agent": f"sayso/{version('sayso')}",
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Encoding": "gzip, deflate",
    }
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    try:
        return pool.urlopen(
            "GET", target, headers=headers, timeout=_TIMEOUT, redirect=False, retries=False, preload_content=False
        )
    except urllib3.exceptions.HTTPError as error:
        raise FetchError(
            url, f"The server could not be reached ({_reason(error)})", "Check the address, or try again later."
        ) from error


def _checked_address(url: str, host: str, port: int, options: Options) -> str:
    """One address of the host that may be connected to; all of them must be allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise FetchError(url, f"The host {host} is not known", "Check the address and the network.") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not options.allow_private and not all(_is_public(address) for address in addresses):
        raise FetchError(
            url,
            f"The host {host} is on a private, local or reserved network",
            "If you trust it, allow it with --allow-private (on a server its operator can), or save the page and "
            "give the file.",
            code="private-address",
        )
    return addresses[0]


def _is_public(address: str) -> bool:
    parsed = ipaddress.ip_address(address.split("%", 1)[0])
    if isinstance(parsed, ipaddress.IPv6Address):
        # Forms that carry an IPv4 address inside are as public as that one: mapped, 6to4, NAT64.
        inner = parsed.ipv4_mapped or parsed.sixtofour
        if inner is None and parsed in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            return _is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved


def _body(url: str, response: urllib3.BaseHTTPResponse, options: Options, deadline: float) -> bytes:
    chunks: list[bytes] = []
    size = 0
    try:
        for chunk in response.stream(_CHUNK, decode_content=True):
            chunks.append(chunk)
            size += len(chunk)
            if size > options.limit:
                raise too_large(url, options.limit)
            if time.monotonic() > deadline:
                raise FetchError(url, f"The page took more than {_DEADLINE:.0f} seconds", "Try again later.")
    except urllib3.exceptions.HTTPError as error:
        raise FetchError(url, f"The page broke off ({_reason(error)})", "Try again later.") from error
    return b"".join(chunks)


def _reason(error: Exception) -> str:
    """The last line of what urllib3 says, without object addresses."""
    words = str(error.args[-1] if error.args else error) or type(error).__name__
    return words.rsplit(": ", 1)[-1].strip(" )'\"") or type(error).__name__
