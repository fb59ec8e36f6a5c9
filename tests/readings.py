"""A small reading that holds one of everything, for tests of what is done with readings."""

from __future__ import annotations

from sayso.types import (
    Amount,
    Block,
    Channel,
    Credits,
    Dateline,
    DateRange,
    Derivation,
    Hop,
    Note,
    Place,
    Reading,
    ReadingInfo,
    Report,
    Source,
    SourceRef,
    Span,
    Standing,
    Statement,
    Timestamp,
)

TEXT = "TARN (Meridian) – “We stay,” Orlo told Kestrel on Friday, of 20 ships off Tarn, which Vera denied."


def reading() -> Reading:
    at = Span(0, 4)
    statement = Statement(
        "s1", None, Span(0, 20), (Span(18, 28),), (at,), "direct", "explicit",
        SourceRef("p1", at, "Orlo", "person", None, None), (Hop("Kestrel", at, (at,)),), Channel("interview", at),
        "say", False, "certain", ("s1",), (Standing("denied", "s1", at),),
        DateRange("2025-10-03", "2025-10-03", at),
        Place("Tarn", None, None, None, at), (DateRange(None, None, at),),
        (Amount(20.0, None, None, False, "ship", at),),
        (Place("Tarn", "AR", 1.5, 2.5, at),), 0.9, ("title",),
    )  # fmt: skip
    report = Report(
        "sha256:r", "t", None, TEXT, None, "Quillan", "Meridian", "en", "news", "Ships", ("Deck",), ("A B",),
        Timestamp("2025-10-03", "day"), None, Dateline(("TARN",), "Meridian", None, Span(0, 17)), Credits(("A B",)),
        (Block("paragraph", Span(0, len(TEXT))),), (Note("doubled-word", None, "twice"),),
    )  # fmt: skip
    source = Source("p1", "Orlo", "person", "named", None, None, None, None, (at,))
    info = ReadingInfo("sha256:x", "sayso 0.1.0", "attribution_v1", "2025-10-03T00:00:00Z")
    because = (Derivation("s1", "act", "cue", at),)
    return Reading("sayso.reading/1", "story.txt", info, report, (source,), (statement,), because)
