"""Faults of sourcing and fairness planted in real reports: attributions, reasons, answers and credits taken away."""

from __future__ import annotations

import random
import re

from evaluation.planting import Planted, Row, content, edit, without
from sayso.check.language import ANONYMITY_REASON, ATTACK, RESPONSE, WRONGDOING


def unattribute(row: Row, rng: random.Random) -> Planted | None:
    """ "The firm hid it, police said." → "The firm hid it." """
    for statement in rng.sample(row["statements"], len(row["statements"])):
        mention, cue, spans = statement["source"]["mention"], statement["cue"], statement["content"]
        if not (
            mention
            and cue
            and len(spans) == 1
            and statement["kind"] == "indirect"
            and spans[0][0] > row["paragraphs"][0][1]
        ):
            continue
        tail = (spans[0][1], max(mention[1], cue[-1][1]))
        between = row["text"][spans[0][1] : min(mention[0], cue[0][0])]
        stop = row["text"][tail[1] : tail[1] + 1]
        if between.strip(", ") == "" and stop == "." and WRONGDOING.search(content(row, statement)):
            others = [
                s
                for s in row["statements"]
                if s is not statement and s["content"][0][0] < tail[1] and s["content"][-1][1] > spans[0][0]
            ]
            if not others:
                return Planted(
                    edit(without(row, {statement["id"]}), *tail, ""), spans[0][0], ("ATTR201", "ATTR209", "FAIR307")
                )
    return None


def drop_reason(row: Row, rng: random.Random) -> Planted | None:
    """ "…, who spoke on condition of anonymity because …, said" → "… said" """
    reasons = list(ANONYMITY_REASON.finditer(row["text"]))
    if len(reasons) != 1:
        return None
    match = reasons[0]
    before, after = row["text"][: match.start()], row["text"][match.end() :]
    begin = max(before.rfind(", "), before.rfind(". ") + 1, before.rfind("\n") + 1)
    stop = re.search(r", |(?=\.(?:\s|$))|(?=\n)", after)
    sources = [s for s in row["statements"] if s["source"]["type"] == "anonymous"]
    if begin < 0 or stop is None or not sources:
        return None
    changed = edit(row, begin, match.end() + stop.end(), " " if stop.group() else "")
    for statement in changed["statements"]:
        if statement["source"]["why"] and ANONYMITY_REASON.search(statement["source"]["why"]):
            statement["source"]["why"] = None
    return Planted(changed, -1, ("ANON102",))


def headline_asserts(row: Row, rng: random.Random) -> Planted | None:
    """ "Troops shelled town, rebels say" → "Troops shelled town" """
    head = row["paragraphs"][0]
    for statement in row["statements"]:
        span = statement["content"][0]
        mention, cue = statement["source"]["mention"], statement["cue"]
        if (
            span[0] == head[0]
            and span[1] < head[1]
            and mention
            and cue
            and mention[1] <= head[1]
            and mention[0] >= span[1]
        ):
            return Planted(edit(without(row, {statement["id"]}), span[1], head[1], ""), 0, ("FAIR305",))
        if span[1] == head[1] and cue and mention and mention[0] == head[0] and statement["kind"] == "indirect":
            return Planted(edit(without(row, {statement["id"]}), head[0], span[0], ""), 0, ("FAIR305",))
    return None


def no_response(row: Row, rng: random.Random) -> Planted | None:
    """All answers to an accusation taken out, sentence by sentence."""
    accusations = [s for s in row["statements"] if s["act"] == "accuse" and WRONGDOING.search(content(row, s))]
    answers = [s for s in row["statements"] if s["act"] in ("deny", "no-comment")]
    if not accusations or not answers or len(answers) > 3:
        return None
    changed = row
    while True:
        rest = next((s for s in changed["statements"] if s["act"] in ("deny", "no-comment")), None)
        match = (
            None
            if rest
            else next((m for m in RESPONSE.finditer(changed["text"]) if m.start() > changed["paragraphs"][0][1]), None)
        )
        place = (rest["cue"] or rest["content"])[0][0] if rest else match.start() if match else None
        if place is None:
            break
        begin = max(changed["text"].rfind(". ", 0, place) + 2, changed["text"].rfind("\n", 0, place) + 1)
        ends = [n for n in (changed["text"].find(". ", place), changed["text"].find("\n", place)) if n >= 0]
        changed = edit(changed, begin, min(ends, default=len(changed["text"]) - 1) + 1, "")
        if len(changed["text"]) < len(row["text"]) * 0.7:
            return None
    left = {s["id"] for s in changed["statements"]}
    if not any(s["id"] in left for s in accusations):
        return None
    return Planted(changed, -1, ("FAIR301",))


def unname_attack(row: Row, rng: random.Random) -> Planted | None:
    """ "“He is a liar,” said Smith" → "“He is a liar,” said one official" """
    for statement in rng.sample(row["statements"], len(row["statements"])):
        mention = statement["source"]["mention"]
        if statement["act"] not in ("criticize", "accuse") or not mention or statement["source"]["type"] != "person":
            continue
        if not ATTACK.search(content(row, statement)):
            continue
        words = rng.choice(["one official", "a senior aide", "a former colleague", "a person close to the talks"])
        changed = edit(row, *mention, words)
        for each in changed["statements"]:
            if each["id"] == statement["id"]:
                each["source"] = {
                    "mention": [mention[0], mention[0] + len(words)],
                    "name": words,
                    "type": "anonymous",
                    "title": None,
                    "why": None,
                }
        return Planted(changed, statement["content"][0][0], ("ANON103",))
    return None


def plural(row: Row, rng: random.Random) -> Planted | None:
    """ "a source … said" → "sources said" """
    ones = [s for s in row["statements"] if s["source"]["type"] == "anonymous" and s["source"]["mention"]]
    names = {s["source"]["name"] for s in ones}
    if len(names) != 1 or len(ones) < 2:
        return None
    mention = ones[0]["source"]["mention"]
    if not re.match(r"(?:a|an|one)\b", row["text"][slice(*mention)], re.IGNORECASE):
        return None
    changed = edit(row, *mention, "sources")
    changed["statements"][row["statements"].index(ones[0])]["source"]["mention"] = [mention[0], mention[0] + 7]
    return Planted(changed, -1, ("ANON104", "ANON101"))


def uncredit(row: Row, rng: random.Random) -> Planted | None:
    """ "…, the New York Times reported" → "…, media reports said" """
    for statement in rng.sample(row["statements"], len(row["statements"])):
        mention, cue = statement["source"]["mention"], statement["cue"]
        if (
            statement["act"] == "report"
            and mention
            and cue
            and statement["source"]["type"] == "organization"
            and mention[0] > row["paragraphs"][0][1]
        ):
            words = rng.choice(["media reports", "local media", "news reports", "a newspaper"])
            changed = edit(row, *mention, words)
            for each in changed["statements"]:
                each["via"] = [name for name in each["via"] if name != statement["source"]["name"]]
                if each["id"] == statement["id"]:
                    each["source"].update(
                        mention=[mention[0], mention[0] + len(words)], name=words, type="unnamed-group"
                    )
            return Planted(changed, mention[0], ("ATTR206",))
    return None
