"""Relays between the page and the source."""

from __future__ import annotations

import pytest

from tests.attribution.said import Said, one, read

GAZETTE = "Harbour Gazette"
TOLD = [
    (
        "“The dam will hold,” engineer Tove Lind told the Harbour Gazette.",
        "told",
        "engineer Tove Lind",
        ["Harbour Gazette"],
    ),
    ("“The dam will hold,” engineer Tove Lind told CNN on Monday.", "told", "engineer Tove Lind", ["CNN"]),
    (
        "“The dam will hold,” engineer Tove Lind said in an interview with the BBC.",
        "said",
        "engineer Tove Lind",
        ["BBC"],
    ),
    (
        "“The dam will hold,” engineer Tove Lind told The Velder, a monthly.",
        "told",
        "engineer Tove Lind",
        ["Velder"],
    ),
    ("“The dam will hold,” engineer Tove Lind told POLITICO.", "told", "engineer Tove Lind", ["POLITICO"]),
    ("“The dam will hold,” engineer Tove Lind told Parliament.", "told", "engineer Tove Lind", []),
    ("“The dam will hold,” engineer Tove Lind told Mayor Ilse Brandt.", "told", "engineer Tove Lind", []),
    ("“The dam will hold,” engineer Tove Lind told reporters.", "told", "engineer Tove Lind", []),
    ("“The dam will hold,” engineer Tove Lind said on Monday.", "said", "engineer Tove Lind", []),
]


@pytest.mark.parametrize(("text", "cue", "source", "via"), TOLD, ids=[" ".join(case[0].split()[6:]) for case in TOLD])
def test_a_relay_in_the_sentence(text: str, cue: str, source: str, via: list[str]) -> None:
    meant = one(text, Said("“The dam will hold,”", cue, source, "Tove Lind"))
    assert [hop.name for hop in meant.via] == via
    assert all(hop.mention is not None and hop.cue for hop in meant.via)


@pytest.mark.parametrize(
    ("text", "cue", "via"),
    [
        ("State television quoted Oleg Dorn as saying the port was closed.", "quoted", "State television"),
        ("The Courier cited Oleg Dorn as saying the port was closed.", "cited", "Courier"),
        ("Oleg Dorn was quoted by the news agency Kestrel as saying the port was closed.", "quoted", "Kestrel"),
        ("Oleg Dorn was later quoted as saying by local media: the port was closed.", "quoted", "local media"),
    ],
)
def test_who_quotes_somebody_is_the_relay(text: str, cue: str, via: str) -> None:
    meant = one(text, Said("the port was closed", cue, "Oleg Dorn", "Oleg Dorn"))
    assert [hop.name for hop in meant.via] == [via]


def test_one_of_several_sources_is_no_relay_of_the_next() -> None:
    text = "One of the sources told Norwire the port was closed. Another said that it was open."
    found = read(
        text,
        Said("the port was closed", "told", "One of the sources", type="anonymous"),
        Said("it was open", "said", "Another", type="anonymous"),
    ).statements  # fmt: skip
    assert not any(hop.name == "One of the sources" for each in found for hop in each.via)


def test_the_pages_own_outlet_is_no_relay() -> None:
    text = "“The dam will hold,” engineer Tove Lind told the Harbour Gazette."
    said = Said("“The dam will hold,”", "told", "engineer Tove Lind", "Tove Lind")
    assert one(text, said, outlet="Harbour Gazette").via == ()


def test_nested_statements() -> None:
    text = "Officials acknowledged that the lock had failed, according to the Harbour Gazette."
    outer, inner = read(
        text,
        Said("Officials acknowledged that the lock had failed", "according to", "the Harbour Gazette", GAZETTE),
        Said("the lock had failed", "acknowledged", "Officials", type="unnamed-group"),
    ).statements  # fmt: skip
    assert (outer.via, outer.parent) == ((), None)
    assert (inner.parent, [hop.name for hop in inner.via]) == ("s1", ["Harbour Gazette"])
    assert [span.of(text) for span in inner.via[0].cue] == ["according to"]


def test_a_medium_credited_with_the_bare_words() -> None:
    text = "Officials acknowledged that the lock had failed, according to the Harbour Gazette."
    officials, _ = read(
        text,
        Said("the lock had failed", "acknowledged", "Officials", type="unnamed-group"),
        Said("the lock had failed", "according to", "the Harbour Gazette", GAZETTE, "organization"),
    ).statements
    assert (officials.parent, [hop.name for hop in officials.via]) == ("s2", [GAZETTE])


def test_nothing_comes_through_itself() -> None:
    text = "The Harbour Gazette said the lock had failed. The newspaper said it had seen the plans."
    meant = read(
        text,
        Said("the lock had failed", "said", "The Harbour Gazette", GAZETTE, "organization"),
        Said("it had seen the plans", "said", "The newspaper", GAZETTE, "organization", after="The newspaper"),
    ).statements
    assert [statement.via for statement in meant] == [(), ()]


def test_what_was_not_commented_on_is_not_of_the_one_who_kept_silent() -> None:
    text = "The dam broke, Mayor Fenn said.\n\nThe builder could not be reached."
    said, silent = read(
        text,
        Said("The dam broke", "said", "Mayor Fenn", "Odile Fenn"),
        Said("The dam broke, Mayor Fenn said", "could not be reached", "The builder", "builder", "unnamed-person"),
    ).statements
    assert (said.parent, said.via) == (None, ())
    assert silent.act == "no-comment"


def test_citing() -> None:
    text = "Citing emergency services, Sudmark's news agencies reported that the dam had been damaged."
    services, _ = read(
        text,
        Said("the dam had been damaged", "Citing", "emergency services", type="organization"),
        Said("the dam had been damaged", "reported", "Sudmark's news agencies", type="organization"),
    ).statements
    assert (services.parent, [hop.name for hop in services.via]) == ("s2", ["Sudmark's news agencies"])


def test_a_quoted_official_speaks_on() -> None:
    text = "TASS quoted an official as saying a rocket hit the lock. The quoted official said it was sabotage."
    *_, on = read(
        text,
        Said("an official as saying a rocket hit the lock", "quoted", "TASS", type="organization"),
        Said("a rocket hit the lock", "saying", "an official", "official", "unnamed-person"),
        Said("it was sabotage", "said", "The quoted official", "official", "unnamed-person"),
    ).statements
    assert [hop.name for hop in on.via] == ["TASS"]


def test_a_chain_of_two() -> None:
    text = "The Tribune reported that Mayor Fenn said that the colonel had warned of a flood."
    meant = read(
        text,
        Said("Mayor Fenn said that the colonel had warned of a flood", "reported", "The Tribune", "Daily Tribune"),
        Said("the colonel had warned of a flood", "said", "Mayor Fenn", "Odile Fenn"),
        Said("a flood", "had warned of", "the colonel"),
    ).statements  # fmt: skip
    assert [statement.parent for statement in meant] == [None, "s1", "s2"]
    assert [hop.name for hop in meant[2].via] == ["Daily Tribune", "Odile Fenn"]


def test_a_loop_is_noted() -> None:
    text = "The dam burst on Friday, TASS reported, citing the Harbour Gazette."
    said = Said("The dam burst on Friday", "reported", "TASS", type="organization")
    noted = [note for note in read(text, said, outlet="Harbour Gazette").notes if note.code == "loop"]
    assert [note.span and note.span.of(text) for note in noted] == ["Harbour Gazette"]
    assert not [note for note in read(text, said, outlet="Evening Courier").notes if note.code == "loop"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ("State news agency DNA quoted an official as saying there were no casualties.", "DNA"),
        ("The Harbour Gazette has quoted an official as saying there were no casualties.", GAZETTE),
        ("Norvast, the state’s agency, quoted an official as saying there were no casualties.", "Norvast"),
        ("Mayor Ilse Brandt quoted an official as saying there were no casualties.", "Mayor Ilse Brandt"),
    ],
)
def test_whom_somebody_quotes_has_come_through_him(text: str, medium: str) -> None:
    meant = one(text, Said("there were no casualties", "quoted", "an official", "official", "unnamed-person"))
    assert [hop.name for hop in meant.via] == [medium]
    assert meant.via[0].mention is not None
    assert medium.endswith(meant.via[0].mention.of(text))


def test_as_saying_alone_may_be_the_cue() -> None:
    text = "The Harbour Gazette broke the story. The newspaper quoted the draft as suggesting a smaller dam."
    meant = one(text, Said("a smaller dam", "as suggesting", "the draft", type="document"))
    assert [hop.name for hop in meant.via] == [GAZETTE]


def test_an_outlet_by_its_short_name_is_no_relay_of_its_own() -> None:
    text = "Mayor Ilse Brandt did not return a message from the Gazette on Friday."
    said = Said("a message from the Gazette", "did not return", "Mayor Ilse Brandt", act={"no-comment": 1.0})
    assert read(text, said, outlet=GAZETTE).statements[0].via == ()
    told = "Mayor Ilse Brandt told the Gazette on Friday that the dam leaks."
    leaks = Said("the dam leaks", "told", "Mayor Ilse Brandt")
    assert read(told, leaks, outlet=GAZETTE).statements[0].via == ()
    assert [hop.name for hop in read(told, leaks, outlet="Evening Courier").statements[0].via] == ["Gazette"]


def test_a_credit_ends_with_its_line() -> None:
    text = "• The dam leaks – Harbour Gazette\n• The lock holds, says engineer Tove Lind"
    assert one(text, Said("The lock holds", "says", "engineer Tove Lind", "Tove Lind")).via == ()


QUOTED = [
    (
        "“We asked twice,” engineer Tove Lind said.\n\n“The harbour office told us that the gate was sound. It was.”",
        Said("“We asked twice,”", "said", "engineer Tove Lind", "Tove Lind"),
        Said("the gate was sound", "told", "The harbour office", "harbour office", "organization"),
    ),
    (
        "“The harbour office told us that the gate was sound. Nobody looked,” engineer Tove Lind said.",
        Said("The harbour office told us", "said", "engineer Tove Lind", "Tove Lind"),
        Said("the gate was sound", "told", "The harbour office", "harbour office", "organization"),
    ),
]


@pytest.mark.parametrize(("text", "speaker", "told"), QUOTED)
def test_what_a_quotation_tells_of_others_came_through_its_speaker(text: str, speaker: Said, told: Said) -> None:
    roles = ["paragraph"] * len(text.split("\n\n"))
    meant = read(text, speaker, told, roles=roles).statements
    assert [[hop.name for hop in statement.via] for statement in meant] == [[], ["Tove Lind"]]


def test_a_quotations_own_speaker_is_no_relay_of_it() -> None:
    text = "“I told the harbour office that the gate was sound,” engineer Tove Lind said."
    meant = read(
        text,
        Said("“I told the harbour office that the gate was sound,”", "said", "engineer Tove Lind", "Tove Lind"),
        roles=["paragraph"],
    ).statements
    assert meant[0].via == ()


def test_one_paper_beside_another_is_no_relay_of_it() -> None:
    text = (
        "The Kilvik Post reported that the train had passed a red light. "
        "The Fjord Times reported that the train had run too fast."
    )
    meant = read(
        text,
        Said("the train had passed a red light", "reported", "The Kilvik Post", "Kilvik Post", "organization"),
        Said("the train had run too fast", "reported", "The Fjord Times", "Fjord Times", "organization", after="The F"),
    ).statements
    assert [statement.via for statement in meant] == [(), ()]
