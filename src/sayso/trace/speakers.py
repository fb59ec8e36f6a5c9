"""Who speaks in one report is who speaks in another: sources of a story's reports joined into one cast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from sayso.ledger.names import fold, is_generic, outlet, read_name, same_given, sound
from sayso.trace.material import Page, Strands, whole
from sayso.trace.words import NUMBER_WORDS
from sayso.types import Source, SourceRef, Statement

_UNNAMED = frozenset({"anonymous", "unnamed-person", "unnamed-group"})
#: Words of offices, not of the bodies that they belong to.
ROLES = frozenset(
    "minister ministry ministerial department secretary director chief head chair chairman chairwoman chairperson "
    "president vice deputy assistant acting general managing executive officer spokesman spokeswoman spokesperson "
    "press official officials leader member commissioner governor mayor adviser advisor aide representative "
    "former senior top state national federal office service services agency authority authorities commission "
    "committee council board company group union association the a an of for in and its his her their mr mrs ms dr "
    "who which whose service bureau government".split()
)  # fmt: skip

_COUNTS = frozenset([*NUMBER_WORDS, *"several some many a an the another other most all".split()])


def nameless(ref: SourceRef) -> bool:
    """Whether nothing in what the source is called is a proper name: "One of the people", "ministry insider"."""
    return ref.type in _UNNAMED or not ref.name or _no_name(ref.name)


@lru_cache(maxsize=65536)
def _no_name(name: str) -> bool:
    words = name.split()
    if words[0][:1].islower():
        return True
    proper = [word for word in words if word[:1].isupper() and not set(fold(word)) <= ROLES]
    return not proper or (proper == words[:1] and set(fold(proper[0])) <= _COUNTS)


def speaks_by_name(page: Page, statement: Statement) -> bool:
    """Whether the words of the statement itself name its source: no pronoun, no "the official", nor a body of which
    somebody without a name speaks ("a Harbour Board official")."""
    ref = statement.source
    if nameless(ref) or not ref.name or ref.mention is None or ref.name.split()[-1] in ROLES:
        return False
    last = fold(ref.name)[-1:]
    return bool(last) and last[0] in fold(ref.mention.of(page.text))


def is_office(name: str) -> bool:
    """Whether the name of a person is no name: "Minister of Transport", "the reporter"."""
    words = fold(name)
    return not words or words[0] in ROLES or words[-1] in ROLES or name == name.lower()


def same_person(a: str, b: str) -> bool:
    """Whether two names of persons can be one person's: "Vautrin" and "Cmdr. Solène Vautrin"."""
    x, y = read_name(a, "person").words, read_name(b, "person").words
    if not x or not y or is_office(a) or is_office(b) or sound(x[-1]) != sound(y[-1]):
        return False
    return len(x) == 1 or len(y) == 1 or same_given(x[0], y[0]) or (x[0][0] == y[0][0] and 1 in (len(x[0]), len(y[0])))


def same_body(a: str, b: str) -> bool:
    """Whether two names of organizations can be one's: the words of one all stand in the other's."""
    x, y = frozenset(_spelt(a)) - ROLES, frozenset(_spelt(b)) - ROLES
    if not x or not y:
        return fold(a) == fold(b)
    return x <= y or y <= x or _initials(a) == fold(b)[-1] or _initials(b) == fold(a)[-1]


@lru_cache(maxsize=65536)
def _spelt(name: str) -> tuple[str, ...]:
    """A body's words, those of a state or an outlet in full: "U.S." and "United States" are one."""
    return fold(outlet(fold(name)) or name)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[:1].isupper()).lower()


def _one_name(a: str, b: str) -> bool:
    """Whether a person's name and a body's are one, word for word: a reading may take it for the other kind."""
    return fold(a) == fold(b) and not is_office(a)


def agree(a: SourceRef, b: SourceRef) -> bool | None:
    """Whether two sources of different reports are one; None where the names do not tell."""
    if nameless(a) or nameless(b) or not a.name or not b.name:
        return None
    if a.type == b.type == "person":
        return None if is_office(a.name) or is_office(b.name) else same_person(a.name, b.name)
    if "person" in (a.type, b.type):
        return _one_name(a.name, b.name) or None
    if same_body(a.name, b.name):
        return True
    return None if is_generic(read_name(a.name, "organization")) else False


class Cast:
    """The sources of a story's reports, joined across them; ``of`` gives one number a source."""

    def __init__(self, pages: Sequence[Page], strands: Strands) -> None:
        self._parent: dict[tuple[str, str], tuple[str, str]] = {}
        self._refs: dict[tuple[str, str], Source] = {
            (page.id, source.id): source for page in pages for source in page.reading.sources
        }
        self._by_name()
        self._by_strand(pages, strands)

    def _by_name(self) -> None:
        met: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for key, source in self._refs.items():
            if not source.name or source.type in _UNNAMED or source.disclosure == "anonymous":
                continue
            person = source.type == "person"
            words = read_name(source.name, "person").words if person else fold(source.name)
            blocks = {sound(words[-1])} if person and words else set(words) - ROLES or {" ".join(words)}
            for block in sorted(blocks | {" ".join(fold(source.name))}):
                for other in met[block]:
                    if self.of(*other) != self.of(*key) and self._same(source, self._refs[other]):
                        self._join(key, other)
                        break
                met[block].append(key)

    @staticmethod
    def _same(a: Source, b: Source) -> bool:
        if not a.name or not b.name:
            return False
        if a.type == b.type == "person":
            return same_person(a.name, b.name)
        if "person" in (a.type, b.type):
            return _one_name(a.name, b.name)
        return same_body(a.name, b.name)

    def _by_strand(self, pages: Sequence[Page], strands: Strands) -> None:
        """Unnamed sources are one where a copy took over the sentence in which they speak."""
        met: dict[tuple[object, ...], tuple[str, str]] = {}
        for page in pages:
            for statement in page.reading.statements:
                if statement.source.type not in _UNNAMED or (page.id, statement.source.id) not in self._refs:
                    continue
                strand = strands.of(page, whole(statement).begin)
                if strand is not None:
                    known = met.setdefault((strand, statement.kind), (page.id, statement.source.id))
                    if known[0] != page.id:
                        self._join((page.id, statement.source.id), known)

    def _root(self, key: tuple[str, str]) -> tuple[str, str]:
        while (up := self._parent.setdefault(key, key)) != key:
            self._parent[key] = key = self._parent[up]
        return key

    def _join(self, a: tuple[str, str], b: tuple[str, str]) -> None:
        a, b = self._root(a), self._root(b)
        self._parent[max(a, b)] = min(a, b)

    def of(self, report: str, source: str) -> tuple[str, str]:
        """Who the source is: the same value for the same source in other reports."""
        return self._root((report, source))

    def source(self, report: str, source: str) -> Source | None:
        return self._refs.get((report, source))

    def sources(self, report: str) -> tuple[Source, ...]:
        """Those of one report."""
        return self._by_report.get(report, ())

    @cached_property
    def _by_report(self) -> dict[str, tuple[Source, ...]]:
        found: dict[str, list[Source]] = defaultdict(list)
        for (report, _), source in self._refs.items():
            found[report].append(source)
        return {report: tuple(sources) for report, sources in found.items()}

    @cached_property
    def _members(self) -> dict[tuple[str, str], list[tuple[str, Source]]]:
        found: dict[tuple[str, str], list[tuple[str, Source]]] = defaultdict(list)
        for key, source in self._refs.items():
            found[self._root(key)].append((key[0], source))
        return found

    def everywhere(self, report: str, source: str) -> tuple[tuple[str, Source], ...]:
        """The reports in which this source is found, each with the source as that report has it."""
        return tuple(self._members.get(self.of(report, source), ()))

    def titled(self, report: str, source: str) -> tuple[Source, ...]:
        """The source once for each title that any report gives it."""
        known = self._refs.get((report, source))
        if known is None:
            return ()
        titles = dict.fromkeys(other.title for _, other in self.everywhere(report, source) if other.title)
        return tuple(replace(known, title=title) for title in titles) or (known,)
