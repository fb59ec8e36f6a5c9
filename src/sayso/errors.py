"""One root for everything that can go wrong with an input or a setting.

Each error names the input, says what is wrong and what to do about it; ``code`` is stable and meant for programs.
Programming mistakes are not wrapped: they surface as the ordinary Python exceptions.
"""

from __future__ import annotations


class SaysoError(Exception):
    """``input``: the path, URL or setting concerned; ``message``: what is wrong; ``remedy``: what to do."""

    code = "error"

    def __init__(self, input: str, message: str, remedy: str, *, code: str | None = None) -> None:
        super().__init__(f"{input}: {message}. {remedy}")
        self.input = input
        self.message = message
        self.remedy = remedy
        if code is not None:
            self.code = code

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders (executor): rebuild from the parts, not from the joined text.
        return (_rebuild, (type(self), self.input, self.message, self.remedy, self.code))

    def as_json(self) -> dict[str, object]:
        """The ``sayso.error/1`` object of the contract."""
        return {
            "schema": "sayso.error/1",
            "input": self.input,
            "error": {"code": self.code, "message": self.message, "remedy": self.remedy},
        }


def _rebuild(kind: type[SaysoError], input: str, message: str, remedy: str, code: str) -> SaysoError:
    return kind(input, message, remedy, code=code)


class InputError(SaysoError):
    """An input that cannot be read: missing, empty, binary, too large, no article in it."""

    code = "input"


class FetchError(InputError):
    """A URL that could not, or may not, be fetched."""

    code = "fetch"


class ModelError(SaysoError):
    """A model file that is missing, damaged or made for another label set."""

    code = "model"


class LedgerError(SaysoError):
    """A ledger that cannot be opened, is newer than this software, or lacks what was asked for."""

    code = "ledger"


class UnfitError(LedgerError):
    """A judgement that cannot be entered, whatever the ledger holds: no such field, a value that does not fit it."""


class SettingsError(SaysoError):
    """A setting, option or query that makes no sense."""

    code = "settings"


class MissingExtraError(SaysoError):
    """A feature whose optional dependency is not installed; the remedy says what to install."""

    code = "missing-extra"
