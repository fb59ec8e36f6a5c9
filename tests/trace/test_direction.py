"""Which came first, by each kind of evidence and where they contradict one another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.trace.direction import direction, names
from sayso.trace.fingerprints import fingerprint
from sayso.trace.media import Media, seen
from sayso.trace.resemblance import Resemblance
from tests.trace import desk

PLAIN = fingerprint(desk.report(desk.WIRE, "b", "Orrin Wire"))
OTHER = replace(PLAIN, report="a", outlet="Tern Echo", credits=(), agency=None)
SOURCE = replace(PLAIN, report="b", credits=(), agency=None)
ALIKE = Resemblance((0.5, 0.5), 0.5, (0.9, 0.9), (0.5, 0.5))


@pytest.mark.parametrize(
    ("copy", "source", "alike", "because"),
    [
        pytest.param({"credits": ("Orrin",)}, {}, ALIKE, ("credit",), id="credit"),
        pytest.param({"credits": ("By our reporter and Orrin",)}, {}, ALIKE, ("credit",), id="byline"),
        pytest.param({"published": "2031-06-11"}, {"published": "2031-06-10"}, ALIKE, ("earlier",), id="days"),
        pytest.param(
            {"published": "2031-06-10T09:00:00+02:00"}, {"published": "2031-06-10T06:30:00Z"}, ALIKE, ("earlier",),
            id="times in zones",
        ),
        pytest.param({"damage": 2}, {}, ALIKE, ("damage",), id="damage"),
        pytest.param({}, {}, replace(ALIKE, covered=(1.0, 0.4)), ("containment",), id="containment"),
        pytest.param(
            {"credits": ("Orrin",), "published": "2031-06-10"}, {"published": "2031-06-11"}, ALIKE, ("credit",),
            id="a credit outweighs a clock",
        ),
        pytest.param(
            {"outlet": "Orrin Wire", "headline": "UPDATE 2-Crane kills five", "published": "2031-06-10"},
            {"headline": "Crane kills three", "published": "2031-06-10"}, ALIKE, ("version",), id="version",
        ),
    ],
)  # fmt: skip
def test_direction(
    copy: dict[str, object], source: dict[str, object], alike: Resemblance, because: tuple[str, ...]
) -> None:
    first, second = (
        replace(OTHER, **copy),
        replace(SOURCE, **source),
    )  # the copy has the lower id: chance would say it is first
    found = direction(first, second, alike)
    assert not found.second_copied
    assert found.because == because
    turned = replace(alike, covered=alike.covered[::-1])
    assert direction(second, first, turned).second_copied
    assert direction(second, first, turned).because == because


def test_marks_of_damage_prove_nothing_on_an_unaltered_copy() -> None:
    cut = Resemblance((0.4, 1.0), 1.0, (0.4, 1.0), (0.4, 1.0))
    assert direction(replace(SOURCE, damage=1), OTHER, cut).second_copied


def test_without_evidence_ids_decide() -> None:
    assert direction(OTHER, SOURCE, ALIKE).second_copied
    assert direction(OTHER, SOURCE, ALIKE).because == ()


@pytest.mark.parametrize("published", ["yesterday", "", None, "2031-13-40"])
def test_a_date_that_cannot_be_read_is_no_evidence(published: str | None) -> None:
    assert direction(replace(OTHER, published=published), replace(SOURCE, published="2031-06-10"), ALIKE).because == ()


@pytest.mark.parametrize(
    ("line", "outlet", "named"),
    [
        ("Orrin", "Orrin Wire", True),
        ("(Reporting by Ada Brandt for the Orrin news agency)", "Orrin", True),
        ("UTD", "Union Telegraph Dispatch", True),
        ("The Daily Post", "The Morning Post", False),
        ("Tern Echo", "Tern Valley Echo", False),
        ("Orrin", None, False),
        ("Brackwell Police", "Brackwell Post", False),
        ("Brackwell", "Brackwell Post", True),
        ("Brackwell Police and the Brackwell Post", "Brackwell Post", True),
        ("Harbour Board Herald", "Harbour Board Herald", True),
    ],
)
def test_names(line: str, outlet: str | None, named: bool) -> None:
    assert names(line, outlet) is named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Brackwell Police held a man.", []),
        ("A man was held, Brackwell said.", ["Brackwell News"]),
        ("Brackwell News said a man was held.", ["Brackwell News"]),
    ],
)
def test_a_body_of_the_same_place_is_no_medium(text: str, named: list[str]) -> None:
    known = Media([seen(fingerprint(desk.report(desk.WIRE, "b", "Brackwell News")), desk.WIRE)])
    assert [name for name, _ in known.named(text)] == named
