"""Sayso reads news reports and keeps the record of what they rest on."""

from __future__ import annotations

__version__ = "0.1.0"
