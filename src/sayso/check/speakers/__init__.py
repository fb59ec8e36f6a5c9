"""Whose the words in quotation marks are, and whether readers know in time."""
