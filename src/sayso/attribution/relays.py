"""Ways by which one statement may have come, as candidates with the features that tell right from wrong ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.attribution.cues import table
from sayso.attribution.outlets import Outlet, same
from sayso.attribution.views import View, words
from sayso.types import Hop, Report, Span


@dataclass(frozen=True, slots=True)
class Way:
    """``hops`` outermost first; ``rule`` names the kind of candidate; ``features`` are for the classifier."""

    hops: tuple[Hop, ...]
    rule: str
    features: tuple[str, ...]


_CITING = frozenset("quoted quotes quoting cited cites citing".split())
_AUXILIARIES = frozenset("had has have also earlier later was is".split())


@lru_cache(maxsize=4)
def _documents(language: str) -> re.Pattern[str]:
    nouns = "|".join(table(language)["documents"]["nouns"])
    return re.compile(rf"\b(?:an?|the|its|his|her|their|that|this|in)\s((?:[\w.’'-]+\s){{0,3}}?(?:{nouns}))\b")


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
            out[at] = replace(out[at], features=tuple(dict.fromkeys((*out[at].features, *way.features))))
    return out


def _alike(a: tuple[Hop, ...], b: tuple[Hop, ...]) -> bool:
    return len(a) == len(b) and all(x.name == y.name or same(x.name, y.name) for x, y in zip(a, b, strict=True))


def nested(report: Report, item: View, outer: View, above: tuple[Hop, ...], media: Sequence[Outlet] = ()) -> list[Way]:
    """Out of the statement that holds it: that one's relays and its source, and a medium that this one quotes; only the
    relays where both are one's."""
    special = (*_of(item, outer), f"above={len(above)}", *_cues(item))
    quoting = next((outlet for outlet in media if _quotes(report, item, outlet)), None)
    hops = (*above, *_own(report, outer))
    if quoting is not None and not same(quoting.name, outer.ref.name):
        hops = (*hops, Hop(quoting.name, quoting.span, item.attribution.cue))
    ways = [_way(hops, "nested", _common(item), special)]
    if above and hops != above:
        ways.append(_way(above, "above", _common(item), special))
    return ways


def _quotes(report: Report, item: View, outlet: Outlet) -> bool:
    """Whether the medium is the subject of the cue: "the Gazette had quoted an official"."""
    cue = item.attribution.cue
    if not cue or not 0 <= cue[0].begin - outlet.span.end < 20 or _CITING.isdisjoint(item.cue):
        return False
    return set(words(report.text[outlet.span.end : cue[0].begin])) <= _AUXILIARIES


def page(items: Sequence[View], i: int, named: Mapping[int, tuple[Hop, ...]]) -> Way:
    """No relay at all; ``named``: the relays that statements are known to have come by, by index."""
    item = items[i]
    mine = [k for k in range(max(0, i - 30), min(len(items), i + 30)) if k != i and items[k].ref.id == item.ref.id]
    special = (
        f"mine={min(len(mine), 6)}",
        f"relayed={min(sum(k in named for k in mine), 4)}",
        f"all={bool(mine) and all(k in named for k in mine)}",
        f"headline={item.headline}",
        f"document={item.ref.type == 'document'}",
        *_cues(item),
        *(f"a:{word}" for word in item.after[:4]),
        *(f"b:{word}" for word in item.before[-3:]),
    )
    return _way((), "page", _common(item), special)


def local(
    report: Report, items: Sequence[View], i: int, held: Sequence[int | None], media: Sequence[Outlet]
) -> Iterator[Way]:
    """Relays that the words around statement ``i`` name; ``held``: for each statement the one that holds it."""
    common = _common(items[i])
    yield from _beside(report, items, i, held, common)
    yield from _media(report, items[i], media, common)
    yield from _papers(report, items[i], common)


def _way(hops: tuple[Hop, ...], rule: str, common: Sequence[str], special: Sequence[str]) -> Way:
    features = [
        rule,
        *(f"{rule}:{f}" for f in (*common, *special)),
        *(f"{rule}:{a}&{b}" for a in common[:2] for b in special),
    ]
    return Way(hops, rule, tuple(features))


def _own(report: Report, item: View) -> tuple[Hop, ...]:
    """The statement's source as a relay; none where it is this report's own outlet or agency."""
    name = item.ref.name
    if not name or same(name, report.outlet) or same(name, report.agency):
        return ()
    return (Hop(name, item.attribution.source, item.attribution.cue),)


def _common(item: View) -> tuple[str, ...]:
    head = item.core[0] if item.core else ""
    return f"cue={head}", f"type={item.ref.type}", f"how={item.attribution.how}", f"direct={item.direct}"


def _cues(item: View) -> Iterator[str]:
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


def _beside(
    report: Report, items: Sequence[View], i: int, held: Sequence[int | None], common: Sequence[str]
) -> Iterator[Way]:
    """Another statement of the same or the last sentence: "citing two officials, the paper reported"."""
    item = items[i]
    for j in range(max(0, i - 3), min(len(items), i + 3)):
        other = items[j]
        if j == i or other.ref.id == item.ref.id or held[j] == i or other.paragraph != item.paragraph:
            continue
        low, high = sorted((item.sentence.begin, other.sentence.begin))
        gap = len(words(report.text[low:high]))
        special = (
            f"same sentence={gap == 0}",
            f"after={j > i}",
            f"shared={item.said.overlaps(other.said)}",
            f"outlet={other.ref.type}",
            f"outer={other.core[0] if other.core else ''}",
            f"nested={held[j] is not None}",
            *_cues(item),
        )
        yield _way(_own(report, other), "beside", common, special)


def _media(report: Report, item: View, media: Sequence[Outlet], common: Sequence[str]) -> Iterator[Way]:
    """Each medium that the cue's sentence, or one before it in the paragraph, names outside what was said."""
    anchor = item.attribution.cue[0] if item.attribution.cue else Span(item.said.begin, item.said.begin)
    source = item.attribution.source
    for outlet in media:
        span = outlet.span
        here = item.sentence.contains(span)
        if not here and not (item.stretch.contains(span) and span.begin < item.sentence.begin):
            continue
        if any(piece.overlaps(span) for piece in item.attribution.content) or (source and source.overlaps(span)):
            continue
        if same(outlet.name, report.outlet) or same(outlet.name, report.agency):
            continue
        left = words(report.text[max(item.stretch.begin, span.begin - 50) : span.begin])[-4:]
        right = words(report.text[span.end : span.end + 20])[:1]
        after = span.begin >= anchor.end
        away = len(words(report.text[min(anchor.end, span.end) : max(anchor.begin, span.begin)]))
        special = (
            f"after={after}",
            f"away={min(away, 8)}",
            f"after={after}:away={min(away, 4)}",
            f"l={left[-1] if left else '^'}",
            f"l2={' '.join(left[-2:])}",
            *(f"left:{word}" for word in left),
            *(f"right:{word}" for word in right),
            *(f"c:{word}" for word in item.cue),
        )
        hop = Hop(outlet.name, span, item.attribution.cue if here else ())
        yield _way((hop,), "medium" if here else "nearby", common, special)


def _papers(report: Report, item: View, common: Sequence[str]) -> Iterator[Way]:
    """Each document that the cue's sentence names outside what was said: "said in court papers"."""
    for match in _documents("english").finditer(report.text, item.sentence.begin, item.sentence.end):
        span = Span(*match.span(1))
        if any(piece.overlaps(span) for piece in (*item.attribution.content, *item.attribution.cue)):
            continue
        if item.attribution.source is not None and item.attribution.source.overlaps(span):
            continue
        left = words(report.text[max(item.sentence.begin, match.start() - 30) : span.begin])[-3:]
        name = span.of(report.text)
        special = (
            f"noun={name.split()[-1]}", f"size={len(name.split())}", f"start={match.start() == item.sentence.begin}",
            *(f"l:{word}" for word in left), *(f"c:{word}" for word in item.cue),
        )  # fmt: skip
        yield _way((Hop(name, span, ()),), "document", common, special)


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
            hops = (*named.get(parent, ()), *_own(report, items[parent]))
            if hops:
                out[i] = hops
    return out


def distant(items: Sequence[View], i: int, named: Mapping[int, tuple[Hop, ...]]) -> Iterator[Way]:
    """Relays named elsewhere that may still hold: of the same source before or after, or of the speaker before.

    ``named``: the relays that statements are known to have come by, by index.
    """
    item = items[i]
    common = _common(item)
    mine = [k for k in range(len(items)) if k != i and items[k].ref.id == item.ref.id]
    with_hops = [k for k in mine if k in named]
    earlier = max((k for k in with_hops if k < i), default=None)
    later = min((k for k in with_hops if k > i), default=None)
    around = max((k for k in named if k < i and k not in with_hops), default=None)
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
            f"sources={min(len({k.ref.id for k in items}) // 3, 5)}",
            f"was={other.core[0] if other.core else ''}",
            f"headline={item.headline}",
            f"near={abs(item.paragraph - other.paragraph) < 2}:{other.core[0] if other.core else ''}",
            f"next={item.paragraph - other.paragraph}:{min(len(between), 2)}:{item.direct}",
            f"same relay of others={any(named.get(k) == named[j] and k not in with_hops for k in named)}",
            f"relays={len(named[j])}",
            f"pronoun={item.attribution.source is not None and len(item.before) < 1}",
            f"sourceless={item.attribution.source is None}",
        )
        yield _way(named[j], rule, common, special)
