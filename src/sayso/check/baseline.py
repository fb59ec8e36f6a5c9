"""Findings that are known already: a baseline file, and the comparison of two versions of a draft.

A finding is known again by its rule, its words and a hash of the sentence around them, so that edits elsewhere in the
text, which move every offset, leave it known.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from sayso.check.context import Context
from sayso.check.inputs import Checked
from sayso.check.model import Finding
from sayso.errors import InputError
from sayso.types import Reading

SCHEMA = "sayso.baseline/1"


def keys(reading: Reading, findings: Iterable[Finding]) -> list[str]:
    """One key for each finding, in order; two findings of the same words in one sentence have the same key."""
    context = Context(reading)
    return [_key(context, finding) for finding in findings]


def _key(context: Context, finding: Finding) -> str:
    sentence = " ".join(context.enclosing(finding.span).of(context.text).split())
    digest = hashlib.sha256(f"{' '.join(finding.words.split())}\n{sentence}".encode()).hexdigest()
    return f"{finding.code}:{digest[:16]}"


def write_baseline(path: Path, results: Iterable[Checked]) -> int:
    """Notes all findings as known; returns how many."""
    known = Counter(key for result in results for key in keys(result.reading, result.findings))
    content = {"schema": SCHEMA, "findings": dict(sorted(known.items()))}
    path.write_text(json.dumps(content, indent=2) + "\n", "utf-8")
    return known.total()


def load_baseline(path: Path) -> Counter[str]:
    """The known keys with their numbers.

    Raises:
        InputError: there is no such file, or it is no baseline.
    """
    remedy = "Make one with: sayso check --write-baseline FILE PATH …"
    try:
        content = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(str(path), f"the baseline cannot be read ({error.strerror})", remedy) from error
    except ValueError as error:
        raise InputError(str(path), "the baseline is no JSON", remedy) from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise InputError(str(path), f"this is no baseline file ({SCHEMA})", remedy)
    return Counter(content["findings"])


def without_known(result: Checked, known: Counter[str]) -> Checked:
    """``result`` less the findings in ``known``, each of which is taken out of ``known`` as it is met."""
    kept = []
    for key, finding in zip(keys(result.reading, result.findings), result.findings, strict=True):
        if known[key] > 0:
            known[key] -= 1
        else:
            kept.append(finding)
    return replace(result, findings=tuple(kept))


def difference(old: Checked, new: Checked) -> Checked:
    """The new version with only the findings that it adds, and with those of the old one that it mends."""
    before, after = keys(old.reading, old.findings), keys(new.reading, new.findings)
    added = without_known(new, Counter(before))
    mended = without_known(old, Counter(after))
    return replace(added, mended=mended.findings)
