"""Times of utterances that are no day, in sentences written for these tests."""

from __future__ import annotations

import datetime
import re

import pytest

from sayso.grounding.dates import find_dates
from sayso.grounding.dates.scene import Utterance
from sayso.grounding.dates.vague import vague_time
from sayso.types import Span

CASES = [
    ("The mayor said last week that she would stay.", "she would stay", "last week"),
    ("The mayor told a meeting earlier this month she would stay.", "she would stay", "earlier this month"),
    ("Last week, the mayor said she would stay.", "she would stay", "Last week"),
    ("“I will stay,” the mayor said last month.", "“I will stay,”", "last month"),
    ("The mayor said on Monday that she would stay.", "she would stay", None),  # a day, for the model to judge
    ("The mayor last week said she would stay.", "she would stay", "last week"),
    ("The mayor, who took office last year, said she would stay.", "she would stay", None),
    ("The mayor said she would leave last week.", "she would leave last week", None),  # of what was said
    ("The mayor said of last week's talks that they failed.", "they failed", None),
    ("She left last week, and the mayor said she would stay.", "she would stay", None),
    ("A clerk who worked there until last year said she would stay.", "she would stay", None),  # the clerk's
]


@pytest.mark.parametrize(("text", "content", "words"), CASES, ids=[case[0] for case in CASES])
def test_words_for_a_time_that_is_no_day(text: str, content: str, words: str | None) -> None:
    def span(part: str) -> Span:
        begin = text.index(part)
        return Span(begin, begin + len(part))

    cue = "told" if "told" in text else "said"
    source = re.search(r"(?i)the mayor|a clerk .*year", text)
    assert source is not None
    one = Utterance(Span(*source.span()), (span(cue),), (span(content),))
    found = vague_time(text, one, find_dates(text, datetime.date(2025, 3, 12)), Span(0, len(text)))
    assert (found and found.span.of(text)) == words
    assert found is None or found.start is found.end is None
