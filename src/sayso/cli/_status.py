"""The exit status of a failure, one for all commands; a table in ``tests/cli/test_status.py`` holds it."""

from __future__ import annotations

from sayso.errors import MissingExtraError, ModelError, SaysoError, SettingsError, UnfitError

#: How a command was called: an option, a filter, a field, a model or an extra that there is not.
_USAGE = (SettingsError, UnfitError, ModelError, MissingExtraError)


def status_of(error: SaysoError) -> int:
    """2 for wrong usage; 3 for an input, an id or a ledger that is not there or cannot be read."""
    return 2 if isinstance(error, _USAGE) else 3
