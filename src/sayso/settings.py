"""Settings from the environment, read once, frozen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

#: The model that reads where no other is named.
MODEL = "attribution_v6"
#: The one that is several times as fast and somewhat worse, for corpora; ``fast`` names it too.
FAST = "fast_v4"


@dataclass(frozen=True, slots=True)
class Settings:
    """``ledger``: SQLAlchemy URL or file path; ``model``: name of a shipped model or a directory holding one."""

    ledger: str
    model: str
    threads: int  # 0: as many as pay off


def data_folder() -> Path:
    """The user's data folder for Sayso, by the XDG convention; not created here."""
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "sayso"


def from_environment() -> Settings:
    """``SAYSO_LEDGER``, ``SAYSO_MODEL``, ``SAYSO_THREADS``; defaults where unset."""
    return Settings(
        ledger=os.environ.get("SAYSO_LEDGER") or str(data_folder() / "ledger.sqlite3"),
        model=os.environ.get("SAYSO_MODEL") or MODEL,
        threads=int(os.environ.get("SAYSO_THREADS") or 0),
    )
