"""Refusals to comment and failures to verify, told by their forms."""

from __future__ import annotations

from re import _constants as constants  # type: ignore[attr-defined]  # there is no public reader of patterns
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.attribution.cues import Form, forms
from sayso.attribution.passages import Passages
from sayso.attribution.refusals import refusals
from sayso.report.marks import quotations
from sayso.sentences import sentences
from sayso.tagger.spans import Attribution
from sayso.types import Block, Span


def read(text: str, found: tuple[Attribution, ...] = ()) -> list[tuple[str, str | None, str, str]]:
    whole = Span(0, len(text))
    where = Passages((whole,), tuple(sentences(text, whole)))
    marks = quotations(text, [Block("paragraph", whole)])
    return [
        (next(iter(a.act), ""), a.source and a.source.of(text), a.cue[0].of(text), a.content[0].of(text))
        for a in refusals(text, found, where, marks)
    ]


CASES = [
    ("The port authority declined to comment.", "no-comment", "The port authority", "comment"),
    ("Venn’s office declined to comment on the letter, signed in May.", "no-comment", "Venn’s office", "the letter"),
    ("Northline did not immediately respond to a request for comment.", "no-comment", "Northline",
     "a request for comment"),
    ("Two lawyers for the firm didn’t return calls.", "no-comment", "Two lawyers for the firm", "calls"),
    ("The ministry had no immediate comment on the accuracy of the report.", "no-comment", "The ministry",
     "the accuracy of the report"),
    ("She spoke for an hour, but Mayor Venn also refused to say whether he would stay.", "no-comment", "Mayor Venn",
     "whether he would stay"),
    ("Ekholm could not be reached for comment.", "no-comment", "Ekholm", "comment"),
    ("A spokesman for Ekholm & Sons, which built it, declined to comment.", "no-comment",
     "A spokesman for Ekholm & Sons", "comment"),
    ("Surveyors Harn & Lowe, who drew up the report at a cost of £46,000, declined to comment.", "no-comment",
     "Surveyors Harn & Lowe", "comment"),
    ("Venn, whose term ends in May, and who once ran the port, did not return calls.", "no-comment", "Venn", "calls"),
    ("The accounts could not be independently verified.", "cannot-verify", None, "The accounts"),
    ("Neither account could be independently confirmed.", "cannot-verify", None, "Neither account"),
    ("None of the claims could be verified by Meridian.", "cannot-verify", "Meridian",
     "None of the claims"),
    ("The rebels shared a video of the raid, which Kestrel could not immediately authenticate.", "cannot-verify",
     "Kestrel", "a video of the raid"),
    ("Northline denies this.", "deny", "Northline", "this"),
    ("The claim could not immediately be confirmed by Meridian.", "cannot-verify", "Meridian", "The claim"),
    ("Kestrel could not independently verify the video.", "cannot-verify", "Kestrel", "the video"),
    ("Aid officials were unable to confirm the number of dead.", "cannot-verify", "Aid officials",
     "the number of dead"),
    ("He could not confirm it.", "cannot-verify", "He", "it"),
    ("The army would not discuss the raid.", "no-comment", "The army", "the raid"),
    ("Ms. Arden will not say who paid for the flight.", "no-comment", "Ms. Arden", "who paid for the flight"),
    ("Northline has yet to respond.", "no-comment", "Northline", "respond"),
    ("Neither Venn (L-Harn.) nor the committee responded to questions on Friday.", "no-comment",
     "Neither Venn (L-Harn.) nor the committee", "questions"),
    ("There was no immediate word from the embassy on the arrests.", "no-comment", "the embassy", "the arrests"),
    ("There was no reaction from the palace.", "no-comment", "the palace", "reaction"),
    ("Calls to the Kestrel newsroom were not immediately returned.", "no-comment", "the Kestrel newsroom", "Calls"),
    ("Attempts to reach Ekholm for comment failed.", "no-comment", "Ekholm",
     "Attempts to reach Ekholm for comment"),
    ("The judge turned down a request for an interview.", "no-comment", "The judge", "a request for an interview"),
    ("Ekholm hung up on a reporter.", "no-comment", "Ekholm", "on a reporter"),
    ("The two generals have kept quiet since the vote.", "no-comment", "The two generals", "quiet"),
    ("The board offered no explanation for the delay.", "no-comment", "The board", "explanation for the delay"),
    ("The hospital did not wish to make a statement.", "no-comment", "The hospital", "make a statement"),
    ("Emails sent to the agency were met with silence.", "no-comment", "the agency", "Emails"),
    ("The prosecutor pleaded the Fifth.", "no-comment", "The prosecutor", "the Fifth"),
    ("The owner declined to talk.", "no-comment", "The owner", "talk"),
    ("Her lawyer would say nothing about the loan.", "no-comment", "Her lawyer", "the loan"),
    ("Questions sent to the palace were ignored.", "no-comment", "the palace", "Questions"),
    ("The suspect invoked his right to remain silent.", "no-comment", "The suspect", "to remain silent"),
    ("The ministry has yet to substantiate the charge.", "cannot-verify", "The ministry", "the charge"),
    ("Neither side’s account could be confirmed.", "cannot-verify", None, "Neither side’s account"),
    ("There was no way to check the toll.", "cannot-verify", None, "the toll"),
    ("No proof has been produced that the money existed.", "cannot-verify", None, "the money existed"),
    ("The envoy would neither confirm nor deny the talks.", "no-comment", "The envoy", "the talks"),
    ("The consul can’t confirm or deny that he met them.", "no-comment", "The consul", "he met them"),
    ("The bishop remained silent on the inquiry.", "no-comment", "The bishop", "the inquiry"),
    ("Arden ignored shouted questions about the loan.", "no-comment", "Arden",
     "shouted questions about the loan"),
    ("The firm referred questions about the leak to its lawyers.", "no-comment", "The firm",
     "questions about the leak"),
    ("The palace declined to confirm details of the visit.", "no-comment", "The palace", "details of the visit"),
    ("The ministry did not immediately respond to the paper’s repeated requests for comment late Friday.",
     "no-comment", "The ministry", "the paper’s repeated requests for comment"),
    ("Venn was unavailable for comment.", "no-comment", "Venn", "comment"),
    ("Venn won’t comment on the U.S. statement and has left the city.", "no-comment", "Venn", "the U.S. statement"),
    ("It was not immediately possible to verify the figures.", "cannot-verify", None, "the figures"),
    ("It could not be learned how many had fled.", "cannot-verify", None, "how many had fled"),
    ("There was no independent confirmation of the attack.", "cannot-verify", None, "the attack"),
    ("No confirmation was available from the port.", "cannot-verify", "the port", "confirmation"),
    ("The results are impossible to independently verify.", "cannot-verify", None, "The results"),
    ("Kestrel hasn’t been able to authenticate the tape.", "cannot-verify", "Kestrel", "the tape"),
    ("Kestrel has not independently verified the tape.", "cannot-verify", "Kestrel", "the tape"),
    ("The group made the same claim, which could not be verified.", "cannot-verify", None, "the same claim"),
    ("The reports remain unconfirmed.", "cannot-verify", None, "The reports"),
    ("There has been no independent verification the letter is real.", "cannot-verify", None, "the letter is real"),
    ("Venn confirmed the strike, though he could not say whether it worked.", "cannot-verify", "he",
     "whether it worked"),
    ("The inspector said experts did not find evidence that the hull was cut.", "cannot-verify", "experts",
     "the hull was cut"),
    ("Norton, which declined to comment, returned the rights.", "no-comment", "Norton", "comment"),
    ("The port office, however, declined to comment.", "no-comment", "The port office", "comment"),
    ("Arden Corp, holder of a tenth, did not return calls.", "no-comment", "Arden Corp", "calls"),
    ("Representatives for the old mayor did not return the Lantern’s calls.", "no-comment",
     "Representatives for the old mayor", "the Lantern’s calls"),
    ("Neither Arden nor the clerks, who had sought a fine, commented.", "no-comment", "Neither Arden nor the clerks",
     "commented"),
    ("The shipyard has received no reply as of Friday.", "no-comment", None, "reply"),
    ("Lind has publicly denied ever touching the crane.", "deny", "Lind", "ever touching the crane"),
    ("Lind strongly denied the latest allegation saying he was abroad.", "deny", "Lind", "the latest allegation"),
    ("The union denied it.", "deny", "The union", "it"),
    ("The bank denies wrongdoing.", "deny", "The bank", "wrongdoing"),
    ("The four mayors (all four have denied it) have left.", "deny", "all four", "it"),
    ("Arvenia calls the islet its own, although Drusk disputes this.", "deny", "Drusk", "this"),
    ("The charge is strongly disputed by the Lenby council.", "deny", "the Lenby council", "The charge"),
    ("Lind revived allegations that Fenn has adamantly denied.", "deny", "Fenn", "allegations"),
    ("The inspector said he took the money, an accusation he denies.", "deny", "he", "an accusation"),
    ("The ministry counts forty dead, a figure that aid groups dispute.", "deny", "aid groups", "a figure"),
    ("It hid the toll, a claim the mayor, Eva Hale, called “absurd”.", "deny", "the mayor, Eva Hale,", "a claim"),
    ("It hid the toll, a claim that the harbour chief dismissed as nonsense.", "deny", "the harbour chief", "a claim"),
    ("It hid the toll, claims which the Lenby council rejected.", "deny", "the Lenby council", "claims"),
    ("All six clerks have always maintained their innocence.", "deny", "All six clerks", "their innocence"),
    ("The two unions refute claims of a sale.", "deny", "The two unions", "claims of a sale"),
    ("The firm declined on Friday to give any details of the sale.", "no-comment", "The firm",
     "any details of the sale"),
    ("Northline declined to estimate the cost.", "no-comment", "Northline", "the cost"),
    ("Northline has declined to state a price for the ferry.", "no-comment", "Northline", "a price for the ferry"),
    ("Wards may be shut but the hospital is not confirming anything.", "no-comment", "the hospital", "anything"),
    ("At the time, no comment was made about the fire.", "no-comment", None, "the fire"),
    ("Neither would comment on the deal.", "no-comment", "Neither", "the deal"),
    ("NORTHLINE HAS NO COMMENT ON SUIT", "no-comment", "NORTHLINE", "SUIT"),
    ("There was no immediate reaction to the U.S. offer from the palace.", "no-comment", "the palace",
     "the U.S. offer"),
    ("The commissioner declined to clarify her plan to reporters during a visit.", "no-comment", "The commissioner",
     "her plan"),
    ("The union declined to comment Friday.", "no-comment", "The union", "comment"),
    ("The toll is hard to verify, but it grows.", "cannot-verify", None, "The toll"),
    ("It is nearly impossible to verify if the letters are real.", "cannot-verify", None, "if the letters are real"),
    ("Police have not yet determined whether he fired.", "cannot-verify", "Police", "whether he fired"),
    ("No confirmation or further details were available.", "cannot-verify", None, "confirmation"),
    ("There's been no confirmation that the planes were stolen.", "cannot-verify", None, "the planes were stolen"),
    ("Kestrel hasn't confirmed a link between the two fires.", "cannot-verify", "Kestrel",
     "a link between the two fires"),
    ("The diocese is yet to confirm if he will preach.", "cannot-verify", "The diocese", "if he will preach"),
    ("Whether the man fired is still unconfirmed.", "cannot-verify", None, "Whether the man fired"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "act", "source", "content"), CASES)
def test_form(text: str, act: str, source: str | None, content: str) -> None:
    ((got, who, cue, matter),) = read(text)
    assert (got, who, matter) == (act, source, content)
    assert cue in text


@pytest.mark.parametrize(
    "text",
    [
        "“I declined to comment,” he said.",
        "Prices declined to a low of two crowns.",
        "The ship did not return to port.",
        "The pump did not respond to the switch.",
        "There was no electricity in the old town.",
        "Parliament would not confirm a judge before the vote.",
        "The rebels refused to release the hostages.",
        "Voters have not returned to the party.",
        "He declined an invitation to the summit.",
        "Sudmark did not deny the accusation.",
        "Lind refused to deny the report.",
        "The firm never denied that it knew.",
        "The mayor denied him entry to the port.",
        "Two men were denied the right to appeal.",
        "Workers were wrongly denied reports of the fall.",
        "The court denied the motion.",
        "The firm denied a request for the files.",
        "There is no denying that it was late.",
        "The council rejected the plan.",
        "The old mayor had been rejected by the voters.",
        "The judge dismissed claims that the hull was cut.",
        "Border guards denied reporters entry.",
        "No judge can be confirmed before the vote.",
        "The two parties refused to address the drought.",
        "The council has not confirmed her as harbour master.",
    ],
)
def test_no_form(text: str) -> None:
    assert read(text) == []


def test_what_the_tagger_found_keeps_its_source_and_gets_the_act() -> None:
    text = "The port authority declined to comment on the letter."
    cue = Span(text.index("declined"), text.index(" comment"))
    found = Attribution(Span(0, 18), (cue,), (Span(31, 38),), score=0.6)
    where = Passages((Span(0, len(text)),), (Span(0, len(text)),))
    (got,) = refusals(text, (found,), where, ())
    assert (got.source, got.score, got.act) == (Span(0, 18), 0.6, {"no-comment": 1.0})
    assert got.content[0].of(text) == "the letter"


def test_what_the_tagger_made_of_words_inside_a_form_is_dropped() -> None:
    text = "Northline did not respond to requests for comment."
    request, comment = Span(text.index("requests"), text.index(" comment")), Span(text.index("comment"), len(text) - 1)
    assert [a for _, a, *_ in read(text, (Attribution(None, (request,), (comment,)),))] == ["Northline"]


@pytest.mark.parametrize(
    ("before", "cue", "content"),
    [
        ("Aides to Ms. Arden ", "have been contacted for", "comment"),
        ("The Lantern ", "has asked", "the shipyard for comment"),
        ("The Lantern ", "has approached", "the council for a response"),
    ],
)
def test_being_asked_to_comment_is_no_statement(before: str, cue: str, content: str) -> None:
    begin = len(before) + len(cue) + 1
    end = begin + len(content)
    found = Attribution(Span(0, len(before) - 1), (Span(len(before), begin - 1),), (Span(begin, end),))
    assert read(f"{before}{cue} {content}.", (found,)) == []


def test_being_asked_something_else_stays() -> None:
    text = "The Lantern has asked the court for a comment on the seal to be struck out."
    found = Attribution(Span(0, 11), (Span(12, 21),), (Span(22, len(text) - 1),))
    assert len(read(text, (found,))) == 1


@pytest.mark.parametrize(
    ("source", "cue", "content", "stays"),
    [
        ("The board", "has flatly rejected", "the union’s latest offer", False),
        ("The council", "rejected", "his request for a permit", False),
        ("The board", "rejected", "the offer as an insult", True),
        ("The board", "rejected", "the offer as “an insult”", True),
        ("The board", "rejected", "the claim that it made an offer", True),
        ("The court", "rejected", "the firm’s request", True),
        ("The office", "dismissed", "400 cases", False),
        ("The office", "dismissed", "concerns about 400 cases", True),
        ("Border guards", "denied", "entry to two reporters", False),
        ("The mayor", "denied", "having access to the fund", True),
        ("The ferry", "was denied", "entry at Harn", False),
    ],
)
def test_what_was_done_and_not_said_is_no_statement(source: str, cue: str, content: str, stays: bool) -> None:
    begin = len(source) + 1
    end = begin + len(cue)
    found = Attribution(Span(0, len(source)), (Span(begin, end),), (Span(end + 1, end + 1 + len(content)),))
    assert bool(read(f"{source} {cue} {content}.", (found,))) == stays


@pytest.mark.parametrize(
    ("text", "cue", "content", "stays"),
    [
        ("A nurse who declined to give her last name said so.", "declined to give", "her last name", False),
        ("A trader, who would not give his surname, said so.", "would not give", "his surname", False),
        ("A guard asked that his name not be used.", "asked", "his name not be used", False),
        ("Police declined to give his full name.", "declined to give", "his full name", True),
    ],
)
def test_whoever_only_stays_unnamed_says_nothing_by_it(text: str, cue: str, content: str, stays: bool) -> None:
    def span(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    found = Attribution(span(text.split(",")[0].split(" who")[0].split(" asked")[0]), (span(cue),), (span(content),))
    assert bool(read(text, (found,))) == stays


def test_what_lies_beyond_the_matter_is_cut_off() -> None:
    text = "The official declined to identify the ships because of the nature of the trade."
    found = Attribution(Span(0, 12), (Span(13, 33),), (Span(34, len(text) - 1),))
    assert read(text, (found,)) == [("no-comment", "The official", "declined to identify", "the ships")]


def test_a_joined_predicate_has_the_source_of_the_one_before_it() -> None:
    text = "Ms. Arden praised the pilots but declined to discuss the landing."
    found = Attribution(Span(0, 9), (Span(10, 17),), (Span(18, 28),))
    assert ("no-comment", "Ms. Arden", "declined to discuss", "the landing") in read(text, (found,))


def test_said_of_no_confirmation_is_one_statement() -> None:
    text = "Northline said there was no confirmation of the theft."
    found = Attribution(Span(0, 9), (Span(10, 14),), (Span(15, len(text) - 1),))
    assert len(read(text, (found,))) == 1


def test_said_of_oneself_is_one_statement() -> None:
    text = "Northline said it could not comment on the strike."
    found = Attribution(Span(0, 9), (Span(10, 14),), (Span(15, len(text) - 1),))
    assert len(read(text, (found,))) == 1


@given(st.text(alphabet=st.sampled_from([*"Aab .,“”\n"]), max_size=40))
def test_never_raises_and_spans_lie_in_the_text(filler: str) -> None:
    text = f"{filler} declined to comment{filler} on {filler} could not be verified by {filler}"
    whole = Span(0, len(text))
    for a in refusals(text, (), Passages((whole,), tuple(sentences(text, whole))), ()):
        assert all(0 <= s.begin < s.end <= len(text) for s in a.spans)


def _has(tree: Any, stems: tuple[str, ...], run: str = "") -> bool:
    """Whether every match of a parsed pattern, after the letters ``run``, has one of ``stems``."""
    for op, value in tree:
        if op is constants.SUBPATTERN and _has(value[3], stems, run):
            return True
        if op is constants.BRANCH and all(_has(part, stems, run) for part in value[1]):
            return True
        if op is constants.IN and (constants.LITERAL, ord("’")) in value:
            op, value = constants.LITERAL, ord("’")  # one apostrophe stands for all
        run = run + chr(value).lower() if op is constants.LITERAL else ""
        if any(stem in run for stem in stems):
            return True
        if op is constants.MAX_REPEAT and value[0] and _has(value[2], stems):
            return True
        if op is constants.ASSERT and value[0] > 0 and _has(value[1], stems):
            return True
    return False


@pytest.mark.parametrize("form", forms(), ids=lambda form: form.pattern.pattern[:40])
def test_what_a_form_needs_stands_in_every_match(form: Form) -> None:
    assert form.needs
    for stems in form.needs:
        assert _has(parser.parse(form.pattern.pattern), stems), stems
