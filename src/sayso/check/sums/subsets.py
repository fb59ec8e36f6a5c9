"""Parts of what was counted just before that are more than the whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, numbers, say, value_of
from sayso.check.figures.quantities import quantities
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_NO_THINGS = frozenset("percent years days points times months hours".split())
_PLURAL = r"(?:[a-z]{3,}s|people|men|women|children|staff)"
#: "only 36,500 of them".
_OF_THOSE = Gated(
    rf"(?P<a>{NUMERAL})\s+of\s+(?:them|those|these)\b", ("of them", "of those", "of these"), re.IGNORECASE
)
_WITH_MORE = Gated(
    rf"(?P<b>{NUMERAL}) (?:[a-z-]+ ){{0,2}}?(?P<what>[a-z]{{3,}}s|people|men|women)\b[^.;:\d]{{0,80}}?, (?:with|"
    rf"of which|including) "
    rf"(?:only |just |about |some |at least |as many as )?(?P<a>{NUMERAL}) (?:[a-z-]+ ){{0,2}}?(?P=what)\b",
    (", with ", ", of which ", ", including "),
)


#: "16,000 former students, prompting more than 3,000 to send payments".
_MADE_SOME = Gated(
    rf"(?P<b>{NUMERAL}) (?:[A-Za-z-]+ ){{0,3}}?(?P<what>{_PLURAL})\b[^.;:\d]{{0,40}}, (?:prompting|leading|causing|"
    rf"forcing|allowing|leaving) (?:more than |about |some |at least |nearly )?"
    rf"(?P<a>{NUMERAL}) (?:of them )?(?:to |without |with )",
    ("prompting", "leading", "causing", "forcing", "allowing", "leaving"),
)


def larger_subsets(context: Context) -> Iterator[tuple[Span, str]]:
    """ "Limited to just 34,000, with only 36,500 of them coming from the interior": more than any count before it."""
    yield from _before(context)
    for span, words in told(context):
        for match in (*_WITH_MORE.finditer(words), *_MADE_SOME.finditer(words)):
            whole, share = value_of(match["b"]), value_of(match["a"])
            if share > whole and match["what"] not in _NO_THINGS:
                yield (
                    part(span, *match.span()),
                    f"a part no larger than the whole; found {say(share)} of {say(whole)}",
                )
        for match in _OF_THOSE.finditer(words):
            share = value_of(match["a"])
            wholes = [each for each in quantities(words[: match.start()]) if each.kind == "things" and each.value > 1]
            ratio = re.search(r"\b(?:in|out of)(?: every)? $", words[: match.start()])
            shared = _OF_THOSE.search(words[: match.start()])  # "Fifteen of those were …, and 45 of them …"
            if wholes and not ratio and not shared and share > max(each.value for each in wholes):
                yield (
                    part(span, wholes[-1].span.begin, match.end()),
                    f"a part no larger than the whole; found {say(share)} of {say(wholes[-1].value)}",
                )


_WHOLE = compiled(rf"(?P<b>{NUMERAL})\s+(?:[a-z’'-]+\s+){{0,3}}?{_PLURAL}\b", re.IGNORECASE)


def _before(context: Context) -> Iterator[tuple[Span, str]]:
    """Parts of what the sentence before counts as one number of things."""
    for first, second in zip(context.sentences, context.sentences[1:], strict=False):
        whole = list(_WHOLE.finditer(first.span.of(context.text)))
        match = _OF_THOSE.search(second.span.of(context.text))
        if match is None or len(whole) != 1 or len(numbers(first.span.of(context.text))) != 1:
            continue
        if numbers(second.span.of(context.text)[: match.start()]):
            continue
        total, share = value_of(whole[0]["b"]), value_of(match["a"])
        if share > total and total not in range(1900, 2101):
            yield (
                part(second.span, *match.span()),
                f"a part no larger than the whole; found {say(share)} of {say(total)}",
            )
