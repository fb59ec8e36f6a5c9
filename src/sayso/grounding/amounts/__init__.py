"""Amounts: words of a text → numbers with bounds and units."""

from sayso.grounding.amounts.conversions import Conversion, conversions
from sayso.grounding.amounts.finding import AmountMention, find_amounts

__all__ = ["AmountMention", "Conversion", "conversions", "find_amounts"]
