"""Sources joined over reports written for these tests."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from sayso.attribution.sources import Resolution, resolve
from sayso.tagger.spans import Attribution
from sayso.types import Block, Credits, Report, Span

HARBOUR = """Veldham harbour stays closed after blast, mayor says

VELDHAM (Nordpress) - Mayor Irene Castellan said on Monday that the harbour would stay closed.

"We do not know enough," she said.

A spokesman for the Harbour Authority declined to comment. Castellan told reporters that divers had found nothing.

Tomas Wren, a crane operator who saw the blast, said the quay shook. He said nobody was warned.

Moscow denied that a Russian ship was involved."""


def report(text: str) -> Report:
    head = text.partition("\n\n")[0]
    blocks = (Block("headline", Span(0, len(head))), Block("paragraph", Span(min(len(head) + 2, len(text)), len(text))))
    return Report(
        id="r", text_sha256="", external_id=None, text=text, url=None, outlet=None, agency=None, language="en",
        genre="news", headline=head, deck=(), byline=(), published=None, updated=None, dateline=None,
        credits=Credits(), blocks=blocks, notes=(),
    )  # fmt: skip


def at(text: str, words: str | None, content: str, start: str = "") -> Attribution:
    """An attribution whose source words are the first after ``start``."""
    begin = text.index(content)
    source = None
    if words is not None:
        place = text.index(words, text.index(start) if start else 0)
        source = Span(place, place + len(words))
    return Attribution(source, (), (Span(begin, begin + len(content)),))


def names(result: Resolution) -> list[str | None]:
    return [ref.name for ref in result.refs]


def read(text: str, attributions: Sequence[Attribution]) -> Resolution:
    return resolve(report(text), attributions)


def test_a_report_with_pronoun_surname_body_and_capital() -> None:
    found = read(HARBOUR, [
        at(HARBOUR, "Mayor Irene Castellan", "the harbour would stay closed"),
        at(HARBOUR, "she", "\"We do not know enough,\""),
        at(HARBOUR, "A spokesman for the Harbour Authority", "declined to comment"),
        at(HARBOUR, "Castellan", "divers had found nothing", "Castellan told"),
        at(HARBOUR, "Tomas Wren", "the quay shook"),
        at(HARBOUR, "He", "nobody was warned"),
        at(HARBOUR, "Moscow", "a Russian ship was involved"),
    ])  # fmt: skip
    assert names(found) == ["Irene Castellan", "Irene Castellan", "Harbour Authority", "Irene Castellan", "Tomas Wren",
                            "Tomas Wren", "Russia"]  # fmt: skip
    assert [ref.type for ref in found.refs[:3]] == ["person", "person", "organization"]
    by_id = {source.id: source for source in found.sources}
    assert by_id[found.refs[2].id].disclosure == "unnamed"
    assert by_id[found.refs[0].id].title == "Mayor"
    assert found.refs[0].id == found.refs[3].id != found.refs[4].id


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "“",
        "Mr.",
        "A",
        "THE",
        "… ’s ’s",
        "and and and",
        "Anna Korb and",
        "and Anna Korb",
        "Lena Korb, and",
    ],
)
def test_texts_that_are_hardly_texts(text: str) -> None:
    spans = [Attribution(Span(0, len(text)), (), (Span(0, len(text)),)), Attribution(None, (), (Span(0, len(text)),))]
    found = read(text, spans)
    assert len(found.refs) == len(found.confidence) == 2


QUARREL = """Mayor opposes new port

Mayor Ada Quill said on Friday she would not sign the contract. She told the Vella Post
that the Harbour Board agreed.

The company declined to comment. The union denied it. The newspaper said it had asked twice."""


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The company", "company"),  # neither the mayor nor a newspaper
        ("The union", "union"),  # nor a board of another kind
    ],
)
def test_a_body_named_by_its_kind_is_neither_a_person_nor_a_body_of_another_kind(words: str, name: str) -> None:
    found = read(QUARREL, [
        at(QUARREL, "Mayor Ada Quill", "she would not sign the contract"),
        at(QUARREL, "She", "that the Harbour Board agreed"),
        at(QUARREL, words, QUARREL[QUARREL.index(words) + len(words) + 1 :].partition(".")[0]),
    ])  # fmt: skip
    assert names(found)[2] == name


STRATEGY = """Calder unveils strategy on trade

CALDER CITY - President Ilse Brandt unveiled a plan on Monday. The Brandt NSS says trade is a weapon.

"We will not wait," Brandt said. No one from Tarnworks answered. Nobody at the Harbour Board would say more.

King Osric IV said the ports were ready."""


@pytest.mark.parametrize(
    ("words", "content", "name"),
    [
        ("CALDER CITY - President Ilse Brandt", "a plan", "Ilse Brandt"),  # the dateline is no part of the source
        ("The Brandt NSS", "trade is a weapon", "Brandt NSS"),  # a paper of hers and not she
        ("Brandt", '"We will not wait,"', "Ilse Brandt"),  # nor she the paper
        ("No one from Tarnworks", "answered", "Tarnworks"),  # a body that kept silent
        ("Nobody at the Harbour Board", "would say more", "Harbour Board"),
        ("King Osric IV", "the ports were ready", "Osric IV"),  # a number is no letters of something
    ],
)
def test_what_the_words_around_a_name_make_of_it(words: str, content: str, name: str) -> None:
    start = "Brandt said" if words == "Brandt" else ""
    first = at(STRATEGY, "CALDER CITY - President Ilse Brandt", "on Monday")
    found = read(STRATEGY, [first, at(STRATEGY, words, content, start)])
    assert names(found)[-1] == name


QUAKE = """Quake hits Lower Sabel

VELDHAM (Nordpress) - The governor of Arvenia's Lower Sabel region, Abdel Karim Nur, said roads were cut.

"It was loud," said one of his aides, Eugene Fiddle. The chairman of the Harbour Committee, Rep. Tom Quill of Lorn,
called for calm. According to the port's founder, 43-year-old Una Falk, boats sank.

One of the owners, a builder, said nothing was left."""


@pytest.mark.parametrize(
    ("words", "content", "name", "title"),
    [
        (
            "The governor of Arvenia's Lower Sabel region", "roads were cut", "Abdel Karim Nur",
            "governor of Arvenia's Lower Sabel region",
        ),
        ("one of his aides", "\"It was loud,\"", "Eugene Fiddle", "aides"),
        ("The chairman of the Harbour Committee", "calm", "Tom Quill", "chairman of the Harbour Committee"),
        ("the port's founder", "boats sank", "Una Falk", "port's founder"),
        ("the port's founder, 43-year-old Una Falk", "boats sank", "Una Falk", "port's founder"),
        ("One of the owners", "nothing was left", "One of the owners", None),
    ],
)  # fmt: skip
def test_a_name_in_apposition(words: str, content: str, name: str, title: str | None) -> None:
    (ref,) = read(QUAKE, [at(QUAKE, words, content)]).refs
    assert (ref.name, ref.title) == (name, title)


NAMED = """Ferry firm denies fault after collision off Veldham

Mr. Oster said on Monday that the ferry was late. Neither Oster nor prosecutors would say who steered it. Oster said
later that he had slept.

The Norland-funded KTV said the sea was calm. A local named Maren said it was not.

Oster's attorney, Port Elsin, Norland-based Ada Quill, said he was innocent. Norlandic state TV called it a crime.

Norwegian officials expected a long inquiry. U.S. officials expected a short one. Officials in Oslo doubted both.

The Dagny public broadcaster said the captain had left. Both Oster and the Harbour Board regretted the loss.
Mr. Oster's brief statement gave no reason."""


@pytest.mark.parametrize(
    ("words", "content", "name"),
    [
        ("Mr. Oster", "the ferry was late", "Oster"),
        ("The Norland-funded KTV", "the sea was calm", "KTV"),
        ("A local named Maren", "it was not", "Maren"),
        ("Oster's attorney, Port Elsin, Norland-based Ada Quill", "he was innocent", "Ada Quill"),
        ("Norlandic state TV", "a crime", "Norlandic state TV"),  # called by no name
        ("Norwegian officials", "a long inquiry", "Norway"),
        ("U.S. officials", "a short one", "U.S. officials"),  # of one body or another
        ("Officials in Oslo", "doubted both", "Norway"),
        ("The Dagny public broadcaster", "the captain had left", "Dagny"),
        ("Both Oster and the Harbour Board", "the loss", "Oster and Harbour Board"),
        ("Mr. Oster's brief statement", "no reason", "Oster"),
    ],
)
def test_a_name_among_words_that_describe_its_bearer(words: str, content: str, name: str) -> None:
    assert names(read(NAMED, [at(NAMED, words, content)])) == [name]


def test_a_name_is_not_swallowed_by_a_phrase_that_held_it() -> None:
    found = read(NAMED, [
        at(NAMED, "Neither Oster nor prosecutors", "who steered it"), at(NAMED, "Oster", "he had slept", "Oster said"),
    ])  # fmt: skip
    assert names(found) == ["Oster and prosecutors", "Oster"]


SURNAMES = """Mayor's family sells tower

MORE's top adviser spoke. Mayor Paul Oster sold the Oster Tower on Monday to his wife, Greta Oster. Greta Oster paid in
cash. Oster said the price was fair. Premier Oster of Norland, no relation, was not amused.

King Tarik said he had other plans. Prince Omar bin Tarik agreed."""


@pytest.mark.parametrize(
    ("words", "content", "name"),
    [
        ("Oster", "the price was fair", "Paul Oster"),  # not she who was named last
        ("King Tarik", "he had other plans", "King Tarik"),  # a king's only name
    ],
)
def test_who_bears_a_name_alone(words: str, content: str, name: str) -> None:
    start = words + " said"
    assert names(read(SURNAMES, [at(SURNAMES, words, content, start)])) == [name]


SHORTENED = """Fund doubts figures

The Upper Norland Relief Fund (UNREFU) said on Monday that prices had risen. The Oster administration denied
it. UNREFU said the administration was mistaken. This administration, said the administration, counts better. The
Union Bank of Norland was silent, but the UBON later published figures."""


@pytest.mark.parametrize(
    ("words", "content", "start", "name"),
    [
        ("UNREFU", "the administration was mistaken", "UNREFU said", "Upper Norland Relief Fund"),
        ("the administration", "This administration", "the administration, counts", "Oster administration"),
        ("the UBON", "published figures", "", "Union Bank of Norland"),
    ],
)
def test_a_short_form_of_a_name_given_in_full(words: str, content: str, start: str, name: str) -> None:
    assert names(read(SHORTENED, [at(SHORTENED, words, content, start)])) == [name]


TELEX = """Strike ends

DOCKERS AT PORT ELSIN WILL RETURN TO WORK ON MONDAY, UNION LEADER KARL BRENNER SAID. BRENNER SAID THE VOTE WAS CLOSE.
"WE HAD NO CHOICE," HE SAID. THE PORT AUTHORITY DENIED THAT IT HAD THREATENED STRIKERS."""


def test_a_telex_in_capitals_names_who_it_would_name_in_small_letters() -> None:
    found = read(TELEX, [
        at(TELEX, "UNION LEADER KARL BRENNER", "DOCKERS AT PORT ELSIN WILL RETURN TO WORK"),
        at(TELEX, "BRENNER", "THE VOTE WAS CLOSE", "BRENNER SAID THE"),
        at(TELEX, "HE", "\"WE HAD NO CHOICE,\"", "HE SAID."),
        at(TELEX, "THE PORT AUTHORITY", "IT HAD THREATENED STRIKERS"),
    ])  # fmt: skip
    assert names(found) == ["KARL BRENNER"] * 3 + ["PORT AUTHORITY"]
    assert {ref.type for ref in found.refs[:3]} == {"person"}


COMPANY = """Novaquay cuts jobs

Novaquay Shipyards plc said it would cut 300 jobs. Novaquay said orders had fallen. Its chairman, Lord Abney, said he
was sorry. Abney declined to say more. The Novaquay director, Peter King Jr., left.

Norland's state-owned Tarn Tanker Company was silent.

The chairman of the Tanker Committee, Rep. Tom Quill of Lorn, called for calm."""


@pytest.mark.parametrize(
    ("words", "content", "start", "name"),
    [
        ("Novaquay", "orders had fallen", "Novaquay said", "Novaquay Shipyards plc"),
        ("Its chairman, Lord Abney", "he\nwas sorry", "", "Lord Abney"),
        ("Abney", "more", "Abney declined", "Lord Abney"),
        ("Norland's state", "silent", "", "Tarn Tanker Company"),
        ("The Novaquay director, Peter King Jr.", "left", "", "Peter King Jr."),
        ("The chairman of the Tanker Committee, Rep. Tom Quill of Lorn", "calm", "", "Tom Quill"),
    ],
)
def test_how_a_company_and_a_lord_are_called(words: str, content: str, start: str, name: str) -> None:
    assert names(read(COMPANY, [at(COMPANY, words, content, start)])) == [name]


MAYOR = """Mayor under fire

Mayor Petra Lindqvist said last week that she would stay. Her deputy said the figures were wrong."""


def test_her_deputy_is_not_she() -> None:
    found = read(MAYOR, [
        at(MAYOR, "Mayor Petra Lindqvist", "she would stay"), at(MAYOR, "Her deputy", "the figures were wrong"),
    ])  # fmt: skip
    assert names(found) == ["Petra Lindqvist", "Her deputy"]


DAUGHTER = """Widow of drowned pilot wants answers

The widow of a harbour pilot who drowned last week said she had been told nothing.

Marta Velloso, 52, has lived in Oxwick for thirty years. Her daughter, Kezia, is a student in the capital. She said
the family had called the port nine times. "They keep sending us to another desk," she said.

Her daughter, Kezia, was on the pier that night. "I saw the lights go out," she recalled."""


def test_a_daughter_told_of_last_is_she_who_speaks() -> None:
    found = read(DAUGHTER, [
        at(DAUGHTER, "The widow of a harbour pilot", "she had been told nothing"),
        at(DAUGHTER, "She", "the family had called"),
        at(DAUGHTER, "she", "\"I saw the lights go out,\"", "she recalled"),
    ])  # fmt: skip
    assert names(found)[-1] == "Kezia"


DONORS = """Donors urge Arvenia to talk

Donors have asked Arvenia to end its ban. Two donors said it could cost money. Residents said they were hungry. In
Tarn, residents said they had no bread."""


def test_the_many_of_a_headline_are_those_of_the_text_and_other_many_stay_apart() -> None:
    found = read(DONORS, [
        at(DONORS, "Donors", "Arvenia to talk"),
        at(DONORS, "Donors", "Arvenia to end its ban", "Donors have"),
        at(DONORS, "Two donors", "it could cost money"),
        at(DONORS, "Residents", "they were hungry"),
        at(DONORS, "residents", "they had no bread", "residents said they had"),
    ])  # fmt: skip
    ids = [ref.id for ref in found.refs]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 4


BULLETS = """Donors urge Arvenia to talk

• Donors ask Arvenia to end its ban
• No to talks could cost it money"""


def test_a_bullet_is_no_part_of_a_name() -> None:
    found = read(BULLETS, [at(BULLETS, "Donors", "Arvenia to talk"), at(BULLETS, "Donors", "its ban", "Donors ask")])
    assert names(found) == ["Donors", "Donors"]
    assert len(found.sources) == 1


BANK = """Bank to move, official says

The Northern Bank will move to the capital, a senior bank official said on Monday. About 300 employees will be asked to
move, the official said. The bank's spokeswoman, Klara Dahl, said no decision had been made."""


def test_an_official_without_a_name_is_not_the_spokeswoman_named_later() -> None:
    found = read(BANK, [
        at(BANK, "official", "Bank to move"),
        at(BANK, "a senior bank official", "The Northern Bank will move to the capital"),
        at(BANK, "the official", "About 300 employees"),
        at(BANK, "The bank's spokeswoman, Klara Dahl", "no decision had been made"),
    ])  # fmt: skip
    assert "Klara Dahl" not in names(found)[:3]
    assert names(found)[3] == "Klara Dahl"
