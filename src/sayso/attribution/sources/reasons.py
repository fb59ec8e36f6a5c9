"""Finds the words by which a report justifies a source: how it knows, why it is here, why it is unnamed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.attribution.relayed import AS_SAYING
from sayso.attribution.sources.kinds import disclosure_of
from sayso.attribution.sources.ranker import Model
from sayso.attribution.sources.scene import Referent, Scene
from sayso.attribution.sources.vocabulary import plain
from sayso.attribution.sources.walk import Choice
from sayso.patterns import kept
from sayso.tagger.spans import Attribution
from sayso.types import SourceType, Span

#: Why a source is unnamed, or how it knows, in the source's own sentence or the next one.
_PLAIN = kept(
    r"""(?:who\ )?(?:spoke|speaking|talked|talking|briefed\ reporters)\ (?:to\ [^.,;”"]{2,30}?\ )?(?:only\ )?
        (?:anonymously|(?:on|under)\ (?:the\ )?(?:condition\ of\ )?anonymity)[^.,;”"\n]*
        (?:,\ citing\ [^.,;”"\n]+)?
    | (?:who\ )?(?:had\ |has\ |have\ )?(?:requested|requesting|asked|asking|declined|declining|refused|insisted)
        \ (?:not\ to\ be|to\ be|to\ remain|on|anonymity)\ ?(?:named|identified|anonymous|quoted|anonymity)[^.,;”"\n]*
    | on\ (?:the\ )?condition\ of\ anonymity[^.,;”"\n]*(?:,\ citing\ [^.,;”"\n]+)?
    | (?:who\ )?(?:was|were|is|are)(?:\ not|n['’]t)\ (?:authori[sz]ed|permitted|allowed)\ to\ [^.,;”"\n]*
    | (?:both\ )?(?:directly\ )?(?:familiar\ with|briefed\ (?:on|about)|with\ (?:direct\ |first-hand\ |firsthand\ )?
        knowledge\ of|with\ connections\ to|close\ to|involved\ in|in\ the\ room|on\ the\ scene|present\ at)
        (?:\ [^.,;”"\n]*)?
    | [Rr]eporting\ from\ [^.,;:”"\n]+
    | \b(?:(?:an?|one|another)\ )?(?:(?:eye-?)?witness(?:es)?|survivors?|participants?|attendees|bystanders?)\b
        (?:\ (?:at|of|to)\ [^.,;:”"\n]+)?
    """,
    re.VERBOSE,
)  # fmt: skip
#: Every match of :data:`_PLAIN` holds one of these: what holds none is not searched.
_SIGNS = (
    "anonym", "named", "identified", "quoted", "authori", "permitted", "allowed", "familiar", "briefed", "knowledge",
    "connections", "close to", "involved", "in the room", "on the scene", "present at", "eporting from", "witness",
    "survivor", "participant", "attendees", "bystander",
)  # fmt: skip
#: The rest of a clause; a mark inside a number ends none, nor does the stop of an abbreviation.
_REST = r"""(?:[^.,;:“”"\n]|(?<=\d)[.,:](?=\d)|(?:(?<=\b[DSM][rts])|(?<=\bMrs)|(?<=\b[A-Z])(?=[A-Z,]|\ [a-z]))\.)+"""
_CLAUSE = kept(
    rf"""(?:\ \([^)\n]{{1,30}}\))?(?:,\ [^.,;“”"\n]{{1,60}})??,?
        \ (?P<why>(?P<rel>who|whose|which|that)\ {_REST}|(?:obtained|seen|reviewed|viewed)\ by\ {_REST})""",
    re.VERBOSE,
)
_APPOSED = kept(rf"(?:\ \([^)\n]{{1,30}}\))?,\ (?P<why>[^.,;“”\"\n]{{1,60}}?\ who\ {_REST})")
_ENDS = kept(r"\s+(?:said|says|told|tells|added|wrote|confirmed|described|claimed|warned|testified|explained)\b")
#: What turns a reason into its opposite: "who was not | involved in the study".
_NOT = kept(r"\b(?:(?:was|were|is|are)\s+)?(?:not|never|n['’]t)\s+\Z|\b(?:was|were|is|are)n['’]t\s+\Z")
#: Why a name is withheld.
_UNNAMED = kept(r"anonym|not to be (?:named|identified)|n[o'’]t authori")
#: Below this log-odds a reason is not given; how many mentions of a source are looked at.
_LEAST, _MENTIONS = -1.0, 8


@dataclass(frozen=True, slots=True)
class Reason:
    """``kind``: by which pattern; ``away``: how many mentions of the source come before."""

    span: Span
    kind: str
    away: int


def reasons(scene: Scene, referent: Referent, made: Sequence[Choice]) -> list[Reason]:
    """Everything that may justify a source, in text order, each stretch once."""
    found: dict[Span, Reason] = {}
    for away, (first, end) in enumerate(_places(referent, made)):
        for reason in _beside(scene, first, end, away):
            found.setdefault(reason.span, reason)
    return sorted(found.values(), key=lambda reason: reason.span)


def _places(referent: Referent, made: Sequence[Choice]) -> list[tuple[int, int]]:
    """Word ranges of the source's mentions that are no pronouns, in text order."""
    found = {(c.mention.first, c.mention.end) for c in made if c.mention.form in ("description", "name")}
    if referent.entity is not None and not referent.unnamed:
        found |= {(name.first, name.end) for name in referent.entity.names[:_MENTIONS]}
    return sorted(found)[:_MENTIONS]


def _beside(scene: Scene, first: int, end: int, away: int) -> Iterator[Reason]:
    page = scene.page
    after = bisect_right(page.sentence, page.sentence[first] + 1, lo=end)  # the next sentence too, in its paragraph
    stop = min(after, bisect_right(page.paragraph, page.paragraph[first], lo=end))
    begin, limit = page.begins[first], page.ends[stop - 1]
    clause = _CLAUSE.match(page.text, page.ends[end - 1], limit)
    if clause is not None:
        yield Reason(_cut(page.text, clause), clause["rel"] or "seen", away)
    apposed = _APPOSED.match(page.text, page.ends[end - 1], limit)
    if apposed is not None:
        yield Reason(_cut(page.text, apposed), "apposed", away)
    near = page.text[begin:limit]
    if not any(sign in near for sign in _SIGNS):
        return
    for match in _PLAIN.finditer(page.text, begin, limit):
        yield Reason(_cut(page.text, match), "inside" if match.start() < page.ends[end - 1] else "plain", away)


def _cut(text: str, match: re.Match[str]) -> Span:
    """The words matched, up to the cue where one follows: "familiar with the talks | said on Thursday"."""
    begin, end = match.span("why" if "why" in match.re.groupindex else 0)
    denied = _NOT.search(text, max(0, begin - 16), begin)
    begin = denied.start() if denied else begin
    first = text.find(" ", begin)
    cue = _ENDS.search(text, first, end) if 0 <= first < end else None
    words = text[begin : cue.start() if cue else end].rstrip()
    return Span(begin, begin + len(words))


def reason_features(scene: Scene, reason: Reason, type: SourceType) -> list[str]:
    """What the linear model of reasons sees of one candidate, as names of features that are present."""
    words = reason.span.of(scene.page.text).lower().split()
    kind = reason.kind
    verbs = [word for word in words[1:6] if word not in ("has", "had", "have", "been", "also", "is", "was", "were")]
    return [
        "why", f"why kind={kind}", f"why type={type}", f"why kind={kind}&type={type}",
        f"why words={min(len(words), 12) // 2}", f"why kind={kind}&short={len(words) < 3}",
        f"why away={min(reason.away, 2)}", f"why kind={kind}&away={min(reason.away, 2)}",
        f"why first={plain(words[0])}", f"why second={plain(words[1]) if len(words) > 1 else ''}",
        *(f"why verb={plain(word)}" for word in verbs[:1]),
        *(f"why word={plain(word)}" for word in words[1:8]),
    ]  # fmt: skip


def reason_of(
    scene: Scene, model: Model, referent: Referent, made: Sequence[Choice], attributions: Sequence[Attribution],
    type: SourceType,
) -> Span | None:  # fmt: skip
    """Span of the words that justify the source best, or None; what the tagger saw only where a pattern knows it."""
    text = scene.page.text
    found = [_before_cues(text, reason, attributions) for reason in reasons(scene, referent, made)]
    if disclosure_of(type, referent.unnamed) == "named":  # the next sentence may be another's who asked not to be named
        found = [reason for reason in found if _UNNAMED.search(reason.span.of(text)) is None]
    if not found:
        return None
    given = [a.why for a in attributions if a.why is not None]
    scores = [
        model.score(reason_features(scene, reason, type)) + _SEEN * any(reason.span.overlaps(why) for why in given)
        for reason in found
    ]
    best = max(range(len(found)), key=scores.__getitem__)
    return found[best].span if scores[best] >= _LEAST else None


def _before_cues(text: str, reason: Reason, attributions: Sequence[Attribution]) -> Reason:
    """Without the words from the source's cue on: "close to the board | called it absurd"."""
    begin, end = reason.span
    second = text.find(" ", text.find(" ", begin) + 1)
    cues = [part.begin for a in attributions for part in a.cue if 0 <= second < part.begin < end]
    said = AS_SAYING.search(text, begin, end)  # "quoted a person close to Dahl as saying that"
    cues += [said.start()] if said else []
    if not cues:
        return reason
    return replace(reason, span=Span(begin, begin + len(text[begin : min(cues)].rstrip())))


#: Weight of the tagger's having marked the same words.
_SEEN = 1.0
