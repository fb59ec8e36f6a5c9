"""Which reports are worth comparing: those that share sampled shingles, or rare terms and pairs of names and numbers.

Two inverted indexes, both in sorted arrays. Shingles (a fixed sample of all runs of three stems) find texts that share
wording; for each only the first few reports are kept, so that a family of any size costs each member the same. Terms
and pairs find altered copies, whose shingles are gone: names and numbers stay, and stay together in their sentences.
A key that more than ``MOST_REPORTS`` reports hold says nothing and is dropped. A report that only repeats another adds
no such keys, otherwise large families would make their own keys common.

Measured among 20,000 real reports: of copies as if translated there and back, single terms (six shared) find .63,
terms and pairs .99.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import FUNCTION, I32, NAME, NUMBER, PRIME, QUOTED, SENTENCE, U32, U64, among, mix, shingles

SHINGLE = 3
SAMPLED = 16  # one shingle in so many
FIRST_REPORTS = 4  # kept for each shingle
MOST_REPORTS = 60  # that may hold a key
REACH = 6  # names and numbers of one sentence that are at most so many names and numbers apart make a pair
LEAST_SAMPLES, LEAST_KEYS = 3, 5
LEAST_SHARE_OF_SAMPLES, LEAST_SHARE_OF_KEYS = 0.12, 0.04  # of the smaller report's
MOST_CANDIDATES = 12
_LOW = np.uint64(0xFFFFFFFF)
_UP = np.uint64(32)


def keys_of(report: Fingerprint) -> U32:
    """Stems of the reporter's own words, and pairs of names and numbers of one sentence; each once, sorted."""
    stems, kinds = report.stems, report.kinds
    content = (kinds & FUNCTION) == 0
    names = np.unique(stems[(kinds & NAME) > 0])  # also where one begins a sentence, which hides its capital
    anchors = np.flatnonzero(content & (((kinds & NUMBER) > 0) | among(stems, names)[0]))
    sentence = np.cumsum((kinds & SENTENCE) > 0)[anchors]
    anchor = stems[anchors].astype(np.uint64)
    keys = [stems[content & ((kinds & QUOTED) == 0)]]
    for gap in range(1, REACH + 1):
        together = sentence[gap:] == sentence[:-gap]
        first, second = anchor[:-gap][together], anchor[gap:][together]
        low, high = np.minimum(first, second), np.maximum(first, second)
        keys.append(mix(low[low != high] * np.uint64(PRIME) + high[low != high]))
    return np.unique(np.concatenate(keys))


def samples_of(report: Fingerprint) -> U32:
    """The sampled shingles of all words, each once, sorted."""
    found = shingles(report.stems, SHINGLE)
    return np.unique(found[found % SAMPLED == 0])


@dataclass(slots=True)
class Postings:
    """For each key the first ``keep`` reports (by number) that hold it; with ``drop`` none where more hold it.

    An entry is a key in the upper and a report's number in the lower 32 bits. Entries lie in sorted ``segments``, each
    at most a quarter of the one before it, so that adding costs little and looking up visits few.
    """

    keep: int
    drop: bool
    segments: list[U64] = field(default_factory=list)

    def extend(self, numbers: I32, keys: U32) -> None:
        """Parallel arrays; ``numbers`` are greater than all before."""
        new = self._compact((keys.astype(np.uint64) << _UP) | numbers.astype(np.uint64))
        while self.segments and len(self.segments[-1]) < 4 * len(new):
            new = self._compact(np.concatenate([self.segments.pop(), new]))
        self.segments.append(new)

    def _compact(self, entries: U64) -> U64:
        entries = np.sort(entries)
        keys = entries >> _UP
        first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
        rank = np.arange(len(entries)) - np.repeat(first, np.diff(np.append(first, len(entries))))
        return entries[rank < self.keep + self.drop]  # one too many shows that the key is to be dropped

    def lookup(self, numbers: I32, keys: U32) -> U64:
        """For each of ``keys``, asked for by the report of ``numbers``: (asking << 32 | holding) for each that holds it."""
        packed = keys.astype(np.uint64) << _UP
        bounds = [
            (np.searchsorted(entries, packed), np.searchsorted(entries, packed | _LOW, side="right"))
            for entries in self.segments
        ]
        total = sum((end - begin for begin, end in bounds), np.zeros(len(keys), np.int64))
        room = np.where(self.drop & (total > self.keep), 0, self.keep)
        found = []
        for entries, (begin, end) in zip(self.segments, bounds, strict=True):
            length = np.minimum(end - begin, room)
            room = room - length
            at = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
            holding = entries[np.repeat(begin, length) + at] & _LOW
            found.append((np.repeat(numbers, length).astype(np.uint64) << _UP) | holding)
        return np.concatenate(found) if found else np.empty(0, np.uint64)


@dataclass(slots=True)
class Index:
    """Both indexes over the reports seen so far, which are numbered in the order in which they were added."""

    reports: list[str] = field(default_factory=list)
    sizes: dict[str, I32] = field(
        default_factory=lambda: {"samples": np.empty(0, np.int32), "keys": np.empty(0, np.int32)}
    )
    samples: Postings = field(default_factory=lambda: Postings(FIRST_REPORTS, drop=False))
    keys: Postings = field(default_factory=lambda: Postings(MOST_REPORTS, drop=True))

    def wording(self, reports: Sequence[Fingerprint]) -> list[list[str]]:
        """Number the reports; for each the earlier ones that share wording with it, the closest first."""
        start = len(self.reports)
        self.reports += [report.report for report in reports]
        made = [samples_of(report) for report in reports]
        numbers = np.arange(start, start + len(made), dtype=np.int32)
        asking, keys = self._extend("samples", self.samples, numbers, made)
        found = self.samples.lookup(asking, keys)
        return self._closest(found, numbers, self.sizes["samples"], LEAST_SAMPLES, LEAST_SHARE_OF_SAMPLES)

    def matter(self, reports: Sequence[Fingerprint], repeats: Sequence[bool]) -> list[list[str]]:
        """For each of the reports just numbered the earlier ones that share keys; those that only repeat get none."""
        start = len(self.reports) - len(reports)
        none = np.empty(0, np.uint32)
        made = [none if repeat else keys_of(report) for report, repeat in zip(reports, repeats, strict=True)]
        numbers = np.arange(start, len(self.reports), dtype=np.int32)
        asking, keys = self._extend("keys", self.keys, numbers, made)
        found = self.keys.lookup(asking, keys)
        return self._closest(found, numbers, self.sizes["keys"], LEAST_KEYS, LEAST_SHARE_OF_KEYS)

    def _extend(self, name: str, to: Postings, numbers: I32, made: Sequence[U32]) -> tuple[I32, U32]:
        sizes = np.array([len(keys) for keys in made], np.int32)
        self.sizes[name] = np.append(self.sizes[name], sizes)
        asking, keys = np.repeat(numbers, sizes), np.concatenate(made)
        to.extend(asking, keys)
        order = np.argsort(keys, kind="stable")  # looked up in order, neighbours lie close in memory
        return asking[order], keys[order]

    def _closest(self, found: U64, numbers: I32, sizes: I32, least: int, share: float) -> list[list[str]]:
        pairs, shared = np.unique(found, return_counts=True)
        asking, holding = (pairs >> _UP).astype(np.int64), (pairs & _LOW).astype(np.int64)
        part = shared / np.minimum(sizes[asking], sizes[holding])
        enough = (holding < asking) & (shared >= least) & (part >= share)
        asking, holding, part = asking[enough], holding[enough], part[enough]
        order = np.lexsort((holding, -part, asking))
        closest: list[list[str]] = [[] for _ in numbers]
        for each, other in zip((asking[order] - int(numbers[0])).tolist(), holding[order].tolist(), strict=True):
            if len(closest[each]) < MOST_CANDIDATES:
                closest[each].append(self.reports[other])
        return closest
