"""News agencies, and the outlets that sign datelines as agencies do: general knowledge, one name a line."""

from __future__ import annotations

import re

from sayso.patterns import kept

# Written form (lower case) to the name used in the record. Agencies sell their text to others.
_AGENCIES = {
    name.lower(): names[0]
    for names in (
        ("Reuters", "Thomson Reuters", "Reuters News"),
        ("AP", "The Associated Press", "Associated Press", "A.P."),
        ("AFP", "Agence France-Presse", "Agence France Presse"),
        ("dpa", "Deutsche Presse-Agentur", "dpa-AFX"),
        ("PA", "PA Media", "Press Association", "PA news agency"),
        ("UPI", "United Press International"),
        ("TASS", "ITAR-TASS", "Itar-Tass", "TASS news agency"),
        ("RIA Novosti", "RIA", "RIA news agency", "RIA Novosti news agency"),
        ("Interfax", "Interfax news agency"),
        ("Interfax-Ukraine",),
        ("Sputnik",),
        ("Ukrinform",),
        ("UNIAN",),
        ("BelTA",),
        ("Xinhua", "Xinhua News Agency"),
        ("China News Service", "CNS"),
        ("Kyodo", "Kyodo News"),
        ("Jiji Press", "Jiji"),
        ("Yonhap", "Yonhap News Agency"),
        ("KCNA", "Korean Central News Agency"),
        ("CNA", "Central News Agency"),
        ("ANI", "Asian News International"),
        ("PTI", "Press Trust of India"),
        ("IANS",),
        ("UNI",),
        ("APP", "Associated Press of Pakistan"),
        ("Bernama",),
        ("Antara",),
        ("VNA", "Vietnam News Agency"),
        ("AAP", "Australian Associated Press"),
        ("Anadolu Agency", "AA", "Anadolu"),
        ("DHA", "Demirören News Agency"),
        ("IRNA",),
        ("Tasnim", "Tasnim News Agency"),
        ("Fars", "Fars News Agency"),
        ("Mehr", "MNA"),
        ("ISNA",),
        ("SANA",),
        ("WAFA",),
        ("SPA", "Saudi Press Agency"),
        ("WAM", "Emirates News Agency"),
        ("KUNA",),
        ("QNA",),
        ("BNA",),
        ("Petra",),
        ("MENA",),
        ("NNA",),
        ("SABA",),
        ("APS",),
        ("SUNA",),
        ("NAN", "News Agency of Nigeria"),
        ("GNA", "Ghana News Agency"),
        ("SAnews",),
        ("ANSA",),
        ("AGI",),
        ("Adnkronos",),
        ("EFE", "EFEUSA", "Agencia EFE"),
        ("Europa Press",),
        ("Lusa",),
        ("Belga",),
        ("ANP",),
        ("APA",),
        ("Keystone-SDA", "ATS", "SDA"),
        ("Ritzau",),
        ("NTB",),
        ("TT",),
        ("STT",),
        ("PAP",),
        ("CTK", "ČTK"),
        ("TASR",),
        ("MTI",),
        ("Agerpres",),
        ("BTA",),
        ("Tanjug",),
        ("Hina",),
        ("FENA",),
        ("MIA",),
        ("BNS", "Baltic News Service"),
        ("ELTA",),
        ("LETA",),
        ("Canadian Press", "The Canadian Press", "CP"),
        ("Notimex",),
        ("Télam", "Telam"),
        ("Agência Brasil",),
        ("Prensa Latina",),
        ("Bloomberg", "Bloomberg News"),
        ("Dow Jones", "Dow Jones Newswires"),
        ("Thomson Reuters Foundation", "Reuters Foundation"),
        ("Religion News Service", "RNS"),
        ("States Newsroom",),
        ("Tribune News Service", "TNS"),
    )
    for name in names
}

# Not agencies, but they sign in brackets where agencies do.
_SIGNING_OUTLETS = kept(
    r"abc(?: news)?|bbc(?: news)?|cbc(?: news)?|cbs(?: news)?|cnbc|cnn(?: business|money)?|deutsche welle|dw|euronews|"
    r"fox(?: news)?|nbc(?: news)?|npr|rfe/rl|rt|voa|voice of america|the conversation|khn|kaiser health news|"
    r"propublica|the hill|al jazeera|the guardian|pr ?newswire|business wire|globe ?newswire|accesswire",
    re.IGNORECASE,
)

# What an agency is called that no list holds; a Free Press is a paper.
_CALLED_AGENCY = kept(
    r"(?:[A-ZÀ-Þ][\w.'’-]{0,24} ){1,4}(?<!Free )(?:Press|(?:News|Press) (?:Agency|Service)|Agency|Wire|Newswire)"
)
_SPACE = kept(r"\s+")
_DESK = kept(r"(reuters|ap|afp|cnn|bloomberg|dpa|upi|ani|pti)\b[ /-].{0,30}", re.IGNORECASE)


def agency(name: str | None) -> str | None:
    """The usual short name of a news agency however it is written; None for anything else, outlets included."""
    if not name:
        return None
    key = _SPACE.sub(" ", name).strip(" .").lower()
    return _AGENCIES.get(key)


def agency_of_dateline(name: str | None) -> str | None:
    """As :func:`agency`, and besides a name in a dateline that is an agency's by its form, as written."""
    if not name or agency(name):
        return agency(name)
    return name if _CALLED_AGENCY.fullmatch(name) and not _SIGNING_OUTLETS.fullmatch(name) else None


def signature(name: str) -> str | None:
    """What a dateline's bracket names: an agency by its short name, a known outlet or an agency's desk as written."""
    written = _SPACE.sub(" ", name).strip()
    known = agency(written)
    if known:
        return known
    if "/" in written or " and " in written:
        first = re.split(r"/| and ", written, maxsplit=1)[0]
        if agency(first):
            return agency(first)
    if _SIGNING_OUTLETS.fullmatch(written.removesuffix(".com")):
        return written
    desk = _DESK.fullmatch(written)
    return (agency(desk.group(1)) or written) if desk else None
