"""Claims that come from other newsrooms: whether they have one origin, and whether they were matched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.check.context import Context, anchor, part
from sayso.check.language import NEWSROOM, OUTLET, content_words
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.check.unnamed.voices import own_newsroom, same_outlet
from sayso.patterns import compiled
from sayso.types import Span, Statement


@rule("ATTR213")
def one_origin_several_outlets(context: Context) -> Iterator[Hit]:
    said = _counted_as_several(context)
    if said:
        yield said
        return
    relayed = list(_relays(context))
    for number, first in enumerate(relayed):
        for second in relayed[number + 1 :]:
            alike = first.origin <= second.origin or second.origin <= first.origin
            one_outlet = content_words(first.outlet) & content_words(second.outlet)
            if alike and not one_outlet and len(first.matter & second.matter) >= 2:
                yield Hit(
                    second.span,
                    f"an origin of its own for what {first.outlet} and {second.outlet} report; "
                    f"found {first.span.of(context.text)!r} and {second.span.of(context.text)!r}",
                    tuple(dict.fromkeys([*first.statements, *second.statements])),
                    related=(first.span,),
                )
                return


#: "three newsrooms now confirm it", "so that two outlets agree".
_SEVERAL_CONFIRM = compiled(
    r"\b(?:two|three|four|five|six|several|multiple|a number of) (?:[a-z]+ )?(?:newsrooms|outlets|papers|newspapers|"
    r"broadcasters|news organi[sz]ations|media|stations|news sites|websites|agencies)(?: (?:now|have|all|thus|"
    r"independently|therefore|already|had))* (?:confirm(?:ed)?|agree[d]?|corroborate[d]?|establish(?:ed)?|verified)\b",
    re.IGNORECASE,
)
_FROM_ONE = compiled(
    r"\b(?:each|all|both)(?: of (?:them|these|which))?,? (?:citing|cited|cite|quoting|quoted|quote|took|take|had|got|"
    r"have|rely|relied|relying|rest|drew|draw)"
    r"(?! (?:an?|their|its|documents?|sources) )\b|\b(?:the|one and the) same (?:[a-z]+ ){0,2}?(?:source|post|aide|"
    r"official|document|person|witness|message|video|adviser|statement|spokes\w+)\b",
    re.IGNORECASE,
)


def _counted_as_several(context: Context) -> Hit | None:
    """Outlets that are said to bear each other out, beside words by which all have it from one."""
    for n, sentence in enumerate(context.sentences):
        match = _SEVERAL_CONFIRM.search(sentence.span.of(context.text))
        if match is None or context.quoted(sentence.span.begin + match.start()):
            continue
        for near in context.sentences[max(0, n - 1) : n + 2]:
            one = _FROM_ONE.search(near.span.of(context.text))
            if one and near.block == sentence.block:
                return Hit(
                    part(sentence.span, *match.span()),
                    f"an origin of its own for each of them; found {one.group()!r}",
                    related=(part(near.span, *one.span()),),
                )
    return None


@dataclass(frozen=True, slots=True)
class _Relay:
    """Words of ``origin`` (a body, less the words for its officials) that an outlet relays, and what about."""

    origin: frozenset[str]
    outlet: str
    span: Span
    matter: frozenset[str]
    statements: tuple[str, ...]


def _relays(context: Context) -> Iterator[_Relay]:
    """From the statements that came through a newsroom, and from "citing X" and "quoted X as saying" beside one."""
    for statement in context.statements:
        name = next((hop.name for hop in statement.via if NEWSROOM.search(hop.name)), None)
        origin = content_words(statement.source.name or "") - _ROLES
        if statement.source.type == "person" or statement.act in ("deny", "no-comment"):
            continue
        if name and origin and not same_outlet(name, context):
            yield _Relay(origin, name, anchor(statement), _matter(context, statement), (statement.id,))
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        relay = NEWSROOM.search(words)
        match = _CITING.search(words)
        if relay and match and not same_outlet(relay.group().title(), context):
            origin = content_words(match["origin"]) - _ROLES
            span = Span(sentence.span.begin + match.start("origin"), sentence.span.begin + match.end("origin"))
            ids = tuple(each.id for each in context.statements_in(sentence.span))
            if origin and not origin & content_words(relay.group()):
                yield _Relay(origin, relay.group(), span, content_words(words) - origin, ids)


_CITING = compiled(
    r"\b(?:[Cc]iting|[Qq]uot(?:ed|ing)|[Cc]ited) (?:the |an? |its |local )?"
    r"(?P<origin>[a-z][a-z’'-]+(?: [a-z’'-]+){0,3}?)"
    r"(?=,| as saying| as telling| that| reported| said)"
)
_ROLES = frozenset(
    [
        "official",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "source",
        "press",
        "service",
        "offici",
        "spokesm",
        "spokeswom",
        "sourc",
        "unnam",
    ]
)


def _matter(context: Context, statement: Statement) -> frozenset[str]:
    return content_words(" ".join(span.of(context.text) for span in statement.content))


@rule("ATTR214")
def single_outlet_claim(context: Context) -> Iterator[Hit]:
    if not context.body:
        return
    top = Span(context.body[0].span.begin, context.body[min(3, len(context.body) - 1)].span.end)
    if _SAID_SO.search(top.of(context.text)):
        return
    for statement in context.statements_in(context.body[0].span):
        name = statement.source.name or ""
        if statement.source.type == "person" or statement.act == "deny":
            continue
        outlet = statement.act == "report" and statement.source.type == "organization" and re.search(OUTLET, name)
        relay = next((hop.name for hop in statement.via if re.search(OUTLET, hop.name)), None)
        reporting = any(
            re.search(r"(?i)report|said|says|wrote|according|reveal", cue.of(context.text)) for cue in statement.cue
        )
        named = relay or re.search(OUTLET, anchor(statement).of(context.text))
        credited = (relay or (name if outlet else None)) if reporting and named else None
        if _POLL.search(top.of(context.text)):
            continue  # an outlet's poll is known from nobody else
        if credited and not own_newsroom(context, credited) and not _others_say(context, statement):
            yield Hit(
                anchor(statement),
                f"a source of one's own for what {credited} reports, or a word that it could "
                f"not be confirmed; found neither",
                (statement.id,),
            )
            return


_POLL = compiled(r"\b(?:polls?|surveys?|polling)\b")
_SAID_SO = compiled(
    r"\b(?:could|has|have|had|was|were|did) ?(?:not|n[’']t) (?:\w+ ){0,3}?(?:be )"
    r"?(?:\w+ )?(?:verif|confirm|corroborat)\w*|independently (?:confirmed|verified)"
    r"|"
    r"\bconfirm(?:ed|s|ing) (?:the|that|it|to|on)\b",
    re.IGNORECASE,
)


def _others_say(context: Context, statement: Statement) -> bool:
    words = _matter(context, statement)
    relays = {hop.name for hop in statement.via} | {statement.source.name}
    for other in context.statements:
        if not context.in_body(other.content[0]) or other.source.id == statement.source.id:
            continue
        if relays & ({hop.name for hop in other.via} | {other.source.name}):
            continue
        shared = len(words & _matter(context, other))
        if other.act not in ("no-comment", "cannot-verify", "deny") and shared >= max(3, len(words) // 2):
            return True
    return False
