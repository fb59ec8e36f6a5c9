"""What a report was told itself."""

from __future__ import annotations

import pytest

from sayso.trace.firsthand import told_itself
from sayso.types import Span


@pytest.mark.parametrize(
    ("words", "outlet", "own"),
    [
        ("he told the Star that it was so", "The Northern Star", True),
        ("she told The Northern Star", "The Northern Star", True),
        ("records seen by the Mercury & Argus", "The Mercury & Argus", True),
        ("he told Delta that it was so", "The Northern Star", False),
        ("he told the Morning Star", "The Northern Star", False),
        ("he told reporters", "The Northern Star", False),
        ("he told the Star", None, False),
    ],
)
def test_told_to_the_outlet_itself(words: str, outlet: str | None, own: bool) -> None:
    assert told_itself(words, outlet, Span(0, len(words))) is own
