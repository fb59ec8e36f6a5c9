"""Signs that a text was damaged: marks without partners, doubled words, broken sentences, names spelled two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.types import Span

_DAMAGE = "Common practice; a sign of careless editing or of machine alteration"


@rule(
    "FORM501",
    "unclosed-quotation",
    question="Where does this quotation end?",
    explanation="A quotation that is never closed leaves readers unsure whose words follow. Over several paragraphs each begins with a mark, and only the "
    "last ends with one.",
    fires="“The world knows our position, the minister said. “We have not changed it.”\n\nThe talks go on.",
    fine="“The world knows our position,” the minister said. “We have not changed it.”\n\nThe talks go on.",
    reference="AP Stylebook, “quotation marks”",
    severity="error",
    limit=5,
)
def unclosed_quotation(context: Context) -> Iterator[Hit]:
    asked: set[int | None] = set()  # one question a paragraph: its first open mark
    for quotation in context.quotations:
        block = context.paragraph_at(quotation.span.begin)
        if not quotation.closed and not quotation.continues and block not in asked:
            asked.add(block)
            first = quotation.content.of(context.text)[:40]
            words = first.rsplit(" ", 1)[0] if len(first) == 40 else first
            yield Hit(Span(quotation.open.begin, quotation.content.begin + len(words)),
                      "a closing mark before the paragraph's end, or a mark at the head of the next paragraph; found neither")  # fmt: skip


@rule(
    "FORM502",
    "doubled-word",
    question="Was this word meant to stand twice?",
    explanation="A word that is said twice running, or joined to itself by “and” inside a quotation, is most often a slip, or what a machine left when it "
    "replaced two words by one.",
    fires="“Our support will stay unwavering and unwavering,” she said of the the plan.",
    fine="“Our support will stay firm and unwavering,” she said of the plan, again and again.",
    reference=_DAMAGE,
    severity="error",
    limit=5,
)
def doubled_word(context: Context) -> Iterator[Hit]:
    for block in context.report.blocks:
        if block.role not in ("headline", "deck", "paragraph", "caption", "correction"):
            continue
        for match in _DOUBLED.finditer(context.text, *block.span):
            if match[1].lower() not in _MAY_DOUBLE and not _is_name(context, match):
                yield Hit(Span(*match.span()), f"another word between or after {match[1]!r}; found it twice")
        for match in _JOINED.finditer(context.text, *block.span):
            if context.quoted(match.start()) and match[1] not in _MAY_JOIN and not match[1].endswith("er"):
                yield Hit(Span(*match.span()), f"two different words around {match[2]!r}; found {match[1]!r} twice")


_DOUBLED = re.compile(r"(?<![\w’'-])([A-Za-z][\w’']*)[ \n]+\1(?![\w’'-])", re.IGNORECASE)
_JOINED = re.compile(r"(?<![\w’'-])([a-z][\w’'-]{2,})\s+(and|or)\s+\1(?![\w’'-])(?!\s+and\s+\1)")
_MAY_DOUBLE = frozenset("had that very long many so no really far much bye ha he she who is was do it in on her you yes never blah tut knock hear please now there wait go "
                        "back big again why what stop come well out too good bang boom up win run".split())  # fmt: skip
_MAY_JOIN = frozenset("""again more over on and years days weeks months hours round through up down less on around out so further faster by years miles thousands millions
hundreds billions dozens decades ages generations pages many no yes never very really please why what stop wait go long now we they he she you it them one two three who far
better closer bigger wrong right kill work come home help there here kids lies fight pray vote good bad who blah time times day lots lock same always hear look jobs tests take may give learn read listen train pay""".split())


def _is_name(context: Context, match: re.Match[str]) -> bool:
    """Duran Duran, Pago Pago, Boutros Boutros-Ghali: both capitalised within a sentence."""
    one, other = match.group().split()[0], match.group().split()[-1]
    starts = re.search(r"(?:^|[.!?”\"\n])\s*$", context.text[max(0, match.start() - 3) : match.start()])
    return one[0].isupper() and other[0].isupper() and not starts


@rule(
    "FORM503",
    "broken-sentence",
    question="Was this sentence cut in two, or pasted together?",
    explanation="A full stop before a word in small letters, or a capital in mid-sentence, is what careless pasting and altering machines leave behind.",
    fires="Moscow did not wish to engage in peace. talks.",
    fine="Moscow did not wish to engage in peace talks.",
    reference=_DAMAGE,
    limit=5,
)
def broken_sentence(context: Context) -> Iterator[Hit]:
    for block in context.body:
        for match in _STOP_SMALL.finditer(context.text, *block.span):
            before = context.text[block.span.begin : match.start() + 1]
            word = re.search(r"[\w.’'@/]+$", before[:-1])
            if word and not _MAY_END_WITH_STOP.fullmatch(word.group()) and not _ODD_NAME.match(match["next"]):
                yield Hit(Span(match.start() + 1 - len(word.group()) - 1, match.end()), f"a capital after the full stop; found {match['next']!r}")
        for match in _CAPITAL_INSIDE.finditer(context.text, *block.span):
            yield Hit(Span(*match.span("what")), "a small letter within the sentence; found a capital")
        for match in _NO_STOP.finditer(context.text, *block.span):
            yield Hit(Span(*match.span()), "a full stop or a comma between the two sentences; found none")


_STOP_SMALL = re.compile(r"(?<=[\w’”\"%)])(?<!\.\.)\.(?:[”\"’])?[ \n]+(?P<next>[a-z][\w’'-]*)")
_MAY_END_WITH_STOP = re.compile(
    r"(?:[A-Za-z]|[A-Za-z]\.(?:[A-Za-z]\.?)*|(?:\w+\.)+\w+|Mr|Mrs|Ms|Dr|St|Sr|Jr|No|nos?|vs|v|etc|al|approx|ca|cf|Inc|Ltd|Co|Cos|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ont|Que|Pvt|Pte|Cpl|Gen|Lt|Col|Maj|Capt|Sgt|Rep|Sen|Gov|"
    r"Reps|Sens|Rev|Hon|Prof|Adm|Ave|Blvd|Rd|Dept|Univ|Assn|ft|mi|lb|oz|sq|min|hr|sec|est|Ph\.D|www\S*|\S*[@/]\S*|\d+)"
)
_ODD_NAME = re.compile(r"(?:i(?:Phone|Pad|Tunes|Cloud|OS|Pod)|e(?:Bay|Book)|al-|el-|de\b|von\b|van\b|bin\b|https?|www|pic\b|t\.co)")
_CAPITAL_INSIDE = re.compile(r"(?<=[a-z] )(?:where|which|that|because|when|and|of|as|in|with|while|but|although|after|before|if|for|by|from|than|to|at|on) (?P<what>The|A|An|Its|Their|His|Was|Were|Is|Has|Had|Which|Who|Also) "
                             r"(?=(?:[a-z]+[’']?s? ){1,2})(?!(?:who|which|that)\b)")  # fmt: skip
_NO_STOP = re.compile(r"(?<=[a-z] )[a-z]{4,} (?:The|They|There|This|These|However|Meanwhile|According) (?:was|were|is|are|has|had|have|said|to) (?=[a-z])")


@rule(
    "FORM506",
    "unopened-quotation",
    question="Where does this quotation begin?",
    explanation="A closing mark without an opening one leaves readers unsure which of the words before it are the speaker's own.",
    fires="The talks were over and nobody would come back,” the minister said.",
    fine="“The talks were over and nobody would come back,” the minister said.",
    reference="AP Stylebook, “quotation marks”",
    severity="error",
    limit=5,
)
def unopened_quotation(context: Context) -> Iterator[Hit]:
    asked: set[int] = set()
    for span in context.marks.unopened:
        block = context.paragraph_at(span.begin)
        if block is None or block in asked or span.of(context.text) in "’'":
            continue
        asked.add(block)
        begin = context.body[block].span.begin
        words = context.text[max(begin, span.begin - 40) : span.begin]
        cut = words.find(" ") + 1 if span.begin - 40 > begin else 0
        yield Hit(Span(span.begin - len(words) + cut, span.end), "an opening mark before it in the paragraph; found none")


@rule(
    "FORM504",
    "no-byline",
    question="Who wrote and edited this? No byline, contributor or agency is named.",
    explanation="Readers should be able to see who answers for a report.",
    fires="The bridge was closed on Monday. Nobody was hurt.",
    fine='<r agency="Reuters">The bridge was closed on Monday. Nobody was hurt.</r>',
    reference="Common practice; Reuters Handbook of Journalism, “Bylines, datelines and sign-offs”",
    severity="info",
    optional=True,
)
def no_byline(context: Context) -> Iterator[Hit]:
    report = context.report
    if context.body and not report.byline and not report.credits.reporting and not report.credits.writing and not report.agency:
        yield Hit(context.sentences[0].span, "a byline, a contributors' line or an agency; found none")


@rule(
    "FORM505",
    "correction-buried",
    question="Should readers see the correction before the story that it corrects?",
    explanation="A notice at the foot of a long story is seen by few of those who read the mistake. Put it, or a line that points to it, at the top.",
    fires="The bridge was closed on Monday.\n\nNobody was hurt.\n\nIt opens in May.\n\nThe council met.\n\n<p role=\"correction\">Correction: An earlier version said three people were hurt.</p>",
    fine="<p role=\"correction\">Correction: An earlier version said three people were hurt.</p>\n\nThe bridge was closed on Monday.\n\nNobody was hurt.",
    reference="AP News Values and Principles, “Corrections”; Reuters Handbook of Journalism, “Corrections”",
    severity="info",
)
def correction_buried(context: Context) -> Iterator[Hit]:
    if not context.body:
        return
    notices = [block for block in context.report.blocks if block.role == "correction" or _NOTICE.match(block.span.of(context.text))]
    top = context.text[: context.body[min(1, len(context.body) - 1)].span.end]
    flagged = re.search(r"\b(?:correct(?:s|ed|ion|ing)|updated|clarif\w+)\b", top, re.IGNORECASE)
    for notice in notices:
        place = sum(1 for block in context.body if block.span.begin < notice.span.begin)
        if place > 3 and not flagged:
            yield Hit(notice.span, f"a correction, or a line that points to it, at the head of the story; found it after {place} paragraphs")
            return


_NOTICE = re.compile(r"\s*[(\[*_]*(?:Corrections?\b\s*[:(]|Clarification\s*:|(?:An|A previous|The) (?:earlier|previous|original)? ?version of this (?:story|article|report)|"
                     r"This (?:story|article|report|post) (?:has been|was) (?:corrected|amended|updated to correct))", re.IGNORECASE)  # fmt: skip


@rule(
    "FORM510",
    "fragment-quotation",
    question="Does this single quoted word need its marks?",
    explanation="A word or two in quotation marks can look like doubt or mockery. Paraphrase, or quote the sentence.",
    fires='<a><s>The minister</s> <c>said</c> the plan was <q>“good”</q></a>.',
    fine='<a><s>The minister</s> <c>said</c> <q>“the plan is good for the whole coast”</q></a>.',
    reference="AP Stylebook, “quotations”: avoid fragmentary quotes",
    severity="info",
    optional=True,
)
def fragment_quotation(context: Context) -> Iterator[Hit]:
    for quotation in context.quotations:
        if quotation.closed and len(quotation.content.of(context.text).split()) <= 2:
            yield Hit(quotation.span, "a whole clause in the quotation marks; found one or two words")


@rule(
    "FORM512",
    "name-spelled-two-ways",
    question="Are these one person? Which spelling is right?",
    explanation="One name in two spellings makes readers look for two people, and machine-altered text often mangles names.",
    fires="Volodymyr Zelenskiy signed the decree on Monday. Volodymyr Zelensky spoke later.",
    fine="Volodymyr Zelenskiy signed the decree on Monday. Olena Zelenska spoke later.",
    reference="Common practice: one spelling throughout",
    severity="info",
)
def name_spelled_two_ways(context: Context) -> Iterator[Hit]:
    seen: dict[str, dict[str, Span]] = {}
    for match in re.finditer(r"(?<![\w.’'-])([A-Z][a-z’'-]{2,}) ([A-Z][a-z’-]{4,})(?![\w-])", context.story):
        last = re.sub(r"[’']s?$", "", match[2])
        seen.setdefault(match[1], {}).setdefault(last, Span(match.start(), match.start(2) + len(last)))
    for first, lasts in seen.items():
        ordered = sorted(lasts.items(), key=lambda item: item[1])
        for n, (one, where) in enumerate(ordered):
            for other, there in ordered[n + 1 :]:
                if first.lower() not in _NO_FIRST_NAME and _one_slip(one, other):
                    yield Hit(there, f"one spelling of the name; found {one!r} and {other!r}", related=(where,))


_NO_FIRST_NAME = frozenset("""the and but this that for with from when while after before north south east west new white black general president senator minister state house senate
department ministry united national federal supreme mr mrs ms dr sir lord former prime vice foreign defense defence justice attorney district social republican democratic party""".split())


def _one_slip(one: str, other: str) -> bool:
    """One letter more, less or different, but not a plural, an adjective or a demonym ("Russia", "Russian")."""
    if one == other or one + "s" == other or other + "s" == one or one[:3] != other[:3]:
        return False
    if {one, other} in ({one, one + "n"}, {one, one + "an"}, {one, one + "i"}, {other, other + "n"}, {other, other + "i"}, {other, other + "an"}):
        return False
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        different = [n for n in range(len(one)) if one[n] != other[n]]
        return len(different) == 1 or (len(different) == 2 and one[different[0]] == other[different[1]] and one[different[1]] == other[different[0]])
    short, long = sorted((one, other), key=len)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


@rule(
    "FORM513",
    "unbalanced-bracket",
    question="Where does this aside end?",
    explanation="A bracket that is opened and not closed in its paragraph hides where the aside, or the change to a quotation, ends.",
    fires="The minister (who took office in May said nothing.",
    fine="The minister (who took office in May) said nothing.",
    reference=_DAMAGE,
    severity="info",
)
def unbalanced_bracket(context: Context) -> Iterator[Hit]:
    for block in context.body:
        words = block.span.of(context.text)
        for opening, closing in (("(", ")"), ("[", "]")):
            if words.count(opening) == words.count(closing) + 1:
                last: list[int] = []
                for n, letter in enumerate(words):
                    if letter == opening:
                        last.append(n)
                    elif letter == closing and last:
                        last.pop()
                if last:
                    begin = block.span.begin + last[-1]
                    yield Hit(Span(begin, min(begin + 30, block.span.end)), f"a closing {closing!r} in the paragraph; found none")
