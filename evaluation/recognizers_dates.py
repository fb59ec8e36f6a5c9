"""Our dates on the English date cases of Microsoft Recognizers-Text that have a reference date.

    python -m evaluation.recognizers_dates ../shared/data/recognizers/english_specs.jsonl [--misses N]

A case is one input with one reference date (repeated inputs count once) of which at least one expected result is of the
type date, daterange, datetime or datetimerange. It is right where every such result that is not left out is met: one of
our mentions overlaps its words and gives the days of one of its resolutions (the cases hold a past and a future one
where the words do not tell: either will do).

How days are compared: clock times are cut to their day on both sides. Their ranges end before the day that they name,
ours on it: an expected end is met by our end, our end plus one day, or, for "from A to B", the first day of B (they
count to where B begins); a case that wants A and B apart is met by the ends of our range. An open bound (before, after,
since) is met where the day given is our first or last, or next to it.

Left out, with the reason; the counts are printed:
  clock     only a time of day or hours and minutes ("in 3 min", "3pm to 5pm"): Sayso dates to the day
  offset    months or years counted off to the exact day ("three months ago" = 5 February): Sayso gives the month
            or year, since no writer means the day
  vague     "a few days ago" taken as three days: no number is written, so Sayso keeps the words unresolved
  unsolved  the case itself has no dates as its answer ("not resolved"; no such day; fiscal and school years; seasons)
  lunar     feasts of the Islamic calendar: dates that depend on sightings of the moon are not computed
  business  working days: need a calendar of holidays
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from sayso.grounding.dates import DateMention, find_dates

DATE_TYPES = frozenset(("date", "daterange", "datetime", "datetimerange", "datetimealt"))
_COUNTING = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half)"
_LEFT_OUT = (
    ("business", re.compile(r"business|work(?:ing)?\s?days?|weekdays?", re.I)),
    ("lunar", re.compile(r"ramad|ramaz|ramz|eid\b|eidul|islamic|hijri|arabic|fast\b", re.I)),
    ("unsolved", re.compile(r"fiscal|school|fy\s?\d|\bsy\d", re.I)),
    ("vague", re.compile(r"\b(?:few|several|couple of|some)\b|"
                         r"\b(?:coming|next|past|last)\s(?:weeks|days|months|years)\b", re.I)),
    ("clock", re.compile(r"\b(?:min(?:ute)?s?|hours?|hrs?|h|seconds?|secs?|now)\b", re.I)),
    ("offset", re.compile(rf"{_COUNTING}[\s-]*(?:month|year|yr)s?\b.*\b(?:ago|later|before|after|from|hence|back)\b|"
                          rf"\bin\s{_COUNTING}\s(?:month|year)s?\b", re.I)),
)  # fmt: skip
#: Something that dates at all: without it the words are a time of day, taken as today's or tomorrow's.
_DATED = re.compile(
    r"\d\s?[-/.]\s?\d|\d(?:st|nd|rd|th)\b|\b(?:\d{4}|on (?:the )?\d+|the \d+)\b|\b(?:mon|tue|wed|thu|fri|sat|sun"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|day|week|month|year|quarter|decade|century|night|morrow|tmr|last|this|next|past|eve\b|now"
    r"|christmas|easter|thanksgiving|halloween|\bq\d|fortnight|\d0'?s|teen|hundred|thousand|first|second|third|y2k",
    re.I,
)


def days_of(result: dict[str, Any]) -> list[tuple[str | None, str | None]]:
    """The resolutions of an expected result as (first day, end day), cut to days."""
    body = result.get("Resolution") or result.get("Value") or {}
    values = body.get("values")
    found: list[dict[str, Any]] = []
    if values is None:
        found = [body[key] for key in ("PastResolution", "FutureResolution") if body.get(key)]
    else:
        found = [value for value in values if isinstance(value, dict)]
    days = []
    for value in found:
        single = value.get("value") or value.get("date") or value.get("dateTime")
        first = single or value.get("start") or value.get("startDate") or value.get("startDateTime")
        last = single or value.get("end") or value.get("endDate") or value.get("endDateTime")
        pair = tuple(
            day[:10] if isinstance(day, str) and re.match(r"\d{4}-\d\d-\d\d", day) else None for day in (first, last)
        )
        if pair != (None, None) and pair not in days:
            days.append(pair)
    return days  # type: ignore[return-value]


def next_day(day: str) -> str:
    return (datetime.date.fromisoformat(day) + datetime.timedelta(1)).isoformat()


def first_of_value(value: str) -> str:
    """The first day of what a plain TIMEX3 value names."""
    value = re.sub(r"-Q(\d)", lambda quarter: f"-{3 * int(quarter.group(1)) - 2:02d}", value)
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    return "-".join((match.group(1), match.group(2) or "01", match.group(3) or "01")) if match else ""


def met(mention: DateMention, first: str | None, last: str | None) -> bool:
    if mention.start is None or mention.end is None:
        return False
    if first is None or last is None:
        bound = first or last or ""
        near = {mention.start, mention.end, next_day(mention.end)}
        return bound in near
    ends = {mention.end, next_day(mention.end)}
    if mention.value and "/" in mention.value:
        ends.add(first_of_value(mention.value.split("/")[1]))
    if first == last and mention.kind == "range" and mention.value and "/" in mention.value:
        return first in (mention.start, mention.end)
    return mention.start == first and last in ends


def why_left_out(result: dict[str, Any]) -> str | None:
    text = result["Text"]
    for reason, pattern in _LEFT_OUT:
        if pattern.search(text):
            return reason
    days = days_of(result)
    if not days or any(day and day.startswith("0001") for pair in days for day in pair):
        return "unsolved"
    return None if _DATED.search(text) else "clock"


def cases(path: Path) -> list[tuple[str, datetime.date, list[dict[str, Any]], str]]:
    """Input, reference day, expected date results, spec; each input with its reference once."""
    seen = set()
    found = []
    for line in path.read_text(encoding="utf8").splitlines():
        case = json.loads(line)
        reference = (case.get("Context") or {}).get("ReferenceDateTime")
        if not case["spec"].startswith("DateTime/") or not reference or (case["Input"], reference[:10]) in seen:
            continue
        results = [
            r for r in case["Results"] if r.get("TypeName", r.get("Type", "")).replace("datetimeV2.", "") in DATE_TYPES
        ]
        if results and "Extractor" not in case["spec"]:
            seen.add((case["Input"], reference[:10]))
            found.append((case["Input"], datetime.date.fromisoformat(reference[:10]), results, case["spec"]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--misses", type=int, default=0)
    options = parser.parse_args()
    tally: Counter[str] = Counter()
    by_spec: Counter[tuple[str, bool]] = Counter()
    out: Counter[str] = Counter()
    missed = []
    for text, reference, results, spec in cases(options.data):
        mentions = find_dates(text, reference)
        verdicts = []
        for result in results:
            reason = why_left_out(result)
            begin = result.get("Start", 0)
            end = begin + len(result["Text"])
            near = [m for m in mentions if m.span.begin < end and begin < m.span.end]
            right = any(met(m, *days) for m in near for days in days_of(result))
            tally["values_all"] += 1
            tally["values_all_right"] += right
            if reason:
                out[reason] += 1
                continue
            tally["values"] += 1
            tally["values_right"] += right
            verdicts.append(right)
            if not right:
                got = [(m.span.of(text), m.start, m.end) for m in near]
                missed.append((str(reference), text[:120], result["Text"], days_of(result), got))
        if verdicts:
            tally["cases"] += 1
            tally["cases_right"] += all(verdicts)
            by_spec[spec.rsplit("/", 1)[-1], all(verdicts)] += 1
    print(f"cases right {tally['cases_right']}/{tally['cases']} = {tally['cases_right'] / tally['cases']:.4f}")
    print(f"values right {tally['values_right']}/{tally['values']} = {tally['values_right'] / tally['values']:.4f}")
    share = tally["values_all_right"] / tally["values_all"]
    print(f"values right with nothing left out {share:.4f} of {tally['values_all']}")
    print("left out (values):", dict(out))
    for spec in sorted({name for name, _ in by_spec}):
        print(f"  {spec:40s} {by_spec[spec, True]}/{by_spec[spec, True] + by_spec[spec, False]}")
    for miss in missed[:: max(1, len(missed) // options.misses)] if options.misses else ():
        print(" | ".join(str(part) for part in miss))


if __name__ == "__main__":
    main()
