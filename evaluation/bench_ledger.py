"""Speed of the ledger: processor time to write a report, and how long searches take in a large ledger.

    python -m evaluation.bench_ledger build LEDGER --articles 20000 --once    # what writing costs
    python -m evaluation.bench_ledger build LEDGER --dense                    # a large ledger
    python -m evaluation.bench_ledger find LEDGER                             # searches in it

LEDGER is a file or a PostgreSQL address; ``postgres`` builds and searches in a server of its own, removed afterwards.

The ledger is filled from the articles of ``../shared/data/news``, with stand-ins for readings: every sentence with
a verb of saying (``--dense``: every sentence) is a statement of the name nearest to it. So the words, names and
their frequencies are those of real news, and no model has to run. When the articles are used up they come again with
other addresses and dates, and every fifth name changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from evaluation.corpora import DATA, ROOT
from sayso.ledger import Ledger, Original, Query, Reader
from sayso.types import (
    Block,
    Credits,
    DateRange,
    Hop,
    Reading,
    ReadingInfo,
    Report,
    Source,
    SourceRef,
    Span,
    Standing,
    Statement,
    Timestamp,
)  # fmt: skip

NEWS = DATA / "news" / "allsides.jsonl.xz"
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?[\"”]?")
_SAID = re.compile(r"\b(said|says|told|announced|denied|warned|according to|reported|confirmed|asked|accused|urged)\b")
_NAME = re.compile(r"\b(?:[A-Z][a-z]+ ){0,2}[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+\b")
_ACTS = {"denied": "deny", "warned": "warn", "announced": "announce", "reported": "report", "confirmed": "confirm",
         "asked": "ask", "accused": "accuse", "urged": "urge"}  # fmt: skip
#: Reports written in one transaction, as `sayso add` does.
BATCH = 32


def articles() -> Iterator[dict[str, Any]]:
    with lzma.open(NEWS, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def stand_in(article: dict[str, Any], copy: int, *, dense: bool = False) -> Reading:
    """A reading of the ``copy``-th variant of an article."""
    dice = random.Random(f"{article['id']}-{copy}")
    text = article["text"] if copy == 0 else _varied(article["text"], copy)
    url = f"https://{article['publisher'].split()[0].lower()}.example/{article['id']}/{copy}"
    day = (
        f"{2012 + dice.randrange(11)}-{dice.randrange(1, 13):02d}-{dice.randrange(1, 29):02d}"
        if copy
        else article["date"]
    )
    report_id = "sha256:" + hashlib.sha256(f"{url}\0{text}".encode()).hexdigest()
    sources: dict[str, Source] = {}
    statements = list(_statements(text, sources, dice, day, dense=dense))
    report = Report(
        id=report_id, text_sha256=hashlib.sha256(text.encode()).hexdigest(), external_id=article["id"], text=text,
        url=url, outlet=article["publisher"], agency=None, language="en", genre="news", headline=article["title"],
        deck=(), byline=(), published=Timestamp(day, "day"), updated=None, dateline=None, credits=Credits(),
        blocks=(Block("paragraph", Span(0, len(text))),), notes=(),
    )  # fmt: skip
    info = ReadingInfo("sha256:" + hashlib.sha256(report_id.encode()).hexdigest(), "sayso bench", "stand-in", day)
    return Reading("sayso.reading/1", url, info, report, tuple(sources.values()), tuple(statements))


def _varied(text: str, copy: int) -> str:
    def other(match: re.Match[str]) -> str:
        name = match[0]
        seed = sum(map(ord, name)) + copy
        return name if seed % 5 else name + "son"

    return _NAME.sub(other, text)


def _statements(
    text: str, sources: dict[str, Source], dice: random.Random, day: str, *, dense: bool
) -> Iterator[Statement]:
    day = day[:10]
    numbers = count(1)
    source = None
    for sentence in _SENTENCE.finditer(text):
        said = _SAID.search(sentence[0])
        if (said is None and (not dense or source is None)) or sentence.end() - sentence.start() < 40:
            continue
        if said is not None or source is None:
            found = _NAME.search(sentence[0])
            name = found[0] if found and dice.random() < 0.75 else None
            kind = dice.choice(("person", "person", "organization") if name else ("unnamed-person", "anonymous"))
            key = f"{name}{kind}" if name else f"unnamed {len(sources)}"
            made = Source(
                f"p{len(sources) + 1}", name, kind, "named" if name else "unnamed", None, None, None, None, ()
            )
            source = sources.setdefault(key, made)
        number = next(numbers)
        span = Span(sentence.start() + len(sentence[0]) - len(sentence[0].lstrip()), sentence.end())
        relay = Hop(dice.choice(("Reuters", "The Associated Press", "CNN")), None, ())
        yield Statement(
            id=f"s{number}", parent=None, extent=span, content=(span,), cue=(),
            kind=_weighted(dice, direct=48, indirect=48, mixed=4), how=_weighted(dice, explicit=92, continued=8),
            source=SourceRef(source.id, None, source.name, source.type, None, None),
            via=(relay,) if dice.random() < 0.1 else (),
            channel=None, act=_ACTS.get(said[0] if said else "", "say"), negated=False,
            firmness=_weighted(dice, certain=88, probable=9, possible=3), about=(),
            standing=(Standing("denied", None, span),) if dice.random() < 0.05 else (),
            when=DateRange(day, day, span) if dice.random() < 0.4 else None, where=None, dates=(),
            amounts=(), places=(), confidence=round(dice.uniform(0.5, 1), 3),
        )  # fmt: skip


def _weighted(dice: random.Random, **shares: int) -> Any:
    return dice.choices(list(shares), list(shares.values()))[0]


def build(address: str, wanted: int, *, limit: int | None, dense: bool, once: bool) -> None:
    """Fills a ledger and prints what writing cost, apart from making the stand-ins."""
    written = statements = 0
    spent = 0.0
    all_articles = list(articles())[:limit]
    with Ledger(address) as ledger:
        for copy in range(1) if once else count():
            for start in range(0, len(all_articles), BATCH):
                readings = [stand_in(article, copy, dense=dense) for article in all_articles[start : start + BATCH]]
                pages = [Original(r.report.text.encode(), "text/plain", {}, "2031-01-01T00:00:00Z", r.report.url)
                         for r in readings]  # fmt: skip
                before = time.process_time()
                with ledger.write() as session:
                    session.add_all(list(zip(readings, pages, strict=True)))
                spent += time.process_time() - before
                written += len(readings)
                statements += sum(len(reading.statements) for reading in readings)
                if start // BATCH % 40 == 0 or statements >= wanted:
                    print(
                        f"{written} reports, {statements} statements, {1000 * spent / written:.2f} ms a report",
                        flush=True,
                    )
                if statements >= wanted:
                    return


def analyze(address: str) -> None:
    """What PostgreSQL's autovacuum does within minutes on a server that stays."""
    with Ledger(address, create=False) as ledger, ledger.write() as session:
        session.connection.exec_driver_sql("ANALYZE")


def _timed(view: Reader, ask: Callable[[Reader], object]) -> tuple[float, float]:
    """Milliseconds on the clock, and of this process alone: all that SQLite takes, however busy the machine."""
    start, before = time.perf_counter(), time.process_time()
    ask(view)
    return 1000 * (time.perf_counter() - start), 1000 * (time.process_time() - before)


def _shown(times: list[tuple[float, float]]) -> str:
    parts = []
    for name, each in zip(("clock", "processor"), zip(*times, strict=True), strict=True):
        ordered = sorted(each)
        parts.append(f"{name}: median {ordered[len(ordered) // 2]:7.1f}  p95 {ordered[int(len(ordered) * 0.95)]:7.1f}")
    return "   ".join(parts)


def measure(address: str, rounds: int) -> None:
    """Times (ms) ``find`` for words, sources and days drawn from the ledger itself, each in a new session."""
    dice = random.Random(7)
    with Ledger(address, create=False) as ledger:
        with ledger.read() as view:
            sample = [
                view.find(Query(published_to=f"{2012 + n % 10}-06-{1 + n % 28:02d}", limit=50)).items for n in range(40)
            ]
        items = [item for page in sample for item in page]
        words = [w for item in items for w in re.findall(r"[A-Za-z]{4,}", item.words)]
        frequent = ["president", "people", "said", "election", "court", "police", "government"]
        names = [item.source for item in items if item.source]
        days = [item.published for item in items if item.published]
        cases: dict[str, Callable[[], Query]] = {
            "word": lambda: Query(words=dice.choice(words)),
            "frequent word": lambda: Query(words=dice.choice(frequent)),
            "two words": lambda: Query(words=f"{dice.choice(words)} {dice.choice(words)}"),
            "phrase": lambda: Query(words='"' + " ".join(dice.choice(items).words.split()[2:5]).replace('"', "") + '"'),
            "source": lambda: Query(source=(dice.choice(names),)),
            "day": lambda: Query(published_from=(day := dice.choice(days)), published_to=day),
            "from day on, oldest": lambda: Query(published_from=dice.choice(days), sort="oldest"),
            "word and year": lambda: Query(
                words=dice.choice(words), published_from="2015-01-01", published_to="2015-12-31"
            ),
            "source and act": lambda: Query(source=(dice.choice(names),), act=("deny",)),
            "frequent word and act": lambda: Query(words=dice.choice(frequent), act=("warn",)),
            "act": lambda: Query(act=(dice.choice(["deny", "warn", "urge"]),)),
            "act and type": lambda: Query(act=("deny",), type=("anonymous",)),
            "relay": lambda: Query(via=("Reuters",)),
            "outlet": lambda: Query(outlet=("CNN",)),
            "outlet and word": lambda: Query(outlet=("CNN",), words=dice.choice(words)),
            "standing": lambda: Query(standing=("denied",)),
            "firmness": lambda: Query(firmness=("possible",)),
            "kind": lambda: Query(kind=("mixed",)),
            "how": lambda: Query(how=("continued",)),
            "disclosure": lambda: Query(disclosure=("unnamed",)),
            "confidence": lambda: Query(confidence=0.995),
            "model": lambda: Query(model=("another",)),
            "firmness, kind and how": lambda: Query(firmness=("possible",), kind=("mixed",), how=("continued",)),
            "frequent word and firmness": lambda: Query(words=dice.choice(frequent), firmness=("possible",)),
            "frequent word and source": lambda: Query(words=dice.choice(frequent), source=(dice.choice(names),)),
            "outlet and how": lambda: Query(outlet=("CNN",), how=("continued",)),
            "standing and act": lambda: Query(standing=("denied",), act=("confirm",)),
            "by day of utterance": lambda: Query(sort="said"),
            "said on a day": lambda: Query(said_from=(day := dice.choice(days)), said_to=day),
        }  # fmt: skip
        for name, query in cases.items():
            for what, ask in (("find", Reader.find), ("count", Reader.count), ("facets", Reader.facets)):
                times = []
                for _ in range(rounds if what == "find" else max(3, rounds // 10)):
                    asked = query()
                    with ledger.read() as view:
                        times.append(_timed(view, lambda v, q=asked, a=ask: a(v, q)))
                print(f"{name:27s} {what:7s} {_shown(times)}", flush=True)
            pages_deep(ledger, replace(query(), limit=50), name)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def pages_deep(ledger: Ledger, query: Query, name: str) -> None:
    """The tenth page costs what the first does."""
    for _ in range(9):
        with ledger.read() as view:
            page = view.find(query)
        if page.next is None:
            return
        query = replace(query, cursor=page.next)
    with ledger.read() as view:
        print(f"{name:27s} page 10 {_shown([_timed(view, lambda v: v.find(query))])}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["build", "find", "postgres"])
    parser.add_argument("ledger", nargs="?")
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--articles", type=int, default=None, help="use only so many articles before replicating")
    parser.add_argument("--dense", action="store_true", help="every sentence is a statement")
    parser.add_argument("--once", action="store_true", help="stop when the articles are used up")
    parser.add_argument("--rounds", type=int, default=100)
    given = parser.parse_args()
    if given.what == "postgres":
        sys.path.insert(0, str(ROOT / "tests"))
        from ledger import postgres

        with postgres.server() as server:
            build(server, given.statements, limit=given.articles, dense=given.dense, once=given.once)
            analyze(server)
            measure(server, given.rounds)
    elif given.ledger is None:
        parser.error("name a ledger")
    elif given.what == "build":
        build(given.ledger, given.statements, limit=given.articles, dense=given.dense, once=given.once)
    else:
        measure(given.ledger, given.rounds)
