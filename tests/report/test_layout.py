import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.report import Draft, compose, dateline_day, with_year
from sayso.types import BLOCK_ROLES, Credits, Timestamp

WIRE = """Mill to close, harbour council says

  • Council votes nine to two
  • Union calls the vote “a betrayal” – Harvik Gazette

HARVIK/OSTERBY, Nov 6 (Reuters) – The harbour council voted on Monday to close the old mill, the Gazette reported.

FILE PHOTO: The old mill in Harvik, Norland, May 4, 2020. REUTERS/Jo Roe

“We had no choice,” council chair Ann Lee said.

NO SECOND VOTE

The union said it would appeal. It has until Friday to do so.

Read more: Five mills that came back

Lee said the council would not vote again.

Reports from Reuters offices; Written by Jo Roe; Editing by Bo Lund, Kim van der Berg

(This Nov. 6 story has been corrected to say the vote was nine to two, not eight to two)

Our standards: The Thomson Reuters Trust Principles.

Comments are closed."""

AP = """Mill to close

By JO ROE and ANN LEE

HARVIK, Norland (AP) — The harbour council voted on Monday to close the mill.

Nobody from the union could be reached.

___

Associated Press writer Bo Lund in Osterby contributed to this report."""

PAGE = """Mill to close after council vote

Jo Roe

Harvik Gazette

Published: 6 November 2021, 10:15

3 min read

Advertisement

The harbour council voted on Monday to close the mill, ending a century of milling in the town.

Image caption The old mill has stood empty since May

A spokeswoman for the union said it would go to court.

What happens now?

The council has until the end of the year to find a buyer for the land, according to its own rules.

Sign up for our newsletter

Related stories

Five mills that came back

Jo Roe is a reporter for the Harvik Gazette."""


def roles(report):
    return [(block.role, block.span.of(report.text).split("\n")[0][:24]) for block in report.blocks]


def read(text, **known):
    return compose(Draft(text, **known))[0]


def test_wire_report():
    report = read(WIRE, published="2021-11-07")
    assert roles(report) == [
        ("headline", "Mill to close, harbour c"),
        ("deck", "• Council votes nine to "),
        ("deck", "• Union calls the vote “"),
        ("dateline", "HARVIK/OSTERBY, Nov 6 (R"),
        ("paragraph", "The harbour council vote"),
        ("caption", "FILE PHOTO: The old mill"),
        ("paragraph", "“We had no choice,” coun"),
        ("subhead", "NO SECOND VOTE"),
        ("paragraph", "The union said it would "),
        ("furniture", "Read more: Five mills th"),
        ("paragraph", "Lee said the council wou"),
        ("credit", "Reports from Reuters off"),
        ("correction", "(This Nov. 6 story has b"),
        ("furniture", "Our standards: The Thoms"),
        ("furniture", "Comments are closed."),
    ]
    assert report.headline == "Mill to close, harbour council says"
    assert report.deck == ("Council votes nine to two", "Union calls the vote “a betrayal” – Harvik Gazette")
    assert report.dateline.places == ("HARVIK", "OSTERBY")
    assert report.dateline.date == "2021-11-06"
    assert report.agency == "Reuters"
    assert report.credits == Credits(("Reuters offices",), ("Jo Roe",), ("Bo Lund", "Kim van der Berg"))
    assert (report.genre, report.language, report.notes) == ("news", "en", ())


def test_bylines_and_contributors():
    report = read(AP)
    assert report.byline == ("Jo Roe", "Ann Lee")
    assert report.agency == "AP"
    assert report.credits.reporting == ("Bo Lund",)
    assert [role for role, _ in roles(report)] == [
        "headline", "credit", "dateline", "paragraph", "paragraph", "furniture", "credit",
    ]  # fmt: skip


def test_page_in_plain_text():
    report = read(PAGE, outlet="Harvik Gazette")
    assert roles(report)[1:6] == [
        ("credit", "Jo Roe"),
        ("credit", "Harvik Gazette"),
        ("furniture", "Published: 6 November 20"),
        ("furniture", "3 min read"),
        ("furniture", "Advertisement"),
    ]
    assert [role for role, _ in roles(report)[6:]] == [
        "paragraph", "caption", "paragraph", "subhead", "paragraph", "furniture", "furniture", "furniture", "furniture",
    ]  # fmt: skip
    assert report.byline == ("Jo Roe",)
    assert report.published == Timestamp("2021-11-06", "day")


def test_year_of_the_dateline():
    report = read(WIRE)
    assert (report.published, report.dateline.date, dateline_day(report)) == (None, None, (11, 6))
    dated = with_year(report, 2021, "the text calls Nov 6 a Saturday")
    assert dated.dateline.date == "2021-11-06"
    assert dated.published == Timestamp("2021-11-06", "day", "the text calls Nov 6 a Saturday")
    assert with_year(dated, 2020, "") == dated
    assert read(WIRE.replace("Nov 6 (R", "Nov 6, 2019 (R")).published == Timestamp("2019-11-06", "day", "the dateline")
    across = read(WIRE.replace("Nov 6 (R", "Dec 31 (R"), published="2022-01-01T05:00:00Z")
    assert across.dateline.date == "2021-12-31"
    assert read(WIRE, published="2022-03-01").dateline.date is None, "four months apart: not the same story's day"


def test_carrier_goes_before_layout():
    report, derivations = compose(
        Draft(
            WIRE,
            headline="Other headline",
            byline=("By Jo Roe, Reuters",),
            published="Sat, 06 Nov 2021 10:15:00 +0100",
            updated="whenever",
            outlet="Gazette",
            origins={"headline": "json-ld", "published": "meta"},
        )
    )
    assert report.headline == "Other headline"
    assert report.byline == ("Jo Roe",)
    assert report.published == Timestamp("2021-11-06T10:15:00+01:00", "minute")
    assert report.updated is None
    assert [note.code for note in report.notes] == ["unread-date"]
    assert {(d.field, d.rule) for d in derivations} >= {
        ("headline", "json-ld"),
        ("published", "meta"),
        ("deck", "layout"),
    }
    assert all(derivation.statement is None for derivation in derivations)


WRAPPED = """   The harbour council voted on Monday to close the old mill, which
has stood empty since May of last year, the Harvik Gazette said in
its morning edition.
   Council chair Ann Lee said there had been no choice and that the
town could not go on paying for an empty building by the water.
   The union said it would appeal against the vote before Friday.
 Reuter
"""


SHORT_WRAPPED = """Ferry line suspends
crossings after warning

HARVIK, March 3, 2025 (AP) - The Northline ferry company suspended all
crossings on Monday after an engineer warned that a ramp "could fail
at any moment," its chief executive said.
"We will not sail until it is safe," Marta Ekholm told reporters at a
news conference. The port authority declined to comment.
Union leader Jens Bakke accused the company of ignoring three
warnings, which Ekholm denied."""


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (WRAPPED, 3),
        (WRAPPED.replace("   ", "\n"), 3),
        ("A first paragraph stands here, and ends.\nA second one follows it at once.\nAnd a third.", 3),
        (SHORT_WRAPPED, 3),
        ("One paragraph.\r\n\r\nAnother one, after carriage returns.", 2),
        ("One paragraph of text.\u2028Another one of text.", 2),
    ],
    ids=["indented", "hard-wrapped", "one to a line", "hard-wrapped, short", "carriage returns", "line separators"],
)
def test_paragraphs_without_blank_lines(text, paragraphs):
    report = read(text)
    assert [block.role for block in report.blocks].count("paragraph") == paragraphs


@pytest.mark.parametrize(
    ("text", "known", "genre"),
    [
        ("Opinion | Close the mill\n\nIt is time.", {}, "opinion"),
        ("Close it\n\nANALYSIS/OPINION:\n\nIt is time to close the mill.", {}, "opinion"),
        ("Close it\n\nIt is time.", {"url": "https://gazette.example/opinion/2021/close-it"}, "opinion"),
        ("Mill vote live: council decides\n\nIt is over.", {}, "live"),
        ("Mill vote\n\nIt is over.", {"url": "https://gazette.example/news/live-updates-mill"}, "live"),
        ("Hearing\n\n" + "ANN LEE: We had no choice.\n\nJO ROE: You had.\n\n" * 4, {}, "transcript"),
        ("FOR IMMEDIATE RELEASE\n\nHarvik Mills is proud to announce a sale.", {}, "release"),
        ("HARVIK, Nov. 6, 2021 /PRNewswire/ -- Harvik Mills is proud to announce a sale.", {}, "release"),
        ("Mill to close\n\nThe council voted.", {}, "news"),
        ("Mill\n\nBarley, rye, oats", {}, "other"),
    ],
)
def test_genre(text, known, genre):
    assert read(text, **known).genre == genre


@pytest.mark.parametrize(
    ("known", "text", "agency"),
    [
        ({}, "Mill\n\nBy Jo Roe, Reuters\n\nThe council voted to close the mill.", "Reuters"),
        ({}, "Mill\n\nBy Jo Roe | AP\n\nThe council voted to close the mill.", "AP"),
        ({"outlet": "Agence France-Presse"}, "Mill\n\nThe council voted.", "AFP"),
        ({"byline": ("The Associated Press",)}, "Mill\n\nThe council voted.", "AP"),
        ({}, "Mill\n\nThe council voted to close it.\n\nReuter", "Reuters"),
        (
            {"outlet": "Harvik Gazette"},
            "Mill\n\nThe AP said the council voted.\n\nThe AP contributed to this report.",
            None,
        ),
    ],
)
def test_agency(known, text, agency):
    assert read(text, **known).agency == agency


@pytest.mark.parametrize("desk", ["Associated Courier", "Staff Writer", "The Associated Press"])
def test_a_desk_under_the_byline_is_no_deck(desk):
    report = read(f"Mill\n\nBy JO ROE\n{desk}\n\nHARVIK (AC) — The council voted to close the mill.")
    assert report.byline == ("Jo Roe",)
    assert report.deck == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "The council of the harbour town voted to close the mill, and the union said that it would go on.",
            "en",
        ),
        ("Mill shut after the vote", "en"),
        (
            "De gemeenteraad van de havenstad heeft maandag besloten om de oude molen te sluiten, zei de burgemeester.",
            "nl",
        ),
        ("Le conseil du port a voté lundi la fermeture de l’ancien moulin, a déclaré sa présidente.", "fr"),
        ("Совет портового города проголосовал в понедельник за закрытие старой мельницы.", "ru"),
        ("港の町の議会は月曜日、古い工場を閉鎖することを決めた。", "ja"),
        ("قال رئيس البلدية أورلو فين يوم الأحد إن الميناء سيبقى مغلقا حتى العثور على آخر لغم.", "ar"),
        ("Mayor Venn said no.\n\nNo wahala, Ada Quill say.", "en"),
        ("I no know wetin dem talk for market today, Quill say.", "en"),
        ("Ferry sinks in storm; two hurt, says Quill", "en"),
        ("12 : 3", None),
    ],
)
def test_language(text, language):
    report = read(text)
    assert report.language == language
    assert ("not-english" in [note.code for note in report.notes]) == (language not in (None, "en"))


def test_a_page_that_says_it_is_english_is_not_believed():
    report = read("Le conseil du port a voté lundi la fermeture de l’ancien moulin.", language="en")
    assert (report.language, [note.code for note in report.notes]) == ("en", ["not-english"])


def test_identity():
    same = read("Mill\n\nThe council voted.", url="https://a.example/1")
    assert same.id == read("Mill\n\nThe council voted.", url="https://a.example/1", outlet="Gazette").id
    others = [
        read("Mill\n\nThe council voted.", url="https://b.example/1"),
        read("Mill\n\nThe council voted!", url="https://a.example/1"),
        read("Mill\n\nThe council voted.", external_id="https://a.example/1"),
        read("Mill\n\nThe council voted.", outlet="https://a.example/1"),
        read("Mill\n\nThe council voted."),
    ]
    assert len({same.id, *(other.id for other in others)}) == 6
    assert same.text_sha256 == others[0].text_sha256


def assert_sound(report):
    """What must hold of every report, however damaged its text."""
    text, at, covered = report.text, 0, []
    for block in report.blocks:
        assert block.role in BLOCK_ROLES
        assert at <= block.span.begin < block.span.end <= len(text)
        assert not text[at : block.span.begin].strip()
        assert block.span.of(text) == block.span.of(text).strip()
        at = block.span.end
        covered.append(block.span.of(text))
    assert not text[at:].strip()
    assert all(0 <= note.span.begin <= note.span.end <= len(text) for note in report.notes if note.span)
    if report.dateline:
        assert report.dateline.span in [block.span for block in report.blocks if block.role == "dateline"]


lines = st.sampled_from(
    [
        *WIRE.split("\n"),
        *AP.split("\n"),
        *PAGE.split("\n"),
        "",
        "\n",
        "   ",
        "—",
        "• ",
        "“",
        "\u2028",
        "é",
        "🙂",
        "\x00",
        "the the",
    ]
)


@settings(max_examples=300)
@given(st.lists(lines, max_size=25).map("\n".join))
def test_blocks_cover_the_text(text):
    assert_sound(read(text))


@given(st.text(max_size=200))
def test_any_text(text):
    assert_sound(read(text))


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Related Coverage Harbour council says it has no plans for the mill", "furniture"),
        ("NOW WATCH: ‘Harbour Council Says No’", "furniture"),
        ("READ: Council says no to mill", "furniture"),
        ("Related coverage of the vote began on Monday, the council said.", "paragraph"),
    ],
)
def test_teasers_between_paragraphs(line: str, role: str) -> None:
    text = f"Mill to close\n\nThe council voted on Monday, it said.\n\n{line}\n\nThe mill stood for years, Lee said."
    blocks = {block.span.of(text): block.role for block in compose(Draft(name="x", text=text))[0].blocks}
    assert blocks[line] == role
