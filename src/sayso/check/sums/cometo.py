"""Parts and what they come to, in wordings that name the sum last, first or elsewhere.

"2,400 went home and 1,200 were to follow, about 3,100 in all"; "$40 million from …, $50 million from … and $20 million
from …" of $100 million just told; "nine of the 23 counties …, and the other 16"; "four laws: …, … and … (all three)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import NUMERAL, say, value_of
from sayso.patterns import compiled
from sayso.types import Span

Found = tuple[Span, tuple[Span, ...], str]

_AMOUNT = r"[$£€]\d[\d,.]*(?: (?:million|billion|trillion|thousand))?"
_ROUGH = r"(?:about |some |nearly |roughly |just |more than |over |around |at least |almost |only |close to )?"
#: "2,400 inmates …, and 1,200 others …, about 3,100 in all": two counts joined by "and", then the sum.
_IN_ALL = compiled(
    rf"(?<![\w$£€.,-])(?P<a>[$£€]?{NUMERAL}) (?!percent|per cent|%|years?\b|days?\b|months?\b|times\b)"
    rf"(?:[^.;:()“”\d$£€]"
    rf"{{2,110}}?)(?:,| and|, and|, with|, while) (?:\w+ly |another |a further |{_ROUGH.strip('?()')} )*"
    rf"(?P<b>[$£€]?{NUMERAL}) (?!percent|per cent|%|years?\b|days?\b|months?\b|times\b)(?:[^.;:()“”\d$£€]{{2,110}}?)"
    rf"(?:,|\s[–—-]|\s\(|,? or|,? for|,? making|,? bringing [\w ]{{3,20}} to) (?:{_ROUGH[3:-2]})?(?:a total of )?"
    rf"(?P<t>[$£€]?{NUMERAL})(?: [a-z-]+){{0,3}} (?:in all|in total|altogether|all told|combined|together|overall)\b"
)
#: Amounts of one sum, each with its giver or its purpose.
_EACH = rf"{_ROUGH}(?P<{{0}}>{_AMOUNT}) (?P<{{1}}>from|for|to|toward|towards|on|in|by) [^.;:()“”$£€]{{{{3,90}}}}?"
_LIST = compiled(
    rf"{_EACH.format('a', 'p')}, (?:and )?{_EACH.format('b', 'q')},? (?:and|plus|with|along with) "
    rf"{_ROUGH}(?P<c>{_AMOUNT}) (?P=p) "
)
_SUM = compiled(rf"(?<![\w-])(?P<t>{_AMOUNT})(?! (?:a|per|each|an) |-)")
_BACK, _OFF = 4, 0.3  # sentences to the sum; by how much the parts may differ from it to be those of it
_OF_THE = compiled(
    rf"\b(?P<a>{NUMERAL}) of (?:the |its |their |his |her )?(?:[A-Za-z-]+[’']s? )?(?P<n>{NUMERAL}) (?:[a-z-]+ ){{0,2}}?"
    rf"(?P<what>[a-z]{{3,}}s)\b[^.;:“”]{{0,90}}?\b(?:and|but|while) (?:the|its|their) (?:other|remaining) "
    rf"(?P<b>{NUMERAL})(?P<after>(?: [a-z-]+){{0,2}})",
    re.IGNORECASE,
)
_ALL_OF = compiled(
    r"\b(?P<n>two|three|four|five|six|seven|eight) (?:(?!hundred|thousand|million|of\b)[a-z-]+ ){0,2}?"
    r"(?P<what>[a-z]{3,}s)\b(?P<gap>[^.;“”]{20,260}?), and [^.;“”]{3,120}?\b(?:all|any|each) (?:of the )?"
    r"(?P<m>two|three|four|five|six|seven|eight)\b(?! (?:years?|days?|weeks?|months?|times|hours?|of)\b)"
)
_BELOW = compiled(
    rf"\b(?:[Ff]ewer|[Ll]ess) than (?P<n>{NUMERAL}) (?:[a-z-]+(?: [a-z]+)?) (?:were |have been |had been |"
    rf"was )?(?P<fate>killed|died|dead|injured|wounded|hurt|arrested|detained)\b"
)
_FATE = {
    "killed": "deaths?|killed|died|dead|killings?",
    "died": "deaths?|killed|died|dead", "dead": "deaths?|killed|died|dead",
    "injured": "injur\\w+|wounded|hurt", "wounded": "injur\\w+|wounded|hurt", "hurt": "injur\\w+|wounded|hurt",
    "arrested": "arrest\\w*|detained", "detained": "arrest\\w*|detained",
}  # fmt: skip


_LISTED = compiled(
    rf"\b(?P<n>{NUMERAL}) (?:[a-z-]+ ){{0,2}}?(?P<what>people|prisoners|men|women|hostages|detainees|"
    rf"sailors|passengers|"
    r"members|names|workers|officers|soldiers|students|victims|suspects|defendants|lawmakers|candidates|"
    r"countries|states|"
    r"items|bills|cases|ships|planes|buildings|companies|schools)\b"
)
_INCLUDES = compiled(
    rf"^(?:It|They|These|Those|The list|That) (?:also )?includes? (?:about |at least )?(?P<m>{NUMERAL}) "
)


def unlike_what_they_come_to(context: Context) -> Iterator[Found]:
    """The sum or the parts, the other place, and what was looked for."""
    for span, words in told(context):
        yield from _in_all(span, words)
        yield from _the_others(span, words)
        yield from _all_of(span, words)
        yield from _below(span, words)
    yield from _lists(context)
    yield from _longer_list(context)


def _in_all(span: Span, words: str) -> Iterator[Found]:
    for match in _IN_ALL.finditer(words):
        signs = {match[name][0] in "$£€" for name in "abt"}
        a, b, total = (value_of(match[name]) for name in "abt")
        if len(signs) > 1 or any(each in range(1900, 2101) for each in (a, b, total)):
            continue
        if abs(a + b - total) > 0.03 * total and max(a, b) < total:
            place = part(span, *match.span("t"))
            yield place, (part(span, *match.span("a")),), f"what {say(a)} and {say(b)} come to; found {say(total)}"


def _the_others(span: Span, words: str) -> Iterator[Found]:
    for match in _OF_THE.finditer(words):
        a, b, whole = (value_of(match[name]) for name in ("a", "b", "n"))
        if a + b > whole and a < whole and not re.match(r" (?:years?|days?|weeks?|months?|states)\b", match["after"]):
            looked_for = f"a total that fits its parts; {say(a)} + {say(b)} = {say(a + b)} is not {say(whole)}"
            yield part(span, *match.span()), (), looked_for


def _all_of(span: Span, words: str) -> Iterator[Found]:
    for match in _ALL_OF.finditer(words):
        n, m = value_of(match["n"]), value_of(match["m"])
        listed = len(re.split(r", (?:and )?", match["gap"])) + 1
        if n != m and re.match(r" ?[^,]*(?::| –| —|, )", match["gap"]) and abs(listed - m) <= 1:
            yield (
                part(span, *match.span("n")),
                (part(span, *match.span("m")),),
                (f"one number of {match['what']}; found {match['n']} and all {match['m']}"),
            )


def _below(span: Span, words: str) -> Iterator[Found]:
    for match in _BELOW.finditer(words):
        kin = _FATE[match["fate"]]
        more = re.search(
            rf"(?<![\w$.,-])(?P<n>{NUMERAL}) (?:[\w’'-]+ ){{0,3}}?(?:{kin})\b", words[match.end() :], re.IGNORECASE
        )
        if more and value_of(more["n"]) > value_of(match["n"]) and value_of(more["n"]) not in range(1900, 2101):
            begin = match.end() + more.start()
            yield (
                part(span, *match.span()),
                (part(span, begin, begin + len(more.group())),),
                (f"a bound that holds for the {more.group()!r} too; found {match.group()!r}"),
            )


def _lists(context: Context) -> Iterator[Found]:
    for place, sentence in enumerate(context.sentences):
        match = _LIST.search(sentence.span.of(context.text))
        if match is None or context.quoted(sentence.span.begin + match.start()):
            continue
        parts = [value_of(match[name][1:]) for name in "abc"]
        added = sum(parts)
        near = context.sentences[max(0, place - _BACK) : place + 1]
        spans = ([context.headline.span] if context.headline else []) + [each.span for each in near]
        here = part(sentence.span, *match.span())
        sums = [
            (value_of(each["t"][1:]), part(span, *each.span("t")))
            for span in spans for each in _SUM.finditer(span.of(context.text))
        ]  # fmt: skip
        sums = [each for each in sums if not here.contains(each[1]) and each[0] > max(parts)]
        whole = [each for each in sums if abs(each[0] - added) <= _OFF * added]
        if whole and not any(abs(each[0] - added) <= 0.02 * added for each in sums):
            yield (
                here,
                (whole[-1][1],),
                (f"parts that come to {say(whole[-1][0])}; {' + '.join(map(say, parts))} = {say(added)}"),
            )


def _longer_list(context: Context) -> Iterator[Found]:
    """ "A list of the 20 prisoners. It includes 24 sailors"."""
    for first, second in zip(context.sentences, context.sentences[1:], strict=False):
        more = _INCLUDES.match(second.span.of(context.text))
        counted = list(_LISTED.finditer(first.span.of(context.text))) if more else []
        if more and len(counted) == 1 and second.block - first.block < 2:
            whole, listed = value_of(counted[0]["n"]), value_of(more["m"])
            after = second.span.of(context.text)[more.end() :]
            if listed > whole and not re.match(r"(?:million|billion|percent|years?|days?|pages?|hours?)\b", after):
                place = part(second.span, *more.span())
                yield (
                    place,
                    (part(first.span, *counted[0].span()),),
                    (f"a part no larger than the whole; found {say(listed)} of {say(whole)}"),
                )
