"""A report made ready for the reader: its text in parts of a size that a browser bears, a card for each statement."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from threading import Lock

from sayso.export.segments import Passage, Segment, passages
from sayso.ledger import Judgement, Note, ReportView
from sayso.types import Report, Span, Statement

#: A part of a report: so many code points and statements at most, the last paragraph whole where it can be.
CHARACTERS, STATEMENTS = 30_000, 120
#: Confidence below which a statement, or its source, is as likely wrong as right.
UNSURE = 0.5
_UNNAMED = ("anonymous", "unnamed-person", "unnamed-group")


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain between page and source: what it is, its name, and the words that say so."""

    role: str
    name: str
    words: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A statement for the panel. ``layers`` are what it can be shown or hidden by; ``words`` its content's pieces."""

    statement: Statement
    id: str
    entity: str | None
    words: tuple[str, ...]
    chain: tuple[Link, ...]
    standing: tuple[tuple[str, str | None, str], ...]
    layers: tuple[str, ...]
    judgement: str
    notes: tuple[Note, ...] = ()

    @property
    def place(self) -> str:
        return self.statement.id

    @property
    def contested(self) -> bool:
        return bool(self.statement.standing)

    @property
    def unsure(self) -> bool:
        return self.statement.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class Part:
    """``cards`` are of the statements that begin in it."""

    passages: tuple[Passage, ...]
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Layers:
    """Which marks are shown: those of these ``kinds``, and, where ``only`` is not empty, of one of these layers."""

    kinds: tuple[str, ...] = ("quotation", "paraphrase")
    only: tuple[str, ...] = ()

    def show(self, card: Card) -> bool:
        return any(kind in card.layers for kind in self.kinds) and (
            not self.only or any(layer in card.layers for layer in self.only)
        )


class Parts:
    """Remembers how the last reports that were looked at divide: cutting a long text takes longer than showing it."""

    def __init__(self, most: int = 64) -> None:
        self._most = most
        self._made: OrderedDict[Hashable, tuple[tuple[Passage, ...], ...]] = OrderedDict()
        self._lock = Lock()

    def of(self, view: ReportView, judged: Sequence[Judgement]) -> tuple[Part, ...]:
        """``judged``: all judgements on the report; any of them can change what a statement covers."""
        key = (view.report, tuple(each.id for each in view.readings), judged[0].id if judged else None)
        with self._lock:
            groups = self._made.pop(key, None)
        if groups is None:
            groups = tuple(tuple(group) for group in _groups(passages(view.reading)))
        with self._lock:
            self._made[key] = groups
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return _parts(groups, view)


def _parts(groups: Sequence[Sequence[Passage]], view: ReportView) -> tuple[Part, ...]:
    """At least one part, also for a report without text or statements."""
    made = cards(view)
    begins = {card.place: card.statement.content[0].begin for card in made if card.statement.content}
    out: list[Part] = []
    for group in groups:
        end = group[-1].span.end if group else 0
        inside = tuple(card for card in made if begins.get(card.place, 0) < end)
        made = [card for card in made if begins.get(card.place, 0) >= end]
        out.append(Part(tuple(group), inside))
    if made and out:
        out[-1] = Part(out[-1].passages, (*out[-1].cards, *made))
    return tuple(out) or (Part((), ()),)


def cards(view: ReportView) -> list[Card]:
    """In the order of the text."""
    found = {each.place: each for each in view.statements}
    report = view.reading.report
    out = []
    for s in view.reading.statements:
        row = found.get(s.id)
        if row is not None:
            out.append(card(report, s, row.id, row.entity, row.judgement, row.notes))
    return sorted(out, key=lambda c: (c.statement.content[0].begin, -c.statement.content[-1].end))


def card(
    report: Report, s: Statement, id: str, entity: str | None, judgement: str, notes: tuple[Note, ...] = ()
) -> Card:  # fmt: skip
    standing = tuple((x.status, x.by, x.span.of(report.text)) for x in s.standing)
    return Card(
        s, id, entity, tuple(span.of(report.text) for span in s.content), tuple(_chain(report, s)),
        standing, _layers(s), judgement, notes,
    )  # fmt: skip


def _layers(s: Statement) -> tuple[str, ...]:
    out = ["paraphrase" if s.kind == "indirect" else "quotation"]
    statuses = {x.status for x in s.standing}
    if s.act == "deny" or statuses & {"denied", "disputed"}:
        out.append("denied")
    if s.act == "cannot-verify" or "unverified" in statuses:
        out.append("unverified")
    if s.source.type in _UNNAMED:
        out.append("anonymous")
    if s.confidence < UNSURE:
        out.append("unsure")
    return tuple(out)


def _chain(report: Report, s: Statement) -> Iterable[Link]:
    """From the page to the originator."""
    yield Link("page", report.outlet or "outlet unknown", None)
    agency = report.agency or (report.dateline.agency if report.dateline else None)
    if agency and agency != report.outlet:
        yield Link("agency", agency, report.dateline.span.of(report.text) if report.dateline else None)
    for hop in s.via:
        cue = " … ".join(span.of(report.text) for span in hop.cue)
        mention = hop.mention.of(report.text) if hop.mention else None
        yield Link("through", hop.name, " · ".join(each for each in (mention, cue) if each) or None)
    mention = s.source.mention.of(report.text) if s.source.mention else None
    cue = " … ".join(span.of(report.text) for span in s.cue)
    name = s.source.name or s.source.title or mention or "source not known"
    yield Link("source", name, " · ".join(each for each in (mention, cue) if each) or None)


def _groups(all_passages: Sequence[Passage]) -> Iterable[list[Passage]]:
    group: list[Passage] = []
    size = opened = 0
    for passage in (piece for whole in all_passages for piece in _pieces(whole)):
        length = passage.span.end - passage.span.begin
        marks = sum(len(segment.opens) for segment in passage.segments)
        if group and (size + length > CHARACTERS or opened + marks > STATEMENTS):
            yield group
            group, size, opened = [], 0, 0
        group.append(passage)
        size, opened = size + length, opened + marks
    if group:
        yield group


def _pieces(passage: Passage) -> Iterable[Passage]:
    """A passage that is too long for a part, cut between its segments."""
    if passage.span.end - passage.span.begin <= CHARACTERS and len(passage.segments) <= STATEMENTS * 4:
        yield passage
        return
    taken: list[Segment] = []
    size = opened = 0
    for segment in (short for long in passage.segments for short in _short(long)):
        length = segment.span.end - segment.span.begin
        if taken and (size + length > CHARACTERS or opened + len(segment.opens) > STATEMENTS):
            yield _passage(passage, taken)
            taken, size, opened = [], 0, 0
        taken.append(segment)
        size, opened = size + length, opened + len(segment.opens)
    yield _passage(passage, taken)


def _passage(whole: Passage, segments: Sequence[Segment]) -> Passage:
    return replace(whole, span=Span(segments[0].span.begin, segments[-1].span.end), segments=tuple(segments))


def _short(segment: Segment) -> Iterable[Segment]:
    begin, end = segment.span
    if end - begin <= CHARACTERS:
        yield segment
        return
    for at in range(begin, end, CHARACTERS):
        span = Span(at, min(at + CHARACTERS, end))
        text = segment.text[span.begin - begin : span.end - begin]
        opens = segment.opens if at == begin else ()
        closes = segment.closes if span.end == end else ()
        yield replace(segment, span=span, text=text, opens=opens, closes=closes)
