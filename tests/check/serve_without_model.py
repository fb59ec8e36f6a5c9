"""The language server as ``sayso lsp`` starts it, but with the stand-in reader of these tests; run by test_server."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import conftest
from sayso.check import inputs
from sayso.check.output.server import create_server

inputs._readings = conftest.layout_only
create_server().start_io()
