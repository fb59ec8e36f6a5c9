"""Quotations whose speaker must be clear, named in time, and introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.check.context import Context, anchor
from sayso.check.language import CUE, VERB_OF_SAYING
from sayso.check.model import Hit
from sayso.check.registry import rule
from sayso.check.speakers.behind import named_behind, named_in_the_next, second_behind
from sayso.check.speakers.ownerless import NAMED_WORK, TURNS_ON, alone, judged_by_nobody, one_verdict
from sayso.check.speakers.turns import named_late
from sayso.check.speakers.unmet import met_nowhere
from sayso.patterns import compiled
from sayso.types import Span, Statement


@rule("ATTR202")
def quotation_without_speaker(context: Context) -> Iterator[Hit]:
    bare = sum(_stands_alone(context, each.span) for each in context.quotations)
    for quotation in context.quotations:
        words = quotation.content.of(context.text)
        place = context.paragraph_at(quotation.span.begin)
        if len(words.split()) < 2 or not quotation.closed or place is None:
            continue
        block = context.body[place].span
        spoken = [each for each in context.statements if any(part.overlaps(quotation.span) for part in each.content)]
        if bare > 2:
            break  # an annotated letter or speech: its quotations stand alone, and all know whose they are
        if place + 1 < len(context.body) and _SIGNED.match(context.body[place + 1].span.of(context.text)):
            continue  # "-- Ida Moen, mayor" on the next line
        if alone(context, quotation.span, block, place):
            yield Hit(quotation.span, "a speaker in this paragraph, or one who leads up to it before; found none")
            continue
        if one_verdict(context, quotation.span):
            yield Hit(quotation.span, "whose words these are; found that they were one of several such")
            continue
        if unmet := met_nowhere(context, quotation.span):
            yield Hit(unmet, "somebody told of before whom “he” or “she” could mean; found nobody")
            continue
        if any(each.source.mention or each.cue or (each.how == "continued" and each.source.name) for each in spoken):
            continue
        if judged_by_nobody(context, quotation.span, block):
            yield Hit(quotation.span, "whose words these are, in this paragraph; found nobody")
            continue
        if len(words.split()) < 6 or (place == 0 and words.rstrip().endswith("?")):
            continue  # a story may open with what it asks
        if re.match(
            r"\s+(?:[a-z]+ed\s+)?(?:[A-Z][\w.’'-]+\s+[A-Z][\w.’'-]+,?\s+)",
            context.text[quotation.span.end : quotation.span.end + 60],
        ):
            continue  # a name without its verb, or with a rare one: somebody is meant to be the speaker
        if not _sentence(words) or not re.search(
            r"(?:[.!?…]|^)[”\"’')]*\s*$", context.text[block.begin : quotation.span.begin]
        ):
            continue  # a fragment or a title within the reporter's own sentence
        if any(block.contains(each.span) and each.span.end <= quotation.span.begin for each in context.quotations):
            continue  # the paragraph quotes already: the speaker goes on
        if re.match(r"\s*[–—-]\s*[A-Z]", context.text[quotation.span.end : quotation.span.end + 6]):
            continue  # “…” — Ida Moen, the Harbour Post
        if re.search(r"[A-Z][^.!?]*:\s*$", context.text[block.begin : quotation.span.begin]):
            continue  # introduced: "The mayor turned it into an argument:"
        before = context.body[place - 1].span if place else block
        if before.of(context.text).rstrip().endswith(":"):
            continue  # introduced by the paragraph before
        if re.search(r"https?://|pic\.twitter|@\w", before.of(context.text)):
            continue  # a post is shown above
        led = any(each.source.type not in ("unnamed-person", "unnamed-group") for each in context.statements_in(before))
        goes_on = led or re.search(r"\b(?:[Hh]e|[Ss]he)\b", before.of(context.unquoted)) is not None
        rest = Span(before.begin if goes_on else block.begin, block.end).of(context.unquoted)
        if place and _which_of_them(context, quotation.span, block, before):
            yield Hit(quotation.span, "a speaker; two are named in the paragraph before, and none here")
            continue
        if place and (re.search(r"\b(?:[Hh]e|[Ss]he)\b", rest) or _led_over(context, before)):
            continue  # whoever the paragraph before tells of goes on
        if not any(each.search(rest) for each in (CUE, _HEARD, NAMED_WORK, TURNS_ON)):
            yield Hit(quotation.span, "a speaker in this paragraph or the one before; found none")


#: A line that gives the words above it to somebody.
_SIGNED = compiled(
    r"\s*(?:--|[–—-])\s*(?:the |a |an |A |An )?[A-Za-z]|\s*(?:[A-Z][\w’'.-]+ ){1,3}[A-Z]?[\w’'.-]+, (?:[\w’'.-]+ "
    r"?){1,6}$"
)


def _led_over(context: Context, before: Span) -> bool:
    """Whether the paragraph before is the reporter's sentence on one who speaks elsewhere: "But Orr was calmer."."""
    words = before.of(context.text)
    subject = re.match(r"(?:But |And |Yet |Still, |For (?:his|her) part, )?(?:[A-Z][\w.’'-]+ ){1,3}(?=[a-z])", words)
    if subject is None or len(words.split()) > 30 or any(each.span.overlaps(before) for each in context.quotations):
        return False
    last = subject.group().split()[-1]
    return any(last in (each.name or "").split() for each in context.reading.sources if each.type == "person")


def _stands_alone(context: Context, quotation: Span) -> bool:
    """Whether a quotation fills its paragraph, no statement has it, and the one before does not lead up to it."""
    place = context.paragraph_at(quotation.begin)
    if place is None:
        return False
    block = context.body[place].span
    if block.end - block.begin > quotation.end - quotation.begin + 2:
        return False
    return not any(each.overlaps(quotation) for one in context.statements for each in one.content if one.source.mention)


def _which_of_them(context: Context, quotation: Span, block: Span, before: Span) -> bool:
    """Whether a paragraph that is all quotation follows one in which two people speak by name."""
    alone = block.end - block.begin <= quotation.end - quotation.begin + 2
    speakers = {
        each.source.name
        for each in context.statements_in(before)
        if each.source.type == "person"
        and each.source.mention
        and before.contains(each.source.mention)
        and each.source.name
    }
    return alone and len(speakers) > 1


_HEARD = compiled(r"\b(?:telling|shouting|yelling|screaming|chanting|adding|captured|heard)\b")


def _sentence(words: str) -> bool:
    """Whether quoted words are a sentence, not the title of a work."""
    long = [word for word in re.findall(r"[\w’'-]+", words) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return bool(re.match(r"[\W_]*[A-Z]", words)) and capitals <= 0.6 * len(long)


def _whole(words: str) -> bool:
    """Whether quoted words are a whole sentence or more, and no title: a turn of somebody's to speak."""
    return _sentence(words) and len(words.split()) > 4 and re.search(r"[.!?…]\W*$", words) is not None


@rule("ATTR203")
def speaker_late(context: Context) -> Iterator[Hit]:
    asked: list[Span] = []
    for hit in _late_as_read(context):
        asked += hit.related
        yield hit
    for turn in named_behind(context):
        if not any(turn.span.overlaps(each) for each in asked):
            yield Hit(
                turn.span,
                f"the speaker by the end of the quotation's first sentence; found {turn.full} after "
                f"{turn.sentences} sentences",
            )
            asked.append(turn.span)
    for turn, name in named_in_the_next(context):
        if not any(turn.span.overlaps(each) for each in asked):
            yield Hit(
                turn.span,
                f"the speaker by the end of the quotation's first sentence; found {name} in the sentence after it",
            )


def _late_as_read(context: Context) -> Iterator[Hit]:
    """Told by the reading's statements."""
    for quotation in context.quotations:
        block = context.paragraph_at(quotation.span.begin)
        if block is None or not _heads(context, quotation.span, context.body[block].span):
            continue
        inner = [
            each.span for each in context.sentences if quotation.span.begin <= each.span.begin < quotation.span.end
        ]
        speaker = _speaker_after(context, quotation.span, context.body[block].span)
        if (
            speaker is None
            or speaker.source.type == "document"
            or _WRITTEN.match(context.text, anchor(speaker).begin)
            or len(inner) < 2
            or len(quotation.content.of(context.text).split()) < 25
        ):
            continue
        many = len(quotation.content.of(context.text).split())
        if _known(context, speaker, quotation.span):
            continue
        if len(inner) < 3 and many < 40 and not _unlooked_for(context, speaker, quotation.span):
            continue
        yield Hit(
            anchor(speaker),
            f"the speaker by the end of the quotation's first sentence; found after {len(inner)} sentences",
            (speaker.id,),
            related=(quotation.span,),
        )


_WRITTEN = compiled(
    r"(?:an?|the|his|her|their|its|one|another) (?:[\w’'-]+ ){0,2}?(?:ad|advert\w*|spot|statement|letter|post|tweet|"
    r"message|memo|e-?mail|report|(?:robo)?call|narrator|sign|placard|caption|complaint|lawsuit|petition|filing|"
    r"article|editorial)\b",
    re.IGNORECASE,
)


def _known(context: Context, statement: Statement, quotation: Span) -> bool:
    """Whether readers have met the speaker just before: by name, by "he", or in the two paragraphs before."""
    mention = statement.source.mention
    words = mention.of(context.text) if mention else ""
    last = re.findall(r"[A-Z][\w’'-]+", words)
    if not last:
        return re.fullmatch(r"(?:he|she|they|the [\w-]+)", words, re.IGNORECASE) is not None
    if _another_spoke_last(context, last[-1], quotation):
        return False
    block = context.paragraph_at(quotation.begin) or 0
    near = context.text[context.body[max(0, block - 2)].span.begin : quotation.begin]
    if context.headline and last[-1] in context.headline.span.of(context.text):
        return True
    return re.search(rf"\b{re.escape(last[-1])}\b", near) is not None


def _unlooked_for(context: Context, statement: Statement, quotation: Span) -> bool:
    """Whether two sentences are enough to ask: another was quoted straight before."""
    mention = statement.source.mention
    last = re.findall(r"[A-Z][\w’'-]+", mention.of(context.text)) if mention else []
    return bool(last) and _another_spoke_last(context, last[-1], quotation)


def _another_spoke_last(context: Context, surname: str, quotation: Span) -> bool:
    """Whether the paragraph before quotes somebody of another name, of whom readers must think first.

    Not where it tells of the speaker behind those words.
    """
    place = context.paragraph_at(quotation.begin)
    if not place:
        return False
    before = context.body[place - 1].span
    outside = context.unquoted
    spoken = [
        each.source
        for each in context.statements
        if each.kind != "indirect"
        and each.source.type in ("person", "unnamed-person")
        and each.source.mention
        and before.contains(each.source.mention)
        and before.contains(each.content[0])
        and not context.quoted(each.source.mention.begin)
    ]
    if not spoken or any(surname in (each.name or "") for each in spoken):
        return False
    last = max(each.mention.end for each in spoken if each.mention)
    return re.search(rf"\b{re.escape(surname)}\b", outside[last : quotation.begin]) is None


def _heads(context: Context, span: Span, block: Span) -> bool:
    return not context.text[block.begin : span.begin].strip()


def _speaker_after(context: Context, quotation: Span, block: Span) -> Statement | None:
    """The statement whose quotation this is, where its source is named only after the quotation's end."""
    for statement in context.statements:
        mention = statement.source.mention
        spoken = any(part.overlaps(quotation) for part in statement.content)
        written = any(re.match(r"tweet|wrote|post|writ|comment|reads?$", cue.of(context.text)) for cue in statement.cue)
        dashed = mention and re.fullmatch(r"\s*[–—-]\s*", context.text[quotation.end : mention.begin])
        if (
            spoken
            and mention
            and not dashed
            and not written
            and quotation.end <= mention.begin < min(block.end, quotation.end + 60)
        ):
            return statement
    return None


@rule("ATTR204")
def speakers_run_together(context: Context) -> Iterator[Hit]:
    if _transcript(context):
        return
    asked: list[Span] = []
    for hit in _run_together(context):
        asked.append(hit.span)
        yield hit
    for first, second in second_behind(context):
        if not any(second.span.overlaps(each) for each in asked):
            yield Hit(
                second.span,
                f"the second speaker's name before the quotation; found it after ({second.full})",
                related=(first.span,),
            )


def _run_together(context: Context) -> Iterator[Hit]:
    for first, second in zip(context.quotations, context.quotations[1:], strict=False):
        block = context.paragraph_at(first.span.begin)
        if block is None or block != context.paragraph_at(second.span.begin) or not first.closed:
            continue
        between = Span(first.span.end, second.span.begin).of(context.text)
        late = named_late(context, first, second, context.body[block].span)
        if late:
            yield Hit(
                second.span,
                f"the second speaker's name before the quotation; found it after ({late})",
                tuple(each.id for each in (_speaker(context, first.span), _speaker(context, second.span)) if each),
                related=(first.span,),
            )
            continue
        words = [each.content.of(context.text) for each in (first, second)]
        if (
            min(len(each.split()) for each in words) < (4 if between.strip() else 2)
            or not words[0].lstrip("'‘([… .")[:1].isupper()
        ):
            continue  # a fragment inside the reporter's own sentence is nobody's turn to speak
        if not between.strip():
            one, other = _speaker(context, first.span), _speaker(context, second.span)
            heads = not context.text[context.body[block].span.begin : first.span.begin].strip()
            differ = one is not None and other is not None and one.source.id != other.source.id
            earlier = frozenset().union(
                *(
                    _named_after(context, each.span, first.span.begin)
                    for each in context.quotations
                    if context.body[block].span.begin <= each.span.begin < first.span.begin
                )
            )
            named = _named_after(context, second.span, context.body[block].span.end)
            differ = differ or bool(earlier and named and not earlier & named)
            if differ or (heads and not _goes_on(context, block)) or all(_whole(each) for each in words):
                yield Hit(
                    second.span,
                    "words between the two quotations that say whose they are; found none",
                    related=(first.span,),
                )
            continue
        before = _named_after(context, first.span, second.span.begin)
        after = _named_after(context, second.span, context.body[block].span.end)
        if (
            before
            and after
            and len(between) < 160
            and re.search(r"[.!?]\s*$", between)
            and not (before <= after or after <= before)
        ):
            yield Hit(
                second.span,
                f"the second speaker's name before the quotation; found it after ({' '.join(sorted(after))})",
                tuple(each.id for each in (_speaker(context, first.span), _speaker(context, second.span)) if each),
                related=(first.span,),
            )


def _transcript(context: Context) -> bool:
    """Whether quotations follow on one another time and again: questions and answers, as they were spoken."""
    pairs = zip(context.quotations, context.quotations[1:], strict=False)
    return sum(not context.text[one.span.end : other.span.begin].strip(" ") for one, other in pairs) > 4


def _named_after(context: Context, quotation: Span, end: int) -> frozenset[str]:
    """The names that follow a quotation as its speaker's: "said Ivar Roe", "Mr. Carter said"; empty for "he said"."""
    if context.text[max(0, quotation.end - 2) : quotation.end - 1] == ".":
        return frozenset()  # the quotation ends its sentence: what follows begins another
    match = _SPEAKER_AFTER.match(context.text, quotation.end, end)
    words = re.findall(r"[A-Z][\w’'-]*[a-z]\w*", match["one"] or match["other"]) if match else []
    return frozenset(words) - _HONORIFICS


_HONORIFICS = frozenset(
    ["Mr", "Mrs", "Ms", "Dr", "Sen", "Rep", "Gov", "Senator", "President", "Minister", "Sir", "The"]
)
_SPEAKER_AFTER = compiled(
    rf",?\s*(?:{VERB_OF_SAYING}\s+(?P<one>(?:[a-z’'-]+,?\s+){{0,5}}?[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+)*)"
    rf"|(?P<other>(?:[\w.’'-]+,?\s+){{0,6}}?[A-Z][\w.’'-]+(?:\s+\w+)?),?\s+"
    rf"(?:[a-z]+ly\s+|later\s+|also\s+)?{VERB_OF_SAYING})\b"
)


def _goes_on(context: Context, block: int) -> bool:
    """Whether the paragraph before ends in an introduction ("She added:") or in an open quotation."""
    if block == 0:
        return False
    before = context.body[block - 1].span
    return before.of(context.text).rstrip().endswith(":") or any(
        each.continues and before.contains(each.span) for each in context.quotations
    )


def _speaker(context: Context, quotation: Span) -> Statement | None:
    spoken = [each for each in context.statements if any(part.overlaps(quotation) for part in each.content)]
    return min(spoken, key=lambda each: sum(part.end - part.begin for part in each.content), default=None)


@rule("ATTR210")
def loaded_cue(context: Context) -> Iterator[Hit]:
    for statement in context.statements:
        for cue in statement.cue:
            if re.match(
                r"(?:claim|admit|point(?:s|ed)? out|concede|confess|reveal|insist)\w*",
                cue.of(context.text),
                re.IGNORECASE,
            ):
                yield Hit(cue, "a neutral verb of saying", (statement.id,))
