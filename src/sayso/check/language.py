"""Words that the rules look for. English only; another language needs a file like ``language.toml`` of its own."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from sayso import tables
from sayso.patterns import compiled, kept

_LISTS: dict[str, list[str]] = tables.read(Path(__file__).with_suffix(".toml"))


def _words(name: str) -> re.Pattern[str]:
    """Whole words, any case."""
    return kept(r"\b(?:" + "|".join(_LISTS[name]) + r")\b", re.IGNORECASE)


def _forms(name: str) -> re.Pattern[str]:
    """Forms of words that say themselves where they begin and end."""
    return kept("|".join(_LISTS[name]), re.IGNORECASE)


WRONGDOING = _words("wrongdoing")
FAILING = _words("failing")
DEED = _words("deed")
LEGAL = _words("legal")
CUE = _words("cue")
HEDGE = _words("hedge")
MODAL = _words("modal")
ANONYMITY_ASKED = _forms("anonymity_asked")
ANONYMITY_REASON = _forms("anonymity_reason")
ACCESS = _words("access")
ATTACK = _words("attack")
OPINION = _words("opinion")
RESPONSE = _forms("response")

VERB_OF_SAYING = (
    r"(?:said|says|say|told|added|adds|asked|wrote|writes|argued|explained|noted|"
    r"warned|declared|continued|replied|recalled|insisted|"
    r"tweeted|testified|claimed|stated|announced|acknowledged|admitted|concluded|"
    r"responded|remarked|shouted|quipped|joked)"
)

ROLE = _words("roles")
DENIAL = _words("denial")
CONTESTED = _words("contested")

MAY_JOIN = frozenset(_LISTS["may_join"])
STOPWORDS = frozenset(_LISTS["stopwords"])

OUTLET = (
    r"(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|Bloomberg|TASS|Tass|"
    r"Interfax|RIA|RIA Novosti|Xinhua|Kyodo|Yonhap|DPA|dpa|ANSA|EFE|PTI|BBC|CNN|"
    r"NBC|CBS|ABC|Fox|MSNBC|NPR|Sky|ITV|Al Jazeera|[A-Z][\w’'.-]+ (?:News|TV|Radio|"
    r"Broadcasting|Post|Times|Journal|Herald|Tribune|Gazette|Guardian|Telegraph|"
    r"Chronicle|Courier|Mail|Star|Sun|Observer|Examiner|Dispatch|Review|Magazine|"
    r"Television|Today|Wire|Inquirer|Echo|Argus|Advertiser|Independent|Sentinel|Monitor|"
    r"Weekly|Daily|Press|Agency|Mercury|Standard|Record|Ledger|Bulletin|Globe))"
)


#: Words that name a newsroom, or a kind of newsroom.
NEWSROOM = compiled(
    rf"{OUTLET}|(?:[A-Z][\w’'-]+ )?(?:state )?"
    r"(?i:news agenc(?:y|ies)|media\b|television|radio|newspapers?|broadcasters?)"
)


def content_words(words: str) -> frozenset[str]:
    """The words that carry the meaning, lower-cased and roughly stemmed, for measuring how far two passages overlap."""
    found = re.findall(r"[^\W_]+(?:[’'.,-][^\W_]+)*", words.lower())
    return frozenset(_stem(word) for word in found if word not in STOPWORDS and len(word) > 1)


@lru_cache(maxsize=1 << 14)
def _stem(word: str) -> str:
    word = re.sub(r"[’']s?$", "", word)
    for ending in ("ations", "ation", "ings", "ing", "ers", "ied", "ies", "ed", "es", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return re.sub(r"(?<=\w{4})y$", "", word[: -len(ending)])  # "bullying" as "bullied"
    return word
