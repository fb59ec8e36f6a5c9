"""Totals followed by all that they count, by name: "five colleges: …", "three times, twice … and once …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part, told
from sayso.check.figures.numbers import SMALL, numbers, say, value_of
from sayso.check.sums.listed import KINDS
from sayso.patterns import compiled
from sayso.types import Span

#: "the four customary allies — …", "stops at five colleges: …", "six states (…)".
_HEAD = compiled(
    rf"(?<![-\w$£€.,])(?P<n>{SMALL}|[2-9]|1[0-2])(?P<of> of [^.;:,–—()\d]{{2,40}}?)? "
    rf"(?P<what>(?:[A-Za-z’'-]+ ){{0,5}}?[a-z-]{{2,}}(?:s|men|women|people|children))"
    rf"(?: (?:that |who |whom )?(?:[A-Z][\w’'-]+ |the [a-z]+ |he |she |they )[a-z]+(?:ed|id|ld|ew|ame)(?: [a-z]+)?)?"
    rf"(?:, (?:both|each|all(?: [a-z]+)?) of (?:whom|which|them) [^.;:–—\d]{{3,70}}?(?=:))?"
    rf"(?P<mark>:| [–—-]{{1,2}}|—| \(|,? namely|,) ?",
    re.IGNORECASE,
)
_END = {
    ":": compiled(r"[.;?!](?=\s|$)| [–—-]{1,2} |$"),
    "(": compiled(r"\)"),
    "-": compiled(r" ?[–—] ?| -{1,2} |[.;?!](?=\s|$)|$"),
}
#: The second of a pair of dashes: stops within the pair belong to the list ("Rep. Holm; Sen. Dorn").
_DASH = compiled(r" ?[–—] ?| -{1,2} ")
_NAME = compiled(r"(?:in |on |at |of |the |an? )*(?:[a-z]+ ){0,2}[A-Z“\"]")
#: A few words without a verb: "defund the police" is none of these.
_PLAIN = compiled(r"(?:the |an? |his |her |its |their )?[a-z’'-]+(?: [a-z’'-]+){0,3}$")
_ROUGH = compiled(
    r"\b(?:about|around|nearly|almost|some|at least|over|more than|roughly|up to|fewer than|top|first|last|"
    r"other|another|"
    r"than|or|to|(?:\d|one|two|three|four) (?:in|of)|out of|of the|"
    r"of its|of his|of her|of their|of [A-Z][\w’'-]+[’']s)\s*$",
    re.IGNORECASE,
)
_OPEN = compiled(
    r"\b(?:including|such as|among|like|e\.g|for example|also|plus|etc|others?|more|respectively|as well as)\b"
)
_VERB = compiled(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|may|might|must|do|does|did|said|"
    r"says|who|which|"
    r"when|because|if|while|whether|they|he|she|it|we|you|I)\b"
)
_DURATION = compiled(
    r"(?:years|months|weeks|days|hours|minutes|miles|times|points|percent|seconds|feet|"
    r"inches|meters|metres|"
    r"kilometers|pounds|decades|seasons|games|seats|votes|degrees|goals|runs|sets)$"
)


def miscounted(context: Context) -> Iterator[tuple[Span, str]]:
    """Each total with another number of names after it, and what was looked for."""
    for span, words in told(context):
        for match in _HEAD.finditer(words):
            if _ROUGH.search(words[: match.start()]) or match["of"] or _DURATION.search(match["what"]):
                continue
            if re.search(r"\binclud(?:e[sd]?|ing)\b", match["what"]):
                continue  # "the four include the three witnesses – …"
            mark = match["mark"].strip(" ,")[:1] or ","
            ends = (_DASH, _END["-"]) if mark in "–—-" else (_END.get(mark, _END[":"]),)
            stops = [found for end in ends if (found := end.search(words, match.end()))]
            if mark == ",":
                continue
            listed = [(_sizes(words[match.end() : each.start()], mark), each) for each in stops]
            sizes, stop = next((each for each in listed if each[0]), (set[int](), None))
            if stop is None:
                continue
            total = int(value_of(match["n"]))
            if set(re.findall(r"\w+", words[match.end() : stop.start()].lower())) <= KINDS | {"and", "or"}:
                continue
            if sizes and total not in sizes:
                few = say(min(sizes)) if len(sizes) == 1 else f"{say(min(sizes))} to {say(max(sizes))}"
                yield part(span, match.start(), stop.start()), f"{say(total)} of them in the list; found {few}"
    yield from _frequencies(context)


def _sizes(words: str, mark: str) -> set[int]:
    """How many names the list may hold ("Trinidad and Tobago": one or two); empty where it is no list of names."""
    words = re.sub(r"\s*\([^()]*\)", "", words.strip()).replace(",”", "”,")
    if _OPEN.search(words) or len(words) > 400 or not re.search(r"\band\b|&", words):
        return set()
    if ";" in words:
        items = [re.sub(r"^and ", "", each.strip()) for each in words.split(";")]
        return {len(items)} if len(items) > 1 and all(_NAME.match(each) for each in items) else set()
    head, _, tail = words.rpartition(" and ") if " and " in words else words.rpartition(" & ")
    items = [each.strip() for each in head.rstrip(", ").split(",")] + [tail.split(",")[0].strip()]
    items = [re.sub(r"^and ", "", each) for each in items if each]
    if "," in tail and mark != ":":
        return set()
    if any(found and found[0].span.begin < 3 for found in map(numbers, items)):
        return set()  # "seven senators: three Republicans and four Democrats" is a sum
    if len(items) < 2 or any(_VERB.search(each) or len(each.split()) > 9 for each in items):
        return set()
    if not all(_NAME.match(each) for each in items) and not all(_PLAIN.match(each) for each in items):
        return set()
    if any(re.fullmatch(r"\d+|[A-Z][a-z]{0,4}\.|[DR]-.*|Jr\.?|Sr\.?", each) for each in items):
        return set()
    tails = bool(re.search(r", and [^,]+ and [^,]+$", words))  # "Intelligence, and Oversight and Reform"
    doubtful = tails + sum(1 for each in items if re.search(r"\band\b|&", each))
    named_so = _OFFICE.search(items[-1]) and " " in items[-1] and " " not in re.sub(r"^the ", "", items[-2])
    doubtful += bool(named_so or re.search(rf"{_OFFICE.pattern} (?:of|for)\b", items[-2]))
    return {n for n in range(len(items) - (1 if doubtful else 0), len(items) + doubtful + 1) if n > 1}


#: Bodies whose own names hold an "and": "the Food and Drug Administration".
_OFFICE = compiled(
    r"\b(?:University|Department|Ministry|Bureau|House|Church|Bosnia|Trinidad|Antigua|Sao|Health|Food|Arts|"
    r"Science|Law|"
    r"Committee|Council|College|Institute|Center|Centre|Foundation|Administration|Commission|Office|Agency)\b"
)
_ONCE = {"once": 1, "twice": 2, "thrice": 3}
_TIMES = rf"(?:once|twice|thrice|(?:{SMALL}) times)"
_FREQUENCY = compiled(
    rf"\b(?P<n>(?:{SMALL}|\d+)) (?:times|visits|trips|occasions|terms|meetings|conversations)(?:,| ?[–—:-]|"
    rf" ?\()\s*(?P<parts>{_TIMES} [^.;,\d]{{2,60}}?"
    rf"(?:, {_TIMES} [^.;,\d]{{2,60}}?)*,? and {_TIMES})\b",
    re.IGNORECASE,
)


def _frequencies(context: Context) -> Iterator[tuple[Span, str]]:
    for span, words in told(context):
        for match in _FREQUENCY.finditer(words):
            times = re.findall(_TIMES, match["parts"], re.IGNORECASE)
            values = [_ONCE.get(each.lower()) or value_of(each) for each in times]
            total = value_of(match["n"])
            if sum(values) != total:
                added = " + ".join(map(say, values))
                yield (
                    part(span, *match.span()),
                    f"a total that fits its parts; {added} = {say(sum(values))} is not {say(total)}",
                )
