"""What sources without a name should not be let to carry: attacks, opinions, a whole story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, anchor, content_of, part, speaks
from sayso.check.language import OPINION, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.check.rules.anonymous import count
from sayso.check.unnamed.attacks import is_attack
from sayso.check.unnamed.declined_anywhere import declined_in_words
from sayso.check.unnamed.declined_nearby import refused_beside
from sayso.check.unnamed.faceless import STREET, quoted_by_some
from sayso.check.unnamed.lonecharge import alone_with_it
from sayso.check.unnamed.named import named_beside, named_within
from sayso.check.unnamed.plurals import one_asked, one_of_several, some_and_one
from sayso.check.unnamed.posts import runs_down
from sayso.check.unnamed.support import supported
from sayso.check.unnamed.voices import of_a_body, officials_of_a_body
from sayso.patterns import compiled
from sayso.types import Source, Span, Statement


@rule("ANON103")
def anonymous_attack(context: Context) -> Iterator[Hit]:
    asked: set[str] = set()
    for statements in _faceless(context):
        hostile = [each for each in statements if _hostile(context, each)]
        if hostile and hostile[0].id not in asked:
            asked |= {each.id for each in hostile}
            yield Hit(
                hostile[0].content[0],
                f"a name for the source of {count(tuple(hostile))} against a person or body; the source is unnamed",
                tuple(each.id for each in hostile),
            )
    for each in context.statements:
        if each.id not in asked and quoted_by_some(context, each):
            yield Hit(anchor(each), "a name for whose words these are; found a crowd", (each.id,))
        elif each.id not in asked and runs_down(context, each):
            yield Hit(anchor(each), "a name for who attacks here, or for the body; found only a post", (each.id,))


#: How likely editors must take for an attack what no pattern shows to be one; and for something else what one shows.
_ATTACK, _OTHER = 0.5, 0.7


def _hostile(context: Context, statement: Statement) -> bool:
    if statement.act in ("deny", "no-comment", "cannot-verify"):
        return False
    shown = is_attack(statement, context.text) and not _HEARD_IT.match(content_of(statement, context.text))
    nature = context.natures.get(statement.id)
    if nature is None:
        return shown
    if shown:
        return max(nature.information, nature.none) < _OTHER
    return statement.act != "accuse" and nature.attack >= _ATTACK


#: Who tells what somebody else said attacks nobody: "said that she told him about the assault in 1993".
_HEARD_IT = compiled(
    r"(?:that )?(?:he|she|they|(?:M[rs]s?\.? )?[A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)? (?:had |also |once )*"
    r"(?:told|confided|described|spoke|complained|mentioned|had a conversation|wrote|called|said|"
    r"dismissed|mocked|ridiculed|criticized|criticised|blasted|referred to|joked|complained) "
)


def _faceless(context: Context) -> Iterator[tuple[Statement, ...]]:
    """What each source says that is anonymous, or an unnamed person who speaks for no stated body."""
    yield from (statements for _, statements in context.unnamed)
    for source in context.reading.sources:
        words = source.mentions[0].of(context.text) if source.mentions else source.name or ""
        nameless = re.match(r"(?:an?|one|another)\s", words, re.IGNORECASE) and not re.search(r"\s[A-Z]", words)
        anonymous = source.type == "anonymous"
        if source.mentions and all(context.quoted(each.begin) or _told_of(context, each) for each in source.mentions):
            continue  # of whom only a speaker speaks
        if (anonymous or source.type == "unnamed-person" or nameless) and not STREET.search(words):
            yield tuple(
                each
                for each in context.by_source.get(source.id, ())
                if not (each.source.mention and _name_beside(context, each.source.mention))
                and not _NAME.fullmatch(anchor(each).of(context.text))
                and not _IN_COURT.search(context.enclosing(anchor(each)).of(context.text))
            )


def _name_beside(context: Context, mention: Span) -> bool:
    return named_beside(context, mention) or named_within(context, mention)


#: One who is named in this statement, whoever the reading joins them to.
_NAME = compiled(
    r"(?:(?:M[rs]s?|Dr|Sen|Rep|Gov)\.? )?(?!He\b|She\b|They\b|One\b|A\b|An\b)[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+)*"
)


#: What is said under oath is said by somebody whose name the court knows.
_IN_COURT = compiled(
    r"\btesti(?:f\w+|mony)\b|\btold (?:the |a )?(?:court|judge|jur\w+)\b|\b(?:in|at) (?:the )?(?:court\w*|trial)\b"
)


def _told_of(context: Context, mention: Span) -> bool:
    """Whether the words are part of what somebody named says: "He would tell a person who called him that …"."""
    return any(
        part.contains(mention)
        for each in context.statements
        if each.source.type in ("person", "organization")
        for part in each.content
    )


@rule("ANON104")
def plural_sources(context: Context) -> Iterator[Hit]:
    unnamed = [each for each, _ in context.unnamed]
    unnamed += [
        each for each in context.reading.sources if each.type == "unnamed-person" and each.id in context.by_source
    ]
    mentions = sorted({span for source in unnamed for span in source.mentions})
    singular = [span for span in mentions if _SINGULAR.match(span.of(context.text))]
    plural = [span for span in mentions if _PLURAL.search(span.of(context.text))]
    headline = context.headline
    if headline:
        plural += [
            Span(headline.span.begin + match.start(), headline.span.begin + match.end())
            for match in re.finditer(r"\b(?:sources|insiders)\b", headline.span.of(context.text), re.IGNORECASE)
        ]
    yield from _many_in_headline(context, unnamed)
    bare = [span for span in plural if _UNCOUNTED.fullmatch(span.of(context.text))]
    words = {span.of(context.text).lower() for span in singular}
    taken_up = {
        each.removeprefix("the ")
        for each in words
        if re.fullmatch(
            r"the (?:official|diplomat|aide|"
            r"adviser)",
            each,
        )
    }
    bare += [span for span in plural if span.of(context.text).lower() in {f"{each}s" for each in taken_up}]
    if "the source" in words:
        bare += [
            span
            for span in plural
            if span not in bare and re.match(r"[Ss]ources (?:in|at|inside|within|close|near)\b", span.of(context.text))
        ]
    one = {_HEAD.findall(span.of(context.text).lower())[-1] for span in singular}
    place = context.paragraph_at(singular[0].begin) if singular else None
    bare = [
        span
        for span in bare
        if place is None or (there := context.paragraph_at(span.begin)) is None or there < 4 or abs(there - place) <= 2
    ]
    if singular and bare and len(one) == 1 and len(plural) == len(bare):
        yield Hit(
            min(bare),
            f"a second unnamed source; found only one ({singular[0].of(context.text)!r})",
            tuple(each.id for source in unnamed for each in context.by_source.get(source.id, ())),
            related=(singular[0],),
        )
        return
    several = one_of_several(context) or one_asked(context) or some_and_one(context)
    if several:
        yield Hit(
            several[0],
            f"a second one of them; found only one ({several[1].of(context.text)!r})",
            related=(several[1],),
        )


def _many_in_headline(context: Context, unnamed: list[Source]) -> Iterator[Hit]:
    """A headline that has "friends say" over a story with one friend of somebody, and no other of the kind."""
    match = _SAY.search(context.headline.span.of(context.text)) if context.headline else None
    if context.headline is None or match is None:
        return
    noun = _SINGULARS.get(match[1].lower(), match[1].lower()[:-1])
    spans = [span for source in unnamed for span in source.mentions if context.in_body(span)]
    words = [span.of(context.text).lower() for span in spans]
    one = [
        span
        for span in spans
        if re.match(rf"(?:an?|one|the) (?:\S+ ){{0,3}}?{noun}\b", span.of(context.text), re.IGNORECASE)
    ]
    many = any(re.search(rf"\b{match[1]}\b|^(?:two|three|four|several)\b", each, re.IGNORECASE) for each in words)
    if one and not many and not re.search(rf"\b{match[1]}\b", context.text[context.headline.span.end :], re.IGNORECASE):
        yield Hit(
            part(context.headline.span, *match.span(1)),
            f"a second {noun} in the story; found only one ({one[0].of(context.text)!r})",
            related=(one[0],),
        )


_SAY = compiled(
    r"(?<!’s )(?<!'s )\b(friends|officials|aides|insiders|doctors|witnesses|workers|employees|colleagues|experts|"
    r"neighbou?rs|players|nurses|"
    r"teachers|diplomats|lawmakers|engineers|managers|executives|allies|rivals|critics|scientists|soldiers|"
    r"officers|analysts)"
    r",? (?:say|claim|tell|warn|allege|fear)\b",
    re.IGNORECASE,
)
_SINGULARS = {"witnesses": "witness", "allies": "ally"}


_SINGULAR = compiled(
    r"(?:an?|one|the|this|that)\s+(?=(?:\S+\s+){0,4}(?:source|official|person|diplomat|aide|engineer|employee|"
    r"officer|adviser|staffer|lawmaker|insider|executive|manager|worker|witness|doctor)\b)",
    re.IGNORECASE,
)
_HEAD = compiled(
    r"\b(source|official|person|diplomat|aide|engineer|employee|officer|adviser|staffer|lawmaker|insider|executive|"
    r"manager|worker|witness|doctor)\b"
)


_PLURAL = compiled(
    r"\b(?:sources|officials|people|diplomats|aides|insiders|advisers|executives|employees)\b", re.IGNORECASE
)


_UNCOUNTED = compiled(
    r"(?:the |these |those |several |multiple |unnamed |anonymous )?(?:sources|insiders|people)", re.IGNORECASE
)


@rule("ANON105")
def declined_and_quoted(context: Context) -> Iterator[Hit]:
    declined = [
        each
        for each in context.statements
        if each.act == "no-comment"
        and re.search(r"(?!(?i:they)\b)[A-Za-z]{4}", anchor(each).of(context.text))  # no "the U.S."
    ]
    found = False
    for source, statements in (*context.unnamed, *officials_of_a_body(context)):
        first = statements[0]
        described_as = " ".join(filter(None, [source.name, source.title, anchor(first).of(context.text)]))
        for refusal in declined:
            names = (refusal.source.name or "", anchor(refusal).of(context.text))
            bodies = [content_words(name) - _SPEAKERS for name in names]
            outside = re.search(r"\b(?:familiar with|close to|briefed on|former|retired)\b", described_as)
            same = outside or refusal.id == first.id or refusal.source.type in ("person", "anonymous")
            if not same and any(body and body <= content_words(described_as) for body in bodies):
                yield Hit(
                    anchor(refusal),
                    f"how the refusal and the unnamed words of {anchor(first).of(context.text)!r} go together",
                    (refusal.id, *(each.id for each in statements)),
                    related=(anchor(first),),
                )
                found = True
                break
    if not found:
        for span, nameless in [*declined_in_words(context), *refused_beside(context)][:1]:
            words = nameless.of(context.text)
            yield Hit(span, f"how the refusal and the unnamed words of {words!r} go together", related=(nameless,))


_SPEAKERS = content_words("spokesman spokeswoman spokesperson official representative officials press service office")


@rule("ANON107")
def one_unnamed_source(context: Context) -> Iterator[Hit]:
    if len(context.body) == 0:
        return
    opening = Span(context.body[0].span.begin, context.body[min(1, len(context.body) - 1)].span.end)
    granted = {each.id for _, statements in context.unnamed for each in statements}
    for statement in context.statements_in(opening):
        if statement.id not in granted or statement.act in ("deny", "no-comment", "cannot-verify"):
            continue
        if of_a_body(statement, context.text):
            continue
        mention = statement.source.mention.of(context.text) if statement.source.mention else ""
        head = re.split(r" (?:familiar|with|close|who|of|in|at|on|from|briefed|involved)\b", mention)[0]
        if _SEVERAL.search(head) or supported(context, statement) or _another_beside(context, statement):
            continue
        yield Hit(
            anchor(statement),
            "another source for what the story opens with (a second person, a document, a confirmation); found none",
            (statement.id,),
        )
        break
    else:
        for statement in alone_with_it(context):
            yield Hit(
                anchor(statement),
                "another source for what is charged or disclosed here (a second person, a document); found none",
                (statement.id,),
            )
            return


_SEVERAL = compiled(
    r"\b(?:two|three|four|five|six|seven|several|multiple|many|both|dozens?|people|[a-z]{3,}s)\b", re.IGNORECASE
)


def _another_beside(context: Context, statement: Statement) -> bool:
    """Whether another source without a name, or a body, speaks in the first paragraphs: the story has more than one."""
    last = context.body[min(_FIRST, len(context.body)) - 1].span.end
    others = {
        each.source.id
        for each in context.statements_in(Span(context.body[0].span.begin, last))
        if each.source.id != statement.source.id and each.act not in ("deny", "no-comment", "cannot-verify")
        and each.source.type in ("anonymous", "unnamed-person", "organization") and speaks(each, context.text)
    }  # fmt: skip
    return len(others) > 1


#: Paragraphs in which a story's sources come forward.
_FIRST = 5


@rule("ANON108")
def anonymous_opinion(context: Context) -> Iterator[Hit]:
    for _, statements in context.unnamed:
        opinions = [
            each
            for each in statements
            if each.kind != "indirect"
            and not _SAID_BY_ANOTHER.search(content_of(each, context.text))
            and _opines(each, context.text)
            and _judges(context, each)
            and not _hostile(context, each)
        ]
        if opinions:
            yield Hit(
                opinions[0].content[0],
                f"information in {count(tuple(opinions))} of this unnamed source; found an opinion in quotation marks",
                tuple(each.id for each in opinions),
            )


#: Below this no editor would take it for a judgement of any kind.
_JUDGES = 0.4


def _judges(context: Context, statement: Statement) -> bool:
    nature = context.natures.get(statement.id)
    return nature is None or nature.attack + nature.opinion >= _JUDGES


#: "“It is great,” the president said" is what the source tells of the president.
_SAID_BY_ANOTHER = compiled(r"[”\"] (?:he|she|the [a-z]+|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) said$")


def _opines(statement: Statement, text: str) -> bool:
    """Whether quoted words praise, blame or believe."""
    quoted = _CIVIL.sub(" ", " ".join(re.findall(r"[“\"](.+?)(?:[”\"]|$)", content_of(statement, text))))
    judged = any(not _EXPECTS.match(found.group()) for found in OPINION.finditer(quoted))
    return judged or statement.act in ("praise", "criticize")


#: "It's a good question": said of no subject.
_CIVIL = compiled(r"\b(?:good|great|fair) (?:questions?|points?|morning|evening|luck)\b", re.IGNORECASE)
#: What is due is no opinion: "I expect that will occur this week".
_EXPECTS = compiled(r"(?:i|we) (?:\w+ )?expect", re.IGNORECASE)


@rule("ANON109")
def weasel_group(context: Context) -> Iterator[Hit]:
    for statement in context.statements:
        mention = statement.source.mention
        if (
            mention is None
            or statement.source.type not in ("unnamed-group", "unnamed-person", "anonymous")
            or not _WEASEL.fullmatch(mention.of(context.text))
        ):
            continue
        paragraph = context.paragraph_at(mention.begin)
        if paragraph is None:
            continue
        last = context.body[min(paragraph + 1, len(context.body) - 1)].span.end
        near = context.statements_in(Span(context.body[paragraph].span.begin, last))
        if not any(each.source.type in ("person", "organization", "document") for each in near):
            yield Hit(mention, "a named member of the group in this paragraph or the next; found none", (statement.id,))
    for match in _BY_MANY.finditer(context.story):
        if not context.quoted(match.start()):
            yield Hit(Span(*match.span("who")), "a named member of the group in this sentence; found none")


_WEASEL = compiled(
    r"(?:some|many|most|several)?\s*(?:critics|observers|experts|analysts|some|many|others|people|opponents|supporters|"
    r"insiders|commentators)(?: of \w+)?",
    re.IGNORECASE,
)
_BY_MANY = compiled(
    r"\b(?:called|seen|described|regarded|viewed|dismissed|considered)\b[^.;“”\"]{0,60}?\bby (?P<who>(?:some|many|"
    r"most|several) "
    r"(?:critics|observers|experts|analysts|people|opponents|commentators|others)|(?:critics|observers|experts|"
    r"analysts|opponents))\b"
)
