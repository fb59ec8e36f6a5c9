"""Made-up readings for the pages: a story with nested and contested statements, and reports that mean harm."""

from __future__ import annotations

import dataclasses

from sayso.types import Block, Hop, Reading, Span, Standing
from tests.ledger.factory import reading, said
from tests.ledger.story import STORY as LEDGER_STORY

_TEXT = (
    "Dam may fail, ministry told\n\n"
    "The Lantern reported that engineers had warned the dam could fail. “We were ignored,” an engineer said. "
    "The ministry denied that anyone was ignored. Whether the letter is real could not be verified.\n\n"
    "Minister Tove Aske said repairs would “begin on Monday” and cost 4 million crowns."
)


def _dam() -> Reading:
    made = reading(
        _TEXT,
        [
            said("engineers had warned the dam could fail", "The Lantern", type="organization", act="report"),
            said("the dam could fail", "engineers", name=None, type="unnamed-group", disclosure="unnamed", act="warn"),
            said("“We were ignored,”", "an engineer", name=None, type="anonymous", disclosure="anonymous",
                 kind="direct"),
            said("anyone was ignored", "The ministry", type="organization", act="deny", about=("s3",)),
            said("Whether the letter is real", None, name=None, type="document", act="cannot-verify"),
            said("repairs would “begin on Monday” and cost 4 million crowns", "Tove Aske", title="Minister",
                 kind="mixed", when="2031-06-02"),
        ],
        url="https://courier.example/dam", headline="Dam may fail, ministry told", published="2031-06-01",
    )  # fmt: skip
    one, two, three, *rest = made.statements
    hop = Hop("The Lantern", one.source.mention, ())
    three = dataclasses.replace(three, standing=(Standing("denied", "s4", rest[0].extent),))
    two = dataclasses.replace(two, via=(hop,), parent="s1")
    end = _TEXT.index("\n\nMinister")
    head = len("Dam may fail, ministry told")
    blocks = (
        Block("headline", Span(0, head)), Block("paragraph", Span(head + 2, end)),
        Block("paragraph", Span(end + 2, len(_TEXT))),
    )  # fmt: skip
    report = dataclasses.replace(made.report, blocks=blocks)
    return dataclasses.replace(made, report=report, statements=(one, two, three, *rest))


DAM = _dam()
STORY = [*LEDGER_STORY, DAM]

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>\u202ekcab\u202c\u0007{{ 7 * 7 }}'\"><b>"


def evil() -> Reading:
    """Script and controls of direction in every field that a report can fill."""
    text = f"{EVIL} headline\n\n{EVIL} Orlo said {EVIL} the words {EVIL} in Tarn."
    words = f"{EVIL} the words {EVIL}"
    made = reading(
        text, [said(words, "Orlo", name=f"{EVIL} Orlo", title=f"{EVIL} the words", via=[f"{EVIL} headline"])],
        url="javascript:alert(3)", outlet=f"{EVIL} outlet", headline=f"{EVIL} headline", published="2031-06-03",
    )  # fmt: skip
    source = dataclasses.replace(made.statements[0].source, why=EVIL)
    statement = dataclasses.replace(made.statements[0], source=source, act=EVIL, abstained=(EVIL,))
    report = dataclasses.replace(made.report, byline=(EVIL,), agency=EVIL)
    return dataclasses.replace(made, report=report, statements=(statement,))


def long(statements: int, characters: int) -> Reading:
    """One paragraph of so many characters with so many statements."""
    each = characters // statements
    text = "".join((f"claim {n:05d} " + "word " * (each // 5))[:each] for n in range(statements))
    made = reading(text, [said("claim 00000", None, name="Ada Quill")], url="https://long.example/1")
    pattern = made.statements[0]
    many = tuple(
        dataclasses.replace(pattern, id=f"s{n + 1}", content=(Span(n * each, n * each + 11),),
                            extent=Span(n * each, n * each + 11))
        for n in range(statements)
    )  # fmt: skip
    return dataclasses.replace(made, statements=many)


def two_paragraphs(one: str, two: str) -> Reading:
    """A report of two paragraphs and nothing else, without statements."""
    text = f"{one}\n\n{two}"
    made = reading(text, url="https://two.example/1")
    blocks = (Block("paragraph", Span(0, len(one))), Block("paragraph", Span(len(one) + 2, len(text))))
    return dataclasses.replace(made, report=dataclasses.replace(made.report, blocks=blocks))
