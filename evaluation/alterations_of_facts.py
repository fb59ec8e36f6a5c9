"""Alterations of what a report says twice: figures of the headline, directions, parties, offices, days.

As in ``alterations``: each takes the text (headline, line end, story), a source of chance and the day of publication,
and gives the altered text with the place of the change, or nothing where the text has no ground for it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from datetime import date, timedelta

from evaluation.altering import MONTHS, WORDS, Altered, other, pick, put

_NUMBER = rf"\d[\d,]*(?:\.\d+)?|{'|'.join(WORDS)}"


def headline_figure(text: str, rng: random.Random, day: str) -> Altered | None:
    """A figure of the headline that the story has as well."""
    title, _, body = text.partition("\n")
    found = [
        each
        for each in re.finditer(rf"(?<![\w$£€.,/-])(?:{_NUMBER})(?![\w/-])", title, re.IGNORECASE)
        if re.search(rf"(?<![\w.,]){re.escape(each.group())}(?![\w])", body, re.IGNORECASE)
        and not re.fullmatch(r"(?:19|20)\d\d|[12]", each.group())
    ]
    match = pick(found, rng)
    return put(text, *match.span(), other(match.group(), rng)) if match else None


def turned_comparison(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "…, up from 45 percent" → "…, down from 45 percent"."""
    match = pick(
        list(re.finditer(r"(?<=[,(] )(?P<way>up|down)(?= from [$£€]?\d)|(?<=\()(?P<at>up|down)(?= from \d)", text)), rng
    )
    return put(text, *match.span(), "down" if match.group() == "up" else "up") if match else None


def party_swapped(text: str, rng: random.Random, day: str) -> Altered | None:
    """The party in the later of two mentions of a lawmaker that tell it."""
    tags = list(re.finditer(r"(?P<last>[A-Z][a-z]+)(?: \(|, )(?P<party>[RD])(?=[-–][A-Z])", text))
    told = [
        each
        for each in tags
        if re.search(rf"(?:Republican|Democratic) (?:Sen\.|Rep\.|Gov\.) (?:[A-Z][\w.]+ )?{each['last']}\b", text)
    ]
    match = pick(told, rng)
    return put(text, *match.span("party"), "D" if match["party"] == "R" else "R") if match else None


def office_swapped(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "Sen. Holm" → "Rep. Holm" in the last of two mentions or more."""
    found = list(re.finditer(r"\b(?P<office>Sen|Rep)\. (?:[A-Z][\w.]+ )?(?P<last>[A-Z][a-z]+)\b", text))
    times = Counter(each["last"] for each in found)
    match = pick([each for n, each in enumerate(found) if times[each["last"]] > 1 and n], rng)
    return put(text, *match.span("office"), "Rep" if match["office"] == "Sen" else "Sen") if match else None


def address_swapped(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "Mr. Holm" → "Ms. Holm" in one of two mentions or more."""
    found = list(re.finditer(r"\b(?P<title>Mr|Ms)(?=\.? (?P<last>[A-Z][a-z]+)\b)", text))
    times = Counter(each["last"] for each in found)
    match = pick([each for n, each in enumerate(found) if times[each["last"]] > 1 and n], rng)
    return put(text, *match.span("title"), "Ms" if match["title"] == "Mr" else "Mr") if match else None


def day_of_a_picture(text: str, rng: random.Random, day: str) -> Altered | None:
    """The dated day of a photograph moved beyond publication."""
    pattern = rf"(?<=, )(?P<day>(?:{'|'.join(MONTHS)}) \d{{1,2}}), (?P<year>20\d\d)\. (?=REUTERS|\(AP|\(Photo)"
    match = pick(list(re.finditer(pattern, text)), rng)
    if match is None or not day:
        return None
    later = date.fromisoformat(day) + timedelta(days=rng.randrange(20, 90))
    return put(text, match.start("day"), match.end("year"), f"{MONTHS[later.month - 1]} {later.day}, {later.year}")


def percentage_of_a_fraction(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "a third (34 percent)" → "a third (54 percent)"."""
    fraction = r"\b(?:half|thirds?|quarters?|majority|fifth)(?: of [^.;:,()]{3,60}?)?"
    pattern = rf"{fraction} \((?P<p>\d\d)(?= ?(?:%|percent))"
    match = pick(list(re.finditer(pattern, text)), rng)
    if match is None:
        return None
    value = int(match["p"])
    return put(text, *match.span("p"), str(value - 22 if value > 44 else value + 22))
