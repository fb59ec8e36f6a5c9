"""A model that does not fit is refused, with words that say why."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from sayso.errors import ModelError
from sayso.settings import FAST, MODEL
from sayso.tagger import files, load


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(files.folder(MODEL), tmp_path / "model"))


@pytest.mark.parametrize("model", [MODEL, FAST, "fast"])
def test_a_shipped_model_has_its_checksums(model: str) -> None:
    files.verify(model)


def test_another_label_set_is_refused(copy: Path) -> None:
    about = json.loads((copy / "model.json").read_text())
    about["labels"]["roles"].append("B-mood")
    (copy / "model.json").write_text(json.dumps(about))
    with pytest.raises(ModelError, match="another label set"):
        load(str(copy))


def test_a_damaged_file_is_told(copy: Path) -> None:
    with (copy / "heads.onnx").open("r+b") as file:
        file.write(b"\0\0\0\0")
    with pytest.raises(ModelError, match="wrong checksum"):
        files.verify(str(copy))
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(str(copy))


@pytest.mark.parametrize("name", ["no_such_model", "/nowhere/at/all", ".."])
def test_a_missing_model_names_the_shipped_ones(name: str) -> None:
    with pytest.raises(ModelError, match=MODEL):
        load(name)
