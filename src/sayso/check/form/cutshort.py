"""Sentences and quotations that stop at a word with which none can end: "the steps he took to.", "and then they,"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.check.context import Context
from sayso.patterns import compiled
from sayso.types import Span

_JOINS = r"(?:that|because|when|if|although|though|until|while|whether|unless|where|so that)"
_SUBJECT = r"(?:he|she|they|we)"
_BE = r"(?:was|were|is|are|has|had|have|will|would|could|should|might|must)"
_DETERMINER = r"(?:the|an?|its|their|our|my|your|every)"
_THINKS = (
    r"(?:said|says|say|told \w+|believe[sd]?|think|thinks|thought|knew|know|knows|found|ruled|argued|added|sure|"
    r"confident|insisted|warned|feared|hoped|claimed|denied|admitted|agreed)"
)
#: Nouns after which "of" ends a clause rightly: "the team that he is a part of".
_OF = (
    r"(?:parts?|lots?|members?|one|ones|fans?|kinds?|sorts?|best|most|hang|ones?|ahead|instead|name|king|some|any|all|"
    r"many|more|bottom|top|left|percentage|example|front|middle|midst|lack|shadow|capable|type|heart|side|end|"
    r"care|hold|because|out|image|idea|size|makings|stuff|thing|result|course)"
)
#: Verbs behind which "to" stands for what was said before, or takes an object that was moved.
_ENDS = tuple(
    compiled(rf"(?<![\w'’.*-])(?:{pattern})(?P<stop>\.(?!\.)[”\"]?(?=\s+[A-Z“\"‘]|\s*$)|,[”\"])")
    for pattern in (
        # a determiner without its noun (outside quotations breaks.py has it)
        rf"(?<!\b[Oo]h )(?<!\bmy ){_DETERMINER}",
        r"(?:that|because|whether|if|when|while|and that) (?:his|her)",
        # what joins two clauses, and no second
        r"(?:(?<!just )(?<!Just )(?<!simply )(?<!\bor )because|although|unless|(?<!not )whether|until|whereas|"
        r"(?<!rather )(?<!other )(?<!better )than|\w+ (?:and|or|nor)|[a-z]+, but|(?:an?|the) [a-z]+ where|"
        r"(?:the|an?) (?:day|time|moment|year|week|night|hour|point) when)",
        # a relative pronoun without a verb, or with an auxiliary alone
        rf"(?:(?:an?|the|those|of) [a-z]+|people|those|men|women|someone|anyone|everyone|somebody|anybody) "
        r"(?:who|whom|which)|(?:an?|the) [a-z]+ who (?:was|is|has|had)|"
        rf"[a-z]+, (?:which|who)(?: {_BE})?",
        # a subject without its verb
        rf"{_JOINS} (?:{_SUBJECT}|it)|[a-z]+,? but (?:{_SUBJECT}|it)|and then (?:{_SUBJECT}|it)|"
        rf"[a-z]+, (?:and|so) (?:{_SUBJECT}|it)",
        r"(?:since|after|before|of|than|where) (?:he|she|they)(?<!than he)(?<!than she)(?<!than they)",
        rf"{_THINKS} that (?:the|an?|his|her|their|its|our|my) [a-z]+ (?:{_BE}|would have|has been|had been|"
        rf"will be|to)",
        # an adjective without its noun, what was said without its saying
        r"(?:the|an?|its|their|his|her) (?:very|main|entire|federal|recent|major|senior|upcoming|so-called|various)",
        r"(?:insisted|argued|warned|added|explained|announced|concluded|estimated|noted|stressed|so|the fact) that",
        r"(?:two|three|four|several|dozens|hundreds|thousands|millions|group|series|list|director|president|University|"
        r"Secretary|Department|Ministry|Bank|City) of|from \S+ to",
        # a preposition without its noun
        r"(?:during|despite|amid|via|per|(?:closed|shut|open|run|runs|ran|lies|lay|talks|match|war|fight|"
        r"meeting|border|deal|match|difference) between|according to|in order to|due to|such as|as well as|"
        r"as opposed to|thanks to|on behalf of)",
        rf"(?:the|an?|its|their|his|her) (?!{_OF}\b)[a-z]{{3,}} of",
        r"an? (?:man|woman|boy|girl|suspect|driver|letter|plan|team|company|group) (?:with|from|by)|"
        r"an? [a-z]{3,} (?:from|by)",
        r"(?:took|takes|taken|made|makes|gave|held|built|launched|filed|wrote|sent|bought|raised|spent) to",
        r"(?:was|were|been|being) (?:found|made|built|taken|sent|written|signed|paid|killed|shot|held|arrested|bought|"
        r"sold|hit|named|seen|met|told|shown|[a-z]{3,}ed) by",
    )
)
_FEWEST = 5  # words of a sentence or quotation: a shorter one may be anybody's stammer, or a word that is spoken of


def cut_short(context: Context) -> Iterator[Span]:
    """The last words of such sentences, in and out of quotations."""
    for block in context.body:
        words = block.span.of(context.text)
        for pattern in _ENDS:
            for match in pattern.finditer(words):
                begin = max(words.rfind(mark, 0, match.start()) for mark in ("“", '"', ". ", "? ", "! ")) + 1
                if len(words[begin : match.start("stop")].split()) >= _FEWEST:
                    yield Span(block.span.begin + match.start(), block.span.begin + match.start("stop") + 1)
