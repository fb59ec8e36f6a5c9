"""Bytes to text: byte order mark, declarations, UTF-8, and what Western short texts need; binary data is refused."""

from __future__ import annotations

import codecs
import re

from sayso.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an audio, video or image file"),
    (b"OggS", "an audio or video file"),
    (b"ID3", "an audio file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "a rich text file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_REMEDY = "Give plain text, HTML, JSON Lines or another format that `sayso read --help` lists."
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,30})[\"']", re.IGNORECASE)
_CONTROLS = bytes(set(range(32)) - {8, 9, 10, 11, 12, 13, 27})
_SAMPLE = 65536
# What the browsers' encoding standard says these labels mean.
_LABELS = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
# The characters above ASCII that text in Western languages is written with.
_WESTERN = frozenset("éèêëàâäáãåçîïíìôöòóõøúùûüñßœæÿÉÈÊËÀÂÄÁÃÅÇÎÏÍÌÔÖÒÓÕØÚÙÛÜÑŒÆ¿¡«»‹›“”„‘’‚–—…•€£§°©®™·ªº½¼¾²\xa0´")
_MOSTLY_ASCII = 0.25  # share of letters above ASCII beyond which text is of no Western language


def decode(name: str, data: bytes, declared: str | None = None) -> str:
    """Text of ``data``, line endings normalised to LF and lone surrogates replaced.

    ``declared`` is the charset of the HTTP header; declarations inside HTML and XML are found here. A declaration that
    the bytes contradict is not believed.

    Raises:
        InputError: binary data.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return clean(data.decode(encoding, "replace"))
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(name, f"This is {what}, not text", _REMEDY, code="binary")
    wide = _wide(data[:4096])
    if wide:
        data = data.decode(wide, "replace").encode("utf-8", "replace")
    _refuse_binary(name, data)
    return clean(_narrow(data, [declared, *_declarations(data[:4096])]))


def clean(text: str) -> str:
    """What every reader does to a text, and nothing else: LF line ends; lone surrogates, which JSON cannot hold, go."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and any("\ud800" <= char <= "\udfff" for char in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Western text is zero."""
    if len(head) < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.1 * half else None


def _refuse_binary(name: str, data: bytes) -> None:
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > 0.02 * len(sample):
        raise InputError(name, "This is binary data, not text", _REMEDY, code="binary")


def _declarations(head: bytes) -> list[str]:
    return [match[1].decode("ascii") for pattern in (_XML, _META) if (match := pattern.search(head))]


def _narrow(data: bytes, declared: list[str | None]) -> str:
    try:
        return data.decode("utf-8")  # valid UTF-8 with any byte above ASCII is UTF-8, whatever is declared
    except UnicodeDecodeError:
        pass
    labels = [_LABELS.get(label.lower(), label) for label in declared if label]
    for label in labels:
        try:
            return data.decode(label)
        except (UnicodeDecodeError, LookupError):
            continue
    repaired = data.decode("utf-8", "replace")
    lost, above = repaired.count("\ufffd"), sum(byte >= 0xC0 for byte in data[:_SAMPLE])
    if lost <= max(1, 0.05 * above) and above > lost:
        return repaired  # UTF-8 with a few bytes broken or cut off
    western = data.decode("cp1252", "replace")
    if _is_western(western[:_SAMPLE]):
        return western
    return _guess(data) or western


def _is_western(text: str) -> bool:
    above = [char for char in text if char > "\x7f"]
    letters = sum(char.isalpha() for char in text)
    if any(char not in _WESTERN for char in above):
        return False
    return sum(char.isalpha() for char in above) <= _MOSTLY_ASCII * letters


def _guess(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 4 * _SAMPLE]).best()
    return data.decode(best.encoding, "replace") if best else None
