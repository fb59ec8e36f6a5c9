from __future__ import annotations

import json

import pytest

from sayso.errors import InputError
from sayso.report import Draft, compose, open_drafts

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Tarn Gazette</title><link>https://gazette.example/</link><language>en-GB</language>
<item><title>Ferry &amp; mill to close</title><link>https://gazette.example/ferry</link>
  <guid isPermaLink="false">tg-1</guid><pubDate>Mon, 06 Oct 2025 09:30:00 GMT</pubDate><dc:creator>Ann Reed</dc:creator>
  <description>The ferry will stop.</description>
  <content:encoded><![CDATA[<p>The ferry will stop in May, Mayor Orlo Venn said.</p><h2>What next</h2>
   <p>“We had no choice,”<br/>he added.</p><ul><li>Mill: June.</li></ul><script>alert(1)</script>]]></content:encoded>
</item>
<item><title>Storm</title><link>https://gazette.example/storm</link><description>A storm hit Tarn.</description></item>
<item><title>Only a title</title><link>https://gazette.example/title</link></item>
<item><category>nothing</category></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Calder Post</title>
<entry><title type="html">Mine &lt;b&gt;found&lt;/b&gt;</title><id>urn:cp:7</id>
<link rel="alternate" href="https://post.example/7"/><published>2025-10-05T10:00:00Z</published>
<updated>2025-10-06T11:00:00+02:00</updated><author><name>Bo Lund</name></author><author><name>Ida Vik</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A guard found a mine.</p>
<p>Nobody was hurt.</p></div>
</content></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1", "title": "Harbour Wire", "language": "en",
    "items": [
        {"id": 12, "url": "https://wire.example/12", "title": "Strike ends",
         "content_html": "<p>The strike is over.</p>",
         "date_published": "2025-10-07T08:00:00Z", "date_modified": "2025-10-07T09:00:00Z",
         "authors": [{"name": "Ann Reed"}]},
        {"id": "13", "summary": "Talks go on."}, {"id": "14"}, 15,
    ],
}  # fmt: skip


def read(text: str) -> list[Draft | InputError]:
    return list(open_drafts(text.encode()))


def test_rss_items_with_their_metadata() -> None:
    full, summary, title, nothing = read(RSS)
    assert isinstance(full, Draft)
    assert full.text == (
        "Ferry & mill to close\n\nThe ferry will stop in May, Mayor Orlo Venn said.\n\nWhat next\n\n"
        "“We had no choice,” he added.\n\nMill: June."
    )
    assert [block.role for block in full.blocks] == ["headline", "paragraph", "subhead", "paragraph", "paragraph"]
    assert (full.url, full.outlet, full.external_id, full.language) == (
        "https://gazette.example/ferry", "Tarn Gazette", "tg-1", "en")  # fmt: skip
    assert full.byline == ("Ann Reed",)
    assert full.origins["text"] == "feed content"
    assert full.origins["published"] == "feed"
    report, _ = compose(full)
    assert report.published is not None
    assert report.published.value == "2025-10-06T09:30:00Z"
    assert isinstance(summary, Draft)
    assert isinstance(title, Draft)
    assert (summary.text, summary.origins["text"]) == ("Storm\n\nA storm hit Tarn.", "feed summary")
    assert (title.text, title.origins["text"]) == ("Only a title", "feed title")
    assert isinstance(nothing, InputError)
    assert nothing.input.endswith("#4")


def test_atom_with_two_dates_and_two_authors() -> None:
    (entry,) = read(ATOM)
    assert isinstance(entry, Draft)
    assert entry.text == "Mine found\n\nA guard found a mine.\n\nNobody was hurt."
    assert (entry.published, entry.updated) == ("2025-10-05T10:00:00Z", "2025-10-06T11:00:00+02:00")
    assert (entry.byline, entry.external_id, entry.outlet) == (("Bo Lund", "Ida Vik"), "urn:cp:7", "Calder Post")


def test_json_feed() -> None:
    full, summary, *bad = read(json.dumps(JSON))
    assert isinstance(full, Draft)
    assert full.text == "Strike ends\n\nThe strike is over."
    assert (full.external_id, full.url, full.updated) == ("12", "https://wire.example/12", "2025-10-07T09:00:00Z")
    assert (full.byline, full.outlet) == (("Ann Reed",), "Harbour Wire")
    assert isinstance(summary, Draft)
    assert summary.origins["text"] == "feed summary"
    assert [error.code for error in bad if isinstance(error, InputError)] == ["empty", "malformed"]


@pytest.mark.parametrize(
    ("text", "kept", "code"),
    [
        (RSS[: RSS.index("</channel>")], 3, "malformed"),  # cut off: the items are kept, the damage is told
        (RSS.replace("<category>", "<x:category>"), 3, "malformed"),
        ('<rss version="2.0"><channel><title>Empty</title></channel></rss>', 0, "empty"),
        ('<?xml version="1.0"?><!DOCTYPE html><rss></rss>', 0, "empty"),
        ("<rss", 0, "malformed"),
        (json.dumps(JSON | {"items": []}), 0, "empty"),
        (json.dumps(JSON)[:-5], 0, "malformed"),
        ('<?xml version="1.0"?><inventory><item/></inventory>', 0, "format"),
    ],
)
def test_damaged_and_empty_feeds_are_told(text: str, kept: int, code: str) -> None:
    found = read(text)
    assert sum(isinstance(each, Draft) for each in found) == kept
    last = found[-1]
    assert isinstance(last, InputError)
    assert last.code == code


def test_no_entity_and_no_address_is_followed(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    text = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
        "<rss version='2.0'><channel><title>T</title><item><title>a &x; b</title></item></channel></rss>"
    )
    assert all("SECRET" not in each.text for each in read(text) if isinstance(each, Draft))
    newsml = (
        f'<?xml version="1.0"?><!DOCTYPE newsItem [<!ENTITY x SYSTEM "file://{secret}">]>'
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='g'><contentMeta><headline>a &x; b</headline>"
        "</contentMeta></newsItem>"
    )
    assert all("SECRET" not in each.text for each in read(newsml) if isinstance(each, Draft))
