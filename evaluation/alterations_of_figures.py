"""Alterations of figures and days that several sentences tell: sums, shares, scales, offsets, anniversaries.

As in ``alterations``: each takes the text (headline, line end, story), a source of chance and the day of publication,
and gives the altered text with the place of the change, or nothing where the text has no ground for it.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from datetime import date
from itertools import combinations

from evaluation.altering import MONTHS, WORDS, Altered, other, pick, put

_N = r"\d[\d,]*(?:\.\d+)?"
_SMALL = "|".join(WORDS)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONEY = re.compile(rf"[$£€](?P<n>{_N})(?:(?P<gap>[ -])(?P<scale>million|billion|trillion))?\b(?!,\d)")
_SHARE = re.compile(r"(?<![\w.,-])(?P<n>\d{1,2}(?:\.\d)?)(?=%| percent| per cent)")


def _value(match: re.Match[str]) -> float:
    return float(match["n"].replace(",", "")) * {"million": 1e6, "billion": 1e9, "trillion": 1e12}.get(
        match["scale"] or "", 1
    )


def _twice(found: list[re.Match[str]], text: str) -> list[list[re.Match[str]]]:
    """Equal figures that stand in two places or more, neither of them a copy of the other's sentence."""
    seen: dict[str, list[re.Match[str]]] = defaultdict(list)
    for each in found:
        seen[each.group()].append(each)
    return [
        kin for kin in seen.values()
        if len(kin) > 1 and text[kin[0].start() - 20 : kin[0].start()] != text[kin[-1].start() - 20 : kin[-1].start()]
    ]  # fmt: skip


def money_changed(text: str, rng: random.Random, day: str) -> Altered | None:
    """One of two equal sums of money."""
    kin = _twice(list(_MONEY.finditer(text)), text)
    match = rng.choice(rng.choice(kin)) if kin else None
    return put(text, *match.span("n"), other(match["n"], rng)) if match else None


def scale_slipped(text: str, rng: random.Random, day: str) -> Altered | None:
    """One of two equal sums told in millions for billions, or the other way."""
    kin = _twice([each for each in _MONEY.finditer(text) if each["scale"] in ("million", "billion")], text)
    match = rng.choice(rng.choice(kin)) if kin else None
    return put(text, *match.span("scale"), "billion" if match["scale"] == "million" else "million") if match else None


def share_changed(text: str, rng: random.Random, day: str) -> Altered | None:
    """One of two equal percentages."""
    kin = _twice(list(_SHARE.finditer(text)), text)
    match = rng.choice(rng.choice(kin)) if kin else None
    return put(text, *match.span("n"), other(match["n"], rng)) if match else None


def sum_of_money(text: str, rng: random.Random, day: str) -> Altered | None:
    """One of three sums of a paragraph or two of which two make the third."""
    found = []
    money = list(_MONEY.finditer(text))
    for three in combinations(money, 3):
        values = sorted(map(_value, three))
        near = three[2].end() - three[0].start() < 420
        plain = abs(values[0] + values[1] - values[2]) < 1e-6 * values[2] and values[0] > 0.02 * values[2]
        if near and plain and values[0] != values[1]:
            found.append(three)
    if not found:
        return None
    match = rng.choice(rng.choice(found))
    return put(text, *match.span("n"), other(match["n"], rng))


def sum_of_persons(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "eight students and two teachers" beside "10 people"."""
    kinds = (
        "men|women|children|students|teachers|officers|soldiers|civilians|adults|boys|girls|passengers|workers|staff"
    )
    pairs = re.finditer(
        rf"\b(?P<a>\d+|{_SMALL}|one) (?:[a-z]+ )?(?:{kinds}) and (?P<b>\d+|{_SMALL}|one) (?:[a-z]+ )?(?:{kinds})\b",
        text,
    )
    found = []
    for match in pairs:
        total = sum(
            WORDS.index(each) + 2 if each in WORDS else 1 if each == "one" else int(each) for each in match.groups()
        )
        word = WORDS[total - 2] if 2 <= total <= 12 else str(total)
        if re.search(
            rf"(?<![\w.,-])(?:{total}|{word}) (?:people|were killed|dead|victims|others|were)\b", text, re.IGNORECASE
        ):
            found.append(match)
    match_ = pick(found, rng)
    return put(text, *match_.span("b"), other(match_["b"] if match_["b"] != "one" else "two", rng)) if match_ else None


def share_of_counts(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "120 of the 400 votes, or 30 percent" → "…, or 45 percent"."""
    found = []
    for share in _SHARE.finditer(text):
        begin, end = max(0, share.start() - 140), share.end() + 140
        counts = [
            each for each in re.finditer(rf"(?<![\w$£€.,-]){_N}(?=,? (?:of |or |[a-z]))", text[begin:end])
            if not re.match(r" ?(?:%|percent|per cent)", text[begin + each.end() :])
        ]  # fmt: skip
        values = [float(each.group().replace(",", "")) for each in counts]
        if any(
            a < b and b >= 10 and not 1900 < b < 2100 and abs(100 * a / b - float(share["n"])) < 0.6
            for a in values
            for b in values
        ):
            found.append(share)
    match = pick(found, rng)
    return (
        put(text, *match.span("n"), str(round(float(match["n"]) * rng.choice([0.5, 1.4, 1.6])) or 3)) if match else None
    )


def opposite_answers(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "48 percent approve and 46 percent disapprove" → "… 76 percent disapprove"."""
    percent = r"(?:%| percent| per cent)"
    pattern = (
        rf"(?P<a>\d\d){percent}[^.;\d]{{0,80}}\b(?:approv|support|favor|favour|back|agree)[a-z]*\b[^.;\d]{{0,60}}(?P<b>\d\d){percent}"
        r"[^.;\d]{0,60}\b(?:disapprov|oppos|against|unfavor|disagree)"
    )
    found = [each for each in re.finditer(pattern, text) if int(each["a"]) + int(each["b"]) < 101]
    match = pick(found, rng)
    return put(text, *match.span("b"), str(min(98, 118 - int(match["a"])))) if match else None


def frequency_changed(text: str, rng: random.Random, day: str) -> Altered | None:
    """One of two equal tellings of how often: "twice", "three times"."""
    kin = _twice(list(re.finditer(r"\b(?P<n>twice|(?:three|four|five|six) times)\b(?! (?:as|the|more))", text)), text)
    match = rng.choice(rng.choice(kin)) if kin else None
    return (
        put(text, *match.span(), "four times" if match["n"] in ("twice", "three times") else "twice") if match else None
    )


def days_later(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "… on Monday. On Wednesday, he …" → "… on Monday. A day later, on Wednesday, he …"."""
    days = "|".join(_DAYS)
    pattern = rf"\b(?P<a>{days})\b(?P<gap>[^\n]{{5,220}}?[.] )On (?P<b>{days})(?P<comma>,?) (?=[A-Z a-z])"
    found = [
        each for each in re.finditer(pattern, text)
        if each["a"] != each["b"] and not re.search(days, each["gap"]) and each["gap"].count(". ") == 1
    ]  # fmt: skip
    match = pick(found, rng)
    if match is None:
        return None
    apart = (_DAYS.index(match["b"]) - _DAYS.index(match["a"])) % 7
    wrong = rng.choice([n for n in (1, 2, 3, 4) if n != apart])
    words = "A day" if wrong == 1 else f"{WORDS[wrong - 2].capitalize()} days"
    return put(text, match.end("gap"), match.end("comma"), f"{words} later, on {match['b']},")


def days_after(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "said Wednesday, a day after … on Tuesday" → "said Wednesday, three days after … on Tuesday"."""
    pattern = (
        rf"\b(?:{'|'.join(_DAYS)}),? (?P<n>a|one|two|three|four) days? after [^.;,]{{0,80}}?\b(?:{'|'.join(_DAYS)})\b|"
        rf"\b(?:{'|'.join(MONTHS)}) \d{{1,2}}, (?P<m>a|one|two|three|four) (?:day|week|month)s? after [^.;]{{0,80}}?"
        rf"\b(?:{'|'.join(MONTHS)}) \d"
    )
    match = pick(list(re.finditer(pattern, text)), rng)
    if match is None:
        return None
    name = "n" if match["n"] else "m"
    return put(text, *match.span(name), "five" if match[name] in ("a", "one", "two") else "one")


def anniversary_changed(text: str, rng: random.Random, day: str) -> Altered | None:
    """The number of an anniversary that a year of the text, or "… years after" in the headline, gives."""
    title, years = text.partition("\n")[0], {int(each) for each in re.findall(r"\b(?:19|20)\d\d\b", text)}
    ordinals = {"first": 1, "second": 2, "third": 3, "fifth": 5}
    found = []
    for match in re.finditer(r"\b(?P<n>first|second|third|fifth|\d*\dth) anniversary\b", text):
        count = ordinals.get(match["n"]) or int(match["n"][:-2])
        told = f"{WORDS[count - 2] if 2 <= count <= 12 else 'one' if count == 1 else count} years?"
        if (day and int(day[:4]) - count in years) or re.search(rf"\b(?:{told}|{count} years) ", title, re.IGNORECASE):
            found.append((match, count))
    if not found:
        return None
    chosen, count = rng.choice(found)
    return put(text, *chosen.span("n"), "third" if count == 1 else f"{count + 5}th")


def month_after_publication(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "said in March" → "said in" a month after publication, with its year."""
    verbs = "said|told|announced|voted|ruled|noted|wrote|found|signed|died|won|lost|met|was|were|[a-z]+ed"
    pattern = rf"\b(?:{verbs}) in (?P<m>{'|'.join(MONTHS)})\b"
    ahead = re.compile(r"\b(?:will|would|to be|to|scheduled|expected|due)\b")
    found = [
        each for each in re.finditer(pattern, text)
        if not re.match(r",? (?:19|20)\d\d| \d", text[each.end() :])
        and not ahead.search(text[max(0, each.start() - 30) : each.end()])
    ]  # fmt: skip
    match = pick(found, rng)
    if match is None or not day:
        return None
    published = date.fromisoformat(day)
    later = published.month + rng.choice([1, 2, 3])
    return put(text, *match.span("m"), f"{MONTHS[(later - 1) % 12]} {published.year + (later - 1) // 12}")


def weekday_of_saying(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "said Tuesday", "told reporters on Friday" with a weekday one to three days off."""
    verbs = "said|told [a-z]+|announced|testified|released|voted|ruled|signed|met|arrived|won|resigned"
    pattern = rf"\b(?:{verbs})(?: in a [a-z]+| at a [a-z]+(?: [a-z]+)?)? (?:on )?(?P<w>{'|'.join(_DAYS)})\b(?!, [A-Z])"
    match = pick(list(re.finditer(pattern, text)), rng)
    if match is None or not day:
        return None
    return put(text, *match.span("w"), _DAYS[(_DAYS.index(match["w"]) + rng.choice([-3, -2, -1, 1, 2, 3])) % 7])


def majority_turned(text: str, rng: random.Random, day: str) -> Altered | None:
    match = pick(
        list(
            re.finditer(
                r"\b(?P<a>\d\d\d?)(?P<to>-|–|-to-)(?P<b>\d\d\d?) (?:[A-Z]?[a-z]+ )?(?:majority|advantage)\b", text
            )
        ),
        rng,
    )
    if match is None or int(match["a"]) <= int(match["b"]):
        return None
    return put(text, match.start("a"), match.end("b"), f"{match['b']}{match['to']}{match['a']}")


#: The alterations with the codes of which one must be asked.
FIGURES = {
    "money told twice": (money_changed, ("FIG417", "FIG416", "FIG411", "FIG413")),
    "million for billion": (scale_slipped, ("FIG417", "FIG416", "FIG411", "FIG413", "FIG414")),
    "percentage told twice": (share_changed, ("FIG417", "FIG416", "FIG413", "FIG415")),
    "sum of money": (sum_of_money, ("FIG411", "FIG413", "FIG414", "FIG417")),
    "sum of persons": (sum_of_persons, ("FIG411", "FIG417", "FIG414")),
    "share of counts": (share_of_counts, ("FIG411", "FIG413", "FIG414", "FIG417")),
    "opposite answers": (opposite_answers, ("FIG415",)),
    "frequency told twice": (frequency_changed, ("FIG417",)),
    "days later": (days_later, ("DATE406", "DATE407")),
    "days after": (days_after, ("DATE406", "DATE407")),
    "anniversary": (anniversary_changed, ("DATE407", "DATE406", "FIG417")),
    "month after publication": (month_after_publication, ("DATE404",)),
    "weekday of saying": (weekday_of_saying, ("DATE404", "DATE406", "DATE401", "DATE402")),
    "majority turned": (majority_turned, ("FIG411",)),
}  # fmt: skip
