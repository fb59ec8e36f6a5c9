"""Ways by which one statement may have come, as candidates with the features that tell right from wrong ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.attribution.linear import Crossed
from sayso.attribution.outlets import Outlet, initials, same, short_for
from sayso.attribution.views import View, words
from sayso.types import Hop, Report


@dataclass(frozen=True, slots=True)
class Way:
    """``hops`` outermost first; ``rule`` names the kind of candidate; ``features`` are for the classifier."""

    hops: tuple[Hop, ...]
    rule: str
    features: tuple[Crossed, ...]

    @property
    def quoted(self) -> bool:
        """Whether one way merged into it is "TASS quoted an official as saying"."""
        return "quoting" in self.kinds

    @property
    def kinds(self) -> list[str]:
        """The rules of all ways that were merged into it."""
        return [block.before[0] for block in self.features if tuple(block.words) == ("",)]


_CITING = frozenset("quoted quotes quoting cited cites citing".split())
_AUXILIARIES = frozenset("had has have also earlier later was is".split())


def merged(ways: Iterable[Way]) -> list[Way]:
    """One way for each chain, the first of it with the features of all: what several signs point to is likelier."""
    out: list[Way] = []
    for way in ways:
        if not way.hops:
            continue
        at = next((k for k, other in enumerate(out) if _alike(way.hops, other.hops)), None)
        if at is None:
            out.append(way)
        else:
            out[at] = replace(out[at], features=out[at].features + way.features)
    return out


def _alike(a: tuple[Hop, ...], b: tuple[Hop, ...]) -> bool:
    return len(a) == len(b) and all(x.name == y.name or same(x.name, y.name) for x, y in zip(a, b, strict=True))


def nested(report: Report, item: View, outer: View, above: tuple[Hop, ...], media: Sequence[Outlet] = ()) -> list[Way]:
    """Out of the statement that holds it: that one's relays and its source, and a medium that this one quotes; only the
    relays where both are one's."""
    special = (*_of(item, outer), f"above={len(above)}", *cue_words(item))
    quoting = next((outlet for outlet in media if _quotes(report, item, outlet)), None)
    hops = (*above, *source_hops(report, outer))
    if quoting is not None and not same(quoting.name, outer.ref.name):
        hops = (*hops, Hop(quoting.name, quoting.span, item.attribution.cue))
    ways = [made(hops, "nested", of_statement(item), special)]
    if above and hops != above:
        ways.append(made(above, "above", of_statement(item), special))
    return ways


def _quotes(report: Report, item: View, outlet: Outlet) -> bool:
    """Whether the medium is the subject of the cue: "the Gazette had quoted an official"."""
    cue = item.attribution.cue
    if not cue or not 0 <= cue[0].begin - outlet.span.end < 20 or _CITING.isdisjoint(item.cue):
        return False
    return set(words(report.text[outlet.span.end : cue[0].begin])) <= _AUXILIARIES


def page(
    items: Sequence[View], i: int, named: Mapping[int, tuple[Hop, ...]], channel: str, quoted: bool = False
) -> Way:
    """No relay at all; ``named``: the relays that statements are known to have come by, by index; ``channel``: the
    kind of this one's; ``quoted``: whether it stands in a quotation, source and cue and all."""
    item = items[i]
    mine = [k for k in range(max(0, i - 30), min(len(items), i + 30)) if k != i and items[k].ref.id == item.ref.id]
    special = (
        f"mine={min(len(mine), 6)}",
        f"relayed={min(sum(k in named for k in mine), 4)}",
        f"all={bool(mine) and all(k in named for k in mine)}",
        f"headline={item.headline}",
        f"document={item.ref.type == 'document'}",
        f"channel={channel}",
        *(("quoted", *(f"quoted:{common}" for common in of_statement(item))) if quoted else ()),
        *cue_words(item),
        *(f"a:{word}" for word in item.after[:4]),
        *(f"b:{word}" for word in item.before[-3:]),
    )
    return made((), "page", of_statement(item), special)


def made(hops: tuple[Hop, ...], rule: str, common: Sequence[str], special: Sequence[str]) -> Way:
    both = (f"{rule}:", *(f"{rule}:{each}&" for each in common[:2]))
    return Way(hops, rule, (Crossed((rule,), ("",)), Crossed(both[:1], common), Crossed(both, special)))


def own(report: Report, name: str) -> bool:
    """Whether a medium is the page's own outlet or agency, and so no relay."""
    desk = report.agency or (report.dateline.agency if report.dateline else None) or ""
    letters = len(desk) > 1 and initials(name) == desk  # "PORT DALE (AC)"
    return short_for(name, report.outlet) or same(name, desk) or letters


def source_hops(report: Report, item: View) -> tuple[Hop, ...]:
    """The statement's source as a relay; none where it is this report's own outlet or agency."""
    name = item.ref.name
    if not name or own(report, name):
        return ()
    return (Hop(name, item.attribution.source, item.attribution.cue),)


def of_statement(item: View) -> tuple[str, ...]:
    head = item.core[0] if item.core else ""
    return (
        f"cue={head}",
        f"type={item.ref.type}",
        f"how={item.attribution.how}",
        f"direct={item.direct}",
        *_opinion(item),
    )


#: Steps of the tagger's opinion of whether a statement was relayed.
_STEPS = (0.02, 0.08, 0.3, 0.6)


def _opinion(item: View) -> tuple[str, ...]:
    """The tagger's opinion, in steps; none of what the tagger did not find by itself."""
    likely = item.attribution.relayed
    return (f"told={sum(likely > step for step in _STEPS)}",) if likely else ()


def cue_words(item: View) -> Iterator[str]:
    for word in item.cue:
        yield f"c:{word}"
    yield f"pronoun={item.attribution.source is not None and len(item.ref.name or '') > 12}"
    yield f"source={item.attribution.source is not None}"


def _of(item: View, outer: View) -> Iterator[str]:
    yield f"outer={outer.core[0] if outer.core else ''}"
    yield f"outer type={outer.ref.type}"
    yield f"self={outer.ref.id == item.ref.id}"
    yield f"outer direct={outer.direct}"
    yield f"share={int(4 * (item.said.end - item.said.begin) / max(1, outer.said.end - outer.said.begin))}"
    yield f"starts={outer.said.begin == item.whole.begin}"


def quoted(
    report: Report,
    items: Sequence[View],
    held: Sequence[int | None],
    named: Mapping[int, tuple[Hop, ...]],
    media: Sequence[Outlet],
) -> dict[int, tuple[Hop, ...]]:
    """Relays of the statements that a medium's own statement holds: "TASS quoted him" tells of his next words too."""
    names = {outlet.name for outlet in media}
    out = {}
    for i, parent in enumerate(held):
        if parent is None or held[parent] is not None or items[parent].headline:
            continue
        if any(same(items[parent].ref.name, name) for name in names):
            hops = (*named.get(parent, ()), *source_hops(report, items[parent]))
            if hops:
                out[i] = hops
    return out


#: A relay named more statements away than this no longer holds.
_FAR = 200


def distant(items: Sequence[View], i: int, named: Mapping[int, tuple[Hop, ...]], channel: str) -> Iterator[Way]:
    """Relays named elsewhere that may still hold: of the same source before or after, or of the speaker before.

    ``named``: the relays that statements are known to have come by, by index; ``channel``: the kind of this one's.
    """
    item = items[i]
    common = of_statement(item)
    around_it = range(max(0, i - _FAR), min(len(items), i + _FAR + 1))
    mine = [k for k in around_it if k != i and items[k].ref.id == item.ref.id]
    with_hops = {k for k in mine if k in named}
    others = [k for k in around_it if k in named and k not in with_hops]
    earlier = max((k for k in with_hops if k < i), default=None)
    later = min((k for k in with_hops if k > i), default=None)
    around = max((k for k in others if k < i), default=None)
    for rule, j in (("again", earlier), ("ahead", later), ("around", around)):
        if j is None:
            continue
        other = items[j]
        low, high = sorted((i, j))
        between = range(low + 1, high)
        own = sum(1 for k in between if items[k].ref.id == item.ref.id)
        special = (
            f"paragraphs={max(-5, min(item.paragraph - other.paragraph, 8))}",
            f"far={abs(item.paragraph - other.paragraph) > 8}",
            f"steps={min(abs(i - j), 9)}",
            f"own between={min(own, 4)}",
            f"others between={min(len(between) - own, 4)}",
            f"share={round(4 * len(with_hops) / len(mine)) if mine else 0}",
            f"mine={min(len(mine), 8)}",
            f"sources={min(len({items[k].ref.id for k in around_it}) // 3, 5)}",
            f"was={other.core[0] if other.core else ''}",
            f"headline={item.headline}",
            f"near={abs(item.paragraph - other.paragraph) < 2}:{other.core[0] if other.core else ''}",
            f"next={item.paragraph - other.paragraph}:{min(len(between), 2)}:{item.direct}",
            f"same relay of others={any(named[k] == named[j] for k in others)}",
            f"relays={len(named[j])}",
            f"pronoun={item.attribution.source is not None and len(item.before) < 1}",
            f"sourceless={item.attribution.source is None}",
            f"channel={channel}",
        )
        yield made(named[j], rule, common, special)
