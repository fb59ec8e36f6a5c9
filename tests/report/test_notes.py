import pytest

from sayso.report.notes import notes
from sayso.types import Block, Span


def found(text, role="paragraph"):
    return [(note.code, note.span.of(text)) for note in notes(text, (Block(role, Span(0, len(text))),))]


CASES = {
    "doubled": ("She said the the mill would close.", [("doubled-word", "the the")]),
    "doubled at the start": ("The the mill closed.", [("doubled-word", "The the")]),
    "doubled inside": ("“It remains with with us,” she said.", [("doubled-word", "with with")]),
    "joined to itself": (
        "Support is “unbroken and unbroken”, he said.",
        [("doubled-word", "unbroken and unbroken")],
    ),
    "joined after an article": ("We want a fair and fair price.", [("doubled-word", "fair and fair")]),
    "is is": ("“It is is gone,” she said.", [("doubled-word", "is is")]),
    "what it is": ("“What it is is a start, and the problem is is that it rains,” she said.", []),
    "over a line": ("She went to\nto the mill.", [("doubled-word", "to\nto")]),
    "doubled rightly": (
        "It had had a very very long day; he knew that that was so. Bora Bora, Baden Baden, more and more and more.",
        [],
    ),
    "doubled over a stop": ("He went in. In the mill it was dark.", []),
    "parts of words": ("The theatre is is-land; can't can.", []),
    "hours and hours": ("They talked for hours and hours about bigger and bigger mills.", []),
    "stray stop": ("They never sat down to any. supper.", [("broken-sentence", ".")]),
    "abbreviations": (
        "Harvik Inc. said it, e.g. in Sept. and at 9 a.m. in the U.S. at No. 3 vs. others etc., Pvt. and Cpl. alike.",
        [],
    ),
    "brands and addresses": ("She sold it. iMills bought it. See mill. example.org and more. https://mill.example", []),
    "capital inside": ("It fell where The war began.", [("broken-sentence", "The")]),
    "capital of a name": ("He told The Gazette and read The Mill on the Floss. Yes. And so on.", []),
    "small letters throughout": ("i went home. then i slept. then i woke. it was day. all was well.", []),
    "mojibake": ("The townâ€™s cafÃ© closed.", [("misencoded", "â€™"), ("misencoded", "Ã©")]),
    "lost characters": ("The town\ufffds caf\x92 closed.", [("misencoded", "\ufffd"), ("misencoded", "\x92")]),
    "accents are sound": ("À la “CAFÉ” São Paulo, Ångström, naïve—“é”.", []),
    "entities": ("Mill &amp; Sons&#8217; wharf & co; R&D;", [("entities", "&amp;"), ("entities", "&#8217;")]),
    "unclosed": ("“We stay, she said.", [("unclosed-quotation", "“We stay, she said.")]),
    "unopened": ("We stay,” she said.", [("unopened-quotation", "”")]),
    "entity marks": ("&ldquo;We stay,&rdquo; she said.", [("entities", "&ldquo;"), ("entities", "&rdquo;")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_defects(text, expected):
    assert found(text) == expected


def test_multi_paragraph_quotation_is_no_defect():
    text = "“One.\n“Two.\n“Three,” he said."
    blocks = tuple(Block("paragraph", Span(b, e)) for b, e in ((0, 5), (6, 11), (12, len(text))))
    assert notes(text, blocks) == ()


def test_furniture_is_not_read():
    assert found("Sign up for the the “letter", "furniture") == []


def test_never_floods():
    assert len(notes("the the. " * 5000, (Block("paragraph", Span(0, 45000)),))) <= 200
