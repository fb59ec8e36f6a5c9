"""Findings for programs: ``sayso.check/1``, SARIF 2.1.0, and the workflow commands of GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import sayso
from sayso.check.inputs import Checked
from sayso.check.model import CHECK_SCHEMA, Finding, Rule
from sayso.check.output.text import Lines
from sayso.check.registry import all_rules

_SARIF_LEVEL = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB_LEVEL = {"error": "error", "warning": "warning", "info": "notice"}


def as_json(result: Checked) -> dict[str, Any]:
    """The ``sayso.check/1`` object of one report; ``mended`` only for two versions, ``notes`` only where any."""
    value: dict[str, Any] = {
        "schema": CHECK_SCHEMA,
        "input": result.input,
        "report": result.reading.report.id,
        "findings": [_finding(each) for each in result.findings],
    }
    if result.mended:
        value["mended"] = [_finding(each) for each in result.mended]
    if result.notes:
        value["notes"] = [{"code": note.code, "text": note.text} for note in result.notes]
    return value


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "span": list(finding.span),
        "words": finding.words,
        "question": finding.question,
        "statements": list(finding.statements),
        "looked_for": finding.looked_for,
        "related": [list(span) for span in finding.related],
    }


def sarif(results: Sequence[Checked]) -> str:
    """One SARIF 2.1.0 log with one run. Regions count lines and columns from 1, and characters as code points."""
    used = sorted({finding.code for result in results for finding in result.findings})
    driver = {
        "name": "sayso",
        "semanticVersion": sayso.__version__,
        "rules": [_sarif_rule(all_rules()[code]) for code in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(result, each) for result in results for each in result.findings],
    }
    told = [
        {"level": "warning", "descriptor": {"id": note.code}, "message": {"text": f"{result.input}: {note.text}."}}
        for result in results
        for note in result.notes
    ]
    if told:
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": told}]
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json.dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.question},
        "fullDescription": {"text": rule.explanation},
        "help": {"text": f"{rule.explanation}\n\nConvention: {rule.reference}"},
        "defaultConfiguration": {"level": _SARIF_LEVEL[rule.severity]},
    }


def _sarif_result(result: Checked, finding: Finding) -> dict[str, Any]:
    lines = Lines(result.text)
    first, last = lines.position(finding.span.begin), lines.position(finding.span.end)
    region = {
        "startLine": first[0],
        "startColumn": first[1],
        "endLine": last[0],
        "endColumn": last[1],
        "charOffset": finding.span.begin,
        "charLength": finding.span.end - finding.span.begin,
        "snippet": {"text": finding.words},
    }
    return {
        "ruleId": finding.code,
        "level": _SARIF_LEVEL[finding.severity],
        "message": {"text": f"{finding.question} Looked for {finding.looked_for}."},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": result.input}, "region": region}}],
        "properties": {"statements": list(finding.statements)},
    }


def github(result: Checked) -> Iterator[str]:
    """One workflow command for each note on the whole text, and for each finding an annotation at its lines."""
    lines = Lines(result.text)
    for note in result.notes:
        yield f"::warning file={_property(result.input)},title={_property(note.code)}::{_data(note.text)}."
    for finding in result.findings:
        (line, column), (end_line, end_column) = (lines.position(place) for place in finding.span)
        where = f"file={_property(result.input)},line={line},col={column},endLine={end_line},endColumn={end_column}"
        title = _property(f"{finding.code} {finding.name}")
        message = _data(f"{finding.question} Looked for {finding.looked_for}.")
        yield f"::{_GITHUB_LEVEL[finding.severity]} {where},title={title}::{message}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
