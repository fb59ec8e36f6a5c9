"""What a rule can ask about a reading: its sentences, paragraphs, quotations, and the statements at a place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from sayso.check.across import Across
from sayso.check.language import CUE
from sayso.patterns import compiled
from sayso.report.marks import Marks, Quotation, scan
from sayso.sentences import sentences
from sayso.types import Block, Reading, Report, Source, Span, Statement

if TYPE_CHECKING:
    from sayso.check.accused.asserted import Asserted
    from sayso.check.accused.reply.parties import Roster
    from sayso.check.days.daystold import Days
    from sayso.check.days.happenings import Happening
    from sayso.check.figures.mentions import Mention
    from sayso.check.likeness.estimate import Likeness
    from sayso.check.ownvoice.need.estimate import Need
    from sayso.check.speakers.whose import Whose
    from sayso.check.unnamed.nature.estimate import Nature


class Searched(Protocol):
    """A pattern, or one that is searched only where words of it stand."""

    def search(self, text: str, /) -> re.Match[str] | None: ...


@dataclass(frozen=True, slots=True)
class Sentence:
    """``block`` is the place of its paragraph in :attr:`Context.body`."""

    span: Span
    block: int


class Context:
    """Built once per reading; every view is worked out when first asked for. ``across``: what other reports say."""

    def __init__(self, reading: Reading, across: Across | None = None) -> None:
        self.reading = reading
        self.across = across

    @property
    def report(self) -> Report:
        return self.reading.report

    @property
    def text(self) -> str:
        return self.reading.report.text

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.reading.statements

    @cached_property
    def sources(self) -> dict[str, Source]:
        return {source.id: source for source in self.reading.sources}

    @cached_property
    def by_source(self) -> dict[str, tuple[Statement, ...]]:
        grouped: dict[str, list[Statement]] = defaultdict(list)
        for statement in self.statements:
            grouped[statement.source.id].append(statement)
        return {key: tuple(value) for key, value in grouped.items()}

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        return {statement.id: statement for statement in self.statements}

    @cached_property
    def headline(self) -> Block | None:
        return next((block for block in self.report.blocks if block.role == "headline"), None)

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The paragraphs of the story itself, in order: no headline, deck, caption, credit or furniture."""
        return tuple(block for block in self.report.blocks if block.role == "paragraph")

    @cached_property
    def story(self) -> str:
        """The text with everything but headline, deck and body blanked: same length, same offsets."""
        kept = [" "] * len(self.text)
        for block in self.report.blocks:
            if block.role in ("headline", "deck", "paragraph", "subhead", "dateline"):
                kept[block.span.begin : block.span.end] = block.span.of(self.text)
        return "".join(kept)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(
            Sentence(span, place) for place, block in enumerate(self.body) for span in sentences(self.text, block.span)
        )

    @cached_property
    def marks(self) -> Marks:
        """The quotation marks of the body, paired."""
        return scan(self.text, self.body)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """Outermost quotations in double marks; single marks are too often apostrophes to rest a question on."""
        return tuple(each for each in self.marks.quotations if each.depth == 0 and each.family != "single")

    @cached_property
    def figures(self) -> tuple[Mention, ...]:
        """The figures of headline and body with what they count, in text order."""
        from sayso.check.figures.mentions import mentions

        return tuple(mentions(self))

    @cached_property
    def figures_by_place(self) -> dict[int, list[Mention]]:
        """The figures of each sentence, by :attr:`Mention.place`."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for each in self.figures:
            found[each.place].append(each)
        return dict(found)

    @cached_property
    def happenings(self) -> tuple[Happening, ...]:
        """The times of the body with the event to which each belongs, in text order."""
        from sayso.check.days.happenings import happenings  # it needs the finder of dates

        return tuple(happenings(self))

    @cached_property
    def days(self) -> Days:
        """The weekdays of the body, and its dates near publication, each with what is told with it."""
        from sayso.check.days.daystold import Days  # it needs a context

        return Days(self)

    @cached_property
    def asserted(self) -> tuple[Asserted, ...]:
        """What the report tells as a fact in one place and leaves open in another."""
        from sayso.check.accused.asserted import asserted

        return tuple(asserted(self))

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """The sentences of the body without a source, each with how likely a report is to give one for it."""
        # It needs a context; and numpy, which most commands do without.
        from sayso.check.ownvoice.need.estimate import needs

        return needs(self)

    @cached_property
    def likenesses(self) -> tuple[Likeness, ...]:
        """The sentences of the body that are like those that hand on what nobody is given for; none where unknown."""
        from sayso.check.likeness.estimate import likenesses  # it needs a context; and numpy, as needs do

        return likenesses(self)

    @cached_property
    def natures(self) -> dict[str, Nature]:
        """What editors would take the statements of sources without a name for, by statement; empty where unknown."""
        # As needs do.
        from sayso.check.unnamed.nature.estimate import natures

        return natures(self)

    @cached_property
    def unnamed(self) -> tuple[tuple[Source, tuple[Statement, ...]], ...]:
        """Each source that speaks from inside without a name, with its statements in text order."""
        from sayso.check.unnamed.voices import anonymous_sources  # it needs a context

        return tuple(anonymous_sources(self))

    @cached_property
    def parties(self) -> Roster:
        """The people, bodies and countries that the report names, each with all its mentions."""
        from sayso.check.accused.reply.parties import roster  # it needs the finder of names

        return roster(self)

    @cached_property
    def whose(self) -> Whose:
        """The quotations that are somebody's turn to speak, with what tells whose they are."""
        from sayso.check.speakers.whose import Whose  # it needs a context

        return Whose(self)

    @cached_property
    def unquoted(self) -> str:
        """The text with what stands in quotation marks, and the marks, blanked: same length, same offsets."""
        text = self.text
        for quotation in self.quotations:
            begin, end = quotation.span
            text = text[:begin] + " " * (end - begin) + text[end:]
        return text

    def quoted(self, place: int) -> bool:
        """Whether the code point at ``place`` stands within a quotation."""
        return any(each.span.begin <= place < each.span.end for each in self.quotations)

    def sentence_at(self, place: int) -> Sentence | None:
        """The body sentence that holds the code point at ``place``."""
        return next((each for each in self.sentences if each.span.begin <= place < each.span.end), None)

    def paragraph_at(self, place: int) -> int | None:
        """The index in :attr:`body` of the paragraph that holds ``place``."""
        return next((n for n, block in enumerate(self.body) if block.span.begin <= place < block.span.end), None)

    def statements_in(self, span: Span) -> tuple[Statement, ...]:
        """Statements any of whose words (source, cue, content) lie in ``span``."""
        return tuple(
            statement
            for statement, whole in zip(self.statements, self._extents, strict=True)
            if whole.overlaps(span) and any(span.overlaps(part) for part in parts(statement))
        )

    @cached_property
    def _extents(self) -> tuple[Span, ...]:
        """From the first to the last word of each statement."""
        every = [list(parts(statement)) for statement in self.statements]
        return tuple(Span(min(each.begin for each in own), max(each.end for each in own)) for own in every)

    def in_body(self, span: Span) -> bool:
        return self.paragraph_at(span.begin) is not None

    def enclosing(self, span: Span) -> Span:
        """The sentence around ``span``, or its block, or ``span`` itself: what to show of a finding's surroundings."""
        sentence = self.sentence_at(span.begin)
        if sentence is not None:
            return sentence.span
        return next((block.span for block in self.report.blocks if block.span.contains(span)), span)


def told(context: Context) -> Iterator[tuple[Span, str]]:
    """The headline and each sentence of the body, with its words."""
    if context.headline:
        yield context.headline.span, context.headline.span.of(context.text)
    for sentence in context.sentences:
        yield sentence.span, sentence.span.of(context.text)


def outside_quotations(context: Context, pattern: Searched) -> Iterator[tuple[Sentence, str, re.Match[str]]]:
    """Each sentence of the body with its words and the first match of ``pattern``, where that is in no quotation."""
    for sentence in context.sentences:
        words = sentence.span.of(context.text)
        match = pattern.search(words)
        if match is not None and not context.quoted(sentence.span.begin + match.start()):
            yield sentence, words, match


def beside(context: Context, sentence: Sentence) -> str:
    """The sentence's paragraph with the one before and the one after it."""
    near = context.body[max(0, sentence.block - 1) : sentence.block + 2]
    return context.text[near[0].span.begin : near[-1].span.end]


def part(span: Span, begin: int, end: int) -> Span:
    """The stretch of ``span`` from ``begin`` to ``end``, both counted from its beginning."""
    return Span(span.begin + begin, span.begin + end)


def parts(statement: Statement) -> tuple[Span, ...]:
    """All spans of a statement's own words: source mention, cue and content."""
    mention = (statement.source.mention,) if statement.source.mention else ()
    return (*mention, *statement.cue, *statement.content)


def speaks(statement: Statement, text: str) -> bool:
    """Whether the statement has a cue of saying, or needs none; a reading may also take "knew" or "ignored" for one."""
    cues = " ".join(span.of(text) for span in statement.cue)
    finds = statement.source.type in ("document", "organization") and _FINDS.search(cues)
    return (
        statement.how == "continued"
        or statement.kind == "direct"
        or not cues
        or CUE.search(cues) is not None
        or re.search(r"\baccus\w+", cues) is not None
        or bool(finds)
    )


_FINDS = compiled(
    r"\b(?:found|finds?|heard|hears|ruled|rules|learn(?:s|ed|t)|recorded|documented|"
    r"puts?(?! (?:out|up|on|forward|in place)\b)|counted|accus\w+)\b"
)


def content_of(statement: Statement, text: str) -> str:
    """What was said, its pieces joined by one space."""
    return " ".join(span.of(text) for span in statement.content)


def anchor(statement: Statement) -> Span:
    """The words to point at for a statement's source: its mention, else its cue, else the content's first piece."""
    if statement.source.mention:
        return statement.source.mention
    return statement.cue[0] if statement.cue else statement.content[0]
