"""What one source without a name alone tells of somebody, and what somebody would have to answer for.

A charge, a secret, an illness, a motive or what an enemy is able to do: one voice is thin for it even where readers are
told why it has no name. Asked is where nobody else in the draft says as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, anchor, content_of
from sayso.check.language import ANONYMITY_REASON, FAILING, WRONGDOING, content_words
from sayso.check.unnamed.voices import surroundings
from sayso.patterns import compiled
from sayso.types import Span, Statement

_MANY = compiled(
    r"\b(?:two|three|four|five|six|seven|several|multiple|many|both|dozens?|some|people|[a-z]{3,}s|they)\b",
    re.IGNORECASE,
)
_ONE = compiled(r"(?:an?|one|another|the|this)\b|(?!.*s\b)[A-Z]", re.IGNORECASE)
#: What is done in the dark, or set going by somebody who has not owned up to it.
_SECRET = compiled(
    r"\b(?:secret(?:ly)?|in secret|covert(?:ly)?|privately (?:caved|agreed|admitted|conceded|decided|told|urged|asked|"
    r"threatened|mocked|complained)|behind (?:the|his|her|their) (?:threat|plot|leak|attack|move|back|smear|scheme)|"
    r"(?:was|were|had been|is|are) behind (?:it|the|this)|set out to|plott(?:ed|ing)|schem(?:ed|ing)|"
    r"(?:personally |himself |herself )?(?:gave the order|ordered|blocked|vetoed|overruled|killed|buried|shelved|"
    r"suppressed|leaked)|pressured|leaned on|threatened to|made up (?:his|her|their) mind|already (?:decided|settled|"
    r"agreed|signed)|cover(?:ed|ing)? (?:it |this )?up|kept (?:[\w’'-]+ ){0,3}?(?:from|secret|quiet)|told (?:his|"
    r"her|their|its) (?:own )?(?:aides|deputies|staff|officers|lawyers|people) (?:not )?to|hid(?:den|ing)?|"
    r"conceal\w*|withheld|lied|lying|misled|knew (?:about|of|that|for)|had known)\b"
)
_ILL = compiled(
    r"\b(?:ill|sick|seriously ill|gravely ill|coughing|fever|feverish|cancer|stroke|heart attack|dementia|tumou?r|"
    r"collapsed|fainted|unconscious|coma|overdos\w+|relapse\w*|drunk|intoxicated|drinking|pills|addict\w*|"
    r"depress\w+|suicidal|memory|on oxygen|ventilator|tested positive|dying)\b"
)
#: What an enemy or a rival can do, or is about to.
_ABLE = compiled(
    r"\b(?:(?:already|now|fully) (?:able|capable|ready|in a position)|(?:is|are|was|were) (?:able|capable)|"
    r"(?:has|have|had) (?:already )?(?:acquired|built|obtained|developed|the (?:means|ability|capability|capacity)|"
    r"enough|a (?:recording|tape|list|copy))|could (?:seize|strike|hit|launch|build|overrun|destroy)|"
    r"(?:is|are|was|were) (?:preparing|planning|poised|about) to (?:attack|strike|seize|invade|launch|fire|sack|arrest|"
    r"charge|indict|dismiss|oust|close|cut|sell))\b"
)
#: Why somebody did it, as only they can know.
_WHY = compiled(
    r"\b(?:because|since|as) (?:he|she|they|it|the [a-z]+|[A-Z][\w’'-]+) (?:feared|wanted|hoped|needed|hated|resented|"
    r"did not want|was (?:afraid|jealous|angry|desperate)|were (?:afraid|desperate))|\bout of (?:spite|revenge|fear|"
    r"vanity|jealousy)|\bin order to (?:hurt|punish|silence|embarrass|avoid|hide|protect|win)|\bto (?:punish|embarrass|"
    r"humiliate|silence|get back at|settle scores)\b"
)
#: Whom it is told of: by name, by office, by a body.
_OF_SOMEBODY = compiled(
    r"\b(?!(?:The|A|An|It|This|That|There|In|On|At|But|And|When|If|As|Some|Many|We|I|People)\b)[A-Z][\w’'-]+|\b(?:president|minister|mayor|senator|governor|chief|director|chairman|leader|"
    r"police|ministry|company|department|government|campaign|army|council|bank|church|union|agency|he|she|his|her)\b"
)
_LEAST = 6
#: How likely editors must take for contentious what no pattern shows to be so; and for something else what one shows.
_CONTENTIOUS, _OTHER = 0.85, 0.7


def alone_with_it(context: Context) -> Iterator[Statement]:
    """The statement of each single source, not named for a reason that is given, that nobody else backs."""
    for source, statements in context.unnamed:
        around = surroundings(context, source, statements)
        if not ANONYMITY_REASON.search(around):
            continue  # asked about already: why it is not named
        mention = anchor(statements[0]).of(context.text)
        head = re.split(r" (?:familiar|with|close|who|of|in|at|on|from|briefed|involved|for)\b", mention)[0]
        if _MANY.search(head) or not _ONE.match(mention):
            continue
        for each in statements:
            if _contentious(context, each) and not _backed(context, each):
                yield each
                break


def _contentious(context: Context, statement: Statement) -> bool:
    if statement.act in ("deny", "no-comment", "cannot-verify", "ask", "praise", "criticize") or statement.negated:
        return False
    words = content_of(statement, context.text)
    if len(words.split()) < _LEAST or not _OF_SOMEBODY.search(words) or re.search(r"\bI\b", words):
        return False
    shown = any(each.search(words) for each in (WRONGDOING, FAILING, _SECRET, _ILL, _ABLE, _WHY))
    nature = context.natures.get(statement.id)
    if nature is None:
        return shown
    return max(nature.information, nature.none) < _OTHER if shown else nature.contentious >= _CONTENTIOUS


def _backed(context: Context, statement: Statement) -> bool:
    """Whether somebody else says much the same, anywhere in the draft, or the reporter tells it of their own."""
    words = content_words(content_of(statement, context.text))
    own = context.enclosing(anchor(statement))
    for sentence in context.sentences:
        if sentence.span.overlaps(own) or _says(context, sentence.span, statement):
            continue
        shared = words & content_words(sentence.span.of(context.text))
        if len(shared) >= max(4, 0.45 * len(words)):
            return True
    return False


def _says(context: Context, span: Span, statement: Statement) -> bool:
    """Whether the same source speaks there."""
    return any(each.source.id == statement.source.id for each in context.statements_in(span))
