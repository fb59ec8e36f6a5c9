import io
import json

import pytest

from sayso.errors import InputError, SettingsError
from sayso.report import Draft, Options, compose, open_drafts

STORY = "Mill to close\n\nThe council voted on Monday to close the mill."


def drafts(target, **options):
    return list(open_drafts(target, Options(**options)))


def test_file(tmp_path):
    path = tmp_path / "story.txt"
    path.write_bytes(STORY.replace("\n", "\r\n").encode())
    (draft,) = drafts(str(path), published="2021-11-06", outlet="Gazette", url="https://a.example/")
    assert (draft.text, draft.name) == (STORY, str(path))
    assert (draft.published, draft.outlet, draft.url) == ("2021-11-06", "Gazette", "https://a.example/")
    assert draft.origins == {"published": "option", "outlet": "option", "url": "option"}
    assert drafts(path)[0].text == STORY


def test_bytes_text_and_standard_input(monkeypatch):
    assert drafts(STORY.encode())[0].text == STORY
    assert drafts(STORY)[0].text == STORY

    class Stdin:
        buffer = io.BytesIO(STORY.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    assert drafts("-")[0].text == STORY


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("no/such/file.txt", "no such file"),
        ("ftp://a.example/x", "http"),
        (b"", "no text"),
        (b" \n\t ", "no text"),
        ("\n \n", "no text"),
        (b"%PDF-1.4", "PDF"),
        ("", "name is empty"),
        (None, "no report"),
        (5, "no report"),
    ],
)
def test_errors_name_input_and_remedy(target, words):
    (error,) = drafts(target)
    assert isinstance(error, InputError)
    assert words in error.message
    assert error.remedy
    named = {"": "(empty)", "\n \n": "text", None: "NoneType", 5: "int"}
    assert error.input == named.get(target, "bytes" if isinstance(target, bytes) else target)


def test_folder(tmp_path):
    (error,) = drafts(str(tmp_path))
    assert "folder" in error.message


def test_published_option_is_checked_at_once():
    with pytest.raises(SettingsError):
        open_drafts(STORY, Options(published="soon"))


RECORD = {"text": "The mill closed.", "outlet": "Post", "published": "2031-05-04", "url": "https://post.example/1"}
PAGE = (
    '<html><head><link rel="canonical" href="https://post.example/1"><meta property="og:site_name" content="Post">'
    '<meta property="article:published_time" content="2031-05-04"></head><body><article><h1>Mill to close</h1>'
    "<p>The council voted on Monday to close the mill.</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("plain.txt", STORY, ("Wire", "2031-06-01", "https://wire.example/")),
        ("own.jsonl", json.dumps(RECORD), ("Post", "2031-05-04", "https://post.example/1")),
        ("own.json", json.dumps([RECORD]), ("Post", "2031-05-04", "https://post.example/1")),
        ("own.html", PAGE, ("Post", "2031-05-04", "https://post.example/1")),
        ("part.jsonl", json.dumps({**RECORD, "outlet": None}), ("Wire", "2031-05-04", "https://post.example/1")),
        (
            "no date.jsonl",
            json.dumps({**RECORD, "published": "soon"}),
            ("Post", "2031-06-01", "https://post.example/1"),
        ),
    ],
)
def test_what_a_report_says_of_itself_goes_before_what_is_stated(tmp_path, name, content, expected):
    path = tmp_path / name
    path.write_text(content, "utf-8")
    (draft,) = drafts(path, outlet="Wire", published="2031-06-01", url="https://wire.example/")
    assert (draft.outlet, draft.published, draft.url) == expected


def test_one_address_is_not_given_to_two_reports(tmp_path):
    path = tmp_path / "wire.jsonl"
    records = [{"text": "The mill closed."}, RECORD, {"text": "The mill opened."}]
    path.write_text("\n".join(map(json.dumps, records)), "utf-8")
    first, own, second = drafts(path, url="https://wire.example/")
    assert (first.url, own.url) == ("https://wire.example/", "https://post.example/1")
    assert (second.input, second.code) == (f"{path}:3", "ambiguous")


def test_size_limit(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    (error,) = drafts(str(path))
    assert (error.code, error.input) == ("too-large", str(path))
    assert drafts(str(path), limit=1000)[0].code == "too-large"


def test_json_lines(tmp_path):
    path = tmp_path / "wire.jsonl"
    record = {
        "text": "The council voted.\n\nIt was over.",
        "headline": "Mill to close",
        "url": "https://a.example/1",
        "outlet": "Gazette",
        "published": "2021-11-06T10:00:00Z",
        "author": ["Jo Roe", {"name": "Ann Lee"}],
        "id": 17,
    }
    lines = [
        json.dumps(record),
        "{broken",
        "",
        "[1]",
        json.dumps({"headline": None}),
        json.dumps({"text": "Only text \ud800 here.", "title": None, "date": None}),
        json.dumps({"title": "Mill", "text": "Mill\n\nThe council voted.", "publisher": "Post", "date": "2021-11-06"}),
    ]
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    first, broken, array, empty, surrogate, last = drafts(str(path), outlet="Wire")
    assert first.text == "Mill to close\n\nThe council voted.\n\nIt was over."
    assert (first.external_id, first.byline, first.outlet) == ("17", ("Jo Roe", "Ann Lee"), "Gazette")
    assert (last.outlet, surrogate.outlet) == ("Post", "Wire"), "stated only where the record does not say"
    assert first.name == f"{path}:1"
    assert [error.input for error in (broken, array, empty)] == [f"{path}:2", f"{path}:4", f"{path}:5"]
    assert surrogate.text == "Only text \ufffd here."
    assert last.text == "Mill\n\nMill\n\nThe council voted."
    report, _ = compose(last)
    assert (report.headline, report.published.value) == ("Mill", "2021-11-06")
    assert [block.role for block in report.blocks] == ["headline", "furniture", "paragraph"], "the body repeats it"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        ({"text": 5}, "“text” is a number"), ({"text": ["One.", "Two."]}, "“text” is a list"),
        ({"text": True, "title": "Mill"}, "“text” is a boolean"), ({"text": {"name": "x"}}, "“text” is an object"),
        ({"text": " \n"}, "only white space"), ({"title": "Mill to close"}, "only a headline"), ({}, "holds no text"),
    ],
)  # fmt: skip
def test_a_record_without_a_text_says_what_it_has(record, message):
    [error] = drafts(json.dumps(record).encode())
    assert error.code == "empty"
    assert message in str(error)


def test_each_report_keeps_the_bytes_that_it_was_read_from(tmp_path):
    lines = [b'{"text": "One."}', b'{ "text": "Two." }\r', b'[{"text": "Three."}, {"text": "Four."}]']
    path = tmp_path / "wire.jsonl"
    path.write_bytes(b"\n".join(lines[:2]))
    assert [draft.content for draft in drafts(str(path))] == [lines[0], lines[1].rstrip()]
    assert [draft.content for draft in drafts(lines[2])] == [lines[2]] * 2
    (tmp_path / "plain.txt").write_bytes(b"One.\r\nTwo.")
    assert [draft.content for draft in drafts(str(tmp_path / "plain.txt"))] == [b"One.\r\nTwo."]


def test_json_lines_are_streamed_past_the_limit(tmp_path):
    path = tmp_path / "wire.ndjson"
    line = json.dumps({"text": "word " * 100}) + "\n"
    path.write_text(line * 10 + json.dumps({"text": "x" * 5000}) + "\n" + line, encoding="utf-8")
    found = drafts(str(path), limit=1000)
    assert [isinstance(draft, Draft) for draft in found] == [True] * 10 + [False, True]
    assert (found[10].code, found[10].input) == ("too-large", f"{path}:11")


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b'{"text": "One."}', ["bytes"]),
        (b'\xef\xbb\xbf {"text":\n "One."}', ["bytes"]),
        (b'[{"text": "One."}, {"text": "Two."}, 3]', ["bytes", "bytes", "error bytes[3]"]),
        (b'{"text": "One."}\n{"text": "Two."}\nnothing', ["bytes:1", "bytes:2", "error bytes:3"]),
        (b"{}", ["error bytes"]),
        (b'{"text": "cut', ["error bytes"]),
        (b"[" * 100_000, ["bytes"]),
    ],
)
def test_json_by_content(data, names):
    found = drafts(data)
    assert [f"error {d.input}" if isinstance(d, InputError) else d.name.split("[")[0] for d in found] == names


def test_reading_stops_when_nobody_asks_for_more(tmp_path):
    path = tmp_path / "wire.jsonl"
    path.write_text('{"text": "One."}\n' * 3, encoding="utf-8")
    opened = open_drafts(str(path))
    assert next(opened).name.endswith(":1")
    opened.close()
