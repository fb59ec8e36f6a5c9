"""Whatever damage a feed, a wire or an archive has: drafts and told errors come out, never an exception."""

from __future__ import annotations

import gzip
import json
import random

import pytest

from sayso.errors import InputError
from sayso.report import Draft, compose, open_drafts
from tests.report.test_agency_formats import HTML, NITF, VERSIONS, newsml
from tests.report.test_feeds import ATOM, JSON, RSS
from tests.report.test_warc import archive

SEEDS = {
    "rss": RSS.encode(),
    "atom": ATOM.encode(),
    "json feed": json.dumps(JSON).encode(),
    "ninjs": json.dumps(list(VERSIONS.values())).encode(),
    "newsml": newsml('<signal qcode="sig:correction"/><edNote>So.</edNote>', NITF + HTML),
    "warc": archive(packed=False),
    "warc by record": archive(packed=True),
    "warc in one piece": gzip.compress(archive(packed=False)),
}
PIECES = [b"\x00", b"<", b"&#0;", b"\xff\xfe", b'"', b"{}", b"null", b"<![CDATA[", b"\r\n", b"-1", "“é".encode()]


def damaged(seed: bytes, dice: random.Random) -> bytes:
    data = bytearray(seed)
    for _ in range(dice.randint(1, 5)):
        at = dice.randrange(len(data))
        match dice.randrange(4):
            case 0:
                del data[at : at + dice.randint(1, 150)]
            case 1:
                data[at] = dice.randrange(256)
            case 2:
                data[at:at] = dice.choice(PIECES)
            case _:
                del data[max(at, 1) :]
        data = data or bytearray(b" ")
    return bytes(data)


@pytest.mark.parametrize("name", SEEDS)
def test_no_damage_raises(name: str) -> None:
    dice = random.Random(name)
    for _ in range(60):
        data = damaged(SEEDS[name], dice)
        for found in open_drafts(data):
            if isinstance(found, Draft):
                report, _ = compose(found)
                assert all(block.span.of(report.text).strip() for block in report.blocks)
            else:
                assert isinstance(found, InputError)
                assert found.remedy
