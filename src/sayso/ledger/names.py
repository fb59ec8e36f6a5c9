"""Names folded for comparison: words, classes, sound skeletons, and the blocks under which like names meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W_]+")
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}(?:/.*)?", re.ASCII | re.IGNORECASE)
#: Spellings of one sound, in the order in which they are replaced; mostly romanised Cyrillic and Arabic.
_SOUNDS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        ("tch|sch|sh|cz", "c"), ("ch", "c"), ("kh|x", "h"), ("zh|dj|dzh", "z"), ("ts|tz", "c"), ("ph", "f"),
        ("q|ck", "k"),        ("w", "v"), ("gh", "g"), ("ou|oo", "u"),
        ("y[eo]|i[eo]|j[eo]", "e"), ("yu|iu|ju", "u"), ("ya|ia|ja", "a"),
        ("ae", "a"), ("oe", "o"), ("ue", "u"), ("[iyj]+", "i"), ("ei", "i"), (r"(.)\1+", r"\1"),
    )
)  # fmt: skip


_OFFICES = frozenset(["ministry", "department", "embassy", "parliament"])
_OFFICE_WORDS = {"defense": "defence"}
_FILLING = frozenset(["of", "the", "for", "and", "affairs", "in"])


@dataclass(frozen=True, slots=True)
class Name:
    """``key`` is equal for names that differ in nothing but case, accents, honorifics and company forms."""

    key: str
    name: str
    kind: str
    words: tuple[str, ...]
    blocks: tuple[str, ...]


@cache
def words_of(section: str) -> frozenset[str]:
    """A section of ``data/words.txt``."""
    text = (files(__package__) / "data" / "words.txt").read_text(encoding="utf-8")
    sections = re.split(r"^\[(.+)\]$", text, flags=re.MULTILINE)[1:]
    return frozenset(dict(zip(sections[::2], sections[1::2], strict=True))[section].split())


def _lines(name: str) -> list[str]:
    text = (files(__package__) / "data" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _aliases() -> dict[str, str]:
    pairs = (line.split(" = ") for name in ("outlets.txt", "states.txt") for line in _lines(name))
    return {alias: full for full, aliases in pairs for alias in aliases.split(", ")}


@cache
def _given() -> dict[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("given_names.txt")):
        for name in line.split():
            groups.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in groups.items()}


@lru_cache(maxsize=65536)
def fold(text: str) -> tuple[str, ...]:
    """Lower-case words without accents, apostrophes and genitive s."""
    flat = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    flat = re.sub(r"['’]s\b|['’`]", "", flat.lower())
    return tuple(_WORD.findall(flat))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """``zelenskiy``, ``zelensky``, ``zelenskyy`` → ``zelenski``."""
    for pattern, by in _SOUNDS:
        word = pattern.sub(by, word)
    return word


def same_given(a: str, b: str) -> bool:
    """Whether two given names stand for one another: alike in sound, transliterated, or a short form."""
    return sound(a) == sound(b) or bool(_given().get(a, frozenset()) & _given().get(b, frozenset()))


def outlet(words: tuple[str, ...]) -> str | None:
    """The full name of an outlet, or a state, that these words are the short name of; None where they are not."""
    return _aliases().get(" ".join(words))


def kind_of(source_type: str) -> str:
    """person, organization or document: the class in which names are compared."""
    return {"organization": "organization", "unnamed-group": "organization", "document": "document"}.get(
        source_type, "person"
    )


@lru_cache(maxsize=65536)
def read_name(name: str, kind: str) -> Name:
    """A name of one class, folded; ``washingtonpost.com`` is read as the outlet's name run together."""
    domain = _DOMAIN.fullmatch(name.strip()) if kind == "organization" and " " not in name.strip() else None
    words = fold(_label(domain[1]) if domain else name)
    if kind == "person":
        kept = _without_honorifics(words)
    else:
        kept = tuple(w for w in words if w not in words_of("company")) or words
    full = outlet(kept) if kind == "organization" else None
    if full:
        kept = fold(full)
    return Name(f"{kind}:{' '.join(kept)}", name, kind, kept, tuple(sorted(_blocks(kind, name, kept))))


def _label(domain: str) -> str:
    """``news.example.co`` (the ``.uk`` is gone) → ``example``."""
    labels = domain.split(".")
    return labels[-2] if len(labels) > 1 and labels[-1] in ("ac", "co", "com", "gov", "net", "org") else labels[-1]


def _without_honorifics(words: tuple[str, ...]) -> tuple[str, ...]:
    start = 0
    while start < len(words) - 1 and words[start] in words_of("honorific"):
        start += 1
    end = len(words)
    while end - start > 2 and words[end - 1] in ("jr", "sr", "ii", "iii", "iv", "phd", "md"):
        end -= 1
    return words[start:end]


def _blocks(kind: str, name: str, words: tuple[str, ...]) -> set[str]:
    if not words:
        return set()
    blocks = {f"w:{word}" for word in (*words, *fold(name))}
    if kind == "person":
        return blocks | {f"s:{sound(words[-1])}"} | ({"d:" + "".join(words)} if len(words) > 1 else set())
    blocks.add("d:" + "".join(words))
    office = office_of(words)
    if office:
        blocks.add("o:" + " ".join(office))
    if len(words) > 2:
        blocks.add("a:" + "".join(w[0] for w in words if w not in ("of", "and", "for", "the")))
    elif len(words) == 1 and name.strip().isupper() and len(words[0]) < 7:
        blocks.add("a:" + words[0])
    return blocks


def office_of(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words of an office of state in a settled order: "Foreign Ministry of Velin" and "Velin's Ministry of Foreign
    Affairs" are one. None for others, which their order can tell apart ("University of Velin", "Velin University").
    """
    if not any(word in _OFFICES for word in words):
        return None
    return tuple(sorted({_OFFICE_WORDS.get(word, word) for word in words} - _FILLING))


def is_generic(name: Name) -> bool:
    """Whether the name fits a body of every place ("police", "Foreign Ministry") and so identifies none."""
    if name.kind == "person":
        return all(word in words_of("title") or word in words_of("generic") for word in name.words)
    lower = name.name == name.name.lower() and "." not in name.name
    return lower or all(word in words_of("generic") for word in name.words)
