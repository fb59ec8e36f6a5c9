"""Words of events: families of a verb and its nouns, nouns of what has a day of its own, verbs that only carry one."""

from __future__ import annotations

import re

from sayso.check.language import content_words
from sayso.patterns import compiled

#: A verb's forms and the nouns made from it, or nouns that mean one thing; a line's first word names the family. Other
#: words are of the family of their stem.
_FAMILIES = """
depart departs departed departing departure leave leaves leaving | arrive arrives arrived arriving arrival
file files filed filing filings | sign signs signed signing | resign resigns resigned resigning resignation
retire retires retired retirement | die dies died death | bury buried burial funeral | marry married marries wedding
indict indicted indictment | convict convicted conviction | sentence sentenced sentencing | execute executed execution
elect elected election elections | nominate nominated nomination | appoint appointed appointment
inaugurate inaugurated inauguration | release released releases | publish published publication
introduce introduced introduction | collide collided collision | explode exploded explosion blast bombing bombed
shoot shot shooting | abduct abducted abduction kidnapped kidnapping | invade invaded invasion | erupt erupted eruption
fire blaze | march marched marches | debate debated | expire expires expired expiry expiration
merge merged merger | ceasefire truce | sue sued lawsuit suit | disappear disappeared disappearance
graduate graduated graduation | found founded founding | acquire acquired acquisition
assassinate assassinated assassination | strike walkout struck | begin begins began beginning start starts started
end ends ended | suspend suspended suspension | born birth | flee fled | announce announced announcement
approve approved approval | decide decided decision | confirm confirmed confirmation | withdraw withdrew withdrawal
propose proposed proposal | speak spoke speech | testify testified testimony | meet met meeting | vote voted votes
rule ruled ruling | arrest arrested arrests | attack attacked attacks | kill killed killing | crash crashed
launch launched launches | visit visited visits | tell told say said says | win won victory | lose lost loss defeat
send sent | sell sold sale | buy bought purchase | pay paid payment | fall fell | rise rose | hold held | take took
come came | go went | give gave given | make made | write wrote letter | perform performed performance
"""
FAMILY = {word: line.split()[0] for line in re.split(r"[|\n]", _FAMILIES) if line.strip() for word in line.split()}
#: Nouns of what has a day of its own, beside those of the families.
EVENTS = frozenset(
    (
        "ceremony deadline summit hearing trial concert festival parade conference talks rally protest shutdown "
        "boycott "
        "tournament match game final race inquest inquiry launch referendum poll ballot primary caucus debate session "
        "conference inspection audit premiere exhibition auction sale merger strike march raid operation evacuation "
        "landing flight trip tour visit voyage storm hurricane earthquake quake flood landslide crash collision "
        "derailment fire blaze explosion blast attack shooting stabbing robbery kidnapping assassination coup verdict "
        "sentencing indictment lawsuit filing petition appeal ruling decision order statement announcement report "
        "memo letter tweet interview speech address briefing call dinner lunch party wedding funeral vigil service "
        "inauguration swearing-in election vote reading test experiment trial handover transfer delivery payment "
        "interview broadcast episode meeting event contest contests expulsion expulsions memo proposal hearing"
    ).split()
)
#: Verbs that only say that an event takes place: the event is the noun before them.
LIGHT = frozenset(
    "held hold holds made make makes took take takes place set scheduled due began begin begins started starts start "
    "came come comes happened happens occurred planned fixed opens opened ended ends end will".split()
)
VERB = compiled(
    r"(?:[a-z]{3,}ed|[a-z]+s|departed|began|spoke|wrote|met|won|lost|sent|sold|bought|paid|fell|rose|held|took|"
    r"came|went|gave|"
    r"made|left|died|fled|shot|struck|broke|flew|drove|led|found|cut|ran|sat|stood|threw|swore|sworn|leave|"
    r"leaves|will|hit)"
)


def family(word: str) -> str:
    """The name of the words that tell of the same kind of event: "filing" and "filed" are of "file"."""
    return FAMILY.get(word) or next(iter(content_words(word)), word)
