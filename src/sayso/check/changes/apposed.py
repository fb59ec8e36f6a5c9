"""A share with its part beside it, and the whole in the same sentence: "15%, or about 9 million, of the 30 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import FRACTIONS, NUMERAL, numbers, say
from sayso.check.gated import Gated
from sayso.patterns import compiled
from sayso.types import Span

_ROUGH = (
    r"(?:(?P<{0}>just over|slightly more than|more than|over|at least|nearly|almost|just under|less than|fewer than|"
    r"under|"
    r"up to|about|some|roughly|around|approximately|an estimated|only|just) )?"
)
_PERCENT = rf"(?P<p>{NUMERAL}) ?(?:percent|per cent|%)(?! ?points?)(?:(?! of)[- ](?:[a-z]+(?: [a-z]+)?))??"
_FRACTION = rf"(?P<f>{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})"
_NOUN = r"(?: (?!of\b|or\b|to\b|and\b|with\b|while\b|but\b)[A-Za-z][\w’'-]*){0,4}?"
_AMOUNT = rf"[$£€]?{NUMERAL}"
_PAIRS = (
    # "15%, or about 9 million", "8 percent – or 19", "7 percent (24 million)"
    Gated(
        rf"{_ROUGH.format('r')}{_PERCENT}(?: of (?!{NUMERAL})[A-Za-z][a-z’'-]*(?: [a-z’'-]+){{0,4}}?)?(?:,? or |,? "
        rf"[–—-]+ (?:or )?| \((?:or )?){_ROUGH.format('q')}(?P<a>{_AMOUNT})"
        rf"(?! ?(?:%|percent|per cent|points?|years?|months?|days?|hours?|-))",
        ("percent", "per cent", "%"),
        re.IGNORECASE,
    ),
    # "12,363 of them (98.2 percent)", "$79 million, or 80 percent"
    Gated(
        rf"{_ROUGH.format('q')}(?P<a>{_AMOUNT})(?P<noun>{_NOUN}(?: of (?:them|those|these))?)(?:,? or |,? [–—-]+ "
        rf"(?:or )?| \()"
        rf"{_ROUGH.format('r')}{_PERCENT}(?=[),;.–— ])",
        ("percent", "per cent", "%"),
        re.IGNORECASE,
    ),
)
_DET = r"(?:the (?:[A-Z]?[\w’'-]+[’']s? )?|its |their |his |her |all |our |these |those |[A-Z]?[\w’'-]+[’']s? |a )?"
_MORE = r"(?:about |some |nearly |roughly |approximately |more than |over |almost |estimated |entire |total |whole )?"
#: Straight after the pair: ", of Vesta's estimated 30 million people"; "of the $98.5 million loan".
_AFTER = compiled(
    rf"[,)]? ?(?:[–—-] )?(?:[a-z]+ )?(?:out )?of {_DET}(?:(?!percent)[a-z’'-]+ ){{0,3}}?{_MORE}(?P<n>{_AMOUNT})"
    rf"(?! ?(?:%|percent|per cent|years?|months?|days?|(?:and|or) (?:older|over|up|above|under|younger)))"
)
_OF_SIZE = compiled(
    rf"[,)]? ?(?:[–—-] )?of {_DET}[a-z’' -]{{3,45}}?(?: of|,| worth| totall?ing)(?: worth)? {_MORE}(?P<n>{_AMOUNT})"
    rf"(?! ?(?:%|percent))"
)
#: "Of the 12,587, most are … – 12,363 (98.2 percent)"; "out of 176 comments, 161 (91%)".
_BEFORE = compiled(
    rf"(?:^[“\"]?|[,;–—] |\b)(?:[Oo]ut [Oo]f|Of) {_DET}{_MORE}(?P<n>{_AMOUNT})(?! ?(?:%|percent|per cent|years?|"
    rf"months?|days?))"
)
#: "19 of 238", "97 of the 328 cases, or 30 percent".
_PART_OF = compiled(
    rf"(?: (?!of\b)[A-Za-z][\w’'-]*){{0,2}}? (?:out )?of {_DET}{_MORE}(?P<n>{_AMOUNT})(?! ?(?:%|percent))"
)
_OTHER = compiled(r"\b(?:compared|versus|than|up from|down from|rose|fell|increase|decrease|margin|error|growth)\b")


def misfitting_appositions(context: Context) -> Iterator[tuple[Span, str]]:
    """Each share and part that their whole does not join."""
    for span, words in told(context):
        for pattern in _PAIRS:
            for match in pattern.finditer(words):
                found = _whole(words, match)
                if found is None or _OTHER.search(match.group()):
                    continue
                told_of = _misfit(match, found["n"])
                if told_of:
                    begin = min(match.start(), found.start("n"))
                    yield part(span, begin, max(match.end(), found.end("n"))), told_of
        yield from _fractions(span, words)
        for match in (each for pattern in (_ACCOUNTING, _FAR, _COMES_TO) for each in pattern.finditer(words)):
            told_of = _misfit(match, match["n"])
            if told_of and not _OTHER.search(match.group()):
                yield part(span, *match.span()), told_of


#: "imported about $24.1 billion of goods, accounting for 19 percent of its total imports worth some $125.9 billion".
_ACCOUNTING = Gated(
    rf"{_ROUGH.format('q')}(?P<a>{_AMOUNT})[^.;:\d]{{0,70}}?,? (?:which )?(?:account(?:s|ed|ing) for|ma(?:kes?|de|"
    rf"king) up|"
    rf"represent(?:s|ed|ing)|constitut(?:es?|ed|ing)) {_ROUGH.format('r')}(?P<p>{NUMERAL}) ?(?:percent|per cent|%) of "
    rf"[^.;:,\d]{{0,60}}?{_MORE}(?P<n>{_AMOUNT})(?! ?(?:%|percent|per cent|years?|months?|days?|-))",
    ("account", "up ", "making", "made", "represent", "constitut"),
    re.IGNORECASE,
)


def _whole(words: str, match: re.Match[str]) -> re.Match[str] | None:
    """Where the whole of a pair stands: within it, after it, or at the beginning of the sentence."""
    within = _PART_OF.match(words, match.end("a"))
    if within and within.end() <= match.end() + 40 and within.start() == match.end("a"):
        return within
    noun_of = re.search(
        rf"(?:^|,|\()[^,(]*\bof {_DET}(?P<n>{_AMOUNT})[^,()"
        rf"]*$",
        words[match.start("a") : match.start("p")],
    )
    if noun_of:
        return None
    after = _AFTER.match(words, match.end()) or _OF_SIZE.match(words, match.end())
    if after:
        return after
    before = list(_BEFORE.finditer(words, 0, match.start()))
    return before[0] if len(before) == 1 and match.start() - before[0].end() < 120 else None


def _misfit(match: re.Match[str], whole: str) -> str | None:
    share, (small, large) = _share(match), (_value(match["a"]), _value(whole))
    money = [words[:1] in "$£€" for words in (match["a"], whole)]
    if share is not None and large[0] < small[0] < 3 * large[0] and large[0] > 20 and money[0] == money[1]:
        if large[0] not in range(1900, 2101):
            return f"a part no larger than the whole; found {say(small[0])} of {say(large[0])}"
        return None
    if share is None or not 1 < small[0] < large[0] or money[0] != money[1] or large[0] in range(1900, 2101):
        return None
    low, high = (small[0] - small[1]) / (large[0] + large[1]), (small[0] + small[1]) / max(large[0] - large[1], 1e-9)
    rough = {word for name in ("r", "q") if (word := (match[name] or "").lower())} & _LOOSE
    slack = max(share[1], 0.006, 0.05 * share[0]) + (0.15 * share[0] if rough else 0)
    if low - slack <= share[0] <= high + slack:
        return None
    return f"{say(small[0])} of {say(large[0])} as {small[0] / large[0] * 100:.3g} percent; found {match['p']}"


_LOOSE = frozenset(
    "more than|over|at least|nearly|almost|less than|fewer than|under|up to|just under|just over|slightly more than|"
    "about|"
    "some|roughly|around|approximately|an estimated".split("|")
)


def _share(match: re.Match[str]) -> tuple[float, float] | None:
    found = numbers(match["p"])
    decimals = re.search(r"\.(\d+)", match["p"])
    return (found[0].value / 100, 0.006 * 10.0 ** -(len(decimals[1]) if decimals else 0)) if found else None


def _value(words: str) -> tuple[float, float]:
    """The value, and half of its last place."""
    found = numbers(words.lstrip("$£€"))[0]
    if found.value < 1000:
        return found.value, 0.0
    place = 10.0 ** (len(str(int(found.value))) - found.digits)
    return found.value, min(0.5 * place, 0.05 * found.value) if place > 1 else 0.0


#: "Ninety-seven of the 328 cases in Lorn as of Thursday afternoon, or 30 percent, …".
_FAR = Gated(
    rf"{_ROUGH.format('q')}(?P<a>{_AMOUNT}) (?:out )?of {_DET}{_MORE}(?P<n>{_AMOUNT}) [a-z][^.;:\d()"
    rf"–—]{{20,110}}?(?:, or|,? [–—]| \()"
    rf" ?{_ROUGH.format('r')}(?P<p>{NUMERAL}) ?(?:percent|per cent|%)(?=[,).–—]| [–—])",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)
#: "A 14 percent raise on $40,000 in income amounts to an additional $5,600".
_COMES_TO = Gated(
    rf"{_ROUGH.format('r')}(?P<p>{NUMERAL})[ -]?(?:percent|per cent|%) (?:[a-z]+ ){{0,2}}?(?:of|on|from)"
    rf" {_DET}{_MORE}(?P<n>{_AMOUNT})"
    rf"[^.;:\d]{{0,40}}? (?:amounts? to|comes? to|came to|equals?|works? out (?:to|at)|means|would be|is|yields?) "
    rf"(?:an (?:additional|extra) )?"
    rf"{_ROUGH.format('q')}(?P<a>{_AMOUNT})(?! ?(?:%|percent|per cent|points?|years?|months?))",
    ("percent", "per cent", "%"),
    re.IGNORECASE,
)


_FRACTION_OF = compiled(
    rf"\b{_ROUGH.format('r')}{_FRACTION} of {_DET}{_MORE}(?P<n>{_AMOUNT})(?P<noun>{_NOUN})(?:,| [–—-]| \() ?(?:or )?"
    rf"{_ROUGH.format('q')}(?P<a>{_AMOUNT})(?:,|\)| [–—-]|\.$| of them)",
    re.IGNORECASE,
)


def _fractions(span: Span, words: str) -> Iterator[tuple[Span, str]]:
    """ "Two-thirds of the harbour's 90 pilots, or 30, are over 60"."""
    for match in _FRACTION_OF.finditer(words):
        share = FRACTIONS[match["f"].lower()]
        small, large = _value(match["a"])[0], _value(match["n"])[0]
        if 1 < small < large and abs(small / large - share) > 0.12 + (0.05 if match["r"] else 0):
            if re.match(r" (?:and|or|to) (?:older|over|younger|up|above|\d)", words[match.end("n") :]):
                continue
            told_of = f"{match['f']} of {say(large)} as {say(round(share * large))}; found {say(small)}"
            yield part(span, *match.span()), told_of
