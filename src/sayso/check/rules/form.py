"""Signs that a text was damaged: marks without partners, doubled words, broken sentences, names spelled two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context
from sayso.check.form.breaks import broken
from sayso.check.form.brokenoff import broken_off
from sayso.check.form.cutshort import cut_short
from sayso.check.form.desk import notes_left
from sayso.check.form.fused import fused
from sayso.check.form.neverlast import stopped
from sayso.check.form.repeats import repeated
from sayso.check.form.rewordings import reworded
from sayso.check.form.seams import seams
from sayso.check.form.splices import spliced
from sayso.check.form.wrongmarks import stops_before_cues, wrong_beginnings, wrong_ends
from sayso.check.language import MAY_JOIN, VERB_OF_SAYING
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.patterns import compiled
from sayso.types import Span


@rule("FORM501")
def unclosed_quotation(context: Context) -> Iterator[Hit]:
    unclosed = {context.paragraph_at(each.begin) for each in _noted(context, "unclosed-quotation")}
    for quotation in context.quotations:
        tail = _CUE_INSIDE.search(quotation.content.of(context.text)) if quotation.continues else None
        if tail:  # the next paragraph begins with a mark, so the reader's note is silent, but a cue stands in the words
            span = Span(quotation.content.begin + tail.start(), quotation.content.end)
            yield Hit(span, "a closing mark before these words, which name the speaker; found none")
        swallowed = _CUE_AT_END.search(quotation.content.of(context.text)) if not quotation.continues else None
        known = context.paragraph_at(quotation.span.begin) in unclosed
        if swallowed and not known and not _SPEAKER_AFTER.match(context.text, quotation.span.end):
            span = Span(quotation.content.begin + swallowed.start(), quotation.content.end)
            yield Hit(span, "a closing mark before these words, which name the speaker; found it after them")
    told: list[int | None] = []
    for span in _first_of_each_paragraph(context, "unclosed-quotation"):
        words = context.body[context.paragraph_at(span.begin) or 0].span.of(context.text)
        if words.count("“") == words.count("”") > 0 and "’s”" in words:
            continue  # “CNN’s” is closed, whatever the apostrophe looks like
        yield Hit(
            _beginning(context, span),
            "a closing mark before the paragraph's end, or a mark at the head of the next paragraph; found neither",
        )
        told.append(context.paragraph_at(span.begin))
    for span, looked_for in wrong_ends(context):
        if context.paragraph_at(span.begin) not in told:
            yield Hit(span, looked_for)


_CUE_INSIDE = compiled(
    rf",\s+(?:(?:[A-Z][\w.’'-]+\s+){{1,3}}|(?:he|she|they|(?:the|an?)(?:\s+[\w-]+)"
    rf"{{1,4}})\s+){VERB_OF_SAYING}[^“”\"]{{0,40}}$"
    rf"|,\s+{VERB_OF_SAYING}\s+[A-Z][^“”\"]{{2,80}}$"
)


#: "It is as near as we come, he said." with the closing mark behind the cue.
_CUE_AT_END = compiled(r"(?<=[\w ’'-]{20}),\s+(?:he|she|they) (?:said|added|says)\.$")
#: Words behind the closing mark that name a speaker: then the cue within is part of what is quoted.
_SPEAKER_AFTER = compiled(rf",? (?:[A-Za-z][\w’'-]* ){{0,4}}{VERB_OF_SAYING}\b|,")


def _noted(context: Context, code: str) -> Iterator[Span]:
    """The places of the reader's notes of this code, but for those in what is passed over as no part of the story."""
    return (
        each.span
        for each in context.report.notes
        if each.code == code and each.span and each.span.begin < each.span.end
    )


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


@rule("FORM502")
def doubled_word(context: Context) -> Iterator[Hit]:
    for span in _noted(context, "doubled-word"):
        joined = " and " in span.of(context.text)
        if _again_and_again(context.text, span) or _no_sentence(context, span):
            continue
        if len(span.of(context.text).split()[0]) == 2 and span.of(context.text)[:2].lower() in ("ho", "hi", "oi", "ay"):
            continue
        if joined and _MODIFIED.match(context.text, span.end):
            continue  # "people and people of colour"
        yield Hit(span, f"a second, different word; found {span.of(context.text).split()[0]!r} twice")
    noted = set(_noted(context, "doubled-word"))
    for match in _JOINED.finditer(context.text):
        span = Span(*match.span())
        idiom = match[1] in MAY_JOIN or match[1].endswith(("er", "ing", "ed"))
        modified = _MODIFIED.match(context.text, span.end)
        if context.quoted(span.begin) and not modified and not idiom and not any(span.overlaps(each) for each in noted):
            yield Hit(span, f"two different words around “and”; found {match[1]!r} twice")
    for block in context.body:
        for pattern in (_PHRASE_TWICE, _NEVER_TWICE):
            for match in pattern.finditer(context.text, *block.span):
                span = Span(*match.span())
                phrase = pattern is _PHRASE_TWICE and context.quoted(span.begin)
                in_earnest = phrase and _in_earnest(context.text, match)
                if (
                    not any(span.overlaps(each) for each in noted)
                    and not re.search(r"\band\b", match.group(), re.I)
                    and not in_earnest
                ):
                    yield Hit(span, f"these words once; found {match.group()!r}")
        for match in _SMALL_TWICE.finditer(context.text, *block.span):
            yield Hit(Span(*match.span("twice")), f"these words once; found {match['twice']!r}")
    for first, again in repeated(context):
        yield Hit(again, "this passage once; found it further up as well", related=(first,))


#: "did not did not", "in the kitchen in the kitchen": two words or more, straight after themselves, and no name twice.
_PHRASE_TWICE = compiled(r"(?<![\w’'-])((?:[A-Za-z][\w’'-]*[ \t]+){1,9}[a-z][\w’'-]*)[ \t]+(?i:\1)(?![\w’'-])")
_MODIFIED = compiled(r"\s+(?:of|with|from|in|who|on|for|that|which|without)\b")
#: Small words that nothing lets stand twice: "who who were", "that that the"; but "said that that road".
_NEVER_TWICE = compiled(
    r"(?<![\w’'-])(?:(who|which|whom|whose|and|or|but|we|they|he|she|it|i|if|when|where|will|would|can|could|has|"
    r"been|not|do|does|so) \1"
    r"|(?<!all )(?<!after )(?<!before )(?<!with )(?<!of )(?<!by )(?<!than )(?<!like )(?<!about )(?<!for )(?<!at )"
    r"(?<!on )(?<!to )(?<!from )(?<!is )(?<!was )that that(?= (?:the|a|an|his|her|its|their|he|she|it|"
    r"they|we|there|no|all|any|some|[A-Z]\w+)\b))(?![\w’'-])"
)
#: "responses in in migraine", but "logged in in May": a small word twice after no verb that takes one.
_SMALL_TWICE = compiled(
    r"(?<![\w’'-])(?!(?:log|go|went|gone|com|came|mov|br[io]|put|tak|took|turn|settl|check|sign|step|hand|phon|call|"
    r"join|liv|"
    r"stay|sworn|swear|let|get|got|giv|gave|weigh|dial|carr|hold|held|rel|depend|bas|work|walk|drop|cash|zoom|lock|vot|"
    r"br[eo]|born|set|sett|kick|pull|push|keep|kept|stood|stand|stick|stuck|tun|clos|bought|sold|cut|back|rung|ring|"
    r"add|liv|"
    r"fit|fill|fac|agree|insist|rul|spell|look|pass|ban|hang|hung|mov|be|is|was|are|were|been|what|all|it|"
    r"ones?)[a-z]*\b)"
    r"[a-z]{3,} (?P<twice>(?P<w>in|on|up|out) (?P=w))(?![\w’'-])"
)
_JOINED = compiled(r"(?<![\w’'-])([a-z][\w’'-]{2,}) and \1(?![\w’'-])(?! and \1)(?! again\b)")


#: Before a phrase that ends a clause and begins the next: "those who were here were here to help".
_CLAUSE = compiled(r"\b(?:who|that|which|what|whoever|whatever|whether|call\w*|keep\w*)(?: [\w’']+){0,3} $")
_LINKS = frozenset("to by after of is in on for".split())


def _in_earnest(text: str, match: re.Match[str]) -> bool:
    """Whether somebody says a phrase twice for a reason: "year after year after year", "going to have to have"."""
    words = match[1].lower().split()
    after = text[match.end() : match.end() + 40].lower().split()
    linked = words in (["to", "have"], ["to", "get"]) or words[1:] in [[link] for link in _LINKS]
    if linked or words[1:2] == ["is"] or (after and after[0].strip('.,”"’') == words[0]):
        return True
    return _CLAUSE.search(text, max(0, match.start() - 60), match.start()) is not None


def _again_and_again(text: str, span: Span) -> bool:
    """Whether the word stands three times and more in a row: nobody does that by mistake ("knock knock knock")."""
    word = re.escape(span.of(text).split()[0])
    return re.match(rf"[ ,]+{word}\b", text[span.end : span.end + 40], re.IGNORECASE) is not None


def _no_sentence(context: Context, span: Span) -> bool:
    """Whether the paragraph is a row of labels, without any mark that ends a sentence."""
    block = context.paragraph_at(span.begin)
    return block is not None and not re.search(r"[.!?:;,”\"]", context.body[block].span.of(context.text))


def _in_a_post(context: Context, span: Span) -> bool:
    place = context.paragraph_at(span.begin)
    return place is not None and _POST.search(context.body[place].span.of(context.text)) is not None


@rule("FORM503")
def broken_sentence(context: Context) -> Iterator[Hit]:
    for span in _noted(context, "broken-sentence"):
        if _in_a_post(context, span):
            continue
        capital = span.of(context.text)[0].isalpha()
        looked_for = (
            "a small letter within the sentence; found a capital"
            if capital
            else "a capital after the full stop; found a small letter"
        )
        yield Hit(_with_neighbours(context.text, span), looked_for)

    posts = [block.span for block in context.body if _POST.search(block.span.of(context.text))]
    for block in context.body:
        if block.span in posts:
            continue
        for match in _AFTER_A_SMALL_WORD.finditer(context.text, *block.span):
            span = Span(*match.span())
            if not any(span.overlaps(each) for each in _noted(context, "broken-sentence")):
                yield Hit(span, "the end of a sentence before the full stop; found a word that must go on")
        for pattern, looked_for in _OUT_OF_ORDER:
            for match in pattern.finditer(context.text, *block.span):
                yield Hit(Span(*match.span()), looked_for)
    for span in broken_off(context):
        yield Hit(span, "the end of the sentence, and a stop; found the end of the paragraph")
    seen: list[Span] = []
    for span, looked_for in (
        *broken(context),
        *spliced(context),
        *fused(context),
        *(
            (span, "the end of the sentence; found a word that must go on")
            for span in (*cut_short(context), *stopped(context))
        ),
        *seams(context),
    ):
        if not any(span.overlaps(each) for each in (*seen, *_noted(context, "broken-sentence"), *posts)):
            yield Hit(span, looked_for)
            seen.append(span)
    for span in stops_before_cues(context):
        yield Hit(span, "a comma before the words that name the speaker; found a full stop")
    told: set[str] = set()
    for span in notes_left(context):
        kind = span.of(context.text).strip("?") or "?"
        if kind not in told and not any(span.overlaps(each) for each in posts):
            yield Hit(span, "no note of the desk in the text; found one")
        told.add(kind)


#: A post that is shown as it was written, with its handle and day, or its picture's address.
_POST = compiled(r"\(@\w+\),? (?:[A-Z][a-z]+\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+\.? \d{4})\s*$|\bpic\.twitter\.com/")
#: "by a. tenth", "built in. 1932": words with which no sentence ends.
_AFTER_A_SMALL_WORD = compiled(
    r"(?<![\w.’'-])(?:(?:an?|the|its|their|our|my|your|and|or|every|than|because|into|whose|very)\. (?=[A-Za-z\d])|"
    r"(?<!\d )(?:of|in|by|for|from|with|at|on|to|is|was|were|are|be|been|had|has|have|as|but|that|which|his|her)\. "
    r"(?=[a-z\d]|(?:January|February|March|April|June|July|August|September|October|November|December)\b))\w+"
)


_AUXILIARY = r"(?:would|will|had|has|have|was|were|is|are|could|can|should|might|must|did|does)"
_OUT_OF_ORDER = (
    (
        compiled(rf"\b{VERB_OF_SAYING} (?:he|she|it|they|we) that {_AUXILIARY}\b"),
        "“that” before the pronoun; found it after",
    ),
    (
        compiled(rf"\b(?:between [A-Z][\w’'-]+ and|(?:of|from|with|by) (?:the|an?)(?! will\b)) {_AUXILIARY}\b(?!-)"),
        "a name or a noun before the verb; found none",
    ),
)


def _with_neighbours(text: str, span: Span) -> Span:
    """The span with the word before and the word after, so that one sees what is broken."""
    before = re.search(r"\S*\s*$", text[max(0, span.begin - 30) : span.begin])
    after = re.match(r"\s*[\w’'-]*", text[span.end : span.end + 30])
    return Span(span.begin - len(before.group() if before else ""), span.end + len(after.group() if after else ""))


@rule("FORM506")
def unopened_quotation(context: Context) -> Iterator[Hit]:
    for span in _first_of_each_paragraph(context, "unopened-quotation"):
        begin = max(span.begin - 40, context.body[context.paragraph_at(span.begin) or 0].span.begin)
        words = context.text[begin : span.begin]
        if re.search(r"\d[‘’'\"”]?\d*$", words):
            continue  # 6'4": feet and inches
        if any(begin <= each.begin < span.end for each in _noted(context, "unclosed-quotation")):
            continue  # a pair of unlike marks is asked about once
        cut = words.find(" ") + 1 if len(words) == 40 else 0
        yield Hit(Span(begin + cut, span.end), "an opening mark before it in the paragraph; found none")
    for span, looked_for in wrong_beginnings(context):
        yield Hit(span, looked_for)


@rule("FORM507")
def damaged_characters(context: Context) -> Iterator[Hit]:
    for code in ("misencoded", "entities"):
        for span in _noted(context, code):
            yield Hit(span, "readable characters; found the traces of a wrong decoding")


@rule("FORM504")
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


@rule("FORM510")
def fragment_quotation(context: Context) -> Iterator[Hit]:
    for quotation in context.quotations:
        if quotation.closed and len(quotation.content.of(context.text).split()) <= 2:
            yield Hit(quotation.span, "a whole clause in the quotation marks; found one or two words")


@rule("FORM508")
def reworded_quotation(context: Context) -> Iterator[Hit]:
    for span, other, looked_for in reworded(context):
        yield Hit(span, looked_for, related=(other,))


@rule("FORM513")
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
