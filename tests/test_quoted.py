"""Words shown in quotation marks."""

from __future__ import annotations

import pytest

from sayso.quoted import balanced, quoted

CASES = [
    # words of a report, without stray marks, in marks
    ('he is going,"', "he is going,", "“he is going,”"),
    ('"He has told us he is going,"', '"He has told us he is going,"', '"He has told us he is going,"'),
    ("“I never saw it,”", "“I never saw it,”", "“I never saw it,”"),
    ("It’s a scandal,” she said", "“It’s a scandal,” she said", "“It’s a scandal,” she said"),
    ("It’s a scandal,”", "It’s a scandal,", "“It’s a scandal,”"),
    ("“We wrote it down", "We wrote it down", "“We wrote it down”"),
    ("the mayor would “cooperate fully", "the mayor would “cooperate fully”", "“the mayor would “cooperate fully””"),
    ("three people were hurt", "three people were hurt", "“three people were hurt”"),
    ("“I ran.\n\n“We held on.”", "“I ran.\n\n“We held on.”", "“I ran.\n\n“We held on.”"),
    ('a 12" pipe burst', 'a 12" pipe burst', '“a 12" pipe burst”'),
    ("", "", "“”"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "plain", "marked"), CASES)
def test_marks_have_their_partners(words: str, plain: str, marked: str) -> None:
    assert balanced(words) == plain
    assert quoted(words) == marked
