"""Reads the words that name a source at one place: pronoun, name, description, or several joined."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.governments import country_of, demonym_of, is_national
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.names import Name, is_compound
from sayso.attribution.sources.page import SLUGS, Page
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.vocabulary import first_names
from sayso.types import Span

Form = Literal["none", "pronoun", "name", "description", "joint"]
_STOPS = word_set(""", ; : . ( ) [ ] — – - “ ” " who whom whose which that where when while""")
_OTHERS = word_set("other others previous several two three four members allies at")
_PARTICIPLES = word_set("familiar briefed involved close speaking including based named known called loyal")
_BOUNDS = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | _STOPS | _PARTICIPLES
#: Offices of which what they are over may stand between them and a name.
_OFFICES = word_set("""chief head director secretary minister chair president manager commissioner commander dean
    ambassador envoy representative professor agent superintendent""")
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_SELVES = frozenset("itself himself herself themselves".split())
_IRREGULAR = frozenset("led held made run told shown written taken seen".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """``first`` and ``end`` bound the words of the span; the head is the noun that says what the source is."""

    form: Form
    span: Span | None
    first: int
    end: int
    phrase_end: int  # end of the first noun phrase
    head: str  # in lower case; "" where none
    plural: bool
    definite: bool
    determiner: str
    names: tuple[Name, ...]  # names that lie inside, in text order
    name: Name | None = None  # the name that heads the phrase
    parts: tuple[tuple[int, int], ...] = ()  # word ranges of the joined sources


def read_mention(page: Page, names: Sequence[Name], starts: Sequence[int], span: Span | None, place: int) -> Mention:
    """``names`` in text order with ``starts`` their begins; ``place``: the word where a source without words stands."""
    if span is None:
        return Mention("none", None, place, place, place, "", False, False, "", ())
    first, end = page.range(span)
    while end > first and not page.words[end - 1][0].isalnum() and page.words[end - 1] not in (")", "%"):
        end -= 1
    while first < end and (not page.words[first][0].isalnum() or (page.words[first] in SLUGS and page.slug(first))):
        first += 1
    if page.words[first : first + 1] == ["MORE"] and end - first > 1:  # a link's label left by a scraper
        first += 1 + (page.words[first + 1] in ("'s", "’s"))
    if end - first > 2 and page.lower[end - 2] == "on" and page.lower[end - 1] in lexicon.NEVER_NAMES:
        end -= 2  # "The Post on Friday"
    end = _before_the_rest(page, first, end)
    if first < end:
        first = _body_of_nobody(page, _after_dateline(page, first, end), end)
    if end - first == 1 and page.lower[first] in ("the", "a", "an"):  # an article cut off from its name or noun
        at = bisect.bisect_left(starts, first + 1)
        if at < len(names) and names[at].begin == first + 1:
            end = names[at].end
        elif first + 1 < len(page.words) and page.lower[first + 1] in lexicon.DOCUMENTS | lexicon.MEDIA:
            end = first + 2
    if first < end and is_compound(page.words[end - 1]):  # "Norland's state" cut off before "-owned Harbour Board"
        at = bisect.bisect_left(starts, end)
        end = names[at].end if at < len(names) and names[at].begin == end else end
    if first >= end:
        return Mention("none", span, place, place, place, "", False, False, "", ())
    return _read(page, names, starts, span, first, end)


def _before_the_rest(page: Page, first: int, end: int) -> int:
    """Where the source ends in "the ministry itself", in "two guests who sat with", cut off before a name, and in
    "counsel Ann Oster Friday"."""
    if end - first > 2 and page.lower[end - 1] in _WEEKDAYS:
        end -= 1
    while end - first > 1 and page.lower[end - 1] in _SELVES:
        end -= 1
    if end - first > 2 and page.lower[end - 1] in lexicon.PREPOSITIONS:
        end = next((i for i in range(first + 1, end) if page.lower[i] in ("who", "which", "that")), end - 1)
        end -= end - first > 2 and page.lower[end - 1].endswith("ed")  # "a memo obtained by"
    return end


def _after_dateline(page: Page, first: int, end: int) -> int:
    """Where the source begins in "VELDHAM - The mayor", a dateline and no more of it."""
    for index in range(first, min(end - 1, first + 8)):
        if page.words[index] in ("-", "–", "—"):
            return index + 1 if index > first else first
        if not page.words[index].isupper() and page.words[index] not in (",", "/", "."):
            return first
    return first


def _body_of_nobody(page: Page, first: int, end: int) -> int:
    """Where the body begins for which "nobody at the Harbour Board" speaks by keeping silent."""
    lower = page.lower
    place = first + (2 if lower[first : first + 2] == ["no", "one"] else 1)
    nobody = lower[first] in ("nobody", "none") or place == first + 2
    return place + 1 if nobody and place + 1 < end and lower[place] in ("at", "from", "in", "of", "with") else first


def _read(page: Page, names: Sequence[Name], starts: Sequence[int], span: Span, first: int, end: int) -> Mention:
    lower = page.lower
    inside = _inside(names, starts, first, end)
    if lower[first] in ("the", "a", "an") and first + 1 < end and is_national(page.words[first + 1]):
        # "the Spaniard" is a person and no name; "the Spaniard Iker Oster" is one of that name
        inside = tuple(name for name in inside if (name.first, name.end) != (first + 1, first + 2))
    acronym = page.words[first].isupper() and end - first == 1 and len(page.words[first]) > 1  # US, WHO
    if end - first == 1 and lower[first] in lexicon.PRONOUNS and not (acronym and not page.shouted(first)):
        return Mention("pronoun", span, first, end, end, lower[first], lower[first] in lexicon.PLURAL_PRONOUNS,
                       True, "", inside)  # fmt: skip
    determiner = lower[first] if lower[first] in lexicon.DETERMINERS else ""
    phrase_end = _phrase_end(page, inside, first, end)
    parts = _parts(page, inside, first, end)
    heading = next((name for name in inside if name.first < phrase_end <= name.end and not name.rank_only), None)
    holder = _holder(page, inside, phrase_end, end) if heading is None else None
    if holder is not None:
        heading, phrase_end = holder, end
    head_index = _head(page, first, phrase_end)
    head = lower[head_index]
    definite = determiner in lexicon.DEFINITES or any(
        page.words[i] in ("'s", "’s", "’") for i in range(first, phrase_end)
    )
    plural = heading is None and _plural(head)
    if len(parts) > 1:
        return Mention("joint", span, first, end, phrase_end, head, True, definite, determiner, inside, heading, parts)
    form: Form = "name" if heading is not None else "description"
    return Mention(form, span, first, end, phrase_end, head, plural, definite, determiner, inside, heading)


def _holder(page: Page, inside: Sequence[Name], of: int, end: int) -> Name | None:
    """Who holds the office before the name: "Chief of staff Ann Oster", "ambassador to Freedonia Ann Oster", not "the
    wife of pilot Ann Oster"."""
    last = next((name for name in inside if name.end == end and len(name.key) > 1), None)
    if last is None or last.key[0] not in first_names() or page.lower[of] not in ("of", "to", "for", "in"):
        return None
    if page.lower[of - 1] not in _OFFICES or not of + 1 < last.first < of + 5:
        return None
    between = page.lower[of + 1 : last.first]
    return last if all(low.isalpha() and not is_role(low) for low in between) else None


def _inside(names: Sequence[Name], starts: Sequence[int], first: int, end: int) -> tuple[Name, ...]:
    low = bisect.bisect_left(starts, first - 12)
    high = bisect.bisect_left(starts, end)
    return tuple(name for name in names[low:high] if name.end > first and name.first < end)


def _phrase_end(page: Page, inside: Sequence[Name], first: int, end: int) -> int:
    """Where the first noun phrase ends: at a preposition, comma, relative pronoun or participle outside a name."""
    index = first + 1
    while index < end:
        name = next((name for name in inside if name.begin <= index < name.end), None)
        if name is not None:
            index = name.end
            continue
        low = page.lower[index]
        if low in _BOUNDS or (index + 1 < end and _participle(page.lower, index)):
            return index
        index += 1
    return end


def _participle(lower: Sequence[str], index: int) -> bool:
    """Whether a word opens what is told of the noun before it: "taken by the army", "people trapped in the mine"."""
    if not (lower[index].endswith("ed") or lower[index] in _IRREGULAR):
        return False
    before, after = lower[index - 1], lower[index + 1]
    return after == "by" or (after in lexicon.PREPOSITIONS and (before in lexicon.GROUPS or is_role(before)))


def _head(page: Page, first: int, end: int) -> int:
    for index in range(end - 1, first - 1, -1):
        if page.words[index] not in ("'s", "’s", "'", "’"):
            return index
    return first


def _plural(head: str) -> bool:
    if head in lexicon.GROUPS or head in ("sources", "insiders"):
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "is", "news", "'s", "’s")) and len(head) > 3


def _adjective(page: Page, first: int, end: int) -> bool:
    """Whether words end with the adjective of a country: "both Norlandic" of "both Norlandic and Veldish officials"."""
    return end - first <= 3 and demonym_of(page.words[end - 1]) is not None and country_of(page.words[end - 1]) is None


def _parts(page: Page, inside: Sequence[Name], first: int, end: int) -> tuple[tuple[int, int], ...]:
    """Word ranges joined by "and" at the top level, where one of them at least is a name."""
    cuts: list[tuple[int, int]] = []
    paired = page.lower[first] in ("both", "neither", "either")
    begin, conjoined = first + paired, False
    for index in range(first, end):
        if any(name.begin <= index < name.end for name in inside):
            continue
        low = page.lower[index]
        if low in ("and", "or", "nor") or low == ",":
            if begin < index:
                cuts.append((begin, index))
            begin = index + 1
            conjoined = conjoined or low != ","
        elif low in ("who", "which", "that", "whose", "between", "in", "at", "by", "from"):
            break
    if not conjoined or begin >= end:
        return ()
    cuts.append((begin, end))
    named = [any(name.first < stop <= name.end for name in inside) for _, stop in cuts]
    if all(named):
        return tuple(cuts)
    # "Army and navy officials" is one phrase with a shared noun; "the Army and its officials" is two.
    if len(cuts) != 2 or not any(named):
        return ()
    begins = page.lower[cuts[1][0]]
    shared = _adjective(page, *cuts[0])
    apart = (
        (paired and not shared)
        or begins in lexicon.DETERMINERS
        or begins in _OTHERS
        or page.lower[cuts[0][0]] in lexicon.PRONOUNS
    )
    return tuple(cuts) if apart else ()
