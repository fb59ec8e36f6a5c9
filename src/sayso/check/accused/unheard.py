"""Bodies and officials who are said to have hidden, destroyed or falsified something, and are nowhere heard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.check.accused.matter import matter_of, touches
from sayso.check.accused.passing import CROWD, in_passing
from sayso.check.accused.responses import spoken
from sayso.check.context import Context, Sentence, content_of
from sayso.check.language import content_words
from sayso.patterns import compiled
from sayso.types import Span

_BODY = (
    r"(?:regulator|agency|department|ministry|office|bureau|authority|service|company|firm|bank|corporation|board|"
    r"commission|"
    r"council|hospital|university|college|school|district|officials|regulators|administrators|executives|inspectors|"
    r"managers|employees|officers|staff|church|diocese|archdiocese|union|charity|foundation|institute|association|"
    r"police|"
    r"force|railway|utility|airline|insurer|drugmaker|manufacturer|contractor|publisher|network|station|league|"
    r"federation|club|fund|city|county|laboratory|lab|academy|society|group|clinic|museum|inc|corp|co|ltd|plc)"
)
_NAME = r"[A-Z][\w’&.'-]*(?: (?:of |for |and |the )*[A-Z][\w’&.'-]*)*"
#: "officials in Norrby and Altis", "the Harbour Board", "the agency", "Norrgas", "the EPA".
_WHO = (
    rf"(?P<who>(?:[Tt]he |[Aa] |[Ii]ts |[Hh]is |[Hh]er |[Tt]heir |[a-z]+ |[\w-]+[’']s? ){{0,3}}?"
    rf"(?:(?:{_NAME} )?(?:[a-z]+ )?(?i:{_BODY})\b|{_NAME})(?: (?:in|at|of|for|from) (?:the )?{_NAME}(?:(?:,|"
    rf" and) (?:the )?{_NAME})*)?)"
)
_NOW = (
    r"(?:forging|selling (?:its|their) (?:users|customers|patients)|"
    r"protecting (?:an? )?(?:priests?|abusers?|predators?|rapists?)|hid(?:ing)?|withholding|concealing|suppressing|"
    r"burying|destroying|deleting|erasing|shredding|doctoring|"
    r"falsifying|"
    r"fabricating|manipulating|tampering|covering up|covering|misleading|deceiving|lying|cheating|defrauding|"
    r"overcharging|"
    r"ignoring (?:[a-z]+ ){0,3}(?:warnings?|complaints?|evidence|law|safety|findings|alarms?|signs|rules|court)|"
    r"stonewalling|obstructing|"
    r"silencing|retaliating|intimidating|harassing|poisoning|dumping|leaking|rigging|faking|backdating|"
    r"blocking (?:[a-z]+ ){0,3}(?:access|"
    r"release|investigation|inquiry|probe)|stealing|bribing|discriminating|underpaying|exploiting|spying|"
    r"breaking (?:the|its|their|[a-z]+) "
    r"(?:law|laws|rules|contract|promise)|breaching|violating|abusing|mistreating|cooking the books|scrubbing|"
    r"hiding|purging|censoring|muzzling|gagging|bullying)"
)
_DO = (
    r"(?:hide|withhold|conceal|suppress|bury|destroy|delete|erase|shred|doctor|falsify|manipulate|cover up|mislead|"
    r"deceive|cheat|"
    r"defraud|silence|muzzle|gag|censor|intimidate|harass|obstruct|stonewall|rig|fake|discredit|block|evade|dodge|"
    r"bully|retaliate)"
)
_DID = (
    r"(?:muzzled|gagged|censored|forged|sold (?:its|their) (?:users|customers|patients)|destroyed|deleted|erased|"
    r"shredded|withheld|hid|hidden|concealed|suppressed|buried|doctored|falsified|"
    r"fabricated|covered up|"
    r"misled|lied|deceived|cheated|defrauded|overcharged|stonewalled|obstructed|tampered|manipulated the|scrubbed|"
    r"purged|leaked|"
    r"broke the law|broken the law|violated|poisoned|dumped|silenced|harassed|retaliated|bribed|faked|rigged|cooked|"
    r"backdated|"
    r"ignored (?:[a-z]+ ){0,3}(?:warnings?|complaints?|evidence|law|findings|alarms?|rules))"
)
_ADVERBS = (
    r"(?:had |has |have |also |then |later |deliberately |knowingly |illegally |improperly |repeatedly |intentionally |"
    r"secretly |wil?lfully |systematically )*"
)
_ACCUSED = compiled(
    rf"\b(?:[Aa]ccus(?:e|es|ed|ing)|[Ss]u(?:ed|ing)) {_WHO}(?:,[^,;.]{{3,50}},)?(?: (?:on|this|last|earlier|"
    rf"in) [A-Za-z]+(?: [a-z]+)?)? (?:of|for) (?:having )?(?:[a-z]+ly )?"
    rf"(?P<did>{_NOW}|(?:attempting|trying|conspiring|working|seeking|plotting|scheming) to {_DO}|"
    rf"[a-z]+ing [^.;,]{{3,40}}? and {_NOW})\b"
)
_SAID = compiled(
    rf"\b(?:[Ss]aid|[Ss]ays|[Ss]ay|[Cc]laim(?:s|ed)?|[Aa]llege[sd]?|[Cc]harge[sd]|[Cc]ontend(?:s|ed)?|[Aa]rgue[sd]?|"
    rf"[Bb]elieves?|[Cc]omplained|[Aa]ssert(?:s|ed)?|"
    rf"[Ii]nsist(?:s|ed)?|[Tt]old [\w ’']{{3,30}}?)(?: that)?,? [“\"]?{_WHO} {_ADVERBS}(?P<did>{_DID})\b"
)
#: Those of whom somebody always thinks ill; courts and juries find; and people at war.
_AT_LARGE = compiled(
    r"\b(?:government|administration|democrats?|republicans?|gop|congress|senate|house|parliament|party|white house|"
    r"campaign|media|"
    r"press|president|lawmakers|regime|kremlin|states?|army|military|forces|militants?|rebels|isis|islamic state|"
    r"taliban|hamas|hezbollah|"
    r"al.qaeda|court|jury|terrorists?|[Ll]eft|[Rr]ight|liberals|conservatives|labour|tories|critics|opponents|"
    r"people|voters|americans|"
    r"world|country|nation|countries|intelligence officials|u\.?s\.? officials|protesters|activists|scientists|"
    r"elites|establishment|"
    r"washington|moscow|beijing|tehran|pyongyang|brussels|obama|trump|clinton|biden|bush|reagan)\b",
    re.IGNORECASE,
)
_NO_CHARGE = compiled(
    r"\b(?:no|not|never|[Nn]obody|without|deni\w+|den(?:y|ies)|whether|if|rejected|dismissed|would|could|might|(?:19|20)\d\d|"
    r"years? ago|last year|"
    r"decades?|convicted|guilty|settled|fined|court|judge|jury|ruled|grand jury|prosecutors?|indict\w+|hackers?)\b|"
    r"n[’']t\b"
)
_SETTLED = compiled(
    r"\b(?:(?:19|20)\d\d|years? ago|last year|decades?|convicted|settled|fined|court|judge|jury|indict\w+|"
    r"prosecutors?)\b"
)
_EARLY = 25
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Unheard:
    """``span``: the charge, from the word of accusing on; ``who``: the body accused, in the report's words."""

    span: Span
    who: str


def unheard(context: Context) -> Iterator[Unheard]:
    """The first charge of hiding, destroying, deceiving or the like against a body that nobody speaks for."""
    if len(context.sentences) < _FEWEST:
        return
    for sentence in context.sentences[:_EARLY]:
        words = sentence.span.of(context.text)
        match = _ACCUSED.search(words) or _SAID.search(words)
        if match is None or _NO_CHARGE.search(words[: match.end()]) or _SETTLED.search(words):
            continue
        who = match["who"]
        place = sentence.span.begin + match.start()
        before = words[: match.start()]
        if sentence.block and (in_passing(before) or CROWD.search(before[-60:])):
            continue
        if context.quoted(place) or not _answerable(context, who) or _heard(context, who, sentence):
            continue
        yield Unheard(Span(place, sentence.span.begin + match.end()), who)
        return


def _answerable(context: Context, who: str) -> bool:
    """Whether it is a body or its officials: not politics at large, a country, or a person by name."""
    plain = re.sub(r"^(?:the|a|its|his|her|their) ", "", who, flags=re.IGNORECASE)
    if _AT_LARGE.search(re.sub(r" (?:in|at|of|for|from) .*", "", plain)) or country_of(plain) or demonym_of(plain):
        return False
    if re.search(rf"\b{_BODY}\b", plain, re.IGNORECASE) or re.fullmatch(r"[A-Z]{2,6}", plain):
        return True
    words = content_words(plain)
    if re.search(rf"\b[A-Z][\w’.-]+ {re.escape(plain)}\b", context.text):
        return False  # "Ida Falk": somebody's name
    return any(
        source.type == "organization" and source.name and words and words <= content_words(source.name)
        for source in context.reading.sources
    ) or (" " not in plain and re.search(_FIRM.format(re.escape(plain)), context.text) is not None)


#: What follows or stands before a name tells that it is a firm's.
_FIRM = (
    r"\b(?:{0}[’']s? (?:shares|customers|employees|products|chief|plant|platform|users|emissions)|"
    r"{0} of [a-z]+ing [^.;]{{0,60}}\bits\b|(?:company|firm|giant|maker|agency),? {0})\b"
)


#: Who speaks for a body of which only the kind is told.
_KIND = compiled(
    r"\b(?:agency|department|ministry|office|bureau|authority|company|firm|bank|corporation|hospital|university|police|"
    r"spokes\w+|representatives?|lawyers? for|attorneys? for|commissioner|superintendent|administrators?|officials?|"
    r"regulators?|executives?|statement)\b",
    re.IGNORECASE,
)
_REACHED = compiled(
    r"\b(?:spokes(?:man|woman|person|people)|in a statement|(?:request|call|e-?mail|message)s? (?:for|seeking) comment|"
    r"(?:to|no|for) comment\b|could not be reached|(?:not|n[’']t) (?:immediately )?(?:respond|return|reply|answer|"
    r"comment)|"
    r"(?:respond|repli)ed|defend(?:s|ed|ing)|denie[sd]|denial|disput(?:es|ed)|reject(?:s|ed)|apologi[sz]ed|"
    r"acknowledged|conceded|admitted|countered)\b"
)


def _heard(context: Context, who: str, sentence: Sentence) -> bool:
    """Whether anybody of that body speaks to the report's readers, or an answer to the charge stands near it."""
    wanted = content_words(who)
    wanted = (wanted - _KINDS) or wanted
    own = sentence.span.of(context.text)
    for match in _REACHED.finditer(context.story):
        block = context.paragraph_at(match.start())
        if block is None or spoken(context, match.start()):
            continue
        theirs = bool(wanted & content_words(context.enclosing(Span(*match.span())).of(context.text)))
        if -1 <= block - sentence.block <= (12 if theirs else 3):
            return True
    for each in context.statements:
        mention = each.source.mention.of(context.text) if each.source.mention else ""
        told = " ".join(filter(None, [each.source.name, each.source.title, mention]))
        within = any(sentence.span.overlaps(part) for part in each.content)
        if not told or each.act == "accuse" or each.source.type == "document" or _PAPER.search(mention) or within:
            continue
        block = context.paragraph_at(each.content[0].begin)
        far = 99 if block is None else block - sentence.block
        bare = re.match(r"(?:the|an?|its|one|another) ", mention, re.IGNORECASE)
        known = bool(wanted & content_words(mention if bare else told))
        after = -1 <= far <= 12 or touches(matter_of(own, wanted), content_of(each, context.text))
        if known and after and not re.search(r"\b(?:former|ex-|researcher|critic|union)\b", told):
            return True
        if bare and 0 <= far <= 4 and _KIND.search(mention):
            return True
    return False


_PAPER = compiled(r"\b(?:memo|letter|report|e-?mail|document|policy|rule|website|study)s?\b")
_KINDS = content_words(
    "agency department ministry office bureau authority service company firm bank board commission council hospital "
    "officials regulators administrators executives inspectors managers employees officers staff police city county "
    "national state federal local"
)
