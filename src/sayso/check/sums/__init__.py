"""Totals and their parts, counts and their lists."""
