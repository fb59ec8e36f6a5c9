"""Date expressions in sentences written for these tests, read on Sunday 6 November 2022."""

from __future__ import annotations

import datetime

import pytest

from sayso.grounding.dates import find_dates

SUNDAY = datetime.date(2022, 11, 6)

# text, the words found, first day, last day
CASES = [
    ("Brennholt said on Friday the mill was safe.", "Friday", "2022-11-04", "2022-11-04"),
    ("The mayor spoke on Sunday.", "Sunday", "2022-11-06", "2022-11-06"),
    ("The council will vote on Friday.", "Friday", "2022-11-11", "2022-11-11"),
    ("On Thursday, lawmakers will meet in Ostmark.", "Thursday", "2022-11-10", "2022-11-10"),
    ("Support would last after Tuesday's election.", "Tuesday", "2022-11-08", "2022-11-08"),
    ("They talk next Friday.", "next Friday", "2022-11-11", "2022-11-11"),
    ("They met last Tuesday.", "last Tuesday", "2022-10-25", "2022-10-25"),
    ("He fell ill this past Thursday.", "this past Thursday", "2022-11-03", "2022-11-03"),
    ("He signed the decree on Oct. 4 in Varn.", "Oct. 4", "2022-10-04", "2022-10-04"),
    ("He signed it on 4 October in Varn.", "4 October", "2022-10-04", "2022-10-04"),
    ("It was signed October 4, 2021, in Varn.", "October 4, 2021", "2021-10-04", "2021-10-04"),
    ("It opened on the 4th of October.", "the 4th of October", "2022-10-04", "2022-10-04"),
    ("It was filed on 4/10/2022.", "4/10/2022", "2022-04-10", "2022-04-10"),
    ("It was filed on 24/10/2022 and again on 4/10/2022.", "4/10/2022", "2022-10-04", "2022-10-04"),
    ("It was filed on 04.10.2022.", "04.10.2022", "2022-10-04", "2022-10-04"),
    ("He served before 9/11 in Varn.", "9/11", "2001-09-11", "2001-09-11"),
    ("It was filed on 2022-10-04.", "2022-10-04", "2022-10-04", "2022-10-04"),
    ("It opens Nov. 20.", "Nov. 20", "2022-11-20", "2022-11-20"),
    ("The bridge was hit Sunday, Nov. 6, 2022.", "Sunday, Nov. 6, 2022", "2022-11-06", "2022-11-06"),
    ("Since October the dam has leaked.", "October", "2022-10-01", "2022-10-31"),
    ("Elections are due in January.", "January", "2023-01-01", "2023-01-31"),
    ("It closed in late March.", "late March", "2022-03-16", "2022-03-31"),
    ("It closed in early 2021.", "early 2021", "2021-01-01", "2021-06-30"),
    ("It closed in mid-May.", "mid-May", "2022-05-10", "2022-05-20"),
    ("Last week, the river rose.", "Last week", "2022-10-24", "2022-10-30"),
    ("Work begins next month.", "next month", "2022-12-01", "2022-12-31"),
    ("Prices doubled this year.", "this year", "2022-01-01", "2022-12-31"),
    ("It began three weeks ago.", "three weeks ago", "2022-10-16", "2022-10-16"),
    ("It began 10 years ago.", "10 years ago", "2012-01-01", "2012-12-31"),
    ("He left the day before yesterday.", "the day before yesterday", "2022-11-04", "2022-11-04"),
    ("He leaves tomorrow.", "tomorrow", "2022-11-07", "2022-11-07"),
    ("Sirens sounded last night.", "last night", "2022-11-05", "2022-11-05"),
    ("Shells fell overnight.", "overnight", "2022-11-05", "2022-11-06"),
    ("Shells fell on Tuesday morning.", "Tuesday morning", "2022-11-01", "2022-11-01"),
    ("Thousands marched over the weekend.", "the weekend", "2022-11-05", "2022-11-06"),
    ("It was built in the 1990s.", "the 1990s", "1990-01-01", "1999-12-31"),
    ("Sales fell in the third quarter.", "the third quarter", "2022-07-01", "2022-09-30"),
    ("Sales fell in the third quarter of 2021.", "the third quarter of 2021", "2021-07-01", "2021-09-30"),
    ("It stood empty in spring 2020.", "spring 2020", "2020-03-01", "2020-05-31"),
    ("He was away between May 3 and May 7.", "between May 3 and May 7", "2022-05-03", "2022-05-07"),
    ("He was away from Monday to Thursday.", "from Monday to Thursday", "2022-10-31", "2022-11-03"),
    ("He was away May 3-7.", "May 3-7", "2022-05-03", "2022-05-07"),
    ("He was away from Dec. 30, 2021, to Jan. 2, 2022.", "Dec. 30, 2021", "2021-12-30", "2021-12-30"),
    ("It was seized in 2014.", "2014", "2014-01-01", "2014-12-31"),
    ("The town shrank over the past decade.", "the past decade", "2012-11-06", "2022-11-06"),
    ("They must leave within 48 hours.", "within 48 hours", "2022-11-06", "2022-11-08"),
    ("By the end of the year it will close.", "the end of the year", "2022-09-01", "2022-12-31"),
    ("It was founded in the first week of 2019.", "the first week of 2019", "2018-12-31", "2019-01-06"),
    ("It fell in the first half of 2021.", "the first half of 2021", "2021-01-01", "2021-06-30"),
    ("The march was on Easter Monday.", "Easter Monday", "2022-04-18", "2022-04-18"),
    ("It was founded in 490 BC.", "490 BC", "-0489-01-01", "-0489-12-31"),
    ("It was razed in the 16th century.", "the 16th century", "1501-01-01", "1600-12-31"),
    ("It was razed in nineteen forty four.", "nineteen forty four", "1944-01-01", "1944-12-31"),
    ("He spoke two days before the Oct. 4 decree.", "two days before the Oct. 4", "2022-10-02", "2022-10-02"),
]


@pytest.mark.parametrize(("text", "words", "start", "end"), CASES, ids=[case[1] for case in CASES])
def test_resolved(text: str, words: str, start: str, end: str) -> None:
    found = {mention.span.of(text): mention for mention in find_dates(text, SUNDAY)}
    assert words in found
    assert (found[words].start, found[words].end) == (start, end)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The second dam has stood empty since the invasion.", "since the invasion"),
        ("They met on the eve of the summit.", "on the eve of the summit"),
        ("Aid has doubled since Norland's invasion.", "since Norland's invasion"),
        ("A few days ago the river rose.", "A few days ago"),
        ("It was signed on Feb. 30.", "Feb. 30"),
    ],
)
def test_kept_as_words_where_they_do_not_resolve(text: str, words: str) -> None:
    (mention,) = find_dates(text, SUNDAY)
    assert mention.span.of(text) == words
    assert (mention.kind, mention.value, mention.start, mention.end) == ("words", None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The strike lasted three weeks.",
        "A 10-year-old was hurt.",
        "Theresa May said he may 4 times have marched 10 miles.",
        "It sold 1500 tons for $2000.",
        "COVID-19 and the B-52s ran 24/7.",
        "The sun sat low.",
        "The shop opens every Friday.",
        "He has worked here for two years.",
        "Room 101 is shut.",
        "Fox News Sunday aired it.",
        "The bridge is guarded – 24/7.",
        "The editor of Russia Today left, and USA TODAY reported it.",
    ],
)
def test_no_date(text: str) -> None:
    assert find_dates(text, SUNDAY) == ()


# text, (words, first day) of each mention: the later ones count from the earlier ones
IN_CONTEXT = [
    ("The fire broke out on Oct. 4. Two days earlier, the mill had closed.", ("Two days earlier", "2022-10-02")),
    ("The fire broke out on Oct. 4. The following day, rain came.", ("The following day", "2022-10-05")),
    ("The fire broke out on Oct. 4. The day before, rain came.", ("The day before", "2022-10-03")),
    ("It opened on May 9, 2016. That same month it closed.", ("That same month", "2016-05-01")),
    ("It opened in 2016. Later that year it closed.", ("Later that year", "2016-01-01")),
]


@pytest.mark.parametrize(("text", "expected"), IN_CONTEXT, ids=[expected[0] for _, expected in IN_CONTEXT])
def test_counted_from_the_text(text: str, expected: tuple[str, str]) -> None:
    last = find_dates(text, SUNDAY)[-1]
    assert (last.span.of(text), last.start) == expected
    assert last.counted == "text"


def test_a_report_of_the_last_day_of_the_calendar_is_read() -> None:
    from sayso.grounding.dates.scene import Scene

    assert Scene("It closed.", [], [], datetime.date.max).anchor == "9999-12-31"


def test_a_history_goes_on_from_the_year_it_tells_of() -> None:
    text = (
        "The siege of Varn began on 3 October 1811. In November the walls fell. By late January the town had "
        "surrendered. The peace was signed on 5 June 1812, and trade resumed in 1813. In April the last troops left; "
        "the fortress was razed in 1815. Its stones went to Ostmark in 1820, and from 1831 to Lenz, which burned on "
        "2 May 1840."
    )
    found = {mention.span.of(text): mention.value for mention in find_dates(text, SUNDAY)}
    assert found["November"] == "1811-11"
    assert found["late January"] == "1812-01"
    assert found["April"] == "1813-04"


def test_without_an_anchor_only_what_the_text_itself_gives_is_resolved() -> None:
    text = "On Friday, Mayor Ilse Brandt recalled 4 May 2019. Two days later, she had won. Last week she lost."
    found = {mention.span.of(text): mention.start for mention in find_dates(text, None)}
    assert found == {"Friday": None, "4 May 2019": "2019-05-04", "Two days later": "2019-05-06", "Last week": None}


def test_spans_limit_what_is_given_but_not_what_is_counted_from() -> None:
    text = "The fire broke out on Oct. 4. Two days later, rain came."
    (first, second) = find_dates(text, SUNDAY)
    assert find_dates(text, SUNDAY, spans=[second.span]) == (second,)
    assert second.start == "2022-10-06"
    assert first.span.end < second.span.begin


def test_every_value_says_how_it_came_about() -> None:
    (mention,) = find_dates("He spoke on Friday.", SUNDAY)
    assert (mention.rule, mention.counted, mention.value) == ("weekday_name", "anchor", "2022-11-04")
    assert mention.range.start == "2022-11-04"
