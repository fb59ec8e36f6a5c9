"""The search: every filter in the address, facets with counts, hits in their context, this view as CSV, JSON, Atom."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from sayso.api.problems import Problem
from sayso.api.replies import tagged
from sayso.api.routes.finding import ExportFormat, export_of
from sayso.api.services import Shared
from sayso.ledger import Facets, Query
from sayso.web.context import in_context
from sayso.web.feeds import newest
from sayso.web.render import Sender, Viewer, render, templates

router = APIRouter()
Text = Annotated[str, Form()]
#: Matches that are divided before the page is sent.
_AT_ONCE = 1000
#: Matches that are divided at all: a page must not take long, and of so many the shares tell enough.
_MOST = 5000
_DEFAULTS = {"versions": "latest"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A value of a facet, and the search with it added or, where it is ``on``, taken away."""

    value: str
    count: int
    on: bool
    query: str


@router.get("/search")
def search(request: Request, shared: Shared, visitor: Viewer) -> Response:
    query = Query.of(request.query_params.multi_items())
    plain = replace(query, cursor=None)
    with shared.ledger.read() as view:
        page = view.find(query)
        count = view.count(query)
        facets = view.facets(query) if count.value <= _AT_ONCE and count.exact else None
        hits = in_context(view.connection, page.items)
    following = str(replace(query, cursor=page.next)) if page.next else None
    return render(
        request, "search.html", visitor, query=query, hits=hits, count=count, following=following, view=str(plain),
        facets=_choices(plain, facets) if facets else None, exact=True, most=_MOST, chosen=_chosen(plain),
        saved=shared.searches.all(), feed=None if shared.serving.open else shared.visitors.feed_key,
    )  # fmt: skip


@router.get("/search/facets")
def facets(request: Request, shared: Shared, visitor: Viewer) -> Response:
    """How very many matches divide: a page of its own, which the search fetches when it is there already."""
    query = replace(Query.of(request.query_params.multi_items()), cursor=None)
    with shared.ledger.read() as view:
        found = view.facets(query, _MOST)
    return render(
        request, "facets.html", visitor, view=str(query), facets=_choices(query, found), exact=found.exact, most=_MOST
    )  # fmt: skip


@router.get("/search.{form}")
def download(form: ExportFormat | Literal["atom"], request: Request, shared: Shared, visitor: Viewer) -> Response:
    """Exactly this search: all its matches as CSV or JSON Lines, its newest as an Atom feed."""
    query = replace(Query.of(request.query_params.multi_items()), cursor=None)
    if form == "atom":
        return _feed(request, shared, query, "Statements")
    return export_of(request, shared, query, form)


@router.get("/searches/{search}.atom")
def saved_feed(search: str, request: Request, shared: Shared) -> Response:
    """What is new in a saved search, for visitors and for feed readers with the feed's own key."""
    if shared.visitors.of(request) is None and not shared.visitors.has_feed_key(request, search):
        raise Problem(401, "log in first, or use the address of the feed with its key", code="feed")
    found = shared.searches.get(search)
    return _feed(request, shared, Query.of(found.query), found.name)


@router.post("/searches")
def save(shared: Shared, visitor: Sender, name: Text, query: Text) -> Response:
    made = shared.searches.put(name, Query.of(query), visitor.name)
    return RedirectResponse(f"/search?{made.query}", 303)


@router.post("/searches/{search}/remove")
def remove(search: str, shared: Shared, visitor: Sender) -> Response:
    shared.searches.remove(search)
    return RedirectResponse("/search", 303)


def _feed(request: Request, shared: Shared, query: Query, title: str) -> Response:
    with shared.ledger.read() as view:
        items = newest(view, query)
    base = str(request.base_url).rstrip("/")
    updated = max((added for _, added in items), default="") or None
    body = templates().get_template("feed.atom").render(
        title=title, items=items, base=base, query=str(replace(query, cursor=None)), path=request.url.path,
        updated=_time(updated), time=_time,
    )  # fmt: skip
    return tagged(request, body.encode("utf-8", "replace"), "application/atom+xml")


def _time(value: str | None) -> str:
    """RFC 3339 of a day or a time, as Atom wants it."""
    if not value:
        return "1970-01-01T00:00:00Z"
    if len(value) == 10:
        return f"{value}T00:00:00Z"
    return value if value.endswith("Z") or "+" in value[10:] else f"{value}Z"


def _choices(query: Query, facets: Facets) -> dict[str, list[Choice]]:
    out = {}
    for name, values in facets.by.items():
        chosen: tuple[str, ...] = getattr(query, name)
        known = {value for value, _ in values}
        made = [Choice(v, n, v in chosen, str(_toggled(query, name, v))) for v, n in values]
        made += [Choice(v, 0, True, str(_toggled(query, name, v))) for v in chosen if v not in known]
        if len(made) > 1 or any(choice.on for choice in made):
            out[name] = made
    return out


def _toggled(query: Query, name: str, value: str) -> Query:
    values: tuple[str, ...] = getattr(query, name)
    rest = tuple(each for each in values if each != value)
    changed: dict[str, Any] = {name: rest if value in values else (*values, value)}
    return replace(query, **changed)


def _chosen(query: Query) -> list[tuple[str, str, str]]:
    """Filters that are set, each with the search without it."""
    out = []
    for name, value in query.parameters():
        if name in ("words", "limit", "sort"):
            continue
        old = getattr(query, name)
        rest: Any = tuple(v for v in old if v != value) if isinstance(old, tuple) else _DEFAULTS.get(name)
        changed: dict[str, Any] = {name: rest}
        without = replace(query, **changed)
        out.append((name, value, str(without)))
    return out
