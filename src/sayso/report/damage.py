"""Damage of the characters: text decoded by the wrong encoding, characters lost, HTML entities left as they were."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.patterns import kept
from sayso.report.asread import ENTITY, decoded
from sayso.types import Note, Span

# UTF-8 read as cp1252 or Latin-1: a lead byte's letter, then what its trailing bytes became.
_MOJIBAKE = kept("[Â-ôŠŒŽšœžŸÿ][\u0080-¿€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,3}")
_LOST = kept("[\ufffd\u0080-\u009f](?:(?<=\ufffd)\ufffd*|(?<!\ufffd)[\u0080-\u009f]*)")


def misencoded(text: str, span: Span) -> Iterator[Note]:
    if text.isascii():
        return
    for match in _MOJIBAKE.finditer(text, *span):
        meant = _as_utf8(match.group())
        if meant:
            yield Note(
                "misencoded", Span(match.start(), match.start() + meant[1]), f"Mis-encoded: probably “{meant[0]}”"
            )
    for match in _LOST.finditer(text, *span):
        yield Note("misencoded", Span(*match.span()), "A character was lost or left undecoded")


def _as_utf8(run: str) -> tuple[str, int] | None:
    """The character that the run's bytes spell in UTF-8 and how many of its characters that takes."""
    data = b"".join(_byte(char) for char in run)
    for length in range(len(run), 1, -1):
        try:
            meant = data[:length].decode("utf-8")
        except UnicodeDecodeError:
            continue
        if len(meant) == 1 and (
            "\u00a0" <= meant <= "\u017f"
            or "\u2010" <= meant <= "\u2044"
            or meant in "€™\ufeff"
            or meant >= "\U0001f000"
        ):
            return (meant, length)
        return None
    return None


def _byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1", "replace")


def entities(text: str, span: Span) -> Iterator[Note]:
    for match in ENTITY.finditer(text, *span):
        if decoded(match):
            yield Note("entities", Span(*match.span()), "An HTML entity was left undecoded")
