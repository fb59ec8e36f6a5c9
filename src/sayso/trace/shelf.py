"""What placing needs, kept in a ledger: the tables of ``sayso.ledger.schema.traced`` as a store.

One shelf lasts for one transaction. What it reads of reports it remembers; what it writes goes to the tables at once.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from sayso.ledger.schema import reports, traced_links, traced_prints, traced_reports, traced_senses
from sayso.trace.claims import senses
from sayso.trace.copies import CopyFinder, Link
from sayso.trace.fingerprints import Fingerprint, from_bytes, to_bytes
from sayso.trace.material import Page
from sayso.trace.media import Seen
from sayso.trace.postings import Kept
from sayso.trace.sketches import Sketch
from sayso.trace.standing import Standing
from sayso.types import Reading

_PAGES = 500  # reports whose whole texts are asked for at once


class Shelf(Standing):
    """A :class:`sayso.trace.placing.Store`. ``taken``: key and row of the reading of reports about to be kept."""

    def __init__(self, connection: Connection, read: Callable[[Connection, Sequence[Any]], Iterator[Reading]]) -> None:
        super().__init__(connection)
        self.taken: dict[str, tuple[str, int]] = {}
        self._readings = read
        self._pages: dict[str, Page] = {}
        self._seen: dict[str, Seen] = {}
        self._links: dict[str, dict[tuple[str, str], Link]] = {}

    def hold(self, reports_: Iterable[str]) -> None:
        wanted = set(reports_)
        self._pages = {id_: page for id_, page in self._pages.items() if id_ in wanted}
        self._fetch(sorted(wanted))

    def _fetch(self, reports_: Iterable[str]) -> None:
        missing = [id_ for id_ in reports_ if id_ not in self._pages]
        prints = self.seen(missing)
        for begin in range(0, len(missing), _PAGES):
            rows = list(self.rows(select(reports), reports.c.id, missing[begin : begin + _PAGES]))
            for reading in self._readings(self.connection, rows):
                self._pages[reading.report.id] = Page(reading, prints[reading.report.id].print)

    def page(self, report: str) -> Page:
        self._fetch([report])
        return self._pages[report]

    def recall(self, reports_: Sequence[str]) -> None:
        """Have their pages know what is known of the meaning of their claims."""
        query = select(traced_senses)
        for pk, body in self.rows(query, traced_senses.c.report_pk, self.pks(reports_)):
            self.page(self.id[pk]).senses.update(senses.from_bytes(body))

    def seen(self, reports_: Iterable[str]) -> dict[str, Seen]:
        reports_ = list(reports_)
        missing = self.pks(id_ for id_ in reports_ if id_ not in self._seen)
        query = select(traced_prints.c.report_pk, traced_prints.c.print, traced_prints.c.media)
        for pk, print_, media in self.rows(query, traced_prints.c.report_pk, missing):
            named = json.loads(media)
            self._seen[self.id[pk]] = Seen(from_bytes(print_), tuple(named["introduced"]), tuple(named["of_state"]))
        return {id_: self._seen[id_] for id_ in reports_ if id_ in self._seen}

    def finder(self, new: Sequence[Fingerprint]) -> CopyFinder:
        self._postings = Kept(self.connection, self.rows, new)
        return CopyFinder(lambda report: self.seen([report])[report].print, self._postings.index)

    def keep(self, new: Sequence[Seen], sketches: Sequence[Sketch], finder: CopyFinder) -> None:
        at = {report: n for n, report in enumerate(finder.index.reports) if report}
        sizes = finder.index.sizes
        pks = self.pks(one.id for one in new)
        own, prints = [], []
        for one, pk in zip(new, pks, strict=True):
            self._seen[one.id], (self._key[one.id], reading) = one, self.taken[one.id]
            n = at[one.id]
            own.append(
                {
                    "report_pk": pk,
                    "number": self._postings.number(n),
                    "reading_pk": reading,
                    "key": self._key[one.id],
                    "samples": int(sizes["samples"][n]),
                    "keys": int(sizes["keys"][n]),
                }
            )
            media = json.dumps({"introduced": one.introduced, "of_state": one.of_state})
            prints.append({"report_pk": pk, "media": media, "print": to_bytes(one.print)})
        self.insert(traced_reports, own)
        self.insert(traced_prints, prints)
        self.sketched(pks, sketches)
        self._postings.write()

    def links(self, reports_: Iterable[str]) -> list[Link]:
        reports_ = list(reports_)
        asked = [id_ for id_ in reports_ if id_ not in self._links]
        self._links |= {id_: {} for id_ in asked}
        pks = self.pks(asked)
        query = select(traced_links.c.body)
        for column in (traced_links.c.report_pk, traced_links.c.of_pk):
            for (body,) in self.rows(query, column, pks):
                made = msgspec.json.decode(body, type=Link)
                for end in (made.report, made.of):
                    if end in self._links:
                        self._links[end][made.report, made.of] = made
        return list({key: made for id_ in reports_ for key, made in self._links[id_].items()}.values())

    def add_links(self, links: Iterable[Link]) -> None:
        links = list(links)
        self.pks({end for each in links for end in (each.report, each.of)})
        rows = [
            {"report_pk": self.pk[each.report], "of_pk": self.pk[each.of], "body": msgspec.json.encode(each)}
            for each in links
        ]
        self.insert(traced_links, rows)
        self._links.clear()
