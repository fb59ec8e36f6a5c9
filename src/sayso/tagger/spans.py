"""What the tagger hands on: the spans of each attribution and the model's opinion of what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.types import How, Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as spans of the report's text, before names, chains and acts are worked out.

    ``source`` names the source at this place (perhaps a pronoun), None where no words do; ``content`` is never empty,
    in text order; ``title`` and ``why`` are spans near the source where the model saw one. The mappings give
    the model's probability per label (``act``, source ``type``, ``firmness``) and are empty where no model spoke.
    ``relayed`` is the model's probability, 0 to 1, that the statement came through somebody else before the page,
    ``score`` is the model's probability, 0 to 1, that this attribution is one.
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    how: How = "explicit"
    title: Span | None = None
    why: Span | None = None
    act: Mapping[str, float] = field(default_factory=dict)
    type: Mapping[str, float] = field(default_factory=dict)
    firmness: Mapping[str, float] = field(default_factory=dict)
    relayed: float = 0.0
    score: float = 1.0

    @property
    def begin(self) -> int:
        """Where the attribution begins, in code points: its first word of source, cue or content."""
        return min(self.spans).begin

    @property
    def end(self) -> int:
        return max([span.end for span in self.spans])

    @property
    def spans(self) -> tuple[Span, ...]:
        return (*((self.source,) if self.source else ()), *self.cue, *self.content)
