"""Runs the rules over a reading."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from sayso.check.across import Across
from sayso.check.config import Config
from sayso.check.context import Context
from sayso.check.exceptions import excepted
from sayso.check.model import Finding, Hit, Rule
from sayso.check.oneslip import once
from sayso.check.registry import all_rules
from sayso.report.asread import as_read, flowing, moved
from sayso.report.notes import NOT_ENGLISH
from sayso.types import Reading, Report


def check(reading: Reading, config: Config | None = None, across: Across | None = None) -> list[Finding]:
    """The findings of all selected rules, in text order, without those that the configuration excepts."""
    plain = as_read(reading.report.text)
    read = reading
    if plain:
        read = moved(reading, plain, back=False)
        read = replace(read, report=replace(read.report, text=plain.text))
    read = replace(read, report=flowing(read.report))
    found = _check(read, config or Config(), across)
    if plain:
        found = [moved(finding, plain, back=True) for finding in found]
    return [replace(finding, words=finding.span.of(reading.report.text)) for finding in found]


def _check(reading: Reading, config: Config, across: Across | None) -> list[Finding]:
    context = Context(reading, across)
    found: list[Finding] = []
    for rule in all_rules().values():
        if config.selects(rule) and _fits(rule, reading):
            found += [_finding(rule, hit, context.text, config) for hit in rule.find(context)]
    kept = sorted(_capped(once(found, context)), key=lambda finding: (finding.span, finding.code))
    return [finding for finding in kept if not excepted(finding, context, config)]


def foreign(report: Report) -> bool:
    """Whether the reader took the text for another language than English."""
    return any(note.code == NOT_ENGLISH for note in report.notes)


def _fits(rule: Rule, reading: Reading) -> bool:
    """Whether a rule can be asked of this report: those that read English not of other languages."""
    if rule.news_only and reading.report.genre == "opinion":
        return False
    return rule.any_language or not foreign(reading.report)


def _finding(rule: Rule, hit: Hit, text: str, config: Config) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=config.severity_of(rule),
        span=hit.span,
        words=hit.span.of(text),
        question=hit.question or rule.question,
        statements=hit.statements,
        looked_for=hit.looked_for,
        related=hit.related,
    )


def _capped(found: list[Finding]) -> list[Finding]:
    """At most ``limit`` findings of each rule, its first; the last one kept says how many more there were."""
    met: dict[str, int] = defaultdict(int)
    last: dict[str, int] = {}
    kept: list[Finding] = []
    for finding in found:
        met[finding.code] += 1
        if met[finding.code] <= all_rules()[finding.code].limit:
            last[finding.code] = len(kept)
            kept.append(finding)
    for code, place in last.items():
        more = met[code] - all_rules()[code].limit
        if more > 0:
            told = f"{kept[place].looked_for} (and {more} more like this in the report)"
            kept[place] = replace(kept[place], looked_for=told)
    return kept
