"""Quick figures on development reports while training; the published ones come from evaluation/."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from sayso.tagger.spans import Attribution
from sayso.types import Span
from training.data import GoldReport


def f1(hit: int, gold: int, found: int) -> float:
    return 200 * hit / (gold + found) if gold + found else 0.0


def _trim(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    out = []
    for b, e in spans:
        while b < e and text[b] in " \n\"“”'‘’.,":
            b += 1
        while e > b and text[e - 1] in " \n\"“”'‘’.,;:":
            e -= 1
        if b < e:
            out.append(Span(b, e))
    return tuple(out)


def _overlap(a: Sequence[Span], b: Sequence[Span]) -> float:
    x = {i for s in a for i in range(*s)}
    y = {i for s in b for i in range(*s)}
    return len(x & y) / max(1, len(x | y))


def measure(reports: Sequence[GoldReport], read: Callable[[GoldReport], list[Attribution]]) -> dict[str, float]:
    """Exact F1 of source, cue and content spans, a content in several parts being right only as a whole, and of such
    parts each by itself (as taggers that label word by word are scored); found (content overlap ≥ 0.5), exact among
    found, and whole attributions (cue exact, source and content overlapping ≥ 0.5)."""
    n: Counter[str] = Counter()
    for report in reports:
        found = read(report)
        n["gold"] += len(report.attributions)
        n["pred"] += len(found)
        for role in ("source", "cue", "content"):
            sets = []
            for items in (report.attributions, found):
                values = (
                    [(a.source,) if a.source else () for a in items]
                    if role == "source"
                    else [getattr(a, role) for a in items]
                )
                sets.append({tuple(v) for v in values} - {()})
            if role == "content":
                parts = [{span for spans in one for span in spans} for one in sets]
                n["part hit"] += len(parts[0] & parts[1])
                n["part gold"] += len(parts[0])
                n["part pred"] += len(parts[1])
            n[f"{role} hit"] += len(sets[0] & sets[1])
            n[f"{role} gold"] += len(sets[0])
            n[f"{role} pred"] += len(sets[1])
        pairs = sorted(
            (
                (_overlap(g.content, p.content), i, j)
                for i, g in enumerate(report.attributions)
                for j, p in enumerate(found)
            ),
            reverse=True,
        )
        used_g: set[int] = set()
        used_p: set[int] = set()
        for overlap, i, j in pairs:
            if overlap < 0.5:
                break
            if i in used_g or j in used_p:
                continue
            used_g.add(i)
            used_p.add(j)
            g, p = report.attributions[i], found[j]
            n["found"] += 1
            n["exact"] += _trim(g.content, report.text) == _trim(p.content, report.text)
            source = (not g.source and not p.source) or (
                g.source and p.source and _overlap([g.source], [p.source]) >= 0.5
            )
            n["whole"] += g.cue == p.cue and bool(source)
            n["via"] += g.labels.get("via") == "some"
            for name in ("act", "type", "firmness"):
                given: dict[str, float] = dict(getattr(p, name))
                n[name] += bool(given) and max(given, key=given.__getitem__) == g.labels.get(name)
        n["nested gold"] += sum(g.labels.get("via") == "some" for g in report.attributions)
        n["cont gold"] += sum(g.labels.get("how") == "continued" for g in report.attributions)
        n["cont"] += sum(report.attributions[i].labels.get("how") == "continued" for i in used_g)
    out = {role: f1(n[f"{role} hit"], n[f"{role} gold"], n[f"{role} pred"]) for role in ("source", "cue", "content")}
    out["parts"] = f1(n["part hit"], n["part gold"], n["part pred"])
    out["found"] = f1(n["found"], n["gold"], n["pred"])
    out["precision"] = 100 * n["found"] / max(1, n["pred"])
    out["whole"] = f1(n["whole"], n["gold"], n["pred"])
    for name in ("exact", "act", "type", "firmness"):
        out[name] = 100 * n[name] / max(1, n["found"])
    out["nested recall"] = 100 * n["via"] / max(1, n["nested gold"])
    out["continued recall"] = 100 * n["cont"] / max(1, n["cont gold"])
    return {k: round(v, 1) for k, v in out.items()}
