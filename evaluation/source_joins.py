"""How well the ledger joins sources across reports: precision and recall of pairs.

    python -m evaluation.source_joins

Three tests: names with links to Wikipedia in GUM (persons and bodies) and in the news of N3, and the invented names of
``name_variants.txt`` with spellings, short forms, titles and namesakes. Each document (or form) becomes a report with
the names as its sources, is added to a ledger in order, and every pair of names of two reports is judged: the same
entity in the ledger, and in truth? Names of one document count by their longest form, as the reader joins those.

The least score and margin are chosen by F1 on one half (documents, or groups of names, by hash) over all tests
together; figures are of the other half. N3 does not tell people from bodies: names with a known given name are people.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from sqlalchemy import select

from evaluation.corpora import DATA
from sayso.ledger import Ledger, entities
from sayso.ledger.names import _given, fold, words_of
from sayso.ledger.schema import reports, sources
from sayso.types import Block, Credits, Reading, ReadingInfo, Report, Source, Span

JOINS = (0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85)
MARGINS = (0.0, 0.05, 0.1)
VARIANTS = Path(__file__).parent / "name_variants.txt"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a report; ``entity`` is whom it means in truth."""

    name: str
    kind: str
    entity: str
    title: str | None = None


#: A test: its reports in order, each with the half it belongs to and its names.
Test = list[tuple[int, list[Named]]]


def _half(key: str) -> int:
    return hashlib.sha256(key.encode()).digest()[0] % 2


def _longest(found: dict[str, list[tuple[str, str]]]) -> list[Named]:
    """One name for each entity of a document from its mentions (form, kind)."""
    named = []
    for entity, mentions in found.items():
        form, kind = max(mentions, key=lambda mention: len(mention[0]))
        named.append(Named(form, kind, entity))
    return named


def gum() -> Test:
    test: Test = []
    for path in sorted((DATA / "gum").rglob("*.conllu")):
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for form, kind, entity in _linked(path):
            if kind in ("person", "organization") and form[:1].isupper():
                found[entity].append((form, kind))
        if found:
            test.append((_half(path.stem), _longest(found)))
    return test


def _linked(path: Path) -> Iterator[tuple[str, str, str]]:
    """Form, class and Wikipedia title of every linked mention."""
    words: list[str] = []
    still: list[tuple[str, str, str, int]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        words.append(columns[1])
        entity = re.search(r"Entity=([^|]+)", columns[9])
        for part in re.findall(r"\([^()]+\)?|[^()]*\)", entity[1] if entity else ""):
            number = part.strip("()").split("-")[0]
            if part.startswith("("):
                still.append((number, part.strip("()"), "", len(words) - 1))
            if part.endswith(")"):
                at = next((n for n in range(len(still) - 1, -1, -1) if still[n][0] == number), None)
                if at is None:
                    continue
                _, told, _, begin = still.pop(at)
                fields = told.split("-", 6)
                form = " ".join(words[begin:]).split(" , ")[0].replace(" .", ".").removesuffix(" 's")
                if len(fields) == 7 and _is_name(form) and re.match(r"(?:coref|sgl|[a-z:]+)-.", fields[6]):
                    yield form, fields[1], fields[6].split("-", 1)[1]


def _is_name(form: str) -> bool:
    """Whether all is capitalised but for articles and prepositions: mentions are also descriptions and pronouns."""
    words = form.split()
    return words[0][:1].isupper() and all(
        w[:1].isupper() or w in ("of", "the", "and", "for", "de", "in") for w in words
    )


_MENTION = re.compile(
    r'nif:anchorOf "(?P<form>[^"]+)".*?nif:referenceContext\s+<(?P<document>[^>]+)>.*?taIdentRef <(?P<entity>[^>]+)>',
    re.S,
)


def n3() -> Test:
    documents: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    forms: dict[str, set[str]] = defaultdict(set)
    for name in ("Reuters-128.ttl", "RSS-500.ttl"):
        for block in (DATA / "n3" / name).read_text(encoding="utf-8").split("\n\n"):
            match = _MENTION.search(block)
            if match:
                form = match["form"].encode().decode("unicode_escape") if "\\u" in match["form"] else match["form"]
                documents[match["document"]][match["entity"]].append((form, ""))
                forms[match["entity"]].add(form)
    given = set(_given()) | words_of("common given")
    people = {entity for entity, each in forms.items() if any(_is_person(form, given) for form in each)}
    test: Test = []
    for document, found in sorted(documents.items()):
        named = _longest(
            {e: [(form, "person" if e in people else "organization") for form, _ in m] for e, m in found.items()}
        )
        test.append((_half(document), named))
    return test


def _is_person(form: str, given: set[str] | frozenset[str]) -> bool:
    words = fold(form)
    return 2 <= len(words) <= 3 and words[0] in given


def variants() -> Test:
    test: Test = []
    groups = VARIANTS.read_text(encoding="utf-8").split("\n\n")[1:]
    for number, group in enumerate(groups):
        lines = [[part.strip() for part in line.split("|")] for line in group.strip().splitlines()]
        for turn in range(max(map(len, lines)) - 1):  # namesakes take turns, as they would in the news
            for kind, *given in lines:
                if turn < len(given):
                    name, _, title = given[turn].partition(" @ ")
                    test.append((number % 2, [Named(name, kind, f"{number} {given[0]}", title or None)]))
    return test


def _reading(number: int, named: list[Named]) -> Reading:
    text = f"Report {number}."
    digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
    report = Report(
        id=digest, text_sha256=digest[7:], external_id=str(number), text=text, url=None, outlet=None, agency=None,
        language="en", genre="news", headline=None, deck=(), byline=(), published=None, updated=None, dateline=None,
        credits=Credits(), blocks=(Block("paragraph", Span(0, len(text))),), notes=(),
    )  # fmt: skip
    given = tuple(
        Source(f"p{n}", one.name, one.kind, "named", one.title, None, None, None, (Span(0, 6),))  # type: ignore[arg-type]
        for n, one in enumerate(named, 1)
    )
    info = ReadingInfo(digest, "evaluation", "names", "2031-05-04T12:00:00Z")
    return Reading("sayso.reading/1", str(number), info, report, given, ())


def joined(test: list[list[Named]], join: float, margin: float) -> list[tuple[int, Named, int | None]]:
    """Report, name, and entity in a ledger to which the reports were added with these thresholds."""
    before = entities.JOIN, entities.MARGIN
    entities.JOIN, entities.MARGIN = join, margin  # type: ignore[misc] # constants of the program, tried out here
    try:
        with tempfile.TemporaryDirectory() as folder, Ledger(str(Path(folder) / "ledger")) as ledger:
            with ledger.write() as session:
                session.add_all([(_reading(number, named), None) for number, named in enumerate(test)])
            with ledger.read() as view:
                query = select(reports.c.external_id, sources.c.place, sources.c.entity_pk).join(
                    sources, sources.c.report_pk == reports.c.pk
                )
                rows = view.connection.execute(query.where(sources.c.role == "source")).all()
    finally:
        entities.JOIN, entities.MARGIN = before  # type: ignore[misc]
    return [(int(number), test[int(number)][int(place[1:]) - 1], entity) for number, place, entity in rows]


def pairs(found: list[tuple[int, Named, int | None]]) -> Counter[str]:
    """``right``, ``wrong``, ``missed``: pairs of names in two reports."""
    counts: Counter[str] = Counter()
    for n, (report, named, entity) in enumerate(found):
        for other_report, other, other_entity in found[:n]:
            if report != other_report:
                same = entity is not None and entity == other_entity
                truth = named.entity == other.entity
                counts["right"] += same and truth
                counts["wrong"] += same and not truth
                counts["missed"] += truth and not same
    return counts


def scores(counts: Counter[str]) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision = counts["right"] / max(1, counts["right"] + counts["wrong"])
    recall = counts["right"] / max(1, counts["right"] + counts["missed"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    tests = {"GUM": gum(), "N3": n3(), "invented names": variants()}
    halves = {
        name: [[named for half, named in test if half == side] for side in (0, 1)] for name, test in tests.items()
    }
    best: tuple[float, float, float] = (0.0, 0.0, 0.0)
    print("chosen on the first half (mean F1 of the three tests):")
    for join, margin in product(JOINS, MARGINS):
        each = [scores(pairs(joined(first, join, margin)))[2] for first, _ in halves.values()]
        mean = sum(each) / len(each)
        print(
            f"  least score {join:.2f}, margin {margin:.2f}: {mean:.3f}   " + "  ".join(f"{f:.3f}" for f in each),
            flush=True,
        )
        best = max(best, (round(mean, 4), join, margin))
    _, join, margin = best
    for what, at in (("chosen", (join, margin)), ("as shipped", (entities.JOIN, entities.MARGIN))):
        print(f"second half, {what} (least score {at[0]:.2f}, margin {at[1]:.2f}):")
        for name, (_, second) in halves.items():
            counts = pairs(joined(second, *at))
            precision, recall, f1 = scores(counts)
            told = f"{len(second)} reports, {counts['right']} right, {counts['wrong']} wrong, {counts['missed']} missed"
            print(f"  {name:15s} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}   ({told})")


if __name__ == "__main__":
    main()
