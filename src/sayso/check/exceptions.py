"""Findings that a person has said are right as they stand.

Two ways: the configuration's table of exact words, and a comment in the text, ``<!-- sayso: ok ANON102 FORM501 -->``,
which holds for the paragraph that it stands in, or, on lines of its own, for the paragraph before it. ``ok`` without a
code excepts every rule there. Comments are blanked before reading, character for character, so that every offset
is still one of the file as it lies on disk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.check.config import Config
from sayso.check.context import Context
from sayso.check.model import Finding
from sayso.types import Span

_COMMENT = re.compile(r"<!--\s*sayso:\s*ok\b([A-Z0-9,\s]*)-->")


def blank_comments(text: str) -> str:
    """``text`` with every comment replaced by as many spaces (line ends kept)."""
    return _COMMENT.sub(lambda match: re.sub(r"[^\n\r]", " ", match.group()), text)


def comment_exceptions(text: str) -> list[tuple[Span, tuple[str, ...]]]:
    """For each comment of the original ``text``: the paragraph it holds for and the codes (none: all rules)."""
    found = []
    for match in _COMMENT.finditer(text):
        end = text.find("\n\n", match.end())
        blank = text.rfind("\n\n", 0, match.start())
        begin = blank + 2 if blank >= 0 else 0
        if not text[begin : match.start()].strip() and not text[match.end() : end if end >= 0 else None].strip():
            before = text[:begin].rstrip()
            begin = max(before.rfind("\n\n") + 2, 0) if "\n\n" in before else 0
        codes = tuple(re.split(r"[,\s]+", match.group(1).strip())) if match.group(1).strip() else ()
        found.append((Span(begin, end if end >= 0 else len(text)), codes))
    return found


def drop_commented(findings: Sequence[Finding], exceptions: Sequence[tuple[Span, tuple[str, ...]]]) -> list[Finding]:
    """The findings that no comment excepts."""
    return [
        finding
        for finding in findings
        if not any(span.overlaps(finding.span) and _covers(codes, finding.code) for span, codes in exceptions)
    ]


def excepted(finding: Finding, context: Context, config: Config) -> bool:
    """Whether the configuration's table holds words that the finding's sentence contains, for its code."""
    if not config.exceptions:
        return False
    around = context.enclosing(finding.span).of(context.text)
    return any(
        words in around and (finding.words in words or words in finding.words) and _covers(codes, finding.code)
        for words, codes in config.exceptions.items()
    )


def _covers(codes: tuple[str, ...], code: str) -> bool:
    return not codes or any(code.startswith(prefix) for prefix in codes)
