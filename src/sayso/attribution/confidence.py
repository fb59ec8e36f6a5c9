"""How sure a statement and its source's name are, and what is withheld or left out for it.

A statement's confidence is the probability that a second reader lists it with the same source: a logistic of the
tagger's and the source resolver's own scores, fitted on development reports by ``training/calibration.py``.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from sayso.report.marks import Quotation
from sayso.tagger.spans import Attribution
from sayso.types import Kind, Source, SourceRef, Statement

FITTED = Path(__file__).with_name("confidence.json")
_EDGE = 1e-4
#: What the tagger doubts (its own score below the first) is not listed where a second reader would list it with this
#: source less often than once in three times (the second): of such, half are no statements and one in nine has the
#: right source. What fixed forms or a sure tagger found stays, however doubtful its source.
DOUBTED, LISTED = 0.8, 0.35
#: Never left out: to miss that somebody denied, kept silent or could not verify weighs more than one too many.
_ANSWERS = frozenset(("deny", "no-comment", "cannot-verify"))


@dataclass(frozen=True, slots=True)
class Calibration:
    """``weights`` by feature name of :func:`features`; ``name_floor``: a name less probable than this is not put to a
    direct quotation, where a wrong one puts words into somebody's mouth."""

    bias: float
    weights: dict[str, float]
    name_floor: float


@cache
def shipped() -> Calibration:
    return Calibration(**json.loads(FITTED.read_text(encoding="utf-8")))


def _logit(p: float) -> float:
    p = min(max(p, _EDGE), 1 - _EDGE)
    return math.log(p / (1 - p))


def features(attribution: Attribution, kind: Kind, name: float) -> dict[str, float]:
    """``name``: the resolver's probability that the name is right."""
    return {
        "tagger": _logit(attribution.score),
        "name": _logit(name),
        "indirect": float(kind == "indirect"),
        "continued": float(attribution.how == "continued"),
        "cueless": float(not attribution.cue),
        "sourceless": float(attribution.source is None),
    }


def sureness(attribution: Attribution, kind: Kind, name: float) -> float:
    """The probability, 0 to 1, that a second reader lists the statement with this source."""
    fitted, values = shipped(), features(attribution, kind, name)
    score = fitted.bias + sum(fitted.weights.get(key, 0.0) * value for key, value in values.items())
    return round(1 / (1 + math.exp(-score)), 4)


def carried(
    found: Sequence[Attribution], refs: Sequence[SourceRef], names: Sequence[float], marks: Sequence[Quotation]
) -> list[float]:
    """``names`` raised where marks say who speaks.

    A quotation left open that opens again in the next paragraph is by convention the same speaker's, and its name as
    sure as the one before it.
    """
    out = list(names)
    ends = [q.span.end for q in marks if q.continues]
    for i in range(1, len(found)):
        before, here = found[i - 1], found[i]
        if here.source or here.cue or refs[i].id != refs[i - 1].id:
            continue
        goes_on = any(before.content[-1].begin < end <= before.content[-1].end for end in ends)
        if goes_on and any(q.open.begin == here.content[0].begin for q in marks):
            out[i] = max(out[i], out[i - 1])
    return out


def judge(
    statements: Sequence[Statement], found: Sequence[Attribution], names: Sequence[float]
) -> tuple[Statement, ...]:
    """The statements with their confidence, and names withheld (null, and named in ``abstained``) where unsure."""
    fitted = shipped()
    out = []
    for statement, attribution, name in zip(statements, found, names, strict=True):
        source, abstained = statement.source, statement.abstained
        if statement.kind == "direct" and source.name is not None and name < fitted.name_floor:
            source, abstained = replace(source, name=None), (*abstained, "name")
        sure = sureness(attribution, statement.kind, name)
        out.append(replace(statement, confidence=sure, source=source, abstained=abstained))
    return tuple(out)


def listed(statements: Sequence[Statement], found: Sequence[Attribution]) -> tuple[Statement, ...]:
    """Those sure enough to be listed at all, and what answers, and what another one is about, stands
    in or is contested by."""
    meant = {id for s in statements for id in (*s.about, s.parent, *(standing.by for standing in s.standing))}
    return tuple(
        statement
        for statement, attribution in zip(statements, found, strict=True)
        if attribution.score >= DOUBTED
        or statement.confidence >= LISTED
        or statement.act in _ANSWERS
        or statement.id in meant
    )


def withheld(
    statements: Sequence[Statement], sources: Sequence[Source]
) -> tuple[tuple[Statement, ...], tuple[Source, ...]]:
    """A statement whose name is withheld gets a nameless source of its own: a doubt shows nowhere else either."""
    made, out = list(sources), []
    by_id = {source.id: source for source in sources}
    for statement in statements:
        ref = statement.source
        if "name" not in statement.abstained:
            out.append(statement)
            continue
        guess = by_id[ref.id]
        mentions = (ref.mention,) if ref.mention else ()
        own = Source(f"p{len(made) + 1}", None, ref.type, guess.disclosure, None, None, None, None, mentions)
        made.append(own)
        out.append(replace(statement, source=replace(ref, id=own.id, name=None, title=None, why=None)))
    used = {statement.source.id for statement in out}
    return tuple(out), tuple(source for source in made if source.id in used)
