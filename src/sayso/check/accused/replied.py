"""Where a report lets those answer whom a sentence of it accuses, or says that they were asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.laid import Laid
from sayso.check.accused.matter import matter_of, touches
from sayso.check.accused.responses import answers_something
from sayso.check.context import Context, Sentence, anchor, content_of
from sayso.check.language import ROLE, content_words
from sayso.patterns import compiled
from sayso.types import Span, Statement

#: Paragraphs behind an accusation in which an answer to it stands.
_NEAR = 4
_BODIES = content_words("company firm group agency office department bank board union club school hospital")
_IN_RESPONSE = compiled(r"\bin response to\b")
#: Somebody unnamed who speaks for a body, soon behind: theirs, as far as a reader can tell.
_FOR_THEM = compiled(
    r"(?:(?:[Aa]n?|[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) )?(?:[a-z-]+ ){0,2}(?:spokes\w+|lawyers?|attorneys?|"
    r"representatives?|statement)\b(?! (?:for |of |from )?(?:the )?[A-Z])"
)
_FIRM = compiled(r"den|comment|reach|declin|respon[ds]|disput|refut|guilty|reply|return", re.IGNORECASE)
_ALL_OF_IT = compiled(r"\b(?:allegations?|accusations?|claims?|charges?|wrongdoing|comment|reached|baseless|untrue)\b")
_CONTRARY = compiled(
    r"\b(?:false\w*|untrue|no truth|nothing|never|not|nobody|none|no|wrong|lies?|lying|baseless|unfounded|nonsense|"
    r"denie[sd]|disput\w+|insist\w*|reject\w*|dismiss\w*|defend\w*|contest\w*|refut\w*)\b|n[’']t\b"
)
_STRONG = compiled(
    r"\b(?:false\w*|untrue|no truth|lies?|lying|baseless|unfounded|nonsense|den(?:y|ies|ied)|disput\w+|reject\w*|"
    r"dismiss\w*|refut\w*)\b"
)
#: A court that rejects a claim speaks for nobody.
RULED = compiled(r"\b(?:[Cc]ourts?|[Jj]udges?|[Jj]ustices) (?:\w+ )?(?:denied|rejected|dismissed)\b")
_SO_CALLED = compiled(r"\b(?:allegations?|accusations?|claims?|charges?|account|version|story)\b")
_ADMITS = compiled(
    r"\b(?:which|and|but) (?:he|she|it|they|the \w+) (?:den(?:y|ies|ied)|admit\w*|reject\w*|disput\w*)\b"
)


def answers(context: Context, wanted: frozenset[str], each: Laid, sentence: Sentence) -> Iterator[Span]:
    """Where those accused, or somebody for them, answer in the report, or it says that they were asked.

    ``wanted``: the words that name them.
    """
    matter = matter_of(each.did, wanted)
    told = Span(sentence.span.begin + each.begin, sentence.span.begin + each.end)
    if _ADMITS.search(sentence.span.of(context.text)[each.begin :]):
        yield told
    for match in answers_something(context):
        span = Span(*match.span())
        if not told.contains(span) and _of_them(context, span, sentence, wanted, each.who, matter):
            yield span if context.in_body(span) else sentence.span
    accuser = content_words(" ".join(re.findall(r"\b[A-Z][\w’'-]+", each.by))) - wanted
    for other in context.sentences:
        words = other.span.of(context.text)
        if other.span.begin <= sentence.span.begin or not _CONTRARY.search(words) or RULED.search(words):
            continue
        if not content_words(words) & wanted and content_words(words[:30]) & accuser:
            continue  # the accuser goes on
        if content_words(words) & (wanted | accuser) and (touches(matter, words) or _so_called(words)):
            yield other.span
    for statement in context.statements:
        mention = anchor(statement)
        if not sentence.span.contains(mention) and _they_speak(context, statement, sentence, wanted, matter):
            yield mention


def _of_them(
    context: Context, span: Span, sentence: Sentence, wanted: frozenset[str], who: str, matter: frozenset[str]
) -> bool:
    """Whether the reporter's word of an answer is of those accused: by name, or soon behind and of no one else."""
    block = context.paragraph_at(span.begin)
    words = context.enclosing(span).of(context.text)
    theirs = bool(wanted & content_words(words))
    if block is None:
        return theirs
    if RULED.search(words):
        return False
    far = block - sentence.block
    firm = _FIRM.search(span.of(context.text)) is not None or _STRONG.search(words) is not None
    general = _ALL_OF_IT.search(words) is not None
    of_it = touches(matter, words)
    return (
        (theirs and (general or firm or of_it))
        or (-1 <= far <= _NEAR and general and not _of_others(words, wanted))
        or (far >= 0 and firm and of_it)
        or (0 <= far <= 1 and _by_pronoun(words, who))
    )


def _they_speak(
    context: Context, statement: Statement, sentence: Sentence, wanted: frozenset[str], matter: frozenset[str]
) -> bool:
    """Whether a statement is theirs and an answer: soon behind the accusation, a denial, or of its matter."""
    mention = anchor(statement)
    block = context.paragraph_at(mention.begin)
    if block is None:
        return False
    near = 0 <= block - sentence.block <= _NEAR
    speaker = f"{statement.source.name or ''} {statement.source.title or ''} {mention.of(context.text)}"
    if wanted & content_words(speaker):
        return near or statement.act in ("deny", "no-comment") or touches(matter, content_of(statement, context.text))
    return near and _FOR_THEM.match(context.text, mention.begin) is not None


def _so_called(words: str) -> bool:
    """Whether a sentence denies what it calls a charge or a story."""
    return _SO_CALLED.search(words) is not None and _STRONG.search(words) is not None


def _by_pronoun(words: str, who: str) -> bool:
    """Whether a sentence of denial or refusal opens with a word that may stand for the accused: "It declined …"."""
    body = ROLE.search(who) is not None or re.search(r"[A-Z]", who) is None
    named = content_words(who) | _BODIES
    match = re.match(r"(?:But |And |Both )?(?:(?P<he>He|She)|It|They|The (?P<body>[a-z]+))\b", words)
    if match is None or _IN_RESPONSE.search(words):
        return False
    return bool(content_words(match["body"]) & named) if match["body"] else not (match["he"] and body)


def _of_others(words: str, wanted: frozenset[str]) -> bool:
    """Whether a sentence of denial is plainly somebody else's: it opens with another name."""
    match = re.match(r"(?:But |And |Yet )?(?:The )?(?P<who>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+)*)", words)
    return match is not None and bool(content_words(match["who"])) and not wanted & content_words(match["who"])
