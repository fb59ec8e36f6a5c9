"""Alterations of what a report lets people answer and of what its headline claims.

As in ``alterations``: each takes the text (headline, line end, story), a source of chance and the day of publication,
and gives the altered text with the place of the change, or nothing where the text has no ground for it.
"""

from __future__ import annotations

import random
import re

from evaluation.altering import Altered, put

#: Somebody answers what is said of them, in a sentence of its own; what it is must have been told before.
_ANSWER = re.compile(
    r"\b(?:den(?:y|ies|ied) (?:the |any |all |those |these )?(?:\w+ )?(?:allegations?|accusations?|claims?|charges?|"
    r"wrongdoing|involvement)|pleaded not guilty|(?:did not|didn[’']t) (?:immediately )?(?:respond|return|reply)|"
    r"declined to comment|could not (?:immediately )?be reached)\b"
)
_BLAME = re.compile(
    r"\b(?:accus\w+|alleg\w+|blam(?:e[sd]?|ing)|charged with|lied|illegal\w*|fraud|abus\w+|assault\w*)\b"
)
_STEPS = {
    "wounds": "kills", "wounded": "killed", "injured": "killed", "injures": "kills", "targets": "kills",
    "considers": "approves", "weighs": "orders", "mulls": "orders", "proposes": "imposes", "probes": "condemns",
    "urges": "forces", "asks": "orders", "opposes": "blocks", "criticizes": "sabotages", "questions": "rejects",
    "investigates": "exposes", "declines": "refuses", "charged": "convicted", "accused": "guilty", "may": "will",
    "could": "will", "might": "will", "seeks": "wins", "eyes": "seizes", "suspected": "proven", "hurt": "killed",
}  # fmt: skip


def answer_cut(text: str, rng: random.Random, day: str) -> Altered | None:
    """Every sentence in which somebody denies or declines to answer is taken out of a report that tells of blame."""
    body = text.find("\n") + 1
    places = [match.start() for match in _ANSWER.finditer(text, body)]
    if not 1 <= len(places) <= 3 or not _BLAME.search(text[body : places[0]]):
        return None
    for place in reversed(places):
        begin = max(text.rfind(". ", 0, place) + 2, text.rfind("\n", 0, place) + 1)
        ends = [n + 1 for n in (text.find(". ", place), text.find(".\n", place)) if n >= 0]
        end = min(ends, default=len(text))
        if any(mark in text[begin:end] for mark in '"“”'):
            return None
        text = text[:begin] + text[end:].lstrip(" ")
    return text, places[0]


def headline_step(text: str, rng: random.Random, day: str) -> Altered | None:
    """A word of the headline one step harder: "wounds" → "kills", "considers" → "approves"."""
    title = text.partition("\n")[0]
    found = [match for match in re.finditer(r"[A-Za-z]+", title) if match.group().lower() in _STEPS]
    if not found:
        return None
    match = rng.choice(found)
    word = _STEPS[match.group().lower()]
    return put(text, *match.span(), word.capitalize() if match.group()[0].isupper() else word)


def headline_unattributed(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "Falk: the dam leaks", "The dam leaks, Falk says", "Falk says the dam leaks" → "The dam leaks"."""
    title, _, body = text.partition("\n")
    says = r"(?:says?|said|claims?|warns?|alleges?)"
    for pattern in (
        r"^[A-Z][\w’'. -]{2,30}: (?=[A-Z\w][^:‘“\"']{20,}$)",
        rf",? (?:[A-Z][\w’'-]+ ){{1,4}}{says}$",
        rf"^(?:[A-Z][\w’'.-]+ ){{1,4}}{says} (?:that )?(?=\w[^:‘“\"']{{20,}}$)",
    ):
        made = re.sub(pattern, "", title)
        if made != title and len(made.split()) > 3:
            return f"{made[0].upper()}{made[1:]}\n{body}", 0
    return None
