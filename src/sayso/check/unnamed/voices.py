"""Who speaks in a report without a name though they speak from inside: told by the reading, or from the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.check.context import Context, anchor, parts, speaks
from sayso.check.crediting.relays import came_through
from sayso.check.language import ANONYMITY_ASKED, OUTLET, content_words
from sayso.check.unnamed import faceless
from sayso.check.unnamed.insiders import INSIDE
from sayso.check.unnamed.named import exemplified, named_before, named_below, named_beside, named_within
from sayso.patterns import compiled
from sayso.types import Source, Span, Statement

#: Acts of the story's own stage: who advised or ordered something did not speak to its reporter.
_ON_STAGE = frozenset(["urge", "order", "ask", "promise", "threaten", "rule", "declare"])
_OFFICE = compiled(
    r"(?:the\s+)?(?:[\w’'.-]+\s+){0,3}?[\w.-]+[’']s?\s+(?:top|chief|highest|leading|own|first|second|new|former|"
    r"current)\b|"
    r"the\s+(?:top|chief|highest|lead|presiding|commanding)\b",
    re.IGNORECASE,
)
_BODY = compiled(
    r"its?|(?:the|its|their)\s+(?:[\w’'-]+\s+){0,2}?(?:company|firm|ministry|agency|council|government|police|"
    r"army|bank|"
    r"department|union|board|court|party|club|hospital|trust|university|school|airline|statement|report|regulator)",
    re.IGNORECASE,
)

#: Who only saw or heard something stands there as a witness, not as a source from inside.
_BYSTANDER = compiled(
    r"[^.;,“”\"]{3,40}?\bwho (?:lives?|lived|saw|heard|watched|was passing|were passing|witnessed|was there)\b"
)
#: Who speaks for somebody speaks in their name, whoever they are.
_SPEAKS_FOR = compiled(
    r"[^.;,“”\"]{0,40}?\b(?:lawyers?|attorneys?|officials?|aides?|executives?|managers?)\s+(?:for|representing)\b|"
    r"[^.;,“”\"]{0,40}?\b(?:public affairs|press|media|information|communications|public relations) (?:officer|"
    r"official|aide|manager|office|director)\b"
)
_IN_PUBLIC = compiled(
    r"\b(?:told (?:the )?(?:judge|police|jurors)\b|testi\w+|(?:said|told|spoke|stated) publicly|publicly said|"
    r"tweet\w*|posted|wrote|protest\w*|chant\w*|shout\w*|"
    r"(?<!close )(?:in|at|on|to|before|from|during|told|via) (?:(?:an?|the|his|her|their|its|last|"
    r"this) )?(?:[\w-]+ ){0,3}?(?:courts?|"
    r"news conference|press conference|briefing|hearing|parliament|inquiry|trial|jury|jurors|tribunal|statement|"
    r"town hall|video|"
    r"lawsuit|"
    r"Twitter|Facebook|Instagram|television|report|study|speech|rally|letter|documents?|meeting|recordings?|audio|footage|tapes?|transcript))\b",
    re.IGNORECASE,
)


def of_a_body(statement: Statement, text: str) -> bool:
    """Whether the words name a body ("the company", "it") though the reading joins them to somebody unnamed."""
    mention = statement.source.mention
    return mention is not None and _BODY.fullmatch(mention.of(text)) is not None


def anonymous_sources(context: Context) -> Iterator[tuple[Source, tuple[Statement, ...]]]:
    """Each source that speaks from inside without a name, with its statements in text order.

    The holder of an office ("the state's top prosecutor") is known without a name, and who advised or ordered
    something on the stage of the story did not speak to its reporter: neither is meant. Nor is one whom only a speaker
    mentions.
    """
    found = [*_granted(context), *_insiders(context)]
    below = [each for each in found if any(context.in_body(span) for span in each[0].mentions)]
    for source, statements in below or found:  # the "sources" of a headline are those of the story
        told = tuple(
            each
            for each in statements
            if not faceless.at_large(context, each)
            and not _nobodys(context, each)
            and not _HEARD.search(context.enclosing(anchor(each)).of(context.text))
        )
        if told:
            yield source, told


#: From so likely on a statement is taken for none that an unnamed source made to the report.
_NOBODYS = 0.8


def _nobodys(context: Context, statement: Statement) -> bool:
    """Whether editors would see no source of the report's in it: a crowd, a law, members who speak in public."""
    nature = context.natures.get(statement.id)
    return nature is not None and nature.none >= _NOBODYS


def _granted(context: Context) -> Iterator[tuple[Source, tuple[Statement, ...]]]:
    """Those whom the reading itself takes for anonymous."""
    found = [each for each in context.reading.sources if each.disclosure == "anonymous"]
    in_body = [each for each in found if any(context.in_body(span) for span in each.mentions)]
    for source in in_body or found:
        statements = tuple(
            each
            for each in context.by_source.get(source.id, ())
            if not of_a_body(each, context.text) and not _told_in_the_story(each, context.text)
        )
        if all(_on_stage(context, each) for each in statements) or all(e.act == "no-comment" for e in statements):
            continue  # and who refused to speak is nobody's source
        office = any(_OFFICE.match(span.of(context.text)) for span in source.mentions)
        in_public = all(_in_public(context, context.enclosing(anchor(each)), *each.content) for each in statements)
        in_speech = in_public or (bool(source.mentions) and all(context.quoted(span.begin) for span in source.mentions))
        relayed = all(
            any(not own_newsroom(context, hop.name) and came_through(context, each, hop) for hop in each.via)
            for each in statements
        )
        worded = any(re.search(r"[a-z]{4}", span.of(context.text)) for span in source.mentions) or not source.mentions
        named = any(named_within(context, span) for span in source.mentions)
        reports = all(re.match(r"[Rr]eports\b", span.of(context.text)) for span in source.mentions)
        rivals = all(_RIVALS.match(span.of(context.text)) for span in source.mentions)
        if source.mentions and (reports or rivals):
            continue
        street = bool(source.mentions) and all(_in_the_street(context, span) for span in source.mentions)
        if named or street or all(_a_document(span.of(context.text)) for span in source.mentions):
            continue
        if any(named_beside(context, span) for span in source.mentions):
            continue
        if not office and not in_speech and statements and worded:
            yield (replace(source, disclosure="unnamed") if relayed else source), statements


def _on_stage(context: Context, statement: Statement) -> bool:
    """Whether it is part of the story, not told to the reporter: who asked not to be named was heard."""
    if statement.act not in _ON_STAGE or any(_SAID.search(cue.of(context.text)) for cue in statement.cue):
        return False
    return not ANONYMITY_ASKED.search(context.enclosing(anchor(statement)).of(context.text))


_SAID = compiled(r"\b(?:said|says?|according to)$")


def _in_the_street(context: Context, mention: Span) -> bool:
    """Whether a passer-by speaks, who did not ask to go without a name."""
    words = mention.of(context.text)
    short = faceless.of_the_street(words) and len(words.split()) < 4
    asked = ANONYMITY_ASKED.search(context.enclosing(mention).of(context.text))
    return _STREET.fullmatch(words) is not None or (short and asked is None)


_STREET = compiled(
    r"(?:an?|one|another) (?:\w+ )?(?:girl|boy|child|voter|protester|man|woman|fan|tourist|heckler|commentator|"
    r"journalist|reporter|interviewer|blogger|moderator)",
    re.IGNORECASE,
)


def _insiders(context: Context) -> Iterator[tuple[Source, tuple[Statement, ...]]]:
    """Sources whom the words leave nameless though they speak from inside: "a guard at the prison", "two managers".

    Told from the words, whatever the reading makes of them; not who speaks in public (a court, a news conference).
    """
    granted = {each.id for _, statements in _granted(context) for each in statements}
    seen: list[frozenset[str]] = []
    for statement in context.statements:
        mention = statement.source.mention
        if mention is None or statement.id in granted or not _speaks_from_inside(context, statement):
            continue
        who = content_words(mention.of(context.text))
        if who in seen:
            continue
        seen.append(who)
        source = context.sources[statement.source.id]
        all_of_it = (
            tuple(each for each in context.by_source[source.id] if not _on_stage(context, each))
            if source.type in ("unnamed-person", "anonymous")
            else (statement,)
        )
        yield replace(source, mentions=(mention,)), all_of_it


def _speaks_from_inside(context: Context, statement: Statement) -> bool:
    mention = statement.source.mention
    if mention is None or context.quoted(mention.begin) or not context.in_body(mention):
        return False
    if any(not own_newsroom(context, hop.name) and came_through(context, statement, hop) for hop in statement.via):
        return False
    sentence = context.enclosing(mention)
    words = context.text[mention.begin : sentence.end]
    return (
        _from_inside(context, statement, words)
        and not _a_document(mention.of(context.text))
        and statement.act != "no-comment"
        and not re.match(r"[Oo]ne of the (?:journalists|reporters|witnesses|voters|protesters)\b", words)
        and not _on_stage(context, statement)
        and (speaks(statement, context.text) or _calls(statement, context.text) or _holds(statement))
        and not _told_in_the_story(statement, context.text)
        and not (_ROUTINE.fullmatch(mention.of(context.text)) and (context.paragraph_at(mention.begin) or 0) > 1)
        and not exemplified(context, mention)
        and not _answers_for_the_house(context, statement)
        and not _named(words)
        and not _BYSTANDER.match(context.text, mention.begin)
        and not _SPEAKS_FOR.match(context.text, mention.begin)
        and not _in_public(context, _own_part(context, statement), *statement.content)
        and not _SHOWN.search(context.text[sentence.begin : mention.begin])
        and not _RIVALS.match(words)
        and not _WITH_NAMES.match(context.text, mention.begin)
        and not named_within(context, mention)
        and not named_before(context, mention)
        and not named_beside(context, mention)
        and not named_below(context, mention)
    )


def _from_inside(context: Context, statement: Statement, words: str) -> bool:
    """Whether who speaks knows it from inside by trade, rank or access; or says what somebody should answer for."""
    if faceless.of_the_street(anchor(statement).of(context.text)):
        return False
    inside = INSIDE.match(words) or faceless.insider(context, statement, words)
    if inside or faceless.nothing_told(context, statement):
        return True
    return faceless.lay(statement, context.text) and faceless.weighty(context, statement)


def _own_part(context: Context, statement: Statement) -> Span:
    """The stretch of the sentence that no other source's statement has: "an aide said, while Orr wrote on Facebook"."""
    mention = anchor(statement)
    sentence = context.enclosing(mention)
    others = [
        each
        for each in context.statements_in(sentence)
        if each.source.id != statement.source.id and each.source.mention and sentence.contains(each.source.mention)
    ]
    before = [each.end for one in others for each in parts(one) if each.end <= mention.begin]
    after = [each.begin for one in others for each in parts(one) if each.begin >= mention.end]
    return Span(max([sentence.begin, *before]), min([sentence.end, *after]))


def _calls(statement: Statement, text: str) -> bool:
    """Whether somebody's own words for something are quoted: "called the move a “provocation”"."""
    return statement.kind == "mixed" and any(
        re.match(
            r"(?:has |have |had )?(?:call|describ|denounc|blast|slamm|condemn|dismiss|labell?|brand|prais|hail|"
            r"complain|criticiz|criticis|attack|mock|ridicul|question|compar|liken|grumbl|refer|lament|object)",
            cue,
        )
        for cue in (each.of(text) for each in statement.cue)
    )


def _holds(statement: Statement) -> bool:
    """Whether it is a view: told to somebody, whatever the verb."""
    return statement.act in ("believe", "predict", "criticize")


#: "a video in which two doctors argue": who is shown has a face.
_HEARD = compiled(r"\b(?:can|could) be (?:heard|seen)\b|\b(?:is|was|are|were) heard (?:say|tell|ask|shout|jok)ing\b")
_SHOWN = compiled(r"\b(?:video|letter|clip|film|advert|documentary|book|interview|petition)s? in which\s+$")

#: Rivals for an office are known to all: "one of his rivals".
_RIVALS = compiled(
    r"(?:[Oo]ne|[Ss]everal|[Tt]wo|[Tt]hree|[Ss]ome|[Mm]any) of (?:the|his|her|their|[A-Z][\w’'-]+[’']s) "
    r"(?:[\w-]+ ){0,3}?(?:rivals|opponents|challengers)\b"
)

#: "A UN official said": who speaks of routine things for a body that the words name.
_ROUTINE = compiled(
    r"[Aa]n? (?!(?:U\.?S\.?|American|British|[A-Z][a-z]+(?:ish|an|ese|[ae]li|ani|ian|qi)) official)"
    r"(?:(?:[A-Z][\w.’'-]*\s)+|(?:[a-z]+ )?(?:department|ministry|agency|council|court|consulate|embassy) )"
    r"(?:official|officer)"
)


#: "two senators, including Ida Moen", "a team that Moen leads": one of them is named.
_WITH_NAMES = compiled(
    r"[^.;“”\"]{0,90}?,? (?:including|among them|such as|led by|headed by|like|who included?|that includ(?:es|ed))"
    r" (?:(?:[a-z]+|Mr|Mrs|Ms|Sen|Rep|Dr)\.? ){0,4}?[A-Z][\w’'-]+"
)


def officials_of_a_body(context: Context) -> Iterator[tuple[Source, tuple[Statement, ...]]]:
    """Officials without a name who speak of routine things for a body that the words name: "a Grain Board official"."""
    for statement in context.statements:
        mention = statement.source.mention
        if mention and _ROUTINE.fullmatch(mention.of(context.text)) and speaks(statement, context.text):
            yield context.sources[statement.source.id], (statement,)


def _answers_for_the_house(context: Context, statement: Statement) -> bool:
    """Whether somebody at the desk says what the house does: "a clerk at the museum said they had no plans to move"."""
    mention = anchor(statement).of(context.text)
    said = context.text[statement.content[0].begin :][:40]
    return (
        _AT_THE_DESK.match(mention) is not None
        and re.match(r"(?:that )?(?:they|it|we|the [a-z]+|all|no)\b", said) is not None
        and statement.kind == "indirect"
        and not faceless.weighty(context, statement)
    )


_AT_THE_DESK = compiled(
    r"[Aa]n? (?:staffer|staff member|employee|receptionist|worker|clerk|secretary|manager|person who answered[a-z ]*) "
    r"(?:at|for|of|in)\b"
)


def _told_in_the_story(statement: Statement, text: str) -> bool:
    """Whether somebody of the story was told, not its reporter: "told Mr. Cohen"."""
    return any(
        (cue.of(text).endswith("told") and re.match(r"\s+(?:M[rs]s?\.?\s|him\b|her\b|them\b)", text[cue.end :][:8]))
        or re.match(r"(?:had |has |have )?(?:tipped off|alerted|notified|informed)\b", cue.of(text))
        or (cue.of(text).endswith("reported") and not re.match(r" that\b", text[cue.end :]))
        for cue in statement.cue
    )


def _in_public(context: Context, span: Span, *without: Span) -> bool:
    """Whether the reporter's words have somebody speak for all to hear; not what one was briefed on or knows of."""
    words = _KNOWS_OF.sub(" ", _outside_quotations(context, span, *without))
    return _IN_PUBLIC.search(words) is not None


_KNOWS_OF = compiled(
    r"\b(?:briefed (?:on|about)|access to|familiar with|close to|(?:direct |first-?hand )?knowledge of|involved in|"
    r"privy to|"
    r"aware of|informed (?:of|about)) (?:the |his |her |their |its |an? )?(?:[\w’'-]+(?: |$)){1,2}"
)


def _outside_quotations(context: Context, span: Span, *without: Span) -> str:
    """The reporter's words in ``span``, less those in ``without``."""
    words = span.of(context.text)
    for each in (*without, *(quotation.span for quotation in context.quotations)):
        if span.overlaps(each):
            words = words.replace(each.of(context.text), " ")
    return words


def _named(words: str) -> bool:
    """Whether a name follows straight on: "a nurse at the clinic, Ida Moen," or "a doctor named Ida Moen"."""
    return (
        re.match(
            rf"(?:{INSIDE.pattern})"
            rf"(?:[^.;,]{{0,40}},|[^.;,]{{0,30}}? (?:named|called)|,)? "
            rf"(?!The\b|Mr\b|Mrs\b|Ms\b)[A-Z][\w’'-]+ [A-Z][\w’'-]+",
            words,
        )
        is not None
    )


#: What is read, not heard: whatever the reading makes of who wrote it.
_DOCUMENT = compiled(
    r"\b(?:report|review|audit|study|memo|survey|poll|analysis|letter|e-?mail|document|lawsuit|complaint|petition|"
    r"filing|affidavit|article|editorial|essay|statement)s?(?: (?:in|of|on|by|from|to)\b.*)?$",
    re.IGNORECASE,
)


def _a_document(words: str) -> bool:
    """Whether the head of the mention is something written, not somebody "with access to the letter"."""
    return _DOCUMENT.search(re.split(r" (?:who|that|which|familiar|with|briefed|close)\b", words)[0]) is not None


def own_newsroom(context: Context, name: str) -> bool:
    """Whether ``name`` is the outlet of the report, or may be: the story nowhere says that it reported anything."""
    if same_outlet(name, context):
        return True
    known = context.report.outlet or context.report.agency
    last = re.escape(name.split()[-1]) if name.split() else "$"
    reports = rf"\b{last}\b[^.;]{{0,30}}\breport(?:s|ed)\b|(?i:according to the) .{{0,20}}{last}"
    return not known and not re.search(reports, context.story)


def same_outlet(name: str, context: Context) -> bool:
    """Whether ``name`` is the outlet or agency of the report itself."""
    own = content_words(" ".join(filter(None, [context.report.outlet, context.report.agency]))) - {"new", "news"}
    return (
        bool(own & content_words(name))
        or bool(re.search(rf"\(\s*{re.escape(name)}\s*\)", context.text[:600]))
        or (not re.search(OUTLET, name) and name.islower())
    )


_OF_ALL = compiled(r"(?:Both|All(?: (?:\w+|of (?:them|those)))?|Neither|None|Each|They|The (?:two|three|four|five))\b")


def surroundings(context: Context, source: Source, statements: tuple[Statement, ...]) -> str:
    """All sentences in which the source is mentioned or speaks, the one after each, and those that tell of all who were
    told of before in their paragraph: "Both asked not to be named"."""
    wanted: set[int] = set()
    for place in (*(span.begin for span in source.mentions), *(anchor(each).begin for each in statements)):
        for n, sentence in enumerate(context.sentences):
            if sentence.span.begin <= place < sentence.span.end:
                wanted |= {n, n + 1}
    for n, sentence in enumerate(context.sentences):
        if _OF_ALL.match(sentence.span.of(context.text)):
            wanted |= {n} if any(context.sentences[m].block == sentence.block for m in wanted if m < n) else set()
    return " ".join(sentence.span.of(context.text) for n, sentence in enumerate(context.sentences) if n in wanted)
