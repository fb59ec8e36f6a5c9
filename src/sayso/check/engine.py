"""Runs the rules over a reading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.check.across import Across
from sayso.check.config import Config
from sayso.check.context import Context
from sayso.check.exceptions import excepted
from sayso.check.model import Finding, Hit, Rule
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
            found += _capped(rule, _distinct(_finding(rule, hit, context.text, config) for hit in rule.find(context)))
    found.sort(key=lambda finding: (finding.span, finding.code))
    return [finding for finding in found if not excepted(finding, context, config)]


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


def _distinct(found: Iterable[Finding]) -> list[Finding]:
    """One finding of a rule for the same words: a mention that the reading gave to two sources is asked about once."""
    return list({finding.span: finding for finding in found}.values())


def _capped(rule: Rule, found: list[Finding]) -> list[Finding]:
    """At most ``rule.limit`` findings; the last one kept says how many more there were."""
    if len(found) <= rule.limit:
        return found
    kept = found[: rule.limit]
    more = len(found) - rule.limit
    last = replace(kept[-1], looked_for=f"{kept[-1].looked_for} (and {more} more like this in the report)")
    return [*kept[:-1], last]
