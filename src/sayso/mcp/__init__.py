"""A Model Context Protocol server over a ledger: ``serve(address)`` gives it, ready to run over standard streams."""

from sayso.mcp.server import serve

__all__ = ["serve"]
