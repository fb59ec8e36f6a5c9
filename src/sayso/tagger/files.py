"""A model's directory: what must be in it, and refusal of anything else."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from sayso.errors import ModelError
from sayso.settings import FAST
from sayso.tagger.encoding import CASES, PLACES, QUOTES
from sayso.tagger.labels import ANCHORS, CLASSES, ROLES

SHIPPED = Path(__file__).parent

#: What a shipped model may also be called.
CALLED = {"fast": FAST}


@dataclass(frozen=True, slots=True)
class Labels:
    anchors: tuple[str, ...]
    roles: tuple[str, ...]
    classes: dict[str, tuple[str, ...]]
    features: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Manifest:
    """``model.json``: ``window`` in word pieces; ``thresholds`` by head; ``repeated``: what each stretch of a content
    costs in decoding, in log-probability, by head; ``steps``: what each role counts after each, (roles, roles), for the
    heads that learned it; ``sha256`` by file name."""

    format: int
    name: str
    window: int
    thresholds: dict[str, float]
    repeated: dict[str, float]
    labels: Labels
    sha256: dict[str, str]
    steps: dict[str, list[list[float]]] = field(default_factory=dict)


_OURS = Labels(ANCHORS, ROLES, dict(CLASSES), (CASES, PLACES, QUOTES))


def folder(model: str) -> Path:
    """The directory of a shipped model's name, or of a path."""
    if "/" in model or "\\" in model or model in (".", ".."):
        return Path(model)
    return SHIPPED / CALLED.get(model, model)


def manifest(model: str) -> tuple[Path, Manifest]:
    """Where the model lies and what it says of itself.

    Raises:
        ModelError: there is none, it is damaged, or it was made for other labels than this version of the software has.
    """
    where = folder(model)
    try:
        about = msgspec.json.decode((where / "model.json").read_bytes(), type=Manifest)
    except OSError as e:
        shipped = ", ".join(sorted(p.parent.name for p in SHIPPED.glob("*/model.json"))) or "none"
        raise ModelError(model, "no model there", f"Shipped models: {shipped}; or give a model's directory") from e
    except msgspec.MsgspecError as e:
        raise ModelError(model, f"model.json does not fit: {e}", "Take a model made for this version") from e
    if about.labels != _OURS:
        raise ModelError(model, "the model was made for another label set", "Take a model made for this version")
    return where, about


def verify(model: str) -> None:
    """Compare every file with its checksum; not done at each start, for speed.

    Raises:
        ModelError: a file is missing or differs.
    """
    where, about = manifest(model)
    compare(where, about.sha256)


def compare(where: Path, sums: Mapping[str, str]) -> None:
    """Compare files of a directory with their SHA-256, given by name.

    Raises:
        ModelError: a file is missing or differs.
    """
    for name, digest in sums.items():
        try:
            found = hashlib.sha256((where / name).read_bytes()).hexdigest()
        except OSError as e:
            raise ModelError(str(where / name), "the file is missing", "Install the package again") from e
        if found != digest:
            raise ModelError(str(where / name), "the file is damaged (wrong checksum)", "Install the package again")
