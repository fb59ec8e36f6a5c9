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
from sayso.types import Reading


def check(reading: Reading, config: Config | None = None, across: Across | None = None) -> list[Finding]:
    """The findings of all selected rules, in text order, without those that the configuration excepts."""
    config = config or Config()
    context = Context(reading, across)
    found: list[Finding] = []
    for rule in all_rules().values():
        if config.selects(rule):
            found += _capped(rule, _distinct(_finding(rule, hit, context.text, config) for hit in rule.find(context)))
    found.sort(key=lambda finding: (finding.span, finding.code))
    return [finding for finding in found if not excepted(finding, context, config)]


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
