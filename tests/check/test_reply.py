"""Who is blamed, whether they answer, and what is made of it: in reports of our own."""

from __future__ import annotations

import pytest

from sayso.check.accused.reply.blame import SERIOUS, blames
from sayso.check.accused.reply.contention import contention
from sayso.check.accused.reply.features import FEATURES, features
from sayso.check.accused.reply.parties import roster
from sayso.check.accused.reply.replies import replies
from sayso.check.accused.reply.unanswered import unanswered
from sayso.check.context import Context
from sayso.check.example import reading_of
from sayso.check.learned.trees import load

HEAD = "<h>Ardel Moberg accused of taking quarry grants</h>\n\n"
BLAME = (
    '<a act="accuse" t="person" n="Reva Holt"><s>Councillor Reva Holt</s> <c>accused</c> <q>Ardel Moberg of pocketing '
    "grants meant for the village school</q></a>."
)
REST = (
    "\n\nThe grants were paid over four years. Prosecutors in Lorn opened an investigation of Ardel Moberg in March."
    "\n\nPolice charged two of his clerks with fraud on Monday. The quarry has forty workers and a long history."
    '\n\n<a t="person" n="Ida Strand"><q>Ardel Moberg lied to the village about the money</q>, <s>Ida Strand</s>, who '
    "runs the school, <c>said</c></a>. The school has ninety pupils.\n\nA hearing is set for next week in Lorn."
)


def _of(text: str) -> Context:
    return Context(reading_of(text))


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (BLAME, {"accuse"}),
        ("Ardel Moberg, who runs the quarry, was charged with fraud on Monday.", {"legal"}),
        ("Two villagers sued Ardel Moberg over the grants.", {"legal"}),
        ("Villagers blamed the collapse of the wall on Ardel Moberg.", {"accuse"}),
        ("The mayor slammed Ardel Moberg over the grants.", {"attack"}),
        ("Ardel Moberg fixed the wall on Monday.", set()),
        ("A fire broke out near Ardel Moberg on Monday.", set()),
        ("There is no evidence that Ardel Moberg stole the grants.", set()),
        ("Voters would blame Ardel Moberg if the wall fell.", set()),
    ],
)
def test_kinds_of_blame(words, kinds):
    context = _of(f"<h>Quarry under scrutiny</h>\n\n{words}")
    people = roster(context)
    found = {each.kind for each in blames(context, people) if people.parties[each.party].name == "Ardel Moberg"}
    assert found & (SERIOUS | {"attack"}) == kinds


def test_a_country_its_capital_and_its_people_are_one():
    people = roster(_of("<h>Talks</h>\n\nFrance signed the pact. Paris had asked for it. The French minister left."))
    assert [(each.name, len(each.mentions)) for each in people.parties if each.kind == "country"] == [("France", 3)]


ANSWERS = [
    "Moberg denied the accusation.",
    "Moberg declined to comment.",
    "The quarry company did not respond to requests for comment.",
    '<a t="person" n="Ardel Moberg"><q>I never took a crown of the grants</q>, <s>Moberg</s> <c>said</c></a>.',
    '<a t="person" n="Jon Vik"><s>His lawyer, Jon Vik</s>, <c>said</c> <q>the grants were spent on the school</q></a>.',
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_seen(answer):
    context = _of(f"{HEAD}{BLAME} {answer}{REST}")
    people = roster(context)
    told = blames(context, people)
    party = next(n for n, each in enumerate(people.parties) if each.name == "Ardel Moberg")
    assert any(each.sure for each in replies(context, people, told)[party])


def test_who_is_not_heard_is_asked_about_and_who_answers_is_not(monkeypatch):
    # So short a report is never as sure as what is asked of a reader; the order of the two is what counts here.
    monkeypatch.setattr("sayso.check.accused.reply.unanswered._ACCUSED", 0.5)
    silent = unanswered(_of(f"{HEAD}{BLAME}{REST}"))
    assert [each.name for each in silent] == ["Ardel Moberg"]
    assert silent[0].places
    for answer in ANSWERS[:2]:
        assert not unanswered(_of(f"{HEAD}{BLAME} {answer}{REST}"))


def test_accusing_sentences_are_more_contended():
    accusing = "Two former clerks alleged that the director had harassed them for years and taken bribes."
    assert contention(accusing) > contention("The school in the valley has ninety pupils and a new roof.") + 0.5


def test_trees_know_the_features():
    assert load("unanswered").names == FEATURES
    context = _of(f"{HEAD}{BLAME}{REST}")
    people = roster(context)
    told = blames(context, people)
    answers = replies(context, people, told)
    assert len(features(context, people, told, told[0].party, answers[told[0].party])) == len(FEATURES)
