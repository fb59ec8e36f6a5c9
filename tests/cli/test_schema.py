"""The schemas that are printed, and that the objects have these keys."""

from __future__ import annotations

import json

import pytest

from sayso.check import Config
from sayso.check.example import reading_of
from sayso.check.inputs import check_reading
from sayso.check.output.machine import as_json
from sayso.cli import _objects
from sayso.errors import InputError
from tests.cli.test_read import run


@pytest.mark.parametrize("name", ["reading", "trace", "comparison", "check", "error", "added"])
def test_every_object_has_a_schema(name: str) -> None:
    done = run("schema", name)
    assert done.returncode == 0, done.stderr
    assert f"sayso.{name}/1" in json.dumps(json.loads(done.stdout))


def test_a_name_that_there_is_not_is_wrong_usage() -> None:
    assert run("schema", "nosuch").returncode == 2


def test_the_objects_have_these_keys() -> None:
    value = as_json(check_reading(reading_of("It ends on Feb. 30 at noon, the the end."), Config(select=("DATE403",))))
    assert value.keys() == _objects.Check.__required_keys__
    assert value["findings"][0].keys() == _objects.Finding.__required_keys__
    error = InputError("x.txt", "is not there", "Give another").as_json()
    assert error.keys() == _objects.Error.__required_keys__
    assert error["error"].keys() == _objects.Told.__required_keys__
