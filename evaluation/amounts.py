"""Score amounts on the English number, percentage, currency, measure, age and range cases of recognizers.

``python -m evaluation.amounts [--misses]``. A case is right where the values found are exactly those expected:
number (in
the case's own measure), unit, bounds. Number cases are asked of the number grammar (every number counts there, "one"
too); all others of ``find_amounts``, which leaves out what is no amount in a report.

Left out, and counted: cases that the collection marks as unsupported everywhere; what a news report's amounts do not
hold: ordinals, number cases that test percentages or ordinals apart, powers ("2^3"), radians and turns, kitchen
measures,
bare units without a number ("mcg"), comparisons of fields ("x >= 5 and < 7") that are one range of two bounds.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from evaluation.corpora import DATA
from sayso.grounding.amounts import AmountMention, find_amounts
from sayso.grounding.amounts.numerals import Tokens, read_numeral

CASES = DATA / "recognizers" / "english_specs.jsonl"
SPECS = {
    "NumberModel": "number", "NumberModelExperimentalMode": "number", "NumberRangeModel": "range",
    "NumberRangeModelExperimentalMode": "range", "PercentModel": "percent", "CurrencyModel": "money",
    "DimensionModel": "measure",
    "TemperatureModel": "temperature", "AgeModel": "age",
}  # fmt: skip
#: The collection's names of units → ours, with the factor from their number to ours.
UNITS: dict[str, tuple[str, float]] = {
    "Dollar": ("USD", 1), "United States dollar": ("USD", 1), "Euro": ("EUR", 1), "Chinese yuan": ("CNY", 1),
    "Pound": ("GBP", 1),
    "Cent": ("USD", 0.01), "Canadian dollar": ("CAD", 1), "Japanese yen": ("JPY", 1), "Franc": ("franc", 1),
    "Australian dollar": ("AUD", 1), "Pence": ("GBP", 0.01), "Penny": ("GBP", 0.01), "Bitcoin": ("BTC", 1),
    "Turkish lira": ("TRY", 1),
    "Rupee": ("INR", 1), "British pound": ("GBP", 1), "Mexican peso": ("MXN", 1), "Hong Kong dollar": ("HKD", 1),
    "Swiss franc": ("CHF", 1), "New Zealand dollar": ("NZD", 1), "Costa Rican colón": ("CRC", 1),
    "Georgian lari": ("GEL", 1),
    "Lao kip": ("LAK", 1), "Sri Lankan rupee": ("LKR", 1), "Finnish markka": ("FIM", 1), "Peseta": ("peseta", 1),
    "Netherlands guilder": ("guilder", 1), "Foot": ("ft", 1), "Meter": ("m", 1), "Mile": ("mi", 1), "Gallon": ("gal",
    1),
    "Ton": ("ton", 1), "Metric ton": ("t", 1), "Kilometer per hour": ("km/h", 1), "Kilogram": ("kg", 1),
    "Microgram": ("mcg", 1),
    "Inch": ("in", 1), "Square meter": ("m2", 1), "Kilometer": ("km", 1), "Millimeter": ("mm", 1),
    "Decimeter": ("dm", 1),
    "Picometer": ("pm", 1), "Degree": ("degree", 1), "Milliliter": ("mL", 1), "Barrel": ("bbl", 1), "Ounce": ("oz", 1),
    "Acre": ("acre", 1), "Cubic foot": ("cu ft", 1), "Bit": ("bit", 1), "Mile per hour": ("mph", 1),
    "Square kilometer": ("km2", 1),
    "Megabit": ("Mb", 1), "Megabyte": ("MB", 1), "Gram": ("g", 1), "C": ("°C", 1), "F": ("°F", 1), "Year": ("year", 1),
    "Month": ("month", 1), "Week": ("week", 1), "Day": ("day", 1),
}  # fmt: skip
_ODD_UNITS = frozenset(
    ["Radian", "Turn", "Tablespoon", "Cup", "Teaspoon", "Dram", "Meter per millisecond", "Centimeter per millisecond",
     "Kilometer per millisecond", "Sen", "Satoshi", "Age"]
)  # fmt: skip
#: "one over 20", "thirty-fifths", "trillionths", "1e10", "10G"
_EXERCISE = re.compile(
    r"\bover\b|(?:twenty|thirty|hundred|thousand)[- ](?:first|third|fifth|[a-z]+i?on|thousand fifth)s?\b"
    r"|(?:i?onth|hundredth)s?\b"
    r"|twenty[- ](?:first|fifth)s?|(?:\w+ty|hundred|thousand)(?:[- ]\w+)? (?:fifth|third)s?"
    r"|\de[+-]?\d|\d\s?g\b|and fifth",
    re.IGNORECASE,
)
_INTERVAL = re.compile(r"[\[(]([-\d.]*),([-\d.]*)[\])]")


def why_left_out(case: dict[str, Any], kind: str) -> str | None:
    if "dotnet" in case.get("NotSupported", "") or (
        "NotSupportedByDesign" in case and "dotnet" in case["NotSupportedByDesign"]
    ):
        return "unsupported"
    if kind == "number" and not case["Results"] and re.search(r"\d[a-z]{1,2}\b", case["Input"]):
        return "number with a unit (an amount here)"
    if kind == "range" and "equal" in case["Input"].lower():
        return "comparison of fields"
    for result in case["Results"]:
        resolution = result.get("Resolution") or {}
        if kind == "number" and _EXERCISE.search(result["Text"]):
            return "fraction or notation of no report"
        if "^" in result["Text"]:
            return "power"
        if resolution.get("unit") in _ODD_UNITS:
            return "unit of no report"
        if kind != "range" and resolution.get("value") in (None, "null", "null%"):
            return "unit without number"
        if kind == "range":
            match = _INTERVAL.fullmatch(resolution.get("value", ""))
            if match is None or re.search(r"[<>=]", result["Text"]):
                return "comparison of fields"
            if re.search(r"\b\d*(?:st|nd|rd|th)\b|tenth|fifteenth|hundredth", result["Text"]):
                return "range of ordinals"
    return None


def expected(case: dict[str, Any], kind: str) -> Counter[Any]:
    values: Counter[Any] = Counter()
    for result in case["Results"]:
        resolution = result.get("Resolution") or {}
        if kind == "range":
            match = _INTERVAL.fullmatch(resolution["value"])
            assert match
            values[tuple(rounded(float(v)) if v else None for v in match.groups())] += 1
        elif kind == "number":
            values[rounded(float(resolution["value"]))] += 1
        elif kind == "percent":
            values[rounded(float(resolution["value"].rstrip("%")))] += 1
        else:
            unit, factor = UNITS[resolution["unit"]]
            if kind == "measure" and unit == "GBP":
                unit = "lb"
            values[rounded(float(resolution["value"]) * factor), unit] += 1
    return values


def rounded(value: float) -> float:
    return float(f"{value:.6g}")


def answered(text: str, kind: str) -> Counter[Any]:
    if kind == "number":
        return Counter(rounded(value) for value in numbers(text))
    values: Counter[Any] = Counter()
    for mention in find_amounts(text):
        a = mention.amount
        if kind == "range":
            if a.low is not None or a.high is not None:
                values[tuple(None if v is None else rounded(v) for v in (a.low, a.high))] += 1
        elif kind == "percent":
            if mention.kind == "percentage" and a.unit == "percent":
                values.update(rounded(v) for v in points(mention))
        elif mention.kind == ("measure" if kind == "temperature" else kind) and (
            kind not in ("measure", "temperature") or (a.unit in ("°C", "°F", "degree")) == (kind == "temperature")
        ):
            values.update((rounded(v), a.unit) for v in points(mention))
    return values


def points(mention: AmountMention) -> list[float]:
    """One number of an amount: the recognisers give the number, its bounds apart; of a range the upper end."""
    a = mention.amount
    return [next(v for v in (a.value, a.high, a.low) if v is not None)]


def numbers(text: str) -> Iterator[float]:
    tokens, at = Tokens(text), 0
    while at < len(tokens):
        found = read_numeral(tokens, at)
        if found is None or found.vague:
            at += 1
            continue
        before = text[max(0, found.begin - 2) : found.begin]
        negative = before[-1:] == "-" and not before[:-1].strip() and found.value > 0
        yield -found.value if negative else found.value
        at = max(found.after, at + 1)


def score(show: bool) -> dict[str, dict[str, Any]]:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    out: dict[str, Counter[str]] = defaultdict(Counter)
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        name = case["spec"].rsplit("/", 1)[-1].removesuffix(".json")
        if name not in SPECS:
            continue
        kind = SPECS[name]
        if reason := why_left_out(case, kind):
            out[kind][reason] += 1
            continue
        want, got = expected(case, kind), answered(case["Input"], kind)
        asked[kind] += 1
        right[kind] += want == got
        if show and want != got:
            print(f"{kind}: {case['Input'][:160]!r}\n    wanted {dict(want)}\n    found  {dict(got)}")
    return {
        k: {"cases": asked[k], "right": round(right[k] / asked[k], 3), "left_out": dict(out[k])} for k in sorted(asked)
    }


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--misses", action="store_true", help="print the cases that are not right")
    print(json.dumps(score(options.parse_args().misses), indent=1))


if __name__ == "__main__":
    main()
