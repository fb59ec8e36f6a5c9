"""The media that the reports at hand name: their outlets, media that they introduce, and which report is meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.trace.direction import age, moment, name_words, names
from sayso.trace.fingerprints import Fingerprint
from sayso.trace.material import Page
from sayso.trace.tokens import FUNCTION
from sayso.trace.words import BODIES_IN_NAMES, COMMON_IN_NAMES
from sayso.types import Span

_WORD = re.compile(r"\w+")
_FEWEST, _TELLS = 3, 0.6  # content words of a sentence, and the share of them in a report, that tell that it is meant
_PART, _AHEAD = 0.4, 0.1  # a lesser share, where no other outlet's report has nearly as much
_LATEST = 40  # reports of one outlet among which the one that is meant is looked for
_KINDS = (
    r"(?:news|trade|gossip|industry|specialist|investigative|local|state|regional|financial|business|weekly)?[ -]?"
    r"(?:newspaper|website|web site|site|portal|newsletter|blog|magazine|journal|broadcaster|podcast|tabloid|daily"
    r"|weekly|news agency|newswire|wire service|TV channel|television channel|TV station|radio station|news outlet)"
)
#: A medium that a report introduces as one: "the trade website Name", "Name, a weekly".
_INTRODUCED = re.compile(rf"\b{_KINDS} (?P<name>[A-Z][\w&]+(?: [A-Z][\w&]+){{0,2}})")
_EXPLAINED = re.compile(rf"(?P<name>[A-Z][\w&]+(?: [A-Z][\w&]+){{0,2}}), an? (?:[\w-]+ ){{0,2}}{_KINDS}\b")
_GENERIC_TAIL = re.compile(
    r"(?:\s(?:News|Online|Agency|Media|Wire|Newswire|Network|Group|Press|Service|Services|Broadcasting|Corporation))+$"
)
#: Outlets that go by their initials.
_ABBREVIATED = re.compile(r"\b(?:Agency|Service|Press|Broadcasting|Bureau|Corporation|Television|Radio)\b")
_STATE = re.compile(
    r"\b[Ss]tate(?:-run|-owned|-controlled)?(?: [a-z]+){0,2} "
    r"(?:agency|media|radio|television|broadcaster|newspaper|wire)"
    r",? (?P<name>[A-Z][\w&]+(?: [A-Z][\w&]+){0,3})"
)
_BODY = re.compile(rf"\s(?:{'|'.join(sorted(word.title() for word in BODIES_IN_NAMES))})\b")
_OF_STATE = re.compile(r"\b(?:State|National|Information|People['’]s|Government)\b")


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """What must be known of a report to recognise where others credit it: its fingerprint, and the media that it
    introduces as media or as the state's."""

    print: Fingerprint
    introduced: tuple[str, ...]
    of_state: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.print.report

    @property
    def outlet(self) -> str | None:
        return self.print.outlet

    @property
    def published(self) -> str | None:
        return self.print.published

    @property
    def age(self) -> tuple[bool, float, str]:
        return age(self.print)


def seen(print_: Fingerprint, text: str) -> Seen:
    introduced = (match["name"] for pattern in (_INTRODUCED, _EXPLAINED) for match in pattern.finditer(text))
    of_state = (match["name"] for match in _STATE.finditer(text))
    return Seen(print_, tuple(dict.fromkeys(introduced)), tuple(dict.fromkeys(of_state)))


class Media:
    """Made from the reports that may be meant, and the one that may mean them."""

    def __init__(self, reports: Sequence[Seen]) -> None:
        pages = sorted(reports, key=lambda one: one.age)
        self._reports: dict[frozenset[str], list[Seen]] = defaultdict(list)
        self._by_word: dict[str, list[frozenset[str]]] = defaultdict(list)
        self._carrying: dict[frozenset[str], list[Seen]] = defaultdict(list)  # under an agency's name
        self._urls: dict[str, Seen] = {}
        forms: dict[str, str] = {}
        for page in pages:
            if page.print.url:
                self._urls[page.print.url.rstrip("/")] = page
            if page.outlet:
                self._enter(page, page.outlet)
                for form in _forms(page.outlet):
                    forms.setdefault(form, page.outlet)
        for page in pages:
            if page.print.agency and not names(page.print.agency, page.outlet):
                self._carrying[name_words(page.print.agency)].append(page)
                for form in _forms(page.print.agency):
                    forms.setdefault(form, page.print.agency)
            for name in page.introduced:
                forms.setdefault(name, name)
        self._forms: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for form, name in sorted(forms.items(), key=lambda item: (-len(item[0]), item[0])):
            first = _WORD.match(form)
            if first:
                self._forms[first.group()].append((form, name))
        self._pages = pages
        told = {name for page in pages for name in page.of_state}
        self._of_state = {
            outlet
            for outlet in {page.outlet for page in pages if page.outlet}
            if _OF_STATE.search(outlet) or any(names(name, outlet) or names(outlet, name) for name in told)
        }
        self._found: dict[str, list[Seen]] = {}
        self._vectors: dict[str, frozenset[int]] = {}

    def _enter(self, page: Seen, outlet: str) -> None:
        words = name_words(outlet)
        if words not in self._reports:
            initials = "".join(re.findall(r"\b[A-Z]", outlet)).lower()
            for word in {*words, initials}:
                self._by_word[word].append(words)
        self._reports[words].append(page)

    def by_url(self, url: str) -> Seen | None:
        return self._urls.get(url.rstrip("/.,)"))

    def named(self, text: str) -> Iterator[tuple[str, Span]]:
        """Where ``text`` names one of the media, the longest name at each place."""
        end = 0
        for word in _WORD.finditer(text):
            if word.start() < end or word.group() not in self._forms:
                continue
            for form, name in self._forms[word.group()]:
                end_ = word.start() + len(form)
                short = form != name and len(form.split()) < len(name.split())
                if short and _BODY.match(text, end_):
                    continue  # "Brackwell Police" is not the Brackwell News
                if text.startswith(form, word.start()) and not text[end_ : end_ + 1].isalnum():
                    yield name, Span(word.start(), end_)
                    end = end_
                    break

    def is_outlet(self, name: str) -> bool:
        """Whether reports of the medium are here."""
        return bool(self._of(name))

    def _of(self, name: str) -> list[Seen]:
        """The reports of the outlet, earliest first; a name may lack words of the outlet's or be its initials."""
        found = self._found.get(name)
        if found is None:
            words = name_words(name)
            found = self._reports.get(words, []) if words else []
            if words and not found:
                near = dict.fromkeys(known for word in sorted(words) for known in self._by_word.get(word, ()))
                fitting = (self._reports[known] for known in near)
                found = [p for pages in fitting if self._fits(name, words, pages[0].outlet) for p in pages]
                found.sort(key=lambda page: page.age)
            self._found[name] = found
        return found

    @staticmethod
    def _fits(name: str, words: frozenset[str], outlet: str | None) -> bool:
        return name_words(outlet) >= words or names(name, outlet)

    def report(self, name: str, by: Page) -> Seen | None:
        """The report of the medium that ``by`` means: not later than it, and the likest; of an agency of which none is
        here, one that another outlet carries under its name."""
        known = self._of(name)
        if not known and not names(by.print.agency or "", name):
            known = self._carrying.get(name_words(name), [])
        end = bisect_right(known, by.age, key=lambda page: page.age) if moment(by.published) else len(known)
        undated = [page for page in known[end:] if moment(page.published) is None]
        fitting = [page for page in (*known[max(0, end - _LATEST) : end], *undated[:_LATEST]) if page.id != by.id]
        same_time = [page for page in known[end:][:_LATEST] if page.id != by.id and page.published == by.published]
        fitting += [page for page in same_time if page not in fitting]
        if not fitting:
            return None
        ours = self._stems(by.print)
        return max(fitting, key=lambda page: (_shared(ours, self._stems(page.print)), page.age[1], page.id))

    def described(self, words: str, span: Span, by: Page) -> Seen | None:
        """The report of a medium that ``by`` only describes ("a foreign agency"): the one not later than it in which
        stands what ``by`` credits to it at ``span``; the first of several.
        """
        sentence = by.sentence(span.begin)
        around = by.sentences[sentence] if sentence is not None else span
        tokens = by.tokens
        described = set(by.words(span))
        ours = frozenset(
            int(tokens.stems[n]) for n in by.words(around) if n not in described and not tokens.kinds[n] & FUNCTION
        )
        if len(ours) < _FEWEST:
            return None
        of_state = words.lower().startswith("state")
        best: dict[str | None, tuple[float, Seen]] = {}
        for page in self._pages:
            if page.outlet == by.outlet or page.age > by.age or (of_state and page.outlet not in self._of_state):
                continue
            share = len(ours & self._stems(page.print)) / len(ours)
            if share >= _PART and (page.outlet not in best or share > best[page.outlet][0]):
                best[page.outlet] = share, page
        ranked = sorted(best.values(), key=lambda found: -found[0])
        if not ranked or (ranked[0][0] < _TELLS and len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _AHEAD):
            return None
        return ranked[0][1]

    def _stems(self, print_: Fingerprint) -> frozenset[int]:
        made = self._vectors.get(print_.report)
        if made is None:
            content = print_.stems[(print_.kinds & FUNCTION) == 0]
            made = self._vectors[print_.report] = frozenset(content.tolist())
        return made


def _forms(outlet: str) -> Iterator[str]:
    """What an outlet is called: without its article, without "News Agency" and the like, by its initials."""
    bare = re.sub(r"^The\s", "", outlet)
    yield from (outlet, bare)
    short = _GENERIC_TAIL.sub("", bare)
    if short.lower() not in COMMON_IN_NAMES:
        yield short
    initials = "".join(re.findall(r"\b[A-Z]", bare))
    if len(initials) > 2 and _ABBREVIATED.search(bare):
        yield initials


def _shared(ours: frozenset[int], theirs: frozenset[int]) -> float:
    return round(len(ours & theirs) / max(1, min(len(ours), len(theirs))), 2)
