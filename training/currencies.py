"""Write ``src/sayso/grounding/amounts/currencies.json``: English names of the currencies in use → ISO 4217 codes.

``python training/currencies.py``; from CLDR as Babel carries it (``training/requirements.txt``).
"""

from __future__ import annotations

import json
from pathlib import Path

from babel import Locale
from babel.numbers import get_currency_name, get_territory_currencies

OUT = Path(__file__).resolve().parents[1] / "src/sayso/grounding/amounts/currencies.json"


def main() -> None:
    english = Locale("en")
    in_use = {code for territory in english.territories for code in get_territory_currencies(territory, tender=True)}
    names: dict[str, str] = {}
    for code in sorted(in_use):
        for count in (None, 1, 2):
            name = get_currency_name(code, count, english).lower().replace("’", "'")
            if name != code.lower() and name.isascii():
                names[name] = code
    table = {"codes": sorted(in_use), "names": dict(sorted(names.items()))}
    OUT.write_text(json.dumps(table, indent=0) + "\n", encoding="utf-8")
    print(f"{OUT}: {len(in_use)} codes, {len(names)} names")


if __name__ == "__main__":
    main()
