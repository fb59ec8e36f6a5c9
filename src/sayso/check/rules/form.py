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
    for span in _first_of_each_paragraph(context, "unclosed-quotation"):
        yield Hit(
            _beginning(context, span),
            "a closing mark before the paragraph's end, or a mark at the head of the next paragraph; found neither",
        )


def _noted(context: Context, code: str) -> Iterator[Span]:
    """The places of the reader's notes of this code."""
    return (note.span for note in context.report.notes if note.code == code and note.span)


def _first_of_each_paragraph(context: Context, code: str) -> Iterator[Span]:
    """One question a paragraph: a mark that is lost early makes partners of the wrong ones after it."""
    asked: set[int] = set()
    for span in _noted(context, code):
        block = context.paragraph_at(span.begin)
        if block is not None and block not in asked:
            asked.add(block)
            yield span


def _beginning(context: Context, span: Span) -> Span:
    """The first words of a span, up to forty characters."""
    words = span.of(context.text)
    return span if len(words) <= 40 else Span(span.begin, span.begin + len(words[:40].rsplit(" ", 1)[0]))


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
    for span in _noted(context, "doubled-word"):
        yield Hit(span, f"a second, different word; found {span.of(context.text).split()[0]!r} twice")


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
    for span in _noted(context, "broken-sentence"):
        capital = span.of(context.text)[0].isalpha()
        looked_for = (
            "a small letter within the sentence; found a capital"
            if capital
            else "a capital after the full stop; found a small letter"
        )
        yield Hit(_with_neighbours(context.text, span), looked_for)


def _with_neighbours(text: str, span: Span) -> Span:
    """The span with the word before and the word after, so that one sees what is broken."""
    before = re.search(r"\S*\s*$", text[max(0, span.begin - 30) : span.begin])
    after = re.match(r"\s*[\w’'-]*", text[span.end : span.end + 30])
    return Span(span.begin - len(before.group() if before else ""), span.end + len(after.group() if after else ""))


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
    for span in _first_of_each_paragraph(context, "unopened-quotation"):
        begin = max(span.begin - 40, context.body[context.paragraph_at(span.begin) or 0].span.begin)
        words = context.text[begin : span.begin]
        cut = words.find(" ") + 1 if len(words) == 40 else 0
        yield Hit(Span(begin + cut, span.end), "an opening mark before it in the paragraph; found none")


@rule(
    "FORM507",
    "damaged-characters",
    question="Which characters stood here?",
    explanation="Text that was decoded wrongly on its way shows signs such as “â€™” for an apostrophe, or “&amp;” for “and”.",
    fires="The minister&amp;rsquo;s plan was dropped.",
    fine="The minister’s plan was dropped.",
    reference=_DAMAGE,
    limit=2,
)
def damaged_characters(context: Context) -> Iterator[Hit]:
    for code in ("misencoded", "entities"):
        for span in _noted(context, code):
            yield Hit(span, "readable characters; found the traces of a wrong decoding")


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
    if (
        context.body
        and not report.byline
        and not report.credits.reporting
        and not report.credits.writing
        and not report.agency
    ):
        yield Hit(context.sentences[0].span, "a byline, a contributors' line or an agency; found none")


@rule(
    "FORM505",
    "correction-buried",
    question="Should readers see the correction before the story that it corrects?",
    explanation="A notice at the foot of a long story is seen by few of those who read the mistake. Put it, or a line that points to it, at the top.",
    fires='The bridge was closed on Monday.\n\nNobody was hurt.\n\nIt opens in May.\n\nThe council met.\n\n<p role="correction">Correction: An earlier version said three people were hurt.</p>',
    fine='<p role="correction">Correction: An earlier version said three people were hurt.</p>\n\nThe bridge was closed on Monday.\n\nNobody was hurt.',
    reference="AP News Values and Principles, “Corrections”; Reuters Handbook of Journalism, “Corrections”",
    severity="info",
)
def correction_buried(context: Context) -> Iterator[Hit]:
    if not context.body:
        return
    notices = [
        block
        for block in context.report.blocks
        if block.role == "correction" or _NOTICE.match(block.span.of(context.text))
    ]
    top = context.text[: context.body[min(1, len(context.body) - 1)].span.end]
    flagged = re.search(r"\b(?:correct(?:s|ed|ion|ing)|updated|clarif\w+)\b", top, re.IGNORECASE)
    for notice in notices:
        place = sum(1 for block in context.body if block.span.begin < notice.span.begin)
        if place > 3 and not flagged:
            yield Hit(
                notice.span,
                f"a correction, or a line that points to it, at the head of the story; found it after {place} paragraphs",
            )
            return


_NOTICE = re.compile(r"\s*[(\[*_]*(?:Corrections?\b\s*[:(]|Clarification\s*:|(?:An|A previous|The) (?:earlier|previous|original)? ?version of this (?:story|article|report)|"
                     r"This (?:story|article|report|post) (?:has been|was) (?:corrected|amended|updated to correct))", re.IGNORECASE)  # fmt: skip


@rule(
    "FORM510",
    "fragment-quotation",
    question="Does this single quoted word need its marks?",
    explanation="A word or two in quotation marks can look like doubt or mockery. Paraphrase, or quote the sentence.",
    fires="<a><s>The minister</s> <c>said</c> the plan was <q>“good”</q></a>.",
    fine="<a><s>The minister</s> <c>said</c> <q>“the plan is good for the whole coast”</q></a>.",
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


_NO_FIRST_NAME = frozenset(
    """the and but this that for with from when while after before north south east west new white black general president senator minister state house senate
department ministry united national federal supreme mr mrs ms dr sir lord former prime vice foreign defense defence justice attorney district social republican democratic party""".split()
)


def _one_slip(one: str, other: str) -> bool:
    """One letter more, less or different, but not a plural, an adjective or a demonym ("Russia", "Russian")."""
    if one == other or one + "s" == other or other + "s" == one or one[:3] != other[:3]:
        return False
    if {one, other} in (
        {one, one + "n"},
        {one, one + "an"},
        {one, one + "i"},
        {other, other + "n"},
        {other, other + "i"},
        {other, other + "an"},
    ):
        return False
    if abs(len(one) - len(other)) > 1:
        return False
    if len(one) == len(other):
        different = [n for n in range(len(one)) if one[n] != other[n]]
        return len(different) == 1 or (
            len(different) == 2
            and one[different[0]] == other[different[1]]
            and one[different[1]] == other[different[0]]
        )
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
                    yield Hit(
                        Span(begin, min(begin + 30, block.span.end)),
                        f"a closing {closing!r} in the paragraph; found none",
                    )
