"""What the reports of a ledger say of the matter of a draft: found by its names, traced together with it."""

from __future__ import annotations

import calendar
import json
import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations

from sayso.check.across import Across
from sayso.ledger import Ledger, Query, Reader
from sayso.patterns import compiled
from sayso.trace.types import to_json
from sayso.trace.whole import trace
from sayso.types import Reading, Report

_NAME = compiled(r"(?<![.!?] )(?<!^)(?<!\n)\b[A-Z][\w’'-]*[a-z]\w*(?: [A-Z][\w’'-]*[a-z]\w*)*")
_CALENDAR = frozenset([*calendar.day_name, *calendar.month_name, *calendar.month_abbr])
_NAMES, _EACH, _MOST = 8, 50, 200


def across_ledger(ledger: Ledger) -> Callable[[Reading], Across | None]:
    """For an open ledger: what its reports and a reading show together; None where none speaks of the same matter.

    Raises (when called):
        LedgerError: the ledger cannot be read.
    """

    def of(reading: Reading) -> Across | None:
        with ledger.read() as view:
            others = [view.report(each).reading for each in neighbours(view, reading.report)]
        if not others:
            return None
        texts = {each.report.id: each.report.text for each in (*others, reading)}
        return Across(reading.report.id, json.loads(to_json(trace([*others, reading]))), texts)

    return of


def neighbours(view: Reader, report: Report) -> list[str]:
    """Ids of reports that share two of the names that ``report`` says most often, newest first for each pair."""
    found: dict[str, None] = {}
    for one, other in combinations(_names(report), 2):
        for each in view.find_reports(Query(words=f'"{one}" "{other}"', limit=_EACH)).items:
            if each.id != report.id:
                found.setdefault(each.id)
    return list(found)[:_MOST]


def _names(report: Report) -> list[str]:
    counted = Counter(re.sub(r"[’']s?$", "", match) for match in _NAME.findall(report.text))
    return [name for name, _ in counted.most_common() if name not in _CALENDAR][:_NAMES]
