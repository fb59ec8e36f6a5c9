"""When statements were made, in reports written for these tests; the report's day is Sunday 6 November 2022."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sayso.grounding.dates import find_dates, utterance_date, utterance_dates
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


def test_the_date_beside_the_cue_dates_the_statement() -> None:
    text = "Mayor Ilse Brandt said on Friday that the dam, which broke on Oct. 4, would be mended."
    one = said(text, "Mayor Ilse Brandt", "said", "the dam, which broke on Oct. 4, would be mended")
    found = utterance_date(text, one, find_dates(text, SUNDAY), SUNDAY)
    assert found is not None
    assert found.span.of(text) == "Friday"


def test_a_date_in_the_content_alone_does_not() -> None:
    text = "Mayor Ilse Brandt has said that the dam broke on Oct. 4."
    one = said(text, "Mayor Ilse Brandt", "said", "the dam broke on Oct. 4")
    assert utterance_date(text, one, find_dates(text, SUNDAY), SUNDAY) is None


def test_what_the_same_speaker_adds_shares_the_day() -> None:
    text = (
        'Mayor Ilse Brandt said on Friday that the dam was safe.\n\n"We have checked it twice," Brandt added.\n\n'
        "Engineers believe the wall may have been cracked for years."
    )
    first = said(text, "Mayor Ilse Brandt", "said", "the dam was safe")
    second = said(text, "Brandt", "added", '"We have checked it twice,"', after=text.index("\n\n"))
    third = said(text, "Engineers", "believe", "the wall may have been cracked for years")
    keys = ["brandt", "brandt", "engineers"]
    days = utterance_dates(text, [first, second, third], keys, find_dates(text, SUNDAY), SUNDAY)
    assert [day.start if day else None for day in days] == ["2022-11-04", "2022-11-04", None]
    assert days[1] is not None
    assert days[1].span.of(text) == "Friday"  # the words that give it


def test_nothing_dated_nothing_given() -> None:
    text = "Mayor Ilse Brandt said the dam was safe."
    one = said(text, "Mayor Ilse Brandt", "said", "the dam was safe")
    assert utterance_dates(text, [one], ["brandt"], find_dates(text, SUNDAY), SUNDAY) == [None]
    assert utterance_dates(text, [], [], (), None) == []
