"""One name in two spellings: a first name, a surname or the name of a place or firm with one letter off."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from sayso.attribution.sources.vocabulary import common_words
from sayso.check.context import Context
from sayso.check.language import ROLE, VERB_OF_SAYING
from sayso.check.model import Hit
from sayso.check.names.conflicts import conflicts
from sayso.check.names.initials import unfit
from sayso.check.names.slips import one_slip, only_accents, same_sound
from sayso.check.names.spellings import INSTITUTIONS, land_and_people, stray_spellings
from sayso.check.names.traits import clashes
from sayso.check.registry import rule
from sayso.patterns import compiled
from sayso.types import Span

#: Words before a name that are no first name.
_TITLES = (
    "Governor|Mayor|President|Minister|Senator|Judge|Justice|Detective|Inspector|Sergeant|Superintendent|Captain|"
    "Colonel|"
    "General|Lieutenant|Major|Professor|Doctor|Bishop|Father|Sister|Brother|Prosecutor|Chancellor|Councillor|Chairman|"
    "Chairwoman|Coach|Commissioner|Constable|Director|Secretary|Ambassador|Premier|Sheriff|Admiral|Commander|Imam|"
    "Rabbi|"
    "Archbishop|Cardinal|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Dr|Chief|Deputy|Prime|Vice"
)
_TOKEN = compiled(r"(?<![\w.’'@/-])[A-Z][a-zà-ÿ’]*[a-zà-ÿ](?![\w@])(?!\.\w)")
_FULL = compiled(
    rf"(?<![\w.’'-])(?!(?:{_TITLES})\b)(?P<first>[A-Z][a-zà-ÿ’'-]{{2,}})(?: [A-Z]\.)? "
    rf"(?P<last>[A-Z][a-zà-ÿ’-]{{3,}})(?![\w-])"
)


@rule("FORM512")
def name_spelled_two_ways(context: Context) -> Iterator[Hit]:
    asked: set[Span] = set()
    spelled: set[tuple[str, str]] = set()
    for here, there in (*_full_names(context), *_single_names(context), *stray_spellings(context)):
        if only_accents(*(_INITIAL.sub("", each.of(context.text)) for each in (here, there))):
            continue  # keyboards and agencies leave them out
        if not any(there.overlaps(each) or here.overlaps(each) for each in asked):
            asked.add(there)
            one, other = here.of(context.text), there.of(context.text)
            if (one, other) in spelled:
                continue
            spelled.add((one, other))
            yield Hit(there, f"one spelling of the name; found {one!r} and {other!r}", related=(here,))
    told: list[Span] = []
    for each in (*conflicts(context), *clashes(context)):
        if not any(each.there.overlaps(other) for other in told):
            told.append(each.there)
            yield Hit(each.there, each.about, related=(each.here,))
    for span, looked_for in unfit(context):
        yield Hit(span, looked_for)


_INITIAL = compiled(r"\b[A-Z]\. ")


def _pairs(context: Context) -> list[tuple[str, str, Span]]:
    """First name, surname and place of every full name of the story, the possessive left off."""
    found = []
    for match in _FULL.finditer(context.story):
        last = re.sub(r"[’']s?$|-$", "", match["last"])
        if match["first"].lower() not in _NO_FIRST_NAME:
            found.append((match["first"].replace("'", "’"), last, Span(match.start(), match.start("last") + len(last))))
    return found


def _full_names(context: Context) -> Iterator[tuple[Span, Span]]:
    """One first name with two surnames a slip apart, or one surname with two first names that sound alike."""
    pairs = _pairs(context)
    for n, (first, last, here) in enumerate(pairs):
        for other_first, other_last, there in pairs[n + 1 :]:
            longer = max(last, other_last, key=len)
            an_s = longer == f"{min(last, other_last, key=len)}s" and first == other_first
            if an_s and _one_person(context, here) and _one_person(context, there):
                yield here, there
            if (first == other_first and len(last) >= 5 and one_slip(last, other_last)) or (
                last == other_last
                and (
                    (min(len(first), len(other_first)) >= 4 and same_sound(first, other_first))
                    or (min(len(first), len(other_first)) >= 6 and one_slip(first, other_first))
                )
            ):
                yield here, there
    yield from _strangers(context, pairs)
    yield from _first_words(context)


def _first_words(context: Context) -> Iterator[tuple[Span, Span]]:
    """ "Northern Rail", "Northen Rail": a name of two words whose first is spelled two ways."""
    seen: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for match in re.finditer(r"\b([A-Z][a-z]{5,}) ([A-Z][a-z]{3,})\b", context.story):
        for word, span in seen[match[2]]:
            if one_slip(word, match[1]) and not same_sound(word, match[1]):
                yield span, Span(*match.span())
        seen[match[2]].append((match[1], Span(*match.span())))


def _strangers(context: Context, pairs: list[tuple[str, str, Span]]) -> Iterator[tuple[Span, Span]]:
    """A surname that speaks though nobody of that name was met, two letters at most from that of somebody who was."""
    known = {last: here for _, last, here in reversed(pairs)}
    words = {word for first, last, _ in pairs for word in (first, last)}
    for match in _SPEAKS_ALONE.finditer(context.story):
        name = match["name"]
        if name in words or not context.in_body(Span(*match.span())) or context.quoted(match.start()):
            continue
        there = Span(*match.span("name"))
        if len(re.findall(rf"\b{re.escape(name)}\b", context.story)) > 3 or name.lower() in INSTITUTIONS:
            continue
        for last, here in known.items():
            close = 2 if min(len(name), len(last)) >= 5 or name[:2] == last[:2] else 1
            near = (
                name.lower() not in _PRONOUNS
                and name[0] == last[0]
                and Levenshtein.distance(name, last, score_cutoff=close) <= close
            )
            if near and not _inflected(name, last) and here.begin < there.begin:
                yield here, there
                break


_SPEAKS_ALONE = compiled(
    rf"(?:(?<=[.!?”\"] )|(?<=  )|(?<=, ))(?P<name>[A-Z][a-zà-ÿ’-]{{3,}})(?= (?:also |later )?{VERB_OF_SAYING}\b)"
)


_PRONOUNS = frozenset(["they", "this", "that", "these", "those", "then", "there"])


def _inflected(one: str, other: str) -> bool:
    """Whether one is the plural or possessive of the other, or the wife's form of the husband's name."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and long[len(short) :] in ("s", "es", "a", "va", "na", "’s")


def _one_person(context: Context, name: Span) -> bool:
    """Whether the word before tells of one person: "head teacher Brian Coles", not "Native Americans"."""
    before = re.search(r"([a-z]+) $", context.text[max(0, name.begin - 30) : name.begin])
    return before is not None and ROLE.fullmatch(before[1]) is not None


_CAPITAL, _DIGIT, _INSIDE = compiled(r" [A-Z]"), compiled(r" \d"), compiled(r"[a-z,] ")
_GOES_ON = compiled(r" (?:of|in|for|are|were|have|rose|fell|grew|at)\b")


def _single_names(context: Context) -> Iterator[tuple[Span, Span]]:
    """A name that stands alone, one slip from another name of the story that is more often so spelled.

    Words that the text also writes small are no names; two surnames with first names of their own are two people.
    """
    places: dict[str, list[Span]] = defaultdict(list)
    for match in _TOKEN.finditer(context.story, context.body[0].span.begin if context.body else 0):
        word = re.sub(r"[’']s?$", "", match.group())
        if _CAPITAL.match(context.story, match.end()):
            continue  # a first name, or the first word of a longer one
        if _DIGIT.match(context.story, match.end()):
            continue  # "Chapter 7", "Route 91"
        inside = _INSIDE.match(context.story, max(0, match.start() - 2))
        if _GOES_ON.match(context.story, match.end()) and not inside:
            continue  # "Sales of the farm": a word at the head of its sentence
        places[word].append(Span(match.start(), match.start() + len(word)))
    small = set(re.findall(r"(?<![\w’'-])[a-z]{4,}", context.story))
    full = defaultdict(set)
    for first, last, _ in _pairs(context):
        full[last].add(first)
    firsts = {first for first, _, _ in _pairs(context)} - set(full)
    names = [
        word for word in places if len(word) >= 4 and word.lower() not in small | INSTITUTIONS and word not in firsts
    ]
    for n, one in enumerate(names):
        for other in names[n + 1 :]:
            if max(len(one), len(other)) < (5 if full[one] or full[other] else 7):
                continue  # short names of places and firms are too often a letter apart
            alike = (one[:3] == other[:3] and one_slip(one, other)) or (
                min(len(one), len(other)) >= 6 and (full[one] or full[other]) and same_sound(one, other)
            )
            if {one.lower(), other.lower()} <= common_words():
                continue  # the Plan and the Plant of two longer names
            if not alike or land_and_people(one, other) or (full[one] and full[other] and not full[one] & full[other]):
                continue
            if _mid_sentence(context, places[one]) or _mid_sentence(context, places[other]) or full[one] or full[other]:
                yield places[one][0], places[other][0]


def _mid_sentence(context: Context, spans: list[Span]) -> bool:
    return any(re.search(r"[a-z,] $", context.text[max(0, span.begin - 2) : span.begin]) for span in spans)


_NO_FIRST_NAME = frozenset(
    "the and but this that for with from when president senator minister state house senate department ministry united "
    "national federal supreme mr mrs ms dr sir lord former prime vice foreign defense defence justice attorney "
    "district "
    "social republican democratic party north south east west northern southern eastern western new old great saint "
    "general captain colonel sergeant judge mayor bishop coach king queen prince princess monday tuesday wednesday "
    "thursday friday saturday sunday".split()
)
