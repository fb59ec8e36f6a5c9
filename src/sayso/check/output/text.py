"""Findings for people: the words in their line, carets under them, the question, and what to do next."""

from __future__ import annotations

import textwrap
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from sayso.check.inputs import Checked
from sayso.check.model import SEVERITIES, Finding, Rule
from sayso.types import Span

_COLOURS = {"error": "31", "warning": "33", "info": "36"}
_WIDTH = 96  # columns of text shown around the words


class Lines:
    """Lines and columns of a text, counted from 1 in code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(n + 1 for n, letter in enumerate(text) if letter == "\n")]

    def position(self, place: int) -> tuple[int, int]:
        line = bisect_right(self._starts, place)
        return line, place - self._starts[line - 1] + 1

    def around(self, place: int) -> Span:
        """The line that holds ``place``, without its end."""
        begin = self._starts[bisect_right(self._starts, place) - 1]
        end = self._text.find("\n", place)
        return Span(begin, end if end >= 0 else len(self._text))


def report_lines(result: Checked, colour: bool) -> Iterator[str]:
    """One report: a heading, then each finding."""
    paint = _painter(colour)
    headline = " ".join((result.reading.report.headline or "").split())
    yield paint(result.input, "1") + (f"  {headline}" if headline else "")
    for note in result.notes:
        yield f"  {paint('note', '33')}  {note.code}: {note.text}"
    lines = Lines(result.text)
    for finding in result.findings:
        yield ""
        yield from _finding_lines(finding, result, lines, paint)
    for finding in result.mended:
        yield f"  {paint('mended', '32')}  {finding.code} {finding.name}: {_shortened(finding.words)}"
    if not result.findings and not result.mended:
        yield "  no questions"
    yield ""


def _finding_lines(finding: Finding, result: Checked, lines: Lines, paint) -> Iterator[str]:  # type: ignore[no-untyped-def]
    line, column = lines.position(finding.span.begin)
    label = paint(finding.severity, _COLOURS[finding.severity])
    yield f"  {result.input}:{line}:{column}  {label}  {finding.code} {finding.name}"
    yield f"    {paint(finding.question, '1')}"
    shown, carets = _excerpt(result.text, finding.span, lines)
    gutter = str(line)
    yield f"    {gutter} | {shown}"
    yield f"    {' ' * len(gutter)} | {paint(carets, _COLOURS[finding.severity])}"
    yield from textwrap.wrap(f"Looked for {finding.looked_for}.", 100, initial_indent="    ", subsequent_indent="    ")
    for place in finding.related[:2]:
        where, at = lines.position(place.begin)
        yield f"    See also {where}:{at}: {_shortened(place.of(result.text))}"


def _excerpt(text: str, span: Span, lines: Lines) -> tuple[str, str]:
    """At most ``_WIDTH`` columns of the line around the words, and carets under the words."""
    line = lines.around(span.begin)
    end = max(min(span.end, line.end), span.begin + 1)
    room = max(_WIDTH - (end - span.begin), 30)
    begin = line.begin if line.end - line.begin <= _WIDTH else max(line.begin, span.begin - room // 2)
    stop = min(line.end, max(end, begin + _WIDTH))
    if end - begin > _WIDTH:
        end = stop = begin + _WIDTH
    head = "…" if begin > line.begin else ""
    tail = "…" if stop < line.end else ""
    shown = f"{head}{text[begin:stop]}{tail}".replace("\t", " ")
    before = _columns(head + text[begin : span.begin])
    return shown, " " * before + "^" * max(_columns(text[span.begin : min(end, stop)]), 1)


def _columns(words: str) -> int:
    """Terminal columns: wide characters take two, combining ones none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def _shortened(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 70 else f"{plain[:66]} …"


def summary(results: Sequence[Checked], failed: int, colour: bool) -> str:
    """What was found in all, and what to do about it."""
    paint = _painter(colour)
    counts = Counter(finding.severity for result in results for finding in result.findings)
    reports = _plural(len(results), "report")
    notes = [f"{_plural(failed, 'input')} could not be read (see above)"] if failed else []
    mended = sum(len(result.mended) for result in results)
    if mended:
        notes.append(f"{_plural(mended, 'question')} of the old version mended")
    if not counts:
        head = f"No {'new ' if mended else ''}questions about {reports}." if results else "Nothing was checked."
        return "\n".join([paint(head, "1"), *(f"{note[0].upper()}{note[1:]}." for note in notes)])
    kinds = ", ".join(_plural(counts[each], each) for each in SEVERITIES if counts[each])
    with_findings = sum(1 for result in results if result.findings)
    code = next(finding.code for result in results for finding in result.findings)
    about = reports if with_findings == len(results) else f"{with_findings} of {reports}"
    lines = [paint(f"{_plural(counts.total(), 'question')} about {about}: {kinds}.", "1")]
    lines += [f"{note[0].upper()}{note[1:]}." for note in notes]
    lines += [
        "What next: answer each question in the text. Errors are slips to mend; the others are for you to judge.",
        f"Why a question is asked:        sayso check --explain {code}",
        f"If the words are right as they are, say so in their paragraph:  <!-- sayso: ok {code} -->",
    ]
    return "\n".join(lines)


def _plural(number: int, noun: str, many: str | None = None) -> str:
    return f"{number} {noun if number == 1 else many or noun + 's'}"


def explanation(rule: Rule, colour: bool) -> str:
    """What ``--explain`` prints."""
    from sayso.check.example import plain

    paint = _painter(colour)
    state = "off unless selected" if rule.optional else "on by default"
    return "\n".join(
        [
            paint(f"{rule.code} {rule.name}", "1") + f"  ({rule.severity}, {state})",
            "",
            rule.question,
            "",
            *textwrap.wrap(rule.explanation, 100),
            "",
            "Asks about:",
            *_indented(plain(rule.fires)),
            "",
            "Is content with:",
            *_indented(plain(rule.fine)),
            "",
            *textwrap.wrap(f"Convention: {rule.reference}", 100),
        ]
    )


def _indented(words: str) -> list[str]:
    return [
        line
        for paragraph in words.split("\n")
        for line in (textwrap.wrap(paragraph, 96, initial_indent="    ", subsequent_indent="    ") or [""])
    ]


def _painter(colour: bool):  # type: ignore[no-untyped-def]
    def paint(words: str, code: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if colour else words

    return paint
