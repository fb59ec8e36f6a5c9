"""Both sides of one question or vote, whose shares are more than everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_PERCENT = r"(?: ?%| percent\b| per cent\b)(?! points?)"
#: Answers of which everybody gives one, in whatever words between.
_ANSWERS = (
    (r"too (?:long|high|much|far|many|fast|big|strict|harsh|soon|low|slow|little|few)", r"(?:just|about) right"),
    (r"approv\w+", r"disapprov\w+"),
    (r"favorabl[ey]|favourabl[ey]", r"unfavorabl[ey]|unfavourabl[ey]"),
    (r"(?:support|favor|favour|back)(?:ed|s|ing)?", r"(?:oppos\w+|against it)"),
    (r"agree[ds]?", r"disagree[ds]?"),
    (r"right (?:track|direction)", r"wrong (?:track|direction)"),
    (r"should(?! not)", r"should not|shouldn[’']t"),
    (r"better off", r"worse off"),
    (r"satisfied", r"dissatisfied"),
    (r"more likely", r"less likely"),
    (r"a good (?:thing|idea)", r"a bad (?:thing|idea)"),
    (r"optimistic", r"pessimistic"),
    (r"trust\w*", r"distrust\w*|do not trust|don[’']t trust"),
    (r"guilty", r"innocent|not guilty"),
)
_ANY_SHARE = compiled(
    rf"(?<![\w.])(?:(?P<p>{NUMERAL}){_PERCENT}|(?P<n>one|two|three|four|five|six|seven|eight|nine|\d) (?:in|"
    rf"out of)(?: every)? "
    r"(?P<of>10|ten|five|four|three|100)\b)",
    re.IGNORECASE,
)
_ALL_SHARES = compiled(r"%|\bper ?cent\b", re.IGNORECASE)
#: "taking 61 percent compared to 47 percent for", "61% support it, while 47% oppose it": the two sides of one question.
_TWO_SIDES = (
    Gated(
        rf"\b(?:took|taking|won|winning|got|getting|received|receiving|polled|with|has|had|led by|leads with) "
        rf"(?:about |nearly |roughly |around |just |over )?(?P<a>{NUMERAL}){_PERCENT}(?: (?:of|"
        rf"among) [^.;,\d%]{{3,60}}?)?,? "
        rf"(?:compared (?:to|with)|against|versus|to) (?:about |nearly |just |only )?(?P<b>{NUMERAL}){_PERCENT} for\b",
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
_OTHER_GROUPS = compiled(
    r"%? of (?:the )?(?:Republicans|Democrats|[A-Z][a-z]+s|men|women|those|young\w*|older|"
    r"people (?:under|over|aged))\b|"
    r"\b(?:last|earlier|previous|in (?:19|20)|a (?:year|month|week) ago|also|but only|while also|another)\b"
)


#: "won by 54.4 percent to 45.6 percent".
_TO = Gated(
    rf"\b(?:won|win|wins|beat|defeat(?:ed|s)?|victory|lost|loses|margin|led|leads|ahead|passed|approved|rejected|voted|"
    rf"vote)\b[^.;\d]{{0,60}}? (?P<a>{NUMERAL})(?:{_PERCENT})? ?(?:to|[–—-]) ?(?P<b>{NUMERAL}){_PERCENT}",
    ("percent", "per cent", "%"),
)


_OTHERS = compiled(
    _OTHER_GROUPS.pattern.replace("|also|but only|while also", "") + r"|\b(?:reported|counted|precincts|turnout)\b"
)


def two_sides(context: Context) -> Iterator[tuple[Span, str]]:
    """Both sides of one vote or question of the same people, more than all of them together."""
    for span, words in told(context):
        match = _THE_OTHER.search(words)
        if match:
            both = sum(value_of(match[name]) for name in ("a", "b"))
            if not 98 <= both <= 102 and len(_ALL_SHARES.findall(words)) == 2:
                yield part(span, *match.span()), f"shares that come to 100 percent; found {say(round(both, 2))}"
                continue
        match = _EVERYBODY.search(words)
        if match:
            both = sum(value_of(match[name]) for name in ("a", "b"))
            if both > 102:
                yield part(span, *match.span()), f"shares of at most 100 percent; found {say(round(both, 2))}"
                continue
        match = _TO.search(words)
        if match and not _OTHER_GROUPS.search(match.group()) and "from" not in match.group():
            both = sum(value_of(match[name]) for name in ("a", "b"))
            if 101.5 < both < 190:
                yield part(span, *match.span()), f"shares of at most 100 percent; found {say(round(both, 2))}"
                continue
        answers = _two_answers(words)
        if answers:
            yield part(span, *answers[0]), f"shares of at most 100 percent; found {say(round(answers[1], 2))}"
            continue
        for pattern in _TWO_SIDES:
            match = pattern.search(words)
            if match is None or _OTHER_GROUPS.search(match.group()):
                continue
            values = [value_of(match[name]) for name in ("a", "b")]
            if 102 < sum(values) < 190:
                yield part(span, *match.span()), f"shares of at most 100 percent; found {say(round(sum(values), 2))}"
                break


def _two_answers(words: str) -> tuple[tuple[int, int], float] | None:
    """Where a sentence's two shares give opposite answers, and what they come to; nothing if that is at most all."""
    found = list(_ANY_SHARE.finditer(words))
    if not 2 <= len(found) <= 3 or _OTHERS.search(words) or len(words) > 400:
        return None
    one, other = found[:2]
    here, there = words[one.end() : other.start()], words[other.end() :]
    values = [
        value_of(each["p"]) if each["p"] else 100 * value_of(each["n"]) / value_of(each["of"]) for each in (one, other)
    ]
    for yes, no in _ANSWERS:
        for first, second in ((yes, no), (no, yes)):
            if re.search(rf"\b(?:{first})\b", here) and re.search(rf"^[^.;]{{0,60}}?\b(?:{second})\b", there):
                return (
                    ((one.start(), other.end()), sum(values)) if 102 < sum(values) < 190 and max(values) < 99 else None
                )
    return None
