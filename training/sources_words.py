"""Make the word lists of ``sayso.attribution.sources``: first names with their gender, ordinary English words.

    python -m training.sources_words ../shared/data/news/allsides.jsonl.xz

Needs the packages ``names`` 0.3 (US Census 1990, public domain) and ``Faker`` 40 (MIT) for the first names. Ordinary
words are counted over the first 9,000 articles: those that stand in lower case inside a sentence at least 20 times and
in 85 of 100 cases. A first name that is such a word ("will", "may") is left out.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
import unicodedata
from collections import Counter
from itertools import islice, pairwise
from pathlib import Path

import sayso.attribution.sources
from sayso.attribution.sources.lexicon import word_set
from training.data import read_allsides

OUT = Path(sayso.attribution.sources.__file__).with_name("data")
ARTICLES = 9000
_TOKEN = re.compile(r"[A-Za-z][\w’'.-]*[\w.]|[A-Za-z]|\d[\d,.]*|\S")
_BEFORE_SENTENCE = frozenset(".!?\"“”:'‘’—–-•")
#: Places, parties, months and titles that lists of first names hold and news hardly ever uses as such.
NOT_NAMES = word_set(
    """china state house justice young man chance price street church bank white brown paris washington america india
    london asia israel kenya korea britain houston carolina president general sir lady king queen prince earl duke
    bishop pope senator marine judge north south east west republic sunday monday tuesday january easter democrat
    trinidad santa san los la el de le van von der den bin abu do da di del russia argentina brazil cuba iran iraq
    syria ukraine kiev germany france spain italy egypt turkey sudan berlin vienna geneva milan sydney adelaide
    york normandy fort port cape lake sun moon star hill forest park beach sky ocean river africa europe oklahoma
    dakota montana nevada arizona california texas alabama tennessee kansas ohio iowa utah maine congress
    parliament senate university college dallas"""
)


def case_counts(path: Path) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in lower case, and with a capital, inside sentences."""
    low: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for row in islice(read_allsides(path), ARTICLES):
        for before, word in pairwise(_TOKEN.findall(row["text"])):
            if word[0].isalpha() and before not in _BEFORE_SENTENCE and not before.endswith("."):
                (capital if word[0].isupper() else low)[word.lower()] += 1
    return low, capital


def census() -> dict[str, tuple[float, float]]:
    """First name → per cent of women, of men who bear it in the United States."""
    import names

    shares: dict[str, list[float]] = {}
    for column, gender in enumerate(("female", "male")):
        for line in Path(names.__file__).with_name(f"dist.{gender}.first").read_text().splitlines():
            name, share = line.split()[:2]
            shares.setdefault(name.lower(), [0.0, 0.0])[column] += float(share)
    return {name: (both[0], both[1]) for name, both in shares.items()}


def world() -> dict[str, tuple[int, int]]:
    """First name in Latin letters → in how many of Faker's languages it is a woman's, a man's."""
    from faker.providers import person

    counts: dict[str, list[int]] = {}
    for module in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
        for column, gender in enumerate(("female", "male")):
            for name in provider.__dict__.get(f"first_names_{gender}", ()):
                if all(unicodedata.name(c, "").startswith("LATIN") or c in "-'" for c in str(name)):
                    plain = "".join(
                        c for c in unicodedata.normalize("NFD", str(name).lower()) if not unicodedata.combining(c)
                    )
                    for form in {str(name).lower(), plain}:
                        counts.setdefault(form, [0, 0])[column] += 1
    return {name: (both[0], both[1]) for name, both in counts.items()}


def main(path: Path) -> None:
    low, capital = case_counts(path)
    common = [w for w in low if low[w] >= 20 and low[w] >= 0.85 * (low[w] + capital[w])]
    ordinary = sorted(w for w in common if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", w))
    (OUT / "common_words.txt").write_text("\n".join(ordinary) + "\n", encoding="utf-8")
    at_home, abroad = census(), world()
    lines = []
    for name in sorted(at_home.keys() | abroad.keys()):
        if name in NOT_NAMES or low[name] > 0.15 * capital[name] + 2:
            continue
        if not re.fullmatch(r"[^\W\d_]+(?:[-'][^\W\d_]+)*", name) or len(name) < 2:
            continue
        women, men = at_home.get(name) or abroad[name]
        lines.append(f"{name}\t{round(100 * women / (women + men))}\n")
    (OUT / "first_names.tsv").write_text("".join(lines), encoding="utf-8")
    print(f"{len(ordinary)} ordinary words, {len(lines)} first names")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
