"""Sentences with a word too many, a word lost, or no end: told from words that cannot stand beside each other."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.context import Context, part
from sayso.patterns import compiled
from sayso.types import Span

_ARTICLE = r"(?:the|an?|its|their|our|my|your|every)"
_FINITE = r"(?:was|were|is|are|has|have|had|would|could|should|might|did|does)"
VERB = (
    r"(?:said|says|told|was|were|is|are|has|have|had|will|would|could|should|did|does|took|came|went|made|gave|"
    r"[a-z]{3,}ed)"
)
_BASE = (
    r"(?:stay|leave|go|keep|take|give|make|be|come|get|pay|work|move|close|open|return|remain|avoid|boil|"
    r"prepare|wait|stop|begin|start|rise|fall|reach|attend|appear|sign|vote|speak|help|report)"
)
_A_SOUND = (
    r"(?!(?:one|once|uni(?!n|m)|unan|us(?!h)|u[rtk][aeiou]|eu|ewe|ou?ija|u[ -]|[A-Z]|ubiq|uk|useful|user|usual|utop|"
    r"utili))"
)

_PATTERNS = (
    # a word that must be followed by a noun, and what can begin none
    rf"(?:\b{_ARTICLE}|^(?:The|An?|Its|Their|Our|My|Your|Every)) (?:and|or|but|{_FINITE}|of|to|from|by|at|with|for|"
    rf"because|although|that|which|who|whom)\b"
    rf"(?![-–’'])(?<!\b[Aa] to)",
    r"\b(?!the the\b|an? an?\b)(?:the|an?) (?:the|an?|his|her|their|its|this|that|these|those)\b(?![-–])(?! (?:list|"
    r"train|side|team|game)\b)",
    r"\b(?:in|on|at|of|for|from|to) the (?:in|on|at|of|for|from)\b(?! )|\bof the (?:on|in|at|from) the\b|"
    r"\b(?:without|of|into), (?:he|she|they|officials|police|the \w+) (?:said|says)\b|"
    r"\b(?:people|men|women|those|all) who\.$|\b(?:can|will|could|would|may|might|must|should|to) (?:hold|have|be|"
    r"take) "
    r"of (?=\d)",
    # two finite verbs, or a modal before what cannot follow it
    r"\b(?:is|are|was|were) (?:has|have|had|will|would|is|are|was|were)\b(?<!\bis is)(?<!\bwas was)",
    r"\b(?:has|have|had) (?:is|are|was|were|has|have|will|would)\b",
    r"\b(?:will|would|could|should|might|must|can|may|shall) (?:not )?(?:is|are|was|were|has|had|of|"
    r"will|would|been|being|to)\b(?<!(?:can|may) to)(?<!could to)(?<!will to)(?<!would to)(?<!might to)(?<!must "
    r"to)(?<!should to)"
    r"(?<!must have)(?<!(?:of) will was)(?<!will of)(?<!can of)(?<!May of)(?<!may of)(?<!might of)(?<!good will was)"
    r"(?<!will is)(?<!will was)(?<!can is)(?<!can was)(?<!may is)(?<!may was)",
    r"\bto (?:been|(?:arriv|leav|mak|tak|giv|hav|com|mov|clos|"
    r"happen|begin|becom|remain|receiv|decid|includ|provid|continu|pay|go|keep|say|find|hold|bring|start|allow|"
    r"appear|explain)e?s)\b(?! to\b)",
    r"\b(?:was|were|been|being|are|is) (?:warned|told|urged|asked|ordered|advised|expected|forced|allowed|scheduled|"
    rf"supposed|set|due) {_BASE}\b",
    # person and number
    r"\b(?:[Tt]hey|[Ww]e) (?:was|is|has)\b|(?<![\w’'] )(?<!\band )\b(?:He|She|It) (?:have|are|do|"
    r"were)\b(?! not to)(?! I\b)",
    r"^(?:The|A|An) (?:mayor|minister|council|company|firm|club|court|party|union|school|ship|road|bridge|"
    r"president|judge|report|man|woman|bank|hospital|building|plan|bill|law|vote|trial|fire|storm) (?:have|are|were)\b"
    r"(?! (?:not )?to\b)(?! all)",
    r"^(?:Experts|Officials|Residents|Workers|Ministers|Police officers|Engineers|Doctors|Scientists|Voters|People|"
    r"Children|Witnesses|Prosecutors|Investigators|Rescuers|Firefighters|Researchers|Protesters|Lawmakers|Soldiers|"
    r"Passengers|Students|Teachers|Parents|Critics|Lawyers) (?:has|was|is)\b",
    rf"(?:\ba|(?<![a-z] )(?<!-)\bA) {_A_SOUND}[aeiou][a-z]{{3,}}\b(?<![Aa] used)(?<![Aa] user)|"
    r"\b[Aa]n (?!hon|hour|heir|herb|x-|[A-Z]|"
    r"histor|hotel|habitual|hero|hallu|harmon|hy|hila|horr|hereto|haw|m\b|n\b|"
    r"f\b|l\b|r\b|s\b|h\b|uni|eu|one|use|usu|ur|ou|u)[bcdfgjklmnpqrstvwyz][a-z]{3,}\b",
    # a clause that begins and goes on as another
    r"^(?:The|A|An) [a-z]+, (?:said|says|told|was|were|is|are|has|had) (?!according|it\b|they\b|he\b|she\b|there\b)",
    rf"^(?:The|A|An|Its|His|Her)(?: [\w’'-]+){{1,4}}, (?:who|which) [^,.;“”\"]{{5,70}}, and {VERB}\b"
    r"(?= (?:that|on|in|at|the|a|to|by))",
    r"\b(?:man|woman|people|boy|girl|driver|person|someone|men|women) who (?:he|she|they) (?:was|were|had|has) "
    r"[a-z]+(?:ed|en)\b",
    # a stop or a comma after a word that must go on
    rf"\b(?:{_ARTICLE}|as well as|such as|whose|in order to|due to|until|until further|of the|"
    rf"in the)\.(?=\s|$)(?<! a\.)(?<!\.[Aa]\.)(?<!\b[Oo]h my\.)(?<!\b[Oo]h, my\.)"
    r"|\b(?:and|or|during|because|although|whether|unless)\.(?=\s[A-Z]|$)"
    rf"|\b(?:the|their|its|whose|because of|(?<!before, )during)\s?[,;](?=\s)",
    # a pronoun before a preposition whose noun was lost
    r"\b(?:him|them|her|us|me) (?:for|from|into|during|because of|under|against|between|via|per)\.(?=\s[A-Z]|"
    r"$)(?<!where \w{3} from\.)",
    # an article and the first part of a compound, whose noun was lost
    r"\b[Aa]n? (?:[$£€]\d[\d.,]*(?: (?:million|billion|trillion))?|\w+-(?:year|month|week|day|hour|mile|point|"
    r"foot))\.(?=\s[A-Z]|$)",
    # a sentence that begins in the middle of another
    r"\b(?:with|of|to|for|from|by|at|the|an?|into|about|between|their|its|his|her) (?:Almost|Although|But|However|"
    r"If|Many|Most|Some|They|There|These|Those|When|While|Since|Because|After|Before|During|Despite|He|She|We|It|That|"
    r"This) (?:an?|the|all|half|every|any|of|in|was|were|is|are|had|has|have|he|she|they|it|to|who|"
    r"[a-z]{3,}ed) [a-z]",
    # a clause that hangs on another, which was lost
    r"^(?:(?:After|Despite|Following|Amid|During|With|Under|Because of|Given) [^,;:]{10,140}, as|(?:But |And )?As) "
    r"(?:[A-Z][\w’'.-]+ ){1,4}(?:first )?(?:reported|wrote|said|noted|explained|put it|pointed out|announced)\.$",
    # marks that no sentence has
    r"(?<=[a-z]),\s?,|(?<=[a-z]);\.|(?<=[a-z]),\.(?=\s|$)|(?<=[a-z]{3})\.\s\.(?=\s[A-Z]|$)",
)
#: What nobody says either: these are asked about within quotations too.
_NEVER = (
    r"(?<![\w’'-])(?:the|an?|its|their|our|my|your|every) (?:they|we|he|she|these|those|is|are|has|have|had|would|"
    r"could|should|when|which|because|said|will be)\b(?![-\xad’'–])"
    r"(?<!its are)(?<!its is)(?<!its has)(?<!its had)(?<!a are)",
    r"(?<![\w’'-])(?:the|an|their|our|my|your) (?:in|of|at|from|with|for|by) (?:the|an?|his|her|their|our|its|this) ",
    r"\b(?:I|[Hh]e|[Ss]he|[Ii]t|[Ww]e|[Tt]hey|[Yy]ou) (?:will|would|could|should|must|can|may|might) (?:not )?"
    r"(?!(?:br|wr|s|r|p|sw|fl|cl|spr|str|w|st)ing\b)[a-z]{2,}ing\b",
    r"\b(?:hopes?|hoped|wants?|wanted|planned|intends?|intended|refused|agreed|decided|managed|tried|wished|going|able|"
    r"unlikely|willing|allowed|supposed) (?:be|become)\b",
    r"\b(?:in|of|for|with|by|at) like (?:you|me|him|her|us|them)\b|(?<![\w’'-])(?:we|they) it\b(?![’'])",
    r"(?<![\w’'-])(?:the|an|their|our|your), (?!uh|um|you know|I mean|like|well|er|oh|quote|the|an?|their|our|your|not)"
    r"[a-z]",
    r"\b(?:[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t|I)[’']ll (?:the|an?|their|its|his|our|my|your|these|those|of|in|at|"
    r"from|with|for|and|or|but|is|are|was|were|been|had|has)\b",
    r"(?<![\w’'-])(?:an?|its|their|our|his|my|your) (?!hand|cup|ear|evang|spoon|mouth|arm|fist|bowl|bag|room|hypoth|"
    r"pro|intell|music|chem|radic|critic|medic|conv|cruc|per|unco)[a-z]+(?:ous|ful|less|ible|ical|istic) (?:that|"
    r"which|who|was|were|is|are|"
    r"has|had|of|from|by|on|will|would|could|because)\b",
)
#: What somebody has is the subject here: "What she had was", "all they have is".
_OWNED = compiled(
    r"\b(?:[Ww]hat(?:ever)?|[Aa]ll|[Ee]verything|things?|problem|one|most|best) (?:that )?(?:\w+ ){1,3}?ha(?:s|ve|d)$"
)
_BROKEN = [compiled(pattern) for pattern in _PATTERNS]
_BROKEN_ANYWHERE = [compiled(pattern) for pattern in _NEVER]
_LOOKED_FOR = "words that can stand beside each other; found a word lost or left over"


def broken(context: Context) -> Iterator[tuple[Span, str]]:
    """Each place with what one would expect there; in quotations only what nobody says, however people speak."""
    for sentence in context.sentences:
        lost = next((found for each in _BROKEN_ANYWHERE if (found := each.search(context.text, *sentence.span))), None)
        if lost:
            yield Span(*lost.span()), _LOOKED_FOR
            continue
        for pattern in _BROKEN:
            match = pattern.search(sentence.span.of(context.text))
            span = part(sentence.span, *match.span()) if match else sentence.span
            whole = match and not _OWNED.search(match.string[: match.start()] + match.group().partition(" ")[0])
            if whole and not context.quoted(span.begin) and not context.quoted(span.end - 1):
                yield span, _LOOKED_FOR
                break
