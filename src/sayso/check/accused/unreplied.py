"""Who is accused in a report of something that they did, could have been asked, and is nowhere heard nor sought.

Asked about are a person or a body that a reporter can ring and a deed that is not a matter of opinion; of politicians,
of whom their opponents always think ill, only what is corrupt: money, favours, secrecy, force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.attribution.sources.governments import country_of, demonym_of
from sayso.check.accused.laid import Laid, laid
from sayso.check.accused.owed import in_politics
from sayso.check.accused.passing import CROWD as _CROWD
from sayso.check.accused.passing import in_passing
from sayso.check.accused.replied import answers
from sayso.check.context import Context, Sentence
from sayso.check.language import ROLE, content_words
from sayso.patterns import compiled
from sayso.types import Span


@dataclass(frozen=True, slots=True)
class Unreplied:
    """``span``: the words that accuse; ``who``: the accused, as worded there; ``answer``: where the answer nearest to
    them stands, None where there is none; ``far``: paragraphs from the one to the other."""

    span: Span
    who: str
    answer: Span | None
    far: int


#: Sentences in which an accusation is asked about, and how many a report has at least.
_EARLY, _FEWEST = 40, 4


def unreplied(context: Context) -> Iterator[Unreplied]:
    """The accusations that are owed an answer and have none, in text order; of each accused the first."""
    if len(context.sentences) < _FEWEST:
        return
    seen: set[frozenset[str]] = set()
    for sentence in context.sentences[:_EARLY]:
        words = sentence.span.of(context.text)
        if _settled_year(context, words):
            continue
        for each in laid(words):
            begin = sentence.span.begin + each.begin
            each = _by_name(context, each, begin)
            wanted = _named(each.who)
            if _OLD.search(_ASIDE.sub(" ", words[: each.end].removesuffix(each.did))):
                continue
            if sentence.block and _beside_the_story(each, words):
                continue
            if context.quoted(begin) or wanted in seen or not _answerable(context, each, words):
                continue
            seen.add(wanted)
            found = list(answers(context, wanted | _meant(context, each.who, begin), each, sentence))
            yield Unreplied(Span(begin, sentence.span.begin + each.end), each.who, *_nearest(context, found, sentence))
            break


def _meant(context: Context, who: str, begin: int) -> frozenset[str]:
    """The words that name whoever is told of as "the congressman" or "the company": who was last named before."""
    if not re.match(r"the [a-z]+$", who):
        return frozenset()
    kind = "organization" if _BODY.search(who) else "person"
    named = [number for _, number in context.parties.within(0, begin) if context.parties.parties[number].kind == kind]
    return content_words(" ".join(context.parties.parties[named[-1]].words)) if named else frozenset()


_BODY = compiled(
    r"\b(?:company|firm|group|agency|department|bank|foundation|university|college|school|hospital|network|bureau|board|"
    r"commission|committee|organi[sz]ation|association|union|office|party|paper|newspaper|charity|airline)$"
)


def _beside_the_story(each: Laid, sentence: str) -> bool:
    """Whether the accusation is only recalled, or is that of a crowd, or lies in a participle of nobody's."""
    told = sentence[each.begin : each.end]
    if _PASSIVE.search(told) or _PASSIVE.search(sentence[max(0, each.begin - 30) : each.begin]):
        return re.search(r"\bby (?:the )?[A-Z]", told) is None or _BEEN.search(told) is not None
    if _CROWD.search(each.by[-60:]) or (each.open and in_passing(each.by)):
        return True
    return _ACCUSING.match(told) is not None and not each.by.rstrip().endswith(",")


_ACCUSING = compiled(r"(?:accus|charg|blam|alleg)ing\b", re.IGNORECASE)
_PASSIVE = compiled(
    r"\b(?:was|were|been|being|stood|(?:which|who) stands?) (?:\w+ly |also |now )?(?:accused|blamed|charged)\b"
)
_BEEN = compiled(r"\b(?:had|has|have) (?:also |long |now )?been\b")


def _nearest(context: Context, found: list[Span], sentence: Sentence) -> tuple[Span | None, int]:
    """The answer that is nearest below the accusation, or above it, and how many paragraphs away."""
    places = [((context.paragraph_at(span.begin) or 0) - sentence.block, span) for span in found]
    if not places:
        return None, 0
    if any(far <= 0 for far, _ in places):
        return next(span for far, span in places if far <= 0), 0
    return min(((span, far) for far, span in places), key=lambda each: each[1])


def _by_name(context: Context, each: Laid, begin: int) -> Laid:
    """With the name of the person last named, where it is "him" or "her" who is accused."""
    gender = {"him": "m", "her": "f"}.get(each.who)
    if gender is None:
        return each
    party = context.parties.last_person(begin, gender)
    if party is not None:
        return replace(each, who=context.parties.parties[party].name)
    names = re.findall(r"\b[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][\w’'-]+", each.by)
    return replace(each, who=names[-1]) if names else each


def _named(who: str) -> frozenset[str]:
    """The words that name the accused, without those that fit any body or office where others are left."""
    words = content_words(_own(who))
    return (words - _KINDS) or words


def _own(who: str) -> str:
    """Whom it is, without the one whose they are: "Falk's chief of staff", "a cousin of Falk"."""
    plain = re.sub(r"^(?:[Tt]he |[Aa] )?(?:[A-Z][\w.-]* ?|(?<=^[Tt]he )[a-z]+ ?)+[’']s? (?=\w)", "", who)
    return re.sub(r"^((?:[Aa]n? |[Tt]he |one )?[a-z -]+) (?:of|to|for) (?=[A-Z]).*", r"\1", plain) or who


def _settled_year(context: Context, words: str) -> bool:
    published = context.report.published.value[:4] if context.report.published else ""
    return any(year != published for year in re.findall(r"\b(?:19|20)\d\d\b", words))


def _answerable(context: Context, each: Laid, sentence: str) -> bool:
    """Whether somebody is accused who can be rung, and of a deed rather than of an opinion."""
    if each.who.startswith(("by ", "that ", "to ")) or _NO_ACCUSED.search(each.who):
        return False
    who = _own(each.who)
    plain = re.sub(r"^(?:the|an?|its|his|her|their|some|one|two) ", "", who, flags=re.IGNORECASE)
    head = re.split(r" (?:in|at|of|for|from|on|who|which|that) |, ", plain)[0]
    if _NOBODY.match(plain) or _AT_LARGE.search(re.sub(r"[’']s?$", "", head)) or _WAR.search(sentence) or not plain:
        return False
    if _THINGS.search(head) or _TWO.search(head):
        return False
    if country_of(re.sub(r"[’']s?$", "", head)) or demonym_of(head) or len(plain.split()) > 14:
        return False
    named = re.search(r"\b[A-Z][\w’&.-]*[a-zA-Z]", head) is not None
    definite = who != each.who or (who != plain and not re.match(r"(?:an?|some|one|two) ", who, re.IGNORECASE))
    role = ROLE.search(head) is not None or _SOMEBODY.search(head) is not None
    if not (named or (definite and (role or who != each.who))):
        return False
    if _LEGAL.search(sentence) or _VAGUE.match(each.did):
        return False
    politician = in_politics(context, _named(who)) or _OFFICE.search(plain) is not None
    if politician or _KNOWN.search(head):
        return _CORRUPT.search(each.did) is not None and each.open
    return True


_KINDS = content_words(
    "agency department ministry office bureau authority service company firm bank board commission council hospital "
    "university college school officials managers executives administrators employees officers staff police city "
    "county state federal local national campaign committee president chairman director chief head former senior "
    "mr mrs ms dr sen rep gov man woman owner owners managers manager"
)
_NOBODY = compiled(
    r"(?:him|her|them|us|me|you|it|itself|himself|herself|themselves|others?|anyone|someone|somebody|everyone|those|"
    r"these|this|that|people|critics|opponents|what|who|many|some|several|each|both|any|all|he|she|they|so)\b",
    re.IGNORECASE,
)
#: Whom nobody rings: politics and public life at large, peoples, and those at war.
_AT_LARGE = compiled(
    r"(?:^|[\s-])(?:nazis?|supremacists?|nationalists?|governments?|administrations?|democrats?|republicans?|gop|congress|senate|house|parliament|part(?:y|ies)|"
    r"white house|lawmakers|senators|regimes?|kremlin|army|military|forces|troops|militants?|militia|rebels|isis|"
    r"islamic state|taliban|hamas|hezbollah|al.qaeda|court|jury|justices|terrorists?|left|right|liberals|conservatives|"
    r"labour|tories|critics|opponents|voters|world|country|nations?|countries|protesters|activists|demonstrators|media|"
    r"press|elites?|establishment|washington|moscow|beijing|tehran|pyongyang|brussels|west|state department|pentagon|"
    r"suspects?|gunm[ae]n|hackers?|immigrants|migrants|refugees|muslims|jews|christians|side|rivals?|groups|"
    r"companies|corporations|banks|cartels?|gangs?|united nations|u\.?n\.?|european union|"
    r"americans|men|women|youths|students|traffickers|smugglers|defendants?|separatists|communists?)$",
    re.IGNORECASE,
)
_WAR = compiled(r"\b(?:ceasefire|truce|airstrikes?|shell(?:ed|ing)|genocide|war crimes?|chemical weapons|nuclear)\b")
#: Of everybody on the world's stage an opponent says something every day.
_KNOWN = compiled(
    r"\b(?:Obama|Trump|Clinton|Biden|Bush|Reagan|Sanders|Romney|McCain|Putin|Assad|Netanyahu|Kim|Pelosi|McConnell|Ryan|"
    r"Comey|Mueller|Kavanaugh|Giuliani|Maduro|Erdogan|Merkel|Johnson|Cameron|May|Soros)\b"
)
_OFFICE = compiled(
    r"\b(?:[Pp]resident|[Ss]enator|[Ss]ens?\.|Reps?\.|Gov\.|[Cc]ongress(?:man|woman)|[Gg]overnor|[Ss]peaker|[Cc]andidate|"
    r"[Nn]ominee|[Mm]inister|[Cc]hancellor|[Ss]ecretary|[Mm]ayor|[Cc]ampaign|[Cc]ommittee|[Aa]ttorney [Gg]eneral)\b|"
    r"\((?:D|R)\b|\b(?:Mr|Mrs|Ms)\. "
)
#: What is a public matter of opinion, or no deed.
_VAGUE = compiled(
    r"(?:(?:being|having (?!(?:\w+ly )?\w+(?:ed|en|own|old|id|ade|ut|ept|ent|eft|un|at)\b)|wanting|trying|caring|"
    r"acting|behaving|playing|politiciz|politicis|exploiting|undermin|pushing|waging|rallying|pandering|showing|"
    r"overstepping|overreach|favou?ring|spreading|stoking|fanning|inciting|dividing|hating|wasting|losing|turning|"
    r"betraying|weakening|attacking|engaging|mocking|flip|misrepresent|distort|exaggerat|smearing|backtrack|"
    r"supporting|opposing|meddling|interfering|lacking|doing|creating|seeking|going|moving to|becoming|using|"
    r"sympathi|demoni[sz]|rushing|fearmongering|scaremongering|bringing|taking (?:a|an|advantage|sides)|taking [^.]*"
    r"out of context|making (?:a|an|it|the)|treating|ignoring the (?:will|will of|constitution)|voting|not |giving|"
    r"failing|bullying|bias|racism|contributing|standing|refusing|disrespect|thinking|hypocrisy|threatening|"
    r"trafficking in|putting (?:politics|party|profits?|himself|herself|the)|holding|misleading|hurting|harming|"
    r"killing (?:jobs|the)|selling out|causing|leading|helping|delaying|stalling|blocking|"
    r"obstructing)\b|[a-z]+(?:ism|ness)\b)",
    re.IGNORECASE,
)
#: What a politician, too, must be let answer: money and favours, secrecy, force.
_CORRUPT = compiled(
    r"\b(?:donors?|contracts?|brib\w+|kickbacks?|pocket\w*|hid(?:e|ing|den)?|conceal\w*|"
    r"destroy\w* (?:the |his |her |its )?(?:\w+ )?(?:records?|e-?mails?|files|documents|evidence|notes|"
    r"tapes?)|delet\w+|shred\w*|leak\w*|"
    r"steal\w*|stole\w*|embezzl\w+|launder\w+|forg(?:ed|ing)|falsif\w+|doctor(?:ed|ing)|in (?:exchange|return) for|"
    r"at the bidding of|behind closed doors|order(?:ed|ing)|lobbyists?|his own|her own|harass\w*|grop\w*|"
    r"rap(?:e|ed|ing)|assault\w*|molest\w*|tamper\w*|"
    r"coach\w*|steer\w*|secretly|quietly|bill(?:ed|ing)(?! as)|altering|altered|paid off|paying|hush|"
    r"friends?|relatives?|brother\w*|son|wife|husband|family)\b"
)
_LEGAL = compiled(
    r"\b(?:prosecut\w+|indict\w+|grand jury|convicted|pleaded|sentenced|found guilty|lawsuits?|in court|"
    r"court (?:papers|documents|filings?)|"
    r"on trial|at trial|judge (?:ruled|said)|"
    r"complaint filed|(?<!never been )settled|fined|died|dead|killed himself|jailed|arrested|police said|carjack\w+)\b",
    re.IGNORECASE,
)
#: Where it was told, when, crowds, and whoever is another's: "The Post in an article", "his predecessor".
_NO_ACCUSED = compiled(
    r"\bin an? (?:\w+ )?(?:article|interview|statement|letter|book|report|e-?mail|tweet)\b|\b[Mm]edia and\b|"
    r"^(?:[A-Z][a-z]+day|(?:his|her|their) (?:predecessor|opponents?|rivals?|successor)|[\w’' -]*\bleaders)$"
)
#: Nobody can ring these.
_THINGS = compiled(
    r"(?:polic(?:y|ies)|plans?|bills?|laws?|words?|decisions?|claims?|orders?|actions?|tweets?|budget|rhetoric|ban|"
    r"programs?|moves?|records?|speech(?:es)?|strategy|attacks?|comments?|economy|account|book|article|story|report|"
    r"letter|memo|ads?|video|statements?|remarks?|land|deal|rules?|tax(?:es)?|cuts?|failure|behaviou?r|silence|time)$",
    re.IGNORECASE,
)
#: Two names in one: the words are of more than the accused.
_TWO = compiled(r"(?<!of)(?<!in)(?<!at)(?<!by)(?<!for)(?<!to)(?<!and)(?<!on)(?<!with)(?<!from) the ")
_OLD = compiled(
    r"\b(?:years? ago|last year|decades? ago|months? ago|has long|have long|centur(?:y|ies)|for years|repeatedly|often|"
    r"frequently|routinely|once|at the time|earlier this year|used to)\b|\?"
)
_SOMEBODY = compiled(
    r"\b(?:cousin|wife|nephew|niece|friend|ally|deputy|counsel|boss|aunt|uncle|[a-z]+(?:er|or|ist|ee|ian|ant|man|woman|men|women|lab|crew|team|plant|newspaper|site))s?\b"
)
_ASIDE = compiled(r",? (?:who|which|whose) [^,]*,|, [^,]{3,60},")
