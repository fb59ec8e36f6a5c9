"""Faults of form, dates and figures planted in real reports: marks, doubled words, wrong days and numbers."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta

from evaluation.planting import Planted, Row, edit


def quotations(row: Row) -> list[re.Match[str]]:
    body = row["paragraphs"][0][1]
    return [m for m in re.finditer(r"“[^“”\n]{25,}”", row["text"]) if m.start() > body]


def unclose(row: Row, rng: random.Random) -> Planted | None:
    """A closing mark taken away."""
    found = quotations(row)
    if not found:
        return None
    match = rng.choice(found)
    return Planted(edit(row, match.end() - 1, match.end(), ""), match.start(), ("FORM501",))


def double(row: Row, rng: random.Random) -> Planted | None:
    """A word inside a quotation said twice."""
    found = quotations(row)
    if not found:
        return None
    match = rng.choice(found)
    words = list(re.finditer(r"\b[a-z]{4,}\b", match.group()))
    if not words:
        return None
    word = rng.choice(words)
    place = match.start() + word.end()
    joiner = rng.choice([" ", " and "])
    return Planted(edit(row, place, place, joiner + word.group()), match.start() + word.start(), ("FORM502",))


def break_sentence(row: Row, rng: random.Random) -> Planted | None:
    """A stray full stop between two words in small letters."""
    found = [
        m
        for m in re.finditer(r"(?<=[a-z]{4}) (?=[a-z]{3,} [a-z]+)", row["text"])
        if m.start() > row["paragraphs"][0][1]
    ]
    if not found:
        return None
    match = rng.choice(found)
    return Planted(edit(row, match.start(), match.start(), "."), match.start(), ("FORM503",))


def late(row: Row, rng: random.Random) -> Planted | None:
    """ "“A,” said X. “B. C.”" → "“A. B. C,” said X." """
    for match in re.finditer(r"“([^“”\n]{20,}),” ([^“”\n]{8,80})\. “([^“”\n]+\. [^“”\n]+)\.”", row["text"]):
        speaker = f",” {match[2]}"
        changed = edit(row, match.end() - 2, match.end() - 1, speaker)
        changed = edit(changed, match.end(1), match.start(3), ". ")
        changed["text"] = changed["text"].replace(f"{speaker}”", f"{speaker}.", 1)
        place = changed["text"].find(speaker) + 3
        for each in changed["statements"]:
            mention = each["source"]["mention"]
            if mention is None and any(begin <= match.end() and end >= match.start() for begin, end in each["content"]):
                name = re.search(r"[A-Z][\w.’-]+(?: [A-Z][\w.’-]+)*|\bs?he\b", match[2])
                each["source"]["mention"] = [place + name.start(), place + name.end()] if name else None
        if len(f"{match[1]} {match[3]}".split()) > 24:
            return Planted(changed, match.start(), ("ATTR203",))
    return None


def together(row: Row, rng: random.Random) -> Planted | None:
    """Two paragraphs, each a quotation of another speaker, put into one."""
    for one, other in zip(row["paragraphs"][1:], row["paragraphs"][2:], strict=False):
        if row["text"][other[0]] != "“" or row["text"][one[0]] != "“":
            continue
        names = [
            {s["source"]["name"] for s in row["statements"] if p[0] <= s["content"][0][0] < p[1]} for p in (one, other)
        ]
        if names[0] and names[1] and not names[0] & names[1]:
            changed = edit(row, one[1], other[0], " ")
            changed["paragraphs"] = [p for p in changed["paragraphs"] if not (one[0] < p[0] <= other[0])]
            for p in changed["paragraphs"]:
                if p[0] == one[0]:
                    p[1] = other[1] + 1 - (other[0] - one[1])
            return Planted(changed, other[0], ("ATTR204",))
    return None


def weekday(row: Row, rng: random.Random) -> Planted | None:
    """A wrong day of the month put after a weekday."""
    match = re.search(
        r"\bon (Monday|Tuesday|Wednesday|Thursday|Friday)\b(?! (?:night|evening|morning|afternoon))", row["text"]
    )
    if not match or not row["date"]:
        return None
    day = date.fromisoformat(row["date"])
    while day.strftime("%A") != match[1]:
        day -= timedelta(days=1)
    wrong = day - timedelta(days=rng.choice([1, 2, 3]))
    return Planted(edit(row, match.end(), match.end(), f", {wrong:%B} {wrong.day},"), match.start(), ("DATE401",))


def conversion(row: Row, rng: random.Random) -> Planted | None:
    """ "12 miles" → "12 miles (29 km)" """
    match = re.search(r"\b(\d{1,4}) (miles|kilometers|kilometres|pounds|acres)\b(?! \()", row["text"])
    if not match:
        return None
    factor, unit = {"miles": (1.609, "km"), "pounds": (0.4536, "kg"), "acres": (0.4047, "hectares")}.get(
        match[2], (0.6214, "miles")
    )
    wrong = max(1, round(int(match[1]) * factor * rng.choice([0.6, 1.5, 10])))
    return Planted(edit(row, match.end(), match.end(), f" ({wrong} {unit})"), match.start(), ("FIG412",))


def headline_number(row: Row, rng: random.Random) -> Planted | None:
    """Another figure in the headline than in the body."""
    head = row["text"][: row["paragraphs"][0][1]]
    match = re.search(r"\b(\d{1,3}) (?:\w+ )?(?:killed|dead|injured|wounded|arrested|missing|people)\b", head)
    if not match or not re.search(rf"\b{match[1]}\b", row["text"][len(head) :]):
        return None
    return Planted(edit(row, match.start(1), match.end(1), str(int(match[1]) + rng.choice([2, 3, 7]))), 0, ("FIG416",))
