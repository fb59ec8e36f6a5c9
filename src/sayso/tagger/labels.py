"""The label sets of the attribution models: changing any of these means a new model version."""

from __future__ import annotations

from sayso.types import ACTS

#: What a word can be to the statements of its window: the first word of a cue; the first word of a source that has
#: no cue; the first word of the content of a statement with neither.
ANCHORS = ("none", "cue", "source", "content")

#: Begin and inside of each span that an anchor can have; 0 is outside.
ROLES = ("O", *(f"{mark}-{role}" for role in ("source", "cue", "content", "title", "why") for mark in "BI"))

TYPES = ("person", "organization", "document", "anonymous", "unnamed-person", "unnamed-group")
FIRMNESS = ("certain", "probable", "possible")
#: Number of relays between page and source: none or some; whether the statement is a continuation.
VIA = ("none", "some")
HOW = ("explicit", "continued")

CLASSES = {"act": ACTS, "type": TYPES, "firmness": FIRMNESS, "via": VIA, "how": HOW}
