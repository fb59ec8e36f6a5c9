"""The English words that dates are made of, as data: word (lower case) → token class and value.

Another language is another module of this shape; classes are explained in :mod:`sayso.grounding.dates.lexer`.
"""

from __future__ import annotations

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CARDINALS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
)  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

WORDS: dict[str, tuple[str, int | str]] = {}
for _index, _name in enumerate(MONTHS, 1):
    WORDS[_name] = ("month", _index)
    WORDS[_name[:3]] = ("month", _index)
WORDS["sept"] = ("month", 9)
for _index, _name in enumerate(WEEKDAYS):
    WORDS[_name] = ("weekday", _index)
    WORDS[_name[:3]] = ("weekday", _index)
WORDS |= {"tues": ("weekday", 1), "thur": ("weekday", 3), "thurs": ("weekday", 3), "weds": ("weekday", 2)}
WORDS |= {_name: ("card", _index) for _index, _name in enumerate(_CARDINALS, 1)}
WORDS |= {_name: ("tens", _value) for _name, _value in _TENS.items()}
WORDS |= {_name: ("ord", _index) for _index, _name in enumerate(_ORDINALS, 1)}
WORDS |= {"thirtieth": ("ord", 30), "twentieth": ("ord", 20)}
WORDS |= {"couple": ("vague", 2), "few": ("vague", 3), "several": ("vague", 3), "many": ("vague", 0)}
WORDS |= {"a": ("a", 1), "an": ("a", 1), "the": ("the", 0), "of": ("of", 0), "s": ("s", 0)}
for _unit in ("day", "week", "weekend", "month", "quarter", "year", "decade"):
    WORDS[_unit] = WORDS[_unit + "s"] = ("unit", _unit)
WORDS |= {
    "century": ("unit", "century"), "centuries": ("unit", "century"), "fortnight": ("unit", "fortnight"),
    "half": ("halfword", 0), "hour": ("subunit", "hour"), "hours": ("subunit", "hour"), "minute": ("subunit", "minute"),
    "minutes": ("subunit", "minute"), "nights": ("unit", "day"),
    "morning": ("part", "MO"), "afternoon": ("part", "AF"), "evening": ("part", "EV"), "night": ("part", "NI"),
    "noon": ("part", "MI"), "midnight": ("part", "NI"), "dawn": ("part", "MO"), "dusk": ("part", "EV"),
    "spring": ("season", "SP"), "summer": ("season", "SU"), "autumn": ("season", "FA"), "fall": ("season", "FA"),
    "winter": ("season", "WI"),
    "today": ("today", 0), "yesterday": ("today", -1), "tomorrow": ("today", 1),
    "tmr": ("today", 1), "tmrw": ("today", 1), "thousand": ("thousand", 1000), "tonight": ("tonight", 0),
    "overnight": ("overnight", 0),
    "last": ("last", "last"), "past": ("last", "past"), "previous": ("last", "previous"),
    "preceding": ("last", "previous"), "prior": ("last", "previous"),
    "next": ("next", "next"), "coming": ("next", "coming"), "upcoming": ("next", "coming"),
    "following": ("next", "following"), "subsequent": ("next", "following"), "ensuing": ("next", "following"),
    "this": ("this", 0), "current": ("this", 0), "same": ("same", 0), "that": ("that", 0),
    "early": ("early", "early"), "late": ("early", "late"), "mid": ("early", "mid"),
    "beginning": ("edge", "start"), "start": ("edge", "start"), "outset": ("edge", "start"),
    "middle": ("edge", "middle"), "end": ("edge", "end"), "close": ("edge", "end"),
    "latter": ("latter", 2), "rest": ("rest", 0), "eve": ("eve", 0),
    "earlier": ("shift", -1), "previously": ("shift", -1), "later": ("shift", 1), "afterward": ("shift", 1),
    "afterwards": ("shift", 1), "ago": ("ago", -1), "hence": ("ago", 1),
    "before": ("before", -1), "after": ("after", 1), "from": ("from", 0), "between": ("between", 0), "and": ("and", 0),
    "or": ("or", 0), "to": ("to", 0), "until": ("to", 0), "till": ("to", 0), "through": ("to", 0), "til": ("to", 0),
    "in": ("in", 0), "on": ("on", 0), "within": ("within", 0), "since": ("since", 0), "by": ("prep", 0),
    "during": ("prep", 0), "for": ("for", 0), "at": ("prep", 0), "around": ("prep", 0), "circa": ("prep", 0),
    "about": ("about", 0), "over": ("about", 0), "under": ("about", 0), "than": ("about", 0), "nearly": ("about", 0),
    "almost": ("about", 0), "some": ("about", 0), "per": ("per", 0), "every": ("per", 0), "each": ("per", 0),
    "its": ("their", 0), "his": ("their", 0), "her": ("their", 0), "their": ("their", 0), "now": ("now", 0),
}  # fmt: skip

#: Words for the years of a decade: "the nineties".
WORDS |= {
    name: ("decade", value)
    for name, value in {
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
        "nineties": 90,
    }.items()
}  # fmt: skip

#: Month names and short forms that are also names of people, verbs or nouns: bare, they need a word before them
#: that dates take.
AMBIGUOUS_MONTHS = frozenset({"may", "march", "april", "june", "august", "mar", "jan", "dec", "jul", "jun"})
#: Short weekday names that are words of their own: taken only next to a month, a number or a comma.
AMBIGUOUS_WEEKDAYS = frozenset({"sun", "sat", "wed", "mon"})
SHORT_FORMS = frozenset(
    {name[:3] for name in (*MONTHS, *WEEKDAYS)} | {"sept", "tues", "thur", "thurs", "weds"}
) - frozenset({"may"})

#: Short forms that are words of their own where they have no capital.
LOWER_WORDS = frozenset({"mar", "sun", "sat", "wed", "mon", "dec", "jan"})

#: Happenings that a report dates by, without saying when they were: "since the invasion".
EVENTS = frozenset((
    "accident", "agreement", "annexation", "armistice", "assassination", "attack", "bombing", "breakup", "campaign",
    "ceasefire", "cease-fire", "collapse", "conflict", "conquest", "coup", "crackdown", "crash", "crisis",
    "disaster", "earthquake", "election", "elections", "epidemic", "eruption", "evacuation", "explosion", "fall",
    "fighting", "fire", "flood", "founding", "genocide", "hearing", "hurricane", "inauguration", "incident",
    "independence", "insurrection", "intervention", "invasion", "killing", "killings", "launch", "lockdown",
    "massacre", "meeting", "merger", "murder", "occupation", "offensive", "outbreak", "pandemic", "protests",
    "raid", "referendum", "resignation", "revolution", "riot", "riots", "scandal", "shooting", "siege", "storm",
    "strike", "strikes", "summit", "takeover", "talks", "trial", "truce", "tsunami", "unrest", "uprising",
    "verdict", "vote", "war", "withdrawal",
))  # fmt: skip

#: Feast days with a fixed date (month, day) or a rule: ("nth", month, weekday, n), n = -1 for the
#: last; ("easter", offset).
HOLIDAYS: dict[str, tuple[int, int] | tuple[str, int] | tuple[str, int, int, int]] = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year": (1, 1), "new years eve": (12, 31),
    "new years day": (1, 1), "valentine's day": (2, 14), "st. patrick's day": (3, 17), "saint patrick's day": (3, 17),
    "st patrick's day": (3, 17), "april fool's day": (4, 1), "april fools": (4, 1), "earth day": (4, 22),
    "may day": (5, 1), "juneteenth": (6, 19), "bastille day": (7, 14), "halloween": (10, 31),
    "all saints' day": (11, 1),
    "guy fawkes day": (11, 5), "veterans day": (11, 11), "armistice day": (11, 11), "christmas eve": (12, 24),
    "christmas day": (12, 25), "christmas": (12, 25), "xmas": (12, 25), "boxing day": (12, 26),
    "groundhog day": (2, 2), "inauguration day": (1, 20), "independence day": (7, 4),
    "international women's day": (3, 8),
    "martin luther king day": ("nth", 1, 0, 3), "mlk day": ("nth", 1, 0, 3), "presidents day": ("nth", 2, 0, 3),
    "presidents' day": ("nth", 2, 0, 3), "mother's day": ("nth", 5, 6, 2), "memorial day": ("nth", 5, 0, -1),
    "father's day": ("nth", 6, 6, 3), "labor day": ("nth", 9, 0, 1), "columbus day": ("nth", 10, 0, 2),
    "thanksgiving day": ("nth", 11, 3, 4), "thanksgiving": ("nth", 11, 3, 4), "black friday": ("nth", 11, 4, 4),
    "cyber monday": ("nth", 11, 0, -1), "ash wednesday": ("easter", -46), "palm sunday": ("easter", -7),
    "maundy thursday": ("easter", -3), "good friday": ("easter", -2), "easter sunday": ("easter", 0),
    "easter monday": ("easter", 1), "easter": ("easter", 0), "pentecost": ("easter", 49),
}  # fmt: skip

#: Nouns that make a four-digit number a count, not a year, when they follow it.
COUNTED = frozenset((
    "people", "troops", "soldiers", "men", "women", "children", "dollars", "euros", "pounds", "yuan", "rubles",
    "percent", "km", "kilometers", "kilometres", "miles", "metres", "meters", "feet", "tons", "tonnes", "barrels",
    "homes", "houses", "votes", "workers", "jobs", "deaths", "cases", "patients", "prisoners", "refugees",
    "migrants", "demonstrators", "protesters", "police", "officers", "fighters", "rebels", "tanks", "aircraft",
    "planes", "ships", "vehicles", "missiles", "casualties", "dead", "wounded", "civilians", "students", "guests",
    "members", "employees", "companies", "copies", "pages", "words", "hours", "minutes", "days", "weeks", "months",
    "years", "acres", "hectares", "kg", "lbs", "pieces", "guns", "rifles", "cavalry", "infantry",
))  # fmt: skip

#: Words before a year, and before a number that is none.
YEAR_LEADS = frozenset(
    ("in", "since", "by", "until", "till", "from", "during", "of", "before", "after", "through", "(", "between")
)
NUMBER_LEADS = frozenset(("no", "number", "room", "route", "flight", ".", "-"))
COUNT_LEADS = frozenset(("about", "some", "than", "nearly", "almost", "over", "under"))

#: What a verb left or right of a date tells of its side of the report's date.
FUTURE = frozenset((
    "will", "would", "shall", "ll", "scheduled", "due", "expected", "plans", "planned", "planning", "set", "slated",
    "going", "upcoming", "ahead", "plan", "hopes", "intends", "expects", "deadline", "expire", "expires", "can",
    "could", "should", "may", "might",
))  # fmt: skip
PAST = frozenset((
    "was", "were", "had", "did", "said", "told", "wrote", "met", "came", "went", "began", "won", "lost", "took",
    "made", "gave", "held", "shot", "left", "found", "saw", "heard", "fell", "rose", "led", "put", "sent", "set",
    "struck", "spoke", "tweeted", "posted", "fought", "fled", "broke", "became", "brought", "cut", "hit", "killed",
    "has", "have", "been", "stood", "ran", "sat", "got", "called", "announced",
))  # fmt: skip
