"""Of those named in an accusation, the one whose answer is asked for."""

from __future__ import annotations

import pytest

from sayso.check import Checked, Config
from sayso.check.inputs import check_bytes

CASES = [
    ("The director of Lowmere General Hospital, Edgar Quist, stole 400,000 pounds from a fund", "Edgar Quist"),
    ("Edgar Quist, the director of Lowmere General Hospital, stole 400,000 pounds from a fund", "Edgar Quist"),
    ("The hospital’s director, Edgar Quist, stole 400,000 pounds from a fund", "Edgar Quist"),
    ("Lowmere General Hospital stole 400,000 pounds from a fund", "Lowmere General Hospital"),
]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(("passage", "who"), CASES)
def test_who_is_accused(passage, who):
    text = f"Row over hospital fund\n\nLOWMERE, Vesta - {passage}, sources said.\n\nThe fund was set up in May."
    result = check_bytes(text.encode(), "draft.txt", Config(select=("FAIR301",)))
    assert isinstance(result, Checked)
    assert [who in each.looked_for for each in result.findings] == [True], result.findings
