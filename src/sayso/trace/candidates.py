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

from dataclasses import dataclass, field

import numpy as np

from sayso.trace.fingerprints import Fingerprint
from sayso.trace.tokens import FUNCTION, I32, NAME, NUMBER, PRIME, QUOTED, SENTENCE, U32, mix, shingles

SHINGLE = 3
SAMPLED = 16  # one shingle in so many
FIRST_REPORTS = 4  # kept for each shingle
MOST_REPORTS = 60  # that may hold a key
REACH = 6  # names and numbers of one sentence that are at most so many names and numbers apart make a pair
LEAST_SAMPLES, LEAST_KEYS = 3, 5
LEAST_SHARE = (0.12, 0.04)  # of the smaller report's sampled shingles, of its keys
MOST_CANDIDATES = 24


def keys_of(report: Fingerprint) -> U32:
    """Stems of the reporter's own words, and pairs of names and numbers of one sentence; each once, sorted."""
    stems, kinds = report.stems, report.kinds
    content = (kinds & FUNCTION) == 0
    names = np.unique(stems[(kinds & NAME) > 0])  # also where one begins a sentence, which hides its capital
    anchors = np.flatnonzero(content & (((kinds & NUMBER) > 0) | np.isin(stems, names)))
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
    """For each key the first ``keep`` reports (by number) that hold it, in sorted arrays.

    With ``drop`` a key that more reports hold keeps none. New entries go to a ``tail`` that is merged now and then.
    """

    keep: int
    drop: bool
    keys: U32 = field(default_factory=lambda: np.empty(0, np.uint32))
    counts: I32 = field(default_factory=lambda: np.empty(0, np.int32))  # held by, stored or not
    starts: I32 = field(default_factory=lambda: np.zeros(1, np.int32))
    reports: I32 = field(default_factory=lambda: np.empty(0, np.int32))
    tail: dict[int, list[int]] = field(default_factory=dict)
    waiting: int = 0

    def add(self, number: int, keys: U32) -> None:
        """``number`` is greater than all before."""
        for key in keys.tolist():
            self.tail.setdefault(key, []).append(number)
        self.waiting += len(keys)
        if self.waiting > max(200_000, len(self.reports) // 2):
            self.merge()

    def merge(self) -> None:
        """Put the tail into the arrays."""
        held = sorted(self.tail.items())
        lengths = [len(reports) for _, reports in held]
        new_keys = np.fromiter((key for key, _ in held), np.uint32, len(held))
        stored = np.diff(self.starts)
        keys = np.concatenate([np.repeat(self.keys, stored), np.repeat(new_keys, lengths)])
        reports = np.concatenate([self.reports, np.array([n for _, ns in held for n in ns], np.int32)])
        order = np.argsort(keys, kind="stable")  # what was stored stays before what is new
        keys, reports = keys[order], reports[order]

        every = np.union1d(self.keys, new_keys)
        counts = np.zeros(len(every), np.int32)
        counts[np.searchsorted(every, self.keys)] += self.counts
        counts[np.searchsorted(every, new_keys)] += np.array(lengths, np.int32)
        place = np.searchsorted(every, keys)
        rank = np.arange(len(keys)) - np.searchsorted(keys, keys)
        kept = rank < np.where(self.drop & (counts > self.keep), 0, self.keep)[place]
        lengths_kept = np.bincount(place[kept], minlength=len(every))
        self.starts = np.append(0, np.cumsum(lengths_kept)).astype(np.int32)
        self.keys, self.counts, self.reports = every, counts, reports[kept]
        self.tail, self.waiting = {}, 0

    def lookup(self, keys: U32) -> I32:
        """The reports that hold each of ``keys``: one entry for each key that a report shares."""
        found: list[I32] = []
        counts = np.zeros(len(keys), np.int32)
        if len(self.keys):
            at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
            counts = np.where(self.keys[at] == keys, self.counts[at], 0)
        if self.tail:
            held = [self.tail.get(key, ()) for key in keys.tolist()]
            for n, reports in enumerate(held):
                if reports and counts[n] < self.keep and not (self.drop and counts[n] + len(reports) > self.keep):
                    found.append(np.array(reports[: self.keep - counts[n]], np.int32))
            counts = counts + np.array([len(reports) for reports in held], np.int32)
        if len(self.keys):
            at = at[(self.keys[at] == keys) & ~(self.drop & (counts > self.keep))]
            begin, length = self.starts[at], self.starts[at + 1] - self.starts[at]
            within = np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)
            found.append(self.reports[np.repeat(begin, length) + within])
        return np.concatenate(found) if found else np.empty(0, np.int32)


@dataclass(slots=True)
class Index:
    """Both indexes over the reports seen so far, which are numbered in the order in which they were added."""

    reports: list[str] = field(default_factory=list)
    sizes: list[tuple[int, int]] = field(default_factory=list)  # shingles sampled, keys
    samples: Postings = field(default_factory=lambda: Postings(FIRST_REPORTS, drop=False))
    keys: Postings = field(default_factory=lambda: Postings(MOST_REPORTS, drop=True))

    def add(self, report: Fingerprint, *, plain_copy: bool = False) -> None:
        """Let later reports find this one; a plain copy is found through the text that it repeats."""
        samples, keys = samples_of(report), keys_of(report)
        number = len(self.reports)
        self.reports.append(report.report)
        self.sizes.append((len(samples), len(keys)))
        self.samples.add(number, samples)
        if not plain_copy:
            self.keys.add(number, keys)

    def wording(self, report: Fingerprint) -> list[str]:
        """Reports that share wording with this one, the closest first."""
        samples = samples_of(report)
        return self._enough(self.samples.lookup(samples), len(samples), 0, LEAST_SAMPLES)

    def matter(self, report: Fingerprint) -> list[str]:
        """Reports that share rare terms or pairs with this one, the closest first."""
        keys = keys_of(report)
        return self._enough(self.keys.lookup(keys), len(keys), 1, LEAST_KEYS)

    def _enough(self, found: I32, size: int, which: int, least: int) -> list[str]:
        numbers, shared = np.unique(found, return_counts=True)
        few = [
            (-count / smaller, number)
            for number, count in zip(numbers.tolist(), shared.tolist(), strict=True)
            if count >= least and count >= LEAST_SHARE[which] * (smaller := min(size, self.sizes[number][which]))
        ]
        return [self.reports[number] for _, number in sorted(few)[:MOST_CANDIDATES]]
