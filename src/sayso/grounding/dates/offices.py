"""Who held which office when: a report that calls someone president is of that presidency.

General knowledge, kept as data: heads of state and government whom reports in English name with their title, from 1989
on. Dates are those of taking and leaving the office; an open end means: still in office when this table was last gone
over.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from sayso.patterns import kept

# Last gone over in June 2025: an open term is open to doubt after that.
_TABLE = """
president | Bush | 1989-01-20 | 1993-01-20
president | Clinton | 1993-01-20 | 2001-01-20
president | Bush | 2001-01-20 | 2009-01-20
president | Obama | 2009-01-20 | 2017-01-20
president | Trump | 2017-01-20 | 2021-01-20
president | Trump | 2025-01-20 |
president | Biden | 2021-01-20 | 2025-01-20
president | Yeltsin | 1991-07-10 | 1999-12-31
president | Putin | 2000-01-01 | 2008-05-07
president | Medvedev | 2008-05-07 | 2012-05-07
president | Putin | 2012-05-07 |
president | Kuchma | 1994-07-19 | 2005-01-23
president | Yushchenko | 2005-01-23 | 2010-02-25
president | Yanukovych,Yanukovich | 2010-02-25 | 2014-02-22
president | Poroshenko | 2014-06-07 | 2019-05-20
president | Zelenskiy,Zelensky,Zelenskyy | 2019-05-20 |
president | Lukashenko | 1994-07-20 |
president | Chirac | 1995-05-17 | 2007-05-16
president | Sarkozy | 2007-05-16 | 2012-05-15
president | Hollande | 2012-05-15 | 2017-05-14
president | Macron | 2017-05-14 |
president | Erdogan,Erdoğan | 2014-08-28 |
president | Xi | 2013-03-14 |
president | Rouhani | 2013-08-03 | 2021-08-03
president | Ahmadinejad | 2005-08-03 | 2013-08-03
president | Raisi | 2021-08-03 | 2024-05-19
president | Mubarak | 1989-01-01 | 2011-02-11
president | Morsi,Mursi | 2012-06-30 | 2013-07-03
president | Sisi | 2014-06-08 |
president | Chavez,Chávez | 1999-02-02 | 2013-03-05
president | Maduro | 2013-04-19 |
president | Bolsonaro | 2019-01-01 | 2023-01-01
president | Rousseff | 2011-01-01 | 2016-08-31
president | Duterte | 2016-06-30 | 2022-06-30
president | Karzai | 2001-12-22 | 2014-09-29
president | Ghani | 2014-09-29 | 2021-08-15
president | Zuma | 2009-05-09 | 2018-02-14
president | Ramaphosa | 2018-02-15 |
president | Mugabe | 1989-01-01 | 2017-11-21
president | Moon | 2017-05-10 | 2022-05-10
president | Park | 2013-02-25 | 2017-03-10
president | Yoon | 2022-05-10 | 2025-04-04
minister | Major | 1990-11-28 | 1997-05-02
minister | Blair | 1997-05-02 | 2007-06-27
minister | Brown | 2007-06-27 | 2010-05-11
minister | Cameron | 2010-05-11 | 2016-07-13
minister | May | 2016-07-13 | 2019-07-24
minister | Johnson | 2019-07-24 | 2022-09-06
minister | Truss | 2022-09-06 | 2022-10-25
minister | Sunak | 2022-10-25 | 2024-07-05
minister | Starmer | 2024-07-05 |
minister | Netanyahu | 1996-06-18 | 1999-07-06
minister | Netanyahu | 2009-03-31 | 2021-06-13
minister | Netanyahu | 2022-12-29 |
minister | Sharon | 2001-03-07 | 2006-04-14
minister | Olmert | 2006-04-14 | 2009-03-31
minister | Bennett | 2021-06-13 | 2022-07-01
minister | Modi | 2014-05-26 |
minister | Singh | 2004-05-22 | 2014-05-26
minister | Abe | 2012-12-26 | 2020-09-16
minister | Kishida | 2021-10-04 | 2024-10-01
minister | Harper | 2006-02-06 | 2015-11-04
minister | Trudeau | 2015-11-04 | 2025-03-14
minister | Orban,Orbán | 2010-05-29 |
minister | Tsipras | 2015-01-26 | 2019-07-08
minister | Ardern | 2017-10-26 | 2023-01-25
chancellor | Kohl | 1989-01-01 | 1998-10-27
chancellor | Schroeder,Schröder | 1998-10-27 | 2005-11-22
chancellor | Merkel | 2005-11-22 | 2021-12-08
chancellor | Scholz | 2021-12-08 | 2025-05-06
""".strip()


@dataclass(frozen=True, slots=True)
class Term:
    title: str
    begin: datetime.date
    end: datetime.date | None


@dataclass(frozen=True, slots=True)
class Holder:
    """Someone whom a text names with an office, and the terms that fit."""

    words: str
    terms: tuple[Term, ...]

    def holds_on(self, day: datetime.date) -> bool:
        return any(term.begin <= day and (term.end is None or day <= term.end) for term in self.terms)


def _read() -> dict[tuple[str, str], tuple[Term, ...]]:
    table: dict[tuple[str, str], tuple[Term, ...]] = {}
    for line in _TABLE.splitlines():
        title, names, begin, end = (part.strip() for part in line.split("|"))
        term = Term(title, datetime.date.fromisoformat(begin), datetime.date.fromisoformat(end) if end else None)
        for name in names.split(","):
            table[title, name] = (*table.get((title, name), ()), term)
    return table


_TERMS = _read()
_NAMED = kept(
    r"(?<!former )(?<!Former )(?<!ex-)(?<!then-)(?<!Then-)(?<!late )(?<!Vice )(?<!vice )"
    r"\b(President|Prime Minister|Chancellor) ((?:[A-Z][\w.]*[ -]){0,2}?)("
    + "|".join(sorted(sorted({name for _, name in _TERMS}), key=len, reverse=True))
    + r")\b"
)


def holders(text: str) -> tuple[Holder, ...]:
    """Those in office by the text's own words, each once."""
    found: dict[tuple[str, str], Holder] = {}
    for match in _NAMED.finditer(text):
        key = (match.group(1).rsplit(" ", 1)[-1].lower(), match.group(3))
        if key in _TERMS:
            found.setdefault(key, Holder(match.group(), _TERMS[key]))
    return tuple(found.values())
