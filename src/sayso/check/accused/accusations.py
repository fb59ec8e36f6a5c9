"""Who is blamed for something in a report, and by which statements."""

from __future__ import annotations

import re

from sayso.check.accused.deeds import actor_before, deed, wrongs
from sayso.check.accused.disputes import acts_alone, deed_told
from sayso.check.context import Context, content_of, speaks
from sayso.check.language import FAILING, HEDGE, LEGAL, ROLE, WRONGDOING, content_words
from sayso.patterns import compiled
from sayso.types import Statement

_NAME = compiled(r"\b[A-Z][\w’'.-]*[a-z][\w’'-]*(?:\s+(?:(?:of|the|de|van|von|al|bin)\s+)?[A-Z][\w’'-]+)*")


def allegations(context: Context) -> list[Statement]:
    """Statements that say that somebody did wrong; those of headline and deck only where the body has none like it."""
    found = [
        each
        for each in context.statements
        if (speaks(each, context.text) or _alleged(each, context.text) or _laid(each, context.text))
        and (
            _alleges(each, content_of(each, context.text), _claimed(each, context.text), _argued(each, context.text))
            or _blames(context, each)
        )
    ]
    body = [content_words(content_of(each, context.text)) for each in found if context.in_body(each.content[0])]
    return [
        each
        for each in found
        if context.in_body(each.content[0])
        or all(len(content_words(content_of(each, context.text)) & words) < 2 for words in body)
    ]


def _alleges(statement: Statement, words: str, claimed: bool, argued: bool) -> bool:
    if re.match(
        r"(?:the |that |these |those )?(?:\w+ )?(?:allegations?|accusations?|claims?|charges?)\b", words, re.IGNORECASE
    ):
        return False  # of allegations it says something, and makes none
    alleged = claimed and not words.startswith(("‘", "'"))
    if statement.act == "accuse" and not argued:
        return (
            FOR_HARM.match(words) is not None
            or WRONGDOING.search(words) is not None
            or FAILING.search(words) is not None
            or OF_DOING.search(words) is not None
            or (alleged and _of_another(statement, words))
        )
    return statement.act in ("say", "report", "criticize", "warn", "confirm") and (
        _accuses(words) or (claimed and _of_someone(words))
    )


#: "of hitting her", "of having cut the line": deeds, not the politics of "of overstepping his powers".
OF_DOING = compiled(
    r"\w\b.{2,90}\bof (?:having \w+|(?:\w+ly )?(?:hitt|beat|cutt|tak|sell|giv|pay|steal|hid|leak|touch|forc|plant|"
    r"kill|shoot|burn|starv|prepar|"
    r"plott|stag|rap|lur|push|throw|drugg|poison|dump|sack|bull[iy]|harass|threaten|plan|direct|order|try|lying|ly|"
    r"cheat|"
    r"brib|spy|spread|rigg|hold|keep|deny|mak|let|us|bury|break|blackmail|delet|destroy|chang|falsify|ignor|abus|"
    r"stalk|attack|bomb|shell|"
    r"start|caus|fail|withhold|conceal|cover|mislead|deceiv|fak|invent|doctor|copy|dop|fix|tamper|sabotag|support|"
    r"fund|arm|shelter)ing)\b"
)


#: Whom somebody blames for what has cost lives or more: "the mill for his death", not "the opposition for the delay".
FOR_HARM = compiled(
    r"[^.;]{3,80}? for (?:[\w’'-]+ ){0,5}?(?:deaths?|killings?|suicides?|murders?|drownings?|poisonings?|"
    r"injur(?:y|ies)|illness(?:es)?|cancers?|crash|collapse|explosion|blast|fire|spill|leak)\b"
)


def _blames(context: Context, statement: Statement) -> bool:
    """In a story that speaks of accusations: a source tells plainly what somebody else in it did."""
    told = deed_told(content_of(statement, context.text))
    return (
        told is not None
        and not re.search(r"\bnot (?:yet )?", told["did"])
        and statement.act in ("say", "report")
        and statement.source.mention is not None
        and acts_alone(told["who"])
        and not content_words(told["who"]) & content_words(statement.source.mention.of(context.text))
    )


def _alleged(statement: Statement, text: str) -> bool:
    """Whether the cue is "alleges" or "alleged", of somebody by name."""
    return statement.source.type == "person" and any(
        re.fullmatch(r"(?:has |have |had |also |)*alleged?s?", cue.of(text)) for cue in statement.cue
    )


def _laid(statement: Statement, text: str) -> bool:
    """Whether a paper alleges it, or somebody blames somebody: "the lawsuit alleges", "the widow blames"."""
    return statement.act == "accuse" and any(re.search(r"\b(?:alleg|blam)\w+", cue.of(text)) for cue in statement.cue)


def _claimed(statement: Statement, text: str) -> bool:
    """Whether the cue itself calls it a claim or an allegation."""
    return any(re.match(r"(?:has |have |had )?(?:claim|alleg)", cue.of(text)) for cue in statement.cue)


def _argued(statement: Statement, text: str) -> bool:
    """Whether the cue is one of arguing: opponents of a policy accuse nobody by it."""
    return any(
        re.match(r"(?:has |have |had )?(?:argu|urg|ask|suggest|insist|not)", cue.of(text)) for cue in statement.cue
    )


def _of_someone(words: str) -> bool:
    """Whether somebody in an office, or somebody named, did something: "A councillor passed …"."""
    match = re.match(
        r"(?:the |an? |its |his |her )?(?P<who>[\w’'-]+(?: [A-Z][\w’'-]+)?) (?:also )?[a-z]+ed\b", words, re.IGNORECASE
    )
    return match is not None and (ROLE.fullmatch(match["who"]) is not None or " " in match["who"])


def _of_another(statement: Statement, words: str) -> bool:
    """Whether an allegation tells of somebody by name or office: "he forced her", "she had an affair with Mr. Aaby"."""
    names = content_words(" ".join(_NAME.findall(words))) - content_words(statement.source.name or "")
    return bool(names) or _OFFICE_DID.match(words) is not None


#: "the nominee forced her onto a bed".
_OFFICE_DID = compiled(r"(?:the|his|her|their|its) (?P<who>[a-z-]+) [a-z]+(?:ed|ook|ent|ave|ade|old|id)\b")


def _accuses(words: str) -> bool:
    """Without the label: an actor named straight before a verb of wrongdoing."""
    told = deed(words)
    rest = words[: told.start()] + words[told.end() :] if told else words
    if re.match(r"(?:[Ss]omeone|[Ss]omebody)\b", words):
        return False  # nobody is named who could answer
    if HEDGE.search(rest) or LEGAL.search(rest) or re.search(r"\b(?:not|no|never|n[’']t)\b", words):
        return False
    active = [
        match
        for match in wrongs(words)
        if not _NO_VERB.fullmatch(match.group())
        and not FOUGHT.search(words[: match.start()])
        and (match.group().endswith("ing") or not _DONE_TO.search(words[: match.start()]))
    ]
    return any(actor_before(words, match.start()) for match in active) or told is not None


#: "as an unlawful use of force": what is so called has no doer.
_NO_VERB = compiled(
    r"(?:illegal|unlawful|criminal|negligen|crim|deliberate|knowing|abusive|racis|terroris|genocid|frau|theft|"
    r"corruption|espionage|treason|"
    r"atrocit|war crime|massacres?$|rap(?:e|ist))\w*",
    re.IGNORECASE,
)
#: "to stamp out voter fraud": what somebody fights is nobody's deed.
FOUGHT = compiled(
    r"\b(?:stamp(?:ing)? out|prevent\w*|combat\w*|fight\w*|against|stop(?:ping)?|crack(?:ing)? down on|curb\w*|"
    r"tackl\w+|deter\w*|avoid\w*|root(?:ing)? out|end(?:ing)?) (?:[\w’'-]+ ){0,2}$"
)
_DONE_TO = compiled(r"\b(?:was|were|been|being|be|are|is)\s+(?:\w+ly\s+)?$")


#: A word that opens a sentence and is no part of a name: "While the Committee".
_OPENS = compiled(r"^(?:While|When|Whether|If|Although|Though|Because|Since|After|Before|But|And|As)\s(?:the\s)?")
#: Peoples, of whom nobody speaks for all.
_PEOPLES = frozenset(
    "arab arabs muslim muslims jewish jews christian christians western african asian european".split()
)


def accused(context: Context, statement: Statement) -> list[str]:
    """The names and bodies that an allegation is about: whom the cue accuses, and who acts in the content."""
    words = content_of(statement, context.text)
    wrong = min(filter(None, [*wrongs(words), deed(words)]), key=lambda match: match.start(), default=None)
    head = words[: wrong.start()] if wrong else words[:60]
    by = re.match(r" by (?P<who>[^.;]{3,60})", words[wrong.end() :]) if wrong else None
    if wrong and (by or " by " in wrong.group()):
        head = by["who"] if by else wrong.group().split(" by ")[1]
    subject = re.search(r"([\w’'-]+)\s*$", re.split(r"\s(?:in|at|of|near|on|from)\s", head)[0])
    if wrong and not by and subject and _THING.fullmatch(subject[1]):
        return []  # "The mill fire destroyed": nobody did it
    if wrong and _NOBODY_KNOWN.search(head):
        return []
    office = _SOMEBODY_AT.match(head)
    if office and (ROLE.fullmatch(office[1]) or _PERSON.search(office[1])):
        return [office[1]]
    whom = re.match(r"(?P<who>(?:the|its|his|her|their) [^,.;]{2,50}?) of \w+ing\b", words)
    if (
        whom
        and statement.act == "accuse"
        and not re.search(r"[A-Z][a-z]+", whom["who"])
        and not ROLE.search(whom["who"])
    ):
        return []  # "the nominee": whoever that is may well speak by name
    spans = [head]
    hears = statement.cue and re.match(r"t[eo]l[dl]|ask|inform", statement.cue[0].of(context.text))
    if statement.cue and not hears and statement.cue[0].end < statement.content[0].begin:
        spans.append(context.text[statement.cue[0].end : statement.content[0].begin])
    own = content_words(statement.source.name or "")
    found: list[str] = []
    for piece in spans:
        names = [_OPENS.sub("", match.group()) for match in _NAME.finditer(piece)]
        found += [
            name
            for name in names
            if not content_words(name) <= own
            and name.lower() not in _NOT_NAMES
            and not _THING.fullmatch(name.split()[-1])
            and not (" " not in name and (_NATIONAL.fullmatch(name) or name.lower() in _PEOPLES))
            and not re.search(r"-[a-z]+$", name)  # "Muslim-majority"
            and not _PLACED.search(piece[: piece.find(name)])
            and not _HEARD.search(piece[: piece.find(name)])
        ]
        roles = [match for match in ROLE.finditer(piece) if not _HEARD.search(piece[: match.start()])]
        found += [match.group() for match in roles[: None if found else 1]]
        named = _CALLED.match(piece, roles[0].end()) if roles else None
        if named and not found[0][0].isupper():
            found.append(named["name"])  # "the property company Varn"
    office = _OFFICE_DID.match(words)
    if not found and office and (ROLE.fullmatch(office["who"]) or _PERSON.search(office["who"])):
        return [office["who"]]
    return found


def foremost(context: Context, statement: Statement, names: list[str]) -> str:
    """Of the names in an allegation the one to ask for: who is told of by name and post, else the longest."""
    words = content_of(statement, context.text)
    for pattern in _BY_NAME_AND_POST:
        match = pattern.match(words)
        if match and match["name"] in names and ROLE.search(match["post"]):
            return match["name"]
    return max(names, key=len, default="the accused")


_FULL_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:[A-Z]\. )?(?:(?:de|van|von|al|bin) )?[A-Z][\w’'-]+)+)"
_POST = r"(?P<post>(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-Z][\w’'-]*[’']s) [^,;.:“”\"]{3,70})"
#: "The director of the Lorn Clinic, Edgar Quist, stole"; "Edgar Quist, the director of the Lorn Clinic, stole".
_BY_NAME_AND_POST = (compiled(rf"{_POST}, {_FULL_NAME}, "), compiled(rf"{_FULL_NAME}, {_POST}, "))


#: "Someone in the crowd fired": nobody who could answer is known.
_NOBODY_KNOWN = compiled(
    r"\b(?:[Ss]ome(?:one|body)|(?:shooter|gunm[ae]n|attackers?|assailants?|suspects?))\b[^,;]{0,40}$"
)

_CALLED = compiled(r",? (?P<name>[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+)*)")
#: What a noun for a person mostly ends in.
_PERSON = compiled(r"(?:[^aeiou]er|or|ist|ee|ian|ant|man|men|suspect|spouse|wife|couple|pair|father|mother|son|boy)s?$")

#: "A doctor with the Altis team", "Orlan's head of research": the person is meant, not the body.
_SOMEBODY_AT = compiled(
    r"(?:An?|One|[Ii]ts|[Tt]he [\w’'-]+[’']s|[A-Z][\w’'-]+[’']s) (?:[a-z-]+ ){0,2}?([a-z-]+) (?:at|with|of|from|"
    r"in|for) "
)

#: Whom somebody tells, asks or quotes is no accused.
_NATIONAL = compiled(r"[A-Z][a-z]+(?:ian|ish|ese|ican|ench|amic|istan|raqi|raeli)s?")
_HEARD = compiled(
    r"\b(?:told|tells?|ask(?:ed|s)?|informed|according to|interview(?:ed)? (?:with|by))\s+(?:[\w’'-]+\s+){0,5}?$"
)

#: What does harm and can answer for nothing.
_THING = compiled(
    r"artillery|gunfire|shelling|fire|airstrikes?|strikes?|blasts?|explosions?|flames?|smoke|waves?|drones?|"
    r"missiles?|rockets?|bombs?|shells?|trains?|cars?|bus(?:es)?|trucks?|planes?|fires?|"
    r"floods?|storms?",
    re.I,
)
_PLACED = compiled(r"\b(?:in|at|near|from|on|against|to|left|leaving|fled|visited)\s+(?:the\s+)?$")

_NOT_NAMES = frozenset(
    "the a an we he she they everyone everybody nobody anyone somebody someone mr mrs ms dr it i if in on at but "
    "and this that there when while although though since because after before during despite under by with "
    "without democratic republican witnesses police authorities officials prosecutors as so then now today also "
    "even her his its their our my your "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september "
    "october november december one two three four five six several some many all american americans".split()
)

PRONOUN = compiled(r"(?:he|she|they)\b", re.IGNORECASE)
