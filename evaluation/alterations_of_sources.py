"""Alterations that leave what a source said in the paper's own voice, in reports as the pipeline reads them."""

from __future__ import annotations

import json
import random

from evaluation.altering import Altered, put
from evaluation.attribution_cuts import Cut, cuts, finished
from sayso.check.context import Context
from sayso.pipeline import read
from sayso.types import Reading


def claim_left(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "Officials said the dam would break" → "The dam would break", in any order of the two."""
    return _cut(text, rng, ("trailing", "leading", "inside"))


def quotation_left(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "“The dam is a disgrace,” Ms Orr said" → "The dam is a disgrace"."""
    return _cut(text, rng, ("quotation",))


def accusation_left(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "Ms Orr accused the mayor of hiding the bill" → "The mayor hid the bill"."""
    return _cut(text, rng, ("accusation",))


def _cut(text: str, rng: random.Random, kinds: tuple[str, ...]) -> Altered | None:
    title, _, story = text.partition("\n")
    reading = next(iter(read(json.dumps({"title": title, "text": story, "date": "2000-01-01"}).encode())))
    if not isinstance(reading, Reading) or reading.report.genre == "opinion":
        return None
    context = Context(reading)
    found = [each for each in cuts(context) if each.kind in kinds and _once(each, context.text, text)]
    found = [each for each in found if not each.goes_on]
    if not found:
        return None
    cut = rng.choice(found)
    words = cut.span.of(context.text)
    return put(text, text.index(words), text.index(words) + len(words), finished(cut, rng))


def _once(cut: Cut, read_as: str, text: str) -> bool:
    return text.count(cut.span.of(read_as)) == 1
