"""Headlines one step harder than their story: killed where the story has wounded, convicted where it has charged."""

from __future__ import annotations

import re

from sayso.check.context import Context
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Span

#: What a story may say, and the harder thing that its headline may make of it: beginnings of words.
_STEPS: tuple[tuple[str, str], ...] = (
    ("wound|injur|hurt|critical|target|fire[ds]? (?:at|on)", r"kill|dead|dies?\b|died|death|slay|slain|murder|fatal"),
    (
        r"accus|charg|suspect|alleg|indict|arrest|investigat|prob(?:e|ing)|sue[ds]?\b|suing|trial",
        r"convict|guilt|sentenc|jail|prove[dns]?\b|proof",
    ),
    (
        "consider|propos|plan|weigh|mull|urg|seek|sought|call(?:s|ed|ing)? (?:for|on)|discuss|debat|draft|ask|want|"
        r"hop(?:e|ing)|"
        r"could|may\b|might|would|suggest|threat|warn",
        r"approv|pass(?:es|ed)\b|sign(?:s|ed)\b|impos|enact|repeal|scrap|cancel|ban(?:s|ned)\b|"
        r"fir(?:es|ed)\b(?! (?:back|off|up))|sack|"
        r"settl|"
        r"win(?:s)?\b|won\b|seiz|abolish|quit|resign|force[ds]?\b",
    ),
    (
        "oppos|criti|question|concern|disagree|declin|disput|resist",
        r"block|sabotag|reject(?!ion)|refus(?!al)|condemn(?!ation)|defy|defie[ds]|sever|break",
    ),
    ("link|associat|tied|correlat|follow", "caus|trigger"),
    ("investigat|prob(?:e|ing)|review|examin|stud(?:y|ies|ied)", r"expos|confirm|reveal|prove[dns]?\b|find|found"),
)
_PAIRS = tuple(
    (compiled(rf"\b(?:{low})", re.IGNORECASE), compiled(rf"\b(?:{high})", re.IGNORECASE)) for low, high in _STEPS
)
#: How many other words of the headline the softer sentence must have.
_SHARED = 2
_EARLY = 5


def step_up(context: Context) -> tuple[str, Span] | None:
    """The headline's harder word, which the body has in no form, and the early sentence that has a softer one."""
    if context.headline is None or len(context.sentences) < _EARLY:
        return None
    title = context.headline.span.of(context.text)
    meaning = content_words(title)
    body = context.text[context.body[0].span.begin : context.body[-1].span.end]
    for low, high in _PAIRS:
        harder = high.search(title)
        if harder is None or low.search(title) or high.search(body):
            continue
        for sentence in context.sentences[:_EARLY]:
            words = sentence.span.of(context.text)
            rest = meaning - content_words(title[harder.start() :].split()[0])
            if low.search(words) and len(rest & content_words(words)) >= max(_SHARED, round(0.4 * len(rest))):
                return title[harder.start() :].split()[0].strip(".,;:’'"), sentence.span
    return None
