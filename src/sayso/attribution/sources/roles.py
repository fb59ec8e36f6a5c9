"""Nouns for roles: those of the list, and those that have the form of one."""

from __future__ import annotations

from functools import lru_cache

from sayso.attribution.sources import lexicon
from sayso.attribution.sources.lexicon import word_set
from sayso.patterns import kept

_AGENT = kept(r"[a-z]{3,}(?:[^aeio]er|tor|sor|ist|ician|eer|logist|man|woman|keeper|ee|grapher)")
_NO_AGENT = word_set(
    """other another former later earlier latter either neither whether rather however never ever under over after
    together further newer older younger larger smaller greater lower upper inner outer river water paper letter number
    order matter member-state summer winter september october november december newspaper computer internet center
    border quarter chapter daughter-in corner power tower offer answer proper super per tender gender weather
    motor factor sector doctor-patient human german roman women men coffee committee see three degree fee free
    guarantee employee-owned list assist persist exist insist consist resist twist mist"""
)


@lru_cache(maxsize=16384)
def is_agent(low: str) -> bool:
    """Whether a word in lower case names a role, or has the form of a noun for one: "forecaster", "rigger"."""
    return is_role(low) or (low not in _NO_AGENT and _AGENT.fullmatch(low.rsplit("-", 1)[-1]) is not None)


@lru_cache(maxsize=16384)
def is_role(low: str) -> bool:
    """Whether a word in lower case names a role, also as the tail of a hyphenated one or in the plural."""
    if low in lexicon.ROLES:
        return True
    tail = low.rsplit("-", 1)[-1]
    return tail in lexicon.ROLES or (tail.endswith("s") and tail[:-1] in lexicon.ROLES)
