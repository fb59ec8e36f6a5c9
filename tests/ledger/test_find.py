from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import LedgerError, SettingsError
from sayso.ledger import Ledger, Query
from sayso.ledger.words import parse

from .factory import reading, said
from .story import FERRY, INQUIRY, STORY, UNDATED

OVERLOADED, WARNING, REPORTED, ATTACKS, MISSING = (
    "the ferry had not been overloaded", '"Not one warning reached us,"', "had denied attacks on the crew",
    "attacks on the crew", "twelve people were missing",
)  # fmt: skip
WAS, AN_INQUIRY, STRIKES = "the ferry was overloaded", "an inquiry", "strikes would follow the attack"
ALL = [AN_INQUIRY, WAS, MISSING, ATTACKS, REPORTED, WARNING, OVERLOADED, STRIKES]

CASES: list[tuple[str, list[str]]] = [
    ("", ALL),
    ("sort=oldest", ALL[::-1]),
    ("words=ferry", [WAS, OVERLOADED]),
    ("words=FERRIES", [WAS, OVERLOADED]),
    ("words=attacking", [ATTACKS, REPORTED, STRIKES]),
    ("words=ferry+-not", [WAS]),
    ('words="not been overloaded"', [OVERLOADED]),
    ('words="been not overloaded"', []),
    ("words=warnings+OR+strike", [WARNING, STRIKES]),
    ("words=asgard", [AN_INQUIRY]),
    ("words=Åsgård+inquiry", [AN_INQUIRY]),
    ("words=overloaded+Quill", [WAS, OVERLOADED]),
    ('words="overloaded Quill"', []),
    ("words=lantern", [ATTACKS, REPORTED]),
    ("words=nothing", []),
    ("words=%29+%28*%3A", ALL),
    ("source=Quill", [WAS, WARNING, OVERLOADED]),
    ("source=Ada+Quill", [WAS, WARNING, OVERLOADED]),
    ("source=quill&kind=direct", [WARNING]),
    ("source=police", [ATTACKS]),
    ("source=Nobody+Else", []),
    ("source=Quill&source=union", [WAS, WARNING, OVERLOADED, STRIKES]),
    ("type=organization", [ATTACKS, REPORTED, STRIKES]),
    ("type=organization&type=unnamed-person", [MISSING, ATTACKS, REPORTED, STRIKES]),
    ("disclosure=unnamed", [MISSING, ATTACKS]),
    ("act=deny", [ATTACKS]),
    ("firmness=probable", [MISSING]),
    ("standing=unverified", [ATTACKS]),
    ("standing=confirmed&standing=unverified", [WAS, ATTACKS]),
    ("outlet=Lantern", [AN_INQUIRY, WAS]),
    ("outlet=www.lantern.example", [AN_INQUIRY, WAS]),
    ("via=The+Lantern", [ATTACKS]),
    ("via=Nobody", []),
    ("kind=mixed", [AN_INQUIRY]),
    ("how=continued", [STRIKES]),
    ("model=attribution_v2", [STRIKES]),
    ("judgement=none", ALL),
    ("judgement=accepted", []),
    (f"report={FERRY.report.id}&act=say", [MISSING, WARNING, OVERLOADED]),
    (f"report={INQUIRY.report.id[7:19]}", [AN_INQUIRY, WAS]),
    ("published_from=2031-05-05", [AN_INQUIRY, WAS]),
    ("published_to=2031-05-05", ALL[2:]),
    ("published_from=2031-05-04&published_to=2031-05-04", ALL[2:7]),
    ("published_from=2031-05-05&words=ferry", [WAS]),
    ("said_from=2031-05-04", [AN_INQUIRY]),
    ("said_from=2031-05-03&said_to=2031-05-03", [OVERLOADED]),
    ("confidence=0.5&disclosure=unnamed", [ATTACKS]),
    ("sort=said&said_to=2031-12-31", [AN_INQUIRY, OVERLOADED]),
    ("words=ferry&act=confirm&outlet=lantern&source=quill", [WAS]),
]


@pytest.fixture
def story(ledger: Ledger) -> Ledger:
    with ledger.write() as session:
        for each in STORY:
            session.add(each)
    return ledger


def test_every_filter_finds_what_it_should(story: Ledger) -> None:
    with story.read() as view:
        for text, expected in CASES:
            query = Query.of(text)
            page = view.find(query)
            assert [item.words for item in page.items] == expected, text
            assert view.count(query).value == len(expected), text
            assert view.facets(query).exact


def test_what_is_found_slices_back_and_says_where_from(story: Ledger) -> None:
    texts = {each.report.id: each.report for each in STORY}
    with story.read() as view:
        for item in view.find(Query()).items:
            report = texts[item.report]
            assert report.text[item.begin : item.end] == item.words
            assert (item.headline, item.outlet, item.url) == (report.headline, report.outlet, report.url)
        denial = view.find(Query(act=("deny",))).items[0]
    assert (denial.source, denial.via, denial.standing, denial.entity) == (
        "police",
        ("The Lantern",),
        ("unverified",),
        None,
    )


@pytest.mark.parametrize("text", ["", "sort=oldest", "sort=said", "words=ferry", "type=organization"])
def test_pages_follow_one_another_without_gap_or_repeat(story: Ledger, text: str) -> None:
    whole = Query.of(text)
    with story.read() as view:
        expected = [item.id for item in view.find(whole).items]
        got: list[str] = []
        cursor: str | None = ""
        while cursor is not None:
            page = view.find(Query.of([*whole.parameters(), ("limit", "2"), ("cursor", cursor)]))
            assert len(page.items) <= 2
            got += [item.id for item in page.items]
            cursor = page.next
    assert got == expected


def test_facets_count_the_matches(story: Ledger) -> None:
    with story.read() as view:
        by = view.facets(Query()).by
    assert dict(by["type"]) == {"person": 4, "organization": 3, "unnamed-person": 1}
    assert dict(by["standing"]) == {"confirmed": 1, "unverified": 1}
    assert dict(by["outlet"]) == {"Harbour Courier": 5, "The Lantern": 2}
    assert dict(by["judgement"]) == {"none": 8}
    assert by["source"][0] == ("Ada Quill", 2)


REPORT_CASES = [
    ("", [INQUIRY, FERRY, UNDATED]),
    ("words=minister", [INQUIRY]),
    ("words=ferry+sinking", [FERRY]),
    ("words=overload", [INQUIRY, FERRY]),
    ("outlet=courier", [FERRY]),
    ("published_to=2031-05-05&sort=oldest", [UNDATED, FERRY]),
    ("limit=1", [INQUIRY]),
]


def test_reports_are_found_by_their_whole_text(story: Ledger) -> None:
    with story.read() as view:
        for text, expected in REPORT_CASES:
            page = view.find_reports(Query.of(text))
            assert [item.id for item in page.items] == [each.report.id for each in expected], text
        assert view.find_reports(Query()).items[1].statements == 5
        first = view.find_reports(Query(limit=1))
        rest = view.find_reports(Query(cursor=first.next)).items
        assert [item.id for item in rest] == [FERRY.report.id, UNDATED.report.id]
        with pytest.raises(SettingsError, match="act"):
            view.find_reports(Query(act=("deny",)))


@pytest.mark.parametrize(
    "text",
    ["colour=red", "type=robot", "published_from=yesterday", "limit=0", "limit=many", "confidence=2", "sort=best",
     "words=-only", "versions=old", "cursor=%21", "cursor=WzFd", "sort=said&cursor=WyJuZXdlc3QiLCA1XQ"],
)  # fmt: skip
def test_senseless_queries_are_refused_with_a_remedy(story: Ledger, text: str) -> None:
    with pytest.raises(SettingsError) as caught, story.read() as view:
        view.find(Query.of(text))
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("text", "allowed"),
    [("act=denial", "deny"), ("act=say&act=denial", "deny"),
     ("standing=unproven", "unverified"), ("type=robot", "person"),
     ("firmness=sure", "certain"), ("kind=quote", "direct"), ("how=implied", "continued"),
     ("disclosure=secret", "named"),
     ("judgement=fine", "none")],
)  # fmt: skip
def test_a_value_that_a_filter_cannot_have_is_refused_with_those_it_can(story: Ledger, text: str, allowed: str) -> None:
    with pytest.raises(SettingsError, match=text.rpartition("&")[2]) as caught, story.read() as view:
        view.find(Query.of(text))
    assert allowed in caught.value.remedy


@pytest.mark.parametrize("given", ["sha256:ffffffffffff", "nothing at all"])
def test_an_unknown_report_is_said_to_be_unknown(story: Ledger, given: str) -> None:
    with story.read() as view, pytest.raises(LedgerError, match="no such report"):
        view.find(Query(report=(given,)))


_text = st.text(max_size=12)
_several = st.lists(st.text(min_size=1, max_size=8), max_size=3).map(tuple)
_days = st.none() | st.dates().map(str)


@given(
    st.builds(
        dict, source=_several, act=_several, outlet=_several, via=_several, published_from=_days, said_to=_days,
        confidence=st.none() | st.floats(0, 1), limit=st.integers(1, 1000), sort=st.sampled_from(["newest", "said"]),
        kind=st.lists(st.sampled_from(["direct", "mixed"]), max_size=2).map(tuple),
    )
)  # fmt: skip
def test_a_query_survives_the_way_through_a_url(values: dict[str, object]) -> None:
    query = Query(**values)  # type: ignore[arg-type]
    assert Query.of(str(query)) == query
    assert Query.of(query.parameters()) == query


@given(_text | st.text('"- OR\u201c\u201dab*():', max_size=20))
def test_any_text_can_be_looked_for(text: str) -> None:
    try:
        terms = parse(text)
    except SettingsError:
        return
    assert all(any(c.isalnum() for c in words) for term in terms for words in term.any_of)


ODD = ['"', "'", "(", "NEAR(a b)", "a AND", "NOT", "OR OR", "*", "^a", "a:b", "words:x", "{a b}", "a\0b", "\\", "don't",
       "a & | ! <->", "x" * 3000, "é–—", "日本", "-a b", '"a" OR -"b"', ":*", "%", "_"]  # fmt: skip


def test_no_text_breaks_the_search(story: Ledger) -> None:
    with story.read() as view:
        for words in ODD:
            view.find(Query(words=words))
            view.find_reports(Query(words=words))


FORMS = ["attack attacks attacked attacking", "deny denies denied denying", "minister ministers",
         "city cities", "agreement agreements", "running runs run", "don't don’t", "naïve naive", "U.S. u.s.",
         "2,000 2-000"]  # fmt: skip


@pytest.mark.parametrize("forms", FORMS)
def test_words_are_found_in_other_forms(ledger: Ledger, forms: str) -> None:
    forms_ = forms.split()
    with ledger.write() as session:
        for form in forms_:
            text = f"Somebody said it is about {form} and no more."
            session.add(reading(text, [said(f"about {form} and no more", "Somebody")], external_id=form))
    with ledger.read() as view:
        for form in forms_:
            assert view.count(Query(words=form)).value == len(forms_), form
