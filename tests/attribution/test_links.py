"""What a denial is about, and what the report makes of each statement."""

from __future__ import annotations

import pytest

from tests.attribution.said import Said, read

ACCUSED = "Norland accused Sudmark of mining the strait."
CLAIM = Said("Sudmark of mining the strait", "accused", "Norland", type="organization")


def test_a_denial_in_the_next_sentence() -> None:
    text = f"{ACCUSED} Sudmark denied the accusation."
    said = Said("the accusation", "denied", "Sudmark", type="organization", after="Sudmark denied")
    claim, denial = read(text, CLAIM, said).statements
    assert denial.about == ("s1",)
    assert [(s.status, s.by, s.span.of(text)) for s in claim.standing] == [("denied", "s2", "denied")]


def test_an_accusation_and_its_denial_in_one_sentence() -> None:
    text = "Norland claims the shelling killed nine people, which Sudmark denies."
    claim, denial = read(
        text,
        Said("the shelling killed nine people", "claims", "Norland", type="organization"),
        Said("the shelling killed nine people", "denies", "Sudmark", type="organization"),
    ).statements
    assert (denial.act, denial.about) == ("deny", ("s1",))
    assert claim.standing[0].status == "denied"


def test_what_was_not_denied_stands() -> None:
    text = f"{ACCUSED} Sudmark did not deny the accusation."
    said = Said("the accusation", "did not deny", "Sudmark", type="organization", after="Sudmark did")
    claim, answer = read(text, CLAIM, said).statements
    assert (answer.about, claim.standing) == ((), ())


REPORTER = [
    (f"{ACCUSED[:-1]}, without providing evidence.", "unverified", "without providing evidence"),
    (f"{ACCUSED} The claim could not be verified.", "unverified", "could not be verified"),
    (f"{ACCUSED} The claim wasn't immediately verified.", "unverified", "wasn't immediately verified"),
    ("Norland falsely accused Sudmark of mining the strait.", "disputed", "falsely accused"),
]


@pytest.mark.parametrize(("text", "status", "words"), REPORTER, ids=[case[2] for case in REPORTER])
def test_the_reporters_own_words_on_a_statement(text: str, status: str, words: str) -> None:
    (claim,) = read(text, CLAIM).statements
    assert [(s.status, s.by, s.span.of(text)) for s in claim.standing] == [(status, None, words)]


def test_offsets_hold_where_lower_case_is_longer() -> None:
    text = f"İsa İnan reporting. {ACCUSED[:-1]}, without providing evidence."
    (claim,) = read(text, CLAIM).statements
    assert claim.standing[0].span.of(text) == "without providing evidence"


def test_words_inside_a_statement_are_not_the_reporters() -> None:
    text = "Norland accused Sudmark of mining the strait without any evidence of need."
    said = Said("Sudmark of mining the strait without any evidence of need", "accused", "Norland", type="organization")
    assert read(text, said).statements[0].standing == ()


def test_a_correction_names_what_it_corrects() -> None:
    text = (
        "The harbour police said seven crates of rifles were seized.\n\n"
        "Correction: an earlier version said seven crates of rifles were seized; it was seven rifles."
    )
    said = Said("seven crates of rifles were seized", "said", "The harbour police", type="organization")
    (claim,) = read(text, said, roles=("paragraph", "correction")).statements
    assert [(s.status, s.by) for s in claim.standing] == [("corrected", None)]


def test_the_report_is_what_the_medium_reported() -> None:
    text = (
        "Allies urged Lenby to talk, the Harbour Gazette reported.\n\nA clerk said the idea was old.\n\n"
        "The mayor had no comment on the accuracy of the report."
    )
    meant = read(
        text,
        Said("Allies urged Lenby to talk", "reported", "the Harbour Gazette", "Harbour Gazette", "organization"),
        Said("the idea was old", "said", "A clerk", "clerk", "unnamed-person"),
        Said("the accuracy of the report", "had no comment", "The mayor", "mayor", "unnamed-person"),
    ).statements
    assert meant[2].about == ("s1",)


def test_a_statement_with_no_in_it_denies_nothing_far_off() -> None:
    text = (
        "Arvenia accused Drusk of planning to mine the harbour.\n\nRain fell on Lenby.\n\nThe ferry was late.\n\n"
        "The energy company said there was no electricity in the old town."
    )
    meant = read(
        text,
        Said("planning to mine the harbour", "accused", "Arvenia", "Arvenia", "organization"),
        Said(
            "there was no electricity in the old town", "said", "The energy company", "energy company", "organization"
        ),
    ).statements
    assert meant[0].standing == ()


UNRELATED = [
    # source of the answer, its cue and content, what was said before it by another
    ("Ida Rask", "declined to discuss", "her pension", "the crane fell at dawn", "said"),
    ("Ida Rask", "denied", "selling the crane to Tove Lind", "Tove Lind sings like a crow", "said"),
    ("The Lantern", "could not verify", "the crane’s age", "to say how old the crane is", "declined"),
]


@pytest.mark.parametrize(("who", "cue", "content", "claim", "verb"), UNRELATED)
def test_no_answer_to_what_it_has_nothing_to_do_with(who: str, cue: str, content: str, claim: str, verb: str) -> None:
    text = f"Per Holt {verb} {claim}. {who} {cue} {content}."
    first, second = read(text, Said(claim, verb, "Per Holt"), Said(content, cue, who, after=f"{who} {cue}")).statements
    assert (second.about, first.standing) == ((), ())


def test_a_refusal_may_answer_what_accuses_or_shares_its_matter() -> None:
    text = "Per Holt accused Ida Rask of selling the crane. Ida Rask declined to comment on the crane."
    claim = Said("Ida Rask of selling the crane", "accused", "Per Holt")
    second = Said("the crane", "declined to comment", "Ida Rask", after="Ida Rask declined")
    assert read(text, claim, Said("the crane", second.cue, "Ida Rask", after=second.after)).statements[1].about == (
        "s1",
    )


def test_a_denial_goes_on_with_the_one_before_it() -> None:
    text = f"{ACCUSED} Sudmark denied the accusation. “We do not own a single mine,” Sudmark said."
    first = Said("the accusation", "denied", "Sudmark", type="organization", after="Sudmark denied")
    opinion = {"deny": 0.95, "say": 0.05}
    second = Said("“We do not own a single mine,”", "said", "Sudmark", type="organization", after="“We", act=opinion)
    _, denial, more = read(text, CLAIM, first, second).statements
    assert (denial.about, more.act, more.about) == (("s1",), "deny", ("s1",))


def test_a_bare_refusal_may_answer_the_opening_claim() -> None:
    text = (
        "Ida Rask sold the town’s crane to a circus, the Lantern reported.\n\n"
        "The circus opens in May, Per Holt said.\n\nIda Rask did not respond to a request for comment."
    )
    refusal = Said("a request for comment", "did not respond to", "Ida Rask", after="Ida Rask did")
    meant = read(
        text,
        Said("Ida Rask sold the town’s crane to a circus", "reported", "the Lantern", type="organization"),
        Said("The circus opens in May", "said", "Per Holt"),
        refusal,
        roles=("paragraph", "paragraph", "paragraph"),
    ).statements
    assert meant[2].about == ("s1",)


def test_a_bare_refusal_does_not_hang_on_what_has_nothing_to_do_with_it() -> None:
    text = "The circus opens in May, Per Holt said.\n\nRain fell.\n\nIda Rask declined to comment."
    refusal = Said("comment", "declined to", "Ida Rask", after="Ida Rask declined")
    meant = read(text, Said("The circus opens in May", "said", "Per Holt"), refusal).statements
    assert meant[1].about == ()


def test_who_rejects_the_allegations_answers_who_accused() -> None:
    text = (
        "Norvax accused divers of cutting the cable.\n\nThe port of Calder said it would wait.\n\n"
        "Norvax reported that the cable could be mended by May. Sudmark rejected Norvax’s allegations."
    )
    about = (
        read(
            text,
            Said("divers of cutting the cable", "accused", "Norvax", type="organization"),
            Said("it would wait", "said", "The port of Calder", type="organization"),
            Said("the cable could be mended by May", "reported", "Norvax", after="wait", type="organization"),
            Said("Norvax’s allegations", "rejected", "Sudmark", type="organization"),
        )
        .statements[3]
        .about
    )
    assert about == ("s1",)


def test_a_denial_that_names_whose_account_it_denies() -> None:
    text = "Calder police said the driver ran two gates on Monday. His father denied the police account."
    claim, denial = read(
        text,
        Said("the driver ran two gates on Monday", "said", "Calder police", type="organization"),
        Said("the police account", "denied", "His father", type="unnamed-person"),
    ).statements
    assert denial.about == ("s1",)
    assert claim.standing[0].status == "denied"


def test_what_is_called_such_is_what_stands_before_it() -> None:
    text = "Per Holt said the town may sell the crane to a circus. Ida Rask rejected such a plan."
    first = Said("the town may sell the crane to a circus", "said", "Per Holt")
    second = Said("such a plan", "rejected", "Ida Rask", after="Ida Rask rejected")
    assert read(text, first, second).statements[1].about == ("s1",)


def test_a_denial_of_what_speaks_of_who_denies_it() -> None:
    text = "Norland has assessed that Sudmarkan divers cut the cable. Sudmark denied any interference."
    first = Said("Sudmarkan divers cut the cable", "has assessed", "Norland", type="organization")
    second = Said("any interference", "denied", "Sudmark", type="organization", after="Sudmark denied")
    assert read(text, first, second).statements[1].about == ("s1",)


def test_a_denial_said_again_is_not_about_the_denial() -> None:
    text = "Sudmark denied mining the strait. Later Sudmark again denied mining it."
    first = Said("mining the strait", "denied", "Sudmark", type="organization")
    second = Said("mining it", "denied", "Sudmark", type="organization", after="Sudmark again")
    assert [s.about for s in read(text, first, second).statements] == [(), ()]


def test_what_is_summed_up_right_behind_it_is_denied() -> None:
    text = f"{ACCUSED} The clinic counts forty dead, a figure that the harbour disputes."
    told = Said("forty dead", "counts", "The clinic", type="organization")
    said = Said("a figure", "disputes", "the harbour", type="organization", after="a figure")
    *_, denial = read(text, CLAIM, told, said).statements
    assert (denial.act, denial.about) == ("deny", ("s2",))
