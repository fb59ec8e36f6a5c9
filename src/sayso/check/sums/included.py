"""Those told one by one beside the count of all: "10 were killed. Among the dead were 10 clerks and two guards"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.figures.mentions import Mention
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.check.gated import Gated
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Span

Found = tuple[Span, tuple[Span, ...], str]

_ALL = (
    r"(?P<who>dead|killed|victims|injured|wounded|hurt|missing|arrested|detained|charged|[a-z]{4,}(?:s|men|women|"
    r"people))"
)
#: "Among the killed were …", "The respondents included …".
_AMONG = Gated(
    rf"^(?:Among (?:the|those|them)(?: {_ALL})?,? (?:were|are)|(?:The|Those|These) {_ALL.replace('who', 'they')} "
    rf"(?:include[ds]?|"
    rf"were|are|comprised?|consist(?:ed|s) of)(?: mostly| also)?:?) (?P<list>[^;:“”\"]+)$",
    ("among", "include", "were", "are", "compris", "consist"),
)
_ITEM = compiled(
    rf"(?:^|, |,? and |,? (?:along|together) with |,? as well as )(?:extra |another )?(?:[a-z]+ (?:of|in) "
    rf")?(?:(?P<n>{NUMERAL}) "
    rf"(?!per ?cent|%|years?\b|of (?:them|whom|those)\b)|(?:an? )(?=[a-z]))",
    re.IGNORECASE,
)
_OVERLAP = compiled(
    rf"\b(?:ranging|aged?|from \w+ to|between|some|several|many|dozens|percent|of (?:the|its|their|these) "
    rf"(?:\d|{NUMERAL})|of (?:them|whom|those)|year-olds?|{NUMERAL} "
    rf"(?:months?|years?|days?|times))\b|%|[$£€]",
    re.IGNORECASE,
)
#: "13 white, 18 black and four farm delegates (25 out of 135 seats)".
_IN_BRACKETS = Gated(
    rf"(?P<a>{NUMERAL}) (?:[A-Za-z][\w’'-]*)(?: [a-z]+)?, (?P<b>{NUMERAL}) [A-Za-z][\w’'-]*(?: [a-z]+)?,? and "
    rf"(?P<c>{NUMERAL}) [A-Za-z][\w’'-]*(?: [A-Za-z]+){{0,2}} \((?:a total of |or )?(?P<t>{NUMERAL})"
    rf"(?: (?:in all|in total|total|altogether|all told)|,? (?:out )?of )",
    ("(",),
    re.IGNORECASE,
)
#: "800 in Lorn and 450 in Kilvik, or 1,050 workers in both towns".
_OR_ALL = Gated(
    rf"(?P<a>{NUMERAL}) (?:[A-Za-z][^.;:,\d()]{{2,60}}?),? and (?P<b>{NUMERAL}) [A-Za-z][^.;:,\d()]{{2,60}}?(?:, "
    rf"or| [–—-]|,"
    rf" for| \() (?:about |some |a total of )?(?P<t>{NUMERAL}) (?:[a-z]+ ){{0,3}}?(?:in (?:all|total|both)|altogether|"
    rf"together|combined|all told|overall)\b",
    ("in all", "in total", "in both", "altogether", "together", "combined", "all told", "overall"),
    re.IGNORECASE,
)


def included(context: Context) -> Iterator[Found]:
    """The whole's place, that of its parts, and what was looked for."""
    figures = context.figures
    for n, sentence in enumerate(context.sentences, 1):
        words = sentence.span.of(context.text)
        for pattern, names in ((_IN_BRACKETS, "abc"), (_OR_ALL, "ab")):
            for match in pattern.finditer(words):
                parts = [value_of(match[name]) for name in names]
                total = value_of(match["t"])
                if sum(parts) != total and total > max(parts) and not re.search(r"[$£€%]", match.group()):
                    span = Span(sentence.span.begin + match.start(), sentence.span.begin + match.end())
                    added = f"{' + '.join(map(say, parts))} = {say(sum(parts))}"
                    yield span, (), f"a total that fits its parts; {added} is not {say(total)}"
        among = _AMONG.search(words.rstrip(" ."))
        if among is None:
            continue
        parts = _parts(among["list"])
        whole = _whole(figures, n, among["who"] or among["they"] or "")
        if whole and len(parts) > 1 and whole.value < sum(parts) <= 2.5 * whole.value:
            added = f"{' + '.join(map(say, parts))} = {say(sum(parts))}"
            yield sentence.span, (whole.span,), f"a total that fits its parts; {added} is more than {say(whole.value)}"


def _parts(listed: str) -> list[float]:
    """How many each member of the list stands for; empty where they cannot be told apart."""
    listed = re.split(r", (?:according|who|which|officials|police|authorities)\b|,? (?:[A-Z]\w+ )*said\b", listed)[0]
    listed = re.sub(r", (?:the|a|an) [^,]*? (?:said|reported)$", "", listed)
    if _OVERLAP.search(listed) or re.search(r"\b(?:who|whose|which)\b", listed):
        return []
    return [value_of(each["n"]) if each["n"] else 1.0 for each in _ITEM.finditer(listed)]


_FATES = {
    "dead": 1, "killed": 1, "victims": 1, "injured": 2, "wounded": 2, "hurt": 2, "arrested": 3, "detained": 3,
    "missing": 4, "charged": 5,
}  # fmt: skip


def _whole(figures: tuple[Mention, ...], place: int, who: str) -> Mention | None:
    """The latest count before ``place`` of those whom the list belongs to."""
    fate = _FATES.get(who, 0)
    stem = content_words(who)
    near = [each for each in figures if place - 3 <= each.place < place and each.kind == "things" and each.value > 1]
    if fate:
        fitting = [each for each in near if each.fate == fate]
    else:
        roots = {word[:6] for word in stem}
        fitting = [each for each in near if roots & {word[:6] for word in each.near | content_words(each.head)}]
    fitting = [each for each in fitting if re.search(r"\btotal of $", each.before)] or fitting
    values = {each.value for each in fitting}
    return fitting[-1] if len(values) == 1 and not fitting[-1].elsewhen else None
