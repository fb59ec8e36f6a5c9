"""Words that came through others: other outlets, posts, second hand, polls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, Sentence, anchor
from sayso.check.crediting.confided import confided
from sayso.check.crediting.elsewhere import houses_of_no_name, reports_of_nobody, some_house, some_piece
from sayso.check.crediting.opinions import views_of_many
from sayso.check.crediting.places import around, matches, said_before
from sayso.check.crediting.posts import posts_of_nobody
from sayso.check.crediting.relays import came_through
from sayso.check.crediting.somepaper import borrowed, never_introduced
from sayso.check.crediting.uncredited import interviews_elsewhere, polls_of_nobody
from sayso.check.language import NEWSROOM, OUTLET, content_words
from sayso.check.likeness.owed import owed
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.patterns import compiled
from sayso.types import Span


@rule("ATTR206")
def outlet_not_credited(context: Context) -> Iterator[Hit]:
    found = [*_reports_of_nobody(context), *interviews_elsewhere(context), *polls_of_nobody(context)]
    found += views_of_many(context)
    for hit in (
        *reports_of_nobody(context), *houses_of_no_name(context), *some_house(context), *some_piece(context),
        *borrowed(context), *never_introduced(context),
    ):  # fmt: skip
        if not any(context.enclosing(hit.span) == context.enclosing(each.span) for each in found):
            found.append(hit)
    for span in owed(context, "uncredited", found):
        found.append(Hit(span, "the name of the outlet that had this, in this sentence or beside it; found none"))
    asked: set[int | None] = set()
    for hit in sorted(found, key=lambda hit: hit.span):
        place = context.paragraph_at(hit.span.begin)
        if place not in asked:  # whose reports they are is asked once a paragraph
            asked.add(place)
            yield hit


def _reports_of_nobody(context: Context) -> Iterator[Hit]:
    for sentence, span, words in matches(context, _UNCREDITED):
        adverb = span.of(context.text).lower() == "reportedly"
        where = around(context, sentence) if adverb else words
        if not re.search(OUTLET, where) and not _relayed(context, sentence.span):
            if adverb and context.statements_in(sentence.span):
                continue
            if _named_beside(context, sentence) or _led_to(context, sentence):
                continue
            if adverb and _told_to_one(context, sentence):
                continue
            if re.match(r"in (?!an?\b)", span.of(context.text)) and not _PUT_ABOUT.search(words):
                continue  # "emerges well in state media"
            if re.match(r"in\b", span.of(context.text)) and any(
                said_before(each, sentence.span.begin, span.begin) for each in context.statements_in(sentence.span)
            ):
                continue  # "police reported in local media"
            if re.match(r"state\b", span.of(context.text), re.IGNORECASE) and re.search(OUTLET, context.story):
                continue  # the state's agency is named elsewhere
            if re.search(r"\b[A-Z][\w’'-]+ $", context.text[max(0, span.begin - 20) : span.begin]) and re.match(
                r"news agency", span.of(context.text)
            ):
                continue  # "Iran's semi-official Isna news agency": it is named
            yield Hit(span, "the name of the outlet that reported it, in this sentence or its paragraph; found none")


def _named_beside(context: Context, sentence: Sentence) -> bool:
    """Whether a statement of the two paragraphs before is a named newsroom's, on the same matter; of an opening, of
    the two after."""
    words = content_words(sentence.span.of(context.text))
    for n in (sentence.block - 2, sentence.block - 1, sentence.block + 1, sentence.block + 2):
        told = context.body[n].span.of(context.text) if 0 <= n < len(context.body) else ""
        if told and (_relayed(context, context.body[n].span) or _BY_ONE.search(told)):
            near = content_words(told)
            if (
                sentence.block < 2
                or n == sentence.block - 1
                or (n < sentence.block and len(words & near) >= _ONE_MATTER)
            ):
                return True
    return False


_ONE_MATTER = 2
#: "obtained by Quay magazine", "Orr, of Lorn TV, reported".
_BY_ONE = compiled(r"\b(?:[A-Z][\w’'-]+ (?:magazine|newspaper|news site|website)|obtained by (?:the )?[A-Z])")


def _led_to(context: Context, sentence: Sentence) -> bool:
    """Whether the paragraph leads over to the outlets' own words: "Several sites claimed it. For example:"."""
    return context.body[sentence.block].span.of(context.text).rstrip().endswith(":")


def _told_to_one(context: Context, sentence: Sentence) -> bool:
    """Whether the paragraph has before told by name to whom somebody spoke."""
    begin = context.body[sentence.block].span.begin
    return any(
        re.match(r"[A-Z]", hop.name or "")
        for each in context.statements_in(Span(begin, sentence.span.end))
        for hop in each.via
    )


_PUT_ABOUT = compiled(
    r"\b(?:sa(?:id|ys?)|report(?:s|ed|ing)?|quot|cit|publish|claim|appear|suggest|alleg|accus|describ|call|name|"
    r"identif|"
    r"carried|circulat|rumou?r|wrote|writ)\w*\b"
)

_UNCREDITED = compiled(
    r"\b(?:media (?:have |had )?reported\b|(?<=, )media report(?=[.,])|"
    r"(?-i:[A-Z][a-z]+(?:ish|an|ese|ch|[ae]li|ani|ian|qi) )(?:media|newspapers|press|television|"
    r"news sites?) (?:have |has |had )?"
    r"(?:said|say|reported|report|quoted|showed|aired|broadcast|carried)|(?:local |state |foreign |national |"
    r"international |some |several |various "
    r"|other |news |press |media |published |newspaper |online |television |earlier "
    r"|recent |"
    r"multiple )+(?:reports?|media|outlets|newspapers|websites|press|agenc(?:y|ies)|broadcasters|"
    r"television)(?: at the time| on \w+day| here|"
    r" in recent \w+| this \w+)?(?:,? (?:have "
    r"|has |had |also |first |later )?(?:said|say|says|reported|suggest\w*|claim\w*|"
    r"indicat\w+|quoted|citing|cited))|"
    r"(?:according to|citing|quoted by) (?:an?|one|another) (?:\w+ ){0,2}?(?:newspaper|"
    r"website|magazine|news site|broadcaster|news outlet|news agency|tabloid|television "
    r"channel)|"
    r"(?<=[,”\"] )(?:says?|said|reports?|reported) (?:(?:local|state|foreign|news|media|press|"
    r"other|several) )+(?:reports?|media|outlets|newspapers)|"
    r"(?:according to|citing|quoted by|in) (?:local |state |foreign |national |some "
    r"|several |various |other |news |press |media |published |newspaper |online "
    r"|recent )+"
    r"(?:reports?|media|outlets|newspapers|websites)|(?:an?|one|another) (?:\w+ )"
    r"{0,2}?(?:newspaper|website|magazine|news site|broadcaster|news outlet|news "
    r"agency|tabloid) (?:has |have |had )?(?:reported|said|quoted|claimed|revealed|wrote|suggested)|"
    r"(?:according to|citing) (?:an?|one|another|the) "
    r"(?:news|media|press|newspaper|magazine|published|television) report|"
    r"(?:leaked|confirmed|provided|handed|disclosed|told|tells|in an interview with) (?:to )?"
    r"(?:an?|one|another) (?:\w+ ){0,2}?"
    r"(?:newspaper|website|magazine|news site|broadcaster|news outlet|news agency|tabloid|television channel)|"
    r"in an? (?:newspaper|magazine) interview|"
    r"(?:the|our) local (?:newspaper|paper|press|media|radio|station) (?:has |have |had )?(?:reported|said|quoted|"
    r"claimed|revealed)|"
    r"(?<=[,”\"] )(?:read|ran|blared|declared|announced|screamed|went|said) (?:an?|one|another) (?:\w+ )?headline"
    r"(?! (?:in|from|at) )|"
    r"reported (?:first |earlier |(?:late |early )?(?:on )?\w+day )?by (?:an?|one|another|local|several|various|some|"
    r"other) (?:\w+ ){0,2}?(?:newspapers?|"
    r"websites?|magazines?|news sites?|broadcasters?|outlets?|media|blogs?|tabloids?)|"
    r"(?:obtained|seen|published|released|aired|reviewed|revealed|disclosed|exposed|uncovered|broken|unearthed|found) "
    r"(?:first |earlier |last \w+ |on \w+day )?by (?:an?|one|another) "
    r"(?:\w+ ){0,2}?(?:newspaper|website|magazine|news site|broadcaster|news outlet|news agency|tabloid|television "
    r"channel)|"
    r"(?<!before )(?<!after )(?<!once )(?<!when )(?<!whenever )(?<!if )(?<!until )(?<!unless )(?<!whether )(?<!where )"
    r"(?<!how )(?<!because )(?<!as )(?:it (?:was|has been) (?:widely )?reported|"
    r"it is (?:widely )?reported(?= that\b|[.,;]))|"
    r"(?<!the )(?<!its )(?<!both )(?<!police )(?<!intelligence )(?<!hospital )(?<!government )(?<!court )(?<!earnings )"
    r"(?<!inspection )(?<!medical )(?<!autopsy )(?<!audit )reports (?:said|say|suggest\w*|"
    r"claim\w*)|according to reports?|reportedly|"
    r"(?<!in )(?<!of )(?<!to )a report (?:said|says|published))\b(?! by )",
    re.IGNORECASE,
)


def _relayed(context: Context, span: Span) -> bool:
    """Whether a statement here came through a named newsroom, or is that of one."""
    for statement in context.statements_in(span):
        names = [hop.name for hop in statement.via]
        if statement.act == "report" or statement.source.type == "organization":
            names.append(statement.source.name or "")
        names = [name for name in names if not _COUNTRYS_PRESS.fullmatch(name)]
        if any(
            re.search(OUTLET, name) or (NEWSROOM.search(name) and re.match(r"(?:the )?[A-Z]", name)) for name in names
        ):
            return True
    return False


#: "Danish media" names no newsroom.
_COUNTRYS_PRESS = compiled(
    r"(?i:(?:the )?media|press|(?:the |some |several )?(?:foreign|local|national|international|other|state|news|"
    r"press|online|regional|domestic) "
    r"(?:news |press )?(?:media|press|agenc(?:y|ies)|outlets|newspapers?|reports?|broadcasters))|"
    r"[A-Z][a-z]+ (?:media|press|newspapers?|television|news sites?|reports?)"
)


@rule("ATTR207")
def post_without_poster(context: Context) -> Iterator[Hit]:
    found = list(posts_of_nobody(context))
    yield from found
    for span in owed(context, "post", found):
        yield Hit(span, "who posted it, or whether it was verified, in this sentence or beside it; found neither")


@rule("ATTR208")
def second_hand_quotation(context: Context) -> Iterator[Hit]:
    found = list(_of_unknown_way(context))
    yield from found
    for span in owed(context, "relay", found):
        yield Hit(span, "how these words became known: who heard them, or which document has them; found neither")


def _of_unknown_way(context: Context) -> Iterator[Hit]:
    for sentence, span, words in matches(context, _QUOTED):
        rest = words[span.end - sentence.span.begin :]
        inside = span.of(context.text)
        before = context.body[max(0, sentence.block - 1)].span.begin
        if re.search(r"\bquot(?:ed|ing)\b", context.text[before : sentence.span.begin]):
            continue  # who quoted it was said just before
        if _QUOTING_WORK.search(context.text[before : sentence.span.end]):
            continue
        named = (
            re.search(r"\b(?:by|in|on|told)\b", inside)
            or re.search(r"\b(?:by|according to|told)\s+(?:the |state |a )?\w+", rest)
            or re.search(OUTLET, words)
            or re.search(
                r"\b[Ii]n (?:the |his |her )?(?:“|\"|‘|[A-Z])[^.;]*,\s+$", words[: span.begin - sentence.span.begin]
            )
        )
        through = any(
            came_through(context, each, hop) for each in context.statements_in(sentence.span) for hop in each.via
        )
        if not named and not through:
            yield Hit(
                span,
                "the outlet, person or document that quoted these words, in this sentence; found none",
                tuple(each.id for each in context.statements_in(sentence.span)),
            )
    yield from _told_in_private(context)
    for span in confided(context):
        yield Hit(span, "how these words became known: who heard them, or which document has them; found neither")


def _told_in_private(context: Context) -> Iterator[Hit]:
    for sentence, span, words in matches(context, _IN_PRIVATE):
        quoted = any(sentence.span.overlaps(each.span) for each in context.quotations)
        if quoted and not _RELAYED_BY.search(words):
            yield Hit(span, "how these words became known: who heard them, or which document has them; found neither")


_QUOTED = compiled(
    r"\b(?:was|were|is|are|been|being) (?:also |later |widely )?(?:quoted|cited)(?: "
    r"[\w’' ]{0,40}?)? as (?:saying|telling|stating|having (?:said|told|called)|warning|adding|claiming|"
    r"denying|calling|describing|"
    r"suggesting|boasting|urging|complaining|threatening|dismissing|predicting|admitting)\b",
    re.IGNORECASE,
)


#: Words said to somebody in private, of whom readers do not learn how they came to the paper.
_IN_PRIVATE = compiled(
    r"\b(?:told|assured|confided (?:in|to)|whispered to|wrote to|texted|joked (?:to|with)) (?:an?|his|her|their|one) "
    r"(?:[a-z]+ )?"
    r"(?:friends?|wife|husband|brother|sister|mother|father|son|daughter|neighbou?rs?|colleagues?|deacon|priest|"
    r"bishop|vicar|"
    r"driver|cousin|partner|uncle|aunt|barber|hairdresser|bodyguard|secretary|gardener|nurse)\b(?! who (?:recalled|"
    r"said|told|remember))"
)
_RELAYED_BY = compiled(
    r"\b(?:recall\w*|remember\w*|according to|testif\w+|court|trial|jury|police|prosecutors?|indictment|complaint|"
    r"recording|"
    r"transcript|letter|email|messages?|said (?:the|his|her|their)|who said|told (?:the|this|reporters)|seen by|"
    r"heard by|diary|"
    r"memoir|book|interview)\b"
)
_QUOTING_WORK = compiled(
    r"\b(?:statement|interview|book|memoir|report|memo|letter|release|transcript|documents?|article|column|post|tweet|"
    r"testimony|complaint|filing|affidavit|documentary|broadcast|email)s?\b",
    re.IGNORECASE,
)


@rule("ATTR212")
def poll_without_method(context: Context) -> Iterator[Hit]:
    if re.search(
        r"margin of (?:sampling )?error|\b(?:surveyed|polled|asked|interviewed) [\d,]+|"
        r"\d,?\d{2,} (?:\w+ )?(?:adults|voters|people|respondents|residents|americans)",
        context.story,
        re.IGNORECASE,
    ):
        return
    for statement in context.statements:
        by = re.search(r"\b(?:poll|survey) by $", context.text[: anchor(statement).begin][-20:])
        words = " ".join(filter(None, [anchor(statement).of(context.text), statement.source.name, by and by[0]]))
        if re.search(r"\b(?:poll|survey)s?\b", words, re.IGNORECASE):
            yield Hit(
                anchor(statement),
                "the number of people asked or the margin of error, anywhere in the report; found neither",
                (statement.id,),
            )
            return
