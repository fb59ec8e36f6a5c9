"""Charges and inquiries of which a report tells only the one side."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.accused.accusations import OF_DOING
from sayso.check.accused.passing import in_passing
from sayso.check.accused.responses import answers_something
from sayso.check.context import Context, part
from sayso.check.language import WRONGDOING
from sayso.check.model import Hit
from sayso.patterns import compiled


def charged(context: Context) -> Iterator[Hit]:
    """Somebody is charged or investigated, or the prosecution tells its case, and nothing is heard from their side."""
    if not context.body or _DEFENCE.search(context.story) or any(answers_something(context)):
        return
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        match = _CHARGED.search(words)
        if match and (sentence.block > (0 if match["probe"] else 1) or in_passing(words[: match.start()])):
            continue
        if match is None or context.quoted(sentence.span.begin + match.start()):
            continue
        doubtful = match.group().endswith("accused of") or match["probe"] or match["laid"]
        if doubtful and not (WRONGDOING.search(words) or OF_DOING.search(words) or _DEALINGS.search(words)):
            continue
        if match["probe"] and _LEADS.search(words[: match.start()]):
            continue  # the sentence is of whoever investigates
        if _NOBODY.search(words) or re.search(r"\b(?:19|20)\d\d\b", words[: match.start()]):
            continue
        yield Hit(
            part(sentence.span, *match.span()),
            "a plea, a lawyer, a denial or an effort to reach the accused, anywhere in the report; found none",
        )
        return


_CHARGED = compiled(
    r"\b(?:is|was|were|are|been|being) (?:\w+ly )?(?:charged (?:with|on|in|over|for|under)|accused of|"
    r"indicted (?:on|for|in|by)|sued (?:for|over)|under (?:\w+ )?investigation)\b"
    r"|\b(?P<laid>(?:[Aa]llegations?|[Aa]ccusations?|[Cc]laims) that) (?=[A-Z][\w’'-]+ [A-Z])"
    r"|\b(?:prosecutors?|[Tt]he prosecution) (?:told|said|alleged?|claims?|accused)\b"
    r"|\b(?P<probe>investigat(?:ing|ion into|ions into|ed)|prob(?:e|es|ing) (?:of|into)|inquir(?:y|ies) into)\b"
)
_LEADS = compiled(r"\b(?:appointed|handl\w+|overs[ei]\w+|lead\w*|led|head\w*|special counsel)\b", re.IGNORECASE)
#: What is investigated, apart from crimes: "Russian attempts to interfere", "ties between the firm and the mayor".
_DEALINGS = compiled(
    r"\b(?:ties|links|contacts|interfer\w*|meddl\w*|collu\w*|wrongdoing|misconduct|bias|payments?|dealings|"
    r"conflicts? of interest|leak\w*)\b"
)
#: Nobody who could answer is meant.
_NOBODY = compiled(
    r"\b(?:cause of|shooter|gunman|bomber|suspects?|unknown|unidentified|crash|blaze|fire|outbreak|explosion|"
    r"impeachment|(?:deadly|mass|fatal) \w+|(?:into|of) the (?:\w+ )?(?:attacks?|bombings?|shootings?|killings?|"
    r"deaths?|murders?))\b"
)

_DEFENCE = compiled(
    r"\b(?:plea|pleas|plead\w*|pled|guilty|convict\w*|sentenced|confess\w*|admi(?:ts?|tted)|innocen\w+|acquitted|"
    r"statement from|barristers?|solicitors?|defen[cs]e (?:lawyers?|attorneys?|counsel|team)|"
    r"(?:his|her|their|its|[’']s?) (?:\w+ )?(?:lawyers?|attorneys?|counsel|spokes\w+|representatives?)|"
    r"(?:lawyers?|attorneys?|counsel|spokes\w+|representatives?)(?:,? [A-Z][\w.’'-]+){0,3},? (?:for|representing) )",
    re.IGNORECASE,
)
