import pytest

from sayso.report import Draft, compose
from sayso.report.dateline import find_dateline
from sayso.types import Span

STORY = "The council of the harbour town voted on Monday to close the old mill."

CASES = {
    "reuters": ("HARVIK/OSTERBY, Nov 6 (Reuters) – ", ("HARVIK", "OSTERBY"), "Reuters", None, (11, 6)),
    "reuters without date": ("HARVIK (Reuters) - ", ("HARVIK",), "Reuters", None, None),
    "reuters without place": ("(Reuters) - ", (), "Reuters", None, None),
    "day without place": ("Nov 6 (Reuters) - ", (), "Reuters", None, (11, 6)),
    "day of an unknown agency": ("November 6, 2021 (Tarn Business) — ", (), "Tarn Business", "2021-11-06", None),
    "reuters desk": ("HARVIK (Reuters Breakingviews) - ", ("HARVIK",), "Reuters", None, None),
    "region": ("OSTERBY/HARVIK, Norland (Reuters) - ", ("OSTERBY", "HARVIK"), "Reuters", None, None),
    "ap": ("HARVIK, Norland (AP) — ", ("HARVIK",), "AP", None, None),
    "ap in full": ("HARVIK (The Associated Press) -- ", ("HARVIK",), "AP", None, None),
    "state": ("PORT ELMS, N.J. (AP) —", ("PORT ELMS",), "AP", None, None),
    "afp": ("Harvik (AFP) – ", ("Harvik",), "AFP", None, None),
    "afp dated": ("Harvik, Nov 6, 2021 (AFP) - ", ("Harvik",), "AFP", "2021-11-06", None),
    "dpa": ("Harvik (dpa) - ", ("Harvik",), "dpa", None, None),
    "tass": ("HARVIK, November 6. /TASS/. ", ("HARVIK",), "TASS", None, (11, 6)),
    "interfax": ("HARVIK. Nov 6 (Interfax) - ", ("HARVIK",), "Interfax", None, (11, 6)),
    "xinhua": ("HARVIK, Nov. 6 (Xinhua) -- ", ("HARVIK",), "Xinhua", None, (11, 6)),
    "agency unbracketed": ("Harvik, Nov 6, IRNA – ", ("Harvik",), "IRNA", None, (11, 6)),
    "day first": ("HARVIK, 6th November, 2021 (WAM) -- ", ("HARVIK",), "WAM", "2021-11-06", None),
    "day of month": ("HARVIK, 6 of November (EFE).- ", ("HARVIK",), "EFE", None, (11, 6)),
    "release": ("HARVIK, Nov. 6, 2021 /PRNewswire/ -- ", ("HARVIK",), "PRNewswire", "2021-11-06", None),
    "broadcaster": ("Harvik (CNN)", ("Harvik",), "CNN", None, None),
    "broadcaster alone": ("(CNN)", (), "CNN", None, None),
    "no agency": ("HARVIK — ", ("HARVIK",), None, None, None),
    "no space": ("HARVIK—", ("HARVIK",), None, None, None),
    "no agency dated": ("NEW HARVIK, March 23 - ", ("NEW HARVIK",), None, None, (3, 23)),
    "country and dash": ("Harvik, Norland - ", ("Harvik",), None, None, None),
    "ordinary case dated": ("Port Elms, April 7 - ", ("Port Elms",), None, None, (4, 7)),
    "two places by and": ("HARVIK and OSTERBY (Reuters) - ", ("HARVIK", "OSTERBY"), "Reuters", None, None),
    "apostrophe": ("N'DAREM (Reuters) - ", ("N'DAREM",), "Reuters", None, None),
    "mc": ("McELMS, Texas — ", ("McELMS",), None, None, None),
    "entity dash": ("HARVIK (AP) &mdash; ", ("HARVIK",), "AP", None, None),
    "two agencies": ("HARVIK (Reuters/AFP) - ", ("HARVIK",), "Reuters", None, None),
    "unknown outlet": ("HARVIK (Norland Wire) — ", ("HARVIK",), "Norland Wire", None, None),
    "dotcom": ("(HarvikDaily.com) – ", (), "HarvikDaily.com", None, None),
}


@pytest.mark.parametrize(("line", "places", "agency", "date", "day"), CASES.values(), ids=CASES.keys())
def test_forms(line, places, agency, date, day):
    text = line + STORY
    found = find_dateline(text, Span(0, len(text)))
    assert found is not None
    assert found.dateline.places == places
    assert found.dateline.agency == agency
    assert found.dateline.date == date
    assert found.day == day
    assert found.dateline.span.of(text) == line.rstrip()


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "The mayor (AP) said so.",
        "May 6 (the day it opened) was wet.",
        "NATO — which has its seat in Brussels — said so on Monday.",
        "UPDATE - The council voted.",
        "FILE - In this May 4, 2020 file photo, a mill stands.",
        "HARVIK COUNCIL VOTES TO CLOSE MILL — AND NOBODY IS SURPRISED",
        "MAYOR ROE: I never said that — never.",
        "US - a country",
        "The Harvik Gazette (HG) reported it.",
        "Osterby Council (formerly the parish) - a small body.",
        "HARVIK –",
        "",
        "Monday, Nov 6",
        "Updated Monday, Nov 6 - " + STORY,
    ],
)
def test_no_dateline(text):
    assert find_dateline(text, Span(0, len(text))) is None


def test_on_a_line_of_its_own():
    text = "HARVIK, Nov 6 (Reuters)"
    found = find_dateline(text, Span(0, len(text)))
    assert found is not None
    assert found.dateline.span == Span(0, len(text))


@pytest.mark.parametrize(
    ("bracket", "agency"),
    [
        ("Tarn Press", "Tarn Press"),
        ("Norland News Agency", "Norland News Agency"),
        ("Norland Press Agency", "Norland Press Agency"),
        ("The Osterby Agency", "The Osterby Agency"),
        ("Norland Wire", "Norland Wire"),
        ("Norland News Service", "Norland News Service"),
        ("The Associated Press", "AP"),
        ("Business Wire", None),
        ("Harvik Free Press", None),
        ("Harvik Gazette", None),
        ("HarvikDaily.com", None),
    ],
)
def test_agency_of_the_dateline(bracket, agency):
    report, _ = compose(Draft(f"Mill to close\n\nHARVIK ({bracket}) — {STORY}"))
    assert report.dateline is not None
    assert report.agency == agency
