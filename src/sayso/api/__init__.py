"""The REST API over a ledger: ``create_app(Serving(ledger=…))`` gives an ASGI application.

Every answer comes from the public verbs of ``sayso.pipeline``, ``sayso.ledger`` and ``sayso.trace``; nothing is worked
out here. The pages of ``sayso.web`` are added to the same application and share its services, visitors and limits.
"""

from sayso.api.app import create_app
from sayso.api.serving import Serving

__all__ = ["Serving", "create_app"]
