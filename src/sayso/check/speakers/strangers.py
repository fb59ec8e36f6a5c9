"""Speakers whose name stands alone where they first come into the story, and of whom nothing is told later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.language import OUTLET, ROLE
from sayso.check.speakers.whose import words_of
from sayso.patterns import compiled
from sayso.types import Span

_SAYS = r"(?:said|says|told|tells|added|adds|asked|asks|explained|explains|recalled|recalls|insisted|warned)"
_PERSON = r"(?:[A-Z][a-z’'-]+|(?:[A-Z]\.){1,2}) (?:[A-Z]\. )?[A-Z][\w’'-]*[a-z]"
#: By first and last name, before or behind a verb of saying.
_SPOKE = compiled(
    rf"\b(?:(?!told|tells){_SAYS}|[Aa]ccording to) (?P<one>(?<![\w-]){_PERSON})(?=[.,]| (?:in|on|at|after|of)\b)|"
    rf"(?<![\w-])(?P<other>{_PERSON}) (?:[a-z]+ly |also |later |then )?{_SAYS}\b"
)
#: What places somebody behind the name.
_BEHIND = compiled(
    r"(?:[’']s)?[”\"]?(?:,? ?\(|,? [—–-] |,? (?:who|whose|of|from|with|at|for) |,? (?:aged? )?\d|, [A-Z]|,? then-|"
    r", (?!(?:and|but|in|on|after|when|while|as|because|though|(?!managing|executive|running|founding|acting|leading|"
    r"voting|representing|heading|serving)[a-z]+ing|according|before|during|if|so|yet|or|to|by|however|"
    r"also)\b)[a-z])"
)
#: Further on in the sentence: "in Varn, where she has lived since 2002".
_THERE = compiled(r"\bwhere (?:he|she) (?:has |had )?[a-z]+")
#: A word before the name that may be what somebody is; and those that are none.
_WORD = compiled(r"[A-Za-z’'.-]{2,}[”\"’]? $")
_TITLE = compiled(
    r"\b(?!Mr|Ms)(?:[A-Z][a-z]{1,4}|U\.S|[A-Z])\. $|"
    r"^\W*(?:[Rr]epresenting|[Ff]or|[Ff]rom|[Aa]t|[Dd]efending) [^.!?]+, $"
)
_NO_ROLE = compiled(
    r"(?:^|\bM(?:r|s|rs)\. |[.!?:;”\"—–] |\b(?:and|but|while|that|by|from|to|with|of|told|as|the|when|after|"
    r"before|because|if|so|yet|"
    r"then|also|or|both|for|like|than|including|where|which|whom|how|what|until|since|on|in|at|said|says|wrote|put|went|thought|"
    r"[a-z]+ed|[a-z]{3,}s|(?!ally)[a-z]+ly|And|But|Yet|Then|Still|Also|Later|Now|As|While|When|After|Even) )$"
)
#: What goes before the last words of a longer name.
_LONGER = compiled(r"(?:\)|[A-Z][\w’'-]* (?:of|for|and|on)) $")
_CALLED = compiled(r"\b(?:named|called|identified as|known as) $")
_NOUN = compiled(
    r"\b(?:spokes(?:man|woman|person)|envoy|woman|man|boy|girl|mother|father|resident|voter|witness|worker)\b"
)
_SOMEBODY_SAYS = compiled(rf"\W*(?:An?|The|One|His|Her|Its|Their|Another) [^.;:“”\"]{{2,80}}? {_SAYS}\b")
#: "Further, the author of the article has defended it", "The biographer puts it down to age".
_THE_ONE = compiled(
    r"\W*(?:[A-Z][a-z]+, )?[Tt]he (?:(?!\w+s\b)[\w-]+ ){0,3}?(?P<who>[a-z]+)(?= (?:of|for|at|in|who|[a-z]+s|"
    r"[a-z]+ed)\b)"
)
#: "…, a former lawyer for the mayor said on Tuesday", "The president's biographer attributes it to age".
_ONE_SPEAKS = compiled(
    r"(?:^\W*|, |[”\"] |\b(?:that|and|but) )(?:[Aa]n?|[Oo]ne|(?:[Tt]he )?[\w-]+[’']s) (?:[\w-]+ ){0,2}?"
    r"(?!number|matter|letter|paper|offer|order|member)[a-z]{3,}(?:er|or|ist|ian|man|woman|ant)"
    r"(?: (?:for|of|to|at|in|from) [^.,;]{2,40}?)? (?:said|says|told|tells|[a-z]{3,}es|[a-z]{3,}ed)\b"
)
_AGENT = compiled(r"[a-z]{3,}(?:er|or|ist|ian|man|woman|graph|ant)")
#: Before a word for what somebody is: one of whom no name is told.
_ONE = compiled(r"(?:\b(?:[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Aa]nother)|[’']s?) (?:[\w-]+ ){0,2}$")


def never_placed(context: Context) -> Iterator[Span]:
    """The names of speakers, first and last, whom no word anywhere in the draft places."""
    names = [each.name or "" for each in context.reading.sources if each.type == "person"]
    persons = {each.split()[-1] for each in names if " " in each}
    seen: set[str] = set()
    for block in context.body:
        for match in _SPOKE.finditer(context.unquoted, *block.span):
            span = Span(*match.span("one" if match["one"] else "other"))
            name = span.of(context.text)
            first, last = name.split()[0], name.split()[-1]
            if last in seen or last not in persons or not words_of(last) or not (words_of(first) or "." in first):
                continue
            seen.add(last)
            known = re.search(rf"\b{re.escape(last)}\b", context.text[: span.begin], re.IGNORECASE)
            if not known and not ROLE.search(name) and not re.match(OUTLET, name) and not _placed(context, span, last):
                yield span


def _placed(context: Context, span: Span, last: str) -> bool:
    """Whether a word before or behind the name, at any of its places, tells who this is."""
    text = context.text
    for match in re.finditer(rf"\b{re.escape(last)}\b", text[span.begin :]):
        begin, end = span.begin + match.start(), span.begin + match.end()
        begin = span.begin if begin < span.end else begin
        if _BEHIND.match(text, end) or _THERE.search(text[end : context.enclosing(Span(begin, end)).end]):
            return True
        before = text[max(context.enclosing(Span(begin, end)).begin, begin - 60) : begin]
        if _CALLED.search(before) or _TITLE.search(before) or (_WORD.search(before) and not _NO_ROLE.search(before)):
            return True
        if (before.endswith(", ") and ROLE.search(before)) or (begin == span.begin and _LONGER.search(before)):
            return True
    return just_told_of(context, span)


def just_told_of(context: Context, span: Span) -> bool:
    """Whether the sentence before has one by what they are and not by name, who may be the one: "Her spokesman doubled
    down on it"; or the story has told of what is theirs."""
    if _theirs_told_of(context, span):
        return True
    earlier = [each.span for each in context.sentences if each.span.end <= span.begin]
    words = earlier[-1].of(context.unquoted) if earlier else ""
    leads = _THE_ONE.match(words)
    if (leads and (ROLE.fullmatch(leads["who"]) or _AGENT.fullmatch(leads["who"]))) or _ONE_SPEAKS.search(words):
        return True
    return _SOMEBODY_SAYS.match(words) is not None or any(
        _ONE.search(words[: match.start()])
        and not re.match(r" ?(?:(?!for|to|of|at|from)[a-z]+ )?[A-Z]|,? (?:[A-Z]|who\b)", words[match.end() :])
        for pattern in (ROLE, _NOUN)
        for match in pattern.finditer(words)
    )


def _theirs_told_of(context: Context, span: Span) -> bool:
    """Whether something of theirs stands before: "the works of Orlow Dyes", "the Orlow dye works"."""
    name = span.of(context.text)
    whole, first = re.escape(name), re.escape(name.split()[0])
    theirs = rf"\b(?:of|at|by|from|for|in) {whole}\b|\b{whole}[’']s? [a-z]|\b[Tt]he {first} (?:[a-z]+ )?[a-z]{{3,}}\b"
    return re.search(theirs, context.story[: span.begin]) is not None
