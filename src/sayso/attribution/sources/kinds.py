"""What type a source is and how far it is disclosed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.features import head_class
from sayso.attribution.sources.ranker import TYPES, Model
from sayso.attribution.sources.scene import Scene
from sayso.attribution.sources.titles import is_role
from sayso.attribution.sources.walk import Choice
from sayso.types import Disclosure, SourceType

_ANONYMITY = ("anonymity", "anonymous", "unnamed", "unidentified", "not authorized", "not authorised", "familiar with",
              "briefed on", "declined to be", "asked not to be", "close to", "knowledge of")  # fmt: skip


def type_features(scene: Scene, choice: Choice) -> list[str]:
    """What the linear model of types sees of one attribution, as names of features that are present."""
    mention, candidate, referent = choice.mention, choice.candidate, choice.referent
    page, entity = scene.page, choice.referent.entity
    words = choice.candidate.name.lower().split()
    last = words[-1].strip(".,'’\"”") if words else ""
    kind = entity.kind if entity is not None else "none"
    found = ["bias", f"form={mention.form}", f"origin={candidate.origin}", f"kind={kind}", f"last={last}",
             f"kind={kind}&origin={candidate.origin}", f"length={min(len(words), 4)}&kind={kind}",
             f"first={words[0] if words else ''}"]  # fmt: skip
    if entity is not None:
        found.append(f"evidence={max(-2, min(3, round(entity.evidence)))}")
        found.append("gender" if entity.gender else "no-gender")
    if referent.plural:
        found.append("plural")
    if mention.form == "description":
        shape = head_class(mention)
        found += [f"head={mention.head}", f"shape={shape}", f"determiner={mention.determiner}",
                  f"shape={shape}&origin={candidate.origin}", f"shape={shape}&plural={mention.plural}",
                  f"inside={'name' if mention.names else 'none'}&shape={shape}"]  # fmt: skip
    for word in words:
        if word in lexicon.DOCUMENTS:
            found.append("document-word")
        if word in lexicon.GROUPS:
            found.append("group-word")
        if word in lexicon.ANONYMOUS_HEADS:
            found.append("anonymous-word")
        if is_role(word):
            found.append("role-word")
    found.append("capital" if candidate.name[:1].isupper() else "small")
    found.append("last-capital" if words and candidate.name.split()[-1][:1].isupper() else "last-small")
    if mention.span is not None and mention.form == "description":
        first = page.begins[mention.first]
        around = page.text[max(0, first - 60) : mention.span.end + 120].lower()
        if any(sign in around for sign in _ANONYMITY):
            found.append("anonymity-near")
        if any(sign in mention.span.of(page.text).lower() for sign in _ANONYMITY):
            found.append("anonymity-inside")
    return found


def decide_type(
    scene: Scene, model: Model, choices: Sequence[Choice], opinions: Sequence[Mapping[str, float]]
) -> SourceType:
    """The type of one source over all its attributions; ``opinions``: the tagger's probabilities, perhaps empty."""
    totals = [0.0] * len(TYPES)
    for choice, opinion in zip(choices, opinions, strict=True):
        for index, score in enumerate(model.type_scores(type_features(scene, choice))):
            totals[index] += score + _OPINION * opinion.get(TYPES[index], 0.0)
    return TYPES[max(range(len(TYPES)), key=totals.__getitem__)]


#: Weight of the tagger's opinion against the linear model's scores.
_OPINION = 1.0


def disclosure_of(type: SourceType, unnamed: bool) -> Disclosure:
    """``unnamed``: an unnamed person speaks for the named body."""
    if type == "anonymous":
        return "anonymous"
    return "unnamed" if unnamed or type in ("unnamed-person", "unnamed-group") else "named"
