"""Text to attributions: ``load(model)`` gives a :class:`Tagger`, ``tagger.tag(text, units)`` the attributions."""

from __future__ import annotations

from sayso.tagger.runtime import Tagger, load
from sayso.tagger.spans import Attribution

__all__ = ["Attribution", "Tagger", "load"]
