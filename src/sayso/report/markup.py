"""A page's article by its own markup, block by block: for short ones, which the extraction joins into one block."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from sayso.patterns import kept

CAPTION = "\ue000"  # private use: marks a caption on its way through the extraction
BREAK = "\ue001"  # private use: a line break in running text

_HEADS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BLOCKS = _HEADS | frozenset(
    "body p div section article main header figure ul ol li dl dt dd blockquote pre table tr td th address "
    "details summary hgroup time".split()
)
_LEFT_OUT = frozenset(
    "nav aside footer form script style noscript template button select svg iframe figcaption dialog".split()
)
_BESIDE = kept(r"(?:^|[\s_-])(?:related|shar(?:e|ing)|newsletter|promo|comments)(?:$|[\s_-])", re.IGNORECASE)
_FEWEST = 3  # words by which a block is known again
_LONGEST = 20_000  # code points of a joined block: each of the page's own is looked for in it
_SHORT = 120  # words: below, the extraction takes paragraphs from all over the page


def article(tree: HtmlElement) -> HtmlElement | None:
    """The ``article`` with the most words in paragraphs, else the ``main``; None where the page marks neither."""
    for tag in ("article", "main"):
        found: HtmlElement | None = max(tree.iter(tag), key=_words_below, default=None)
        if found is not None:
            return found
    return None


def unjoined(tree: HtmlElement, extracted: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """``extracted``, (role, words) of each block; the page's own blocks where those are surely better.

    That is where one block holds most of them, and where a short extraction went beyond the marked article.
    """
    longest = max((words for _, words in extracted), key=len, default="")
    if len(longest) > _LONGEST:
        return extracted
    marked = article(tree)
    container = marked
    if container is None:
        container = max(tree.iter("body", "div", "section", "td"), key=_words_in, default=None)
    if container is None:
        return extracted
    own = list(_blocks(container))
    told = [words for _, words in own if len(words.split()) >= _FEWEST]
    joined = [words for words in told if words in longest and words != longest]
    if len(joined) > 1 and len(joined) > len(told) / 2:
        return own
    found, shown = {words for _, words in extracted}, {words for _, words in own}
    is_short = sum(len(words.split()) for words in found) < _SHORT
    goes_beyond = marked is not None and is_short and not found <= shown
    return own if goes_beyond and len(found & shown) > max(1, len(told) / 2) else extracted


def lines(role: str, words: list[str]) -> Iterator[tuple[str, str]]:
    """(role, words) of each line of a block, white space collapsed; a marked one is a caption."""
    for line in "".join(words).replace("\n", " ").split(BREAK):
        line = " ".join(line.split())
        if line.startswith(CAPTION):
            yield "caption", line.strip(CAPTION)
        elif line:
            yield role, line.replace(CAPTION, "")


def _blocks(container: HtmlElement) -> Iterator[tuple[str, str]]:
    role, words = "paragraph", [""]
    walk = iterwalk(container, events=("start", "end"))
    for event, element in walk:
        if element.tag in _BLOCKS:
            yield from lines(role, words)
            words = []
        if element.tag in _HEADS:
            role = "subhead" if event == "start" else "paragraph"
        if event == "end":
            words.append(element.tail or "")
        elif element.tag in _LEFT_OUT or (element is not container and _BESIDE.search(element.get("class") or "")):
            walk.skip_subtree()
        else:
            words.append(BREAK if element.tag == "br" else element.text or "")


def _words_below(element: HtmlElement) -> int:
    return sum(len(paragraph.text_content().split()) for paragraph in element.iter("p"))


def _words_in(element: HtmlElement) -> int:
    return sum(len(child.text_content().split()) for child in element if child.tag == "p")
