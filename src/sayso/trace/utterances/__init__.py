"""Quotations across reports: the versions of one utterance, the nearest to its origin first, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from sayso.ledger.names import fold
from sayso.trace.material import Page, Scene, whole
from sayso.trace.speakers import Cast, agree, nameless, speaks_by_name
from sayso.trace.types import Edit, Location, Quotation, QuotationChange, StatementAt
from sayso.trace.utterances.matching import utterances
from sayso.trace.utterances.naming import Terms, differences, weightiest
from sayso.trace.utterances.pieces import Piece, pieces
from sayso.trace.utterances.wording import Wording, wording
from sayso.types import Span, Statement

_FEW = 30  # versions that are compared text by text; wordings with whose first version all others are compared
_NEAR = 2  # paragraphs apart at which two pieces of one utterance are still one version


@dataclass(frozen=True, eq=False)
class Version:
    """One utterance as one page has it: one piece, or several that words of the reporter interrupt."""

    page: Page
    pieces: tuple[Piece, ...]

    @cached_property
    def wording(self) -> Wording:
        return wording(self.page.text, [piece.span for piece in self.pieces])

    @property
    def span(self) -> Span:
        return Span(self.pieces[0].span.begin, self.pieces[-1].span.end)

    @cached_property
    def statement(self) -> Statement | None:
        return next((piece.statement for piece in self.pieces if piece.statement), None)

    @property
    def fragment(self) -> bool:
        """A phrase in a sentence of the reporter's: its first word has no capital."""
        return self.page.text[self.wording.words[0].span.begin].islower()

    @property
    def place(self) -> Location:
        return Location(self.page.id, self.span)


def altered(scene: Scene, cast: Cast, numbered: int) -> tuple[Quotation, ...]:
    """The quotations of a scene that more than one report has; ``numbered`` are known already."""
    found = [piece for page in scene.pages for piece in pieces(page, scene.strands)]
    made: list[Quotation] = []
    for group in utterances(scene, cast, found):
        here = {piece.page.id for piece in group}
        derived = {report for report in here if scene.ancestors[report] & here}
        versions = sorted(_versions(group), key=lambda version: (version.page.id in derived, version.page.age))
        changes = tuple(_change(a, b, scene, cast, group) for a, b in _pairs(versions, scene))
        if changes:
            made.append(
                Quotation(
                    f"q{numbered + len(made) + 1}",
                    _speaker(versions),
                    tuple(_at(version) for version in versions),
                    changes,
                )
            )
    return tuple(made)


def _versions(group: Sequence[Piece]) -> Iterator[Version]:
    by_page: dict[str, list[Piece]] = {}
    for piece in group:
        by_page.setdefault(piece.page.id, []).append(piece)
    for own in by_page.values():
        own.sort(key=lambda piece: piece.span)
        run = [own[0]]
        for piece in own[1:]:
            repeated = any(piece.content & other.content == min(piece.content, other.content, key=len) for other in run)
            if repeated or piece.paragraph - run[-1].paragraph > _NEAR:
                yield Version(run[0].page, tuple(run))
                run = []
            run.append(piece)
        yield Version(run[0].page, tuple(run))


def _pairs(versions: Sequence[Version], scene: Scene) -> list[tuple[Version, Version]]:
    """Each version with the first, with those of the reports it rests on, with the first of each other wording, of as
    many as come first, and where they are few with the first of each other text.

    The earlier, or the one that the other rests on, stands first.
    """
    rank = {version: n for n, version in enumerate(versions)}
    firsts: dict[tuple[str, ...], Version] = {}
    for version in versions:
        firsts.setdefault(version.wording.norms, version)
    wordings = tuple(firsts.values())[:_FEW]
    texts: dict[int | str, Version] = {}
    for version in versions if len(versions) <= _FEW else ():
        texts.setdefault(scene.family.get(version.page.id, version.page.id), version)
    pairs: dict[tuple[Version, Version], None] = {}
    for version in versions:
        sources = scene.sources[version.page.id]
        others = [other for other in versions if other.page.id in sources]
        for other in (*others, versions[0], *wordings, *texts.values()):
            if other.page is version.page:
                continue
            made_from = other.page.id in sources
            if made_from or (rank[other] < rank[version] and version.page.id not in scene.sources[other.page.id]):
                pairs[other, version] = None
    return list(pairs)


def _change(a: Version, b: Version, scene: Scene, cast: Cast, group: Sequence[Piece]) -> QuotationChange:
    heard = not scene.related(a.page.id, b.page.id)
    terms = Terms(
        translated=heard and any(piece.foreign for piece in group),
        heard=heard,
        fitted=any(v.statement is not None and v.statement.kind != "direct" for v in (a, b)),
        fragment=a.fragment or b.fragment,
    )
    edits = [Edit(each.kind, _words(a, each.a), _words(b, each.b)) for each in differences(a.wording, b.wording, terms)]
    if _other_speaker(a, b, scene, cast):
        mention = [v.statement.source.mention if v.statement else None for v in (a, b)]
        edits.append(Edit("wrong-speaker", mention[0] or a.span, mention[1] or b.span))
    change = weightiest([edit.kind for edit in edits])
    if change == "same" and a.page.text[a.span.begin : a.span.end] != b.page.text[b.span.begin : b.span.end]:
        edits.append(Edit("same", a.span, b.span))
    return QuotationChange(a.place, b.place, change, tuple(edits))


def _words(version: Version, at: tuple[int, int]) -> Span:
    """The text from one word to another; where there are none, the place where they would stand."""
    words = version.wording.words
    begin, end = at
    if begin < end:
        return Span(words[begin].span.begin, words[end - 1].span.end)
    place = words[begin].span.begin if begin < len(words) else words[-1].span.end
    return Span(place, place)


def _other_speaker(a: Version, b: Version, scene: Scene, cast: Cast) -> bool:
    """The versions name two who cannot be one; or one names somebody where the other has someone unnamed and that
    somebody as another source of its own."""
    one, other = a.statement, b.statement
    if one is None or other is None or cast.of(a.page.id, one.source.id) == cast.of(b.page.id, other.source.id):
        return False
    named = _names_its_source(a.page, one, scene), _names_its_source(b.page, other, scene)
    if all(named):
        return agree(one.source, other.source) is False and one.source.type == other.source.type == "person"
    if named == (False, True) and _known_by_name(a.page, one, other):
        return True
    if named == (True, False) and _known_by_name(b.page, other, one):
        return True
    if named == (False, True):
        return _unnamed_here(a.page, one, b.page, other, scene, cast)
    if named == (True, False):
        return _unnamed_here(b.page, other, a.page, one, scene, cast)
    return False


def _names_its_source(page: Page, statement: Statement, scene: Scene) -> bool:
    return speaks_by_name(page, statement) and not scene.is_medium(page, statement)


def _known_by_name(page: Page, pronoun: Statement, named: Statement) -> bool:
    """A pronoun stands for a person whom the page names, and whom the other names the page does not know at all: no
    mistake about the pronoun can have made one of the two."""
    mine, theirs = pronoun.source, named.source
    if mine.type != "person" or theirs.type != "person" or agree(mine, theirs) is not False or not theirs.name:
        return False
    return fold(theirs.name)[-1] not in fold(page.text)


def _unnamed_here(page: Page, unnamed: Statement, other: Page, named: Statement, scene: Scene, cast: Cast) -> bool:
    if not nameless(unnamed.source) and not scene.is_medium(page, unnamed):
        return False
    who = cast.of(other.id, named.source.id)
    return any(cast.of(page.id, source.id) == who and source.id != unnamed.source.id for source in page.reading.sources)


def _speaker(versions: Sequence[Version]) -> str | None:
    names = [v.statement.source.name for v in versions if v.statement is not None and v.statement.source.name]
    return max(names, key=names.count) if names else None


def _at(version: Version) -> StatementAt:
    """``statement`` is empty where the marks were found but no statement was read there."""
    return StatementAt(version.page.id, version.statement.id if version.statement else "", version.span)


__all__ = ["Version", "altered", "whole"]
