"""Media found by their names and by what stands beside them."""

from __future__ import annotations

import pytest

from sayso.attribution.outlets import outlets, short_for


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("She told the magazine Oar & Keel that it was late.", ["Oar & Keel"]),
        ("She told local channel WXBT that it was late.", ["WXBT"]),
        ("He spoke to BBC Radio Wales and to Radio Nine.", ["BBC Radio Wales", "Radio Nine"]),
        ("The state news agency DNA said so. State news agency DNA said more.", ["DNA", "DNA"]),
        ("The broadcaster Al Manzar al-Jadid put the toll at nine.", ["Al Manzar al-Jadid"]),
        ("He told the Guardian about it.", ["Guardian"]),
        ("She told Time about it. He spoke on the Extra Time podcast.", ["Time"]),
        ("He told AP about it.", ["AP"]),
        ("The Coastal Examiner asked. The Examiner asked again.", ["Coastal Examiner", "Coastal Examiner"]),
        ("The board examiner asked. The Examiner asked again.", []),
        ("She told Veskian radio that it was late.", ["Veskian radio"]),
        ("The agency said so.", []),
        ("She told The Velder that it was late, and wrote for The Lantern Review.", ["Velder", "Lantern Review"]),
        ("The captain told The Hague. The Velder rose.", []),
        ("He told The Velder President Ravel had left, and Vice President Ilse Fenn that he would.", ["Velder"]),
        ("She told The Harbour Gazette Mayor Fenn was ill. He works for Tarn Standard Chartered.", ["Harbour Gazette"]),
        ("A Coastal Sentinel poll was out. She told the Sentinel that it was late.", ["Coastal Sentinel"] * 2),
        ("A Sentinel poll was out. She told the Sentinel that it was late. The sentinel slept.", ["Sentinel"]),
        (
            "It stands in the Journal of Bone Medicine, and in the Tarn Journal of Law.",
            ["Journal of Bone Medicine", "Tarn Journal of Law"],
        ),
        ("He said so on ABC’s “This Week.” He said more on “This Week” later.", ["ABC", "ABC"]),
    ],
)
def test_media_of_a_sentence(text: str, names: list[str]) -> None:
    assert [outlet.name for outlet in outlets(text)] == names


@pytest.mark.parametrize(
    ("name", "outlet", "short"),
    [
        ("Gazette", "The Harbour Gazette", True),
        ("the Gazette", "Harbour Gazette", True),
        ("Harbour Gazette", "The Harbour Gazette", True),
        ("Harbour", "The Harbour Gazette", False),
        ("Evening Gazette", "Harbour Gazette", False),
        ("", "Harbour Gazette", False),
        ("Gazette", None, False),
    ],
)
def test_short_for(name: str, outlet: str | None, short: bool) -> None:
    assert short_for(name, outlet) is short
