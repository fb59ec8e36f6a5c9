"""Scores on annotated reports."""
