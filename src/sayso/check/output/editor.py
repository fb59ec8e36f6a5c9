"""The editor's report: one page that shows what a draft rests on, and what to ask about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from sayso.check.context import Context, content_of
from sayso.check.inputs import EXTRACTED, Checked
from sayso.check.model import SEVERITIES, Finding
from sayso.check.output.text import Lines
from sayso.check.unnamed.support import supported
from sayso.types import Source, Statement

_DISAGREE = ("DATE", "FIG")
_ANSWERS = {"deny": "denied", "no-comment": "declined to comment", "cannot-verify": "could not verify"}
_OPEN = frozenset(["denied", "disputed", "unverified", "declined", "corrected"])


@dataclass(frozen=True, slots=True)
class SourceRow:
    source: Source
    statements: tuple[Statement, ...]
    chains: tuple[str, ...]  # "TASS ← an official", outermost first


@dataclass(frozen=True, slots=True)
class Beside:
    """An allegation and what the report itself sets against it."""

    said: str
    by: str
    line: int
    answers: tuple[tuple[str, str], ...]  # status, words


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its surroundings: the text before, the words, the text after."""

    finding: Finding
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that the page shows of one draft."""

    input: str
    headline: str
    notes: tuple[str, ...]
    sources: tuple[SourceRow, ...]
    counts: dict[str, int]  # statements by disclosure of their source
    single: tuple[tuple[str, str, int], ...]  # claim, the one source, line
    disputes: tuple[Beside, ...]
    answers: tuple[tuple[str, str, str, int], ...]  # act, words, who, line: answers to nothing that the draft reports
    disagree: tuple[Shown, ...]
    findings: tuple[Shown, ...]


def page(results: Sequence[Checked]) -> str:
    """One self-contained HTML page about all the drafts; prints well, needs no network and no script."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    source = resources.files(__package__).joinpath("templates/editor.html").read_text("utf-8")
    return environment.from_string(source).render(sheets=[sheet(result) for result in results], severities=SEVERITIES)


def sheet(result: Checked) -> Sheet:
    """What the page shows of one draft."""
    context = Context(result.reading)
    lines = Lines(result.text)
    shown = tuple(_shown(finding, context, lines) for finding in result.findings)
    return Sheet(
        input=result.input,
        headline=result.reading.report.headline or result.input,
        notes=tuple(note.text for note in result.notes if note.code != EXTRACTED),
        sources=tuple(_rows(context)),
        counts=_counts(context),
        single=tuple(_single(context, lines)),
        disputes=tuple(_disputes(context, lines)),
        answers=tuple(_answers(context, lines)),
        disagree=tuple(each for each in shown if each.finding.code.startswith(_DISAGREE)),
        findings=tuple(sorted(shown, key=lambda each: SEVERITIES.index(each.finding.severity))),
    )


def _rows(context: Context) -> list[SourceRow]:
    rows = []
    for source in context.reading.sources:
        statements = context.by_source.get(source.id, ())
        if statements:
            chains = {
                " ← ".join([*(hop.name for hop in each.via), source.name or "?"])
                for each in statements
                if any(hop.name != source.name for hop in each.via)
            }
            rows.append(SourceRow(source, statements, tuple(sorted(chains))))
    return sorted(rows, key=lambda row: -len(row.statements))


def _counts(context: Context) -> dict[str, int]:
    counts = {"named": 0, "unnamed": 0, "anonymous": 0}
    for statement in context.statements:
        counts[context.sources[statement.source.id].disclosure] += 1
    return counts


def _single(context: Context, lines: Lines) -> list[tuple[str, str, int]]:
    """Claims of unnamed or relayed sources for which no other source of the report says the same."""
    return [
        (_short(content_of(each, context.text)), each.source.name or "?", lines.position(each.content[0].begin)[0])
        for each in context.statements
        if (each.source.type == "anonymous" or each.via)
        and each.act not in ("no-comment", "cannot-verify", "deny")
        and not supported(context, each)
    ]


def _disputes(context: Context, lines: Lines) -> list[Beside]:
    found = []
    for statement in context.statements:
        answers = [
            (each.status, _short(_answer(context, each.by, each.span.of(context.text))))
            for each in statement.standing
            if each.status in _OPEN
        ]
        if answers:
            line = lines.position(statement.content[0].begin)[0]
            said = _short(content_of(statement, context.text))
            found.append(Beside(said, statement.source.name or "?", line, tuple(answers)))
    return found


def _answers(context: Context, lines: Lines) -> list[tuple[str, str, str, int]]:
    """Denials, refusals and failures to verify that stand beside no statement of the draft."""
    beside = {each.by for statement in context.statements for each in statement.standing}
    return [
        (_ANSWERS[each.act], _short(context.enclosing(each.extent).of(context.text)), each.source.name or "?",
         lines.position(each.content[0].begin)[0])
        for each in context.statements
        if each.act in _ANSWERS and not each.negated and each.id not in beside
    ]  # fmt: skip


def _answer(context: Context, by: str | None, words: str) -> str:
    """Who answers and in which words: the sentence of the answering statement, where there is one."""
    statement = context.by_id.get(by or "")
    return context.enclosing(statement.extent).of(context.text) if statement else words


#: Characters shown before and after the words of a finding, at most, cut between words.
_SHOWN = 200


def _shown(finding: Finding, context: Context, lines: Lines) -> Shown:
    around = context.enclosing(finding.span)
    before = context.text[around.begin : finding.span.begin]
    if len(before) > _SHOWN:
        before = "… " + before[-_SHOWN:].split(" ", 1)[-1]
    after = context.text[finding.span.end : max(around.end, finding.span.end)]
    if len(after) > _SHOWN:
        after = after[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return Shown(finding, lines.position(finding.span.begin)[0], before, after)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 220 else f"{plain[:216]} …"
