"""One input before its format is known: a name, a stream of bytes, and what came with it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from sayso.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

LIMIT = 20_000_000  # bytes of one document
_HEAD = 65536


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came over HTTP. ``body`` is decompressed; ``at`` is ISO 8601, UTC; header names are lower case."""

    url: str
    final_url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at: str

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key == name), None)


@dataclass(frozen=True, slots=True)
class Options:
    """What the user adds to what an input says of itself; ``limit`` in bytes a document, decompressed."""

    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    limit: int = LIMIT
    allow_private: bool = False


@dataclass(slots=True)
class Document:
    """``stream`` is read once, from the start; :meth:`head` looks ahead without using it up. ``content``: all bytes,
    once a reader has taken them as a whole.
    """

    name: str
    stream: BinaryIO
    options: Options
    media_type: str | None = None
    charset: str | None = None
    fetched: Fetched | None = None
    content: bytes | None = None
    _ahead: bytes = b""

    def head(self) -> bytes:
        """Up to the first 64 kB."""
        while len(self._ahead) < _HEAD and (more := self.stream.read(_HEAD - len(self._ahead))):
            self._ahead += more
        return self._ahead

    def data(self) -> bytes:
        """All bytes.

        Raises:
            InputError: more than ``options.limit``.
        """
        head, self._ahead = self._ahead, b""
        data = head + self.stream.read(max(0, self.options.limit + 1 - len(head)))
        if len(data) > self.options.limit:
            raise too_large(self.name, self.options.limit)
        self.content = data
        return data

    def whole(self) -> BinaryIO:
        """Everything as a stream of its own, for formats that may be larger than the limit of one report."""
        head, self._ahead = self._ahead, b""
        return io.BufferedReader(_Joined(head, self.stream))

    def lines(self) -> Iterator[tuple[int, bytes | InputError]]:
        """Numbered lines, one at a time, whatever the size of the whole; a line over the limit is an error."""
        limit = self.options.limit
        number = 0
        rest, self._ahead = self._ahead, b""
        while True:
            line, newline, rest = rest.partition(b"\n")
            if not newline:
                line += self.stream.readline(limit + 1)
                if not line:
                    return
            number += 1
            if len(line) > limit:
                while not line.endswith(b"\n") and (line := self.stream.readline(limit)):
                    pass
                yield number, too_large(f"{self.name}:{number}", limit)
            else:
                yield number, line


class _Joined(io.RawIOBase):
    """What was read ahead, then the rest of the stream."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer)
        taken, self._head = self._head[: len(view)], self._head[len(view) :]
        taken = taken or self._stream.read(len(view))
        view[: len(taken)] = taken
        return len(taken)


def too_large(name: str, limit: int) -> InputError:
    return InputError(
        name,
        f"The document is larger than {limit / 1e6:.0f} MB",
        "Split it into one report a file, or put the reports into JSON Lines, which are read one by one.",
        code="too-large",
    )
