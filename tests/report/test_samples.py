"""The samples of agencies and archives that lie beside the repository, where they do."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.report import Draft, compose, open_drafts

SAMPLES = Path(__file__).parents[3] / "shared" / "data" / "formats"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"no samples at {SAMPLES}")


def read(path: Path) -> tuple[list[Draft], list[InputError]]:
    found = list(open_drafts(path))
    for draft in found:
        if isinstance(draft, Draft):
            report, _ = compose(draft)
            for block in report.blocks:
                assert block.span.of(report.text).strip()
    return [x for x in found if isinstance(x, Draft)], [x for x in found if isinstance(x, InputError)]


def test_a_day_of_wires(tmp_path: Path) -> None:
    archive = next((SAMPLES / "newsmlg2-dpa" / "data").glob("*.tar*"))
    with tarfile.open(archive) as tar:
        tar.extractall(tmp_path, filter="data")
    files = sorted(tmp_path.rglob("*.xml"))
    assert len(files) == 100
    for path in files:
        (draft,), errors = read(path)
        assert not errors
        report, _ = compose(draft)
        assert report.headline
        assert report.outlet
        assert report.external_id
        assert (report.agency, report.language) == ("dpa", "de")
        assert report.published is not None
        assert report.published.value.startswith("2017-06-29")


def test_every_newsml_example_is_read_or_told() -> None:
    files = sorted((SAMPLES / "newsmlg2").rglob("*.xml"))
    results = {path.name: read(path) for path in files}
    assert all(drafts or errors for drafts, errors in results.values())
    story, _ = results["LISTING_22_Sports_story_in_NewsML-G2NITF.xml"]
    assert len(story) == 1
    assert all(
        [error.code for error in errors] == ["no-article"]
        for name, (_, errors) in results.items()
        if "Planning_Item" in name or "Concept_Item" in name
    )


def test_every_ninjs_example_has_its_metadata() -> None:
    files = [
        path for path in sorted((SAMPLES / "ninjs" / "examples").rglob("*.json")) if "schema.json" not in path.name
    ]
    assert len(files) > 30
    for path in files:
        drafts, errors = read(path)
        assert drafts, path
        assert not errors
        for draft in drafts:
            assert draft.headline, path
            assert draft.external_id, path


def test_every_feed_is_read_or_told() -> None:
    results = {path.name: read(path) for path in sorted((SAMPLES / "feeds").glob("*.xml"))}
    assert all(drafts or errors for drafts, errors in results.values())
    assert results["item_title.xml"][0][0].headline == "Item 1 title"
    damaged = {name for name, (_, errors) in results.items() if any(e.code == "malformed" for e in errors)}
    assert {"aaa_illformed.xml", "rss_incomplete_cdata.xml", "undeclared_namespace.xml"} <= damaged


def test_every_archive_is_read_or_told() -> None:
    results = {path.name: read(path) for path in sorted((SAMPLES / "warc").rglob("*arc*")) if path.is_file()}
    assert len(results) == 16
    assert all(drafts or errors for drafts, errors in results.values())
    for name in ("example.warc", "example.warc.gz", "example.arc", "example.arc.gz", "example-bad-non-chunked.warc.gz"):
        drafts, errors = results[name]
        assert [draft.headline for draft in drafts] == ["Example Domain"], name
        assert not errors, name
