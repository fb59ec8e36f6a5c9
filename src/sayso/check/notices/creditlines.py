"""Credits that name nobody: "Other reporters contributed to this report", "Additional reporting by staff"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_PEOPLE = (
    r"(?:staff(?: (?:members|writers?|reporters?))?|staffers?|reporters?|correspondents?|colleagues?|journalists?|"
    r"writers?|team|"
    r"newsroom|bureaus?|bureaux|offices?|desks?|members|others|freelancers?|stringers?|editors?|contributors?|"
    r"researchers?|producers?|interns?|people|us)"
)
_TEXT = r"(?:story|article|report|piece|post|coverage)"
_WORK = r"(?:report(?:ing|ed|s)?|writing|written|research|assistance|contributions?|files|compiled|editing|edited)"
#: Who is credited stands before these words, or behind them.
_BEFORE = compiled(
    rf"^(?P<who>[^.]{{2,160}}?) (?:also |all )?contributed (?:additional |further )?(?:(?:to|for) (?:this|the) {_TEXT}|"
    r"reporting|research)\b"
)
_BEHIND = compiled(
    rf"^(?:with )?(?:additional |further |other )?{_WORK}(?: (?:and|,) {_WORK})*(?: was| were)? (?:contributed )?"
    rf"(?:by|from) (?P<who>[^.]{{2,200}})|"
    rf"^this {_TEXT} was (?:written|compiled|reported|put together|prepared) (?:with (?:contributions|help|reporting|"
    rf"assistance) )?(?:by|from) (?P<who2>[^.]{{2,160}})|"
    rf"^contributors to this {_TEXT} (?P<who3>[^.]{{2,120}})|^contributing: (?P<who4>[^.]{{2,160}})",
    re.IGNORECASE,
)
#: Names of places and of rooms: "in Carrow and New Brenn", "our Vesta bureau", "the Courier's staff".
_PLACE = r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)*"
_PLACES = compiled(
    rf"\b(?:in|from|at|across) (?:the )?{_PLACE}(?:(?:, and |, | and |/){_PLACE})*|"
    rf"\b(?:[A-Z][\w’'.-]+ ){{1,4}}(?:[a-z]+ ){{0,2}}(?={_PEOPLE}\b)"
)
_NAMED = compiled(
    r"[A-Z][\w’'.-]+ (?:[a-z]{1,3} ){0,2}[A-Z][\w’'-]+|\b[A-Z]{2,}\b|[A-Z][a-z]+[’']s? [A-Z]|\b[A-Z][a-zà-ÿ]{2,}"
)
#: A byline at the head: "By a staff reporter and two contributors".
_BYLINE = compiled(
    rf"^By (?P<who>(?:(?:an?|our|the|one of our|two|three|several) (?:[a-z-]+ ){{0,2}})?{_PEOPLE}"
    rf"(?:(?:,? and|,? with (?:additional |further )?(?:reporting|writing|help) (?:by|from)) (?:[a-z]+ ){{1,3}}?"
    rf"(?:{_PEOPLE}|colleagues?))?)"
    r"(?: (?:in|from|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?\.?$",
)
#: "From staff and wire reports": everybody and nobody.
_REPORTS = compiled(
    r"^(?:By |From |Compiled from )?(?:the )?(?:(?:[A-Z][\w’'-]+ )?(?:[Ss]taff|[Ww]ire|[Aa]gency|[Nn]ews services?)"
    r"(?:(?: and |, and |, |/| & )(?:[Ss]taff|[Ww]ire|[Aa]gency|[Aa]gencies|[Nn]ews services?))*)"
    r"(?: (?:[Ss]ervice )?[Rr]eports?)\.?$"
)
_FOOT = 5  # paragraphs from the end


def nameless(context: Context) -> Iterator[Span]:
    """The lines at the end of the report, and bylines at its head, that credit somebody and name none."""
    blocks = [each for each in context.report.blocks if each.role != "furniture"]
    for block in context.report.blocks[:4]:
        line = block.span.of(context.text).strip()
        if block.role != "headline" and (_BYLINE.match(line) or _REPORTS.match(line)):
            yield block.span
            return
    for n, block in enumerate(context.report.blocks):
        words = block.span.of(context.text)
        near_the_end = block in blocks[-_FOOT:]
        if len(words) > 300 or not (near_the_end or block.role == "credit"):
            continue
        stripped = re.sub(r"^[^\w]+|[^\w.)]+$", "", words)
        match = _BEFORE.match(stripped) or _BEHIND.match(stripped)
        if match and n > 0 and _names_nobody(match):
            begin = block.span.begin + words.index(stripped[:10])
            yield Span(begin, block.span.begin + len(words.rstrip()))
            return


def _names_nobody(match: re.Match[str]) -> bool:
    who = next(group for group in match.groupdict().values() if group)
    rest = match.string[match.end() :]
    told = f"{who[0].lower()}{who[1:]} {rest}"
    told = re.sub(r"[;,.]? *\b[Ee]dit(?:ing|ed) by\b", " ; ", told)
    people = re.search(rf"\b{_PEOPLE}\b", who, re.IGNORECASE) or re.search(r"\b(?:asked|preferred) not to be\b", who)
    return people is not None and _NAMED.search(_PLACES.sub(" ", told)) is None
