"""Five hundred damaged inputs, made from one sound report by seeded chance."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator

REPORT = """Mill to close, harbour council says

  • Council votes nine to two
  • Union calls the vote “a betrayal” – Harvik Gazette

HARVIK/OSTERBY, Nov 6 (Reuters) – The harbour council voted on Monday to close the old mill, the Gazette reported.

“We had no choice,” council chair Ann Lee said. ‘The workers’ rights are safe,’ she added — “for now.

“And that’s final.”

Café Zoë’s owner said: „Das ist ‚schlimm‘“. 他说：「不行」。 «Jamais», dit-elle. — Никогда, — сказал он.

قال إن القرار خاطئ.

Reports from Reuters offices; Written by Jo Roe; Editing by Bo Lund

Comments are closed."""

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Mill to close | Gazette</title>'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Mill to close", '
    '"datePublished": "2021-11-06", "author": [{"name": "Jo Roe"}]}</script></head><body>'
    "<article><h1>Mill to close</h1>"
    + "".join(f"<p>{line}</p>\n" for line in REPORT.split("\n\n"))
    + "<figure><img><figcaption>The mill in May, in an old photo.</figcaption></figure></article></body></html>"
)
RECORD = json.dumps({"text": REPORT, "headline": "Mill", "published": "2021-11-06", "id": 7}, ensure_ascii=False)
ODD = [
    "\x00",
    "\ud800",
    "\ufeff",
    "\u202e",
    "\u200b",
    "\u2028",
    "\x85",
    "🙂" * 3,
    "é́",
    "\x93",
    "“",
    '"',
    "'",
    "&",
    "<",
    "\r",
]
ENCODINGS = [
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "cp1252",
    "latin-1",
    "cp1251",
    "koi8-r",
    "shift_jis",
    "cp037",
]


def damaged(seed: int = 1, count: int = 500) -> Iterator[tuple[str, bytes]]:
    """(what was done, bytes)."""
    chance = random.Random(seed)
    ways = [cut, spliced, misencoded, garbled, repeated, emptied, nested, unbalanced, records]
    for number in range(count):
        way = ways[number % len(ways)]
        source = chance.choice([REPORT, PAGE, RECORD + "\n" + RECORD])
        yield f"{number} {way.__name__}", way(source, chance)


def encode(text: str, encoding: str = "utf-8") -> bytes:
    return text.encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")


def cut(source: str, chance: random.Random) -> bytes:
    data = encode(source)
    begin = chance.choice([0, 0, chance.randrange(len(data))])
    return data[begin : begin + chance.randrange(len(data))]


def spliced(source: str, chance: random.Random) -> bytes:
    for _ in range(chance.randrange(1, 30)):
        at = chance.randrange(len(source))
        source = source[:at] + chance.choice(ODD) + source[at + chance.randrange(2) :]
    return encode(source)


def misencoded(source: str, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        source = source.encode("utf-8").decode("cp1252", "replace")
    return encode(source, chance.choice(ENCODINGS))[chance.randrange(3) :]


def garbled(source: str, chance: random.Random) -> bytes:
    data = bytearray(encode(source))
    share = chance.choice([0.001, 0.01, 0.1, 0.9])
    for at in range(len(data)):
        if chance.random() < share:
            data[at] = chance.randrange(256)
    return bytes(data)


def repeated(source: str, chance: random.Random) -> bytes:
    piece = chance.choice(
        ["word ", "“", "\"'", "a", "\n", "- ", "<p>", "&amp;", "the the ", "By Jo Roe\n", "(", "A, ", "( ", "A.", "/AP"]
    )
    return encode(piece * chance.choice([1, 100, 5_000]) + chance.choice(["", source]))


def emptied(source: str, chance: random.Random) -> bytes:
    return encode(
        chance.choice(["", " ", "\n" * 1000, "\ufeff", "\x00" * 100, "\u3000", "<html>", "{}", "[]", "null", "“", "."])
    )


def nested(source: str, chance: random.Random) -> bytes:
    tag, depth = chance.choice(["div", "p", "blockquote", "ul", "table", "b"]), chance.choice([10, 300, 5000])
    inner = source if chance.random() < 0.5 else "x"
    return encode(f"<html><body>{f'<{tag}>' * depth}{inner}{f'</{tag}>' * chance.choice([0, depth])}")


def unbalanced(source: str, chance: random.Random) -> bytes:
    marks = "“”\"'‘’«»„"
    kept = [char for char in source if char not in marks or chance.random() < 0.5]
    return encode("".join(chance.choice(marks) if chance.random() < 0.05 else char for char in kept))


def records(source: str, chance: random.Random) -> bytes:
    values = [None, 7, True, "", [], {}, "\ud83d", "x" * 1000, [None], {"name": 3}, REPORT, "2021-13-45", 1e300]
    keys = ["text", "headline", "title", "url", "outlet", "published", "date", "author", "id", "language", "updated"]
    lines = []
    for _ in range(chance.randrange(1, 5)):
        record = {key: chance.choice(values) for key in chance.sample(keys, chance.randrange(len(keys)))}
        line = json.dumps(record)
        lines.append(line[: chance.randrange(1, len(line) + 1)] if chance.random() < 0.3 else line)
    return encode("\n".join(lines) if chance.random() < 0.7 else f"[{','.join(lines)}]")
