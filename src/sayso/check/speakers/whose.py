"""To whom the words around a quotation give it: by name, by a pronoun, by what somebody is, or to nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.report.marks import Quotation
from sayso.sentences import sentences
from sayso.types import Span

_HONORIFICS = frozenset(
    "Mr Mrs Ms Dr Sen Sens Rep Reps Gov Senator Senators Representative President Minister Sir The General Gen Judge "
    "Justice Governor Councillor Professor Prof Secretary Congressman Congresswoman Lord Lady Mayor Chief Speaker "
    "Sheriff Captain Republican Republicans Democratic Democrat Democrats Finance Foreign Prime Vice Attorney State "
    "House Senate White But And Yet Then In On At For When While As After He She They It We That This If So One Two "
    "Former Another Later Instead Meanwhile However Still Even Now Today Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March April May June July August September October November December Jr".split()
)
#: Whatever is done with words: any verb in the past or in the third person, told by its form and its place.
_DOES = (
    r"(?!(?:was|is|has|as|his|this|its|does|across|towards|us|yes|perhaps|besides|regards|unless|thus|always|"
    r"needs|indeed|speed|hundred|red|years|hours|times|days)\b)"
    r"(?:[a-z]{2,}(?:ed|[^s\W]s)|said|told|wrote|put|shot back|went on|thought|began|read|spoke|sang)\b"
)
_ADVERB = r"(?:[a-z]+ly |later |also |then |has |had |once |even )?"
_SHORT = (
    r"(?:[A-Z]|U\.[SKN]|Sens?|Reps?|Gov|Mr|Mrs|Ms|Dr|Gen|Rev|Lt|Col|Adm|Maj|Sgt|Prof|Jr|St|Capt|Sr|Hon|Cmdr|Atty)\."
)
_STOP = (
    r"(?:in|on|at|of|after|during|to|when|while|as|from|for|about|who|whose|that|with|before|by|adding|and|but|"
    r"according|referring|because|if|where|via|into|last|this|earlier|"
    r"(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b"
)
_WORDS = rf"(?:(?!{_STOP})(?:{_SHORT}|[\w’'&-]+)(?: (?!{_STOP})(?:{_SHORT}|[\w’'&-]+)){{0,9}}?)"
_ASIDE = r"(?: \([^)]{1,40}\))?(?: (?:of|from|at|with|for|in) [^.,;:“”\"]{2,60}?)?(?:,[^.;:“”\"]{1,120},)?"
#: "said the tenants' leader, Ida Moen", "Petra Lund, who lives below it, said", "according to Lars Dahl".
_VERB_FIRST = compiled(
    rf"[,.]?\s*(?:{_ADVERB}{_DOES}|according to) (?P<who>{_WORDS})(?:, (?P<next>{_WORDS}))?(?=[.,;:(–—]| {_STOP}|\s*$)"
)
_NAME_FIRST = compiled(rf"[,.]?\s*(?P<who>{_WORDS})(?:, (?P<next>{_WORDS}))??{_ASIDE} {_ADVERB}{_DOES}")
#: "the Senate's top-ranking Democrat, Harry Roe, had said": the name between the role and the verb.
_APPOSED = compiled(r", (?P<who>[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][\w’'-]*[a-z]),? (?!said\b.*,)")
_NAMED = r"(?:[A-Z][\w’'-]*\.? (?:[A-Z]\. |d[aei] |al |van |von |de[rln]? |bin |ben )?){0,4}[A-Z][\w’'-]*[a-z]\w*"
_NAME = compiled(_NAMED)
#: In the reporter's words before a quotation: "Ms. Orr called it “…", "Petra Lund, who lives below, said: “…".
_BEFORE = compiled(rf"(?P<who>{_NAMED}){_ASIDE} {_ADVERB}{_DOES}")
_BEFORE_PRONOUN = compiled(rf"\b(?P<who>[Hh]e|[Ss]he|[Tt]hey) {_ADVERB}{_DOES}")
_LEAST = 4
_ENDS = compiled(r"[.!?…]\W*$")


@dataclass(frozen=True, slots=True)
class Turn:
    """One quotation of whole words, and to whom it is given there.

    ``names``: the words of the name that it is given to, ``full`` as they stand. ``pronoun``: he, she, they. ``where``:
    whether that stands before or after it, or nowhere. ``opens``: whether its sentence begins with it.
    """

    quotation: Quotation
    block: int
    names: frozenset[str]
    full: str
    pronoun: str
    where: str
    sentences: int
    words: int
    opens: bool

    @property
    def span(self) -> Span:
        return self.quotation.span


def words_of(name: str) -> frozenset[str]:
    """The words of a name that tell one person from another."""
    return frozenset(re.sub(r"[’']s$", "", each) for each in re.findall(r"[A-Z][\w’'-]*[a-z]\w*", name)) - _HONORIFICS


class Whose:
    """The turns of a draft, with what stands around each."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.turns = tuple(_turns(context))

    @cached_property
    def paragraphs(self) -> tuple[str, ...]:
        """The words of each paragraph outside quotation marks."""
        return tuple(each.span.of(self.context.unquoted) for each in self.context.body)

    def before(self, turn: Turn) -> str:
        """The words of its paragraph before the quotation, outside quotation marks."""
        return self.context.unquoted[self.context.body[turn.block].span.begin : turn.span.begin]

    def last_named(self, number: int) -> Turn | None:
        """The last turn before this one that somebody has by name."""
        return next((each for each in reversed(self.turns[:number]) if each.names), None)


def _turns(context: Context) -> Iterator[Turn]:
    """The quotations of the body that are a turn of somebody's to speak, in text order."""
    for quotation in context.quotations:
        block = context.paragraph_at(quotation.span.begin)
        content = quotation.content.of(context.text)
        if block is not None and len(content.split()) >= _LEAST:
            yield _turn(context, quotation, block, content)


def _turn(context: Context, quotation: Quotation, block: int, content: str) -> Turn:
    text, paragraph = context.text, context.body[block].span
    begin = max(
        (
            each.span.begin
            for each in context.sentences
            if each.block == block and each.span.begin <= quotation.span.begin
        ),
        default=paragraph.begin,
    )
    others = [each.span for each in context.quotations if paragraph.contains(each.span) and each.span != quotation.span]
    begin = max(
        [begin, *(each.end for each in others if each.end <= quotation.span.begin and _ENDS.search(each.of(text)))]
    )
    lead = context.unquoted[begin : quotation.span.begin].strip()
    opens = not lead and re.match(r"\W*[A-Z]", content) is not None
    count = len(tuple(sentences(text, quotation.content)))
    rest = context.unquoted[quotation.span.end : min(paragraph.end, quotation.span.end + 220)]
    names, full, pronoun, where = frozenset[str](), "", "", ""
    if not re.search(r"\.\W*$", content) and rest.strip():
        match = _VERB_FIRST.match(rest) or _NAME_FIRST.match(rest)
        whole = re.search(r"[?!…]\W*$", content) and rest.lstrip()[:1].isupper()
        if match and not (whole and "," in match.group()):
            where = "after"
            names, full, pronoun = _who(match["who"], match["next"])
            apposed = None if names or pronoun else _APPOSED.search(match.group())
            if apposed:
                names, full = words_of(apposed["who"]), apposed["who"]
    if not where and lead:
        where = "before"
        for each in _BEFORE.finditer(lead):
            names, full, pronoun = _who(each["who"], None)
            if names:
                break
        found = _BEFORE_PRONOUN.search(lead)
        if not names and found:
            pronoun = found["who"].lower()
    return Turn(quotation, block, names, full, pronoun, where, count, len(content.split()), opens)


def _who(words: str, beside: str | None) -> tuple[frozenset[str], str, str]:
    """The name in the words for a speaker, its words, and the pronoun that stands for one."""
    if words in ("he", "she", "they"):
        return frozenset(), "", words
    for part in (beside or "", words) if words[:1].islower() else (words,):
        for found in _NAME.finditer(part):
            last = found.group().split()[-1]
            if found.end() == len(part) and words_of(last):
                return words_of(found.group()), found.group(), ""
    return frozenset(), "", ""
