"""One spelling for every way a place name is written: the key under which the gazetteer keeps it."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from hashlib import blake2b

from sayso.patterns import kept

_APART = kept(r"[^a-z0-9]+")
_SILENT = kept(r"['’‘ʼ`´ʹʿʾ.]")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft", "and": "&"}


def folded(name: str) -> str:
    """Lower case, without diacritics, in ASCII; letters that have no ASCII base are dropped."""
    if name.isascii():
        return name.lower()
    name = name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L")
    name = name.replace("ı", "i").replace("đ", "d").replace("Đ", "D").replace("æ", "ae").replace("’", "'")
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if c.isascii()).lower()


@lru_cache(maxsize=16384)
def key_of(name: str) -> str:
    """Gazetteer key: ``key_of("St. Petersburg") == key_of("Saint Petersburg") == "st petersburg"``; "" if nothing."""
    words = _APART.sub(" ", _SILENT.sub("", folded(name).replace("&", " and "))).split()
    return " ".join(_SHORT.get(word, word) for word in words)


def hash_of(key: str) -> int:
    """64-bit number that stands for a key in the gazetteer file."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big")
