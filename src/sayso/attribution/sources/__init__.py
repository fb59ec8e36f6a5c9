"""Who a statement comes from: mentions of sources joined over a report, with name, type, title and reason."""

from sayso.attribution.sources.resolve import Resolution, resolve

__all__ = ["Resolution", "resolve"]
