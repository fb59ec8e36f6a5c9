"""One self-contained HTML page of a reading: the report with its statements marked, and a card for each statement."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from sayso.export.segments import passages
from sayso.types import Reading


@cache
def _template() -> Template:
    loader = PackageLoader("sayso.export", "templates")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return made.get_template("reading.html")


def page(reading: Reading) -> str:
    """HTML 5, everything inside: no request leaves the page. Every text from the report is escaped."""
    return _template().render(
        report=reading.report,
        reading=reading,
        passages=passages(reading),
        statements={s.id: s for s in reading.statements},
        sources={s.id: s for s in reading.sources},
    )
