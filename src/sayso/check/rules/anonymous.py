"""Sources without a name: who they are, how they know, and why they are not named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.check.context import Context, anchor
from sayso.check.language import ACCESS, ANONYMITY_REASON, OUTLET, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.types import Source, Statement

_BARE = re.compile(
    r"(?:(?:the|some|several|many|multiple|various|two|three|four|a|an|one|another|"
    r"other|our|its|reliable|unnamed|unidentified|"
    r"anonymous|well-placed|informed|credible)\s+)*(?:sources?|insiders?|persons?|people|someone)|both|they|he|she",
    re.IGNORECASE,
)


def anonymous_sources(context: Context) -> Iterator[tuple[Source, tuple[Statement, ...]]]:
    """Each source to whom anonymity was granted, with its statements in text order.

    The holder of an office ("the state's top prosecutor") is known without a name, and who advised or ordered
    something on the stage of the story did not speak to its reporter: neither is meant. Nor is one whom only a speaker
    mentions.
    """
    found = [each for each in context.reading.sources if each.disclosure == "anonymous"]
    in_body = [each for each in found if any(context.in_body(span) for span in each.mentions)]
    for source in in_body or found:
        statements = tuple(each for each in context.by_source.get(source.id, ()) if not of_a_body(each, context.text))
        if all(each.act in _ON_STAGE for each in statements):
            continue
        office = any(_OFFICE.match(span.of(context.text)) for span in source.mentions)
        in_speech = bool(source.mentions) and all(context.quoted(span.begin) for span in source.mentions)
        if not office and not in_speech and statements:
            yield source, statements


def of_a_body(statement: Statement, text: str) -> bool:
    """Whether the words name a body ("the company", "it") though the reading joins them to somebody unnamed."""
    mention = statement.source.mention
    return mention is not None and _BODY.fullmatch(mention.of(text)) is not None


_BODY = re.compile(
    r"its?|(?:the|its|their)\s+(?:[\w’'-]+\s+){0,2}?(?:company|firm|ministry|agency|council|government|police|"
    r"army|bank|"
    r"department|union|board|court|party|club|hospital|trust|university|school|airline|statement|report|regulator)",
    re.IGNORECASE,
)
_ON_STAGE = frozenset(["urge", "order", "ask", "promise", "threaten", "rule", "declare"])
_OFFICE = re.compile(
    r"(?:the\s+)?(?:[\w’'.-]+\s+){0,3}?[\w.-]+[’']s?\s+(?:top|chief|highest|leading|own|first|second|new|former|"
    r"current)\b|"
    r"the\s+(?:top|chief|highest|lead|presiding|commanding)\b",
    re.IGNORECASE,
)


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
    """Whether the mention takes up unnamed sources that came before: "one of the officials", "the person"."""
    mention = statement.source.mention
    if mention is None or not _TAKES_UP.match(mention.of(context.text)):
        return False
    if re.match(
        r"(?:one|two|some) of (?:the|these|those)\b|(?:this|that|these|those)\b",
        mention.of(context.text),
        re.IGNORECASE,
    ):
        return any(span.begin < mention.begin for source, _ in anonymous_sources(context) for span in source.mentions)
    nouns = set(_NOUN.findall(mention.of(context.text).lower()))
    earlier = [
        span.of(context.text).lower()
        for source, _ in anonymous_sources(context)
        for span in source.mentions
        if span.begin < mention.begin and source.id != statement.source.id and context.in_body(span)
    ]
    return any(nouns & set(_NOUN.findall(words)) for words in earlier)


_POINTS_BACK = re.compile(r"(?:one|two|some) of (?:the|these|those)\b|(?:this|that|these|those)\b", re.IGNORECASE)
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

    granted = {each.id for _, statements in anonymous_sources(context) for each in statements}
    for statement in context.statements:
        mention = statement.source.mention
        if mention is None or statement.id in granted or not context.in_body(mention) or context.quoted(mention.begin):
            continue
        if _NOBODY.fullmatch(mention.of(context.text)):
            yield Hit(
                mention,
                "a description of these sources (position, side, how they know); found none",
                (statement.id,),
            )


_NOBODY = re.compile(
    r"(?:(?:some|several|multiple|various|unnamed|well-placed|reliable|informed|trusted) )?(?:sources|insiders)",
    re.IGNORECASE,
)


@rule("ANON102")
def no_reason_for_anonymity(context: Context) -> Iterator[Hit]:
    if _shared_reason(context.story):
        return
    asked: set[frozenset[str]] = set()
    for source, statements in anonymous_sources(context):
        reason = source.why or ""
        who = content_words(anchor(statements[0]).of(context.text))
        if who in asked:
            continue
        if _refers_back(context, statements[0]):
            continue
        if ANONYMITY_REASON.search(reason) or ANONYMITY_REASON.search(surroundings(context, source, statements)):
            continue
        asked.add(who)
        yield _without_reason(statements)
    granted = {each.id for _, statements in anonymous_sources(context) for each in statements}
    for source, statements in _insiders(context):
        told = surroundings(context, source, statements)
        if content_words(anchor(statements[0]).of(context.text)) in asked:
            continue
        if not granted & {each.id for each in statements} and not ANONYMITY_REASON.search(f"{source.why or ''} {told}"):
            yield _without_reason(statements)


def _without_reason(statements: tuple[Statement, ...]) -> Hit:
    return Hit(
        anchor(statements[0]),
        f"a reason for anonymity in or after the sentences of this source's {count(statements)}; found none",
        tuple(each.id for each in statements),
    )


def _insiders(context: Context) -> Iterator[tuple[Source, tuple[Statement, ...]]]:
    """Sources whom the words leave nameless though they speak from inside: "a guard at the prison", "two managers".

    Told from the words, whatever the reading makes of them; not who speaks in public (a court, a news conference).
    """
    seen: list[frozenset[str]] = []
    for statement in context.statements:
        mention = statement.source.mention
        if mention is None or not _speaks_from_inside(context, statement):
            continue
        who = content_words(mention.of(context.text))
        if _POINTS_BACK.match(mention.of(context.text)) and ANONYMITY_REASON.search(context.story):
            continue  # one of those to whom a reason was given
        if who not in seen:
            seen.append(who)
            yield replace(context.sources[statement.source.id], mentions=(mention,), why=None), (statement,)


def _speaks_from_inside(context: Context, statement: Statement) -> bool:
    mention = statement.source.mention
    if mention is None or context.quoted(mention.begin) or statement.via:
        return False
    if not context.paragraph_at(mention.begin):  # the headline; or the opening, which may describe who is named below
        return False
    sentence = context.enclosing(mention)
    words = context.text[mention.begin : sentence.end]
    named = re.match(
        rf"(?:{_INSIDE.pattern})"
        rf"(?:[^.;,]{{0,40}},|,? (?:named|called)|,)? (?!The\b|Mr\b|Mrs\b|Ms\b)[A-Z][\w’'-]+ [A-Z][\w’'-]+",
        words,
    )
    return (
        _INSIDE.match(words) is not None
        and not named
        and not _BYSTANDER.match(context.text, mention.begin)
        and statement.act in ("say", "report", "confirm", "accuse", "criticize", "warn", "estimate", "acknowledge")
        and not _IN_PUBLIC.search(sentence.of(context.text))
        and not re.search(r"[A-Z][\w’'-]+,\s+$", context.text[sentence.begin : mention.begin])
    )


_INSIDE = re.compile(
    r"(?:Somebody|somebody|Someone|someone)\b|(?:One|one) of (?:the|his|her|its|their|"
    r"those) (?:[a-z-]+ ){0,2}[a-z]+s\b|"
    r"(?:An?|an?|One|one|Another|another|Two|two|Three|three|Four|four|Several|several)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:directors?|priests?|trustees?|coach(?:es)?|lecturers?|professors?|councillors?|officers?|"
    r"detectives?|midwi(?:fe|ves)|paramedics?|soldiers?|traders?|brokers?|bankers?|players?|drivers?|"
    r"(?:staff|crew|board|team|committee) members?|members? of (?:staff|(?:the|its|his|her) (?:[a-z]+ )?(?:crew|"
    r"board|team|committee|council|cabinet|delegation))|"
    r"civil servants?|researchers?|"
    r"scientists?|consultants?|contractors?|whistle-?blowers?|accountants?|auditors?|technicians?|cleaners?|"
    r"officials?|diplomats?|aides?|advis[eo]rs?|supervisors?|forem[ae]n|guards?|workers?|employees?|staffers?|"
    r"managers?|engineers?|executives?|inspectors?|clerks?|pilots?|colleagues?|insiders?|sources?|doctors?|nurses?|"
    r"teachers?|(?:person|people) (?:at|inside|within|familiar|close|with|briefed|involved|who (?:work|know|"
    r"took part|help)\w*))\b"
)
#: Who only saw or heard something stands there as a witness, not as a source from inside.
_BYSTANDER = re.compile(
    r"[^.;,“”\"]{3,40}?\bwho (?:lives?|lived|saw|heard|watched|was passing|were passing|witnessed|was there)\b"
)
_IN_PUBLIC = re.compile(
    r"\b(?:testi\w+|tweet\w*|posted|wrote|protest\w*|chant\w*|shout\w*|"
    r"(?<!close )(?:in|at|on|to|before|from|during|told|via) (?:(?:an?|the|his|her|their|its|last|"
    r"this) )?(?:[\w-]+ ){0,3}?(?:courts?|"
    r"news conference|press conference|briefing|hearing|parliament|inquiry|trial|jury|jurors|tribunal|statement|"
    r"lawsuit|"
    r"Twitter|Facebook|Instagram|television|report|study|speech|rally|letter|documents?|meeting))\b",
    re.IGNORECASE,
)


def _shared_reason(story: str) -> bool:
    """One reason given for several sources at once: "who, like others interviewed, spoke on condition of anonymity"."""
    for match in ANONYMITY_REASON.finditer(story):
        around = story[max(0, match.start() - 160) : match.end() + 60]
        if re.search(
            r"\b(?:like (?:the )?others?|all of whom|both of whom|(?:sources|officials|people)"
            r" (?:spoke|asked|declined)|"
            r"(?:all|each) (?:of them )?(?:spoke|asked|declined|requested))\b",
            around,
            re.IGNORECASE,
        ):
            return True
    return False


@rule("ANON106")
def access_not_described(context: Context) -> Iterator[Hit]:
    for source, statements in anonymous_sources(context):
        mention = statements[0].source.mention
        if mention is None or source.title or not _VAGUE_PERSON.fullmatch(mention.of(context.text)):
            continue
        around = surroundings(context, source, statements)
        if not ANONYMITY_REASON.search(around):
            continue  # asked about as a whole by ANON102
        if not ACCESS.search(source.why or "") and not ACCESS.search(around):
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


@rule("ANON110")
def relayed_anonymity(context: Context) -> Iterator[Hit]:
    if _MATCHED.search(context.story):
        return
    for _, statements in anonymous_sources(context):
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
