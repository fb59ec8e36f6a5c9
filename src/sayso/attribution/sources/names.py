"""Finds names: runs of capitalised words, split into the title before the name and the name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.lexicon import word_set
from sayso.attribution.sources.page import Page
from sayso.attribution.sources.roles import is_agent, is_role
from sayso.attribution.sources.vocabulary import common_words, first_names
from sayso.patterns import kept

#: Heads after which "of" (and "for") belongs to the name: Department of Justice, Center for American Progress.
_TAKES_OF = word_set(
    """department ministry university bank board institute council court office bureau center centre centers college
    school church republic state states chamber federation association society league union organization
    organisation committee commission agency academy house secretary director minister chief chairman head governor
    mayor bishop archbishop speaker house museum port library city county district isle isles king queen prince duke
    conference congress alliance coalition campaign foundation front movement party forces people voice doctors
    reporters fellows institutes corps joint chiefs command bill fund campaign kingdom"""
)
#: Of these, what is a surname too.
_SURNAMES = word_set(
    "king prince duke queen bishop church house head bill library college school bank front voice fund"
)
#: What a body is for that is named after two things, what the second may be, and what the body or its head is called.
_FIELDS = word_set("health housing food ways trade veterans homeland education labor labour children culture")
_SECOND = word_set("human budget police international urban technology industry trade tourism science commerce drug")
_OVER = word_set("committee department agency secretary director commissioner minister administrator")
#: What bears a person's full name before it.
_OWNED = frozenset(("campaign", "administration", "camp", "team"))
_MAX_WORDS = 12
#: "US-led", "Mumbai-based": adjectives made of names.
_COMPOUND = kept(
    r"[-](?:based|backed|led|claimed|funded|born|controlled|run|owned|era|style|held|sponsored|wide|trained|allied|made"
    r"|linked|brokered|elect|occupied|speaking|friendly|bound|educated|raised|inspired|affiliated|administered)$"
)
#: Capitalised within a sentence they are still no names.
_NEVER_ALONE = frozenset("a i the an".split())
_SPEAKS = frozenset("said says told tells added adds wrote writes argued replied tweeted asked spoke insisted".split())
_PARTY = kept(r"[RDI]-[A-Z]")  # "R-Ariz."
_INITIALS = kept(r"(?:[a-z]\.){1,3}")
_CONTRACTED = kept(r"['’](?:ll|d|ve|m|re|t)$")
_ADJECTIVAL = ("ed", "ous", "ing", "ful", "less", "ive")
#: Nouns for a body at the head of a sentence, before its name.
_BEFORE_NAMES = (
    lexicon.COMPANY | lexicon.MEDIA | frozenset("airline charity rival regulator union".split())
) - frozenset("group bank business radio tv news press".split())
_TAILS = lexicon.PARTICLES | {"&", "and", "of", "for", "on", "the"}
#: Legal forms that are part of a company's name in lower case too: "Novaquay plc".
_FORMS = frozenset("plc ltd llp llc gmbh".split())


@dataclass(frozen=True, slots=True)
class Name:
    """One name in the text. Word ranges are half-open; ``title`` begins at ``begin`` and ends where ``first`` does."""

    begin: int  # first word of title or honorific
    first: int  # first word of the name proper
    end: int
    key: tuple[str, ...]  # the name's words in lower case
    honorific: str  # in lower case; "" where none
    ranked: bool  # a rank ("President") stands before it
    possessed: bool  # followed by 's
    rank_only: bool = False  # a capitalised title and no name ("the Prime Minister")


def is_compound(word: str) -> bool:
    """Whether a word is an adjective made of a name: "Veldham-based"."""
    return _COMPOUND.search(word) is not None


def find_names(page: Page) -> list[Name]:
    """Every name outside credits and furniture, in text order; in headlines only names that stand elsewhere too."""
    found = _in_sentences(page)
    people = [name for name in found if len(name.key) > 1 and not name.rank_only and name.key[0] in first_names()]
    surnames: set[tuple[str, ...]] = {(name.key[-1],) for name in people}
    # A lone "King" is nobody's rank where the report tells of a Peter King.
    found = [replace(n, rank_only=False) if n.rank_only and n.key in surnames else n for n in found]
    found = [_without_opener(page, name, surnames, found) for name in found]
    found += _openers(page, surnames, {index for name in found for index in range(name.begin, name.end)})
    if any(page.titled):
        found += _in_titles(page, {name.key: name for name in reversed(found) if not name.rank_only})
    found.sort(key=lambda name: name.first)
    return found


def _openers(page: Page, surnames: set[tuple[str, ...]], taken: set[int]) -> list[Name]:
    """Surnames of the report's people that are function words elsewhere: "Nor said", "Mr. Oster and May"."""
    found = []
    for low in sorted(word for (word,) in surnames if word in lexicon.OPENERS and word not in _NEVER_ALONE):
        for index in page.places(low):
            word, after = page.words[index], page.lower[index + 1 : index + 2]
            if index in taken or not word[0].isupper() or page.skipped[index] or page.titled[index]:
                continue
            dated = after and after[0][0].isdigit()
            inside = not page.initial[index] and page.lower[index - 1] not in lexicon.PREPOSITIONS and not dated
            if inside or (after and after[0] in _SPEAKS):
                found.append(Name(index, index, index + 1, (low,), "", False, after in (["'s"], ["’s"])))
    return found


def _without_opener(page: Page, name: Name, surnames: set[tuple[str, ...]], found: list[Name]) -> Name:
    """ "Oster" of "Furious Oster said" where an Ann Oster, or Oster alone, stands elsewhere."""
    opener, rest = name.key[0], name.key[1:]
    stopped = opener in lexicon.STATES_IN_LETTERS and rest in surnames  # "…returned to the U.S. Oster said…"
    if stopped and name.begin == name.first:
        return replace(name, begin=name.first + 1, first=name.first + 1, key=rest)
    if len(rest) != 1 or not page.initial[name.first] or name.begin != name.first or opener in first_names():
        return name
    if opener not in common_words() and not opener.endswith(_ADJECTIVAL):
        return name
    alone = opener.endswith("ed") and any(other.key == rest and not page.initial[other.first] for other in found)
    if rest not in surnames and not alone:
        return name
    return replace(name, begin=name.first + 1, first=name.first + 1, key=rest)


def _in_titles(page: Page, known: dict[tuple[str, ...], Name]) -> list[Name]:
    """Known names, and single words of known names, in lines whose capitals tell nothing."""
    parts = {(word,) for key in known if len(key) > 1 for word in (key[-1], key[0]) if word not in common_words()}
    found: list[Name] = []
    index, count = 0, len(page.words)
    while index < count:
        end = index + 1
        if page.titled[index] and not page.skipped[index] and page.words[index][0].isupper():
            longest = min(index + 5, count)
            for stop in range(longest, index, -1):
                key = tuple(page.lower[index:stop])
                if key in known or (len(key) == 1 and key in parts):
                    possessed = stop < count and page.words[stop] in ("'s", "’s")
                    found.append(Name(index, index, stop, key, "", False, possessed))
                    end = stop
                    break
        index = end
    return found


def _in_sentences(page: Page) -> list[Name]:
    found: list[Name] = []
    end = 0
    for index, word in enumerate(page.words):
        first = word[0]
        if index < end or not (first.isupper() or first in "ae") or not _opens(page, index):
            continue
        end = _run(page, index)
        name = _split(page, index, end)
        if name is not None:
            found.append(name)
    return found


def _opens(page: Page, index: int) -> bool:
    word = page.words[index]
    if not word[0].isupper():
        return word[:3] in ("al-", "el-") and len(word) > 4 and word[3].isupper()
    low = page.lower[index]
    if _is_no_name(word):
        return False
    if page.skipped[index] or low in lexicon.NEVER_NAMES or page.titled[index] or page.slug(index):
        return False
    if page.capitals[index] and _ordinary(low):
        return False
    if low in lexicon.OPENERS and not _unlikely_opener(page, index):
        return False
    ordinary = low in common_words() or low in lexicon.GROUPS or (low in lexicon.ROLES and low not in lexicon.RANKS)
    return not (page.initial[index] and ordinary and not _continues_name(page, index))


@lru_cache(maxsize=1 << 13)
def _is_no_name(word: str) -> bool:
    """Whether a capitalised word is no part of a name by its form alone: "Veldham-based", "He'll", "R-Texas"."""
    return is_compound(word) or _CONTRACTED.search(word) is not None or _PARTY.match(word) is not None


def _ordinary(low: str) -> bool:
    """Whether a word of a line in capitals is no name's, as it would be written small elsewhere."""
    return low in common_words() or low in lexicon.OPENERS or low in _SPEAKS or low in lexicon.GROUPS or is_role(low)


def _unlikely_opener(page: Page, index: int) -> bool:
    """A function word that is a name here: US, WHO; "Will Hurd" inside a sentence; "May" after a first name."""
    word = page.words[index]
    if page.initial[index]:
        return False
    if len(word) > 1 and word.isupper() and not page.capitals[index]:
        return True
    low, following = page.lower[index], page.words[index + 1 : index + 2]
    if low in ("will", "may") and following != [] and following[0][0].isupper():
        return True
    return len(low) > 2 and page.lower[index - 1] in first_names() and page.words[index - 1][0].isupper()


def _continues_name(page: Page, index: int) -> bool:
    """Whether an ordinary word that opens a sentence is followed by more of a name ("State Department")."""
    following = index + 1
    if following >= len(page.words):
        return False
    word = page.words[following]
    if page.lower[index] in lexicon.ROLES and word in ("of", "for"):
        return False
    return word[0].isupper() and page.lower[following] not in lexicon.NEVER_NAMES


def _run(page: Page, index: int) -> int:
    """End of the run of name words that begins at ``index``."""
    paragraph = page.paragraph[index]
    end, count = index + 1, len(page.words)
    takes_of = page.lower[index] in _TAKES_OF
    while end < count and end - index < _MAX_WORDS and page.paragraph[end] == paragraph:
        word, low = page.words[end], page.lower[end]
        if low in first_names() and page.lower[end - 1] in lexicon.RANKS:
            takes_of = False  # "Deputy Chief Ann Oster of the Harbour Guard": the office is over
        if word[0].isupper() or (word[:3] in ("al-", "el-") and len(word) > 4):
            if (
                low in lexicon.NEVER_NAMES
                or page.initial[end]
                or (low in lexicon.OPENERS and not _unlikely_opener(page, end))
            ):
                break
            if page.capitals[end] and _ordinary(low):
                break
            called = low in _SURNAMES and page.lower[end - 1] in first_names()  # "Peter King of"
            takes_of = takes_of or (low in _TAKES_OF and not called)  # "Georgia Secretary of"
            end += 1
            continue
        if low in _FORMS:
            return end + 1
        step = _connector(page, end, takes_of) or _nickname(page, end)
        if not step:
            break
        end += step
    return end


def _connector(page: Page, index: int, takes_of: bool) -> int:
    """Words to step over where a small word joins two parts of a name; 0 where it does not."""
    low = page.lower[index]
    for step in (1, 2):
        following = index + step
        if following >= len(page.words) or page.paragraph[following] != page.paragraph[index]:
            return 0
        if page.words[following][0].isupper():
            break
    else:
        return 0
    if page.lower[following] in lexicon.NEVER_NAMES or page.initial[following]:
        return 0
    if low in lexicon.PARTICLES and (step == 1 or page.lower[index + 1] in lexicon.PARTICLES):
        return step
    if low == "&" and step == 1:
        return 1
    if low in ("'s", "’s") and step == 1:  # "Children's Hospital", but "Oster's Hospital" is one of Oster's
        saint = index > 1 and page.lower[index - 2] in ("st", "st.", "saint")  # as is "St Bride's Hospital"
        body = page.lower[following] in lexicon.ORG_HEADS
        return int(body and (saint or page.lower[index - 1] in common_words()))
    if low in ("'", "’") and step == 1:  # "Grain Sellers' Union"
        return int(page.lower[index - 1].endswith("s") and page.lower[following] in lexicon.ORG_HEADS)
    if low == "and" and step == 1 and _joins_body(page, index):
        return 1
    if not takes_of:
        return 0
    if low in ("of", "for", "on") and (step == 1 or page.lower[index + 1] in ("the", "his")):
        return step
    # "Health and Human Services": "and" only inside a body that "of" or "for" opened, before a plural or an -ion noun
    inside = any(page.lower[back] in ("of", "for") for back in range(max(0, index - 4), index))
    after = page.lower[following]
    second = after in _SECOND and not any(known in first_names() for known in page.lower[index - 3 : index])
    if low == "and" and step == 1 and inside and (after.endswith(("s", "ion", "ment", "ture")) or second):
        return 1
    return 0


def _joins_body(page: Page, index: int) -> bool:
    """Food and Drug Administration, Relief and Works Agency: ordinary words on both sides, a body at the end; before
    the name of its chair too: House Energy and Commerce Committee Chairman Ann Oster."""
    before, after = page.lower[index - 1], page.lower[index + 1]
    last = index + 1
    while last + 1 < len(page.words) and page.words[last + 1][0].isupper() and last - index < 5:
        last += 1
    ordinary = before in common_words() and after in common_words()
    if ordinary and last > index + 1 and page.lower[last] in lexicon.ORG_HEADS:
        return True
    field = before in _FIELDS or (index > 1 and page.lower[index - 2] in ("house", "senate", "assembly"))
    return field and not _OVER.isdisjoint(page.lower[index + 2 : last + 1])


def _nickname(page: Page, index: int) -> int:
    """Words to step over at a nickname between quotation marks or parentheses: William “Bill” Hart."""
    words = page.words
    if words[index] not in ("“", '"', "(") or index + 3 >= len(words) or words[index + 2] not in ("”", '"', ")"):
        return 0
    fits = words[index + 1][0].isupper() and words[index + 3][0].isupper() and page.lower[index - 1] in first_names()
    return 3 if fits and page.paragraph[index + 3] == page.paragraph[index] else 0


def _split(page: Page, begin: int, end: int) -> Name | None:
    """Tell title and name apart in a run; None where nothing of a name is left."""
    lower = page.lower
    while end > begin and page.words[end - 1] in _TAILS:
        end -= 1
    if end <= begin:
        return None
    first, honorific, ranked = begin, "", False
    if end - begin >= 3 and lower[end - 1] in _OWNED and lower[end - 3] in first_names():
        end -= 1  # "the Jill Example campaign" names a person
    organization = lower[end - 1] in lexicon.ORG_HEADS and lower[end - 1] not in lexicon.RANKS
    opened = next((i for i in range(begin, end) if lower[i] in ("of", "for", "on", "&")), end)
    if end - begin >= 3 and page.initial[begin] and is_agent(lower[begin]) and lower[begin + 1] in first_names():
        first, ranked = begin + 1, True  # "Rescuer Ann Oster" at the start of a sentence
    if _office_before(page, begin, end):
        begin = first = begin + 1
    if end - first >= 2 and first == begin and _noun_before(page, begin, end):
        first = begin + 1
    for index in range(begin, end - 1):
        low = lower[index]
        if lower[index + 1] in lexicon.SUFFIXES:
            continue  # "Peter King Jr."
        if low in lexicon.HONORIFICS:
            first, honorific = index + 1, low
        elif (
            low in lexicon.RANKS
            and not organization
            and (opened == end or index > opened or _person_after(page, index, end))
        ) or (is_role(low) and not organization and end - index - 1 >= 2 and _given(lower[index + 1])):
            first, ranked = index + 1, True
    if opened < end and first <= opened + 1 and not organization and _ranked_before(page, begin, opened):
        start = _after_office(page, opened, end)
        if start is not None:
            first, ranked = start, True
    for again in range(first + 2, min(end, first + 6)):
        if lower[again] == lower[first] and len(lower[first]) > 3:
            # "Trent Alan Bo Trent": a scraper's caption, surname first, then the full name
            first, end = first + 1, again + 1
            break
    acronym = page.words[first].isupper() and len(page.words[first]) > 2
    if end - first >= 3 and acronym and lower[first + 1] in first_names():
        first, ranked = first + 1, True
    if first > begin and lower[first - 1] in lexicon.HONORIFICS:
        honorific = lower[first - 1]
    key = tuple(low for low in lower[first:end] if low[0].isalnum())
    if not key:
        return None
    shouted = len(key) > 1 and all(word.isupper() for word in page.words[first:end])
    if shouted and is_role(key[-1]) and key[-1] not in lexicon.RANKS and key[0] not in first_names():
        return None  # "SOAP STAR"
    rank_only = lower[end - 1] in lexicon.RANKS and (end - first == 1 or lower[first] not in first_names())
    possessed = end < len(page.words) and page.words[end] in ("'s", "’s")
    return Name(begin, first, end, key, honorific, ranked, possessed, rank_only)


def _noun_before(page: Page, begin: int, end: int) -> bool:
    """Whether a sentence begins with a noun for what is named, "Chipmaker Altrix", "Lawmaker Juro Pal": the name stands
    without it elsewhere."""
    low, rest = page.lower[begin], page.lower[begin + 1]
    kind = low in _BEFORE_NAMES or low.endswith("maker") or is_role(low)
    if not page.initial[begin] or not kind or _given(low) or rest in common_words() or rest in lexicon.ORG_HEADS:
        return False
    alone = (at for at in page.places(page.lower[end - 1]) if at + 1 != end and page.words[at][0].isupper())
    return any(
        at == 0 or page.initial[at] or page.words[at - 1].islower() or page.lower[at - 1] in lexicon.NEVER_NAMES
        for at in alone
    )


def _office_before(page: Page, begin: int, end: int) -> bool:
    """Whether a run begins with what an office is over: "ambassador to Freedonia Ann Oster", "agent in Charge Ann
    Oster"."""
    lower = page.lower
    if end - begin < 3 or lower[begin] in first_names() or lower[begin + 1] not in first_names():
        return False
    at = begin - 1 - (lower[begin - 1] == "the")
    return at > 0 and lower[at] in ("to", "for", "of", "in") and is_role(lower[at - 1])


def _ranked_before(page: Page, begin: int, opened: int) -> bool:
    return any(low in lexicon.RANKS or low in lexicon.ROLES for low in page.lower[begin:opened])


def _after_office(page: Page, opened: int, end: int) -> int | None:
    """Where the name begins in "Secretary of State Ann Example", "Special Envoy for Freedonia Ann Example"."""
    for index in range(opened + 1, end - 1):
        if page.lower[index] in first_names():
            return index
    last = page.lower[end - 1]
    if end - opened < 4 or last in common_words() or last in lexicon.ORG_HEADS or page.lower[end - 2] in common_words():
        return None
    return end - 2


def _given(low: str) -> bool:
    """Whether a word opens a person's name: a first name, or initials ("J.T.")."""
    known = low in first_names() or low in lexicon.MORE_MEN or low in lexicon.MORE_WOMEN
    return known or _INITIALS.fullmatch(low) is not None


def _person_after(page: Page, index: int, end: int) -> bool:
    return end - index >= 2 and page.lower[index + 1] in first_names()
