"""Rows of annotated reports with a passage changed: the ground on which faults are planted."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


@dataclass
class Planted:
    row: Row
    place: int  # code point in the changed text; -1: anywhere
    codes: tuple[str, ...]


def edit(row: Row, begin: int, end: int, words: str) -> Row:
    """The row with ``text[begin:end]`` replaced; spans move along, spans inside what is replaced go."""
    new = copy.deepcopy(row)
    new["text"] = row["text"][:begin] + words + row["text"][end:]
    shift = len(words) - (end - begin)

    def moved(span: list[int] | None) -> list[int] | None:
        if span is None or (span[0] >= begin and span[1] <= end and begin < end):
            return None
        first = span[0] if span[0] <= begin else max(span[0] + shift, begin)
        last = span[1] + shift if span[1] >= end else min(span[1], begin + len(words)) if span[1] > begin else span[1]
        return [first, last] if last > first else None

    new["paragraphs"] = [each for each in map(moved, row["paragraphs"]) if each]
    kept = []
    for statement in new["statements"]:
        statement["content"] = [each for each in map(moved, statement["content"]) if each]
        statement["cue"] = [each for each in map(moved, statement["cue"] or []) if each]
        statement["source"]["mention"] = moved(statement["source"]["mention"])
        if statement["content"]:
            kept.append(statement)
    new["statements"] = kept
    return new


def without(row: Row, ids: set[str]) -> Row:
    return {**row, "statements": [each for each in row["statements"] if each["id"] not in ids]}


def content(row: Row, statement: Row) -> str:
    return " ".join(row["text"][begin:end] for begin, end in statement["content"])
