"""A reading for people on a terminal: statements grouped by source, exact words, chain and standing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.quoted import balanced
from sayso.report.asread import as_read
from sayso.types import Note, Reading, Source, Statement

#: Signs and words, never colour alone.
_KIND = {"direct": "quote", "mixed": "part quote", "indirect": "paraphrase"}
_UNSURE = 0.5  # confidence below which a statement is marked
_ALIKE = 3  # notes that say the same of different places
_LONGEST = 280  # characters of content shown; --json and --html have all of it


def show(reading: Reading, console: Console) -> None:
    """Print one reading."""
    console.print(*_heading(reading), sep="\n")
    by_source = {source.id: [s for s in reading.statements if s.source.id == source.id] for source in reading.sources}
    for source in reading.sources:
        if by_source[source.id]:
            console.print()
            console.print(_source(reading, source))
            console.print(Padding(_statements(reading, by_source[source.id]), (0, 0, 0, 2)))
    if any(map(_unsure, reading.statements)):
        console.print()
        console.print(Text(f"  ? unsure: confidence under {_UNSURE}; see the words before you rely on it", style="dim"))
    if reading.report.notes:
        console.print()
        console.print(Text("Notes on the text", style="bold"))
        for line in _notes(reading.report.notes):
            console.print(Text(line))


def _notes(notes: Sequence[Note]) -> Iterator[str]:
    """A line each; of notes that say the same, the first few, and how many more there are."""
    count = Counter((note.code, note.text) for note in notes)
    seen: Counter[tuple[str, str]] = Counter()
    for note in notes:
        same = (note.code, note.text)
        seen[same] += 1
        if seen[same] <= _ALIKE:
            place = f" [{note.span.begin}:{note.span.end}]" if note.span else ""
            more = f" (and {count[same] - _ALIKE} more)" if seen[same] == _ALIKE < count[same] else ""
            yield f"  {note.code}{place}  {_short(note.text, 100)}{more}"


def _heading(reading: Reading) -> Iterator[RenderableType]:
    report = reading.report
    yield Text(report.headline or "(no headline found)", style="bold")
    published = report.published.value if report.published else "date unknown"
    if report.published and report.published.inferred:
        published += f" (concluded: {report.published.inferred})"
    facts = [published, report.outlet or "outlet unknown"]
    if report.dateline and report.dateline.places:
        facts.append("/".join(report.dateline.places))
    if report.agency and report.agency != report.outlet:
        facts.append(f"agency {report.agency}")
    yield Text("  " + " · ".join(facts), style="dim")
    sources = len({s.source.id for s in reading.statements})
    denied = sum(any(x.status in ("denied", "disputed") for x in s.standing) for s in reading.statements)
    count = f"  {plural(len(reading.statements), 'statement')} by {plural(sources, 'source')}"
    unnamed = sum(s.source.type in ("anonymous", "unnamed-person", "unnamed-group") for s in reading.statements)
    told = f"{count}; {unnamed} from unnamed sources; {denied} denied or disputed in this report"
    loose = sum(s.act == "deny" and not s.about for s in reading.statements)
    yield Text(told + (f"; {plural(loose, 'denial')} of what is not listed" if loose else ""))


def plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _source(reading: Reading, source: Source) -> Text:
    line = Text(source.name or _unresolved(reading, source), style="bold cyan" if source.name else "bold yellow")
    about = [source.type if source.type != "person" else "", source.disclosure if source.disclosure != "named" else ""]
    facts = ", ".join(dict.fromkeys(x for x in about if x))
    if facts:
        line.append(f"  ({facts})", style="not bold")
    if source.title and source.title != source.name:
        line.append(f"  {_short(source.title, 100)}", style="not bold italic")
    if source.why:
        line.append(f"  — why: “{_short(source.why, 200)}”", style="not bold")
    return line


def _unresolved(reading: Reading, source: Source) -> str:
    """What is shown of a source whose name is not given: the words that stand for it, where there are any."""
    mentions = (s.source.mention for s in reading.statements if s.source.id == source.id)
    first = next((mention for mention in mentions if mention is not None), None)
    return f"“{_short(first.of(reading.report.text), 100)}”, source not known" if first else "source not known"


def _statements(reading: Reading, statements: list[Statement]) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column("id", justify="right", style="dim", no_wrap=True)
    table.add_column("act", no_wrap=True)
    table.add_column("words", ratio=1)
    for s in statements:
        table.add_row(s.id, _act(s), Group(*_words(reading, s)))
    return table


def _act(s: Statement) -> Text:
    mark = "? " if _unsure(s) else ""
    text = Text(mark + ("not " if s.negated else "") + s.act, style="magenta" if s.act != "say" else "")
    text.append(f"\n{_KIND[s.kind]}", style="dim not bold")
    return text


def _unsure(s: Statement) -> bool:
    return s.confidence < _UNSURE


def _words(reading: Reading, s: Statement) -> Iterator[Text]:
    text = reading.report.text
    yield Text(_short(balanced(" … ".join(span.of(text) for span in s.content)), _LONGEST))
    facts = [f"unsure, confidence {s.confidence:.2f}"] if _unsure(s) else []
    if s.via:
        facts.append("through " + " ← ".join(hop.name for hop in s.via))
    if s.how == "continued":
        facts.append("continued: no cue of its own")
    if s.firmness != "certain":
        facts.append(s.firmness)
    if s.when and s.when.start:
        facts.append(s.when.start if s.when.start == s.when.end else f"{s.when.start} to {s.when.end}")
    elif s.when:
        facts.append(_short(s.when.span.of(text), _LONGEST))
    if s.channel:
        other = s.channel.kind == "other"  # then its words say more: "by telephone"
        facts.append(_short(s.channel.span.of(text), _LONGEST) if other else s.channel.kind)
    if s.about:
        facts.append("about " + ", ".join(s.about))
    if s.abstained:
        facts.append("unsure, withheld: " + ", ".join(s.abstained))
    if facts:
        yield Text("  " + " · ".join(facts), style="dim")
    for standing in s.standing:
        by = f" by {standing.by}" if standing.by else ""
        yield Text(f"  ! {standing.status}{by}: “{_short(standing.span.of(text), 90)}”", style="red")


def _short(words: str, most: int) -> str:
    """On one line, entities decoded and broken words whole; cut after ``most`` characters."""
    plain = as_read(words)
    words = " ".join((plain.text if plain else words).split())
    return words if len(words) <= most else words[: most - 1].rsplit(" ", 1)[0] + " …"
