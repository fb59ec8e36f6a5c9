"""ninjs and NewsML-G2: the same fictional wire in every version and form."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.report import Draft, compose, open_drafts

PARAGRAPHS = [
    "TARN, Oct 5 (Meridian) - The harbour will stay closed “until the last mine is found”, Mayor Orlo Venn said.",
    "A guard had warned of the danger, the Calder Post reported.",
]
HTML = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
NITF = (
    '<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Harbour closed</hl1></hedline>'
    f"<byline>By Ann Reed</byline></body.head><body.content>{HTML}</body.content></body></nitf>"
)
TEXT = "\n\n".join(["Harbour closed", *PARAGRAPHS])
VERSIONS: dict[str, dict[str, Any]] = {
    "1": {"uri": "urn:meridian:1", "versioncreated": "2025-10-05T12:00:00Z", "byline": "By Ann Reed and Bo Lund",
          "headline": "Harbour closed", "body_text": " ".join(PARAGRAPHS), "body_xhtml": HTML, "language": "en-GB",
          "copyrightholder": "Meridian"},
    "2": {"uri": "urn:meridian:1", "firstcreated": "2025-10-05T12:00:00Z", "versioncreated": "2025-10-05T13:00:00Z",
          "by": "Ann Reed and Bo Lund", "headlines": [{"role": "short", "value": "Harbour"}, {"role": "main",
          "value": "Harbour closed"}], "bodies": [{"contenttype": "text/html", "value": HTML}], "language": "en",
          "version": "2", "ednote": "Adds guard.", "infosources": [{"name": "Meridian"}]},
    "3": {"uri": "urn:meridian:1", "firstCreated": "2025-10-05T12:00:00Z", "by": "Ann Reed and Bo Lund",
          "headlines": [{"value": "Harbour closed"}], "copyrightHolder": "Meridian", "language": "en",
          "bodies": [{"contentType": "text/plain", "value": PARAGRAPHS[0]},
                     {"contentType": "text/vnd.IPTC.NITF", "value": NITF}]},
}  # fmt: skip


def read(value: object) -> list[Draft | InputError]:
    return list(open_drafts(value if isinstance(value, bytes) else json.dumps(value).encode()))


@pytest.mark.parametrize("version", VERSIONS)
def test_ninjs_of_every_version(version: str) -> None:
    (draft,) = read(VERSIONS[version])
    assert isinstance(draft, Draft)
    assert draft.text == TEXT
    assert (draft.headline, draft.byline) == ("Harbour closed", ("Ann Reed", "Bo Lund"))
    assert (draft.outlet, draft.external_id, draft.language) == ("Meridian", "urn:meridian:1", "en")
    report, _ = compose(draft)
    assert report.published is not None
    assert report.published.value == "2025-10-05T12:00:00Z"
    assert report.dateline is not None
    assert report.dateline.date == "2025-10-05"
    assert (report.updated is not None) == (version == "2")
    assert draft.origins.get("version") == ("ninjs 2 Adds guard." if version == "2" else None)


def test_ninjs_lists_packed_texts_and_pictures() -> None:
    picture = {"uri": "urn:meridian:pic", "type": "picture", "headline": "Mine", "description_text": "A mine off Tarn."}
    inner = {"uri": "urn:meridian:2", "headline": "Background", "body_text": "The mine field dates from the war."}
    story = VERSIONS["1"] | {"associations": {"main": picture, "more": inner}}
    found = read([story, picture, {"uri": "urn:x", "versioncreated": "2025"}, 3])
    texts = [each.text.split("\n")[0] for each in found if isinstance(each, Draft)]
    assert texts == ["Harbour closed", "Background", "Mine"]
    assert isinstance(found[2], Draft)
    assert found[2].origins["text"] == "ninjs description"
    assert [each.code for each in found if isinstance(each, InputError)] == ["empty", "malformed"]


@pytest.mark.parametrize("status", ["canceled", "withheld"])
def test_what_an_agency_took_back_is_not_read(status: str) -> None:
    (error,) = read(VERSIONS["1"] | {"pubstatus": status})
    assert isinstance(error, InputError)
    assert error.code == "withdrawn"
    (error,) = read(newsml(f'<pubStatus qcode="stat:{status}"/>', HTML))
    assert isinstance(error, InputError)
    assert error.code == "withdrawn"


def newsml(meta: str, content: str, guid: str = "urn:meridian:1", kind: str = "inlineXML") -> bytes:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>'
        f'<newsItem guid="{guid}" version="4" xml:lang="en-GB"><itemMeta><provider qcode="nprov:MER"><name>Meridian'
        f"</name></provider><firstCreated>2025-10-05T12:00:00Z</firstCreated><versionCreated>2025-10-05T13:00:00Z"
        f"</versionCreated>{meta}</itemMeta><contentMeta><creator qcode='x:ann.reed'><name>ann.reed</name></creator>"
        f"<by>By Ann Reed and Bo Lund</by><headline>Harbour closed</headline></contentMeta><contentSet>"
        f"<{kind} contenttype='application/xhtml+xml'>{content}</{kind}></contentSet></newsItem></itemSet>"
        "</newsMessage>"
    ).encode()


XHTML = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><header><h1>Harbour closed</h1>'
    f'<p class="byline">By X</p></header><section class="main">{HTML}</section>'
    '<section class="notepad"><p>Not for publication: phone 1234</p></section></body></html>'
)


@pytest.mark.parametrize("content", [HTML, NITF, XHTML], ids=["fragment", "nitf", "xhtml"])
def test_newsml_with_every_content(content: str) -> None:
    (draft,) = read(newsml("", content))
    assert isinstance(draft, Draft)
    assert draft.text == TEXT
    assert (draft.outlet, draft.external_id, draft.language) == ("Meridian", "urn:meridian:1", "en")
    assert (draft.byline, draft.origins["version"]) == (("Ann Reed", "Bo Lund"), "newsml-g2 4")
    assert (draft.published, draft.updated) == ("2025-10-05T12:00:00Z", "2025-10-05T13:00:00Z")


def test_a_correction_is_part_of_the_text() -> None:
    note = '<edNote role="x:correction">The mayor is Orlo Venn, not Orla Venn.</edNote>'
    (draft,) = read(newsml(f'{note}<signal qcode="sig:correction"/>', HTML))
    assert isinstance(draft, Draft)
    block = draft.blocks[-1]
    assert (block.role, block.span.of(draft.text)) == ("correction", "The mayor is Orlo Venn, not Orla Venn.")
    assert draft.origins["version"] == "newsml-g2 4 correction"
    (draft,) = read(newsml(f'{note}<signal qcode="sig:update"/>', HTML))
    assert isinstance(draft, Draft)
    assert draft.text == TEXT


def test_an_account_name_is_no_byline() -> None:
    (draft,) = read(newsml("", HTML).replace(b"<by>By Ann Reed and Bo Lund</by>", b""))
    assert isinstance(draft, Draft)
    assert draft.byline == ()


def test_nitf_by_itself() -> None:
    (draft,) = read(f'<?xml version="1.0"?>{NITF}'.encode())
    assert isinstance(draft, Draft)
    assert (draft.text, draft.byline) == (TEXT, ("Ann Reed",))


WHOLE = newsml("", HTML)


@pytest.mark.parametrize(
    ("data", "kept", "code"),
    [
        (WHOLE[: WHOLE.index(b"</newsItem>")], 1, "malformed"),  # cut off: what came is kept, the damage is told
        (WHOLE.replace(b"<headline>", b"<headline>&oops;"), 1, "malformed"),
        (WHOLE.replace(b"newsItem", b"planningItem"), 0, "no-article"),
        (b"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet/></newsMessage>", 0, "no-article"),
        (b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'/>", 0, "empty"),
        (b"<newsItem", 0, "malformed"),
    ],
)
def test_damaged_newsml_is_told(data: bytes, kept: int, code: str) -> None:
    found = read(data)
    assert sum(isinstance(each, Draft) for each in found) == kept
    last = found[-1]
    assert isinstance(last, InputError)
    assert last.code == code
