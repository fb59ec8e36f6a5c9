"""Versions of one utterance found in several reports and compared."""

from __future__ import annotations

from sayso.trace.types import Quotation, Trace
from sayso.trace.whole import trace
from sayso.types import Reading, SourceType
from tests.trace.told import BESIDES, Said, reading

QUOTE = "“We told them twice that the ring would not hold, and nobody came to look,”"
FIRST = f"""A crane toppled onto a moored grain carrier in the port of Varnholm on Tuesday, the harbour authority said.

{QUOTE} said Jonas Ekdal, a steward of the dock workers.

The authority's director, Teodor Brask, said that the ring had been inspected in June and found sound.

{BESIDES[2]}
"""


def wire() -> Reading:
    said = [Said(QUOTE, "Jonas Ekdal"), Said("the ring had been inspected in June and found sound", "Teodor Brask")]
    return reading(FIRST, said, outlet="Orrin", published="2026-03-01T08:00:00Z")


def other(quote: str, speaker: str) -> Reading:
    text = f"{BESIDES[0]}\n\n{quote} {speaker} said after the crane's fall.\n\n{BESIDES[3]}"
    return reading(text, [Said(quote, speaker)], outlet="The Quay", published="2026-03-02T08:00:00Z")


def _changes(made: Trace) -> list[tuple[str, list[str]]]:
    return [(c.change, [e.kind for e in c.edits]) for q in made.quotations for c in q.changes]


def one(made: Trace) -> Quotation:
    (quotation,) = made.quotations
    return quotation


def test_the_same_words_are_one_quotation_with_both_versions() -> None:
    quotation = one(trace([other(QUOTE, "Jonas Ekdal"), wire()]))
    assert quotation.speaker == "Jonas Ekdal"
    assert len(quotation.versions) == 2
    assert quotation.versions[0].report == wire().report.id, "the earlier stands first"
    assert [c.change for c in quotation.changes] == ["same"]


def test_an_inserted_negation_is_found_at_its_words() -> None:
    changed = "“We told them twice that the ring would hold, and nobody came to look,”"
    later = other(changed, "Ekdal")
    (change,) = one(trace([wire(), later], together=True)).changes
    assert change.change == "reversal"
    (edit,) = [e for e in change.edits if e.kind == "reversal"]
    assert edit.a.of(wire().report.text) == "not"
    assert edit.b.begin == edit.b.end


def test_words_put_into_another_mouth() -> None:
    made = trace([wire(), other(QUOTE, "Teodor Brask")])
    assert [change for change, _ in _changes(made)] == ["wrong-speaker"]


def test_an_unread_quotation_is_compared_all_the_same() -> None:
    text = f"{BESIDES[0]}\n\n{QUOTE} Jonas Ekdal told mourners."
    unread = reading(text, [], outlet="The Quay", published="2026-03-02T08:00:00Z")
    quotation = one(trace([wire(), unread]))
    assert {v.statement for v in quotation.versions} == {"s1", ""}


def test_an_utterance_interrupted_by_its_cue_is_one_version() -> None:
    parts = "“We told them twice that the ring would not hold,” he said, “and nobody came to look,”"
    text = f"{BESIDES[0]}\n\nAngry was Jonas Ekdal. {parts} he added."
    said = [Said("“We told them twice that the ring would not hold,”", "Jonas Ekdal", mention="he"),
            Said("“and nobody came to look,”", "Jonas Ekdal", mention="he")]  # fmt: skip
    later = reading(text, said, outlet="The Quay", published="2026-03-02T08:00:00Z")
    assert [change for change, _ in _changes(trace([wire(), later], together=True))] == ["same"]


def test_different_utterances_of_one_speaker_stay_apart() -> None:
    made = trace([wire(), other("“My brother had worked on that pier for thirty years,”", "Jonas Ekdal")])
    assert made.quotations == ()


def test_independent_translations_are_harmless() -> None:
    a = reading(
        "PORT SEL – Rescuers searched all night off the cape.\n\n“We are still looking for the living, and I will not "
        "give the families a number,” Ada Voss told reporters in Creole at the terminal.",
        [Said("“We are still looking for the living, and I will not give the families a number,”", "Ada Voss")],
        outlet="Orrin",
        published="2026-03-01T08:00:00Z",
    )
    b = reading(
        'The coast guard would not say how many had been aboard.\n\n"We are still searching for living people, and I '
        "won't hand the families a figure,\" Voss, speaking in Creole, told a crowd.",
        [Said('"We are still searching for living people, and I won\'t hand the families a figure,"', "Voss")],
        outlet="Kestrel",
        published="2026-03-01T09:00:00Z",
    )
    assert [change for change, _ in _changes(trace([a, b]))] == ["harmless"]


def test_a_pronoun_for_another_than_the_one_named_elsewhere() -> None:
    text = f"{BESIDES[1]}\n\nBrask was asked about it. {QUOTE} he said.\n\n{BESIDES[3]}"
    plain = FIRST.replace("The authority's director, Teodor Brask,", "The authority's director")
    first = reading(plain, [Said(QUOTE, "Jonas Ekdal")], outlet="Orrin", published="2026-03-01T08:00:00Z")
    later = reading(text, [Said(QUOTE, "Brask", mention="he")], outlet="The Quay", published="2026-03-02T08:00:00Z")
    assert [change for change, _ in _changes(trace([first, later], together=True))] == ["wrong-speaker"]


def test_an_official_of_a_body_told_in_two_ways_is_nobody_elses_mouth() -> None:
    def told(name: str, kind: SourceType, mention: str, day: int) -> Reading:
        text = f"{BESIDES[day]}\n\nThe Harbour Board said the port was open.\n\n{QUOTE} {mention} said."
        said = [
            Said("the port was open", "Harbour Board", "organization"),
            Said(QUOTE, name, kind, mention),
        ]
        return reading(text, said, outlet=f"Paper {day}", published=f"2026-03-0{day}T08:00:00Z")

    first = told("Harbour Board official", "organization", "a Harbour Board official", 1)
    later = told("unnamed Harbour Board official", "anonymous", "an unnamed Harbour Board official", 2)
    assert [change for change, _ in _changes(trace([first, later], together=True))] == ["same"]


def test_a_phrase_of_two_utterances_does_not_make_them_one() -> None:
    ring = "“The slewing ring was never going to hold through another winter of storms like that,”"
    talks = "“Nobody who sat in those talks with the harbour about the slewing ring can say he was not told,”"
    made = [other(ring, "Jonas Ekdal"), _by("Veldt", talks, 3), _by("Orrin", "“the slewing ring,”", 4)]
    (quotation,) = trace(made, together=True).quotations
    here = {version.report for version in quotation.versions}
    assert made[2].report.id in here
    assert len(here) == 2, "the phrase goes with one of them"


def _by(outlet: str, quote: str, day: int) -> Reading:
    text = f"{BESIDES[day]}\n\nBefore the inquiry Jonas Ekdal spoke again. {quote} Ekdal said.\n\n{BESIDES[day + 1]}"
    return reading(text, [Said(quote, "Jonas Ekdal")], outlet=outlet, published=f"2026-03-0{day}T08:00:00Z")


def test_two_hearings_that_differ_in_a_multiple_are_no_matter_of_style() -> None:
    said = "“We remain firmly on track to double the port’s capacity by 2028,”"
    changed = "“We are on track to triple the port’s capacity by 2028,”"
    first = reading(
        f"{BESIDES[0]}\n\n{said} said Jonas Ekdal.", [Said(said, "Jonas Ekdal")], outlet="Orrin",
        published="2026-03-01T08:00:00Z",
    )  # fmt: skip
    (change,) = one(trace([first, other(changed, "Jonas Ekdal")], together=True)).changes
    assert change.change == "substitution"
    later = other(changed, "Jonas Ekdal").report.text
    edits = {(edit.a.of(first.report.text), edit.b.of(later)): edit.kind for edit in change.edits}
    assert edits["double", "triple"] == "substitution"
