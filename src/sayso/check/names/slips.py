"""How far two spellings of a name are apart."""

from __future__ import annotations

import re
import unicodedata


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


#: Short forms that are no beginning of the whole name, by the whole name.
_SHORT = {
    "charles": "chuck charlie", "william": "bill will billy", "robert": "bob rob bobby", "richard": "dick rick rich",
    "james": "jim jimmy jamie", "john": "jack johnny", "joseph": "joe", "henry": "harry hank", "edward": "ed ted ned",
    "margaret": "maggie meg peggy", "elizabeth": "liz beth betty libby", "katherine": "kate kathy katie kit",
    "catherine": "kate cathy katie cath", "kathleen": "kathy kate", "michael": "mike mick", "anthony": "tony",
    "andrew": "andy drew", "david": "dave", "stephen": "steve", "steven": "steve", "patrick": "paddy pat",
    "lawrence": "larry", "francis": "frank", "theodore": "ted teddy", "george": "georgie", "sarah": "sally",
    "mary": "molly polly", "dorothy": "dot dolly", "helen": "nell", "ronald": "ron", "gerald": "gerry jerry",
    "terence": "terry", "barry": "baz", "jennifer": "jenny", "deborah": "debbie", "rebecca": "becky",
    "mikhail": "misha", "alexander": "sasha", "alexandra": "sasha", "ivan": "vanya", "dmitry": "dima",
}  # fmt: skip


def short_form(one: str, other: str) -> bool:
    """Whether one is a short form of the other, or both are one but for accents: "Chuck", "Charles"; "Rene", "René"."""
    a, b = sorted((_plain(one), _plain(other)), key=len)
    listed = any(short in _SHORT.get(whole, "").split() for short, whole in ((a, b), (b, a)))
    return b.startswith(a) or listed


def only_accents(one: str, other: str) -> bool:
    """Whether two spellings differ in accents and nothing else: "François", "Francois"."""
    return one != other and _plain(one) == _plain(other)


def _plain(name: str) -> str:
    """Small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


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
