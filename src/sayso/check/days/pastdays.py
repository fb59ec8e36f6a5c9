"""Whether a day of the calendar stands in a sentence as the day on which something happened."""

from __future__ import annotations

import re

from sayso.patterns import compiled

#: Verbs that tell of something done.
PAST = (
    r"(?:said|told|met|struck|wrote|was|were|began|broke|took|fell|sank|won|lost|left|came|went|shot|hit|held|found|fled|"
    r"sought|brought|became|"
    r"gave|sent|sold|bought|fought|rose|ran|drew|saw|spoke|heard|led|made|put|cut|swore|died|[a-z]{2,}ed)"
)
#: A verb of the past that goes with "on" and the day, or stands straight before the day ("died March 3").
_BEFORE = compiled(
    rf"\b{PAST}\b(?:\s+(?:(?:[A-Z]\.|[A-Z][a-z]+\.)|[\w’'-]+)){{0,8}}?\s+(?:late |early )?on (?:the )?(?:\w+day,? )?$"
    r"|\b(?:said|told \w+|announced|released|signed|died|ruled|resigned|testified|was arrested|was killed|arrested|met|"
    r"reported) (?:\w+day,? )?$"
)
_AHEAD = compiled(
    r"\b(?:will|would|shall|until|by|before|scheduled|expected|due|set|planned|after|postponed|invited|summoned|ordered|"
    r"called|extended|delayed|next|from|through|since|take|effective|booked|fixed|moved|agreed|may|might|could|should|must|"
    r"comes?|returns?|reconvenes?|resumes?|meets?|reopens?|opens?|begins?|starts?|ends?|takes?|falls?|expires?|"
    r"plans?|wants?|hopes?|is|are|to (?:be|[a-z]+ (?:on|its|the|a)))\b"
)
#: "will be | held on", "to be | sentenced on": the verb is no past one.
_HELPED = compiled(
    r"\b(?:will|would|shall|to|may|might|could|should|must|is|are|be|being|get|expected|scheduled|due|set|slated|"
    r"requires?|requested|election|voting|if|when|the|an?|before|until|after|of|for)\s+"
    r"(?:be |have |not |also )*$",
    re.IGNORECASE,
)
#: "On March 3, the ministry announced": the day at the head of its sentence.
_AFTER = compiled(rf",? (?P<who>(?:[\w’'.()-]+,? ){{1,8}}?)(?P<verb>{PAST})\b(?! (?:to\b|by\b|for\b|in\b|on\b))")
_OPENS = compiled(r"^[“\"]?(?:(?:And|But|Then|Also|Earlier|Later),? )?[Oo]n (?:the )?(?:\w+day,? )?$")


def told_as_past(before: str, after: str) -> bool:
    """``before`` and ``after``: what the sentence says before and after the day."""
    told = _BEFORE.search(before)
    if re.match(r",? (?:[\w’'.-]+ ){1,4}(?:would|will)\b", after) and re.search(
        r"\b(?:said|that),? (?:that )?on (?:\w+day,? )?$", before
    ):
        return False
    if told is not None:
        return not (_AHEAD.search(told.group()) or _HELPED.search(before[: told.start()]))
    match = _AFTER.match(after) if _OPENS.search(before) else None
    return match is not None and not (
        _AHEAD.search(match["who"])
        or _AHEAD.fullmatch(match["verb"])
        or re.search(r"\b(?:who|that|which)\b", match["who"])
    )
