"""Where paragraphs begin and end in a text without markup: blank lines, one to a line, hard-wrapped, indented."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sayso.patterns import kept
from sayso.types import Span

_LINE = kept(r"[^\n\u2028\u2029\v\f\x85]+")
_BREAK = kept(r"[\n\u2028\u2029\v\f\x85]")
_BULLET = kept(r"[•*·▪●‣◦■♦]\s*(?=\S)|[-–—]\s+(?=\S)")
_INDENT = kept(r"[ \t\u00a0\u3000]*")
_WIDTHS = range(30, 121)  # columns that people and wires wrap at
_SLACK = 8  # columns: editors that wrap by other rules than ours, proportional guesses

#: Characters of a block, and the share of letters and digits below which so long a one holds no sentence.
_SOME, _LETTERS = 400, 0.05


def paragraphs(text: str, within: Span | None = None) -> tuple[Span, ...]:
    """Spans of the paragraphs, trimmed, in order; together they hold every character that is not white space."""
    lines = _lines(text, within or Span(0, len(text)))
    if not lines:
        return ()
    starts = _starts_by_wrapping(text, lines) if _is_wrapped(text, lines) else [True] * len(lines)
    spans: list[Span] = []
    for line, is_start in zip(lines, starts, strict=True):
        if is_start or not spans:
            spans.append(line)
        else:
            spans[-1] = Span(spans[-1].begin, line.end)
    return tuple(spans)


def is_marks_alone(text: str, span: Span) -> bool:
    """Longer than :data:`_SOME`, and nearly without letters and digits: no sentence, and so no quotation, is in it."""
    length = span.end - span.begin
    if length <= _SOME:
        return False
    enough = _LETTERS * length  # which the first eighth of a paragraph has by itself
    head = text[span.begin : span.begin + length // 8]
    return sum(map(str.isalnum, head)) < enough and sum(map(str.isalnum, span.of(text))) < enough


def bullet(text: str, span: Span) -> int:
    """Length of the bullet that the paragraph begins with, 0 where it begins with none."""
    match = _BULLET.match(text, span.begin, span.end)
    return match.end() - match.start() if match else 0


def _lines(text: str, within: Span) -> list[Span]:
    lines: list[Span] = []
    for match in _LINE.finditer(text, within.begin, within.end):
        line = match.group()
        body = line.strip()
        if body:
            begin = match.start() + line.index(body[0])
            lines.append(Span(begin, begin + len(body)))
    return lines


def _pairs(text: str, lines: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Lines that follow one another without a blank line between."""
    return [
        (here, there)
        for here, there in pairwise(lines)
        if there.begin - here.end < 200 and len(_BREAK.findall(text, here.end, there.begin)) == 1
    ]


def _first_word(text: str, line: Span) -> int:
    end = min(line.end, line.begin + 40)
    word = text[line.begin : end].split(None, 1)
    return len(word[0]) if word else 0


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Hard-wrapped: nearly no line could have taken the first word of the next one within the common width, or many
    lines begin in the middle of a sentence, which paragraphs do not."""
    pairs = _pairs(text, lines)
    if not pairs:
        return False
    width = _width(lines)
    if width not in _WIDTHS:
        return False
    full = sum(here.end - here.begin + 1 + _first_word(text, there) > width - _SLACK for here, there in pairs)
    open_ended = sum(text[here.end - 1] not in ".!?”\"’'…:" for here, _ in pairs)
    midway = sum(text[there.begin].islower() and text[here.end - 1] not in ".!?…:" for here, there in pairs)
    return (full >= 0.6 * len(pairs) and open_ended >= 0.5 * len(pairs)) or midway >= 0.3 * len(pairs)


def _width(lines: Sequence[Span]) -> int:
    """The width that nineteen of twenty lines keep: a lone unbroken address is longer."""
    lengths = sorted(line.end - line.begin for line in lines)
    return lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]


def _starts_by_wrapping(text: str, lines: Sequence[Span]) -> list[bool]:
    width = _width(lines)
    joined = {there.begin for here, there in _pairs(text, lines)}
    usual = min((_indent(text, line) for line in lines[1:]), default=0)
    starts = [True]
    for here, there in pairwise(lines):
        is_short = here.end - here.begin + 1 + _first_word(text, there) <= width - _SLACK
        indented = _indent(text, there) > max(usual, _indent(text, here)) + 1
        midway = text[there.begin].islower() and text[here.end - 1] not in ".!?…:"
        starts.append(there.begin not in joined or bullet(text, there) > 0 or ((is_short or indented) and not midway))
    return starts


def _indent(text: str, line: Span) -> int:
    begin = text.rfind("\n", 0, line.begin) + 1
    match = _INDENT.match(text, begin, line.begin)
    return len(match.group()) if match else 0
