"""Write the known misses anew after a model was fitted: ``python -m tests.attribution.reports``; read the change."""

from __future__ import annotations

import json
from pathlib import Path

from tests.attribution.reports import FIELDS, cases, holds, made, value

found = {
    case["id"]: [
        f"{one['content'][:40]}: {field}"
        for one, statement in made(case)
        for field in FIELDS
        if field in one and not holds(one[field], value(statement, field))
    ]
    for case in cases()
}
path = Path(__file__).parents[2] / "misses" / "sources.json"
known = {id_: missed for id_, missed in found.items() if missed}
path.write_text(json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
print(f"{sum(map(len, found.values()))} misses in {len(found)} reports: {path}")
