"""Where two halves of sentences meet that are none of one sentence: a lost end, a lost beginning, a lost middle."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.attribution.sources.vocabulary import common_words, first_names
from sayso.check.context import Context, part
from sayso.check.language import NEWSROOM
from sayso.patterns import compiled
from sayso.types import Span

#: Words that begin sentences, and stand in capitals inside one in no name but a title.
_OPENERS = (
    r"(?:An?|In|On|At|By|He|She|It|They|This|These|Those|There|Then|If|When|While|Since|Because|After|Before|During|"
    r"Despite|As|Although|Though|Some|Many|Most|His|Her|Its|Their|Under|Until|Among|Between|Each|Every|Such|Another)"
)
_SMALL = (
    r"(?:been|be|being|has|have|had|was|were|is|are|will|would|could|should|may|might|can|did|does|not|which|who|"
    r"because|"
    r"while|so|very|more|its|their|his|her|an?|that|than|into|after|before|until|since|still|when|where|if|about|"
    r"between|during|through|over|without|the|for|from)"
)
_TIME = (
    r"(?:\d|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|Thursday|Friday|Saturday|Sunday)"
)
_INSIDE = compiled(
    rf"(?<![\w’'.-])(?P<before>[a-z]{{2,}}|a) (?P<opener>{_OPENERS}) (?!to\b|and\b|the People\b)[a-z]{{2,}} (?=[a-z])|"
    rf"(?<![\w’'.-])(?P<small>{_SMALL}) (?:(?:In|On|At|By|Since|Until) (?={_TIME})|(?P<the>The) (?=[A-Z][a-z]))"
)
#: What may begin a caption or a link that a page put behind a line, or a name of God: asked about behind small words.
_LOOSE = frozenset("A An This These During In He His She".split())
#: Before these a "The" may begin a name: "editor of The Lamp".
_MAY_NAME = frozenset(
    "is was are were be have has had from for about into than when as that the if where while after before since until "
    "between during through over without still does did which because".split()
)
#: A word that is no name, in capitals behind a small word, and a verb behind it: "has been Repairs took".
_NOUN_INSIDE = compiled(
    r"(?<![\w’'.-])(?:been|be|being|has|have|had|was|were|which|who|because|while|so|very|more|its|their|an?|than|"
    r"into|not) (?P<noun>[A-Z][a-z]{3,}) (?:was|were|is|are|has|have|had|said|says|took|came|went|will|would|could|"
    r"did|gave|made|rose|fell|began|found) [a-z]+"
)
#: Lines of pictures and films that a page put between paragraphs.
_PAGE = compiled(r"#|\||\bMORE\b|Photos?\b|[Cc]aption|WATCH|Replay|Video|Hide|Read more|Sign up|^[^a-z]*$")

_MODAL = r"(?:would|will|could|should|might|must)"
_WILLING = (
    r"(?:voted|decided|refused|failed|tried|managed|planned|hoped|declined|able|unable|willing|wants|wanted|seeks|"
    r"sought|intends|intended|attempted)"
)
_N = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|some|many)"
_LOST = [
    compiled(pattern)
    for pattern in (
        r"\baccording (?!to\b|as\b|well\b|unto\b)(?=[a-zA-Z])",
        r"\b(?:in|during) (?:statement|interview|email|speech|letter|tweet|court filing|news conference) "
        r"(?:that|to|with|on|by)\b",
        rf"\b{_WILLING} to (?:the|an?(?! third)|his|her|their|its|of|for|with|from|but|that)\b",
        rf"\b(?:when|where|because|if|since) there {_N} (?:of|[a-z]+s)\b",
        r"^(?:The|A|An|His|Her|Its|Their) [a-z]+, which [^,;“”\"]+, that (?:the|a|an|he|she|it|they|its|his|her)\b",
        r"\b(?:was|were|is|are|been) never,(?! nor\b| ever\b| and\b| perhaps\b)",
        rf"(?<!like )(?<!as )(?<!than )\b(?:he|she|they|it) {_MODAL} (?:before|after|until|from|into|of|between|among) "
        r"(?:the|an?|his|her|their|its)\b[^,]*\.$",
        rf"\b{_MODAL} (?:not )?(?:took|came|went|gave|made|said|told|began|became|knew|saw|[a-z]{{3,}}ied)\b(?<!said)",
        r"\b(?:has|have|had) (?:not )?(?:take|make|give|go|get|say|tell|know|keep|begin|see|took|went|gave|knew|saw|"
        r"began|wrote|spoke)\b",
        r"\b(?:been|being|were|are) (?:take|make|give|go|come|get|say|tell|know|become|keep|begin|see)\b(?!-)",
        r"\b(?:did|does|do) not (?:was|were|had|took|came|went|gave|made|said|knew|saw)\b",
        r"(?<=[a-z\d]), (?:The|It|But|And|By|In|On|At|There|They) (?!to\b|is\b)[a-z]{2,} [a-z]",
        r"^(?:[A-Z][\w’-]+ ){1,3}said, that\b",
        r"^(?:The|A|An|His|Her|Its|Their) [a-z]+, (?:ran|took|came|went|gave|rose|fell|began|has|was|is|will|would|"
        r"could|"
        r"did|does) [^,;:—–()-]*\.$",
        r"\b(?:refused|declined|decided|voted), to [a-z]+ [^,]*\.$",
        r"(?:\band|\bor|,) (?:to|of|for|by|with|from|at)\.$",
        r"\b(?:unless|because|although|whether|while) (?:the|an?|its|their|his|her) [a-z]+\.$",
        r"^(?:Has|Was|Is|Are) (?:[a-z]+ly |not |also |since |now )?(?:[a-z]+ed|[a-z]+en|been|being|built|bought|"
        r"sold|held|made|put|set|in|on|due|to)\b[^?!]{8,}\.$",
        r"\b((?:has|have|had) [a-z]+(?:ed|en)) (?:(?:by|to|from|in) )?[a-z]+ \1\b",
        r"(?:is|was|are|were) (?:owned|run|led|headed|chaired|built) by\.$",
        r"^[A-Z][\w’-]+(?: [A-Z][\w’-]+)*,(?: \d\d,)? who (?:has|is|was|had) [^,;:—–“”\"]{30,}\.$",
        r"\b((?:was|were|has|have|had|is|are|will|would) (?:[\w’'-]+ ){1,4}[\w’'-]+),? and \1\b",
        r"\b[a-z]{2,}(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|September|October|"
        r"November|December)\b",
    )
]
_HAVE = compiled(
    r"\b(?:never|not|has|have|had|having|hasn|haven|hadn|ha[ds]n[’']t|haven[’']t|would|could|should|might)\b|"
    r"[’'](?:s|d|ve)\b",
    re.IGNORECASE,
)


def spliced(context: Context) -> Iterator[tuple[Span, str]]:
    """Each such place outside quotations, one a sentence, with what was looked for."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        if len(words) > 700 or _PAGE.search(words):
            continue
        found = _met(context, words)
        if found is None:
            found = _lost(words)
        if found is not None:
            span = part(sentence.span, *found)
            if not context.quoted(span.begin) and not context.quoted(span.end - 1):
                yield span, "words that can stand beside each other; found the ends of two sentences, or a word lost"


def _lost(words: str) -> tuple[int, int] | None:
    """The place where a word that must stand there does not."""
    match = next((match for pattern in _LOST if (match := pattern.search(words))), None)
    return match.span() if match else _without(words)


def _met(context: Context, words: str) -> tuple[int, int] | None:
    """The place where one sentence breaks off and another begins."""
    for match in _INSIDE.finditer(words):
        if match["the"] and (match["small"] in _MAY_NAME or NEWSROOM.match(words, match.start("the"))):
            continue
        if match["the"] and re.match(
            r"(?:[A-Z][\w’'-]+ ){0,3}(?:Times|Post|Journal|News|Press)\b", words[match.end() :]
        ):
            continue
        if match["opener"] in _LOOSE and not re.fullmatch(rf"{_SMALL}|and|of|to|with|by|but|or", match["before"]):
            continue
        if match["opener"] in ("He", "His") and match["before"] in ("that", "and", "of", "for", "to", "by", "with"):
            continue
        if match["small"] or not _titled(words, match.start("opener")):
            return match.span()
    for match in _NOUN_INSIDE.finditer(words):
        noun = match["noun"].lower()
        if (
            noun in common_words()
            and noun not in first_names()
            and len(re.findall(rf"(?<=[a-z,] ){match['noun']}\b", context.story)) == 1
        ):
            return match.span()
    return None


def _titled(words: str, place: int) -> bool:
    """Whether the capital is that of a title: the text has the word before it in capitals, or one soon after it."""
    after = re.match(r"(?:[\w’'-]+ ){1,3}[A-Z]", words[place:])
    before = re.search(r"\b(?:titled|entitled|called|named|of|and|for|book|song|film|show)\s$", words[:place])
    return before is not None and after is not None


def _without(words: str) -> tuple[int, int] | None:
    """ "How much of the debt been repaid": a participle's "been" with nothing before it that could take it."""
    match = re.search(r"\bbeen (?:[a-z]+ly )?[a-z]+(?:ed|en|ing|id|ought|old|ade|ut|et)\b", words)
    if (
        match is None
        or words.endswith("?")
        or _HAVE.search(words[: match.start()])
        or re.match(r"\W*[A-Z]?\w* ?been", words)
    ):
        return None
    return match.span()
