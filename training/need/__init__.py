"""Trains the estimate of ``sayso.check.ownvoice.need``: how likely a report is to give a source for a sentence."""
