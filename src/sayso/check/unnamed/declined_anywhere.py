"""Bodies that decline to comment, and their people who are quoted without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_DECLINED = compiled(
    r"\b(?P<body>[A-Z][\w’&-]+(?: [A-Z][\w’&-]+)*)(?:[’']s (?:press office|spokes\w+)|(?: (?:spokes|representative|"
    r"press (?:office|service))\w*))?(?: has| had| also)? "
    r"(?:declined to comment|refused to comment|would not comment|declined (?:\w+ )?comment|had no (?:\w+ )?comment|"
    r"declined to (?:answer|discuss|say)|(?:did not want|was unwilling) to comment|offered no comment)\b"
)
_NAMELESS = compiled(
    r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother) (?:[a-z-]+ ){1,3}(?:at|of|in|from|for|with) (?:the )?(?P<body>[A-Z][\w’&-]+)"
    r"(?: [A-Z][\w’&-]+)*[^.;”\"]{0,30}?\b(?:said|told|added)[^.;”\"]{0,40}?(?:on condition of anonymity|on (?:the )?"
    r"condition that|who (?:asked|declined|did not want|was not allowed)|asking not to be|without being "
    r"named|anonymously)"
)
_WORKS = (
    r"(?:sources?|insiders?|employees?|engineers?|managers?|executives?|workers?|staffers?|"
    r"staff members?|aides?|officials?|persons?|people)"
)
_ONE = r"(?:[Aa]n?|[Oo]ne|[Aa]nother|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome)"
_SAYS = r"(?:,? who [^.;,“”\"]{3,80},?| [a-z]+ [a-z]+)?,? (?:said|says?|told|confirmed|added|described|claimed)\b"
#: "A Corvane source said", "sources at Corvane told", "said a Corvane manager".
_INSIDER = compiled(
    rf"\b{_ONE} (?:[a-z-]+ )?(?P<one>[A-Z][\w’&-]+)(?: [A-Z][\w’&-]+)* {_WORKS}{_SAYS}|"
    rf"\b(?:{_ONE} (?:[a-z-]+ )?(?P<sort>company|bank|firm|club|ministry|agency|department) {_WORKS}){_SAYS}|"
    rf"\b(?:{_ONE} (?:[a-z-]+ ){{0,2}}|(?:[Uu]nnamed |[Ss]enior )?(?=[Ss]ources|[Ii]nsiders|[Ww]orkers))"
    rf"(?i:{_WORKS}) (?:at|inside|within|in|from|of|who works? (?:for|at)) (?:the )?(?P<at>[A-Z][\w’&-]+)"
    rf"(?: [A-Z][\w’&-]+)*{_SAYS}|"
    rf"\b(?:said|according to|told by) {_ONE} (?:[a-z-]+ )?(?P<behind>[A-Z][\w’&-]+)(?: [A-Z][\w’&-]+)* {_WORKS}\b"
)
_FORMER = compiled(r"\b(?:former|ex|retired|close|familiar)\b")
#: Names of so many that one of them may well speak where another does not.
_WIDE = frozenset(
    "U.S US American British European Union United States White House Senate Congress Trump Obama Biden Clinton "
    "Democratic Republican GOP Western Israeli Russian Chinese Iranian Saudi French German Justice State National "
    "Department The New".split()
)


def declined_in_words(context: Context) -> Iterator[tuple[Span, Span]]:
    """A body that declines to comment, and somebody of that body who speaks without a name: both places, once."""
    for refusal in _DECLINED.finditer(context.story):
        if context.quoted(refusal.start()):
            continue
        body = refusal["body"].split()
        for nameless in (*_NAMELESS.finditer(context.story), *_INSIDER.finditer(context.story)):
            if _FORMER.search(nameless.group()) or context.quoted(nameless.start()):
                continue
            if re.search(r"\baides?\b", nameless.group()) and _of_a_person(context, refusal["body"]):
                continue  # "A Falk aide": hers, who answers for her
            told = nameless.groupdict()
            names = [re.sub(r"[’']s?$", "", each) for key, each in told.items() if each and key != "sort"]
            if any(name in body and name not in _WIDE for name in names) or (
                told.get("sort") and _beside(context, refusal.start(), nameless.start())
            ):
                yield Span(*refusal.span()), Span(*nameless.span())
                return


def _beside(context: Context, one: int, other: int) -> bool:
    """Whether "a company source" stands in the paragraph of the refusal, or in the one before it."""
    here, there = context.paragraph_at(one), context.paragraph_at(other)
    return here is not None and there is not None and 0 <= here - there <= 1


def _of_a_person(context: Context, body: str) -> bool:
    """Whether the last word of a name stands behind a first name or a title in the story."""
    last = re.escape(body.split()[-1])
    return re.search(rf"\b(?:[A-Z][a-z]+|[A-Z][a-z]{{1,3}}\.) {last}\b", context.story) is not None
