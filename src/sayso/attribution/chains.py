"""Through whom each statement reached the page: which statement it stands in, and every relay, outermost first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.attribution import channel, linear, relays
from sayso.attribution.cues import table
from sayso.attribution.leaning import Leaning
from sayso.attribution.nearby import around, local
from sayso.attribution.outlets import Outlet, same
from sayso.attribution.relays import Way
from sayso.attribution.views import View
from sayso.attribution.within import within
from sayso.report.marks import Quotation, quotations
from sayso.types import Channel, Hop, Report, Span

#: A relay is given where it is likelier than this share of the chance that there is none.
_SILENCE = 0.4
#: How many statements away one may stand that holds another.
_FAR = 12
#: Share of the content that two statements of the same words have in common; less where a medium is credited.
_SAME, _PART = 0.7, 0.2


#: Of the statement at an index, one of the ways, or None for the last argument, the page itself.
Chooser = Callable[[int, Sequence[Way], Way], Way | None]


@dataclass(frozen=True, slots=True)
class Chain:
    """``parent``: index of the statement whose content holds this one; ``rule``: how the relays were found."""

    parent: int | None
    via: tuple[Hop, ...]
    rule: str


def parents(items: Sequence[View], media: Sequence[Outlet] = ()) -> list[int | None]:
    """For each statement the innermost other one whose content holds its source, cue and content.

    "X said so, according to the Gazette" is the Gazette's also where only "so" was marked as its content.
    """
    names = {outlet.name for outlet in media}
    out: list[int | None] = []
    for i, item in enumerate(items):
        best: int | None = None
        if item.attribution.cue or item.attribution.source:
            begin, end = item.whole
            for j in range(max(0, i - _FAR), min(len(items), i + _FAR + 1)):
                other = items[j]
                if other.said[0] > begin or other.said[1] < end:
                    continue  # as nearly all
                if j != i and _holds(other, item) and not _holds(item, other):
                    best = j if best is None or _inner(other, items[best], names) else best
            if best is None:
                best = next(
                    (j for j in range(max(0, i - 2), min(len(items), i + 3)) if _repeats(item, items[j], names)), None
                )
        out.append(best)
    return [None if _circular(out, i) else parent for i, parent in enumerate(out)]


def _circular(above: Sequence[int | None], start: int) -> bool:
    """Whether the way up from ``start`` comes back to it."""
    at, seen = above[start], set[int]()
    while at is not None and at not in seen:
        if at == start:
            return True
        seen.add(at)
        at = above[at]
    return False


def _repeats(item: View, outer: View, media: Collection[str]) -> bool:
    """Whether ``outer`` reports, in the same sentence, the very words of someone else whom it cites.

    Either ``outer`` is a medium's and the other no medium's, or the other's cue says that it is cited.
    """
    if outer.sentence != item.sentence:
        return False
    citing = frozenset(table("english")["standing"]["citing"])
    shared = _shared(outer.said, item.said)
    cue = outer.attribution.cue
    if cue and item.attribution.cue and any(same(outer.ref.name, name) for name in media):
        closes = cue[0].begin >= max(item.whole.end, outer.said.end)
        if closes and item.ref.id != outer.ref.id and item.sentence.begin <= outer.said.begin:
            return True  # "X said so, according to the Gazette" at the end is the Gazette's, wherever its words begin
    if citing & {*item.cue}:
        return shared >= _SAME and not citing & {*outer.cue} and outer.ref.id != item.ref.id
    mediums = any(same(outer.ref.name, name) for name in media)
    return shared >= _PART and mediums and not any(same(item.ref.name, name) for name in media)


def _shared(a: Span, b: Span) -> float:
    """Share of their joint extent that two spans have in common."""
    common, whole = min(a.end, b.end) - max(a.begin, b.begin), max(a.end, b.end) - min(a.begin, b.begin)
    return common / whole if whole else 0.0


def _holds(outer: View, inner: View) -> bool:
    if not outer.said.overlaps(outer.stretch):
        return False  # what somebody declined to comment on stands elsewhere, and is not that one's
    pieces: tuple[Span, ...] = outer.attribution.content
    return outer.said.contains(inner.whole) and all(
        any(piece.contains(span) for piece in pieces) for span in inner.attribution.spans
    )


def _inner(a: View, b: View, media: Collection[str]) -> bool:
    """Whether ``a``, of two statements that hold a third, is the nearer one to it: of those cited, the cited one's."""
    if a.said == b.said:
        return _repeats(a, b, media)
    return a.said.end - a.said.begin < b.said.end - b.said.begin


def order(above: Sequence[int | None]) -> list[int]:
    """Every index, a parent before its children, otherwise in text order."""
    out: list[int] = []
    done: set[int] = set()
    for start in range(len(above)):
        path: list[int] = []
        at: int | None = start
        while at is not None and at not in done:
            path.append(at)
            done.add(at)
            at = above[at]
        out += reversed(path)
    return out


def chains(
    report: Report,
    items: Sequence[View],
    media: Sequence[Outlet],
    choose: Chooser | None = None,
    channels: Sequence[Channel | None] | None = None,
    marks: Sequence[Quotation] | None = None,
) -> list[Chain]:
    """The chain of every statement. The report's own outlet and agency are no relays and are left out.

    ``channels``: of the statements, and ``marks``, the report's quotations, where they are known.

    First the relays that a statement's own sentence names, then, those known, the ones that hold on from elsewhere;
    what stands inside another statement has come through that one's source.
    """
    choose = choose or likeliest
    spoken = [way.kind if way else "" for way in channels or channel.channels(report, items)]
    held = parents(items, media)
    free = [i for i in range(len(items)) if held[i] is None]
    inside = quoted_in(items, free, quotations(report.text, report.blocks) if marks is None else marks)
    options = {i: list(local(report, items, i, held, media)) for i in free}
    beside = {i: _best(items, i, options[i], {}, choose, spoken[i]) for i in free}
    named = {i: way.hops for i, way in beside.items() if way}
    known = named | relays.quoted(report, items, held, named, media)
    found: dict[int, Way | None] = {}
    for i in free:  # in text order: what holds on holds on from the statement before
        ways = [*options[i], *around(report, items, i, media), *relays.distant(items, i, known, spoken[i])]
        if i in inside:
            ways += within(report, items, i, inside[i], known)
        found[i] = way = _best(items, i, ways, known, choose, spoken[i], i in inside)
        if way is not None:
            known[i] = way.hops
        else:
            known.pop(i, None)
    for i in order(held):
        parent = held[i]
        if parent is not None:
            above = found.get(parent)
            ways = relays.nested(report, items[i], items[parent], above.hops if above else (), media)
            found[i] = _best(items, i, ways, known, choose, spoken[i])
    out = []
    for i, parent in enumerate(held):
        way_ = found[i]
        out.append(Chain(parent, way_.hops if way_ else (), way_.rule if way_ else "page"))
    return out


def quoted_in(items: Sequence[View], free: Iterable[int], marks: Sequence[Quotation]) -> dict[int, Span]:
    """The outermost quotation that a statement stands in, source and cue and all, for those of ``free`` that do."""
    outer = [mark.span for mark in marks if mark.depth == 0]
    begins = [span.begin for span in outer]
    out = {}
    for i in free:
        item = items[i]
        at = bisect_right(begins, item.whole.begin) - 1
        if at >= 0 and (item.attribution.cue or item.attribution.source) and outer[at].contains(item.whole):
            own = item.attribution.content[0].begin <= outer[at].begin  # its words are the quotation
            if not own:
                out[i] = outer[at]
    return out


def _best(
    items: Sequence[View],
    i: int,
    ways: Sequence[Way],
    known: Mapping[int, tuple[Hop, ...]],
    choose: Chooser,
    spoken: str,
    quoted: bool = False,
) -> Way | None:
    """The way chosen among those that may be, None where the statement was made to the page itself."""
    item, ways = items[i], relays.merged(ways)
    if _spoke_here(items, i, known):
        ways = [way for way in ways if set(way.kinds) != {"around"}]
    if item.ref.type != "person":  # "the newspaper said" has not come through the newspaper; who told of himself has
        ways = [way for way in ways if not any(same(hop.name, item.ref.name) for hop in way.hops)]
    certain = next((way for way in ways if way.quoted), None)
    if certain is not None or not ways:
        return certain
    return choose(i, ways, relays.page(items, i, known, spoken, quoted))


def _spoke_here(items: Sequence[View], i: int, known: Mapping[int, tuple[Hop, ...]]) -> bool:
    """Whether the statement before, in the same paragraph, is the same one's and was made to the page itself."""
    if not i or (i - 1) in known:
        return False
    before, item = items[i - 1], items[i]
    return before.ref.id == item.ref.id and before.paragraph == item.paragraph


def likeliest(_: int, ways: Sequence[Way], page: Way) -> Way | None:
    """By the shipped model."""
    return chosen(linear.load("relays"), ways, page)


def leant(leaning: Leaning, model: linear.Linear | None = None) -> Chooser:
    """By a model, the shipped one if no other is given, and what the tagger's word vectors add."""
    model = model or linear.load("relays")

    def choose(i: int, ways: Sequence[Way], page: Way) -> Way | None:
        lean = leaning.of(i, [way.kinds for way in ways], [way.hops[0].mention for way in ways])
        return chosen(model, ways, page, lean, leaning.keen)

    return choose


def chosen(
    model: linear.Linear, ways: Sequence[Way], page: Way, lean: Sequence[float] | None = None, keen: float = 1.0
) -> Way | None:
    """The likeliest way by a model, None where it is too unlikely beside the page itself; ``lean`` and ``keen``: of
    :meth:`sayso.attribution.linear.Linear.choose`."""
    *chances, none = model.choose([way.features for way in (*ways, page)], lean=lean, keen=keen)
    likely = max(range(len(ways)), key=chances.__getitem__)
    return ways[likely] if chances[likely] > _SILENCE * none else None
