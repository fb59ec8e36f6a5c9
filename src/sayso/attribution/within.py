"""Who says the quotation that a statement stands in: "They told us so," in a witness's words, is his to tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.attribution.relays import Way, made, of_statement, source_hops
from sayso.attribution.views import View
from sayso.types import Hop, Report, Span


def within(
    report: Report,
    items: Sequence[View],
    i: int,
    said: Span,
    named: Mapping[int, tuple[Hop, ...]],
) -> Iterator[Way]:
    """Who says the quotation ``said`` that statement ``i`` is made inside of: "They told us so," in a witness's words.

    ``named``: the relays that statements are known to have come by, by index.
    """
    item, common = items[i], of_statement(items[i])
    outside = [j for j in range(max(0, i - 12), min(len(items), i + 12)) if not said.contains(items[j].whole)]
    before = next((j for j in reversed(outside) if items[j].whole.begin < said.begin), None)
    after = next((j for j in outside if items[j].whole.begin >= said.begin), None)
    found: dict[int, list[str]] = {}
    for j in outside:
        if any(piece.overlaps(said) for piece in items[j].attribution.content):
            found.setdefault(j, []).append("says it")
    if before is not None:
        lead = report.text[max(0, said.begin - 8) : said.begin].strip()[-1:]
        ahead = min(items[i].paragraph - items[before].paragraph, 4)
        found.setdefault(before, []).extend(
            ("before", f"before={ahead}", f"lead={lead}", f"how={items[before].direct}:{ahead}")
        )
    if after is not None and items[after].paragraph == item.paragraph:
        found.setdefault(after, []).extend(("after", f"after={items[after].whole.begin < said.end + 30}"))
    for j, special in found.items():
        other = items[j]
        if other.ref.id == item.ref.id:
            continue
        more = (*special, f"type={other.ref.type}", f"alone={len(found) == 1}", f"says={'says it' in special}:{j < i}")
        yield made((*named.get(j, ()), *source_hops(report, other)), "within", common, more)
