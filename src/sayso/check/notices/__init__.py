"""Corrections and credits of the report itself."""
