"""Readings made by hand: a report's text, and who says which of its words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.types import (
    Amount,
    Block,
    Credits,
    Dateline,
    Hop,
    Reading,
    ReadingInfo,
    Report,
    Source,
    SourceRef,
    SourceType,
    Span,
    Standing,
    Statement,
    Timestamp,
)

#: What reports of one accident tell besides, each in words of its own.
BESIDES = (
    "Mourners lined the fish market of Varnholm at first light, many in oilskins. A brass band that had come by "
    "bus from the hills played two hymns and then stopped, because the trombonist was weeping. Old women handed "
    "out coffee from a trestle table. By noon the gulls had the square to themselves again. Roofers in the next "
    "street went on working and were shouted at. A florist gave away her stock. Two bakers set up an oven on "
    "wheels and fed whoever came, until the flour ran out at three in the afternoon.",
    "A line of black cars drove through the rain on Wednesday. Insurance shares fell four percent on the "
    "exchange, and traders spoke of exposure, reserves and a wave of litigation to come. Barley futures rose for "
    "a third session while brokers rerouted cargoes to ports farther west. Economists at a private bank cut their"
    " forecast for exports by a tenth. The central bank kept quiet. Freight rates jumped, then slipped back, and "
    "a lorry drivers' guild asked for longer hours at two border crossings.",
    "School was out and the ferries blew their horns. Nine empty chairs stood in front of the union hall, each "
    "with a helmet on it. Somebody had chalked the shifts and wages of that night on the pavement, in letters a "
    "yard high. Teachers read aloud from a book about whales instead of holding lessons. In the gymnasium, "
    "parents folded paper boats with the youngest pupils and hung them from the climbing bars on red wool.",
    "The cathedral filled an hour before the service. Its bishop preached on patience and was heard in silence. "
    "Outside, a choir of apprentices refused to sing, put down their candles one after another and walked toward "
    "the locked gates. An organist had written a lament overnight. Its score, in pencil, lay under glass in the "
    "vestry, beside the visitors' register with four hundred fresh signatures and a drawing of a heron.",
    "Cafés stayed shut and the newspapers sold out. In parliament, deputies quarrelled over who had signed the "
    "lease with Ostrava Lift, whose engineers flew home overnight. A committee is to hear the first witnesses in "
    "autumn. Lobbyists filled the corridors with talk of a bill on foreign leases that has been asleep since "
    "spring. One party wants it woken, another buried. A vote on the agenda failed by two hands.",
    "Insurers sent their surveyors before the smoke had cleared. Photographs show hydraulic oil on the quay and a"
    " bent jib that points at the sky. Metallurgists expect to cut samples from it next month, in a laboratory "
    "two borders away. Lawyers for the underwriters took rooms in the only hotel with a lift. They asked for "
    "maps, tide tables and the name of a good diver, and paid in advance for a fortnight, a porter told visitors.",
    "Candles burned along the railings of the old customs house. A tug captain told stories of the winter of the "
    "great ice, when nobody worked and nobody died. His listeners, sailors from four continents, drank to that "
    "and went aboard. A harmonica was passed round the tables. Talk turned to herring, to grandchildren, and to a"
    " lighthouse keeper who once rowed eleven miles for a wager and was given a cow by the losers.",
)


@dataclass(frozen=True, slots=True)
class Said:
    """``words`` and ``mention`` stand in the text; ``via`` are names of media that stand there too; ``denied_by`` and
    ``within`` are numbers of other statements."""

    words: str
    source: str
    type: SourceType = "person"
    mention: str | None = None
    title: str | None = None
    via: tuple[str, ...] = ()
    act: str = "say"
    denied_by: int | None = None
    within: int | None = None
    amounts: tuple[tuple[str, float, str], ...] = ()


def reading(
    text: str,
    said: Sequence[Said] = (),
    *,
    outlet: str | None,
    published: str | None = None,
    headline: str | None = None,
    agency: str | None = None,
    signed: str | None = None,
) -> Reading:
    """A reading whose paragraphs are the stretches between blank lines; a headline stands before the text, and one that
    begins with "Correction:" is a notice. ``signed``: the agency of the dateline that stands before the text."""
    text = f"TELMAR ({signed}) – {text}" if signed else text
    text = f"{headline}\n\n{text}" if headline else text
    blocks = [
        Block(
            "headline" if headline and n == 0 else "correction" if match[0].startswith("Correction:") else "paragraph",
            Span(*match.span()),
        )
        for n, match in enumerate(re.finditer(r"\S(?:.|\n(?!\s*\n))*", text))
    ]
    sources: dict[tuple[str, str], Source] = {}
    statements = []
    for number, each in enumerate(said, 1):
        key = (each.source, each.type)
        mention = _span(text, each.mention or each.source)
        if key not in sources:
            disclosure = "named" if each.type in ("person", "organization", "document") else "unnamed"
            sources[key] = Source(
                f"p{len(sources) + 1}", each.source, each.type, "anonymous" if each.type == "anonymous" else disclosure,
                each.title, None, None, None, (mention,) if mention else (),
            )  # fmt: skip
        statements.append(_statement(f"s{number}", text, each, sources[key], mention))
    at = _span(text, f"TELMAR ({signed}) –")
    dateline = Dateline(("TELMAR",), signed, None, at) if at else None
    digest = f"sha256:{hashlib.sha256(f'{outlet} {published} {text}'.encode()).hexdigest()}"
    report = Report(
        id=digest, text_sha256=digest, external_id=f"{outlet}-{published}", text=text, url=None, outlet=outlet,
        agency=agency or signed, language="en", genre="news", headline=headline, deck=(), byline=(),
        published=Timestamp(published, "minute" if "T" in published else "day") if published else None, updated=None,
        dateline=dateline, credits=Credits(), blocks=tuple(blocks), notes=(),
    )  # fmt: skip
    info = ReadingInfo("sha256:r" + digest, "sayso", "by hand", "2026-01-01T00:00:00Z")
    return Reading("sayso.reading/1", outlet or "by hand", info, report, tuple(sources.values()), tuple(statements))


def _statement(number: str, text: str, each: Said, source: Source, mention: Span | None) -> Statement:
    content = _span(text, each.words)
    assert content is not None, f"{each.words!r} is not in the text"
    begin = max(text.rfind("\n", 0, content.begin), text.rfind(". ", 0, content.begin)) + 1
    end = min(at for at in (text.find("\n", content.end), text.find(". ", content.end), len(text)) if at >= 0)
    standing = (Standing("denied", f"s{each.denied_by}", content),) if each.denied_by else ()
    amounts = tuple(
        Amount(value, None, None, False, unit, at)
        for words, value, unit in each.amounts
        if (at := _span(text, words)) is not None
    )
    parent = f"s{each.within}" if each.within else None
    kind = "direct" if each.words[0] in '“"' else "indirect"
    return Statement(
        id=number, parent=parent, extent=Span(begin, end), content=(content,), cue=(), kind=kind,  # type: ignore[arg-type]
        how="explicit", source=SourceRef(source.id, mention, source.name, source.type, source.title, None),
        via=tuple(Hop(name, _span(text, name), ()) for name in each.via), channel=None, act=each.act, negated=False,
        firmness="certain", about=(), standing=standing, when=None, where=None, dates=(), amounts=amounts, places=(),
        confidence=0.9,
    )  # fmt: skip


def _span(text: str, words: str) -> Span | None:
    at = text.find(words)
    return Span(at, at + len(words)) if at >= 0 else None
