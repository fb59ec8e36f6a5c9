"""One slip is asked about once, however many rules and modules of rules find it; two slips are two questions."""

from __future__ import annotations

import pytest

from sayso.check import Checked, Config
from sayso.check.inputs import check_bytes
from sayso.pipeline import Options

ONE = [
    "The fund fell from 2 million to 1.5 million pounds, a drop of 50 percent.",
    "Of the 120 patients, 45 were transferred to Hexley, 50 to Brand and 35 sent home.",
    "The bank paid a fine of $300 million and set aside $400 million for victims, a total of $900 million.",
    "The mill employs 430 people, up 12 percent from 400 a year ago.",
]
TWO = [
    "The fund fell from 2 million to 1.5 million pounds, a drop of 50 percent, and the site is 10 miles (25 km) away.",
    "The fund fell from 2 million to 1.5 million pounds, a drop of 50 percent. The mill employs 430 people, "
    "up 12 percent from 400 a year ago.",
]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(("passage", "number"), [*((each, 1) for each in ONE), *((each, 2) for each in TWO)])
def test_a_slip_of_figures_is_asked_about_once(passage, number):
    text = f"Council meets in Lorn\n\nLORN, Vesta - The Lorn council met on Tuesday.\n\n{passage}"
    result = check_bytes(text.encode(), "draft.txt", Config(select=("FIG",)), Options(published="2023-03-16"))
    assert isinstance(result, Checked)
    assert len(result.findings) == number, [(each.code, each.words) for each in result.findings]
    assert not any("more like this" in each.looked_for for each in result.findings)
