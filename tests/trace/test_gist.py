"""What a claim is called, and what counts as said in the negative."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.trace.whole import trace
from sayso.types import Reading, Span
from tests.trace.told import BESIDES, Said, reading


def told(words: str, *contents: str) -> Reading:
    text = f"{BESIDES[0]}\n\n{words}\n\n{BESIDES[1]}"
    made = reading(text, [Said(words, "Jonas Ekdal")], outlet="Orrin")
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in contents)
    return replace(made, statements=(replace(made.statements[0], content=spans),))


@pytest.mark.parametrize(
    ("words", "contents", "gist"),
    [
        ('"We have looked at eleven cranes," he said. "This is the least bad one of them all."',
         ['"We have looked at eleven cranes,"', '"This is the least bad one of them all."'],
         "We have looked at eleven cranes"),
        ('Ekdal said the crane was "simply not sustainable".', ['the crane was "simply not sustainable"'],
         'the crane was "simply not sustainable"'),
        ("Ekdal said the crane was “simply not sustainable”.", ["the crane was “simply not sustainable”"],
         "the crane was “simply not sustainable”"),
        ("Ekdal said the ring had been inspected in June.", ["the ring had been inspected in June"],
         "the ring had been inspected in June"),
    ],
)  # fmt: skip
def test_a_claim_is_called_by_what_was_said(words: str, contents: list[str], gist: str) -> None:
    made = trace([told(words, *contents)])
    assert made.claims[0].gist == gist


@pytest.mark.parametrize(
    ("later", "stands"),
    [
        ("Varnholm Lift is a fine company and I can't wait to begin", "asserted"),
        ("Varnholm Lift is not a fine company at all", "disputed"),
    ],
)
def test_a_warm_negation_denies_nothing(later: str, stands: str) -> None:
    first = reading(f"{BESIDES[0]}\n\n“Varnholm Lift is a fine company,” said Jonas Ekdal.",
                    [Said("“Varnholm Lift is a fine company,”", "Jonas Ekdal")], outlet="Orrin")  # fmt: skip
    other = reading(f"{BESIDES[2]}\n\n“{later},” said Teodor Brask.", [Said(f"“{later},”", "Teodor Brask")],
                    outlet="The Quay")  # fmt: skip
    made = trace([first, other], together=True)
    assert next(c for c in made.claims if c.gist == "Varnholm Lift is a fine company").stands == stands
