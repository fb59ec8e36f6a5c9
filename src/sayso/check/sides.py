"""Both sides of one question or vote, whose shares are more than everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.gated import Gated
from sayso.check.numbers import NUMERAL, numbers, say
from sayso.types import Span

_PERCENT = r"(?: ?%| percent\b| per cent\b)(?! points?)"
_ALL_SHARES = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)
#: "taking 61 percent compared to 47 percent for", "61% support it, while 47% oppose it": the two sides of one question.
_TWO_SIDES = (
    Gated(
        rf"\b(?:took|taking|won|winning|got|getting|received|receiving|polled|with|has|had|led by|leads with) "
        rf"(?P<a>{NUMERAL}){_PERCENT},? (?:compared (?:to|with)|against|versus|to) (?P<b>{NUMERAL}){_PERCENT} for\b",
        ("percent", "per cent", "%"),
        re.IGNORECASE,
    ),
    Gated(
        rf"(?P<a>{NUMERAL}){_PERCENT}[^.;\d%]{{0,40}}?\b(?:support|supported|back|backed|favou?r|favou?red|approve|"
        rf"approved|agree|agreed|said yes|voted (?:yes|for|in favou?r))\b[^.;\d%]{{0,50}}?(?P<b>{NUMERAL}){_PERCENT}"
        rf"[^.;\d%]{{0,30}}?\b(?:oppose|opposed|against|disapprove|disapproved|disagree|disagreed|said no|voted (?:no|"
        rf"against))\b",
        ("percent", "per cent", "%"),
        re.IGNORECASE,
    ),
)
#: "45 percent of whom were women and 65 percent men": two groups that are everybody.
_EVERYBODY = Gated(
    rf"(?P<a>{NUMERAL}){_PERCENT}(?: of (?:whom|them|those [a-z]+))?,? (?:were |are |was |is )?(?:women|men|male|"
    rf"female|boys|girls)"
    rf"(?:,| and| while)+ (?P<b>{NUMERAL}){_PERCENT}(?: of (?:whom|them))?,? (?:were |are |was |is )?"
    r"(?:women|men|male|female|boys|girls)\b",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)
#: "60% of the cuts would come from defense and the other 50%": the two are all of it.
_THE_OTHER = Gated(
    rf"(?P<a>{NUMERAL}){_PERCENT}[^.;\d%]{{3,120}}?\b(?:the other|the remaining|the rest,?) (?P<b>{NUMERAL}){_PERCENT}",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)
#: Shares of other people than those of the first.
_OTHER_GROUPS = re.compile(
    r"%? of (?:the )?(?:Republicans|Democrats|[A-Z][a-z]+s|men|women|those|young\w*|older|"
    r"people (?:under|over|aged))\b|"
    r"\b(?:last|earlier|previous|in (?:19|20)|a (?:year|month|week) ago|also|but only|while also|another)\b"
)


def two_sides(context: Context) -> Iterator[tuple[Span, str]]:
    """Both sides of one vote or question of the same people, more than all of them together."""
    for span, words in told(context):
        match = _THE_OTHER.search(words)
        if match:
            both = sum(numbers(match[name])[0].value for name in ("a", "b"))
            if not 98 <= both <= 102 and len(_ALL_SHARES.findall(words)) == 2:
                yield part(span, *match.span()), f"shares that come to 100 percent; found {say(round(both, 2))}"
                continue
        match = _EVERYBODY.search(words)
        if match:
            both = sum(numbers(match[name])[0].value for name in ("a", "b"))
            if both > 102:
                yield part(span, *match.span()), f"shares of at most 100 percent; found {say(round(both, 2))}"
                continue
        for pattern in _TWO_SIDES:
            match = pattern.search(words)
            if match is None or _OTHER_GROUPS.search(match.group()):
                continue
            values = [numbers(match[name])[0].value for name in ("a", "b")]
            if 102 < sum(values) < 190:
                yield part(span, *match.span()), f"shares of at most 100 percent; found {say(round(sum(values), 2))}"
                break
