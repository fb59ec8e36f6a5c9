"""The filters of ``sayso find`` for other commands, so that they stay the same everywhere."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_type_hints

from sayso.cli.find import _FILTERS, find

if TYPE_CHECKING:
    from sayso.ledger import Query

_NAMES = _FILTERS - {"sort", "limit", "cursor"}


def with_filters(command: Callable[..., None]) -> Callable[..., None]:
    """``command`` with an option for each filter; it takes them as ``**filters`` (see :func:`query_of`)."""
    own, options = inspect.signature(command, eval_str=True), inspect.signature(find)
    hints = get_type_hints(find, include_extras=True)
    parameters = [p for p in own.parameters.values() if p.kind is not inspect.Parameter.VAR_KEYWORD]
    parameters += [p.replace(annotation=hints[name]) for name, p in options.parameters.items() if name in _NAMES]

    def filtered(*args: Any, **values: Any) -> None:
        command(*args, **values)

    filtered.__name__, filtered.__doc__ = command.__name__, command.__doc__
    filtered.__signature__ = own.replace(parameters=parameters)  # type: ignore[attr-defined] # functions take any
    filtered.__annotations__ = {p.name: p.annotation for p in parameters}
    return filtered


def query_of(words: str | None, filters: dict[str, Any]) -> Query:
    """Raises SettingsError for a value that a filter cannot have."""
    from sayso.ledger import Query

    given: dict[str, Any] = {}
    for name, value in filters.items():
        if value is not None:
            given[name] = tuple(value) if isinstance(value, list) else value
    return Query(words=words or "", **given)
