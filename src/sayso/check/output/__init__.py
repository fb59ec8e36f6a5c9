"""Findings shown: to people, to programs, to editors, and to any text editor."""
