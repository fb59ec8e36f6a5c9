"""Dates: finding them in a text, resolving them to days, the report's own day, and when a statement was made.

The way through: :func:`anchor_of` gives a report's own day, :func:`find_dates` every date expression of a text with its
days, :func:`utterance_dates` which of them date the statements. Dates in a content are the mentions within its spans.
"""

from sayso.grounding.dates.anchor import anchor_of
from sayso.grounding.dates.finder import find_dates
from sayso.grounding.dates.mention import DateMention
from sayso.grounding.dates.utterance import utterance_dates
from sayso.grounding.dates.years import InferredYear, date_conflicts, infer_year

__all__ = [
    "DateMention", "InferredYear", "anchor_of", "date_conflicts", "find_dates", "infer_year", "utterance_dates",
]  # fmt: skip
