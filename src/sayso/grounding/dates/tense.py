"""Whether the words around a date look back or ahead."""

from __future__ import annotations

from sayso.grounding.dates.english import FUTURE, PAST
from sayso.grounding.dates.lexer import CODES, Tokens

_STOPS = frozenset((CODES["break"], CODES["dot"]))
_REACH = 14


def side_of(tokens: Tokens, index: int) -> int:
    """-1, 1, or 0 where nothing tells: the nearest verb of the sentence to the left, else to the right, decides.

    A verb is known by a short list and by its ending; "said it would" looks ahead only right of "would".
    """
    codes = tokens.codes
    for step in (-1, 1):
        place = index + step
        for _ in range(_REACH):
            if not 0 <= place < len(codes) or codes[place] in _STOPS:
                break
            if codes[place] == CODES["word"] or codes[place] == CODES["maymonth"]:
                word = tokens.word(place)
                if word in FUTURE:
                    return 1
                if word in PAST or (len(word) > 4 and word.endswith("ed")):
                    return -1
            place += step
    return 0
