"""Paragraphs that stop in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.form.breaks import VERB
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Span

_END = compiled(
    r"[.!?:;…—–)\]“”‘’\"'*|>](?:\s*\[\d+\])?\s*$|(?:https?://|pic\.twitter\.com/)\S+\s*$|@\w+\s*$"
    r"|\(@\w+\) [A-Z][a-z]+ \d{1,2}, \d{4}\s*$|#\w+\s*$"
)
#: Words with which no sentence and no title ends.
_GOES_ON = compiled(
    r"(?:^|\s)(?:the|an?|of|and|or|but|its|their|our|your|my|every|than|because|into|whose|very|was|were|is|are|be|"
    r"been|has|had|have|"
    r"that|which|who|from|with|at|as|to|for|by|will|would|could|should|if|while|when|where)\s*$"
)


#: An address on the web, with which a line may end.
_ADDRESS = compiled(r"\b[\w-]+\.(?:com|org|net|be|gov|edu|co\.uk)(?:/\S*)?\s*$")


def broken_off(context: Context) -> Iterator[Span]:
    """The last words of such paragraphs, each paragraph once."""
    found: list[Span] = []
    for span in (*_without_a_stop(context), *_endless(context)):
        if not any(span.overlaps(other) for other in found) and not _apart(context, span):
            found.append(span)
            yield span


def _apart(context: Context, span: Span) -> bool:
    """Whether the paragraph is none of the story's: an offer to readers, the headline once more, a point of a list
    whose neighbour has no stop either."""
    place = context.paragraph_at(span.begin)
    if place is None:
        return False
    words = context.body[place].span.of(context.text)
    after = context.body[place + 1].span.of(context.text) if place + 1 < len(context.body) else ""
    if _OFFER.search(words) or re.search(r"\bpic\.twitter\.com/|\(@\w+\)", after):
        return True
    last = re.split(r"(?<=[a-z.,]{3}[.!?”\"]) ", words)[-1]
    headline = context.headline.span.of(context.text) if context.headline else ""
    if place < 2 and _goes_over(last, headline):
        return True
    if re.search(r"[a-z]$", words.rstrip()) is None or _GOES_ON.search(words):
        return False
    beside = [context.body[n].span.of(context.text) for n in (place - 1, place + 1) if 0 <= n < len(context.body)]
    return any(len(each.split()) >= 8 and re.search(r"[a-z]$", each.rstrip()) for each in beside)


#: What a site asks of its readers.
_OFFER = compiled(
    r"\b(?:newsletters?|sign up|subscrib\w+|inbox|recaptcha|cookies|privacy policy|terms of (?:use|service)|"
    r"rights reserved|download the|push notifications?)\b",
    re.IGNORECASE,
)


def _goes_over(words: str, headline: str) -> bool:
    own, title = content_words(words), content_words(headline)
    return len(own & title) >= max(2, 0.6 * min(len(own), len(title)))


def _without_a_stop(context: Context) -> Iterator[Span]:
    """The last words of paragraphs that end with a word that must go on, or, where the report ends its
    paragraphs with a stop otherwise, those of two sentences or more whose last has no end."""
    blocks = [(block, block.span.of(context.text)) for block in context.body]
    long = [words for _, words in blocks if len(words) > 60]
    ended = sum(1 for words in long if _END.search(words))
    regular = len(long) >= 4 and ended >= 0.9 * (len(long) - 1)
    for block, words in blocks:
        if _END.search(words) or len(words.split()) < 6 or _ADDRESS.search(words):
            continue
        within = re.search(r"[a-z]{3}\.[”\"’]? (?=[A-Z])", words) is not None
        if re.search(r"; (?:and|or)\s*$", words):
            continue  # points of a list
        if _GOES_ON.search(words) or (regular and within and _sentence(words)):
            last = re.search(r"\S+(?:\s+\S+){0,3}\s*$", words)
            if last:
                yield Span(block.span.begin + last.start(), block.span.begin + len(words.rstrip()))


def _sentence(words: str) -> bool:
    """Whether the last stretch is prose: small words, no list of names, no link to another story."""
    last = re.split(r"(?<=[a-z.,]{3}[.!?”\"]) ", words)[-1].split()
    small = sum(1 for word in last if word[:1].islower())
    return len(last) > 4 and small >= 0.6 * len(last)


_SMALL_END = compiled(
    r"\b(?:the|an?|and|or|but|of|to|for|from|with|that|which|who|whose|was|were|is|are|has|have|had|will|would|could|"
    r"be|been|its|their|because|although|than|further|more than|as well as|such as|in the|on the)$"
)


def _endless(context: Context) -> Iterator[Span]:
    """Paragraphs that stop in the middle of a sentence, in a text whose paragraphs otherwise end as they should."""
    ends = [block.span.of(context.text).rstrip() for block in context.body]
    unfinished = [
        n for n, words in enumerate(ends) if words and re.search(r"[\w,]$", words) and not _ADDRESS.search(words)
    ]
    if len(unfinished) > max(1, len(ends) // 8):
        return
    for n in unfinished:
        last = re.split(r"[.?!][”\"]? ", ends[n])[-1]
        cut = _SMALL_END.search(ends[n]) or ends[n].endswith(",")
        alone = len(unfinished) == 1 < n + 1 < len(ends) and re.match(
            r"(?:The|A|An|He|She|It|They|[A-Z]\w+ said)\b", last
        )
        long = alone and len(last.split()) >= 8 and re.search(rf"\b{VERB}\b", last) and "http" not in last
        goes_on = n + 1 < len(ends) and re.match(r"[a-z“\"‘]", ends[n + 1])
        if ((cut and len(ends[n].split()) > 4) or long) and not goes_on and not re.search('[“"]', last):
            end = context.body[n].span.begin + len(ends[n])
            yield Span(end - min(len(last), 60), end)
