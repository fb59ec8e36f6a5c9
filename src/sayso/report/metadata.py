"""What a page says of itself: JSON-LD first, then meta tags, then plain markup; each value with where it came from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml.html import HtmlElement

from sayso.patterns import kept
from sayso.report.dates import timestamp
from sayso.report.people import names_in
from sayso.report.titles import headline_of, text_of

_ARTICLE = kept(r"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|\w+Article|SocialMediaPosting)\Z")
# Names of meta tags (lower case, best first) for each field; the field's name stands first in the line.
_META = {
    line.split()[0]: tuple(line.split()[1:])
    for line in """
    headline dc:title dcterm:title og:title twitter:title dc.title parsely-title sailthru.title title
    byline dc:creator dcterm:creator author article:author og:article:author parsely-author dc.creator sailthru.author
    published article:published_time og:article:published_time datepublished parsely-pub-date sailthru.date pubdate date
    updated article:modified_time og:updated_time datemodified lastmod last-modified dcterms.modified
    outlet og:site_name article:publisher_name dc.publisher publisher application-name twitter:site
    url og:url parsely-link
    language og:locale content-language dc.language language
    """.strip().splitlines()
}
_WRAPPING = kept(r"\A\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>|;)\s*\Z")
_BYLINE_CLASS = kept(
    r"(?:^|[\s_-])(?:byline|author-?name|article-?author|by-?author|c-byline|author)(?:$|[\s_-])", re.IGNORECASE
)
_BY = kept(r"\A(?:by|par|von|por|di|door|av|autor[ae]?)\b:?\s*", re.IGNORECASE)
_DECK_CLASS = kept(
    r"standfirst|(?:^|[\s_-])(?:deck|dek|sub-?title|sub-?headline|kicker-?text|article-(?:summary|intro|lead))(?:$|[\s_-])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Metadata:
    """``origins``: field to json-ld, meta, markup or link; dates are as the page writes them."""

    headline: str | None = None
    deck: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    url: str | None = None
    outlet: str | None = None
    language: str | None = None
    body: str | None = None  # JSON-LD's articleBody
    origins: dict[str, str] = field(default_factory=dict)

    def offer(self, name: str, value: str | tuple[str, ...] | None, origin: str) -> None:
        """Taken where nothing better is there yet."""
        if value and not getattr(self, name):
            setattr(self, name, value)
            self.origins[name] = origin


def read_metadata(tree: HtmlElement) -> Metadata:
    """All that the page says; nothing is taken from the prose."""
    found = Metadata()
    meta = _meta_tags(tree)
    article = _article(tree)
    found.offer("outlet", meta.get("og:site_name"), "meta")  # the publisher of JSON-LD is often the company
    if article:
        _from_article(article, found)
    for name in ("published", "updated"):
        dated = (meta[key] for key in _META[name] if key in meta and timestamp(meta[key]))
        found.offer(name, next(dated, None), "meta")
    for name in ("outlet", "url", "language"):
        found.offer(name, next((meta[key] for key in _META[name] if key in meta), None), "meta")
    author = next((meta[key] for key in _META["byline"] if key in meta and _is_person(meta[key])), "")
    found.offer("byline", tuple(filter(None, map(str.strip, author.split(";")))), "meta")
    _from_markup(tree, found)
    stated = next((meta[key] for key in _META["headline"] if key in meta), None)
    headline, origin = headline_of(tree, stated, found.outlet, found.url)
    found.offer("headline", headline, origin)
    if found.outlet:
        found.outlet = found.outlet.lstrip("@")
    if found.language:
        found.language = re.split(r"[-_,]", found.language.strip())[0].lower()[:3] or None
    return found


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        content = " ".join((tag.get("content") or "").split())
        names = " ".join(filter(None, (tag.get(key) for key in ("property", "name", "itemprop", "http-equiv"))))
        for name in names.lower().split():
            if content:
                tags.setdefault(name, content)
    return tags


def _article(tree: HtmlElement) -> Mapping[str, Any] | None:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        written = _WRAPPING.sub("", script.text or "")
        try:
            value = json.loads(written, strict=False)
        except (ValueError, RecursionError):
            continue
        for node in _nodes(value):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE.match(kind) for kind in kinds):
                return node
    return None


def _nodes(value: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement"):
            yield from _nodes(value.get(key), depth + 1)


def _from_article(article: Mapping[str, Any], found: Metadata) -> None:
    for name, key in (("published", "datePublished"), ("updated", "dateModified")):
        value = _name(article.get(key))
        found.offer(name, value if timestamp(value) else None, "json-ld")
    found.offer("headline", _name(article.get("headline")), "json-ld")
    body = article.get("articleBody")
    found.offer("body", body if isinstance(body, str) else None, "json-ld")
    authors = article.get("author") or article.get("creator")
    names = [_name(author) for author in (authors if isinstance(authors, list) else [authors])]
    found.offer("byline", tuple(name for name in names if name and _is_person(name)), "json-ld")
    found.offer("outlet", _name(article.get("publisher")), "json-ld")
    url = article.get("url") or article.get("mainEntityOfPage")
    url = url.get("@id") if isinstance(url, Mapping) else url
    found.offer("url", url if isinstance(url, str) and url.startswith("http") else None, "json-ld")
    language = article.get("inLanguage")
    found.offer("language", language if isinstance(language, str) else None, "json-ld")


def _from_markup(tree: HtmlElement, found: Metadata) -> None:
    found.offer("language", tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"), "markup")
    for link in tree.iter("link"):
        href = link.get("href") or ""
        if (link.get("rel") or "").lower() == "canonical" and href.startswith("http"):
            found.url, found.origins["url"] = href, "link"
    for time in tree.iter("time"):
        stated = time.get("datetime") or ""
        marks = f"{time.get('class') or ''} {time.get('itemprop') or ''}".lower()
        if timestamp(stated) and ("publish" in marks or time.get("pubdate") is not None):
            found.offer("published", stated, "markup")
    for element in tree.iter("a", "span", "div", "p", "address", "h2", "h3", "h4", "ul", "li", "strong", "em"):
        marks = f"{element.get('class') or ''} {element.get('id') or ''}"
        is_author = element.get("rel") == "author" or "author" in (element.get("itemprop") or "")
        if not found.byline and (is_author or _BYLINE_CLASS.search(marks)):
            words = text_of(element)
            people = names_in(_BY.sub("", words)).names if words and len(words) < 100 else ()
            found.offer("byline", people, "markup")
        elif not found.deck and _DECK_CLASS.search(marks):
            words = text_of(element)
            found.offer("deck", words if words and 20 < len(words) < 400 else None, "markup")


def _name(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list) and value:
        return _name(value[0])
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _is_person(value: str) -> bool:
    return not value.startswith(("http", "@", "/")) and len(value) < 200
