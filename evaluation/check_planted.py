"""Plants faults in real annotated reports, in memory, and counts which of them the rules find.

    python evaluation/check_planted.py ../shared/data/sourcing/train.jsonl --each 10 [--pipeline] [--missed]

Each fault changes one real passage: it takes away an attribution, a reason for anonymity, a closing mark, a response …
A fault counts as found when a rule that is on by default, and that was silent there before, points into or right
beside the changed passage with one of the expected codes. Without ``--pipeline`` the annotated statements are carried
along through the change; with it the changed text is read anew.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold_readings import gold_reading
from sayso.check.engine import check
from sayso.check.language import ANONYMITY_REASON, RESPONSE, WRONGDOING
from sayso.types import Reading

Row = dict[str, Any]


@dataclass
class Planted:
    row: Row
    place: int  # code point in the changed text; -1: anywhere
    codes: tuple[str, ...]


def edit(row: Row, begin: int, end: int, words: str) -> Row:
    """The row with ``text[begin:end]`` replaced; spans move along, spans inside what is replaced go."""
    new = copy.deepcopy(row)
    new["text"] = row["text"][:begin] + words + row["text"][end:]
    shift = len(words) - (end - begin)

    def moved(span: list[int] | None) -> list[int] | None:
        if span is None or (span[0] >= begin and span[1] <= end and begin < end):
            return None
        first = span[0] if span[0] <= begin else max(span[0] + shift, begin)
        last = span[1] + shift if span[1] >= end else min(span[1], begin + len(words)) if span[1] > begin else span[1]
        return [first, last] if last > first else None

    new["paragraphs"] = [each for each in map(moved, row["paragraphs"]) if each]
    kept = []
    for statement in new["statements"]:
        statement["content"] = [each for each in map(moved, statement["content"]) if each]
        statement["cue"] = [each for each in map(moved, statement["cue"] or []) if each]
        statement["source"]["mention"] = moved(statement["source"]["mention"])
        if statement["content"]:
            kept.append(statement)
    new["statements"] = kept
    return new


def without(row: Row, ids: set[str]) -> Row:
    return {**row, "statements": [each for each in row["statements"] if each["id"] not in ids]}


def content(row: Row, statement: Row) -> str:
    return " ".join(row["text"][begin:end] for begin, end in statement["content"])


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
    from sayso.check.language import ATTACK

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
    from datetime import date, timedelta

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


FAULTS: dict[str, Callable[[Row, random.Random], Planted | None]] = {
    "attribution removed": unattribute, "reason for anonymity dropped": drop_reason, "quotation unclosed": unclose,
    "word doubled": double, "sentence broken": break_sentence, "headline asserts": headline_asserts,
    "no response": no_response, "attack unnamed": unname_attack, "sources for one": plural,
    "outlet uncredited": uncredit,
    "speaker late": late, "speakers together": together, "wrong date": weekday, "conversion off": conversion,
    "headline figure": headline_number,
}  # fmt: skip


def read_row(row: Row, pipeline: bool) -> Reading:
    if not pipeline:
        return gold_reading(row)
    from sayso.pipeline import read

    first, second = row["paragraphs"][:2]
    known = {"id": row["id"], "date": row["date"], "publisher": row["publisher"]}
    line = {**known, "title": row["text"][: first[1]], "text": row["text"][second[0] :]}
    result = next(iter(read(json.dumps(line).encode())))
    if not isinstance(result, Reading):
        raise result
    return result


def found(planted: Planted, before: Counter[tuple[str, str]], pipeline: bool) -> bool:
    for finding in check(read_row(planted.row, pipeline)):
        if finding.code not in planted.codes:
            continue
        spans = [finding.span, *finding.related]
        near = planted.place < 0 or any(span.begin - 250 <= planted.place <= span.end + 250 for span in spans)
        if near and before[finding.code, finding.words] == 0:
            return True
    return False


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--each", type=int, default=10)
    options.add_argument("--pipeline", action="store_true")
    options.add_argument("--missed", action="store_true")
    options.add_argument("--only", default="")
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    rows = [json.loads(line) for line in chosen.file.open(encoding="utf-8")]
    rng = random.Random(chosen.seed)
    rng.shuffle(rows)
    totals = Counter[str]()
    for name, plant in FAULTS.items():
        if chosen.only not in name:
            continue
        made = hits = 0
        for row in rows:
            planted = plant(row, rng)
            if planted is None:
                continue
            made += 1
            before = Counter((each.code, each.words) for each in check(read_row(row, chosen.pipeline)))
            good = found(planted, before, chosen.pipeline)
            hits += good
            if not good and chosen.missed:
                around = planted.row["text"][max(0, planted.place - 150) : planted.place + 300]
                print(f"  missed {name} in {row['id']}: …{around!r}…")
            if made == chosen.each:
                break
        totals.update(made=made, found=hits)
        print(f"{name:32} {hits:3} of {made:3}")
    print(f"{'all':32} {totals['found']:3} of {totals['made']:3}")


if __name__ == "__main__":
    main()
