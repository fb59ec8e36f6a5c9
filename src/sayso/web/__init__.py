"""The pages: plain HTML from the server, small scripts of our own on top, no request to anybody else.

``create_app(Serving(ledger=…))`` gives the whole application: the pages and the REST API beneath them.
"""

from sayso.web.app import create_app

__all__ = ["create_app"]
