"""Speakers whom readers cannot place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from sayso.check.context import Context, anchor, speaks
from sayso.check.language import VERB_OF_SAYING
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.check.speakers.pairs import unplaced
from sayso.check.speakers.strangers import just_told_of, never_placed
from sayso.patterns import compiled
from sayso.types import Span, Statement


def _never_placed(context: Context) -> Iterator[Hit]:
    """Speakers by their full name with no word beside it on who they are."""
    for source in context.reading.sources:
        statements = context.by_source.get(source.id, ())
        name = source.name or ""
        if (
            source.type != "person"
            or _titled(context, source.title, name)
            or not statements
            or not re.fullmatch(r"[A-Z][\w’'-]+(?: [A-Z][\w.’'-]*)+", name)
        ):
            continue
        if (
            _AN_OUTLET.search(name)
            or name.isupper()
            or re.search(r"\b[A-Z]{2,}s$", name)
            or context.text[anchor(statements[0]).end :][:1] == ":"
        ):
            continue  # a heading, or a name that heads a comment
        if re.match(r" contributed\b", context.text[anchor(statements[0]).end :]):
            continue  # a credit
        if _LONG_AGO.search(context.enclosing(anchor(statements[0])).of(context.text)):
            continue
        if just_told_of(context, anchor(statements[0])) or _in_a_heading(context, anchor(statements[0])):
            continue
        if all(each.act in ("no-comment", "report", "announce") for each in statements):
            continue  # so firms and magazines speak, whatever the reading takes them for
        if (
            _OFFICE_FIRST.match(name)
            or _OFFICE_LAST.search(name)
            or _placed_after(context, statements[0])
            or re.match(
                r" (?:said in a (?:\w+ )?note|(?:wrote|writes|argued|argues) (?!in an? (?:email|e-mail|letter|"
                r"text|message|statement))(?:\w+ ){0,2}?(?:on|in|for|"
                r"at)|writes)\b",
                context.text[anchor(statements[0]).end :][:30],
            )
        ):
            continue
        if _TRADE_FIRST.match(name) or _in_a_link(context, anchor(statements[0])) or _met(context, statements[0]):
            continue
        if name.split()[-1] in _KNOWN or not any(_quoted_here(each, context.text) for each in statements):
            continue
        if (
            " and " in name
            or _TITLED.match(name)
            or not _named_here(context, statements, name)
            or _described(context, statements)
            or _introduced(context, name)
        ):
            continue
        yield Hit(
            anchor(statements[0]),
            "a position or another word on who this is, beside the name; found none",
            (statements[0].id,),
        )


@rule("ATTR205")
def speaker_without_position(context: Context) -> Iterator[Hit]:
    yield from _never_introduced(context)  # the plainer case first: few are asked about in one report
    yield from _never_placed(context)
    strangers = [each for each in never_placed(context) if not _THERE_THEN.match(context.text, each.end)]
    for span in [*unplaced(context), *strangers]:
        known = any(name in span.of(context.text).split() for name in _KNOWN)
        if not known and not _LONG_AGO.search(context.enclosing(span).of(context.text)):
            yield Hit(span, "a position or another word on who this is, beside the name; found none")


_AN_OUTLET = compiled(r"\b(?:Presse?|News|Times|Post|Agency|Radio|TV|Media|Journal|Tribune|Herald|Wire)\b")
#: Whoever is quoted from the schoolbooks needs no introduction.
_LONG_AGO = compiled(r"\b(?:famously|in the words of|as .{3,30} (?:once|famously) (?:said|wrote|put it))\b")
#: "Rider Ida Moen", at the head of a sentence: what she is, taken for a part of her name.
_TRADE_FIRST = compiled(r"[A-Z][a-z]+(?:ers?|or|ists?|ian|ent|man|woman|mother|father) (?:[A-Z][\w.’'-]*\s?){2,3}$")


def _in_a_link(context: Context, mention: Span) -> bool:
    """Whether the words are the title of another piece: "(RELATED: …"."""
    return (
        re.search(
            r"\((?:RELATED|READ|WATCH|SEE|MORE)\b[^)]*$", context.text[max(0, mention.begin - 90) : mention.begin]
        )
        is not None
    )


def _in_a_heading(context: Context, mention: Span) -> bool:
    """Whether the paragraph is a heading: a few words, and no full stop."""
    place = context.paragraph_at(mention.begin)
    words = context.body[place].span.of(context.text) if place is not None else ""
    return len(words.split()) < _FEW and re.search(r"[.!?…:;,”\"’')]\s*$", words) is None


_FEW = 16


def _spelled_alike(name: str, before: str) -> bool:
    """Whether a name of nearly the same letters stands before: a slip of spelling, which is asked about as that."""
    others = {each for each in re.findall(r"[A-Z][a-z]{4,}", before) if abs(len(each) - len(name)) < _ALIKE}
    return any(len(name) > 4 and SequenceMatcher(None, name, each).ratio() > 0.84 for each in others - {name})


_ALIKE = 2


def _met(context: Context, statement: Statement) -> bool:
    """Whether one of the two sentences before has an unnamed speaker, named here: "A woman in Varn said …"."""
    mention = anchor(statement)
    sentence = context.sentence_at(mention.begin)
    if sentence is None:
        return False
    before = [each.span for each in context.sentences if each.span.end <= mention.begin][-2:]
    return any(
        each.source.type in ("unnamed-person", "anonymous")
        and each.source.mention is not None
        and re.match(r"[Aa]n? ", each.source.mention.of(context.text))
        for span in before
        for each in context.statements_in(span)
    )


#: Heads of state and government whom no report introduces.
_KNOWN = frozenset(
    "Trump Biden Obama Bush Clinton Reagan Carter Nixon Kennedy Truman Roosevelt Lincoln Washington Churchill "
    "Thatcher Blair Merkel "
    "Macron Putin Zelenskiy Zelensky Zelenskyy Xi Modi Netanyahu Erdogan Stalin Hitler Gorbachev Mandela Gandhi "
    "Francis".split()
)


def _never_introduced(context: Context) -> Iterator[Hit]:
    """Speakers by their surname only, as if readers had met them: "Mr. Falk told reporters", and no Falk before."""
    asked: set[str] = set()
    for statement in context.statements:
        mention = statement.source.mention
        match = _SURNAME.fullmatch(mention.of(context.text)) if mention else None
        if mention is None or match is None or statement.source.type != "person" or match["name"] in asked | _KNOWN:
            continue
        asked.add(match["name"])
        name = re.escape(match["name"])
        full = (
            rf"\b(?!(?:M[rs]s?|Dr|Prof|Sen|Rep|Gov|Gen|The|And|But|In|On|To)\b)[A-Z][\w.’'-]+ "
            rf"(?:[A-Z]\. |(?:d[aeiu]|l[ae]|van|von|de[rln]|al|el|bin|ben|ibn|te[rn]|dos|das) )?{name}"
        )
        heard = speaks(statement, context.text) or statement.kind == "mixed"
        spoken = context.quoted(mention.begin) or not context.in_body(mention) or not heard
        earlier = context.text[: mention.begin]
        after = context.text[mention.end : mention.end + 40]
        if re.match(r"\.?\s+[A-Z]", after):
            continue  # a rank before a name: "Adm. Ida Moen"
        according = re.search(r"According to $", earlier[-14:]) or (
            re.search(r"according to $", earlier[-14:]) and not re.match(r",\s(?:the|an?|its|who)\b", after)
        )
        placed = (
            (_BESIDE.match(after) and not according)
            or re.match(r"[’']|\s+[A-Z]", after)
            or re.search(rf"\b{name.upper()}\b", earlier)
        )
        if (
            spoken
            or placed
            or re.search(rf"{full}\b", context.text)
            or re.search(rf"\b{name}\b", earlier, re.IGNORECASE)
        ):
            continue
        if _spelled_alike(match["name"], earlier) or _in_a_heading(context, mention):
            continue
        listed = after.startswith((":", "-")) or _in_a_link(context, mention) or re.search(r"[A-Z]\w+,\s+$", earlier)
        if (
            listed
            or name.endswith(("ers", "ors", "ists"))
            or _a_body(context, mention)
            or not _heard(statement, context.text)
        ):
            continue
        yield Hit(
            mention, f"an introduction of {match['name']}, by full name and position; found none", (statement.id,)
        )


def _a_body(context: Context, mention: Span) -> bool:
    """Whether the sentence takes the name up as a firm's or a paper's: "In a statement of its own, Halden said"."""
    return re.search(r"\bits\b", context.text[context.enclosing(mention).begin : mention.begin]) is not None


_SURNAME = compiled(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? )?(?P<name>(?!She\b|They\b|Both\b|Neither\b|Each\b|"
    r"All\b|None\b|Many\b|Several\b|Either\b|Another\b|Others\b|His\b|Her\b|Some\b)"
    r"(?:Al-|el-|O[’'])?(?:(?:Mc|Mac|De|Di|La|Le|Van|Fitz|Du)[A-Z][a-z]+|[A-Z][a-z]{2,}))"
)

_OFFICE_FIRST = compiled(
    r"(?:Le|La|Les|El|Der|Die|Das|Il|The|Vice|Deputy|Prime|Chief|First|Premier|Minister|President|Secretary|Chairman|"
    r"Chairwoman|King|Queen|Prince|"
    r"Princess|Pope|Sir|"
    r"Lord|Lady|Sheikh|Imam|Rabbi|Saint|Brother|Sister)\b"
)


#: "Nobel Peace Prize-winning President": an office, described, and no name.
_OFFICE_LAST = compiled(
    r"\b(?:President|Minister|Secretary|Senator|Governor|Mayor|Chancellor|Pope|King|Queen|Prince|Speaker|Chairman)$"
)


def _placed_after(context: Context, statement: Statement) -> bool:
    """Whether the sentence or the next says who it is: "of Varn, where she has lived since …", "the 33-year-old"."""
    mention = anchor(statement)
    block = context.paragraph_at(mention.begin)
    if block is None:
        return False
    rest = context.text[mention.end : min(mention.end + 260, context.body[block].span.end)]
    placed = r"\bwhere (?:he|she) (?:has |had )?[a-z]+|[.!?] [^.!?]{0,40}\b[Tt]he \d\d-year-old\b"
    return re.search(placed, rest) is not None


def _quoted_here(statement: Statement, text: str) -> bool:
    """Whether somebody is quoted or paraphrased, not merely told to have praised or opined."""
    cues = " ".join(each.of(text) for each in statement.cue)
    return (
        not cues
        or re.search(rf"\b(?:{VERB_OF_SAYING[3:-1]}|according to|believ\w+|thinks?|view of)\b", cues, re.IGNORECASE)
        is not None
    )


def _heard(statement: Statement, text: str) -> bool:
    """Whether somebody is quoted or paraphrased, if only a word of theirs: "Mr. Falk refused to “relitigate” it"."""
    return statement.kind == "mixed" or _quoted_here(statement, text)


#: A word for what somebody is, taken into the name: "Attendee Rita Lara".
_TITLED = compiled(
    r"[A-Z][a-z]{2,}(?:ee|ent|ant|ist|ian|man|woman|yer|ker|ger|tor|sor|ster|eur|trar|rer|ier|ler)\s+[A-Z][\w’'-]+\s+[A-Z]"
)


def _titled(context: Context, title: str | None, name: str) -> bool:
    """Whether the title that the reading gives stands beside the name, and is no title of somebody joined to it."""
    last = re.escape(name.split()[-1]) if name else ""
    near = rf"\b{last}\b.{{0,80}}{re.escape(title or '')}|{re.escape(title or '')}.{{0,80}}\b{last}\b"
    return title is not None and re.search(near, context.text, re.DOTALL | re.IGNORECASE) is not None


def _named_here(context: Context, statements: tuple[Statement, ...], name: str) -> bool:
    mentions = [each.source.mention for each in statements if each.source.mention]
    return any(mention.of(context.text) == name for mention in mentions)


def _described(context: Context, statements: tuple[Statement, ...]) -> bool:
    """Whether just before or after the name they are quoted by what they are: "the country's foreign minister said"."""
    mentions = [each.source.mention for each in statements if each.source.mention]
    first = context.paragraph_at(mentions[0].begin) if mentions else None
    after = context.text[mentions[0].end : mentions[0].end + 90] if mentions else ""
    if _THERE_THEN.match(after):
        return True
    return any(
        len(words := mention.of(context.text).split()) > 1
        and (words[-1].islower() or words[0] in ("The", "the"))  # "the envoy for Norland"
        and abs((context.paragraph_at(mention.begin) or 0) - (first or 0)) <= 2
        for mention in mentions
    )


#: "said after fleeing her classroom": a witness, by what she did there.
_THERE_THEN = compiled(
    rf" {VERB_OF_SAYING}\b[^.;“”\"]{{0,25}}? (?:after|while|as (?:he|she)|before) (?:[a-z]+ing|(?:he|she) [a-z]+ed) "
    rf"(?:his|her|the|a|an|from|out|for|in)\b"
)
_BESIDE = compiled(r"(?:[’']s)?[”\"]?\s*(?:,|\(|—|–|-\s|who\b|of\b|from\b|with\b|is\b|was\b|whose\b|at\b)")
#: "According to Brita Falk, the dam …": what follows the comma is what she says.
_APPOSITION = compiled(
    r",\s(?:who|whose|an?\b|\d|(?:the|its|his|her|their)\s[^,]{3,60},|[a-z-]+ (?:of|at|for|with)\b)|\s*[(—–]|"
    r"\s(?:of|from|at|with)\b"
)
#: "said Brita Falk, adding that …".
_GOES_ON = compiled(
    r",\s(?:(?!representing\b|heading\b|leading\b|running\b|defending\b)[a-z]+ing\b|and\b|but\b|in\b|on\b|after\b|when\b|while\b|as\b|because\b|though\b|[“\"])"
)


def _introduced(context: Context, name: str) -> bool:
    """Whether a mention of the surname has words beside it that say who the person is, or the headline has the name."""
    last = re.escape(name.split()[-1])
    if context.headline and re.search(rf"\b{last}\b", context.headline.span.of(context.text)):
        return True
    found = list(re.finditer(rf"\b{last}\b", context.story))
    for match in found:
        after = context.text[match.end() : match.end() + 50]
        before = context.text[max(0, match.start() - 60) : match.start()]
        first = before.rfind(name.split()[0])
        lead = before[:first] if first >= 0 else before
        bare = re.search(r"[Aa]ccording to\s+$", lead) and not _APPOSITION.match(after)
        if not bare and not _GOES_ON.match(after) and _BESIDE.match(after):
            return True
        if re.search(r"\b(?:[Dd]efending|[Pp]rosecuting|[Rr]epresenting \w+|[Mm]itigating),\s+$", lead):
            return True
        if re.search(r"\b[\w.-]{3,}\s+(?:[A-Z][\w.]*\s+)*$", lead) and not re.search(
            r"(?:[.!?”\"]|\b(?:said|says|and|but|while|that|by|from|to|with|of|told|as|"
            r"the|when|after))\s+$",
            lead,
        ):
            return True
    return not found
