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
from sayso.trace.tokens import (
    FUNCTION,
    I32,
    NAME,
    NUMBER,
    PRIME,
    QUOTED,
    SENTENCE,
    U8,
    U32,
    U64,
    among,
    distinct,
    mix,
    shingles,
)

SHINGLE = 3
SAMPLED = 16  # one shingle in so many
FIRST_REPORTS = 4  # kept for each shingle
MOST_REPORTS = 40  # that may hold a key
REACH = 4  # names and numbers of one sentence that are at most so many names and numbers apart make a pair
LEAST_SAMPLES, LEAST_KEYS = 3, 3
LEAST_SHARE_OF_SAMPLES, LEAST_SHARE_OF_KEYS = 0.12, 0.06  # of the smaller report's
MOST_CANDIDATES = 8
CLOSE = 0.5  # of the share that the closest candidate has: others below that are neither the source nor near it
_OF_KEYS = np.uint64(1)  # one in two: as many altered copies are found by half of them
_LOW = np.uint64(0xFFFFFFFF)
_UP = np.uint64(32)
_SLOTS = np.uint64((1 << 20) - 1)


def keys_of(reports: Sequence[Fingerprint]) -> U64:
    """Stems of the reporters' own words, and pairs of names and numbers of one sentence: a fixed sample of them.

    As (position in ``reports`` << 32 | key), each once, sorted.
    """
    owner, stems, kinds = _together(reports)
    content = (kinds & FUNCTION) == 0
    named = owner | stems
    anchoring = (kinds & (NUMBER | NAME)) > 0
    opening = np.flatnonzero((kinds & (SENTENCE | NUMBER)) == SENTENCE)  # beginning a sentence hides a name's capital
    anchoring[opening] = among(named[opening], distinct(named[(kinds & NAME) > 0]))[0]
    anchors = np.flatnonzero(content & anchoring)
    sentence = np.cumsum((kinds & SENTENCE) > 0)[anchors]  # the first word of each report begins one
    anchor, owners = stems[anchors], owner[anchors]
    own = content & ((kinds & QUOTED) == 0)
    keys = [named[own]]
    for gap in range(1, REACH + 1):
        first, second = anchor[:-gap], anchor[gap:]
        pair = (sentence[gap:] == sentence[:-gap]) & (first != second)
        low, high = np.minimum(first[pair], second[pair]), np.maximum(first[pair], second[pair])
        keys.append(owners[gap:][pair] | mix(low * np.uint64(PRIME) + high))
    every = np.concatenate(keys)
    return distinct(every[every & _OF_KEYS == 0])


def samples_of(reports: Sequence[Fingerprint]) -> U64:
    """The sampled shingles of all words, in the same form."""
    owner, stems, _ = _together(reports)
    found = shingles(stems, SHINGLE)
    sampled = (owner[: len(found)] == owner[SHINGLE - 1 :]) & (found % SAMPLED == 0)
    return distinct(owner[: len(found)][sampled] | found[sampled])


def _together(reports: Sequence[Fingerprint]) -> tuple[U64, U64, U8]:
    """Position of each word's report in the upper 32 bits, stems, kinds."""
    lengths = [len(report.stems) for report in reports]
    owner = np.repeat(np.arange(len(reports), dtype=np.uint64) << _UP, lengths)
    stems = np.concatenate([report.stems for report in reports]).astype(np.uint64)
    return owner, stems, np.concatenate([report.kinds for report in reports])


@dataclass(slots=True)
class Postings:
    """For each key the first ``keep`` reports (by number) that hold it; with ``drop`` none where more hold it.

    An entry is a key in the upper and a report's number in the lower 32 bits. Entries lie in sorted ``segments``, each
    at most a quarter of the one before it, so that adding costs little and looking up visits few.
    """

    keep: int
    drop: bool
    segments: list[U64] = field(default_factory=list)
    _dropped: U32 | None = field(default=None, repr=False, compare=False)  # one key a slot, others are looked up

    def alive(self, entries: U64) -> U64:
        """Without those whose keys are known to be dropped: most words are, and need not be sorted in again."""
        if self._dropped is None:
            return entries
        keys = entries >> _UP
        alive: U64 = entries[self._dropped[keys & _SLOTS] != keys]
        return alive

    def extend(self, entries: U64) -> None:
        """Reports numbered above all before."""
        new = self._compact(entries)
        while self.segments and len(self.segments[-1]) < 4 * len(new):
            new = self._compact(np.concatenate([self.segments.pop(), new]))
        self.segments.append(new)

    def _compact(self, entries: U64) -> U64:
        entries = np.sort(entries)
        keys = entries >> _UP
        first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
        rank = np.arange(len(entries)) - np.repeat(first, np.diff(np.append(first, len(entries))))
        return entries[rank < self.keep + self.drop]  # one too many shows that the key is to be dropped

    def lookup(self, entries: U64) -> U64:
        """For each entry (sorted) the reports that hold its key, as (the entry's report << 32 | one that holds it)."""
        packed, numbers = entries & ~_LOW, entries << _UP
        new = np.append(True, packed[1:] != packed[:-1])[: len(packed)]
        asked, which = packed[new], np.cumsum(new) - 1  # each key is looked up once
        bounds = [
            (np.searchsorted(segment, asked)[which], np.searchsorted(segment, asked | _LOW, side="right")[which])
            for segment in self.segments
        ]
        total = sum((end - begin for begin, end in bounds), np.zeros(len(entries), np.int64))
        dropped = self.drop & (total > self.keep)
        self._drop(entries[dropped] >> _UP)
        room = np.where(dropped, 0, self.keep)
        found = []
        for segment, (begin, end) in zip(self.segments, bounds, strict=True):
            length = np.minimum(end - begin, room)
            room = room - length
            at = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
            holding = segment[np.repeat(begin, length) + at] & _LOW
            found.append(np.repeat(numbers, length) | holding)
        return np.concatenate(found) if found else np.empty(0, np.uint64)

    def _drop(self, keys: U64) -> None:
        if not len(keys):
            return
        if self._dropped is None:
            self._dropped = np.arange(1, int(_SLOTS) + 2, dtype=np.uint32)  # none of these is a key of its slot
        self._dropped[keys & _SLOTS] = keys


@dataclass(slots=True)
class Index:
    """Both indexes over the reports seen so far, which are numbered in the order in which they were added."""

    reports: list[str] = field(default_factory=list)
    sizes: dict[str, I32] = field(
        default_factory=lambda: {"samples": np.empty(0, np.int32), "keys": np.empty(0, np.int32)}
    )
    samples: Postings = field(default_factory=lambda: Postings(FIRST_REPORTS, drop=False))
    keys: Postings = field(default_factory=lambda: Postings(MOST_REPORTS, drop=True))

    def forget(self, report: str) -> None:
        """Later reports are compared with this one no more; its hashes stay but lead nowhere."""
        self.reports[self.reports.index(report)] = ""

    def wording(self, reports: Sequence[Fingerprint]) -> list[list[str]]:
        """Number the reports; for each the earlier ones that share wording with it, the closest first."""
        start = len(self.reports)
        self.reports += [report.report for report in reports]
        found = self._extend("samples", self.samples, samples_of(reports), start)
        return self._closest(found, start, self.sizes["samples"], LEAST_SAMPLES, LEAST_SHARE_OF_SAMPLES)

    def matter(self, reports: Sequence[Fingerprint], repeats: Sequence[bool]) -> list[list[str]]:
        """For each of the reports just numbered the earlier ones that share keys; those that only repeat get none."""
        start = len(self.reports) - len(reports)
        keys = keys_of(reports)
        keys = keys[~np.array(repeats)[keys >> _UP]]
        found = self._extend("keys", self.keys, keys, start)
        return self._closest(found, start, self.sizes["keys"], LEAST_KEYS, LEAST_SHARE_OF_KEYS)

    def _extend(self, name: str, to: Postings, made: U64, start: int) -> U64:
        """Add keys, their reports counted from ``start``, and look them all up."""
        owner = made >> _UP
        sizes = np.bincount(owner.astype(np.int64), minlength=len(self.reports) - start).astype(np.int32)
        self.sizes[name] = np.append(self.sizes[name], sizes)
        entries = to.alive((made << _UP) | (owner + np.uint64(start)))
        entries = np.sort(entries)  # in order, neighbours lie close in memory
        to.extend(entries)
        return to.lookup(entries)

    def _closest(self, found: U64, start: int, sizes: I32, least: int, share: float) -> list[list[str]]:
        found = np.sort(found[(found & _LOW) < (found >> _UP)])
        first = np.flatnonzero(np.append(True, found[1:] != found[:-1])[: len(found)])
        pairs, shared = found[first], np.diff(np.append(first, len(found)))
        pairs, shared = pairs[shared >= least], shared[shared >= least]
        asking, holding = (pairs >> _UP).astype(np.int64), (pairs & _LOW).astype(np.int64)
        part = shared / np.minimum(sizes[asking], sizes[holding])
        best = np.zeros(len(self.reports))
        np.maximum.at(best, asking, part)
        enough = part >= np.maximum(share, CLOSE * best[asking])
        asking, holding, part = asking[enough], holding[enough], part[enough]
        order = np.lexsort((holding, -part, asking))
        closest: list[list[str]] = [[] for _ in self.reports[start:]]
        for each, other in zip((asking[order] - start).tolist(), holding[order].tolist(), strict=True):
            if len(closest[each]) < MOST_CANDIDATES and self.reports[other]:
                closest[each].append(self.reports[other])
        return closest
