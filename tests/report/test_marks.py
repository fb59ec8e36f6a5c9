import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.report.marks import scan
from sayso.types import Block, Span


def blocks_of(text):
    return tuple(Block("paragraph", Span(*match.span())) for match in re.finditer(r"[^\n]+", text))


def contents(text):
    """Contents, indented by depth, with what is unusual after a bar."""
    marks = scan(text, blocks_of(text))
    lines = []
    for quotation in marks.quotations:
        state = "" if quotation.closed else "|continues" if quotation.continues else "|unclosed"
        lines.append(">" * quotation.depth + quotation.content.of(text) + state)
    lines.extend(f"|unopened {span.of(text)}" for span in marks.unopened)
    return lines


CASES = {
    "curly": ("“We stay,” she said.", ["We stay,"]),
    "straight": ('"We stay," she said.', ["We stay,"]),
    "interrupted": ('"We stay," she said, "and wait."', ["We stay,", "and wait."]),
    "mixed styles": ('“We stay," she said.', ["We stay,"]),
    "single as outer": ("‘We stay,’ she said. ‘Don’t go.’", ["We stay,", "Don’t go."]),
    "straight single as outer": ("'We stay,' she said. 'Don't go.'", ["We stay,", "Don't go."]),
    "apostrophes": ("Don’t ask O’Neill’s dogs’ keeper, 'tis the '90s, rock 'n' roll", []),
    "apostrophes inside": (
        "“It’s the workers’ right, ‘tis said,” he added",
        ["It’s the workers’ right, ‘tis said,"],
    ),
    "possessive inside single": ("‘The workers’ rights are ours,’ he said", ["The workers’ rights are ours,"]),
    "single word ending in s": ("The ‘rebels’ fled", ["rebels"]),
    "two scare quotes": ("The ‘rebels’ met ‘envoys’.", ["rebels", "envoys"]),
    "nested": ("“He told me ‘go home’ and left,” she said", ["He told me ‘go home’ and left,", ">go home"]),
    "nested at the end": ("“He said, ‘Go home.’”", ["He said, ‘Go home.’", ">Go home."]),
    "nested straight": ("\"He said, 'Go home.'\"", ["He said, 'Go home.'", ">Go home."]),
    "nested in single": ("‘He said “go” to me,’ she said", ["He said “go” to me,", ">go"]),
    "same mark nested": ('"He said "no" to me," she said', ['He said "no" to me,', ">no"]),
    "three deep": ("“A ‘b “c” d’ e”", ["A ‘b “c” d’ e", ">b “c” d", ">>c"]),
    "measures": ("A 15\" gun, 5'10\" tall, 6' wide, 3.5″", []),
    "measure inside": ('"The 15" gun fired," he said', ['The 15" gun fired,']),
    "number at the end": ('He was born in "District 9" of "Area 51".', ["District 9", "Area 51"]),
    "quoted number": ('“Apollo "13" flew”', ['Apollo "13" flew', ">13"]),
    "guillemets": ("« Nous restons », dit-elle. «Oui.»", [" Nous restons ", "Oui."]),
    "guillemets inwards": ("»Wir bleiben«, sagte sie.", ["Wir bleiben"]),
    "german": ("„Wir bleiben“, sagte sie. „Ja ‚so‘“", ["Wir bleiben", "Ja ‚so‘", ">so"]),
    "polish": ("„Zostajemy”, powiedziała.", ["Zostajemy"]),
    "swedish": ("”Vi stannar”, sade hon.", ["Vi stannar"]),
    "corner": ("「行く」と言った", ["行く"]),
    "tex": ("``We stay,'' she said", ["We stay,"]),
    "no space after": ('"We stay,"she said. Then:"Go."', ["We stay,", "Go."]),
    "spaces inside": ('" We stay " she said', [" We stay "]),
    "dash before": ('It was—"a mess"—and', ["a mess"]),
    "bracket": ("(“We stay.”)", ["We stay."]),
    "unclosed at the end": ("“We stay, she said.\nAnd left.", ["We stay, she said.|unclosed"]),
    "unclosed before another": ("“We stay, she said. “We go.”", ["We stay, she said.|unclosed", "We go."]),
    "unclosed around nested": ("“He said ‘go’ to me.", ["He said ‘go’ to me.|unclosed", ">go"]),
    "unopened": ("We stay,” she said", ["|unopened ”"]),
    "closed too early": ("“We stay” and go,” he said", ["We stay", "|unopened ”"]),
    "crossing": ("“We ‘stay” here’ now", ["We ‘stay"]),
    "continues": ("“One.\n“Two.\n“Three,” he said.", ["One.|continues", "Two.|continues", "Three,"]),
    "continues straight": ('"One.\n"Two," he said.', ["One.|continues", "Two,"]),
    "continues single": ("‘One.\n‘Two,’ he said.", ["One.|continues", "Two,"]),
    "next paragraph opens later": ("“One.\nHe said “two”.", ["One.|unclosed", "two"]),
    "dash quotations": (
        "— I stay, — she said. — And you?\n— I go.",
        ["I stay,", "And you?", "I go."],
    ),
    "bullets are no speech": ("— One thing\nText.", []),
    "dashes beside marks": ("— One “thing”.\n— Another thing.", ["thing"]),
    "empty": ("", []),
    "only marks": ("“”", [""]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_pairs(text, expected):
    assert contents(text) == expected


def test_spans_cover_the_marks():
    text = "He said “go ‘now’” twice."
    outer, inner = scan(text, blocks_of(text)).quotations
    assert outer.span.of(text) == "“go ‘now’”"
    assert inner.span.of(text) == "‘now’"
    assert (outer.open.of(text), outer.close.of(text)) == ("“", "”")


texts = st.lists(
    st.sampled_from([*"\"“”„'‘’‚«»‹›`—–-(). \n5", "``", "''", "don't", "Yes", "no", "s’ ", "🙂", "\u0000", ", "]),
    max_size=60,
).map("".join)


@given(texts)
def test_properly_nested(text):
    blocks = blocks_of(text)
    quotations = scan(text, blocks).quotations
    assert [q.span.begin for q in quotations] == sorted(q.span.begin for q in quotations)
    around = []
    for quotation in quotations:
        span = quotation.span
        assert 0 <= span.begin <= quotation.open.end <= quotation.content.end <= span.end <= len(text)
        assert any(block.span.contains(span) for block in blocks)
        while around and around[-1].end <= span.begin:
            around.pop()
        assert quotation.depth == len(around)
        assert all(outer.contains(span) for outer in around)
        around.append(span)


def test_endless_marks():
    text = "“\"‘' a " * 25_000
    assert len(scan(text, blocks_of(text)).quotations) > 0
