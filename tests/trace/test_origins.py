"""Independent origins: counted, shown, and resting on the evidence that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.trace import whole
from sayso.trace.types import Claim, Trace
from sayso.types import Reading, SourceType
from tests.trace.told import BESIDES, Said, reading

CLAIM = "nine dockers were killed when the northern crane collapsed onto the grain carrier"
#: The claim as each report has it.
WORDINGS = (
    CLAIM,
    "the northern crane had collapsed onto a grain carrier and nine dockers were killed",
    "the collapse of the northern crane onto the grain carrier killed nine dockers",
    "nine dockers died when a grain carrier was hit by the collapsed northern crane",
    "a grain carrier was crushed as the northern crane collapsed, killing nine dockers",
    "the northern crane killed nine dockers as it collapsed onto the grain carrier",
    "there were nine dockers killed by the northern crane, collapsed onto a grain carrier",
)
NAMES = ("Milda Krantz", "Jonas Ekdal", "Renzo Alfieri", "Agneta Lund", "Teodor Brask", "Selma Oyre", "Ivo Tarrant")
OUTLETS = ("Orrin", "Kestrel", "Veldt", "Meridian", "Norvast", "Quillan", "Tessaly")


@dataclass(frozen=True, slots=True)
class Teller:
    """One report of the claim: ``source`` is whom it names; None quotes an unnamed official through ``of``."""

    outlet: str
    source: str | None
    of: str | None = None


def told(number: int, teller: Teller) -> Reading:
    """``teller``'s report in words of its own, apart from the claim."""
    besides = BESIDES[OUTLETS.index(teller.outlet)]
    words = WORDINGS[OUTLETS.index(teller.outlet)]
    when = f"2026-03-01T{8 + number:02}:00:00Z"
    if teller.source:
        text = f"{teller.source} said {words}.\n\n{besides}"
        return reading(text, [Said(words, teller.source)], outlet=teller.outlet, published=when)
    text = f"An official said {words}, {teller.of} reported.\n\n{besides}"
    said = Said(words, "official", "unnamed-person", mention="official", via=(teller.of or "",))
    return reading(text, [said], outlet=teller.outlet, published=when)


def trace(readings: Sequence[Reading]) -> Trace:
    return whole.trace(readings, together=True)


def the_claim(made: Trace) -> Claim:
    return max(made.claims, key=lambda claim: len(claim.statements))


def count(*tellers: Teller) -> int:
    return the_claim(trace([told(n, teller) for n, teller in enumerate(tellers)])).independent_origins.value


def test_two_who_say_so_are_two() -> None:
    assert count(Teller("Orrin", "Milda Krantz"), Teller("Kestrel", "Jonas Ekdal")) == 2


def test_several_reporters_at_one_news_conference_heard_one_utterance() -> None:
    assert count(Teller("Orrin", "Milda Krantz"), Teller("Kestrel", "Milda Krantz"), Teller("Veldt", "Krantz")) == 1


def test_an_unnamed_official_known_through_one_agency_is_one() -> None:
    readings = [told(0, Teller("Orrin", "Milda Krantz")), told(1, Teller("Veldt", None, "Orrin"))]
    claim = the_claim(trace(readings))
    assert claim.independent_origins.value == 1
    (join,) = claim.because
    assert join.reason == "Veldt has it from Orrin"
    by_id = {each.report.id: each.report.text for each in readings}
    assert [place.span.of(by_id[place.report]) for place in join.places] == ["Orrin", CLAIM]


def test_two_unnamed_officials_of_whom_nothing_is_told_give_a_range() -> None:
    readings = [told(0, Teller("Orrin", None, "Nobody")), told(1, Teller("Kestrel", None, "Nowhere"))]
    origins = the_claim(trace(readings)).independent_origins
    assert (origins.low, origins.high) == (1, 2)


def test_who_hands_on_one_of_two_witnesses_has_it_from_that_one() -> None:
    """Both are unnamed, and the report that it credits has the other first."""
    text = (
        f"A winchman at the port said {CLAIM}.\n\n{BESIDES[0]}\n\n"
        f"A pilot of the harbour tug said {WORDINGS[1]}.\n\nThe winchman left."
    )
    said = [
        Said(CLAIM, "winchman at the port", "unnamed-person", mention="winchman at the port"),
        Said(WORDINGS[1], "pilot of the harbour tug", "unnamed-person", mention="pilot of the harbour tug"),
    ]
    first = reading(text, said, outlet="Orrin", published="2026-03-01T08:00:00Z")
    text = f"A pilot of a harbour tug said {WORDINGS[2]}, Orrin reported.\n\n{BESIDES[1]}"
    pilot = Said(
        WORDINGS[2], "pilot of a harbour tug", "unnamed-person", mention="pilot of a harbour tug", via=("Orrin",)
    )
    claim = the_claim(trace([first, reading(text, [pilot], outlet="Kestrel", published="2026-03-02T08:00:00Z")]))
    assert len(claim.statements) == 3
    assert claim.independent_origins.value == 2


def test_what_a_medium_hands_on_from_two_witnesses_does_not_make_them_one() -> None:
    text = f"Orrin reported that {WORDINGS[3]}.\n\n{BESIDES[3]}\n\nOrrin, as Veldt wrote, says {WORDINGS[4]}."
    said = [
        Said(WORDINGS[3], "Orrin", "organization", mention="Orrin"),
        Said(WORDINGS[4], "Orrin", "organization", mention="Orrin", via=("Veldt",)),
    ]
    both = reading(text, said, outlet="Norvast", published="2026-03-02T08:00:00Z")
    witnesses = [told(0, Teller("Orrin", "Milda Krantz")), told(1, Teller("Veldt", "Jonas Ekdal"))]
    claim = the_claim(trace([*witnesses, both]))
    assert len(claim.statements) == 4
    assert claim.independent_origins.value == 2


def test_a_minister_speaks_for_the_ministry() -> None:
    a = reading(
        f"Transport Minister Teodor Brask said {CLAIM}.\n\n{BESIDES[0]}",
        [Said(CLAIM, "Teodor Brask", title="Transport Minister")],
        outlet="Orrin",
        published="2026-03-01",
    )
    b = reading(
        f"The Ministry of Transport said {WORDINGS[1]}.\n\n{BESIDES[1]}",
        [Said(WORDINGS[1], "Ministry of Transport", "organization")],
        outlet="Kestrel",
        published="2026-03-02",
    )
    assert the_claim(trace([a, b])).independent_origins.value == 1


@pytest.mark.parametrize(
    ("kind", "origins"), [("document", 2), ("organization", 2), ("anonymous", 2), ("unnamed-person", 1)]
)
def test_a_document_is_a_source_of_its_own(kind: SourceType, origins: int) -> None:
    """Not so somebody unnamed in a report that rests on another."""
    named = told(0, Teller("Orrin", "Milda Krantz"))
    text = f"A certificate says {WORDINGS[2]}.\n\nThe port is shut, Orrin reported.\n\n{BESIDES[1]}"
    said = [
        Said(WORDINGS[2], "certificate", kind, mention="certificate"),
        Said("The port is shut", "Orrin", "organization"),
    ]
    other = reading(text, said, outlet="Kestrel", published="2026-03-02T08:00:00Z")
    assert the_claim(trace([named, other])).independent_origins.value == origins


@pytest.mark.parametrize(("relay", "origins"), [("Nordwind", 2), ("Orrin", 1)])
def test_what_comes_through_a_medium_that_is_not_here_is_not_had_from_a_report_that_is(
    relay: str, origins: int
) -> None:
    named = told(0, Teller("Orrin", "Milda Krantz"))
    text = f"A docker told {relay} News Agency that {WORDINGS[2]}.\n\nThe port is shut, Orrin reported.\n\n{BESIDES[1]}"
    said = [
        Said(WORDINGS[2], "docker", "unnamed-person", mention="docker"),
        Said("The port is shut", "Orrin", "organization"),
    ]
    other = reading(text, said, outlet="Kestrel", published="2026-03-02T08:00:00Z")
    assert the_claim(trace([named, other])).independent_origins.value == origins


@st.composite
def tellers(draw: st.DrawFn) -> list[Teller]:
    """Up to seven reports: each names somebody, or has the claim from one of those before it."""
    made: list[Teller] = []
    for outlet in OUTLETS[: draw(st.integers(2, 7))]:
        hearsay = bool(made) and draw(st.booleans())
        if hearsay:
            made.append(Teller(outlet, None, draw(st.sampled_from([t.outlet for t in made]))))
        else:
            made.append(Teller(outlet, draw(st.sampled_from(NAMES))))
    return made


@settings(max_examples=60, deadline=None)
@given(tellers())
def test_the_count_rests_on_the_evidence_shown(made: list[Teller]) -> None:
    """Every step goes with a report that it cites, and the count is what the reports that are left tell."""
    readings = [told(n, teller) for n, teller in enumerate(made)]
    claim = the_claim(trace(readings))
    assert claim.independent_origins.value == _expected(made)
    statements = len({(s.report, s.statement) for s in claim.statements})
    assert claim.independent_origins.value == statements - len(claim.because)
    for join in claim.because:
        for place in join.places:
            kept = [n for n, each in enumerate(readings) if each.report.id != place.report]
            if len(kept) < 1:
                continue
            without = the_claim(trace([readings[n] for n in kept]))
            assert all(place.report not in {p.report for p in j.places} for j in without.because)
            assert join not in without.because
            value = without.independent_origins
            assert value.value == len(kept) - len(without.because)
            assert value.low <= _expected([made[n] for n in kept]) <= value.high


def _expected(made: list[Teller]) -> int:
    """Names that are given, and hearsay whose agency is not here."""
    here = {teller.outlet: teller for teller in made}

    def origin(teller: Teller) -> str:
        while teller.source is None and teller.of in here:
            teller = here[teller.of]
        return teller.source or f"official through {teller.of}"

    return len({origin(teller) for teller in made})


def test_a_name_taken_for_a_person_in_one_report_and_a_body_in_the_other_is_one_source() -> None:
    made = []
    for number, type_ in enumerate(("person", "organization")):
        words = WORDINGS[number]
        text = f"Tarvex said {words}.\n\n{BESIDES[number]}"
        when = f"2026-03-01T{8 + number:02}:00:00Z"
        made.append(reading(text, [Said(words, "Tarvex", type_)], outlet=OUTLETS[number], published=when))
    claim = the_claim(trace(made))
    assert len(claim.statements) == 2
    assert claim.independent_origins.value == 1
