"""Years of one life or one house in the wrong order: pardoned before the conviction, sold before it was founded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.types import Span

#: What comes before what; verbs of one step may come in any order.
_STEPS = (
    ("birth", r"born"),
    ("beginning", r"founded|opened|established|launched|incorporated|built|completed"),
    ("arrest", r"arrested|detained|seized"),
    ("charge", r"charged|indicted|arraigned"),
    ("verdict", r"convicted|found guilty|pleaded guilty|pled guilty"),
    ("sentence", r"sentenced|jailed|imprisoned"),
    ("release", r"pardoned|exonerated|paroled|freed|(?:was|were|been) released|overturned|quashed|commuted"),
    ("end", r"demolished|torn down|dissolved|shut down|went bankrupt"),
    ("death", r"died|was killed|was assassinated|executed"),
)
_LADDERS = (
    ("birth", "arrest", "death"), ("birth", "verdict", "death"), ("beginning", "end"),
    ("charge", "verdict", "sentence"),
    ("verdict", "release"), ("sentence", "release"), ("arrest", "verdict"), ("birth", "release"),
)  # fmt: skip
_YEAR = re.compile(
    r"\bin (?:(?:early|late|mid-?) ?)?(?:[A-Z][a-z]+\.? )?(?P<y>(?:1[6-9]|20)\d\d)\b(?! and (?:1[6-9]|20)\d\d)"
)
_VERB = [(name, re.compile(rf"\b(?:{words})\b")) for name, words in _STEPS]
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w’'-]+[a-z]\b|^[A-Z][\w’'-]+[a-z]\b(?= (?:was|were|died|had|has)\b)")


def out_of_order(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The later-told place, the earlier one and what was looked for; both sentences name the same person or body."""
    told: dict[str, list[tuple[int, Span, frozenset[str]]]] = defaultdict(list)
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        years = list(_YEAR.finditer(words))
        if not years or len(words) > 400:
            continue
        names = frozenset(re.sub(r"[’']s?$", "", each) for each in _NAME.findall(words))
        for name, pattern in _VERB:
            for match in pattern.finditer(words):
                year = next((each for each in years if 0 <= each.start() - match.end() < 60), None)
                between = words[match.end() : year.start()] if year else ""
                if (
                    year
                    and not any(other.search(between) for _, other in _VERB)
                    and not re.search(r"[;:]|\band\b.*\band\b", between)
                ):
                    told[name].append((int(year["y"]), part(sentence.span, match.start(), year.end()), names))
                    break
    for ladder in _LADDERS:
        for n, before in enumerate(ladder):
            for after in ladder[n + 1 :]:
                for first, here, names in told[before]:
                    for second, there, others in told[after]:
                        if first > second and names & others and len(told[before]) == 1:
                            yield there, here, f"the {after} after the {before}; found {second} and {first}"
                            return
