"""What is counted: the noun behind a number ("two police officers", "14 people", "200 wounded Ukrainian soldiers")."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.grounding.amounts.numerals import Token

_LONGEST = 5
PEOPLE = frozenset(
    """
    people men women children soldiers troops civilians officers officials police personnel persons workers protesters
    migrants refugees prisoners hostages victims patients students teachers pupils passengers residents villagers
    voters members lawmakers deaths injuries casualties fatalities cases homes houses buildings villages jobs votes
    seats vehicles tanks aircraft drones missiles rockets shells ships boats firefighters rescuers militants fighters
    rebels gunmen insurgents employees staff families households users viewers customers shares barrels copies
    prisoners detainees doctors nurses journalists reporters
    """.split()
)
#: Plurals without an s.
_IRREGULAR = frozenset(
    """
    people men women children police troops personnel staff aircraft cattle sheep deer fish feet teeth mice geese oxen
    media servicemen servicewomen policemen policewomen firemen fishermen gunmen businessmen congressmen lawmen
    spokesmen crew clergy youth dead wounded injured missing homeless poor livestock poultry offspring species series
    """.split()
)
_SINGULAR = frozenset(
    """
    person man woman child soldier civilian officer policeman worker protester prisoner hostage victim patient student
    teacher passenger resident villager death injury casualty fatality case home house building village job vote seat
    vehicle tank drone missile rocket shell ship boat firefighter militant fighter rebel gunman journalist family
    household share helicopter
    """.split()
)
_STOP = frozenset(
    """
    a an the of in on at by for from to with and or but nor as than that which who whom whose is are was were be been
    being has have had do does did will would shall should can could may might must not no so if then when while where
    because since until before after during into onto over under between among across through against about around
    this these those their its his her our my your they we he she it there here also only just even still yet ago
    later earlier per each every more less fewer other others such same said says told left right up down out off away
    back worldwide nationwide overall total apiece alone altogether together according including compared plus minus
    times versus vs via percent
    """.split()
)
#: End in s, yet are no plurals.
_NOT_PLURAL = frozenset(
    """
    this is was has his its us as gas bus class press progress success business process always perhaps thus plus minus
    across unless less was towards afterwards news politics
    """.split()
)


def counted_at(tokens: Sequence[Token], at: int, *, one: bool = False) -> tuple[int, str] | None:
    """The noun phrase that begins at token ``at``, up to its first plural noun run: (token behind it, its words).

    ``one``: a singular noun that is often counted will do ("one person"). None where no counted noun follows.
    """
    best: int | None = None
    for ahead in range(at, min(at + _LONGEST, len(tokens))):
        token = tokens[ahead]
        gap = token.begin - tokens[ahead - 1].end if ahead else 1
        if token.text == "-" and gap == 0:
            continue
        if not token.text[0].isalpha() or token.low in _STOP or gap > 1:
            break
        if best is not None and not _plural(token):
            break
        if _plural(token):
            best = ahead
        elif one and token.low in _SINGULAR:
            best = ahead
            break
        elif token.low.endswith(("ly", "ed", "ing")) and ahead > at + 2:
            break
    if best is None:
        return None
    words: list[str] = []
    for number in range(at, best + 1):
        touching = number > at and tokens[number].begin == tokens[number - 1].end
        words.append(tokens[number].text if touching or number == at else " " + tokens[number].text)
    return best + 1, "".join(words)


def _plural(token: Token) -> bool:
    low = token.low
    if low in _IRREGULAR or low in PEOPLE:
        return True
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "'s", "’s")) and low not in _NOT_PLURAL
