"""From spans to meaning: the chain, channel, act, firmness, links and standing of every statement of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.attribution import acts, chains, firmness, links, standing
from sayso.attribution.channel import channel
from sayso.attribution.cues import cues
from sayso.attribution.hedges import reporter_hedges
from sayso.attribution.loops import loops
from sayso.attribution.outlets import outlets, people
from sayso.attribution.passages import passages
from sayso.attribution.views import view
from sayso.tagger.spans import Attribution
from sayso.types import Channel, Derivation, Firmness, Hop, Note, Report, SourceRef, Span, Standing


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one statement means; ``parent``, ``about`` and ``Standing.by`` are statement ids of :func:`statement_id`."""

    parent: str | None
    via: tuple[Hop, ...]
    channel: Channel | None
    act: str
    negated: bool
    firmness: Firmness
    about: tuple[str, ...]
    standing: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Meanings:
    """``statements`` by index with the attributions; ``notes`` and ``derivations`` to add to the report's."""

    statements: tuple[Meaning, ...]
    notes: tuple[Note, ...]
    derivations: tuple[Derivation, ...]


def statement_id(index: int) -> str:
    """The id of the statement at ``index`` (from 0) of a report: s1, s2, …"""
    return f"s{index + 1}"


def meanings(report: Report, attributions: Sequence[Attribution], sources: Sequence[SourceRef]) -> Meanings:
    """``attributions`` in text order and the source of each.

    Raises:
        ValueError: the two are not of one length.
    """
    where = passages(report)
    items = [view(report, a, ref, where) for a, ref in zip(attributions, sources, strict=True)]
    ids = [statement_id(i) for i in range(len(items))]
    media = outlets(report.text, people(sources))
    acted = acts.decide_all(items, cues())
    chained = chains.chains(report, items, media)
    linked = links.links(items, acted, [chain.parent for chain in chained])
    stood = standing.standings(report, items, acted, linked, ids, where)
    firm = [firmness.decide(report, item) for item in items]
    ways = [channel(report, item) for item in items]
    out, because = [], []
    for i, item in enumerate(items):
        chain, act, link = chained[i], acted[i], linked[i]
        out.append(
            Meaning(
                parent=None if chain.parent is None else ids[chain.parent],
                via=chain.via,
                channel=ways[i],
                act=act.act,
                negated=act.negated,
                firmness=firm[i].firmness,
                about=() if link.about is None else (ids[link.about],),
                standing=tuple(stood[i]),
            )
        )
        cue = item.attribution.cue[0] if item.attribution.cue else None
        because.append(Derivation(ids[i], "act", act.rule, cue))
        because.append(Derivation(ids[i], "firmness", firm[i].rule, firm[i].trigger))
        because += [Derivation(ids[i], "via", chain.rule, hop.mention) for hop in chain.via]
        because += _also(ids[i], "parent", chain.parent is not None, "nested", item.whole)
        because += _also(ids[i], "about", link.about is not None, "link-classifier", cue)
        because += [
            Derivation(ids[i], "standing", f"{s.status} by {s.by}" if s.by else s.status, s.span) for s in stood[i]
        ]
        way = ways[i]
        because += _also(ids[i], "channel", way is not None, "channel-words", way.span if way else None)
    notes = (*reporter_hedges(report, items, where), *loops(report, items, chained, media))
    return Meanings(tuple(out), notes, tuple(because))


def _also(id_: str, field: str, given: bool, rule: str, span: Span | None) -> list[Derivation]:
    return [Derivation(id_, field, rule, span)] if given else []
