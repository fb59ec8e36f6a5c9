"""The JSON objects of the commands that have no class of their own, for ``sayso schema``."""

from typing import Literal, NotRequired, TypedDict


class Finding(TypedDict):
    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    span: tuple[int, int]
    words: str
    question: str
    statements: list[str]
    looked_for: str
    related: list[tuple[int, int]]


class Note(TypedDict):
    code: str
    text: str


class Check(TypedDict):
    schema: Literal["sayso.check/1"]
    input: str
    report: str
    findings: list[Finding]
    mended: NotRequired[list[Finding]]
    notes: NotRequired[list[Note]]


class Told(TypedDict):
    code: str
    message: str
    remedy: str


class Error(TypedDict):
    schema: Literal["sayso.error/1"]
    input: str
    error: Told


class Added(TypedDict):
    schema: Literal["sayso.added/1"]
    input: str
    status: Literal["new", "version", "reread", "known", "purged"]
    report: str
    statements: int | None
