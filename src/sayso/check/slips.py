"""How far two spellings of a name are apart."""

from __future__ import annotations

import re


def one_slip(one: str, other: str) -> bool:
    """Whether one letter is more, less or different, or two neighbours are swapped; no plural, adjective or demonym."""
    if one == other or one[:2] != other[:2] or abs(len(one) - len(other)) > 1:
        return False
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        different = [n for n in range(len(one)) if one[n] != other[n]]
        swapped = (
            len(different) == 2
            and different[1] == different[0] + 1
            and one[different[0]] == other[different[1]]
            and one[different[1]] == other[different[0]]
        )
        return swapped or (len(different) == 1 and not _ends_otherwise(one, other, different[0]))
    if long.startswith(short) and long[-1] in "snirdya" and long[-1] != short[-1]:
        return False
    if long == f"{short[:-1]}n{short[-1]}" and short.endswith("as"):
        return False  # "Americas", "Americans"
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def _ends_otherwise(one: str, other: str, place: int) -> bool:
    """Whether the last letter makes a man of a woman ("Petrov", "Novaka") or a people of a land, and no slip."""
    return place == len(one) - 1 and ({one[-1], other[-1]} <= set("aoieynsc") or {one[-1], other[-1]} == {"t", "m"})


def same_sound(one: str, other: str) -> bool:
    """Whether two first names are spellings of one: "Mohammed" and "Mohamed", "Catherine" and "Katherine"."""
    return one != other and _sound(one) == _sound(other)


def _sound(name: str) -> str:
    plain = name.lower()
    for old, new in (
        ("ph", "f"),
        ("ce", "se"),
        ("ci", "si"),
        ("ck", "k"),
        ("c", "k"),
        ("th", "t"),
        ("y", "i"),
        ("z", "s"),
        ("v", "w"),
        ("ie", "i"),
        ("ee", "i"),
    ):
        plain = plain.replace(old, new)
    plain = plain[0] + re.sub(r"[eh]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", plain)
