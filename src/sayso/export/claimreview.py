"""ClaimReview drafts (schema.org): what a fact-checker fills in about a statement, as far as the report tells it.

There is no rating in them: Sayso says whose words they are, never whether they are true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.export.items import Item
from sayso.types import Statement

#: Acts whose content is no claim of the source: what it denies, will not speak of or could not check.
_NO_CLAIM = frozenset(["deny", "no-comment", "cannot-verify"])
_AUTHORS = {"person": "Person", "organization": "Organization"}


def claim_lines(items: Iterable[Item]) -> Iterator[str]:
    """One JSON-LD object a line for each claim (not a denial or refusal) whose source has a name."""
    for item in items:
        for statement in item.wanted:
            if statement.source.name and statement.act not in _NO_CLAIM and not statement.negated:
                yield msgspec.json.encode(draft(item, statement)).decode() + "\n"


def draft(item: Item, statement: Statement) -> dict[str, Any]:
    """``author``, ``url``, ``datePublished`` and ``reviewRating`` of the review are left to the reviewer."""
    report = item.reading.report
    article = {
        "@type": "NewsArticle",
        "identifier": report.id,
        "url": report.url,
        "headline": report.headline,
        "datePublished": report.published.value if report.published else None,
        "publisher": {"@type": "Organization", "name": report.outlet} if report.outlet else None,
    }
    author = {"@type": _AUTHORS.get(statement.source.type, "Thing"), "name": statement.source.name,
              "jobTitle": statement.source.title if statement.source.type == "person" else None}  # fmt: skip
    claim = {
        "@type": "Claim",
        "author": _known(author),
        "datePublished": statement.when.start if statement.when else None,
        "appearance": _known(article),
    }
    words = " … ".join(span.of(report.text) for span in statement.content)
    return {"@context": "https://schema.org", "@type": "ClaimReview", "claimReviewed": words,
            "inLanguage": report.language, "itemReviewed": _known(claim)}  # fmt: skip


def _known(value: dict[str, Any]) -> dict[str, Any]:
    return {key: inner for key, inner in value.items() if inner is not None}
