"""Sources without a name: who they are, how they know, and why they are not named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, anchor, beside, outside_quotations, part
from sayso.check.language import ACCESS, ANONYMITY_ASKED, ANONYMITY_REASON, OUTLET, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.check.unnamed.faceless import watchers
from sayso.check.unnamed.insiders import PERSON
from sayso.check.unnamed.onlywhere import nobody_but_where, only_where
from sayso.check.unnamed.voices import same_outlet, surroundings
from sayso.patterns import compiled
from sayso.types import Source, Span, Statement

_BARE = compiled(
    r"(?:(?:the|some|several|many|multiple|various|two|three|four|a|an|one|another|"
    r"other|our|its|reliable|unnamed|unidentified|"
    r"anonymous|well-placed|informed|credible)\s+)*(?:sources?|insiders?|persons?|people|someone)|both|they|he|she",
    re.IGNORECASE,
)


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
        r"(?:one|two|some) of (?:these|those|them)(?!\s+(?:who|at|in|on|present|involved)\b)|"
        r"(?:this|that|these|those)\b(?!\s+(?:who|briefed|inside|close|familiar|present|involved|at|in)\b)",
        mention.of(context.text),
        re.IGNORECASE,
    ):
        return any(span.begin < mention.begin for source, _ in context.unnamed for span in source.mentions)
    nouns = set(_NOUN.findall(mention.of(context.text).lower()))
    earlier = [
        span.of(context.text).lower()
        for source, _ in context.unnamed
        for span in source.mentions
        if span.begin < mention.begin and source.id != statement.source.id and context.in_body(span)
    ]
    return any(nouns & set(_NOUN.findall(words)) for words in earlier)


_TAKES_UP = compiled(
    r"(?:the|this|that|these|those|both|one of|two of|some of|another|a second|a "
    r"third|other)\b|(?:two|three|the two|one)\s+\w+$",
    re.IGNORECASE,
)


_NOUN = compiled(
    r"\b(source|official|person|people|aide|adviser|diplomat|officer|insider|lawmaker|senator|employee|executive)s?\b"
)


def relayed(source: Source) -> bool:
    """Whether all that an anonymous source says came through another newsroom, which must answer for it."""
    return source.disclosure == "unnamed" and source.type == "anonymous"


def count(statements: tuple[Statement, ...]) -> str:
    return "1 statement" if len(statements) == 1 else f"{len(statements)} statements"


@rule("ANON101")
def bare_sources(context: Context) -> Iterator[Hit]:
    for source, statements in context.unnamed:
        if _refers_back(context, statements[0]) or relayed(source):
            continue
        if all(not described(source, each, context.text) for each in statements):
            first = statements[0]
            yield Hit(
                anchor(first),
                f"a description of the source (position, side, how it knows) beside its {count(statements)}; "
                f"found none",
                tuple(each.id for each in statements),
            )

    granted = {each.id for _, statements in context.unnamed for each in statements}
    for statement in context.statements:
        mention = statement.source.mention
        if mention is None or statement.id in granted or not context.in_body(mention) or context.quoted(mention.begin):
            continue
        if watchers(context, statement):
            yield Hit(mention, "a named one of them, beside these words or after them; found none", (statement.id,))
            continue
        told = any(
            cue.of(context.text).startswith("t") and not cue.of(context.text).startswith("th") for cue in statement.cue
        )
        if _NOBODY.fullmatch(mention.of(context.text)) or (told and _PEOPLE.fullmatch(mention.of(context.text))):
            yield Hit(
                mention,
                "a description of these sources (position, side, how they know); found none",
                (statement.id,),
            )
    yield from _told_by_one(context)
    yield from _learned_from_nobody(context)


#: "In the telling of one person", "as one individual put it": of whom nothing else is told.
_BY_ONE_PERSON = compiled(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:telling|account|words|view|version) of|[Aa]s (?:told|related|described|"
    r"recounted) "
    r"by|[Bb]y the account of|[Pp]er) (?P<who>(?:one|an?|another|a single) (?:person|individual|source|"
    r"insider))(?=[.,;]|$)"
)


def _told_by_one(context: Context) -> Iterator[Hit]:
    """Each such person whom the reading gives no statement."""
    mentions = [each.source.mention for each in context.statements if each.source.mention]
    for sentence, _, match in outside_quotations(context, _BY_ONE_PERSON):
        span = part(sentence.span, *match.span("who"))
        if not any(span.overlaps(each) for each in mentions):
            yield Hit(span, "a description of the source (position, side, how it knows) here; found none")


#: "The Gazette has learned": from whom?
_LEARNED = compiled(
    rf"\b(?:{OUTLET}|(?:[Tt]he )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?|[A-Z]{{2,5}}) (?:has|have) learned(?=[,.]| that\b)"
)
_FROM_WHOM = compiled(
    r"\b(?:sources?|according to|officials?|aides?|people|person|documents?|records?|memos?|emails?|filings?|obtained|"
    r"reviewed|told|said|confirmed|spokes\w+)\b"
)


def _learned_from_nobody(context: Context) -> Iterator[Hit]:
    for sentence, _, match in outside_quotations(context, _LEARNED):
        if not _FROM_WHOM.search(beside(context, sentence)):
            yield Hit(
                part(sentence.span, *match.span()),
                "from whom or from what, in this paragraph or beside it; found neither",
                question="From whom was this learned?",
            )
            return


_NOBODY = compiled(
    r"(?:(?:some|several|multiple|various|unnamed|well-placed|reliable|informed|trusted) )?(?:sources|insiders)",
    re.IGNORECASE,
)


_PEOPLE = compiled(r"(?:multiple |several |various |many )?people", re.IGNORECASE)


@rule("ANON102")
def no_reason_for_anonymity(context: Context) -> Iterator[Hit]:
    if _shared_reason(context.story):
        return
    asked: set[frozenset[str]] = set()
    hits: list[Hit] = []
    for source, statements in context.unnamed:
        who = content_words(anchor(statements[0]).of(context.text))
        told = f"{source.why or ''} {_introduced(context, statements[0])} {surroundings(context, source, statements)}"
        again = any(min(len(who), len(each)) > 2 and (who <= each or each <= who) for each in asked)
        if not who or who in asked or again or relayed(source) or _refers_back(context, statements[0]):
            continue
        if ANONYMITY_REASON.search(told):
            continue
        asked.add(who)
        found = "found only that anonymity was asked for" if ANONYMITY_ASKED.search(told) else "found none"
        hits.append(
            Hit(
                anchor(statements[0]),
                f"a reason for anonymity in or after the sentences of this source's {count(statements)}; {found}",
                tuple(each.id for each in statements),
            )
        )
    hits += _asked_only(context, hits)
    hits += _spoke_early(context, hits)
    yield from sorted([*hits, *_in_private(context, hits)], key=lambda hit: hit.span)


def _introduced(context: Context, statement: Statement) -> str:
    """The sentence before, where the mention tells one of several apart of whom that told: "Two people who asked not to
    be named … One friend said"."""
    mention = statement.source.mention
    sentence = context.sentence_at(mention.begin) if mention else None
    if mention is None or sentence is None or not _ONE_OF_SUCH.match(mention.of(context.text)):
        return ""
    before = [each.span for each in context.sentences if each.span.end <= sentence.span.begin]
    return before[-1].of(context.text) if before else ""


_ONE_OF_SUCH = compiled(r"(?:one|another|both|the (?:first|second|third|other)|a (?:second|third))\b", re.IGNORECASE)


def _asked_only(context: Context, told: list[Hit]) -> Iterator[Hit]:
    """Words that grant anonymity and give no reason, there or in the next sentence, whoever the source is; not where it
    was asked already why a source that asked for it is not named."""
    if any("only that anonymity" in each.looked_for for each in told):
        return
    for n, sentence in enumerate(context.sentences):
        match = _GRANTED.search(sentence.span.of(context.text))
        told_here = " ".join(each.span.of(context.unquoted) for each in context.sentences[n : n + 2])
        if match is None or ANONYMITY_REASON.search(told_here):
            continue
        near = any(abs((context.paragraph_at(each.span.begin) or 0) - sentence.block) <= 1 for each in told)
        if not near and not context.quoted(sentence.span.begin + match.start()):
            yield Hit(
                part(sentence.span, *match.span()),
                "a reason for anonymity in this sentence or the next; found only that it was asked for",
            )


_GRANTED = compiled(
    r"\b(?:on (?:the )?condition of anonymity|(?:asked|requested|wanted|preferred) (?:not to be (?:named|"
    r"identified)|(?:for )?anonymity)|"
    r"(?:did not want|would not agree|asked not) to be (?:named|identified|quoted by name)|"
    r"would not (?:be (?:named|identified|quoted by name)|give (?:his|her|their) names?)|"
    r"declined to be (?:named|identified)|insist(?:s|ed|ing)? on anonymity|spoke anonymously|speaking anonymously|"
    r"(?:asked|requested|insisted|preferred) that (?:his|her|their) (?:full |last |real )?(?:names?|identity) (?:not |"
    r"should not )?be (?:used|published|printed|withheld|given|kept)|"
    r"(?:wish|want|ask|prefer|request|elect|chose)[a-z]* to (?:remain|stay) (?:unnamed|anonymous|nameless)|"
    r"did not (?:want|wish) to (?:appear (?:by|under) (?:his|her|their)?|give (?:his|her|their)) ?(?:full |own "
    r")?names?)\b"
)


#: "The officials spoke ahead of the trip": when they spoke tells nothing of why they are not named.
_EARLY = compiled(
    r"\b(?P<who>(?:[Tt]he|[Bb]oth|[Aa]ll|[Tt]hese|[Tt]hose|[Tt]wo|[Tt]hree|[Ss]everal) (?:[a-z-]+ ){0,3}?(?:officials?|"
    r"aides?|sources?|people|persons?|diplomats?|advis[eo]rs?|lawmakers|executives?|staffers|staff members)),? "
    r"(?:who |all of whom |both of whom )?(?:spoke|talked|previewed|described|outlined|discussed|told (?:reporters|"
    r"journalists)|briefed (?:reporters|journalists))\b[^.;“”\"]{0,70}?"
    r"\b(?:ahead of|in advance of|prior to|on the eve of|in the run-up to|before (?:the|his|her|its|their) "
    r"(?:[\w’'-]+ )"
    r"{0,2}?(?:trip|visit|speech|vote|announcement|meeting|release|event|summit|talks|publication|signing|decision)\b)"
)


def _spoke_early(context: Context, told: list[Hit]) -> Iterator[Hit]:
    """Officials of whom it is told when they spoke, and not why without their names; once."""
    for n, sentence in enumerate(context.sentences):
        words = sentence.span.of(context.text)
        match = _EARLY.search(words)
        if match is None or context.quoted(sentence.span.begin + match.start()):
            continue
        near = " ".join(each.span.of(context.text) for each in context.sentences[max(0, n - 1) : n + 2])
        if ANONYMITY_REASON.search(near) or re.search(r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+", words[match.end("who") :][:12]):
            continue
        if not any(abs((context.paragraph_at(each.span.begin) or 0) - sentence.block) <= 1 for each in told):
            yield Hit(
                part(sentence.span, *match.span()),
                "a reason why they are not named, in this sentence or beside it; found only when they spoke",
            )
            return


def _in_private(context: Context, told: list[Hit]) -> Iterator[Hit]:
    """Insiders who "privately concede" something: they spoke to somebody, and not for their names."""
    for sentence, words, match in outside_quotations(context, _PRIVATELY):
        if ANONYMITY_REASON.search(words):
            continue
        if not any(sentence.span.overlaps(each.span) for each in told):
            yield Hit(
                part(sentence.span, *match.span("who")),
                "a name for one of them, or a reason why nobody who said so is named; found neither",
            )


_WHISPERS = (
    r"(?:sa(?:y|ys|id)|conced|admi|acknowledg|fear|worr|complain|grumbl|t[eo]l[ld]|warn|express|believ|think|thought|"
    r"predict|question|fum|wonder|jok|call|describ|doubt|hop|lament|criticiz|criticis|grip)[a-z]*"
)
_IN_PRIVATE = r"(?:privately|quietly|in private|behind closed doors)"
_PRIVATELY = compiled(
    rf"\b(?P<who>(?:(?:an?|one|another|some|many|several|most|senior|top|key|party) |[A-Z][\w’'-]* ){{0,4}}"
    rf"(?:{PERSON[3:-1]}|(?:Democr|Republic|Conserv|Liber)[a-z]+?|leaders?))(?:,? who|,? some of whom)? "
    rf"(?:(?:have |had |are |were )?{_IN_PRIVATE}(?: [a-z]+ly)? {_WHISPERS}|{_WHISPERS} {_IN_PRIVATE}(?= that|,))\b"
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
    asked: list[Span] = []
    for source, statements in context.unnamed:
        mention = statements[0].source.mention
        if mention is None or not only_where(context, mention, source.title or ""):
            continue
        around = surroundings(context, source, statements)
        if not ANONYMITY_REASON.search(around):
            continue  # asked about as a whole by ANON102
        if not ACCESS.search(source.why or "") and not ACCESS.search(around):
            asked.append(mention)
            yield Hit(
                mention,
                f"the source's position or how it knows, beside its {count(statements)}; found neither",
                tuple(each.id for each in statements),
            )
    for span in nobody_but_where(context, asked):
        yield Hit(span, "the source's position or how it knows, in this sentence; found neither")


@rule("ANON110")
def relayed_anonymity(context: Context) -> Iterator[Hit]:
    if _MATCHED.search(context.story):
        return
    for _, statements in context.unnamed:
        relays = {hop.name for each in statements for hop in each.via}
        foreign = [name for name in relays if not same_outlet(name, context)]
        quoted = _QUOTED_BY.search(context.enclosing(anchor(statements[0])).of(context.text))
        if quoted and not same_outlet(quoted[1], context):
            foreign.append(quoted[1])
        elif not all(each.via for each in statements):
            continue
        if foreign:
            yield Hit(
                anchor(statements[0]),
                f"a word on whether what {sorted(foreign)[0]}'s unnamed source says was confirmed here; found none",
                tuple(each.id for each in statements),
            )


_QUOTED_BY = compiled(rf"\b(?:quoted|cited) by (?:the )?({OUTLET})")
_MATCHED = compiled(
    r"(?:could|has|have|had|was|were|did) (?:not|n[’']t) (?:\w+ )*?(?:independently )?(?:verif|confirm|corroborat)\w*|"
    r"(?:independently|also) (?:confirmed|verified)|confirmed (?:the report|by|to)|no (?:\w+ )?confirmation",
    re.IGNORECASE,
)
