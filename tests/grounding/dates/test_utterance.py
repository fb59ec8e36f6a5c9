"""When statements were made, in reports written for these tests; the report's day is Sunday 6 November 2022."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from sayso.grounding.dates import find_dates, utterance_dates
from sayso.grounding.dates.scene import Utterance, perfect
from sayso.types import Span

SUNDAY = datetime.date(2022, 11, 6)


@dataclass(frozen=True)
class Said:
    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    how: str = "explicit"


def said(text: str, source: str, cue: str, content: str, after: int = 0) -> Said:
    def place(words: str) -> Span:
        begin = text.index(words, after)
        return Span(begin, begin + len(words))

    return Said(place(source), (place(cue),), (place(content),))


def days_of(text: str, *statements: tuple[str, str, str]) -> list[str | None]:
    """The words that date each statement, given as source, cue and content in text order."""
    made, at = [], 0
    for source, cue, content in statements:
        one = said(text, source, cue, content, at)
        at = max(span.end for span in (*one.content, *one.cue, *((one.source,) if one.source else ())))
        made.append(one)
    keys = [source.rsplit(" ", 1)[-1] for source, _, _ in statements]
    found = utterance_dates(text, made, keys, find_dates(text, SUNDAY), SUNDAY)
    return [day.span.of(text) if day else None for day in found]


CASES = {
    "the date beside the cue, not that of the content": (
        "Mayor Ilse Brandt said on Friday that the dam, which broke on Oct. 4, would be mended.",
        [("Mayor Ilse Brandt", "said", "the dam, which broke on Oct. 4, would be mended", "Friday")],
    ),
    "a date in the content alone": (
        "Mayor Ilse Brandt has said that the dam broke on Oct. 4.",
        [("Mayor Ilse Brandt", "said", "the dam broke on Oct. 4", None)],
    ),
    "what the same speaker adds shares the day; what others think does not": (
        'Mayor Ilse Brandt said on Friday that the dam was safe.\n\n"We have checked it twice," Brandt added.\n\n'
        "Engineers believe the wall may have been cracked for years.",
        [
            ("Mayor Ilse Brandt", "said", "the dam was safe", "Friday"),
            ("Brandt", "added", '"We have checked it twice,"', "Friday"),
            ("Engineers", "believe", "the wall may have been cracked for years", None),
        ],
    ),
    "the headline takes the day of what it sums up": (
        "Brandt says dam is safe\n\nMayor Ilse Brandt said on Friday that the dam above Veldham was safe.",
        [
            ("Brandt", "says", "dam is safe", "Friday"),
            ("Mayor Ilse Brandt", "said", "the dam above Veldham was safe", "Friday"),
        ],
    ),
    "each speaker on the day of his own": (
        "Mayor Ilse Brandt said on Friday that the dam was safe.\n\nThe engineer Ole Tarn said on Saturday that it "
        'leaked.\n\n"I saw the water myself," Tarn said.\n\n"Mr. Tarn was not there," Brandt said.',
        [
            ("Mayor Ilse Brandt", "said", "the dam was safe", "Friday"),
            ("Ole Tarn", "said", "it leaked", "Saturday"),
            ("Tarn", "said", '"I saw the water myself,"', "Saturday"),
            ("Brandt", "said", '"Mr. Tarn was not there,"', "Friday"),
        ],
    ),
    "what somebody has always said is of no day": (
        "Mayor Ilse Brandt said on Friday that the dam was safe.\n\n"
        "Critics have long argued that the council neglects the river.",
        [
            ("Mayor Ilse Brandt", "said", "the dam was safe", "Friday"),
            ("Critics", "argued", "the council neglects the river", None),
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_words_that_date_a_statement(name: str) -> None:
    text, statements = CASES[name]
    assert days_of(text, *(one[:3] for one in statements)) == [day for *_, day in statements]


def test_a_carried_day_comes_with_the_words_that_give_it() -> None:
    text = 'Mayor Ilse Brandt said on Friday that the dam was safe.\n\n"It is sound," Brandt added.'
    pair = [
        said(text, "Mayor Ilse Brandt", "said", "the dam was safe"),
        said(text, "Brandt", "added", '"It is sound,"', 50),
    ]
    _, day = utterance_dates(text, pair, ["brandt", "brandt"], find_dates(text, SUNDAY), SUNDAY)
    assert day is not None
    assert (day.start, day.end, day.span.of(text)) == ("2022-11-04", "2022-11-04", "Friday")


def test_nothing_dated_nothing_given() -> None:
    text = "Mayor Ilse Brandt said the dam was safe."
    one = said(text, "Mayor Ilse Brandt", "said", "the dam was safe")
    assert utterance_dates(text, [one], ["brandt"], find_dates(text, SUNDAY), SUNDAY) == [None]
    assert utterance_dates(text, [], [], (), None) == []


def test_a_long_report_of_many_days() -> None:
    part = "Mayor Ilse Brandt said on Nov. {} that the dam was safe. "
    text = "".join(part.format(1 + n % 5) for n in range(300))
    begins = [i for i in range(len(text)) if text.startswith("Mayor", i)]
    many = [said(text, "Mayor Ilse Brandt", "said", "the dam was safe", begin) for begin in begins]
    days = utterance_dates(text, many, ["brandt"] * len(many), find_dates(text, SUNDAY), SUNDAY)
    assert [day.span.begin if day else None for day in days] == [text.index("Nov.", begin) for begin in begins]


@pytest.mark.parametrize(
    ("text", "cue", "looks_back"),
    [
        ("Brandt has denied that the dam broke.", "has denied", True),
        ("Brandt has denied that the dam broke.", "denied", True),
        ("Brandt previously denied that the dam broke.", "previously denied", True),
        ("Brandt denied that the dam broke.", "denied", False),
    ],
)
def test_a_cue_that_looks_back_however_much_of_it_was_marked(text: str, cue: str, looks_back: bool) -> None:
    one = said(text, "Brandt", cue, "the dam broke")
    assert perfect(text, Utterance(one.source, one.cue, one.content)) == looks_back


@dataclass(frozen=True)
class Against:
    """Leans away from every day, by so much, at the statement of that number; what it was asked stands in ``asked``."""

    number: int
    asked: list[tuple[int, list[list[str]], list[str]]]
    text: str
    keen: float = 1.0

    def of(self, i: int, kinds: Sequence[Sequence[str]], mentions: Sequence[Span | None]) -> list[float]:
        self.asked.append((i, [list(each) for each in kinds], [span.of(self.text) for span in mentions if span]))
        return [*([-30.0] * len(kinds) if i == self.number else [0.0] * len(kinds)), 0.0]


@pytest.mark.parametrize(("number", "left"), [(0, [None, "Friday"]), (1, ["Friday", None]), (7, ["Friday", "Friday"])])
def test_another_opinion_counts_for_its_statement_alone(number: int, left: list[str | None]) -> None:
    text = 'Mayor Ilse Brandt said on Friday that the dam was safe.\n\n"We have checked it twice," Brandt added.'
    made = [
        said(text, "Mayor Ilse Brandt", "said", "the dam was safe"),
        said(text, "Brandt", "added", '"We have checked it twice,"', text.index('"We')),
    ]
    lean = Against(number, [], text)
    found = utterance_dates(text, made, ["Brandt", "Brandt"], find_dates(text, SUNDAY), SUNDAY, lean)
    assert [day.span.of(text) if day else None for day in found] == left
    assert [(i, words) for i, _, words in lean.asked] == [(0, ["Friday"]), (1, ["Friday"])]
    assert [kinds[0][0][:3] for _, kinds, _ in lean.asked] == ["own", "S"]
