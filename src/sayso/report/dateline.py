"""Datelines: ``WASHINGTON/KYIV, Nov 6 (Reuters) –`` and the forms of other agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.patterns import kept
from sayso.report.agencies import agency, signature
from sayso.report.dates import DATE_WORDS, MONTH_WORDS, read_day
from sayso.types import Dateline, Span

_UPPER = r"A-ZÀ-ÖØ-ÞŁŠŽĐİ"
# WASHINGTON, ST. LOUIS, McALLEN, N'DJAMENA, ABOARD AIR FORCE ONE; every part of the repetition is bounded.
_CAPITALS = (
    rf"(?:Ma?c)?[{_UPPER}][{_UPPER}.'’ʻ-]{{1,24}}(?:[ ](?:de|la|del|al|el|[{_UPPER}][{_UPPER}.'’ʻ-]{{0,24}})){{0,4}}"
)
_TITLE = rf"[{_UPPER}][\w.'’-]{{1,24}}(?:[ ](?:de|la|del|al|el|on|of|the|upon|[{_UPPER}][\w.'’-]{{0,24}})){{0,3}}"
_REGION = rf"(?:,[ ](?!(?:{MONTH_WORDS})\b\.?[ ]\d)[{_UPPER}][\w.'-]{{1,24}}(?:[ ][{_UPPER}][\w.'-]{{0,24}}){{0,2}})?"
_JOIN = r"(?:[ ]?/[ ]?|[ ]and[ ]|[ ]&[ ])"
_DASH = r"(?:--?-?|[–—―−\x96\x97]|&[mn]dash;)"  # x96, x97: cp1252 dashes that came through undecoded

_FORM = kept(
    rf"""
    (?P<places>(?!(?:{MONTH_WORDS})\b\.?[ ]\d)(?:{_CAPITALS}){_REGION}(?:{_JOIN}(?:{_CAPITALS}){_REGION}){{0,3}}
             | (?!(?:{MONTH_WORDS})\b\.?[ ]\d)(?:{_TITLE}){_REGION}(?:{_JOIN}(?:{_TITLE}){_REGION}){{0,3}})?
    (?:(?P<datesep>[.,]?[ ]?)(?P<date>{DATE_WORDS}))?
    [.,;]?[ ]{{0,2}}
    (?: \((?P<bracket>[^()\n]{{2,60}})\)
      | /(?P<slash>[^/\n]{{2,40}})/\.?
      | (?P<bare>[A-Z][A-Za-z-]{{1,20}})(?=[ ]?{_DASH}) )?
    (?P<end>[.:]?\s{{0,3}}{_DASH}\s{{0,3}} | :?\s{{1,3}} | (?=[A-Z“"]) | \s*\Z)
    """,
    re.VERBOSE,
)
_WINDOW = 200
# Capitals before a dash that are labels, not places.
_LABELS = kept(
    r"(?:UPDATED?|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|WATCH|LIVE|VIDEO|PHOTOS?|READ|MORE|CORRECTION|NOTE|EDITOR|FACT|"
    r"CLAIM|RATING|QUESTION|ANSWER|Q|A|TODAY|NOW|NEWS|ALERT|WARNING|STORY|PART|STEP|NO|YES|AND|BUT|SOURCE|TIMELINE|"
    r"HEADLINES?|BYLINE|BY|FILE|REUTERS|AP|AFP|CNN|BBC|NPR|COVID|GOP|NATO|EU|FBI|CIA|NSA|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Published|Updated|Posted|Last|On|Today)\b"
)
_DASH_AT = kept(_DASH)
_SPACED_DASH = kept(rf"\s{_DASH}\s+\Z")
_CAPITALS_ONLY = kept(rf"(?:{_CAPITALS}){_REGION}(?:{_JOIN}(?:{_CAPITALS}){_REGION})*")
_SEPARATOR = kept(r"[ ]?/[ ]?|[ ]and[ ]|[ ]&[ ]")


@dataclass(frozen=True, slots=True)
class FoundDateline:
    """``dateline.date`` is set only where the year is written; ``day`` is (month, day) where it is not."""

    dateline: Dateline
    day: tuple[int, int] | None
    is_strong: bool  # an agency or a date: not merely capitals before a dash


def find_dateline(text: str, span: Span) -> FoundDateline | None:
    """The dateline that the paragraph ``span`` begins with."""
    window = text[span.begin : min(span.end, span.begin + _WINDOW)]
    match = _FORM.match(window)
    if match is None or match.end() == 0:
        return None
    signed = match["bracket"] or match["slash"] or match["bare"]
    by = signature(signed) if signed else None
    if (
        signed
        and not by
        and _DASH_AT.search(match["end"])
        and (
            _CAPITALS_ONLY.fullmatch(match["places"] or "")
            or ".com" in signed
            or (match["date"] and not match["places"])
        )
    ):
        by = signed  # an outlet's own sign, unknown here
    if (signed and not by) or (match["bare"] and not agency(signed)):
        return None
    rest = text[span.begin + match.end() : span.end][:_WINDOW].lstrip()
    if not (_stands_alone(match, by) if not rest else _opens_story(match, by, rest)):
        return None
    day = read_day(match["date"]) if match["date"] else None
    year, month, number = day or (None, None, None)
    iso = f"{year:04d}-{month:02d}-{number:02d}" if year and month and number else None
    end = span.begin + len(window[: match.end()].rstrip())
    dateline = Dateline(_split(match["places"]), by, iso, Span(span.begin, end))
    return FoundDateline(
        dateline, (month, number) if month and number and not year else None, bool(by or match["date"])
    )


def _stands_alone(match: re.Match[str], by: str | None) -> bool:
    """On a line of its own only the full form counts: anything less may be a heading."""
    places = match["places"]
    return bool(places and by and (match["date"] or _CAPITALS_ONLY.fullmatch(places)))


def _opens_story(match: re.Match[str], by: str | None, rest: str) -> bool:
    places, date = match["places"], match["date"]
    if (rest[0].islower() and not by) or (places and _LABELS.match(places)):
        return False
    has_dash = bool(_DASH_AT.search(match["end"]))
    if not places:
        return bool(by) and not match["slash"] and (has_dash or not date)
    in_capitals = _CAPITALS_ONLY.fullmatch(places) is not None
    if by:
        return has_dash or in_capitals or bool(match["slash"] or date) or (agency(by) is None and len(rest) > 40)
    if not has_dash or rest[:40].isupper():
        return False
    if in_capitals:
        return bool(date) or (len(rest) > 10 and len(places) >= 4)
    # Osterby, Norland - …: ordinary case needs the country or the date, a spaced dash and a story behind it.
    return bool("," in places or date) and _SPACED_DASH.search(match.group()) is not None and len(rest) > 40


def _split(places: str | None) -> tuple[str, ...]:
    """``TURNBERRY/GLASGOW, Scotland`` → TURNBERRY, GLASGOW: the region is context, not a second place."""
    if not places:
        return ()
    names = (part.split(",", 1)[0].strip(" .") for part in _SEPARATOR.split(places))
    return tuple(name for name in names if name)
