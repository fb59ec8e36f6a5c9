"""How values are said on the pages."""

from __future__ import annotations

import re
from typing import Any

#: What XML 1.0 has no place for, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

LABELS = {
    "direct": "quotation", "mixed": "partly quoted", "indirect": "paraphrase",
    "unnamed-person": "unnamed person", "unnamed-group": "unnamed group",
    "no-comment": "no comment", "cannot-verify": "cannot verify",
    "news-conference": "news conference", "social-media": "social media",
    "declined": "comment declined", "none": "not judged", "added": "added by hand",
    "type": "Source type", "disclosure": "Disclosure", "act": "Act", "firmness": "Firmness", "standing": "Standing",
    "kind": "Words", "how": "Attribution", "judgement": "Judgement", "outlet": "Outlet", "source": "Source",
    "model": "Model", "via": "Through",
}  # fmt: skip


def day(value: str | None) -> str:
    """``2022-11-06T09:10:00Z`` as ``2022-11-06 09:10 UTC``; a day as it is."""
    if not value:
        return "undated"
    text = value.replace("T", " ")
    return (text[:16] + " UTC") if text.endswith("Z") and len(text) >= 17 else text[:16]


def short(identifier: str) -> str:
    """Twelve digits of a report's id, enough for an address."""
    return identifier.removeprefix("sha256:")[:12]


def count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """A share from 0 to 1, rounded as everywhere."""
    return f"{share * 100:.0f}"


def xml(text: str) -> str:
    """``text`` without the characters that an XML document cannot hold; escaping is the template's."""
    return _NOT_XML.sub("\ufffd", text)


def told(value: Any, text: str | None = None) -> str:
    """A JSON value of a judgement in words: spans as the words at them, or as characters where no text is at hand."""
    if value is None or value in ([], {}):
        return "nothing"
    if isinstance(value, list) and len(value) == 2 and all(type(each) is int for each in value):
        return f"“{text[value[0] : value[1]]}”" if text is not None else f"characters {value[0]}–{value[1]}"
    if isinstance(value, list):
        return "; ".join(told(each, text) for each in value)
    if isinstance(value, dict):
        return " · ".join(told(each, text) for each in value.values() if each not in (None, [], False))
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
