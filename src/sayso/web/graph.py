"""Who relays whom in a story: outlets, relays and sources in three columns, drawn here, with an equal table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from sayso.trace.called import name_of
from sayso.types import Reading

_MOST = 14
ROW, WIDTH = 26, 940
#: For each column where its words begin or end, and where lines arrive and leave.
_WORDS, _IN, _OUT = (228, 470, 712), (0, 372, 706), (234, 568, WIDTH)


@dataclass(frozen=True, slots=True)
class Node:
    """``x`` is the end of the first column's words, the middle of the second's, the beginning of the third's."""

    name: str
    column: int
    x: int
    y: int
    statements: int


@dataclass(frozen=True, slots=True)
class Edge:
    """``one`` stands nearer to the reader; ``number`` statements went this way. ``line``: None where not drawn."""

    one: str
    other: str
    number: int
    line: tuple[int, int, int, int] | None


@dataclass(frozen=True, slots=True)
class Graph:
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    height: int


def graph(readings: Iterable[Reading]) -> Graph:
    """Names as the reports give them; the most frequent of each column are drawn, all are in the table."""
    weight: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    edges: Counter[tuple[int, str, int, str]] = Counter()
    for reading in readings:
        outlet = name_of(reading)
        for s in reading.statements:
            source = s.source.name or s.source.title or s.source.type
            chain = [(0, outlet), *((1, hop.name) for hop in s.via), (2, source)]
            for column, name in set(chain):
                weight[column][name] += 1
            for (c, one), (d, other) in pairwise(chain):
                if (c, one) != (d, other):
                    edges[c, one, d, other] += 1
    nodes: dict[tuple[int, str], Node] = {}
    for column, names in enumerate(weight):
        for row, (name, number) in enumerate(names.most_common(_MOST)):
            nodes[column, name] = Node(name, column, _WORDS[column], row * ROW + 44, number)
    made = []
    for (c, one, d, other), number in sorted(edges.items(), key=lambda item: (-item[1], item[0])):
        a, b = nodes.get((c, one)), nodes.get((d, other))
        line = (_OUT[c], a.y - 4, _IN[d], b.y - 4) if a and b and c != d else None
        made.append(Edge(one, other, number, line))
    rows = max((sum(node.column == c for node in nodes.values()) for c in range(3)), default=0)
    return Graph(tuple(nodes.values()), tuple(made), rows * ROW + 36)
