"""Numbers that are no amounts: parts of names, years, dates, times, scores, references."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.grounding.amounts.bounds import bound_around
from sayso.grounding.amounts.nouns import PEOPLE
from sayso.grounding.amounts.numerals import Token
from sayso.grounding.amounts.quantities import MONTHS, Quantity
from sayso.patterns import kept

_CLOCK = kept(r":\d|\s?(?:[ap]\.?\s?m\b|GMT|UTC|EST|EDT|CET|o['’]clock|hours? (?:GMT|local))")
_GLUED = kept(r"[/.]\d|[A-Za-z_]|-[A-Z]")
_ORDINAL = kept(r"(?:st|nd|rd|th)\b")
_STREET = kept(
    r"\s(?:[NSEW]\.?\s)?[A-Z][\w.]*(?:\s[A-Z][\w.]*)?\s(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Drive|Dr|Lane|Way)\b"
)
_PLACE_IN_TIME = frozenset("in since by from of until till before after during late early mid circa around".split())
#: Words that begin sentences or headlines in capitals without being the name that a number belongs to.
_NO_NAME = frozenset(
    """
    a about above after all almost among an and another any around as at because before below between both but by down
    during each every exactly fewer first for from further have here if in into just last least less more most nearly
    no not of on only or other out over past per roughly so some still than that the their then there these they this
    those through to total under up upto we were when where which while who with within worth you your kill kills
    killed wound wounds wounded injure injures injured leave leaves left hit hits reach reaches reached top tops win
    wins won lose loses lost gain gains add adds cut cuts free frees arrest arrests evacuate evacuates displace
    displaces rescue rescues detain detains killing wounding injuring leaving fire fires shoot shoots see sees
    estimated approximately but yet although though nor plus police
    """.split()
)
#: Things that have numbers for names.
_NUMBERED = frozenset(
    """
    article articles section chapter page pages paragraph paragraphs clause rule room floor gate channel line phase
    stage round level grade class type version season episode volume issue number numbers route highway road exit
    flight platform lane unit block apartment suite box model item figure table step day week year group tier category
    code page district ward precinct
    """.split()
)
_WHOLES = frozenset(
    "the these those this that other first last next our your their his her its no any every each".split()
)
_DATED = frozenset(["ago", "later", "earlier", "hence"])


def is_no_amount(text: str, tokens: Sequence[Token], at: int, q: Quantity, *, bounded: bool) -> bool:
    """Is the number at token ``at``, whose quantity is ``q``, something else than an amount?"""
    if q.kind == "duration":
        following = tokens[q.after].low if q.after < len(tokens) else ""
        return following in _DATED
    if q.kind == "measure" and q.digits and _is_glued(text, q):
        return True
    if q.kind not in ("number", "count"):
        return False
    if q.digits:
        return _is_reference(text, tokens, at, q, bounded=bounded)
    return not bounded and _is_loose_word(tokens, at, q)


def _is_glued(text: str, q: Quantity) -> bool:
    """Part of a reference with letters: scp-173m, 24703L202."""
    before = text[max(0, q.begin - 2) : q.begin]
    dashed = len(before) == 2 and before[1] in "-–" and before[0].isalnum()
    return before[-1:].isalnum() or dashed or (q.value < 0 and not _is_warmth(q)) or text[q.end : q.end + 1].isdecimal()


def _is_warmth(q: Quantity) -> bool:
    return q.measure is not None and q.measure.kind in ("temperature", "degree")


def is_year(q: Quantity) -> bool:
    return q.digits and q.value == int(q.value) and 1000 <= q.value <= 2100 and q.number_end - q.begin == 4


def is_bounded(text: str, begin: int) -> bool:
    bound = bound_around(text, begin, begin)
    return bound.side is not None or bound.approximate or text[max(0, begin - 8) : begin].lower() == "between "


def _is_reference(text: str, tokens: Sequence[Token], at: int, q: Quantity, *, bounded: bool) -> bool:
    before, behind = text[max(0, q.begin - 2) : q.begin], text[q.number_end : q.number_end + 6]
    if before[-1:].isalpha() or before[-1:] in ("_", "#", "@", "/", ":", "+", "\\", "&", "="):
        return True
    if before[-1:] in ("-", "–", ".") and len(before) == 2 and before[0].isalnum():
        return True  # T-72, 3.0.1
    if behind[:1] == "]" and before[-1:] == "[":
        return True
    digits = tokens[at].text
    if len(digits) > 1 and digits[0] == "0" and digits.isdecimal():
        return True
    if _CLOCK.match(behind) or _ORDINAL.match(behind) or (_GLUED.match(behind) and q.kind == "number"):
        return True
    previous = tokens[at - 1] if at else None
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if _is_date(tokens, at, previous, following):
        return True
    if previous and previous.low in _NUMBERED and q.kind == "number" and not bounded:
        return True
    if is_year(q) and not bounded:
        is_small_year = not 1900 <= q.value <= 2100 and not (previous and previous.low in _PLACE_IN_TIME)
        return not is_small_year and (q.unit or "").split(" ")[-1].lower() not in PEOPLE
    if _STREET.match(text, q.number_end):
        return True
    return not bounded and "," not in digits and "." not in digits and _is_named(text, tokens, at, q)


def _is_date(tokens: Sequence[Token], at: int, previous: Token | None, following: str) -> bool:
    value = tokens[at].text
    if not value.isdecimal() or len(value) > 4:
        return False
    before = previous.text if previous else ""
    if before == "." and at >= 2:
        before = tokens[at - 2].text
    day = len(value) <= 2
    return (before in MONTHS and (day or len(value) == 4)) or (day and following in MONTHS)


def _is_named(text: str, tokens: Sequence[Token], at: int, q: Quantity) -> bool:
    """Does the number belong to the capitalised word before it: Boeing 737, Article 5, Channel 4, No. 10?"""
    if at == 0:
        return False
    previous = tokens[at - 1]
    if (
        previous.text == "."
        and at >= 2
        and tokens[at - 2].low in ("no", "nos", "art", "sec", "vol", "p", "pp", "ch", "fig")
    ):
        return True
    gap = text[previous.end : q.begin]
    if not previous.text[0].isupper() or gap not in (" ", "\xa0") or previous.low in _NO_NAME:
        return False
    return not (previous.low.endswith("ed") or (q.kind == "count" and q.scale > 1))


def _is_loose_word(tokens: Sequence[Token], at: int, q: Quantity) -> bool:
    """ "one" as a pronoun, "the two" for people already named, "zero" by itself."""
    before = tokens[at - 1].low if at else ""
    if q.after < len(tokens) and tokens[q.after].text == "-" and tokens[q.after].begin == q.end and q.kind == "number":
        return True  # "two-faced", "four-star"
    if q.value == 1:
        return q.kind != "count"
    if q.kind == "number" and q.value <= 12 and q.scale == 1:
        following = tokens[q.after].low if q.after < len(tokens) else ""
        return before in _WHOLES or following in ("of", "sides") or not before or before in (".", "“", '"', ",", "and")
    return False
