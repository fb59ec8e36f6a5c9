"""Rumours, and what could not be verified."""
