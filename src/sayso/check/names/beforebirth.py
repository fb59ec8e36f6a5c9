"""What people did before they can have been born, by their age: "Ms. Moen, 30", "who came to Lorn in 1979" in 2012."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.check.days.calendar import published_on
from sayso.patterns import compiled
from sayso.types import Span

_AGED = compiled(
    r"(?<![\w-])(?P<name>(?:[A-Z][\w’.-]+ ){0,3}[A-ZÀ-Ý][\w’-]+), (?:now |aged |age )?(?P<age>[1-9]\d),"
    r"(?! (?:19|20)\d\d| \d)"
)
_DID = (
    r"(?:came|arrived|moved|emigrated|immigrated|fled|settled|joined|enlisted|graduated|married|wed|founded|opened|"
    r"started|began|bought|became|was elected|was appointed|was hired|was convicted|was ordained|won|served|ran|wrote|"
    r"published|retired|enrolled|entered|took over|earned|left|first \w+ed)"
)
_WHO = compiled(
    r"(?P<name>[A-ZÀ-Ý][\w’-]+),? (?:who |has |had )?(?:also |then |later |once |first )?"
    rf"(?P<did>{_DID}) (?:(?!(?:after|before|since|his|her|their|when|until)\b)[\w’$,.-]+ ){{0,9}}?in (?:[A-Z][a-z]+ )?"
    r"(?P<year>19\d\d|20\d\d)\b"
)
_CHILD = frozenset("came arrived moved emigrated immigrated fled settled left started began entered enrolled".split())
_GROWN = 14  # years: nobody graduates or joins a force before


def done_before_birth(context: Context) -> Iterator[tuple[Span, Span, str]]:
    """The age, the deed, and what was looked for."""
    published = published_on(context)
    if published is None:
        return
    aged: dict[str, list[tuple[int, Span]]] = {}
    for sentence in context.sentences:
        for match in _AGED.finditer(sentence.span.of(context.text)):
            name = re.sub(r"[’']s$", "", match["name"].split()[-1])
            aged.setdefault(name, []).append((int(match["age"]), part(sentence.span, *match.span("age"))))
    for sentence in context.sentences if aged else ():
        words = sentence.span.of(context.text)
        for match in _WHO.finditer(words):
            told = aged.get(match["name"], [])
            if len({age for age, _ in told}) != 1 or context.quoted(sentence.span.begin + match.start()):
                continue
            then = told[0][0] - (published.year - int(match["year"]))
            least = 0 if match["did"] in _CHILD else _GROWN
            if then < least - 1 and int(match["year"]) <= published.year:
                yield (
                    told[0][1], part(sentence.span, *match.span()),
                    f"an age that fits {match['did']!r} in {match['year']}; found {told[0][0]}, so then {then}",
                )  # fmt: skip
                return
