from __future__ import annotations

from html.parser import HTMLParser

from sayso.check import Config
from sayso.check.example import reading_of
from sayso.check.inputs import check_reading
from sayso.check.output.editor import page

MARKED = (
    "<r><h>Bank &amp; board at odds</h>\n\n"
    '<a id="a" act="accuse" standing="denied"><s>Auditors</s> <c>said</c> '
    "<q>the Lorn Bank hid &lt;b&gt;losses&lt;/b&gt;</q></a>.\n\n"
    '<a t="anonymous" via="Radio Vesta"><s>A clerk</s> <c>told</c> Radio Vesta '
    "<q>the vault was empty on Monday morning</q></a>. It is 80 km (30 miles) away.</r>"
)


class Page(HTMLParser):
    VOID = frozenset(["meta", "br"])

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[str] = []
        self.text = ""
        self.outside: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)
        self.outside += [value for name, value in attrs if name in ("src", "href")]

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] in ("h1", "h2"):
            self.headings.append(data.strip())
        self.text += data


def parsed(marked: str) -> Page:
    found = Page()
    found.feed(page([check_reading(reading_of(marked), Config())]))
    assert found.open == []
    return found


def test_the_page_shows_sources_claims_disputes_and_figures():
    shown = parsed(MARKED)
    assert shown.headings[0] == "Bank & board at odds"
    assert "through Radio Vesta ← A clerk" in shown.text
    assert "the vault was empty on Monday morning (A clerk, line 5)" in " ".join(shown.text.split())
    assert "denied:" in shown.text
    assert "80 km (30 miles)" in shown.text


def test_answers_that_stand_beside_nothing_are_shown_too():
    marked = (
        '<r><h>Dam leaks</h>\n\n<a act="deny"><s>The Lorn Bank</s> <c>denied</c> <q>any wrongdoing</q></a>.\n\n'
        '<a t="unnamed-group"><s>Neighbours</s> <c>said</c> <q>the wall was wet</q></a>.</r>'
    )
    shown = " ".join(parsed(marked).text.split())
    assert "The Lorn Bank denied: The Lorn Bank denied any wrongdoing. (line 3)" in shown
    assert "reports no denial" not in shown
    assert "unnamed group" in shown
    assert "unnamed unnamed" not in shown


def test_words_of_the_draft_are_never_markup():
    assert "<b>losses" in parsed(MARKED).text


def test_the_page_needs_nothing_from_outside():
    assert parsed(MARKED).outside == []
    assert "script" not in page([check_reading(reading_of(MARKED), Config())])


def test_an_empty_draft_makes_a_page():
    assert "attributes nothing" in parsed("<h>Quiet</h>\n\nNothing was said.").text
