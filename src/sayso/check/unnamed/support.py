"""Whether what one source says is borne out by another of the report."""

from __future__ import annotations

from sayso.check.context import Context, content_of, speaks
from sayso.check.language import content_words
from sayso.types import Statement


def _counts(context: Context, other: Statement) -> bool:
    """Whether a statement can support another: one of the body, with a cue of saying."""
    return context.in_body(other.content[0]) and speaks(other, context.text)


def supported(context: Context, statement: Statement) -> bool:
    """Whether another source of the report says much the same, or confirms it."""
    words = content_words(content_of(statement, context.text))
    for other in context.statements:
        same = other.source.type == "anonymous" and other.source.name == statement.source.name
        through = any(hop.name == statement.source.name for hop in other.via)
        if same or through or other.source.id == statement.source.id or not _counts(context, other):
            continue
        if statement.id in other.about and other.act == "confirm":
            return True
        shared = words & content_words(content_of(other, context.text))
        if other.act not in ("deny", "no-comment", "cannot-verify") and len(shared) >= max(3, len(words) // 3):
            return True
    return False
