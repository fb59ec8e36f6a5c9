import json

import pytest

from sayso.errors import InputError
from sayso.report import compose, open_drafts
from sayso.report.metadata import read_metadata
from sayso.report.page import _parse

LINKED = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "BreadcrumbList", "itemListElement": []},
        {
            "@type": ["NewsArticle"],
            "headline": "Mill to close, council says",
            "datePublished": "2021-11-06T10:15:00+01:00",
            "dateModified": "2021-11-06T12:00:00+01:00",
            "author": [{"@type": "Person", "name": "Jo Roe"}, {"@type": "Person", "name": "Ann Lee"}],
            "publisher": {"@type": "Organization", "name": "Gazette Media Ltd"},
            "inLanguage": "en-GB",
        },
    ],
}

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Mill to close, council says | Harvik Gazette</title>
<link rel="canonical" href="https://gazette.example/mill">
<meta property="og:site_name" content="Harvik Gazette"><meta property="og:title" content="Mill to close">
<script type="application/ld+json">{json.dumps(LINKED)}</script></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav><main><article>
<h1>Mill to close, council says</h1>
<p class="article-standfirst standfirst">Nine of eleven members voted for it, after a long night.</p>
<figure><img src="m.jpg"><figcaption>The old mill in Harvik in May. Photo: Jo Roe</figcaption></figure>
<p>HARVIK (AP) &mdash; The harbour council voted on Monday to close the old mill,<br>
ending a century of milling in the town.</p>
<div style="display:none"><p>Hidden text that no reader of the page ever saw in any way at all.</p></div>
<p>&ldquo;We had no choice,&rdquo; council chair Ann Lee told reporters&nbsp;after the vote, which was nine to two.</p>
<h2>What happens next</h2>
<p>The council has until the end of the year to find a buyer for the land, according to its own rules.</p>
<ul><li>The mill closes in May, after the spring season is over.</li>
<li>The land is sold in June to the highest bidder.</li></ul>
<blockquote><p>The council regrets the loss of every single job in the mill, a statement said.</p></blockquote>
</article></main><footer>Copyright Gazette Media Ltd. All rights reserved.</footer></body></html>"""


def read(html):
    (draft,) = open_drafts(html if isinstance(html, bytes) else html.encode())
    assert not isinstance(draft, InputError), draft
    return compose(draft)


def test_article():
    report, derivations = read(PAGE)
    assert [(block.role, block.span.of(report.text)) for block in report.blocks] == [
        ("headline", "Mill to close, council says"),
        ("deck", "Nine of eleven members voted for it, after a long night."),
        ("caption", "The old mill in Harvik in May. Photo: Jo Roe"),
        ("dateline", "HARVIK (AP) —"),
        ("paragraph", "The harbour council voted on Monday to close the old mill,"),
        ("paragraph", "ending a century of milling in the town."),
        (
            "paragraph",
            "“We had no choice,” council chair Ann Lee told reporters after the vote, which was nine to two.",
        ),
        ("subhead", "What happens next"),
        (
            "paragraph",
            "The council has until the end of the year to find a buyer for the land, according to its own rules.",
        ),
        ("paragraph", "The mill closes in May, after the spring season is over."),
        ("paragraph", "The land is sold in June to the highest bidder."),
        ("paragraph", "The council regrets the loss of every single job in the mill, a statement said."),
    ]
    assert report.headline == "Mill to close, council says"
    assert report.deck == ("Nine of eleven members voted for it, after a long night.",)
    assert report.byline == ("Jo Roe", "Ann Lee")
    assert (report.published.value, report.updated.value) == ("2021-11-06T10:15:00+01:00", "2021-11-06T12:00:00+01:00")
    assert (report.outlet, report.url, report.language) == ("Harvik Gazette", "https://gazette.example/mill", "en")
    assert report.agency == "AP"
    rules = {derivation.field: derivation.rule for derivation in derivations}
    assert rules["headline"] == rules["published"] == rules["byline"] == "json-ld"
    assert (rules["outlet"], rules["url"], rules["deck"]) == ("meta", "link", "markup")


HEAD = "<html><head>{}</head><body><p>x</p></body></html>"


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        (
            '<meta property="article:published_time" content="2021-11-06T10:15:00Z">',
            "published",
            "2021-11-06T10:15:00Z",
        ),
        ('<meta name="date" content="soon"><meta name="pubdate" content="2021-11-06">', "published", "2021-11-06"),
        ('<meta property="x:title dc:title" content="Mill">', "headline", "Mill"),
        ("<title>Mill to close soon | Gazette</title>", "headline", "Mill to close soon"),
        ('<meta property="og:site_name" content="Gazette"><title>Gazette - Mill</title>', "headline", "Mill"),
        ("<title>Mill-yard – closed</title>", "headline", "Mill-yard – closed"),
        ('<meta name="author" content="https://gazette.example/jo"><meta name="byl" content="Jo Roe">', "byline", ()),
        ('<meta name="author" content="Jo Roe; Ann Lee">', "byline", ("Jo Roe", "Ann Lee")),
        ('<meta property="og:locale" content="en_GB">', "language", "en"),
        ('<meta property="og:url" content="https://gazette.example/mill">', "url", "https://gazette.example/mill"),
        (
            '<script type="application/ld+json"><![CDATA[{"@type": "Report", "headline": "Mill"}]]></script>',
            "headline",
            "Mill",
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", broken</script><title>Mill</title>',
            "headline",
            "Mill",
        ),
        (
            '<script type="application/ld+json">[[[{"@type": 3}]], null, 7]</script><title>Mill</title>',
            "headline",
            "Mill",
        ),
    ],
)
def test_metadata(head, field, value):
    assert getattr(read_metadata(_parse(HEAD.format(head))), field) == value


def test_text_that_only_the_data_holds():
    body = "The harbour council voted on Monday to close the old mill.\nIt was nine to two."
    data = json.dumps({"@type": "NewsArticle", "headline": "Mill", "articleBody": body})
    report, _ = read(
        f'<html><head><script type="application/ld+json">{data}</script></head><body><div id="app"></div></body></html>'
    )
    assert report.text == "Mill\n\nThe harbour council voted on Monday to close the old mill.\n\nIt was nine to two."


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<html><body><p>Enable scripts.</p></body></html>",
        "<!doctype html>",
        "<html><body><img src=x></body>",
    ],
)
def test_page_without_an_article(html):
    (error,) = open_drafts(html.encode())
    assert isinstance(error, InputError)
    assert error.code == "no-article"
