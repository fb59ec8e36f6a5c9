"""Sources without a name: described, explained, and not let to attack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, anchor, content_of
from sayso.check.language import ACCESS, ANONYMITY_REASON, ATTACK, OUTLET, WRONGDOING, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.types import Source, Span, Statement

_BARE = re.compile(
    r"(?:(?:the|some|several|many|multiple|various|two|three|four|a|an|one|another|"
    r"other|our|its|reliable|unnamed|unidentified|"
    r"anonymous|well-placed|informed|credible)\s+)*(?:sources?|insiders?|persons?|people|someone)",
    re.IGNORECASE,
)
_OPINION = frozenset(["praise", "criticize", "believe", "predict"])


def anonymous_sources(context: Context) -> Iterator[tuple[Source, tuple[Statement, ...]]]:
    """Each source to whom anonymity was granted, with its statements in text order."""
    for source in context.reading.sources:
        statements = context.by_source.get(source.id, ())
        if source.disclosure == "anonymous" and statements:
            yield source, statements


def surroundings(context: Context, source: Source, statements: tuple[Statement, ...]) -> str:
    """All sentences in which the source is mentioned or speaks, and the one after each."""
    wanted: set[int] = set()
    for place in (*(span.begin for span in source.mentions), *(anchor(each).begin for each in statements)):
        for n, sentence in enumerate(context.sentences):
            if sentence.span.begin <= place < sentence.span.end:
                wanted |= {n, n + 1}
    return " ".join(sentence.span.of(context.text) for n, sentence in enumerate(context.sentences) if n in wanted)


def described(source: Source, statement: Statement, text: str) -> bool:
    """Whether words beyond a bare "sources" say who the source is or how it knows."""
    if source.title or source.why or statement.source.mention is None:
        return True
    mention = statement.source.mention
    after = text[mention.end : mention.end + 40]
    if re.match(r"\s+(?:in|at|from|within|inside|of|on|close|familiar|with|who|briefed|involved|near)\b", after):
        return True
    return not _BARE.fullmatch(mention.of(text))


def _refers_back(context: Context, statement: Statement) -> bool:
    """Whether the mention takes up unnamed sources that came before: "one of the officials", "two sources", "the person"."""
    mention = statement.source.mention
    if mention is None or not _TAKES_UP.match(mention.of(context.text)):
        return False
    nouns = set(_NOUN.findall(mention.of(context.text).lower()))
    earlier = [
        span.of(context.text).lower()
        for source, _ in anonymous_sources(context)
        for span in source.mentions
        if span.begin < mention.begin and source.id != statement.source.id and context.in_body(span)
    ]
    return any(nouns & set(_NOUN.findall(words)) for words in earlier)


_TAKES_UP = re.compile(
    r"(?:the|this|that|these|those|both|one of|two of|some of|another|a second|a "
    r"third|other)\b|(?:two|three|the two|one)\s+\w+$",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\b(source|official|person|people|aide|adviser|diplomat|officer|insider|lawmaker|senator|employee|executive)s?\b"
)


def count(statements: tuple[Statement, ...]) -> str:
    return "1 statement" if len(statements) == 1 else f"{len(statements)} statements"


@rule("ANON101")
def bare_sources(context: Context) -> Iterator[Hit]:
    for source, statements in anonymous_sources(context):
        if _refers_back(context, statements[0]):
            continue
        if all(not described(source, each, context.text) for each in statements):
            first = statements[0]
            yield Hit(
                anchor(first),
                f"a description of the source (position, side, how it knows) beside its {count(statements)}; "
                f"found none",
                tuple(each.id for each in statements),
            )


@rule("ANON102")
def no_reason_for_anonymity(context: Context) -> Iterator[Hit]:
    if _shared_reason(context.story):
        return
    for source, statements in anonymous_sources(context):
        reason = source.why or ""
        if _refers_back(context, statements[0]):
            continue
        if ANONYMITY_REASON.search(reason) or ANONYMITY_REASON.search(surroundings(context, source, statements)):
            continue
        yield Hit(
            anchor(statements[0]),
            f"a reason for anonymity in or after the sentences of this source's {count(statements)}; found none",
            tuple(each.id for each in statements),
        )


def _shared_reason(story: str) -> bool:
    """One reason given for several sources at once: "who, like others interviewed, spoke on condition of anonymity"."""
    for match in ANONYMITY_REASON.finditer(story):
        around = story[max(0, match.start() - 160) : match.end() + 60]
        if re.search(
            r"\b(?:like (?:the )?others?|all of whom|both of whom|(?:sources|officials|people)"
            r" (?:spoke|asked|declined)|"
            r"(?:they|all|both|each) (?:spoke|asked|declined|requested))\b",
            around,
            re.IGNORECASE,
        ):
            return True
    return False


@rule("ANON103")
def anonymous_attack(context: Context) -> Iterator[Hit]:
    for source in context.reading.sources:
        if not _faceless(context, source):
            continue
        hostile = [each for each in context.by_source.get(source.id, ()) if _is_attack(each, context.text)]
        if hostile:
            yield Hit(
                hostile[0].content[0],
                f"a name for the source of {count(tuple(hostile))} against a person or body; the source is unnamed",
                tuple(each.id for each in hostile),
            )


def _faceless(context: Context, source: Source) -> bool:
    """Anonymous, or an unnamed person who speaks for no stated body and did not act in public."""
    words = source.mentions[0].of(context.text) if source.mentions else source.name or ""
    return source.type == "anonymous" or (source.type == "unnamed-person" and _INSIDER.search(words) is not None)


_INSIDER = re.compile(
    r"\b(?:official|aide|source|insider|colleague|employee|person|adviser|staffer|executive|diplomat|lawmaker|rival|"
    r"friend|member|manager|supporter|opponent|ally|figure|worker|minister)\b",
    re.IGNORECASE,
)


def _is_attack(statement: Statement, text: str) -> bool:
    words = content_of(statement, text)
    if statement.negated or statement.act in ("deny", "no-comment", "cannot-verify"):
        return False
    if statement.act in ("accuse", "criticize"):
        return bool(ATTACK.search(words) or WRONGDOING.search(words) or statement.kind == "direct")
    return statement.kind != "indirect" and ATTACK.search(words) is not None and _about_someone(words)


def _about_someone(words: str) -> bool:
    return bool(re.search(r"\b(?:he|she|they|him|her|them|his)\b", words, re.IGNORECASE)) or bool(
        re.search(r"(?<=[a-z,] )[A-Z][a-z]+", words)
    )


@rule("ANON104")
def plural_sources(context: Context) -> Iterator[Hit]:
    unnamed = [each for each, _ in anonymous_sources(context)]
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
    bare = [span for span in plural if _UNCOUNTED.fullmatch(span.of(context.text))]
    one = {_SINGULAR.sub("", span.of(context.text)).lower() for span in singular}
    if singular and bare and len(one) == 1 and len(plural) == len(bare):
        yield Hit(
            min(bare),
            f"a second unnamed source; found only one ({singular[0].of(context.text)!r})",
            tuple(each.id for source in unnamed for each in context.by_source.get(source.id, ())),
            related=(singular[0],),
        )


_SINGULAR = re.compile(
    r"(?:an?|one|the|this|that)\s+(?=(?:\S+\s+){0,4}(?:source|official|person|diplomat|aide|engineer|employee|"
    r"officer|adviser|staffer|lawmaker|insider|executive|manager|worker|witness|doctor)\b)",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:sources|officials|people|diplomats|aides|insiders|advisers|executives|employees)\b", re.IGNORECASE
)
_UNCOUNTED = re.compile(
    r"(?:the |these |those |several |multiple |unnamed |anonymous )?(?:sources|insiders|people)", re.IGNORECASE
)


@rule("ANON105")
def declined_and_quoted(context: Context) -> Iterator[Hit]:
    declined = [each for each in context.statements if each.act == "no-comment" and each.source.type == "organization"]
    for source, statements in anonymous_sources(context):
        described_as = " ".join(filter(None, [source.name, source.title])) or anchor(statements[0]).of(context.text)
        for refusal in declined:
            body = content_words(refusal.source.name or "")
            if body and body <= content_words(described_as):
                yield Hit(
                    anchor(refusal),
                    f"how the refusal and the unnamed words of {described_as!r} go together",
                    (refusal.id, *(each.id for each in statements)),
                    related=(anchor(statements[0]),),
                )


@rule("ANON106")
def access_not_described(context: Context) -> Iterator[Hit]:
    for source, statements in anonymous_sources(context):
        mention = statements[0].source.mention
        if mention is None or source.title or not _VAGUE_PERSON.fullmatch(mention.of(context.text)):
            continue
        if not ACCESS.search(source.why or "") and not ACCESS.search(surroundings(context, source, statements)):
            yield Hit(
                mention,
                f"the source's position or how it knows, beside its {count(statements)}; found neither",
                tuple(each.id for each in statements),
            )


_VAGUE_PERSON = re.compile(
    r"(?:an?|one|another|the) (?:senior |top |unnamed |anonymous )?(?:official|aide|person|adviser|executive|employee|"
    r"staffer|diplomat|lawmaker|worker|man|woman|leader)",
    re.IGNORECASE,
)


@rule("ANON107")
def one_unnamed_source(context: Context) -> Iterator[Hit]:
    if len(context.body) == 0:
        return
    opening = Span(context.body[0].span.begin, context.body[min(1, len(context.body) - 1)].span.end)
    for statement in context.statements_in(opening):
        if statement.source.type != "anonymous" or statement.act in ("no-comment", "cannot-verify"):
            continue
        mention = statement.source.mention.of(context.text) if statement.source.mention else ""
        if _SEVERAL.search(mention) or supported(context, statement):
            continue
        yield Hit(
            anchor(statement),
            "another source for what the story opens with (a second person, a document, a confirmation); found none",
            (statement.id,),
        )
        return


_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|several|multiple|many|both|dozens?|people|[a-z]{3,}s)\b", re.IGNORECASE
)


def supported(context: Context, statement: Statement) -> bool:
    """Whether another source of the report says much the same, or confirms it."""
    words = content_words(content_of(statement, context.text))
    for other in context.statements:
        if other.source.id == statement.source.id or (
            other.source.type == "anonymous" and other.source.name == statement.source.name
        ):
            continue
        if statement.id in other.about and other.act == "confirm":
            return True
        shared = words & content_words(content_of(other, context.text))
        if other.act not in ("deny", "no-comment", "cannot-verify") and len(shared) >= max(3, len(words) // 3):
            return True
    return False


@rule("ANON108")
def anonymous_opinion(context: Context) -> Iterator[Hit]:
    for source, statements in anonymous_sources(context):
        opinions = [each for each in statements if each.act in _OPINION and not _is_attack(each, context.text)]
        opinions = [each for each in opinions if each.kind != "indirect"]
        if opinions:
            yield Hit(
                opinions[0].content[0],
                f"information in {count(tuple(opinions))} of this unnamed source; found opinion ({opinions[0].act})",
                tuple(each.id for each in opinions),
            )


@rule("ANON109")
def weasel_group(context: Context) -> Iterator[Hit]:
    for statement in context.statements:
        mention = statement.source.mention
        if (
            statement.source.type != "unnamed-group"
            or mention is None
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


_WEASEL = re.compile(
    r"(?:some|many|most|several)?\s*(?:critics|observers|experts|analysts|some|many|others|people|opponents|supporters|"
    r"insiders|commentators)(?: of \w+)?",
    re.IGNORECASE,
)


@rule("ANON110")
def relayed_anonymity(context: Context) -> Iterator[Hit]:
    if _MATCHED.search(context.story):
        return
    for source, statements in anonymous_sources(context):
        relays = {hop.name for each in statements for hop in each.via}
        foreign = [name for name in relays if not same_outlet(name, context)]
        if foreign and all(each.via for each in statements):
            yield Hit(
                anchor(statements[0]),
                f"a word on whether what {sorted(foreign)[0]}'s unnamed source says was confirmed here; found none",
                tuple(each.id for each in statements),
            )


_MATCHED = re.compile(
    r"(?:could|has|have|had|was|were|did) (?:not|n[’']t) (?:\w+ )*?(?:independently )?(?:verif|confirm|corroborat)\w*|"
    r"(?:independently|also) (?:confirmed|verified)|confirmed (?:the report|by|to)|no (?:\w+ )?confirmation",
    re.IGNORECASE,
)


def same_outlet(name: str, context: Context) -> bool:
    """Whether ``name`` is the outlet or agency of the report itself."""
    own = content_words(" ".join(filter(None, [context.report.outlet, context.report.agency]))) - {"new", "news"}
    return (
        bool(own & content_words(name))
        or bool(re.search(rf"\(\s*{re.escape(name)}\s*\)", context.text[:600]))
        or (not re.search(OUTLET, name) and name.islower())
    )
