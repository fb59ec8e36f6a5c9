"""From spans to meaning: the chain, channel, act, firmness, links and standing of every statement of a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution import acts, chains, denials, firmness, links, standing
from sayso.attribution.channel import channels
from sayso.attribution.cues import cues
from sayso.attribution.hedges import reporter_hedges
from sayso.attribution.leaning import Seen, leaning
from sayso.attribution.loops import loops
from sayso.attribution.outlets import outlets, people
from sayso.attribution.passages import Passages, passages
from sayso.attribution.views import View, view
from sayso.report.marks import Quotation
from sayso.tagger.spans import Attribution
from sayso.types import Channel, Derivation, Firmness, Hop, Note, Report, SourceRef, Standing


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


def meanings(
    report: Report,
    attributions: Sequence[Attribution],
    sources: Sequence[SourceRef],
    where: Passages | None = None,
    marks: Sequence[Quotation] | None = None,
    seen: Seen | None = None,
) -> Meanings:
    """``attributions`` in text order and the source of each; ``where``: the report's passages, ``marks``, its
    quotations, and ``seen``, what the tagger's vectors tell, where they are known.

    Raises:
        ValueError: the two are not of one length.
    """
    where = where or passages(report)
    items = [view(report, a, ref, where) for a, ref in zip(attributions, sources, strict=True)]
    ids = [statement_id(i) for i in range(len(items))]
    media = outlets(report.text, people(sources))
    acted = denials.said_again(items, acts.decide_all(items, cues()), cues())
    ways = channels(report, items)
    lean = leaning("relays", seen)
    chained = chains.chains(report, items, media, chains.leant(lean) if lean else None, ways, marks)
    linked = links.links(items, acted, [chain.parent for chain in chained])
    stood = standing.standings(report, items, acted, linked, ids, where)
    firm = [firmness.decide(report, item) for item in items]
    out: list[Meaning] = []
    because: list[Derivation] = []
    for i in range(len(items)):
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
        because += _because(ids, items, i, act, firm[i], chain, link)
        because += [Derivation(ids[i], "standing", _standing(s), s.span) for s in stood[i]]
        way = ways[i]
        because += [Derivation(ids[i], "channel", "channel words", way.span)] if way else []
    notes = (*reporter_hedges(report, items, where), *loops(report, items, chained, media))
    return Meanings(tuple(out), notes, tuple(because))


def _because(
    ids: Sequence[str],
    items: Sequence[View],
    index: int,
    act: acts.Act,
    firm: firmness.Judged,
    chain: chains.Chain,
    link: links.Link,
) -> Iterator[Derivation]:
    """What gave each value of one statement, with the words that it was read from."""
    id_, item = ids[index], items[index]
    words = (*item.attribution.cue, *item.attribution.content)[0]
    yield Derivation(id_, "act", act.rule, words, _rounded(act.score))
    yield Derivation(id_, "firmness", firm.rule, firm.trigger, _rounded(firm.score))
    for hop in chain.via:
        yield Derivation(id_, "via", chain.rule, hop.mention)
    if chain.parent is not None:
        yield Derivation(id_, "parent", f"inside the words of {ids[chain.parent]}", item.whole)
    if link.about is not None:
        yield Derivation(id_, "about", f"{link.rule}: {ids[link.about]}", items[link.about].said, _rounded(link.score))


def _standing(standing: Standing) -> str:
    return f"{standing.status} by {standing.by or 'words of the report'}"


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 4)
