"""Figures as a report mentions them: the value, what it counts or measures, and the words that set it apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.check.context import Context, part, told
from sayso.check.days.calendar import WEEKDAY
from sayso.check.figures.numbers import FRACTIONS, NUMERAL, numbers, value_of
from sayso.check.figures.quantities import quantities
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Span


@dataclass(frozen=True)
class Mention:
    """One figure in its sentence. ``head`` is the noun counted, the unit, or the fate of those counted.

    ``place`` numbers the sentences, the headline being 0; ``near`` and ``words`` are stems of the words beside the
    figure and of its whole sentence; ``marks`` are words that set it apart (another time, a part, a bound).
    """

    value: float
    digits: int
    kind: str
    head: str
    span: Span
    place: int
    block: int
    before: str
    after: str
    sentence: str
    words: frozenset[str]

    @cached_property
    def near(self) -> frozenset[str]:
        return content_words(" ".join(self.before.split()[-6:])) | content_words(" ".join(self.after.split()[:7]))

    @cached_property
    def close(self) -> frozenset[str]:
        """Words of the figure's own phrase: two before it, and what stands between it and a comma."""
        return content_words(" ".join(self.before.split()[-2:])) | content_words(
            " ".join(re.split(r"[,;:(]", self.after)[0].split()[:4])
        )

    @cached_property
    def marks(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _APART.findall(f"{self.before[-45:]} {self.after[:45]}"))

    @cached_property
    def elsewhen(self) -> bool:
        """Whether the figure is told of another time, or of what somebody wants or plans."""
        return _ELSEWHEN.search(f"{self.before[-45:]} {self.after[:45]}") is not None

    @cached_property
    def dates(self) -> frozenset[str]:
        return frozenset(word.lower() for word in _DATE.findall(self.sentence))

    @cached_property
    def names(self) -> frozenset[str]:
        found = _NAME.findall(f"{self.before[-60:]} {self.after[:60]}")
        return frozenset(re.sub(r"[’']s?$", "", name).lower() for name in found)

    @cached_property
    def fate(self) -> int:
        """What happened to those counted: 1 dead, 2 hurt, 3 held, 4 missing or saved, 5 charged; 0 untold."""
        before, after = " ".join(self.before.split()[-7:]), " ".join(self.after.split()[:7])
        found = [(len(before) - match.end(), n) for n, kin in enumerate(_FATES, 1) for match in kin.finditer(before)]
        found += [(match.start(), n) for n, kin in enumerate(_FATES, 1) for match in kin.finditer(after)]
        return min(found)[1] if found else 0

    @cached_property
    def rough(self) -> str:
        """The bound before the figure: "more", "less", "about" or none."""
        match = _ROUGH.search(self.before)
        if match is None:
            return ""
        word = match.group().lower()
        return "more" if _ABOVE.search(word) else "less" if _BELOW.search(word) else "about"

    @cached_property
    def restricted(self) -> bool:
        """Whether what follows narrows those counted: "the 14 workers who were hurt"."""
        return _NARROWED.match(self.after) is not None

    @cached_property
    def definite(self) -> bool:
        return (
            re.search(r"\b(?:the|these|those|all|its|their|his|her|both)(?: \w+)?\s*$", self.before, re.I) is not None
        )


#: "the 14 workers who were hurt", "the 20 houses in Kilvik": a part of the whole.
_NARROWED = compiled(
    r"\W*(?:[\w’'-]+ ){0,1}(?:who|whom|whose|that|which|in|at|from|of|on|under|with|without|still|left|remaining|aged|"
    r"[a-z]+ed (?:by|to|in|into|at|during|under|since|for|on))\b"
)
_APART = compiled(
    r"\b(?:(?:19|20)\d\d|last|previous\w*|earlier|first|second|third|fourth|next|another|others?|additional|"
    r"extra|further|remaining|rest|each|every|per|average|since|ago|former|initial\w*|original\w*|estimate\w*|"
    r"projected|expected|would|could|will|may|might|if|some|half|part|only|just|Republicans?|Democrats?|"
    r"independents|women|men|older|younger|under|between|including|among|of the|of its|of them|of those|"
    r"compared|than|versus|from|by|year|month|week|day|daily|annual\w*|weekly|monthly|total|overall|combined|"
    r"nearly all|disapprove|approve|oppose|support|favor|against|so far|raise\w*|increase\w*|more|fewer|less|"
    r"up|down|another|separate|different|similar|[Tt]wo-thirds|maximum|minimum|up to|range|margin|error|older|"
    r"aged|ages|ahead|behind|lead|later|within|after|before|until|wants?|propos\w+|seek\w*|sought|plan\w*|"
    r"demand\w*|calls? for|instead|should|could|allow\w*|local|state|federal|national\w*|world\w*|global\w*)\b"
)
_ELSEWHEN = compiled(
    r"\b(?:(?:last|next|previous|following) (?:week|month|year|quarter|season|term)|previously|earlier|ago|formerly|"
    r"originally|initially|wants?|wanted|propos\w+|seeks?|sought|demand\w*|would|"
    r"(?:in|since|by|of) (?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_DATE = compiled(
    rf"\b(?:(?:19|20)\d\d|{WEEKDAY}|January|February|March|April|June|July|August|"
    r"September|October|November|December|Jan\.|Feb\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.|last|next|ago|earlier|previous)"
)
_NAME = compiled(r"(?<=[\w,’'] )[A-Z][\w’-]+")
_FATES = (
    compiled(r"\b(?:kill\w*|dead|died?|dies|deaths?|fatal\w*|murder\w*|slain|victims?|lives)\b", re.I),
    compiled(r"\b(?:injur\w*|wound\w*|hurt|hospital\w*)\b", re.I),
    compiled(r"\b(?:arrest\w*|detain\w*|custody)\b", re.I),
    compiled(r"\b(?:missing|rescued|saved|freed|released)\b", re.I),
    compiled(r"\b(?:charged|charges|indict\w*|counts)\b", re.I),
)
_ROUGH = compiled(
    r"\b(?:more than|over|at least|above|upwards of|less than|fewer than|under|below|up to|nearly|almost|about|"
    r"around|some|roughly|approximately|an estimated|as many as|close to)\s*[$£€]?$",
    re.IGNORECASE,
)
_ABOVE = compiled(r"more|over|least|above|upwards")
_BELOW = compiled(r"less|fewer|under|below|up to|as many|nearly|almost|close")
_AGE = compiled(
    r"\b(?P<n>\d{1,2})[- ]years?[- ]old\b(?: (?P<who>(?!(?:was|is|has|had|who|and|said|from|in|to|with|at|on|told|of|"
    r"will|would|also)\b)[a-z]+))?|(?<=[a-z]), (?P<m>\d\d),(?!\d)"
)
#: "nearly two-thirds of voters", "half of them".
_FRACTION = compiled(
    r"\b(?P<f>(?:two|three)[- ](?:thirds|quarters|fifths)|(?:a|one)[- ](?:third|quarter|fifth)|half) of\b",
    re.IGNORECASE,
)
#: "seven in 10 voters", "one out of five".
_IN_EVERY = compiled(
    r"\b(?P<n>one|two|three|four|five|six|seven|eight|nine|[1-9]) (?:in|out of)(?: every)? "
    r"(?P<of>three|four|five|six|eight|ten|10|20|100)\b(?! (?:[A-Z]|years?|months?|weeks?|days?|hours?|"
    r"minutes?|points?|"
    r"states|countries|cities|towns|places|games|matches)\b)"
)
#: How often something was done: "called her twice", "voted three times".
_OFTEN = compiled(
    rf"(?<!to )(?<!or )\b(?:(?P<twice>twice|thrice)|(?P<n>{NUMERAL}) times)\b(?! (?:as|more|less|the|that|a|an|"
    rf"its|higher|larger|"
    r"lower|bigger|greater|faster|better|what|over|its|per|[a-z]+er)\b)",
    re.IGNORECASE,
)
#: "a dozen people", "two dozen officers".
_DOZEN = compiled(r"\b(?P<n>a|half a|two|three|four) dozen (?=[a-z])", re.IGNORECASE)
#: "five and a half hours".
_AND_A_HALF = compiled(rf"\b(?P<n>{NUMERAL})(?: and a half (?P<what>[a-z]+?)s?| (?P<w>[a-z]+?)s? and a half)\b", re.I)
#: "an 11-nation pact", "a 40-hour wait".
_COMPOUND = compiled(rf"(?<![\w.,$£€-])(?P<n>{NUMERAL})-(?P<what>[a-z]{{3,}})\b(?!-)")
#: Nouns that may count the same people.
PERSONS = frozenset(
    (
        "person man woman child boy girl adult teen teenager kid troop soldier member officer worker employee "
        "staff student pupil passenger victim patient resident civilian protester migrant refugee immigrant player "
        "voter american survivor hostage prisoner detainee inmate firefighter sailor marine veteran teacher doctor "
        "nurse driver policeman policewoman fireman gunman serviceman teammate lawmaker senator personnel "
        "servicem fighter militant suspect other individual citizen "
        "inhabitant villager tourist guest guard pilot miner farmer relative bystander attacker "
    ).split()
)
TIMES = frozenset("hour minute second day week month year decade".split())


def mentions(context: Context) -> list[Mention]:
    """All figures of headline and body with what they count, in text order."""
    found: list[Mention] = []
    story = list(enumerate(told(context), start=0 if context.headline else 1))
    beside = [block.span for block in context.report.blocks if block.role in ("deck", "caption")]
    story += [(len(story) + n, (span, span.of(context.text))) for n, span in enumerate(beside, 1)]
    for place, (span, words) in story:
        if len(words) > _LONGEST:
            continue
        stems = content_words(words)
        block = context.sentences[place - 1].block if 0 < place <= len(context.sentences) else -1
        for value, digits, kind, head, begin, end, tail in _figures(words):
            where = part(span, begin, end)
            before, after = words[:begin][-_BESIDE:], words[tail:][:_BESIDE]
            found.append(Mention(value, digits, kind, head, where, place, block, before, after, words, stems))
    return sorted(found, key=lambda each: each.span)


_LONGEST, _BESIDE = 700, 110  # characters of a sentence, and beside a figure


def _figures(words: str) -> Iterator[tuple[float, int, str, str, int, int, int]]:
    """Value, digits, kind and head of each figure, where it begins and ends, and where what follows it begins."""
    taken: list[Span] = []
    for match in _AGE.finditer(words):
        at = "n" if match["n"] else "m"
        yield float(match[at]), 2, "age", match["who"] or "", *match.span(at), match.end()
        taken.append(Span(*match.span()))
    for match in _COMPOUND.finditer(words):
        if match["what"] not in _NO_THING:
            value = numbers(match["n"])[0]
            what = _singular(match["what"])
            kind = what if what in TIMES else "things"
            yield value.value, value.digits, kind, what, *match.span("n"), match.end("n")
            taken.append(Span(*match.span()))
    for match in _FRACTION.finditer(words):
        share = FRACTIONS.get(match["f"].lower().replace("-", " ").replace("one ", "a "))
        if share:
            yield round(100 * share, 1), 1, "%", "%", *match.span("f"), match.end("f")
            taken.append(Span(*match.span("f")))
    for match in _IN_EVERY.finditer(words):
        share = 100 * value_of(match["n"]) / value_of(match["of"])
        if share < 100:
            yield round(share, 1), 1, "%", "%", *match.span(), match.end()
            taken.append(Span(*match.span()))
    for match in _OFTEN.finditer(words):
        often = value_of(match["n"]) if match["n"] else 2.0 if match["twice"].lower() == "twice" else 3.0
        yield often, 1, "times", "times", *match.span(), match.end()
        taken.append(Span(*match.span()))
    for match in _DOZEN.finditer(words):
        noun = _NOUN.match(words, match.end())
        dozen = {"a": 12.0, "half a": 6.0}.get(match["n"].lower()) or 12 * value_of(match["n"])
        yield dozen, 1, "things", _singular(noun[1]) if noun else "", *match.span(), match.end()
        taken.append(Span(*match.span()))
    for match in _AND_A_HALF.finditer(words):
        unit = match["what"] or match["w"]
        if unit in TIMES:
            yield value_of(match["n"]) + 0.5, 2, unit, unit, *match.span(), match.end()
            taken.append(Span(*match.span()))
    for each in quantities(words):
        if any(each.span.overlaps(other) for other in taken):
            continue
        whole = each.whole
        town = _PLACE.search(words, whole.begin, whole.end)
        further = _PLURAL.match(words, whole.end) if town and town.end() == whole.end else None
        head = _singular(further[1] if further else each.unit)
        begin = whole.begin if each.kind == "money" else each.span.begin
        yield each.value, each.digits, head if head in TIMES else each.kind, head, begin, whole.end, each.span.end


_NO_THING = frozenset("million billion year plus thirds quarters fifths and for".split())
#: Places that look like a plural: "Four Dallas officers" are officers.
_PLACE = compiled(
    r"(?:Minneapolis|Indianapolis|Annapolis|Memphis|Dallas|Texas|Kansas|Arkansas|Illinois|Massachusetts|St\. Louis|"
    r"Los Angeles|Las Vegas|New Orleans|Paris|Brussels|Athens|Honduras|Cyprus|Los|Las|Des Moines)$"
)
_PLURAL = compiled(r" (?:[a-z]+ ){0,2}?([a-z]{3,}s|people|men|women|children)\b")
_NOUN = compiled(r"(?:[a-z]+ ){0,2}?([a-z]{3,}s|people|men|women|children)\b")


def _singular(noun: str) -> str:
    if noun in ("people", "children"):
        return {"people": "person", "children": "child"}[noun]
    if noun.endswith(("men", "speople")):
        return re.sub(r"people$", "person", re.sub(r"men$", "man", noun.lower()))
    noun = re.sub(r"ies$", "y", noun.lower()) if len(noun) > 4 else noun.lower()
    return re.sub(r"(?<![su])s$", "", noun)
