"""Dates: finding them in a text, resolving them to days, the report's own day, and when a statement was made."""

from sayso.grounding.dates.finder import find_dates
from sayso.grounding.dates.mention import DateMention

__all__ = ["DateMention", "find_dates"]
