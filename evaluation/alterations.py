"""Alterations of published reports by rule, each of which an editor would ask about: figures, days, names, words.

Each takes the text and a source of chance and gives the altered text with the place of the change, or nothing where
the text has no ground for it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

from evaluation import alterations_of_claims as claims
from evaluation import alterations_of_facts as facts
from evaluation import alterations_of_sources as sources
from evaluation.alterations_of_days import DAYS
from evaluation.alterations_of_figures import FIGURES
from evaluation.altering import MONTHS, WORDS, Altered, other, pick, put

Alteration = Callable[[str, random.Random, str], Altered | None]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|"
    r"Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_N = r"\d[\d,]*(?:\.\d+)?"
_SMALL, _DAYS = "|".join(WORDS), "|".join(_WEEKDAYS)


def count_changed(text: str, rng: random.Random, day: str) -> Altered | None:
    """One of two equal counts of the same things."""
    pattern = (
        rf"(?<![\w$£€.,-])(?P<n>{_N}|{_SMALL})[ -](?P<what>(?:million |billion |year-old |"
        rf"[a-z]+ )?[a-z]{{4,}})\b"
    )
    seen: dict[tuple[str, str], list[re.Match[str]]] = {}
    for match in re.finditer(pattern, text):
        if not re.fullmatch(r"(?:19|20)\d\d", match["n"]) and not re.search(
            r"years?$|days?$|months?$|hours?$|percent$|minutes?$|weeks?$|\b(?:of|in|and|to|or|from)\b", match["what"]
        ):
            seen.setdefault((match["n"].lower(), match["what"]), []).append(match)
    twice = [found for found in seen.values() if len(found) > 1]
    if not twice:
        return None
    match = rng.choice(twice)[-1]
    return put(text, *match.span("n"), other(match["n"], rng))


_UP_DOWN = {
    "rose": "fell", "fell": "rose", "up": "down", "down": "up", "rise": "fall", "increased": "decreased",
    "climbed": "dropped", "dropped": "climbed", "gained": "lost", "declined": "increased", "jumped": "plunged",
    "grew": "shrank", "slipped": "edged up", "edged up": "edged down", "higher": "lower", "lower": "higher",
    "raised": "lowered", "lowered": "raised", "decreased": "increased", "cut": "raised", "surged": "slumped",
}  # fmt: skip


def direction_swapped(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "rose to 6 percent from 5" → "fell to 6 percent from 5"."""
    number = rf"[$£€]?{_N}(?:%| percent| million| billion| points?)?"
    tail = rf"[^.;\n]{{0,50}}?(?:from {number}[^.;\n]{{0,25}} to {number}|to {number}[^.;\n]{{0,45}} from {number})"
    match = pick(list(re.finditer(rf"\b(?P<verb>{'|'.join(_UP_DOWN)})\b(?={tail})", text)), rng)
    return put(text, *match.span("verb"), _UP_DOWN[match["verb"]]) if match else None


def list_miscounted(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "five colleges: A, B, C, D and E" → "four colleges: …"."""
    words = "|".join(WORDS)
    pattern = (
        rf"\b(?P<n>{words}|[2-9]) (?:[A-Za-z’'-]+ ){{1,4}}?[a-z-]+s(?:: | [–—-] |"
        rf" \()(?P<list>[^.;:()\n]{{8,200}}?,? and [^.;:,()\n]+)"
    )
    found = []
    for match in re.finditer(pattern, text, re.IGNORECASE):
        size = 1 + len(re.findall(r",(?! and\b)|,? and\b", match["list"]))
        value = WORDS.index(match["n"].lower()) + 2 if match["n"].lower() in WORDS else int(match["n"])
        found += [match] if size == value else []
    match_ = pick(found, rng)
    return put(text, *match_.span("n"), other(match_["n"], rng)) if match_ else None


def part_and_whole(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "12 of the 15 members" → "15 of the 12 members"."""
    pattern = (
        rf"\b(?P<a>\d+|{_SMALL}) (?:out )?of (?:the|its|their|his) (?P<b>\d+|{_SMALL}"
        rf") [a-z]{{3,}}"
    )
    match = pick(list(re.finditer(pattern, text)), rng)
    return (
        put(text, match.start(), match.end("b"), f"{match['b']}{text[match.end('a') : match.start('b')]}{match['a']}")
        if match
        else None
    )


def total_below_parts(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "killed 14 people, including nine children" → "killed 7 people, including nine children"."""
    words = "|".join(WORDS)
    pattern = (
        rf"\b(?P<n>\d[\d,]*|{words}) (?:[a-z-]+ ){{1,5}}?(?:[a-z ]{{0,20}})?,? (?:including|"
        rf"among them) (?:at least |about )?(?P<p>\d[\d,]*|{words}) [a-z]"
    )
    found = []
    for match in re.finditer(pattern, text):
        value = [
            WORDS.index(each) + 2 if each in WORDS else float(each.replace(",", ""))
            for each in (match["n"], match["p"])
        ]
        found += [match] if value[0] > value[1] > 2 else []
    match_ = pick(found, rng)
    if match_ is None:
        return None
    part = match_["p"]
    below = "two" if part in WORDS else f"{max(2, round(float(part.replace(',', '')) * 0.6)):,}"
    return put(text, *match_.span("n"), below)


def weekday_shifted(text: str, rng: random.Random, day: str) -> Altered | None:
    pattern = rf"\b(?P<w>{_DAYS}), (?={_MONTH} \d)"
    match = pick(list(re.finditer(pattern, text)), rng)
    if match is None:
        return None
    shifted = _WEEKDAYS[(_WEEKDAYS.index(match["w"]) + rng.choice([1, 2, 5, 6])) % 7]
    return put(text, *match.span("w"), shifted)


def day_after_publication(text: str, rng: random.Random, day: str) -> Altered | None:
    """A weekday in a sentence of the past becomes a day a week after the report."""
    verbs = (
        r"(?:said|told|announced|ruled|voted|killed|arrested|signed|met|was|were|released|filed|won|died|began|took)"
    )
    pattern = (
        rf"(?:(?<=[.\n] )|(?<=\n))On (?P<a>{_DAYS}), [^.,;\n]{{3,50}} {verbs}\b|"
        rf"\b{verbs}\b[^.,;\n]{{0,40}} on (?P<b>{_DAYS})(?=[.,])"
    )
    found = [
        each
        for each in re.finditer(pattern, text)
        if not re.search(r"\b(?:will|would|to be|scheduled|expected)\b", each.group())
    ]
    match = pick(found, rng)
    if match is None or not day:
        return None
    later = date.fromisoformat(day) + timedelta(days=rng.randrange(5, 40))
    return put(text, *match.span("a" if match["a"] else "b"), f"{MONTHS[later.month - 1]} {later.day}")


def name_misspelled(text: str, rng: random.Random, day: str) -> Altered | None:
    """One letter more, less, other or moved in one mention of a surname that stands three times or more."""
    body = text.find("\n") + 1
    full = Counter(match[2] for match in re.finditer(r"\b([A-Z][a-z]{2,}) ([A-Z][a-z]{4,})\b", text))
    names = [
        name
        for name in full
        if len(re.findall(rf"\b{name}\b", text)) >= 3 and not re.search(rf"\b{name.lower()}\b", text)
    ]
    if not names:
        return None
    name = rng.choice(sorted(names))
    places = list(re.finditer(rf"\b{name}\b(?!’|')", text[body:]))
    if len(places) < 2:
        return None
    match = rng.choice(places[1:])
    n = rng.randrange(1, len(name) - 1)
    slips = [name[:n] + name[n + 1 :], name[:n] + name[n] + name[n:], name[:n] + name[n + 1] + name[n] + name[n + 2 :]]
    slips.append(name[:n] + rng.choice("aeioulnrst") + name[n + 1 :])
    slips = [each for each in slips if each != name]
    return put(text, body + match.start(), body + match.end(), rng.choice(slips))


def age_changed(text: str, rng: random.Random, day: str) -> Altered | None:
    pattern = r"\b(?P<n>[A-Z][a-z]+), (?P<a>\d\d),"
    for match in re.finditer(pattern, text):
        again = re.search(rf"\b{match['a']}-year-old\b", text)
        if again:
            return put(text, again.start(), again.start() + 2, str(int(match["a"]) + rng.choice([-7, -3, 4, 8])))
    return None


def word_doubled(text: str, rng: random.Random, day: str) -> Altered | None:
    found = list(
        re.finditer(
            r"(?<=[a-z] )(?:the|of|in|to|a|for|on|and|with|from|was|is|would|have|they|people|government|"
            r"because) (?=[a-z])",
            text,
        )
    )
    match = pick(found, rng)
    return put(text, match.start(), match.start(), match.group()) if match else None


def sentence_cut(text: str, rng: random.Random, day: str) -> Altered | None:
    """A paragraph's last sentence broken off in the middle."""
    found = [
        each
        for each in re.finditer(r"(?<=[a-z]{3}\. )[A-Z][^.\n“”\"]{60,}\.(?=\n)", text)
        if each.start() > text.find("\n")
    ]
    match = pick(found, rng)
    if match is None:
        return None
    words = list(re.finditer(r"(?<=[a-z]) (?=[a-z])", match.group()))
    if len(words) < 6:
        return None
    begin = match.start() + words[rng.randrange(len(words) // 2, len(words))].start()
    return put(text, begin, match.end(), "")


def allegedly_removed(text: str, rng: random.Random, day: str) -> Altered | None:
    match = pick(list(re.finditer(r"\b(?:allegedly |alleged |reportedly |suspected )", text)), rng)
    return put(text, *match.span(), "") if match else None


def attribution_cut(text: str, rng: random.Random, day: str) -> Altered | None:
    """ "…, the police said." → "…." and "…, according to …." → "….", outside quotations."""
    who = r"(?:(?:the |a |an )?[\w’'.-]+(?: [\w’'.-]+){0,4})"
    pattern = (
        rf"(?<=[a-z]), (?:{who} (?:said|says|argued|alleged|claimed|added)(?: (?:on )?(?:{_DAYS}"
        rf"))?|according to [^.,\n“”\"]{{3,70}})(?=\.(?:\s|$))"
    )
    found = [
        each
        for each in re.finditer(pattern, text)
        if not re.search(r"[“”\"]", text[text.rfind("\n", 0, each.start()) + 1 : text.find("\n", each.end())])
        and each.start() > text.find("\n")
    ]
    match = pick(found, rng)
    return put(text, *match.span(), "") if match else None


#: The codes that may ask whose word something is.
_OWED = ("ATTR201", "ATTR215", "ATTR206", "ATTR209", "FAIR301", "FAIR310")
#: The alteration, the codes of which one must be asked, and whether the statements matter (and so the tagger).
ALTERATIONS: dict[str, tuple[Alteration, tuple[str, ...], bool]] = {
    "count changed": (count_changed, ("FIG417", "FIG416", "FIG411", "FIG414"), False),
    "direction swapped": (direction_swapped, ("FIG413",), False),
    "list miscounted": (list_miscounted, ("FIG411",), False),
    "part and whole": (part_and_whole, ("FIG414",), False),
    "total below parts": (total_below_parts, ("FIG411", "FIG414"), False),
    "weekday shifted": (weekday_shifted, ("DATE401", "DATE406"), False),
    "day after publication": (day_after_publication, ("DATE404",), False),
    "name misspelled": (name_misspelled, ("FORM512",), False),
    "age changed": (age_changed, ("FIG417",), False),
    "word doubled": (word_doubled, ("FORM502",), False),
    "sentence cut": (sentence_cut, ("FORM503",), False),
    "headline figure": (facts.headline_figure, ("FIG416", "FIG417"), False),
    "comparison turned": (facts.turned_comparison, ("FIG413",), False),
    "party swapped": (facts.party_swapped, ("FORM512",), False),
    "office swapped": (facts.office_swapped, ("FORM512",), False),
    "address swapped": (facts.address_swapped, ("FORM512",), False),
    "day of a picture": (facts.day_of_a_picture, ("DATE404",), False),
    "fraction's percentage": (facts.percentage_of_a_fraction, ("FIG413", "FIG411"), False),
    **{name: (alter, codes, False) for name, (alter, codes) in (*FIGURES.items(), *DAYS.items())},
    "answer cut": (claims.answer_cut, ("FAIR301",), True),
    "headline one step harder": (claims.headline_step, ("FAIR305", "FIG416", "FAIR310"), True),
    "headline unattributed": (claims.headline_unattributed, ("FAIR305",), True),
    "alleged removed": (allegedly_removed, ("FAIR307", "FAIR310", "FAIR301", "ATTR201", "ATTR215", "ATTR209"), True),
    "attribution cut": (attribution_cut, _OWED, True),
    "claim left": (sources.claim_left, _OWED, True),
    "quotation left": (sources.quotation_left, _OWED, True),
    "accusation left": (sources.accusation_left, _OWED, True),
}
