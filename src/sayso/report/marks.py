"""Quotation marks, paired exactly: where each quotation opens and closes, how deep it is nested, whether it goes on.

Marks are told from apostrophes and measures by their neighbours, then matched like brackets within one block, so that
one lost mark spoils at most its own paragraph. A quotation of several paragraphs opens each of them and closes only
the last: all but the last are ``continues``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from sayso.patterns import kept
from sayso.report.paragraphs import is_marks_alone
from sayso.types import Block, Span

# What stands for a mark: itself, an HTML entity left undecoded, a cp1252 byte that came through as a control.
_STANDS_FOR = {
    "&quot;": '"', "&#34;": '"', "&ldquo;": "“", "&#8220;": "“", "&rdquo;": "”", "&#8221;": "”", "&bdquo;": "„",
    "&#39;": "'", "&#039;": "'", "&apos;": "'", "&#x27;": "'", "&lsquo;": "‘", "&#8216;": "‘", "&rsquo;": "’",
    "&#8217;": "’", "&laquo;": "«", "&raquo;": "»", "\x91": "‘", "\x92": "’", "\x93": "“", "\x94": "”", "″": '"',
}  # fmt: skip
# One set of signs first, which is looked for fast; what must follow some of them after it.
_MARK = kept(
    "[\"“”„‟＂'‘’‚‛`«»‹›「」『』&\x91\x92\x93\x94″]"
    f"(?:(?<=`)`|(?<=')'|(?<=’)’|(?<=&)(?:{'|'.join(entity[1:] for entity in _STANDS_FOR if len(entity) > 1)})|(?<!&))"
)
_DOUBLE = frozenset(["``", "''", "’’", *'"“”„‟＂'])
_SINGLE = frozenset("'‘’‚‛`")
_GUILLEMETS = {"«": "guillemets", "»": "guillemets", "‹": "guillemets-single", "›": "guillemets-single"}
_CORNERS = {"「": "corner", "」": "corner", "『": "corner-double", "』": "corner-double"}
_OPENS = frozenset(["``", *"“„‟‘‚‛`«‹「『"])
_CLOSES = frozenset(["’’", *"”’»›」』"])

# Words that begin with an apostrophe; what follows one of these marks is no quotation.
_ELISION = kept(r"(?:tis|twas|til|till|em|cause|cuz|n|round|bout|nuff|neath|twill|\d\ds?)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{—–-/―")
_MEASURE = kept(r"(?<![\d\"“”.])\d{1,3}(?:\.\d+)?\Z")
_DASH_OPENING = kept(r"[—–―]\s?(?=[A-ZÀ-ÞА-Я¿¡])")
_DASH_BREAK = kept(r"[,.!?…]\s?[—–―]\s")
_ASIDE = frozenset(["subhead", "caption", "credit", "correction", "furniture"])
_DEEPEST = 8  # real texts nest three deep; more is damage, and bounding it keeps the scan linear


@dataclass(frozen=True, slots=True)
class Quotation:
    """One pair of marks. ``span`` includes them; of an unclosed quotation it ends where the scan recovered.

    ``depth`` is 0 for an outermost quotation. ``continues``: unclosed by convention, as the next block opens with a
    mark again. ``family``: double, single, guillemets, guillemets-single, corner, corner-double or dash. A dash
    quotation closes with an empty span, as nothing is written there.
    """

    open: Span
    close: Span | None
    span: Span
    depth: int
    continues: bool
    family: str

    @property
    def closed(self) -> bool:
        return self.close is not None

    @property
    def content(self) -> Span:
        """What stands between the marks."""
        return Span(self.open.end, self.close.begin if self.close else self.span.end)


@dataclass(frozen=True, slots=True)
class Marks:
    """All quotations in order of their opening, and the closing marks that nothing opened."""

    quotations: tuple[Quotation, ...]
    unopened: tuple[Span, ...]


@dataclass(slots=True)
class _Token:
    mark: str
    span: Span
    family: str
    before: str  # neighbours beyond a run of adjacent marks; "" at the edge of the block
    after: str
    strong: bool = False  # a single mark next to punctuation: closes for certain where one is open
    strong_ahead: bool = False  # a strong one follows before the next single opening


@dataclass(slots=True)
class _Open:
    token: _Token
    depth: int
    close: Span | None = None
    end: int = -1


def quotations(text: str, blocks: Sequence[Block]) -> tuple[Quotation, ...]:
    """The quotations of each block, in text order; never raises, and spans nest properly or are disjoint."""
    return scan(text, blocks).quotations


def scan(text: str, blocks: Sequence[Block]) -> Marks:
    """Pair the marks of each block on its own, then join what continues over blocks. Linear in the text."""
    found: list[list[Quotation]] = []
    unopened: list[Span] = []
    for block in blocks:
        settled, stray = _of_block(text, block.span)
        found.append(list(settled))
        unopened.extend(stray)
    if not any(found) and not unopened:
        found = [_dash_quotations(text, block) for block in blocks]
        if sum(map(bool, found)) < 2 and not any(len(block) > 1 for block in found):
            found = []  # a single dash at a paragraph's start is a bullet or a signature
    _mark_continued(found, blocks)
    return Marks(tuple(quotation for block in found for quotation in block), tuple(unopened))


@lru_cache(maxsize=256)
def _of_block(text: str, span: Span) -> tuple[tuple[Quotation, ...], tuple[Span, ...]]:
    """The quotations of one block and its stray closing marks; a report's are asked for twice, by the layout and by
    the attribution."""
    tokens = [] if is_marks_alone(text, span) else _tokens(text, span)
    opened, stray = _match(text, tokens) if tokens else ([], [])
    return tuple(_settle(text, span, opened)), tuple(stray)


def _tokens(text: str, span: Span) -> list[_Token]:
    tokens: list[_Token] = []
    for match in _MARK.finditer(text, span.begin, span.end):
        mark, begin, end = match.group(), match.start(), match.end()
        mark = _STANDS_FOR.get(mark, mark)
        family = (
            "double" if mark in _DOUBLE
            else "single" if mark in _SINGLE
            else _GUILLEMETS.get(mark) or _CORNERS[mark]
        )  # fmt: skip
        before = text[begin - 1] if begin > span.begin else ""
        after = text[end] if end < span.end else ""
        if tokens and tokens[-1].span.end == begin:
            before = tokens[-1].before
        tokens.append(_Token(mark, Span(begin, end), family, before, after))
    for left, right in zip(reversed(tokens[:-1]), reversed(tokens[1:]), strict=True):
        if left.span.end == right.span.begin:
            left.after = right.after
    tokens = [token for token in tokens if token.family != "single" or not _is_apostrophe(text, token)]
    ahead = False
    for token in reversed(tokens):
        if token.family == "single":
            token.strong_ahead = ahead
            token.strong = not _word(token.before) or not (_word(token.after) or token.after.isspace())
            ahead = not _opening_shape(token) and (token.strong or ahead)
    return tokens


def _word(char: str) -> bool:
    return char.isalnum()


def _is_apostrophe(text: str, token: _Token) -> bool:
    """Marks that can neither open nor close: don't, O'Neill, 'tis, '90s, and a mark that floats between spaces."""
    begin, end = token.span
    if begin and _word(text[begin - 1]) and end < len(text) and _word(text[end]):
        return True
    if _opening_shape(token):
        return token.mark == "’" or _ELISION.match(text, end) is not None
    return not token.before or token.before.isspace()


def _opening_shape(token: _Token) -> bool:
    before, after = token.before, token.after
    return (not before or before.isspace() or before in _BEFORE_OPENING) and bool(after) and not after.isspace()


def _closing_shape(token: _Token) -> bool:
    before, after = token.before, token.after
    return bool(before) and not before.isspace() and not _word(after)


def _match(text: str, tokens: Sequence[_Token]) -> tuple[list[_Open], list[Span]]:
    """Bracket matching: each closing mark takes the innermost opening of its family; what lies between is unclosed."""
    stack: list[_Open] = []
    opened: list[_Open] = []
    unopened: list[Span] = []
    for index, token in enumerate(tokens):
        if token.mark == "’’" and not any(entry.token.family == "double" for entry in stack):
            token.family = "single"
        is_open = any(entry.token.family == token.family for entry in stack)
        role = _role(text, tokens, index, is_open)
        if role == "open":
            if len(stack) == _DEEPEST:
                for entry in stack:
                    entry.end = token.span.begin
                stack.clear()
            stack.append(_Open(token, len(stack)))
            opened.append(stack[-1])
        elif role == "close" and is_open:
            while stack[-1].token.family != token.family:
                stack.pop().end = token.span.begin
            stack[-1].close = token.span
            stack.pop().end = token.span.end
        elif role == "close" and token.family != "single":
            unopened.append(token.span)
    return opened, unopened


def _role(text: str, tokens: Sequence[_Token], index: int, is_open: bool) -> str:
    """``open``, ``close`` or ``none`` (a measure or an apostrophe)."""
    token = tokens[index]
    if token.family == "single":
        if token.mark in _OPENS or _opening_shape(token):
            return "open" if _opening_shape(token) else "close" if is_open and token.mark != "`" else "none"
        possessive = not token.strong and token.before in "snSN0123456789" and token.strong_ahead
        return "close" if is_open and not possessive else "none"
    if token.mark == '"' and token.before.isdigit() and _is_measure(text, tokens, index, is_open):
        return "none"
    if token.mark in _OPENS:
        glued = _word(token.before) and _word(token.after)
        return "close" if is_open and (glued or _closing_shape(token)) else "open"
    if token.mark in _CLOSES:
        return "open" if not is_open and _opening_shape(token) else "close"
    if _opening_shape(token):
        return "open"
    if _closing_shape(token):
        return "close"
    return "close" if is_open else "open"


def _is_measure(text: str, tokens: Sequence[_Token], index: int, is_open: bool) -> bool:
    """15" and 5'10": inches where no quotation is open, or where another mark is still there to close it."""
    begin = tokens[index].span.begin
    number = text[max(0, begin - 12) : begin]
    later = next((token for token in tokens[index + 1 : index + 4] if token.family == "double"), None)
    return bool(_MEASURE.search(number)) and (not is_open or (later is not None and not _opening_shape(later)))


def _settle(text: str, block: Span, opened: Sequence[_Open]) -> list[Quotation]:
    """Give unclosed quotations an end: the next opening of their family at their level, else that of their parent."""
    kept = [entry for entry in opened if entry.close or entry.token.family != "single" or _is_sure(entry, block)]
    next_opening: dict[tuple[str, int], int] = {}
    for entry in reversed(kept):
        family, begin = entry.token.family, entry.token.span.end
        if not entry.close:
            limit = entry.end if entry.end >= 0 else block.end
            # An opening deeper than one step below stands inside a closed quotation: not to be cut through.
            limit = min(limit, *(next_opening.get((family, depth), limit) for depth in range(entry.depth + 2)))
            entry.end = begin + len(text[begin:limit].rstrip())
        next_opening[family, entry.depth] = entry.token.span.begin
    settled: list[Quotation] = []
    around: list[int] = []
    for entry in kept:
        while around and around[-1] <= entry.token.span.begin:
            around.pop()
        if around:
            entry.end = min(entry.end, around[-1])
        span = Span(entry.token.span.begin, entry.end)
        settled.append(Quotation(entry.token.span, entry.close, span, len(around), False, entry.token.family))
        around.append(entry.end)
    return settled


def _is_sure(entry: _Open, block: Span) -> bool:
    """A single mark that is never closed is an apostrophe gone wrong unless it is typographic or opens the block."""
    at_start = entry.token.span.begin == block.begin
    return entry.depth == 0 and (at_start or entry.token.mark == "‘")


def _mark_continued(found: list[list[Quotation]], blocks: Sequence[Block]) -> None:
    """Captions, subheads and furniture may stand between the paragraphs of one quotation."""
    speech = [(quotes, block) for quotes, block in zip(found, blocks, strict=False) if block.role not in _ASIDE]
    for (here, block), (there, following) in pairwise(speech):
        if not here or not there:
            continue
        last = next(quotation for quotation in reversed(here) if quotation.depth == 0)
        unclosed = not last.closed and last.span.end == block.span.end
        if unclosed and there[0].family == last.family and there[0].open.begin == following.span.begin:
            here[here.index(last)] = replace(last, continues=True)


def _dash_quotations(text: str, block: Block) -> list[Quotation]:
    """``— I go, — he said. — And you?``: speech between dashes, the narrator's words between every second pair."""
    start = _DASH_OPENING.match(text, block.span.begin, block.span.end)
    if block.role != "paragraph" or start is None:
        return []
    breaks: Iterable[re.Match[str]] = _DASH_BREAK.finditer(text, start.end(), block.span.end)
    found: list[Quotation] = []
    opening: Span | None = Span(start.start(), start.end())
    for match in breaks:
        dash = Span(match.start() + 1, match.end())
        if opening:
            found.append(_dashed(opening, dash.begin))
            opening = None
        else:
            opening = dash
    if opening:
        found.append(_dashed(opening, block.span.end))
    return found


def _dashed(opening: Span, end: int) -> Quotation:
    return Quotation(opening, Span(end, end), Span(opening.begin, end), 0, False, "dash")
