"""Spans to sources: for each attribution who is meant, joined over the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sayso.attribution.sources.entities import name_span
from sayso.attribution.sources.features import Rows
from sayso.attribution.sources.kinds import decide_type, disclosure_of
from sayso.attribution.sources.meant import Candidate
from sayso.attribution.sources.mentions import Mention
from sayso.attribution.sources.offices import best_title
from sayso.attribution.sources.ranker import LONE, Model, shipped_model
from sayso.attribution.sources.reasons import reason_of
from sayso.attribution.sources.roles import is_role
from sayso.attribution.sources.scene import Referent, Scene, read_scene
from sayso.attribution.sources.walk import Choice, Chooser, walk
from sayso.tagger.spans import Attribution
from sayso.types import Derivation, Report, Source, SourceRef, Span


class Resolution(NamedTuple):
    """``refs`` and ``confidence`` stand in the order of the attributions; sources in the order of their first use.

    ``confidence``: probability that the name is right. ``derivations`` name a source's id or, for a statement, its
    place in the order as ``s1``, ``s2``, ….
    """

    sources: tuple[Source, ...]
    refs: tuple[SourceRef, ...]
    derivations: tuple[Derivation, ...]
    confidence: tuple[float, ...]


def resolve(report: Report, attributions: Sequence[Attribution], model: Model | None = None) -> Resolution:
    """Work out the source of every attribution, given in text order; each gets a source, if only a nameless one."""
    model = model or shipped_model()
    scene = read_scene(report)
    choices = walk(scene, attributions, chooser(model))
    groups: dict[int, list[int]] = {}
    for turn, choice in enumerate(choices):
        groups.setdefault(choice.referent.number if choice is not None else -1, []).append(turn)
    sources: dict[int, Source] = {}
    derivations: list[Derivation] = []
    for number, turns in groups.items():
        identifier = f"p{len(sources) + 1}"
        made = [choice for turn in turns if (choice := choices[turn]) is not None]
        sources[number] = (
            _source(scene, model, identifier, made, [attributions[turn] for turn in turns], derivations)
            if made
            else Source(identifier, None, "unnamed-group", "unnamed", None, None, None, None, ())
        )
    refs, confidence = [], []
    for turn, choice in enumerate(choices):
        source = sources[choice.referent.number if choice is not None else -1]
        refs.append(SourceRef(source.id, attributions[turn].source, source.name, source.type, source.title, source.why))
        confidence.append(model.confidence(choice.by, choice.sure) if choice is not None else 0.0)
        if choice is not None:
            rule = f"sources: {choice.by}, {choice.candidate.origin}"
            derivations.append(Derivation(f"s{turn + 1}", "source.name", rule, attributions[turn].source))
    return Resolution(tuple(sources.values()), tuple(refs), tuple(derivations), tuple(confidence))


def chooser(model: Model) -> Chooser:
    """The walk's decision by a model."""

    def choose(_turn: int, _mention: Mention, found: list[Candidate], rows: Callable[[], Rows]) -> tuple[int, float]:
        if len(found) == 1:
            return 0, LONE
        shares = model.rank(rows())
        index = int(shares.argmax())
        return index, float(shares[index])

    return choose


def _source(
    scene: Scene, model: Model, identifier: str, made: list[Choice], attributions: list[Attribution],
    derivations: list[Derivation],
) -> Source:  # fmt: skip
    referent = made[-1].referent
    type = decide_type(scene, model, made, attributions)
    title = best_title(scene, model, referent, made, attributions, type)
    why = reason_of(scene, model, referent, made, attributions, type)
    text = scene.page.text
    derivations.append(Derivation(identifier, "type", "sources: linear model of types", None))
    return Source(
        id=identifier, name=" ".join(referent.name.split()), type=type,
        disclosure=disclosure_of(type, referent.unnamed or (referent.entity is None and is_role(referent.head))),
        title=title.of(text) if title is not None else None, title_span=title,
        why=why.of(text) if why is not None else None, why_span=why, mentions=_mentions(scene, referent),
    )  # fmt: skip


def _mentions(scene: Scene, referent: Referent) -> tuple[Span, ...]:
    """The words that name the source as a source, and every other place where its name stands."""
    found = list(referent.mentions)
    if referent.entity is not None and not referent.unnamed:
        for name in referent.entity.names:
            span = name_span(scene.page, name)
            if not any(span.overlaps(other) for other in found):
                found.append(span)
    return tuple(sorted(found))
