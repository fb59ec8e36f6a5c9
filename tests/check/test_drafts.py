"""Whole drafts through the whole pipeline: each has one fault, and a rule must ask about it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from sayso.check import Checked, Config
from sayso.check.inputs import check_bytes

DRAFTS = tomllib.loads(Path(__file__).with_name("drafts.toml").read_text("utf-8"))["draft"]
SOUND = """Ferry to sail again in May

PORT ALDER (Vesta) - The ferry between Port Alder and Cape Hollen will sail again
on Tuesday, May 2, 2023, its operator said.

"The new engine has been tested twice," said Norrland Line's technical director, Eva Strand. "We are ready."

About 400 people use the ferry every day, the company said. It was taken out of service in January after a fire that
injured two sailors.

The mayor of Cape Hollen, Jens Aas, thanked passengers for their patience.
"""


def checked(text: str, published: str | None = None) -> Checked:
    from sayso.pipeline import Options

    result = check_bytes(text.encode(), "draft.txt", Config(), Options(published=published))
    assert isinstance(result, Checked)
    return result


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft["fault"])
def test_the_fault_is_asked_about(draft):
    found = checked(draft["text"], draft.get("published")).findings
    assert {each.code for each in found} & set(draft["codes"])


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft["fault"])
def test_a_draft_with_one_fault_is_not_buried_in_questions(draft):
    assert len(checked(draft["text"], draft.get("published")).findings) <= 5


@pytest.mark.usefixtures("model")
def test_a_sound_draft_is_left_alone():
    assert [(each.code, each.words) for each in checked(SOUND).findings] == []
