"""Short articles, whose text the extraction joins into one block, and headlines told in several places."""

import pytest

from sayso.errors import InputError
from sayso.report import compose, open_drafts
from sayso.report.metadata import read_metadata
from sayso.report.page import _parse

HEADLINE = "Ferry stops after hull crack"
TOP = f"<h1>{HEADLINE}</h1><p class=byline>By Ida Holm</p>"
FIRST = "<p>ARNSUND (Tarn Press) — The ferry will stop, its owner <b>Nils Brekke</b> said.</p>"
MORE = "<p>“We have no choice,” he said.</p><p>Unions denied that they had been warned.</p>"
FIGURE = "<figure><img src=a.jpg><figcaption>The ferry in Arnsund. Photo: Bo Lie/TP</figcaption></figure>"
NAV, END = (
    "<nav>Home Sport</nav>",
    "<aside><p>Read more: other things</p></aside><footer><p>© 2024 Tidings</p></footer>",
)
TITLE = "<title>Ferry stops | Tidings</title>"

HEAD = [("headline", HEADLINE)]  # the byline is in the text only where the extraction joins all
DATELINE = [
    ("dateline", "ARNSUND (Tarn Press) —"),
    ("paragraph", "The ferry will stop, its owner Nils Brekke said."),
]
QUOTE = [("paragraph", "“We have no choice,” he said.")]
DENIED = [("paragraph", "Unions denied that they had been warned.")]
CAPTION = [("caption", "The ferry in Arnsund. Photo: Bo Lie/TP")]
SUBHEAD = "<h2>What happens next</h2><p>The council of the town meets on Friday to talk about the ferry, it said.</p>"
NEXT = [
    ("subhead", "What happens next"),
    ("paragraph", "The council of the town meets on Friday to talk about the ferry, it said."),
]

BODIES = {
    "article": (f"{NAV}<article>{TOP}{FIRST}{MORE}</article>{END}", HEAD + DATELINE + QUOTE + DENIED),
    "main": (f"{NAV}<main>{TOP}<div>{FIRST}</div>{MORE}</main>{END}", HEAD + DATELINE + QUOTE + DENIED),
    "article in main": (
        f"<main>{NAV}<article>{TOP}{FIRST}{MORE}</article></main>",
        HEAD + DATELINE + QUOTE + DENIED,
    ),
    "densest container": (
        f"{NAV}<div id=story>{TOP}{FIRST}{MORE}</div>{END}",
        HEAD + DATELINE + QUOTE + DENIED,
    ),
    "another article": (
        f"<main><article>{TOP}{FIRST}{MORE}</article><article><p>Other news.</p></article></main>",
        HEAD + DATELINE + QUOTE + DENIED,
    ),
    "heading of the second level": (
        f"<article>{TOP.replace('h1', 'h2')}{FIRST}{MORE}</article>",
        HEAD + DATELINE + QUOTE + DENIED,
    ),
    "one paragraph": (f"{NAV}<article>{TOP}{FIRST}</article>", HEAD + DATELINE),
    "links beside": (
        f"<article>{TOP}{FIRST}{MORE}<div class=related><a href=a>One thing</a><a href=b>More</a></div></article>",
        HEAD + DATELINE + QUOTE + DENIED,
    ),
    "figure between": (
        f"{NAV}<article>{TOP}{FIRST}{FIGURE}{MORE}</article>{END}",
        HEAD + DATELINE + CAPTION + QUOTE + DENIED,
    ),
    "figure last": (f"<article>{TOP}{FIRST}{MORE}{FIGURE}</article>", HEAD + DATELINE + QUOTE + DENIED + CAPTION),
    "subhead": (f"<article>{TOP}{FIRST}{MORE}{SUBHEAD}</article>", HEAD + DATELINE + QUOTE + DENIED + NEXT),
    "loose text and breaks": (
        f"<article>{TOP}{FIRST}<div>“We have no choice,” he said.<br><br>Unions denied that they had been warned.</div>"
        "</article>",
        HEAD + DATELINE + QUOTE + DENIED,
    ),
    "list": (
        f"<article>{TOP}{FIRST}{MORE}<ul><li>The ferry stops in May, the owner said.</li>"
        "<li>It is sold in June, the owner said.</li></ul></article>",
        HEAD
        + DATELINE
        + QUOTE
        + DENIED
        + [
            ("paragraph", "The ferry stops in May, the owner said."),
            ("paragraph", "It is sold in June, the owner said."),
        ],
    ),
    "furniture of the article": (
        f"<article><header>{TOP}</header>{FIRST}<aside><p>Sign the petition of the town now</p></aside>{MORE}"
        "<form><p>Your address please</p></form><script>var x = 1;</script></article>",
        HEAD + DATELINE + QUOTE + DENIED,
    ),
}


def read(html):
    (draft,) = open_drafts(html.encode())
    assert not isinstance(draft, InputError), draft
    return compose(draft)[0]


@pytest.mark.parametrize(("body", "blocks"), BODIES.values(), ids=BODIES.keys())
def test_blocks_of_short_articles(body, blocks):
    report = read(f"<!doctype html><html><head><meta charset=utf-8>{TITLE}</head><body>{body}</body></html>")
    shown = [(block.role, block.span.of(report.text)) for block in report.blocks]
    assert [block for block in shown if block != ("credit", "By Ida Holm")] == blocks
    assert (report.headline, report.byline, report.agency) == (HEADLINE, ("Ida Holm",), "Tarn Press")


LINKED = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry halted"%s}</script>'
OUTLET = '<meta property="og:site_name" content="Arnsund Tidings">'
H1 = f"<article><h1>{HEADLINE}</h1><p>x</p></article>"

HEADLINES = {
    "json-ld first": (LINKED % "" + TITLE, H1, "Ferry halted"),
    "og:title before the title": (
        f'{TITLE}<meta property="og:title" content="Ferry halted">',
        H1,
        "Ferry halted",
    ),
    "title begins the article's heading": (TITLE, H1, HEADLINE),
    "heading within the title": (f"<title>{HEADLINE} and more – Tidings</title>", H1, HEADLINE),
    "case aside": ("<title>FERRY STOPS | Tidings</title>", H1, HEADLINE),
    "heading of another thing": (TITLE, "<article><h1>Sport</h1><p>x</p></article>", "Ferry stops"),
    "heading outside the article": (TITLE, f"<header><h1>Ferry stops daily</h1></header>{H1}", HEADLINE),
    "short title, bar": (TITLE, "", "Ferry stops"),
    "outlet with an article": ("<title>Ferry stops | The Arnsund Tidings</title>" + OUTLET, "", "Ferry stops"),
    "short title, dash, known outlet": ("<title>Ferry stops - Arnsund Tidings</title>" + OUTLET, "", "Ferry stops"),
    "short title, dash, paper by its name": ("<title>Ferry stops - Arnsund Gazette</title>", "", "Ferry stops"),
    "short title, dash, the address": (
        '<title>Ferry stops - Arnsund Today</title><link rel=canonical href="https://www.arnsundtoday.example/1">',
        "",
        "Ferry stops",
    ),
    "a dash of the headline's own": ("<title>Ferry stops – again</title>", "", "Ferry stops – again"),
    "only the outlet": ("<title>Tidings</title>" + OUTLET, "", "Tidings"),
}


@pytest.mark.parametrize(("head", "body", "headline"), HEADLINES.values(), ids=HEADLINES.keys())
def test_headline(head, body, headline):
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    assert read_metadata(_parse(page)).headline == headline


@pytest.mark.parametrize("label", ["Menu", "Main menu", "Navigation", "Toggle navigation"])
def test_a_menu_is_no_headline(label):
    report = read(
        f"<html><body><div><div>{label}</div><div>Ferry stops<br><br>The ferry will stop, owner Nils Brekke said."
        '<br><br>"We have no choice," he said.<br><br>Unions denied it.</div></div></body></html>'
    )
    assert report.headline == "Ferry stops"
    assert [block.role for block in report.blocks] == ["furniture", "headline", *["paragraph"] * 3]
