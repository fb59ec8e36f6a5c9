"""Acts by cue and context: refusals, failures to verify, negation, and words that decide by themselves."""

from __future__ import annotations

import pytest

from sayso.attribution.acts import likeliest
from sayso.attribution.linear import combined
from tests.attribution.said import Said, one, read

CASES = [
    # cue, text before the content, content, text after, act, negated
    ("denied", "Mayor Odile Fenn denied ", "taking money from the port", ".", "deny", False),
    ("has repeatedly denied", "Mayor Odile Fenn has repeatedly denied ", "the charge", ".", "deny", False),
    ("dismissed", "The ministry dismissed ", "the report as a fabrication", ".", "deny", False),
    ("denied", "The governor denied ", "the charge", ".", "deny", False),
    ("brushed aside", "The governor brushed aside ", "the claim as gossip", ".", "deny", False),
    ("scoffed at", "The skipper scoffed at ", "reports of a mutiny", ".", "deny", False),
    ("said", "The skipper said ", "he had nothing to do with the fire", ".", "deny", False),
    ("said", "The skipper said ", "it was nothing of the kind", ".", "deny", False),
    ("said", "A third said ", "that wasn't so", ".", "deny", False),
    ("said", "The skipper said ", "there was no truth to the charge", ".", "deny", False),
    ("has always maintained", "The clerk has always maintained ", "he did not take the ring", ".", "deny", False),
    ("said", "The firm said ", "the suggestions were absurd and without foundation", ".", "deny", False),
    ("protested", "Both clerks protested ", "their innocence", ".", "deny", False),
    ("said", "The skipper said ", "no such meeting took place", ".", "deny", False),
    ("said", "When asked, the skipper said, ", "“Absolutely not”", ".", "deny", False),
    ("said", "The skipper said ", "it was too early to say what had sunk the ship", ".", "cannot-verify", False),
    ("said", "The mission said ", "it was not in a position to confirm the raid", ".", "cannot-verify", False),
    ("said", "The clerk said ", "she was not authorised to discuss the case", ".", "no-comment", False),
    ("said", "The clerk said, ", "“We never discuss contracts in public”", ".", "no-comment", False),
    ("said", "The clerk said ", "it would be inappropriate to comment", ".", "no-comment", False),
    ("did not deny", "Mayor Odile Fenn did not deny ", "meeting the contractor", ".", "deny", True),
    ("stopped short of confirming", "The ministry stopped short of confirming ", "the toll", ".", "confirm", True),
    ("confirmed", "The harbour police confirmed ", "the arrest of two men", ".", "confirm", False),
    ("declined to comment", "The company declined to comment on ", "the inquiry", ".", "no-comment", False),
    ("had no immediate comment", "The council had no immediate comment on ", "the leak", ".", "no-comment", False),
    ("did not respond", "The shipyard did not respond to ", "requests for comment", ".", "no-comment", False),
    ("did not immediately return", "Fenn did not immediately return calls on ", "it", ".", "no-comment", False),
    ("could not be reached", "The captain could not be reached for ", "comment", ".", "no-comment", False),
    ("would not confirm", "The general would not confirm ", "the order", ".", "no-comment", False),
    ("neither confirmed nor denied", "The agency neither confirmed nor denied ", "the raid", ".", "no-comment", False),
    ("refused to say", "The minister refused to say ", "who had signed", ".", "no-comment", False),
    ("could not immediately verify", "The Gazette could not immediately verify ", "it", ".", "cannot-verify", False),
    ("could not independently confirm", "We could not independently confirm ", "it", ".", "cannot-verify", False),
    ("was unable to confirm", "The mission was unable to confirm ", "the shelling", ".", "cannot-verify", False),
    ("provided no evidence", "The reports provided no evidence for ", "the allegation", ".", "cannot-verify", False),
    ("said", "The clerk said ", "she could not confirm the toll", ".", "cannot-verify", False),
    ("said", "The clerk said ", "she had no comment", ".", "no-comment", False),
    ("insisted", "The clerk insisted ", "she had not seen the letter", ".", "deny", False),
    ("declined", "The clerk declined ", "to go into the figures", ".", "no-comment", False),
    ("said", "The clerk said ", "she strongly denied taking the seal", ".", "deny", False),
    ("said", "The clerk said ", "the reports of a sale were untrue", ".", "deny", False),
    ("called", "The clerk called ", "the charges unsubstantiated and fabricated", ".", "deny", False),
    ("said", "The clerk said, ", "“We have a duty to the court and I would not like to comment on that”", ".",
     "no-comment", False),
    ("said", "The clerk said ", "it could neither confirm or deny the raid", ".", "no-comment", False),
    ("refused", "The clerk refused ", "to rule out a sale", ".", "no-comment", False),
    ("warned", "The pilot warned that ", "the channel was mined", ".", "warn", False),
    ("urged", "The bishop urged ", "both sides to stop firing", ".", "urge", False),
    ("accused", "Norland accused ", "Sudmark of shelling the dam", ".", "accuse", False),
    ("acknowledged", "The colonel acknowledged ", "the loss of a ship", ".", "acknowledge", False),
    ("praised", "The envoy praised ", "the ferrymen", ".", "praise", False),
    ("pledged", "The union pledged ", "to strike again", ".", "promise", False),
    ("announced", "The bank announced ", "a new rate", ".", "announce", False),
    ("threatened", "The militia threatened ", "to blow up the bridge", ".", "threaten", False),
    ("condemned", "The council condemned ", "the attack", ".", "criticize", False),
    ("dismissed", "The seismologist dismissed ", "concerns that the quake would bring a flood", ".", "deny", False),
    ("challenged", "The minister challenged ", "the notion that the port was closed", ".", "deny", False),
    ("denounced", "The skipper denounced ", "the reports as “completely false”", ".", "deny", False),
    ("said", "The skipper said ", "fears of a shortage were unfounded", ".", "deny", False),
    ("said", "The skipper said ", "claims that Mr. Fenn kept it secret were ridiculous", ".", "deny", False),
    ("said", "The skipper said, ", "“The notion that the mate is a thief is absurd”", ".", "deny", False),
    ("said", "The skipper said, ", "“I was in the room. It didn’t happen”", ".", "deny", False),
    ("is adamant", "The skipper is adamant ", "the letters did not come from the ship", ".", "deny", False),
    ("refused to acknowledge", "The skipper refused to acknowledge ", "that the ship was late", ".", "deny", False),
    ("rejected", "The board rejected ", "the offer as an insult", ".", "criticize", False),
    ("rejected", "The High Court rejected ", "the firm's request for the files", ".", "rule", False),
    ("declined to estimate", "The clerk declined to estimate ", "the cost", ".", "no-comment", False),
    ("said", "The clerk said, ", "“We are not going to confirm the name of anyone”", ".", "no-comment", False),
    ("confirmed", "The agency confirmed ", "that it had received no confirmation of the raid", ".", "cannot-verify",
     False),
    ("said", "The clerk said ", "there's been no confirmation of the raid", ".", "cannot-verify", False),
    ("said", "Harrow Energy said ", "Harrow Energy could not confirm the leak", ".", "cannot-verify", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("cue", "before", "content", "after", "act", "negated"), CASES, ids=[f"{case[0]} {case[2]}" for case in CASES]
)
def test_the_act_of_a_cue(cue: str, before: str, content: str, after: str, act: str, negated: bool) -> None:
    source = before[: before.index(cue)].strip()
    meant = one(before + content + after, Said(content, cue, source))
    assert (meant.act, meant.negated) == (act, negated)


def test_a_refusal_in_the_next_clause_is_not_this_one() -> None:
    text = "“The nets were cut,” Berit Holm said, declining to comment further."
    assert one(text, Said("“The nets were cut,”", "said", "Berit Holm")).act != "no-comment"


def test_the_models_opinion_counts_where_no_word_decides() -> None:
    joint = combined({"say": 0.6, "warn": 0.4}, {"say": 0.02, "warn": 0.98}, 0.3)
    assert max(joint, key=lambda act: joint[act]) == "warn"
    assert combined({"say": 0.6, "warn": 0.4}, {}, 0.3) == {"say": 0.6, "warn": 0.4}


def test_the_model_does_not_invent_refusals() -> None:
    text = "“Nobody should sail tonight,” Berit Holm said."
    wrong = {"no-comment": 0.9, "say": 0.1}
    assert one(text, Said("“Nobody should sail tonight,”", "said", "Berit Holm", act=wrong)).act != "no-comment"


@pytest.mark.parametrize(
    ("before", "cue", "content", "after", "act"),
    [
        ("", "said", "“No comment,”", " said a spokesman for the quarry.", "no-comment"),
        ("Ida Rask, its lawyer, said: ", "said", "“We have no further comment at this time.”", "", "no-comment"),
        ("Neither the quarry nor the port ", "would say", "why the crane fell", ".", "no-comment"),
        ("Nobody at the quarry ", "would discuss", "the fall", ".", "no-comment"),
    ],
)
def test_a_refusal_without_a_word_of_refusing(before: str, cue: str, content: str, after: str, act: str) -> None:
    text = f"{before}{content}{after}" if cue in before + after else f"{before}{cue} {content}{after}"
    meant = one(text, Said(content, cue, "Ida Rask" if "Ida" in text else "the quarry"))
    assert (meant.act, meant.negated) == (act, False)


@pytest.mark.parametrize(
    ("source", "cue", "content", "act"),
    [
        ("Nobody at the quarry", "said", "the crane was unsafe", "say"),
        ("No one from the port", "has admitted", "the ropes were old", "acknowledge"),
        ("Ida Rask", "has never said", "she was sorry", "say"),
        ("Neither Ida Rask nor her deputy", "said", "the quarry would close", "say"),
        ("Ida Rask", "never confirmed", "the sale", "confirm"),
    ],
)
def test_what_was_not_said(source: str, cue: str, content: str, act: str) -> None:
    for opinion in ({}, {"deny": 0.9, "say": 0.1}):
        meant = one(f"{source} {cue} {content}.", Said(content, cue, source, act=opinion))
        assert (meant.act, meant.negated) == (act, True)


@pytest.mark.parametrize(
    ("wrong", "content"),
    [
        ("deny", "the crane fell at dawn"),
        ("deny", "“Never look back,”"),
        ("deny", "rumors of a sale had reached the yard"),
        ("urge", "the crane fell at dawn"),
        ("ask", "the crane fell at dawn"),
    ],
)
def test_the_model_does_not_invent_denials_calls_and_questions(wrong: str, content: str) -> None:
    text = f"Ida Rask remarked {content}"
    assert one(text, Said(content, "remarked", "Ida Rask", act={wrong: 0.95, "say": 0.05})).act != wrong


def test_the_model_may_find_a_denial_that_answers() -> None:
    text = "Tove Lind accused Ida Rask of selling the crane.\n\n“I did not sell it,” Ida Rask remarked."
    first = Said("Ida Rask of selling the crane", "accused", "Tove Lind")
    second = Said("“I did not sell it,”", "remarked", "Ida Rask", after="“I", act={"deny": 0.95, "say": 0.05})
    assert read(text, first, second).statements[1].act == "deny"


def test_what_is_not_recalled_is_a_failure_to_verify_only_where_another_said_it() -> None:
    text = "Tove Lind said the mayor cursed the pilots.\n\nIda Rask said she did not recall the mayor cursing."
    first = Said("the mayor cursed the pilots", "said", "Tove Lind")
    second = Said("she did not recall the mayor cursing", "said", "Ida Rask", after="Ida")
    assert read(text, first, second).statements[1].act == "cannot-verify"
    assert read(text, second).statements[0].act != "cannot-verify"


@pytest.mark.parametrize("content", ["to join the march", "to renew its lease"])
def test_declining_to_do_something_is_no_refusal_to_comment(content: str) -> None:
    assert one(f"The club declined {content}.", Said(content, "declined", "The club")).act != "no-comment"


def test_shades_of_one_act_count_together() -> None:
    weighed = {"say": 0.25, "announce": 0.25, "praise": 0.1, "accuse": 0.3, "criticize": 0.05}
    assert likeliest(weighed) == "say"
    assert likeliest(weighed | {"criticize": 0.2}) == "accuse"
    assert likeliest(weighed | {"criticize": 0.4}) == "criticize"
    assert likeliest({"deny": 0.6, "say": 0.4}) == "deny"


def test_plain_saying_must_be_a_good_deal_likelier_than_another_plain_act() -> None:
    assert likeliest({"say": 0.55, "accuse": 0.45}) == "accuse"
    assert likeliest({"say": 0.65, "accuse": 0.35}) == "say"
    assert likeliest({"say": 0.3, "report": 0.3, "warn": 0.4}) == "warn"
