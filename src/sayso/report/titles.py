"""The headline that a page's title and headings tell together, without the name of the outlet."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from sayso.patterns import kept
from sayso.report.markup import article

_SITE = kept(r"\s+(?:[|»·•]|[-–—]|::|>)\s+")
_BAR = kept(r"\s+[|»]\s+\Z")
_EDGE = " |»·•-–—:>"
_PAPER = kept(
    r"(?=(?:[A-ZÀ-Þ][\w.'’&-]*\s?){1,4}\Z).*\b(?:News|Times|Post|Herald|Gazette|Tribune|Journal|Chronicle|Courier|"
    r"Observer|Standard|Mail|Mirror|Telegraph|Guardian|Examiner|Dispatch|Bulletin|Star|Press)\Z"
)


def headline_of(tree: HtmlElement, stated: str | None, outlet: str | None, url: str | None) -> tuple[str | None, str]:
    """(headline, markup or meta).

    ``stated``: the title of the page's meta tags, which goes before its ``title`` element. A heading that stands whole
    in the title, or (in the article) carries the ``title`` element on, goes before both.
    """
    title = stated or text_of(tree.find(".//title"))
    plain = without_site(title, outlet, url)
    marked = article(tree)
    headings = list(tree.iter("h1"))
    inner = headings if len(headings) == 1 else []
    if marked is not None:
        inner = list(marked.iter("h1")) or list(islice(marked.iter("h2"), not headings))
    for heading in (*inner, *headings):
        words = text_of(heading)
        if not words or not title or not plain:
            continue
        if words in title and len(words) > len(title) / 2:
            return words, "markup"
        carries_on = heading in inner and plain.casefold() in words.casefold() and len(plain.split()) > 1
        if carries_on and not stated:
            return words, "markup"
    return (plain, "meta") if plain else (text_of(next(iter(headings), None)), "markup")


def without_site(title: str | None, outlet: str | None, url: str | None) -> str | None:
    """The title without the name of the site before or after a bar or a spaced dash."""
    if not title:
        return None
    parts = _SITE.split(title)
    if len(parts) < 2:
        return title
    first, last = parts[0], parts[-1]
    known = (outlet or "").lower().lstrip("@")
    head = title[: title.rindex(last)]
    if _is_within(last, known) or _is_host(last, url):
        return head.rstrip(_EDGE)
    if _is_within(first, known):
        return title[len(first) :].lstrip(_EDGE)
    if _PAPER.match(last) or (_BAR.search(head) and len(first.split()) > len(last.split())):
        return head.rstrip(_EDGE)
    longest = max(parts, key=len)
    return longest if len(longest.split()) >= 4 and len(last.split()) <= 4 else title


def text_of(element: HtmlElement | None) -> str | None:
    """The element's words, white space collapsed; None where it has none."""
    return " ".join(element.text_content().split()) or None if element is not None else None


def _is_within(part: str, outlet: str) -> bool:
    return bool(outlet) and (part.lower() in outlet or outlet in part.lower())


def _is_host(part: str, url: str | None) -> bool:
    """Arnsund Today of www.arnsundtoday.example."""
    try:
        labels = (urlsplit(url or "").hostname or "").split(".")
    except ValueError:
        return False
    return re.sub(r"\W", "", part).lower() in labels
